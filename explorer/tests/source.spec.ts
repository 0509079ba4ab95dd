/** Source views: the text is the text, and every number in it is explained. */
import { expect, test } from "./page";
import { readSchema, readTable, readText } from "./tables";

const claims = readTable("claims");
const ledger = readTable("uncoded");
const reasons = new Map(
  readSchema("uncoded")
    .fields.find((field) => field.name === "reason")!
    .categories!.map(({ value, label }) => [value, label]),
);

for (const source of readTable("sources")) {
  const id = source["source_id"]!;
  test(`${id} stands there as it was received, all its numbers marked`, async ({ page }) => {
    await page.goto(`/#/source/${id}`);
    const text = page.locator(".text");
    await expect(text).toBeVisible();
    expect(await text.evaluate((element) => element.textContent)).toBe(readText(source));
    const points = [...readText(source)];
    for (const claim of claims.filter((candidate) => candidate["source_id"] === id)) {
      const words = points.slice(Number(claim["char_start"]), Number(claim["char_end"])).join("");
      const marked = await text.evaluate(
        (element, at) => {
          // The marked pieces whose characters lie in the claim's span, put together.
          let [point, found] = [0, ""];
          for (const piece of element.childNodes) {
            const length = [...piece.textContent!].length;
            const inside = point >= at.start && point + length <= at.end;
            if (inside && piece instanceof Element && piece.classList.contains("claim"))
              found += piece.textContent;
            point += length;
          }
          return found;
        },
        { start: Number(claim["char_start"]), end: Number(claim["char_end"]) },
      );
      expect(marked).toBe(words);
    }
    const bare = await text.evaluate((element) =>
      [...element.childNodes]
        .filter((node) => !(node instanceof HTMLAnchorElement))
        .map((node) => node.textContent)
        .join("\n"),
    );
    expect(bare).not.toMatch(/\d/);
  });
}

test("a number that is no claim says why", async ({ page }) => {
  const byReason = new Map(ledger.map((number) => [number["reason"]!, number]));
  expect(byReason.size).toBeGreaterThan(5);
  for (const [reason, number] of byReason) {
    await page.goto(`/#/source/${number["source_id"]}?at=${number["char_start"]}`);
    await expect(page.getByRole("complementary")).toContainText(
      `is no claim${reasons.get(reason)}`,
    );
  }
});

test("numbers are reached and explained by keyboard alone", async ({ page }) => {
  const source = "wikipedia-jabal-al-zawiya-massacres";
  await page.goto(`/#/source/${source}`);
  await page.locator(".text a.claim").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/claim=c-/);
  const id = new URLSearchParams(page.url().split("?")[1]).get("claim")!;
  const claim = claims.find((candidate) => candidate["claim_id"] === id)!;
  await expect(page.getByRole("complementary")).toContainText(claim["count_low"]!);
  await page.getByRole("complementary").getByRole("link").first().press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    readTable("events").find((event) => event["event_id"] === claim["event_id"])!["title"]!,
  );
});
