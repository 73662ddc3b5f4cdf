"""The places whose law is known, read from ``resources/law/territories.toml``: a new one needs no code.

A territory holds what is asked of a place itself: its zones, its days off, its currencies, its paper, its telephone
numbers. Which bodies and rules it has is told by them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from evidence_app.domain.disputes import DEFAULT_ZONE
from evidence_app.domain.money import parse_currency
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.rules.law_files import Facts, read_law
from evidence_app.rules.words import Words, words_of

FILE = "territories.toml"


class Paper(StrEnum):
    """What offices print on."""

    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the days off of a place are asked for (the package `holidays`).

    ``language`` is that of the place, empty for what the package takes: without one it would be the computer's.
    ``announced`` tells that its years are known only once their make-up days are.
    """

    country: str
    language: str = ""
    subdivision: str = ""
    categories: tuple[str, ...] = ()
    announced: bool = False


@dataclass(frozen=True, slots=True)
class Territory:
    """A place whose law is known; two are the same if their codes are.

    ``currency`` is what a bare amount is in, ``currencies`` that of zones with another; empty where none is said.
    ``moved_by`` is the id of the source by which a period that ends on a day off ends on the next working day, empty
    where none is known: nothing is moved there. ``own_numbers`` is an expression for telephone numbers that are written
    there without an area code, in what looks like any number elsewhere. ``mandate`` is what the paper is
    called there by which somebody may speak for another, None where no name of its own is known.
    """

    code: str
    zones: frozenset[str] = field(compare=False, repr=False)
    calendar: Calendar | None = field(default=None, compare=False, repr=False)
    currency: str = field(default="", compare=False, repr=False)
    currencies: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    paper: Paper = field(default=Paper.A4, compare=False, repr=False)
    moved_by: str = field(default="", compare=False, repr=False)
    own_numbers: str = field(default="", compare=False, repr=False)
    mandate: Words | None = field(default=None, compare=False, repr=False)

    @staticmethod
    def of(code: str) -> "Territory":
        """Return a territory by its code. Raises ValueError for one that the file does not have."""
        found = territories().get(code)
        if found is None:
            raise ValueError(code)
        return found

    def currency_in(self, home: ZoneInfo) -> str:
        """Return what a bare amount is in, in one of its zones; empty where nothing is said."""
        return self.currencies.get(home.key, self.currency)


@lru_cache(maxsize=1)
def territories() -> Mapping[str, Territory]:
    """Return all territories, by code. Raises EnvironmentProblem that names the field that is wrong."""
    return read_law(FILE, _territories)


def territory_of(home: ZoneInfo) -> Territory | None:
    """Return the territory of a zone, None where nothing is known of the place."""
    return _zones().get(home.key)


def home_territory() -> Territory | None:
    """Return the territory of disputes of which nobody said where they are."""
    return territory_of(ZoneInfo(DEFAULT_ZONE))


def wrong_fact(territory: Territory, where: str, value: str) -> EnvironmentProblem:
    """Return that what a territory says somewhere cannot be used, which only shows where it is asked."""
    return EnvironmentProblem("law-field-wrong", file=FILE, where=f"{territory.code}.{where}", value=value)


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, Territory]:
    return {zone: territory for territory in territories().values() for zone in territory.zones}


def _territories(table: Facts) -> Mapping[str, Territory]:
    found: dict[str, Territory] = {}
    taken: set[str] = set()
    for code, facts in table.items():
        found[code] = _territory(code, facts)
        if not taken.isdisjoint(found[code].zones):
            raise ValueError(facts["zones"])  # a dispute is in one place
        taken |= found[code].zones
    return found


def _territory(code: str, facts: Facts) -> Territory:
    zones = facts["zones"]
    own_numbers = facts.get("own_numbers", "")
    if re.compile(own_numbers).groups:  # what reads them has groups of its own
        raise ValueError(own_numbers)
    return Territory(
        code,
        zones=frozenset(zones),
        calendar=_calendar(code, facts["calendar"]) if "calendar" in facts else None,
        own_numbers=own_numbers,
        paper=Paper(facts.get("paper", Paper.A4)),
        moved_by=facts.get("moved_by", ""),
        mandate=words_of(facts["mandate"]) if "mandate" in facts else None,
        currency=_currency(facts["currency"]) if "currency" in facts else "",
        currencies=_currencies(facts["currencies"], zones) if "currencies" in facts else {},
    )


def _calendar(code: str, facts: Facts) -> Calendar:
    return Calendar(
        country=facts.get("country", code),
        language=facts.get("language", ""),
        subdivision=facts.get("subdivision", ""),
        categories=tuple(facts.get("categories", ())),
        announced=facts.get("announced", False),
    )


def _currencies(facts: Facts, zones: list[str]) -> Mapping[str, str]:
    for zone in facts:
        if zone not in zones:
            raise ValueError(facts[zone])
    return {zone: _currency(facts[zone]) for zone in facts}


def _currency(code: str) -> str:
    try:
        return parse_currency(code)
    except InputProblem as error:
        raise ValueError(code) from error
