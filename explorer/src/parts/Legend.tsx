/** How figures are drawn. */
import { scaleLinear } from "d3-scale";
import type { Claim } from "../data/package";
import { Range, WIDTH } from "./Range";

const KINDS: [words: string, low: number | null, high: number | null, how: string][] = [
  ["a figure", 40, 40, "exact"],
  ["about", 40, 40, "approximate"],
  ["at least", 40, null, "at_least"],
  ["up to", null, 40, "at_most"],
  ["from … to", 20, 60, "range"],
  ["a word without a figure", 40, null, "vague"],
];
const SCALE = scaleLinear([0, 80], [0, WIDTH]);

export function Legend() {
  return (
    <ul class="legend" aria-label="How figures are drawn">
      {KINDS.map(([words, low, high, how]) => (
        <li key={words}>
          <Range claim={{ count_low: low, count_high: high, count_qualifier: how } as Claim} scale={SCALE} /> {words}
        </li>
      ))}
    </ul>
  );
}
