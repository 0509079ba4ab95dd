"""raw/ → build/extracted: the claims and the ledger of every source.

What was found in a text is kept under the hash of the text, of its row in the manifest and of the
rules, so that a text added to many is the only one that is read.
"""

from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256

import yaml

from pipeline.engine.packing import pack, unpack
from pipeline.engine.rules import hash_of
from pipeline.engine.state import State
from pipeline.extract import extract_document
from pipeline.extract.reference import load_reference
from pipeline.paths import RAW, ROOT
from pipeline.sources.manifest import COLUMNS, Source, read_manifest
from pipeline.sources.reader import checked_bytes, read_document
from pipeline.stages.lines import EXTRACTED, KEPT, write_lines
from pipeline.stages.run import run_stage, with_progress


def extract_sources() -> None:
    """Extract the claims of each source of the manifest; offsets are into the text read."""
    sources = read_manifest(RAW / "sources.csv")
    rules = stage_rules()
    keys = {source.source_id: _key(source, rules) for source in sources}
    state = State(KEPT, rules)
    claims, uncoded = [], []
    try:
        kept = state.results([*keys.values()])
        for source in with_progress(sources, "extract", len(sources)):
            key = keys[source.source_id]
            if key in kept:
                checked_bytes(source, RAW)
                packed = kept[key]
            else:
                packed = _extract(source)
                state.keep_results([(key, packed)])
            found = unpack(packed)
            claims += found["claims"]
            uncoded += found["uncoded"]
    finally:
        state.close()
    write_lines(EXTRACTED / "claims.jsonl", claims)
    write_lines(EXTRACTED / "uncoded.jsonl", uncoded)


def stage_rules() -> str:
    """Return a hash of all that dvc.yaml names as what this stage reads, the texts left out."""
    stages = yaml.safe_load((ROOT / "dvc.yaml").read_text(encoding="utf-8"))["stages"]
    named: Iterable[str] = stages["extract"]["deps"]
    return hash_of(ROOT / name for name in named if name != "raw")


def _key(source: Source, rules: str) -> bytes:
    cells = "\0".join(str(getattr(source, name)) for name in COLUMNS)
    return sha256(f"{rules}\0{cells}".encode()).digest()


def _extract(source: Source) -> bytes:
    extraction = extract_document(read_document(source, RAW), load_reference())
    return pack(
        {
            "claims": [asdict(claim) for claim in extraction.claims],
            "uncoded": [asdict(number) for number in extraction.uncoded],
        }
    )


if __name__ == "__main__":
    run_stage(extract_sources)
