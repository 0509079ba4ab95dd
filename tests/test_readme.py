"""What the README tells a newcomer is true."""

import re
from pathlib import Path

import pytest

from pipeline.package.readme import README, fill_answers
from pipeline.paths import ROOT

TEXT = README.read_text(encoding="utf-8")
PAGES = [README, *sorted((ROOT / "docs").glob("*.md")), ROOT / "curation" / "README.md"]


def test_it_asks_five_questions_and_gives_the_answers_of_the_tables() -> None:
    assert TEXT.count("```sql\n") == 5
    assert fill_answers(TEXT) == TEXT


def test_no_question_is_without_an_answer() -> None:
    for block in TEXT.split("```sql\n")[1:]:
        answer = block.split("```\n", 1)[1].lstrip().splitlines()
        assert answer[1].startswith("| ---")
        assert answer[2].startswith("| ")


def test_a_changed_answer_is_put_right() -> None:
    question = "Why?\n\n```sql\nSELECT 6 * 7 AS answer\n```\n"
    right = question + "\n| answer |\n| --- |\n| 42 |\n"
    assert fill_answers(question + "\n\nNext.\n") == right + "\n\nNext.\n"
    assert fill_answers(right.replace("42", "41") + "\nNext.\n") == right + "\nNext.\n"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
