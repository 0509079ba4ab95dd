"""How a stage is run: errors that a user can put right come without a traceback."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import track

from pipeline.errors import InputError

Item = TypeVar("Item")


def run_stage(stage: Callable[[], None]) -> None:
    """Run a stage; end the process with exit code 1 and the reason where its input is wrong."""
    try:
        stage()
    except InputError as error:
        print(f"error: {error}", file=sys.stderr)
        sys.exit(1)


def with_progress(items: Iterable[Item], what: str, total: int) -> Iterator[Item]:
    """Yield `items` behind a progress bar on a terminal, and quietly elsewhere."""
    console = Console(stderr=True)
    yield from track(
        items, what, total, console=console, transient=True, disable=not console.is_terminal
    )
