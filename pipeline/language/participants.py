"""Counted forces that take part: "some 300 rebels held the town", "raided by three gunmen"."""

from pipeline.language import force_words
from pipeline.language import function_words as words
from pipeline.language.findings import FORCES
from pipeline.language.rightward import Arguments
from pipeline.language.troops import DRESSED, MOUNTS

# Nouns that tell of a fight, behind which "by", "with", "from" names who takes part.
_FIGHTS = frozenset(
    "fire gunfire attack assault clash clashes firefight raid ambush siege battle fighting "
    "skirmish incursion".split()
)
_ARMOUR = frozenset(
    "tanks vehicles trucks carriers technicals pickups pick-ups humvees bmps apcs jeeps "
    "motorcycles gunboats".split()
)
OF_WAR = frozenset("armoured armored military army troop fighting combat".split())
WARLIKE = frozenset("tanks carriers technicals humvees bmps apcs gunboats".split())
_PLACING = frozenset(
    "in on at near inside outside around along behind within across opposite there here".split()
)
# Where no force stands: "were in hospital", "are on trial".
_NO_FIELD = frozenset(
    "hospital hospitals clinic court trial custody prison jail dock mourning shock condition "
    "tears coma detention parade leave strike holiday pay list pension retirement morgue mortuary "
    "critical serious stable favour favor agreement charge".split()
)
_HEARSAY = frozenset(
    "said believed thought reported estimated known feared understood reportedly".split()
)
# Other words that may stand between a force and its verb.
_BETWEEN = words.ADVERBS | frozenset("who that which then now again all".split())
# The fewest of a force told before that are told again as a force.
_AGAIN = 20
_REACH = 9


def takes_part(arguments: Arguments, index: int) -> bool:
    """Tell whether a counted force is said to act, to stand or to be put somewhere."""
    noun = arguments.chunks[index].noun
    assert noun is not None and noun.count is not None
    least = noun.count.low or noun.count.high or 0
    if least < 2 or (noun.count.qualifier == "vague" and least < _AGAIN):
        return False
    people = noun.kind in {"strong", "weak"} and noun.subject in FORCES
    if not people and not _is_armour(arguments, index):
        return False
    if noun.anaphor or index in arguments.included:
        return False
    if noun.definite and least < _AGAIN and not _opens_with_all_that(arguments, index):
        return False
    before = arguments.word(index - 1)
    if before == "of" and _opens_with_all_that(arguments, index):
        return True
    if before in {"by", "from", "with"}:
        return people and _is_named_as_party(arguments, index, before)
    if arguments.object_of_preposition(index):
        return False
    return _predicate(arguments, _to_predicate(arguments, index))


def _opens_with_all_that(arguments: Arguments, index: int) -> bool:
    """Read "Of the eleven tanks that went with them, three ...": so many there were."""
    if arguments.word(index - 1) != "of" or arguments.word(index + 1) not in {
        "that",
        "who",
        "which",
    }:
        return False
    opens = index == 1 or arguments.chunks[index - 2].kind in {"comma", "stop", "colon", "quote"}
    return opens and _predicate(arguments, arguments.chunks[index + 1].last)


def _is_armour(arguments: Arguments, index: int) -> bool:
    """Tell whether "ten tanks", "40 military trucks" are counted, and no cars."""
    chunk = arguments.chunks[index]
    noun, last = chunk.noun, arguments.last_word(index)
    if noun is None or noun.kind != "materiel" or last not in _ARMOUR:
        return False
    return last in WARLIKE or not OF_WAR.isdisjoint(arguments.lower[chunk.first : chunk.last])


def _is_named_as_party(arguments: Arguments, index: int, before: str) -> bool:
    """Read "attacked by three gunmen", "under fire from 30 rebels", "clashed with 80 rebels"."""
    reach = 5 if before == "by" else 2
    told = {arguments.word(index - 2)}
    told.update(arguments.last_word(near) for near in range(max(0, index - reach), index - 1))
    done = force_words.DONE_BY if before == "by" else frozenset({"clashed", "fought", "battled"})
    return not told.isdisjoint(done | _FIGHTS)


def _to_predicate(arguments: Arguments, index: int) -> int:
    """Return the token at which what is said of a group begins, behind what describes it."""
    chunks = arguments.chunks
    named = chunks[index + 1 : index + 2]
    goes_on = arguments.tokens[chunks[index].last - 1].text[0].isupper()
    if goes_on and named and named[0].noun is not None and named[0].noun.kind == "name":
        # "30 members of Guerrilla Front 21"
        index += 1
    position = _behind_remark(arguments, index + 1)
    while position < len(chunks):
        chunk = chunks[position]
        if (
            arguments.word(position) in {"on", "in"}
            and arguments.last_word(position + 1) in MOUNTS | DRESSED
        ):
            position += 2
        elif (
            chunk.kind in {"quote", "date"}
            or arguments.word(position) in _BETWEEN
            or (chunk.kind == "word" and arguments.word(position).endswith("ly"))
        ):
            position += 1
        elif chunk.kind == "preposition" and arguments.word(position) in {"of", "from"}:
            following = chunks[position + 1 : position + 2]
            if not following or following[0].noun is None:
                break
            position += 2
        else:
            break
    return chunks[position].first if position < len(chunks) else len(arguments.lower)


def _behind_remark(arguments: Arguments, index: int) -> int:
    """Skip ", backed by 12 tanks," behind a force."""
    if index + 1 >= len(arguments.chunks) or arguments.chunks[index].kind != "comma":
        return index
    opening = arguments.word(index + 1)
    if opening not in force_words.DONE_BY | {
        "backed",
        "some",
        "many",
        "most",
        "all",
        "in",
        "on",
        "with",
    }:
        return index
    for closed in range(index + 2, min(index + _REACH, len(arguments.chunks) - 1)):
        if arguments.chunks[closed].kind == "comma":
            return closed + 1
    return index


def _predicate(arguments: Arguments, at: int) -> bool:
    """Tell whether the words at a token say that a force acts, stands or is put somewhere."""
    lower = arguments.lower
    while _word(lower, at) in words.HAVE:
        at = _skip(lower, at + 1)
        if _word(lower, at) in force_words.DONE:
            return force_words.tells(_word(lower, at), _word(lower, at + 1))
        if _word(lower, at) != "been":
            return False
    if _word(lower, at) in words.BE:
        return _is_put(lower, _skip(lower, at + 1))
    word = _word(lower, at)
    return word in force_words.ACTS and force_words.tells(word, _word(lower, at + 1))


def _is_put(lower: list[str], at: int) -> bool:
    """Read behind "were": "flown in", "in the fort", "holding out", "said to be there"."""
    if _word(lower, at) in _HEARSAY and _word(lower, at + 1) == "to":
        at = _skip(lower, at + 3)
    if _word(lower, at) == "being":
        at += 1
    word, behind = _word(lower, at), _word(lower, at + 1)
    if word in _PLACING or word in {"present", "dug"}:
        return _NO_FIELD.isdisjoint(lower[at + 1 : at + 5])
    return word in force_words.PUT | force_words.DOING and force_words.tells(word, behind)


def _skip(lower: list[str], at: int) -> int:
    """Step over adverbs."""
    while _word(lower, at) in words.ADVERBS - {"there"} or _word(lower, at).endswith("ly"):
        at += 1
    return at


def _word(lower: list[str], at: int) -> str:
    return lower[at] if at < len(lower) else ""
