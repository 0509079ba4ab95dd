/** Questions in SQL, answered in the browser; the address holds the query. */
import type { EditorView } from "@codemirror/view";
import { useEffect, useRef, useState } from "preact/hooks";
import { address, go, useParameters } from "../address";
import type { Answer, Database } from "../data/duckdb";
import type { Base } from "../data/package";
import { AnswerTable } from "../parts/AnswerTable";
import { TablesHelp } from "../parts/TablesHelp";

type Result =
  | { state: "none" | "waiting" }
  | { state: "there"; answer: Answer }
  | { state: "failed"; message: string };

/** One database for as long as the page is open; it takes a moment to start. */
let database: Promise<Database> | undefined;

export function SqlView({ base: { catalogue } }: { base: Base }) {
  const asked = useParameters().get("q") ?? "";
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>();
  const [result, setResult] = useState<Result>({ state: "none" });

  const run = () => {
    const query = editor.current!.state.doc.toString();
    if (query === asked) void answer(query);
    else go(address.sql(query));
  };
  const answer = async (query: string) => {
    setResult({ state: "waiting" });
    try {
      database ??= import("../data/duckdb").then((module) => module.openDatabase(catalogue));
      const opened = await database;
      setResult({ state: "there", answer: await opened.ask(query) });
    } catch (error) {
      setResult({ state: "failed", message: (error as Error).message });
    }
  };
  const latest = useRef(run);
  latest.current = run;

  useEffect(() => {
    let closed = false;
    void import("../parts/editor").then(({ openEditor }) => {
      if (closed) return;
      const query = asked || catalogue.recipes[0]?.query || "";
      editor.current = openEditor(holder.current!, catalogue, query, () => latest.current());
    });
    return () => {
      closed = true;
      editor.current?.destroy();
    };
  }, [catalogue]);

  useEffect(() => {
    if (asked === "") return;
    const view = editor.current;
    if (view && view.state.doc.toString() !== asked) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: asked } });
    }
    void answer(asked);
  }, [asked]);

  return (
    <div class="sql">
      <h1>Ask in SQL</h1>
      <p class="note">
        The query runs in this browser, on the tables and views of the package; nothing is sent. Its
        address can be shared.
      </p>
      <label class="recipes">
        Begin with a question
        <select value="" onChange={(event) => go(address.sql(event.currentTarget.value))}>
          <option value="">Choose one …</option>
          {catalogue.recipes.map((recipe) => (
            <option value={recipe.query} key={recipe.name}>
              {recipe.question}
            </option>
          ))}
        </select>
      </label>
      <div class="editor" ref={holder} />
      <p>
        <button class="main" onClick={run}>
          Run
        </button>{" "}
        <span class="note">or Ctrl-Enter</span>
      </p>
      <div role="status">
        {result.state === "waiting" && <p>Asking …</p>}
        {result.state === "there" && (
          <p>{result.answer.rows.length.toLocaleString("en-GB")} rows</p>
        )}
      </div>
      {result.state === "failed" && (
        <pre class="failed" role="alert">
          {result.message}
        </pre>
      )}
      {result.state === "there" && <AnswerTable answer={result.answer} />}
      <TablesHelp catalogue={catalogue} />
    </div>
  );
}
