"""Of whom an imported record of payments is, by the importer that reads it: of a bank, of a wallet, or of either. Pure.

What a wallet's or bank's record is, is data (``resources/bills.toml``): a further bank is known here, too.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache

from evidence_app.resources import resource

BANK, WALLET = "bank_export", "wallet_export"
"""Kinds of pages, as checklists name them."""

_OF_EITHER = "statement"
"""The importer of statements whose headings tell a record of payments, and not whose."""


def page_kinds_of(importer: str) -> frozenset[str]:
    """Return as what kinds of pages checklists know a file that an importer reads; none of what has no payments."""
    return _by_importer().get(importer, frozenset())


@lru_cache(maxsize=1)
def _by_importer() -> Mapping[str, frozenset[str]]:
    with resource("bills.toml").open("rb") as file:
        bills = tomllib.load(file)["bills"]
    known = {each["code"]: frozenset({WALLET if each.get("wallet") else BANK}) for each in bills}
    return {**known, _OF_EITHER: frozenset({BANK, WALLET})}
