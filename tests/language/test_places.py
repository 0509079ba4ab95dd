"""Names of places: their spellings, the words that show them, and what only looks like one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.language.place_names import PlaceNames
from pipeline.language.places import PlaceMention, find_places

NAMES = PlaceNames(
    [
        ("Idlib Governorate", "idlib_governorate", "governorate"),
        ("Idlib", "idlib_city", "city"),
        ("Maarrat al-Nu'man", "maarrat_al_numan", "city"),
        ("Khan Shaykhun", "khan_shaykhun", "city"),
        ("Saraqib", "saraqib", "city"),
        ("Sarmin", "sarmin", "town"),
        ("Jabal al-Zawiya", "jabal_al_zawiya", "mountain_area"),
        ("Ayn al-Bayda", "ayn_al_bayda", "village"),
        ("Iblin", "iblin", "village"),
        ("Jisr al-Shughur", "jisr_al_shughur", "city"),
        ("North-west Syria", "northwest_syria", "region"),
        ("northwest Syria", "northwest_syria", "region"),
        ("Syria", "syria", "country"),
        ("Damascus", "damascus", "city"),
    ]
)


def find(text: str) -> list[PlaceMention]:
    return find_places(text, 0, len(text), NAMES)


def named(text: str) -> list[tuple[str, str]]:
    return [(mention.name, mention.role) for mention in find(text)]


@pytest.mark.parametrize(
    ("spelling", "place"),
    [
        ("Maarat al-Numaan", "maarrat_al_numan"),
        ("Ma'arrat an-Nu'man", "maarrat_al_numan"),
        ("Ma‘arrat an-Nu‘man", "maarrat_al_numan"),
        ("Maaret Numan", "maarrat_al_numan"),
        ("Maarat Al Nu’man", "maarrat_al_numan"),
        ("Khan Sheikhoun", "khan_shaykhun"),
        ("Khan Shaikhun", "khan_shaykhun"),
        ("Saraqeb", "saraqib"),
        ("Sarakib", "saraqib"),
        ("Sarmeen", "sarmin"),
        ("Jebel Zawiyah", "jabal_al_zawiya"),
        ("Jabal al-Zawiyeh", "jabal_al_zawiya"),
        ("Ain el-Beida", "ayn_al_bayda"),
        ("Ibleen", "iblin"),
        ("Jisr ash-Shughour", "jisr_al_shughur"),
        ("Idleb", "idlib_governorate"),
    ],
)
def test_spellings_of_one_name_find_one_place(spelling: str, place: str) -> None:
    text = f"Shells fell near {spelling} at dusk."
    (mention,) = find(text)
    assert mention.place_ids[0] == place
    assert text[mention.start : mention.end] == spelling


@pytest.mark.parametrize(
    "text",
    [
        "The Sermon on Friday drew few.",
        "Fighters of the Idlib Liberation Front fell back.",
        "The Saraqib Battalion claimed the raid.",
        "Syrian troops and Turkish drivers met.",
        "The Damascus government denied it.",
        "A London-based lawyer and an Idlib-born medic spoke.",
        "On 4 May, in March and in October, all was calm.",
        "In Operation Dry Well, nobody was hurt.",
        "We met Ahmad Saraqib there.",
        "He spoke at Reuters in English.",
        "In addition, Colonel Haddad said so.",
    ],
)
def test_names_of_bodies_people_and_days_are_no_places(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a raid in the village of Tall Abyad Sharqi", [("Tall Abyad Sharqi", "in")]),
        (
            "a blast in Marzan district, Doruk province",
            [("Marzan district", "in"), ("Doruk province", "part")],
        ),
        ("an ambush near Quelimar on Sunday", [("Quelimar", "near")]),
        ("shots in northern Beledwa", [("Beledwa", "in")]),
        (
            "in the villages of Iblin, Tall Mara and Sarmin",
            [("Iblin", "in"), ("Tall Mara", "in"), ("Sarmin", "in")],
        ),
        ("5 km south of Idlib", [("Idlib", "direction")]),
        ("a convoy that drove to Idlib", [("Idlib", "to")]),
        ("a teacher from Sarmin", [("Sarmin", "from")]),
        ("close to Sarmin", [("Sarmin", "near")]),
        ("the army shelled Sarmin", [("Sarmin", "object")]),
        ("the road from Iblin to Sarmin", [("Iblin", "between"), ("Sarmin", "to")]),
        ("inside Pul-e ‘Azm district", [("Pul-e ‘Azm district", "in")]),
        ("people in northwest Syria", [("northwest Syria", "in")]),
        ("REBELS KILLED A FARMER IN THE TOWN OF SANTA RUFINA.", [("SANTA RUFINA", "in")]),
        (
            "THE BODIES WERE FOUND IN THE EASTERN MORAVIL DEPARTMENT YESTERDAY.",
            [("MORAVIL DEPARTMENT", "in")],
        ),
        ("TWO MEN DIED IN SARMIN WHEN SHELLS FELL.", [("SARMIN", "in")]),
        ("two men died in the town of sarmin when shells fell", [("sarmin", "in")]),
        ("seven were hurt near maarat al-numaan", [("maarat al-numaan", "near")]),
        ("TWO MEN DIED IN CHARGE OF A TRUCK.", []),
    ],
)
def test_surroundings_show_a_name_and_its_part(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_the_noun_beside_a_name_chooses_among_namesakes() -> None:
    assert find("in Idlib city")[0].place_ids == ("idlib_city",)
    assert find("in the city of Idlib")[0].place_ids == ("idlib_city",)
    assert find("in Idlib province")[0].place_ids == ("idlib_governorate",)
    assert find("in the northern governorate of Idlib")[0].place_ids == ("idlib_governorate",)
    assert find("in Idlib")[0].place_ids == ("idlib_governorate", "idlib_city")


def test_the_city_of_a_dateline_is_where_the_report_was_written() -> None:
    text = "NOVAKOV, 12 MAY (APX) -- Two men died in Sarmin on Monday when a wall fell in the rain."
    assert ("Sarmin", "in") in named(text)
    assert all(name != "NOVAKOV" or role == "dateline" for name, role in named(text))


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_error_and_offsets_stay_inside(text: str) -> None:
    end = len(text) * 3 // 4
    for mention in find_places(text, 0, end, NAMES):
        assert 0 <= mention.start < mention.end <= end


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["al-", "Al-", "el-", "an-", "an ", "al ", ""]),
    st.sampled_from(["Maarrat", "Ma'arrat", "Maarat", "Maaret", "Ma‘arat"]),
    st.sampled_from(["Nu'man", "Numan", "Numaan", "Nouman", "Nu’maan"]),
    st.sampled_from([" ", "-"]),
)
def test_every_mixture_of_spellings_is_found(
    article: str, first: str, second: str, gap: str
) -> None:
    if article == "an ":
        article = ""
    mentions = find(f"A bomb went off in {first}{gap}{article}{second} today.")
    assert [mention.place_ids for mention in mentions] == [("maarrat_al_numan",)]
