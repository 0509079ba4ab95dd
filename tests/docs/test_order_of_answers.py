"""The answers printed in the docs come from the tables alone, not from chance or the order of rows."""

import csv
import io
import random
import re
from pathlib import Path

import pytest

from pipeline.package.cookbook import cookbook_page, recipes
from pipeline.package.database import open_tables
from pipeline.package.readme import README, fill_answers
from pipeline.paths import ROOT

TEXT = README.read_text(encoding="utf-8")
QUERIES = {recipe.name: recipe.query for recipe in recipes()} | {
    f"readme_{number}": query
    for number, query in enumerate(re.findall(r"```sql\n(.*?)```", TEXT, re.DOTALL), start=1)
}
# The last order of a query; `ORDER BY ALL` leaves no tie but between rows that are the same.
ORDER = re.compile(r"\nORDER BY (?!ALL)[^()\n;]+(?=(?:\s*LIMIT \d+)?;?\s*\Z)|\nORDER BY ALL\b")


@pytest.mark.parametrize("name", QUERIES)
def test_no_two_rows_may_change_places(name: str) -> None:
    query, orders = ORDER.subn(r"\g<0>, random()", QUERIES[name])
    assert orders == 1 or "SELECT count(*)" in query
    query = query.replace("ORDER BY ALL, random()", "ORDER BY ALL")
    with open_tables(ROOT) as tables:
        answers = {tuple(tables.execute(query).fetchall()) for _ in range(6)}
    assert len(answers) == 1


@pytest.fixture(scope="module")
def shuffled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package whose tables hold the published rows in another order."""
    root = tmp_path_factory.mktemp("shuffled")
    (root / "data").mkdir()
    (root / "raw").symlink_to(ROOT / "raw")
    lot = random.Random(1)
    for path in (ROOT / "data").glob("*.csv"):
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
        lot.shuffle(rows)
        with (root / "data" / path.name).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    return root


def test_the_readme_gives_the_same_answers_from_shuffled_tables(shuffled: Path) -> None:
    assert fill_answers(TEXT, shuffled) == fill_answers(TEXT)


def test_the_cookbook_gives_the_same_answers_from_shuffled_tables(shuffled: Path) -> None:
    assert cookbook_page(shuffled) == cookbook_page()
