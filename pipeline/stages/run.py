"""How a stage is run: errors that a user can put right come without a traceback."""

import errno
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from pipeline.errors import InputError

Item = TypeVar("Item")
_MORE_ROOM = "Make room on the disk and run `claims build` again."
_A_WRITER = "Give yourself the right to write there and run `claims build` again."
_REMEDIES = {
    errno.ENOSPC: _MORE_ROOM,
    errno.EDQUOT: _MORE_ROOM,
    errno.EFBIG: _MORE_ROOM,
    errno.EROFS: _A_WRITER,
    errno.EACCES: _A_WRITER,
    errno.EPERM: _A_WRITER,
}


def run_stage(stage: Callable[[], None]) -> None:
    """Run a stage; end the process with exit code 1 and the reason where its input is wrong.

    A folder that cannot be written and a full disk are told the same way.
    """
    try:
        stage()
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if error.errno not in _REMEDIES:
            raise
        print(f"error: {as_input_error(error)}", file=sys.stderr)
        sys.exit(1)


def as_input_error(error: OSError) -> InputError:
    """Say what to do about a file that the system refuses to write; the old files are in place."""
    problem = f"Cannot be written: {error.strerror}; nothing was changed."
    remedy = _REMEDIES.get(error.errno or 0, "See what the system says of the file.")
    return InputError(str(error.filename or "a file of the build"), problem, remedy)


def with_progress(items: Iterable[Item], what: str, total: int) -> Iterator[Item]:
    """Yield `items` behind a progress bar on a terminal, and quietly elsewhere."""
    console = Console(stderr=True)
    yield from track(
        items, what, total, console=console, transient=True, disable=not console.is_terminal
    )
