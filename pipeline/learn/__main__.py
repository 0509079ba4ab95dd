"""Learn the weights of reference/weights/ anew: `python -m pipeline.learn`."""

import argparse
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from rich.progress import track

from pipeline.encoder.storage import save_encoder
from pipeline.errors import InputError
from pipeline.extract.reference import ENCODER, WEIGHTS, WORD_FAMILIES
from pipeline.language.weights import Weights
from pipeline.language.word_families import write_word_families
from pipeline.learn.base_model import base_model
from pipeline.learn.examples import (
    Example,
    claim_type_examples,
    read_texts,
    relevance_examples,
    subject_examples,
)
from pipeline.learn.families import word_families
from pipeline.learn.fit import fit, write_weights
from pipeline.learn.sentences import labelled_sentences
from pipeline.learn.tune import Tuner
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
    parser.add_argument(
        "--vectors",
        type=Path,
        help="find the families of words anew, from a text file of GloVe word vectors",
    )
    parser.add_argument(
        "--base-model",
        type=Path,
        metavar="FOLDER",
        help="teach the encoder anew, from the published one in this folder (about half an hour)",
    )
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="the folder to write to")
    arguments = parser.parse_args()
    needed = {"sklearn": "scikit-learn"}
    if arguments.base_model is not None:
        needed |= {"safetensors": "safetensors", "torch": "torch"}
    missing = [package for name, package in needed.items() if find_spec(name) is None]
    if missing:
        print(f"Not installed: pip install {' '.join(missing)}", file=sys.stderr)
        return 1
    try:
        if arguments.vectors is not None:
            write_word_families(word_families(arguments.vectors), WORD_FAMILIES)
        texts = read_texts(arguments.texts)
        if arguments.base_model is not None:
            sentences = list(labelled_sentences(track(texts, "Sentences", transient=True)))
            tuner = Tuner(base_model(arguments.base_model), sentences)
            for _ in track(tuner.steps(), "Encoder", tuner.total, transient=True):
                pass
            save_encoder(tuner.arrays(), arguments.output / ENCODER.name)
        relevance = learnt(relevance_examples(texts), balanced=True)
        types = learnt(claim_type_examples(track(texts, "Claim types", transient=True)))
        subjects = learnt(subject_examples(track(texts, "Subjects", transient=True), types))
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    found = {"relevance": relevance, "claim_type": types, "subject": subjects}
    for field, weights in found.items():
        write_weights(weights, arguments.output / f"{field}.csv")
        print(f"{field}: {len(texts)} texts, {len(weights.rows)} features")
    return 0


def learnt(examples: Iterable[Example], *, balanced: bool = False) -> Weights:
    """Return the weights of examples; `balanced`: as for `fit`."""
    those = list(examples)
    return fit([one.features for one in those], [one.value for one in those], balanced=balanced)


if __name__ == "__main__":
    sys.exit(main())
