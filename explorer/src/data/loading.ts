/** Values that come later, as a hook. */
import { useEffect, useState } from "preact/hooks";

export type Loaded<Value> =
  { state: "waiting" } | { state: "there"; value: Value } | { state: "failed"; error: Error };

/** Follow the promise that `start` gives; it is called again when one of `inputs` changes. */
export function useLoaded<Value>(start: () => Promise<Value>, inputs: unknown[]): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ state: "waiting" });
  useEffect(() => {
    let current = true;
    setLoaded({ state: "waiting" });
    start().then(
      (value) => current && setLoaded({ state: "there", value }),
      (error: Error) => current && setLoaded({ state: "failed", error }),
    );
    return () => {
      current = false;
    };
  }, inputs);
  return loaded;
}
