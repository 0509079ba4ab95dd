/** DuckDB in the browser, with the tables, views and macros of the package; loaded when it is asked. */
import type { AsyncDuckDBConnection } from "@duckdb/duckdb-wasm";
import { csvFormatRows } from "d3-dsv";
import type { Catalogue } from "./catalogue";
import { type Columns, readColumns } from "./parquet";

export interface Answer {
  columns: string[];
  rows: string[][];
}

/** A query can be put as soon as this is there. */
export interface Database {
  ask(query: string): Promise<Answer>;
}

export async function openDatabase(catalogue: Catalogue): Promise<Database> {
  const [duckdb, worker, wasm] = await Promise.all([
    import("@duckdb/duckdb-wasm"),
    import("@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url"),
    import("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url"),
  ]);
  const database = new duckdb.AsyncDuckDB(
    new duckdb.VoidLogger(),
    new Worker(absolute(worker.default)),
  );
  await database.instantiate(absolute(wasm.default));
  await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await database.connect();
  // This build of DuckDB reads Parquet only with an extension from the network, so the tables go
  // to it as the CSVs that the package's own script loads.
  for (const table of Object.keys(catalogue.tables)) {
    await database.registerFileText(
      `data/${table}.csv`,
      csvOf(await readColumns(`tables/${table}.parquet`)),
    );
  }
  for (const script of catalogue.sql) await connection.query(script);
  await connection.query("SET enable_external_access = false");
  await connection.query("SET lock_configuration = true");
  return { ask: (query) => ask(connection, query) };
}

async function ask(connection: AsyncDuckDBConnection, query: string): Promise<Answer> {
  const table = await connection.query(query);
  const columns = table.schema.fields.map((field) => field.name);
  const days = new Set(
    table.schema.fields
      .filter((field) => String(field.type).startsWith("Date"))
      .map((field) => field.name),
  );
  const rows = table
    .toArray()
    .map((row) => columns.map((column) => shown(row[column], days.has(column))));
  return { columns, rows };
}

/** A table as CSV: null and nothing are the same in it, as they are in the package's own files. */
function csvOf(columns: Columns): string {
  const names = [...columns.keys()];
  const cells = [...columns.values()];
  const lines = cells[0]!.map((_, row) => cells.map((column) => String(column[row] ?? "")));
  return csvFormatRows([names, ...lines]);
}

function shown(value: unknown, isDay: boolean): string {
  if (value === null || value === undefined) return "";
  if (isDay) return new Date(value as number).toISOString().slice(0, 10);
  return String(value);
}

/** Workers resolve addresses against their own script, not against the page. */
function absolute(path: string): string {
  return new URL(path, location.href).href;
}
