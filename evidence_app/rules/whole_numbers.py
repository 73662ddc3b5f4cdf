"""Whether words name a number of a contract, an order or a case as a whole one. Pure."""

import re
import unicodedata
from collections.abc import Callable

LEAST_DIGITS = 4
"""Of a number that is looked for: shorter ones stand in any text."""


def naming(value: str) -> Callable[[str], bool]:
    """Return what tells whether a text has a number as a whole one; of one of few digits no text does."""
    if sum(map(str.isdigit, value)) < LEAST_DIGITS:
        return lambda _: False
    whole = _whole(value)
    return lambda text: whole.search(unicodedata.normalize("NFKC", text).lower()) is not None


def _whole(value: str) -> re.Pattern[str]:
    """Return what finds a number, but not as a part of another: 20251103 is not 20251103-001."""
    number = re.escape(unicodedata.normalize("NFKC", value).strip().lower())
    return re.compile(rf"(?<![a-z0-9])(?<![a-z0-9][-_/.]){number}(?![-_/.]?[a-z0-9])")
