/** Events by day, month or year of their first days, as the timeline and its table show them. */
import type { EventRow } from "./rows";

export type Interval = "day" | "month" | "year";

/** The events of a day, month or year that has some. */
export interface Span {
  /** "2012-03-19", "2012-03" or "2012". */
  name: string;
  /** Where it begins and where the next one does, in milliseconds of Unix time. */
  start: number;
  end: number;
  events: number;
  contested: number;
}

/** Characters of an ISO date that name the interval. */
const LENGTH = { day: 10, month: 7, year: 4 };

/** @param events with dates, in order of their first days. */
export function spansOf(events: EventRow[], interval: Interval): Span[] {
  const spans: Span[] = [];
  let span: Span | undefined;
  for (const event of events) {
    if (span === undefined || !event.date_start!.startsWith(span.name)) {
      const name = event.date_start!.slice(0, LENGTH[interval]);
      span = { name, ...limits(name, interval), events: 0, contested: 0 };
      spans.push(span);
    }
    span.events++;
    if (event.contested) span.contested++;
  }
  return spans;
}

function limits(name: string, interval: Interval): { start: number; end: number } {
  const next = new Date(name);
  const start = +next;
  if (interval === "day") next.setUTCDate(next.getUTCDate() + 1);
  else if (interval === "month") next.setUTCMonth(next.getUTCMonth() + 1);
  else next.setUTCFullYear(next.getUTCFullYear() + 1);
  return { start, end: +next };
}
