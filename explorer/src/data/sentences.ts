/** How two claims stand to each other, in one plain sentence. */
import type { Base, Claim, Told } from "./package";
import type { RelationRow } from "./rows";
import { counted, days, meaning, name } from "./words";

/** "A says 72 killed (defectors); B says 1 killed (rebels). Both cannot be true: another figure." */
export function sentence(base: Base, told: Told, relation: RelationRow): string {
  const first = told.claim.get(relation.claim_id);
  const second = told.claim.get(relation.related_claim_id);
  if (first === undefined || second === undefined) return "";
  const { catalogue } = base;
  const says = (claim: Claim) => {
    const spoken = `${claim.speaker} says ${counted(claim)}`;
    const detail = differing(base, claim, relation.reason);
    return detail === "" ? spoken : `${spoken} ${detail}`;
  };
  const how = meaning(catalogue, "claim_relations", "relation", relation.relation);
  const why = meaning(catalogue, "claim_relations", "reason", relation.reason).toLowerCase();
  const verdict = relation.reason === "same" ? how : `${how}: ${why}`;
  return `${says(first)}; ${says(second)}. ${verdict}.`;
}

/** That in which the two differ, where it is not the figure itself. */
function differing(base: Base, claim: Claim, reason: string): string {
  if (reason === "date") {
    const when = days(claim.date_start, claim.date_end);
    return when && `on ${when}`;
  }
  if (reason === "place") {
    const place = claim.place_id === null ? undefined : base.place.get(claim.place_id);
    const where = place?.name ?? claim.place_name;
    return where ? `in ${where}` : "";
  }
  if (reason === "actor" && claim.actor !== null) {
    return `by ${name(base.catalogue, "claims", "actor", claim.actor)}`;
  }
  if (reason === "scope")
    return `(${meaning(base.catalogue, "claims", "scope", claim.scope).toLowerCase()})`;
  return "";
}

/** Relations between the claims of a list, each once. */
export function relationsAmong(told: Told, claims: Claim[]): RelationRow[] {
  const found = new Set<RelationRow>();
  for (const claim of claims) {
    for (const relation of told.relations.get(claim.claim_id) ?? []) found.add(relation);
  }
  return [...found];
}
