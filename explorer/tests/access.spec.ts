/** Every view for everybody: axe-core finds nothing serious, in both themes, wide and narrow. */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "./page";
import { EVENT, only, readTable } from "./tables";

const CLAIM = only(readTable("claims"), {
  source_id: "wikipedia-jabal-al-zawiya-massacres",
  count_low: "163",
});
const SOURCE = `/source/${CLAIM["source_id"]}`;
const VIEWS: Record<string, [address: string, ready: string]> = {
  events: ["/", ".events tbody tr"],
  filtered: [
    "/?contested=yes&place=jabal_al_zawiya&box=35.000,35.000,37.000,37.000",
    ".events tbody tr",
  ],
  event: [`/event/${EVENT["event_id"]}`, ".conventions .answers dl"],
  texts: ["/sources", ".sources tbody tr"],
  text: [SOURCE, ".text a"],
  claim: [`${SOURCE}?claim=${CLAIM["claim_id"]}`, ".text .chosen"],
  claimants: ["/claimants", ".pairs li"],
  sql: [
    `/sql?q=${encodeURIComponent("SELECT event_id, title, killed_low FROM events LIMIT 5")}`,
    ".answer tbody tr",
  ],
  missing: ["/nowhere", "h1"],
};

for (const [view, [address, ready]] of Object.entries(VIEWS)) {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1280, 390]) {
      test(`${view}, ${colorScheme}, ${width} pixels`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(`/#${address}`);
        await expect(page.locator(ready).first()).toBeVisible({ timeout: 45_000 });
        for (const summary of await page
          .locator("main > * > details > summary, .pictures summary")
          .all())
          await summary.click();
        const found = await new AxeBuilder({ page }).analyze();
        const faults = found.violations.filter(
          ({ impact }) => impact === "serious" || impact === "critical",
        );
        expect(
          faults.map(({ id, nodes }) => [id, nodes.map((node) => node.html.slice(0, 200))]),
        ).toEqual([]);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - innerWidth,
        );
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
}
