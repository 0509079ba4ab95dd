/** CodeMirror for SQL: tables and columns are completed, each with what its schema says of it. */
import { type Completion, autocompletion } from "@codemirror/autocomplete";
import { PostgreSQL, sql, type SQLNamespace } from "@codemirror/lang-sql";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import type { Catalogue } from "../data/catalogue";

/** Open an editor below `parent`; `run` is called on Ctrl-Enter. */
export function openEditor(
  parent: HTMLElement,
  catalogue: Catalogue,
  query: string,
  run: () => void,
): EditorView {
  const enter = { key: "Mod-Enter", run: () => (run(), true) };
  return new EditorView({
    parent,
    doc: query,
    extensions: [
      Prec.highest(keymap.of([enter])),
      basicSetup,
      autocompletion({ icons: false }),
      sql({ dialect: PostgreSQL, schema: namespace(catalogue), upperCaseKeywords: true }),
      syntaxHighlighting(COLOURS),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "SQL query" }),
    ],
  });
}

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.string, color: "var(--clash)" },
  { tag: tags.comment, color: "var(--soft)" },
]);

/** Tables with their columns, as CodeMirror completes them. */
export function namespace(catalogue: Catalogue): SQLNamespace {
  const tables = Object.entries(catalogue.tables).map(([name, schema]) => {
    const self: Completion = { label: name, type: "type", info: schema.description };
    const children = schema.fields.map((field): Completion => {
      const codes =
        field.categories?.map((category) => `${category.value}: ${category.label}`) ?? [];
      return {
        label: field.name,
        type: "property",
        detail: field.type,
        info: [field.description ?? "", ...codes].join("\n"),
      };
    });
    return [name, { self, children }] as const;
  });
  return Object.fromEntries(tables);
}
