/** Tests in Debian's Chromium, against the explorer as `claims explore` writes and serves it. */
import { defineConfig } from "@playwright/test";

/** The published package, and one made up of rows that try to do harm. */
const PORTS = { published: 8471, hostile: 8472 };
const serve = (port: number, command: string) => ({
  command: `../.venv/bin/python ${command} --port ${port}`,
  url: `http://127.0.0.1:${port}/`,
  env: { PYTHONPATH: ".." },
});

export default defineConfig({
  testDir: "tests",
  workers: 2,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    browserName: "chromium",
    baseURL: `http://127.0.0.1:${PORTS.published}/`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Without a graphics card the map is drawn by the processor.
      args: ["--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    },
  },
  projects: [
    { name: "published", testIgnore: /hostile/ },
    {
      name: "hostile",
      testMatch: /hostile/,
      use: { baseURL: `http://127.0.0.1:${PORTS.hostile}/` },
    },
  ],
  webServer: [
    serve(PORTS.published, "-m pipeline.cli explore --output ../build/explorer-tested"),
    serve(PORTS.hostile, "tests/hostile_package.py ../build/explorer-hostile"),
  ],
});
