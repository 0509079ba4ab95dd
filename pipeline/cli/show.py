"""One claim or one event, laid out for reading."""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from pipeline.package.story import ClaimStory, claim_story, event_story

_CHART_WIDTH = 40
_LABELS = 72
_NAMES = 17


def show_claim(claim_id: str, explain: bool) -> None:
    """Print a claim: its sentence, its row, and what it agrees with or contradicts."""
    story = claim_story(claim_id)
    console = _console()
    console.print(Text(_headline(story), style="bold"))
    console.print()
    console.print(_sentence(story))
    console.print(Text(f"{story.source['title']}, {story.source['publisher']}", style="dim"))
    console.print()
    _print_pairs(console, _known(story))
    if story.relations:
        console.print()
        for other in story.relations:
            console.print(Text(f"{other['relation']} ({other['reason']}): {_told(other)}"))
    if explain:
        from pipeline.engine.explanation import explain_claim

        console.print()
        for reason in explain_claim(story.row["source_id"], claim_id):
            words = f" “{reason.words}”" if reason.words else ""
            console.print(Text(f"{reason.field}: {reason.rule}{words}"))


def show_event(event_id: str) -> None:
    """Print an event: title, when, where, the figures side by side, and what clashes."""
    story = event_story(event_id)
    console = _console()
    row = story.row
    console.print(Text(row["title"], style="bold"))
    console.print()
    known = {"when": _when(row), "where": story.place, "kind": row["event_type"]}
    known |= {"sides": (row["actors"] or "").replace("|", ", "), "event_id": event_id}
    _print_pairs(console, known)
    console.print()
    for line in range_chart(story.figures):
        console.print(Text(line))
    if story.conflicts:
        console.print()
    for clash in story.conflicts:
        other = {key.removeprefix("other_"): value for key, value in clash.items()
                 if key.startswith("other_")}  # fmt: skip
        console.print(
            Text(f"{clash['relation']} ({clash['reason']}): {_told(clash)} / {_told(other)}")
        )


def range_chart(figures: Sequence[Mapping[str, Any]]) -> list[str]:
    """Draw each figure as a bar from its low to its high on one common scale.

    ├──┤ is a range, ● one figure, an arrow an end that the claimant left open. A figure told
    several times by one speaker stands once, with ×n.
    """
    counted = [row for row in figures if row["figure"] is not None]
    ends = [row["count_high"] or row["count_low"] or 0 for row in counted]
    scale = max(ends, default=0) or 1
    bars: dict[str, str] = {}
    tellings: Counter[str] = Counter()
    for row in counted:
        label = f"{'  ' if row['is_part'] else ''}{_told(row)}"
        bars[label] = _bar(row["count_low"], row["count_high"], scale)
        tellings[label] += 1
    labels = {label: label + (f" ×{tellings[label]}" if tellings[label] > 1 else "")
              for label in bars}  # fmt: skip
    width = min(max(map(len, labels.values()), default=0), _LABELS)
    return [f"{labels[label][:width]:{width}}  {bar}".rstrip() for label, bar in bars.items()]


def _bar(low: int | None, high: int | None, scale: int) -> str:
    def column(count: int) -> int:
        return round(count / scale * (_CHART_WIDTH - 1))

    if high is None:
        start = column(low or 0)
        return " " * start + "├" + "─" * (_CHART_WIDTH - 1 - start) + "▶"
    if low is None:
        return "◀" + "─" * max(column(high) - 1, 0) + "┤"
    if low == high:
        return " " * column(low) + "●"
    return " " * column(low) + "├" + "─" * max(column(high) - column(low) - 1, 0) + "┤"


def _console() -> Console:
    """Return a console that wraps lines on a terminal only."""
    return Console(highlight=False, soft_wrap=not sys.stdout.isatty())


def _headline(story: ClaimStory) -> str:
    row = story.row
    counted = " ".join(str(row[name]) for name in ("subject", "claim_type") if row[name])
    return f"{_count(row)} {counted}".strip().replace("_", " ")


def _count(row: Mapping[str, Any]) -> str:
    low, high = row["count_low"], row["count_high"]
    if low is None or high is None or low == high:
        return f"{'' if low is None else low}{'+' if high is None and low is not None else ''}" or (
            "" if high is None else f"up to {high}"
        )
    return f"{low}-{high}"


def _sentence(story: ClaimStory) -> Text:
    terminal = sys.stdout.isatty()
    before, words = story.sentence[: story.start], story.sentence[story.start : story.end]
    marked = Text(words, style="bold reverse") if terminal else Text(f">>>{words}<<<")
    return Text.assemble(before, marked, story.sentence[story.end :])


def _known(story: ClaimStory) -> dict[str, Any]:
    """Return the row in reading order, ids with their names."""
    row = {name: value for name, value in story.row.items() if value is not None}
    if story.claimant:
        row["claimant_id"] = f"{story.claimant['name']} ({row['claimant_id']})"
    if story.event:
        row["event_id"] = f"{story.event} ({row['event_id']})"
    return row


def _print_pairs(console: Console, known: Mapping[str, Any]) -> None:
    for name, value in known.items():
        if value not in (None, ""):
            console.print(Text.assemble((f"{name:{_NAMES}}", "dim"), str(value)))


def _when(row: Mapping[str, Any]) -> str:
    if row["date_start"] is None:
        return "not known"
    if row["date_start"] == row["date_end"]:
        return f"{row['date_start']} ({row['date_precision']})"
    return f"{row['date_start']} to {row['date_end']} ({row['date_precision']})"


def _told(row: Mapping[str, Any]) -> str:
    words = (row["speaker"], "-", row["figure"] or "", row["subject"] or "", row["claim_type"])
    return " ".join(str(word) for word in words if word).replace("_", " ")
