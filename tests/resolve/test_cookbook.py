"""The SQL cookbook: every recipe runs, and answers what an invented package says."""

import re
from pathlib import Path
from typing import Any

import pytest
from invented_claims import claim, named
from test_conventions import package

from pipeline.errors import InputError
from pipeline.package.cookbook import RECIPES, read_recipe, recipes
from pipeline.resolve.records import ResolvedClaim


def answers(folder: Path, recipe: str, *claims: ResolvedClaim) -> list[dict[str, Any]]:
    """Return the rows that a recipe gives for the claims."""
    (path,) = RECIPES.glob(f"*_{recipe}.sql")
    with package(folder, *claims) as connection:
        result = connection.execute(read_recipe(path).query)
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def disputed() -> list[ResolvedClaim]:
    """Return one event told by three voices, with children and a revised figure."""
    whole = claim(at=100, count=40, subject="civilians", claimant_id="watch",
                  actor="syrian_government")  # fmt: skip
    children = claim(at=110, count=9, subject="children", claimant_id="watch",
                     actor="syrian_government")  # fmt: skip
    old = claim("weekly", 100, 12, "rebels", claimant_id="palace_news")
    new = claim("weekly", 110, 25, "rebels", claimant_id="palace_news")
    found = named([whole, children, old, new])
    children.part_of, new.supersedes = whole.claim_id, old.claim_id
    return [*found, claim("evening", 100, 31, "civilians")]


def test_there_are_recipes_enough_and_each_asks_a_question() -> None:
    found = recipes()
    assert len(found) >= 15
    for recipe in found:
        assert recipe.question.endswith("?"), recipe.name
        assert "ORDER BY" in recipe.query, f"{recipe.name}: the order of its rows is left open"


@pytest.mark.parametrize("recipe", recipes(), ids=lambda recipe: recipe.name)
def test_every_recipe_runs(tmp_path: Path, recipe: Any) -> None:
    with package(tmp_path, *disputed()) as connection:
        connection.execute(recipe.query).fetchall()


def test_who_reports_more_than_whom(tmp_path: Path) -> None:
    found = answers(tmp_path, "who_reports_more", *disputed())
    pairs = [(row["higher"], row["lower"], row["difference"]) for row in found]
    assert pairs == [
        ("watch", "palace_news", 15),
        ("watch", "source:evening", 9),
        ("source:evening", "palace_news", 6),
    ]


def test_revised_figures(tmp_path: Path) -> None:
    (found,) = answers(tmp_path, "revised_figures", *disputed())
    assert (found["first_figure"], found["then_figure"], found["subject"]) == ("12", "25", "rebels")


def test_contradictions(tmp_path: Path) -> None:
    (found,) = answers(tmp_path, "contradictions", *disputed())
    assert found["reason"] == "figure"
    assert {found["figure"], found["other_figure"]} == {"40", "31"}


def test_one_speakers_figure_with_two_dates(tmp_path: Path) -> None:
    (found,) = answers(
        tmp_path,
        "same_figure_two_dates",
        claim(count=94, claimant_id="watch"),
        claim("weekly", count=94, claimant_id="watch", day="2013-05-05"),
    )
    days = {str(found["date_start"]), str(found["other_date_start"])}
    assert (found["claimant_id"], found["figure"]) == ("watch", 94)
    assert days == {"2013-05-04", "2013-05-05"}


def test_events_of_one_voice(tmp_path: Path) -> None:
    alone = claim("daily", 5000, 8, place="farfield", claimant_id="ledger")
    found = answers(tmp_path, "one_claimant_only", *disputed(), alone)
    assert found == [{"voice": "ledger", "events": 1, "killed_at_least": 8}]


def test_children_by_actor(tmp_path: Path) -> None:
    (found,) = answers(tmp_path, "children_by_actor", *disputed())
    assert (found["actor"], found["greatest_figure"]) == ("syrian_government", 9)


def test_sums_that_do_not_add_up_come_first(tmp_path: Path) -> None:
    short = claim("daily", 5100, 5, "civilians", place="farfield")
    too_many = claim("daily", 5110, 8, "children", place="farfield")
    named([short])
    too_many.part_of = short.claim_id
    found = answers(tmp_path, "sums_that_do_not_add_up", *disputed(), short, too_many)
    assert [row["remainder_high"] for row in found] == [-3, 31]


def test_the_conventions_side_by_side(tmp_path: Path) -> None:
    (found,) = answers(tmp_path, "three_conventions", *disputed())
    assert (found["acled"], found["ucdp_low"], found["ucdp_best"]) == (25, 25, 31)
    assert (found["ucdp_high"], found["airwars_min"], found["airwars_max"]) == (40, 31, 40)


def test_months_and_places(tmp_path: Path) -> None:
    other = claim("daily", 5000, 8, place="elmby", day="2013-06-01")
    months = answers(tmp_path, "months", *disputed(), other)
    assert [(row["month"], row["events"]) for row in months] == [("2013-05", 1), ("2013-06", 1)]


def test_a_recipe_without_a_query_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "01_empty.sql"
    path.write_text("-- Who?\n")
    with pytest.raises(InputError, match="missing"):
        read_recipe(path)


def test_the_page_shows_every_recipe() -> None:
    page = (RECIPES.parents[1] / "docs" / "cookbook.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## \d+\. (.*)$", page, flags=re.MULTILINE)
    assert titles == [recipe.question for recipe in recipes()]
    for recipe in recipes():
        assert recipe.query in page, f"run `python -m pipeline.stages.cookbook` ({recipe.name})"
