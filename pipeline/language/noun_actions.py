"""What is told by nouns and states: "11 deaths", "the killing of", "12 dead"."""

from pipeline.language.bindings import Bindings
from pipeline.language.findings import HELD_TYPES, MATERIEL_TYPES
from pipeline.language.phrases import Chunk, NounPhrase
from pipeline.language.verb_types import NAMED_TYPES

_BODIES = frozenset(
    "body bodies corpse corpses cadaver cadavers martyr martyrs skeleton skeletons".split()
)
_ONE_MORE = frozenset({"a", "another", "one"})
# What may be said of a body that is found.
_ALIKE = frozenset(
    "dead charred burnt burned headless decomposed decomposing mutilated bloated bullet-riddled "
    "unidentified unclaimed human single more further badly partially naked bloodied".split()
)
_FOUND = frozenset(
    "found find recovered discovered pulled retrieved exhumed unearthed dug fished washed lay "
    "lying floating brought".split()
)
_FOUND_REACH = 4
# "(named ten men) as dead".
_NAMING = frozenset(
    "named names naming listed lists listing gave gives giving identified reported counted "
    "registered recorded".split()
)
_NAMED_REACH = 9
_DEATHS = frozenset({"death", "deaths"})
# Nouns behind which "of" names what was suffered, or by what: "victims of the Boeing".
_TOLD_OF = frozenset({"victim", "victims", "loss", "losses"})
# Behind a loss they say that it is but thought of: "a single death would have ...".
_SUPPOSED = frozenset({"would"})
_WRECKS = frozenset("wreck wrecks wreckage remains hulk hulks".split())
_SHIPS = frozenset("ship ships boat boats vessel vessels ferry".split())
_CASES = frozenset({"case", "cases"})
_LIVES = frozenset({"lives", "life"})
# How many words before "the lives of" it may stand what becomes of them.
_LIVES_REACH = 6
_SPARING = frozenset(
    "save saves saved saving defend defends defended defending protect protects protected "
    "protecting spare spares spared sparing risk risks risked risking endanger endangers "
    "endangered endangering threaten threatens threatened threatening affect affects affected "
    "affecting improve improves improved improving guarantee change changes changed changing "
    "respect preserve preserved preserving".split()
)
# Words of a court, and how far before a deed one may stand that charges somebody with it.
_CHARGED = frozenset(
    "warrant warrants charge charges charged count counts indicted indictment wanted convicted "
    "acquitted arraigned sentenced tried trial".split()
)
_CHARGED_LINKS, _CHARGED_REACH = frozenset({"for", "of", "with"}), 4
_TAKING = frozenset("claim claimed claiming cost costs costing took take taken lost lose".split())
_SUSTAINED = frozenset("sustained suffered received sustaining suffering receiving".split())


class NounActions(Bindings):
    """Reads findings that no verb tells."""

    def _read_state(self, index: int, chunk: Chunk) -> None:
        """Read "10 dead", "the wounded were two refugees", "Killed: 12 civilians"."""
        group = chunk.verb
        assert group is not None
        real = not group.unreal and not self.is_unreal(index)
        if self._kind(index + 1) == "colon" and not self._counted_before(index):
            for argument in self._arguments.list_right(index + 2):
                self._bind(argument, chunk, index, real)
        elif self._arguments.word(index - 1) == "as" and self._named_as(index) is not None:
            first = self._named_as(index)
            for argument in self._arguments.list_right(first or 0):
                if argument < index and self._arguments.counts(argument):
                    self._bind(argument, chunk, index, real)
        elif self._tokens[chunk.first - 1].lower not in {"the", "for", "of"} or chunk.first == 0:
            # not "one of the dead", "left for dead", "the number of dead"
            for argument in self._arguments.left(index):
                if self._arguments.counts(argument) or self._is_found_so(argument, chunk):
                    self._bind(argument, chunk, index, real)

    def _is_found_so(self, index: int, state: Chunk) -> bool:
        """Tell whether "Dr Omar Dib (was found dead)" stands here, and no "deal" that is dead."""
        found = any(token.lower == "found" for token in self._tokens[state.first : state.last])
        named = self._chunks[index].noun
        long = self._chunks[index].last - self._chunks[index].first > 1
        return named is not None and named.kind == "name" and found and long

    def _named_as(self, index: int) -> int | None:
        """Return the list of "the paper named ten men and a boy as dead", or None."""
        for earlier in range(index - 2, max(0, index - _NAMED_REACH), -1):
            if self._arguments.word(earlier) in _NAMING:
                return earlier + 1
            if self._kind(earlier) in {"stop", "verb", "colon"}:
                return None
        return None

    def _read_action(self, index: int, chunk: Chunk, noun: NounPhrase) -> None:
        """Read "11 civilian deaths" and "the death of two soldiers"."""
        real = not self.is_unreal(index) and self._arguments.word(index + 1) not in _SUPPOSED
        if self._ends_in(index, _LIVES) and self._are_spared(index):
            return
        if noun.count is not None and not self._is_charge(index):
            # "Several kidnappings" counts neither people nor, surely, incidents.
            if noun.count.qualifier != "vague" or noun.types[0] not in HELD_TYPES:
                self._keep(index, noun.types[0], index, real)
            return
        if noun.types[0] == "wounded":
            self._read_sustained(index, real)
        cases = self._cases_of(index)
        if cases is not None:
            self._noun(cases).kind = "bare"
            self._keep(cases, noun.types[0], index, real)
        body = self._tokens[chunk.last - 1].lower in _BODIES
        if body and self._is_found(index):
            noun.one = True
            self._keep(index, noun.types[0], index, real)
            return
        owner = self._owner(index)
        lost = self._tokens[chunk.last - 1].lower in {"loss", "losses", "victim", "victims"}
        if owner is not None and not body and not lost and noun.types[0] in NAMED_TYPES:
            self._keep(owner, noun.types[0], index, real)
        for argument in self._objects_of_noun(index, body):
            candidate = self._chunks[argument].noun
            assert candidate is not None
            of_things = [kind for kind in noun.types if kind in MATERIEL_TYPES]
            if candidate.kind == "materiel" and of_things:
                if self._arguments.counts(argument) and not self._is_old_wreck(index, argument):
                    self._keep(argument, of_things[0], index, real)
            if candidate.kind not in {"strong", "weak", "bare", "unknown", "modifier", "name"}:
                continue
            if noun.types[0] in MATERIEL_TYPES:
                continue
            named = candidate.kind == "name" and not body and noun.types[0] in NAMED_TYPES
            # "the killing of Karen villagers"
            named = named and self._kind(argument + 1) != "noun"
            named = named and not self._ends_in(index, _TOLD_OF)
            named = named or (body and self._is_titled(argument))
            if self._arguments.counts(argument) or named:
                self._keep(argument, noun.types[0], index, real)

    def _is_charge(self, index: int) -> bool:
        """Tell whether a court's word counts the deeds: "warrants for multiple murder"."""
        first = self._chunks[index].first
        before = [token.lower for token in self._tokens[max(0, first - _CHARGED_REACH) : first]]
        return (
            before[-1:] != [] and before[-1] in _CHARGED_LINKS and not _CHARGED.isdisjoint(before)
        )

    def _is_titled(self, index: int) -> bool:
        """Tell whether "(the body of) Dr Omar Dib" stands here."""
        noun = self._chunks[index].noun
        return noun is not None and noun.kind == "name" and self._arguments.is_person(index)

    def _is_found(self, index: int) -> bool:
        """Tell whether "another body", "a headless corpse" is found, and no "body of" anything."""
        first, last = self._chunks[index].first, self._chunks[index].last
        words = [token.lower for token in self._tokens[first : last + 1]]
        if words[0] not in _ONE_MORE or not _ALIKE.issuperset(words[1 : last - first - 1]):
            return False
        clause = self._tokens[max(0, first - _FOUND_REACH) : last + _FOUND_REACH]
        return words[last - first :] != ["of"] and any(token.lower in _FOUND for token in clause)

    def _is_old_wreck(self, index: int, thing: int) -> bool:
        """Tell whether "the wreck of a ship" need be none of the war's."""
        return self._ends_in(index, _WRECKS) and self._ends_in(thing, _SHIPS)

    def _cases_of(self, index: int) -> int | None:
        """Return the counted "560 cases" of "560 cases of arbitrary arrest", else None."""
        before = index - 1
        while before > 0 and self._kind(before) == "word":
            before -= 1
        if before < 1 or self._arguments.word(before) != "of":
            return None
        counted = self._chunks[before - 1].noun is not None and self._arguments.counts(before - 1)
        return before - 1 if counted and self._ends_in(before - 1, _CASES) else None

    def _are_spared(self, index: int) -> bool:
        """Tell whether lives are saved, risked or led, and none lost."""
        first = self._chunks[index].first
        before = [token.lower for token in self._tokens[max(0, first - _LIVES_REACH) : first]]
        return not _SPARING.isdisjoint(before) and _TAKING.isdisjoint(before)

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
            # not "protest over killings: hundreds march"
            first = [] if self._arguments.owned(index + 2) else [index + 2]
            return [found for start in first for found in self._arguments.list_right(start)]
        start = index + 1
        if self._kind(start) == "quote" and self._kind(index - 1) == "quote":
            # 'the "martyrdom" of two men'
            start += 1
        if self._arguments.word(start) == "by" and self._chunks[start + 1 : start + 2]:
            # "the killing by security forces of ..."
            start += 2
        word = self._arguments.word(start)
        if word not in {"of", "to"} or (word == "to" and self._ends_in(index, _DEATHS)):
            # "Death to the invader" tells of nobody's death.
            return []
        return list(self._arguments.list_right(start + 1, owned=body))
