"""A letter as an Office Open XML document: with styles, numbered paragraphs and named typefaces, to be written on.

What python-docx begins with is an American letter in English and Japanese, with a picture of another document in it;
word processors choose typefaces, line breaks and spelling by what is said here. Clauses are those of ISO/IEC 29500-1.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO
from typing import TYPE_CHECKING

from evidence_app.dossier.letter_lines import Line, Part, drawable, numbered, title_of
from evidence_app.dossier.letter_look import INDENT, LINE_GAP, Setting
from evidence_app.phrases import Language
from evidence_app.rules.letter_blanks import blanks

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.font import CT_RPr
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.styles.style import ParagraphStyle
    from docx.text.paragraph import Paragraph
    from docx.text.parfmt import ParagraphFormat

BODY_POINTS, TITLE_POINTS, HEADING_POINTS, FOOT_POINTS = 12, 18, 13, 9
HANGING = 24
"""Points, of what stands beside a number."""

GAP = 10
LINE_SPACING = 1.2
TWIPS = 20
"""Parts of a point in which the format measures."""

LATIN = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Faces:
    """The Chinese typefaces of a language that Word and WPS have where it is written, and how text is tagged.

    ``known_as`` are their names in programs of other languages. ``charset`` lets a program that lacks them choose like
    ones (17.8.3.2): 86 are simplified characters, 88 traditional ones. ``latin`` and ``chinese`` are language tags.
    """

    body: str
    heading: str
    known_as: tuple[str, str]
    charset: str
    latin: str
    chinese: str


_SIMPLIFIED = ("宋体", "黑体", ("SimSun", "SimHei"), "86")
_TRADITIONAL = ("新細明體", "微軟正黑體", ("PMingLiU", "Microsoft JhengHei"), "88")
FACES = {
    Language.ZH_HANS: Faces(*_SIMPLIFIED, "en-US", "zh-CN"),
    Language.ZH_HANT: Faces(*_TRADITIONAL, "en-US", "zh-TW"),
    Language.EN: Faces(*_SIMPLIFIED, "en-GB", "zh-CN"),
}

STYLES = {Part.TITLE: "Title", Part.OPENING: "Normal", Part.HEADING: "Heading 1", Part.BODY: "Body Text"}
NUMBERED = "List Number"


def docx_of(written: Sequence[Line], setting: Setting) -> bytes:
    """Return a letter as a document."""
    from docx import Document

    document, faces = Document(), FACES[setting.language]
    _forget_the_template(document)
    _describe(document, title_of(written), setting)
    _set_page(document, setting)
    _tell_languages(document, faces)
    _tell_typefaces(document, faces)
    _dress(document, faces)
    _Writer(document, setting.language).write(written)
    _foot(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


class _Writer:
    """Puts the paragraphs of one letter into a document."""

    def __init__(self, document: "Document", language: Language) -> None:
        self._document = document
        self._is_chinese = language is not Language.EN
        self._faces = FACES[language]

    def write(self, written: Sequence[Line]) -> None:
        from docx.shared import Pt

        numbers, list_id = numbered(written), 0
        for place, line in enumerate(written):
            number = numbers.get(place)
            paragraph = self._document.add_paragraph(style=NUMBERED if number else STYLES[line.part])
            if number is not None:
                list_id = _new_list(self._document, number.number) if number.begins else list_id
                _number(paragraph, list_id)
            self._say(paragraph, drawable(number.text if number else line.text))
            if line.part in (Part.OPENING, Part.BODY):
                paragraph.paragraph_format.space_after = Pt(GAP if line.ends else LINE_GAP)
            if place == len(written) - 2:
                paragraph.paragraph_format.keep_with_next = True  # no signature alone on the last page

    def _say(self, paragraph: "Paragraph", text: str) -> None:
        """Add the words; what waits for the writer is marked, so that nobody sends it unseen."""
        from docx.enum.text import WD_COLOR_INDEX
        from docx.oxml.ns import qn

        for words, waits in _pieces(text):
            run = paragraph.add_run(words)
            looks = run.element.get_or_add_rPr()
            if self._is_chinese:  # or “ ” … are drawn as Latin ones (17.3.2.26)
                looks.get_or_add_rFonts().set(qn("w:hint"), "eastAsia")
            if waits:
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            looks.append(self._language())

    def _language(self) -> "BaseOxmlElement":
        """Return the tag of a piece's language, which stays with it where it is copied into another document."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        tags = {qn("w:val"): self._faces.latin, qn("w:eastAsia"): self._faces.chinese}
        return OxmlElement("w:lang", attrs=tags)


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """Yield a text's pieces, and whether each waits for its writer."""
    end = 0
    for found in blanks().finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found[0], True
        end = found.end()
    if end < len(text) or not text:
        yield text[end:], False


# -- what word processors go by ----------------------------------------------------------------------------------------


def _forget_the_template(document: "Document") -> None:
    """Take out the template's picture of itself, and complete what its settings lack (17.15.1.94)."""
    from docx.oxml.ns import qn

    package = document.part.package
    for key in [key for key, each in package.rels.items() if each.reltype.endswith("/thumbnail")]:
        del package.rels[key]
    document.settings.element.find(qn("w:zoom")).set(qn("w:percent"), "100")


def _describe(document: "Document", title: str, setting: Setting) -> None:
    about, faces = document.core_properties, FACES[setting.language]
    about.title, about.author, about.comments = drawable(title)[:255], "", ""
    about.language = faces.latin if setting.language is Language.EN else faces.chinese
    about.created = about.modified = setting.at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _set_page(document: "Document", setting: Setting) -> None:
    from docx.shared import Pt

    [page], sheet = document.sections, setting.sheet
    page.page_width, page.page_height = Pt(sheet.width), Pt(sheet.height)
    page.top_margin = page.bottom_margin = page.left_margin = page.right_margin = Pt(sheet.margin)


def _tell_languages(document: "Document", faces: Faces) -> None:
    """Say in which languages the letter is: lines break and spelling is checked by it."""
    from docx.oxml.ns import qn

    default = document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for tag in (default.find(qn("w:lang")), document.settings.element.find(qn("w:themeFontLang"))):
        tag.set(qn("w:val"), faces.latin)
        tag.set(qn("w:eastAsia"), faces.chinese)
    _set_faces(default, faces.body)


def _set_faces(properties: "CT_RPr", chinese: str) -> None:
    """Name the typefaces of a style; one that a theme names would win (17.3.2.26)."""
    from docx.oxml.ns import qn

    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "cs"):
        fonts.set(qn(f"w:{script}"), LATIN)
    fonts.set(qn("w:eastAsia"), chinese)


def _tell_typefaces(document: "Document", faces: Faces) -> None:
    """Say under which other names the typefaces are known, and what they are like, for programs without them."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls
    from lxml import etree

    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    table = parse_xml(part.blob)
    for name, other, family in zip((faces.body, faces.heading), faces.known_as, ("roman", "swiss"), strict=True):
        table.append(
            parse_xml(
                f'<w:font {nsdecls("w")} w:name="{name}"><w:altName w:val="{other}"/>'
                f'<w:charset w:val="{faces.charset}"/><w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
            )
        )
    part._blob = etree.tostring(table, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001


def _dress(document: "Document", faces: Faces) -> None:
    """Give the styles their looks: black, and no lines and colours of the template."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    _style(document, "Normal", faces.body, BODY_POINTS)
    _style(document, "Title", faces.heading, TITLE_POINTS, bold=True).alignment = WD_ALIGN_PARAGRAPH.CENTER
    _style(document, "Heading 1", faces.heading, HEADING_POINTS, bold=True).keep_with_next = True
    _style(document, "Body Text", faces.body, BODY_POINTS).left_indent = Pt(INDENT)
    _style(document, NUMBERED, faces.body, BODY_POINTS)
    _style(document, "Footer", faces.body, FOOT_POINTS).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for name, before, after in (("Title", 0, 18), ("Heading 1", 6, LINE_GAP)):
        looks = document.styles[name].paragraph_format
        looks.space_before, looks.space_after = Pt(before), Pt(after)


def _style(document: "Document", name: str, chinese: str, points: int, *, bold: bool = False) -> "ParagraphFormat":
    """Give a style typefaces and size, take the template's looks away, and return its paragraphs' format."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style: ParagraphStyle = document.styles[name]
    words, lines = style.element.get_or_add_rPr(), style.element.get_or_add_pPr()
    for each in [
        *words,
        *(each for each in lines if each.tag in (qn("w:pBdr"), qn("w:contextualSpacing"), qn("w:tabs"))),
    ]:
        each.getparent().remove(each)
    _set_faces(words, chinese)
    style.font.size, style.font.bold = Pt(points), bold
    looks: ParagraphFormat = style.paragraph_format
    looks.line_spacing = LINE_SPACING
    return looks


def _new_list(document: "Document", first: int) -> int:
    """Return the id of a new list whose numbers count from ``first`` on, and go on by themselves (17.9)."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls, qn

    numbering = document.part.numbering_part.element
    kinds = numbering.findall(qn("w:abstractNum"))
    kind = max(int(each.get(qn("w:abstractNumId"))) for each in kinds) + 1
    left, hanging = (INDENT + HANGING) * TWIPS, HANGING * TWIPS
    kinds[-1].addnext(
        parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="{first}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
            f'<w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs>'
            f'<w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl></w:abstractNum>'
        )
    )
    list_id: int = numbering.add_num(kind).numId
    return list_id


def _number(paragraph: "Paragraph", list_id: int) -> None:
    given = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx has no public way to number
    given.get_or_add_ilvl().val, given.get_or_add_numId().val = 0, list_id


def _foot(document: "Document") -> None:
    """Put the page's number and how many there are at the foot of each."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    foot = document.sections[0].footer.paragraphs[0]
    for words, field in (("", "PAGE"), (" / ", "NUMPAGES")):
        if words:
            foot.add_run(words)
        foot._p.append(  # noqa: SLF001 - nor to number pages
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
        )
