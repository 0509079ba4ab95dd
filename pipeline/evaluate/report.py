"""The measured figures as files that DVC shows: metrics, plots, and the list of misses.

No text stands in them, only ids, offsets and values.
"""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from pipeline.evaluate.scores import Found, Scores, rounded
from pipeline.evaluate.tables import Coding
from pipeline.tables import write_files

METRICS = "metrics.json"
MISSES = "misses.csv"
RECALL_PLOT = "plots/recall_by_source.csv"
FIELDS_PLOT = "plots/fields.csv"
_MISS_COLUMNS = (
    "sort", "outcome", "id", "source_id", "char_start", "char_end", "claim_type", "count_low",
    "count_high", "subject",
)  # fmt: skip


def write_report(scores: Scores, folder: Path) -> None:
    """Write the report into `folder`, each file whole or not at all."""
    files = {
        METRICS: json.dumps(metrics(scores), indent=2) + "\n",
        MISSES: _table(_MISS_COLUMNS, _misses(scores)),
        RECALL_PLOT: _table(
            ("source", "recall"),
            (
                [source, rounded(right / asked)]
                for source, (right, asked) in scores.by_source.items()
            ),
        ),
        FIELDS_PLOT: _table(
            ("field", "agreement"),
            ([name, rounded(share)] for name, share in scores.fields.items()),
        ),
    }
    by_folder: dict[Path, dict[str, bytes]] = {}
    for name, content in files.items():
        path = folder / name
        by_folder.setdefault(path.parent, {})[path.name] = content.encode("utf-8")
    for parent, contents in by_folder.items():
        write_files(parent, contents)


def metrics(scores: Scores) -> dict[str, dict[str, float | int]]:
    """Return the figures by section, ready for `dvc metrics`."""
    return {
        "counted": _figures(scores.counted),
        "occurred": _figures(scores.occurred),
        "fields": {
            **{name: rounded(share) for name, share in scores.fields.items()},
            "part_of_recall": rounded(scores.part_of_recall),
            "part_of_false": scores.part_of_false,
        },
        "events": {"b3_f1": rounded(scores.events_b3_f1)},
        "recall_by_source": {
            source: rounded(right / asked) for source, (right, asked) in scores.by_source.items()
        },
    }


def _figures(found: Found) -> dict[str, float | int]:
    return {
        "asked": found.asked,
        "given": found.given,
        "precision": rounded(found.precision),
        "recall": rounded(found.recall),
        "f1": rounded(found.f1),
    }


def _misses(scores: Scores) -> Iterable[Sequence[object]]:
    rows = [
        (sort, outcome, coding)
        for sort, found in (("counted", scores.counted), ("occurred", scores.occurred))
        for outcome, codings in (("missed", found.missed), ("wrong", found.wrong))
        for coding in codings
    ]
    rows.sort(key=lambda row: (row[2]["source_id"], row[2].start, row[:2], row[2]["id"]))
    return ([sort, outcome, *_cells(coding)] for sort, outcome, coding in rows)


def _cells(coding: Coding) -> list[str]:
    return [coding[name] for name in _MISS_COLUMNS[2:]]


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()
