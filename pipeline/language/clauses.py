"""Who or what each action is done to: from chunks to findings.

The grammar is a cascade: inclusions ("among them two officers") are marked first, then every
action word looks for its arguments to the left or to the right, then tolls and strengths take
what is left, and what is left after that is no claim.
"""

from pipeline.language import function_words as words
from pipeline.language.care import read_care
from pipeline.language.crowds import read_crowds
from pipeline.language.ellipses import Ellipses
from pipeline.language.executions import read_executions
from pipeline.language.findings import BEFORE, MATERIEL_TYPES, Finding
from pipeline.language.inclusions import Inclusion, mark_inclusions, whole_of
from pipeline.language.phrases import Chunk, NounPhrase, VerbGroup
from pipeline.language.rolls import read_rolls
from pipeline.language.said_tolls import read_said_tolls
from pipeline.language.strengths import read_strengths
from pipeline.language.things_told import counts_things, is_part, says_which
from pipeline.language.tolls import read_tolls
from pipeline.language.troops import name_members
from pipeline.language.verb_senses import is_meant
from pipeline.language.verb_types import HELD_TYPES

_NAMED_TYPES = frozenset({"killed", "wounded", "arrested", "abducted"})
_BODIES = frozenset("body bodies corpse corpses cadaver cadavers martyr martyrs".split())
_THINGS = frozenset({"materiel", "incidents"})
_DEATHS = frozenset({"death", "deaths"})
# Nouns behind which "of" names what was suffered, or by what: "victims of the Boeing".
_TOLD_OF = frozenset({"victim", "victims", "loss", "losses"})
# Vehicles with which no force is sent.
_OF_RESCUERS = frozenset("engines ambulances ambulance bulldozers excavators engine".split())
# Behind a loss they say that it is but thought of: "a single death would have ...".
_SUPPOSED = frozenset({"would"})
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
_TAKING = frozenset("claim claimed claiming cost costs costing took take taken lost lose".split())
_SUSTAINED = frozenset("sustained suffered received sustaining suffering receiving".split())


class Clauses(Ellipses):
    """The clauses of one sentence, read once."""

    def read(self) -> list[Finding]:
        """Return the findings of the sentence, in order of the text."""
        inclusions = mark_inclusions(self._arguments)
        name_members(self._arguments)
        for index, chunk in enumerate(self._chunks):
            if chunk.kind == "verb":
                self._read_verb(index, chunk)
            elif chunk.kind == "state":
                self._read_state(index, chunk)
            elif chunk.noun is not None and chunk.noun.kind == "action":
                self._read_action(index, chunk, chunk.noun)
        self._read_executions()
        for toll in read_tolls(self._arguments):
            kept = self._keep(toll.noun, toll.claim_type, toll.noun, not self._unreal(toll.noun))
            kept.replaces = toll.replaces
        for index in read_said_tolls(self._arguments):
            noun = self._chunks[index].noun
            assert noun is not None
            noun.anaphor = True
            self._keep(index, "", index, not self._unreal(index))
        for item, heading, claim_type in list(read_rolls(self._arguments)):
            self._keep(item, claim_type, heading, not self._unreal(heading)).whole = BEFORE
        self._read_attributes()
        self._read_companions()
        self._read_prisoners()
        self._read_named_groups()
        self._read_leaders()
        for index in list(read_care(self._arguments)):
            self._keep(index, "wounded", index, not self._unreal(index))
        self._read_incidents()
        self._read_massacres()
        self._read_predicates()
        self._read_caches()
        self._read_ellipses()
        self._read_partitives()
        for index in list(read_crowds(self._arguments)):
            self._keep(index, "protested", index, not self._unreal(index))
        told = {noun for noun, claim_type in self._findings if claim_type == "strength"}
        for index in list(read_strengths(self._arguments, told)):
            self._keep(index, "strength", index, not self._unreal(index))
        for inclusion in inclusions:
            self._read_parts(inclusion)
        self._leave_worst()
        return [self._findings[key] for key in sorted(self._findings)]

    def _leave_worst(self) -> None:
        """Keep one fate of a group: "ten men killed and wounded", "a clerk was hit and died"."""
        for noun, claim_type in list(self._findings):
            told = self._findings.get((noun, claim_type))
            if told is None or not told.real:
                continue
            if claim_type == "killed_or_wounded":
                self._findings.pop((noun, "killed"), None)
            elif claim_type == "killed" and self._is_one(noun):
                self._findings.pop((noun, "wounded"), None)

    def _is_one(self, index: int) -> bool:
        noun = self._chunks[index].noun
        assert noun is not None
        return noun.count is None or noun.count.low == noun.count.high == 1

    def _read_verb(self, index: int, chunk: Chunk) -> None:
        group = chunk.verb
        assert group is not None
        if not is_meant(self._arguments, index):
            return
        real = not group.unreal and not self._unreal(index)
        if self._inverted(index):
            found = list(self._arguments.list_right(index + 2))
        elif not group.verb.transitive or group.voice == "passive":
            found = list(self._arguments.left(index))
            self._read_figure_behind(index, chunk, found, real)
        else:
            # "Killed: 12 soldiers", as lists of losses have it.
            start = index + 1 + (self._kind(index + 1) == "colon")
            if "incidents" in chunk.types and start < len(self._chunks):
                self._take_cases(start)
            found = list(self._arguments.list_right(start))
            if found and self._nobody_did(index):
                real = False
            if not any(self._may_be_object(argument) for argument in found):
                found = self._objects_before(index, group, bool(found))
        for argument in found:
            self._bind(argument, chunk, index, real)

    def _read_figure_behind(self, index: int, chunk: Chunk, found: list[int], real: bool) -> None:
        """Read "Pilots give themselves up: 31 so far": how many those are who did so."""
        if not found or self._kind(index + 1) != "colon" or index + 2 >= len(self._chunks):
            return
        group, figure = self._chunks[found[0]].noun, self._chunks[index + 2].noun
        if group is None or figure is None or figure.kind != "bare" or figure.count is None:
            return
        if self._arguments.counts(found[0]) or not group.plural:
            return
        figure.subject = figure.subject or group.subject
        self._bind(index + 2, chunk, index, real)

    def _objects_before(self, index: int, group: VerbGroup, lists: bool) -> list[int]:
        """Return those of whom "killed in the raid", "the gunmen had killed" hangs on a noun."""
        told = self._arguments.left_of_contact(index)
        if told is not None:
            return [told]
        # "Two cars drove off" is no participle.
        reduced = group.voice == "bare" and "participle" in group.verb.parts
        # "and lost two teeth"
        if (
            not reduced
            or group.verb.lemma == "leave behind"
            or (group.verb.lemma == "lose" and lists)
        ):
            return []
        return [noun for noun in self._arguments.left(index) if self._may_be_reduced(noun)]

    def _read_executions(self) -> None:
        """Read "were led away and shot": what counts is that they were killed."""
        for execution in list(read_executions(self._arguments, list(self._findings.values()))):
            held = execution.held
            self._keep(held.noun, "killed", execution.trigger, True)
            if execution.replaces:
                self._findings.pop((held.noun, held.claim_type), None)
                self._first[held.noun] = self._findings[held.noun, "killed"]

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
        if noun is not None and noun.kind == "name":
            return self._is_set_off(index)
        return (
            self._arguments.counts(index) and noun is not None and not (noun.one and noun.definite)
        )

    def _is_set_off(self, index: int) -> bool:
        """Tell whether a name is a person's with remarks: "Ana Ruiz, a cook, shot dead at"."""
        chunk = self._chunks[index]
        long = chunk.last - chunk.first > 1
        comma = self._kind(index + 1) == "comma"
        return comma and (long or self._arguments.is_person(index))

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
        elif self._tokens[chunk.first - 1].lower not in {"the", "for", "of"} or chunk.first == 0:
            # not "one of the dead", "left for dead", "the number of dead"
            for argument in self._arguments.left(index):
                if self._arguments.counts(argument):
                    self._bind(argument, chunk, index, real)

    def _counted_before(self, index: int) -> bool:
        """Tell whether the state is said of a counted group: "two dead: a clerk and a driver"."""
        return index > 0 and self._arguments.counts(index - 1)

    def _read_action(self, index: int, chunk: Chunk, noun: NounPhrase) -> None:
        """Read "11 civilian deaths" and "the death of two soldiers"."""
        real = not self._unreal(index) and self._arguments.word(index + 1) not in _SUPPOSED
        if self._ends_in(index, _LIVES) and self._are_spared(index):
            return
        if noun.count is not None:
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
            # "the killing of Karen villagers"
            named = named and self._kind(argument + 1) != "noun"
            named = named and not self._ends_in(index, _TOLD_OF)
            if self._arguments.counts(argument) or named:
                self._keep(argument, noun.types[0], index, real)

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
        if self._arguments.word(start) == "by" and self._chunks[start + 1 : start + 2]:
            # "the killing by security forces of ..."
            start += 2
        word = self._arguments.word(start)
        if word not in {"of", "to"} or (word == "to" and self._ends_in(index, _DEATHS)):
            # "Death to the invader" tells of nobody's death.
            return []
        return list(self._arguments.list_right(start + 1, owned=body))

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
            self._inherit_subject(part, inclusion)
            if source is not None and finding.claim_type == source.claim_type:
                finding.whole = whole
                self._name_as_one_of(part, source.noun)
            elif whole is None:
                finding.whole = BEFORE

    def _inherit_subject(self, part: int, inclusion: Inclusion) -> None:
        """Read "among the dead gunmen was Ali Dib": a gunman, as far as nothing else is told."""
        group = self._chunks[min(inclusion.opened + 1, len(self._chunks) - 1)].noun
        noun = self._chunks[part].noun
        if noun is None or group is None or group.kind not in {"strong", "weak"}:
            return
        if group.plural and group.state and noun.kind in {"name", "weak"}:
            if noun.subject == "people":
                noun.subject = group.subject

    def _name_as_one_of(self, part: int, whole: int) -> None:
        """Read "four rebels, including Ali Dib": he is a rebel."""
        noun, group = self._noun(part), self._noun(whole)
        if noun.kind == "name" and noun.subject == "people" and group.kind in {"strong", "weak"}:
            noun.subject = group.subject or noun.subject

    def _alike(self, part: int, whole: int | None) -> bool:
        """Tell whether a part can be of its whole: no arms among people, no massacres."""
        if whole is not None and self._noun(part).anaphor and self._noun(part).kind == "bare":
            # "51 drones, twelve of them at sea"
            self._count_as(part, whole)
        nouns = [self._chunks[index].noun for index in (part, whole) if index is not None]
        kinds = {noun.kind for noun in nouns if noun and noun.kind != "bare"}
        return len({kind if kind in _THINGS else "" for kind in kinds}) < 2

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
        if "incidents" in chunk.types:
            # "investigated eleven violations and confirmed three"
            again = noun.anaphor or (noun.kind == "bare" and index == trigger + 1)
            if again and self._bind_incidents(index, trigger):
                return
        of_things = self._is_of_things(noun, chunk) or self._lists_things(index, trigger)
        of_things = of_things or says_which(self._arguments, index)
        told = counts_things(self._arguments, index) if of_things else None
        claim_type = self._fitting_type(noun, chunk)
        if claim_type is None:
            return
        if chunk.verb is not None and chunk.verb.both:
            claim_type = "killed_or_wounded"
        if claim_type == "strength" and (
            self._ends_in(index, _OF_RESCUERS) or self._counts_some_of(index)
        ):
            return
        if noun.count is None and not noun.one:
            if noun.kind != "name" or claim_type not in _NAMED_TYPES:
                return
        finding = self._keep(index, claim_type, trigger, real or self._is_estimate(noun, chunk))
        if told is not None and is_part(self._arguments, index):
            finding.whole = told

    def _counts_some_of(self, index: int) -> bool:
        """Tell whether "43 of the 90 soldiers (stationed there)" stands here."""
        chunk = self._chunks[index]
        words = [token.lower for token in self._tokens[chunk.first : chunk.last]]
        return self._noun(index).anaphor and "of" in words

    def _is_estimate(self, noun: NounPhrase, chunk: Chunk) -> bool:
        """Read "as many as 900 may have died": the most that somebody reckons to be dead."""
        said = [token.lower for token in self._tokens[chunk.first : chunk.first + 2]]
        most = noun.count is not None and noun.count.qualifier == "at_most"
        return most and said in (["may", "have"], ["might", "have"])

    def _take_cases(self, index: int) -> None:
        """Take "17 similar cases", of what is told before, for incidents."""
        chunk = self._chunks[index]
        words = {token.lower for token in self._tokens[chunk.first : chunk.last]}
        if chunk.noun and "cases" in words and not words.isdisjoint({"similar", "such"}):
            chunk.noun.kind, chunk.noun.subject = "incidents", "attacks"

    def _lists_things(self, index: int, trigger: int) -> bool:
        """Tell whether a verb's object told before counts things: "seized six cars and three"."""
        return any(
            trigger < noun < index and told.trigger == trigger and claim_type in MATERIEL_TYPES
            for (noun, claim_type), told in self._findings.items()
        )

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
