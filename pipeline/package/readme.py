"""The questions of README.md with the answers that the tables give today."""

import re
from pathlib import Path

from pipeline.package.database import answer, open_tables
from pipeline.paths import ROOT
from pipeline.tables import write_files

README = ROOT / "README.md"
# A question is a block of SQL; the Markdown table after it, if there is one, is its answer.
_QUESTION = re.compile(r"(```sql\n(?P<query>.*?)```\n)(?:\n(?:\|[^\n]*\n)+)?", re.DOTALL)


def fill_answers(text: str, root: Path = ROOT) -> str:
    """Return `text` with the present answer after each block of SQL."""

    def answered(match: re.Match[str]) -> str:
        columns, rows = answer(tables, match["query"])
        lines = [columns, ["---"] * len(columns), *([_cell(cell) for cell in row] for row in rows)]
        table = "".join(f"| {' | '.join(line)} |\n" for line in lines)
        return f"{match[1]}\n{table}"

    with open_tables(root) as tables:
        return _QUESTION.sub(answered, text)


def _cell(value: object) -> str:
    return "" if value is None else str(value).replace("|", "\\|")


if __name__ == "__main__":
    filled = fill_answers(README.read_text(encoding="utf-8"))
    write_files(README.parent, {README.name: filled.encode("utf-8")})
