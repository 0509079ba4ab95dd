/** The text with every number as a link to its explanation. */
import { useMemo } from "preact/hooks";
import { Link } from "wouter-preact";
import { address } from "../address";
import type { Claim } from "../data/package";
import type { Points } from "../data/points";
import type { UncodedRow } from "../data/rows";
import { type Segment, segmentsOf } from "../data/segments";

/** What is explained: claims, a number of the ledger, or only a place in the text. */
export interface Chosen {
  claims: Claim[];
  uncoded: UncodedRow | undefined;
  start: number;
}

interface Props {
  source: string;
  text: Points;
  claims: Claim[];
  ledger: UncodedRow[];
  chosen: Chosen;
}

export function MarkedText({ source, text, claims, ledger, chosen }: Props) {
  const sentence = chosen.claims[0];
  const segments = useMemo(() => {
    const ends = sentence ? [sentence.sentence_start, sentence.sentence_end] : [];
    return segmentsOf(text, claims, ledger, ends);
  }, [text, claims, ledger, sentence]);
  return (
    <div class="text" dir="auto">
      {segments.map((segment) => {
        const inside =
          sentence &&
          segment.start >= sentence.sentence_start &&
          segment.end <= sentence.sentence_end;
        return (
          <Piece
            source={source}
            segment={segment}
            words={text.cut(segment.start, segment.end)}
            chosen={isChosen(segment, chosen)}
            inside={inside === true}
            key={segment.start}
          />
        );
      })}
    </div>
  );
}

interface PieceProps {
  source: string;
  segment: Segment;
  words: string;
  chosen: boolean;
  inside: boolean;
}

function Piece({ source, segment, words, chosen, inside }: PieceProps) {
  const to = target(segment);
  const marks = [chosen && "chosen", inside && "inside"].filter(Boolean).join(" ");
  if (to === null) return marks ? <span class={marks}>{words}</span> : <>{words}</>;
  const kind = segment.claims.length > 0 ? "claim" : segment.uncoded ? "uncoded" : "unread";
  return (
    <Link
      href={address.source(source, to)}
      class={`${kind} ${marks}`}
      aria-current={chosen ? "true" : undefined}
    >
      {words}
    </Link>
  );
}

function target({ claims, uncoded, unread, start }: Segment): Record<string, string> | null {
  if (claims.length > 0) return { claim: claims.at(-1)!.claim_id };
  if (uncoded) return { at: String(uncoded.char_start) };
  return unread ? { at: String(start) } : null;
}

function isChosen(segment: Segment, chosen: Chosen): boolean {
  const [claim] = chosen.claims;
  if (claim) return segment.claims.includes(claim);
  if (chosen.uncoded) return segment.uncoded === chosen.uncoded;
  return segment.unread && segment.start === chosen.start;
}
