"""Page two: the whole case on one page, for a reader who has ten minutes."""

from collections.abc import Iterator

from evidence_app.domain.events import Event
from evidence_app.dossier.blocks import BODY, FAINT, SMALL, STRONG, SUBHEADING, Cell, Piece, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.dossier.content import span_of_events
from evidence_app.dossier.page import Strip
from evidence_app.dossier.wording import money

TIME_COLUMN, LINK_COLUMN = 104.0, 108.0
EVENT_LINES = 3
"""Of a key event here; the chronology has it in full."""


def draw_summary(book: Book) -> None:
    """Place who, what, when, how much, what is asked, and the key events."""
    book.begin_section("summary")
    book.facts(_answers(book))
    width = book.setter.sheet.body_width - TIME_COLUMN - LINK_COLUMN
    table = Table((TIME_COLUMN, width, LINK_COLUMN))
    rows = book.setter.table(table, [_key_row(book, event, width) for event in book.content.key_events])
    none = book.setter.paragraph(book.words("summary.no_key"), FAINT)
    book.flow.place([*_subheading(book, "summary.key"), *(rows or none)])
    if book.content.dispute.summary:
        heading = _subheading(book, "summary.statement")
        book.flow.place([*heading, *book.setter.paragraph(book.content.dispute.summary, BODY)])


def _subheading(book: Book, key: str) -> list[Strip]:
    strips = book.setter.paragraph(book.words(key), SUBHEADING, space_before=14)
    strips[-1].keep = True
    return strips


def _answers(book: Book) -> Iterator[tuple[str, Cell]]:
    words, dispute = book.words, book.content.dispute
    complainant = dispute.complainant or words("summary.not_stated")
    against = words("summary.against", complainant=complainant, institution=dispute.institution)
    yield words("summary.who"), [Words(against, STRONG)]
    yield words("summary.what"), [Words(dispute.title, STRONG), Words(words.name(dispute.type))]
    yield words("summary.when"), [Words(_when(book))]
    amount = money(dispute.currency, dispute.amount) if dispute.amount is not None else words("summary.no_amount")
    yield words("summary.how_much"), [Words(amount, STRONG)]
    yield words("summary.asked"), _demands(book)
    yield words("summary.status"), [Words(words.name(dispute.status))]


def _when(book: Book) -> str:
    ends = span_of_events(book.content)
    if ends is None:
        return book.words("summary.no_events")
    return book.words("summary.span", first=book.words.time(ends[0]), last=book.words.time(ends[1]))


def _demands(book: Book) -> Cell:
    demands = book.content.dispute.demands
    if not demands:
        return [Words(book.words("summary.no_demand"))]
    return [Words(f"{number}. {demand}") for number, demand in enumerate(demands, 1)]


def _key_row(book: Book, event: Event, width: float) -> Row:
    time: list[Piece] = [Words(book.words.time(event))]
    said = book.words.what(event, book.exhibits_of(event))
    who = book.words.joined(book.words.who(event))
    style_lines = [(said[0] if not who else book.words.joined((said[0], who)), FAINT, 2)]
    style_lines += [(part, BODY, EVENT_LINES) for part in said[1:3]]
    what = [
        Words(book.setter.shortened(text, style, width - 10, lines=lines), style) for text, style, lines in style_lines
    ]
    return Row((time, what, _links(book, event)))


def _links(book: Book, event: Event) -> Cell:
    links = book.exhibit_links(event)
    return [*links[:2], Words(f"+ {len(links) - 2}", SMALL)] if len(links) > 3 else links
