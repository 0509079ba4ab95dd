/** The security policy holds, both as the server sends it and as the page states it for any server. */
import { expect, test } from "@playwright/test";

test("the server sends a policy that names no other host", async ({ request }) => {
  const policy = (await request.get("/")).headers()["content-security-policy"]!;
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|'unsafe-eval'/);
  expect(policy).not.toMatch(/script-src[^;]*'unsafe-inline'/);
});

test("requests to others and scripts in the page are refused", async ({ page }) => {
  await page.goto("/");
  const refused = await page.evaluate(async () => {
    const fetched = await fetch("http://localhost:9/x").then(() => "went out", () => "refused");
    const script = Object.assign(document.createElement("script"), { textContent: "window.ran = 1" });
    document.body.append(script);
    return { fetched, script: "ran" in window };
  });
  expect(refused).toEqual({ fetched: "refused", script: false });
});

test("a query cannot reach a file or another host", async ({ page }) => {
  for (const query of ["SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')", "FROM 'https://example.org/x.parquet'", "SET enable_external_access = true"]) {
    await page.goto(`/#/sql?q=${encodeURIComponent(query)}`);
    await expect(page.locator("pre[role=alert]")).toBeVisible({ timeout: 45_000 });
  }
});
