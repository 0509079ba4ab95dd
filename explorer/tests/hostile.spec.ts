/** Rows and texts that try to do harm are shown as the characters that they are. */
import { expect, test } from "./page";
import { EVENT } from "./tables";

const QUERY = encodeURIComponent("SELECT * FROM events JOIN claims USING (event_id) LIMIT 50");
const VIEWS: [address: string, harm: string][] = [
  ["/", "<img src=x"],
  [`/event/${EVENT["event_id"]}`, "<svg onload="],
  ["/sources", "<script>"],
  ["/source/wikipedia-jabal-al-zawiya-massacres", "<script>window.injected=1</script>"],
  ["/source/wikipedia-jabal-al-zawiya-massacres?claim=%22%3E%3Cscript%3E", "<script>"],
  ["/claimants", "onerror="],
  [`/sql?q=${QUERY}`, "onerror="],
];

for (const [address, harm] of VIEWS) {
  test(`nothing is injected at ${address.slice(0, 60)}`, async ({ page }) => {
    page.on("dialog", () => expect("a dialog").toBe("none"));
    await page.goto(`/#${address}`);
    await expect(page.locator("main")).toContainText(harm, { timeout: 45_000 });
    expect(await page.evaluate(() => "injected" in window)).toBe(false);
    await expect(
      page.locator("main :is(img, script, iframe, object, embed, b, [onerror], [onload])"),
    ).toHaveCount(0);
    const links = await page
      .locator("a")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href")));
    expect(links.every((link) => /^(online\.html)?#/.test(link ?? ""))).toBe(true);
  });
}
