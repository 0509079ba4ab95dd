/** A part that is shown on demand, and only then made: long tables cost nothing while they are closed. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  summary: string;
  class?: string;
  children: () => ComponentChildren;
}

export function Folded({ summary, children, ...rest }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details {...rest} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children()}
    </details>
  );
}
