"""Measure the published claims: `python -m pipeline.evaluate`."""

import argparse
import sys
from pathlib import Path

from pipeline.errors import InputError
from pipeline.evaluate.report import write_report
from pipeline.evaluate.scores import evaluate
from pipeline.paths import DATA, REFERENCE, ROOT


def main(arguments: list[str] | None = None) -> int:
    """Write the report; return 0, or 1 where a table cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.evaluate", description=__doc__)
    parser.add_argument("--claims", type=Path, default=DATA / "claims.csv")
    parser.add_argument("--answers", type=Path, default=REFERENCE / "evaluation" / "claims.csv")
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    chosen = parser.parse_args(arguments)
    try:
        scores = evaluate(chosen.claims, chosen.answers)
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    write_report(scores, chosen.reports)
    print(
        f"Counted claims: F1 {scores.counted.f1:.4f} (precision {scores.counted.precision:.4f}, "
        f"recall {scores.counted.recall:.4f}). Events: B-cubed F1 {scores.events_b3_f1:.4f}."
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
