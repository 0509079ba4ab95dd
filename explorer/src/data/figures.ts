/** The claims of an event, laid out for comparison: by act and subject, parts under their wholes. */
import type { Claim, Told } from "./package";

/** One figure of one speaker, with every place where it is told. */
export interface Figure {
  /** The first telling; all others agree with it in everything that is compared. */
  claim: Claim;
  tellings: Claim[];
  parts: Figure[];
}

export interface Group {
  type: string;
  subject: string | null;
  figures: Figure[];
}

/** Figures of an event: one group for each act and subject, in the order of `types` and subjects. */
export function groupsOf(
  claims: Claim[],
  told: Told,
  types: string[],
  subjects: string[],
): Group[] {
  const here = new Set(claims.map((claim) => claim.claim_id));
  const wholes = claims.filter((claim) => claim.part_of === null || !here.has(claim.part_of));
  const groups = new Map<string, Claim[]>();
  for (const claim of wholes) {
    const key = `${claim.claim_type} ${claim.subject ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const rank = (group: Group) =>
    types.indexOf(group.type) * 1000 + subjects.indexOf(group.subject ?? "");
  return [...groups.values()]
    .map((list) => ({
      type: list[0]!.claim_type,
      subject: list[0]!.subject,
      figures: figuresOf(list, told),
    }))
    .sort((one, other) => rank(one) - rank(other));
}

function figuresOf(claims: Claim[], told: Told): Figure[] {
  const same = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = JSON.stringify([
      claim.speaker,
      claim.via,
      claim.count_low,
      claim.count_high,
      claim.count_qualifier,
      claim.subject,
      claim.claim_type,
      claim.actor,
      claim.date_start,
      claim.date_end,
      claim.verification,
      claim.scope,
    ]);
    same.set(key, [...(same.get(key) ?? []), claim]);
  }
  return [...same.values()]
    .map((tellings) => ({
      claim: tellings[0]!,
      tellings,
      parts: figuresOf(
        tellings.flatMap((telling) => told.parts.get(telling.claim_id) ?? []),
        told,
      ),
    }))
    .sort(
      (one, other) =>
        vague(one.claim) - vague(other.claim) ||
        size(one.claim) - size(other.claim) ||
        compare(one.claim, other.claim),
    );
}

/** Words without a figure stand behind the figures. */
function vague(claim: Claim): number {
  return claim.count_qualifier === null || claim.count_qualifier === "vague" ? 1 : 0;
}

/** The greatest number that the figures name, parts included; at least 1. */
export function greatest(figures: Figure[]): number {
  const sizes = figures.flatMap(({ claim, parts }) => [
    claim.count_high ?? claim.count_low ?? 0,
    greatest(parts),
  ]);
  return Math.max(1, ...sizes);
}

function size(claim: Claim): number {
  return claim.count_low ?? claim.count_high ?? 0;
}

function compare(one: Claim, other: Claim): number {
  return one.speaker < other.speaker ? -1 : one.speaker > other.speaker ? 1 : 0;
}
