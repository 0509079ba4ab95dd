/** The filters as a form; every change goes into the address at once. */
import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import type { Filters } from "../data/filters";
import type { Base, Told } from "../data/package";
import { codes, description, name } from "../data/words";

interface Props {
  base: Base;
  told: Told | undefined;
  filters: Filters;
  /** With `replace` the back button skips the filters of before. */
  change: (changed: Partial<Filters>, replace?: boolean) => void;
}

type Option = readonly [value: string, label: string];

export function FilterForm({ base, told, filters, change }: Props) {
  const { catalogue } = base;
  // Long lists of options are made once, not for every change of a filter.
  const options = useMemo(() => optionsOf(base), [base]);
  const claimants = useMemo(() => shown(told ? speaking(base, told) : []), [base, told]);
  const choice = (label: string, filter: keyof Filters, list: VNode[], help: string) => (
    <label title={help}>
      {label}
      <select
        value={filters[filter]}
        onChange={(event) => change({ [filter]: event.currentTarget.value })}
      >
        <option value="">any</option>
        {list}
      </select>
    </label>
  );
  return (
    <form class="filters" aria-label="Filters" onSubmit={(event) => event.preventDefault()}>
      <label title="Words of an event's title or of its place, in English or Arabic">
        Find
        <input
          type="search"
          value={filters.find}
          onInput={(event) => change({ find: event.currentTarget.value }, filters.find !== "")}
        />
      </label>
      <Day label="From" value={filters.from} set={(from) => change({ from })} />
      <Day label="To" value={filters.to} set={(to) => change({ to })} />
      {choice("In", "place", options.places, description(catalogue, "events", "place_id"))}
      {choice("Kind", "type", options.types, description(catalogue, "events", "event_type"))}
      {choice("Claimant", "claimant", claimants, description(catalogue, "claims", "claimant_id"))}
      {choice("Side acting", "actor", options.actors, description(catalogue, "claims", "actor"))}
      {choice("Counted", "subject", options.subjects, description(catalogue, "claims", "subject"))}
      <label class="check">
        <input
          type="checkbox"
          checked={filters.contested !== ""}
          onChange={(event) => change({ contested: event.currentTarget.checked ? "yes" : "" })}
        />
        Only contested
      </label>
      {filters.box && (
        <button type="button" class="chip" onClick={() => change({ box: "" })}>
          Only in this part of the map <span aria-hidden="true">×</span>
          <span class="unseen">: remove</span>
        </button>
      )}
    </form>
  );
}

function Day({ label, value, set }: { label: string; value: string; set: (day: string) => void }) {
  return (
    <label>
      {label}
      <input type="date" value={value} onChange={(event) => set(event.currentTarget.value)} />
    </label>
  );
}

/** Only what events have: a filter that lets nothing through helps nobody. */
function optionsOf(base: Base): Record<"places" | "types" | "actors" | "subjects", VNode[]> {
  const { catalogue } = base;
  const types = new Set(base.events.map((event) => event.event_type));
  const actors = new Set(base.events.flatMap((event) => event.actors?.split("|") ?? []));
  const used = new Set(base.events.map((event) => event.place_id));
  const around = new Set<string>();
  for (let id of used) {
    while (id !== null && id !== undefined && !around.has(id)) {
      around.add(id);
      id = base.place.get(id)?.parent_place_id ?? null;
    }
  }
  const coded = (table: string, field: string, kept: (code: string) => boolean) =>
    shown(
      codes(catalogue, table, field)
        .filter(kept)
        .map((code) => [code, name(catalogue, table, field, code)]),
    );
  return {
    places: shown(
      [...around].map((id): Option => [id, base.place.get(id)?.name ?? id]).sort(byLabel),
    ),
    types: coded("events", "event_type", (code) => types.has(code)),
    actors: coded("claims", "actor", (code) => actors.has(code)),
    subjects: coded("claims", "subject", () => true),
  };
}

function shown(list: Option[]): VNode[] {
  return list.map(([value, text]) => (
    <option value={value} key={value}>
      {text}
    </option>
  ));
}

function speaking(base: Base, told: Told): Option[] {
  const ids = new Set(told.claims.map((claim) => claim.claimant_id));
  ids.delete(null);
  return [...ids].map((id): Option => [id!, base.claimant.get(id!)?.name ?? id!]).sort(byLabel);
}

const byLabel = (one: Option, other: Option) => one[1].localeCompare(other[1], "en");
