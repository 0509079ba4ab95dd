"""The page and the package that it shows, written as one folder of static files."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.errors import InputError
from pipeline.explorer.package import package_files, read_package
from pipeline.explorer.parts import in_one_piece
from pipeline.paths import BUILD, ROOT

# What `make explorer` builds from explorer/.
PAGE = ROOT / "explorer" / "dist"
OUTPUT = BUILD / "explorer"
FIRST_FILE = "index.html"
DATA = "package"
_MARK = f"{DATA}/catalogue.json"


def explorer_files(
    root: Path = ROOT, page: Path = PAGE, only: frozenset[str] | None = None
) -> dict[str, bytes]:
    """Return all files of the explorer of a package, by their path.

    Args:
        root: folder of the package.
        page: folder of the built front end.
        only: ids of the sources whose texts go with it; None for all that are at hand.

    Raises:
        InputError: the page is not built, or the package cannot be read.
    """
    built = {path.relative_to(page).as_posix(): path.read_bytes() for path in _page_files(page)}
    with in_one_piece(root) as whole:
        package = package_files(read_package(whole), only)
    return built | {f"{DATA}/{name}": content for name, content in package.items()}


def write_explorer(root: Path = ROOT, output: Path = OUTPUT, page: Path = PAGE) -> Path:
    """Write the explorer of the package in `root` as the folder `output` and return it.

    The folder is written beside its place and put there whole; an older explorer there goes.

    Raises:
        InputError: the page is not built, the package cannot be read, or `output` holds something
            else than an explorer.
    """
    if output.exists() and not (output / _MARK).is_file():
        if not output.is_dir() or any(output.iterdir()):
            problem = "Something that is no explorer is here."
            raise InputError(str(output), problem, "Name another folder with --output.")
    files = explorer_files(root, page)
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".explorer-", dir=output.parent) as folder:
        fresh, old = Path(folder) / "new", Path(folder) / "old"
        for name, content in files.items():
            target = fresh / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if output.exists():
            output.replace(old)
        fresh.replace(output)
        shutil.rmtree(old, ignore_errors=True)
    return output


def _page_files(page: Path) -> Iterator[Path]:
    if not (page / FIRST_FILE).is_file():
        raise InputError(
            str(page / FIRST_FILE),
            "The page is not built.",
            "Run `make explorer` in the clone once; it needs Node 20 or newer, and npm.",
        )
    return (path for path in sorted(page.rglob("*")) if path.is_file())
