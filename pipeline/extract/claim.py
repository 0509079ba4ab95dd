"""What extraction hands on: claims, and the numbers that are no claim."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Because:
    """Which words and which rule gave a field its value.

    Attributes:
        start, end: half-open offsets into `Document.text`; equal where no words stand behind it.
        rule: short name of the rule ("date.weekday", "actor.passive_by").
    """

    start: int
    end: int
    rule: str


@dataclass(slots=True)
class Claim:
    """One claim as extracted; offsets are into `Document.text`.

    Values are those of the codebook (docs/codebook.md). Empty strings and None mean that the text
    says nothing. `part_of` and `supersedes` hold positions in the document's list of claims.
    """

    source_id: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int
    claim_type: str
    count_low: int | None
    count_high: int | None
    count_qualifier: str
    subject: str
    actor: str = ""
    claimant: str = ""
    claimant_name: str = ""
    via: str = ""
    via_name: str = ""
    date_start: str = ""
    date_end: str = ""
    date_precision: str = "unknown"
    place: str = ""
    place_name: str = ""
    scope: str = "incident"
    verification: str = "reported"
    part_of: int | None = None
    supersedes: int | None = None
    because: dict[str, Because] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UncodedNumber:
    """A number in the text that is no claim; offsets are into `Document.text`."""

    source_id: str
    start: int
    end: int
    reason: str
