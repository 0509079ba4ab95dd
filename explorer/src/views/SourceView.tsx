/** One text as it was received, every number in it explained. */
import { useEffect, useMemo } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, useParameters } from "../address";
import { loadText } from "../data/catalogue";
import { useLoaded } from "../data/loading";
import type { Claim, Package, Told } from "../data/package";
import { Points } from "../data/points";
import { readRows } from "../data/parquet";
import { type SourceRow, UNCODED, type UncodedRow } from "../data/rows";
import { sentenceCase } from "../data/words";
import { Explained } from "../parts/Explained";
import { MarkedText } from "../parts/MarkedText";
import { Failed, Waiting } from "../parts/State";
import { WithheldClaims } from "../parts/WithheldClaims";

interface Read {
  told: Told;
  text: Points | null;
  claims: Claim[];
  ledger: UncodedRow[];
}

export function SourceView({ opened, id }: { opened: Package; id: string }) {
  const { base } = opened;
  const source = base.source.get(id);
  const loaded = useLoaded(() => read(opened, id), [opened, id]);
  if (source === undefined) {
    return (
      <>
        <h1>No such text</h1>
        <p>
          No text is called {id}. <Link href={address.sources}>All texts</Link>
        </p>
      </>
    );
  }
  return (
    <article class="source">
      <h1>
        <bdi>{source.title}</bdi>
      </h1>
      <About source={source} />
      {loaded.state === "waiting" && <Waiting what="the text" />}
      {loaded.state === "failed" && <Failed error={loaded.error} />}
      {loaded.state === "there" && <Reading opened={opened} source={source} read={loaded.value} />}
    </article>
  );
}

function About({ source }: { source: SourceRow }) {
  return (
    <p class="about">
      <bdi>{source.publisher}</bdi>, {source.published_on ?? "day of publication unknown"}. Terms of
      the text: {source.licence}.
      {source.notes && <span class="note"> {sentenceCase(source.notes)}.</span>}
    </p>
  );
}

function Reading({ opened, source, read }: { opened: Package; source: SourceRow; read: Read }) {
  const { base } = opened;
  const parameters = useParameters();
  const at = Number(parameters.get("at") ?? NaN);
  const chosen = useMemo(() => {
    const claim = read.claims.find((candidate) => candidate.claim_id === parameters.get("claim"));
    const start = claim?.char_start ?? at;
    return {
      claims: claim ? [claim] : [],
      uncoded: read.ledger.find((number) => number.char_start === start),
      start,
    };
  }, [parameters.toString(), read]);
  useEffect(() => {
    document.querySelector(".text .chosen")?.scrollIntoView({ block: "center" });
  }, [chosen]);
  if (read.text === null) {
    return (
      <WithheldClaims
        base={base}
        told={read.told}
        source={source}
        claims={read.claims}
        chosen={chosen.claims[0]}
      />
    );
  }
  return (
    <div class="reading">
      <MarkedText
        source={source.source_id}
        text={read.text}
        claims={read.claims}
        ledger={read.ledger}
        chosen={chosen}
      />
      <aside class="explained" aria-live="polite" aria-label="The number chosen">
        <Explained base={base} told={read.told} chosen={chosen} text={read.text} />
      </aside>
    </div>
  );
}

async function read(opened: Package, id: string): Promise<Read> {
  const [told, text, ledger] = await Promise.all([
    opened.told,
    loadText(opened.base.catalogue, id),
    readRows<UncodedRow>("tables/uncoded.parquet", UNCODED),
  ]);
  return {
    told,
    text: text === null ? null : new Points(text),
    claims: told.bySource.get(id) ?? [],
    ledger: ledger.filter((number) => number.source_id === id),
  };
}
