"""Where the files of a corpus lie: on this machine, or wherever fsspec reaches."""

import glob
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

from pipeline.errors import InputError

_WILDCARD = re.compile(r"[*?\[]")


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """One file of a corpus.

    Attributes:
        path: local path or URL, as it is opened.
        name: path below the folder that was named, without the suffix; names a plain text.
    """

    path: str
    name: str

    @property
    def remote(self) -> bool:
        """Whether fsspec must fetch it."""
        return "://" in self.path

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """Open the file for reading; `.gz` is unpacked.

        Raises:
            OSError: it cannot be read.
        """
        if self.remote:
            with _fsspec().open(self.path, "rb", compression="infer") as content:
                yield cast("IO[bytes]", content)
        elif self.path.endswith(".gz"):
            import gzip

            with gzip.open(self.path, "rb") as unpacked:
                yield cast("IO[bytes]", unpacked)
        else:
            with Path(self.path).open("rb") as file:
                yield file

    @contextmanager
    def local(self) -> Iterator[Path]:
        """Give a path on this machine, for formats that are not read from front to back."""
        if not self.remote:
            yield Path(self.path)
            return
        with tempfile.NamedTemporaryFile(suffix=".part") as copy, self.open() as content:
            shutil.copyfileobj(content, copy)
            copy.flush()
            yield Path(copy.name)


def find_files(documents: str) -> Iterator[CorpusFile]:
    """Yield the files that a path, a folder, a glob or a URL names, in the order of their paths.

    Hidden files are left out of folders and globs.

    Raises:
        InputError: nothing is there, or fsspec is needed and not installed.
    """
    if "://" in documents:
        paths, base = _remote(documents)
    else:
        paths, base = _local(documents)
    if not paths:
        raise InputError(
            documents, "No file is here.", "Name a file, a folder or a glob that matches files."
        )
    for path in paths:
        name = path.removeprefix(base).lstrip("/")
        hidden = path != documents and any(part.startswith(".") for part in name.split("/"))
        if not hidden:
            yield CorpusFile(path, str(Path(name).with_suffix("")))


def _local(documents: str) -> tuple[list[str], str]:
    path = Path(documents)
    if path.is_dir():
        found = [each.as_posix() for each in path.rglob("*") if each.is_file()]
        return sorted(found), path.as_posix()
    if path.exists():
        return [path.as_posix()], path.parent.as_posix() if path.parent != Path() else ""
    # Path.glob takes no absolute pattern.
    matches = glob.iglob(documents, recursive=True)  # noqa: PTH207
    found = [each for each in matches if Path(each).is_file()]
    return sorted(found), _base(documents)


def _remote(documents: str) -> tuple[list[str], str]:
    system, path = _fsspec().core.url_to_fs(documents)
    try:
        if _WILDCARD.search(path):
            found, base = [each for each in system.glob(path) if system.isfile(each)], _base(path)
        elif system.isdir(path):
            found, base = system.find(path), path
        else:
            found, base = [path] if system.exists(path) else [], path.rpartition("/")[0]
    except OSError as error:
        raise InputError(
            documents, f"It cannot be listed: {error}.", "Check the address and the permissions."
        ) from error
    named = sorted(system.unstrip_protocol(each) for each in found)
    return named, system.unstrip_protocol(base)


def _base(pattern: str) -> str:
    """Return the part of a glob before its first wildcard, up to a slash."""
    return _WILDCARD.split(pattern, maxsplit=1)[0].rpartition("/")[0]


def _fsspec() -> Any:
    try:
        import fsspec
    except ImportError as error:
        raise InputError(
            "--documents",
            "Addresses with :// are read through fsspec, which is not installed.",
            "Install the extra: pip install 'nw-syria-conflict-claims[remote]'.",
        ) from error
    return fsspec
