/** What a number in a text is: a claim with all that is known of it, or why it is none. */
import { Link } from "wouter-preact";
import { address } from "../address";
import type { Base, Claim, Told } from "../data/package";
import type { Points } from "../data/points";
import { sentence } from "../data/sentences";
import { counted, days, description, meaning, name, sentenceCase, spaced } from "../data/words";
import type { Chosen } from "./MarkedText";

interface Props {
  base: Base;
  told: Told;
  chosen: Chosen;
  text: Points;
}

export function Explained({ base, told, chosen, text }: Props) {
  if (chosen.claims.length > 0) {
    return (
      <>
        {chosen.claims.map((claim) => (
          <ClaimCard base={base} told={told} claim={claim} key={claim.claim_id} />
        ))}
      </>
    );
  }
  if (chosen.uncoded) {
    const { char_start: start, char_end: end, reason } = chosen.uncoded;
    return (
      <>
        <h2>
          <q>{text.cut(start, end)}</q> is no claim
        </h2>
        <p>{meaning(base.catalogue, "uncoded", "reason", reason)}.</p>
      </>
    );
  }
  if (chosen.start < text.length && /\d/.test(text.cut(chosen.start, chosen.start + 1))) {
    return (
      <>
        <h2>Not read</h2>
        <p>
          The number stands outside the body of the text: in a menu, a note or another page's
          headline.
        </p>
      </>
    );
  }
  return (
    <>
      <h2>Every number is explained</h2>
      <p>Choose one in the text.</p>
      <ul class="keys">
        <li>
          <span class="claim">a claim</span>
        </li>
        <li>
          <span class="uncoded">a number that is no claim, and why</span>
        </li>
        <li>
          <span class="unread">outside the body of the text</span>
        </li>
      </ul>
    </>
  );
}

export function ClaimCard({ base, told, claim }: { base: Base; told: Told; claim: Claim }) {
  const { catalogue } = base;
  const event = claim.event_id === null ? undefined : base.event.get(claim.event_id);
  const coded = (field: keyof Claim & string, label: string) => {
    const code = claim[field];
    return (
      typeof code === "string" &&
      fact(base, field, label, meaning(catalogue, "claims", field, code))
    );
  };
  return (
    <div class="card">
      <h2>{sentenceCase(counted(claim))}</h2>
      <dl class="facts">
        {fact(
          base,
          "claimant_id",
          "Said by",
          <>
            <bdi>{claim.speaker}</bdi>
            {claim.via && (
              <>
                {" "}
                through <bdi>{claim.via}</bdi>
              </>
            )}
          </>,
        )}
        {coded("claim_type", "Act")}
        {coded("count_qualifier", "Figure")}
        {coded("subject", "Counted")}
        {coded("actor", "Done by")}
        {claim.date_start &&
          fact(base, "date_start", "When", days(claim.date_start, claim.date_end))}
        {claim.place_name && fact(base, "place_name", "Where", <bdi>{claim.place_name}</bdi>)}
        {coded("scope", "Scope")}
        {coded("verification", "Checked")}
        {claim.part_of &&
          told.claim.has(claim.part_of) &&
          fact(base, "part_of", "Part of", counted(told.claim.get(claim.part_of)!))}
        {event &&
          fact(
            base,
            "event_id",
            "Event",
            <Link href={address.event(event.event_id)}>
              <bdi>{event.title}</bdi>
            </Link>,
          )}
        {fact(base, "claim_id", "Claim", <code>{claim.claim_id}</code>)}
      </dl>
      <Related base={base} told={told} claim={claim} />
    </div>
  );
}

function Related({ base, told, claim }: { base: Base; told: Told; claim: Claim }) {
  const relations = told.relations.get(claim.claim_id) ?? [];
  if (relations.length === 0) return null;
  return (
    <>
      <h3>How it stands to others</h3>
      <ul>
        {relations.map((relation) => {
          const other = told.claim.get(
            relation.claim_id === claim.claim_id ? relation.related_claim_id : relation.claim_id,
          )!;
          return (
            <li key={other.claim_id}>
              {name(base.catalogue, "claim_relations", "relation", relation.relation)}:{" "}
              <Link href={address.source(other.source_id, { claim: other.claim_id })}>
                {other.speaker}, {counted(other)}
              </Link>
              <span class="unseen">. {sentence(base, told, relation)}</span>
              {relation.reason !== "same" && <span class="note"> ({spaced(relation.reason)})</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function fact(base: Base, field: string, label: string, value: preact.ComponentChildren) {
  return (
    <div title={description(base.catalogue, "claims", field)}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
