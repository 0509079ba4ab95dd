"""Who or what each action is done to: from chunks to findings.

The grammar is a cascade: inclusions ("among them two officers") are marked first, then every
action word looks for its arguments to the left or to the right, then tolls and strengths take
what is left, and what is left after that is no claim.
"""

from collections.abc import Sequence

from pipeline.language import function_words as words
from pipeline.language.care import read_care
from pipeline.language.findings import BEFORE, FORCES, HUMAN_TYPES, MATERIEL_TYPES, Finding
from pipeline.language.inclusions import Inclusion, mark_inclusions, whole_of
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.rightward import Arguments
from pipeline.language.said_tolls import read_said_tolls
from pipeline.language.strengths import read_strengths
from pipeline.language.tokens import Token
from pipeline.language.tolls import read_tolls

_NAMED_TYPES = frozenset({"killed", "wounded", "arrested", "abducted"})
_BODIES = frozenset("body bodies corpse corpses cadaver cadavers martyr martyrs".split())
_PLANS = frozenset(
    "plan plans planned planning plot plots plotted plotting threat threats threatened threatening "
    "threaten intend intends intended attempt attempts attempted attempting conspiring conspiracy "
    "try tries tried trying want wants wanted vowed pledged avoid prevent prevented preventing "
    "failed averted aimed meant capable".split()
)
_DEATHS = frozenset({"death", "deaths"})
# Nouns behind which "of" names what was suffered, or by what: "victims of the Boeing".
_TOLD_OF = frozenset({"victim", "victims", "loss", "losses"})
_HELD_TYPES = frozenset({"captured", "arrested", "abducted"})
_SUSTAINED = frozenset("sustained suffered received sustaining suffering receiving".split())
_HOLDING = frozenset("containing holding consisting comprising comprised contained held".split())
_CARE = frozenset("hospital hospitals clinic care safety shelter part place over refuge".split())
_CONDITIONS = frozenset("if unless lest would could should".split())


class Clauses:
    """The clauses of one sentence, read once."""

    def __init__(self, tokens: Sequence[Token], chunks: list[Chunk]) -> None:
        self._arguments = Arguments(tokens, chunks)
        self._tokens = tokens
        self._chunks = chunks
        self._findings: dict[tuple[int, str], Finding] = {}
        self._first: dict[int, Finding] = {}

    def read(self) -> list[Finding]:
        """Return the findings of the sentence, in order of the text."""
        inclusions = mark_inclusions(self._arguments)
        for index, chunk in enumerate(self._chunks):
            if chunk.kind == "verb":
                self._read_verb(index, chunk)
            elif chunk.kind == "state":
                self._read_state(index, chunk)
            elif chunk.noun is not None and chunk.noun.kind == "action":
                self._read_action(index, chunk, chunk.noun)
        for toll in read_tolls(self._arguments):
            kept = self._keep(toll.noun, toll.claim_type, toll.noun, not self._unreal(toll.noun))
            kept.replaces = toll.replaces
        for index in read_said_tolls(self._arguments):
            noun = self._chunks[index].noun
            assert noun is not None
            noun.anaphor = True
            self._keep(index, "", index, not self._unreal(index))
        self._read_attributes()
        self._read_companions()
        for index in list(read_care(self._arguments)):
            self._keep(index, "wounded", index, not self._unreal(index))
        self._read_incidents()
        self._read_massacres()
        self._read_predicates()
        self._read_caches()
        for index in list(read_strengths(self._arguments)):
            self._keep(index, "strength", index, not self._unreal(index))
        for inclusion in inclusions:
            self._read_parts(inclusion)
        return [self._findings[key] for key in sorted(self._findings)]

    def _read_verb(self, index: int, chunk: Chunk) -> None:
        group = chunk.verb
        assert group is not None
        real = not group.unreal and not self._unreal(index)
        if self._inverted(index):
            found = list(self._arguments.list_right(index + 2))
        elif not group.verb.transitive or group.voice == "passive":
            found = list(self._arguments.left(index))
        else:
            # "Killed: 12 soldiers", as lists of losses have it.
            start = index + 1 + (self._kind(index + 1) == "colon")
            found = list(self._arguments.list_right(start))
            if found and self._nobody_did(index):
                real = False
            if not any(self._may_be_object(argument) for argument in found):
                reduced = group.voice == "bare" and group.verb.lemma != "leave behind"
                left = self._arguments.left(index) if reduced else ()
                found = [argument for argument in left if self._may_be_reduced(argument)]
        for argument in found:
            self._bind(argument, chunk, index, real)

    def _inverted(self, index: int) -> bool:
        """Tell whether the subject follows: "Seized were twelve rifles", "Killed was a nurse"."""
        return (
            self._arguments.word(index + 1) in words.BE
            and (index == 0 or self._kind(index - 1) in {"stop", "colon"})
            and self._chunks[index].last == self._chunks[index].first + 1
        )

    def _nobody_did(self, index: int) -> bool:
        """Tell whether "nobody has", "no unit" is the subject of the verb at `index`."""
        noun = self._chunks[index - 1].noun if index else None
        return noun is not None and noun.count is not None and noun.count.high == 0

    def _may_be_reduced(self, index: int) -> bool:
        """Tell whether "a man killed in the raid" can be meant: "the force killed" can not."""
        noun = self._chunks[index].noun
        return (
            self._arguments.counts(index) and noun is not None and not (noun.one and noun.definite)
        )

    def _may_be_object(self, index: int) -> bool:
        noun = self._chunks[index].noun
        return noun is not None and noun.kind != "measure"

    def _read_state(self, index: int, chunk: Chunk) -> None:
        """Read "10 dead", "the wounded were two refugees", "Killed: 12 civilians"."""
        group = chunk.verb
        assert group is not None
        real = not group.unreal and not self._unreal(index)
        if self._kind(index + 1) == "colon" and not self._counted_before(index):
            for argument in self._arguments.list_right(index + 2):
                self._bind(argument, chunk, index, real)
        elif self._names_the_group(index):
            for argument in self._arguments.list_right(index + 2):
                if self._arguments.counts(argument):
                    self._keep(argument, chunk.types[0], index, real).whole = BEFORE
        elif self._tokens[chunk.first - 1].lower not in {"the", "for"} or chunk.first == 0:
            # not "one of the dead", "left for dead"
            for argument in self._arguments.left(index):
                if self._arguments.counts(argument):
                    self._bind(argument, chunk, index, real)

    def _counted_before(self, index: int) -> bool:
        """Tell whether the state is said of a counted group: "two dead: a clerk and a driver"."""
        return index > 0 and self._arguments.counts(index - 1)

    def _names_the_group(self, index: int) -> bool:
        """Tell whether "the wounded were ...", "the dead include ..." stands here."""
        if self._arguments.word(index - 1) != "the":
            return False
        following = self._kind(index + 1)
        return following == "include" or (
            following == "other_verb" and self._arguments.word(index + 1) in words.BE
        )

    def _read_action(self, index: int, chunk: Chunk, noun: NounPhrase) -> None:
        """Read "11 civilian deaths" and "the death of two soldiers"."""
        real = not self._unreal(index)
        if noun.count is not None:
            # "Several kidnappings" counts neither people nor, surely, incidents.
            if noun.count.qualifier != "vague" or noun.types[0] not in _HELD_TYPES:
                self._keep(index, noun.types[0], index, real)
            return
        if noun.types[0] == "wounded":
            self._read_sustained(index, real)
        body = self._tokens[chunk.last - 1].lower in _BODIES
        owner = self._owner(index)
        lost = self._tokens[chunk.last - 1].lower in {"loss", "losses", "victim", "victims"}
        if owner is not None and not body and not lost and noun.types[0] in _NAMED_TYPES:
            self._keep(owner, noun.types[0], index, real)
        for argument in self._objects_of_noun(index, body):
            candidate = self._chunks[argument].noun
            assert candidate is not None
            if candidate.kind == "materiel" and noun.types[0] in MATERIEL_TYPES:
                if self._arguments.counts(argument):
                    self._keep(argument, noun.types[0], index, real)
            if candidate.kind not in {"strong", "weak", "bare", "unknown", "modifier", "name"}:
                continue
            if noun.types[0] in MATERIEL_TYPES:
                continue
            named = candidate.kind == "name" and not body and noun.types[0] in _NAMED_TYPES
            named = named and not self._ends_in(index, _TOLD_OF)
            if self._arguments.counts(argument) or named:
                self._keep(argument, noun.types[0], index, real)

    def _ends_in(self, index: int, endings: frozenset[str]) -> bool:
        return self._tokens[self._chunks[index].last - 1].lower in endings

    def _read_sustained(self, index: int, real: bool) -> None:
        """Read "two others sustained varying degrees of injury"."""
        for before in range(index - 1, max(-1, index - 5), -1):
            if self._arguments.word(before) in _SUSTAINED:
                for argument in self._arguments.left(before):
                    if self._arguments.counts(argument):
                        self._keep(argument, "wounded", index, real)
                return

    def _owner(self, index: int) -> int | None:
        """Return the person of "Diaz's murder", the group of "the six priests' killing"."""
        before = index - 1
        if before >= 1 and self._kind(before) == "quote" and self._arguments.word(before) in "'’":
            group = self._chunks[before - 1].noun
            return before - 1 if group is not None and group.count is not None else None
        noun = self._chunks[before].noun if before >= 0 else None
        if noun is None or not (noun.kind == "name" or noun.one):
            return None
        last = self._tokens[self._chunks[before].last - 1].lower
        return before if last.endswith("'s") else None

    def _objects_of_noun(self, index: int, body: bool) -> list[int]:
        if self._kind(index + 1) == "colon":
            return list(self._arguments.list_right(index + 2))
        start = index + 1
        if self._arguments.word(start) == "by" and self._chunks[start + 1 : start + 2]:
            # "the killing by security forces of ..."
            start += 2
        word = self._arguments.word(start)
        if word not in {"of", "to"} or (word == "to" and self._ends_in(index, _DEATHS)):
            # "Death to the invader" tells of nobody's death.
            return []
        return list(self._arguments.list_right(start + 1, owned=body))

    def _read_attributes(self) -> None:
        """Read "eight wounded rebels" as a claim of its own beside what else is said of them."""
        for index, chunk in enumerate(self._chunks):
            noun = chunk.noun
            if noun is not None and noun.kind == "bare" and not self._counts_out(index):
                continue
            if noun is not None and noun.state and self._arguments.counts(index):
                if (noun.kind == "materiel") == (noun.state in MATERIEL_TYPES):
                    self._keep(index, noun.state, index, not self._unreal(index))

    def _counts_out(self, index: int) -> bool:
        """Tell whether "three of the dead were teenagers" is all that is said of them."""
        noun = self._chunks[index].noun
        assert noun is not None
        many = noun.count is not None and (noun.count.low or 0) > 1
        return (
            many and index not in self._arguments.bound and self._arguments.word(index - 1) != "in"
        )

    def _read_companions(self) -> None:
        """Read "a leader who hid there, along with two others": the same was done to them."""
        for index, chunk in enumerate(self._chunks):
            if chunk.kind != "and" or not self._brings_others(index):
                continue
            before = [key for key in self._findings if key[0] < index and key[1] in HUMAN_TYPES]
            if not before:
                continue
            nearest = self._findings[max(before)]
            for argument in self._arguments.list_right(index + 1):
                noun = self._chunks[argument].noun
                free = argument not in self._arguments.bound and self._arguments.counts(argument)
                if free and noun is not None and noun.kind in {"strong", "weak", "bare"}:
                    self._keep(argument, nearest.claim_type, nearest.trigger, nearest.real)

    def _brings_others(self, index: int) -> bool:
        """Tell whether "along with", or "and two more the next day", opens here."""
        if self._arguments.word(index) in {"along", "together"}:
            return True
        following = self._chunks[index + 1] if index + 1 < len(self._chunks) else None
        if following is None or following.noun is None or self._arguments.owned(index + 1):
            return False
        last = self._tokens[following.last - 1].lower
        return following.noun.kind == "bare" and last in {"more", "others"}

    def _read_incidents(self) -> None:
        """Read "nine strikes hit the town": counted incidents of which something is told."""
        for index, chunk in enumerate(self._chunks):
            noun = chunk.noun
            if noun is None or noun.kind != "incidents" or noun.count is None:
                continue
            if index in self._arguments.bound or noun.count.high in {0, 1}:
                continue
            if self._arguments.owned(index) and not self._arguments.object_of_preposition(index):
                self._keep(index, "incidents", index, not self._unreal(index))

    def _read_massacres(self) -> None:
        """Read "the massacre of four farmers": the massacre counts those killed."""
        for index, chunk in enumerate(self._chunks):
            noun = chunk.noun
            if noun is None or noun.kind != "incidents" or noun.subject != "massacres":
                continue
            if self._arguments.word(index + 1) != "of":
                continue
            for argument in self._arguments.list_right(index + 2):
                victims = self._chunks[argument].noun
                if self._arguments.counts(argument) and victims is not None:
                    if victims.kind in {"strong", "weak", "bare", "unknown"}:
                        self._keep(argument, "killed", index, not self._unreal(index))

    def _read_parts(self, inclusion: Inclusion) -> None:
        """Give parts the type of their whole where no word of their own says what happened."""
        whole = whole_of(self._arguments, inclusion)
        if inclusion.state:
            whole = self._whole_of_state(inclusion, whole)
        source = self._first.get(whole) if whole is not None else None
        for part in inclusion.parts:
            finding = self._first.get(part)
            if finding is None and not self._alike(part, whole):
                continue
            if finding is None and source is not None:
                finding = self._keep(part, source.claim_type, source.trigger, source.real)
            elif finding is None and (whole is None or inclusion.state):
                finding = self._keep(part, inclusion.state, inclusion.opened, True)
            if finding is None:
                continue
            if source is not None and finding.claim_type == source.claim_type:
                finding.whole = whole
            elif whole is None:
                finding.whole = BEFORE

    def _read_predicates(self) -> None:
        """Read "78 were injured; 36 were children": a part of those told before."""
        for index, chunk in enumerate(self._chunks[:-2]):
            noun, said = chunk.noun, self._chunks[index + 2].noun
            if noun is None or noun.kind != "bare" or noun.count is None or said is None:
                continue
            if index in self._arguments.bound or index in self._arguments.included:
                continue
            if noun.state or self._arguments.word(index - 1) == "in":
                continue
            plain = said.count is None and not said.one and said.plural and said.kind == "strong"
            linked = self._arguments.word(index + 1) in {"were", "are"}
            if linked and plain and self._kind(index + 3) in {"stop", "comma", ""}:
                noun.anaphor = True
                finding = self._keep(index, "", index, not self._unreal(index))
                finding.whole = BEFORE

    def _read_caches(self) -> None:
        """Read "a cache consisting of eleven rounds": what a cache holds was found with it."""
        for index, claim_type in list(self._findings):
            if claim_type not in MATERIEL_TYPES or self._tokens[
                self._chunks[index].last - 1
            ].lower not in {"cache", "caches", "stockpile", "depot", "dump"}:
                continue
            opened = index + 1
            while opened < len(self._chunks) and self._arguments.word(opened) not in _HOLDING:
                if opened > index + 3:
                    break
                opened += 1
            else:
                if opened >= len(self._chunks):
                    continue
                found = self._findings[index, claim_type]
                start = opened + 1 + (self._arguments.word(opened + 1) == "of")
                for argument in self._arguments.list_right(start):
                    noun = self._chunks[argument].noun
                    if noun is not None and noun.kind == "materiel":
                        if self._arguments.counts(argument):
                            self._keep(argument, claim_type, found.trigger, found.real)

    def _alike(self, part: int, whole: int | None) -> bool:
        """Tell whether a part can be of its whole: no arms among people."""
        nouns = [self._chunks[index].noun for index in (part, whole) if index is not None]
        return len({noun is not None and noun.kind == "materiel" for noun in nouns}) < 2

    def _whole_of_state(self, inclusion: Inclusion, nearest: int | None) -> int | None:
        """Return the group of which "among the dead" speaks: the last told to be dead."""
        for noun, claim_type in sorted(self._findings, reverse=True):
            if noun < inclusion.opened and claim_type == inclusion.state:
                if noun not in self._arguments.included:
                    return noun
        return nearest if nearest is not None and nearest in self._first else None

    def _bind(self, index: int, chunk: Chunk, trigger: int, real: bool) -> None:
        """Tie the noun phrase to the action if the two fit."""
        noun = self._chunks[index].noun
        assert noun is not None
        if "incidents" in chunk.types and noun.anaphor and self._bind_incidents(index, trigger):
            return
        claim_type = self._fitting_type(noun, chunk)
        if claim_type is None:
            return
        if chunk.verb is not None and chunk.verb.both:
            claim_type = "killed_or_wounded"
        if noun.count is None and not noun.one:
            if noun.kind != "name" or claim_type not in _NAMED_TYPES:
                return
        self._keep(index, claim_type, trigger, real)

    def _bind_incidents(self, index: int, trigger: int) -> bool:
        """Read "66 massacres, four of which occurred ..." as a part of them."""
        for earlier in range(index - 1, -1, -1):
            noun = self._chunks[earlier].noun
            if noun is not None and noun.kind == "incidents" and noun.count is not None:
                part = self._chunks[index].noun
                assert part is not None
                part.subject, part.kind = noun.subject, "incidents"
                self._keep(index, "incidents", trigger, True).whole = earlier
                return True
        return False

    def _fitting_type(self, noun: NounPhrase, chunk: Chunk) -> str | None:
        """Return the type that the verb has for this kind of noun, or None."""
        types = chunk.types
        if noun.kind in {"measure", "action", "collective"}:
            return None
        if noun.kind == "pronoun" and not HUMAN_TYPES.issuperset(types):
            return None
        if noun.kind == "incidents":
            return "incidents" if "incidents" in types and noun.count is not None else None
        if "strength" in types and noun.subject in {"", "people", "civilians", "protesters"}:
            return "protested" if self._tells_protest() and noun.count is not None else None
        if "strength" in types:
            forces = noun.kind == "materiel" or noun.subject in FORCES
            return "strength" if forces and noun.count is not None else None
        lemma = chunk.verb.verb.lemma if chunk.verb is not None else ""
        if noun.subject == "prisoners" and lemma in {"take", "capture", "seize"}:
            return "captured"
        if lemma == "take" and noun.count is not None and noun.count.high == 0:
            return None
        if lemma == "take" and noun.kind in {"strong", "weak"}:
            held = any(found is noun for found in self._held())
            return None if held or self._for_care(chunk) else "abducted"
        if lemma == "take":
            passive = chunk.verb is not None and chunk.verb.voice == "passive"
            return "seized" if passive and noun.kind == "materiel" else None
        if noun.kind == "materiel":
            found = next((name for name in types if name in MATERIEL_TYPES), None)
            # "blew up a bomb": a single weapon is the means, not what was destroyed.
            means = noun.subject == "weapons" and noun.one and found == "destroyed"
            return None if means else found
        if lemma in {"recover", "find", "discover"} and noun.kind == "bare" and noun.anaphor:
            # "a further five were recovered": of the bodies told before
            return "" if self._is_passive(chunk) else None
        if lemma == "bury" and not self._buries_dead(noun, chunk):
            return None
        if lemma == "lose" and noun.kind == "name" and self._is_passive(chunk):
            return None
        if lemma == "hold" and noun.kind in {"name", "unknown", "modifier"}:
            return None
        if noun.kind in {"unknown", "bare", "name", "modifier"} and types[0] not in HUMAN_TYPES:
            return None
        if noun.kind == "unknown" and not MATERIEL_TYPES.isdisjoint(types):
            # "seized 3,400 leaflets": surely nobody was abducted.
            return None
        return next((name for name in types if name in HUMAN_TYPES), None)

    def _buries_dead(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Tell a funeral from people under rubble and from things in the ground."""
        if noun.count is None or noun.kind not in {"strong", "weak", "bare"}:
            return False
        if noun.count.low == 1:
            return False
        behind = {token.lower for token in self._tokens[chunk.last : chunk.last + 2]}
        return behind.isdisjoint({"under", "beneath"}) and not (
            noun.kind == "bare" and self._is_passive(chunk) and "in" in behind
        )

    @staticmethod
    def _is_passive(chunk: Chunk) -> bool:
        return chunk.verb is not None and chunk.verb.voice == "passive"

    def _held(self) -> list[NounPhrase | None]:
        """Return the groups of which it is known that they were caught or arrested."""
        return [self._chunks[noun].noun for noun, kind in self._findings if kind in _HELD_TYPES]

    def _tells_protest(self) -> bool:
        """Tell whether the sentence is about a demonstration, in which people took part."""
        return any(
            token.lower.startswith(("protest", "demonstrat", "rally", "march"))
            for token in self._tokens
        )

    def _for_care(self, chunk: Chunk) -> bool:
        """Tell whether people were taken to a hospital, or into custody told elsewhere."""
        behind = {token.lower for token in self._tokens[chunk.last : chunk.last + 12]}
        return not behind.isdisjoint(_CARE)

    def _keep(self, index: int, claim_type: str, trigger: int, real: bool) -> Finding:
        finding = self._findings.get((index, claim_type))
        if finding is None:
            finding = Finding(index, claim_type, trigger, real=real)
            self._findings[index, claim_type] = finding
            self._first.setdefault(index, finding)
            self._arguments.bound.add(index)
        return finding

    def _unreal(self, index: int) -> bool:
        """Tell whether the words before speak of a plan, a threat or a condition."""
        first = self._chunks[index].first
        before = [token.lower for token in self._tokens[max(0, first - 6) : first]]
        if before[-2:] == ["all", "but"]:
            return True
        conditions = _CONDITIONS
        if self._chunks[index].kind == "state":
            # "There will be hundreds dead", but "an inquiry will look into the murders".
            conditions = _CONDITIONS | {"will", "might"}
        return not _PLANS.isdisjoint(before[-4:]) or not conditions.isdisjoint(before)

    def _kind(self, index: int) -> str:
        return self._chunks[index].kind if index < len(self._chunks) else ""
