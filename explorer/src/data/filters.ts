/** Which events are shown: the filters, how they stand in the address, and what they let through. */
import { type Base, placesWithin, type Told } from "./package";
import type { EventRow } from "./rows";

export interface Filters {
  /** Words of the title or of the place. */
  find: string;
  from: string;
  to: string;
  place: string;
  type: string;
  claimant: string;
  actor: string;
  subject: string;
  contested: string;
  /** West, south, east and north of the part of the map that is looked at, in degrees. */
  box: string;
}

const NAMES = [
  "find",
  "from",
  "to",
  "place",
  "type",
  "claimant",
  "actor",
  "subject",
  "contested",
  "box",
] as const;

export function filtersOf(parameters: URLSearchParams): Filters {
  return Object.fromEntries(
    NAMES.map((name) => [name, parameters.get(name) ?? ""]),
  ) as unknown as Filters;
}

/** The filters for the address; those that are not set are left out. */
export function parametersOf(filters: Filters): URLSearchParams {
  return new URLSearchParams(
    NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])),
  );
}

export function isSet(filters: Filters): boolean {
  return NAMES.some((name) => filters[name] !== "");
}

/**
 * The events that pass all filters, in the order of `base.events`.
 * @param told undefined while the claims are still on their way: claimant and subject then wait.
 */
export function passing(base: Base, told: Told | undefined, filters: Filters): EventRow[] {
  const tests = [...ofEvents(base, filters)];
  if (told !== undefined && (filters.claimant || filters.subject)) {
    const named = eventsNaming(told, filters.claimant, filters.subject);
    tests.push((event) => named.has(event.event_id));
  }
  return base.events.filter((event) => tests.every((passes) => passes(event)));
}

function* ofEvents(base: Base, filters: Filters): Generator<(event: EventRow) => boolean> {
  const { find, from, to, place, type, actor, contested, box } = filters;
  const words = folded(find).split(" ").filter(Boolean);
  if (words.length > 0) {
    yield (event) => {
      const text = textOf(base, event);
      return words.every((word) => text.includes(word));
    };
  }
  if (from) yield (event) => event.date_end !== null && event.date_end >= from;
  if (to) yield (event) => event.date_start !== null && event.date_start <= to;
  if (type) yield (event) => event.event_type === type;
  if (contested) yield (event) => event.contested;
  if (actor) yield (event) => event.actors !== null && event.actors.split("|").includes(actor);
  if (place) {
    const inside = placesWithin(base, place);
    yield (event) => event.place_id !== null && inside.has(event.place_id);
  }
  if (box) {
    const inside = placesInBox(base, box);
    yield (event) => event.place_id !== null && inside.has(event.place_id);
  }
}

const texts = new WeakMap<EventRow, string>();

/** What an event is found by; made when it is first asked for. */
function textOf(base: Base, event: EventRow): string {
  let text = texts.get(event);
  if (text === undefined) {
    const place = event.place_id === null ? undefined : base.place.get(event.place_id);
    text = folded([event.title, place?.name ?? "", place?.name_ar ?? ""].join(" "));
    texts.set(event, text);
  }
  return text;
}

/** Without accents, vowel signs, hamzas, apostrophes and hyphens, which writers set as they please. */
function folded(text: string): string {
  const bare = text.normalize("NFKD").replace(/[\p{M}'’‘`ʿʾʻʼ]/gu, "");
  return bare.toLowerCase().replace(/[\s-]+/g, " ");
}

/** One claim must meet both: what a claimant said of a subject. */
function eventsNaming(told: Told, claimant: string, subject: string): Set<string> {
  const named = new Set<string>();
  const claims = claimant ? told.byClaimant.get(claimant) : told.bySubject.get(subject);
  for (const claim of claims ?? []) {
    if (subject && claim.subject !== subject) continue;
    if (claim.event_id !== null) named.add(claim.event_id);
  }
  return named;
}

function placesInBox(base: Base, box: string): Set<string> {
  const [west, south, east, north] = box.split(",").map(Number);
  const inside = new Set<string>();
  for (const place of base.place.values()) {
    const { longitude: x, latitude: y } = place;
    if (x === null || y === null) continue;
    if (x >= west! && x <= east! && y >= south! && y <= north!) inside.add(place.place_id);
  }
  return inside;
}
