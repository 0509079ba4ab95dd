"""Where a sentence names a side of the conflict, and whether it says that the side attacked."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extract.passage import Passage, Sentence
from pipeline.extract.sides import merged
from pipeline.language.calendar_words import date_end
from pipeline.language.figures import BELOW_HUNDRED
from pipeline.language.function_words import BE, HAVE
from pipeline.language.tokens import Token
from pipeline.language.vocabulary import Vocabulary

_SKIPPED = (
    BE
    | HAVE
    | frozenset(
        "also then later the who that which kept started began in reportedly managed to".split()
    )
)
# What a side is named for: "UNITA bands attacked", "an IRA unit fired".
_BANDS = frozenset(
    "puppet bands band units unit fighters forces column columns cell cells gang gangs group "
    "groups commandos commando members elements element squad squads militants gunmen guerrillas "
    "rebels insurgents terrorists militiamen militia troops men patrol patrols brigade battalion "
    "faction factions positions snipers sniper artillery gunners warplanes jets aircraft".split()
)
# By what a side kills: "rebel mines claimed 17 lives", "a Russian cruise missile hit".
_MEANS = frozenset(
    "mine mines landmine landmines rocket rockets shell shells shelling drone drones missile "
    "missiles bomb bombs mortar mortars fire airstrike airstrikes strike strikes raids ieds air "
    "cruise ballistic glide guided cluster barrel artillery gunfire".split()
)
# What such means do, told actively.
_BY_MEANS = frozenset(
    "hit hits struck strike strikes slammed slams pounded kill killed kills wound wounded injured "
    "maimed destroyed".split()
)
# "Warplanes believed to be Russian".
_THOUGHT = frozenset("believed thought presumed suspected".split())
# "Rebel fighting positions" fought nobody.
_FIGHTING_FROM = frozenset("position positions vehicle vehicles age men season".split())
# "A rebel task force of some 200 men attacked", "men on motorbikes raided".
_OF_MEN = frozenset("of on in with some about around up to than more least at".split())
_FITTED = (
    _OF_MEN
    | frozenset(
        "motorbikes motorcycles motorbike motorcycle horseback pickups pickup trucks vehicles "
        "boats rifles uniforms masks task force men fighters strong hundred hundreds dozens".split()
    )
    | frozenset(BELOW_HUNDRED)
)
# "Ten soldiers killed, a post burned": what was done to them, unless somebody else follows.
_DONE_TO = frozenset("killed wounded captured arrested abducted detained executed murdered".split())
_NO_OBJECT = frozenset(", . ; : ) according in by on at near during when while and".split())
# What is done by a friend: "supported by an army drone".
_HELPED = frozenset(
    "supported backed accompanied escorted joined followed assisted aided covered led owned run "
    "controlled held used inspired guarded protected".split()
)
# Words that may stand between a side and its verb.
PASSED = _SKIPPED | _BANDS
# How many words may stand between a side and its verb.
_GAP = 5
_LONGEST_DESCRIPTION = 9
_EITHER = frozenset("faction factions groups parties".split())
_BOTH = frozenset("two both rival warring opposing".split())
_JOINTS = (["and"], ["and", "allied"], ["and", "the"])


@dataclass(frozen=True, slots=True)
class Mention:
    """A side named in a sentence; token positions are half-open."""

    first: int
    last: int
    side: str


@dataclass(frozen=True)
class Told:
    """The tokens of a sentence, in lower case too, and the sides named in it."""

    tokens: list[Token]
    lower: list[str]
    mentions: list[Mention]


class SideMentions:
    """Finds the sides named in the sentences of one passage, each sentence once."""

    def __init__(self, passage: Passage, vocabulary: Vocabulary) -> None:
        self._passage = passage
        self._vocabulary = vocabulary
        self._told: dict[int, Told] = {}

    def of(self, sentence: Sentence) -> Told:
        """Return what the sentence says of sides, in order of the text."""
        known = self._told.get(sentence.index)
        if known is None:
            tokens = self._passage.tokens(sentence)
            known = Told(tokens, [token.lower for token in tokens], self._find(tokens))
            self._told[sentence.index] = known
        return known

    def attacks(self, told: Told, mention: Mention) -> bool:
        """Tell whether the sentence says that this side attacked or fought."""
        lower = told.lower
        after, passive = mention.last, False
        after = self._behind_description(lower, after)
        described = after
        if self._claimed_lives(lower, after):
            return True
        while after < len(lower) and after - described < _GAP:
            word = lower[after]
            day = date_end(told.tokens, after + (word == "on"))
            if day > after + (word == "on"):
                # "A unit of the army on Tuesday destroyed"
                described += day - after
                after = day
                continue
            if word not in PASSED and not word.endswith("ly"):
                break
            passive = passive or word in BE
            after += 1
        if after >= len(lower):
            return self._fought_with(lower, mention)
        if lower[after] == "responsible":
            return True
        if lower[after] in _DONE_TO and _no_object(lower[after + 1 : after + 3]):
            return self._fought_with(lower, mention)
        if lower[after] == "fighting" and not _FIGHTING_FROM.isdisjoint(
            lower[after + 1 : after + 2]
        ):
            return False
        if self._vocabulary.attack_verbs.at(told.tokens, after) is not None:
            return not passive or lower[after].endswith("ing")
        return self._fought_with(lower, mention) or (
            lower[after] in self._vocabulary.attack_nouns and lower[after - 1] != "in"
        )

    def _behind_description(self, lower: Sequence[str], after: int) -> int:
        """Step over "(PDF) units", "task force of some 200 men", "on motorbikes"."""
        if lower[after : after + 1] == ["("] and ")" in lower[after : after + 4]:
            after = lower.index(")", after) + 1
        end = after
        while end < len(lower) and end - after < _LONGEST_DESCRIPTION:
            word = lower[end]
            if word not in _FITTED and word not in _BANDS and not word[0].isdigit():
                break
            end += 1
        if end > after and lower[end - 1] in _OF_MEN:
            return after
        if end < len(lower) and lower[end] == "," and "," in lower[end + 1 : end + 9]:
            # "A column of eighty, including some boys, entered"
            closes = lower.index(",", end + 1) + 1
            attacks = lower[closes : closes + 1] and self._vocabulary.attack_verbs.get(
                lower[closes]
            )
            return closes if attacks else end
        return end

    def kills_by_means(self, told: Told, mention: Mention) -> bool:
        """Tell whether what is named for a side killed: "rebel mines claimed 17 lives"."""
        return self._claimed_lives(told.lower, mention.last)

    def _claimed_lives(self, lower: Sequence[str], after: int) -> bool:
        """Tell whether the means of a side killed: "mines and snipers claimed 17 lives"."""
        end = after
        while end < len(lower) and (lower[end] in _MEANS | _BANDS or lower[end] == "and"):
            end += 1
        if end < len(lower) and lower[end] in HAVE:
            end += 1
        verb = lower[end : end + 1]
        if verb in (["claimed"], ["claim"], ["claims"]):
            return not {"life", "lives"}.isdisjoint(lower[end : end + 7])
        done_by = lower[end + 1 : end + 2] == ["by"]
        return end > after and not done_by and _BY_MEANS.issuperset(verb) and verb != []

    def _fought_with(self, lower: Sequence[str], mention: Mention) -> bool:
        """Read "attacked by", "clashes with", "fire from" before a side."""
        start = max(0, mention.first - _GAP)
        for position in range(mention.first - 1, start - 1, -1):
            word = lower[position]
            if word in {",", ";"}:
                return False
            if word == "by":
                return position == 0 or lower[position - 1] not in _HELPED
            if word in {"with", "between", "from"}:
                return position > 0 and lower[position - 1] in self._vocabulary.attack_nouns
        return False

    def _find(self, tokens: Sequence[Token]) -> list[Mention]:
        found: list[Mention] = []
        position = 0
        actors = self._vocabulary.actors
        while position < len(tokens):
            match = actors.at(tokens, position)
            if match is None and tokens[position].lower.endswith("'s"):
                side = actors.get(tokens[position].lower.removesuffix("'s"))
                match = (position + 1, side) if side is not None else None
            if match is None:
                position += 1
                continue
            end, side = match
            if not _of_both_sides(tokens, position, end):
                found.append(Mention(position, end, side))
            position = end
        return [_of_its_owner(tokens, each, found) for each in _joined(tokens, found)]


def _of_both_sides(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether "the two factions", "rival factions" names no side of the two."""
    alone = last == first + 1 and tokens[first].lower in _EITHER
    return alone and first > 0 and tokens[first - 1].lower in _BOTH


def _of_its_owner(tokens: Sequence[Token], mention: Mention, named: list[Mention]) -> Mention:
    """Read "its troops" behind the name of a foreign power: they are that power's."""
    if mention.side != "state" or not mention.first:
        return mention
    if tokens[mention.first - 1].lower not in {"its", "their"}:
        return mention
    owner = next((each for each in named if each.first < mention.first), mention)
    if owner.side not in {"russia", "foreign"}:
        return mention
    return Mention(mention.first, mention.last, owner.side)


def _joined(tokens: Sequence[Token], found: list[Mention]) -> list[Mention]:
    """Merge adjacent words of one name, and "A and B" where both are named together."""
    joined: list[Mention] = []
    for mention in found:
        before = joined[-1] if joined else None
        if before is None:
            joined.append(mention)
            continue
        between = [token.lower for token in tokens[before.last : mention.first]]
        if not between or between in (["arab"], ["armed"], ["security"]):
            keep_first = before.side == "unidentified" or (
                mention.side == "state" and before.side != "state"
            )
            side = before.side if keep_first else mention.side
            joined[-1] = Mention(before.first, mention.last, side)
        elif len(between) == 3 and between[0] in _THOUGHT and between[1:] == ["to", "be"]:
            joined[-1] = Mention(before.first, mention.last, mention.side)
        elif between in _JOINTS and merged([before.side, mention.side]) == "joint":
            joined[-1] = Mention(before.first, mention.last, "joint")
        else:
            joined.append(mention)
    return joined


def _no_object(following: Sequence[str]) -> bool:
    """Tell "soldiers killed near a bridge" from "soldiers killed at least four"."""
    counts = list(following) in (["at", "least"], ["at", "most"])
    return not counts and _NO_OBJECT.issuperset(following[:1])
