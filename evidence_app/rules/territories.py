"""The places whose law is known, read from ``resources/law/territories.toml``: a new one needs no code.

A territory holds what is asked of a place itself: its zones, its days off, its currencies, its paper, its telephone
numbers. Which bodies and rules it has is told by them.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from evidence_app.domain.contacts import DEFAULT_REGION
from evidence_app.domain.disputes import DEFAULT_ZONE, DisputeFacts
from evidence_app.domain.money import DEFAULT_CURRENCY, parse_currency
from evidence_app.domain.times import zone
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.rules.law_files import Facts, read_law
from evidence_app.rules.words import Words, words_of

FILE = "territories.toml"
ELSEWHERE = "elsewhere"
"""The table of places whose law is not known."""


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
    ``home`` is the zone in which a dispute about an amount in ``currency`` is, empty where that tells no place.
    ``region`` is the country whose way of dialling numbers are written in, ``regions`` that of zones with another.
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
    home: str = field(default="", compare=False, repr=False)
    region: str = field(default="", compare=False, repr=False)
    regions: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
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

    def region_in(self, zone_name: str) -> str:
        """Return the country whose way of dialling numbers are written in, in one of its zones, as two letters."""
        return self.regions.get(zone_name, self.region)


@dataclass(frozen=True, slots=True)
class _Places:
    """All that the file says: the territories by code, and the places whose law is not known."""

    known: Mapping[str, Territory]
    elsewhere: tuple[Territory, ...]


@lru_cache(maxsize=1)
def _places() -> _Places:
    return read_law(FILE, _read)


def _read(table: Facts) -> _Places:
    known = _territories(table)
    return _Places(known, _elsewhere(table, known))


def territories() -> Mapping[str, Territory]:
    """Return all territories, by code. Raises EnvironmentProblem that names the field that is wrong."""
    return _places().known


def territory_of(home: ZoneInfo) -> Territory | None:
    """Return the territory of a zone, None where nothing is known of the law of the place."""
    found = _zones().get(home.key)
    return found if found is not None and found.code in territories() else None


def currency_of(home: ZoneInfo) -> str:
    """Return what a bare amount is in, in a zone; empty where nothing is known of the place."""
    place = _zones().get(home.key)
    return place.currency_in(home) if place is not None else ""


def currency_to_begin_with(dispute: DisputeFacts) -> str:
    """Return what amounts of a dispute are in of which nobody said so: what its place pays in.

    A currency other than the default, or one beside an amount, was said.
    """
    if dispute.amount is not None or dispute.currency != DEFAULT_CURRENCY:
        return dispute.currency
    return currency_of(zone(dispute.zone_name)) or dispute.currency


def region_of(zone_name: str) -> str:
    """Return the country in which a zone's telephone numbers are dialled; the mainland where nothing is known."""
    place = _zones().get(zone_name)
    return place.region_in(zone_name) if place is not None else DEFAULT_REGION


def home_of(dispute: DisputeFacts) -> ZoneInfo:
    """Return a zone of the place whose law, calendar and currency are the dispute's.

    The currency of the amount in dispute tells it: who writes in traditional characters, or sits abroad, may still
    have to do with a mainland wallet. Without an amount, and in currencies of many places, it is the dispute's zone.
    """
    home = _homes().get(dispute.currency) if dispute.amount is not None else None
    return zone(home or dispute.zone_name)


def home_territory() -> Territory | None:
    """Return the territory of disputes of which nobody said where they are."""
    return territory_of(ZoneInfo(DEFAULT_ZONE))


def wrong_fact(territory: Territory, where: str, value: str) -> EnvironmentProblem:
    """Return that what a territory says somewhere cannot be used, which only shows where it is asked."""
    return EnvironmentProblem("law-field-wrong", file=FILE, where=f"{territory.code}.{where}", value=value)


@lru_cache(maxsize=1)
def _zones() -> Mapping[str, Territory]:
    """Return the place of every zone; where its law is known, that place."""
    places = (*_places().elsewhere, *territories().values())
    return {zone: place for place in places for zone in place.zones}


@lru_cache(maxsize=1)
def _homes() -> Mapping[str, str]:
    return {place.currency: place.home for place in _zones().values() if place.home}


def _territories(table: Facts) -> Mapping[str, Territory]:
    found: dict[str, Territory] = {}
    for code, facts in table.items():
        if code != ELSEWHERE:
            place = _territory(code, facts)
            _refuse_second(place, facts, beside=found.values())
            found[code] = place
    return found


def _elsewhere(table: Facts, known: Mapping[str, Territory]) -> tuple[Territory, ...]:
    """Return the places whose law is not known; one that has a table of its own as well is asked there."""
    found: list[Territory] = []
    known_zones = {zone for place in known.values() for zone in place.zones}
    for code, facts in table.get(ELSEWHERE, {}).items():
        place = _territory(code, facts)
        is_known = place.home in known_zones
        _refuse_second(place, facts, beside=found, same_money=() if is_known else known.values())
        found.append(place)
    return tuple(found)


def _refuse_second(
    place: Territory, facts: Facts, *, beside: Iterable[Territory], same_money: Iterable[Territory] = ()
) -> None:
    """Refuse a zone that another place has, and a second home for one currency: a dispute is in one place."""
    beside = tuple(beside)
    if any(not each.zones.isdisjoint(place.zones) for each in beside):
        raise ValueError(facts["zones"])
    if place.home and any(each.home and each.currency == place.currency for each in (*beside, *same_money)):
        raise ValueError(facts["home"])


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
        currencies=_of_zones(facts["currencies"], zones, _currency) if "currencies" in facts else {},
        home=_of_these(facts["home"], zones) if "home" in facts else "",
        region=_region(facts.get("region", code)),
        regions=_of_zones(facts["regions"], zones, _region) if "regions" in facts else {},
    )


def _calendar(code: str, facts: Facts) -> Calendar:
    return Calendar(
        country=facts.get("country", code),
        language=facts.get("language", ""),
        subdivision=facts.get("subdivision", ""),
        categories=tuple(facts.get("categories", ())),
        announced=facts.get("announced", False),
    )


def _of_zones(facts: Facts, zones: list[str], read: Callable[[str], str]) -> Mapping[str, str]:
    for name in facts:
        if name not in zones:
            raise ValueError(facts[name])
    return {name: read(facts[name]) for name in facts}


def _of_these(zone: str, zones: list[str]) -> str:
    if zone not in zones:
        raise ValueError(zone)
    return zone


def _region(code: str) -> str:
    from phonenumbers import SUPPORTED_REGIONS  # here: loading the package takes long

    if code not in SUPPORTED_REGIONS:
        raise ValueError(code)
    return code


def _currency(code: str) -> str:
    try:
        return parse_currency(code)
    except InputProblem as error:
        raise ValueError(code) from error
