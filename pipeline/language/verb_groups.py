"""Verb groups: a verb for what was done, with its auxiliaries and what it is joined to."""

from collections.abc import Sequence
from typing import Literal

from pipeline.language import function_words as words
from pipeline.language.counts import parse_count
from pipeline.language.phrases import Chunk, VerbGroup
from pipeline.language.tokens import Token
from pipeline.language.verb_index import Verb
from pipeline.language.vocabulary import Vocabulary

_FEARED = frozenset({"feared", "presumed", "missing"})
# "Three were brought dead to the clinic."
_BROUGHT = frozenset({"brought", "returned", "carried", "left"})
_QUOTES = frozenset("\"“”'‘’«»")
_ARTICLES = words.DETERMINERS | words.POSSESSIVES
_HELD = frozenset({"arrested", "captured"})


class VerbReader:
    """Reads the verb group that begins at a token."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._openers = vocabulary.verb_openers
        self._parted = vocabulary.parted_verbs

    def read(self, tokens: Sequence[Token], position: int, before: list[Chunk]) -> Chunk | None:
        """Return the verb group, or the state ("dead"), that begins at `position`, or None."""
        if tokens[position].lower not in self._openers:
            return None
        found = self._auxiliaries(tokens, position)
        end, passive, active, unreal, negated, infinitive = found
        idiom = self._idiom(tokens, position, end)
        if idiom is not None:
            return idiom
        verb_at = self._verb_at(tokens, end) if end < len(tokens) else None
        auxiliaries = end > position
        if auxiliaries and verb_at is None and not unreal:
            verb_at = self._quoted(tokens, end)
            end += verb_at is not None
        if not auxiliaries and self._reports_dead(tokens, position):
            end += 1
            verb_at = None
        # "Feared dead" is not dead.
        unreal = unreal or any(token.lower in _FEARED for token in tokens[position:end])
        state_at = self._vocabulary.adjectives.at(tokens, end) if end < len(tokens) else None
        if verb_at is None:
            if state_at is None or (auxiliaries and not passive):
                return None
            return self._state(tokens, position, state_at, unreal, negated)
        verb_end, verb = verb_at
        voice = self._voice(verb, tokens[end].lower, passive, active, infinitive, auxiliaries)
        if voice == "passive" and verb.types[0] == "protested" and not verb.transitive:
            # "Thirty men were marched into the forest": led away, not protesting.
            return None
        if voice is None or (
            not auxiliaries
            and not self._stands_as_verb(verb, voice, tokens, (position, verb_end), before)
        ):
            if state_at is None or auxiliaries:
                return None
            return self._state(tokens, position, state_at, unreal, negated)
        verb_end, verb, both = self._joined(tokens, verb_end, verb)
        group = VerbGroup(verb, voice, unreal, negated, both)
        return Chunk("verb", position, verb_end, verb=group, types=verb.types)

    def _quoted(self, tokens: Sequence[Token], position: int) -> tuple[int, Verb] | None:
        """Return the verb of 'had been "neutralised"', which alone stands in quotation marks."""
        if position + 2 >= len(tokens) or tokens[position].text not in _QUOTES:
            return None
        found = self._verb_at(tokens, position + 1)
        if found is None or found[0] >= len(tokens) or tokens[found[0]].text not in _QUOTES:
            return None
        return found

    def _idiom(self, tokens: Sequence[Token], position: int, end: int) -> Chunk | None:
        """Read a set phrase that opens with an auxiliary: "had their throats cut"."""
        if end == position or tokens[position].lower not in words.HAVE | words.DO:
            return None
        found = self._vocabulary.verbs.at(tokens, position)
        if found is None:
            return None
        group = VerbGroup(found[1], "active", False, False)
        return Chunk("verb", position, found[0], verb=group, types=found[1].types)

    def _verb_at(self, tokens: Sequence[Token], position: int) -> tuple[int, Verb] | None:
        """Return the verb at a position, also one whose rest stands behind its object."""
        found = self._vocabulary.verbs.at(tokens, position)
        if found is not None and found[0] > position + 1:
            return found
        verb = self._standing_around(tokens, position)
        return (position + 1, verb) if verb is not None else found

    def _standing_around(self, tokens: Sequence[Token], start: int) -> Verb | None:
        """Return the set phrase the rest of which follows in the clause, behind something else."""
        first = tokens[start].lower
        rests = self._parted.get(first, {})
        if not rests and not self._vocabulary.verbs.opens_family(first):
            return None
        for position in range(start + 2, min(start + 1 + _APART, len(tokens))):
            if tokens[position - 1].text in _BOUNDS:
                return None
            for rest, verb in rests.get(tokens[position].lower, ()):
                words = [token.lower for token in tokens[position : position + len(rest)]]
                if tuple(words) == rest:
                    return verb
            member = self._vocabulary.verbs.rest_at(first, tokens, position, transitive=True)
            if member is not None:
                return member[1]
        return None

    def _says_so(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "found" of "were found dead", "said to have died" stands here."""
        following = position + 1
        if following >= len(tokens):
            return False
        if tokens[following].lower == "to":
            return tokens[position].lower in words.HEARSAY
        said = tokens[position].lower in words.HEARSAY | _BROUGHT
        return said and self._vocabulary.adjectives.at(tokens, following) is not None

    def _reports_dead(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "reported dead" stands here, as in "240 people reported dead"."""
        following = position + 1
        return (
            tokens[position].lower in words.HEARSAY
            and following < len(tokens)
            and self._vocabulary.adjectives.at(tokens, following) is not None
            and self._vocabulary.verbs.at(tokens, following) is None
        )

    def _state(
        self,
        tokens: Sequence[Token],
        position: int,
        found: tuple[int, str],
        unreal: bool,
        negated: bool,
    ) -> Chunk | None:
        end, claim_type = found
        if tokens[position].lower in words.PREPOSITIONS and claim_type in _HELD:
            # "died in custody"
            return None
        following = tokens[end].lower if end < len(tokens) else ""
        both = (
            claim_type == "killed"
            and following in {"or", "and"}
            and (
                end + 1 < len(tokens) and tokens[end + 1].lower in {"wounded", "injured", "missing"}
            )
        )
        if both and tokens[end + 1].lower == "missing":
            both = False
        end += 2 * both
        lemma = Verb(tokens[end - 1].lower, (claim_type,), frozenset({"participle"}), True)
        return Chunk(
            "state", position, end,
            verb=VerbGroup(lemma, "passive", unreal, negated, both), types=(claim_type,),
        )  # fmt: skip

    def _auxiliaries(
        self, tokens: Sequence[Token], position: int
    ) -> tuple[int, bool, bool, bool, bool, bool]:
        """Walk over auxiliaries and adverbs.

        Returns the position behind them and whether they make what follows passive, active,
        unreal, negated, an infinitive.
        """
        passive = active = unreal = negated = infinitive = False
        end = position
        size = len(tokens)
        while end < size:
            word = tokens[end].lower
            if word in words.BE | words.REMAIN or (word in words.GET and self._helps(tokens, end)):
                passive, infinitive = True, False
            elif word in words.HAVE:
                active, passive, infinitive = True, False, False
            elif word in words.DO:
                active, passive = True, False
            elif word in words.MODALS:
                active, unreal = True, True
            elif word == "to" and end + 1 < size:
                infinitive = not (end > position and tokens[end - 1].lower in words.HEARSAY)
                realised = _was_brought_about(tokens, end) or (
                    end > position and tokens[end - 1].lower in words.REALISED
                )
                if infinitive and not realised:
                    unreal = unreal or tokens[end + 1].lower not in words.HAVE
                passive = False
                active = True
            elif word in words.NEGATIONS and end > position and word != "no":
                negated = True
            elif end > position and self._says_so(tokens, end):
                pass
            elif end > position and self._vocabulary.verbs.at(tokens, end) is not None:
                break
            elif (
                end > position
                and (
                    word in words.ADVERBS
                    or word in words.HEARSAY
                    or word in words.REALISED
                    or (word.endswith("ly") and len(word) > 4)
                )
            ) or (
                end == position
                and (word in words.REALISED or word in words.HEARSAY)
                and (end + 1 < size and tokens[end + 1].lower == "to")
            ):
                pass
            else:
                behind = self._behind_aside(tokens, end) if end > position else end
                if behind == end:
                    break
                end = behind
                continue
            if word in words.NEGATED_AUXILIARIES:
                negated = True
            end += 1
        if end == position:
            return position, False, False, False, False, False
        return end, passive, active, unreal or negated, negated, infinitive

    def _behind_aside(self, tokens: Sequence[Token], comma: int) -> int:
        """Return where the participle of "were, according to a priest, shot" begins, or `comma`."""
        if tokens[comma].text != "," or tokens[comma - 1].lower not in words.BE | words.HAVE:
            return comma
        for closed in range(comma + 2, min(comma + _LONGEST_ASIDE, len(tokens) - 1)):
            if tokens[closed].text in _BOUNDS:
                return comma
            if tokens[closed].text == ",":
                verb_at = closed + 1
                while verb_at < len(tokens) - 1 and _goes_before(tokens[verb_at].lower):
                    verb_at += 1
                found = self._verb_at(tokens, verb_at)
                finite = found is None or "participle" not in found[1].parts
                return comma if finite else verb_at
        return comma

    def _helps(self, tokens: Sequence[Token], position: int) -> bool:
        """Tell whether "got" only helps another verb, unlike that of "got away"."""
        last = position + 1 >= len(tokens)
        return not last and self._vocabulary.verbs.at(tokens, position) is None

    @staticmethod
    def _voice(
        verb: Verb, word: str, passive: bool, active: bool, infinitive: bool, auxiliaries: bool
    ) -> Literal["active", "passive", "bare", "gerund", "infinitive"] | None:
        parts = verb.parts
        if not auxiliaries:
            if parts & {"past", "participle"}:
                return "bare"
            return "gerund" if "gerund" in parts else "active"
        if passive:
            if "participle" in parts:
                return "passive"
            return "active" if "gerund" in parts else None
        if infinitive:
            return "infinitive" if "base" in parts else None
        return "active"

    def _stands_as_verb(
        self,
        verb: Verb,
        voice: str,
        tokens: Sequence[Token],
        span: tuple[int, int],
        before: list[Chunk],
    ) -> bool:
        """Tell a verb from the noun or adjective of the same spelling."""
        position, end = span
        if voice in {"bare", "gerund"}:
            word = tokens[position - 1].lower if position else ""
            if voice == "gerund" and (word in "'’" or word.endswith("'s")) and word:
                # "the six nuns' killing"
                return False
            if voice == "gerund":
                return word not in words.DETERMINERS | {"of", "in"} or (
                    word in {"of", "in"} and self._object_follows(tokens, position + 1)
                )
            return word not in _ARTICLES or word == "that"
        if len(before) > 1 and before[-1].kind == "word" and before[-2].kind == "noun":
            # "The report also lists nine attacks"
            adverb = tokens[before[-1].first].lower
            before = before[: -1 if adverb in words.ADVERBS or adverb.endswith("ly") else None]
        previous = before[-1] if before else None
        if previous is None or position == 0:
            return False
        if previous.kind == "relative":
            return True
        if previous.kind in {"comma", "and"}:
            # "kills two rebels, destroys a tank", "kill a clerk, wound his wife"
            goes_on = "present" in verb.parts or any(map(_is_bare_present, before))
            if not verb.transitive and "present" in verb.parts:
                # "Miner, burned on Friday, dies"
                kinds = [chunk.kind for chunk in before]
                subject = kinds[: kinds.index(previous.kind)]
                return "verb" not in subject and "other_verb" not in subject
            return goes_on and self._object_follows(tokens, end)
        if previous.kind == "word" and len(before) > 1 and before[-2].kind == "preposition":
            # "a burst of fire kills two boys"
            return "present" in verb.parts and self._object_follows(tokens, position + 1)
        if previous.kind != "noun" or previous.noun is None:
            return False
        return self._object_follows(tokens, position + 1) or not verb.transitive

    def _object_follows(self, tokens: Sequence[Token], position: int) -> bool:
        if position >= len(tokens):
            return False
        word = tokens[position].lower
        return (
            parse_count(tokens, position) is not None
            or word in _ARTICLES
            or self._vocabulary.heads.at(tokens, position) is not None
            or self._vocabulary.modifiers.at(tokens, position) is not None
            or (tokens[position].text[0].isupper() and not tokens[position].text.isupper())
        )

    def _joined(self, tokens: Sequence[Token], end: int, verb: Verb) -> tuple[int, Verb, bool]:
        """Take in a second verb with the same object: "killed or wounded", "shot and killed"."""
        if end + 1 >= len(tokens) or tokens[end].lower not in {"and", "or", "/"}:
            return end, verb, False
        second = self._vocabulary.verbs.at(tokens, end + 1)
        if second is None or not second[1].transitive or not second[1].parts & verb.parts:
            return end, verb, False
        if second[1].lemma == "lose":
            # "was struck in the face and lost two teeth"
            return end, verb, False
        if verb.lemma == "shoot":
            # "shot and wounded", "shot and killed"
            return second[0], second[1], False
        pair = {verb.types[0], second[1].types[0]}
        if pair == {"killed", "wounded"}:
            return second[0], verb, True
        if verb.types[0] in {"incidents", "strength"}:
            return second[0], second[1], False
        if "killed" in pair:
            return second[0], verb if verb.types[0] == "killed" else second[1], False
        return second[0], verb, False


def _goes_before(word: str) -> bool:
    """Tell whether a word may stand between an aside and its participle: "reportedly", "been"."""
    return word in words.ADVERBS | words.BE or (word.endswith("ly") and len(word) > 4)


def _is_bare_present(chunk: Chunk) -> bool:
    """Tell whether "kill", "wound" tells what several do."""
    group = chunk.verb
    return group is not None and group.voice == "active" and "base" in group.verb.parts


def _was_brought_about(tokens: Sequence[Token], to: int) -> bool:
    """Tell whether "led the state to deploy" stands here: what followed did happen."""
    return any(token.lower in _BRINGING for token in tokens[max(0, to - 4) : to])


_BRINGING = frozenset({"led", "prompted"})
_BOUNDS = frozenset({";", ".", ":", "(", '"', "“"})
# How far behind the verb the rest of a set phrase may stand: "put ... out of action".
_APART = 9
# How many tokens an aside between an auxiliary and its participle may have, its commas too.
_LONGEST_ASIDE = 16
