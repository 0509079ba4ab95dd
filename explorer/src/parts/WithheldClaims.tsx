/** The claims of a text that is not here: where in it they stand, and how to hold them against it. */
import { Link } from "wouter-preact";
import { address } from "../address";
import type { Base, Claim, Told } from "../data/package";
import type { SourceRow } from "../data/rows";
import { counted } from "../data/words";
import { ClaimCard } from "./Explained";

interface Props {
  base: Base;
  told: Told;
  source: SourceRow;
  claims: Claim[];
  chosen: Claim | undefined;
}

export function WithheldClaims({ base, told, source, claims, chosen }: Props) {
  return (
    <>
      <p class="withheld">
        This text is not in the package: its terms ({source.licence}) do not let everybody pass it
        on, or it was not kept with the tables. What follows says at which characters of it each
        claim stands.
      </p>
      {chosen && <ClaimCard base={base} told={told} claim={chosen} />}
      <table>
        <caption class="unseen">Claims of this text</caption>
        <thead>
          <tr>
            <th scope="col">Claim</th>
            <th scope="col">Said by</th>
            <th scope="col" class="number">
              Characters
            </th>
          </tr>
        </thead>
        <tbody>
          {claims
            .toSorted((one, other) => one.char_start - other.char_start)
            .map((claim) => (
              <tr key={claim.claim_id}>
                <th scope="row">
                  <Link href={address.source(source.source_id, { claim: claim.claim_id })}>
                    {counted(claim)}
                  </Link>
                </th>
                <td>
                  <bdi>{claim.speaker}</bdi>
                </td>
                <td class="number">
                  {claim.char_start} to {claim.char_end}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  );
}
