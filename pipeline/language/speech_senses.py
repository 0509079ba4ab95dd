"""Whether a verb of speech tells something, or stands in another of its senses."""

from collections.abc import Mapping, Sequence

from pipeline.language.said_figures import (
    figure_follows,
    figure_is_given,
    of_an_inquiry,
    shows_something,
    toll_follows,
)
from pipeline.language.tokens import Token

# Verbs that give a figure only to a toll: "put the dead at nine", "raised the toll to nine".
_RAISING = frozenset({"putting", "placing", "raised", "raises", "lowered"})
_SETTING = _RAISING | {"put", "puts"}
_REJECTING = frozenset("rejected rejects contests contested disputes disputed".split())
_CLAIMING = frozenset({"claimed", "claims", "claim", "claiming"})
_OTHER_SENSES = frozenset(
    {
        ("added", "to"),
        ("adds", "to"),
        ("add", "to"),
        ("adding", "to"),
        ("estimated", "at"),
        ("estimated", "to"),
        ("put", "to"),
        ("puts", "to"),
        ("count", "of"),
        ("counts", "of"),
        ("estimate", "of"),
        ("estimates", "of"),
        ("report", "of"),
        ("reports", "of"),
        ("record", "of"),
        ("records", "of"),
        ("tells", "its"),
        ("tells", "a"),
    }
)
# Verbs that tell something only where a figure follows: "talk of thousands", "arrived at 352".
_FIGURES_ONLY = frozenset(["talk", "talks", "talked", "arrived", "stops", "referred"])


def gives_figure(
    tokens: Sequence[Token], verb: int, words: Mapping[str, Mapping[str, str]]
) -> bool:
    """Tell whether the verb gives a figure: "counted 14", "put the toll at 14"."""
    if tokens[verb].lower not in _SETTING:
        return figure_follows(tokens, verb, words["toll_noun"])
    return toll_follows(tokens, verb, words["toll_noun"]) or _sets_at(tokens, verb)


def _sets_at(tokens: Sequence[Token], verb: int) -> bool:
    """Tell whether something is put at a figure: "put the arrests at 70"."""
    for k in range(verb + 2, min(verb + 8, len(tokens) - 1)):
        if tokens[k].lower == "at" and tokens[k + 1].lower not in ("least", "most"):
            return figure_is_given(tokens, k)
    return False


def gives_account(
    tokens: Sequence[Token], verb: int, words: Mapping[str, Mapping[str, str]]
) -> bool:
    """Tell whether another telling is announced: "gave a different version", "its own toll"."""
    near = [token.lower for token in tokens[verb + 1 : verb + 6]]
    return not words["other_telling"].keys().isdisjoint(near) and any(
        word in words["report_noun"] or word in words["toll_noun"] for word in near
    )


def tells(tokens: Sequence[Token], verb: int, words: Mapping[str, Mapping[str, str]]) -> bool:
    """Tell a verb of speech from its other senses: "claimed 30 lives", "added to the fear"."""

    def word(k: int) -> str:
        return tokens[k].lower if 0 <= k < len(tokens) else ""

    lower = word(verb)
    following = word(verb + 1)
    if lower in _CLAIMING:
        return not any(word(k) in ("life", "lives") for k in range(verb + 1, verb + 7))
    if lower == "informed":
        # "Sources informed the monitor that nine died", "..., the ministry informed."
        return following in ("", ".") or any(word(k) == "that" for k in range(verb + 1, verb + 10))
    if lower in _FIGURES_ONLY:
        linked = following == words["needs_next"].get(lower, following)
        toll = words["toll_noun"] if lower == "arrived" else None
        return linked and figure_is_given(tokens, verb, toll)
    if lower in _RAISING:
        return toll_follows(tokens, verb, words["toll_noun"])
    if lower in ("believe", "believes", "believed") and following == "to":
        return False  # "... whom it believes to have carried arms"
    if lower == "named":
        # "The paper named ten members of the family as dead"
        dead = toll_follows(tokens, verb, words["toll_noun"])
        return dead and figure_is_given(tokens, verb)
    if lower == "show":
        return following == "that" or gives_figure(tokens, verb, words)
    if lower == "received":
        # "The mission received credible reports that ..."
        told = any(word(k) in words["report_noun"] for k in range(verb + 1, verb + 5))
        return told and any(word(k) == "that" for k in range(verb + 2, verb + 12))
    if lower in _REJECTING:
        # "They rejected the claim that nine died", and not "rejected its defeat".
        nouns = words["report_noun"].keys() | words["owned_claim"].keys() | {"that"}
        return any(word(k) in nouns for k in range(verb + 1, verb + 6))
    if lower == "gathered":
        # "The paper gathered that ...", "..., the paper gathered."
        return following in ("that", "", ".")
    if lower in ("released", "circulated") and not shows_something(tokens, verb):
        return False
    if (
        lower in ("found", "finds")
        and of_an_inquiry(tokens, verb)
        and gives_figure(tokens, verb, words)
    ):
        return True
    needed = words["needs_next"].get(lower)
    if not needed:
        return (lower, following) not in _OTHER_SENSES
    if following.endswith("ly"):
        following = word(verb + 2)  # "spoke publicly of"
    return following in needed.split("|")
