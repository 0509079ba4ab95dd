"""Attributions of single sentences, and names of speakers, on invented sentences."""

import pytest

from pipeline.language.attribution import find_attributions
from pipeline.language.quotations import find_doubt, quotations
from pipeline.language.speakers import SpeakerWords, person_id, slug
from pipeline.reference.claimants import load_claimants

CLAIMANTS = load_claimants()
WORDS = SpeakerWords(
    CLAIMANTS.names(),
    {each.claimant_id: each.kind for each in CLAIMANTS.by_id.values()},
    CLAIMANTS.words,
)


def covered(sentence: str) -> list[tuple[str, str]]:
    """Return (speaker, covered words) of each attribution of a sentence."""
    found = find_attributions(sentence, 0, len(sentence), WORDS, sentence.isupper())
    return [
        (each.speaker.claimant if each.speaker else "", sentence[each.cover_start : each.cover_end])
        for each in found
    ]


def test_lead_covers_what_follows() -> None:
    assert covered("In May police said two men fled.") == [("police", "police said two men fled.")]


def test_trail_covers_what_precedes() -> None:
    assert covered("Two men fled, police said.") == [("police", "Two men fled, police said.")]


def test_two_speakers_part_the_sentence() -> None:
    assert covered("Police said two died, while medics said four died.") == [
        ("police", "Police said two died, while"),
        ("medics", "medics said four died."),
    ]


def test_speaker_after_a_report_takes_only_its_own_clause() -> None:
    assert covered("SANA said six fell, and four deserted, activists said.") == [
        ("sana", "SANA said six fell,"),
        ("activists", "and four deserted, activists said."),
    ]


def test_hedge_covers_its_clause() -> None:
    assert covered("Two men fled, and three were reportedly caught.") == [
        ("", "and three were reportedly caught.")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The group was told to leave.",
        "He refused to say who died.",
        "The militia, maintained by a foreign state, withdrew.",
        "Fear added to the misery.",
        "Reported clashes went on near the claimed border.",
        "THE MAN WHO CALLED US FELL.",
        "The army's shells struck the documents office.",
    ],
)
def test_no_attribution(sentence: str) -> None:
    assert covered(sentence) == []


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("Samir Haddad", "samir_haddad"),
        ("Luis Moreno Diaz", "luis_moreno_diaz"),
        ("Luis M Diaz", "luis_diaz"),
        ("Ana B", "ana_b"),
        ("Omar al-Khatib", "omar_al_khatib"),
        ("Nour El Din Al Masri", "nour_al_masri"),
        ("Hassan Abdul Karim", "hassan_abdul_karim"),
        ("Karam", "karam"),
    ],
)
def test_person_id(name: str, identifier: str) -> None:
    assert person_id(name, WORDS) == identifier


def test_slug_has_plain_letters_only() -> None:
    assert slug("Médecins d'Alep – Nord") == "medecins_dalep_nord"


def test_quotations_of_a_block() -> None:
    text = 'He said "come in" and “go out”. "Never to'
    assert [text[a:b] for a, b in quotations(text, 0, len(text))] == [
        '"come in"',
        "“go out”",
        '"Never to',
    ]


@pytest.mark.parametrize(
    ("sentence", "refers_back"),
    [
        ("The claim could not be independently verified.", True),
        ("There was no independent confirmation.", True),
        ("Kyodo was unable to verify the account.", True),
        ("The mayor said two had died, but this was unconfirmed.", False),
    ],
)
def test_doubt(sentence: str, refers_back: bool) -> None:
    doubt = find_doubt(sentence, 0, len(sentence))
    assert doubt is not None
    assert doubt.refers_back is refers_back


@pytest.mark.parametrize("sentence", ["The toll was confirmed.", "He can confirm two deaths."])
def test_no_doubt(sentence: str) -> None:
    assert find_doubt(sentence, 0, len(sentence)) is None
