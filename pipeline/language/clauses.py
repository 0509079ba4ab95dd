"""Who or what each action is done to: from chunks to findings.

A finding ties a counted noun phrase to the word that says what happened to it. The grammar is a
cascade: inclusions ("among them two officers") are marked first, then every action word looks for
its arguments to the left or to the right, and what is left over is no claim.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.language import function_words as words
from pipeline.language.chunks import Chunk, NounPhrase
from pipeline.language.tokens import Token

HUMAN_TYPES = frozenset(
    "killed wounded killed_or_wounded captured arrested abducted defected surrendered escaped "
    "protested".split()
)
_MATERIEL_TYPES = frozenset({"destroyed", "seized"})
_REACH = 14


@dataclass(slots=True)
class Finding:
    """One counted group and what is said to have happened to it; positions are chunk indices.

    Attributes:
        noun: the counted noun phrase.
        claim_type: the codebook's type.
        trigger: the chunk that says what happened.
        whole: the noun phrase of which this is a part; -1 where the whole stands in a sentence
            before; None where it is no part.
        replaces: the noun phrase whose figure this one replaces.
        real: False where the text does not say that it happened.
    """

    noun: int
    claim_type: str
    trigger: int
    whole: int | None = None
    replaces: int | None = None
    real: bool = True


class Clauses:
    """The clauses of one sentence, read once."""

    def __init__(self, tokens: Sequence[Token], chunks: list[Chunk]) -> None:
        self.tokens = tokens
        self.chunks = chunks
        self.findings: dict[int, Finding] = {}
        self._inclusions = self._mark_inclusions()
        self._part_of: dict[int, int] = {}
        self._included: dict[int, int] = {}
        for opened, parts in self._inclusions:
            for part in parts:
                self._included[part] = opened

    def read(self) -> list[Finding]:
        """Return the findings of the sentence, in order of the text."""
        for index, chunk in enumerate(self.chunks):
            if chunk.kind == "verb":
                self._read_verb(index, chunk)
            elif chunk.kind == "state":
                self._read_state(index, chunk)
            elif chunk.noun is not None and chunk.noun.kind == "action":
                self._read_action(index, chunk, chunk.noun)
        self._read_toll()
        self._read_lives_of_parts()
        return [self.findings[index] for index in sorted(self.findings)]

    # Inclusions --------------------------------------------------------------------------------

    def _mark_inclusions(self) -> list[tuple[int, list[int]]]:
        """Find "including two officers and a child": the opening chunk and the parts behind it."""
        marked = []
        for index, chunk in enumerate(self.chunks):
            opens = chunk.kind == "include"
            if chunk.kind == "open" and index and self._counts(index - 1):
                opens = self._closes_on_counts(index)
            if chunk.kind == "relative" and self._word(index) in {"whom", "which"}:
                opens = index > 0 and self._word(index - 1) == "of"
            if opens:
                parts = list(self._list_right(index + 1))
                if parts:
                    marked.append((index, parts))
        return marked

    def _closes_on_counts(self, index: int) -> bool:
        """Tell whether brackets hold a breakdown rather than a remark."""
        following = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        return (
            following is not None
            and following.noun is not None
            and following.noun.kind in {"strong", "weak"}
            and self._counts(index + 1)
        )

    def _whole_of(self, opened: int) -> int | None:
        """Return the counted noun phrase of which an inclusion speaks, or None."""
        for index in range(opened - 1, max(-1, opened - _REACH), -1):
            if index in self._included:
                continue
            noun = self.chunks[index].noun
            if noun is None or noun.kind in {"measure", "name"} or noun.one:
                continue
            if noun.count is not None and (noun.count.low or noun.count.high):
                return index
        return None

    def _read_lives_of_parts(self) -> None:
        """Give parts the type of their whole where no word of their own says what happened."""
        for opened, parts in self._inclusions:
            whole = self._whole_of(opened)
            source = self.findings.get(whole) if whole is not None else None
            own = self._state_named(opened)
            for part in parts:
                finding = self.findings.get(part)
                if finding is None and source is not None:
                    finding = self._keep(part, source.claim_type, source.trigger, source.real)
                elif finding is None and (whole is None or own):
                    finding = self._keep(part, own or "", opened, True)
                if finding is None:
                    continue
                if source is not None and finding.claim_type == source.claim_type:
                    finding.whole = whole
                elif whole is None:
                    finding.whole = -1

    def _state_named(self, opened: int) -> str:
        """Return the type that "among the dead", "the wounded were" names, or ""."""
        for index in range(max(0, opened - 2), min(len(self.chunks), opened + 4)):
            if self.chunks[index].kind == "state":
                return self.chunks[index].types[0]
            noun = self.chunks[index].noun
            if noun is not None and noun.kind == "action":
                return noun.types[0]
        return ""

    # Verbs -------------------------------------------------------------------------------------

    def _read_verb(self, index: int, chunk: Chunk) -> None:
        group = chunk.verb
        assert group is not None
        real = not group.unreal and not self._hypothetical(index)
        if not group.verb.transitive:
            arguments = list(self._left(index)) or (
                list(self._list_right(index + 1)) if self._inverted(index) else []
            )
        elif group.voice == "passive":
            arguments = list(self._left(index))
        else:
            arguments = list(self._list_right(index + 1))
            if not any(self._may_be_object(argument) for argument in arguments):
                arguments = list(self._left(index)) if group.voice == "bare" else []
                arguments = [argument for argument in arguments if self._counts(argument)]
        for argument in arguments:
            self._bind(argument, chunk, index, real)

    def _inverted(self, index: int) -> bool:
        return index == 0

    def _may_be_object(self, index: int) -> bool:
        noun = self.chunks[index].noun
        return noun is not None and noun.kind != "measure"

    def _read_state(self, index: int, chunk: Chunk) -> None:
        group = chunk.verb
        assert group is not None
        real = not group.unreal and not self._hypothetical(index)
        following = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if following is not None and following.kind == "colon":
            for argument in self._list_right(index + 2):
                self._bind(argument, chunk, index, real)
            return
        for argument in self._left(index):
            if self._counts(argument):
                self._bind(argument, chunk, index, real)

    def _read_action(self, index: int, chunk: Chunk, noun: NounPhrase) -> None:
        """Read "11 civilian deaths" and "the death of two soldiers"."""
        real = not self._hypothetical(index)
        if noun.count is not None:
            self._keep(index, noun.types[0], index, real)
            return
        following = self.chunks[index + 1] if index + 1 < len(self.chunks) else None
        if following is None:
            return
        if following.kind == "colon":
            arguments = self._list_right(index + 2)
        elif following.kind == "preposition" and self._word(index + 1) in {"of", "to"}:
            arguments = self._list_right(index + 2)
        else:
            return
        body = self.tokens[chunk.last - 1].lower in {"body", "bodies", "corpse", "corpses"}
        for argument in arguments:
            candidate = self.chunks[argument].noun
            if candidate is None or (candidate.kind == "name" and body):
                continue
            if candidate.kind in {"measure", "incidents"}:
                continue
            self._keep(argument, noun.types[0], index, real)

    # Tolls -------------------------------------------------------------------------------------

    def _read_toll(self) -> None:
        """Read "the death toll rose from 37 to 111", "its number of civilians killed at 40"."""
        toll = self._toll_word()
        if toll is None:
            return
        token, claim_type, subject_at = toll
        figures = [
            index
            for index, chunk in enumerate(self.chunks)
            if chunk.first > token
            and index not in self.findings
            and index not in self._included
            and self._counts(index)
            and chunk.noun is not None
            and chunk.noun.kind in {"bare", "strong", "weak", "action"}
            and not chunk.noun.one
            and (
                self._before_is(
                    index,
                    {
                        "at",
                        "to",
                        "from",
                        "as",
                        "of",
                        "by",
                        "reached",
                        "was",
                        "is",
                        "stands",
                        "hit",
                        "passed",
                        "exceeded",
                        "topped",
                        "with",
                        ":",
                    },
                )
            )
        ]
        for previous, index in zip([None, *figures], figures, strict=False):
            noun = self.chunks[index].noun
            assert noun is not None
            if noun.kind == "bare" and subject_at is not None:
                subject = self.chunks[subject_at].noun
                noun.subject = subject.subject if subject is not None else ""
            finding = self._keep(index, claim_type, index, not self._hypothetical(index))
            if previous is not None and self._word(previous - 1) == "from":
                finding.replaces = previous

    def _before_is(self, index: int, allowed: set[str]) -> bool:
        return index > 0 and self._word(index - 1) in allowed

    def _toll_word(self) -> tuple[int, str, int | None] | None:
        """Return the token of a word for a toll, its type and the group that it counts."""
        for index, chunk in enumerate(self.chunks):
            for position in range(chunk.first, chunk.last):
                word = self.tokens[position].lower
                if word in {"toll", "tally"}:
                    before = self.tokens[position - 1].lower if position else ""
                    claim_type = "wounded" if before in {"injury", "wounded"} else "killed"
                    if before == "casualty":
                        claim_type = "killed_or_wounded"
                    return position, claim_type, None
                if word in {"number", "figure"} and position + 1 < len(self.tokens):
                    found = self._number_of(index)
                    if found is not None:
                        return found
        return None

    def _number_of(self, index: int) -> tuple[int, str, int | None] | None:
        """Read "number of civilians killed", "number of dead", "number of deaths"."""
        if self._word(index + 1) != "of":
            return None
        subject: int | None = None
        for following in range(index + 2, min(len(self.chunks), index + 6)):
            chunk = self.chunks[following]
            if chunk.noun is not None and chunk.noun.kind == "action":
                return chunk.last, chunk.noun.types[0], subject
            if chunk.noun is not None and subject is None:
                subject = following
            elif chunk.kind in {"verb", "state"} and chunk.types[0] in HUMAN_TYPES:
                return chunk.last, chunk.types[0], subject
        return None

    # Arguments ---------------------------------------------------------------------------------

    def _left(self, index: int) -> Iterator[int]:
        """Yield the noun phrases of which the word at `index` is said, nearest first."""
        position: int | None = self._skip_left(index - 1)
        if position is None:
            return
        if self.chunks[position].kind == "relative":
            position = self._antecedent(position)
            if position is not None:
                yield position
            return
        yield position
        yield from self._coordinated_left(position)

    def _skip_left(self, position: int) -> int | None:
        """Walk left over what may stand between a subject and its verb."""
        steps = 0
        while position >= 0 and steps < _REACH:
            steps += 1
            chunk = self.chunks[position]
            if position in self._included:
                position = self._included[position] - 1
                continue
            if chunk.kind == "relative":
                return position
            if chunk.noun is not None:
                if self._object_of_preposition(position):
                    position -= 2
                    continue
                return position
            if chunk.kind == "close":
                position = self._opening(position) - 1
                continue
            if chunk.kind == "comma":
                position = self._before_parenthesis(position)
                continue
            if chunk.kind in {"word", "quote", "and", "include"} or (
                chunk.kind == "preposition" and position > 0
            ):
                position -= 1
                continue
            return None
        return None

    def _object_of_preposition(self, position: int) -> bool:
        """Tell whether a noun phrase hangs on a preposition that keeps it from being a subject."""
        if position == 0 or self.chunks[position - 1].kind != "preposition":
            return False
        noun = self.chunks[position].noun
        assert noun is not None
        if noun.kind in {"strong", "weak", "bare"} and noun.count is not None:
            return self._word(position - 1) not in {"of", "with", "leaving", "saw", "like"}
        return True

    def _before_parenthesis(self, comma: int) -> int:
        """Return the position before the remark that a comma closes, or before the comma."""
        for position in range(comma - 1, max(-1, comma - 9), -1):
            chunk = self.chunks[position]
            if chunk.kind == "comma":
                inside = self.chunks[position + 1] if position + 1 < comma else None
                if inside is not None and (
                    inside.kind in {"relative", "include", "preposition"}
                    or self._apposition(position, comma)
                ):
                    return position - 1
                return comma - 1
            if chunk.kind in {"stop", "colon"}:
                break
        return comma - 1

    def _apposition(self, opened: int, closed: int) -> bool:
        """Tell whether ", an army deserter," stands behind a name."""
        inside = self.chunks[opened + 1].noun
        before = self.chunks[opened - 1].noun if opened else None
        return (
            inside is not None
            and before is not None
            and (before.kind == "name") != (inside.kind == "name")
            and (inside.one or before.one)
            and closed - opened <= 6
        )

    def _opening(self, close: int) -> int:
        for position in range(close, -1, -1):
            if self.chunks[position].kind == "open":
                return position
        return close

    def _antecedent(self, relative: int) -> int | None:
        position = relative - 1
        while position >= 0 and self.chunks[position].kind in {"comma", "preposition", "word"}:
            position -= 1
        if position >= 0 and self.chunks[position].noun is not None:
            while (
                self._object_of_preposition(position)
                and position >= 2
                and self.chunks[position - 2].noun is not None
            ):
                position -= 2
            return position
        return None

    def _coordinated_left(self, position: int) -> Iterator[int]:
        """Yield what is joined to the noun phrase at `position` by "and" or commas."""
        current = position
        while True:
            joint = current - 1
            while joint >= 0 and self.chunks[joint].kind in {"and", "comma"}:
                joint -= 1
            if joint < 0 or joint == current - 1:
                return
            joint = self._over_phrases(joint)
            if joint < 0 or self.chunks[joint].noun is None or not self._counts(joint):
                return
            if joint in self._included or self._is_object(joint) or joint in self.findings:
                return
            yield joint
            current = joint

    def _over_phrases(self, position: int) -> int:
        """Walk left over prepositional phrases: "three soldiers in the north and ..."."""
        while (
            position >= 2
            and self.chunks[position].noun is not None
            and self.chunks[position - 1].kind == "preposition"
            and not self._counts(position)
            and self.chunks[position - 2].noun is not None
        ):
            position -= 2
        return position

    def _is_object(self, position: int) -> bool:
        """Tell whether the noun phrase is the object of a verb before it."""
        before = position - 1
        while (
            before >= 0
            and self.chunks[before].kind in {"and", "comma"}
            and before >= 1
            and self.chunks[before - 1].noun is not None
        ):
            before -= 2
        group = self.chunks[before].verb if before >= 0 else None
        return group is not None and group.verb.transitive and group.voice != "passive"

    def _list_right(self, position: int) -> Iterator[int]:
        """Yield the noun phrases of a list that begins at `position`."""
        position = self._skip_right(position)
        first = True
        while position < len(self.chunks):
            noun = self.chunks[position].noun
            if noun is None:
                return
            if not first and (
                not (self._counts(position) or noun.kind == "name") or self._owned(position)
            ):
                return
            yield position
            first = False
            position = self._next_in_list(position)

    def _skip_right(self, position: int) -> int:
        steps = 0
        while (
            position < len(self.chunks)
            and steps < 4
            and (
                self.chunks[position].kind in {"word", "quote"}
                or (
                    self.chunks[position].kind == "preposition"
                    and self._word(position) in {"up", "off", "about", "over", "of"}
                )
                or self.chunks[position].kind == "include"
            )
        ):
            position += 1
            steps += 1
        return position

    def _next_in_list(self, position: int) -> int:
        """Return the position of the next item of a list, or the end."""
        end = len(self.chunks)
        following = position + 1
        # A phrase that hangs on the item ("a girl from the camp") does not end the list.
        while (
            following + 1 < end
            and self.chunks[following].kind == "preposition"
            and self.chunks[following + 1].noun is not None
            and not self._counts(following + 1)
        ):
            following += 2
        if following < end and self.chunks[following].kind == "open":
            closing = next(
                (i for i in range(following, end) if self.chunks[i].kind == "close"), end
            )
            following = closing + 1
        joint = following
        while joint < end and self.chunks[joint].kind in {"and", "comma", "quote"}:
            joint += 1
        if joint == following or joint >= end:
            return end
        return joint

    def _owned(self, position: int) -> bool:
        """Tell whether a noun phrase has a verb of its own behind it."""
        following = position + 1
        end = len(self.chunks)
        while following + 1 < end and (
            self.chunks[following].kind == "preposition"
            and self.chunks[following + 1].noun is not None
        ):
            following += 2
        while following < end and self.chunks[following].kind in {"word"}:
            following += 1
        if following >= end:
            return False
        chunk = self.chunks[following]
        if chunk.kind in {"verb", "state", "other_verb"}:
            return chunk.verb is None or chunk.verb.voice != "gerund"
        return False

    # Binding -----------------------------------------------------------------------------------

    def _counts(self, index: int) -> bool:
        noun = self.chunks[index].noun
        return noun is not None and (noun.count is not None or noun.one)

    def _bind(self, index: int, chunk: Chunk, trigger: int, real: bool) -> None:
        """Tie the noun phrase to the action if the two fit."""
        noun = self.chunks[index].noun
        assert noun is not None
        if index in self.findings:
            return
        group = chunk.verb
        claim_type = self._fitting_type(noun, chunk.types)
        if claim_type is None:
            return
        if group is not None and group.both:
            claim_type = "killed_or_wounded"
        if noun.count is None and not noun.one and not self._named_victim(noun, chunk, claim_type):
            return
        self._keep(index, claim_type, trigger, real)

    @staticmethod
    def _fitting_type(noun: NounPhrase, types: Sequence[str]) -> str | None:
        if noun.kind in {"measure", "action"}:
            return None
        if noun.kind == "materiel":
            return next((name for name in types if name in _MATERIEL_TYPES), None)
        if noun.kind == "incidents":
            return "incidents" if "incidents" in types and noun.count is not None else None
        name = next((name for name in types if name in HUMAN_TYPES), None)
        if noun.kind in {"unknown", "bare", "name"} and types and types[0] not in HUMAN_TYPES:
            return None
        return name

    @staticmethod
    def _named_victim(noun: NounPhrase, chunk: Chunk, claim_type: str) -> bool:
        return noun.kind == "name" and claim_type in {
            "killed", "wounded", "captured", "arrested", "abducted",
        }  # fmt: skip

    def _keep(self, index: int, claim_type: str, trigger: int, real: bool) -> Finding:
        finding = self.findings.get(index)
        if finding is None:
            finding = Finding(index, claim_type, trigger, real=real)
            self.findings[index] = finding
        return finding

    def _hypothetical(self, index: int) -> bool:
        """Tell whether the words before speak of a plan, a threat or a condition."""
        start = max(0, self.chunks[index].first - 6)
        before = [token.lower for token in self.tokens[start : self.chunks[index].first]]
        if any(word in _PLANS for word in before[-4:]):
            return True
        return any(word in {"if", "unless", "lest", "would", "could", "should"} for word in before)

    def _word(self, index: int) -> str:
        if not 0 <= index < len(self.chunks):
            return ""
        return self.tokens[self.chunks[index].first].lower


_PLANS = frozenset(
    "plan plans planned planning plot plots plotted plotting threat threats threatened threatening "
    "threaten intend intends intended attempt attempts attempted attempting conspiring conspiracy "
    "try tries tried trying want wants wanted vowed pledged avoid prevent prevented preventing "
    "failed averted aimed meant capable".split()
)
del words
