/** What other datasets would make of the same claims: each convention's answer, side by side. */
import { useLoaded } from "../data/loading";
import { type Cell, readColumns } from "../data/parquet";
import { sentenceCase } from "../data/words";

/** Names as the conventions' own codebooks write them. */
const CONVENTIONS = { acled: "ACLED", ucdp: "UCDP", airwars: "Airwars" } as const;
type Convention = keyof typeof CONVENTIONS;
/** Columns that only say of which event the answer is. */
const ABOUT = new Set(["event_id", "event", "event_type", "event_date"]);

type Answer = [column: string, value: Cell][];

export function Conventions({ event }: { event: string }) {
  const loaded = useLoaded(() => answersFor(event), [event]);
  if (loaded.state !== "there") return null;
  return (
    <section class="conventions" aria-labelledby="conventions">
      <h2 id="conventions">As others would count the dead</h2>
      <div class="answers">
        {loaded.value.map(([convention, answer]) => (
          <div key={convention}>
            <h3>{CONVENTIONS[convention]}</h3>
            {answer === null ? (
              <p class="note">no answer: no countable claim of people killed</p>
            ) : (
              <Columns answer={answer} />
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function Columns({ answer }: { answer: Answer }) {
  return (
    <dl>
      {answer.map(([column, value]) => (
        <div key={column}>
          <dt>{sentenceCase(column.replaceAll("_", " "))}</dt>
          <dd>{String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

async function answersFor(event: string): Promise<[Convention, Answer | null][]> {
  const names = Object.keys(CONVENTIONS) as Convention[];
  const tables = await Promise.all(names.map((name) => readColumns(`answers/${name}.parquet`)));
  return names.map((name, at) => {
    const columns = tables[at]!;
    const row = columns.get("event_id")!.indexOf(event);
    if (row < 0) return [name, null];
    const cells = [...columns].map(([column, values]): [string, Cell] => [column, values[row]!]);
    return [name, cells.filter(([column, value]) => !ABOUT.has(column) && value !== null)];
  });
}
