"""What a text has told of time before the words now read."""

from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.extract.days import HAPPENING_DAYS, Days

# A weekday or "yesterday" counts from the publication unless the story lies further back.
SAME_STORY = timedelta(days=21)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text has told of time before the words now read.

    Attributes:
        published: day of publication, of the latest dateline or of the document.
        heading: month or days that a heading sets.
        narrative: days of which the story is speaking.
        episode: day on which the present happening began, as last said in full.
        reported: day on which the latest statement was made.
        period: days that the document as a whole is about, or the month it was published in.
        year: the year of which the story opened: "By the autumn of 2011"; 0 where it names none.
        history: whether all was long over when the text came out.
    """

    published: date | None = None
    heading: Days | None = None
    narrative: Days | None = None
    episode: date | None = None
    reported: date | None = None
    period: Days | None = None
    year: int = 0
    history: bool = False

    def reference_day(self) -> date | None:
        """Return the day from which "yesterday" and "Friday" count."""
        told = self.narrative
        if told and (told.last - told.first).days > HAPPENING_DAYS:
            told = None
        if self.published is None:
            return told.last if told else None
        if told and self.published - told.last > SAME_STORY:
            return told.last
        return self.published
