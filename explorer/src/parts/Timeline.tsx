/** Events by day, month or year; a span that is drawn across narrows the dates. */
import * as Plot from "@observablehq/plot";
import { brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { EventRow } from "../data/rows";

interface Props {
  events: EventRow[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

const INTERVALS = ["day", "month", "year"] as const;
type Interval = (typeof INTERVALS)[number];
const HEIGHT = 150;
const DAY = 86_400_000;

export function Timeline({ events, filters, change }: Props) {
  const drawing = useRef<HTMLDivElement>(null);
  const width = useWidth(drawing);
  const [interval, choose] = useState<Interval>("month");
  const dated = events.filter((event) => event.date_start !== null);

  useEffect(() => {
    if (width === 0 || dated.length === 0) return drawing.current!.replaceChildren();
    const chart = drawn(dated, filters, interval, width);
    // The chart is hidden from screen readers, which get the table; names on its groups are faults.
    for (const part of chart.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label");
    addBrush(chart, (from, to) => change({ from, to }));
    drawing.current!.replaceChildren(chart);
  }, [events, filters.from, filters.to, interval, width, change]);

  const undated = events.length - dated.length;
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="under">
        <fieldset>
          <legend class="unseen">Events by</legend>
          {INTERVALS.map((choice) => (
            <label key={choice}>
              <input type="radio" name="interval" checked={interval === choice} onChange={() => choose(choice)} /> {choice}
            </label>
          ))}
        </fieldset>
        {(filters.from || filters.to) && <button class="plain" onClick={() => change({ from: "", to: "" })}>All dates</button>}
      </div>
      <div ref={drawing} />
      <p class="under note">
        Draw across the columns to choose dates.
        {undated > 0 && ` ${undated} events have no date.`}
      </p>
      <CountTable events={dated} interval={interval} />
    </section>
  );
}

function drawn(events: EventRow[], filters: Filters, interval: Interval, width: number) {
  const days = events.map((event) => event.date_start!);
  const unit = Plot.utcInterval(interval);
  const first = filters.from ? new Date(filters.from) : unit.floor(new Date(days[0]!));
  const last = filters.to ? +new Date(filters.to) + DAY : unit.offset(unit.floor(new Date(days.at(-1)!)), 1);
  return Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 40,
    marginBottom: 24,
    ariaHidden: "true",
    style: { background: "none", fontSize: "11px", overflow: "visible" },
    x: { type: "utc", domain: [first, new Date(last)], label: null },
    y: { label: null, ticks: 4, tickFormat: (count: number) => (Number.isInteger(count) ? String(count) : ""), grid: true },
    color: { domain: [false, true], range: ["var(--accent)", "var(--clash)"] },
    marks: [
      Plot.rectY(events, Plot.binX({ y: "count" }, {
        x: (event: EventRow) => new Date(event.date_start!),
        fill: "contested",
        interval,
        inset: 0,
        insetLeft: 0.5,
        insetRight: 0.5,
        clip: true,
      } as Plot.BinXInputs<Plot.RectYOptions>)),
      Plot.ruleY([0]),
    ],
  } as Plot.PlotOptions);
}

function addBrush(chart: ReturnType<typeof Plot.plot>, choose: (from: string, to: string) => void): void {
  const scale = chart.scale("x")!;
  const [left, right] = scale.range as [number, number];
  const brush = brushX<unknown>().extent([[left, 0], [right, HEIGHT - 24]]).on("end", (event: D3BrushEvent<unknown>) => {
    if (event.selection === null) return;
    const [from, to] = (event.selection as [number, number]).map((at) => isoDay(scale.invert!(at) as Date));
    choose(from!, to!);
  });
  select(chart.tagName === "svg" ? chart : chart.querySelector("svg")!).append("g").attr("class", "brush").call(brush as never);
}

function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The columns in words; only what has events. */
function CountTable({ events, interval }: { events: EventRow[]; interval: Interval }) {
  const length = { day: 10, month: 7, year: 4 }[interval];
  const counts = new Map<string, number>();
  for (const event of events) {
    const span = event.date_start!.slice(0, length);
    counts.set(span, (counts.get(span) ?? 0) + 1);
  }
  return (
    <details>
      <summary>The timeline as a table</summary>
      <table>
        <thead><tr><th scope="col">{interval}</th><th scope="col" class="number">Events</th></tr></thead>
        <tbody>
          {[...counts].slice(0, 400).map(([span, count]) => (
            <tr key={span}><th scope="row">{span}</th><td class="number">{count}</td></tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Width of an element in pixels, followed as the window changes; 0 before it is known. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return width;
}
