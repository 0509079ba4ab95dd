/** The answer to a query, as a table and as CSV. */
import { csvFormatRows } from "d3-dsv";
import type { Answer } from "../data/duckdb";

const MOST = 500;
const NUMBER = /^-?[\d.]+(e[+-]?\d+)?$/;

export function AnswerTable({ answer: { columns, rows } }: { answer: Answer }) {
  const numeric = columns.map(
    (_, at) => rows.length > 0 && rows.every((row) => row[at] === "" || NUMBER.test(row[at]!)),
  );
  return (
    <>
      <p>
        <button onClick={() => save(csvFormatRows([columns, ...rows]))}>Save as CSV</button>
      </p>
      <div class="answer" tabIndex={0} role="region" aria-label="Answer">
        <table>
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th scope="col" class={numeric[at] ? "number" : ""} key={at}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map((row, line) => (
              <tr key={line}>
                {row.map((cell, at) => (
                  <td class={numeric[at] ? "number" : ""} key={at}>
                    <bdi>{cell}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > MOST && (
        <p class="note">
          The first {MOST} rows are shown; the CSV has all {rows.length}.
        </p>
      )}
    </>
  );
}

function save(csv: string): void {
  const url = URL.createObjectURL(new Blob([`${csv}\n`], { type: "text/csv" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "answer.csv" });
  link.click();
  URL.revokeObjectURL(url);
}
