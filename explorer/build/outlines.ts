/**
 * Land and borders around Syria for the map, cut out of Natural Earth's countries (1:10 million,
 * public domain), which the package world-atlas holds, when the page is built.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { FeatureCollection, Geometry, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";

const MODULE = "virtual:outlines";
/** Degrees: west, south, east, north; countries that reach into it are kept whole. */
const FRAME = [33, 31, 43, 38.5] as const;
/** Decimals of a degree: about 100 metres. */
const DECIMALS = 3;

/** Vite plugin that gives the module `virtual:outlines`, a GeoJSON FeatureCollection. */
export function outlines(): Plugin {
  return {
    name: "outlines",
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: (id) =>
      id === `\0${MODULE}` ? `export default ${JSON.stringify(countries())}` : undefined,
  };
}

function countries(): FeatureCollection {
  const path = createRequire(import.meta.url).resolve("world-atlas/countries-10m.json");
  const atlas = JSON.parse(readFileSync(path, "utf8")) as Topology<{
    countries: GeometryCollection;
  }>;
  const all = feature(atlas, atlas.objects.countries);
  const near = all.features.filter((country) => ringsOf(country.geometry).some(reachesIn));
  return {
    type: "FeatureCollection",
    features: near.map((country) => ({
      type: "Feature",
      properties: {},
      geometry: {
        type: "MultiPolygon",
        coordinates: ringsOf(country.geometry)
          .filter(reachesIn)
          .map((ring) => [ring.map(rounded)]),
      },
    })),
  };
}

/** Outer rings of a country; lakes and enclaves are too small for this map. */
function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === "Polygon") return [geometry.coordinates[0]!];
  if (geometry.type === "MultiPolygon") return geometry.coordinates.map((polygon) => polygon[0]!);
  return [];
}

function reachesIn(ring: Position[]): boolean {
  const [west, south, east, north] = FRAME;
  return ring.some(([x, y]) => x! >= west && x! <= east && y! >= south && y! <= north);
}

function rounded([x, y]: Position): Position {
  return [Number(x!.toFixed(DECIMALS)), Number(y!.toFixed(DECIMALS))];
}
