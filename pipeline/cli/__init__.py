"""`claims`: words in, exit codes out.

Exit codes: 0 done; 1 findings, or part of the input was refused; 2 the command or its input is
wrong. What goes wrong is told on standard error.
"""

import sys


def main() -> None:
    """Run the command line."""
    from pipeline.cli.app import app
    from pipeline.errors import InputError

    try:
        app()
    except InputError as error:
        print(f"claims: {error}", file=sys.stderr)
        sys.exit(2)
    except OSError as error:
        print(f"claims: {error.filename or 'output'}: {error.strerror}.", file=sys.stderr)
        sys.exit(2)
