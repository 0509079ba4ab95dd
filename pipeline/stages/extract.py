"""raw/ → build/extracted: the claims and the ledger of every source."""

from dataclasses import asdict

from pipeline.extract import extract_document
from pipeline.extract.reference import load_reference
from pipeline.paths import RAW
from pipeline.sources.manifest import read_manifest
from pipeline.sources.reader import read_document
from pipeline.stages.lines import EXTRACTED, write_lines
from pipeline.stages.run import run_stage, with_progress


def extract_sources() -> None:
    """Read each source of the manifest and extract its claims; offsets are into the text read."""
    sources = read_manifest(RAW / "sources.csv")
    reference = load_reference()
    claims, uncoded = [], []
    for source in with_progress(sources, "extract", len(sources)):
        extraction = extract_document(read_document(source, RAW), reference)
        claims += [asdict(claim) for claim in extraction.claims]
        uncoded += [asdict(number) for number in extraction.uncoded]
    write_lines(EXTRACTED / "claims.jsonl", claims)
    write_lines(EXTRACTED / "uncoded.jsonl", uncoded)


if __name__ == "__main__":
    run_stage(extract_sources)
