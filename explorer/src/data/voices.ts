/** Voices held against each other, event by event. */
import { grouped } from "./package";
import type { DeathsRow } from "./rows";

export interface Voice {
  id: string;
  /** Events whose dead it counts, and those that nobody else counts. */
  events: number;
  alone: number;
}

export interface Pair {
  one: string;
  other: string;
  /** In how many events `one` counts more than `other`, as many, fewer. */
  higher: number;
  equal: number;
  lower: number;
  /** The totals of both, the furthest apart first. */
  events: { event: string; one: number; other: number }[];
}

/** Voices, the most heard first; pairs, those with most events first and `one` the one that counts more. */
export function compared(deaths: DeathsRow[]): { voices: Voice[]; pairs: Pair[] } {
  const voices = new Map<string, Voice>();
  const pairs = new Map<string, Pair>();
  for (const [event, totals] of grouped(deaths, "event_id")) {
    for (const { voice } of totals) {
      const heard = found(voices, voice, () => ({ id: voice, events: 0, alone: 0 }));
      heard.events += 1;
      if (totals.length === 1) heard.alone += 1;
    }
    for (const [one, other] of couples(totals)) {
      const key = `${one.voice} ${other.voice}`;
      const pair = found(pairs, key, () => ({
        one: one.voice,
        other: other.voice,
        higher: 0,
        equal: 0,
        lower: 0,
        events: [],
      }));
      pair[one.low > other.low ? "higher" : one.low < other.low ? "lower" : "equal"] += 1;
      pair.events.push({ event, one: one.low, other: other.low });
    }
  }
  return {
    voices: [...voices.values()].sort(
      (one, other) => other.events - one.events || order(one.id, other.id),
    ),
    pairs: [...pairs.values()]
      .map(higherFirst)
      .sort(
        (one, other) =>
          other.events.length - one.events.length ||
          distance(other) - distance(one) ||
          order(one.one, other.one),
      ),
  };
}

function* couples(totals: DeathsRow[]): Generator<[DeathsRow, DeathsRow]> {
  const sorted = totals.toSorted((one, other) => order(one.voice, other.voice));
  for (const [at, one] of sorted.entries()) {
    for (const other of sorted.slice(at + 1)) yield [one, other];
  }
}

function higherFirst(pair: Pair): Pair {
  const turned = pair.lower > pair.higher;
  const events = pair.events.toSorted(
    (a, b) => Math.abs(b.one - b.other) - Math.abs(a.one - a.other),
  );
  if (!turned) return { ...pair, events };
  return {
    one: pair.other,
    other: pair.one,
    higher: pair.lower,
    equal: pair.equal,
    lower: pair.higher,
    events: events.map(({ event, one, other }) => ({ event, one: other, other: one })),
  };
}

function distance(pair: Pair): number {
  return Math.abs(pair.events[0]!.one - pair.events[0]!.other);
}

function found<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}

const order = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);
