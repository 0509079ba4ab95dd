"""Subjects with a description behind them: "the mayor, who fled, said"."""

from pipeline.language.clause_subjects import before_phrase
from pipeline.language.hanging_names import hangs, is_like_place, is_told
from pipeline.language.speaker_view import REACH, STOPS, SpeakerView
from pipeline.language.speakers import BACK, COMMON, NAMED, PERSON, SURNAME, Speaker
from pipeline.language.speaking_owners import owner_of_paper

_PLACING = frozenset(["at", "in", "on", "near", "for", "of", "from", "with"])
_SINGLING_OUT = frozenset(
    ["specifically", "especially", "notably", "particularly", "namely", "including"]
)


def is_described_before(view: SpeakerView, verb: int, following: str) -> bool:
    """Tell whether the subject stands before its description: "a clerk, who fled, said a"."""
    comma = verb - 1
    if comma < 1 or view.tokens[comma].text != ",":
        return False
    if _before_relative(view, comma) is not None:
        return True
    indefinite = following in ("a", "an", "his", "her", "its", "their")
    return indefinite and before_apposition(view, comma) is not None


def before_apposition(view: SpeakerView, comma: int) -> Speaker | None:
    """Return the speaker whose apposition ends with the mark at `comma`."""
    described = _before_relative(view, comma) or _owner_of_paper_described(view, comma)
    if described is not None:
        return described
    best: Speaker | None = None
    hanging: Speaker | None = None
    for speaker in view.backwards(comma):
        if comma - speaker.first > REACH or _has_stop(view, speaker.last, comma):
            break
        if not _is_set_off(view, speaker, comma):
            continue
        if hangs(view, speaker):
            before = before_phrase(view, speaker.first - 1)
            hanging = hanging or before or view.common.head(speaker.last - 1)
            continue
        if best is None or _rank(view, speaker) >= _rank(view, best):
            best = speaker
    if best is None:
        return hanging or view.shouted.before_comma(comma) or _noun_described(view, comma)
    return _singled_out(view, best, comma)


def _is_set_off(view: SpeakerView, speaker: Speaker, comma: int) -> bool:
    """Tell whether a mark parts a speaker from what is said of it up to a comma."""
    follows = view.word(speaker.last)
    set_off = follows in (",", "(", "-", "—", "–") or speaker.last == comma
    set_off = set_off or _is_placed(view, speaker, comma)
    pronoun = speaker.form == BACK and speaker.last - speaker.first == 1
    if not set_off or pronoun or is_like_place(view, speaker):
        return False
    return not (speaker.form == NAMED and is_told(view, speaker))


def _has_stop(view: SpeakerView, low: int, high: int) -> bool:
    return any(view.tokens[k].text in STOPS for k in range(low, high))


def _is_placed(view: SpeakerView, speaker: Speaker, comma: int) -> bool:
    """Tell whether a phrase up to a comma follows: "A nurse at the scene, who fled, said"."""
    if speaker.form not in (NAMED, COMMON) or view.word(speaker.last) not in _PLACING:
        return False
    if view.kind(speaker) != "unnamed_group":
        return False
    for k in range(speaker.last + 1, min(speaker.last + 7, comma + 1)):
        if view.tokens[k].text == ",":
            return True
    return False


def _rank(view: SpeakerView, speaker: Speaker) -> int:
    """Return how likely this is the subject: a name before a lone capital word.

    One who stands after "by" is somebody else ("the mayor, accompanied by Colonel Diaz,"),
    except as the author that a comma sets off ("another report, by John Smith,").
    """
    k = speaker.first - 1
    while k > 0 and speaker.first - k < 5 and view.tokens[k].text[0].isalpha():
        if view.word(k) == "by":
            return 3 if view.word(k - 1) == "," else 0
        if view.word(k) == "of" and speaker.form == NAMED:
            return 2  # "the head of the Red Cross, Omar Diaz,"
        k -= 1
    if view.kind(speaker) == "unnamed_group":
        return 2
    return {PERSON: 3, NAMED: 3, BACK: 2, COMMON: 2, SURNAME: 1}[speaker.form]


def _singled_out(view: SpeakerView, best: Speaker, comma: int) -> Speaker:
    """Return the body singled out: "activist groups, especially the Observatory,"."""
    if view.word(best.last + 1) not in _SINGLING_OUT:
        return best
    for speaker in view.forwards(best.last + 1):
        if speaker.first >= comma:
            break
        if speaker.form in (NAMED, PERSON):
            return speaker
    return best


def _before_relative(view: SpeakerView, comma: int) -> Speaker | None:
    """Return who is described: "Diaz, who replaced the murdered Salas, said"."""
    relative = 0
    for k in range(comma - 1, max(0, comma - REACH - 10), -1):
        if view.tokens[k].text in STOPS:
            break
        if view.word(k) in ("who", "whose", "which") and view.word(k - 1) == ",":
            relative = k - 1
    if not relative:
        return None
    while view.word(relative - 1) in ("there", "here"):
        relative -= 1
    name = view.ends.get(relative) or view.shouted.before(relative - 1)
    if name is not None and name.form in (SURNAME, PERSON) and is_like_place(view, name):
        # "A nurse in Port Vana, who asked not to be named, said"
        name = view.common.head(relative - 1) or name
    return name or view.common.before(relative - 1)


def _owner_of_paper_described(view: SpeakerView, comma: int) -> Speaker | None:
    """Return whose paper an aside describes: "the cabinet's first note, read at noon, gave"."""
    for k in range(comma - 1, max(0, comma - REACH), -1):
        if view.tokens[k].text in STOPS and view.tokens[k].text != ":":
            return None
        if view.tokens[k].text == ",":
            return owner_of_paper(view, k - 1)
    return None


def _noun_described(view: SpeakerView, comma: int) -> Speaker | None:
    """Return the noun in no list that opens the sentence: "A student leader, in turn, said"."""
    low = comma
    while low > 0 and view.tokens[low - 1].text not in STOPS and comma - low < REACH:
        low -= 1
    article = view.word(low) in ("a", "an", "the", "one", "another")
    noun = view.common.since(low) if article else view.common.after(low)
    if noun is None or noun.last >= comma:
        return None
    follows = view.word(noun.last)
    placed = not article and follows in view.words["preposition"]
    return noun if follows == "," or placed else None
