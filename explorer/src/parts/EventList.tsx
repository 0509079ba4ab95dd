/** The events that pass the filters, a page at a time. */
import { useState } from "preact/hooks";
import { address } from "../address";
import type { Base } from "../data/package";
import type { EventRow } from "../data/rows";
import { description } from "../data/words";

const PAGE = 50;

export function EventList({ base, events }: { base: Base; events: EventRow[] }) {
  // Of other events only the first are shown again: in the same drawing, not in one after it.
  const [read, setRead] = useState({ events, most: PAGE });
  const most = read.events === events ? read.most : PAGE;
  if (events.length === 0) return <p class="none">No event passes these filters.</p>;
  return (
    <div class="list">
      <table class="events">
        <caption class="unseen">Events</caption>
        <thead>
          <tr>
            <th scope="col">Event</th>
            <th
              scope="col"
              class="number"
              title={description(base.catalogue, "events", "killed_low")}
            >
              Killed
            </th>
            <th
              scope="col"
              class="number"
              title={description(base.catalogue, "events", "claimant_count")}
            >
              Claimants
            </th>
            <th
              scope="col"
              class="number"
              title={description(base.catalogue, "events", "claim_count")}
            >
              Claims
            </th>
          </tr>
        </thead>
        <tbody>
          {events.slice(0, most).map((event) => (
            <Line event={event} key={event.event_id} />
          ))}
        </tbody>
      </table>
      {events.length > most && (
        <button onClick={() => setRead({ events, most: most + PAGE })}>
          Show {Math.min(PAGE, events.length - most)} more of{" "}
          {(events.length - most).toLocaleString("en-GB")}
        </button>
      )}
    </div>
  );
}

function Line({ event }: { event: EventRow }) {
  return (
    <tr>
      <th scope="row">
        {/* No Link: each would follow the address, and be drawn again whenever a filter changes. */}
        <a href={`#${address.event(event.event_id)}`}>
          <bdi>{event.title}</bdi>
        </a>
        {event.contested && <span class="contested">contested</span>}
      </th>
      <td class="number">{range(event.killed_low, event.killed_high)}</td>
      <td class="number">{event.claimant_count}</td>
      <td class="number">{event.claim_count}</td>
    </tr>
  );
}

function range(low: number | null, high: number | null): string {
  if (low === null) return "";
  return low === high || high === null ? String(low) : `${low} to ${high}`;
}
