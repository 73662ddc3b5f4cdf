"""Call logs that SMS Backup & Restore writes on Android: ``<calls>`` with one ``<call>`` for each.

Fields as in the app's own documentation: number, duration in seconds, date in milliseconds of the epoch, type 1
incoming, 2 outgoing, 3 missed, 4 voicemail, 5 rejected, 6 refused, 7 answered elsewhere.
"""

import re
from collections.abc import Iterator

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, known, whole_number
from evidence_app.intake.exports.xml_elements import elements

_ROOT = re.compile(r"<calls[\s>]")

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


def read(source: Source) -> Iterator[Read]:
    """Yield every call."""
    for number, attributes in elements(source, "call"):
        place = f"element:{number}"
        direction = _DIRECTIONS.get(attributes.get("type", ""))
        time = epoch_ms(attributes.get("date", ""))
        if direction is None or time is None:
            yield Unread(place, "record-incomplete", attributes.get("number", ""))
            continue
        yield Record(
            place,
            EventKind.CALL,
            time,
            direction,
            party=known(attributes.get("contact_name", "")),
            number=known(attributes.get("number", "")),
            duration_s=whole_number(attributes.get("duration", "")),
        )
