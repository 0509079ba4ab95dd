"""A release archive unpacked into a folder, trusting nothing that it says."""

import stat
import tarfile
import zipfile
from pathlib import Path, PurePosixPath
from typing import IO

from pipeline.errors import InputError

MOST_BYTES = 8 << 30
MOST_MEMBERS = 100_000
_PIECE = 1 << 20


def is_archive(path: Path) -> bool:
    """Tell whether `path` is a file that `unpack` can take apart."""
    return path.is_file() and (zipfile.is_zipfile(path) or tarfile.is_tarfile(path))


def unpack(archive: Path, folder: Path) -> None:
    """Write the regular files of a zip or tar archive below `folder`.

    Raises:
        InputError: a member would land outside the folder, is a link or a device, the archive is
            larger than can be meant, or it is broken.
    """
    try:
        if zipfile.is_zipfile(archive):
            _unpack_zip(archive, folder)
        else:
            _unpack_tar(archive, folder)
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, RuntimeError, OSError) as error:
        raise InputError(
            str(archive), f"Is a broken archive: {error}.", "Fetch it again."
        ) from error


def _unpack_zip(archive: Path, folder: Path) -> None:
    with zipfile.ZipFile(archive) as members:
        room = _Room(archive)
        for member in members.infolist():
            if member.is_dir():
                continue
            if stat.S_ISLNK(member.external_attr >> 16):
                raise _refused(archive, member.filename, "is a link")
            with members.open(member) as content:
                room.write(content, _inside(archive, folder, member.filename))


def _unpack_tar(archive: Path, folder: Path) -> None:
    with tarfile.open(archive) as members:
        room = _Room(archive)
        for member in members:
            if member.isdir():
                continue
            content = members.extractfile(member) if member.isreg() else None
            if content is None:
                raise _refused(archive, member.name, "is no regular file")
            room.write(content, _inside(archive, folder, member.name))


class _Room:
    """Counts what was written, so that a small archive cannot fill the disk."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.bytes = 0
        self.members = 0

    def write(self, content: IO[bytes], target: Path) -> None:
        self.members += 1
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            while piece := content.read(_PIECE):
                self.bytes += len(piece)
                if self.bytes > MOST_BYTES or self.members > MOST_MEMBERS:
                    raise _refused(self.archive, target.name, "makes the archive too large")
                file.write(piece)


def _inside(archive: Path, folder: Path, name: str) -> Path:
    parts = PurePosixPath(name.replace("\\", "/"))
    if parts.is_absolute() or ".." in parts.parts or ":" in parts.parts[0]:
        raise _refused(archive, name, "would land outside the folder")
    return folder.joinpath(*parts.parts)


def _refused(archive: Path, name: str, why: str) -> InputError:
    return InputError(str(archive), f"Its member {name!r} {why}.", "Do not trust this archive.")
