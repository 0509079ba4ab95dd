"""Known nouns that only open a compound with an unknown one: "a bomb maker", "ten force ..."."""

from pipeline.language import function_words as words
from pipeline.language.known_words import KnownWords
from pipeline.language.vocabulary import Head

_AGENTS = ("er", "or", "ers", "ors", "ist", "ists")


def subject_of_compound(
    known: KnownWords, position: int, head: Head, many: bool | None
) -> str | None:
    """Return what a known noun tells of the unknown one behind it; None where none goes with it.

    Args:
        known: the words of the sentence.
        position: where the unknown word stands.
        head: the noun before it.
        many: whether a count of two or more, or an article for one, stands before the phrase; None
            where nothing stands before.
    """
    trade = head.kind in {"materiel", "incidents"} and _is_agent(known.tokens[position].lower)
    if not (trade or _lacks_noun(known.tokens[position].text, head, many)):
        return None
    if not known.is_plain(position):
        return None
    return "" if trade else head.subject


def _is_agent(word: str) -> bool:
    """Tell whether an unknown word names one who does something: "a bomb maker"."""
    return word not in words.THINGS and len(word) > 4 and word.endswith(_AGENTS)


def _lacks_noun(word: str, head: Head, many: bool | None) -> bool:
    """Tell whether "a weapons ..." or "ten force ..." still lacks its noun before a word."""
    if head.plural is None:
        return False
    if many is None:
        # "civilian facilities": a noun for people used as an adjective.
        return (
            word.islower()
            and not head.plural
            and word.endswith("s")
            and not word.endswith(("ss", "'s"))
        )
    return head.plural != many
