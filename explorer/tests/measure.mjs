/** Measures an explorer in Chromium: node measure.mjs RUNS URL... Used by benchmarks/explorer.py. */
import { chromium } from "@playwright/test";

const [, , runs, ...urls] = process.argv;
const BUDGET = 120_000;
/** Milliseconds after which nothing is expected to change any more. */
const SETTLED = 1500;
/** Each with how far down the list of its options the one is that is chosen. */
const FIELDS = [
  ["In", 1],
  ["In", 2],
  ["Kind", 2],
  ["Claimant", 2],
  ["Side acting", 1],
  ["Counted", 1],
  ["Only contested"],
  ["From"],
  ["Find"],
];
const BRUSH = "dates drawn on the timeline";

const measured = new Map(urls.map((url) => [url, new Map()]));
const note = (url, what, ...times) => {
  const results = measured.get(url);
  results.set(what, [...(results.get(what) ?? []), times]);
};

// The explorers take turns, so that a busy moment of the machine falls on all of them.
for (let run = 0; run < Number(runs); run++) {
  for (const url of urls) await walk(url);
}
for (const url of urls) {
  if (urls.length > 1) console.log(url);
  for (const [what, times] of measured.get(url)) console.log(`  ${what}: ${shown(times)}`);
}

async function walk(url) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(prepare);
  const session = await page.context().newCDPSession(page);
  // Time that the page's thread worked: on a busy machine it tells more than the clock.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };

  // That of the browser's other threads and processes too: its workers, and what draws for it.
  const system = await browser.newBrowserCDPSession();
  const spent = async () => {
    const { processInfo } = await system.send("SystemInfo.getProcessInfo");
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  };

  const start = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".events tbody tr").first().waitFor({ timeout: BUDGET });
  note(url, "first view", performance.now() - start, await worked(), await spent());
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("label")].some(
        (label) =>
          label.textContent.startsWith("Claimant") && label.querySelectorAll("option").length > 1,
      ),
    null,
    { timeout: BUDGET },
  );
  note(url, "claims read", performance.now() - start, await worked(), await spent());
  await page.locator(".map button:enabled").first().waitFor({ timeout: BUDGET });
  await page.waitForTimeout(SETTLED);

  /** Twice, as looking at every frame is work too: once by what was worked, once by the clock. */
  const answer = async (what, act) => {
    const before = [await worked(), await spent()];
    await act();
    await page.waitForTimeout(SETTLED);
    const thread = (await worked()) - before[0];
    const processor = (await spent()) - before[1];
    await showAll(page);
    await page.evaluate(() => window.watchFrames());
    await act();
    const clock = await page.evaluate((settled) => window.answered(settled), SETTLED);
    note(url, what, clock, thread, processor);
    await showAll(page);
  };
  for (const [label, option] of FIELDS) {
    const field = page
      .locator(".filters label", { hasText: new RegExp(`^${label}`) })
      .locator("select, input")
      .first();
    if ((await field.count()) === 0) continue;
    const value = option && (await field.locator("option").nth(option).textContent());
    await answer(value ? `${label} ${value}` : label, () => field.evaluate(change, option));
  }
  await answer(BRUSH, () => draw(page));
  await browser.close();
}

/** Change a filter as a reader does. Runs in the page. */
function change(field, option) {
  window.began = performance.now();
  if (field.type === "checkbox") return field.click();
  if (field.tagName === "SELECT") field.value = field.options[option].value;
  else field.value = field.type === "date" ? "2012-03-01" : "7";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Draw across a part of the timeline with the mouse; its release is what is answered. */
async function draw(page) {
  await page.evaluate(() => {
    const release = (event) => (window.began = event.timeStamp);
    addEventListener("pointerup", release, { capture: true, once: true });
  });
  const { x, y, width } = await page.locator(".timeline .chart").boundingBox();
  await page.mouse.move(x + width * 0.4, y + 60);
  await page.mouse.down();
  await page.mouse.move(x + width * 0.6, y + 60, { steps: 3 });
  await page.mouse.up();
}

async function showAll(page) {
  await page.getByRole("button", { name: "Show all" }).click();
  await page.mouse.move(5, 5);
  await page.waitForTimeout(SETTLED);
}

/** Runs in the page, before its own code. */
function prepare() {
  // The map's picture can then be read after the frame in which it was drawn; only if it was.
  const open = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (kind, options) {
    const kept = kind.startsWith("webgl") ? { ...options, preserveDrawingBuffer: true } : options;
    return open.call(this, kind, kept);
  };
  const hashes = new WeakMap();
  for (const name of ["clear", "drawElements", "drawArrays"]) {
    const draws = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...input) {
      hashes.delete(this.canvas);
      return draws.apply(this, input);
    };
  }
  const copy = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const hash = (canvas) => {
    if (canvas.width * canvas.height === 0) return 0;
    if (hashes.has(canvas)) return hashes.get(canvas);
    copy.canvas.width = canvas.width;
    copy.canvas.height = canvas.height;
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    let sum = 7;
    for (const pixel of new Uint32Array(data.buffer)) sum = (Math.imul(sum, 31) + pixel) | 0;
    if (canvas.matches(".maplibregl-canvas")) hashes.set(canvas, sum);
    return sum;
  };
  /** What list, map and timeline show. */
  const look = () =>
    [
      document.querySelector(".count").textContent,
      document.querySelector(".events tbody, .none")?.textContent,
      document.querySelector(".chart svg")?.outerHTML,
      ...[...document.querySelectorAll(".map canvas, .timeline canvas")].map(hash),
    ].join("\n");
  let frames;
  const watch = (time) => {
    if (frames === undefined) return;
    frames.push({ time, look: look() });
    requestAnimationFrame(watch);
  };
  window.watchFrames = () => {
    frames = [];
    requestAnimationFrame(watch);
  };
  /** Milliseconds from the input to the end of the first frame that shows all that is shown at last. */
  window.answered = async (settled) => {
    let first;
    const isSettled = () => {
      const after = frames.findIndex((frame) => frame.time > window.began);
      if (after < 0) return false;
      const unlike = frames.findLastIndex((frame) => frame.look !== frames.at(-1).look);
      first = Math.max(after, unlike + 1);
      return frames.at(-1).time - frames[first].time > settled;
    };
    while (!isSettled()) await new Promise((resolve) => setTimeout(resolve, 200));
    // The frame has ended when the next one begins.
    const taken = frames[first + 1].time - window.began;
    frames = undefined;
    return taken;
  };
}

function shown(times) {
  const [clock, thread, processor] = [0, 1, 2].map((at) => times.map((taken) => taken[at]));
  const range = `${Math.min(...clock).toFixed(0)} to ${Math.max(...clock).toFixed(0)}`;
  const works = `page's thread ${median(thread).toFixed(0)} ms, all of Chromium ${median(processor).toFixed(0)} ms`;
  return `${median(clock).toFixed(0)} ms (${range}), ${works}`;
}

function median(times) {
  return times.toSorted((one, other) => one - other)[times.length >> 1];
}
