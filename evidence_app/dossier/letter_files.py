"""A letter as a file: DOCX to go on writing, PDF to send, plain text.

What states a fact without an event behind it is marked, so that nobody sends it unseen.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.dossier.blocks import BODY, SUBHEADING, TITLE, Typesetter
from evidence_app.dossier.page import PAPERS, Flow, Strip
from evidence_app.dossier.standalone import require_place, write_flow
from evidence_app.phrases import Language, phrase, section
from evidence_app.rules.letters import LetterText
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

if TYPE_CHECKING:
    from docx.document import Document

BODY_FONTS = {Language.ZH_HANS: "宋体", Language.ZH_HANT: "新細明體", Language.EN: "Times New Roman"}
"""Fonts that word processors have; where they lack one, they choose another."""

BODY_POINTS = 12
TITLE_POINTS = 18
INDENT = 14.0
GAP, LINE_GAP = 12, 3

_NO_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Part(Enum):
    """What a line of a letter is, for its look."""

    TITLE = auto()
    OPENING = auto()
    HEADING = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a letter; ``ends`` says that a gap follows."""

    text: str
    part: Part
    ends: bool = False


def lines_of(written: LetterText, language: Language) -> list[Line]:
    """Return a drafted letter's paragraphs; a fact that nothing shows is marked."""
    return lines_in(written.plain_text(mark=mark(language)), language)


def lines_in(text: str, language: Language) -> list[Line]:
    """Return the paragraphs of a letter that somebody wrote on: the title first, headings as in drafts."""
    headings = {value for key, value in section("letters", language).items() if key.startswith("heading.")}
    stripped = [line.rstrip() for line in text.strip("\n").split("\n")]
    told = [index for index, line in enumerate(stripped) if line]
    found: list[Line] = []
    for order, index in enumerate(told):
        line, follows = stripped[index], index + 1 < len(stripped) and bool(stripped[index + 1])
        opens = all(line.part in (Part.TITLE, Part.OPENING) for line in found) and not (order and follows)
        part = Part.HEADING if line.strip() in headings and follows else Part.OPENING if opens else Part.BODY
        found.append(Line(line, part if order else Part.TITLE, not follows))
    return found


def mark(language: Language) -> str:
    """Return what stands behind a fact that no event shows."""
    return phrase("letters", "unsupported", language)


def write_text(written: Sequence[Line], out: Path, language: Language, at: datetime) -> None:
    """Write plain UTF-8 text. Raises InputProblem (place), EnvironmentProblem (disk)."""
    del language, at
    lines = [text for line in written for text in ([line.text, ""] if line.ends else [line.text])]
    _write(out, drawable("\n".join(lines).rstrip("\n")).encode("utf-8") + b"\n")


def write_pdf(written: Sequence[Line], out: Path, language: Language, at: datetime) -> None:
    """Write PDF/A. Raises InputProblem (place), EnvironmentProblem (disk)."""
    setter = Typesetter(language, PAPERS["a4"])
    write_flow(laid_out(written, setter), setter, title_of(written), "", at, language, out)


def laid_out(written: Sequence[Line], setter: Typesetter) -> Flow:
    """Return a letter on its pages: no heading stands alone at the end of one, no signature alone on the last."""
    parts = [
        _strips(setter, line, index, gap=index > 0 and written[index - 1].ends) for index, line in enumerate(written)
    ]
    if len(parts) > 1:
        parts[-2][-1].keep = True
    flow = Flow(setter.sheet)
    flow.place([strip for part in parts for strip in part])
    return flow


def _strips(setter: Typesetter, line: Line, index: int, *, gap: bool) -> list[Strip]:
    match line.part:
        case Part.TITLE:
            return setter.heading(line.text, "letter", style=TITLE)
        case Part.OPENING:
            return setter.paragraph(line.text, SUBHEADING, space_before=6)
        case Part.HEADING:
            return setter.heading(line.text, f"section-{index}", style=SUBHEADING, level=1)
        case Part.BODY:
            return setter.paragraph(line.text, BODY, space_before=GAP if gap else 3, indent=INDENT)


def write_docx(written: Sequence[Line], out: Path, language: Language, at: datetime) -> None:
    """Write an Office Open XML document. Raises InputProblem (place), EnvironmentProblem (disk)."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    _about(document, title_of(written), at)
    _use_font(document, language)
    for index, line in enumerate(written):
        paragraph = document.add_paragraph()
        run = paragraph.add_run(drawable(line.text))
        run.bold = line.part in (Part.TITLE, Part.HEADING)
        if line.part is Part.TITLE:
            run.font.size = Pt(TITLE_POINTS)
        if line.part is Part.BODY:
            paragraph.paragraph_format.left_indent = Pt(INDENT)
        paragraph.paragraph_format.space_after = Pt(GAP if line.ends else LINE_GAP)
        paragraph.paragraph_format.keep_with_next = line.part is Part.HEADING or index == len(written) - 2
    buffer = BytesIO()
    document.save(buffer)
    _write(out, buffer.getvalue())


def title_of(written: Sequence[Line]) -> str:
    """Return a letter's title, empty for an empty letter."""
    return written[0].text.strip() if written else ""


def _about(document: "Document", title: str, at: datetime) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = drawable(title)[:255], "", ""
    about.created = about.modified = at.astimezone(UTC).replace(tzinfo=None, microsecond=0)


def _use_font(document: "Document", language: Language) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    font = document.styles["Normal"].font
    font.name, font.size = BODY_FONTS[language], Pt(BODY_POINTS)
    chinese = BODY_FONTS[Language.ZH_HANS if language is Language.EN else language]
    font.element.rPr.rFonts.set(qn("w:eastAsia"), chinese)  # Chinese characters have a font of their own


def drawable(text: str) -> str:
    """Return text that XML 1.0 (its rule 2, ``Char``) can carry, and UTF-8; what they cannot becomes visible."""
    return _NO_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def _write(out: Path, data: bytes) -> None:
    require_place(out)
    part = out.with_name(f".{out.name}.part")
    with storage_problems(out):
        try:
            with part.open("wb") as file:
                file.write(data)
                sync_file(file.fileno())
            part.replace(out)
            sync_folder(out.parent)
        finally:
            part.unlink(missing_ok=True)
