"""Page two: the whole case on one page, for a reader who has ten minutes."""

from collections.abc import Iterator

from evidence_app.domain.disputes import Basis, Beginning
from evidence_app.domain.events import Event
from evidence_app.dossier.blocks import BODY, FAINT, GUTTER, SMALL, STRONG, SUBHEADING, Cell, Piece, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.dossier.content import span_of_events
from evidence_app.dossier.page import Strip
from evidence_app.rules.promises import by_event

TIME_COLUMN, LINK_COLUMN = 104.0, 108.0
EVENT_LINES = (3, 2, 1)
"""Of a key event's text here, fewer if the page would overflow; the chronology has it in full."""


def draw_summary(book: Book) -> None:
    """Place who, what, when, how much, what is asked, and the key events."""
    book.begin_section("summary", own_page=True)
    book.facts(_answers(book))
    ending = _ending(book)
    for lines in EVENT_LINES:
        strips = [*_key_events(book, lines), *ending]
        if sum(strip.space_before + strip.height for strip in strips) <= book.flow.remaining:
            break
    book.flow.place(strips)


def _key_events(book: Book, lines: int) -> list[Strip]:
    width = book.setter.sheet.body_width - TIME_COLUMN - LINK_COLUMN
    rows = [_key_row(book, event, width, lines) for event in book.content.key_events]
    strips = book.setter.table(Table((TIME_COLUMN, width, LINK_COLUMN)), rows)
    none = book.setter.paragraph(book.words("summary.no_key"), FAINT)
    return [*_subheading(book, "summary.key"), *(strips or none)]


def _ending(book: Book) -> list[Strip]:
    """Return the complainant's own words."""
    statement = book.content.dispute.summary
    if not statement:
        return []
    return [*_subheading(book, "summary.statement"), *book.setter.paragraph(statement, BODY)]


def _subheading(book: Book, key: str) -> list[Strip]:
    strips = book.setter.paragraph(book.words(key), SUBHEADING, space_before=14)
    strips[-1].keep = True
    return strips


def _answers(book: Book) -> Iterator[tuple[str, Cell]]:
    words, dispute = book.words, book.content.dispute
    yield words("summary.who"), [Words(_against(book), STRONG)]
    yield words("summary.what"), [Words(dispute.title, STRONG), Words(words.name(dispute.type))]
    yield words("summary.when"), [Words(_when(book))]
    yield from _since(book)
    yield words("summary.how_much"), [Words(_amount(book), STRONG), *_back(book)]
    yield words("summary.asked"), _demands(book)
    yield words("summary.status"), [Words(words.name(dispute.status))]


def _against(book: Book) -> str:
    words, dispute = book.words, book.content.dispute
    if not dispute.complainant:
        return words("summary.against_by_nobody", institution=dispute.institution)
    return words("summary.against", complainant=dispute.complainant, institution=dispute.institution)


def _amount(book: Book) -> str:
    words, dispute = book.words, book.content.dispute
    return words("summary.no_amount") if dispute.amount is None else words.amount(dispute.currency, dispute.amount)


def _when(book: Book) -> str:
    ends = span_of_events(book.content)
    if ends is None:
        return book.words("summary.no_events")
    first, last = map(book.words.time, ends)
    return first if first == last else book.words("summary.span", first=first, last=last)


def _since(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield since when it is in dispute and by what that is known; nothing where only the first event is."""
    found, stated = book.content.workspace, book.content.dispute.disputed_since
    began = found.began if found is not None else Beginning(stated, Basis.STATED) if stated else None
    if began is None or began.basis is Basis.FIRST:
        return
    said = Words(book.words(f"summary.since_{began.basis.value}", day=began.day.isoformat()))
    shown = book.links_of_events([began.event_id]) if began.event_id in book.content.events_by_id else []
    yield book.words("summary.since"), [said, *shown]


def _back(book: Book) -> Cell:
    """Return how much of the amount came back and how much is open, where any did."""
    claim = book.content.workspace.claim if book.content.workspace is not None else None
    if claim is None or not claim.recovered:
        return []
    words = book.words
    back, left = (words.amount(claim.currency, each) for each in (claim.recovered, claim.open))
    said = f"{words('money.recovered')} {back} · {words('money.open')} {left}"
    return [Words(said), *book.links_of_events(claim.event_ids)]


def _demands(book: Book) -> Cell:
    demands = book.content.dispute.demands
    if not demands:
        return [Words(book.words("summary.no_demand"))]
    return [Words(f"{number}. {demand}") for number, demand in enumerate(demands, 1)]


def _key_row(book: Book, event: Event, width: float, most: int) -> Row:
    time: list[Piece] = [Words(book.words.time(event))]
    said = book.words.in_short(event, book.exhibits_of(event))
    head = book.words.joined((said[0], *book.who(event), _became(book, event)))
    style_lines = [(head, FAINT, min(2, most))]
    style_lines += [(part, BODY, most) for part in said[1:3]]
    what = [
        Words(book.setter.shortened(text, style, width - GUTTER, lines=lines), style)
        for text, style, lines in style_lines
    ]
    return Row((time, what, _links(book, event)))


def _became(book: Book, event: Event) -> str:
    """Return what became of a promise, where somebody said it."""
    found = book.content.workspace
    day = by_event(found.promises).get(event.id) if event.promise and found is not None else None
    return book.words.name(day.state) if day is not None and day.state.value else ""


def _links(book: Book, event: Event) -> Cell:
    links = book.exhibit_links(event)
    return [*links[:2], Words(f"+ {len(links) - 2}", SMALL)] if len(links) > 3 else links
