/** The drawing of the timeline: columns over days, on a canvas that is drawn at once. */
import { scaleLinear, scaleUtc } from "d3-scale";
import type { Span } from "../data/spans";
import { cleared, colours } from "./colours";

/** Pixels: of the whole, beside and below the columns, and above the tallest. */
export const HEIGHT = 150;
const LEFT = 40;
const RIGHT = 20;
const BELOW = 24;
const ABOVE = 20;
const TICK = 6;
const DAY = 86_400_000;

export interface Chart {
  /** From where to where columns stand, in pixels. */
  left: number;
  right: number;
  /** The day at a pixel between them, ISO. */
  day(x: number): string;
}

/**
 * Draw spans, in order, as columns.
 * @param from first day of the axis, ISO; "" for that of the first span.
 * @param to last day of the axis, ISO; "" for that of the last span.
 */
export function drawTimeline(
  canvas: HTMLCanvasElement,
  spans: Span[],
  { from, to }: { from: string; to: string },
  width: number,
): Chart {
  const [left, right, foot] = [LEFT, width - RIGHT, HEIGHT - BELOW];
  const first = from ? +new Date(from) : spans[0]!.start;
  // An event that goes on into the dates asked for may have begun before the first of them.
  const last = Math.max(first + DAY, to ? +new Date(to) + DAY : spans.at(-1)!.end);
  const x = scaleUtc().domain([first, last]).range([left, right]);
  const most = spans.reduce((highest, { events }) => Math.max(highest, events), 1);
  const y = scaleLinear().domain([0, most]).range([foot, ABOVE]);

  const { line: grid, ink, accent, clash } = colours();
  const context = cleared(canvas, width, HEIGHT);
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "middle";
  const line = (colour: string, [x1, y1, x2, y2]: [number, number, number, number]) => {
    context.strokeStyle = colour;
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
  };

  context.textAlign = "right";
  for (const count of y.ticks(4).filter(Number.isInteger)) {
    line(grid, [left, y(count), right, y(count)]);
    line(ink, [left - TICK, y(count), left, y(count)]);
    context.fillStyle = ink;
    context.fillText(count.toLocaleString("en-GB"), left - TICK - 3, y(count));
  }

  context.save();
  context.beginPath();
  context.rect(left, 0, right - left, HEIGHT);
  context.clip();
  for (const { start, end, events, contested } of spans) {
    const [begin, thick] = [x(start) + 0.5, Math.max(1, x(end) - x(start) - 1)];
    const turn = y(events - contested);
    context.fillStyle = accent;
    context.fillRect(begin, turn, thick, foot - turn);
    context.fillStyle = clash;
    context.fillRect(begin, y(events), thick, turn - y(events));
  }
  context.restore();

  line(ink, [left, foot, right, foot]);
  context.textAlign = "center";
  context.fillStyle = ink;
  const named = x.tickFormat();
  for (const moment of x.ticks(Math.max(2, Math.floor((right - left) / 80)))) {
    line(ink, [x(moment), foot, x(moment), foot + TICK]);
    context.fillText(named(moment), x(moment), foot + TICK + 8);
  }
  return { left, right, day: (at) => x.invert(at).toISOString().slice(0, 10) };
}
