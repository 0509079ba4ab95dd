"""What a corpus of a given size costs, from figures that benchmarks/engine.py has measured.

usage: python benchmarks/engine.py --json measured.json
       python benchmarks/resolve.py --store --json resolved.json
       python benchmarks/cost.py measured.json [--resolution resolved.json]
           [--documents 100000000] [--characters 3000]

The largest run of each engine and of resolution is taken. Time grows with the characters of a
document, so it is scaled by them; tables grow with the claims, so they are scaled alike, and so is
resolution. Prices are assumptions: give your own.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

# What one hour of one rented core, and one gigabyte kept for a month, cost in US dollars.
CORE_HOUR = 0.04
GIGABYTE_MONTH = 0.023
GIGABYTE = 1e9


def cost(
    measured: dict[str, Any], documents: int, characters: int, core_hour: float, month: float
) -> dict[str, float]:
    """Return core hours, storage and money for `documents` of `characters` each.

    Args:
        measured: one row of benchmarks/engine.py.
        documents: how many.
        characters: of a document, on average.
        core_hour: price of an hour of one core.
        month: price of a gigabyte for a month.
    """
    longer = characters * measured["documents"] / measured["input"]
    each = documents / measured["documents"]
    hours = measured["cpu"] / 3600 * each * longer
    tables = measured["bytes"] * each * longer / GIGABYTE
    state = measured["state"] * each * longer / GIGABYTE
    texts = documents * characters / GIGABYTE
    return {
        "claims_millions": measured["claims"] * each * longer / 1e6,
        "core_hours": hours,
        "texts_gb": texts,
        "tables_gb": tables,
        "state_gb": state,
        "worker_mib": measured["worker_mib"] or measured["lead_mib"],
        "reading_dollars": hours * core_hour,
        "storage_dollars_a_month": (texts + tables + state) * month,
    }


def resolution_cost(measured: dict[str, Any], claims: float, core_hour: float) -> dict[str, float]:
    """Return core hours, money and disk for the resolution of `claims` claims.

    Args:
        measured: one row of benchmarks/resolve.py --store.
        claims: how many.
        core_hour: price of an hour of one core.
    """
    each = claims / measured["claims"]
    hours = measured["cpu"] / 3600 * each
    return {
        "core_hours": hours,
        "dollars": hours * core_hour,
        "disk_gb": measured["disk"] * each / GIGABYTE,
        "peak_mib_measured": measured["peak_mib"],
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("measured", type=Path, nargs="+")
    parser.add_argument("--resolution", type=Path)
    parser.add_argument("--documents", type=int, default=100_000_000)
    parser.add_argument("--characters", type=int, default=3_000)
    parser.add_argument("--core-hour", type=float, default=CORE_HOUR)
    parser.add_argument("--gigabyte-month", type=float, default=GIGABYTE_MONTH)
    given = parser.parse_args()
    rows = [row for path in given.measured for row in json.loads(path.read_text("utf-8"))]
    largest = {row["engine"]: row for row in sorted(rows, key=lambda row: row["documents"])}
    claims = 0.0
    for engine, row in largest.items():
        found = cost(row, given.documents, given.characters, given.core_hour, given.gigabyte_month)
        claims = found["claims_millions"] * 1e6
        print(f"{engine} (measured on {row['documents']:,}): {_told(found)}")
    if given.resolution:
        row = max(json.loads(given.resolution.read_text("utf-8")), key=lambda row: row["claims"])
        found = resolution_cost(row, claims, given.core_hour)
        print(f"resolution (measured on {row['claims']:,} claims): {_told(found)}")
    return 0


def _told(found: dict[str, float]) -> str:
    return ", ".join(f"{name} {value:,.0f}" for name, value in found.items())


if __name__ == "__main__":
    sys.exit(main())
