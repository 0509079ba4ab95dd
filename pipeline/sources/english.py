"""A cheap guess whether a text is English, so that other languages are refused and not misread."""

import csv
import re
from functools import cache

from pipeline.paths import REFERENCE

WORDS = REFERENCE / "function_words.csv"
# Its words are the frequent ones of English.
FREQUENT = REFERENCE / "weights" / "word_families.csv"
_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"<[^<>]{0,400}>")
_SAMPLE = 3_000
_FEW_WORDS = 30
# Least share of function words in prose; in tables and lists, of frequent words of any kind.
_LEAST_SHARE = 0.10
_LEAST_FREQUENT = 0.55


def is_english(text: str) -> bool:
    """Tell whether `text` may be English; texts with hardly any words get the benefit of doubt.

    The beginning, middle and end are sampled, so that a long text costs no more than a short one.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    parts = [text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]]
    if len(text) <= len(parts) * _SAMPLE:
        parts = [text]
    words = [word for part in parts for word in _WORD.findall(_TAG.sub(" ", part.lower()))]
    if not words:
        return True
    latin = sum(word < "\u0250" for word in words)
    if latin < len(words) / 2:
        return False
    known = _function_words()
    english = sum(map(known["en"].__contains__, words))
    foreign = sum(map(known["other"].__contains__, words))
    if len(words) < _FEW_WORDS:
        return foreign <= english + 2
    if english / len(words) >= _LEAST_SHARE:
        return english >= foreign
    frequent = sum(map(_frequent_words().__contains__, words))
    return english >= foreign and frequent / len(words) >= _LEAST_FREQUENT


@cache
def _function_words() -> dict[str, frozenset[str]]:
    """Return the small words without which no prose does: of English, and of other languages."""
    words: dict[str, set[str]] = {"en": set(), "other": set()}
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            words["en" if row["language"] == "en" else "other"].add(row["word"])
    return {language: frozenset(found) for language, found in words.items()}


@cache
def _frequent_words() -> frozenset[str]:
    """Return the frequent words of English, the most frequent left out."""
    with FREQUENT.open(encoding="utf-8", newline="") as file:
        return frozenset(row["word"] for row in csv.DictReader(file))
