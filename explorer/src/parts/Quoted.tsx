/** The counted words of a claim, cut out of the text as it was received. */
import { loadText } from "../data/catalogue";
import { useLoaded } from "../data/loading";
import type { Base, Claim } from "../data/package";
import { Points } from "../data/points";

/** Texts by the id of their source; null where a text is not in the package. */
export type Texts = Map<string, Points | null>;

export function useTexts(base: Base, sources: string[]): Texts {
  const loaded = useLoaded(async () => {
    const texts = await Promise.all(sources.map((source) => loadText(base.catalogue, source)));
    return new Map(
      sources.map((source, at) => [source, texts[at] ? new Points(texts[at]!) : null]),
    );
  }, [base, sources.join(" ")]);
  return loaded.state === "there" ? loaded.value : new Map();
}

export function Quoted({ claim, texts }: { claim: Claim; texts: Texts }) {
  const text = texts.get(claim.source_id);
  if (text) return <q>{text.cut(claim.char_start, claim.char_end).replace(/\s+/g, " ")}</q>;
  return (
    <>
      characters {claim.char_start} to {claim.char_end}
    </>
  );
}
