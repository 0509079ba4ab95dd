/** Measures an explorer in Chromium: node measure.mjs URL RUNS. Used by benchmarks/explorer.py. */
import { chromium } from "@playwright/test";

const [, , url, runs] = process.argv;
const BUDGET = 120_000;

const first = [];
const complete = [];
const filters = new Map();

for (let run = 0; run < Number(runs); run++) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const session = await page.context().newCDPSession(page);
  // Time that the page's thread worked: on a busy machine it tells more than the clock.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
  const start = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".events tbody tr").first().waitFor({ timeout: BUDGET });
  first.push([performance.now() - start, await worked()]);
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("label")].some(
        (label) =>
          label.textContent.startsWith("Claimant") && label.querySelectorAll("option").length > 1,
      ),
    null,
    { timeout: BUDGET },
  );
  complete.push([performance.now() - start, await worked()]);
  await page.waitForTimeout(2000);
  for (const label of [
    "In",
    "Kind",
    "Claimant",
    "Side acting",
    "Counted",
    "Only contested",
    "From",
  ]) {
    const before = await worked();
    const taken = await page.evaluate(answerTime, label);
    filters.set(label, [...(filters.get(label) ?? []), [taken, (await worked()) - before]]);
    await page.getByRole("button", { name: "Show all" }).click();
    await page.waitForTimeout(500);
  }
  await browser.close();
}

/** Change a filter as a reader does; milliseconds until the frame after its answer. Runs in the page. */
async function answerTime(label) {
  const field = [...document.querySelectorAll(".filters label")]
    .find((candidate) => candidate.textContent.startsWith(label))
    .querySelector("select, input");
  const before = document.querySelector(".count strong").textContent;
  const hash = location.hash;
  const start = performance.now();
  if (field.type === "checkbox") field.click();
  else {
    field.value =
      field.tagName === "SELECT"
        ? field.options[Math.min(2, field.options.length - 1)].value
        : "2012-03-01";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  while (location.hash === hash) await frame();
  // A filter that lets everything through changes no number; two frames later it is drawn.
  for (
    let frames = 0;
    document.querySelector(".count strong").textContent === before && frames < 2;
    frames++
  )
    await frame();
  await frame();
  return performance.now() - start;
}

const median = (times) => times.toSorted((one, other) => one - other)[times.length >> 1];
const shown = (times) => {
  const [clock, thread] = [times.map(([taken]) => taken), times.map(([, busy]) => busy)];
  const range = `${Math.min(...clock).toFixed(0)} to ${Math.max(...clock).toFixed(0)}`;
  return `${median(clock).toFixed(0)} ms (${range}), page's thread ${median(thread).toFixed(0)} ms`;
};
console.log(`  first view ${shown(first)}`);
console.log(`  claims read ${shown(complete)}`);
for (const [label, times] of filters) console.log(`  filter ${label}: ${shown(times)}`);
