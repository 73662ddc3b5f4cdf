"""The last part: hashes, custody log, what all this proves, how to check it, and who stands behind it."""

from collections.abc import Iterator

from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import timestamp
from evidence_app.domain.exhibits import Exhibit
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
from evidence_app.dossier.book import Book
from evidence_app.dossier.content import Content
from evidence_app.dossier.disclosing import LogLine
from evidence_app.dossier.page import Rule, Strip
from evidence_app.dossier.wording import grouped
from evidence_app.narration import narrate
from evidence_app.proof.enclosures import original_name

HASH_COLUMN = 276.0
SIGNATURE_SPACE = 34.0
TOKEN_SUFFIX = ".tsr"


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
                [Words(grouped(exhibit.original.sha256), FINE), Words(_where(book, exhibit), FINE_FAINT)],
            )
        )
        for exhibit in book.content.exhibits
    ]
    book.flow.place(book.setter.table(table, rows, space_before=10))
    _draw_others(book)


def _where(book: Book, exhibit: Exhibit) -> str:
    """Return where an exhibit's original is found."""
    if exhibit.id in book.content.withheld:
        return book.words("manifest.withheld")
    return where(book, original_name(exhibit))


def where(book: Book, name: str) -> str:
    """Return where a file is found that goes with the originals."""
    if name in book.content.enclosed:
        return book.words("manifest.attached", name=name)
    if book.content.seal.in_bag:
        return book.words("manifest.in_bag", name=name)
    return book.words("manifest.outside") if book.content.enclosures else ""


def _draw_others(book: Book) -> None:
    """Place the attached files that are no originals, with their hashes; or say that nothing is attached."""
    words, content = book.words, book.content
    if not content.enclosures:
        book.flow.place(book.setter.paragraph(words("manifest.nothing_attached"), FAINT, space_before=10))
        return
    originals = {original_name(exhibit) for exhibit in content.exhibits}
    head = (words("manifest.other_file"), words("manifest.hash"))
    table = Table((book.setter.sheet.body_width - HASH_COLUMN, HASH_COLUMN), head)
    rows = [
        Row(
            (
                [Words(each.name, SMALL), Words(words("fact.bytes", size=f"{each.size:,}"), FINE_FAINT)],
                [Words(grouped(each.sha256), FINE)],
            )
        )
        for each in content.enclosures
        if each.name not in originals
    ]
    intro = book.setter.paragraph(words("manifest.others"), FAINT, space_before=14)
    intro[-1].keep = True
    book.flow.place([*intro, *book.setter.table(table, rows, space_before=6)])


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
    """Place what the dossier proves and what it does not, who witnessed its time, and how it is signed."""
    book.begin_section("proves")
    words, content = book.words, book.content
    status = words("proves.claimed")
    if content.witnesses:
        status = words("proves.witnessed", moment=first_witnessed(book), size=content.checkpoint.size)
    said = [(words("proves.yes"), STRONG), (status, BODY), (words("proves.no"), STRONG)]
    said += [(words(f"proves.{key}"), BODY) for key in ("pictures", "machine")]
    said += [(text, BODY) for text in _sealed(book)]
    for text, style in said:
        book.flow.place(book.setter.paragraph(text, style, space_before=6))
    if content.anchors:
        _draw_witnesses(book)


def first_witnessed(book: Book) -> str:
    """Return the earliest moment at which the whole log was witnessed."""
    return book.words.moment(min(anchor.witnessed_at for anchor in book.content.witnesses))


def _sealed(book: Book) -> Iterator[str]:
    """Yield how this file is signed, and who is asked to witness it."""
    words, seal = book.words, book.content.seal
    if seal.key is None:
        yield words("sealed.none")
    else:
        signed = words(
            f"sealed.{seal.key.value}", signer=words.signer(seal.signer), fingerprint=grouped(seal.fingerprint)
        )
        yield words.sentences((signed, words("sealed.certified")))
    if seal.asked:
        yield words("sealed.asked", names=words.joined(seal.asked))
    elif seal.silent:
        yield words("sealed.silent", names=words.joined(seal.silent))
    elif seal.key is not None:
        yield words("sealed.unasked")


def _draw_witnesses(book: Book) -> None:
    """Place every token over this log or its beginnings."""
    words, tokens = book.words, token_names(book.content)
    heading = book.setter.paragraph(words("proves.witnesses"), SUBHEADING, space_before=14)
    heading[-1].keep = True
    head = tuple(words(f"proves.{key}") for key in ("entries", "authority", "time", "token"))
    table = Table((50, book.setter.sheet.body_width - 50 - 160 - 130, 160, 130), head)
    rows = [
        Row(
            (
                [Words(str(anchor.size), STRONG)],
                [Words(anchor.name, SMALL)],
                [Words(words.moment(anchor.witnessed_at), SMALL)],
                [Words(tokens.get(anchor, words("proves.not_attached")), SMALL)],
            )
        )
        for anchor in book.content.anchors
    ]
    book.flow.place([*heading, *book.setter.table(table, rows, space_before=4)])


def token_names(content: Content) -> dict[Anchor, str]:
    """Return the attached file of each token."""
    files = {each.data: each.name for each in content.enclosures if each.name.endswith(TOKEN_SUFFIX)}
    return {anchor: files[anchor.response] for anchor in content.anchors if anchor.response in files}


def draw_signature(book: Book) -> None:
    """Place the declaration and lines to sign on."""
    heading = book.heading_here("signature")
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
