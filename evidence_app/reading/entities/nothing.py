"""Numbers that are neither a reference nor a telephone: codes, devices, accounts, and what is masked already. Pure."""

import re
from functools import lru_cache

from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.words import either

_LINK = r"[\s:(\[【「\"“]{0,3}(?:是|为|係|系|is)?[\s:]{0,2}"
_MOBILE = r"(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)"


def without_nothing(flat: Flat) -> Flat:
    """Return the text with such numbers taken; an account that is a mobile's number is left."""
    places = [each.span("number") for expression in _expressions() for each in expression.finditer(flat.text)]
    return flat.without(places)


@lru_cache(maxsize=1)
def _expressions() -> tuple[re.Pattern[str], ...]:
    codes, accounts = either("references", "codes"), either("references", "accounts")
    return (
        re.compile(rf"{codes}{_LINK}(?!{_MOBILE})(?P<number>[A-Za-z\d*][A-Za-z\d*.:-]{{2,39}})", re.IGNORECASE),
        re.compile(rf"{accounts}{_LINK}(?!{_MOBILE})(?P<number>\d(?:[\s-]?[\d*]){{5,25}})", re.IGNORECASE),
        re.compile(r"(?<![A-Za-z\d])(?=[A-Za-z\d]*\*)(?P<number>[A-Za-z\d*]{3,40})"),
    )
