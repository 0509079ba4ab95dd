"""Draw what each claimant said about each contested event: `python docs/contested_events.py FILE`.

Run it in an unpacked release or in a clone; it needs duckdb and matplotlib. The ending of FILE
(.png, .svg, .pdf) decides what is written. A bar reaches from the lowest to the highest figure that
the words allow, a dot is an exact figure, an arrow stands where the words leave the upper end open.
"""

import sys
from itertools import groupby
from pathlib import Path

import duckdb
from matplotlib.axes import Axes
from matplotlib.figure import Figure

ROOT = Path(__file__).resolve().parents[1]
# Parts stay out: they are told beside the whole that holds them.
QUESTION = """
    SELECT DISTINCT e.date_start, e.title, f.speaker, f.subject, f.count_low, f.count_high
    FROM events AS e JOIN figures_by_claimant AS f USING (event_id)
    WHERE e.contested AND f.claim_type = $claim_type AND NOT f.is_part
        AND coalesce(f.count_low, f.count_high) IS NOT NULL
    ORDER BY ALL
"""
Told = tuple[str, str, int | None, int | None]


def read_events(claim_type: str) -> list[tuple[str, list[Told]]]:
    """Return each contested event with what was told of it: speaker, subject, lowest, highest."""
    with duckdb.connect() as database:
        folder = str(ROOT).replace("'", "''")
        database.execute(f"SET file_search_path = '{folder}'")
        for name in ("tables", "views"):
            database.execute((ROOT / "sql" / f"{name}.sql").read_text(encoding="utf-8"))
        rows = database.execute(QUESTION, {"claim_type": claim_type}).fetchall()
    events = groupby(rows, key=lambda row: row[:2])
    return [(title, [row[2:] for row in told]) for (_, title), told in events]


def draw(events: list[tuple[str, list[Told]]], claim_type: str) -> Figure:
    """Return one panel for each event, with a line for each group of which a claimant spoke."""
    heights = [len(_lines(told)) + 1.5 for _, told in events]
    figure = Figure(figsize=(9, 0.28 * sum(heights)), layout="constrained")
    panels = figure.subplots(len(events), height_ratios=heights, squeeze=False)[:, 0]
    for panel, (title, told) in zip(panels, events, strict=True):
        _draw_event(panel, title, told)
    panels[-1].set_xlabel(f"people {claim_type}, as claimed")
    return figure


def _lines(told: list[Told]) -> list[str]:
    return list(dict.fromkeys(f"{speaker}: {subject}" for speaker, subject, *_ in told))


def _draw_event(panel: Axes, title: str, told: list[Told]) -> None:
    lines = _lines(told)
    panel.set_title(title, loc="left", fontsize="medium", fontweight="bold")
    panel.set_yticks(range(len(lines)), lines)
    panel.set_ylim(len(lines) - 0.5, -0.5)
    panel.grid(axis="x", alpha=0.3)
    panel.spines[["top", "right"]].set_visible(False)
    panel.set_xlim(0, 1.15 * max(high or low or 0 for *_, low, high in told) + 1)
    for speaker, subject, low, high in told:
        line = lines.index(f"{speaker}: {subject}")
        mark = ">" if high is None else "o" if low == high else "|"
        panel.plot([low or 0, low if high is None else high], [line, line], mark + "-", color="C0")


def main() -> None:
    """Draw those killed into the file that the command names."""
    if len(sys.argv) != 2:
        sys.exit("Name the file to write, such as contested.png.")
    events = read_events("killed")
    if not events:
        sys.exit("No event is contested in who was killed: there is nothing to draw.")
    draw(events, "killed").savefig(sys.argv[1])
    print(f"{len(events)} contested events, {sum(len(told) for _, told in events)} figures")


if __name__ == "__main__":
    main()
