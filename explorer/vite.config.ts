import { defineConfig } from "vite";
import { online } from "./build/online.ts";
import { outlines } from "./build/outlines.ts";

export default defineConfig({
  // The page may lie in any folder of any server.
  base: "./",
  plugins: [outlines(), online()],
  build: {
    target: "es2022",
    chunkSizeWarningLimit: 1500,
    assetsInlineLimit: 0,
    // The terms of the packages that go into the page, which is handed out with releases.
    license: { fileName: "licences.md" },
  },
});
