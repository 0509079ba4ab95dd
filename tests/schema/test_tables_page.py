"""docs/tables.md: what a reader of the data dictionary needs is there and leads somewhere."""

import re

import pytest

from pipeline.paths import ROOT
from pipeline.schema import load_schemas
from pipeline.schema.markdown import entity_diagram, tables_markdown

TABLES = load_schemas()
PAGE = tables_markdown(TABLES)


def section(name: str) -> str:
    return PAGE.split(f"\n## {name}\n", 1)[1].split("\n## ", 1)[0]


def test_the_page_in_docs_is_that_of_the_schemas() -> None:
    assert (ROOT / "docs" / "tables.md").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_code_and_reference_is_explained(table) -> None:
    text = section(table.name)
    for field in table.fields:
        row = next(line for line in text.splitlines() if line.startswith(f"| `{field.name}` |"))
        for key in table.foreign_keys:
            if field.name in key.fields:
                assert f"](#{key.table or table.name})" in row
        if field.vocabulary:
            assert field.vocabulary.path in text
        for category in field.categories:
            assert f"| `{category.value}` | " in text


def test_it_says_where_codes_come_from() -> None:
    assert "our own" in PAGE.split("\n## ")[0]
    for table in TABLES.values():
        for field in table.fields:
            if field.categories and field.vocabulary:
                assert f"`{field.name}`, after [{field.vocabulary.title}]" in section(table.name)


def test_links_within_the_page_lead_to_a_table() -> None:
    for anchor in re.findall(r"\]\(#([^)]+)\)", PAGE):
        assert f"\n## {anchor}\n" in PAGE


def test_the_diagram_has_every_reference_and_no_other() -> None:
    edges = [line for line in entity_diagram(TABLES) if "--o{" in line]
    drawn = set()
    for line in edges:
        parent, child, columns = re.fullmatch(r'\s+(\w+) \S+ (\w+) : "(.*)"', line).groups()
        drawn |= {(parent, child, column) for column in columns.split(", ")}
    stated = {
        (key.table or table.name, table.name, column)
        for table in TABLES.values()
        for key in table.foreign_keys
        for column in key.fields
    }
    assert drawn == stated


def test_a_reference_that_may_be_empty_is_drawn_so() -> None:
    lines = entity_diagram(TABLES)
    assert any(re.match(r"\s+sources \|\|--o\{ claims", line) for line in lines)
    assert any(re.match(r"\s+places \|o--o\{ claims", line) for line in lines)
