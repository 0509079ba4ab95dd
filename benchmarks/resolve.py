"""How resolution grows: invented claims with known events, at several sizes.

usage: python benchmarks/resolve.py [--store] [--sizes 10000 100000] [--seed 1]

In memory, or with --store over a DuckDB file, as `claims resolve` does it; there the sizes go up to
a million. Each size runs in a process of its own, so that its peak memory is its own; the claims
are invented and written by another. Printed for each: seconds, processor seconds, time for a claim
against that at the first size (of both clocks), peak memory, memory before, B-cubed figures. The
first size is measured again at the end: where its times are not 1, the machine was not the same.
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from pipeline.engine.partitions import render  # noqa: E402
from pipeline.engine.reading import columns_of  # noqa: E402
from pipeline.resolve.geography import Geography, KnownPlace  # noqa: E402
from pipeline.resolve.ids import claim_ids  # noqa: E402
from pipeline.resolve.large.resolution import resolve_large  # noqa: E402
from pipeline.resolve.large.store import Store  # noqa: E402
from pipeline.resolve.records import ResolvedClaim  # noqa: E402
from pipeline.resolve.resolver import Resolver  # noqa: E402
from pipeline.resolve.settings import load_settings  # noqa: E402
from pipeline.resolve.sides import load_sides  # noqa: E402
from pipeline.schema import load_schemas  # noqa: E402

SIZES = (1_000, 10_000, 100_000)
STORE_SIZES = (10_000, 100_000, 1_000_000)
WRITTEN_AT_ONCE = 50_000
GOVERNORATES, AREAS, VILLAGES = 8, 6, 12
EVENTS_A_DAY = 4
CLAIMS_AN_EVENT = 5
CLAIMANTS = ("watch", "ledger", "palace_news", "activists", "residents", "")
FIRST_DAY = date(2000, 1, 1)
ACTS = (
    ("civilians", "syrian_government"),
    ("rebels", "syrian_government"),
    ("soldiers", "opposition_forces"),
    ("people", ""),
)
PARTS = {"civilians": "children", "people": "women"}


@dataclass(frozen=True)
class Truth:
    """One invented happening."""

    number: int
    day: date
    nights: int
    place: str
    subject: str
    actor: str
    killed: int
    wounded: int


def places() -> list[KnownPlace]:
    found = [KnownPlace("land", "Land", "country")]
    for one in range(GOVERNORATES):
        governorate = f"gov_{one}"
        found.append(KnownPlace(governorate, governorate, "governorate", "land"))
        for two in range(AREAS):
            area = f"{governorate}_area_{two}"
            north, east = 34.0 + 0.6 * one, 36.0 + 0.6 * two
            found.append(KnownPlace(area, area, "mountain_area", governorate, north, east))
            for three in range(VILLAGES):
                name = f"{area}_village_{three}"
                found.append(KnownPlace(name, name, "village", area, north, east + three / 100))
    return found


def happenings(count: int, chance: random.Random) -> list[Truth]:
    villages = [place.place_id for place in places() if place.place_type == "village"]
    days = max(1, count // EVENTS_A_DAY)
    taken: set[tuple[str, date]] = set()
    found: list[Truth] = []
    while len(found) < count:
        day = FIRST_DAY + timedelta(days=chance.randrange(days))
        place = chance.choice(villages)
        near = {(place, day + timedelta(days=step)) for step in (-1, 0, 1)}
        if near & taken:
            continue
        nights = int(chance.random() < 0.2)
        taken |= {(place, day), (place, day + timedelta(days=nights))}
        subject, actor = chance.choice(ACTS)
        killed = int(chance.paretovariate(0.9)) % 400 + 1
        wounded = chance.randrange(1, 3 * killed + 2)
        found.append(Truth(len(found), day, nights, place, subject, actor, killed, wounded))
    return found


def tellings(truths: Sequence[Truth], chance: random.Random) -> Iterator[tuple[Truth, int]]:
    """Yield each happening with the sources that tell it; a source tells what is near in time."""
    sources = max(4, len(truths) // 6)
    for truth in truths:
        middle = truth.day.toordinal()
        for _ in range(chance.choice((1, 1, 2, 2, 3, 4))):
            yield truth, (middle * 7 + chance.randrange(20)) % sources


def claims_and_truth(size: int, seed: int) -> tuple[list[ResolvedClaim], dict[str, int]]:
    chance = random.Random(seed)
    truths = happenings(max(1, size // CLAIMS_AN_EVENT), chance)
    ends: Counter[int] = Counter()
    claims: list[ResolvedClaim] = []
    events: list[int] = []
    while len(claims) < size:
        for truth, source in tellings(truths, chance):
            ends[source] += 2_000
            for claim in told(truth, source, ends[source], chance):
                claims.append(claim)
                events.append(truth.number)
    del claims[size:]
    before = ""
    for claim, claim_id in zip(claims, claim_ids(claims), strict=True):
        claim.claim_id = claim_id
        if claim.part_of:
            claim.part_of = before
        before = claim_id
    chance.shuffle(claims_with_events := list(zip(claims, events, strict=False)))
    return (
        [claim for claim, _ in claims_with_events],
        {claim.claim_id: event for claim, event in claims_with_events},
    )


def told(truth: Truth, source: int, start: int, chance: random.Random) -> Iterator[ResolvedClaim]:
    """Yield what one source tells of a happening in one paragraph."""
    speaker = chance.choice(CLAIMANTS)
    area = truth.place.rsplit("_village_", 1)[0]
    place = area if chance.random() < 0.1 else truth.place
    last = truth.day + timedelta(days=truth.nights)
    first = truth.day if chance.random() < 0.7 else last
    killed = max(1, round(truth.killed * chance.choice((1, 1, 1, 1.05, 0.9, 1.3))))
    part = PARTS.get(truth.subject, "")
    kinds = [("killed", truth.subject, killed), ("wounded", "people", truth.wounded)]
    if part and killed > 2:
        kinds.insert(1, ("killed", part, killed // 3))
    for position, (claim_type, subject, count) in enumerate(kinds):
        sentence = start + 400 * (claim_type == "wounded")
        yield ResolvedClaim(
            claim_id="",
            source_id=f"source-{source}",
            char_start=sentence + 20 * position,
            char_end=sentence + 20 * position + 8,
            sentence_start=sentence,
            sentence_end=sentence + 300,
            paragraph=start,
            claim_type=claim_type,
            count_low=count,
            count_high=count,
            count_qualifier="exact",
            subject=subject,
            actor=truth.actor,
            claimant_id=speaker,
            date_start=first.isoformat(),
            date_end=last.isoformat(),
            date_precision="range" if first != last else "day",
            place_id=place if position == 0 or chance.random() < 0.7 else "",
            part_of="whole" if subject == part else "",
        )


def b_cubed(found: Mapping[str, str], truth: Mapping[str, int]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of the events over all claims."""
    both = Counter((found[claim_id], event) for claim_id, event in truth.items())
    guessed = Counter(found[claim_id] for claim_id in truth)
    real = Counter(truth.values())
    precision = sum(n * n / guessed[event_id] for (event_id, _), n in both.items()) / len(truth)
    recall = sum(n * n / real[event] for (_, event), n in both.items()) / len(truth)
    return precision, recall, 2 * precision * recall / (precision + recall)


def standard_resolver() -> Resolver:
    settings = load_settings()
    return Resolver(Geography(places(), settings.near_kilometres), load_sides(), settings)


def run_one(size: int, seed: int) -> dict[str, float]:
    claims, truth = claims_and_truth(size, seed)
    resolver = standard_resolver()
    measured = Measured()
    resolution = resolver.resolve(claims)
    cost = measured.cost()
    found = {claim.claim_id: claim.event_id or claim.claim_id for claim in resolution.claims}
    counts = {"events": len(resolution.events), "relations": len(resolution.relations)}
    return {"claims": size, **cost, **counts, **quality(found, truth)}


def write_claims(size: int, seed: int, folder: Path) -> None:
    """Write the claims as a bulk extraction does, and the event of each beside them."""
    claims, truth = claims_and_truth(size, seed)
    names = columns_of()["claims"].names
    for start in range(0, len(claims), WRITTEN_AT_ONCE):
        rows = [
            [None if (cell := getattr(claim, name, None)) == "" else cell for name in names]
            for claim in claims[start : start + WRITTEN_AT_ONCE]
        ]
        (folder / f"{start:09}.parquet").write_bytes(render("claims", rows))
    (folder / "truth.json").write_text(json.dumps(truth), encoding="utf-8")


def run_store(folder: Path) -> dict[str, float]:
    """Resolve the claims of a folder over a DuckDB file in it."""
    schemas = load_schemas()
    resolver = standard_resolver()
    files = sorted(folder.glob("*.parquet"))
    measured = Measured()
    store = Store(folder)
    counts = resolve_large(store, files, resolver, schemas["claims"], schemas["events"])
    cost = measured.cost()
    rows = store.run("SELECT claim_id, coalesce(event_id, claim_id) FROM resolved")
    store.close()
    found: dict[str, str] = dict(rows)  # type: ignore[arg-type]
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    # A claim that was given another id has no known event.
    truth = {claim_id: event for claim_id, event in truth.items() if claim_id in found}
    told = {"claims": counts.claims, "events": counts.events, "relations": counts.relations}
    told["disk"] = sum(file.stat().st_size for file in folder.glob("resolution*"))
    return {**told, **cost, **quality(found, truth)}


class Measured:
    """Time and memory since it was made."""

    def __init__(self) -> None:
        self.before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        self.start, self.busy = time.perf_counter(), time.process_time()

    def cost(self) -> dict[str, float]:
        """Return seconds and MiB."""
        return {
            "seconds": round(time.perf_counter() - self.start, 2),
            "cpu": round(time.process_time() - self.busy, 2),
            "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "input_mib": self.before // 1024,
        }


def quality(found: Mapping[str, str], truth: Mapping[str, int]) -> dict[str, float]:
    precision, recall, f1 = b_cubed(found, truth)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def apart(*arguments: str) -> str:
    command = [sys.executable, __file__, *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout


def measure(size: int, seed: int, over_a_store: bool) -> dict[str, float]:
    if not over_a_store:
        return json.loads(apart("--one", str(size), "--seed", str(seed)))
    with tempfile.TemporaryDirectory() as folder:
        apart("--write", str(size), folder, "--seed", str(seed))
        return json.loads(apart("--one-store", folder))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--store", action="store_true", help="over a DuckDB file")
    parser.add_argument("--json", type=Path, help="where to write all that was measured")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--write", nargs=2, help=argparse.SUPPRESS)
    parser.add_argument("--one-store", type=Path, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.write:
        write_claims(int(arguments.write[0]), arguments.seed, Path(arguments.write[1]))
    elif arguments.one_store:
        print(json.dumps(run_store(arguments.one_store)))
    elif arguments.one:
        print(json.dumps(run_one(arguments.one, arguments.seed)))
    else:
        print_all(arguments.sizes or (STORE_SIZES if arguments.store else SIZES), arguments)
    return 0


def print_all(sizes: Sequence[int], arguments: argparse.Namespace) -> None:
    columns = ("claims", "seconds", "cpu", "times", "cpu_times", "peak_mib", "input_mib", "events",
               "relations", "precision", "recall", "f1")  # fmt: skip
    print(*columns)
    rows: list[dict[str, float]] = []
    # The first size once more at the end: how much the machine itself has changed meanwhile.
    for size in (*sizes, *sizes[:1]):
        row = measure(size, arguments.seed, arguments.store)
        rows.append(row)
        for name, clock in (("times", "seconds"), ("cpu_times", "cpu")):
            row[name] = round(row[clock] / row["claims"] / (rows[0][clock] / rows[0]["claims"]), 2)
        print(*(row[column] for column in columns), flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
