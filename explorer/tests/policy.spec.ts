/** The security policy holds, both as the server sends it and as the page states it for any server. */
import { expect, test } from "@playwright/test";

test("the server sends a policy that names no other host", async ({ request }) => {
  const policy = (await request.get("/")).headers()["content-security-policy"]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

test("tiles of a base map are asked for only after a reader's click", async ({ page, request }) => {
  const asked: string[] = [];
  const empty = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  // Stands in for the other host, which no test may ask.
  await page.route("https://tile.openstreetmap.org/**", (route) => {
    asked.push(route.request().url());
    return route.fulfill({
      body: empty,
      contentType: "image/png",
      headers: { "access-control-allow-origin": "*" },
    });
  });
  await page.goto("/#/?place=saraqib");
  await expect(page.locator(".map .maplibregl-canvas")).toBeVisible();
  const link = page.getByRole("link", { name: "Online base map" });
  await expect(link).toBeVisible();
  expect(asked).toEqual([]);
  await link.click();
  await expect(page).toHaveURL(/online\.html#\/\?place=saraqib/);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  expect((await request.get("/online.html")).headers()["content-security-policy"]).toContain(
    "connect-src 'self' https://tile.openstreetmap.org;",
  );
  await page.getByRole("link", { name: "Offline again" }).click();
  await expect(page).toHaveURL(/index\.html#\/\?place=saraqib/);
});

test("requests to others and scripts in the page are refused", async ({ page }) => {
  await page.goto("/");
  const refused = await page.evaluate(async () => {
    const fetched = await fetch("http://localhost:9/x").then(
      () => "went out",
      () => "refused",
    );
    const script = Object.assign(document.createElement("script"), {
      textContent: "window.ran = 1",
    });
    document.body.append(script);
    return { fetched, script: "ran" in window };
  });
  expect(refused).toEqual({ fetched: "refused", script: false });
});

test("a query cannot reach a file or another host", async ({ page }) => {
  for (const query of [
    "SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')",
    "FROM 'https://example.org/x.parquet'",
    "SET enable_external_access = true",
  ]) {
    await page.goto(`/#/sql?q=${encodeURIComponent(query)}`);
    await expect(page.locator("pre[role=alert]")).toBeVisible({ timeout: 45_000 });
  }
});
