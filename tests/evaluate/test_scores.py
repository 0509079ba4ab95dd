"""The figures on small invented tables, worked out by hand."""

import csv
import json
from pathlib import Path

import pytest

from pipeline.errors import InputError
from pipeline.evaluate.__main__ import main
from pipeline.evaluate.report import metrics, write_report
from pipeline.evaluate.scores import Scores, evaluate
from pipeline.paths import REFERENCE

ANSWER = {
    "id": "",
    "source_id": "mill",
    "char_start": "10",
    "char_end": "20",
    "claim_type": "killed",
    "count_low": "5",
    "count_high": "5",
    "count_qualifier": "exact",
    "subject": "civilians",
    "actor": "",
    "claimant": "mayor",
    "via": "",
    "date_start": "2015-06-01",
    "date_end": "2015-06-01",
    "place": "orvik",
    "scope": "incident",
    "verification": "reported",
    "part_of": "",
    "event": "fire",
    "optional": "0",
}
PUBLISHED = {
    "id": "claim_id",
    "claimant": "claimant_id",
    "via": "via_claimant_id",
    "place": "place_id",
    "event": "event_id",
}


def answer(name: str, **changes: str) -> dict[str, str]:
    return ANSWER | {"id": name} | changes


def write(path: Path, rows: list[dict[str, str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def scored(folder: Path, claims: list[dict[str, str]], answers: list[dict[str, str]]) -> Scores:
    published = [
        {PUBLISHED.get(name, name): value for name, value in row.items() if name != "optional"}
        for row in claims
    ]
    return evaluate(write(folder / "claims.csv", published), write(folder / "answers.csv", answers))


def test_a_perfect_table_scores_one(tmp_path: Path) -> None:
    rows = [answer("1"), answer("2", char_start="30", char_end="40", part_of="1")]
    scores = scored(tmp_path, rows, rows)
    assert (scores.counted.precision, scores.counted.recall, scores.counted.f1) == (1, 1, 1)
    assert set(scores.fields.values()) == {1.0}
    assert (scores.part_of_recall, scores.part_of_false, scores.events_b3_f1) == (1, 0, 1)
    assert scores.by_source == {"mill": (2, 2)}


@pytest.mark.parametrize(
    "change",
    [
        {"char_start": "20", "char_end": "30"},
        {"claim_type": "wounded"},
        {"count_low": "6"},
        {"count_high": ""},
        {"subject": "children"},
    ],
)
def test_another_span_type_count_or_subject_is_a_miss_and_a_wrong_row(
    tmp_path: Path, change: dict[str, str]
) -> None:
    scores = scored(tmp_path, [answer("a", **change)], [answer("1")])
    assert (len(scores.counted.missed), len(scores.counted.wrong)) == (1, 1)
    assert scores.counted.f1 == 0


def test_alternatives_are_equally_right(tmp_path: Path) -> None:
    asked = answer("1", subject="people|civilians", claimant="|mayor", place="valley|orvik")
    scores = scored(tmp_path, [answer("a", claimant="")], [asked])
    assert scores.counted.f1 == 1
    assert scores.fields["claimant"] == scores.fields["place"] == 1


def test_optional_answers_are_neither_asked_for_nor_wrong(tmp_path: Path) -> None:
    optional = answer("2", char_start="30", char_end="40", optional="1")
    without = scored(tmp_path, [answer("a")], [answer("1"), optional])
    given = [answer("a"), answer("b", char_start="30", char_end="40")]
    with_it = scored(tmp_path, given, [answer("1"), optional])
    for scores in (without, with_it):
        assert (scores.counted.asked, scores.counted.f1) == (1, 1)


def test_one_claim_answers_one_row_and_the_better_agreement_wins(tmp_path: Path) -> None:
    claims = [answer("a", place="elsewhere"), answer("b")]
    scores = scored(tmp_path, claims, [answer("1")])
    assert [row["id"] for row in scores.counted.wrong] == ["a"]
    assert scores.counted.precision == 0.5
    assert scores.counted.recall == 1


def test_fields_are_compared_over_matched_claims(tmp_path: Path) -> None:
    far = {"char_start": "30", "char_end": "40"}
    claims = [answer("a", date_end="2015-06-02"), answer("b", actor="raiders", **far)]
    scores = scored(tmp_path, claims, [answer("1"), answer("2", **far)])
    assert scores.fields["date"] == scores.fields["actor"] == 0.5
    assert scores.fields["scope"] == 1


def test_parts_are_right_where_they_name_the_claim_of_the_whole(tmp_path: Path) -> None:
    at = [{"char_start": str(10 * n), "char_end": str(10 * n + 5)} for n in range(5)]
    answers = [
        answer("1", **at[0]),
        answer("2", part_of="1", **at[1]),
        answer("3", part_of="1", **at[2]),
        answer("4", part_of="1|", **at[3]),
        answer("5", **at[4]),
    ]
    claims = [
        answer("a", **at[0]),
        answer("b", part_of="a", **at[1]),
        answer("c", part_of="b", **at[2]),
        answer("d", **at[3]),
        answer("e", part_of="a", **at[4]),
    ]
    scores = scored(tmp_path, claims, answers)
    assert (scores.part_of_recall, scores.part_of_false) == (0.5, 1)


def test_events_are_measured_by_b_cubed(tmp_path: Path) -> None:
    at = [{"char_start": str(10 * n), "char_end": str(10 * n + 5)} for n in range(4)]
    answers = [answer(str(n), event="fire" if n < 3 else "flood", **at[n]) for n in range(4)]
    claims = [answer(str(n), event="x" if n < 2 else "y", **at[n]) for n in range(4)]
    # Precision: 1, 1, 1/2, 1/2; recall: 2/3, 2/3, 1/3, 1.
    precision, recall = 3 / 4, (2 / 3 + 2 / 3 + 1 / 3 + 1) / 4
    expected = 2 * precision * recall / (precision + recall)
    assert scored(tmp_path, claims, answers).events_b3_f1 == pytest.approx(expected)


def test_occurrences_are_scored_apart(tmp_path: Path) -> None:
    empty = {"claim_type": "occurred", "count_low": "", "count_high": ""}
    claims = [answer("a"), answer("b", subject="", **empty)]
    scores = scored(tmp_path, claims, [answer("1"), answer("2", **empty)])
    assert (scores.counted.given, scores.occurred.given) == (1, 1)
    assert scores.occurred.f1 == 1


def test_sources_without_answers_are_left_out(tmp_path: Path) -> None:
    scores = scored(tmp_path, [answer("a"), answer("b", source_id="ford")], [answer("1")])
    assert scores.counted.given == 1


def test_the_report_says_what_was_missed_and_wrong(tmp_path: Path) -> None:
    scores = scored(tmp_path, [answer("a", count_low="4")], [answer("1")])
    write_report(scores, tmp_path / "reports")
    with (tmp_path / "reports" / "misses.csv").open(encoding="utf-8", newline="") as file:
        misses = [(row["outcome"], row["id"], row["count_low"]) for row in csv.DictReader(file)]
    assert misses == [("missed", "1", "5"), ("wrong", "a", "4")]
    kept = json.loads((tmp_path / "reports" / "metrics.json").read_text(encoding="utf-8"))
    assert kept == metrics(scores)
    assert kept["counted"]["f1"] == 0
    plot = (tmp_path / "reports" / "plots" / "recall_by_source.csv").read_text(encoding="utf-8")
    assert plot == "source,recall\nmill,0.0\n"


def test_the_command_writes_the_report_and_refuses_other_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    scored(tmp_path, [answer("a")], [answer("1")])
    command = ["--claims", str(tmp_path / "claims.csv"), "--reports", str(tmp_path / "reports")]
    assert main([*command, "--answers", str(tmp_path / "answers.csv")]) == 0
    assert "F1 1.0000" in capsys.readouterr().out
    (tmp_path / "answers.csv").write_text("id,text\n")
    assert main([*command, "--answers", str(tmp_path / "answers.csv")]) == 1
    assert "answers.csv" in capsys.readouterr().err


@pytest.mark.parametrize("field", ["char_start", "count_low"])
def test_a_number_that_is_none_is_named(tmp_path: Path, field: str) -> None:
    with pytest.raises(InputError) as error:
        scored(tmp_path, [answer("a", **{field: "5.0"})], [answer("1")])
    assert (error.value.row, error.value.field) == (2, field)


def test_the_answers_of_the_project_hold_no_text() -> None:
    path = REFERENCE / "evaluation" / "claims.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 100
    assert not any(" " in value for row in rows for value in row.values())
