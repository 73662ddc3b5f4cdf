"""Pages of draw operations become PDF pages. ReportLab is used for what it is best at: embedding subset fonts.

Pictures are named in the pages' content and brought in afterwards; links and bookmarks too, when all is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from evidence_app.dossier.blocks import FINE_FAINT, TABLE_HEAD, Typesetter
from evidence_app.dossier.page import Box, Flow, Frame, Operation, Page, PageLink, Picture, Rule, Style, Text, Unseen
from evidence_app.dossier.pictures.orientation import placing_matrix
from evidence_app.progress import Progress

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

HEADER_Y, FOOTER_Y = 34.0, 36.0
"""Base lines of header and footer, from the paper's upper and lower edge."""

TAB_WIDTH, TAB_HEIGHT, TAB_PLACES = 24.0, 26.0, 12
TAB_TEXT = Style(9, 12, bold=True, grey=1.0)


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where a link can be touched, in PDF coordinates (origin lower left), and where it leads."""

    page_index: int
    rectangle: tuple[float, float, float, float]
    target: str


@dataclass(frozen=True, slots=True)
class Running:
    """What stands at the head and foot of every page: title and dossier's id, checkpoint and profile.

    Without a title there is no head.
    """

    title: str
    dossier_id: str
    foot: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A PDF without its pictures; by page, the keys of those it names."""

    pdf: bytes
    pictures: Sequence[frozenset[int]]
    links: Sequence[LinkArea]


def draw(flow: Flow, setter: Typesetter, running: Running, progress: Progress, page_count: int) -> Drawn:
    """Return the first pages as a PDF whose bytes depend on the operations only."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # ASCII armour, 25 % larger and written in pure Python
    buffer = BytesIO()
    sheet = setter.sheet
    first_font = setter.faces[False].fonts[0].name
    setter.width("0", TABLE_HEAD), setter.width("0", FINE_FAINT)  # fonts are registered at the first question
    canvas = Canvas(
        buffer,
        (sheet.width, sheet.height),
        pageCompression=1,
        invariant=1,
        initialFontName=first_font,
        pdfVersion=(1, 7),
    )
    pen = _Pen(canvas, flow, setter)
    for page_index, page in enumerate(flow.pages[:page_count]):
        progress.check()
        pen.page(page_index, page, running)
    canvas.save()
    return Drawn(buffer.getvalue(), pen.pictures, pen.links)


class _Pen:
    """Draws one page after the other; keeps what was linked and which pictures were named."""

    def __init__(self, canvas: "Canvas", flow: Flow, setter: Typesetter) -> None:
        from reportlab.pdfbase.pdfmetrics import getFont

        self._canvas = canvas
        self._flow = flow
        self._setter = setter
        self._sheet = setter.sheet
        self._document = canvas._doc  # noqa: SLF001 - fonts keep their subsets by document
        self._font = getFont
        self._shown: dict[tuple[str, bool], list[tuple[str, str]]] = {}
        self.links: list[LinkArea] = []
        self.pictures: list[frozenset[int]] = []

    def page(self, page_index: int, page: Page, running: Running) -> None:
        """Draw one page with its header, footer and tab."""
        named: set[int] = set()
        placed = [(top, operation) for top, operations in page.placed for operation in operations]
        placed += [(0.0, operation) for operation in self._running(page_index, page, running)]
        for top, operation in placed:
            if isinstance(operation, Picture):
                named.add(operation.key)
            if not isinstance(operation, Text | Unseen | PageLink):
                self._canvas.addLiteral(self._shape(top, operation))
        self._texts(page_index, placed)
        self.pictures.append(frozenset(named))
        self._canvas.showPage()

    def _running(self, page_index: int, page: Page, running: Running) -> list[Operation]:
        sheet, setter = self._sheet, self._setter
        left, right = sheet.margin, sheet.width - sheet.margin
        title = setter.shortened(running.title, FINE_FAINT, sheet.body_width * 0.7)
        bottom = sheet.height - FOOTER_Y
        number = f"{page_index + 1} / {len(self._flow.pages)}"
        header: list[Operation] = [
            Text(left, HEADER_Y, setter.lines(title, FINE_FAINT, sheet.body_width)[0], FINE_FAINT),
            Text(right, HEADER_Y, running.dossier_id, FINE_FAINT, align=1),
            Rule(left, HEADER_Y + 5, sheet.body_width),
        ]
        drawn: list[Operation] = [
            *(header if running.title else []),
            Text(left, bottom, setter.lines(running.foot, FINE_FAINT, sheet.body_width)[0], FINE_FAINT),
            Text(right, bottom, number, TABLE_HEAD, align=1),
        ]
        if page.tab:
            drawn += self._tab(page.tab)
        return drawn

    def _tab(self, label: str) -> list[Operation]:
        """Return the mark at the outer edge; it wanders down, so that exhibits can be found in a closed stack."""
        place = (int(label) - 1) % TAB_PLACES
        top = self._sheet.margin + place * (self._sheet.body_height - TAB_HEIGHT) / (TAB_PLACES - 1)
        x = self._sheet.width - TAB_WIDTH
        return [
            Box(x, top, TAB_WIDTH, TAB_HEIGHT, grey=0.2),
            Text(x + TAB_WIDTH / 2, top + TAB_HEIGHT / 2 + 3.2, label, TAB_TEXT, align=0.5),
        ]

    def _shape(self, top: float, operation: Operation) -> str:
        y = self._sheet.height - top - operation.y
        match operation:
            case Rule():
                return (
                    f"q {operation.grey:g} G {operation.thickness:g} w {operation.x:.2f} {y:.2f} m "
                    f"{operation.x + operation.width:.2f} {y:.2f} l S Q"
                )
            case Box():
                return f"q {operation.grey:g} g {_rectangle(operation, y)} f Q"
            case Frame():
                return f"q {operation.grey:g} G 0.4 w {_rectangle(operation, y)} S Q"
            case Picture():
                return _picture(operation, y)
        raise TypeError(operation)

    def _texts(self, page_index: int, placed: list[tuple[float, Operation]]) -> None:
        code, grey, font = ["BT"], -1.0, ("", 0.0)
        for top, operation in placed:
            if not isinstance(operation, Text | PageLink):
                continue
            y = self._sheet.height - top - operation.y
            words = operation.text if isinstance(operation, Text) else self._linked(page_index, operation, y)
            style = operation.style
            if style.grey != grey:
                grey = style.grey
                code.append(f"{grey:g} g")
            code.append(f"1 0 0 1 {self._start(operation, words):.2f} {y:.2f} Tm")
            for name, glyphs in self._glyphs(words, bold=style.bold):
                if (name, style.size) != font:
                    font = (name, style.size)
                    code.append(f"{name} {style.size:g} Tf")
                code.append(glyphs)
        self._canvas.addLiteral(" ".join([*code, *self._unseen(placed), "ET"]))

    def _unseen(self, placed: list[tuple[float, Operation]]) -> list[str]:
        """Return the operators for what is there to be found only, drawn in no colour (ISO 32000-1, 9.3.6)."""
        code = []
        for top, operation in placed:
            if isinstance(operation, Unseen):
                words = self._setter.faces[False].drawable(operation.text)
                natural = self._setter.faces[False].width(words, operation.size)
                stretch = 100 * operation.width / natural if natural else 100
                code.append(
                    f"{stretch:.1f} Tz 1 0 0 1 {operation.x:.2f} {self._sheet.height - top - operation.y:.2f} Tm"
                )
                for name, glyphs in self._glyphs(words, bold=False):
                    code.append(f"{name} {operation.size:.2f} Tf {glyphs}")
        return ["3 Tr", *code, "0 Tr 100 Tz"] if code else []

    def _glyphs(self, words: str, *, bold: bool) -> list[tuple[str, str]]:
        """Return a text as glyphs: (name of a subset font, operator that shows them)."""
        known = self._shown.get((words, bold))
        if known is None:
            known = self._shown[words, bold] = [
                (font.getSubsetInternalName(subset, self._document), f"<{glyphs.hex()}> Tj")
                for name, run in self._setter.faces[bold].runs(words)
                for font in (self._font(name),)
                for subset, glyphs in font.splitString(run, self._document)
            ]
        return known

    def _start(self, operation: Text | PageLink, words: str) -> float:
        if not operation.align:
            return operation.x
        return operation.x - operation.align * self._setter.width(words, operation.style)

    def _linked(self, page_index: int, link: PageLink, y: float) -> str:
        """Return the link's words with the page number, and remember where they stand."""
        number = str(self._flow.anchors[link.target].page_index + 1)
        words = self._setter.faces[link.style.bold].drawable(link.pattern.replace("{page}", number))
        x, size = self._start(link, words), link.style.size
        area = (x, y - 0.25 * size, x + self._setter.width(words, link.style), y + 0.95 * size)
        self.links.append(LinkArea(page_index, area, link.target))
        return words


def _rectangle(box: Box | Frame, y: float) -> str:
    return f"{box.x:.2f} {y - box.height:.2f} {box.width:.2f} {box.height:.2f} re"


def _picture(picture: Picture, y: float) -> str:
    """Return the operators that draw a picture, or the band of it that its clip lets through."""
    whole = picture.height / (picture.last - picture.first)
    bottom = y + picture.first * whole - whole
    matrix = placing_matrix(picture.orientation, picture.x, bottom, picture.width, whole)
    clip = f"{picture.x:.3f} {y - picture.height:.3f} {picture.width:.3f} {picture.height:.3f} re W n "
    numbers = " ".join(f"{number:.4f}" for number in matrix)
    return f"q {clip if whole != picture.height else ''}{numbers} cm /{picture_name(picture.key)} Do Q"


def picture_name(key: int) -> str:
    """Return the name by which pages call a stored picture."""
    return f"Picture{key}"
