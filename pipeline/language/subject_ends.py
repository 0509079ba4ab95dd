"""Where a subject ends before its verb: the words that may stand between the two."""

from collections.abc import Mapping

from pipeline.language.speaker_view import SpeakerView
from pipeline.language.speakers import Speaker

# Two words that may stand between a subject and its verb.
_STEPPED = frozenset([("able", "to"), ("at", "first")])
_PARTS = frozenset(["morning", "afternoon", "evening", "night"])
# Words in "-ly" that are no adverbs.
_NO_ADVERBS = frozenset("family assembly ally daily weekly monthly rally reply supply july".split())


def is_auxiliary(word: str, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Tell whether a word may stand between a subject and its verb: "has", "originally"."""
    if word in words["auxiliary"]:
        return True
    return len(word) > 5 and word.endswith("ly") and word not in _NO_ADVERBS


def before_adverbs(view: SpeakerView, k: int) -> int:
    """Step back over "has also", "on Friday", "who", to the end of the subject."""
    while k >= 0:
        lower = view.word(k)
        if lower in ("who", "which") and k > 0:
            k -= 2 if view.word(k - 1) == "," else 1
        elif (
            (view.word(k - 1), lower) in _STEPPED
            or _is_part_of_day(view, k)
            or (view.word(k - 1) == "that" and lower in view.words["month"])
        ):
            k -= 2
        elif is_auxiliary(lower, view.words) or lower in view.words["hedge"]:
            k -= 1
            if view.word(k) in ("on", "last", "late", "early", "this"):
                k -= 1
        else:
            break
    return k


def _is_part_of_day(view: SpeakerView, k: int) -> bool:
    """Tell whether "this morning" or "last night" ends at `k`."""
    before = view.word(k - 1)
    return view.word(k) in _PARTS and before in ("this", "last", "that", "yesterday")


def before_aside(view: SpeakerView, k: int) -> int:
    """Step over an aside between commas: "A teacher from Kiro, for his part, said"."""
    if k < 3 or view.tokens[k].text != ",":
        return k
    if view.word(k - 1) in view.words["month"] and view.word(k - 2) in ("by", "in", "since"):
        # "The two papers had, by October, confirmed"
        return before_adverbs(view, k - 4) if view.word(k - 3) == "," else k
    for comma in range(k - 1, max(0, k - 6), -1):
        if view.tokens[comma].text == ",":
            aside = " ".join(token.lower for token in view.tokens[comma + 1 : k])
            return comma - 1 if aside in view.words["aside"] else k
    return k


def before_acronym(view: SpeakerView, k: int) -> tuple[int, Speaker | None]:
    """Step over an acronym in brackets: "the Press Committee [COPREFA] reported".

    Returns the position before it, and the speaker whom the acronym names, if listed.
    """
    if view.tokens[k].text not in (")", "]") or k + 1 in view.ends:
        return k, None
    for opened in range(k - 1, max(0, k - 5), -1):
        if view.tokens[opened].text in ("(", "["):
            inside = view.ends.get(k)
            listed = inside is not None and inside.claimant in view.vocabulary.kinds
            return opened - 1, inside if listed else None
    return k, None
