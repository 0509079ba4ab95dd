/**
 * Pictures of an explorer: node screenshots.mjs URL FOLDER [all]. Two for the README, or with `all`
 * every view at 1280 and 390 pixels in both themes.
 */
import { chromium } from "@playwright/test";

const [, , url, folder, which] = process.argv;
const WIDE = 1280;
const NARROW = 390;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
});

/** Address of the event with most claimants, found as a reader finds it. */
async function busiestEvent(page) {
  await page.goto(`${url}#/?place=jabal_al_zawiya&contested=yes`);
  return page.locator(".events tbody a").first().getAttribute("href");
}

async function take(name, address, { width, colorScheme, whole = false, ready = "h1" }) {
  const page = await browser.newPage({
    viewport: { width, height: width === WIDE ? 800 : 844 },
    colorScheme,
  });
  await page.goto(`${url}${address}`);
  await page.locator(ready).first().waitFor();
  // The map says nothing of when its letters are drawn.
  await page.waitForTimeout(5000);
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: whole });
  await page.close();
}

const page = await browser.newPage();
const event = await busiestEvent(page);
await page.close();

if (which === "all") {
  const views = {
    events: ["#/", ".timeline canvas"],
    event: [event, ".answers dl"],
    texts: ["#/sources", "tbody tr"],
    text: ["#/source/wikipedia-jabal-al-zawiya-massacres", ".text"],
    claimants: ["#/claimants", ".pairs li"],
    sql: [
      `#/sql?q=${encodeURIComponent("SELECT date_start, title, killed_low, killed_high FROM events WHERE contested")}`,
      ".answer tbody tr",
    ],
  };
  for (const [name, [address, ready]] of Object.entries(views)) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [WIDE, NARROW])
        await take(`${name}-${width}-${colorScheme}`, address, { width, colorScheme, ready });
    }
  }
} else {
  await take("explorer-map", "#/", {
    width: WIDE,
    colorScheme: "light",
    ready: ".timeline canvas",
  });
  await take("explorer-event", event, { width: WIDE, colorScheme: "light", ready: ".figures q" });
}
await browser.close();
