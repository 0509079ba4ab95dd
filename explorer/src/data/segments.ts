/** A text cut where claims, uncoded numbers and sentences begin and end. */
import type { Claim } from "./package";
import type { Points } from "./points";
import type { UncodedRow } from "./rows";

export interface Segment {
  start: number;
  end: number;
  /** Claims whose counted words these are. */
  claims: Claim[];
  /** The entry of the ledger, if the number is no claim. */
  uncoded: UncodedRow | undefined;
  /** A number in digits of which the tables say nothing. */
  unread: boolean;
}

const NUMBER = /\d[\d,.]*\d|\d/g;

/** Cut a text; the segments follow each other without a gap. `also` are further places to cut at. */
export function segmentsOf(
  text: Points,
  claims: Claim[],
  ledger: UncodedRow[],
  also: number[],
): Segment[] {
  const spans = [...claims, ...ledger];
  const numbers = [...text.matches(NUMBER)].filter(
    ([start, end]) => !spans.some((span) => span.char_start < end && span.char_end > start),
  );
  const cuts = new Set([0, text.length, ...also]);
  for (const span of spans) cuts.add(span.char_start).add(span.char_end);
  for (const [start, end] of numbers) cuts.add(start).add(end);
  const places = [...cuts].filter((at) => at <= text.length).sort((one, other) => one - other);
  const unread = new Set(numbers.map(([start]) => start));
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1]!;
    const holds = (span: { char_start: number; char_end: number }) =>
      span.char_start <= start && span.char_end >= end;
    return {
      start,
      end,
      claims: claims.filter(holds),
      uncoded: ledger.find(holds),
      unread: unread.has(start),
    };
  });
}
