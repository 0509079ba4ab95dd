"""A release: the files that are handed out, the same bytes for the same commit.

`dist/` gets the data package as a zip archive, each table as Parquet, the DuckDB database, the
explorer as a second archive, and `SHA256SUMS`. Texts that their licence does not let anybody pass
on stay behind, and with them the folder `raw/`; the others lie in `texts/`. Offsets and hashes
remain in the tables, so that whoever has a text can hold the claims against it.
"""

import csv
import hashlib
import io
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pipeline.errors import InputError
from pipeline.explorer.write import explorer_files
from pipeline.package.database import write_database
from pipeline.package.descriptor import DESCRIPTOR
from pipeline.package.parquet import parquet_bytes
from pipeline.paths import ROOT
from pipeline.reference.licences import load_licences
from pipeline.release.archive import zip_bytes
from pipeline.release.revisions import refuse_uncommitted, tracked
from pipeline.release.versions import stated_version
from pipeline.schema import Table, load_schemas
from pipeline.sources.manifest import Source, read_manifest
from pipeline.tables import file_name, write_files
from pipeline.validate.run import validate_package

NAME = "nw-syria-claims"
SUMS = "SHA256SUMS"
TEXTS = "texts"
INDEX = f"{TEXTS}/index.csv"
# What belongs to the data package beside its tables; folders with all that is in them.
_DESCRIBING = (DESCRIPTOR, "README.md", "CHANGELOG.md", "CITATION.cff", "LICENSE", "LICENSE-DATA",
               "docs", "schemas", "sql")  # fmt: skip
_IN_INDEX = ("source_id", "title", "publisher", "published_on", "licence", "bytes", "sha256")


@dataclass(frozen=True, slots=True)
class Release:
    """What was written.

    Attributes:
        version: of the data package.
        files: name in the folder → SHA-256.
        left_out: the texts that stayed behind.
        notes: what a validation of the archive could not check.
    """

    version: str
    files: Mapping[str, str]
    left_out: tuple[Source, ...]
    notes: tuple[str, ...]


def write_release(root: Path = ROOT, dist: Path | None = None, page: Path | None = None) -> Release:
    """Check the clone at `root`, build its release and write it into `dist`.

    Args:
        root: the clone.
        dist: folder to write; `root`/dist if not given.
        page: folder of the built front end; without it the release has no explorer.

    Raises:
        InputError: the tree is not clean, the version is stated differently in two places or is
            missing in the changelog, the page is not built, or the package or the archive is not
            valid.
    """
    refuse_uncommitted(root)
    version, day = stated_version(root)
    _refuse_findings(root, "Run `claims validate` to see them all.")
    sources = read_manifest(root / "raw" / "sources.csv")
    left_out = texts_left_out(sources)
    schemas = load_schemas(root / "schemas")
    archive = _archive(root, f"{NAME}-{version}", day, sources, left_out, schemas)
    contents = {f"{NAME}-{version}.zip": archive}
    described = {"version": version, "license": "CC-BY-4.0"}
    for table in schemas.values():
        name = f"{NAME}-{version}-{table.name}.parquet"
        contents[name] = parquet_bytes(table, root / "data", described)
    contents[f"{NAME}-{version}.duckdb"] = _database(root, schemas)
    if page is not None:
        passed_on = frozenset(s.source_id for s in sources if s not in left_out)
        explorer = f"{NAME}-{version}-explorer"
        shown = explorer_files(root, page, passed_on)
        files = {f"{explorer}/{name}": content for name, content in shown.items()}
        contents[f"{explorer}.zip"] = zip_bytes(files, date.fromisoformat(day))
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))
    notes = _check_archive(archive)
    write_files(dist or root / "dist", contents | {SUMS: lines.encode("ascii")})
    return Release(version, sums, left_out, notes)


def texts_left_out(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the sources whose text may not be passed on, those of unknown licences included."""
    licences = load_licences()
    return tuple(source for source in sources if not licences.get(source.licence, False))


def _archive(
    root: Path,
    folder: str,
    day: str,
    sources: Iterable[Source],
    left_out: tuple[Source, ...],
    schemas: Mapping[str, Table],
) -> bytes:
    files = {path.relative_to(root).as_posix(): path for path in tracked(root, _DESCRIBING)}
    files |= {f"data/{file_name(name)}": root / "data" / file_name(name) for name in schemas}
    files |= {
        f"{TEXTS}/{Path(source.path).name}": root / "raw" / source.path
        for source in sources
        if source not in left_out
    }
    contents = {f"{folder}/{name}": path.read_bytes() for name, path in files.items()}
    contents[f"{folder}/{INDEX}"] = _index(sources, left_out)
    return zip_bytes(contents, date.fromisoformat(day))


def _index(sources: Iterable[Source], left_out: tuple[Source, ...]) -> bytes:
    """Return a CSV of all texts: whose each is, its terms, and its file or none if left out."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("file", *_IN_INDEX))
    for source in sources:
        file = "" if source in left_out else Path(source.path).name
        writer.writerow((file, *(getattr(source, name) for name in _IN_INDEX)))
    return text.getvalue().encode("utf-8")


def _database(root: Path, schemas: Mapping[str, Table]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        target = Path(folder) / f"{NAME}.duckdb"
        write_database(schemas, root, target)
        return target.read_bytes()


def _check_archive(archive: bytes) -> tuple[str, ...]:
    """Validate the archive as whoever receives it will; return what could not be checked."""
    with tempfile.TemporaryDirectory(prefix="release-") as folder:
        path = Path(folder) / f"{NAME}.zip"
        path.write_bytes(archive)
        return _refuse_findings(path, "The archive lacks something that the clone has.")


def _refuse_findings(path: Path, remedy: str) -> tuple[str, ...]:
    report = validate_package(path)
    if not report.passes():
        first = next(found for found in report.findings if found.severity == "error")
        problem = f"{report.errors} errors in the package; the first: {first.message}"
        raise InputError(first.file, problem, remedy, first.line, first.field)
    return tuple(report.notes)
