"""The published figures for the five source texts against the hand-coded answers."""

import json

import pytest

from pipeline.paths import DATA, ROOT


@pytest.fixture(scope="module")
def metrics():
    return json.loads((ROOT / "reports" / "metrics.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("group", "name", "least"),
    [
        ("counted", "f1", 0.95),
        ("occurred", "f1", 0.60),
        ("fields", "date", 0.97),
        ("fields", "actor", 0.95),
        ("fields", "claimant", 0.95),
        ("fields", "place", 0.93),
        ("fields", "scope", 0.95),
        ("fields", "part_of_recall", 0.95),
        ("events", "b3_f1", 0.93),
    ],
)
def test_figures_reach_what_the_answers_ask(metrics, group, name, least):
    assert metrics[group][name] >= least


def test_few_parts_are_false(metrics):
    assert metrics["fields"]["part_of_false"] <= 2


def test_few_rows_are_corrected_by_hand():
    lines = (DATA / "claims.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert sum(line.endswith((",corrected", ",added")) for line in lines) <= len(lines) * 0.05
