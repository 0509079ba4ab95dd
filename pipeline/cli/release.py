"""`claims release` and `claims diff`: what is handed out, and how two packages differ."""

from pathlib import Path
from typing import Annotated, Literal

import typer


def release(
    output: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where to write.", show_default="dist")
    ] = Path("dist"),
    explorer: Annotated[
        bool, typer.Option(help="With the explorer, which `make explorer` must have built.")
    ] = True,
) -> None:
    """Write the release of this commit: archive, Parquet, DuckDB file, explorer, hashes."""
    from pipeline.explorer.write import PAGE
    from pipeline.paths import ROOT
    from pipeline.release.release import write_release

    written = write_release(ROOT, ROOT / output, PAGE if explorer else None)
    for name, digest in written.files.items():
        print(f"{digest[:12]}  {name}")
    for source in written.left_out:
        print(f"left out: {source.path} ({source.licence})")
    for note in written.notes:
        print(f"not checked in the archive: {note}")


def diff(
    old: Annotated[str, typer.Argument(help="Folder, archive or git revision.")],
    new: Annotated[str, typer.Argument(help="Folder, archive or git revision.")] = ".",
    style: Annotated[
        Literal["table", "json", "html", "markdown"],
        typer.Option("--format", help="How to report; markdown is for the changelog."),
    ] = "table",
    limit: Annotated[
        int, typer.Option(min=0, help="Rows of one kind shown of a table; JSON has all.")
    ] = 50,
    check: Annotated[
        bool, typer.Option("--check", help="Exit code 1 where the version of NEW is too low.")
    ] = False,
) -> None:
    """Say how two packages differ, row by row, and which version follows from it."""
    from pipeline.release.difference import compare
    from pipeline.release.render import render

    difference = compare(old, new)
    print(render(difference, style, limit), end="")
    raise typer.Exit(1 if check and not difference.version_follows else 0)


def catalogues(
    folder: Annotated[Path, typer.Argument(help="An unpacked release, or a clone.")],
    only: Annotated[
        list[str] | None, typer.Option(metavar="FILE", help="Write this file; may be repeated.")
    ] = None,
) -> None:
    """Describe a package for other catalogues: Croissant, RO-Crate, CSVW, DCAT, CITATION.cff."""
    from pipeline.release.catalogues.write import FILES, write_catalogues

    for path in write_catalogues(folder, only or FILES):
        print(path)
