/** How figures are drawn. */
import { scaleLinear } from "d3-scale";
import type { Claim } from "../data/package";
import { Range } from "./Range";

const KINDS: [words: string, low: number | null, high: number | null, how: string][] = [
  ["a figure", 40, 40, "exact"],
  ["about", 40, 40, "approximate"],
  ["at least", 40, null, "at_least"],
  ["up to", null, 40, "at_most"],
  ["from … to", 20, 60, "range"],
  ["a word without a figure", 40, null, "vague"],
];
const WIDTH = 48;
const SCALE = scaleLinear([0, 80], [6, WIDTH - 6]);

export function Legend() {
  return (
    <ul class="legend" aria-label="How figures are drawn">
      {KINDS.map(([words, low, high, how]) => (
        <li key={words}>
          <Range
            claim={{ count_low: low, count_high: high, count_qualifier: how } as Claim}
            scale={SCALE}
            width={WIDTH}
          />{" "}
          {words}
        </li>
      ))}
    </ul>
  );
}
