"""How long the explorer takes to be written, to show its first view, and to answer a filter.

    python benchmarks/explorer.py                     # the published package and 100,000 claims
    python benchmarks/explorer.py --claims 1000000

Needs the page (`make explorer`), node and Chromium. Times are medians of several runs in a fresh
browser each; filters are measured from the change to the frame that shows its answer.
"""

import argparse
import subprocess
import tempfile
import threading
import time
from pathlib import Path

from claims_generator import generate

from pipeline.explorer.serve import open_server
from pipeline.explorer.write import write_explorer
from pipeline.paths import ROOT

MEASURE = ROOT / "explorer" / "tests" / "measure.mjs"


def measure(name: str, package: Path, folder: Path, runs: int) -> None:
    start = time.perf_counter()
    output = write_explorer(package, folder / "explorer")
    written = time.perf_counter() - start
    size = sum(path.stat().st_size for path in (output / "package").rglob("*") if path.is_file())
    print(f"{name}: written in {written:.1f} s, tables and texts {size / 1e6:.1f} MB", flush=True)
    with open_server(output, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        subprocess.run(["node", str(MEASURE), server.url, str(runs)], check=True)
        server.shutdown()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="explorer-") as name:
        folder = Path(name)
        measure("published package", ROOT, folder / "published", arguments.runs)
        made = generate(folder / "made", arguments.claims)
        measure(f"{arguments.claims:,} claims", made, folder / "large", arguments.runs)
