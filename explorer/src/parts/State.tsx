/** What stands in the place of a view whose data are on their way or cannot be read. */

export function Waiting({ what }: { what: string }) {
  return (
    <p class="waiting" role="status">
      Reading {what} …
    </p>
  );
}

export function Failed({ error }: { error: Error }) {
  return (
    <div class="failed" role="alert">
      <p>This cannot be shown: {error.message}</p>
      <p>
        Write the explorer anew with <code>claims explore</code>, then load the page again.
      </p>
    </div>
  );
}
