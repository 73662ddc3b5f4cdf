"""Every character is drawn or shown as its code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.dossier.typeface import Typeface
from evidence_app.phrases import Language

FACES = {language: Typeface(language, bold=False) for language in Language}


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("平台：已还款 ¥3,000", "平台：已还款 ¥3,000"),
        ("gpj\u202eexe", "gpj[U+202E]exe"),
        ("a\x00b\x1b", "a[U+0000]b[U+001B]"),
        ("a\u200bb\ufeff", "a[U+200B]b[U+FEFF]"),
        ("\u3164\u2800", "[U+3164][U+2800]"),
        ("\ue000\U0010ffff", "[U+E000][U+10FFFF]"),
        ("\ud800", "[U+D800]"),
        ("one\r\ntwo\rthree\tfour", "one\ntwo\nthree    four"),
        ("𨋢邨", "𨋢邨"),
    ],
)
def test_what_cannot_be_seen_is_shown_as_its_code(text: str, drawn: str) -> None:
    assert FACES[Language.ZH_HANT].drawable(text) == drawn


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("❤\ufe0f", "❤"),
        ("👍🏽", "👍🏽"),
        ("1\ufe0f\u20e3", "1\u20e3"),
        ("🇨🇳", "🇨🇳"),
        ("pass\u200dword", "pass[U+200D]word"),
    ],
)
def test_emoji_sequences_are_drawn_in_parts_and_joiners_elsewhere_are_shown(text: str, drawn: str) -> None:
    assert FACES[Language.EN].drawable(text) == drawn


def test_letters_with_accents_of_their_own_become_one_glyph_if_there_is_one() -> None:
    assert FACES[Language.EN].drawable("cafe\u0301") == "café"


@given(st.text())
def test_every_drawable_character_has_a_font(text: str) -> None:
    for face in FACES.values():
        drawn = face.drawable(text)
        assert all(face.font_index(character) is not None for character in drawn.replace("\n", ""))
        assert face.drawable(drawn) == drawn


@given(st.text(max_size=80))
def test_runs_are_the_text_cut_in_pieces(text: str) -> None:
    face = FACES[Language.ZH_HANS]
    drawn = face.drawable(text).replace("\n", "")
    assert "".join(run for _, run in face.runs(drawn)) == drawn


def test_traditional_chinese_is_drawn_in_its_own_forms_first() -> None:
    assert FACES[Language.ZH_HANT].runs("骨")[0][0].startswith("NotoSansTC")
    assert FACES[Language.ZH_HANS].runs("骨")[0][0].startswith("NotoSansSC")


def test_an_english_apostrophe_is_narrower_than_a_chinese_quotation_mark() -> None:
    assert FACES[Language.EN].width("’", 10) < 4
    assert FACES[Language.ZH_HANS].width("’", 10) == 10
