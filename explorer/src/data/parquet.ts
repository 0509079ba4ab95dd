/** Parquet files, read in the browser into plain columns and rows. */
import { parquetMetadataAsync, parquetRead } from "hyparquet";
import { PACKAGE } from "./catalogue";

export type Cell = string | number | boolean | null;
export type Columns = Map<string, Cell[]>;

const DAY = 86_400_000;
/** Days are ISO dates: they sort and compare as texts, and no time zone can shift them. */
const parsers = { dateFromDays: (days: number) => new Date(days * DAY).toISOString().slice(0, 10) };

/**
 * Read a file of the package, e.g. `tables/claims.parquet`.
 * @param wanted names of columns; all if not given.
 */
export async function readColumns(name: string, wanted?: readonly string[]): Promise<Columns> {
  const response = await fetch(`${PACKAGE}/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  const file = await response.arrayBuffer();
  const metadata = await parquetMetadataAsync(file, { parsers });
  const rows = Number(metadata.num_rows);
  const names = wanted ?? metadata.schema.slice(1).map((column) => column.name);
  const columns: Columns = new Map(
    names.map((column) => [column, new Array<Cell>(rows).fill(null)]),
  );
  if (rows === 0) return columns;
  await parquetRead({
    file,
    metadata,
    parsers,
    columns: [...names],
    onChunk: ({ columnName, columnData, rowStart }) => {
      const column = columns.get(columnName)!;
      for (let at = 0; at < columnData.length; at++) column[rowStart + at] = plain(columnData[at]);
    },
  });
  return columns;
}

/** Read a file of the package as rows; `Row` names the columns that are read. */
export async function readRows<Row extends object>(
  name: string,
  wanted: readonly (keyof Row & string)[],
): Promise<Row[]> {
  const columns = await readColumns(name, wanted);
  const parts = [...columns];
  const rows = new Array<Row>(parts[0]?.[1].length ?? 0);
  for (let at = 0; at < rows.length; at++) {
    const row: Record<string, Cell> = {};
    for (const [column, cells] of parts) row[column] = cells[at]!;
    rows[at] = row as Row;
  }
  return rows;
}

function plain(value: unknown): Cell {
  return typeof value === "bigint" ? Number(value) : ((value ?? null) as Cell);
}
