"""The wallets and banks whose bills are known, as ``resources/bills.toml`` describes them: a further one is data."""

import re
import tomllib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.intake.exports.bills import Bill, Signs
from evidence_app.intake.exports.tables import heading
from evidence_app.resources import resource


@lru_cache(maxsize=1)
def headings() -> dict[str, tuple[str, ...]]:
    """Return the headings of each field as they are compared, the best first."""
    return _compared(_described()["headings"])


@lru_cache(maxsize=1)
def proposed_headings() -> dict[str, tuple[str, ...]]:
    """Return the headings by which a person is told what a column may be: those of `headings`, and vaguer ones."""
    vaguer = _compared(_described()["proposed"])
    return {field: tuple(dict.fromkeys((*names, *vaguer.get(field, ())))) for field, names in headings().items()}


@lru_cache(maxsize=1)
def likely_headings() -> dict[str, re.Pattern[str]]:
    """Return, for some fields, what their headings look like when none of the known ones is there."""
    return {field: re.compile(pattern) for field, pattern in _described()["like"].items()}


@lru_cache(maxsize=1)
def plan_headings() -> dict[str, tuple[str, ...]]:
    """Return the headings of each column of a repayment plan, as they are compared once they are simplified."""
    return _compared(_described()["plan"]["headings"])


@lru_cache(maxsize=1)
def plan_states() -> dict[str, re.Pattern[str]]:
    """Return what the status of an instalment looks like that is paid, overdue, due, or unpaid whatever else."""
    return {state: re.compile(pattern) for state, pattern in _described()["plan"]["states"].items()}


@lru_cache(maxsize=1)
def bills() -> tuple[Bill, ...]:
    """Return all bills that are known, the most particular first."""
    return tuple(_bill(shape) for shape in _described()["bills"])


@lru_cache(maxsize=1)
def _described() -> dict[str, Any]:
    with resource("bills.toml").open("rb") as file:
        return tomllib.load(file)


def _bill(shape: Mapping[str, Any]) -> Bill:
    return Bill(
        code=shape["code"],
        signatures=tuple(frozenset(map(heading, each)) for each in shape["signatures"]),
        headings=headings() | _compared(shape.get("headings", {})),
        signs=Signs(shape.get("signs", Signs.POSITIVE_IN.value)),
        wallet=shape.get("wallet", False),
        currency=shape.get("currency", DEFAULT_CURRENCY),
        day_first=shape.get("day_first"),
    )


def _compared(shape: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(dict.fromkeys(map(heading, each))) for name, each in shape.items()}
