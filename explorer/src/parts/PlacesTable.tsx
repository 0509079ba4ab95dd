/** The map as a table: for screen readers, keyboards, and places whose position nobody knows. */
import type { Filters } from "../data/filters";
import { isLocated, type Tally } from "../data/placed";
import { Folded } from "./Folded";
import { PlaceName } from "./Names";

interface Props {
  tallies: Tally[];
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

function Places({ tallies, filters, change }: Props) {
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
          {tallies.slice(0, MOST).map(({ place, events }) => {
            const id = place.place_id;
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
                <td class="number">{events}</td>
                <td>{isLocated(place) ? "yes" : "no: position unknown"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {tallies.length > MOST && (
        <p>
          {MOST} of {tallies.length} places
        </p>
      )}
    </>
  );
}
