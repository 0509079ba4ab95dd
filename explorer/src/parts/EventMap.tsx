/** Places of the events that are shown, on a map without tiles; what is drawn asks no server. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { Base } from "../data/package";
import { isLocated, type Tally } from "../data/placed";
import { openMap, type PlacesMap, TILES } from "./map";

interface Props {
  base: Base;
  /** How many events are shown, and the places of those that have one. */
  count: number;
  tallies: Tally[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

export function EventMap({ base, count, tallies, filters, change }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<PlacesMap>();
  const [failure, setFailure] = useState("");
  const choose = useRef(change);
  choose.current = change;

  useEffect(() => {
    const opened = openMap(container.current!, base, (place) => choose.current({ place }));
    opened.then(setMap, (error: Error) => setFailure(error.message));
    return () =>
      void opened.then(
        (map) => map.close(),
        () => undefined,
      );
  }, [base]);
  // Before the browser paints: the list and the map change in one frame.
  useLayoutEffect(() => map?.show(tallies, filters.place), [map, tallies, filters.place]);

  const located = tallies.filter(({ place }) => isLocated(place));
  const unplaced = count - located.reduce((sum, { events }) => sum + events, 0);
  return (
    <section class="map" aria-label="Map">
      {failure ? (
        <p class="none">
          The map cannot be drawn here ({failure}). The table below has all places.
        </p>
      ) : (
        <div class="canvas" ref={container} />
      )}
      <p class="under">
        <button disabled={map === undefined} onClick={() => change({ box: map!.box() })}>
          Only this part of the map
        </button>{" "}
        {filters.place && (
          <button class="chip" onClick={() => change({ place: "" })}>
            In <bdi>{base.place.get(filters.place)?.name ?? filters.place}</bdi>{" "}
            <span aria-hidden="true">×</span>
            <span class="unseen">: remove</span>
          </button>
        )}
        {unplaced > 0 && (
          <span class="note">
            {unplaced.toLocaleString("en-GB")} events are at no known point.{" "}
          </span>
        )}
        <BaseMap />
      </p>
    </section>
  );
}

/** Which base map is shown, and the way to the other one. */
function BaseMap() {
  if (TILES === undefined) {
    return (
      <span class="note">
        Land: Natural Earth. <a href={`online.html${location.hash}`}>Online base map</a> (asks
        tile.openstreetmap.org for what you look at)
      </span>
    );
  }
  return (
    <span class="note">
      Base map: © OpenStreetMap contributors, from another host.{" "}
      <a href={`index.html${location.hash}`}>Offline again</a>
    </span>
  );
}
