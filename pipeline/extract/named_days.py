"""Days by which a text names an attack: "Sunday's ambush", "it came three days after"."""

import re
from dataclasses import replace

from pipeline.extract.days import Days, shifted
from pipeline.extract.narrative import Narrative
from pipeline.extract.passage import Passage, Sentence
from pipeline.language.date_words import NUMBERS

_ATTACK = (
    r"(?:attack|ambush|raid|blast|bombing|explosion|assault|strike|air ?strike|shelling|massacre|"
    r"shooting|killing|clash|battle|protest|march)(?:e?s)?"
)
# "Sunday's attack", "yesterday's twin bombings"
_ATTACK_OF = re.compile(rf"['’]s\s+(?:[\w-]+\s)?{_ATTACK}\b", re.IGNORECASE)
# "The blast happened just after midday yesterday"
_HAPPENED = re.compile(
    rf"\bthe\s+{_ATTACK}\s+(?:happened|occurred|took place|came|began)\b[^.;,]{{0,40}}\Z",
    re.IGNORECASE,
)
# "The attack came three days after troops shot dead nine"
_DAYS_AFTER = re.compile(
    rf"\W*(?:the|this|that|it)\s(?:{_ATTACK}\s)?(?:came|comes|happened|occurred|took place)\s"
    r"(?P<count>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\sdays\safter\b",
    re.IGNORECASE,
)
# How many sentences before or behind an attack may be named by its day.
_NEAR_BY = 8


def days_after(text: str, opening: int, figure: int, now: Days | None) -> Days | None:
    """Read "The attack came three days after troops shot dead nine": three days before it.

    Args:
        text: the document's text.
        opening: where the sentence begins.
        figure: where the counted phrase begins.
        now: the day of the attack that came later.
    """
    found = _DAYS_AFTER.match(text, opening, figure)
    if found is None or now is None or now.first != now.last:
        return None
    count = found["count"].lower()
    day = shifted(now.first, -(int(count) if count.isdecimal() else NUMBERS[count]), "day")
    if day is None:
        return None
    start, end = found.span("count")
    return replace(now, first=day, last=day, start=start, end=end, rule="date.days_after")


def day_of_named_attack(passage: Passage, narrative: Narrative, sentence: Sentence) -> Days | None:
    """Return the day by which a sentence near by, of this block or the next, names the attack."""
    sentences = passage.sentences
    last = min(sentence.index + _NEAR_BY, len(sentences) - 1)
    narrative.read_to(last)
    for index in range(max(0, sentence.index - _NEAR_BY), last + 1):
        if abs(sentences[index].segment - sentence.segment) > 3:
            continue
        for each in narrative.told[index]:
            if each.days is None or each.mention.kind not in ("weekday", "relative"):
                continue
            before = passage.text[sentences[index].start : each.mention.start]
            if _ATTACK_OF.match(passage.text, each.mention.end) or _HAPPENED.search(before):
                return replace(each.days, rule="date.named_attack")
    return None
