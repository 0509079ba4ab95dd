"""Claims and counts that belong to somebody: "the rebels' boast", "by their reckoning"."""

from pipeline.language.coverage import LEAD, TRAIL, Found, opens_sentence
from pipeline.language.said_figures import figure_follows
from pipeline.language.speaker_view import STOPS, SpeakerView
from pipeline.language.speakers import BACK, NAMED, Speaker
from pipeline.language.speaking_owners import owner_of_claim

# By what a tally tells its figure, and how far behind the tally.
_STANDS = frozenset(
    "stood stands came comes rose reached evolved has had is was gives gave shows differed".split()
)
_FAR = 14
_OPENERS = frozenset("the and but while whereas that".split())
_OWNING = {"its": "body", "his": "he", "her": "he", "their": "group"}


def read_owned_claim(view: SpeakerView, i: int) -> Found | None:
    """Read "the enemy's boast of" and "the allegation made by the port that"."""
    following = view.word(i + 1)
    speaker: Speaker | None = None
    first = last = i
    if following == "made" and view.word(i + 2) == "by":
        speaker, last = view.complements.speaker_after(i + 3)
    elif following == "by":
        # "the claim by the rebels that nine were killed"
        speaker, last = view.after(i + 2)
        if all(view.word(k) != "that" for k in range(last, last + 8)):
            return None
    elif following in ("of", "that"):
        speaker, last = owner_of_claim(view, i), i + 1
        first = speaker.first if speaker else i
    return Found(first, last, speaker, LEAD, "claimant.owner") if speaker else None


def read_reckoning(view: SpeakerView, i: int) -> Found | None:
    """Read "by the army's own count" and "by their reckoning"."""
    if view.word(i + 1) == "of" and (found := _read_reckoning_of(view, i)):
        return found
    speaker = _owner_of_reckoning(view, i)
    if speaker is None:
        return None
    near = (speaker.first - 1, speaker.first - 2)
    by = next((at for at in near if view.word(at) in ("by", "on")), None)
    if by is None:
        return _read_standing(view, speaker, i)
    form = LEAD if opens_sentence(view.tokens, view.words, by) else TRAIL
    return Found(by, i + 1, speaker, form, "claimant.reckoning")


def _read_reckoning_of(view: SpeakerView, i: int) -> Found | None:
    """Read "by the count of the masons" and "in the words of a pilot"."""
    words = view.word(i) == "words"
    if view.word(i - 1) != "the" or view.word(i - 2) not in (("in",) if words else ("by", "on")):
        return None
    speaker, last = view.after(i + 2)
    if speaker is None:
        return None
    form = LEAD if opens_sentence(view.tokens, view.words, i - 2) else TRAIL
    return Found(i - 2, last, speaker, form, "claimant.reckoning")


def _read_standing(view: SpeakerView, speaker: Speaker, i: int) -> Found | None:
    """Read "The guild's tally for the week stood at 61 dead" from the owner on."""
    before = view.word(speaker.first - 1)
    if view.word(speaker.first) in _OWNING or not (not before[-1:].isalnum() or before in _OPENERS):
        return None
    for k in range(i + 1, min(i + _FAR, len(view.tokens))):
        if view.tokens[k].text in STOPS:
            return None
        if view.word(k) in _STANDS:
            given = figure_follows(view.tokens, k, ())
            return Found(speaker.first, k, speaker, LEAD, "claimant.reckoning") if given else None
    return None


def _owner_of_reckoning(view: SpeakerView, i: int) -> Speaker | None:
    k = i - 1
    while k > 0 and i - k < 3 and view.word(k) not in _OWNING and not _owns(view, k):
        k -= 1
    owner = _OWNING.get(view.word(k))
    if owner:
        return Speaker(k, k + 1, BACK, "", frozenset({owner}))
    if view.word(i) != "words" and _owns(view, k):
        end = k if view.word(k) in ("'", "’") else k + 1
        paper = view.ends.get(i) or view.ends.get(i + 1)  # "the Observatory's final list"
        known = paper if paper and paper.form == NAMED and paper.first < end else None
        return view.ends.get(end) or known or view.common.owner(end - 1)
    return None


def _owns(view: SpeakerView, k: int) -> bool:
    """Tell whether an owner's ending stands at `k`: "the army's", "the survivors'"."""
    word = view.word(k)
    return word.endswith(("'s", "’s")) or (word in ("'", "’") and view.word(k - 1)[-1:] == "s")
