/** Events by day, month or year; a span that is drawn across narrows the dates. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { EventRow } from "../data/rows";
import { Folded } from "./Folded";
import type { Interval } from "./timelineChart";

interface Props {
  events: EventRow[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

const INTERVALS: Interval[] = ["day", "month", "year"];
/** Rows of the table; more than anybody reads. */
const MOST = 400;

export function Timeline({ events, filters, change }: Props) {
  const drawing = useRef<HTMLDivElement>(null);
  const width = useWidth(drawing);
  const [interval, choose] = useState<Interval>("month");
  const dated = events.filter((event) => event.date_start !== null);

  useEffect(() => {
    if (width === 0 || dated.length === 0) return drawing.current!.replaceChildren();
    let current = true;
    void import("./timelineChart").then(({ drawTimeline }) => {
      if (!current) return;
      const span = { from: filters.from, to: filters.to };
      const chart = drawTimeline(dated, span, interval, width, (from, to) => change({ from, to }));
      drawing.current?.replaceChildren(chart);
    });
    return () => {
      current = false;
    };
  }, [events, filters.from, filters.to, interval, width, change]);

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
      <div class="chart" ref={drawing} />
      <p class="under note">
        Draw across the columns to choose dates.
        {undated > 0 && ` ${undated} events have no date.`}
      </p>
      <Folded summary="The timeline as a table">
        {() => <CountTable events={dated} interval={interval} />}
      </Folded>
    </section>
  );
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
          {[...counts].slice(0, MOST).map(([span, count]) => (
            <tr key={span}>
              <th scope="row">{span}</th>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {counts.size > MOST && (
        <p class="note">
          The first {MOST} of {counts.size}; fewer dates or longer spans show the rest.
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
