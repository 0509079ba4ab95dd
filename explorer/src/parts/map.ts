/** MapLibre with the outlines of the page's own and circles for places; loaded when a map is shown. */
import type { FeatureCollection, Point } from "geojson";
import type {
  GeoJSONSource,
  Map as MapLibre,
  MapLayerMouseEvent,
  StyleSpecification,
} from "maplibre-gl";
import type { Base } from "../data/package";
import type { EventRow, PlaceRow } from "../data/rows";
import { countByPlace } from "./PlacesTable";

export interface PlacesMap {
  /** Draw the places of events; `chosen` is the id of the place that is filtered for, or "". */
  show(events: EventRow[], chosen: string): void;
  /** West, south, east and north of what is seen, in degrees. */
  box(): string;
  close(): void;
}

/** Address of the tiles of a base map; only online.html has one. */
export const TILES = document.querySelector<HTMLMetaElement>("meta[name=tiles]")?.content;
const CLICKED = ["places", "names"] as const;
const FONT = ["Noto Sans, Noto Sans Arabic, sans-serif"];
/** Precision of coordinates that stand for an area, not for a point in it. */
const AREA = "area_centre";

/** Open a map in `container`; `choose` is told the id of a place that is clicked. */
export async function openMap(
  container: HTMLElement,
  base: Base,
  choose: (place: string) => void,
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
    style: styleOf(land.default, container),
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
  await map.once("load");
  map.on("click", [...CLICKED], (click) => choose(nearest(map, click)));
  map.on("mouseenter", [...CLICKED], () => (map.getCanvas().style.cursor = "pointer"));
  map.on("mouseleave", [...CLICKED], () => (map.getCanvas().style.cursor = ""));
  const theme = matchMedia("(prefers-color-scheme: dark)");
  const repaint = () => paint(map, container);
  theme.addEventListener("change", repaint);
  return {
    show: (events, chosen) =>
      (map.getSource("places") as GeoJSONSource).setData(placesOf(base, events, chosen)),
    box: () =>
      map
        .getBounds()
        .toArray()
        .flat()
        .map((degrees) => degrees.toFixed(3))
        .join(","),
    close: () => {
      theme.removeEventListener("change", repaint);
      map.remove();
    },
  };
}

/** Id of the place meant by a click: circles of areas lie over those of their villages. */
function nearest(map: MapLibre, { features, point }: MapLayerMouseEvent): string {
  const distances = features!.map((feature) => {
    const { x, y } = map.project((feature.geometry as Point).coordinates as [number, number]);
    return [Math.hypot(x - point.x, y - point.y), String(feature.properties["place_id"])] as const;
  });
  return distances.reduce((one, other) => (other[0] < one[0] ? other : one))[1];
}

function placesOf(base: Base, events: EventRow[], chosen: string): FeatureCollection {
  const contested = new Set(
    events.filter((event) => event.contested).map((event) => event.place_id),
  );
  const features = [...countByPlace(events)].flatMap(([id, count]) => {
    const place = base.place.get(id);
    if (place === undefined || !isPlaced(place)) return [];
    return {
      type: "Feature" as const,
      geometry: { type: "Point" as const, coordinates: [place.longitude!, place.latitude!] },
      properties: {
        place_id: id,
        label: place.name_ar ? `${place.name}\n${place.name_ar}` : place.name,
        count,
        contested: contested.has(id),
        area: place.coordinate_precision === AREA,
        chosen: id === chosen,
      },
    };
  });
  return { type: "FeatureCollection", features };
}

function isPlaced(place: PlaceRow): boolean {
  return place.latitude !== null && place.longitude !== null;
}

/** What holds all places of events. */
function boundsOf(base: Base): [number, number, number, number] {
  const ids = new Set(base.events.map((event) => event.place_id));
  const placed = [...base.place.values()].filter(
    (place) => ids.has(place.place_id) && isPlaced(place),
  );
  if (placed.length === 0) return [35, 34, 38, 37];
  const east = placed.map((place) => place.longitude!);
  const north = placed.map((place) => place.latitude!);
  return [min(east), min(north), max(east), max(north)];
}

// Math.min(...list) fails on long lists.
const min = (list: number[]) => list.reduce((one, other) => Math.min(one, other));
const max = (list: number[]) => list.reduce((one, other) => Math.max(one, other));

type Colours = Record<"water" | "land" | "border" | "ink" | "paper" | "accent" | "clash", string>;

/** The colours of the page's style sheet in the theme of the moment. */
function coloursOf(container: HTMLElement): Colours {
  const probe = container.appendChild(document.createElement("span"));
  const names = ["water", "land", "border", "ink", "paper", "accent", "clash"] as const;
  const colours = names.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(colours) as Colours;
}

function styleOf(land: FeatureCollection, container: HTMLElement): StyleSpecification {
  const colours = coloursOf(container);
  const shade = ["case", ["get", "contested"], colours.clash, colours.accent] as never;
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land },
      ...(TILES && {
        tiles: { type: "raster" as const, tiles: [TILES], tileSize: 256, maxzoom: 19 },
      }),
      places: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
    },
    layers: [
      { id: "water", type: "background", paint: { "background-color": colours.water } },
      TILES === undefined
        ? { id: "land", type: "fill", source: "land", paint: { "fill-color": colours.land } }
        : { id: "tiles", type: "raster", source: "tiles" },
      {
        id: "borders",
        type: "line",
        source: "land",
        paint: { "line-color": colours.border, "line-width": 1.2 },
      },
      {
        id: "places",
        type: "circle",
        source: "places",
        layout: { "circle-sort-key": ["-", 0, ["get", "count"]] },
        paint: {
          "circle-radius": [
            "interpolate",
            ["linear"],
            ["sqrt", ["get", "count"]],
            1,
            5,
            6,
            16,
            12,
            26,
          ],
          "circle-color": shade,
          "circle-opacity": ["case", ["get", "area"], 0.12, 0.75],
          "circle-stroke-color": shade,
          "circle-stroke-width": ["case", ["get", "chosen"], 4, 1.5],
        },
      },
      {
        id: "names",
        type: "symbol",
        source: "places",
        layout: {
          "text-field": ["get", "label"],
          "text-font": FONT,
          "text-size": 12,
          "text-variable-anchor": ["top", "bottom", "left", "right"],
          "text-radial-offset": 0.9,
          "text-justify": "auto",
          "symbol-sort-key": ["-", 0, ["get", "count"]],
        },
        paint: {
          "text-color": colours.ink,
          "text-halo-color": colours.land,
          "text-halo-width": 1.5,
        },
      },
    ],
  };
}

/** Change the colours of a map that stands, for another theme. */
function paint(map: MapLibre, container: HTMLElement): void {
  const { layers } = styleOf({ type: "FeatureCollection", features: [] }, container);
  for (const { id, paint } of layers) {
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as never, value as never);
  }
}
