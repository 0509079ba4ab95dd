/** All texts, with their terms. */
import { Link } from "wouter-preact";
import { address } from "../address";
import type { Base } from "../data/package";
import { description } from "../data/words";

const COLUMNS = [
  ["title", "Text"],
  ["publisher", "Publisher"],
  ["published_on", "Published"],
  ["licence", "Licence"],
] as const;
const MOST = 500;

export function SourcesView({ base }: { base: Base }) {
  const sources = [...base.source.values()];
  return (
    <>
      <h1>Texts</h1>
      <table class="sources">
        <caption class="unseen">Texts</caption>
        <thead>
          <tr>
            {COLUMNS.map(([field, label]) => (
              <th scope="col" title={description(base.catalogue, "sources", field)} key={field}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sources.slice(0, MOST).map((source) => (
            <tr key={source.source_id}>
              <th scope="row">
                <Link href={address.source(source.source_id)}>
                  <bdi>{source.title}</bdi>
                </Link>
              </th>
              <td>
                <bdi>{source.publisher}</bdi>
              </td>
              <td>{source.published_on ?? "unknown"}</td>
              <td>{source.licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {sources.length > MOST && (
        <p class="note">
          The first {MOST} of {sources.length} texts; the SQL view has all.
        </p>
      )}
    </>
  );
}
