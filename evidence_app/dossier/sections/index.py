"""The list of exhibits with their pages; numbers that were removed keep their line."""

from collections.abc import Iterator

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.times import TimeSource
from evidence_app.dossier.blocks import BODY, FAINT, SMALL, STRONG, Cell, Link, Piece, Row, Table, Words
from evidence_app.dossier.book import Book, exhibit_anchor
from evidence_app.dossier.page import Strip

FEW = 2
"""An index of so few rows stands where it has room, and is no page of its own."""

TO_THE_MINUTE = len("2025-02-22 08:15")
"""Of a time that is more precise, so much stands in the narrow column."""

OF_FILES = frozenset({TimeSource.FILENAME, TimeSource.MODIFIED})
"""Sources that tell when a file was named or saved, not when what it holds happened."""

NUMBER_COLUMN, TIME_COLUMN, PROVES_COLUMN, PAGE_COLUMN = 30.0, 92.0, 120.0, 58.0


def draw_index(book: Book) -> None:
    """Place one row for each exhibit and each tombstone, by number."""
    rows = list(_rows(book))
    placed = [*_told(book), *book.setter.table(_table(book), rows, space_before=4)]
    if len(rows) > FEW or book.flow.tab:
        book.begin_section("index")
    else:
        placed = [*book.heading_here("index"), *placed]
        for strip in placed[:-1]:
            strip.keep = True
    book.flow.place(placed)


def _told(book: Book) -> list[Strip]:
    """Return how many exhibits there are, and how many of all are in the dossier."""
    content, words = book.content, book.words
    stated = words("index.selected", shown=len(content.exhibits), total=content.exhibit_total)
    told = [stated if content.exhibits else words("index.empty")]
    told += [words("chronology.attached", count=content.attached_to_others)] if content.attached_to_others else []
    return book.setter.paragraph(words.sentences(told), FAINT)


def _table(book: Book) -> Table:
    head = tuple(book.words(f"index.{key}") for key in ("number", "title", "proves", "time", "page"))
    title_column = book.setter.sheet.body_width - NUMBER_COLUMN - TIME_COLUMN - PROVES_COLUMN - PAGE_COLUMN
    return Table((NUMBER_COLUMN, title_column, PROVES_COLUMN, TIME_COLUMN, PAGE_COLUMN), head)


def _rows(book: Book) -> Iterator[Row]:
    everything = [*book.content.exhibits, *book.content.tombstones]
    for exhibit in sorted(everything, key=lambda exhibit: exhibit.number):
        yield _tombstone(book, exhibit) if exhibit.removed_at else _shown(book, exhibit)


def _shown(book: Book, exhibit: Exhibit) -> Row:
    words = book.words
    title: list[Piece] = [
        Words(exhibit.label),
        Words(words.joined(words.origin(exhibit)) or words.media(exhibit), FAINT),
    ]
    page: Cell = [Link(words("link.page"), exhibit_anchor(exhibit), BODY)]
    number, proves = [Words(str(exhibit.number), STRONG)], [Words(exhibit.proves, SMALL)]
    return Row((number, title, proves, _time(book, exhibit), page))


def _time(book: Book, exhibit: Exhibit) -> Cell:
    """Return of when an exhibit is: an export whose own time is but its file's, of when its records are."""
    words, document = book.words, book.content.documents.get(exhibit.id)
    reading = document.time.happened if document else None
    records = book.content.records_of.get(exhibit.id)
    if records is None or (reading is not None and reading.source not in OF_FILES):
        return [Words(words.time(document) if document else "–", SMALL)]
    first, last = (words.time(each)[:TO_THE_MINUTE] for each in records)
    until = [] if first == last else [Words(words("index.until", last=last), SMALL)]
    return [Words(first, SMALL), *until, Words(words("index.of_records"), FAINT)]


def _tombstone(book: Book, exhibit: Exhibit) -> Row:
    words = book.words
    day = words.moment(exhibit.removed_at)[:10] if exhibit.removed_at else ""
    key = "exhibit.removed_because" if exhibit.removed_reason else "exhibit.removed"
    removed = words(key, date=day, reason=exhibit.removed_reason)
    return Row(
        ([Words(str(exhibit.number), STRONG)], [Words(removed, FAINT)], [], [], [Words(words("index.removed"), FAINT)])
    )
