"""Resolution stays right and near linear on many invented claims (benchmarks/resolve.py)."""

import importlib.util
import sys
from pathlib import Path

import pytest
from invented_claims import claim, named, resolver
from steps import steps

from pipeline.resolve.blocks import candidate_pairs
from pipeline.resolve.geography import Geography
from pipeline.resolve.settings import load_settings
from pipeline.resolve.sides import load_sides
from pipeline.resolve.tellings import Teller

SCRIPT = Path(__file__).resolve().parents[2] / "benchmarks" / "resolve.py"
spec = importlib.util.spec_from_file_location("benchmark_resolve", SCRIPT)
assert spec is not None and spec.loader is not None
benchmark = importlib.util.module_from_spec(spec)
sys.modules["benchmark_resolve"] = benchmark
spec.loader.exec_module(benchmark)


def test_the_known_events_are_found() -> None:
    for seed in (2, 3):
        assert benchmark.run_one(1_500, seed)["f1"] >= 0.97


@pytest.mark.parametrize("paragraph", [0, -1])
def test_one_endless_paragraph_or_event_takes_linear_work(paragraph: int) -> None:
    def asked(size: int) -> int:
        claims = [
            claim(
                "daily" if paragraph == 0 else f"paper-{at}",
                at * 100,
                at % 997 + 1,
                paragraph=paragraph,
                claimant_id=f"voice_{at % 1013}",
            )
            for at in range(size)
        ]
        return steps(lambda: resolver().resolve(named(claims)))

    assert asked(480) < 6 * asked(120)


def test_a_crowded_day_is_not_compared_pair_by_pair() -> None:
    settings = load_settings()
    geography = Geography(benchmark.places(), settings.near_kilometres)
    claims, _ = benchmark.claims_and_truth(3_000, 4)
    for one in claims:
        one.date_start = one.date_end = "2013-05-04"
    tellings = Teller(geography, load_sides(), settings).tellings(claims)
    pairs = candidate_pairs(tellings, geography, settings)
    blocks_a_telling = 8
    assert len(tellings) < len(pairs) < blocks_a_telling * settings.neighbours * len(tellings)
    assert len(pairs) < len(tellings) * (len(tellings) - 1) / 10
