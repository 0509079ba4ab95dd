"""Figures that the grammar leaves open are taken where the words around speak clearly."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pipeline.extract import extract_document, load_reference
from pipeline.extract.claim import Claim
from pipeline.extract.outlook import Outlook
from pipeline.extract.reading import Reading
from pipeline.extract.reference import Reference
from pipeline.language.weights import ALWAYS, NO_WEIGHTS, Weights
from pipeline.paths import RAW
from pipeline.sources.manifest import read_manifest
from pipeline.sources.reader import document_from_text, read_document

# "zorched" is no word: the grammar cannot know it, and these weights can.
TYPES = Weights(
    ("none", "killed", "destroyed", "incidents"),
    {
        ALWAYS: (1.0, 0.0, 0.0, 0.0),
        "word:zorch": (0.0, 4.0, 0.0, 0.0),
        "word:blort": (0.0, 0.0, 4.0, 0.0),
        "word:yarg": (0.0, 0.0, 0.0, 4.0),
    },
)
SUBJECTS = Weights(("people", "soldiers"), {ALWAYS: (1.0, 0.0), "word:barrack": (0.0, 4.0)})
ANYBODY = Weights(("people",), {ALWAYS: (0.0,)})


class StandIn:
    """An encoder that always says the same."""

    def __init__(self, claim_types: dict[str, float], subjects: dict[str, float]) -> None:
        self._told = {"claim_type": claim_types, "subject": subjects}

    def read(self, before: Sequence[str], words: Sequence[str]) -> "StandIn":
        assert words
        return self

    def probabilities(self, question: str, first: int, last: int) -> dict[str, float] | None:
        assert first < last
        return self._told[question] or None


CONFLICT = "Rebels shelled the town of Ashbrook on Friday. "


def claims(
    sentence: str,
    types: Weights = TYPES,
    subjects: Weights = ANYBODY,
    encoder: StandIn | None = None,
) -> list[Claim]:
    reference: Reference = replace(
        load_reference(), claim_type_weights=types, subject_weights=subjects, encoder=encoder
    )
    document = document_from_text("t", CONFLICT + sentence, "2014-03-02", "")
    found = extract_document(document, reference).claims
    return [claim for claim in found if claim.start >= len(CONFLICT)]


def test_what_speaks_clearly_is_taken_with_its_word() -> None:
    sentence = "Nine fishermen were zorched by the fire from the hills."
    (claim,) = claims(sentence)
    assert (claim.claim_type, claim.count_low, claim.subject) == ("killed", 9, "civilians")
    because = claim.because["claim_type"]
    text = (CONFLICT + sentence)[because.start : because.end]
    assert because.rule == "weighed.killed"
    assert "zorched" in text


def test_what_does_not_is_left_open() -> None:
    assert claims("Nine fishermen were rowing home under the fire.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine trucks were zorched by the fire.",
        "Nine fishermen were blorted by the fire.",
        "An attack was yarged in the valley.",
        "Nine hours were zorched away under the fire.",
    ],
)
def test_nobody_and_nothing_meets_the_fate_of_others(sentence: str) -> None:
    assert claims(sentence) == []


def test_what_is_only_planned_is_no_claim() -> None:
    assert claims("The rebels planned to zorch nine fishermen.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The doctor Ana Ruiz spoke of men zorched by the fire.",
        "Two doctors said that men were zorched by the fire.",
    ],
)
def test_who_speaks_of_the_dead_is_none_of_them(sentence: str) -> None:
    assert claims(sentence) == []


def test_one_told_by_his_name_is_not_told_again() -> None:
    sentence = "Ali Hasan, a baker, was killed and zorched in the shelling."
    assert len(claims(sentence)) == len(claims(sentence, NO_WEIGHTS)) == 1


def test_people_of_no_certain_kind_are_named_by_the_words_around() -> None:
    sentence = "Nine people were killed in the barracks."
    assert [claim.subject for claim in claims(sentence)] == ["people"]
    agreeing = StandIn({}, {"soldiers": 0.9, "people": 0.1})
    (claim,) = claims(sentence, subjects=SUBJECTS, encoder=agreeing)
    assert claim.subject == "soldiers"


def test_of_whom_opinions_differ_nothing_is_clear() -> None:
    sentence = "Nine people were killed in the barracks."
    differing = StandIn({}, {"soldiers": 0.1, "people": 0.9})
    (claim,) = claims(sentence, subjects=SUBJECTS, encoder=differing)
    assert claim.subject == "people"


def test_whom_the_words_name_stays_what_they_say() -> None:
    agreeing = StandIn({}, {"soldiers": 0.9, "people": 0.1})
    sentence = "Nine nuns were killed in the barracks."
    (claim,) = claims(sentence, subjects=SUBJECTS, encoder=agreeing)
    assert claim.subject == "civilians"


def test_two_opinions_are_mixed() -> None:
    sentence = "Nine fishermen were zorched by the fire."
    against = StandIn({"none": 0.999, "killed": 0.001}, {})
    assert claims(sentence) and not claims(sentence, encoder=against)


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill was zorched by nine fishermen under the fire.",
        "Nine killers of the mayor were zorched under the fire.",
        "Nine fishermen, six bakers and two cooks were charged after the mill was zorched.",
        "The toll at the zorched mill is six and not nine.",
        "The harbour guard zorched a rat to save the lives of nine fishermen.",
        "Nine fishermen in a boat can be seen where they may row to the zorched mill.",
    ],
)
def test_who_did_it_or_was_spared_is_not_taken_by_weight(sentence: str) -> None:
    zorched = Weights(("none", "killed"), {ALWAYS: (1.0, 0.0), "word:zorch": (0.0, 4.0)})
    assert not [claim for claim in claims(sentence, zorched) if claim.count_low == 9]


def test_one_who_is_told_of_again_is_one() -> None:
    sentence = "The patrol met a man in the zorched mill and fired, killing the gunman."
    assert [claim.claim_type for claim in claims(sentence)] == ["killed"]


def test_things_that_no_list_has_are_things() -> None:
    sentence = "Two BRDM-2 were blorted by the fire."
    thing = StandIn({"destroyed": 0.9, "none": 0.1}, {"weapons": 0.5, "vehicles": 0.4})
    (claim,) = claims(sentence, encoder=thing)
    assert (claim.claim_type, claim.subject, claim.count_low) == ("destroyed", "weapons", 2)


DOUBTING = Weights(("none", "killed", "wounded"), {ALWAYS: (1.0, 1.0, 0.0)})


def test_what_the_grammar_found_is_looked_at_again_where_weights_doubt_it() -> None:
    sentence = "Nine fishermen were killed by the fire."
    (claim,) = claims(sentence, DOUBTING, encoder=StandIn({"none": 0.9, "killed": 0.1}, {}))
    assert (claim.claim_type, claim.because["claim_type"].rule) == ("killed", "action.killed")
    assert not claims(sentence, DOUBTING, encoder=StandIn({"none": 0.995, "killed": 0.005}, {}))
    (claim,) = claims(sentence, DOUBTING, encoder=StandIn({"wounded": 0.98, "killed": 0.02}, {}))
    assert (claim.claim_type, claim.because["claim_type"].rule) == ("wounded", "weighed.wounded")
    (claim,) = claims(sentence, DOUBTING, encoder=StandIn({"seized": 0.98, "killed": 0.02}, {}))
    assert claim.claim_type == "killed", "nobody is booty"


def test_a_number_that_was_taken_back_is_listed_as_counting_nothing_done() -> None:
    against = StandIn({"none": 0.999, "killed": 0.001}, {})
    reference = replace(load_reference(), claim_type_weights=DOUBTING, encoder=against)
    text = CONFLICT + "Nine fishermen were killed by the fire."
    found = extract_document(document_from_text("t", text, "2014-03-02", ""), reference)
    assert [number.reason for number in found.uncoded] == ["not_counted_action"]


def test_where_weights_are_sure_nobody_else_is_asked() -> None:
    sure = Weights(("none", "killed"), {ALWAYS: (0.0, 5.0)})
    against = StandIn({"none": 0.99, "killed": 0.01}, {})
    assert claims("Nine fishermen were killed by the fire.", sure, encoder=against)


@pytest.mark.parametrize("share", [1e-4, -1e-4])
def test_no_decision_on_the_published_texts_hangs_by_a_hair(
    monkeypatch: pytest.MonkeyPatch, share: float
) -> None:
    """Another processor adds in another order; what it finds must be the same."""
    documents = [read_document(source, RAW) for source in read_manifest(RAW / "sources.csv")]
    before = [extract_document(document, load_reference()).claims for document in documents]
    asked = Outlook.of

    def a_little_else(self: Outlook, reading: Reading, index: int, question: str) -> object:
        opinion = asked(self, reading, index, question) or {}
        moved = enumerate(opinion.items())
        return {value: one * (1 + share * (-1) ** at) for at, (value, one) in moved} or None

    monkeypatch.setattr(Outlook, "of", a_little_else)
    after = [extract_document(document, load_reference()).claims for document in documents]
    assert before == after


@pytest.mark.parametrize("count", ["Nine fishermen", "A fisherman", "A group of fishermen"])
def test_less_is_believed_of_one_and_of_some(count: str) -> None:
    # of which the weights are sure to some 0.63
    unsure = Weights(("none", "killed"), {ALWAYS: (1.0, 0.0), "word:zorch": (0.0, 1.53)})
    found = claims(f"{count} stood where the mill was zorched by the fire.", unsure)
    assert len(found) == (count == "Nine fishermen")


def test_what_people_only_tried_is_no_claim() -> None:
    assert not claims("Nine fishermen from the quay attempted to be zorched by the fire.")


# Paragraphs of a report that tell of rules, offices and paper, and fill pages.
PAPER = (
    "The council looked at the form again on Wednesday. Its second page has a box for the date, "
    "and each office may use its own language as long as the table stays as it is. The rule is "
    "due to be read once more before the end of the year, when the society meets. "
)


def test_a_long_report_is_about_conflict_where_one_part_of_it_is() -> None:
    attack = "Rebels shelled the barracks in Port Tahl and killed six soldiers, the army said. "
    paper = (PAPER * 20)[:3_000]
    relevance = load_reference().relevance
    assert not relevance.about_conflict(paper)
    assert relevance.about_conflict(paper + (attack * 20)[:1_500] + paper)
    assert not relevance.about_conflict(paper + attack + paper)
