"""English spelling of plurals and verb forms, for the words of the vocabularies."""

from dataclasses import dataclass

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class VerbForms:
    """The five forms of a verb: kill, kills, killed, killed, killing."""

    base: str
    present: str
    past: str
    participle: str
    gerund: str


def plural(noun: str) -> str:
    """Return the regular plural of `noun` (its last word where there are several)."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def conjugate(entry: str) -> VerbForms:
    """Return the forms of a verb given as "base" or "base/past/participle".

    The first word is inflected: "gun down" gives "gunned down".
    """
    base, *given = entry.split("/")
    word, _, rest = base.partition(" ")
    # "fatally shoot", "mortally wound": the verb is the word after the adverb.
    lead = ""
    if word.endswith("ly") and rest and word not in {"rally", "apply"}:
        lead, (word, _, rest) = word + " ", rest.partition(" ")
    tail = f" {rest}" if rest else ""
    past, participle = (given + given)[:2] if given else (None, None)
    regular = f"{lead}{_past(word)}{tail}"
    return VerbForms(
        base=base,
        present=f"{lead}{_present(word)}{tail}",
        past=past or regular,
        participle=participle or past or regular,
        gerund=f"{lead}{_gerund(word)}{tail}",
    )


def _doubles(word: str) -> bool:
    """Tell whether the last letter is doubled before an ending: stab, gun, cut, gas."""
    vowels = sum(letter in _VOWELS for letter in word)
    return (
        len(word) > 2
        and vowels == 1
        and word[-1] not in _VOWELS | set("wxy")
        and word[-2] in _VOWELS
    )


def _present(word: str) -> str:
    """Return the third person: goes, torpedoes; otherwise as the plural of a noun."""
    return word + "es" if word.endswith("o") else plural(word)


def _past(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied"
    return word + (word[-1] if _doubles(word) else "") + "ed"


def _gerund(word: str) -> str:
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "oe")):
        return word[:-1] + "ing"
    return word + (word[-1] if _doubles(word) else "") + "ing"
