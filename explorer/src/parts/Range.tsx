/** A figure drawn on an axis: exact, about, at least, up to, from-to and vague each in its own way. */
import type { ScaleLinear } from "d3-scale";
import type { Claim } from "../data/package";

export const WIDTH = 300;
const HEIGHT = 22;
const MIDDLE = HEIGHT / 2;
const MARGIN = 6;

export type Scale = ScaleLinear<number, number>;

/** The drawing repeats what the cell beside it says in words, so readers of the table skip it. */
export function Range({
  claim,
  scale,
  width = WIDTH,
}: {
  claim: Claim;
  scale: Scale;
  width?: number;
}) {
  if (claim.count_low === null && claim.count_high === null) return null;
  return (
    <svg
      class={`range ${claim.count_qualifier ?? ""}`}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      aria-hidden="true"
    >
      {scale.ticks(4).map((tick) => (
        <line class="grid" x1={scale(tick)} x2={scale(tick)} y2={HEIGHT} key={tick} />
      ))}
      <Mark claim={claim} scale={scale} end={width - MARGIN} />
    </svg>
  );
}

function Mark({ claim, scale, end }: { claim: Claim; scale: Scale; end: number }) {
  const { count_low: low, count_high: high, count_qualifier: how } = claim;
  const from = scale(low ?? 0);
  const to = high === null ? end : scale(high);
  if (low !== null && low === high) {
    return <circle class={how === "approximate" ? "about" : "dot"} cx={from} cy={MIDDLE} r="5" />;
  }
  const open = how === "vague" ? "line vague" : "line";
  return (
    <>
      <line class={open} x1={from} x2={to} y1={MIDDLE} y2={MIDDLE} />
      {low !== null && how !== "vague" && <Bar at={from} />}
      {high === null ? <Arrow at={end} right /> : <Bar at={to} />}
      {low === null && <Arrow at={from} right={false} />}
    </>
  );
}

function Bar({ at }: { at: number }) {
  return <line class="line" x1={at} x2={at} y1={MIDDLE - 6} y2={MIDDLE + 6} />;
}

function Arrow({ at, right }: { at: number; right: boolean }) {
  const back = right ? -6 : 6;
  return (
    <path
      class="line head"
      d={`M${at + back} ${MIDDLE - 4} L${at} ${MIDDLE} L${at + back} ${MIDDLE + 4}`}
    />
  );
}

/** The axis above the ranges of one act. */
export function Axis({ scale }: { scale: Scale }) {
  return (
    <svg class="axis" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true">
      {scale.ticks(4).map((tick) => (
        <text x={scale(tick)} y="12" text-anchor="middle" key={tick}>
          {tick.toLocaleString("en-GB")}
        </text>
      ))}
    </svg>
  );
}
