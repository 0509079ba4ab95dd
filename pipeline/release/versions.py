"""The version of the package: in one place stated, in others repeated, and the bump that follows.

The recipe for data packages: columns raise the first number, rows the second, values the third.
"""

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from enum import IntEnum
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import InputError
from pipeline.package.descriptor import DESCRIPTOR, METADATA, read_metadata

Version = tuple[int, int, int]
CHANGELOG = "CHANGELOG.md"
CITATION = "CITATION.cff"
PROJECT = "pyproject.toml"
_READERS: Mapping[str, Callable[[str], Any]] = {".json": json.loads, ".toml": tomllib.loads}
_VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
_HEADING = re.compile(r"^## \[(?P<version>[^\]]+)\] - (?P<day>\d{4}-\d{2}-\d{2})\s*$", re.MULTILINE)


class Bump(IntEnum):
    """How much a version must rise."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3


def parse_version(text: str, file: str) -> Version:
    """Read "1.2.3".

    Raises:
        InputError: it is no version of three numbers; `file` is blamed.
    """
    match = _VERSION.fullmatch(text)
    if match is None:
        remedy = "Write three numbers, such as 1.0.0."
        raise InputError(file, f"{text!r} is no version.", remedy, field="version")
    return int(match[1]), int(match[2]), int(match[3])


def raised(version: Version, bump: Bump) -> Version:
    """Return the next version after a change of this weight."""
    major, minor, patch = version
    if bump is Bump.MAJOR:
        return major + 1, 0, 0
    if bump is Bump.MINOR:
        return major, minor + 1, 0
    return (major, minor, patch + 1) if bump is Bump.PATCH else version


def changelog_day(root: Path, version: str) -> str:
    """Return the day that the changelog gives for a version.

    Raises:
        InputError: the changelog has no heading for it.
    """
    path = root / CHANGELOG
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError(str(path), "It cannot be read.", "Restore it from git.") from error
    for heading in _HEADING.finditer(text):
        if heading["version"] == version:
            return heading["day"]
    remedy = f"Add a heading `## [{version}] - YYYY-MM-DD` with what changed."
    raise InputError(str(path), f"It says nothing of version {version}.", remedy)


def stated_version(root: Path) -> tuple[str, str]:
    """Return version and day of release, once every file that states them agrees.

    Raises:
        InputError: `package.yaml`, `datapackage.json`, `pyproject.toml`, `CITATION.cff` and the
            changelog differ.
    """
    metadata = read_metadata(root / METADATA)
    version, day = str(metadata["version"]), str(metadata["created"])[:10]
    parse_version(version, METADATA)
    descriptor = _mapping(root / DESCRIPTOR)
    citation = _mapping(root / CITATION)
    project = _mapping(root / PROJECT).get("project", {})
    stated = (
        (DESCRIPTOR, "version", descriptor.get("version"), version),
        (PROJECT, "version", project.get("version"), version),
        (CITATION, "version", citation.get("version"), version),
        (CITATION, "date-released", citation.get("date-released"), day),
        (CHANGELOG, "", changelog_day(root, version), day),
    )
    for file, field, found, wanted in stated:
        if str(found) != wanted:
            problem = f"States {found} where {METADATA} has {wanted}."
            raise InputError(file, problem, "Make them agree, then `make`.", field=field)
    return version, day


def _mapping(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        content = _READERS.get(path.suffix, yaml.safe_load)(text)
    except (OSError, ValueError, yaml.YAMLError) as error:
        problem = f"It cannot be read: {error}."
        raise InputError(str(path), problem, "Restore it from git.") from error
    return content if isinstance(content, dict) else {}
