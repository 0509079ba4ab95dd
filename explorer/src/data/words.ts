/** Codes, days and claims in the words of the schemas. */
import type { Catalogue } from "./catalogue";
import type { Claim } from "./package";

/** The meaning of a code as its schema gives it; the code itself where it gives none. */
export function meaning(catalogue: Catalogue, table: string, field: string, code: string): string {
  const column = catalogue.tables[table]?.fields.find((candidate) => candidate.name === field);
  return column?.categories?.find((category) => category.value === code)?.label ?? spaced(code);
}

/** The meaning up to its first remark: "Rebels" of "Rebels: opposition fighters, ...". */
export function name(catalogue: Catalogue, table: string, field: string, code: string): string {
  return meaning(catalogue, table, field, code).split(/[:;(]/)[0]!.trim();
}

/** What a column holds. */
export function description(catalogue: Catalogue, table: string, field: string): string {
  return catalogue.tables[table]?.fields.find((column) => column.name === field)?.description ?? "";
}

/** All codes of a column, in the order of the schema. */
export function codes(catalogue: Catalogue, table: string, field: string): string[] {
  const column = catalogue.tables[table]?.fields.find((candidate) => candidate.name === field);
  return column?.categories?.map((category) => category.value) ?? [];
}

export function spaced(code: string): string {
  return code.replaceAll("_", " ");
}

export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** "19 to 20 December 2011"; "" where no day is known. */
export function days(start: string | null, end: string | null): string {
  if (start === null) return "";
  if (end === null || end === start) return DAY.format(new Date(start));
  return DAY.formatRange(new Date(start), new Date(end)).replace(/\s*–\s*/, " to ");
}

/** "163 killed (defectors)", "some (2+) destroyed (tanks)", "occurred". */
export function counted(claim: Claim): string {
  const words = [
    claim.figure,
    spaced(claim.claim_type),
    claim.subject && `(${spaced(claim.subject)})`,
  ];
  return words.filter(Boolean).join(" ");
}
