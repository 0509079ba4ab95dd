"""`claims release`: the files that are handed out."""

from pathlib import Path
from typing import Annotated

import typer


def release(
    output: Annotated[
        Path, typer.Option(metavar="FOLDER", help="Where to write.", show_default="dist")
    ] = Path("dist"),
) -> None:
    """Write the release of this commit: archive, Parquet, DuckDB file and their hashes."""
    from pipeline.paths import ROOT
    from pipeline.release.release import write_release

    written = write_release(ROOT, ROOT / output)
    for name, digest in written.files.items():
        print(f"{digest[:12]}  {name}")
    for source in written.left_out:
        print(f"left out: {source.path} ({source.licence})")
    for note in written.notes:
        print(f"not checked in the archive: {note}")
