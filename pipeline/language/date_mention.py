"""What one mention of a date says."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["day", "range", "month", "year", "weekday", "relative", "anaphoric", "period"]
Unit = Literal["hour", "day", "week", "month", "year"]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is said; 0 stands for a part that is not."""

    year: int = 0
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class DateMention:
    """One mention of a date.

    Attributes:
        start, end: half-open offsets into the text searched.
        kind: what kind of words it is made of.
        first, last: the date said; the same twice unless a range is said. A last date of all
            zeros in a range stands for "until now".
        weekday: 0 (Monday) to 6, or -1.
        shift: for relative and anaphoric mentions and periods, how many units from the day of
            reckoning, negative in the past.
        unit: unit of `shift`.
        nth: for "the second day", which day of the happening; for "from Friday to Sunday", how
            many days to the weekday; else 0.
        part: "early", "mid" or "late", or "".
        lead: preposition before it ("since", "until", "by", "before", "after", "on", ...) or "".
        approximate: whether the text says that it is not exact.
        overnight: whether it is the word "overnight", which may belong to either of two days.
        attributive: whether the date names something ("the March 2003 invasion").
    """

    start: int
    end: int
    kind: Kind
    first: PartialDate = PartialDate()
    last: PartialDate = PartialDate()
    weekday: int = -1
    shift: int = 0
    unit: Unit = "day"
    nth: int = 0
    part: str = ""
    lead: str = ""
    approximate: bool = False
    overnight: bool = False
    attributive: bool = False
