"""Amounts of money: Decimal with a currency code, never floats."""

import re
from decimal import Decimal, InvalidOperation

from evidence_app.errors import InputProblem

DEFAULT_CURRENCY = "CNY"
MAX_DIGITS = 15  # more digits than any dispute needs; keeps sums exact


def parse_amount(text: str) -> Decimal | None:
    """Read an unsigned amount such as ``3,000`` or ``3000.00``; None for empty text.

    Raises InputProblem("amount-unreadable").
    """
    cleaned = text.strip().replace(",", "").replace("，", "")
    if not cleaned:
        return None
    try:
        value = Decimal(cleaned)
    except InvalidOperation as error:
        raise InputProblem("amount-unreadable", text=text) from error
    if not is_storable(value):
        raise InputProblem("amount-unreadable", text=text)
    return value


def is_storable(value: Decimal) -> bool:
    """Tell whether a field can hold an amount: unsigned, and of a size in which sums stay exact."""
    return (
        value.is_finite()
        and value >= 0
        and len(value.as_tuple().digits) <= MAX_DIGITS
        and abs(value.adjusted()) <= MAX_DIGITS
    )


def parse_currency(text: str) -> str:
    """Return an ISO 4217 code in capitals; the default for empty text. Raises InputProblem("currency-unknown")."""
    code = text.strip().upper() or DEFAULT_CURRENCY
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise InputProblem("currency-unknown", text=text)
    return code


def plain_amount(amount: Decimal | None) -> str:
    """Return ``3000.00`` (at least two decimals, no grouping) or an empty string."""
    if amount is None:
        return ""
    exponent = amount.as_tuple().exponent
    decimals = max(2, -exponent) if isinstance(exponent, int) else 2
    return f"{amount:.{decimals}f}"
