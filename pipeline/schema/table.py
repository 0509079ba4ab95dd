"""The tables as `schemas/*.schema.json` define them, read into plain records."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.errors import InputError
from pipeline.paths import SCHEMAS

SUFFIX = ".schema.json"


@dataclass(frozen=True, slots=True)
class Category:
    """One coded value and what it means."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A public list from which coded values are taken: its name and its address."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Field:
    """One column.

    Attributes:
        name: column name, snake_case.
        type, format: Table Schema type and format ("default" where none is given).
        title, description, example: for people; the example is a value as JSON holds it.
        enum: values allowed, as written in the CSV; empty where any is.
        pattern: regular expression that the whole cell must match, or "".
        required, unique: whether a cell must be given, and given once.
        constraints: all constraints as they stand in the schema.
        categories: labels of coded values, in the schema's order.
        rdf_type: public term for the column, or "".
        vocabulary: public list from which its values are taken, or None.
        properties: further properties of the type (decimalChar, trueValues ...).
    """

    name: str
    type: str = "any"
    format: str = "default"
    title: str = ""
    description: str = ""
    example: Any = None
    enum: tuple[str, ...] = ()
    pattern: str = ""
    required: bool = False
    unique: bool = False
    constraints: Mapping[str, Any] = field(default_factory=dict)
    categories: tuple[Category, ...] = ()
    rdf_type: str = ""
    vocabulary: Vocabulary | None = None
    properties: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns whose values must be keys of a table; `table` is "" for the same table."""

    fields: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowRule:
    """What must hold between the cells of one row.

    Attributes:
        id: name of the rule.
        severity: "error" or "warning".
        fields: columns that the rule reads; the first is the one to blame.
        check: SQL over the columns; a row fails where it is false, not where it is null.
        protects: what goes wrong for readers where it fails.
        remedy: what to do.
    """

    id: str
    severity: str
    fields: tuple[str, ...]
    check: str
    protects: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns, its keys and the rules of its rows."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()
    row_rules: tuple[RowRule, ...] = ()
    missing_values: tuple[str, ...] = ("",)

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.fields)

    def field(self, name: str) -> Field:
        """Return the column called `name`; KeyError where there is none."""
        for column in self.fields:
            if column.name == name:
                return column
        raise KeyError(name)


def load_schemas(directory: Path = SCHEMAS) -> dict[str, Table]:
    """Read every schema of a folder, in an order in which keys are defined before they are used.

    Raises:
        InputError: a schema cannot be read, or none is there.
    """
    tables = [load_schema(path) for path in sorted(directory.glob("*" + SUFFIX))]
    if not tables:
        raise InputError(str(directory), "No *.schema.json is here.", "Name the schemas' folder.")
    return {table.name: table for table in in_dependency_order(tables)}


def load_schema(path: Path) -> Table:
    """Read one schema file; its table is named after the file.

    Raises:
        InputError: the file is missing, no JSON, or no Table Schema.
    """
    try:
        descriptor = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"Cannot be read: {error}.", "Put the schema right.") from error
    return table_from(descriptor, path.name.removesuffix(SUFFIX), str(path))


def table_from(descriptor: object, name: str, file: str) -> Table:
    """Make a table of a Table Schema already parsed.

    Args:
        descriptor: what the JSON held.
        name: name of the table.
        file: path shown in errors.

    Raises:
        InputError: the descriptor is no Table Schema.
    """
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("fields"), list):
        raise InputError(file, "Is no Table Schema.", 'Give an object with a list "fields".')
    try:
        return Table(
            name=name,
            title=str(descriptor.get("title", name)),
            description=str(descriptor.get("description", "")),
            fields=tuple(_field(entry) for entry in descriptor["fields"]),
            primary_key=_names(descriptor.get("primaryKey", ())),
            foreign_keys=tuple(_foreign_key(entry) for entry in descriptor.get("foreignKeys", ())),
            row_rules=tuple(_row_rule(entry) for entry in descriptor.get("rowRules", ())),
            missing_values=_missing(descriptor.get("missingValues", [""])),
        )
    except (KeyError, TypeError, AttributeError) as error:
        problem = f"Is no valid Table Schema: {type(error).__name__} {error}."
        raise InputError(file, problem, "See the Table Schema specification.") from error


def in_dependency_order(tables: Iterable[Table]) -> list[Table]:
    """Order tables so that each stands after those that its foreign keys name."""
    waiting = {table.name: table for table in tables}
    ordered: list[Table] = []
    while waiting:
        ready = [
            table
            for table in waiting.values()
            if not any(
                key.table in waiting and key.table != table.name for key in table.foreign_keys
            )
        ]
        for table in ready or list(waiting.values()):
            ordered.append(waiting.pop(table.name))
    return ordered


def _field(entry: dict[str, Any]) -> Field:
    constraints = entry.get("constraints") or {}
    known = {"name", "type", "format", "title", "description", "example", "constraints"}
    known |= {"categories", "rdfType", "vocabulary"}
    vocabulary = entry.get("vocabulary")
    return Field(
        name=str(entry["name"]),
        type=str(entry.get("type", "any")),
        format=str(entry.get("format", "default")),
        title=str(entry.get("title", entry["name"])),
        description=str(entry.get("description", "")),
        example=entry.get("example"),
        enum=tuple(_as_cell(value) for value in constraints.get("enum", ())),
        pattern=str(constraints.get("pattern", "")),
        required=bool(constraints.get("required", False)),
        unique=bool(constraints.get("unique", False)),
        constraints=constraints,
        categories=tuple(_category(value) for value in entry.get("categories", ())),
        rdf_type=str(entry.get("rdfType", "")),
        vocabulary=Vocabulary(**vocabulary) if vocabulary else None,
        properties={key: value for key, value in entry.items() if key not in known},
    )


def _category(entry: object) -> Category:
    if isinstance(entry, dict):
        return Category(_as_cell(entry["value"]), str(entry.get("label", entry["value"])))
    return Category(_as_cell(entry), _as_cell(entry))


def _as_cell(value: object) -> str:
    """Write a JSON value as a CSV cell holds it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _names(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _missing(values: Iterable[object]) -> tuple[str, ...]:
    """Read missing values, given as strings or as objects with value and label."""
    return tuple(_category(value).value for value in values)


def _foreign_key(entry: dict[str, Any]) -> ForeignKey:
    reference = entry["reference"]
    return ForeignKey(
        _names(entry["fields"]), str(reference.get("resource", "")), _names(reference["fields"])
    )


def _row_rule(entry: dict[str, Any]) -> RowRule:
    return RowRule(
        id=entry["id"],
        severity=entry["severity"],
        fields=tuple(entry["fields"]),
        check=entry["check"],
        protects=entry["protects"],
        remedy=entry["remedy"],
    )
