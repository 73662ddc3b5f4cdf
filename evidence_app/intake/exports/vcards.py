"""Contacts as vCard 2.1, 3.0 and 4.0, which every phone exports. They name numbers and are no events."""

import re
from collections.abc import Iterator

from evidence_app.domain.contacts import Contact
from evidence_app.domain.exports import Read, Unread
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import known
from evidence_app.intake.exports.vobjects import Property, property_of, unfolded

_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_BY_NAME = ("FN", "N", "NICKNAME", "ORG")
"""What names a contact, the best first."""


def recognises(source: Source) -> bool:
    """Tell whether the file begins with a contact."""
    return source.first_line.upper() == "BEGIN:VCARD"


def read(source: Source) -> Iterator[Read]:
    """Yield only the contacts that cannot be read: the others are no events, and come from `contacts`."""
    return (each for each in _cards(source) if isinstance(each, Unread))


def contacts(source: Source) -> Iterator[Contact]:
    """Yield every contact that can be read, those without a number, too. Raises OSError."""
    return (each for each in _cards(source) if isinstance(each, Contact))


def _cards(source: Source) -> Iterator[Contact | Unread]:
    place, names, numbers, has_version = "", dict[str, str](), dict[str, None](), False
    for number, line in unfolded(source.lines()):
        mark = line.strip().upper()
        found = property_of(number, line)
        if mark == "BEGIN:VCARD":
            if place:
                yield Unread(place, "record-damaged", _name_of(names))
            place, names, numbers, has_version = f"line:{number}", {}, {}, False
        elif mark == "END:VCARD":
            yield Contact(_name_of(names), tuple(numbers)) if place else Unread(f"line:{number}", "record-damaged")
            place = ""
        elif found and found.name == "VERSION":
            if place and has_version:  # each card has one: what stood between two is damaged
                yield Contact(_name_of(names), tuple(numbers))
            if not place or has_version:
                place, names, numbers = f"line:{number}", {}, {}
            has_version = True
        elif place and found:
            _take(found, names, numbers)
    if place:
        yield Unread(place, "cut-off", _name_of(names))


def _take(found: Property, names: dict[str, str], numbers: dict[str, None]) -> None:
    if found.name in ("TEL", "EMAIL"):
        number = re.sub("^(?:tel|mailto):", "", found.text.strip(), flags=re.IGNORECASE).partition(";")[0]
        if known(number):
            numbers[number] = None
    elif found.name in _BY_NAME and found.name not in names:
        names[found.name] = _joined(found.fields) if found.name == "N" else " ".join(filter(None, found.fields))


def _joined(parts: list[str]) -> str:
    """Return a name of family, given, additional names, prefixes, suffixes, in the order in which it is said."""
    family, given, middle, prefix, suffix = (each.strip() for each in (*parts[:5], *[""] * (5 - len(parts[:5]))))
    if _CHINESE.search(family + given):
        return f"{family}{middle}{given}{suffix}"
    return " ".join(filter(None, (prefix, given, middle, family, suffix)))


def _name_of(names: dict[str, str]) -> str:
    return next(filter(None, (known(names.get(each)) for each in _BY_NAME)), "")
