"""Which description goes into which file, beside the `datapackage.json` that it was made of."""

import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import InputError
from pipeline.release.catalogues.described import Described, read_described
from pipeline.tables import write_files

# File → module and function; a module imports its library, which the extra `catalogues` installs.
FILES: Mapping[str, tuple[str, str]] = {
    "CITATION.cff": ("citation", "citation"),
    "croissant.json": ("croissant", "croissant"),
    "csv-metadata.json": ("csvw", "csvw"),
    "dcat.jsonld": ("dcat", "dcat"),
    "ro-crate-metadata.json": ("ro_crate", "ro_crate"),
}


def write_catalogues(folder: Path, names: Iterable[str] = FILES) -> list[Path]:
    """Describe the package in `folder` once for each catalogue, and write all files or none.

    Args:
        folder: where the package lies and the files go.
        names: which of FILES.

    Raises:
        InputError: there is no package, or a library is not installed.
    """
    package = read_described(folder)
    contents = {name: describe(name, package) for name in names}
    write_files(folder, contents)
    return [folder / name for name in contents]


def describe(name: str, package: Described) -> bytes:
    """Return the content of one of FILES.

    Raises:
        InputError: there is no such file, or its library is not installed.
    """
    if name not in FILES:
        raise InputError(name, "No catalogue has such a file.", f"Choose from {', '.join(FILES)}.")
    module, function = FILES[name]
    try:
        describing: Callable[[Described], dict[str, Any]] = getattr(
            import_module(f"pipeline.release.catalogues.{module}"), function
        )
    except ModuleNotFoundError as error:
        remedy = "Install the extra: pip install 'nw-syria-conflict-claims[catalogues]'."
        raise InputError(name, f"{error.name} is not installed.", remedy) from error
    content = describing(package)
    if name.endswith(".cff"):
        text = yaml.safe_dump(content, sort_keys=False, allow_unicode=True, width=100)
    else:
        text = json.dumps(content, ensure_ascii=False, indent=2, default=str) + "\n"
    return text.encode("utf-8")
