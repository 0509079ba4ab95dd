"""How the columns, types, keys and vocabularies of a table changed, and how much that weighs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.release.versions import Bump
from pipeline.schema import Field, Table

# Constraints of which a lower value leaves less room; of the others, a higher one does.
_CEILINGS = ("maximum", "maxLength", "exclusiveMaximum")
_FLOORS = ("minimum", "minLength", "exclusiveMinimum")


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change of the data model.

    Attributes:
        table, column: where; `column` is "" where the whole table is meant.
        kind: what was done: "table added", "column renamed", "type changed" ...
        old, new: as it was and as it is, in words; "" where there was or is none.
        bump: the version that follows from it.
    """

    table: str
    column: str
    kind: str
    old: str
    new: str
    bump: Bump


def table_changes(old: Mapping[str, Table], new: Mapping[str, Table]) -> list[SchemaChange]:
    """Return the tables that came or went."""
    gone = [
        SchemaChange(name, "", "table removed", name, "", Bump.MAJOR)
        for name in old
        if name not in new
    ]
    come = [
        SchemaChange(name, "", "table added", "", name, Bump.MINOR)
        for name in new
        if name not in old
    ]
    return gone + come


def column_changes(old: Table, new: Table, renamed: Mapping[str, str]) -> list[SchemaChange]:
    """Return how a table's columns and keys changed.

    Args:
        old: the table before.
        new: the table after.
        renamed: old name → new name of the columns that kept their values under another name.
    """
    name = new.name
    changes = [
        SchemaChange(name, before, "column renamed", before, after, Bump.MAJOR)
        for before, after in renamed.items()
    ]
    paired = {renamed.get(column, column): column for column in old.columns}
    for column in old.columns:
        if renamed.get(column, column) not in new.columns:
            changes.append(SchemaChange(name, column, "column removed", column, "", Bump.MAJOR))
    for column in new.columns:
        if column not in paired:
            changes.append(SchemaChange(name, column, "column added", "", column, Bump.MAJOR))
    before = [renamed.get(c, c) for c in old.columns if renamed.get(c, c) in new.columns]
    after = [column for column in new.columns if column in paired]
    if before != after:
        order = (", ".join(before), ", ".join(after))
        changes.append(SchemaChange(name, "", "columns reordered", *order, Bump.MAJOR))
    for column in after:
        changes += _field_changes(name, old.field(paired[column]), new.field(column))
    return changes + list(_key_changes(old, new, renamed))


def _field_changes(table: str, old: Field, new: Field) -> Iterator[SchemaChange]:
    types = (f"{old.type} {old.format}", f"{new.type} {new.format}")
    if types[0] != types[1] or dict(old.properties) != dict(new.properties):
        yield SchemaChange(table, new.name, "type changed", *types, Bump.MAJOR)
    for name in sorted({*old.constraints, *new.constraints} - {"enum"}):
        before, after = old.constraints.get(name), new.constraints.get(name)
        if before != after:
            bump = Bump.MAJOR if _is_tighter(name, before, after) else Bump.MINOR
            kind = f"{name} changed"
            yield SchemaChange(table, new.name, kind, _words(before), _words(after), bump)
    yield from _code_changes(table, old, new)
    if _explained(old) != _explained(new):
        words = (old.description, new.description)
        yield SchemaChange(table, new.name, "explained anew", *words, Bump.PATCH)


def _words(value: object) -> str:
    return "" if value is None else str(value)


def _is_tighter(name: str, old: object, new: object) -> bool:
    """Tell whether a constraint now refuses, or may refuse, what it let pass before."""
    if new is None or new is False:
        return False
    if isinstance(old, int | float) and isinstance(new, int | float) and not isinstance(new, bool):
        if name in _CEILINGS:
            return new < old
        if name in _FLOORS:
            return new > old
    return True


def _explained(field: Field) -> tuple[object, ...]:
    return field.title, field.description, field.example, field.rdf_type, field.vocabulary


def _code_changes(table: str, old: Field, new: Field) -> Iterator[SchemaChange]:
    if bool(old.enum) != bool(new.enum):
        bump = Bump.MAJOR if new.enum else Bump.MINOR
        words = (", ".join(old.enum), ", ".join(new.enum))
        yield SchemaChange(table, new.name, "vocabulary changed", *words, bump)
        return
    for code in sorted({*old.enum} - {*new.enum}):
        yield SchemaChange(table, new.name, "code removed", code, "", Bump.MAJOR)
    for code in sorted({*new.enum} - {*old.enum}):
        yield SchemaChange(table, new.name, "code added", "", code, Bump.MINOR)
    labels = {category.value: category.label for category in new.categories}
    for category in old.categories:
        label = labels.get(category.value, category.label)
        if label != category.label:
            words = (f"{category.value}: {category.label}", f"{category.value}: {label}")
            yield SchemaChange(table, new.name, "code explained anew", *words, Bump.PATCH)


def _key_changes(old: Table, new: Table, renamed: Mapping[str, str]) -> Iterator[SchemaChange]:
    def named(columns: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(renamed.get(column, column) for column in columns)

    if named(old.primary_key) != new.primary_key:
        words = (", ".join(old.primary_key), ", ".join(new.primary_key))
        yield SchemaChange(new.name, "", "key changed", *words, Bump.MAJOR)
    before = {named(key.fields): key.table or old.name for key in old.foreign_keys}
    after = {key.fields: key.table or new.name for key in new.foreign_keys}
    for columns in sorted({*before, *after}):
        was, now = before.get(columns, ""), after.get(columns, "")
        if was != now:
            bump = Bump.MAJOR if now else Bump.MINOR
            yield SchemaChange(new.name, ", ".join(columns), "reference changed", was, now, bump)
    if old.row_rules != new.row_rules:
        rules = [", ".join(rule.id for rule in table.row_rules) for table in (old, new)]
        yield SchemaChange(new.name, "", "row rules changed", rules[0], rules[1], Bump.PATCH)
