"""Croissant, the schema.org description of data sets for machine learning."""

from datetime import datetime
from typing import Any

import mlcroissant as mlc

from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.release.catalogues.described import Described
from pipeline.schema import Field, Table

_TYPES = {
    "integer": mlc.DataType.INTEGER,
    "number": mlc.DataType.FLOAT,
    "boolean": mlc.DataType.BOOL,
    "date": mlc.DataType.DATE,
}


def croissant(package: Described) -> dict[str, Any]:
    """Return the package as Croissant JSON-LD.

    References between tables are left to the other descriptions: Croissant's reader joins along
    them, which it can do neither within a table nor twice in one session.

    Raises:
        InputError: Croissant refuses what the descriptor says.
    """
    metadata = mlc.Metadata(
        name=package["name"],
        description=package["description"],
        version=package["version"],
        license=[package.licence],
        url=package["id"],
        keywords=list(package.descriptor["keywords"]),
        creators=[mlc.Organization(name=name) for name in package.creators],
        date_published=datetime.fromisoformat(package.day),
        cite_as=f"{', '.join(package.creators)}: {package['title']}, version {package['version']}.",
        distribution=[_file(entry) for entry in package.resources],
        record_sets=[_records(table) for table in package.tables.values()],
    )
    errors = sorted(metadata.issues.errors)
    if errors:
        raise InputError(DESCRIPTOR, f"Croissant refuses it: {errors[0]}", "Correct it there.")
    described: dict[str, Any] = metadata.to_json()
    return described


def _file(entry: Any) -> Any:
    return mlc.FileObject(
        id=entry["path"],
        name=entry["name"],
        description=entry["description"],
        content_url=entry["path"],
        content_size=f"{entry['bytes']} B",
        encoding_formats=[entry["mediatype"]],
        sha256=str(entry["hash"]).removeprefix("sha256:"),
    )


def _records(table: Table) -> Any:
    return mlc.RecordSet(
        id=table.name,
        name=table.name,
        description=table.description,
        key=[f"{table.name}/{name}" for name in table.primary_key],
        fields=[_field(table, field) for field in table.fields],
    )


def _field(table: Table, field: Field) -> Any:
    source = mlc.Source(
        file_object=f"data/{table.name}.csv", extract=mlc.Extract(column=field.name)
    )
    return mlc.Field(
        id=f"{table.name}/{field.name}",
        name=f"{table.name}/{field.name}",
        description=field.description,
        data_types=[_TYPES.get(field.type, mlc.DataType.TEXT)],
        source=source,
    )
