"""`claims extract` and `claims resolve`: JSON lines, or folders of Parquet files."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer

if TYPE_CHECKING:
    from pipeline.engine.choice import EngineName
    from pipeline.engine.corpus import Entry


def read_entries(files: list[Path], documents: str | None, published_on: str) -> "Iterator[Entry]":
    """Read what the command line names."""
    from pipeline.engine.corpus import read_all

    if not files and documents is None:
        raise typer.BadParameter("name a FILE, - for standard input, or --documents.")
    return read_all(files, documents, published_on)


def extract_as_lines(entries: "Iterator[Entry]", explain: bool, output: Path | None) -> NoReturn:
    """Write JSON lines, tell what was refused, and end with the exit code."""
    from pipeline.engine.corpus import all_readable
    from pipeline.engine.extraction import extract_lines
    from pipeline.engine.requests import write_lines

    requests = all_readable(entries)
    lines, refused = extract_lines(requests, explain)
    write_lines(lines, output)
    for error in refused:
        print(f"claims: {error}", file=sys.stderr)
    raise typer.Exit(1 if refused else 0)


def extract_into_folder(
    folder: Path,
    entries: "Iterator[Entry]",
    engine: "EngineName | None",
    workers: int,
    scheduler: str,
    resume: bool,
    batch_size: int,
) -> NoReturn:
    """Run a bulk extraction and end with its exit code."""
    from pipeline.engine.bulk import extract_corpus
    from pipeline.engine.choice import choose_engine

    reader, corpus = choose_engine(entries, engine, workers, scheduler)
    summary = extract_corpus(corpus, folder, reader, resume=resume, batch_size=batch_size)
    print(f"claims: {summary}", file=sys.stderr)
    raise typer.Exit(1 if summary.failures else 0)


def resolve_extracted(extracted: Path, output: Path | None, memory: str) -> None:
    """Resolve a bulk extraction into a package and say what was found."""
    from pipeline.engine.resolution import resolve_folder

    target = output or extracted / "package"
    counts = resolve_folder(extracted, target, memory)
    renamed = f" {counts.renamed} claims were given other ids." if counts.renamed else ""
    print(
        f"claims: {counts.claims:,} claims, {counts.events:,} events, "
        f"{counts.relations:,} relations in {target}.{renamed}",
        file=sys.stderr,
    )
