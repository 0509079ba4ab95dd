"""CSV on the Web: the W3C's description of tables, their types and their keys."""

import re
from typing import Any

from csvw.metadata import TableGroup

from pipeline.release.catalogues.described import Described
from pipeline.schema import Field, Table

_TYPES = {"integer": "integer", "number": "double", "boolean": "boolean", "date": "date"}
_LIMITS = ("minimum", "maximum", "minLength", "maxLength")


def csvw(package: Described) -> dict[str, Any]:
    """Return the package as CSVW metadata."""
    paths = {entry["name"]: entry["path"] for entry in package.resources}
    group = TableGroup.fromvalue(
        {
            "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
            "dc:title": package["title"],
            "dc:description": package["description"],
            "dc:license": {"@id": package.licence},
            "dc:issued": package.day,
            "schema:version": package["version"],
            "dialect": {"delimiter": ",", "header": True, "encoding": "utf-8", "quoteChar": '"'},
            "tables": [_table(table, paths) for table in package.tables.values()],
        }
    )
    described: dict[str, Any] = group.asdict(omit_defaults=True)
    return described


def _table(table: Table, paths: dict[str, str]) -> dict[str, Any]:
    references = [
        {
            "columnReference": list(key.fields),
            "reference": {
                "resource": paths[key.table or table.name],
                "columnReference": list(key.references),
            },
        }
        for key in table.foreign_keys
    ]
    return {
        "url": paths[table.name],
        "dc:title": table.title,
        "dc:description": table.description,
        "tableSchema": {
            "columns": [_column(field) for field in table.fields],
            "primaryKey": list(table.primary_key),
            "foreignKeys": references,
        },
    }


def _column(field: Field) -> dict[str, Any]:
    kind: dict[str, Any] = {"base": _TYPES.get(field.type, "string")}
    kind |= {name: field.constraints[name] for name in _LIMITS if name in field.constraints}
    if kind["base"] == "string" and (field.enum or field.pattern):
        kind["format"] = field.pattern or "|".join(map(re.escape, field.enum))
    column: dict[str, Any] = {
        "name": field.name,
        "titles": field.name,
        "dc:title": field.title,
        "dc:description": field.description,
        "datatype": kind,
        "required": field.required,
        "null": "",
    }
    if field.rdf_type:
        column["propertyUrl"] = field.rdf_type
    return column
