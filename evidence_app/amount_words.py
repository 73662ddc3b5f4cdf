"""An amount of money as people write it in their language, in the PDF, in letters and in findings."""

from decimal import Decimal

from evidence_app.domain.money import plain_amount
from evidence_app.phrases import Language, section


def amount_words(currency: str, amount: Decimal, language: Language) -> str:
    """Return ``CNY 3,000.00``, or as the language says a currency that it has a word for."""
    grouped = grouped_amount(amount)
    said = section("names", language).get(f"currency.{currency}", "")
    return said.format(amount=grouped) if said else f"{currency} {grouped}"


def grouped_amount(amount: Decimal) -> str:
    """Return ``3,000.00``; more decimals only where they were stated."""
    decimals = len(plain_amount(amount).partition(".")[2])
    return f"{amount:,.{decimals}f}"
