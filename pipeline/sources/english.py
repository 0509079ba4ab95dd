"""A cheap guess whether a text is English, so that other languages are refused and not misread."""

import re

# Words that no English prose of some length does without, and that few other languages share.
_FUNCTION_WORDS = frozenset(
    "the of and to in that for was were is are with by on at from it its as an be been had has "
    "have who which their they this but not after said he she his her or when where there also "
    "other than more two into during against while".split()
)
# Words of the same kind in other languages that use Latin letters and share "in", "on", "an".
_FOREIGN_WORDS = frozenset(
    "de la el los las del que en una por con para y le les des du et dans est une pour qui sur au "
    "der die das und den von zu mit ist auf im dem nicht ein eine il di che della e per non sono "
    "het een van niet dat os da do em na no um uma ve bir bu ile için i w z na się og av som är "
    "och att det".split()
) - frozenset("i do no per das den die".split())
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
_FEW_WORDS = 30
_LEAST_SHARE = 0.10


def is_english(text: str) -> bool:
    """Tell whether `text` may be English; texts with hardly any words get the benefit of doubt.

    The beginning, middle and end are sampled, so that a long text costs no more than a short one.
    """
    middle = max(0, len(text) // 2 - _SAMPLE // 2)
    parts = [text] if len(text) <= 3 * _SAMPLE else [
        text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]
    ]  # fmt: skip
    words = [word.lower() for part in parts for word in _WORD.findall(part)]
    if not words:
        return True
    latin = sum(word[0] < "\u0250" for word in words)
    if latin < len(words) / 2:
        return False
    english = sum(word in _FUNCTION_WORDS for word in words)
    foreign = sum(word in _FOREIGN_WORDS for word in words)
    if len(words) < _FEW_WORDS:
        return foreign <= english + 2
    return english >= foreign and english / len(words) >= _LEAST_SHARE
