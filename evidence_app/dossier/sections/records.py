"""The records of an imported export that this dossier rests on, on the export's own page: it has no picture."""

from collections.abc import Iterator
from dataclasses import replace

from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.dossier.blocks import BODY, FAINT, SMALL, SUBHEADING, Cell, Row, Table, Words
from evidence_app.dossier.book import Book, record_anchor
from evidence_app.dossier.listing import Records
from evidence_app.phrases import place_words

PLACE_COLUMN, TIME_COLUMN, WHO_COLUMN = 66.0, 102.0, 106.0


def draw_records(book: Book, exhibit: Exhibit) -> None:
    """Place a row for each record that an event was imported from, and say of how many these are some."""
    records = book.records.get(exhibit.id)
    if records is None:
        return
    heading = book.setter.paragraph(book.words("records.title"), SUBHEADING, space_before=14)
    heading += book.setter.paragraph(_note(book, records), FAINT)
    for strip in heading:
        strip.keep = True
    head = tuple(book.words(f"records.{key}") for key in ("place", "time", "who", "words"))
    rest = book.setter.sheet.body_width - PLACE_COLUMN - TIME_COLUMN - WHO_COLUMN
    table = Table((PLACE_COLUMN, TIME_COLUMN, WHO_COLUMN, rest), head)
    book.flow.place([*heading, *book.setter.table(table, _rows(book, exhibit, records), space_before=6)])


def _note(book: Book, records: Records) -> str:
    """Return of how many records these are some: an extract shall be taken for one."""
    words, shown = book.words, len(records.printed)
    key = "extract" if shown < records.read else "whole"
    parts = [words(f"records.{key}", shown=shown, read=records.read), words("records.as_listed")]
    parts += [words("records.more", count=records.more)] if records.more else []
    return words.sentences(parts)


def _rows(book: Book, exhibit: Exhibit, records: Records) -> Iterator[Row]:
    for event in records.printed:
        book.progress.check()
        place = place_words(event.place, book.words.language) if event.exhibit_ids[0] == exhibit.id else ""
        yield Row(
            ([Words(place, SMALL)], [Words(book.words.time(event))], _who(book, event), _what(book, event)),
            record_anchor(exhibit, event),
        )


def _who(book: Book, event: Event) -> Cell:
    return [Words(part, SMALL) for part in book.who(event)]


def _what(book: Book, event: Event) -> Cell:
    head, *rest = book.words.what(replace(event, place=""), ())
    return [Words(head, FAINT), *(Words(part, BODY) for part in rest)]
