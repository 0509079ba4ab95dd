/** What the package says of itself: its tables with their columns and codes, its texts, its SQL. */

export interface Category {
  value: string;
  label: string;
}

export interface Field {
  name: string;
  type: "string" | "integer" | "number" | "boolean" | "date";
  title?: string;
  description?: string;
  categories?: Category[];
}

export interface TableSchema {
  title: string;
  description: string;
  fields: Field[];
}

export interface Recipe {
  name: string;
  question: string;
  query: string;
}

export interface Catalogue {
  package: {
    name?: string;
    title?: string;
    description?: string;
    version?: string;
    created?: string;
  };
  tables: Record<string, TableSchema>;
  /** Ids of the sources whose texts are here; the licences of the others keep them away. */
  texts: string[];
  /** Scripts that load data/*.csv as tables and make views and macros over them, in order. */
  sql: string[];
  recipes: Recipe[];
}

/** Folder of the package, beside the page. */
export const PACKAGE = "package";

export async function loadCatalogue(): Promise<Catalogue> {
  const response = await fetch(`${PACKAGE}/catalogue.json`);
  if (!response.ok)
    throw new Error(`package/catalogue.json: ${response.status} ${response.statusText}`);
  return (await response.json()) as Catalogue;
}

/** The text of a source as it was received; null where it is not in this package. */
export async function loadText(catalogue: Catalogue, source: string): Promise<string | null> {
  if (!catalogue.texts.includes(source)) return null;
  const response = await fetch(`${PACKAGE}/texts/${encodeURIComponent(source)}.txt`);
  if (!response.ok) throw new Error(`The text of ${source} cannot be read: ${response.status}`);
  // A byte order mark is a character like any other: the offsets count it.
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await response.arrayBuffer());
}
