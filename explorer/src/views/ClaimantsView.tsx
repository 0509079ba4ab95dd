/** Who counts more dead than whom in the same events, and who counts alone. */
import { useMemo, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address } from "../address";
import { useLoaded } from "../data/loading";
import type { Base, Package } from "../data/package";
import { readRows } from "../data/parquet";
import { DEATHS, type DeathsRow } from "../data/rows";
import { compared, type Pair, type Voice } from "../data/voices";
import { meaning } from "../data/words";
import { Failed, Waiting } from "../parts/State";

export function ClaimantsView({ opened }: { opened: Package }) {
  const loaded = useLoaded(
    () => readRows<DeathsRow>("answers/deaths_by_voice.parquet", DEATHS),
    [opened],
  );
  return (
    <>
      <h1>Claimants</h1>
      {loaded.state === "waiting" && <Waiting what="what each voice counts" />}
      {loaded.state === "failed" && <Failed error={loaded.error} />}
      {loaded.state === "there" && <Comparison base={opened.base} deaths={loaded.value} />}
    </>
  );
}

function Comparison({ base, deaths }: { base: Base; deaths: DeathsRow[] }) {
  const { voices, pairs } = useMemo(() => compared(deaths), [deaths]);
  return (
    <>
      <p class="lead">
        A voice is a claimant or, where a text names none, the text itself. Compared are the lowest
        totals of the dead that two voices give for the same event: parts of a figure, replaced and
        denied figures are left out.
      </p>
      <Pairs base={base} pairs={pairs} />
      <Voices base={base} voices={voices} />
    </>
  );
}

const PAIRS_SHOWN = 50;
const EVENTS_SHOWN = 20;

function Pairs({ base, pairs }: { base: Base; pairs: Pair[] }) {
  const [most, setMost] = useState(PAIRS_SHOWN);
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs">Who counts more than whom</h2>
      {pairs.length === 0 && <p>No two voices count the dead of one event.</p>}
      <ul class="pairs">
        {pairs.slice(0, most).map((pair) => (
          <li key={`${pair.one} ${pair.other}`}>
            <p>
              <bdi>{voiceName(base, pair.one)}</bdi> and <bdi>{voiceName(base, pair.other)}</bdi>
            </p>
            <Balance base={base} pair={pair} />
            <details>
              <summary>
                {pair.events.length === 1 ? "the event" : `${pair.events.length} events`}
              </summary>
              <ul>
                {pair.events.slice(0, EVENTS_SHOWN).map(({ event, one, other }) => (
                  <li key={event}>
                    <Link href={address.event(event)}>
                      <bdi>{base.event.get(event)?.title ?? event}</bdi>
                    </Link>
                    : {one} and {other}
                  </li>
                ))}
              </ul>
              {pair.events.length > EVENTS_SHOWN && (
                <p class="note">The {EVENTS_SHOWN} furthest apart.</p>
              )}
            </details>
          </li>
        ))}
      </ul>
      {pairs.length > most && (
        <button onClick={() => setMost(most + PAIRS_SHOWN)}>
          Show more of {pairs.length} pairs
        </button>
      )}
    </section>
  );
}

/** How often the first counts more, both the same, the second more: in words and as lengths. */
function Balance({ base, pair }: { base: Base; pair: Pair }) {
  const shares = [
    [pair.higher, `${voiceName(base, pair.one)} higher`, "first"],
    [pair.equal, "the same", "same"],
    [pair.lower, `${voiceName(base, pair.other)} higher`, "second"],
  ] as const;
  const told = shares.filter(([count]) => count > 0);
  return (
    <>
      <div class="balance" aria-hidden="true">
        {told.map(([count, , kind]) => (
          <span class={kind} style={{ flexGrow: count }} key={kind} />
        ))}
      </div>
      <p class="note">{told.map(([count, words]) => `${words}: ${count}`).join(" · ")}</p>
    </>
  );
}

function Voices({ base, voices }: { base: Base; voices: Voice[] }) {
  const most = Math.max(1, ...voices.map((voice) => voice.events));
  return (
    <section aria-labelledby="alone">
      <h2 id="alone">How often alone</h2>
      <table class="voices">
        <caption class="unseen">
          Events whose dead a voice counts, and those that nobody else counts
        </caption>
        <thead>
          <tr>
            <th scope="col">Voice</th>
            <th scope="col">What it is</th>
            <th scope="col" class="number">
              Events
            </th>
            <th scope="col" class="number">
              Alone
            </th>
            <th scope="col">
              <span class="unseen">Drawn</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {voices.map((voice) => (
            <tr key={voice.id}>
              <th scope="row">
                <VoiceLink base={base} id={voice.id} />
              </th>
              <td>{kindOf(base, voice.id)}</td>
              <td class="number">{voice.events}</td>
              <td class="number">{voice.alone}</td>
              <td class="drawing">
                <div
                  class="share"
                  aria-hidden="true"
                  style={{ width: `${(voice.events / most) * 100}%` }}
                >
                  <span class="first" style={{ flexGrow: voice.alone }} />
                  <span class="same" style={{ flexGrow: voice.events - voice.alone }} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A claimant leads to its events, a text to itself. */
function VoiceLink({ base, id }: { base: Base; id: string }) {
  const source = sourceOf(id);
  const to =
    source === null
      ? address.events(new URLSearchParams({ claimant: id }))
      : address.source(source);
  return (
    <Link href={to}>
      <bdi>{voiceName(base, id)}</bdi>
    </Link>
  );
}

function kindOf(base: Base, id: string): string {
  if (sourceOf(id) !== null) return "A text in its own voice";
  const claimant = base.claimant.get(id);
  return claimant ? meaning(base.catalogue, "claimants", "kind", claimant.kind) : "";
}

function voiceName(base: Base, id: string): string {
  const source = sourceOf(id);
  if (source === null) return base.claimant.get(id)?.name ?? id;
  const row = base.source.get(source);
  return row ? `${row.publisher}: ${row.title}` : source;
}

/** The views write a text that speaks for itself as "source:ID". */
function sourceOf(voice: string): string | null {
  return voice.startsWith("source:") ? voice.slice("source:".length) : null;
}
