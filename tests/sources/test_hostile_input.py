"""Unlucky and hostile texts end in a clear error or a right result.

They are so long that a reading whose time grew faster than they do would not end today.
"""

import pytest

from pipeline.errors import InputError
from pipeline.sources.english import is_english
from pipeline.sources.reader import MOST_BYTES, MOST_LINES, document_from_text

SENTENCE = "The guards of the mill were killed in the night, and the mayor was told of it. "


def segments_of(text: str) -> int:
    return len(document_from_text("x", text).segments)


def test_a_text_of_two_hundred_megabytes_is_refused() -> None:
    with pytest.raises(InputError, match="longer than"):
        document_from_text("x", "a b c d " * 25_000_000)


def test_one_line_of_fifty_megabytes_is_one_paragraph() -> None:
    text = SENTENCE * (50_000_000 // len(SENTENCE))
    assert len(text) < MOST_BYTES
    assert segments_of(text) == 1


def test_too_many_lines_are_refused() -> None:
    with pytest.raises(InputError, match="lines"):
        document_from_text("x", "12\n" * (MOST_LINES + 1))


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE + "<div>" * 200_000 + SENTENCE + "</div>" * 200_000,
        SENTENCE + "\n" + "<" * 2_000_000,
        "=" * 2_000_000 + "\n" + SENTENCE,
        SENTENCE + "\n" + "-" * 2_000_000,
        "(" * 2_000_000 + SENTENCE,
        SENTENCE + " " * 2_000_000 + "x",
        SENTENCE + "[1]" * 500_000,
        SENTENCE * 3000 + "â€“”“Ã" * 100_000,
        "== the mill ==\n" * 20_000 + SENTENCE,
        SENTENCE * 9 + "ا" * 1_000_000,
    ],
)
def test_deep_or_endless_marks_take_no_longer(text: str) -> None:
    assert segments_of(text) >= 1


def test_a_text_of_numbers_keeps_its_numbers() -> None:
    text = "12 34 5,678\n90\n" * 10_000
    segments = document_from_text("x", text).segments
    assert all(segment.kind != "furniture" for segment in segments)
    assert segments_of("7 " * 2_000_000) == 1


@pytest.mark.parametrize("text", ["", " \n\t", "a\0b", "\ud800 the end"])
def test_what_is_no_text_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        document_from_text("x", text)


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde dijo que los hombres fueron detenidos en la plaza y que una mujer de la zona "
        "resultó herida por los disparos de un guardia que estaba en el puente con otros tres.",
        "Le maire a dit que les hommes ont été arrêtés sur la place et que trois femmes du village "
        "sont blessées par des tirs dans la nuit, selon une source de la police qui est sur place.",
        "Der Bürgermeister sagte, dass die Männer auf dem Platz nicht von der Polizei und auch "
        "nicht von den Wachen, sondern von einem Nachbarn mit einem Messer verletzt wurden.",
        "قال رئيس البلدية إن الرجال اعتقلوا في الساحة وإن ثلاث نساء من القرية أصبن بجروح في الليل",
        "村长说三名男子在广场被捕 两名妇女在夜间受伤 警方没有说明原因 村民要求调查",
    ],
)
def test_other_languages_are_refused_with_a_clear_message(text: str) -> None:
    with pytest.raises(InputError, match="English"):
        document_from_text("x", text)


# A table of incidents holds hardly a function word, in whatever language.
TABLE = """Date | Place | Dead | Injured | Notes
3 May | Port Tahl | 2 | 0 | Two bakers shot near river, bodies burned
5 May | Old Harbour | 0 | 9 | Motorcycle bomb outside cinema, windows broken
8 May | Sandy Ridge | 1 | 1 | School driver killed, wife injured, vehicle stolen
9 May | Port Tahl | 7 | 2 | Patrol boat sunk, rifles taken, gunmen unknown
"""
TURKISH_TABLE = """Tarih | Yer | Ölü | Yaralı | Notlar
3 Mayıs | Tahl Limanı | 2 | 0 | Nehir kıyısında fırıncılar vuruldu, cesetler yakıldı
5 Mayıs | Eski Liman | 0 | 9 | Sinema önünde motosikletli bomba, camlar kırıldı
8 Mayıs | Kumlu Tepe | 1 | 1 | Okul sürücüsü öldürüldü, karısı yaralandı, araç çalındı
"""


def test_a_table_is_english_by_its_frequent_words() -> None:
    assert is_english(TABLE)
    assert not is_english(TURKISH_TABLE)


@pytest.mark.parametrize(
    "text",
    [SENTENCE * 3, SENTENCE.upper() * 3, "5 killed", "Idlib: 3 dead, 4 wounded", "12 34", "¡Hola!"],
)
def test_english_and_texts_too_short_to_tell_are_read(text: str) -> None:
    assert is_english(text)
