"""Learn the weights of reference/weights/ anew: `python -m pipeline.learn`."""

import argparse
import sys
from importlib.util import find_spec
from pathlib import Path

from rich.progress import track

from pipeline.errors import InputError
from pipeline.extract.reference import WEIGHTS
from pipeline.learn.examples import examples, read_texts
from pipeline.learn.fit import fit, write_weights
from pipeline.paths import REFERENCE


def main() -> int:
    """Run the command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.learn", description=__doc__)
    parser.add_argument(
        "texts",
        nargs="*",
        type=Path,
        default=sorted((REFERENCE / "training").glob("*.jsonl")),
        help="files of labelled texts (default: all in reference/training/)",
    )
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="the folder to write to")
    arguments = parser.parse_args()
    if find_spec("sklearn") is None:
        print("scikit-learn is not installed: pip install scikit-learn", file=sys.stderr)
        return 1
    try:
        texts = read_texts(arguments.texts)
        found = list(examples(track(texts, "Reading", transient=True)))
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    people = [example for example in found if example.subject]
    for field, those in (("claim_type", found), ("subject", people)):
        weights = fit(
            [example.features for example in those], [getattr(example, field) for example in those]
        )
        write_weights(weights, arguments.output / f"{field}.csv")
        print(f"{field}: {len(texts)} texts, {len(those)} phrases, {len(weights.rows)} features")
    return 0


if __name__ == "__main__":
    sys.exit(main())
