"""The command as people and programs use it: what it prints, where, and with which exit code."""

import csv
import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.engine.extraction import KEYS
from pipeline.package.database import ask
from pipeline.paths import DATA, ROOT

CONTRACT = (
    "source_id, char_start, char_end, claim_type, count_low, count_high, count_qualifier, subject, "
    "actor, claimant, via, date_start, date_end, date_precision, place, place_name, scope, "
    "verification, part_of, claim_id, event_id"
)
_STREAMS = ("stdin", "stdout", "stderr")
REPORT = (
    "On 4 May 2013, at least 31 civilians, including five children, were killed and dozens were "
    "wounded when warplanes bombed a market in Saraqib, the Observatory said.\n"
)


@dataclass
class Done:
    """What a run of the command left behind."""

    returncode: int
    stdout: str
    stderr: str


def claims(*arguments: str, stdin: str = "") -> Done:
    """Run the command in this process, with streams of its own."""
    streams = {name: io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for name in _STREAMS}
    streams["stdin"].buffer.write(stdin.encode("utf-8"))
    streams["stdin"].buffer.seek(0)
    code = 0
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["claims", *arguments])
        patch.chdir(ROOT)
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        try:
            main()
        except SystemExit as left:
            code = int(left.code or 0)
    return Done(code, *(_written(streams[name]) for name in ("stdout", "stderr")))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")


def extracted(*arguments: str, stdin: str = "") -> list[dict[str, object]]:
    done = claims("extract", *arguments, stdin=stdin)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    "command", ["build", "validate", "sql", "show", "extract", "gazetteer", ""]
)
def test_every_command_explains_itself(command: str) -> None:
    done = claims(*filter(None, [command, "--help"]))
    assert done.returncode == 0
    assert "Usage: " in done.stdout


def test_it_runs_as_a_program_of_its_own() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pipeline.cli", "extract", "-"],
        cwd=ROOT,
        input=REPORT.encode("utf-8"),
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert json.loads(done.stdout.splitlines()[0])["source_id"] == "stdin"


def test_extract_keeps_its_contract() -> None:
    lines = extracted("-", "--published-on", "2013-05-05", stdin=REPORT)
    assert lines
    for line in lines:
        assert ", ".join(line) == CONTRACT
        assert line["source_id"] == "stdin"
        assert "" not in line.values()
    toll = next(line for line in lines if line["subject"] == "civilians")
    assert (toll["count_low"], toll["count_high"], toll["count_qualifier"]) == (
        31,
        None,
        "at_least",
    )
    assert "31 civilians" in REPORT[toll["char_start"] : toll["char_end"]]
    children = next(line for line in lines if line["subject"] == "children")
    assert children["part_of"] == toll["claim_id"]
    assert list(KEYS) == CONTRACT.split(", ")


def test_offsets_count_code_points_of_the_text_as_given(tmp_path: Path) -> None:
    text = "𝕏 – “naïve”\r\n\r\nSix soldiers were killed in Idlib on 4 May 2013.\r\n"
    path = tmp_path / "note.txt"
    path.write_bytes(text.encode("utf-8"))
    (line,) = extracted(str(path))
    assert line["source_id"] == "note"
    assert text[line["char_start"] : line["char_end"]] == "Six soldiers"


def test_documents_come_as_json_lines_and_go_to_a_file(tmp_path: Path) -> None:
    documents, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    entries = [
        {"source_id": "one", "text": REPORT, "published_on": "2013-05-05", "extra": 1},
        {"source_id": "two", "text": "The council discussed the budget for the new road."},
        {"source_id": "three", "text": "Two rebels were killed on Monday.", "title": None},
    ]
    documents.write_text("".join(json.dumps(entry) + "\n\n" for entry in entries), encoding="utf-8")
    done = claims("extract", "--documents", str(documents), "--output", str(output))
    assert (done.returncode, done.stdout) == (0, "")
    sources = [json.loads(line)["source_id"] for line in output.read_text("utf-8").splitlines()]
    assert set(sources) == {"one", "three"}
    assert sources == sorted(sources, key=["one", "two", "three"].index)


def test_extract_says_why(tmp_path: Path) -> None:
    lines = extracted("-", "--explain", stdin=REPORT)
    because = lines[0]["because"]["claim_type"]
    assert because["rule"]
    assert because["words"] == REPORT[because["char_start"] : because["char_end"]]


def test_a_text_that_is_not_english_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    other = tmp_path / "german.txt"
    other.write_text(
        "Bei dem Angriff auf den Markt der Stadt wurden nach Angaben der Behörden am Montag 31 "
        "Menschen getötet und mehr als 60 verletzt, darunter fünf Kinder.",
        encoding="utf-8",
    )
    report = tmp_path / "report.txt"
    report.write_text(REPORT, encoding="utf-8")
    done = claims("extract", str(other), str(report))
    assert done.returncode == 1
    assert "english" in done.stderr.lower()
    assert {json.loads(line)["source_id"] for line in done.stdout.splitlines()} == {"report"}


@pytest.mark.parametrize(
    ("content", "fault"),
    [("{", ":1: "), ("[]", ":1: "), ('{"source_id": "a"}', "[text]"),
     ('{"text": "a"}', "[source_id]"),
     ('{"source_id": "a", "text": "x"}\n' * 2, "two documents")],
)  # fmt: skip
def test_faulty_documents_are_misuse_and_nothing_is_written(
    tmp_path: Path, content: str, fault: str
) -> None:
    documents, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    documents.write_text(content, encoding="utf-8")
    done = claims("extract", "--documents", str(documents), "--output", str(output))
    assert done.returncode == 2
    assert fault in done.stderr.lower()
    assert "Traceback" not in done.stderr
    assert not output.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "/no/such/file"],
        ["extract", "-", "--published-on", "yesterday"],
        ["show", "c-0000000000"],
        ["show", "e-0000000000"],
        ["sql", "SELECT nothing"],
        ["sql", "DELETE FROM claims"],
        ["sql", "FROM claims", "--format", "xml"],
        ["validate", "/no/such/folder"],
        ["nonsense"],
    ],
)
def test_misuse_is_told_on_standard_error(arguments: list[str]) -> None:
    done = claims(*arguments, stdin=REPORT)
    assert done.returncode != 0
    assert done.returncode == 2 or "--published-on" in arguments
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("style", ["table", "csv", "json", "markdown"])
def test_sql_answers_in_every_format(style: str) -> None:
    done = claims("sql", "SELECT count(*) AS n, NULL AS nothing FROM claims", "--format", style)
    assert done.returncode == 0
    (number,) = (row for (row, _) in ask("SELECT count(*), 1 FROM claims")[1])
    if style == "json":
        assert json.loads(done.stdout) == [{"n": number, "nothing": None}]
    elif style == "csv":
        assert list(csv.reader(io.StringIO(done.stdout))) == [["n", "nothing"], [str(number), ""]]
    else:
        assert str(number) in done.stdout
        assert "\x1b" not in done.stdout


def test_show_marks_the_counted_words_of_a_claim() -> None:
    _, rows = ask(
        "SELECT c.claim_id, words FROM claims AS c JOIN quotations USING (claim_id) "
        "WHERE count_low > 9 ORDER BY 1 LIMIT 1"
    )
    claim_id, words = rows[0]
    done = claims("show", claim_id, "--explain")
    assert done.returncode == 0
    assert f">>>{words}<<<" in done.stdout
    assert "claim_type: " in done.stdout


def test_show_lays_the_figures_of_an_event_side_by_side() -> None:
    _, rows = ask(
        "SELECT event_id, speaker, other_speaker FROM conflicts WHERE relation = 'contradicts' "
        "AND event_id IS NOT NULL ORDER BY claim_id, related_claim_id LIMIT 1"
    )
    event_id, speaker, other_speaker = rows[0]
    done = claims("show", event_id)
    assert done.returncode == 0
    assert speaker in done.stdout
    assert other_speaker in done.stdout
    assert "contradicts (" in done.stdout


def test_validate_passes_on_the_package_and_lists_its_rules() -> None:
    assert claims("validate").returncode == 0
    listed = claims("validate", "--list-rules")
    assert listed.returncode == 0
    assert len(listed.stdout.splitlines()) > 20


def test_a_dot_means_the_folder_in_which_the_command_is_run(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "validate", "."]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode != 0, "the empty folder was taken for the clone"


def test_validate_tells_where_a_table_is_wrong(tmp_path: Path) -> None:
    for path in DATA.glob("*.csv"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    broken = tmp_path / "claims.csv"
    lines = broken.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[4] = lines[4].replace(",exact,", ",precise,").replace(",vague,", ",precise,")
    lines[4] = lines[4].replace(",at_least,", ",precise,").replace(",approximate,", ",precise,")
    broken.write_text("".join(lines), encoding="utf-8")
    done = claims("validate", str(tmp_path), "--format", "github")
    assert done.returncode == 1
    assert "claims.csv,line=5" in done.stdout
    assert "precise" in done.stdout
