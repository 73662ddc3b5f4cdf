"""What stands on a picture, in words after it: what a machine read, and of each line whether somebody confirmed it."""

from collections.abc import Sequence

from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.dossier.blocks import BODY, FAINT, FINE_FAINT, SMALL, SUBHEADING, Row, Table, Words, stacked
from evidence_app.dossier.book import Book
from evidence_app.dossier.page import Operation, Strip, Style

TIME_COLUMN, WHO_COLUMN, STATE_COLUMN = 88.0, 92.0, 92.0


LEAST_COLUMN, COLUMN_GAP = 150.0, 14.0
"""A column beside a picture, and the space between them; a narrower one is hard to read."""


def beside(book: Book, exhibit: Exhibit, width: float, height: float) -> list[Operation]:
    """Return the transcript as a column at the right of a picture of this size; nothing if it does not fit there.

    Most screenshots are half as wide as the page: so their words need no page of their own, and stand where one looks.
    """
    events = _events(book, exhibit)
    sheet = book.setter.sheet
    left = sheet.margin + width + COLUMN_GAP
    column = book.setter.column(left, sheet.width - sheet.margin - left)
    if not events or column.sheet.body_width < LEAST_COLUMN:
        return []
    title = column.paragraph(book.words("transcript.title"), SUBHEADING)
    note = column.paragraph(_note(book, events), FINE_FAINT)
    rows = [Row(([Words(_head(book, each), FAINT), *_said(book, each, BODY)],)) for each in events]
    needed, operations = stacked(
        [*title, *note, *column.table(Table((column.sheet.body_width,)), rows, space_before=4)]
    )
    return operations if needed <= height else []


def _head(book: Book, event: Event) -> str:
    """Return when, by whom, and whether somebody confirmed it, in one line."""
    words = book.words
    who = words.joined((words.name(event.direction), *book.who(event)))
    return words.joined((words.time(event), who, _state(book, event).text))


def _events(book: Book, exhibit: Exhibit) -> list[Event]:
    reading = book.content.readings_by_id.get(exhibit.id)
    return [placed.event for placed in reading.events if placed.place.is_seen] if reading else []


def draw_transcript(book: Book, exhibit: Exhibit) -> None:
    """Place what `transcript` returns."""
    book.flow.place(transcript(book, exhibit))


def transcript(book: Book, exhibit: Exhibit) -> list[Strip]:
    """Return a row for each event that was read off an exhibit, confirmed or not; nothing where none was.

    The chronology may be without what nobody confirmed; a conversation with gaps would mislead.
    """
    events = _events(book, exhibit)
    if not events:
        return []
    heading = book.setter.paragraph(book.words("transcript.title"), SUBHEADING, space_before=14)
    heading += book.setter.paragraph(_note(book, events), FAINT)
    for strip in heading:
        strip.keep = True
    return [*heading, *_table(book, events)]


def _note(book: Book, events: Sequence[Event]) -> str:
    """Return who read and who confirmed, and whether that was done line by line: who compared it, nobody knows."""
    parts = [book.words("transcript.read")]
    if any(each.status is not EventStatus.SUGGESTED for each in events):
        parts.append(book.words("transcript.confirmed_by"))
    if any(_is_together(book, each) for each in events):
        parts.append(book.words("transcript.confirmed_together"))
    return book.words.sentences(tuple(parts))


def _is_together(book: Book, event: Event) -> bool:
    """Tell whether an event was confirmed along with others at once."""
    is_confirmed = event.status is not EventStatus.SUGGESTED
    return is_confirmed and book.content.confirmed.get(event.id) in book.content.confirmed_together


def _table(book: Book, events: Sequence[Event]) -> Sequence[Strip]:
    words = book.words
    head = tuple(words(f"transcript.{key}") for key in ("time", "who", "words", "state"))
    rest = book.setter.sheet.body_width - TIME_COLUMN - WHO_COLUMN - STATE_COLUMN
    rows = [
        Row(([Words(words.time(each))], _who(book, each), _said(book, each, BODY), [_state(book, each)]))
        for each in events
    ]
    return book.setter.table(Table((TIME_COLUMN, WHO_COLUMN, rest, STATE_COLUMN), head), rows, space_before=6)


def _who(book: Book, event: Event) -> list[Words]:
    return [Words(part, SMALL) for part in (book.words.name(event.direction), *book.who(event)) if part]


def _said(book: Book, event: Event, style: Style) -> list[Words]:
    """Return the words of a message, of anything else what happened."""
    if event.kind is EventKind.MESSAGE and event.text:
        return [Words(event.text, style)]
    return [Words(part, style) for part in book.words.what(event, ())]


def _state(book: Book, event: Event) -> Words:
    seq = book.content.confirmed.get(event.id)
    if event.status is EventStatus.SUGGESTED:
        return Words(book.words("transcript.machine"), FAINT)
    if seq is None:
        return Words(book.words("transcript.confirmed"), SMALL)
    key = "confirmed_together_in" if _is_together(book, event) else "confirmed_in"
    return Words(book.words(f"transcript.{key}", seq=seq), SMALL)
