/** The drawing of the timeline; loaded after the list of events stands. */
import * as Plot from "@observablehq/plot";
import { brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";
import type { EventRow } from "../data/rows";

export type Interval = "day" | "month" | "year";

/** Pixels: of the whole, and of the axis below the columns. */
const HEIGHT = 150;
const BELOW = 24;
const DAY = 86_400_000;

/**
 * Draw the numbers of events, in order of their first days, as columns.
 * @param span first and last day of the axis, ISO; "" for that of the events.
 * @param choose is told the first and the last day of a span that a reader draws.
 */
export function drawTimeline(
  events: EventRow[],
  span: { from: string; to: string },
  interval: Interval,
  width: number,
  choose: (from: string, to: string) => void,
): Element {
  const chart = columns(events, span, interval, width);
  // The chart is hidden from screen readers, which get the table; names on its groups are faults.
  for (const part of chart.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
  addBrush(chart, choose);
  return chart;
}

function columns(
  events: EventRow[],
  span: { from: string; to: string },
  interval: Interval,
  width: number,
) {
  const days = events.map((event) => event.date_start!);
  const unit = Plot.utcInterval(interval);
  const first = span.from ? new Date(span.from) : unit.floor(new Date(days[0]!));
  const last = span.to
    ? +new Date(span.to) + DAY
    : unit.offset(unit.floor(new Date(days.at(-1)!)), 1);
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 40,
    marginBottom: BELOW,
    ariaHidden: "true",
    style: { background: "none", fontSize: "11px", overflow: "visible" },
    x: { type: "utc", domain: [first, new Date(last)], label: null },
    y: {
      label: null,
      ticks: 4,
      tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ""),
      grid: true,
    },
    color: { domain: [false, true], range: ["var(--accent)", "var(--clash)"] },
    marks: [
      Plot.rectY(
        events,
        Plot.binX({ y: "count" }, {
          x: (event: EventRow) => new Date(event.date_start!),
          fill: "contested",
          interval,
          inset: 0,
          insetLeft: 0.5,
          insetRight: 0.5,
          clip: true,
        } as Plot.BinXInputs<Plot.RectYOptions>),
      ),
      Plot.ruleY([0]),
    ],
  } as Plot.PlotOptions);
}

function addBrush(
  chart: ReturnType<typeof Plot.plot>,
  choose: (from: string, to: string) => void,
): void {
  const scale = chart.scale("x")!;
  const [left, right] = scale.range as [number, number];
  const brush = brushX<unknown>()
    .extent([
      [left, 0],
      [right, HEIGHT - BELOW],
    ])
    .on("end", (event: D3BrushEvent<unknown>) => {
      if (event.selection === null) return;
      const [from, to] = (event.selection as [number, number]).map((at) =>
        isoDay(scale.invert!(at) as Date),
      );
      choose(from!, to!);
    });
  select(chart.tagName === "svg" ? chart : chart.querySelector("svg")!)
    .append("g")
    .attr("class", "brush")
    .call(brush as never);
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
