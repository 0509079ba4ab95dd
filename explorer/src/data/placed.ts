/** Events by their places, as the map and its table show them. */
import type { Base } from "./package";
import type { EventRow, PlaceRow } from "./rows";

/** A place and what is tied to it itself, not to what lies in it. */
export interface Tally {
  place: PlaceRow;
  events: number;
  /** Whether one of them is contested. */
  contested: boolean;
}

/** The places of events, those with most events first. */
export function talliesOf(base: Base, events: EventRow[]): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const { place_id: id, contested } of events) {
    if (id === null) continue;
    const tally = tallies.get(id);
    if (tally === undefined) {
      const place = base.place.get(id);
      if (place !== undefined) tallies.set(id, { place, events: 1, contested });
    } else {
      tally.events++;
      tally.contested ||= contested;
    }
  }
  return [...tallies.values()].sort((one, other) => other.events - one.events);
}

/** Whether it is known where the place lies. */
export function isLocated(place: PlaceRow): boolean {
  return place.latitude !== null && place.longitude !== null;
}
