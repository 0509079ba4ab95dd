/** The map as a table: for screen readers, keyboards, and places whose position nobody knows. */
import type { Filters } from "../data/filters";
import type { Base } from "../data/package";
import type { EventRow } from "../data/rows";
import { Folded } from "./Folded";
import { PlaceName } from "./Names";

interface Props {
  base: Base;
  events: EventRow[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

const MOST = 200;

export function PlacesTable(props: Props) {
  return (
    <Folded class="places" summary="The map as a table">
      {() => <Places {...props} />}
    </Folded>
  );
}

function Places({ base, events, filters, change }: Props) {
  const counts = countByPlace(events);
  const places = [...counts].sort((one, other) => other[1] - one[1]).slice(0, MOST);
  return (
    <>
      <table>
        <caption class="unseen">Places by number of events</caption>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col" class="number">
              Events
            </th>
            <th scope="col">On the map</th>
          </tr>
        </thead>
        <tbody>
          {places.map(([id, count]) => {
            const place = base.place.get(id);
            if (place === undefined) return null;
            return (
              <tr key={id}>
                <th scope="row">
                  <button
                    class="plain"
                    aria-pressed={filters.place === id}
                    onClick={() => change({ place: id })}
                  >
                    <PlaceName place={place} />
                  </button>
                </th>
                <td class="number">{count}</td>
                <td>{place.latitude === null ? "no: position unknown" : "yes"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {counts.size > MOST && (
        <p>
          {MOST} of {counts.size} places
        </p>
      )}
    </>
  );
}

/** How many events are tied to each place itself. */
export function countByPlace(events: EventRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { place_id: id } of events) {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
