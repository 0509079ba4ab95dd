"""Whatever the seed: damage is always found, and a sound package never gives a finding.

A few seeds run each time; `DAMAGE_SEEDS=1000 python -m pytest -n 2 --dist load
tests/validate/test_seeds.py` runs that many, on two cores, in chunks that are told of one by one.
"""

import os
import random
from pathlib import Path

import pytest
from corruptor import DAMAGES, corrupt
from package_maker import make_package
from test_damage import fits

from pipeline.validate import validate_package

SEEDS = int(os.environ.get("DAMAGE_SEEDS", "12"))
CHUNK = 25


@pytest.mark.parametrize("first", range(0, SEEDS, CHUNK))
def test_damage_is_found_and_soundness_is_not_doubted_whatever_the_seed(
    first: int, tmp_path: Path
) -> None:
    doubted, missed = [], []
    for seed in range(first, min(first + CHUNK, SEEDS)):
        kind = random.Random(seed).choice(sorted(DAMAGES))
        package = make_package(tmp_path / str(seed) / "package", sources=4 + seed % 3, seed=seed)
        findings = validate_package(package, layers=["sql"]).findings
        if findings:
            doubted.append((seed, findings))
        expected = corrupt(package, kind, seed)
        found = validate_package(package, layers=["sql"]).findings
        if not any(fits(one, expected) for one in found):
            missed.append((seed, kind, found))
    assert (doubted, missed) == ([], [])
