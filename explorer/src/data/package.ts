/** The package in memory: what the first view needs, then the claims, then what single views ask. */
import { type Catalogue, loadCatalogue } from "./catalogue";
import { type Cell, readColumns, readRows } from "./parquet";
import * as rows from "./rows";

/** What the list of events, the map and the timeline need. */
export interface Base {
  catalogue: Catalogue;
  events: rows.EventRow[];
  event: Map<string, rows.EventRow>;
  place: Map<string, rows.PlaceRow>;
  claimant: Map<string, rows.ClaimantRow>;
  source: Map<string, rows.SourceRow>;
}

/** A claim with its words. */
export interface Claim extends rows.ClaimRow {
  speaker: string;
  via: string | null;
  figure: string | null;
}

/** Every claim and how it stands to others. */
export interface Told {
  claims: Claim[];
  claim: Map<string, Claim>;
  byEvent: Map<string, Claim[]>;
  bySource: Map<string, Claim[]>;
  byClaimant: Map<string, Claim[]>;
  bySubject: Map<string, Claim[]>;
  parts: Map<string, Claim[]>;
  relations: Map<string, rows.RelationRow[]>;
}

export interface Package {
  base: Base;
  /** Given a moment later than `base`. */
  told: Promise<Told>;
}

export async function openPackage(): Promise<Package> {
  const [catalogue, events, places, claimants, sources] = await Promise.all([
    loadCatalogue(),
    readRows<rows.EventRow>("tables/events.parquet", rows.EVENT),
    readRows<rows.PlaceRow>("tables/places.parquet", rows.PLACE),
    readRows<rows.ClaimantRow>("tables/claimants.parquet", rows.CLAIMANT),
    readRows<rows.SourceRow>("tables/sources.parquet", rows.SOURCE),
  ]);
  events.sort(byDay);
  const base: Base = {
    catalogue,
    events,
    event: keyed(events, "event_id"),
    place: keyed(places, "place_id"),
    claimant: keyed(claimants, "claimant_id"),
    source: keyed(sources, "source_id"),
  };
  return { base, told: nextFrame().then(loadTold) };
}

async function loadTold(): Promise<Told> {
  const [claimRows, words, relations] = await Promise.all([
    readRows<rows.ClaimRow>("tables/claims.parquet", rows.CLAIM),
    readColumns("answers/words.parquet", rows.WORDS),
    readRows<rows.RelationRow>("tables/claim_relations.parquet", rows.RELATION),
  ]);
  const claims = claimRows as Claim[];
  const claim = keyed(claims, "claim_id");
  words.get("claim_id")!.forEach((id, at) => {
    const told = claim.get(id as string)!;
    told.speaker = text(words.get("speaker")![at]!);
    told.via = words.get("via")![at] as string | null;
    told.figure = words.get("figure")![at] as string | null;
  });
  const related = new Map<string, rows.RelationRow[]>();
  for (const relation of relations) {
    add(related, relation.claim_id, relation);
    add(related, relation.related_claim_id, relation);
  }
  return {
    claims,
    claim,
    byEvent: grouped(claims, "event_id"),
    bySource: grouped(claims, "source_id"),
    byClaimant: grouped(claims, "claimant_id"),
    bySubject: grouped(claims, "subject"),
    parts: grouped(claims, "part_of"),
    relations: related,
  };
}

/** The place and every larger one around it, the nearest first. */
export function lineage(base: Base, placeId: string | null): rows.PlaceRow[] {
  const around: rows.PlaceRow[] = [];
  let place = placeId === null ? undefined : base.place.get(placeId);
  while (place !== undefined && !around.includes(place)) {
    around.push(place);
    place = place.parent_place_id === null ? undefined : base.place.get(place.parent_place_id);
  }
  return around;
}

/** Ids of the place and of all that lies in it. */
export function placesWithin(base: Base, placeId: string): Set<string> {
  const inside = new Set<string>();
  for (const id of base.place.keys()) {
    if (lineage(base, id).some((place) => place.place_id === placeId)) inside.add(id);
  }
  return inside;
}

export function keyed<Row extends object>(list: Row[], key: keyof Row): Map<string, Row> {
  return new Map(list.map((row) => [row[key] as string, row]));
}

export function grouped<Row extends object>(list: Row[], key: keyof Row): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of list) {
    const value = row[key] as string | null;
    if (value !== null) add(groups, value, row);
  }
  return groups;
}

function add<Row>(groups: Map<string, Row[]>, key: string, row: Row): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [row]);
  else group.push(row);
}

/** By first day, undated events last. */
function byDay(one: rows.EventRow, other: rows.EventRow): number {
  const [a, b] = [one.date_start ?? "~", other.date_start ?? "~"];
  if (a !== b) return a < b ? -1 : 1;
  return one.title < other.title ? -1 : 1;
}

function text(cell: Cell): string {
  return cell === null ? "" : String(cell);
}

/** After the first view is on the screen. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    // A tab in the background draws no frames.
    setTimeout(resolve, 500);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}
