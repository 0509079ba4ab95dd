/** All events: filters, map and timeline, and the list that they share. */
import { useCallback, useMemo } from "preact/hooks";
import { address, go, useParameters } from "../address";
import { type Filters, filtersOf, isSet, parametersOf, passing } from "../data/filters";
import { useLoaded } from "../data/loading";
import type { Package } from "../data/package";
import { talliesOf } from "../data/placed";
import { EventList } from "../parts/EventList";
import { FilterForm } from "../parts/FilterForm";
import { PlacesTable } from "../parts/PlacesTable";
import { EventMap } from "../parts/EventMap";
import { Timeline } from "../parts/Timeline";

export function EventsView({ opened }: { opened: Package }) {
  const { base } = opened;
  const loaded = useLoaded(() => opened.told, [opened]);
  const told = loaded.state === "there" ? loaded.value : undefined;
  const parameters = useParameters();
  const filters = useMemo(() => filtersOf(parameters), [parameters.toString()]);
  const asks = filters.claimant !== "" || filters.subject !== "";
  // The claims come later; what does not ask them is not drawn again for them.
  const asked = asks ? told : undefined;
  const shown = useMemo(() => passing(base, asked, filters), [base, asked, filters]);
  const tallies = useMemo(() => talliesOf(base, shown), [base, shown]);
  const change = useCallback(
    (changed: Partial<Filters>, replace = false) =>
      go(address.events(parametersOf({ ...filters, ...changed })), replace),
    [filters],
  );
  return (
    <>
      <h1>Who says how many</h1>
      <FilterForm base={base} told={told} filters={filters} change={change} />
      <p class="count" role="status">
        <strong>{shown.length.toLocaleString("en-GB")}</strong> of{" "}
        {base.events.length.toLocaleString("en-GB")} events
        {told === undefined && asks && "; the claims are still being read"}
        {isSet(filters) && (
          <>
            {" "}
            ·{" "}
            <button class="plain" onClick={() => go(address.events())}>
              Show all
            </button>
          </>
        )}
      </p>
      <div class="panes">
        <div class="pictures">
          <EventMap {...{ base, tallies, filters, change }} count={shown.length} />
          <Timeline events={shown} filters={filters} change={change} />
          <PlacesTable {...{ tallies, filters, change }} />
        </div>
        <EventList base={base} events={shown} />
      </div>
    </>
  );
}
