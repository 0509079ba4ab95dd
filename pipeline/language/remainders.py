"""Counted groups of which no verb or toll tells: attributes, companions, incidents, caches."""

from pipeline.language.counts import parse_count
from pipeline.language.findings import BEFORE, HUMAN_TYPES, MATERIEL_TYPES, Finding
from pipeline.language.incidents import read_incidents
from pipeline.language.verb_types import VerbTypes

# How many chunks back the group may stand of which a part is told.
_REACH = 20
_REMAINS = frozenset({"those", "bodies", "names", "remains", "corpses"})
_OF_AGE = 18
_THOSE = frozenset({"those", "the"})
_ONE = frozenset("i he she we".split())
_HOLDING = frozenset("containing holding consisting comprising comprised contained held".split())


class Remainders(VerbTypes):
    """Reads what the words for what was done have left over in a sentence."""

    def _read_attributes(self) -> None:
        """Read "eight wounded rebels" as a claim of its own beside what else is said of them."""
        for index, chunk in enumerate(self._chunks):
            noun = chunk.noun
            if noun is not None and noun.kind == "bare" and not self._counts_out(index):
                continue
            if noun is not None and noun.state and self._arguments.counts(index):
                things = noun.kind == "materiel"
                # "two captured trucks"
                state = "seized" if things and noun.state == "captured" else noun.state
                if things == (state in MATERIEL_TYPES) and not self._is_means(index):
                    kept = self._keep(index, state, index, not self.is_unreal(index))
                    if noun.kind == "bare" and kept.whole is None:
                        # "three of the dead"
                        kept.whole = BEFORE

    def _is_means(self, index: int) -> bool:
        """Tell whether arms taken long before are used: "fired with a captured rifle"."""
        noun = self._chunks[index].noun
        if noun is None or noun.kind != "materiel" or noun.state != "captured":
            return False
        return noun.one or self._arguments.word(index - 1) in {"from", "using"}

    def _counts_out(self, index: int) -> bool:
        """Tell whether "three of the dead were teenagers" is all that is said of them."""
        noun = self._chunks[index].noun
        assert noun is not None
        many = noun.count is not None and (noun.count.low or 0) > 1
        return (
            (many or self._is_said_to_be(index))
            and index not in self._arguments.bound
            and self._arguments.word(index - 1) != "in"
        )

    def _is_said_to_be(self, index: int) -> bool:
        """Tell whether "(one of the dead) was a nurse" stands here; take over who it was."""
        noun = self._chunks[index].noun
        said = self._chunks[index + 2].noun if index + 2 < len(self._chunks) else None
        if noun is None or said is None or self._arguments.word(index + 1) not in {"was", "is"}:
            return False
        if not said.one or said.kind not in {"strong", "weak"} or said.definite:
            return False
        noun.subject = said.subject
        return True

    def _read_companions(self) -> None:
        """Read "a leader who hid there, along with two others": the same was done to them."""
        for index, chunk in enumerate(self._chunks):
            if chunk.kind not in {"and", "preposition"} or not self._brings_others(index):
                continue
            before = [key for key in self._findings if key[0] < index and key[1] in HUMAN_TYPES]
            nearest = self._findings[max(before)] if before else self._deed_of_one(index)
            if nearest is None:
                continue
            for argument in self._arguments.list_right(index + 1):
                noun = self._chunks[argument].noun
                free = argument not in self._arguments.bound and self._arguments.counts(argument)
                if free and noun is not None and noun.kind in {"strong", "weak", "bare"}:
                    self._keep(argument, nearest.claim_type, nearest.trigger, nearest.real)

    def _deed_of_one(self, index: int) -> Finding | None:
        """Return what "I deserted (in June) with three others" tells of one who is not counted."""
        for earlier in range(index - 1, max(0, index - 6), -1):
            chunk = self._chunks[earlier]
            if chunk.verb is None:
                if chunk.kind in {"stop", "colon", "relative", "subordinate"}:
                    return None
                continue
            one = self._arguments.word(earlier - 1) in _ONE
            fits = chunk.types[0] in HUMAN_TYPES and not chunk.verb.unreal
            done = not chunk.verb.verb.transitive or chunk.verb.voice == "passive"
            if not (one and fits and done):
                return None
            return Finding(index, chunk.types[0], earlier, real=not self.is_unreal(earlier))
        return None

    def _read_prisoners(self) -> None:
        """Read "200 dead and 83 prisoners", "120 casualties and 40 captives"."""
        for index in range(2, len(self._chunks)):
            noun = self._chunks[index].noun
            if noun is None or noun.subject != "prisoners" or noun.count is None:
                continue
            if index in self._arguments.bound or self._kind(index - 1) != "and":
                continue
            before = index - 2 - (self._kind(index - 2) == "state")
            lost = {(before, "killed"), (before, "killed_or_wounded"), (before, "wounded")}
            told = [self._findings[key] for key in lost if key in self._findings]
            if told and not self._arguments.owned(index):
                self._keep(index, "captured", told[0].trigger, told[0].real)

    def _read_named_groups(self) -> None:
        """Make the names of "the two clerks, Ana Ruiz and Leo Sand, were killed" parts of them."""
        for (index, claim_type), told in list(self._findings.items()):
            group = self._chunks[index].noun
            count = group.count if group is not None else None
            if group is None or count is None or count.qualifier != "exact" or (count.low or 0) < 2:
                continue
            opened = self._list_of_names(index)
            if opened is None:
                continue
            named = list(self._arguments.list_right(opened))
            if sum(map(self._size, named)) != count.low:
                continue
            for at in filter(self._is_named_part, named):
                name = self._chunks[at].noun
                if name is not None and claim_type in HUMAN_TYPES:
                    if name.kind == "name":
                        name.subject = group.subject or name.subject
                    self._keep(at, claim_type, told.trigger, told.real).whole = index

    def _is_named_part(self, index: int) -> bool:
        """Tell whether a name, or "her son Sami" beside it, stands here."""
        noun = self._chunks[index].noun
        return noun is not None and (noun.kind == "name" or noun.one)

    def _list_of_names(self, group: int) -> int | None:
        """Return where names begin: "two clerks, Ana ...", "two clerks were killed: Ana ..."."""
        if self._kind(group + 1) == "comma":
            return group + 2
        for index in range(group + 1, min(group + 6, len(self._chunks))):
            if self._kind(index) == "colon":
                return index + 1
            if self._kind(index) in {"stop", "comma", "and"}:
                return None
        return None

    def _size(self, index: int) -> int:
        """Return how many a name, "her son" or "two guards" stand for."""
        noun = self._chunks[index].noun
        count = noun.count if noun is not None else None
        return 1 if count is None else count.low or 0

    def _is_name(self, index: int) -> bool:
        noun = self._chunks[index].noun
        return noun is not None and noun.kind == "name"

    def _read_leaders(self) -> None:
        """Read "84 men with their commander gave up": what is told of the men holds of him."""
        for group, claim_type in list(self._findings):
            leader = group + 2
            if claim_type not in HUMAN_TYPES or leader >= len(self._chunks):
                continue
            noun, men = self._chunks[leader].noun, self._chunks[group].noun
            if noun is None or men is None or not self._arguments.led_by(leader):
                continue
            if noun.subject in {"", "people"}:
                noun.subject = men.subject
            told = self._findings[group, claim_type]
            self._keep(leader, claim_type, told.trigger, told.real)

    def _brings_others(self, index: int) -> bool:
        """Tell whether "along with", or "and two more the next day", opens here."""
        if self._arguments.word(index) in {"along", "together"}:
            return True
        if self._kind(index) == "preposition":
            # "a brigadier defected (in May) with 60 of his men"
            if self._arguments.word(index) != "with":
                return False
            before = index - 1
            while before > 1 and self._kind(before) == "date":
                before -= 1 + (self._kind(before - 1) == "preposition")
            return before >= 0 and self._chunks[before].kind == "verb"
        following = self._chunks[index + 1] if index + 1 < len(self._chunks) else None
        if following is None or following.noun is None or self._arguments.owned(index + 1):
            return False
        last = self._tokens[following.last - 1].lower
        return following.noun.kind == "bare" and last in {"more", "others"}

    def _read_incidents(self) -> None:
        """Read the incidents that are counted."""
        for index in list(read_incidents(self._arguments)):
            self._keep(index, "incidents", index, not self.is_unreal(index))

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
                        self._keep(argument, "killed", index, not self.is_unreal(index))

    def _read_predicates(self) -> None:
        """Read "78 were injured; 36 were children": a part of those told before."""
        for index, chunk in enumerate(self._chunks[:-2]):
            noun, at = chunk.noun, self._said_of(index)
            said = self._chunks[at].noun
            if noun is None or noun.kind != "bare" or noun.count is None or noun.state:
                continue
            if index in self._arguments.bound or index in self._arguments.included:
                continue
            if self._type_of_those(index) and self._is_said_to_be(index):
                # "Of the dead, one was a nurse"
                noun.anaphor = True
                self._keep_predicate(index, index)
                continue
            linked = self._arguments.word(index + 1) in {"were", "are"}
            if not linked or self._arguments.word(index - 1) == "in":
                continue
            if self._says_young(at):
                noun.anaphor, noun.subject = True, "children"
                self._keep_predicate(index, index)
                continue
            plain = said is not None and said.count is None and not said.one and said.plural
            if said is None or not plain or said.kind != "strong":
                continue
            if self._kind(at + 1) in {"stop", "comma", "and", ""}:
                noun.anaphor = True
                if at > index + 2:
                    noun.subject = said.subject
                self._keep_predicate(index, index)
                second = at + 2
                if self._kind(at + 1) in {"comma", "and"} and self._is_second(second):
                    # "22 were clerks and 14 drivers"
                    self._keep_predicate(second, index)

    def _said_of(self, index: int) -> int:
        """Return the noun of "16 were women", "16 are those of women", "were the bodies of"."""
        at = index + 2
        of_them = at + 2 < len(self._chunks) and self._arguments.word(at + 1) == "of"
        return at + 2 if of_them and self._arguments.last_word(at) in _REMAINS else at

    def _says_young(self, index: int) -> bool:
        """Tell whether "under 12", "under the age of 12", "children under 12" stands here."""
        first = self._chunks[index].first
        said = [token.lower for token in self._tokens[first : first + 6]]
        if "under" not in said[:2]:
            return False
        count = parse_count(self._tokens, first + said.index("under") + 1)
        young = count is not None and count.low is not None and count.low <= _OF_AGE
        return young or "age" in said

    def _is_second(self, index: int) -> bool:
        noun = self._chunks[index].noun if index < len(self._chunks) else None
        counted = noun is not None and noun.kind == "strong" and noun.count is not None
        free = index not in self._arguments.bound and index not in self._arguments.included
        return counted and free and not self._arguments.owned(index)

    def _keep_predicate(self, index: int, first: int) -> None:
        """Keep a part: of a group of the sentence ("of whom"), of "those killed", or of before.

        `first`: the first of the parts that are told in a row.
        """
        last = self._tokens[self._chunks[first].last - 1].lower
        source = self._group_before(first) if last in {"whom", "them"} else None
        if source is not None:
            part = self._keep(index, source.claim_type, source.trigger, source.real)
            part.whole = source.noun
            return
        part = self._keep(index, self._type_of_those(first), index, not self.is_unreal(index))
        part.whole = BEFORE

    def _group_before(self, index: int) -> Finding | None:
        """Return what is told of the group of people nearest before a chunk."""
        for earlier in range(index - 1, max(-1, index - _REACH), -1):
            found = self._first.get(earlier)
            if found is not None and found.claim_type in HUMAN_TYPES:
                return found
        return None

    def _type_of_those(self, index: int) -> str:
        """Return what was done to "those killed" in "of those killed, 22 were clerks", or ""."""
        for opened in range(index - 1, max(0, index - _REACH), -1):
            chunk = self._chunks[opened]
            if chunk.kind in {"verb", "state"} and self._tokens[chunk.first - 1].lower in _THOSE:
                of = self._tokens[max(0, chunk.first - 2)].lower in {"of", "among"}
                return chunk.types[0] if of and chunk.types[0] in HUMAN_TYPES else ""
        return ""

    def _read_partitives(self) -> None:
        """Read "of the 23 trucks destroyed, 14 belonged to the state": so many of them."""
        if self._arguments.word(0) != "of":
            return
        for whole, claim_type in list(self._findings):
            told = self._findings[whole, claim_type]
            if whole != 1 or claim_type not in MATERIEL_TYPES:
                continue
            for index in range(whole + 1, len(self._chunks)):
                noun = self._chunks[index].noun
                if noun is not None and noun.kind == "bare" and index not in self._arguments.bound:
                    if noun.count is not None and self._arguments.word(index - 1) == ",":
                        self._keep(index, claim_type, told.trigger, told.real).whole = whole
                        return

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
