"""The schemas say everything about the tables, and say it once."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from pipeline.errors import InputError
from pipeline.schema import Table, load_schema, load_schemas, read_csv_sql
from pipeline.schema.frames import frame_schema
from pipeline.schema.markdown import tables_markdown

TABLES = load_schemas()
FIELDS = [(table, field) for table in TABLES.values() for field in table.fields]
IDS = [f"{table.name}.{field.name}" for table, field in FIELDS]


def test_tables_come_in_an_order_in_which_keys_precede_their_use() -> None:
    seen: set[str] = set()
    for table in TABLES.values():
        assert {key.table for key in table.foreign_keys} - {"", table.name} <= seen
        seen.add(table.name)


@pytest.mark.parametrize(("table", "field"), FIELDS, ids=IDS)
def test_every_field_is_described_with_an_example_that_it_allows(table: Table, field) -> None:
    assert field.title
    assert field.description.endswith(".")
    assert field.example is not None
    example = str(field.example).lower() if isinstance(field.example, bool) else str(field.example)
    if field.pattern:
        assert re.fullmatch(field.pattern, example)
    if field.enum:
        assert example in field.enum
        assert tuple(category.value for category in field.categories) == field.enum


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_keys_and_row_rules_name_columns_that_exist(table: Table) -> None:
    columns = set(table.columns)
    assert set(table.primary_key) <= columns
    for key in table.foreign_keys:
        assert set(key.fields) <= columns
        assert set(key.references) <= set(TABLES[key.table or table.name].columns)
    for rule in table.row_rules:
        assert set(rule.fields) <= columns
        assert rule.protects.endswith(".")
        assert rule.remedy.endswith(".")


@pytest.mark.parametrize("table", TABLES.values(), ids=list(TABLES))
def test_row_rules_mean_the_same_to_duckdb_and_pandera(table: Table, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text(",".join(table.columns) + "\n", encoding="utf-8")
    for rule in table.row_rules:
        duckdb.sql(f"SELECT ({rule.check}) FROM {read_csv_sql(table, path)}").fetchall()
    assert len(frame_schema(table).checks) == len(table.row_rules)


def test_types_are_read_as_the_schema_says_and_never_guessed(tmp_path: Path) -> None:
    path = tmp_path / "uncoded.csv"
    path.write_text(f"{','.join(TABLES['uncoded'].columns)}\n007,1,2,{'a' * 64},date\n")
    row = duckdb.sql(f"SELECT * FROM {read_csv_sql(TABLES['uncoded'], path)}").fetchall()[0]
    assert row == ("007", 1, 2, "a" * 64, "date")


def test_the_page_of_tables_names_every_column_and_coded_value() -> None:
    page = tables_markdown(TABLES)
    for _, field in FIELDS:
        assert f"`{field.name}`" in page
        assert all(f"`{category.value}`" in page for category in field.categories)


@pytest.mark.parametrize(
    "content", ["{", "[]", '{"fields": 3}', '{"fields": [{"type": "string"}]}', '{"fields": ["a"]}']
)
def test_a_broken_schema_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.schema.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.schema\.json"):
        load_schema(path)


def test_categories_may_be_bare_values(tmp_path: Path) -> None:
    field = {"name": "a", "type": "string", "categories": ["x", {"value": "y", "label": "Why"}]}
    path = tmp_path / "a.schema.json"
    path.write_text(json.dumps({"fields": [field], "primaryKey": "a"}), encoding="utf-8")
    table = load_schema(path)
    assert [entry.label for entry in table.fields[0].categories] == ["x", "Why"]
    assert table.primary_key == ("a",)
