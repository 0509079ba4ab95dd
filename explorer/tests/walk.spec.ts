/** The way of a reader: from the map to an event, its rival figures, the very words, a query, and back. */
import { expect, test } from "./page";
import { EVENT, only, readTable } from "./tables";

const claims = readTable("claims");
const claimants = readTable("claimants");
const place = only(readTable("places"), { place_id: EVENT["place_id"]! });

/** Where on a map of this size, seen from west to east and south to north, a point lies. */
function pixel(
  box: number[],
  size: { width: number; height: number },
  longitude: number,
  latitude: number,
) {
  const [west, south, east, north] = box as [number, number, number, number];
  const mercator = (degrees: number) => Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360));
  return {
    x: ((longitude - west) / (east - west)) * size.width,
    y: ((mercator(north) - mercator(latitude)) / (mercator(north) - mercator(south))) * size.height,
  };
}

test("from the map to the words and back", async ({ page }) => {
  await page.goto("/");
  const canvas = page.getByRole("region", { name: "Map" }).locator(".maplibregl-canvas");
  await page.getByRole("button", { name: "Only this part of the map" }).click();
  await expect(page).toHaveURL(/box=/);
  const box = new URLSearchParams(page.url().split("?")[1]).get("box")!.split(",").map(Number);
  const size = (await canvas.boundingBox())!;
  await page.goBack();
  await expect(page).not.toHaveURL(/box=/);

  await test.step("find the event on the map", async () => {
    const position = pixel(box, size, Number(place["longitude"]), Number(place["latitude"]));
    await canvas.click({ position });
    // A village lies two pixels from it: which of them is meant is asked.
    const near = page.getByRole("list", { name: "Places here" });
    await expect(near.getByRole("button").first()).toBeFocused();
    await expect(near).toContainText("Iblin");
    await near.getByRole("button", { name: place["name"]! }).click();
    await expect(page).toHaveURL(/place=jabal_al_zawiya/);
    await expect(near).toHaveCount(0);
    await page.getByRole("link", { name: EVENT["title"]! }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(EVENT["title"]!);
  });

  const said = only(claims, {
    event_id: EVENT["event_id"]!,
    claimant_id: "wissam_tarif",
    count_low: "163",
    source_id: "wikipedia-jabal-al-zawiya-massacres",
  });
  await test.step("read the rival figures", async () => {
    const killed = page.getByRole("table", { name: "Killed", exact: true });
    for (const [claimant, figure] of [
      ["sohr", "72"],
      ["wissam_tarif", "163"],
      ["sana", "1"],
    ] as const) {
      const { name } = only(claimants, { claimant_id: claimant });
      await expect(
        killed
          .getByRole("row")
          .filter({ hasText: name! })
          .filter({ has: page.getByRole("cell", { name: figure, exact: true }) }),
      ).not.toHaveCount(0);
    }
  });

  await test.step("see why the two days clash", async () => {
    await expect(
      page.getByRole("listitem").filter({
        hasText: /19 December 2011.*20 December 2011.*Both cannot be true: another date/,
      }),
    ).toHaveCount(1);
  });

  await test.step("open the sentence of the 163, in one click and back", async () => {
    const address = page.url();
    await page.locator(`a[href*="${said["claim_id"]}"]`).click();
    await expect(page.locator(".text .chosen")).toHaveText("163 defectors");
    await expect(page.getByRole("complementary")).toContainText("163 killed (defectors)");
    await expect(page.locator(".text .chosen")).toBeInViewport();
    await page.goBack();
    await expect(page).toHaveURL(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(EVENT["title"]!);
  });

  await test.step("run a query, share its address, come back", async () => {
    await page.getByRole("link", { name: "SQL" }).click();
    await page
      .getByLabel("Begin with a question")
      .selectOption({ label: "Which events are contested?" });
    const contested = readTable("events").filter((event) => event["contested"] === "true");
    const answer = page.getByRole("region", { name: "Answer" }).getByRole("row");
    await expect(answer).toHaveCount(contested.length + 1, { timeout: 45_000 });
    for (const event of contested)
      await expect(answer.filter({ hasText: event["title"]! })).toHaveCount(1);
    const shared = page.url();
    await page.getByRole("link", { name: "Events" }).click();
    await expect(page.getByRole("status")).toContainText(`of ${readTable("events").length} events`);
    const other = await page.context().newPage();
    await other.goto(shared);
    await expect(other.getByRole("region", { name: "Answer" }).getByRole("row")).toHaveCount(
      contested.length + 1,
      { timeout: 45_000 },
    );
    await page.goBack();
    await expect(page).toHaveURL(shared);
  });
});
