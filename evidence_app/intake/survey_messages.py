"""What an export holds as it travels from a worker to the app: surveys, open questions, contacts, each whole.

A worker that has been taken over by a file can write anything, so every value is checked on arrival.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

from evidence_app.domain.contacts import Contact
from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import ASKS, MOST_PARTIES, MOST_UNREAD, PartyCount, Survey
from evidence_app.intake.messages import list_of, number, text_of
from evidence_app.intake.record_messages import KINDS, LONGEST_NAME, checked_text, parse_unread

MOST_FIELDS = 6
MOST_CONTACTS = 50_000
MOST_NUMBERS = 100
"""Of an address book, and of one contact: phones hold some thousands."""


def survey_bytes(survey: Survey) -> bytes:
    """Return a survey as it travels."""
    shape = {
        "format": survey.format,
        "count": survey.count,
        "unread_count": survey.unread_count,
        "first": survey.first,
        "last": survey.last,
        "kinds": [list(each) for each in survey.kinds],
        "attachment_count": survey.attachment_count,
        "beside_count": survey.beside_count,
        "asks": list(survey.asks),
        "stated_count": survey.stated_count,
        "note": survey.note,
        "unread": [list(each) for each in survey.unread],
        "parties": [
            [each.party, each.number, each.count, each.first, each.last, each.signed] for each in survey.parties
        ],
    }
    text = json.dumps(shape, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace").encode()


def parse_survey(data: bytes) -> Survey:
    """Return the survey a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    shape = json.loads(data)
    if not isinstance(shape, dict):
        raise TypeError("survey")
    return Survey(
        format=text_of(shape, "format"),
        count=number(shape["count"]),
        unread_count=number(shape["unread_count"]),
        unread=tuple(_parsed(shape["unread"], MOST_UNREAD, parse_unread)),
        first=text_of(shape, "first"),
        last=text_of(shape, "last"),
        parties=tuple(_parsed(shape["parties"], MOST_PARTIES, _party)),
        kinds=tuple(_parsed(shape["kinds"], len(EventKind), _kind_count)),
        attachment_count=number(shape["attachment_count"]),
        beside_count=number(shape["beside_count"]),
        asks=parse_asks(shape["asks"]),
        stated_count=None if shape["stated_count"] is None else number(shape["stated_count"]),
        note=checked_text(shape["note"], LONGEST_NAME),
    )


Parsed = TypeVar("Parsed")


def _parsed(shape: object, most: int, parse: Callable[[Sequence[Any]], Parsed]) -> list[Parsed]:
    return [parse(list_of(each, MOST_FIELDS)) for each in list_of(shape, most)]


def _party(fields: Sequence[Any]) -> PartyCount:
    party, shown, count, first, last, signed = fields
    return PartyCount(
        checked_text(party),
        checked_text(shown),
        number(count),
        checked_text(first, 40),
        checked_text(last, 40),
        checked_text(signed, 40),
    )


def _kind_count(fields: Sequence[Any]) -> tuple[EventKind, int]:
    kind, count = fields
    if kind not in KINDS:
        raise ValueError("kind")
    return EventKind(kind), number(count)


def parse_asks(shape: object) -> tuple[str, ...]:
    """Return the questions that an export leaves open. Raises ValueError, TypeError."""
    asks = tuple(map(str, list_of(shape, len(ASKS))))
    if not ASKS.issuperset(asks):
        raise ValueError("asks")
    return asks


def contacts_bytes(contacts: Iterable[Contact]) -> bytes:
    """Return contacts as they travel, the first `MOST_CONTACTS` of them."""
    shapes = [[each.name[:LONGEST_NAME], each.numbers[:MOST_NUMBERS]] for each in islice(contacts, MOST_CONTACTS)]
    return json.dumps(shapes, ensure_ascii=False).encode("utf-8", "replace")


def parse_contacts(data: bytes) -> list[Contact]:
    """Return the contacts a worker sent. Raises ValueError, TypeError for anything else."""
    return [
        Contact(checked_text(name, LONGEST_NAME), tuple(checked_text(each) for each in list_of(numbers, MOST_NUMBERS)))
        for name, numbers in (list_of(each, 2) for each in list_of(json.loads(data), MOST_CONTACTS))
    ]
