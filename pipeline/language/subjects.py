"""The subject of a verb of speech: who stands before it.

Where it ends is told by `subject_ends`, what in it is not its head by `hanging_names`; a subject
apart from its verb is found by `clause_subjects` and `described_subjects`.
"""

from pipeline.language.clause_subjects import (
    before_phrase,
    first_of_clause,
    head_of_second_clause,
    opening_noun,
)
from pipeline.language.complements import UNATTRIBUTED
from pipeline.language.described_subjects import before_apposition
from pipeline.language.hanging_names import is_capital, is_inside_phrase, widened
from pipeline.language.speaker_view import STOPS, SpeakerView
from pipeline.language.speakers import COMMON, Speaker, slug
from pipeline.language.speaking_owners import (
    body_of_branch,
    carried_by,
    owner_of_office,
    owner_of_paper,
    relative_of_one_told,
)
from pipeline.language.subject_ends import before_acronym, before_adverbs, before_aside

# What somebody does by speaking: "The activist questioned the account, claiming that".
_ANSWERED = frozenset(
    "questioned questions disputed disputes dismissed dismisses criticised criticized condemned "
    "praised responded replied challenged contested hailed protested appealed apologised "
    "apologized complained defended credit responsibility classed assessed acknowledged".split()
)


def subject_before(
    view: SpeakerView, verb: int, any_noun: bool, strict: bool = False
) -> Speaker | None:
    """Return who stands as the subject before token `verb`.

    Args:
        view: the sentence.
        verb: position of the verb.
        any_noun: whether a noun that is in no list may speak ("a defected colonel said").
        strict: whether the speaker must stand straight before the verb.
    """
    k = before_adverbs(view, verb - 1)
    if k < 0:
        return None
    if view.tokens[verb].lower.endswith("ing") and view.word(verb - 1) == ",":
        return _spoke_before(view, verb - 1)
    k, listed = before_acronym(view, before_aside(view, k))
    speaker = listed or view.ends.get(k + 1) or owner_of_paper(view, k) or body_of_branch(view, k)
    speaker = owner_of_office(view, k) or speaker
    if speaker is not None:
        return _subject_ending_in(view, speaker, k)
    if view.tokens[k].text in STOPS:
        return _so_called(view, k) if any_noun else None
    if view.tokens[k].text in (",", ")", "-", "—", "–"):
        return before_apposition(view, k)
    if strict:
        shouted = view.shouting and view.word(verb + 1) == "that"
        body = view.shouted.body(k) if shouted else None
        return body or view.common.bare_before(k) or view.common.reporter(k)
    found = (
        relative_of_one_told(view, k)
        or before_phrase(view, k)
        or head_of_second_clause(view, k)
        or first_of_clause(view, k)
        or view.shouted.before(k)
    )
    if found is not None:
        return found
    return view.common.before(k) if any_noun else None


def _subject_ending_in(view: SpeakerView, speaker: Speaker, k: int) -> Speaker | None:
    """Return the subject that ends at `k` with a known speaker, be it head or complement."""
    if carried := carried_by(view, speaker):
        return carried
    if is_capital(view, speaker):
        return view.ends.get(speaker.first - 1) or opening_noun(view, k)
    inside = is_inside_phrase(view, speaker)
    head = opening_noun(view, k) if inside else None
    nobody = inside and speaker.claimant == UNATTRIBUTED
    return head or (None if nobody else widened(view, speaker))


def subject_before_citing(view: SpeakerView, verb: int) -> Speaker | None:
    """Return who cites another: "AFP, citing medics," or "AFP quoted medics"."""
    if view.word(verb - 1) == ",":
        return first_of_clause(view, verb - 1)
    return subject_before(view, verb, any_noun=False)


def _spoke_before(view: SpeakerView, comma: int) -> Speaker | None:
    """Return who speaks on: "the group gave another toll, saying"."""
    if comma and view.word(comma - 1) in view.words["speech_verb"]:
        # "Ten soldiers died, one source said, adding"
        return subject_before(view, comma - 1, any_noun=True)
    for told in (comma - 2, comma - 3):
        # "Ten soldiers died, the clerk told a daily, adding"
        if told > 0 and view.word(told) == "told":
            return subject_before(view, told, any_noun=True)
    speaker = first_of_clause(view, comma)
    if speaker is None:
        return None
    between = view.tokens[speaker.last : comma]
    spoke = any(
        token.lower in view.words["speech_verb"] or token.lower in _ANSWERED for token in between
    )
    return speaker if spoke else None


def _so_called(view: SpeakerView, k: int) -> Speaker | None:
    """Return the body whose name the text holds at arm's length: `the "relief office" gave`."""
    for opened in range(k - 2, max(-1, k - 6), -1):
        if view.tokens[opened].text in '"“' and view.word(opened - 1) != ",":
            name = " ".join(token.text for token in view.tokens[opened + 1 : k])
            lone = view.tokens[k].text in '"”' and view.tokens[k - 1].text not in ",.!?"
            return Speaker(opened, k + 1, COMMON, slug(name)) if lone else None
        if not view.common.plain(opened):
            break
    return None
