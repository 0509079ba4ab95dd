/** The rival figures of one act: a table in which every figure is drawn on one axis. */
import { scaleLinear } from "d3-scale";
import { Link } from "wouter-preact";
import { address } from "../address";
import type { Base } from "../data/package";
import { type Figure, greatest, type Group } from "../data/figures";
import { days, description, meaning, name, sentenceCase, spaced } from "../data/words";
import { Quoted, type Texts } from "./Quoted";
import { Axis, Range, type Scale, WIDTH } from "./Range";

interface Props {
  base: Base;
  type: string;
  groups: Group[];
  texts: Texts;
}

export function Figures({ base, type, groups, texts }: Props) {
  const { catalogue } = base;
  const most = Math.max(...groups.map((group) => greatest(group.figures)));
  const scale = scaleLinear([0, most], [8, WIDTH - 24]).nice(4);
  const drawn = groups.some((group) => group.figures.some(({ claim }) => claim.figure !== null));
  return (
    <table class="figures">
      <caption>
        <h2 title={meaning(catalogue, "claims", "claim_type", type)}>
          {sentenceCase(spaced(type))}
        </h2>
      </caption>
      <thead>
        <tr>
          <th scope="col">{"Who says it"}</th>
          <th scope="col" class="number">
            How many
          </th>
          <th scope="col" class="drawing">
            {drawn ? <Axis scale={scale} /> : null}
            <span class="unseen">Drawn</span>
          </th>
          <th scope="col" title={description(catalogue, "claims", "date_start")}>
            When
          </th>
          <th scope="col" title={description(catalogue, "claims", "actor")}>
            By whom
          </th>
          <th scope="col">In these words</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.subject}>
          {group.subject && (
            <tr class="subject">
              <th
                colSpan={6}
                scope="rowgroup"
                title={meaning(catalogue, "claims", "subject", group.subject)}
              >
                {name(catalogue, "claims", "subject", group.subject)}
              </th>
            </tr>
          )}
          {group.figures.map((figure) => (
            <Lines
              base={base}
              figure={figure}
              scale={scale}
              texts={texts}
              depth={0}
              key={figure.claim.claim_id}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

interface LineProps {
  base: Base;
  figure: Figure;
  scale: Scale;
  texts: Texts;
  depth: number;
}

function Lines({ base, figure, scale, texts, depth }: LineProps) {
  const { claim } = figure;
  const { catalogue } = base;
  return (
    <>
      <tr class={depth > 0 ? "part" : undefined}>
        <th scope="row" style={{ paddingInlineStart: `${depth * 1.25 + 0.5}rem` }}>
          {depth > 0 && (
            <span class="note">
              of them{" "}
              {claim.subject && name(catalogue, "claims", "subject", claim.subject).toLowerCase()}
              ,{" "}
            </span>
          )}
          <bdi>{claim.speaker}</bdi>
          {claim.via && (
            <span class="note">
              {" "}
              through <bdi>{claim.via}</bdi>
            </span>
          )}
          <Remarks base={base} figure={figure} />
        </th>
        <td class="number" title={qualifier(base, figure)}>
          {claim.figure ?? "no figure"}
        </td>
        <td class="drawing">
          <Range claim={claim} scale={scale} />
        </td>
        <td title={meaning(catalogue, "claims", "date_precision", claim.date_precision)}>
          {days(claim.date_start, claim.date_end)}
        </td>
        <td>{claim.actor && name(catalogue, "claims", "actor", claim.actor)}</td>
        <td class="words">
          {figure.tellings.map((telling) => (
            <Link
              href={address.source(telling.source_id, { claim: telling.claim_id })}
              key={telling.claim_id}
            >
              <Quoted claim={telling} texts={texts} />
            </Link>
          ))}
        </td>
      </tr>
      {figure.parts.map((part) => (
        <Lines
          base={base}
          figure={part}
          scale={scale}
          texts={texts}
          depth={depth + 1}
          key={part.claim.claim_id}
        />
      ))}
    </>
  );
}

/** What the text says of the claim beside its figure. */
function Remarks({
  base: { catalogue },
  figure: { claim, tellings },
}: {
  base: Base;
  figure: Figure;
}) {
  const remarks = [
    claim.verification !== "reported" && spaced(claim.verification),
    claim.scope === "aggregate" && "a total",
    tellings.length > 1 && `told ${tellings.length} times`,
  ].filter(Boolean);
  if (remarks.length === 0) return null;
  const help = meaning(catalogue, "claims", "verification", claim.verification);
  return (
    <span class="note" title={help}>
      {" "}
      ({remarks.join(", ")})
    </span>
  );
}

function qualifier(base: Base, { claim }: Figure): string {
  return claim.count_qualifier === null
    ? ""
    : meaning(base.catalogue, "claims", "count_qualifier", claim.count_qualifier);
}
