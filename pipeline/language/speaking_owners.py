"""Those who speak through what is theirs: a paper, an office, kin, an outlet that carried them."""

from pipeline.language.speaker_view import SpeakerView, shown
from pipeline.language.speakers import BACK, NAMED, Speaker

_BRANCHES = frozenset("branch chapter bureau delegation wing".split())


def carried_by(view: SpeakerView, outlet: Speaker) -> Speaker | None:
    """Return whose words an outlet carried: "A military communique read over state radio"."""
    by = outlet.first - 1
    if view.word(by) in view.words["determiner"]:
        by -= 1
    if view.word(by) not in ("over", "on", "by"):
        return None
    if view.word(by - 1) not in view.words["carrying_participle"]:
        return None
    paper = owner_of_paper(view, by - 2)  # "A police report seen by a daily"
    return view.ends.get(by - 1) or paper or view.common.before(by - 2)


def owner_of_office(view: SpeakerView, k: int) -> Speaker | None:
    """Return the body told before, whose office speaks: "its press officer"."""
    if view.word(k) not in view.words["role"]:
        return None
    for owner in range(k - 1, max(-1, k - 4), -1):
        if view.word(owner) == "its":
            return Speaker(owner, k + 1, BACK, "", frozenset({"body"}))
        if not view.common.plain(owner):
            break
    return None


def body_of_branch(view: SpeakerView, k: int) -> Speaker | None:
    """Return the body whose branch speaks: "the Azanian Red Crescent branch"."""
    body = view.ends.get(k) if view.word(k) in _BRANCHES else None
    return body if body is not None and body.form == NAMED else None


def owner_of_paper(view: SpeakerView, k: int) -> Speaker | None:
    """Return whose paper ends at `k`: "the commander's after-action report"."""
    if view.word(k) not in view.words["report_noun"]:
        return None
    known = view.ends.get(k + 1) or view.ends.get(k)
    if known:
        return known  # "health ministry figures"
    for at in range(k - 1, max(-1, k - 4), -1):
        if view.word(at).endswith(("'s", "’s")):
            return view.ends.get(at + 1) or view.common.owner(at)
        if not view.tokens[at].text[0].isalpha() or view.word(at) in view.words["preposition"]:
            return None
    return None


def owner_of_claim(view: SpeakerView, i: int) -> Speaker | None:
    """Return whose claim stands at `i`: "the rebels' boast", "the navy's radio claim"."""
    for k in (i - 1, i - 2):
        if view.word(k).endswith(("'s", "’s")):
            known = view.ends.get(k + 1)
            return known if known and known.claimant else view.common.owner(k)
    return None


def relative_of_one_told(view: SpeakerView, k: int) -> Speaker | None:
    """Return whose kin speaks behind a comma: "Diaz, 22, was shot dead, his mother says"."""
    first = k
    while first > 0 and k - first < 2 and view.common.plain(first):
        first -= 1
    if first == k or view.word(first) not in ("his", "her", "their"):
        return None
    return view.common.since(first) if view.word(first - 1) == "," else None


def issuer_behind(view: SpeakerView, paper: Speaker) -> Speaker | None:
    """Return who issued the paper that speaks: "said a statement issued by the front"."""
    noun = view.word(paper.last - 1)
    if noun not in view.words["report_noun"]:
        return None
    for k in range(paper.last, paper.last + 3):
        if view.word(k) in ("by", "from"):
            issuer = view.complements.speaker_after(k + 1)[0] or view.common.after(k + 1)
            return None if issuer is None else shown(issuer)
    return None
