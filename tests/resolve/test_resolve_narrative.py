"""What the words around a claim say: cuts, updates, the kind of happening."""

from pathlib import Path

import pytest
from invented_claims import claim
from steps import steps

from pipeline.errors import InputError
from pipeline.language.sentences import split_sentences
from pipeline.resolve.narrative import load_event_words, read_narrative
from pipeline.resolve.records import ResolvedClaim
from pipeline.resolve.settings import load_settings
from pipeline.resolve.sides import load_sides
from pipeline.schema import load_schemas


def read(text: str, *words: str) -> list[ResolvedClaim]:
    """Return a claim for each of `words`, found in `text` in that order."""
    sentences = split_sentences(text, 0, len(text))
    claims, start = [], 0
    for each in words:
        start = text.index(each, start)
        ((first, last),) = [span for span in sentences if span[0] <= start < span[1]]
        claims.append(
            claim(at=start, char_end=start + len(each), sentence_start=first, sentence_end=last)
        )
    read_narrative(claims, text, load_event_words())
    return claims


def test_a_separate_attack_parts_its_whole_sentence() -> None:
    text = "A mine killed four guards. Six more died in a separate attack near the mill."
    four, six = read(text, "four", "Six")
    assert four.stretch != six.stretch


def test_words_at_the_head_of_a_clause_part_what_follows() -> None:
    text = "Nine men died at the bridge, and in another clash, three guards were shot."
    nine, three = read(text, "Nine", "three")
    assert nine.stretch != three.stretch


def test_one_sentence_of_one_attack_is_not_parted() -> None:
    text = "In a separate attack, two guards died and five were hurt."
    two, five = read(text, "two", "five")
    assert two.stretch == five.stretch


def test_weaker_words_count_at_the_head_of_a_sentence_only() -> None:
    text = "Two died. Also, three died. Four were also hurt."
    two, three, four = read(text, "Two", "three", "Four")
    assert two.turn < three.turn == four.turn
    assert two.stretch == three.stretch


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("ELEVEN PEOPLE WERE KILLED WHEN WARPLANES HIT A MARKET.", "air_drone_strike"),
        ("Eleven died as mortars hit the square.", "shelling_artillery_missile"),
        ("Eleven died when a roadside bomb hit an army bus.", "remote_explosive_landmine_ied"),
        ("Eleven died when their bomb went off prematurely.", "disrupted_weapons_use"),
        ("Eleven died in clashes.", "armed_clash"),
        ("Eleven died of cold.", ""),
    ],
)
def test_the_words_name_the_kind(text: str, hint: str) -> None:
    (found,) = read(text, text.split(maxsplit=1)[0])
    assert found.hint == hint


def test_updates_and_continuations_are_seen() -> None:
    text = "Five died. The toll was later updated to nine. In the ensuing chaos two fell."
    five, nine, two = read(text, "Five", "nine", "two")
    assert [one.revises for one in (five, nine, two)] == [False, True, False]
    assert [one.goes_on for one in (five, nine, two)] == [False, False, True]


def test_paragraphs_are_told_apart() -> None:
    one, two, three = read("One died. Two fell.\n\nThree died.", "One", "Two", "Three")
    assert one.paragraph == two.paragraph < three.paragraph


@pytest.mark.parametrize(
    ("content", "field"),
    [
        ("resolve: {}", "resolve.approximate_days"),
        ("other: {}", "resolve"),
        ("resolve: {no_such: 1}", "resolve.approximate_days"),
    ],
)
def test_wrong_settings_say_where(tmp_path: Path, content: str, field: str) -> None:
    path = tmp_path / "params.yaml"
    path.write_text(content)
    with pytest.raises(InputError) as caught:
        load_settings(path)
    assert caught.value.field == field
    assert str(path) in str(caught.value)


def test_a_setting_below_zero_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "params.yaml"
    path.write_text(Path("params.yaml").read_text().replace("neighbours: 16", "neighbours: -1"))
    with pytest.raises(InputError, match="-1"):
        load_settings(path)


def test_sides_with_an_unknown_larger_group_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "sides.csv"
    path.write_text("value,role,side,part_of,armed\ncivilians,subject,civilians,folk,no\n")
    with pytest.raises(InputError) as caught:
        load_sides(path)
    assert (caught.value.row, caught.value.field) == (2, "part_of")


def test_event_words_with_another_header_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "event_words.csv"
    path.write_text("word,meaning\nclash,armed_clash\n")
    with pytest.raises(InputError, match="columns"):
        load_event_words(path)


def test_every_subject_and_actor_of_the_schema_has_its_side() -> None:
    fields = {field.name: field for field in load_schemas()["claims"].fields}
    sides = load_sides()
    assert set(fields["subject"].enum) == set(sides.subjects)
    assert set(fields["actor"].enum) == set(sides.actors)


def test_the_attack_takes_up_the_weapon_named_before_it() -> None:
    text = "Warplanes hit Oakham. The attack killed nine. Two died of cold."
    nine, two = read(text, "nine", "Two")
    assert (nine.hint, two.hint) == ("air_drone_strike", "")
    (nine,) = read("Men came. The attack killed nine.", "nine")
    assert nine.hint == "attack"


def test_a_text_without_paragraphs_is_read_in_linear_work() -> None:
    def asked(size: int) -> int:
        text = " ".join(f"In a separate attack, {at} men died in shelling." for at in range(size))
        claims, start = [], 0
        for at in range(size):
            here = text.index(f" {at} men", start) + 1
            first = text.rindex("In a", 0, here)
            claims.append(
                claim(at=here, sentence_start=first, sentence_end=text.index(".", here) + 1)
            )
            start = here
        words = load_event_words()
        return steps(lambda: read_narrative(claims, text, words))

    assert asked(2_000) < 6 * asked(500)
