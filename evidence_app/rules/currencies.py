"""Which codes are those of a currency, as ``resources/currencies.toml`` has them. Pure."""

import tomllib
from functools import lru_cache

from evidence_app.domain.money import parse_currency
from evidence_app.errors import InputProblem
from evidence_app.resources import resource


def known_currency(text: str) -> str:
    """Return a currency's code that somebody typed, in capitals; the default for empty text.

    What evidence names is kept as it is: only what is typed may be mistyped. Raises InputProblem("currency-unknown").
    """
    code = parse_currency(text)
    if code not in currencies():
        raise InputProblem("currency-unknown", text=text)
    return code


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Return the codes of all currencies, those that were replaced lately among them: bills of then are in them."""
    with resource("currencies.toml").open("rb") as file:
        table = tomllib.load(file)
    return frozenset((*table["in_use"], *table["replaced"]))
