/** The columns that the page reads; what they mean stands in the schemas that it shows. */

export interface EventRow {
  event_id: string;
  title: string;
  event_type: string;
  type_of_violence: string | null;
  date_start: string | null;
  date_end: string | null;
  date_precision: string;
  place_id: string | null;
  actors: string | null;
  killed_low: number | null;
  killed_high: number | null;
  claim_count: number;
  claimant_count: number;
  source_count: number;
  contested: boolean;
}

export interface PlaceRow {
  place_id: string;
  name: string;
  name_ar: string | null;
  place_type: string;
  parent_place_id: string | null;
  latitude: number | null;
  longitude: number | null;
  coordinate_precision: string | null;
}

export interface ClaimantRow {
  claimant_id: string;
  name: string;
  kind: string;
  alignment: string | null;
}

export interface SourceRow {
  source_id: string;
  title: string;
  publisher: string;
  published_on: string | null;
  licence: string;
  characters: number;
  notes: string | null;
}

export interface ClaimRow {
  claim_id: string;
  event_id: string | null;
  source_id: string;
  claimant_id: string | null;
  char_start: number;
  char_end: number;
  sentence_start: number;
  sentence_end: number;
  claim_type: string;
  count_low: number | null;
  count_high: number | null;
  count_qualifier: string | null;
  subject: string | null;
  actor: string | null;
  date_start: string | null;
  date_end: string | null;
  date_precision: string;
  place_id: string | null;
  place_name: string | null;
  scope: string;
  verification: string;
  part_of: string | null;
}

/** A claim in words, as the package's own SQL puts it. */
export interface WordsRow {
  claim_id: string;
  speaker: string;
  via: string | null;
  figure: string | null;
}

export interface RelationRow {
  claim_id: string;
  related_claim_id: string;
  relation: string;
  reason: string;
}

export interface UncodedRow {
  source_id: string;
  char_start: number;
  char_end: number;
  reason: string;
}

export interface DeathsRow {
  event_id: string;
  voice: string;
  low: number;
}

type ColumnsOf<Row> = readonly (keyof Row & string)[];

export const EVENT: ColumnsOf<EventRow> = [
  "event_id",
  "title",
  "event_type",
  "type_of_violence",
  "date_start",
  "date_end",
  "date_precision",
  "place_id",
  "actors",
  "killed_low",
  "killed_high",
  "claim_count",
  "claimant_count",
  "source_count",
  "contested",
];
export const PLACE: ColumnsOf<PlaceRow> = [
  "place_id",
  "name",
  "name_ar",
  "place_type",
  "parent_place_id",
  "latitude",
  "longitude",
  "coordinate_precision",
];
export const CLAIMANT: ColumnsOf<ClaimantRow> = ["claimant_id", "name", "kind", "alignment"];
export const SOURCE: ColumnsOf<SourceRow> = [
  "source_id",
  "title",
  "publisher",
  "published_on",
  "licence",
  "characters",
  "notes",
];
export const CLAIM: ColumnsOf<ClaimRow> = [
  "claim_id",
  "event_id",
  "source_id",
  "claimant_id",
  "char_start",
  "char_end",
  "sentence_start",
  "sentence_end",
  "claim_type",
  "count_low",
  "count_high",
  "count_qualifier",
  "subject",
  "actor",
  "date_start",
  "date_end",
  "date_precision",
  "place_id",
  "place_name",
  "scope",
  "verification",
  "part_of",
];
export const WORDS: ColumnsOf<WordsRow> = ["claim_id", "speaker", "via", "figure"];
export const RELATION: ColumnsOf<RelationRow> = [
  "claim_id",
  "related_claim_id",
  "relation",
  "reason",
];
export const UNCODED: ColumnsOf<UncodedRow> = ["source_id", "char_start", "char_end", "reason"];
export const DEATHS: ColumnsOf<DeathsRow> = ["event_id", "voice", "low"];
