"""Which claim answers which hand-coded row.

A claim fits an answer when both are of one source, their spans overlap, both counts are equal, and
claim type and subject are among the answer's alternatives. Each claim answers one row at most and
each row is answered once; rows that are asked for come first, then the better agreement, then the
nearer start.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.evaluate.tables import FIELDS, Coding


@dataclass(frozen=True)
class Match:
    """A claim and the answer that it gives."""

    claim: Coding
    answer: Coding


def match(claims: Sequence[Coding], answers: Sequence[Coding]) -> list[Match]:
    """Pair claims with answers one to one, best agreement first."""
    by_source: dict[str, list[int]] = defaultdict(list)
    for position, answer in enumerate(answers):
        by_source[answer["source_id"]].append(position)
    candidates = sorted(
        (
            answers[asked].is_optional,
            -sum(agreement(claim, answers[asked]).values()),
            abs(claim.start - answers[asked].start),
            given,
            asked,
        )
        for given, claim in enumerate(claims)
        for asked in by_source[claim["source_id"]]
        if fits(claim, answers[asked])
    )
    matches = []
    answering: set[int] = set()
    answered: set[int] = set()
    for *_, given, asked in candidates:
        if given not in answering and asked not in answered:
            answering.add(given)
            answered.add(asked)
            matches.append(Match(claims[given], answers[asked]))
    return matches


def fits(claim: Coding, answer: Coding) -> bool:
    """Tell whether the claim says what the answer asks for, whatever else it says."""
    return (
        claim.start < answer.end
        and answer.start < claim.end
        and claim["claim_type"] in answer.alternatives("claim_type")
        and claim["count_low"] == answer["count_low"]
        and claim["count_high"] == answer["count_high"]
        and (
            answer["claim_type"] == "occurred" or claim["subject"] in answer.alternatives("subject")
        )
    )


def agreement(claim: Coding, answer: Coding) -> dict[str, bool]:
    """Tell for each of `FIELDS` whether the claim's value is right."""
    return {
        name: _dates_agree(claim, answer)
        if name == "date"
        else _plain(claim[name]) in map(_plain, answer.alternatives(name))
        for name in FIELDS
    }


def _dates_agree(claim: Coding, answer: Coding) -> bool:
    return all(claim[name] in answer.alternatives(name) for name in ("date_start", "date_end"))


def _plain(value: str) -> str:
    return value.strip().lower().replace("-", "_")
