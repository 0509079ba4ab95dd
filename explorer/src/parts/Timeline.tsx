/** Events by day, month or year; a span that is drawn across narrows the dates. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { EventRow } from "../data/rows";
import { type Interval, type Span, spansOf } from "../data/spans";
import { onTheme } from "./colours";
import { Folded } from "./Folded";
import { type Chart, drawTimeline, HEIGHT } from "./timelineChart";

interface Props {
  events: EventRow[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

const INTERVALS: Interval[] = ["day", "month", "year"];
/** Rows of the table; more than anybody reads. */
const MOST = 400;

export function Timeline({ events, filters, change }: Props) {
  const [interval, choose] = useState<Interval>("month");
  const dated = useMemo(() => events.filter((event) => event.date_start !== null), [events]);
  const spans = useMemo(() => spansOf(dated, interval), [dated, interval]);
  const undated = events.length - dated.length;
  return (
    <section class="timeline" aria-label="Timeline">
      <div class="under">
        <fieldset>
          <legend class="unseen">Events by</legend>
          {INTERVALS.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name="interval"
                checked={interval === choice}
                onChange={() => choose(choice)}
              />{" "}
              {choice}
            </label>
          ))}
        </fieldset>
        {(filters.from || filters.to) && (
          <button class="plain" onClick={() => change({ from: "", to: "" })}>
            All dates
          </button>
        )}
      </div>
      <Columns
        spans={spans}
        from={filters.from}
        to={filters.to}
        choose={(from, to) => change({ from, to })}
      />
      <p class="under note">
        Draw across the columns to choose dates.
        {undated > 0 && ` ${undated.toLocaleString("en-GB")} events have no date.`}
      </p>
      <Folded summary="The timeline as a table">
        {() => <CountTable spans={spans} interval={interval} />}
      </Folded>
    </section>
  );
}

interface ColumnsProps {
  spans: Span[];
  from: string;
  to: string;
  choose: (from: string, to: string) => void;
}

/** Readers of the screen get the table and the fields for dates instead. */
function Columns({ spans, from, to, choose }: ColumnsProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const chart = useRef<Chart>();
  const width = useWidth(frame);
  // Where a span that is being drawn begins and where it has come to, in pixels.
  const [drawn, draw] = useState<[number, number]>();

  // Before the browser paints: the list and the timeline change in one frame.
  useLayoutEffect(() => {
    const repaint = () => {
      const isEmpty = width === 0 || spans.length === 0;
      chart.current = isEmpty
        ? undefined
        : drawTimeline(canvas.current!, spans, { from, to }, width);
    };
    repaint();
    return onTheme(repaint);
  }, [spans, from, to, width]);

  const at = (event: PointerEvent) => {
    const { left, right } = chart.current!;
    return Math.min(
      right,
      Math.max(left, event.clientX - frame.current!.getBoundingClientRect().x),
    );
  };
  const [start, end] = drawn === undefined ? [0, 0] : drawn.toSorted((one, other) => one - other);
  return (
    <div
      class="chart"
      aria-hidden="true"
      ref={frame}
      onPointerDown={(event) => {
        if (chart.current === undefined || event.button !== 0) return;
        frame.current!.setPointerCapture(event.pointerId);
        draw([at(event), at(event)]);
      }}
      onPointerMove={(event) => drawn && chart.current && draw([drawn[0], at(event)])}
      onPointerUp={() => {
        draw(undefined);
        // A click draws nothing.
        if (drawn && end! - start! > 2)
          choose(chart.current!.day(start!), chart.current!.day(end!));
      }}
      onPointerCancel={() => draw(undefined)}
    >
      {spans.length > 0 && <canvas ref={canvas} style={{ width, height: HEIGHT }} />}
      {drawn && <div class="drawn" style={{ left: start, width: end! - start! }} />}
    </div>
  );
}

/** The columns in words; only what has events. */
function CountTable({ spans, interval }: { spans: Span[]; interval: Interval }) {
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{interval}</th>
            <th scope="col" class="number">
              Events
            </th>
          </tr>
        </thead>
        <tbody>
          {spans.slice(0, MOST).map(({ name, events }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number">{events}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {spans.length > MOST && (
        <p class="note">
          The first {MOST} of {spans.length}; fewer dates or longer spans show the rest.
        </p>
      )}
    </>
  );
}

/** Width of an element in pixels, followed as the window changes; 0 before it is known. */
function useWidth(element: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) =>
      setWidth(Math.floor(entry!.contentRect.width)),
    );
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return width;
}
