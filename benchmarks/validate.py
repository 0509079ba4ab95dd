"""Validators side by side on generated packages: time, peak memory, and what each found.

python -m benchmarks.validate [--claims N ...] [--damage N] [--skip NAME ...]

Each runs in a process of its own, imports and all, after one reading that warms the file cache; the
package is first sound, then damaged. "shared rules" are those that a Table Schema states, which
frictionless tests too; "all rules" adds those of rows, between tables and on unsafe text.
"""

import argparse
import csv
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.claims_generator import generate

READ = """
import duckdb, pathlib, sys
rows = 0
for path in sorted(pathlib.Path(sys.argv[1], "data").glob("*.csv")):
    width = path.open(encoding="utf-8").readline().count(",") + 1
    columns = "{" + ", ".join(f"'c{i}': 'VARCHAR'" for i in range(width)) + "}"
    counts = ", ".join(f"count(c{i})" for i in range(width))
    sql = f"SELECT count(*), {counts} FROM read_csv('{path}', columns={columns}, header=true, "
    rows += duckdb.sql(sql + "auto_detect=false)").fetchall()[0][0]
print(f"read {rows} rows")
"""
OURS = """
import sys
from pipeline.validate import validate_package
report = validate_package(sys.argv[1], layers=["sql"], limit_errors=10**9, own_rules={own_rules})
print(f"{{len(report.findings)}} findings; most of {{dict(list(report.by_rule().items())[:4])}}")
"""
FRICTIONLESS = """
import collections, sys
from frictionless import validate
report = validate(sys.argv[1] + "/datapackage.json", limit_errors=10**9)
kinds = collections.Counter(e.type for t in report.tasks for e in t.errors)
print(f"{sum(kinds.values())} errors; {dict(kinds.most_common(4))}")
"""
PANDERA = """
import pathlib, sys
import pandera.errors, polars as pl
from pipeline.schema import load_schemas
from pipeline.schema.frames import frame_schema, polars_type
found = 0
for name, table in load_schemas().items():
    types = {field.name: polars_type(field) for field in table.fields}
    path = pathlib.Path(sys.argv[1], "data", name + ".csv")
    text = pl.read_csv(path, schema=dict.fromkeys(types, pl.String))
    cast = {n: (pl.col(n).str.to_date(strict=False) if t is pl.Date
                else pl.col(n) == "true" if t is pl.Boolean
                else pl.col(n).cast(t, strict=False)) for n, t in types.items()}
    try:
        frame_schema(table).validate(text.select(**cast), lazy=True)
    except pandera.errors.SchemaErrors as error:
        found += len(error.failure_cases)
print(f"{found} failure cases, without foreign keys")
"""
RUNS = {
    "read as text": READ,
    "ours, shared rules": OURS.format(own_rules=False),
    "ours, all rules": OURS.format(own_rules=True),
    "pandera on polars": PANDERA,
    "frictionless": FRICTIONLESS,
}


def damage(package: Path, count: int, seed: int = 0) -> None:
    """Break `count` cells of claims.csv, spread over the file; its lines stay where they are."""
    draw = random.Random(seed)
    path, copy = package / "data" / "claims.csv", package / "damaged.csv"
    wrong = {"claim_type": "murdered", "count_low": "-4", "date_end": "2015-02-30",
             "source_id": "nowhere", "scope": "", "char_end": "1_000"}  # fmt: skip
    with path.open(encoding="utf-8", newline="") as rows:
        total = sum(1 for _ in rows) - 1
    chosen = set(draw.sample(range(total), count))
    with (
        path.open(encoding="utf-8", newline="") as rows,
        copy.open("w", encoding="utf-8", newline="") as out,
    ):
        reader, writer = csv.reader(rows), csv.writer(out, lineterminator="\n")
        header = next(reader)
        writer.writerow(header)
        for number, cells in enumerate(reader):
            if number in chosen:
                field = draw.choice(sorted(wrong))
                cells[header.index(field)] = wrong[field]
            writer.writerow(cells)
    copy.replace(path)


def measure(program: str, package: Path) -> dict[str, object]:
    """Run a program on the package and return wall time, CPU time, peak memory and its words."""
    before = os.times()
    start = time.perf_counter()
    script = program + "\nimport resource; print(resource.getrusage(0).ru_maxrss // 1024)"
    command = [sys.executable, "-c", script, str(package)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    *words, memory = result.stdout.strip().splitlines() or [result.stderr[-300:], "0"]
    return {"seconds": round(wall, 2), "cpu": round(cpu, 2), "MiB": int(memory), "found": words[-1]}


def compare(claims: int, damaged: int, skip: list[str]) -> dict[str, dict[str, object]]:
    """Run every validator on one package, sound and damaged, and print what each needed."""
    figures: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as folder:
        package = generate(Path(folder), claims)
        size = sum(path.stat().st_size for path in package.glob("data/*.csv"))
        print(f"\n{claims:,} claims, {size / 1e6:.0f} MB, load {os.getloadavg()[0]:.1f}")
        for state in ("clean", "damaged"):
            if state == "damaged":
                damage(package, min(damaged, claims // 10))
            measure(READ, package)
            for name, program in RUNS.items():
                if name in skip:
                    continue
                figures[f"{claims} {state} {name}"] = figure = measure(program, package)
                print(f"{state:8} {name:20} {figure}", flush=True)
            print_ratios(claims, state, figures)
    return figures


def print_ratios(claims: int, state: str, figures: dict[str, dict[str, object]]) -> None:
    """Print how many times longer the peers ran, by wall time and by processor time."""
    for ours in ("ours, shared rules", "ours, all rules"):
        for peer in ("read as text", "pandera on polars", "frictionless"):
            mine = figures.get(f"{claims} {state} {ours}")
            other = figures.get(f"{claims} {state} {peer}")
            if mine and other:
                wall, cpu = (
                    float(str(other[key])) / max(float(str(mine[key])), 0.01)
                    for key in ("seconds", "cpu")
                )
                print(f"{state:8} {peer} / {ours}: wall {wall:.2f}, processor {cpu:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--damage", type=int, default=2_000)
    parser.add_argument("--skip", nargs="*", default=[], choices=RUNS)
    arguments = parser.parse_args()
    figures: dict[str, dict[str, object]] = {}
    for claims in arguments.claims:
        figures |= compare(claims, arguments.damage, arguments.skip)
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
