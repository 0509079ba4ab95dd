"""Words that stand for vague quantities, and those that limit a figure: "at least", "some"."""

from collections.abc import Iterable

from pipeline.language.figures import BELOW_HUNDRED, SCALES

# Lowest figure that a plural of quantity can mean (codebook, section 3).
PLURALS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
}
NUMBER_WORDS = BELOW_HUNDRED.keys() | SCALES.keys() | PLURALS.keys() | {"dozen", "score", "tens"}
VAGUE_WORDS = frozenset("several many numerous multiple various countless some few others".split())
_VAGUE_PHRASES = tuple(
    tuple(phrase.split())
    for phrase in (
        "a large number of",
        "large numbers of",
        "a great number of",
        "a small number of",
        "an unknown number of",
        "an unspecified number of",
        "an undetermined number of",
        "an undisclosed number of",
        "a significant number of",
        "a considerable number of",
        "a high number of",
        "a number of",
        "an unspecified number",
        "an unknown number",
        "an undetermined number",
        "a small number",
        "a large number",
        "a handful of",
        "a handful",
        "large quantities of",
        "a large quantity of",
        "a large amount of",
        "a quantity of",
        "quantities of",
        "huge quantities of",
        "huge quantities",
        "vast quantities of",
        "vast quantities",
        "a huge quantity of",
        "an unknown quantity of",
        "a lot of",
        "a group of",
        "a few",
        "quite a few",
        "a good many",
        "a great many",
        "a crowd of",
        "crowds of",
        "masses of",
        "a series of",
    )
)
# A group or crowd counts its members only where they act; the callers decide.
SOFT_PHRASES = frozenset({"a group of", "a crowd of", "crowds of", "masses of", "a series of"})

# What is said before a figure, and how it limits it.
QUALIFIERS = {
    tuple(phrase.split()): qualifier
    for qualifier, phrases in {
        "at_least": (
            "at least",
            "no fewer than",
            "no less than",
            "not fewer than",
            "not less than",
            "more than",
            "over",
            "upwards of",
            "upward of",
            "in excess of",
            "a minimum of",
            "a least",
            "above",
            "well over",
            "at a minimum",
            "easily",
        ),
        "at_most": (
            "up to",
            "as many as",
            "at most",
            "no more than",
            "not more than",
            "not above",
            "not over",
            "a maximum of",
            "fewer than",
            "less than",
            "under",
            "at the most",
        ),
        "approximate": (
            "about",
            "around",
            "some",
            "nearly",
            "almost",
            "approximately",
            "roughly",
            "close to",
            "close on",
            "c .",
            "ca .",
            "ca",
            "approx .",
            "approx",
            "nearer",
            "nearer to",
            "closer to",
            "in the region of",
            "something like",
            "an estimated",
            "estimated",
            "circa",
            "an average of",
            "perhaps",
            "possibly",
            "probably",
            "maybe",
            "say",
        ),
        "": (
            "a total of",
            "the total of",
            "exactly",
            "only",
            "just",
            "a further",
            "an additional",
            "another",
            "the other",
            "a combined",
            "fully",
            "in all",
            "all",
            "anything",
            "anywhere",
            "some other",
            "both",
            "the",
            "these",
            "those",
            "its",
            "their",
            "his",
            "her",
            "our",
            "my",
            "a record",
            "additional",
            "other",
        ),
    }.items()
    for phrase in phrases
}


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    """Index phrases by their first word, each list in the order given."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        index.setdefault(phrase[0], []).append(phrase)
    return index


def _by_two(phrases: Iterable[tuple[str, ...]]) -> dict[tuple[str, str], list[tuple[str, ...]]]:
    """Index phrases of several words by the first two, each list in the order given."""
    index: dict[tuple[str, str], list[tuple[str, ...]]] = {}
    for phrase in phrases:
        if len(phrase) > 1:
            index.setdefault((phrase[0], phrase[1]), []).append(phrase)
    return index


QUALIFIERS_BY_FIRST = _by_first(sorted(QUALIFIERS, key=len, reverse=True))
VAGUE_BY_FIRST = _by_first(_VAGUE_PHRASES)
# "The" and "a" open many of them, and the word behind leaves one or two.
QUALIFIERS_BY_TWO = _by_two(sorted(QUALIFIERS, key=len, reverse=True))
VAGUE_BY_TWO = _by_two(_VAGUE_PHRASES)
# Without a figure, a number word or one of these, nothing is counted, not even to nought ("no
# soldiers"), and no part is told of a group ("of whom").
COUNTERS = VAGUE_WORDS | frozenset(
    "number numbers handful quantities quantity amount lot group crowd crowds masses series both "
    "couple half no none nobody any without nil not thrice twice whom which second third fourth "
    "fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
)
# Words with which a count can begin; most words of a text can't.
STARTS = (
    BELOW_HUNDRED.keys()
    | QUALIFIERS_BY_FIRST.keys()
    | VAGUE_BY_FIRST.keys()
    | VAGUE_WORDS
    | PLURALS.keys()
    | {"a", "an", "half", "between", "tens"}
)
