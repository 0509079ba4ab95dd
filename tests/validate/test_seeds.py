"""Whatever the seed: damage is always found, and a sound package never gives a finding.

A few seeds run each time; `DAMAGE_SEEDS=1000 make test` runs that many.
"""

import os
import random
from pathlib import Path

from corruptor import DAMAGES, corrupt
from package_maker import make_package
from test_damage import fits

from pipeline.validate import validate_package

SEEDS = int(os.environ.get("DAMAGE_SEEDS", "12"))


def test_damage_is_found_and_soundness_is_not_doubted_whatever_the_seed(tmp_path: Path) -> None:
    for seed in range(SEEDS):
        kind = random.Random(seed).choice(sorted(DAMAGES))
        package = make_package(tmp_path / str(seed) / "package", sources=4 + seed % 3, seed=seed)
        assert validate_package(package, layers=["sql"]).findings == [], seed
        expected = corrupt(package, kind, seed)
        found = validate_package(package, layers=["sql"]).findings
        assert any(fits(one, expected) for one in found), (seed, kind, found)
