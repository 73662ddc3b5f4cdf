"""Page one: whose dossier this is, about what, who vouches for what, and what is in it."""

from collections.abc import Iterator
from itertools import zip_longest

from evidence_app.domain.timeline import ALL_TIME
from evidence_app.dossier.blocks import BODY, FAINT, STRONG, SUBHEADING, TITLE, Cell, Link, Row, Table, Words
from evidence_app.dossier.book import LABEL_WIDTH, Book, section_anchor
from evidence_app.dossier.choosing import LeftOut
from evidence_app.dossier.page import Strip, Style
from evidence_app.proof.keys import KeyKind

KICKER = Style(11, 16, grey=0.38)
TOP_SPACE = 18.0
TITLE_LINES = 2
VALUE_LINES = 2
PROOF_LINES = 3
"""However long the values are, the cover stays on its page and the summary is page two."""
PAGE_COLUMN, CONTENTS_GAP, CONTENTS_PADDING = 22.0, 18.0, 2.0


def draw_cover(book: Book) -> None:
    """Place the cover; long values are cut here and stand in full further on."""
    setter, words = book.setter, book.words
    book.flow.new_page(tab="")
    book.flow.place([Strip(TOP_SPACE, [])])
    book.flow.place(setter.paragraph(words("title.dossier"), KICKER))
    title = setter.shortened(book.content.dispute.title, TITLE, setter.sheet.body_width, lines=TITLE_LINES)
    heading = setter.heading(title, section_anchor("cover"), style=TITLE, title=words("section.cover"))
    heading[-1].keep = False
    book.flow.place(heading)
    book.facts(((label, [_cut(book, value)]) for label, value in _facts(book) if value), space_before=14)
    book.flow.place(setter.paragraph(words("cover.proof"), SUBHEADING, space_before=14))
    book.facts(_proof(book), space_before=4)
    book.flow.place(setter.paragraph(words("cover.zone", zone=book.content.dispute.zone_name), FAINT, space_before=4))
    book.flow.place(setter.paragraph(words("cover.contents"), SUBHEADING, space_before=14))
    book.flow.place(setter.table(_contents_table(book), _contents(book), space_before=4))
    if left_out := book.content.sections_left_out:
        told = words("cover.left_out", sections=words.joined(words(f"section.{code}") for code in left_out))
        shown = setter.shortened(told, FAINT, setter.sheet.body_width, lines=VALUE_LINES)
        book.flow.place(setter.paragraph(shown, FAINT, space_before=4))


def _proof(book: Book) -> Iterator[tuple[str, Cell]]:
    """Yield what a judge has to know first: who vouches for time and bytes, and for what nobody does."""
    words = book.words
    yield words("cover.time"), [_cut(book, _witness(book), PROOF_LINES)]
    yield words("cover.signed"), [_cut(book, _signed(book), PROOF_LINES)]
    more: Cell = []
    if "proves" in book.content.sections:
        more = [Link(words("cover.proof_page"), section_anchor("proves"), FAINT)]
    yield words("cover.limits"), [_cut(book, words("cover.unproven"), PROOF_LINES), *more]


def _witness(book: Book) -> str:
    witnesses = book.content.witnesses
    if not witnesses:
        return book.words("cover.witness")
    names = book.words.joined(dict.fromkeys(anchor.name for anchor in witnesses))
    moment = book.words.moment(min(anchor.witnessed_at for anchor in witnesses))
    return book.words("cover.witnessed", names=names, moment=moment)


def _signed(book: Book) -> str:
    seal = book.content.seal
    if seal.key is None:
        return book.words("cover.signed_none")
    return book.words(
        "cover.signed_own" if seal.key is KeyKind.OWN else "cover.signed_self", signer=book.words.signer(seal.signer)
    )


def _event_count(book: Book) -> str:
    """Return how many events are shown, and how many are not: unconfirmed ones, and those with other people."""
    words, content = book.words, book.content
    shown = words("cover.exhibit_count", shown=len(content.events), total=content.event_total)
    reasons = [each for each in (LeftOut.UNCONFIRMED, LeftOut.OTHERS) if content.left_out.get(each)]
    why = (words(f"chronology.{each.value}", count=content.left_out[each]).rstrip("。.") for each in reasons)
    return words.joined((shown, *why))


def _cut(book: Book, value: str, lines: int = VALUE_LINES) -> Words:
    width = book.setter.sheet.body_width - LABEL_WIDTH
    return Words(book.setter.shortened(value, BODY, width, lines=lines))


def _facts(book: Book) -> Iterator[tuple[str, str]]:
    words, content, dispute = book.words, book.content, book.content.dispute
    yield words("cover.complainant"), dispute.complainant or words("summary.not_stated")
    yield words("cover.representative"), dispute.representative
    yield words("cover.institution"), _with_aliases(book)
    yield words("cover.type"), words.name(dispute.type)
    yield words("cover.period"), period_words(book)
    yield words("cover.exhibits"), _exhibit_count(book)
    yield words("cover.events"), _event_count(book)
    yield words("cover.date"), words.moment(content.generated_at)
    yield words("cover.prepared_by"), content.prepared_by
    yield words("cover.id"), content.dossier_id
    yield words("cover.profile"), words(f"profile.{content.profile.code}")


def _with_aliases(book: Book) -> str:
    dispute = book.content.dispute
    names = book.words("cover.also", names=book.words.joined(dispute.aliases)) if dispute.aliases else ""
    return book.words.joined((dispute.institution, names))


def period_words(book: Book) -> str:
    """Return which days the dossier covers."""
    first, last = book.content.period.first, book.content.period.last
    if book.content.period == ALL_TIME:
        return book.words("cover.all_time")
    if first and last:
        return book.words("cover.until", first=first, last=last)
    return book.words("cover.open_last", first=first) if first else book.words("cover.open_first", last=last)


def _exhibit_count(book: Book) -> str:
    content = book.content
    removed = book.words("cover.removed", count=len(content.tombstones)) if content.tombstones else ""
    count = book.words("cover.exhibit_count", shown=len(content.exhibits), total=content.exhibit_total)
    return book.words.joined((count, removed))


def _contents_table(book: Book) -> Table:
    half = (book.setter.sheet.body_width - CONTENTS_GAP) / 2 - PAGE_COLUMN
    return Table((half, PAGE_COLUMN, CONTENTS_GAP, half, PAGE_COLUMN), padding=CONTENTS_PADDING)


def _contents(book: Book) -> Iterator[Row]:
    """Yield the contents in two columns, the first one to be read first."""
    codes = [code for code in book.content.sections if code != "cover"]
    middle = (len(codes) + 1) // 2
    for left, right in zip_longest(codes[:middle], codes[middle:]):
        yield Row((*_entry(book, left), [], *(_entry(book, right) if right else ([], []))))


def _entry(book: Book, code: str) -> tuple[Cell, Cell]:
    anchor = section_anchor(code)
    return [Link(book.words(f"section.{code}"), anchor, BODY)], [Link("{page}", anchor, STRONG, align=1)]
