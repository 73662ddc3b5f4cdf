"""What is said of a recording and its call, in three languages."""

import pytest

from evidence_app.call_words import call_words, recording_words
from evidence_app.domain.call_binding import Agreement, Binding
from evidence_app.phrases import Language

AGREES, DIFFERS, UNKNOWN = Agreement.AGREES, Agreement.DIFFERS, Agreement.UNKNOWN


def test_all_that_agrees_is_said() -> None:
    binding = Binding("x", "d", "c", AGREES, AGREES, AGREES, longer_s=2)
    assert recording_words(binding, 12, Language.ZH_HANS) == (
        "录音：证据 12：时间一致，号码一致，时长一致（最相符的通话，尚无人确认）。"
    )
    assert call_words(binding, "2025-02-22 15:30", Language.EN) == (
        "Recording of the call of 2025-02-22 15:30: time agrees, number agrees, length agrees "
        "(fits best, confirmed by nobody)."
    )


def test_what_does_not_agree_is_said_with_its_size() -> None:
    binding = Binding("x", "d", "c", DIFFERS, DIFFERS, DIFFERS, 28_800, 480, longer_s=-40, linked=True)
    assert recording_words(binding, 3, Language.EN) == (
        "Recording: exhibit 3: the clocks differ by +8 h, number differs, 40 s shorter than the call "
        "(added to the call by a person)."
    )


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("time", list(Agreement))
@pytest.mark.parametrize("longer_s", [None, 0, 5, -5])
def test_every_case_has_words(language: Language, time: Agreement, longer_s: int | None) -> None:
    binding = Binding("x", "d", "c", time, UNKNOWN, UNKNOWN, 90, at_end=longer_s == 5, longer_s=longer_s)
    words = recording_words(binding, 1, language)
    assert "{" not in words
