"""The findings of single tables: form of the file, header, cells, rows and keys."""

from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import duckdb

from pipeline.schema import Field, Table
from pipeline.validate.explain import cause, expected_type, foreign_letter, unsafe_rule
from pipeline.validate.finding import Finding
from pipeline.validate.keys import (
    circular_rows,
    dangling_keys,
    given_columns,
    missing_keys,
    repeated_keys,
    strictly_ascending,
)
from pipeline.validate.load import Loaded, load_table
from pipeline.validate.package import Package, Resource
from pipeline.validate.records import Fault
from pipeline.validate.rules import finding
from pipeline.validate.scan import Scan, read_header, scan_file


def check_file(
    database: duckdb.DuckDBPyConnection,
    package: Package,
    resource: Resource,
    kept: set[str],
    told_by_key: set[str],
    limit: int,
) -> tuple[Loaded | None, list[Finding]]:
    """Read one table and return it with what is wrong inside it.

    Args:
        database: where the table is made.
        package: the table's package.
        resource: the table's file.
        kept: columns that are read again.
        told_by_key: columns whose form is tested with their references.
        limit: how many failures of one test are kept.

    Returns:
        The loaded table, or None where the file could not be read, and its findings.
    """
    header = read_header(resource.path)
    labels, findings = match_labels(resource.table, header, resource.file)
    with ThreadPoolExecutor(1) as thread:
        # The bytes are looked over while DuckDB reads them: both wait for neither.
        scanning = thread.submit(scan_file, resource.path)
        try:
            loaded = load_table(
                database,
                resource.table,
                resource.path,
                scanning,
                labels,
                kept,
                told_by_key,
                limit,
            )
        except duckdb.Error as error:
            text = str(error).split("\n", 1)[0]
            findings.append(finding("source-error", resource.file, value=text))
            loaded = None
        scan = scanning.result()
    findings += _whole_file(package, resource, scan)
    if scan.bytes == 0:
        return None, [finding("source-error", resource.file, value="it is empty")]
    if loaded is None or not any(labels):
        return None, findings
    findings += [_form(resource, labels, fault) for fault in loaded.faults]
    findings += _cells(resource, loaded, labels)
    return loaded, findings


def _whole_file(package: Package, resource: Resource, scan: Scan) -> list[Finding]:
    findings = []
    if resource.sha256 and resource.sha256 != scan.sha256:
        findings.append(
            finding("hash-count", resource.file, value=resource.sha256, detail=scan.sha256)
        )
    if resource.bytes is not None and resource.bytes != scan.bytes:
        findings.append(
            finding("byte-count", resource.file, value=str(resource.bytes), detail=str(scan.bytes))
        )
    if package.is_model:
        if "byte-order-mark" in scan.marks:
            findings.append(finding("byte-order-mark", resource.file, line=1, row=1))
        if "carriage-return" in scan.marks:
            findings.append(finding("line-ending", resource.file))
        if scan.bytes and not scan.ends_in_newline:
            line = scan.newlines + 1
            findings.append(finding("final-newline", resource.file, line=line))
    return findings


def match_labels(table: Table, header: list[str], file: str) -> tuple[list[str], list[Finding]]:
    """Tell which schema column each column of the file holds.

    A column is taken by its name; one whose name the schema does not know stands for the column
    expected at its place if that is nowhere else.

    Returns:
        For each column of the file the schema column or "", and findings.
    """
    expected = table.columns
    taken: list[str] = []
    findings = []
    counts = Counter(header)
    at_header = partial(finding, file=file, line=1, row=1)
    for position, label in enumerate(header):
        place = expected[position] if position < len(expected) else ""
        if label in taken:
            findings.append(at_header("duplicate-label", field=place or label, value=label))
            taken.append("")
        elif label in expected:
            taken.append(label)
            if label != place and len(header) == len(expected) and max(counts.values()) == 1:
                findings.append(at_header("incorrect-label", field=place, value=label))
        elif place and place not in header and len(header) == len(expected):
            detail = _label_cause(label)
            findings.append(at_header("incorrect-label", field=place, value=label, detail=detail))
            taken.append(place)
        else:
            detail = _label_cause(label)
            findings.append(at_header("extra-label", value=label, detail=detail))
            taken.append("")
    for name in expected:
        if name not in taken:
            findings.append(at_header("missing-label", field=name))
    return taken, findings


def _label_cause(label: str) -> str:
    reason = cause(Field(name="label"), label)
    letter = foreign_letter(label)
    return f" {reason}" if reason else f" It holds {letter}." if letter else ""


def _form(resource: Resource, labels: list[str], fault: Fault) -> Finding:
    field = ""
    if fault.column is not None and fault.column < len(labels):
        field = labels[fault.column]
    return finding(
        fault.rule, resource.file, line=fault.line, row=fault.row, field=field, value=fault.value
    )


def _cells(resource: Resource, loaded: Loaded, labels: list[str]) -> list[Finding]:
    """Word the failures of cells and rows; a row rule is silent where its own cells are broken."""
    broken: dict[int, set[str]] = defaultdict(set)
    row_rules = {rule.id: rule for rule in loaded.table.row_rules}
    for row_id, test, _ in loaded.failures:
        check = loaded.checks[test]
        if check.rule not in row_rules:
            broken[row_id].add(check.field)
    findings = []
    for row_id, test, value in loaded.failures:
        check = loaded.checks[test]
        cells = loaded.short.get(row_id)
        if check.field and cells is not None and labels.index(check.field) >= cells:
            continue
        if "" in broken[row_id] and check.rule != "blank-row":
            continue
        line, row = loaded.lines.place(row_id)
        rule = row_rules.get(check.rule)
        if rule is None:
            findings.append(_cell(resource, check.rule, check.field, value, line, row))
        elif not broken[row_id] & set(rule.fields):
            findings.append(
                Finding(
                    rule.id,
                    rule.severity,
                    resource.file,
                    f"{value}: {rule.protects}",
                    rule.remedy,
                    line,
                    row,
                    rule.fields[0],
                    value,
                )
            )
    return findings


def _cell(resource: Resource, rule: str, name: str, value: str, line: int, row: int) -> Finding:
    detail = ""
    if name:
        column = resource.table.field(name)
        reason = cause(column, value)
        if rule == "type-error":
            detail = expected_type(column)
        elif rule == "enum":
            detail = f" {reason}" if reason else ""
        elif rule == "pattern":
            detail = f"{column.pattern}" + (f". {reason}" if reason else "")
        elif rule == "unsafe-text":
            rule, detail = unsafe_rule(value)
        elif rule in column.constraints:
            detail = str(column.constraints[rule])
        found = finding(
            rule, resource.file, line=line, row=row, field=name, value=value, detail=detail
        )
        if rule == "type-error" and reason:
            return _with_reason(found, reason)
        return found
    return finding(rule, resource.file, line=line, row=row)


def _with_reason(found: Finding, reason: str) -> Finding:
    return replace(found, message=f"{found.message} {reason}")


def check_keys(
    database: duckdb.DuckDBPyConnection,
    resources: dict[str, Resource],
    loaded: dict[str, Loaded],
    limit: int,
) -> list[Finding]:
    """Return what is wrong with primary keys, unique columns and references."""
    findings: list[Finding] = []
    for name, table in ((name, one.table) for name, one in loaded.items()):
        file, here = resources[name].file, loaded[name]
        present = set(here.columns)
        if table.primary_key and set(table.primary_key) <= present:
            here.ascending = strictly_ascending(database, table)
            if not here.ascending:
                findings += _primary(database, file, here, limit)
        for column in table.fields:
            if column.unique and column.name in present and (column.name,) != table.primary_key:
                for row_id, value, first in repeated_keys(database, table, (column.name,), limit):
                    line, row = here.lines.place(row_id)
                    detail = str(here.lines.place(first)[0])
                    findings.append(
                        finding(
                            "unique",
                            file,
                            line=line,
                            row=row,
                            field=column.name,
                            value=value,
                            detail=detail,
                        )
                    )
        findings += _foreign(database, resources[name], here, loaded, limit)
    return findings


def _primary(
    database: duckdb.DuckDBPyConnection, file: str, loaded: Loaded, limit: int
) -> list[Finding]:
    table = loaded.table
    findings = []
    for row_id, name in missing_keys(database, table, limit):
        if _untold(loaded, row_id, name):
            continue
        line, row = loaded.lines.place(row_id)
        findings.append(
            finding("primary-key", file, line=line, row=row, field=name, detail="is empty")
        )
    for row_id, value, first in repeated_keys(database, table, table.primary_key, limit):
        line, row = loaded.lines.place(row_id)
        detail = f"{value!r} stands in line {loaded.lines.place(first)[0]} already"
        name = table.primary_key[0]
        findings.append(
            finding("primary-key", file, line=line, row=row, field=name, value=value, detail=detail)
        )
    return findings


def _untold(loaded: Loaded, row_id: int, name: str) -> bool:
    """Tell whether an empty typed cell is empty because it is broken or cut off, told elsewhere."""
    if row_id in loaded.short:
        return True
    return any(
        row == row_id and loaded.checks[test].field == name for row, test, _ in loaded.failures
    )


def _foreign(
    database: duckdb.DuckDBPyConnection,
    resource: Resource,
    here: Loaded,
    loaded: dict[str, Loaded],
    limit: int,
) -> list[Finding]:
    findings = []
    table, file = here.table, resource.file
    single = {key.fields[0] for key in table.foreign_keys if len(key.fields) == 1}
    given = given_columns(database, table, single & set(here.columns))
    for key in table.foreign_keys:
        if len(key.fields) == 1 and key.fields[0] not in given:
            continue
        target = loaded.get(key.table or table.name)
        if target is None or not set(key.references) <= set(target.columns):
            continue
        if not set(key.fields) <= set(here.columns):
            continue
        name = key.fields[0]
        detail = f"{', '.join(key.references)} of {target.table.name}"
        dangling = dangling_keys(database, table, key, limit)
        for row_id, value in dangling:
            line, row = here.lines.place(row_id)
            findings.append(
                finding(
                    "foreign-key",
                    file,
                    line=line,
                    row=row,
                    field=name,
                    value=value,
                    detail=detail,
                )
            )
        if dangling and name in here.told_by_key:
            form = table.field(name).pattern
            for row_id, value in dangling_keys(database, table, key, limit, form):
                line, row = here.lines.place(row_id)
                findings.append(_cell(resource, "pattern", name, value, line, row))
        if key.table in ("", table.name) and len(key.fields) == 1:
            for row_id, value in circular_rows(database, table, key, limit):
                line, row = here.lines.place(row_id)
                findings.append(
                    finding("circular-reference", file, line=line, row=row, field=name, value=value)
                )
    return findings
