"""Set phrases told by their parts are found like those spelt out."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extract import load_reference
from pipeline.language.set_phrases import build_family
from pipeline.language.tokens import tokenize
from pipeline.language.verb_index import VerbIndex

VOCABULARY = load_reference().vocabulary
FAMILIES = VOCABULARY.verbs.families
SIGNS = VOCABULARY.triggers | VOCABULARY.thing_verbs | VOCABULARY.counting_verbs
# compiled once, not within the first example
assert SIGNS.pattern


def _index(*families):
    index = VerbIndex()
    for claim_type, verbs, words in families:
        index.add_family(build_family(claim_type, "transitive", verbs, words))
    return index


def _at(index, text):
    tokens = tokenize(text, 0, len(text))
    found = index.at(tokens, 0)
    return found and (found[0], found[1].lemma, found[1].types)


@given(st.data())
def test_every_phrase_of_every_family_is_found_whole_and_by_its_pattern(data):
    family = data.draw(st.sampled_from(FAMILIES))
    verb = data.draw(st.sampled_from(sorted(family.verbs)))
    words = [data.draw(st.sampled_from(slot)) for slot in family.slots]
    phrase = " ".join(word for word in (verb, *words) if word)
    tokens = tokenize(phrase, 0, len(phrase))
    found = VOCABULARY.verbs.at(tokens, 0)
    assert found is not None
    assert found[0] == len(tokens)
    assert set(family.verbs[verb].types) <= set(found[1].types)
    assert SIGNS.pattern.match(phrase)


def test_a_slot_may_stay_empty_and_the_longest_phrase_counts():
    index = _index(("wounded", ["lose/lost/lost"], [["his"], ["", "left"], ["arm", "arm and leg"]]))
    assert _at(index, "lost his arm today") == (3, "lose his arm", ("wounded",))
    assert _at(index, "lost his left arm and leg") == (6, "lose his left arm and leg", ("wounded",))
    assert _at(index, "lost his right arm") is None
    assert _at(index, "lost") is None


def test_what_two_families_tell_may_be_either():
    words = [["in a"], ["grave"]]
    index = _index(("killed", ["find/found/found"], words), ("seized", ["find/found/found"], words))
    assert _at(index, "found in a grave") == (4, "find in a grave", ("killed", "seized"))


def test_a_family_is_no_list_of_all_its_phrases():
    phrases = sum(len(list(product(family.verbs, *family.slots))) for family in FAMILIES)
    assert phrases > 100_000
    assert len(list(VOCABULARY.verbs.phrases.items())) < phrases / 10
