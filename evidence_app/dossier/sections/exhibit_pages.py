"""Each exhibit: its picture as large as fits, the caption below it, then further parts and pages, then the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidence_app.domain.exhibits import Exhibit, MediaKind, clock
from evidence_app.domain.threads import Seam
from evidence_app.dossier.blocks import BODY, FAINT, HEADING, SUBHEADING, TIGHT_PADDING, Cell, Piece, Row, Table, Words
from evidence_app.dossier.book import Book, exhibit_anchor, section_anchor
from evidence_app.dossier.gathering import StoredPicture
from evidence_app.dossier.page import Bookmark, Box, Frame, Operation, Picture, Rule, Strip, Style, Text, height_of
from evidence_app.dossier.parts import Band, bands, fitted, is_long
from evidence_app.dossier.sections.proofs import where
from evidence_app.dossier.sections.records import draw_records
from evidence_app.dossier.sections.text_layer import TextLayer
from evidence_app.dossier.sections.transcripts import beside, draw_transcript, transcript
from evidence_app.dossier.wording import grouped

CAPTION = Style(8.5, 12)
CAPTION_LABEL = Style(8.5, 12, grey=0.38)
CAPTION_LABEL_WIDTH = 78.0
GAP = 8.0
SHORT_TRANSCRIPT = 0.22
"""Part of the page for which a picture makes room: a page of its own for two lines is none to turn to."""

LEAST_PICTURE = 0.5
"""Part of the page a picture gets at least; a longer caption is continued on the next page."""

PART_TITLE_GAP = 3.0
BAR_WIDTH, BAR_DISTANCE, NOTE_TOP = 2.5, 5.0, 9.0


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of an exhibit with its picture and what was read on it."""

    picture: StoredPicture
    page_index: int
    layer: TextLayer


def draw_exhibits(book: Book) -> None:
    """Place all exhibits, each beginning on its own page."""
    if not book.content.exhibits:
        book.begin_section("exhibits")
        book.flow.place(book.setter.paragraph(book.words("index.empty")))
    for index, exhibit in enumerate(book.content.exhibits):
        book.progress.check()
        book.flow.new_page(tab=str(exhibit.number))
        if index == 0:
            bookmark = Bookmark(0, book.words("section.exhibits"), section_anchor("exhibits"))
            book.flow.place([Strip(0, [], keep=True, anchor=section_anchor("exhibits"), bookmark=bookmark)])
        _draw(book, exhibit)
        book.progress.advance()


def _draw(book: Book, exhibit: Exhibit) -> None:
    pictures = book.pictures.get(exhibit.id, ())
    layer = TextLayer(exhibit, book.content.readings_by_id.get(exhibit.id))
    book.flow.place(_heading(book, exhibit))
    caption = _caption(book, exhibit)
    told = False
    if pictures and not pictures[0].problem:
        told = _first_picture(book, Shown(pictures[0], 0, layer), caption)
    else:
        book.flow.place(caption)
    _why(book, exhibit, pictures)
    draw_records(book, exhibit)
    for page_index, picture in enumerate(pictures[1:], 1):
        _further_page(book, Shown(picture, page_index, layer), len(pictures))
    if book.content.profile.transcripts:
        if not told:
            draw_transcript(book, exhibit)
        _texts(book, exhibit)


def _heading(book: Book, exhibit: Exhibit) -> list[Strip]:
    """Return number and title on one line; the caption has a long title in full."""
    number = book.words("exhibit.name", number=exhibit.number)
    text = f"{number}   {exhibit.label}"
    line = book.setter.shortened(number, HEADING, book.setter.sheet.body_width)
    used = book.setter.width(f"{line}   ", HEADING)
    title = book.setter.shortened(exhibit.label, BODY, book.setter.sheet.body_width - used)
    strips = book.setter.heading(line, exhibit_anchor(exhibit), level=1, title=text)
    baseline = next(operation.y for operation in strips[0].operations if isinstance(operation, Text))
    shown = book.setter.lines(title, BODY, book.setter.sheet.body_width)[0]
    strips[0].operations.append(Text(book.setter.sheet.margin + used, baseline, shown, BODY))
    return strips


def _first_picture(book: Book, shown: Shown, caption: list[Strip]) -> bool:
    """Place the picture with its caption, and tell whether the transcript stands beside it."""
    picture, exhibit = shown.picture, shown.layer.exhibit
    caption_height = sum(strip.height + strip.space_before for strip in caption)
    sheet = book.setter.sheet
    room = max(book.flow.remaining - caption_height - 2 * GAP, sheet.body_height * LEAST_PICTURE)
    full_room = sheet.body_height - SUBHEADING.leading - GAP
    if not is_long(picture.width_px, picture.height_px):
        width, height = fitted(picture.width_px, picture.height_px, sheet.body_width, room)
        words = beside(book, exhibit, width, height) if book.content.profile.transcripts else []
        below = _short_transcript(book, exhibit, room) if not words else []
        if below:
            room -= height_of(below)
            width, height = fitted(picture.width_px, picture.height_px, sheet.body_width, room)
        strip = _picture_strip(book, shown, Band(0, 1, 0), width, height, at_left=bool(words))
        strip.operations += words
        strip.space_before = GAP
        book.flow.place([strip, *caption, *below])
        return bool(words or below)
    width, parts = bands(picture.width_px, picture.height_px, room - FAINT.leading - PART_TITLE_GAP, full_room)
    for number, band in enumerate(parts, 1):
        if number > 1:
            book.flow.new_page()
        key = "exhibit.part" if number == 1 else "exhibit.part_title"
        title = book.words(key, number=exhibit.number, part=number, count=len(parts))
        height = (band.last - band.first) * width * picture.height_px / picture.width_px
        strips = [*_part_title(book, title), _picture_strip(book, shown, band, width, height)]
        book.flow.place([*strips, *caption] if number == 1 else strips)
    return False


def _short_transcript(book: Book, exhibit: Exhibit, room: float) -> list[Strip]:
    """Return the transcript of a picture that can make room for it; nothing if it is long, or the picture small."""
    if not book.content.profile.transcripts or len(book.pictures.get(exhibit.id, ())) > 1:
        return []
    strips, page = transcript(book, exhibit), book.setter.sheet.body_height
    needed = height_of(strips)
    return strips if needed <= SHORT_TRANSCRIPT * page and room - needed >= LEAST_PICTURE * page else []


def _part_title(book: Book, title: str) -> list[Strip]:
    strips = book.setter.paragraph(title, FAINT)
    strips[-1].keep = True
    strips[-1].height += PART_TITLE_GAP
    return strips


def _picture_strip(
    book: Book, shown: Shown, band: Band, width: float, height: float, *, at_left: bool = False
) -> Strip:
    """Return the picture in the middle, to be searched; a bar beside it marks what repeats the part before."""
    picture = shown.picture
    x = book.setter.sheet.margin if at_left else (book.setter.sheet.width - width) / 2
    drawn: list[Operation] = [
        Picture(picture.key, picture.orientation, x, 0, width, height, band.first, band.last),
        Frame(x, 0, width, height),
        *shown.layer.over(shown.page_index, picture, band, (x, width, height)),
    ]
    if band.repeated:
        drawn.append(Box(x - BAR_DISTANCE - BAR_WIDTH, 0, BAR_WIDTH, height * band.repeated, grey=0.45))
        note = book.setter.lines(book.words("exhibit.overlap_above"), FAINT, x - book.setter.sheet.margin - 14)
        right = x - BAR_DISTANCE - BAR_WIDTH - 4
        drawn += [Text(right, NOTE_TOP + FAINT.leading * row, line, FAINT, align=1) for row, line in enumerate(note)]
    return Strip(height, drawn)


def _further_page(book: Book, shown: Shown, count: int) -> None:
    book.flow.new_page()
    picture, number = shown.picture, shown.layer.exhibit.number
    title = book.words("exhibit.page_title", number=number, part=shown.page_index + 1, count=count)
    book.flow.place(_part_title(book, title))
    if picture.problem:
        text = book.words("why.page-unread", reason=book.words.problem(picture.problem))
        book.flow.place(book.setter.paragraph(text))
        return
    room = book.flow.remaining - GAP
    width, height = fitted(picture.width_px, picture.height_px, book.setter.sheet.body_width, room)
    book.flow.place([_picture_strip(book, shown, Band(0, 1, 0), width, height)])


def _why(book: Book, exhibit: Exhibit, pictures: Sequence[StoredPicture]) -> None:
    """State what is not on paper, and why."""
    media, words = exhibit.original.media, book.words
    text = ""
    if exhibit.id in book.content.withheld:
        text = words("why.withheld")
    elif media.problem:
        text = words("why.unread", reason=words.problem(media.problem))
    elif pictures and pictures[0].problem:
        text = words("why.page-unread", reason=words.problem(pictures[0].problem))
    elif media.kind in (MediaKind.AUDIO, MediaKind.VIDEO, MediaKind.OTHER):
        text = words(f"why.{media.kind.value}")
    elif 0 < len(pictures) < media.page_count:
        text = words("exhibit.pages_cut", shown=len(pictures), count=media.page_count)
    if text:
        book.flow.place(book.setter.paragraph(text, BODY, space_before=GAP))


def _caption(book: Book, exhibit: Exhibit) -> list[Strip]:
    columns = (CAPTION_LABEL_WIDTH, book.setter.sheet.body_width - CAPTION_LABEL_WIDTH)
    rows = [
        Row(([Words(book.words(f"fact.{code}"), CAPTION_LABEL)], cell))
        for code in book.content.profile.facts
        if (cell := _fact(book, exhibit, code))
    ]
    strips = book.setter.table(Table(columns, ruled=False, padding=TIGHT_PADDING), rows, space_before=GAP)
    strips[0].operations.insert(0, Rule(book.setter.sheet.margin, -GAP / 2, book.setter.sheet.body_width))
    return strips


def _fact(book: Book, exhibit: Exhibit, code: str) -> Cell:
    words = book.words
    match code:
        case "title":
            return [Words(exhibit.label, Style(8.5, 12, bold=True))]
        case "file":
            return [Words(words.joined((exhibit.name, words.media(exhibit))), CAPTION)]
        case "source":
            told = [Words(words.joined(words.origin(exhibit)) or words("fact.not_stated"), CAPTION)]
            mine = (each for each in book.content.selections if each.exhibit_id == exhibit.id)
            theirs = [Words(words("selection.theirs"), CAPTION)] if exhibit.id in book.content.in_part else []
            return [*told, *(Words(words.selected(each), CAPTION) for each in mine), *theirs]
        case "times":
            return list(_times(book, exhibit))
        case "added":
            return [Words(words.moment(exhibit.added_at), CAPTION)]
        case "stamps":
            return list(_stamps(book, exhibit))
        case "thread":
            return list(_thread(book, exhibit))
        case "hash":
            return [Words(grouped(exhibit.original.sha256), Style(7, 12))]
        case _:
            text: str = getattr(exhibit, code)
            return [Words(text, CAPTION)] if text else []


def _times(book: Book, exhibit: Exhibit) -> Iterator[Piece]:
    event = book.content.documents.get(exhibit.id)
    if event is None or not event.time.readings:
        yield Words(book.words("fact.no_time"), CAPTION)
        return
    for index, reading in enumerate(event.time.readings):
        yield Words(
            book.words.source_of(reading, chosen=index == event.time.chosen and not event.time.only_file_date), CAPTION
        )
    disagreement = book.words.disagreement(event)
    if disagreement:
        yield Words(disagreement, Style(8.5, 12, bold=True))


def _thread(book: Book, exhibit: Exhibit) -> Iterator[Piece]:
    """Yield what joins the picture to others of its thread, or that nothing does."""
    for link in book.content.links:
        if exhibit.id in (link.before_id, link.after_id):
            other_id = link.before_id if link.after_id == exhibit.id else link.after_id
            side = "" if link.seam is Seam.JOINED else "_before" if link.after_id == exhibit.id else "_after"
            other = book.words("exhibit.name", number=book.content.exhibits_by_id[other_id].number)
            yield Words(book.words(f"fact.{link.seam.value}{side}", exhibit=other, count=link.in_common), CAPTION)


def _stamps(book: Book, exhibit: Exhibit) -> Iterator[Piece]:
    """Yield the timestamps that were made elsewhere over the original: by whom, when, in which file."""
    for token, file in book.content.token_files.items():
        if token.exhibit_id == exhibit.id:
            key = "fact.stamped" if token.authority else "fact.stamped_unknown"
            moment, place = book.words.moment(token.witnessed_at), where(book, file.name)
            yield Words(book.words(key, name=token.name, moment=moment, where=place or file.name), CAPTION)


def _texts(book: Book, exhibit: Exhibit) -> None:
    """Place transcript, notes at times, and translation with who translated and when."""
    day = exhibit.translated_on.isoformat() if exhibit.translated_on else ""
    if exhibit.translator:
        key = "exhibit.translated_by_on" if day else "exhibit.translated_by"
        credit = book.words(key, translator=exhibit.translator, date=day)
    else:
        credit = day
    _text(book, "transcript", exhibit.transcript)
    _marks(book, exhibit)
    _text(book, "translation", exhibit.translation, credit)


def _text(book: Book, key: str, text: str, note: str = "") -> None:
    if text:
        heading = _subheading(book, key, note)
        book.flow.place([*heading, *book.setter.paragraph(text, BODY, space_before=4)])


def _marks(book: Book, exhibit: Exhibit) -> None:
    """Place the notes at times of a recording, a row each: on paper they tell a reader where to listen."""
    if exhibit.marks:
        rows = [
            Row(([Words(book.words("exhibit.mark_at", time=clock(mark.at_ms)), FAINT)], [Words(mark.text, BODY)]))
            for mark in exhibit.marks
        ]
        columns = (CAPTION_LABEL_WIDTH, book.setter.sheet.body_width - CAPTION_LABEL_WIDTH)
        heading = _subheading(book, "marks", book.words("exhibit.marks_note"))
        table = Table(columns, ruled=False, padding=TIGHT_PADDING)
        book.flow.place([*heading, *book.setter.table(table, rows, space_before=4)])


def _subheading(book: Book, key: str, note: str) -> list[Strip]:
    """Return a heading that stays with what follows it."""
    heading = book.setter.paragraph(book.words(f"exhibit.{key}"), SUBHEADING, space_before=14)
    heading += book.setter.paragraph(note, FAINT) if note else []
    for strip in heading:
        strip.keep = True
    return heading
