/**
 * The address of a view: all of it stands behind the #, so that any server of static files can
 * hand out the page, and what a reader asks is sent to nobody.
 */
import { type BaseLocationHook, type BaseSearchHook, useSearch } from "wouter-preact";
import { useHashLocation } from "wouter-preact/use-hash-location";

/** For wouter: the path before the ?. */
export const usePath: BaseLocationHook = () => {
  const [location] = useHashLocation();
  return [location.split("?")[0]!, (to: string) => go(to)];
};
usePath.hrefs = (href: string) => `#${href}`;

/** For wouter: what stands behind the ?. */
export const useQuery: BaseSearchHook = () => {
  const [location] = useHashLocation();
  return location.split("?")[1] ?? "";
};

/** Go to a view; with `replace` the back button does not return to where one was. */
export function go(to: string, replace = false): void {
  const url = `#${to}`;
  if (url === location.hash) return;
  if (replace) history.replaceState(null, "", url);
  else history.pushState(null, "", url);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

/** The parameters of the present address. */
export function useParameters(): URLSearchParams {
  return new URLSearchParams(useSearch());
}

/** Address of a view of a thing. */
export const address = {
  events: (filters?: URLSearchParams) => withQuery("/", filters),
  event: (id: string) => `/event/${encodeURIComponent(id)}`,
  sources: "/sources",
  source: (id: string, parameters?: Record<string, string>) =>
    withQuery(`/source/${encodeURIComponent(id)}`, new URLSearchParams(parameters)),
  claimants: "/claimants",
  sql: (query?: string) => withQuery("/sql", query ? new URLSearchParams({ q: query }) : undefined),
};

function withQuery(path: string, parameters?: URLSearchParams): string {
  const query = parameters?.toString() ?? "";
  return query === "" ? path : `${path}?${query}`;
}
