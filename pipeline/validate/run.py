"""Validation from end to end: find the package, read it, ask every rule, write one report."""

import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import duckdb

from pipeline.schema import load_schemas
from pipeline.validate import (
    across_claims,
    across_events,
    across_places,
    across_relations,
    text_rules,
)
from pipeline.validate.across import check_across
from pipeline.validate.finding import Finding, Rule, Severity
from pipeline.validate.load import Loaded
from pipeline.validate.needs import kept_columns, told_by_key
from pipeline.validate.package import DESCRIPTOR, Package, open_package
from pipeline.validate.partitioned import is_partitioned, lay_out
from pipeline.validate.report import Report, TableCount
from pipeline.validate.rules import REGISTRY
from pipeline.validate.tables import check_file, check_keys
from pipeline.validate.unpack import is_archive, unpack

ALL_LAYERS = ("frictionless", "pandera", "sql")
# Imported only when asked for: they take seconds to start.
_OPINIONS = {
    "frictionless": "pipeline.validate.frictionless_layer",
    "pandera": "pipeline.validate.pandera_layer",
}
# Modules whose import registers their rules.
_RULES = (across_claims, across_events, across_places, across_relations, text_rules)
_SMALL = 20_000_000
_MEMORY = "700MB"


def validate_package(
    path: str | Path,
    *,
    layers: Iterable[str] | None = None,
    limit_errors: int = 1000,
    own_rules: bool = True,
) -> Report:
    """Validate a package and return everything that is wrong with it.

    Args:
        path: a folder, a datapackage.json, or a zip or tar archive of a package.
        layers: which of "frictionless", "pandera" and "sql" run; SQL always does. By default all
            three below 20 MB of tables and SQL alone above, which tests the same and more, as for
            a package of Parquet files in parts.
        limit_errors: how many findings of one rule in one column are kept.
        own_rules: whether this data model's own rules (of rows, between tables, against the texts)
            are tested too, besides those that a Table Schema can state.

    Raises:
        InputError: there is no package at `path`, or its archive cannot be trusted.
    """
    start = time.perf_counter()
    place = Path(path)
    if is_archive(place):
        with tempfile.TemporaryDirectory(prefix="validate-") as folder:
            unpack(place, Path(folder))
            package = open_package(_top(Path(folder)))
            report = _validate(package, layers, limit_errors, own_rules)
    elif is_partitioned(place):
        with tempfile.TemporaryDirectory(prefix="validate-") as folder:
            parts = lay_out(place, Path(folder))
            report = _validate(parts.package, ("sql",), limit_errors, own_rules)
            parts.relocate(report)
    else:
        report = _validate(open_package(place), layers, limit_errors, own_rules)
    report.package = str(path)
    report.seconds = time.perf_counter() - start
    return report


def _top(folder: Path) -> Path:
    """Step into the one folder that many archives hold."""
    inside = list(folder.iterdir())
    return inside[0] if len(inside) == 1 and inside[0].is_dir() else folder


def _validate(
    package: Package, layers: Iterable[str] | None, limit: int, own_rules: bool
) -> Report:
    report = Report(str(package.root), notes=package.notes)
    report.findings += package.findings
    size = sum(resource.path.stat().st_size for resource in package.resources)
    if layers is None:
        layers = ALL_LAYERS if size <= _SMALL else ("sql",)
    report.layers = tuple(layer for layer in ALL_LAYERS if layer in layers or layer == "sql")
    loaded = _sql(package, report, limit, own_rules)
    for layer in report.layers:
        if layer in _OPINIONS:
            findings = import_module(_OPINIONS[layer]).ask(package, loaded)
            _add(report, findings, layer)
    report.findings.sort(key=_order)
    return report


def _sql(package: Package, report: Report, limit: int, own_rules: bool) -> dict[str, Loaded]:
    loaded: dict[str, Loaded] = {}
    resources = {resource.name: resource for resource in package.resources}
    with_texts = own_rules and package.is_model and (package.root / "raw").is_dir()
    kept = kept_columns(package, own_rules, with_texts)
    with duckdb.connect() as database:
        database.execute(f"SET memory_limit = '{_MEMORY}'")
        for resource in package.resources:
            began = time.perf_counter()
            told = told_by_key(resource.table, loaded)
            table, findings = check_file(
                database, package, resource, kept[resource.name], told, limit
            )
            seconds = time.perf_counter() - began
            report.findings += findings
            if table is not None:
                loaded[resource.name] = table
                report.tables.append(
                    TableCount(
                        resource.name, resource.file, table.rows, seconds, resource.table.columns
                    )
                )
        report.findings += check_keys(database, resources, loaded, limit)
        if package.is_model and own_rules:
            report.findings += check_across(database, resources, loaded, limit)
            if with_texts and {"sources", "claims"} <= set(loaded):
                # What reads texts is slow to start, and many packages come without any.
                texts = import_module("pipeline.validate.texts")
                report.findings += texts.check_texts(database, package, resources, loaded)
            elif not with_texts:
                report.notes.append(
                    "There is no raw/ folder: spans and numbers were not held against the texts."
                )
    return loaded


def _add(report: Report, findings: list[Finding], layer: str) -> None:
    """Let another layer confirm what SQL found, or speak where SQL found nothing.

    Once a package is known to be broken, what only another layer says follows from the same cause:
    a row that it lost, a key that it could not read. In tables that SQL did not read, and where SQL
    found nothing at all, its word counts.
    """
    read = {table.file for table in report.tables}
    silent = not report.findings
    by_rule = {(*found.place, found.rule): at for at, found in enumerate(report.findings)}
    by_place = {found.place: at for at, found in enumerate(report.findings)}
    for found in findings:
        at = by_rule.get((*found.place, found.rule), by_place.get(found.place))
        if at is None:
            if silent or found.file not in {*read, DESCRIPTOR}:
                report.findings.append(replace(found, found_by=(layer,)))
        elif layer not in report.findings[at].found_by:
            same = report.findings[at]
            report.findings[at] = replace(same, found_by=(*same.found_by, layer))


def _order(found: Finding) -> tuple[str, int, str, str, str]:
    return found.file, found.line or 0, found.field, found.rule, found.value


def list_rules() -> list[Rule]:
    """Return every rule: those of the registry, then the row rules that the schemas state."""
    rules = [wording.rule for wording in REGISTRY.values()]
    of_rows: dict[str, Rule] = {}
    for table in load_schemas().values():
        for rule in table.row_rules:
            known = of_rows.get(rule.id)
            reads = (*(known.reads if known else ()), table.name)
            severity: Severity = "warning" if rule.severity == "warning" else "error"
            of_rows[rule.id] = Rule(rule.id, severity, rule.protects, reads)
    return rules + list(of_rows.values())
