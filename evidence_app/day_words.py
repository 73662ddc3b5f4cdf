"""A day, or a moment on it, as people write it in their language: in letters, and in findings in words.

Tables keep the international form, in which rows can be compared and months have no names.
"""

from datetime import date, datetime

from evidence_app.domain.times import Precision
from evidence_app.phrases import Language, phrase


def day_words(day: date, language: Language) -> str:
    """Return ``22 July 2026``, ``2026年7月22日``: a day whose month nobody takes for a day."""
    return phrase("names", "date.day", language, day=day.day, month=_month(day, language))


def days_words(count: int, language: Language) -> str:
    """Return how many days something lasts: ``22 days``, ``1 day``, ``22天``."""
    return phrase("names", "date.one" if count == 1 else "date.days", language, count=count)


def moment_words(at: datetime, precision: Precision, language: Language) -> str:
    """Return a wall time, as exactly as it is known."""
    match precision:
        case Precision.MONTH:
            return _month(at, language)
        case Precision.DAY:
            return day_words(at, language)
        case _:
            clock = f"{at:%H:%M}" if precision is Precision.MINUTE else f"{at:%H:%M:%S}"
            return phrase("names", "date.moment", language, day=day_words(at, language), clock=clock)


def _month(day: date, language: Language) -> str:
    name = phrase("names", f"month.{day.month}", language)
    return phrase("names", "date.month", language, month=name, year=day.year)
