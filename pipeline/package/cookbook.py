"""The SQL cookbook as a page: every question of `sql/cookbook` with its answer of today."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import InputError
from pipeline.package.database import answer, open_tables
from pipeline.paths import ROOT, SQL
from pipeline.tables import write_files

RECIPES = SQL / "cookbook"
PAGE = ROOT / "docs" / "cookbook.md"
MOST_ROWS = 12
HEAD = """# SQL cookbook

Questions that the tables answer, each a file in `sql/cookbook`. Written by the pipeline from those
files and the tables in `data/`; change it there. To run one:

```
claims sql -- "$(cat sql/cookbook/05_contradictions.sql)"
```

or, in a DuckDB of your own and the project's folder, after `.read sql/tables.sql`,
`.read sql/views.sql` and `.read sql/macros.sql`.
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One question: its title and note from the head of the file, and the query."""

    name: str
    question: str
    note: str
    query: str


def read_recipe(path: Path) -> Recipe:
    """Read a file of `sql/cookbook`: comment lines (the question, then a note), then one query.

    Raises:
        InputError: if the question or the query is missing.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    end = next((at for at, line in enumerate(lines) if not line.startswith("--")), len(lines))
    head = [line.removeprefix("--").strip() for line in lines[:end]]
    query = "\n".join(lines[end:]).strip()
    if not head or not query:
        raise InputError(
            str(path),
            "The question or the query is missing.",
            "Begin with a line `-- Question?` and end with one SELECT.",
        )
    return Recipe(path.stem, head[0], " ".join(head[1:]), query)


def recipes(folder: Path = RECIPES) -> list[Recipe]:
    """Return the recipes in the order of their file names."""
    return [read_recipe(path) for path in sorted(folder.glob("*.sql"))]


def cookbook_page(root: Path = ROOT, folder: Path = RECIPES) -> str:
    """Return the page with the answers that the tables of the clone at `root` give."""
    parts = [HEAD]
    with open_tables(root) as tables:
        for number, recipe in enumerate(recipes(folder), start=1):
            names, rows = answer(tables, recipe.query)
            parts.append(f"## {number}. {recipe.question}\n")
            if recipe.note:
                parts.append(f"{recipe.note}\n")
            parts.append(f"```sql\n{recipe.query}\n```\n")
            parts.append(_table(names, rows))
    return "\n".join(parts)


def write_cookbook() -> None:
    """Write `docs/cookbook.md`."""
    write_files(PAGE.parent, {PAGE.name: cookbook_page().encode("utf-8")})


def _table(names: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [_row(names), _row(["---"] * len(names))]
    lines += [_row([_cell(value) for value in row]) for row in rows[:MOST_ROWS]]
    if len(rows) > MOST_ROWS:
        lines.append(f"\n({MOST_ROWS} of {len(rows)} rows)")
    return "\n".join(lines) + "\n"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("|", "\\|")
