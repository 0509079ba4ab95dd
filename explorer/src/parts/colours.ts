/** The colours of the page's style sheet, for what is drawn and not styled: the map and the timeline. */

const NAMES = ["water", "land", "border", "line", "ink", "soft", "accent", "clash"] as const;

export type Colours = Record<(typeof NAMES)[number], string>;

const theme = matchMedia("(prefers-color-scheme: dark)");
let known: Colours | undefined;
theme.addEventListener("change", () => (known = undefined));

/** The colours of the theme of the moment. */
export function colours(): Colours {
  return (known ??= read());
}

function read(): Colours {
  const probe = document.body.appendChild(document.createElement("span"));
  const pairs = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(pairs) as Colours;
}

/** Call `follow` whenever the system changes to another theme, until what is given back is called. */
export function onTheme(follow: () => void): () => void {
  theme.addEventListener("change", follow);
  return () => theme.removeEventListener("change", follow);
}

/** Make a canvas `width` by `height` pixels of the page large and empty; what is drawn counts in them. */
export function cleared(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D {
  const density = devicePixelRatio;
  const [columns, rows] = [Math.round(width * density), Math.round(height * density)];
  // Setting a size, even the same one, makes the browser take new memory for the picture.
  if (canvas.width !== columns) canvas.width = columns;
  if (canvas.height !== rows) canvas.height = rows;
  // Drawn by the processor: the pictures are small, and where software stands in for a graphics
  // card it would take ten times as long to draw them as one would.
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.setTransform(density, 0, 0, density, 0, 0);
  context.clearRect(0, 0, width, height);
  return context;
}
