"""How long the explorer takes to be written, to show its first view, and to answer a filter.

    python benchmarks/explorer.py                     # the published package and 100,000 claims
    python benchmarks/explorer.py --claims 1000000
    python benchmarks/explorer.py --page OTHER/dist   # and the same with another built page

Needs the page (`make explorer`), node and Chromium. Times are medians of several runs in a fresh
browser each. A filter's time goes from the reader's input to the end of the first frame in which
list, map and timeline all look as they do when nothing changes any more, pixel by pixel. To look at
every frame is work too, so in another go without it is measured how long the page's thread worked,
and how much processor time all of Chromium took, which no other work on the machine makes longer.
Two pages take turns, so that a busy moment falls on both.
"""

import argparse
import subprocess
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path

from claims_generator import generate

from pipeline.explorer.serve import open_server
from pipeline.explorer.write import PAGE, write_explorer
from pipeline.paths import ROOT

MEASURE = ROOT / "explorer" / "tests" / "measure.mjs"


def measure(name: str, package: Path, folder: Path, pages: list[Path], runs: int) -> None:
    """Write the package's explorer with each of the built pages and measure them in turn."""
    with ExitStack() as stack:
        urls = []
        for number, page in enumerate(pages):
            start = time.perf_counter()
            output = write_explorer(package, folder / f"explorer-{number}", page)
            written = time.perf_counter() - start
            files = (output / "package").rglob("*")
            size = sum(path.stat().st_size for path in files if path.is_file())
            print(f"{name}: written in {written:.1f} s, tables and texts {size / 1e6:.1f} MB")
            server = stack.enter_context(open_server(output, 0))
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
            urls.append(server.url)
            print(f"  {server.url} shows it with {page}", flush=True)
        subprocess.run(["node", str(MEASURE), str(runs), *urls], check=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--page", type=Path, help="another built page to compare with")
    arguments = parser.parse_args()
    pages = [PAGE, *([arguments.page] if arguments.page else [])]
    with tempfile.TemporaryDirectory(prefix="explorer-") as name:
        folder = Path(name)
        measure("published package", ROOT, folder / "published", pages, arguments.runs)
        made = generate(folder / "made", arguments.claims)
        label = f"{arguments.claims:,} claims"
        measure(label, made, folder / "large", pages, arguments.runs)
