"""Who or what each action is done to: from chunks to findings.

The grammar is a cascade: inclusions ("among them two officers") are marked first, then every
action word looks for its arguments to the left or to the right, then tolls and strengths take
what is left, and what is left after that is no claim.
"""

from pipeline.language import function_words as words
from pipeline.language.booty import read_booty
from pipeline.language.care import casualties_in_care, read_care
from pipeline.language.companions import read_companions
from pipeline.language.crowds import read_crowds
from pipeline.language.executions import read_executions
from pipeline.language.findings import BEFORE, Finding
from pipeline.language.force_figures import read_force_figures, read_posted_men
from pipeline.language.identities import read_identities
from pipeline.language.in_hands import read_fallen_into_hands, read_in_hands
from pipeline.language.inclusions import Inclusion, mark_inclusions, whole_of
from pipeline.language.inversions import behind_inversion
from pipeline.language.labels import read_entries, read_fates_of_things, read_labels
from pipeline.language.noun_actions import NounActions
from pipeline.language.of_us import read_of_us
from pipeline.language.phrases import Chunk, VerbGroup
from pipeline.language.remarks import without_remarks
from pipeline.language.rolls import read_rolls
from pipeline.language.said_tolls import read_said_tolls
from pipeline.language.strengths import read_strengths
from pipeline.language.tolls import read_tolls
from pipeline.language.troops import men_of_body, name_members
from pipeline.language.verb_senses import is_meant
from pipeline.language.worst_fates import leave_worst

# What follows a set phrase that ends in one of these is the place: "crushed under a wall".
_ENDING = frozenset("under beneath into from".split())
_AFTER_LOST = words.PREPOSITIONS | {"and", "when", "while", "as", "so", "there", "here", "today"}
_THINGS = frozenset({"materiel", "incidents"})

# How far before a verb without "was" the passive may stand whose "was" it shares.
_LONGEST_PHRASES = 12


class Clauses(NounActions):
    """The clauses of one sentence, read once."""

    def read(self) -> list[Finding]:
        """Return the findings of the sentence, in order of the text."""
        inclusions = mark_inclusions(self._arguments)
        name_members(self._arguments)
        for index, claim_type, label in list(read_fates_of_things(self._arguments)):
            self._keep(index, claim_type, label, True)
        for index, chunk in enumerate(self._chunks):
            if chunk.kind == "verb":
                self._read_verb(index, chunk)
            elif chunk.kind == "state":
                self._read_state(index, chunk)
            elif chunk.noun is not None and chunk.noun.kind == "action":
                self._read_action(index, chunk, chunk.noun)
        for index, verb in list(read_of_us(self._arguments)):
            self._bind(index, self._chunks[verb], verb, not self.is_unreal(verb))
        self._read_executions()
        for toll in read_tolls(self._arguments):
            kept = self._keep(toll.noun, toll.claim_type, toll.noun, not self.is_unreal(toll.noun))
            kept.replaces = toll.replaces
        for index, claim_type, label in list(read_labels(self._arguments)):
            self._keep(index, claim_type, label, True)
        for index in list(read_force_figures(self._arguments)):
            self._keep(index, "strength", index, not self.is_unreal(index))
        for index, claim_type in read_said_tolls(self._arguments):
            noun = self._chunks[index].noun
            assert noun is not None
            noun.anaphor = True
            rival = claim_type or self._rivals_force(index)
            self._keep(index, rival, index, not self.is_unreal(index))
        for item, heading, claim_type in list(read_rolls(self._arguments)):
            self._keep(item, claim_type, heading, not self.is_unreal(heading)).whole = BEFORE
        for index in list(read_identities(self._arguments)):
            self._keep(index, "", 0, not self.is_unreal(index)).whole = BEFORE
        self._read_attributes()
        self._read_companions()
        for index, claim_type, trigger in list(read_companions(self._arguments, self._findings)):
            self._keep(index, claim_type, trigger, not self.is_unreal(trigger))
        self._read_prisoners()
        self._read_named_groups()
        self._read_leaders()
        self._read_hands()
        for index in list(read_care(self._arguments)):
            self._keep(index, "wounded", index, not self.is_unreal(index))
        for index in casualties_in_care(self._arguments):
            if self._findings.pop((index, "killed_or_wounded"), None) is not None:
                self._first[index] = self._keep(index, "wounded", index, True)
        self._read_incidents()
        self._read_massacres()
        self._read_predicates()
        self._read_caches()
        for index, claim_type in list(read_booty(self._arguments)):
            if index not in self._arguments.bound:
                self._keep(index, claim_type, index, not self.is_unreal(index))
        self._read_ellipses()
        self._read_partitives()
        for index in list(read_crowds(self._arguments)):
            self._keep(index, "protested", index, not self.is_unreal(index))
        strong = {noun for noun, claim_type in self._findings if claim_type == "strength"}
        for index in list(read_strengths(self._arguments, strong)):
            self._keep(index, "strength", index, not self.is_unreal(index))
        for index in list(read_posted_men(self._arguments)):
            self._keep(index, "strength", index, not self.is_unreal(index))
        for inclusion in inclusions:
            self._read_parts(inclusion)
        self._read_rests()
        for index, date in list(read_entries(self._arguments)):
            self._keep(index, "", date, True)
        leave_worst(self._arguments, self._findings)
        return [self._findings[key] for key in sorted(self._findings)]

    def _read_hands(self) -> None:
        """Read "nine in rebel hands", "fell into the rebels' hands": they are held, not dead."""
        for index in list(read_in_hands(self._arguments)):
            self._keep(index, "captured", index, not self.is_unreal(index))
        for index, verb in list(read_fallen_into_hands(self._arguments)):
            self._findings.pop((index, "killed"), None)
            held = "seized" if self._noun(index).kind == "materiel" else "captured"
            self._first[index] = self._keep(index, held, verb, not self.is_unreal(verb))

    def _rivals_force(self, index: int) -> str:
        """Read "put the raiders at twenty; villagers spoke of fifty": "" for no such rival."""
        before = max((noun for noun in self._first if noun < index), default=None)
        told = self._first[before] if before is not None else None
        if told is None or told.claim_type != "strength" or self._noun(told.noun).kind != "bare":
            return ""
        self._noun(index).subject = self._noun(told.noun).subject
        return "strength"

    def _read_verb(self, index: int, chunk: Chunk) -> None:
        group = chunk.verb
        assert group is not None
        if not is_meant(self._arguments, index):
            return
        real = not group.unreal and not self.is_unreal(index)
        subject = behind_inversion(self._arguments, index)
        if subject is not None:
            found = list(self._arguments.list_right(subject))
        elif not group.verb.transitive or group.voice == "passive":
            found = without_remarks(self._arguments, list(self._arguments.left(index)))
            found = [men_of_body(self._arguments, who) for who in found]
            self._read_figure_behind(index, chunk, found, real)
        else:
            # "Killed: 12 soldiers", as lists of losses have it.
            start = index + 1 + (self._kind(index + 1) == "colon")
            if "incidents" in chunk.types and start < len(self._chunks):
                self._take_cases(start)
            closed = self._ends_in(index, _ENDING)
            found = [] if closed else list(self._arguments.list_right(start))
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
            or (group.verb.lemma == "lose" and (lists or not self._ends_at(index)))
        ):
            return []
        return [noun for noun in self._arguments.left(index) if self._may_be_reduced(noun)]

    def _ends_at(self, index: int) -> bool:
        """Tell whether no object can follow: "two men lost in the raid", not "lost contact"."""
        end = self._chunks[index].last
        word = self._tokens[end].lower if end < len(self._tokens) else ""
        return not word or not word[0].isalnum() or word in _AFTER_LOST

    def _read_executions(self) -> None:
        """Read "were led away and shot": what counts is that they were killed."""
        for execution in list(read_executions(self._arguments, list(self._findings.values()))):
            held = execution.held
            self._keep(held.noun, "killed", execution.trigger, True)
            if execution.replaces:
                self._findings.pop((held.noun, held.claim_type), None)
                self._first[held.noun] = self._findings[held.noun, "killed"]

    def _nobody_did(self, index: int) -> bool:
        """Tell whether "nobody has", "no unit" is the subject of the verb at `index`."""
        noun = self._chunks[index - 1].noun if index else None
        return noun is not None and noun.count is not None and noun.count.high == 0

    def _may_be_reduced(self, index: int) -> bool:
        """Tell whether "a man killed in the raid" can be meant: "the force killed" can not."""
        noun = self._chunks[index].noun
        if noun is not None and noun.kind == "name":
            return self._is_set_off(index)
        if noun is None or not self._arguments.counts(index):
            return False
        return not (noun.one and noun.definite) or self._is_gapped(index)

    def _is_gapped(self, index: int) -> bool:
        """Read "the judge was shot in May, and the mayor's driver injured": "was" is left out."""
        if self._kind(index - 1) not in {"and", "comma"}:
            return False
        if self._kind(index + 2) not in {"", "stop"}:
            return False
        before = self._chunks[max(0, index - _LONGEST_PHRASES) : index]
        return any(chunk.verb is not None and chunk.verb.voice == "passive" for chunk in before)

    def _is_set_off(self, index: int) -> bool:
        """Tell whether a name is a person's with remarks: "Ana Ruiz, a cook, shot dead at"."""
        chunk = self._chunks[index]
        long = chunk.last - chunk.first > 1
        comma = self._kind(index + 1) == "comma"
        return comma and (long or self._arguments.is_person(index))

    def _may_be_object(self, index: int) -> bool:
        noun = self._chunks[index].noun
        return noun is not None and noun.kind != "measure"

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
