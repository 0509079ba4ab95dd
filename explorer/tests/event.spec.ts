/** Event views, held against the tables. */
import { expect, test } from "./page";
import { EVENT, readSchema, readTable, readText } from "./tables";

const claims = readTable("claims");
const relations = readTable("claim_relations");
const sources = readTable("sources");
const texts = new Map(sources.map((source) => [source["source_id"]!, [...readText(source)]]));
const told = new Map(claims.map((claim) => [claim["claim_id"]!, claim]));
const busy = readTable("events")
  .toSorted((one, other) => Number(other["claim_count"]) - Number(one["claim_count"]))
  .slice(0, 6);

for (const event of busy) {
  test(`${event["title"]} shows every claim with its words`, async ({ page }) => {
    await page.goto(`/#/event/${event["event_id"]}`);
    for (const claim of claims.filter((candidate) => candidate["event_id"] === event["event_id"])) {
      const words = texts
        .get(claim["source_id"]!)!
        .slice(Number(claim["char_start"]), Number(claim["char_end"]))
        .join("")
        .replace(/\s+/g, " ");
      await expect(page.locator(`.figures a[href*="claim=${claim["claim_id"]}"]`)).toHaveText(
        words,
      );
    }
  });
}

test("every relation inside the event stands there as a sentence with its reason", async ({
  page,
}) => {
  await page.goto(`/#/event/${EVENT["event_id"]}`);
  const labels = new Map(
    readSchema("claim_relations")
      .fields.find((field) => field.name === "reason")!
      .categories!.map(({ value, label }) => [value, label.toLowerCase()]),
  );
  const list = page.getByRole("region", { name: "How the claims stand to each other" });
  const inside = relations.filter(
    (relation) =>
      relation["relation"] !== "agrees" &&
      told.get(relation["claim_id"]!)!["event_id"] === EVENT["event_id"],
  );
  expect(inside.length).toBeGreaterThan(3);
  for (const relation of inside) {
    const [one, other] = [
      told.get(relation["claim_id"]!)!,
      told.get(relation["related_claim_id"]!)!,
    ];
    const line = list
      .getByRole("listitem")
      .filter({ hasText: labels.get(relation["reason"]!)! })
      .filter({ hasText: one["count_low"]! })
      .filter({ hasText: other["count_low"]! });
    await expect(line).not.toHaveCount(0);
  }
});

test("parts stand under their wholes", async ({ page }) => {
  const part = claims.find(
    (claim) =>
      claim["part_of"] &&
      claim["event_id"] &&
      told.get(claim["part_of"]!)?.["event_id"] === claim["event_id"],
  )!;
  await page.goto(`/#/event/${part["event_id"]}`);
  const rows = page.locator(".figures tr");
  const at = async (id: string) => {
    await expect(page.locator(`.figures a[href*="claim=${id}"]`)).toBeVisible();
    return rows.evaluateAll(
      (all, claim) => all.findIndex((row) => row.querySelector(`a[href*="claim=${claim}"]`)),
      id,
    );
  };
  const [whole, piece] = [await at(part["part_of"]!), await at(part["claim_id"]!)];
  expect(piece).toBeGreaterThan(whole);
  await expect(rows.nth(piece)).toHaveClass(/part/);
  await expect(rows.nth(piece)).toContainText("of them");
});

test("exact, about, at least and vague are drawn in four ways", async ({ page }) => {
  await page.goto(`/#/event/${EVENT["event_id"]}`);
  const drawings = page.locator(".figures tbody .range");
  for (const [how, mark] of [
    ["exact", ".dot"],
    ["approximate", ".about"],
    ["at_least", ".head"],
    ["vague", ".line.vague"],
  ] as const) {
    const few = claims.filter(
      (claim) => claim["event_id"] === EVENT["event_id"] && claim["count_qualifier"] === how,
    );
    expect(few.length).toBeGreaterThan(0);
    await expect(page.locator(`.figures tbody .range.${how} ${mark}`)).not.toHaveCount(0);
  }
  await expect(drawings.first()).toHaveAttribute("aria-hidden", "true");
});

test("the conventions answer as the package's SQL does", async ({ page }) => {
  const cookbook = (await import("node:fs")).readFileSync(
    new URL("../../docs/cookbook.md", import.meta.url),
    "utf8",
  );
  // The line of the cookbook's answer: event, ACLED, UCDP low, best, high, Airwars least, most, grading.
  const section = cookbook.slice(cookbook.indexOf("| event | acled |"));
  const line = section
    .split("\n")
    .find((row) => row.startsWith(`| ${EVENT["title"]} |`))!
    .split("|")
    .map((cell) => cell.trim());
  const [, , acled, low, best, high, least, most, grading] = line;
  await page.goto(`/#/event/${EVENT["event_id"]}`);
  const answers = page.getByRole("region", { name: "As others would count the dead" });
  const box = (name: string) =>
    answers.locator(".answers > div").filter({ has: page.getByRole("heading", { name }) });
  await expect(box("ACLED")).toContainText(`Fatalities${acled}`);
  await expect(box("UCDP")).toContainText(`Best${best}`);
  await expect(box("UCDP")).toContainText(`Low${low}`);
  await expect(box("UCDP")).toContainText(`High${high}`);
  await expect(box("Airwars")).toContainText(`Civilians min${least}`);
  await expect(box("Airwars")).toContainText(`Civilians max${most}`);
  await expect(box("Airwars")).toContainText(`Grading${grading}`);
});

test("printed, an event is its own page alone", async ({ page }) => {
  await page.goto(`/#/event/${EVENT["event_id"]}`);
  await expect(page.locator(".figures").first()).toBeVisible();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveCSS("color", "rgb(28, 36, 48)");
});

test("an unknown event is told as such", async ({ page }) => {
  await page.goto("/#/event/e-0000000000");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("No such event");
});
