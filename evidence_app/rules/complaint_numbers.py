"""Numbers of complaints and tickets that messages name, for whoever records a complaint. Pure.

Only what the other side, a body or the person wrote is looked at, and only what words call a complaint's number
(``resources/law/complaint_numbers.toml``): a person says whether it is this complaint's.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from evidence_app.characters import aligned
from evidence_app.domain.events import MOVES_MONEY, Direction
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.phrases import Language
from evidence_app.rules.law import BodyKind, bodies
from evidence_app.rules.law_files import read_law
from evidence_app.rules.others import correspondents_of
from evidence_app.rules.parties import OtherSide, called
from evidence_app.rules.whole_numbers import LEAST_DIGITS, naming
from evidence_app.rules.workspace import Workspace

MOST_CHARACTERS = 5_000
"""Of one message in which numbers are looked for."""

AROUND = 24
"""Characters around a number that are quoted."""

_TOKEN = r"(?P<number>[a-z0-9](?:[a-z0-9]|[-_/.](?=[a-z0-9])){3,39})(?![a-z0-9*])"
_NO_NUMBER = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|1[3-9]\d{9}|(?:95|96|123|100)\d{2,4}|[48]00-?\d{3}-?\d{4}|0\d{2,3}-?\d{7,8}"
)
"""A day, a mobile, a hotline: nobody's ticket."""

_MAY_NAME = re.compile(r"[号號编編单單诉訴案]|[Cc]ase|[Tt]icket|[Rr]ef|[Cc]omplaint|[Ii]ncident|nquiry|[Ss]ervice")
_DIALLED = re.compile(r"(?<![\d.])\d{5,}(?![\d.])")


@dataclass(frozen=True, slots=True)
class ComplaintNumber:
    """A number, the event that names it first, and its words around the number.

    ``shown`` is who wrote it; ``body`` the body of ours that it is, empty for the institution and for others.
    """

    value: str
    event_id: str
    quote: str
    shown: str = ""
    day: date | None = None
    body: str = ""
    is_theirs: bool = False


def complaint_numbers(found: Workspace) -> tuple[ComplaintNumber, ...]:
    """Return the numbers that no recorded complaint has yet, each once, the latest first."""
    taken = {_compared(each.reference) for each in found.stated.complaints if each.reference}
    side = correspondents_of(found.dispute, found.stated)
    numbers: dict[str, ComplaintNumber] = {}
    for each in found.happenings:
        if _may_name_one(each, side):
            for number in _named_in(each, found.other_side):
                if _compared(number.value) not in taken:
                    numbers.setdefault(_compared(number.value), number)
    return tuple(reversed(numbers.values()))


def for_body(numbers: Iterable[ComplaintNumber], body_id: str) -> list[ComplaintNumber]:
    """Return numbers with those first that whoever is complained to gave itself."""
    kinds = {each.id: each.kind for each in bodies()}
    is_institution = kinds.get(body_id) is BodyKind.INSTITUTION
    return sorted(numbers, key=lambda each: not (each.body == body_id or (is_institution and each.is_theirs)))


def events_with(value: str, happenings: Iterable[Happening]) -> tuple[str, ...]:
    """Return the confirmed events that show a number: as their own, or as a whole number in what they say.

    In texts, a number of few digits is looked for nowhere: 12 is a day, an hour, an amount.
    """
    wanted = _compared(value)
    if not wanted:
        return ()
    is_in = naming(value)
    return tuple(
        each.event_id
        for each in happenings
        if _compared(each.reference) == wanted or (each.kind not in MOVES_MONEY and is_in(each.text))
    )


def _may_name_one(each: Happening, side: OtherSide) -> bool:
    if each.kind in MOVES_MONEY or not each.text or not _MAY_NAME.search(each.text):
        return False
    if each.origin is Origin.PERSON or side.has(each.party, each.number) or bool(body_of(each.party, each.number)):
        return True
    return each.origin is Origin.PICTURE and side.may_speak(each)


def _named_in(each: Happening, institution: OtherSide) -> Iterator[ComplaintNumber]:
    text = each.text[:MOST_CHARACTERS]
    said = aligned(text)
    for match in _labelled().finditer(said):
        value = unicodedata.normalize("NFKC", text[slice(*match.span("number"))])
        before = said[max(0, match.start() - AROUND) : match.start()]
        if _is_number(value) and not _others().search(before) and not _asks().search(before):
            start, end = max(0, match.start() - AROUND), match.end() + AROUND
            quote = " ".join(text[start:end].split())
            shown = "" if each.direction is Direction.OUT else each.party or each.number
            is_theirs = institution.has(each.party, each.number)
            body = body_of(each.party, each.number)
            yield ComplaintNumber(value, each.event_id, quote, shown, each.day, body, is_theirs)


def contract_numbers(found: Workspace) -> Iterator[str]:
    """Yield the numbers that what is the other side's, or the person's own word, calls those of a contract or order."""
    for each in found.happenings:
        is_known = each.event_id in found.theirs or (each.origin is Origin.PERSON and not each.other)
        if is_known and each.kind not in MOVES_MONEY and each.text:
            text = each.text[:MOST_CHARACTERS]
            said = aligned(text)
            for match in _contracts().finditer(said):
                value = unicodedata.normalize("NFKC", text[slice(*match.span("number"))])
                if _is_number(value) and not _asks().search(said[max(0, match.start() - AROUND) : match.start()]):
                    yield value


def _is_number(value: str) -> bool:
    return sum(map(str.isdigit, value)) >= LEAST_DIGITS and _NO_NUMBER.fullmatch(value) is None


def _compared(value: str) -> str:
    return called(value)


@lru_cache(maxsize=8192)
def body_of(party: str, number: str) -> str:
    """Return which body somebody is, by the number under which it is reached, or by its name; else empty."""
    shown = {called(each) for each in (party, number) if each}
    return next((code for known, code in _bodies().items() if known in shown), "")


@lru_cache(maxsize=1)
def _bodies() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for body in bodies():
        if body.kind is not BodyKind.INSTITUTION:
            for language in Language:
                known.setdefault(called(re.sub(r"[(（].*", "", body.name[language])), body.id)
                for dialled in _DIALLED.findall(body.route[language]):
                    known.setdefault(dialled, body.id)
    return known


@lru_cache(maxsize=1)
def _table() -> Mapping[str, list[str] | str]:
    return read_law("complaint_numbers.toml", lambda table: dict(table.items()))


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_table()['labels'])}){_table()['between']}{_TOKEN}")


@lru_cache(maxsize=1)
def _contracts() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(_table()['contracts'])}){_table()['between']}{_TOKEN}")


@lru_cache(maxsize=1)
def _asks() -> re.Pattern[str]:
    return re.compile("|".join(_table()["asks"]))


@lru_cache(maxsize=1)
def _others() -> re.Pattern[str]:
    return re.compile("|".join(_table()["others"]))
