/** One event: what each claimant says, how the claims stand to each other, what others would count. */
import { useMemo } from "preact/hooks";
import { Link } from "wouter-preact";
import { address } from "../address";
import { groupsOf } from "../data/figures";
import { useLoaded } from "../data/loading";
import { type Base, type Claim, lineage, type Package, type Told } from "../data/package";
import type { EventRow } from "../data/rows";
import { relationsAmong, sentence } from "../data/sentences";
import { codes, days, description, meaning, name } from "../data/words";
import { Conventions } from "../parts/Conventions";
import { Figures } from "../parts/Figures";
import { Legend } from "../parts/Legend";
import { PlaceName } from "../parts/Names";
import { useTexts } from "../parts/Quoted";
import { Failed, Waiting } from "../parts/State";

export function EventView({ opened, id }: { opened: Package; id: string }) {
  const { base } = opened;
  const loaded = useLoaded(() => opened.told, [opened]);
  const event = base.event.get(id);
  if (event === undefined) {
    return (
      <>
        <h1>No such event</h1>
        <p>
          No event is called {id}. <Link href={address.events()}>All events</Link>
        </p>
      </>
    );
  }
  return (
    <article class="event">
      <h1>
        <bdi>{event.title}</bdi>
      </h1>
      <Facts base={base} event={event} />
      {loaded.state === "waiting" && <Waiting what="the claims" />}
      {loaded.state === "failed" && <Failed error={loaded.error} />}
      {loaded.state === "there" && (
        <Story base={base} told={loaded.value} claims={loaded.value.byEvent.get(id) ?? []} />
      )}
      <Conventions event={id} />
    </article>
  );
}

function Facts({ base, event }: { base: Base; event: EventRow }) {
  const { catalogue } = base;
  const around = lineage(base, event.place_id);
  const sides = event.actors?.split("|") ?? [];
  const fact = (field: string, label: string, value: preact.ComponentChildren) => (
    <div title={description(catalogue, "events", field)}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  const when = days(event.date_start, event.date_end);
  const precision = meaning(catalogue, "events", "date_precision", event.date_precision);
  return (
    <dl class="facts">
      {fact(
        "date_start",
        "When",
        when === "" ? (
          precision
        ) : (
          <>
            {when} <span class="note">{precision.toLowerCase()}</span>
          </>
        ),
      )}
      {around.length > 0 &&
        fact(
          "place_id",
          "Where",
          around.map((place, at) => (
            <span key={place.place_id}>
              {at > 0 && ", "}
              <Link href={address.events(new URLSearchParams({ place: place.place_id }))}>
                <PlaceName place={place} />
              </Link>
            </span>
          )),
        )}
      {fact("event_type", "Kind", name(catalogue, "events", "event_type", event.event_type))}
      {sides.length > 0 &&
        fact(
          "actors",
          "Sides named",
          sides.map((side) => name(catalogue, "claims", "actor", side)).join(", "),
        )}
      {event.type_of_violence &&
        fact(
          "type_of_violence",
          "Violence",
          meaning(catalogue, "events", "type_of_violence", event.type_of_violence),
        )}
      {fact(
        "contested",
        "Contested",
        event.contested ? "yes: claims of it contradict each other" : "no",
      )}
    </dl>
  );
}

function Story({ base, told, claims }: { base: Base; told: Told; claims: Claim[] }) {
  const { catalogue } = base;
  const types = codes(catalogue, "claims", "claim_type");
  const groups = useMemo(
    () => groupsOf(claims, told, types, codes(catalogue, "claims", "subject")),
    [claims, told, catalogue],
  );
  const texts = useTexts(base, [...new Set(claims.map((claim) => claim.source_id))].sort());
  return (
    <>
      <Legend />
      {types
        .map((type) => [type, groups.filter((group) => group.type === type)] as const)
        .filter(([, list]) => list.length > 0)
        .map(([type, list]) => (
          <Figures base={base} type={type} groups={list} texts={texts} key={type} />
        ))}
      <Relations base={base} told={told} claims={claims} />
    </>
  );
}

/** Clashes first; agreements, of which there are many, are told to who asks. */
function Relations({ base, told, claims }: { base: Base; told: Told; claims: Claim[] }) {
  const { catalogue } = base;
  const all = relationsAmong(told, claims);
  const kinds = codes(catalogue, "claim_relations", "relation").toReversed();
  if (all.length === 0) return null;
  return (
    <section class="relations" aria-labelledby="relations">
      <h2 id="relations">How the claims stand to each other</h2>
      {kinds.map((kind) => {
        const sentences = new Set(
          all
            .filter((relation) => relation.relation === kind)
            .map((relation) => sentence(base, told, relation)),
        );
        if (sentences.size === 0) return null;
        const list = (
          <ul>
            {[...sentences].map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        );
        const heading = meaning(catalogue, "claim_relations", "relation", kind);
        if (kind === "agrees")
          return (
            <details key={kind}>
              <summary>
                {heading} ({sentences.size})
              </summary>
              {list}
            </details>
          );
        return (
          <section key={kind} aria-label={kind}>
            <h3>{heading}</h3>
            {list}
          </section>
        );
      })}
    </section>
  );
}
