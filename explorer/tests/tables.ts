/** The published tables as the tests read them: from the CSVs, by another way than the page takes. */
import { readFileSync } from "node:fs";
import { csvParse, type DSVRowString } from "d3-dsv";

const ROOT = new URL("../../", import.meta.url);

export type Row = DSVRowString;

export function readTable(name: string): Row[] {
  return csvParse(readFileSync(new URL(`data/${name}.csv`, ROOT), "utf8"));
}

export function readSchema(name: string): {
  fields: { name: string; description: string; categories?: { value: string; label: string }[] }[];
} {
  return JSON.parse(readFileSync(new URL(`schemas/${name}.schema.json`, ROOT), "utf8"));
}

export function readText(source: Row): string {
  return readFileSync(new URL(`raw/${source["path"]}`, ROOT), "utf8");
}

/** The one row that meets all conditions; an error where there are none or several. */
export function only(rows: Row[], conditions: Record<string, string>): Row {
  const found = rows.filter((row) =>
    Object.entries(conditions).every(([column, value]) => row[column] === value),
  );
  if (found.length !== 1)
    throw new Error(`${found.length} rows meet ${JSON.stringify(conditions)}`);
  return found[0]!;
}

/** The event on which the walk through the page is told; named in the issue and in the README. */
export const EVENT = only(readTable("events"), {
  place_id: "jabal_al_zawiya",
  date_start: "2011-12-19",
});
