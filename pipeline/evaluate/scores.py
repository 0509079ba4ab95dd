"""The figures: precision and recall, right fields, right wholes, right events."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.evaluate.matching import Match, agreement, match
from pipeline.evaluate.tables import FIELDS, Coding, read_codings

_DIGITS = 4


@dataclass(frozen=True)
class Found:
    """How many claims of one sort were asked for, given, and right.

    Attributes:
        asked: answers that are asked for; optional ones are not among them.
        given: claims in the table.
        right: answers asked for that a claim gives.
        wrong: claims that give no answer, not even an optional one.
        missed: answers asked for that no claim gives.
        matches: claims with their answers, optional ones among them.
    """

    asked: int
    given: int
    right: int
    wrong: tuple[Coding, ...]
    missed: tuple[Coding, ...]
    matches: tuple[Match, ...]

    @property
    def precision(self) -> float:
        """Share of the claims that are right; those that give optional answers do not count."""
        return self.right / (self.right + len(self.wrong)) if self.right or self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of the answers asked for that are given."""
        return self.right / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True)
class Scores:
    """A table of claims measured against hand-coded answers.

    Attributes:
        counted: claims that state a figure.
        occurred: claims that only say that something happened.
        fields: share of the matched counted claims that have the field right.
        part_of_recall: share of the parts whose whole is the right claim.
        part_of_false: matched claims with a whole where the answer has none.
        events_b3_f1: B-cubed F1 of the grouping into events.
        by_source: answers found and asked for in each source, counted claims only.
    """

    counted: Found
    occurred: Found
    fields: dict[str, float]
    part_of_recall: float
    part_of_false: int
    events_b3_f1: float
    by_source: dict[str, tuple[int, int]]


def evaluate(claims_csv: Path, gold_csv: Path) -> Scores:
    """Measure the claims in `claims_csv` against the answers in `gold_csv`.

    Claims of sources that the answers do not cover are left out.

    Raises:
        InputError: if one of the tables cannot be read.
    """
    answers = read_codings(gold_csv)
    covered = {answer["source_id"] for answer in answers}
    claims = [claim for claim in read_codings(claims_csv) if claim["source_id"] in covered]
    counted = _found(*_of_sort(claims, answers, lambda coding: not coding.may_be_occurrence))
    occurred = _found(*_of_sort(claims, answers, lambda coding: coding.may_be_occurrence))
    return Scores(
        counted,
        occurred,
        _field_shares(counted.matches),
        _part_of_recall(counted.matches),
        sum(bool(pair.claim["part_of"]) and not pair.answer["part_of"] for pair in counted.matches),
        _events_b3_f1(counted.matches),
        _by_source(counted),
    )


def rounded(share: float) -> float:
    """Return a share as it is published."""
    return round(share, _DIGITS)


def _of_sort(
    claims: Iterable[Coding], answers: Iterable[Coding], belongs: Callable[[Coding], bool]
) -> tuple[list[Coding], list[Coding]]:
    return list(filter(belongs, claims)), list(filter(belongs, answers))


def _found(claims: Sequence[Coding], answers: Sequence[Coding]) -> Found:
    matches = match(claims, answers)
    answering = {id(pair.claim) for pair in matches}
    answered = {id(pair.answer) for pair in matches}
    asked = [answer for answer in answers if not answer.is_optional]
    missed = tuple(answer for answer in asked if id(answer) not in answered)
    return Found(
        asked=len(asked),
        given=len(claims),
        right=len(asked) - len(missed),
        wrong=tuple(claim for claim in claims if id(claim) not in answering),
        missed=missed,
        matches=tuple(matches),
    )


def _field_shares(matches: Sequence[Match]) -> dict[str, float]:
    right: Counter[str] = Counter()
    for pair in matches:
        right.update(name for name, agrees in agreement(pair.claim, pair.answer).items() if agrees)
    return {name: right[name] / len(matches) if matches else 0.0 for name in FIELDS}


def _part_of_recall(matches: Sequence[Match]) -> float:
    """Return the share of parts, where a whole must be named, that name the right claim."""
    claim_of = {pair.answer["id"]: pair.claim["id"] for pair in matches}
    asked = right = 0
    for pair in matches:
        wholes = pair.answer.alternatives("part_of")
        if "" in wholes:
            continue
        asked += 1
        named = pair.claim["part_of"]
        right += bool(named) and named in [claim_of.get(whole) for whole in wholes]
    return right / asked if asked else 0.0


def _events_b3_f1(matches: Sequence[Match]) -> float:
    """Return the B-cubed F1 over matched claims whose answer names one event."""
    labels = [
        (pair.claim["event"], pair.answer["event"])
        for pair in matches
        if pair.answer["event"] and "|" not in pair.answer["event"]
    ]
    if not labels:
        return 0.0
    precision = _b_cubed(labels)
    recall = _b_cubed([(answer, claim) for claim, answer in labels])
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _b_cubed(labels: Sequence[tuple[str, str]]) -> float:
    """Return the mean share of an item's group, by first label, that has its second label.

    An item without a first label is a group of its own.
    """
    sizes = Counter(first for first, _ in labels)
    together = Counter(labels)
    total = sum(
        together[first, second] / sizes[first] if first else 1.0 for first, second in labels
    )
    return total / len(labels)


def _by_source(found: Found) -> dict[str, tuple[int, int]]:
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in found.matches:
        if not pair.answer.is_optional:
            counts[pair.answer["source_id"]][0] += 1
            counts[pair.answer["source_id"]][1] += 1
    for answer in found.missed:
        counts[answer["source_id"]][1] += 1
    return {source: (right, asked) for source, (right, asked) in sorted(counts.items())}
