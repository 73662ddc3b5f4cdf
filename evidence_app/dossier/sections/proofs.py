"""The last part: hashes, custody log, what all this proves, how to check it, and who stands behind it."""

from collections.abc import Iterator

from evidence_app.domain.custody import timestamp
from evidence_app.dossier.blocks import (
    BODY,
    FAINT,
    FINE,
    FINE_FAINT,
    SMALL,
    STRONG,
    SUBHEADING,
    Cell,
    Piece,
    Row,
    Table,
    Words,
)
from evidence_app.dossier.book import Book, section_anchor
from evidence_app.dossier.content import LogLine
from evidence_app.dossier.page import Rule, Strip
from evidence_app.dossier.wording import grouped
from evidence_app.narration import narrate

HASH_COLUMN = 276.0
SIGNATURE_SPACE = 34.0


def draw_manifest(book: Book) -> None:
    """Place the SHA-256 of every original, as it was found just now."""
    book.begin_section("manifest")
    words = book.words
    book.flow.place(book.setter.paragraph(words("manifest.intro"), FAINT))
    head = tuple(words(f"manifest.{key}") for key in ("number", "file", "hash"))
    table = Table((34, book.setter.sheet.body_width - 34 - HASH_COLUMN, HASH_COLUMN), head)
    rows = [
        Row(
            (
                [Words(str(exhibit.number), STRONG)],
                [Words(exhibit.name, SMALL), Words(words.media(exhibit), FINE_FAINT)],
                [Words(grouped(exhibit.original.sha256), FINE)],
            )
        )
        for exhibit in book.content.exhibits
    ]
    book.flow.place(book.setter.table(table, rows, space_before=10))


def draw_custody(book: Book) -> None:
    """Place every entry of the log, with the payloads that may be shown, and the root."""
    book.begin_section("custody")
    words = book.words
    book.flow.place(book.setter.paragraph(words("custody.intro"), FAINT))
    head = tuple(words(f"custody.{key}") for key in ("seq", "at", "what"))
    table = Table((34, 118, book.setter.sheet.body_width - 152), head)
    rows = (_log_row(book, line) for line in book.content.log)
    book.flow.place(book.setter.table(table, rows, space_before=10))
    book.flow.place(_root(book))


def _log_row(book: Book, line: LogLine) -> Row:
    book.progress.check()
    words, entry = book.words, line.entry
    said = words("custody.withheld")
    if line.disclosed and entry.payload is not None:
        said = _cut(book, narrate(entry.kind, entry.payload, words.language))
    payload = Words(said, FINE if line.disclosed else FAINT)
    commit = words("custody.commit", kind=entry.kind.value, commit=line.commit)
    hashes = [Words(text, FINE_FAINT) for text in (commit, words("custody.leaf", leaf=line.leaf))]
    what: Cell = [Words(words.joined((words.name(entry.kind), *_about(book, line)))), payload, *hashes]
    return Row(([Words(str(entry.seq), STRONG)], [Words(timestamp(entry.at), SMALL)], what))


def _about(book: Book, line: LogLine) -> list[str]:
    """Return the exhibits that a disclosed entry is about: what it says names a field only."""
    shown = book.content.exhibits_by_id
    about = [shown[exhibit_id] for exhibit_id in line.entry.about if exhibit_id in shown] if line.disclosed else []
    return [book.words("exhibit.name", number=exhibit.number) for exhibit in about]


def _cut(book: Book, payload: str) -> str:
    limit = book.content.profile.payload_characters
    rest = len(payload) - limit
    return payload if rest <= 0 else f"{payload[:limit]} {book.words('custody.more', count=rest)}"


def _root(book: Book) -> list[Strip]:
    head = book.content.checkpoint
    strips = book.setter.paragraph(book.words("custody.root", size=head.size), STRONG, space_before=12)
    strips[-1].keep = True
    return strips + book.setter.paragraph(head.root.hex(), SMALL)


def draw_proves(book: Book) -> None:
    """Place what the dossier proves and what it does not."""
    book.begin_section("proves")
    for key in ("yes", "status", "no", "pictures", "machine"):
        style = STRONG if key in ("yes", "no") else BODY
        book.flow.place(book.setter.paragraph(book.words(f"proves.{key}"), style, space_before=6))


def draw_verify(book: Book) -> None:
    """Place how anybody can check hashes and log without this program, and what cannot be checked yet."""
    strips = _heading_here(book, "verify")
    for title, texts in _steps(book):
        heading = book.setter.paragraph(title, SUBHEADING, space_before=10)
        heading[-1].keep = True
        strips += heading
        strips += [strip for text in texts for strip in book.setter.paragraph(text, BODY, space_before=3)]
    book.flow.place(strips)


def _heading_here(book: Book, code: str) -> list[Strip]:
    """Return a section's heading for the same page, if what is placed behind it has room there."""
    strips = book.setter.heading(book.words(f"section.{code}"), section_anchor(code))
    strips[0].space_before = 30
    return strips


def _steps(book: Book) -> Iterator[tuple[str, list[str]]]:
    words, head = book.words, book.content.checkpoint
    yield words("verify.files_title"), [words("verify.files"), words("verify.commands")]
    log = [words("verify.root_only")]
    if "custody" in book.content.profile.sections:
        leaf = [words("verify.leaf"), words("verify.leaf_command", dispute=head.dispute_id)]
        log = [*leaf, words("verify.tree"), words("verify.tree_command"), words("verify.payload")]
    yield words("verify.log_title"), [*log, words("verify.root", size=head.size), head.root.hex()]
    yield words("verify.time_title"), [words("verify.time")]


def draw_signature(book: Book) -> None:
    """Place the declaration and lines to sign on."""
    heading = _heading_here(book, "signature")
    text = book.setter.paragraph(book.words("signature.text"), BODY)
    for strip in text:
        strip.keep = True
    half = book.setter.sheet.body_width / 2
    name: list[Piece] = [Words(book.words("signature.name"), FAINT), Words(book.content.prepared_by, STRONG)]
    sign, place, date = ([Words(book.words(f"signature.{key}"), FAINT)] for key in ("sign", "place", "date"))
    rows: list[tuple[Cell, Cell]] = [(name, sign), (place, date)]
    table = Table((half, half), ruled=False)
    strips = book.setter.table(table, [Row(row) for row in rows], space_before=10)
    for strip in strips:
        strip.height = SIGNATURE_SPACE + 14
        strip.keep = strip is not strips[-1]
        for x in (0.0, half):
            strip.operations.append(Rule(book.setter.sheet.margin + x, strip.height - 2, half - 16, grey=0.4))
    book.flow.place([*heading, *text, *strips])
