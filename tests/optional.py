"""Optional packages, and the programs of others to which tests hand our files."""

import importlib.util
import sys
from pathlib import Path

# `make extras` gives the programs an environment of their own, in the one of the tests.
PROGRAMS = Path(sys.prefix) / "programs" / "bin"


def is_there(name: str) -> bool:
    """Tell whether the package of this name can be imported or, as in bin/duckdb, the program be run."""
    if name.startswith("bin/"):
        return (PROGRAMS / name.removeprefix("bin/")).is_file()
    return importlib.util.find_spec(name) is not None


def program(name: str) -> str:
    """Return the path of a program."""
    return str(PROGRAMS / name)
