"""Which columns of a table are read again once its cells were tested; the others are not kept."""

import re
from collections import defaultdict

from pipeline.schema import Field, Table
from pipeline.validate.across import ACROSS, PREPARED
from pipeline.validate.load import Loaded
from pipeline.validate.package import Package

_WORD = re.compile(r"\w+")


def kept_columns(package: Package, own_rules: bool, with_texts: bool) -> dict[str, set[str]]:
    """Return for each table the columns that keys, row rules or rules between tables read.

    Args:
        package: the package.
        own_rules: whether the data model's rules of rows and between tables will be tested.
        with_texts: whether rows will be held against raw texts too, which reads nearly all.
    """
    tables = [resource.table for resource in package.resources]
    if with_texts:
        return {table.name: set(table.columns) for table in tables}
    kept: dict[str, set[str]] = defaultdict(set)
    for table in tables:
        kept[table.name].update(table.primary_key)
        kept[table.name].update(field.name for field in table.fields if field.unique)
        if own_rules:
            kept[table.name].update(name for rule in table.row_rules for name in rule.fields)
        for key in table.foreign_keys:
            kept[table.name].update(key.fields)
            kept[key.table or table.name].update(key.references)
    if package.is_model and own_rules:
        queries = [one.sql for one in ACROSS] + [sql for _, sql in PREPARED.values()]
        words = set(_WORD.findall(" ".join(queries)))
        for table in tables:
            kept[table.name].update(words.intersection(table.columns))
    return kept


def told_by_key(table: Table, loaded: dict[str, Loaded]) -> set[str]:
    """Return the columns whose form need not be tested where their references lead somewhere.

    A value that is a key of a table read before has the form of that key: where both columns ask
    for the same form and every key has it, only references that lead nowhere are left to test.
    """
    told = set()
    for key in table.foreign_keys:
        target = loaded.get(key.table)
        if target is None or len(key.fields) != 1 or key.table == table.name:
            continue
        if key.fields[0] not in table.columns or key.references[0] not in target.columns:
            continue
        here, there = table.field(key.fields[0]), target.table.field(key.references[0])
        known = there.name not in target.told_by_key and not _failed(target, there.name)
        if known and _same_form(here, there):
            told.add(here.name)
    return told


def _same_form(here: Field, there: Field) -> bool:
    return bool(
        here.pattern and here.pattern == there.pattern and here.type == there.type == "string"
    )


def _failed(loaded: Loaded, column: str) -> bool:
    return any(loaded.checks[test].field == column for test in loaded.failed)
