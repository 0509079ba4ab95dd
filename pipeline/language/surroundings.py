"""The words and phrases around a counted phrase, as features to be weighed.

A feature is a short text such as `word:ambush` (a stem within reach), `right1:were` (the first
token behind), `left1~ambushed` (a word of that family stands right before) or
`before:killed/passive` (the nearest phrase before that tells what was done, and how). What each of
them speaks for stands in reference/weights/.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from pipeline.language.findings import Finding
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.tokens import Token

# How many tokens before and behind a phrase are looked at, and how many phrases.
_BEFORE, _BEHIND = 12, 10
_PHRASES = 14
_BESIDE = 3
# Between the place of a word and its family.
_FAMILY = "~"
_STEMMER = snowballstemmer.stemmer("english")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a sentence, as they are weighed.

    Attributes:
        stems: the stem of each token.
        families: the family of words to which it belongs, "" for none.
    """

    stems: Sequence[str]
    families: Sequence[str]

    def places(self, feature: str) -> list[int]:
        """Return where the words stand of which a feature tells; [] for those of no word."""
        _, mark, family = feature.partition(_FAMILY)
        if mark:
            return [at for at, one in enumerate(self.families) if one == family]
        word = words_of(feature)
        if not word or word == "#":
            return []
        return [at for at, one in enumerate(self.stems) if one == word]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the stem of a word in lower case, by the English Snowball rules; `#` for figures."""
    if word[0].isdigit():
        return "#"
    return str(_STEMMER.stemWord(word)) if word.isalpha() else word


def stems_of(tokens: Sequence[Token]) -> list[str]:
    """Return the stems of tokens."""
    return [stem(token.lower) for token in tokens]


def surroundings(
    wording: Wording,
    chunks: Sequence[Chunk],
    index: int,
    findings: Sequence[Finding],
    told_before: Sequence[str],
) -> list[str]:
    """Return the features of the noun phrase at a chunk index, each once, in a fixed order.

    Args:
        wording: the sentence's tokens.
        chunks: its phrases.
        index: that of the noun phrase.
        findings: what the grammar found in the sentence.
        told_before: what was told in the last sentence before in which there were claims.
    """
    chunk = chunks[index]
    assert chunk.noun is not None
    features = [
        *_of_phrase(wording.stems, chunk, chunk.noun),
        *_of_words(wording.stems, chunk),
        *_of_families(wording.families, chunk),
        *_of_phrases(chunks, index),
        *_of_findings(index, findings),
        *(f"told:{told}" for told in told_before),
    ]
    return list(dict.fromkeys(features))


def company(
    wording: Wording,
    chunks: Sequence[Chunk],
    index: int,
    findings: Sequence[Finding],
    told_before: Sequence[str],
) -> list[str]:
    """Return the surroundings of people at a chunk index and the groups named beside them.

    Who is meant by "nine were killed" hangs on what befell them and on whom else the sentence
    names. Arguments as for `surroundings`.
    """
    features = surroundings(wording, chunks, index, findings, told_before)
    return list(dict.fromkeys([*features, *_of_groups(chunks, index)]))


def words_of(feature: str) -> str:
    """Return the stem for which a feature stands, "" where it stands for something else."""
    kind, _, word = feature.partition(":")
    plain = kind.rstrip("123")
    return word if plain in {"word", "left", "right", "head", "within"} else ""


def _of_phrase(stems: Sequence[str], chunk: Chunk, noun: NounPhrase) -> Iterator[str]:
    one = "one" if noun.one else "none"
    count = one if noun.count is None else noun.count.qualifier
    yield f"head:{stems[chunk.last - 1]}"
    yield f"count:{count}"
    yield f"kind:{noun.kind}"
    yield f"kind:{noun.kind}/{count}"
    yield f"subject:{noun.subject}"
    yield f"state:{noun.state}"
    yield from (f"noun_type:{claim_type}" for claim_type in noun.types)
    for name in ("one", "definite", "plural", "anaphor", "named"):
        if getattr(noun, name):
            yield name
    yield from (f"within:{word}" for word in stems[chunk.first : chunk.last])


def _of_words(stems: Sequence[str], chunk: Chunk) -> Iterator[str]:
    before = ["^"] * _BESIDE + list(stems[max(0, chunk.first - _BEFORE) : chunk.first])
    behind = list(stems[chunk.last : chunk.last + _BEHIND]) + ["$"] * _BESIDE
    for distance in range(1, _BESIDE + 1):
        yield f"left{distance}:{before[-distance]}"
        yield f"right{distance}:{behind[distance - 1]}"
    yield f"left:{before[-2]} {before[-1]}"
    yield f"right:{behind[0]} {behind[1]}"
    yield from (f"word:{word}" for word in before[_BESIDE:])
    yield from (f"word:{word}" for word in behind[:-_BESIDE])


def _of_families(families: Sequence[str], chunk: Chunk) -> Iterator[str]:
    before = families[max(0, chunk.first - _BEFORE) : chunk.first]
    behind = families[chunk.last : chunk.last + _BEHIND]
    placed = [
        ("head", families[chunk.last - 1]),
        *((f"left{distance}", one) for distance, one in enumerate(before[: -_BESIDE - 1 : -1], 1)),
        *((f"right{distance}", one) for distance, one in enumerate(behind[:_BESIDE], 1)),
        *(("within", one) for one in families[chunk.first : chunk.last]),
        *(("before", one) for one in before),
        *(("behind", one) for one in behind),
    ]
    yield from (f"{place}{_FAMILY}{one}" for place, one in placed if one)


def _of_phrases(chunks: Sequence[Chunk], index: int) -> Iterator[str]:
    for side, step in (("before", -1), ("behind", 1)):
        for distance in range(1, _BESIDE + 1):
            at = index + step * distance
            if 0 <= at < len(chunks):
                yield f"{side}{distance}:{chunks[at].kind}"
        yield from _of_nearest(chunks, index, side, step)


def _of_nearest(chunks: Sequence[Chunk], index: int, side: str, step: int) -> Iterator[str]:
    """Yield what the nearest phrase on one side that tells what was done says, and how."""
    nouns = 0
    for distance in range(1, _PHRASES + 1):
        at = index + step * distance
        if not 0 <= at < len(chunks):
            break
        chunk = chunks[at]
        told = _told(chunk)
        if told is not None:
            claim_type, voice = told
            yield f"{side}:{claim_type}"
            yield f"{side}:{claim_type}/{voice}/{min(nouns, 2)}"
            if distance < _BESIDE:
                yield f"{side}{distance}:{claim_type}/{voice}"
            if chunk.verb is not None and chunk.verb.unreal:
                yield f"{side}:unreal"
            return
        nouns += chunk.noun is not None
    yield f"{side}:nothing"


def _told(chunk: Chunk) -> tuple[str, str] | None:
    """Return the claim type that a phrase stands for and its voice or kind; None for others."""
    if chunk.verb is not None:
        return chunk.verb.verb.types[0] if chunk.verb.verb.types else "", chunk.verb.voice
    if chunk.noun is not None:
        return (chunk.noun.types[0], chunk.kind) if chunk.noun.types else None
    if chunk.kind in {"state", "action"} and chunk.types:
        return chunk.types[0], chunk.kind
    return None


def _of_groups(chunks: Sequence[Chunk], index: int) -> Iterator[str]:
    """Yield the subjects of the nearest groups before and behind, with how near they are."""
    before = chunks[max(0, index - _PHRASES) : index][::-1]
    for side, beside in (("before", before), ("behind", chunks[index + 1 : index + 1 + _PHRASES])):
        nouns = (chunk.noun for chunk in beside if chunk.noun is not None)
        subjects = [
            noun.subject
            for noun in nouns
            if noun.subject not in {"", "people"} and noun.kind not in {"materiel", "incidents"}
        ]
        for distance, subject in enumerate(subjects[:_BESIDE], start=1):
            yield f"group {side}:{subject}"
            yield f"group {side}{distance}:{subject}"


def _of_findings(index: int, findings: Sequence[Finding]) -> Iterator[str]:
    own = [f"found:{finding.claim_type}" for finding in findings if finding.noun == index]
    yield from own or ["found nothing"]
    for finding in findings:
        if finding.noun == index or not finding.real:
            continue
        yield f"sentence:{finding.claim_type}"
        if abs(finding.noun - index) <= _BESIDE:
            yield f"{'before' if finding.noun < index else 'behind'}:figure of {finding.claim_type}"
