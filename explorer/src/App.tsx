/** The frame of all views: head, ways to the views, and which view the address names. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Link, Route, Router, Switch, useLocation } from "wouter-preact";
import { address, usePath, useQuery } from "./address";
import { useLoaded } from "./data/loading";
import { type Base, openPackage, type Package } from "./data/package";
import { ClaimantsView } from "./views/ClaimantsView";
import { EventsView } from "./views/EventsView";
import { EventView } from "./views/EventView";
import { SourcesView } from "./views/SourcesView";
import { SourceView } from "./views/SourceView";
import { SqlView } from "./views/SqlView";
import { Failed, Waiting } from "./parts/State";

export function App() {
  const loaded = useLoaded(openPackage, []);
  if (loaded.state === "waiting") return <Waiting what="the tables" />;
  if (loaded.state === "failed") return <Failed error={loaded.error} />;
  return (
    <Router hook={usePath} searchHook={useQuery}>
      <Frame base={loaded.value.base}>
        <Views opened={loaded.value} />
      </Frame>
    </Router>
  );
}

function Views({ opened }: { opened: Package }) {
  const { base } = opened;
  return (
    <Switch>
      <Route path="/">
        <EventsView opened={opened} />
      </Route>
      <Route path="/event/:id">{({ id }) => <EventView opened={opened} id={id} key={id} />}</Route>
      <Route path="/sources">
        <SourcesView base={base} />
      </Route>
      <Route path="/source/:id">
        {({ id }) => <SourceView opened={opened} id={id} key={id} />}
      </Route>
      <Route path="/claimants">
        <ClaimantsView opened={opened} />
      </Route>
      <Route path="/sql">
        <SqlView base={base} />
      </Route>
      <Route>
        <h1>No such view</h1>
        <p>
          The address names none. <Link href={address.events()}>All events</Link>
        </p>
      </Route>
    </Switch>
  );
}

const WAYS = [
  [address.events(), "Events"],
  [address.sources, "Texts"],
  [address.claimants, "Claimants"],
  [address.sql(), "SQL"],
] as const;

function Frame({ base, children }: { base: Base; children: ComponentChildren }) {
  const [path] = useLocation();
  const main = useFocusOnChange(path);
  const { title, version } = base.catalogue.package;
  return (
    <>
      <a
        class="skip"
        href="#content"
        onClick={(click) => {
          click.preventDefault();
          main.current?.focus();
        }}
      >
        To the content
      </a>
      <header class="head">
        <Link href={address.events()} class="title">
          {title ?? "Claims"}
        </Link>
        <nav aria-label="Views">
          {WAYS.map(([to, label]) => (
            <Link href={to} aria-current={isAt(path, to) ? "page" : undefined} key={to}>
              {label}
            </Link>
          ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1} ref={main}>
        {children}
      </main>
      <footer class="foot">
        {version && <span>Version {version}. </span>}
        Claims, not verdicts: what texts say, not what happened.
      </footer>
    </>
  );
}

function isAt(path: string, way: string): boolean {
  if (way === "/") return path === "/" || path.startsWith("/event/");
  if (way === address.sources) return path.startsWith("/source");
  return path === way;
}

/** When another view opens, reading goes on at its beginning, as with a page newly loaded. */
function useFocusOnChange(path: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(path);
  useEffect(() => {
    const heading = main.current?.querySelector("h1")?.textContent;
    document.title = heading ?? "Claims";
    if (before.current === path) return;
    before.current = path;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path]);
  return main;
}
