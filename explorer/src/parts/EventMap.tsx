/** Places of the events that are shown, on a map without tiles; what is drawn asks no server. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { Base } from "../data/package";
import type { EventRow } from "../data/rows";
import { openMap, type PlacesMap, TILES } from "./map";

interface Props {
  base: Base;
  events: EventRow[];
  filters: Filters;
  change: (changed: Partial<Filters>) => void;
}

export function EventMap({ base, events, filters, change }: Props) {
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
  useEffect(() => map?.show(events, filters.place), [map, events, filters.place]);

  const unplaced = events.filter((event) => !isOnMap(base, event)).length;
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

function isOnMap(base: Base, event: EventRow): boolean {
  return event.place_id !== null && (base.place.get(event.place_id)?.latitude ?? null) !== null;
}
