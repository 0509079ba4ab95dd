/** The list of events and its filters, held against the tables. */
import { expect, test } from "./page";
import { readSchema, readTable, type Row } from "./tables";

const events = readTable("events");
const claims = readTable("claims");
const places = readTable("places");

function within(id: string, around: string): boolean {
  const place = places.find((candidate) => candidate["place_id"] === id);
  return (
    id === around || (!!place?.["parent_place_id"] && within(place["parent_place_id"], around))
  );
}

function telling(conditions: Record<string, string>): Set<string> {
  const told = claims.filter((claim) =>
    Object.entries(conditions).every(([column, value]) => claim[column] === value),
  );
  return new Set(told.map((claim) => claim["event_id"]!));
}

const CASES: [filters: string, passes: (event: Row) => boolean][] = [
  ["", () => true],
  ["contested=yes", (event) => event["contested"] === "true"],
  [
    "from=2012-03-01&to=2012-03-31",
    (event) =>
      event["date_start"]! !== "" &&
      event["date_start"]! <= "2012-03-31" &&
      event["date_end"]! >= "2012-03-01",
  ],
  ["place=jabal_al_zawiya", (event) => within(event["place_id"]!, "jabal_al_zawiya")],
  [
    "type=shelling_artillery_missile",
    (event) => event["event_type"] === "shelling_artillery_missile",
  ],
  ["actor=opposition_forces", (event) => event["actors"]!.split("|").includes("opposition_forces")],
  ["claimant=sana", (event) => telling({ claimant_id: "sana" }).has(event["event_id"]!)],
  [
    "claimant=sohr&subject=children",
    (event) => telling({ claimant_id: "sohr", subject: "children" }).has(event["event_id"]!),
  ],
  ["subject=tanks", (event) => telling({ subject: "tanks" }).has(event["event_id"]!)],
];

for (const [filters, passes] of CASES) {
  test(`the list holds what passes: ${filters || "no filter"}`, async ({ page }) => {
    const wanted = events
      .filter(passes)
      .map((event) => event["title"]!)
      .sort();
    await page.goto(`/#/?${filters}`);
    await expect(page.getByRole("status")).toHaveText(
      new RegExp(`^${wanted.length} of ${events.length} events( · Show all)?$`),
    );
    const more = page.getByRole("button", { name: /^Show \d+ more/ });
    while (await more.isVisible()) await more.click();
    const titles = await page.locator(".events tbody th a").allInnerTexts();
    expect(titles.sort()).toEqual(wanted);
  });
}

const FOUND: [typed: string, passes: (event: Row) => boolean][] = [
  ["saraqib", (event) => /saraqib/i.test(event["title"]!) || event["place_id"] === "saraqib"],
  // As others write it: without the apostrophe, the hyphen, the hamza.
  ["clash maarrat al numan", ({ title }) => /clash, maarrat al-nu'man/i.test(title!)],
  ["ادلب", ({ place_id }) => arabicNameOf(place_id!).includes("إدلب")],
];

function arabicNameOf(id: string): string {
  return places.find((place) => place["place_id"] === id)?.["name_ar"] ?? "";
}

for (const [typed, passes] of FOUND) {
  test(`events are found by what is typed: ${typed}`, async ({ page }) => {
    const wanted = events.filter(passes).length;
    expect(wanted).toBeGreaterThan(0);
    await page.goto("/");
    await page.getByLabel("Find", { exact: true }).pressSequentially(typed);
    await expect(page.getByRole("status")).toHaveText(new RegExp(`^${wanted} of`));
    // Typing is one step, however many letters.
    await page.goBack();
    await expect(page.getByRole("status")).toHaveText(new RegExp(`^${events.length} of`));
    await expect(page.getByLabel("Find", { exact: true })).toHaveValue("");
  });
}

test("filters chosen by hand go into the address, and back takes them out", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Only contested").check();
  await expect(page).toHaveURL(/#\/\?contested=yes$/);
  await page.getByLabel("Kind").selectOption({ label: "Attack" });
  await expect(page).toHaveURL(/type=attack/);
  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel("Only contested")).not.toBeChecked();
});

test("list, map and timeline answer a filter in one and the same frame", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Only this part of the map" })).toBeEnabled();
  await expect(page.locator(".timeline canvas")).toBeVisible();
  const looks = await page.evaluate(async () => {
    const look = () =>
      [...document.querySelectorAll<HTMLCanvasElement>(".map .marks, .timeline canvas")].map(
        (canvas) => canvas.toDataURL(),
      );
    const frame = () => new Promise(requestAnimationFrame);
    const count = document.querySelector(".count strong")!;
    const all = count.textContent;
    const before = look();
    document.querySelector<HTMLInputElement>(".filters input[type=checkbox]")!.click();
    while (count.textContent === all) await frame();
    const first = look();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    return { before, first, last: look() };
  });
  expect(looks.first).toEqual(looks.last);
  expect(looks.first).toHaveLength(2);
  for (const [at, picture] of looks.first.entries()) expect(picture).not.toBe(looks.before[at]);
});

test("other events are listed from the first again, at most a page of them", async ({ page }) => {
  await page.goto("/");
  const rows = page.locator(".events tbody tr");
  await page.getByRole("button", { name: /^Show \d+ more/ }).click();
  await expect(rows).toHaveCount(100);
  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(page.getByRole("button", { name: "Show all" })).toBeVisible();
  await expect(rows).toHaveCount(50);
});

test("a span drawn on the timeline narrows the list", async ({ page }) => {
  await page.goto("/");
  const brush = page.locator(".timeline canvas");
  await brush.scrollIntoViewIfNeeded();
  const size = (await brush.boundingBox())!;
  await page.mouse.move(size.x + size.width * 0.5, size.y + 40);
  await page.mouse.down();
  await page.mouse.move(size.x + size.width - 2, size.y + 40, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=20/);
  const parameters = new URLSearchParams(page.url().split("?")[1]);
  const wanted = events.filter(
    (event) =>
      event["date_start"]! !== "" &&
      event["date_start"]! <= parameters.get("to")! &&
      event["date_end"]! >= parameters.get("from")!,
  );
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.length).toBeLessThan(events.length);
  await expect(page.getByRole("status")).toHaveText(new RegExp(`^${wanted.length} of`));
});

test("the axis of days runs forward though all events began before its first day", async ({
  page,
}) => {
  const event = events.find((row) => row["date_end"]! > row["date_start"]!)!;
  const parameters = new URLSearchParams({ find: event["title"]!, from: event["date_end"]! });
  await page.goto(`/#/?${parameters}`);
  await expect(page.getByRole("status")).toHaveText(/^1 of/);
  await page.getByLabel("day", { exact: true }).check();
  const canvas = page.locator(".timeline canvas");
  await canvas.scrollIntoViewIfNeeded();
  const size = (await canvas.boundingBox())!;
  await page.mouse.move(size.x + 60, size.y + 40);
  await page.mouse.down();
  await page.mouse.move(size.x + size.width - 30, size.y + 40);
  await page.mouse.up();
  await expect(page).toHaveURL(/to=/);
  const drawn = new URLSearchParams(page.url().split("?")[1]);
  expect(drawn.get("from")).toBe(event["date_end"]);
  expect(drawn.get("to")! >= event["date_end"]!).toBe(true);
});

test("the map as a table names every place with its events, in both scripts", async ({ page }) => {
  await page.goto("/");
  await page.getByText("The map as a table").click();
  const rows = page.getByRole("table", { name: "Places by number of events" }).getByRole("row");
  const used = new Set(events.map((event) => event["place_id"]!).filter(Boolean));
  await expect(rows).toHaveCount(used.size + 1);
  for (const id of ["jabal_al_zawiya", "saraqib", "bab_al_hawa_road"]) {
    const place = places.find((candidate) => candidate["place_id"] === id)!;
    const row = rows.filter({ hasText: place["name"]! });
    await expect(row).toContainText(place["name_ar"]!);
    await expect(row.locator("[lang=ar]")).toHaveCSS("direction", "rtl");
    await expect(row).toContainText(
      String(events.filter((event) => event["place_id"] === id).length),
    );
    await expect(row).toContainText(place["latitude"] ? "yes" : "no: position unknown");
  }
});

test("filters are named in the words of the schemas", async ({ page }) => {
  await page.goto("/");
  const labels = readSchema("claims")
    .fields.find((field) => field.name === "subject")!
    .categories!.map(({ label }) => label);
  const options = page.getByLabel("Counted").locator("option");
  // the page asks the tables for them first
  await expect(options).toHaveCount(labels.length + 1);
  const shown = await options.allInnerTexts();
  for (const [at, option] of shown.slice(1).entries())
    expect(labels[at]!.startsWith(option)).toBe(true);
});
