"""A zip archive of which the same files always make the same bytes."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

_FILE_MODE = 0o100644
_UNIX = 3


def zip_bytes(files: Mapping[str, bytes], day: date) -> bytes:
    """Return a zip archive of `files` (path inside it → content), all dated `day`.

    The members stand in the order of their paths and are stored as they are: what a compression
    makes of them differs from one version of its library to the next.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            member = zipfile.ZipInfo(path, (day.year, day.month, day.day, 0, 0, 0))
            member.create_system = _UNIX
            member.external_attr = _FILE_MODE << 16
            archive.writestr(member, files[path])
    return out.getvalue()
