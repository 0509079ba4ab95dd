/** MapLibre with the outlines of the page's own, and places over it; loaded when a map is shown. */
import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import type { Base } from "../data/package";
import { isLocated, type Tally } from "../data/placed";
import { colours, onTheme } from "./colours";
import { openPlacesCanvas } from "./placesCanvas";

export interface PlacesMap {
  /** Draw places at once; `chosen` is the id of the place that is filtered for, or "". */
  show(places: Tally[], chosen: string): void;
  /** West, south, east and north of what is seen, in degrees. */
  box(): string;
  close(): void;
}

/** Address of the tiles of a base map; only online.html has one. */
export const TILES = document.querySelector<HTMLMetaElement>("meta[name=tiles]")?.content;

/** Pixels by which one place must be nearer than the others for a click to mean it alone. */
const CLEARLY = 4;

/** Open a map in `container`; `pick` is told which places a click at x and y may mean. */
export async function openMap(
  container: HTMLElement,
  base: Base,
  pick: (tallies: Tally[], x: number, y: number) => void,
): Promise<PlacesMap> {
  const [library, worker, land] = await Promise.all([
    import("maplibre-gl"),
    import("maplibre-gl/dist/maplibre-gl-worker.mjs?url"),
    import("virtual:outlines"),
    import("maplibre-gl/dist/maplibre-gl.css"),
  ]);
  library.setWorkerUrl(worker.default);
  const map = new library.Map({
    container,
    style: styleOf(land.default),
    bounds: boundsOf(base),
    fitBoundsOptions: { padding: 40, maxZoom: 11 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 14,
    minZoom: 4,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-label", "Map of places; the table below has the same");
  map.addControl(new library.NavigationControl({ showCompass: false }), "top-right");
  const canvas = document.createElement("canvas");
  canvas.className = "marks";
  map.getCanvasContainer().append(canvas);
  const places = openPlacesCanvas(canvas, (position) => map.project(position));
  // Whenever the map moves, in the same frame.
  map.on("render", places.draw);
  map.on("click", ({ point }) => {
    const hit = places.at(point);
    const meant = hit.filter(({ distance }) => distance - hit[0]!.distance < CLEARLY);
    if (meant.length > 0)
      pick(
        meant.map(({ tally }) => tally),
        point.x,
        point.y,
      );
  });
  map.on("mousemove", ({ point }) => {
    map.getCanvas().style.cursor = places.at(point).length > 0 ? "pointer" : "";
  });
  const forget = onTheme(() => {
    map.setStyle(styleOf(land.default));
    places.draw();
  });
  return {
    show: (tallies, chosen) => {
      places.show(tallies, chosen);
      places.draw();
    },
    box: () =>
      map
        .getBounds()
        .toArray()
        .flat()
        .map((degrees) => degrees.toFixed(3))
        .join(","),
    close: () => {
      forget();
      map.remove();
    },
  };
}

/** What holds all places of events. */
function boundsOf(base: Base): [number, number, number, number] {
  const ids = new Set(base.events.map((event) => event.place_id));
  const placed = [...base.place.values()].filter(
    (place) => ids.has(place.place_id) && isLocated(place),
  );
  if (placed.length === 0) return [35, 34, 38, 37];
  const east = placed.map((place) => place.longitude!);
  const north = placed.map((place) => place.latitude!);
  return [min(east), min(north), max(east), max(north)];
}

// Math.min(...list) fails on long lists.
const min = (list: number[]) => list.reduce((one, other) => Math.min(one, other));
const max = (list: number[]) => list.reduce((one, other) => Math.max(one, other));

function styleOf(land: FeatureCollection): StyleSpecification {
  const { water, land: ground, border } = colours();
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      ...(TILES && {
        tiles: { type: "raster" as const, tiles: [TILES], tileSize: 256, maxzoom: 19 },
      }),
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": water } },
      TILES === undefined
        ? { id: "land", type: "fill", source: "land", paint: { "fill-color": ground } }
        : { id: "tiles", type: "raster", source: "tiles" },
      {
        id: "borders",
        type: "line",
        source: "land",
        paint: { "line-color": border, "line-width": 1.2 },
      },
    ],
  };
}
