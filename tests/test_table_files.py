"""Tables are written whole, in the order of their schemas, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from package_rows import rows

from pipeline.errors import InputError
from pipeline.schema import Field, Table, load_schemas
from pipeline.tables import render, write_tables

TABLE = Table(
    "things",
    "Things",
    "Invented.",
    (
        Field("number", "integer"),
        Field("name", "string"),
        Field("share", "number"),
        Field("seen", "boolean"),
        Field("day", "date"),
    ),
    ("number",),
)


def thing(number: int, **cells: object) -> dict[str, object]:
    return {"number": number, "name": None, "share": None, "seen": None, "day": None} | cells


def test_rows_are_sorted_by_their_key_as_numbers() -> None:
    content = render(TABLE, [thing(10), thing(9, name="Núria, “the second”\n")])
    assert content.decode() == (
        'number,name,share,seen,day\n9,"Núria, “the second”\n",,,\n10,,,,\n'
    )


def test_nothing_is_told_by_an_empty_cell() -> None:
    assert render(TABLE, [thing(1, name="")]) == render(TABLE, [thing(1, name=None)])


def test_cells_are_written_as_the_schema_types_them() -> None:
    content = render(TABLE, [thing(1, share=35.5, seen=False, day="2012-02-29")])
    assert content.decode().splitlines()[1] == "1,,35.5,false,2012-02-29"


@pytest.mark.parametrize(
    ("column", "value"),
    [("name", 1), ("number", "1"), ("number", True), ("day", "2012-2-9"), ("day", "2011-02-29"),
     ("seen", "yes")],
)  # fmt: skip
def test_a_cell_of_another_type_is_refused_with_its_column(column: str, value: object) -> None:
    with pytest.raises(InputError) as refused:
        render(TABLE, [thing(1) | {column: value}])
    assert refused.value.field == column


@pytest.mark.parametrize("change", [{"extra": 1}, None])
def test_unknown_and_missing_columns_are_refused(change: dict[str, int] | None) -> None:
    row = thing(1) | change if change else {"number": 1}
    with pytest.raises(InputError, match="column"):
        render(TABLE, [row])


def test_one_wrong_table_leaves_all_tables_as_they_were(tmp_path: Path) -> None:
    schemas = load_schemas()
    write_tables(schemas, rows(), tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    broken = rows()
    broken["uncoded"] = [{"source_id": "alpha-news"}]
    broken["claims"] = []
    with pytest.raises(InputError):
        write_tables(schemas, broken, tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert len(before) == len(schemas)


@pytest.mark.parametrize("name", ["claims", "nonsense"])
def test_the_tables_given_are_those_of_the_schemas(tmp_path: Path, name: str) -> None:
    given_rows = rows()
    given_rows.pop(name, None)
    if name == "nonsense":
        given_rows[name] = []
    with pytest.raises(InputError, match=name):
        write_tables(load_schemas(), given_rows, tmp_path)
    assert list(tmp_path.iterdir()) == []


@given(st.permutations(range(12)))
def test_the_order_in_which_rows_arrive_does_not_matter(numbers: list[int]) -> None:
    assert render(TABLE, map(thing, numbers)) == render(TABLE, map(thing, range(12)))
