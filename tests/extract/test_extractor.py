"""What one text gives: its claims with their fields, and the ledger of what was left out."""

import hypothesis
import pytest
from hypothesis import strategies as st
from rules import rules_alone

from pipeline.errors import InputError
from pipeline.extract import extract_document
from pipeline.sources.reader import document_from_text
from pipeline.validate.figures import states

# Enough plain English that a short text is known for what it is.
_TAIL = " The men were there, and that is what it was when they said so of the army and the people."


def extract(text, published_on="", title=""):
    document = document_from_text("text", text + _TAIL, published_on, title)
    return document, extract_document(document, rules_alone())


def claims(text, **given):
    document, extraction = extract(text, **given)
    return [(document.text[c.start : c.end], c) for c in extraction.claims]


def one(text, words, **given):
    found = [claim for said, claim in claims(text, **given) if words in said]
    assert len(found) == 1, claims(text, **given)
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Two police officers were killed.", "Two", "police"),
        ("Two army officers were killed.", "Two", "soldiers"),
        ("Seven members of the security forces were killed.", "Seven", "security_forces"),
        ("Three military defectors were killed.", "Three", "defectors"),
        ("Nine anti-government demonstrators were shot dead.", "Nine", "protesters"),
        ("Four rebel soldiers were killed.", "Four", "rebels"),
        ("Four government soldiers were killed.", "Four", "soldiers"),
        ("Six civil defence volunteers were wounded.", "Six", "aid_workers"),
        ("Eleven blorgists were killed.", "Eleven", "people"),
        ("A corporal was killed and another two wounded.", "another two", "soldiers"),
        ("Rebels attacked a patrol of soldiers, killing two.", "two", "soldiers"),
        ("The gunmen fired on 12 pilgrims, of whom eight were killed.", "eight", "civilians"),
        ("Omar Haddad, a lawyer, was shot dead.", "Omar", "civilians"),
        ("Its commander, Colonel Munir Saab, was killed.", "commander", "soldiers"),
    ],
)
def test_who_is_counted(text, words, subject):
    assert one(text, words).subject == subject


@pytest.mark.parametrize(
    ("text", "words", "subject"),
    [
        ("Rebel losses in the siege amounted to 112 dead.", "112", "rebels"),
        ("The ministry puts the losses of the battalion at four killed.", "four", "soldiers"),
        ("The network gave 21 dead on the side of the rebels.", "21", "rebels"),
        ("Eight were killed among the demonstrators.", "Eight", "protesters"),
        ("The death toll among the rebels rose to 12.", "12", "rebels"),
        ("The toll among civilians was 12 dead and the army lost 3 dead.", "3", "soldiers"),
        ("Police said 17 civilians and four soldiers were dead, 842 hurt.", "842", "people"),
    ],
)
def test_whose_dead_a_bare_figure_tells(text, words, subject):
    found = [claim for said, claim in claims(text) if said == words]
    assert [claim.subject for claim in found] == [subject]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("Syrian security forces killed four villagers.", "four", "syrian_government"),
        ("In Syria, five soldiers were killed by rebels.", "five", "opposition_forces"),
        ("Rebels ambushed a Syrian convoy, killing six soldiers.", "six", "opposition_forces"),
        ("Syria's army shelled the village. Two farmers were killed.", "Two", "syrian_government"),
        ("Unknown gunmen shot dead a Syrian judge.", "judge", "unidentified"),
        ("In Syria, the Shabiha killed two clerks.", "two", "pro_government_militia"),
        ("Russian warplanes killed nine civilians in Syria.", "nine", "russian_forces"),
        ("Syrian-Russian alliance forces killed 12 civilians.", "12", "government_and_russian_forces"),
        ("A Syrian bus fell from a bridge, and two soldiers died.", "two", ""),
        ("In Syria, three rebels died while planting a bomb.", "three", ""),
        ("In Oslo, the army killed two bankers.", "two", ""),
    ],
)  # fmt: skip
def test_who_did_it(text, words, actor):
    assert one(text, words).actor == actor


def test_the_government_of_the_day():
    late = "On 12 January 2025, Syrian security forces killed two farmers."
    assert one(late, "two").actor == "transitional_government"
    early = "On 12 January 2015, Syrian security forces killed two farmers."
    assert one(early, "two").actor == "syrian_government"


def test_parts_and_sums():
    found = dict(
        claims(
            "Troops committed 66 massacres. The first brigade committed 45 massacres, while the "
            "second brigade committed 21 massacres."
        )
    )
    assert found["45 massacres"].part_of == found["21 massacres"].part_of == 0
    assert found["66 massacres"].part_of is None


def test_this_includes_breaks_down_the_figure_before():
    found = dict(
        claims("At least 240 people were killed. This includes 100 soldiers and 15 civilians.")
    )
    assert found["100 soldiers"].part_of == 0
    assert found["15 civilians"].claim_type == "killed"


@pytest.mark.parametrize(
    ("text", "words", "count", "subject"),
    [
        (
            "Nine nurses and 40 guards were killed, by the count that replaced a figure of 35.",
            "35",
            35,
            "security_forces",
        ),
        ("Four pilots died. Others accept a figure of seven.", "seven", 7, "soldiers"),
        ("Radio said 20 monks were dead, then 25 and, by nightfall, 31.", "31", 31, "civilians"),
        ("Ten marines were killed, by their own word; the rebels say two.", "two", 2, "soldiers"),
    ],
)
def test_a_figure_that_rivals_one_told_before(text, words, count, subject):
    claim = next(claim for said, claim in claims(text) if said == words)
    assert (claim.claim_type, claim.count_low, claim.subject) == ("killed", count, subject)


def test_a_figure_that_rivals_no_claim():
    text = "Five marines died. Some 800 families were displaced (the governor says 900)."
    assert [said for said, _ in claims(text)] == ["Five marines"]


def test_an_update_supersedes():
    found = dict(claims("The group raised the number of civilians killed from 37 to 111."))
    assert found["111"].supersedes == 0
    assert found["37"].subject == "civilians"


def test_a_person_told_before_is_no_second_claim():
    text = "A gunman was killed in the raid. The gunman had been killed by a guard."
    assert len(claims(text)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Near the fort gunmen shot dead a boy of five.", "a boy of five"),
        ("The rebels killed two: a tailor, 48, and a cyclist.", "a tailor, 48"),
    ],
)
def test_an_age_is_no_second_figure(text, words):
    assert one(text, words).count_low == 1


def test_he_points_to_the_person_before():
    claim = one("An armed man ran from the house. He was shot dead.", "He")
    assert (claim.claim_type, claim.subject, claim.count_low) == ("killed", "rebels", 1)


def test_a_dispatch_tells_its_figure_twice_but_adds_it_once():
    text = (
        "KABUL, Afghanistan (March 3, 2012) A patrol killed three insurgents in the south.\n"
        "The patrol came under fire and returned it, killing three insurgents."
    )
    first, second = (claim for _, claim in claims(text, published_on="2012-03-03"))
    assert first.part_of is None
    assert second.part_of == 0


def test_an_incident_without_figures():
    found = claims("On 3 May 2013, the army shelled the town of Binnish in Syria.")
    assert [(claim.claim_type, claim.place) for _, claim in found] == [("occurred", "binnish")]


def test_an_incident_with_figures_is_told_by_them():
    found = claims("The army shelled the town of Binnish, killing two farmers.")
    assert [claim.claim_type for _, claim in found] == ["killed"]


def test_games_and_films_hold_no_claims():
    text = (
        "In this thriller nine guests are murdered before the film ends. The actress shoots two "
        "guards on stage, and the audience laughs."
    )
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        # Everyday words that games and farms share outweigh no report of violence.
        "A bomb in a market killed 12 farmers.",
        "Gunmen shot dead three farmers bringing in the harvest.",
        "Three players and a coach were killed when gunmen attacked the team bus after the match.",
        "Three people were killed when gunmen attacked a chess tournament.",
    ],
)
def test_violence_among_players_and_farmers_is_told(text):
    assert next(claim.claim_type for _, claim in claims(text)) == "killed"


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("They left on 12 May 2013.", "12", "date"),
        ("The 74-year-old man slept.", "74", "age"),
        ("It lies 20 km away.", "20", "distance"),
        ("They fought for three hours.", "three", "duration"),
        ("About 55 percent agreed.", "55", "percentage"),
        ("The 15th Division left.", "15", "unit_name"),
        ("It cost $300 there.", "300", "money"),
        ("He was there.[7]", "7", "reference_mark"),
        ("See Article 41 of the law.", "41", "identifier"),
        ("They plan to kill 20 people.", "20", "hypothetical"),
    ],
)
def test_numbers_left_uncoded_have_their_reason(text, number, reason):
    document, extraction = extract(text)
    found = {document.text[u.start : u.end]: u.reason for u in extraction.uncoded}
    assert found[number] == reason


_WORDS = st.sampled_from(
    "killed wounded were was 12 three soldiers rebels and , . including children the a army by of "
    'who ( ) dead 5-7 at least dozens others bodies lost from to " in Idlib said SOHR on May 2012 '
    "MURDER no one another two he captured".split(" ")
)


@hypothesis.settings(max_examples=150, deadline=None)
@hypothesis.given(st.one_of(st.lists(_WORDS, max_size=60).map(" ".join), st.text(max_size=300)))
def test_any_text_gives_claims_inside_it(text):
    try:
        document = document_from_text("text", text + _TAIL)
    except InputError:
        return
    extraction = extract_document(document, rules_alone())
    for position, claim in enumerate(extraction.claims):
        assert 0 <= claim.start < claim.end <= len(document.text)
        assert claim.sentence_start <= claim.start and claim.end <= claim.sentence_end
        words = document.text[claim.start : claim.end]
        assert states(words, claim.count_low, claim.count_high, claim.count_qualifier)
        assert claim.part_of != position
    for number in extraction.uncoded:
        assert 0 <= number.start < number.end <= len(document.text)


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        (
            "On 7 March 2025 remnants of the former regime's forces killed nine Syrian guards.",
            "nine",
            "assad_loyalists",
        ),
        (
            "On 7 March 2025 forces loyal to the transitional authorities, together with local armed "
            "men, killed 40 people in Syria.",
            "40",
            "transitional_government",
        ),
        ("In 2016 Russian forces were responsible for 41 deaths in Syria.", "41", "russian_forces"),
    ],
)
def test_who_did_it_after_the_change_of_government(text, words, actor):
    assert one(text, words).actor == actor
