"""Line numbers stay right whatever stands between: blank lines, ragged rows, quoted line feeds."""

import csv
import io
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.validate.records import copy_records

CELLS = st.text(alphabet='ab,"\n é', max_size=6)
ROWS = st.lists(
    st.one_of(
        st.just("blank"),
        st.tuples(CELLS, CELLS, CELLS),
        st.tuples(CELLS, CELLS),
        st.tuples(CELLS, CELLS, CELLS, CELLS),
    ),
    max_size=12,
)


def written(row: object) -> str:
    """Write a row as CSV with every cell quoted, so that none is blank by accident."""
    if row == "blank":
        return "\n"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(row)
    return text.getvalue()


@given(rows=ROWS)
@settings(max_examples=200, deadline=None)
def test_each_record_keeps_its_line_and_every_fault_has_one(
    rows: list[object], tmp_path_factory: object
) -> None:
    folder: Path = tmp_path_factory.mktemp("lines")  # type: ignore[attr-defined]
    source, target = folder / "in.csv", folder / "out.csv"
    header = "a,b,c\n"
    texts = [written(row) for row in rows]
    source.write_text(header + "".join(texts), encoding="utf-8", newline="")
    found = copy_records(source, target, width=3)
    expected, faults, line = [], set(), 2
    for row, text in zip(rows, texts, strict=True):
        if row == "blank":
            faults.add(("blank-row", line))
        else:
            expected.append((line, tuple((list(row) + [""] * 3)[:3])))
            if len(row) != 3:
                faults.add(("missing-cell" if len(row) < 3 else "extra-cell", line))
        line += text.count("\n")
    with target.open(encoding="utf-8", newline="") as file:
        records = list(csv.reader(file))[1:]
    told = [(found.lines.place(at)[0], tuple(record)) for at, record in enumerate(records)]
    assert told == expected
    assert {(fault.rule, fault.line) for fault in found.faults} == faults


def test_an_open_quote_is_told_once_and_the_rows_after_it_are_read(tmp_path: Path) -> None:
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text('a,b\n1,x\n2,"y\n3,z\n', encoding="utf-8")
    found = copy_records(source, target, width=2)
    assert [(fault.rule, fault.line) for fault in found.faults] == [("unclosed-quote", 3)]
    assert target.read_text(encoding="utf-8") == "a,b\n1,x\n2,y\n3,z\n"
