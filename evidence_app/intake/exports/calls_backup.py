"""Call logs that SMS Backup & Restore writes on Android: ``<calls>`` with one ``<call>`` for each.

Fields as in the app's own documentation: number, duration in seconds, date in milliseconds of the epoch, type 1
incoming, 2 outgoing, 3 missed, 4 voicemail, 5 rejected, 6 refused, 7 answered elsewhere; presentation 1 allowed,
2 restricted, 3 unknown, 4 payphone, which old files lack: they have -1, -2, -3 in place of the number.

An outgoing call of no seconds was not answered; its warning says so, and so does that of a call whose number was
hidden.
"""

import re
from collections.abc import Iterator, Sequence

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, known, seconds
from evidence_app.intake.exports.xml_elements import Alike, Mark, stated_count, tags

_ROOT = re.compile(r"<calls[\s>]")

_TAGS = {"calls": (), "call": ("type", "date", "number", "contact_name", "duration", "presentation")}
"""The tags, and the attributes that are read of each."""

_HIDDEN = frozenset({"2", "3", "4"})
_NO_NUMBERS = frozenset({"", "-1", "-2", "-3"})
_DIRECTIONS = {
    "1": Direction.IN,
    "2": Direction.OUT,
    "3": Direction.MISSED,
    "4": Direction.MISSED,
    "5": Direction.REJECTED,
    "6": Direction.REJECTED,
    "7": Direction.IN,
}


def recognises(source: Source) -> bool:
    """Tell whether the file is such a call log."""
    return bool(_ROOT.search(source.text)) and source.first_line.startswith("<")


def states(source: Source) -> int | None:
    """Return how many calls the file claims to hold; several versions of the app counted wrongly."""
    return stated_count(source, "calls")


def read(source: Source) -> Iterator[Read]:
    """Yield every call; and once that the file is cut, if it is."""
    number, is_whole, cut = 0, False, ""
    for tag in tags(source, _TAGS):
        if isinstance(tag, Alike):
            for values in tag.rows:
                number += 1
                yield _call(f"element:{number}", values)
        elif tag.name == "calls":
            is_whole = tag.mark is Mark.CLOSES
        elif tag.mark is Mark.CUT:
            cut = tag.words()
        elif tag.mark is not Mark.CLOSES:
            number += 1
            place, is_damaged = f"element:{number}", tag.mark is Mark.DAMAGED
            yield Unread(place, "record-damaged", tag.words()) if is_damaged else _call(place, tag.values())
    if not is_whole:
        yield Unread(f"element:{number + 1}", "cut-off", cut)


def _call(place: str, values: Sequence[str]) -> Read:
    kind, date, number, name, duration, presentation = values
    direction, time = _DIRECTIONS.get(kind), epoch_ms(date)
    is_hidden = presentation in _HIDDEN or number in _NO_NUMBERS
    if direction is None or time is None:
        return Unread(place, "record-incomplete", number)
    duration_s = seconds(duration)
    is_unanswered = direction is Direction.OUT and duration_s == 0
    return Record(
        place,
        EventKind.CALL,
        time,
        direction,
        party=known(name),
        number="" if number in _NO_NUMBERS else known(number),
        duration_s=duration_s,
        warning="call-unanswered" if is_unanswered else "number-hidden" if is_hidden else "",
    )
