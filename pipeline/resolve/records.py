"""What resolution takes in and hands on."""

from dataclasses import dataclass

UNATTRIBUTED = "unattributed"
# Kinds of happening of which two on one day in one place are two.
WEAPONS = frozenset(
    {
        "shelling_artillery_missile",
        "air_drone_strike",
        "remote_explosive_landmine_ied",
        "suicide_bomb",
        "disrupted_weapons_use",
    }
)


@dataclass(slots=True, kw_only=True)
class ResolvedClaim:
    """One claim with ids instead of positions; offsets are into the raw file.

    Field names and values are those of the table `claims`; "" and None stand for empty cells.
    The fields after `review_status` are no columns: they say what the text around the claim tells
    about its happening.

    Attributes:
        supersedes: id of the claim whose figure the text says is replaced by this one.
        paragraph: raw offset where the claim's paragraph begins; -1 where unknown.
        stretch: how many words such as "in a separate attack" stand before the claim in its source;
            claims of different stretches are of different happenings.
        turn: the same for weaker words such as "also" or "the same day" at a sentence's head.
        revises: whether the sentence says that a figure was updated.
        goes_on: whether the sentence plainly goes on with the happening told before it.
        hint: kind of happening that the sentence's words point to (an event type, or
            `takes_territory`), "" where none does.
    """

    claim_id: str
    source_id: str
    char_start: int
    char_end: int
    sentence_start: int
    sentence_end: int
    claim_type: str
    text_sha256: str = ""
    event_id: str = ""
    claimant_id: str = ""
    via_claimant_id: str = ""
    count_low: int | None = None
    count_high: int | None = None
    count_qualifier: str = ""
    subject: str = ""
    actor: str = ""
    date_start: str = ""
    date_end: str = ""
    date_precision: str = "unknown"
    place_id: str = ""
    place_name: str = ""
    scope: str = "incident"
    verification: str = "reported"
    part_of: str = ""
    review_status: str = "extracted"
    supersedes: str = ""
    paragraph: int = -1
    stretch: int = 0
    turn: int = 0
    revises: bool = False
    goes_on: bool = False
    hint: str = ""

    @property
    def speaker(self) -> str:
        """Id of the claimant, "" where nobody is named, as after "reportedly"."""
        return "" if self.claimant_id == UNATTRIBUTED else self.claimant_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row of the table `events`; its columns are described in the schema."""

    event_id: str
    title: str
    event_type: str
    type_of_violence: str
    date_start: str
    date_end: str
    date_precision: str
    place_id: str
    actors: str
    killed_low: int | None
    killed_high: int | None
    claim_count: int
    claimant_count: int
    source_count: int
    contested: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """One row of the table `claim_relations`."""

    claim_id: str
    related_claim_id: str
    relation: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """All that resolution found out: claims carry their event, the tables are sorted by key."""

    claims: tuple[ResolvedClaim, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
