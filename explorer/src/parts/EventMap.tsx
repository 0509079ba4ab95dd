/** Places of the events that are shown, on a map without tiles; what is drawn asks no server. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { Base } from "../data/package";
import { isLocated, type Tally } from "../data/placed";
import { PlaceName } from "./Names";
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
  const [asked, ask] = useState<Asked>();
  const choose = useRef(change);
  choose.current = change;

  useEffect(() => {
    const opened = openMap(container.current!, base, (tallies, x, y) => {
      if (tallies.length > 1) ask({ tallies, x, y });
      else choose.current({ place: tallies[0]!.place.place_id });
    });
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
      {asked && (
        <Which
          {...asked}
          choose={(place) => {
            ask(undefined);
            change({ place });
          }}
          close={() => ask(undefined)}
        />
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

/** Places so close to each other that a click may mean any of them. */
interface Asked {
  tallies: Tally[];
  x: number;
  y: number;
}

/** Asks which of them is meant. */
function Which(props: Asked & { choose: (place: string) => void; close: () => void }) {
  const { tallies, x, y, choose, close } = props;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current!.querySelector("button")!.focus(), [tallies]);
  return (
    <ul
      class="which"
      aria-label="Places here"
      ref={list}
      style={{ left: `min(${x}px, 100% - 15rem)`, top: `min(${y}px, 100% - 12rem)` }}
      onKeyDown={(event) => event.key === "Escape" && close()}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) close();
      }}
    >
      {tallies.map(({ place, events }) => (
        <li key={place.place_id}>
          <button class="plain" onClick={() => choose(place.place_id)}>
            <PlaceName place={place} />
          </button>{" "}
          <span class="note">{events.toLocaleString("en-GB")}</span>
        </li>
      ))}
    </ul>
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
