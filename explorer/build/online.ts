/**
 * The page once more, as online.html: the only one that may ask another host, for the tiles of a base
 * map. A reader goes there by a link that says so; index.html stays as it is.
 */
import type { Plugin } from "vite";

const HOST = "https://tile.openstreetmap.org";
const TILES = `${HOST}/{z}/{x}/{y}.png`;

/** Vite plugin that writes online.html beside index.html. */
export function online(): Plugin {
  return {
    name: "online",
    enforce: "post",
    generateBundle(_, bundle) {
      const page = bundle["index.html"];
      if (page?.type !== "asset")
        throw new Error("index.html is not among the files that are built");
      this.emitFile({
        type: "asset",
        fileName: "online.html",
        source: allowing(String(page.source)),
      });
    },
  };
}

function allowing(page: string): string {
  const changes = [
    ["connect-src 'self'", `connect-src 'self' ${HOST}`],
    // Whoever gives the tiles wants to know for which page.
    [
      'name="referrer" content="no-referrer"',
      'name="referrer" content="strict-origin-when-cross-origin"',
    ],
    ["<title>", `<meta name="tiles" content="${TILES}" />\n    <title>`],
  ] as const;
  return changes.reduce((changed, [old, fresh]) => {
    if (!changed.includes(old)) throw new Error(`index.html lacks ${old}`);
    return changed.replace(old, fresh);
  }, page);
}
