"""How the institution is reached: from where that is known, how it was found genuine, what is doubtful of it."""

from typing import TYPE_CHECKING

from evidence_app.domain.workspace import Channel
from evidence_app.dossier.blocks import FAINT, SMALL, STRONG, SUBHEADING, Cell, Row, Table, Words
from evidence_app.dossier.book import Book
from evidence_app.rules.channels import LOOKED_AT

if TYPE_CHECKING:
    from evidence_app.rules.workspace import Workspace

KNOWN_COLUMN, GENUINE_COLUMN = 90.0, 150.0


def draw_channels(book: Book) -> None:
    """Place a row for each channel that the complainant stated, none where there is none."""
    found = book.content.workspace
    if found is None or not found.stated.channels:
        return
    strips = book.setter.paragraph(book.words("parties.channels"), SUBHEADING, space_before=18)
    strips[-1].keep = True
    head = tuple(book.words(f"parties.{key}") for key in ("channel", "known_from", "genuine"))
    wide = book.setter.sheet.body_width - KNOWN_COLUMN - GENUINE_COLUMN
    rows = [Row(_cells(book, found, each)) for each in found.stated.channels]
    book.flow.place(strips + book.setter.table(Table((wide, KNOWN_COLUMN, GENUINE_COLUMN), head), rows))


def _cells(book: Book, found: "Workspace", channel: Channel) -> tuple[Cell, Cell, Cell]:
    words = book.words
    # the columns show where it is known from, and how and when it was found genuine
    about = [each for each in found.doubts if each.channel_id == channel.id and each.doubt in LOOKED_AT]
    doubts = [each.says(words.language) for each in about]
    if channel.doubt:
        doubts.append(words("parties.doubted", why=channel.doubt))
    name: Cell = [Words(words.name(channel.kind), SMALL), Words(channel.value, STRONG)]
    known = words.name(channel.known_from) or words("summary.not_stated")
    return [*name, *(Words(each, SMALL) for each in doubts)], [Words(known, SMALL)], _genuine(book, channel)


def _genuine(book: Book, channel: Channel) -> Cell:
    """Return how a channel was found genuine, when, and the exhibit that shows where it was found."""
    said = [channel.verified_by, channel.verified_on.isoformat() if channel.verified_on else ""]
    cell: Cell = [Words(each, SMALL) for each in said if each]
    exhibit = book.content.exhibits_by_id.get(channel.exhibit_id)
    if exhibit is not None:
        cell = [*cell, book.exhibit_link(exhibit)]
    return cell or [Words(book.words("summary.not_stated"), FAINT)]
