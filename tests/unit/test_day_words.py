"""Days as people write them: none that one reader takes for May and another one for April."""

from datetime import date, datetime

import pytest

from evidence_app.day_words import day_words, days_words, moment_words
from evidence_app.domain.times import Precision
from evidence_app.phrases import Language


@pytest.mark.parametrize(
    ("language", "said"),
    [(Language.ZH_HANS, "2026年4月5日"), (Language.ZH_HANT, "2026年4月5日"), (Language.EN, "5 April 2026")],
)
def test_a_day_is_written_as_its_language_does(language: Language, said: str) -> None:
    assert day_words(date(2026, 4, 5), language) == said


@pytest.mark.parametrize(
    ("precision", "said"),
    [
        (Precision.MONTH, "April 2026"),
        (Precision.DAY, "5 April 2026"),
        (Precision.MINUTE, "5 April 2026, 09:07"),
        (Precision.SECOND, "5 April 2026, 09:07:03"),
    ],
)
def test_a_moment_is_said_as_exactly_as_it_is_known(precision: Precision, said: str) -> None:
    assert moment_words(datetime(2026, 4, 5, 9, 7, 3), precision, Language.EN) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.ZH_HANS, ["0天", "1天", "22天"]),
        (Language.ZH_HANT, ["0天", "1天", "22天"]),
        (Language.EN, ["0 days", "1 day", "22 days"]),
    ],
)
def test_a_number_of_days_is_written_as_its_language_does(language: Language, said: list[str]) -> None:
    assert [days_words(count, language) for count in (0, 1, 22)] == said
