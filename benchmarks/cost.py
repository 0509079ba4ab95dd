"""What a corpus of a given size costs, from figures that benchmarks/engine.py has measured.

usage: python benchmarks/engine.py --json measured.json
       python benchmarks/cost.py measured.json [--documents 100000000] [--characters 3000]

The largest run of each engine is taken. Time grows with the characters of a document, so it is
scaled by them; tables grow with the claims, so they are scaled alike. Prices are assumptions: give
your own.
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
        "core_hours": hours,
        "texts_gb": texts,
        "tables_gb": tables,
        "state_gb": state,
        "worker_mib": measured["worker_mib"] or measured["lead_mib"],
        "reading_dollars": hours * core_hour,
        "storage_dollars_a_month": (texts + tables + state) * month,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("measured", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=100_000_000)
    parser.add_argument("--characters", type=int, default=3_000)
    parser.add_argument("--core-hour", type=float, default=CORE_HOUR)
    parser.add_argument("--gigabyte-month", type=float, default=GIGABYTE_MONTH)
    given = parser.parse_args()
    rows = [row for path in given.measured for row in json.loads(path.read_text("utf-8"))]
    largest = {row["engine"]: row for row in sorted(rows, key=lambda row: row["documents"])}
    for engine, row in largest.items():
        found = cost(row, given.documents, given.characters, given.core_hour, given.gigabyte_month)
        told = ", ".join(f"{name} {value:,.0f}" for name, value in found.items())
        print(f"{engine} (measured on {row['documents']:,}): {told}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
