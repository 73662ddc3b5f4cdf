"""A letter as a file: DOCX to go on writing, PDF to send, plain text.

What states a fact without an event behind it is marked, so that nobody sends it unseen.
"""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.dossier.blocks import BODY, SUBHEADING, TITLE, Typesetter
from evidence_app.dossier.page import PAPERS, Flow
from evidence_app.dossier.standalone import require_place, write_flow
from evidence_app.phrases import Language, phrase
from evidence_app.rules.letters import LetterText, Section
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

if TYPE_CHECKING:
    from docx.document import Document

BODY_FONTS = {Language.ZH_HANS: "宋体", Language.ZH_HANT: "新細明體", Language.EN: "Times New Roman"}
"""Fonts that word processors have; where they lack one, they choose another."""

BODY_POINTS = 12
TITLE_POINTS = 18
INDENT = 14.0


def write_text(written: LetterText, out: Path, language: Language, at: datetime) -> None:
    """Write plain UTF-8 text. Raises InputProblem (place), EnvironmentProblem (disk)."""
    del at
    _write(out, written.plain_text(mark=_mark(language)).encode("utf-8") + b"\n")


def write_pdf(written: LetterText, out: Path, language: Language, at: datetime) -> None:
    """Write PDF/A. Raises InputProblem (place), EnvironmentProblem (disk)."""
    setter = Typesetter(language, PAPERS["a4"])
    flow = Flow(setter.sheet)
    flow.place(setter.heading(written.title, "letter", style=TITLE))
    flow.place(setter.paragraph(written.addressee, SUBHEADING, space_before=6))
    for index, section in enumerate(written.sections):
        flow.place(setter.heading(section.heading, f"section-{index}", style=SUBHEADING, level=1))
        for line in _lines(section, language):
            flow.place(setter.paragraph(line, BODY, space_before=3, indent=INDENT))
    flow.place(setter.paragraph(written.signature, BODY, space_before=36))
    write_flow(flow, setter, written.title, "", at, language, out)


def write_docx(written: LetterText, out: Path, language: Language, at: datetime) -> None:
    """Write an Office Open XML document. Raises InputProblem (place), EnvironmentProblem (disk)."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    _about(document, written, at)
    _use_font(document, language)
    title = document.add_paragraph()
    run = title.add_run(drawable(written.title))
    run.bold, run.font.size = True, Pt(TITLE_POINTS)
    document.add_paragraph(drawable(written.addressee))
    for section in written.sections:
        document.add_paragraph().add_run(drawable(section.heading)).bold = True
        for line in _lines(section, language):
            document.add_paragraph(drawable(line)).paragraph_format.left_indent = Pt(INDENT)
    document.add_paragraph()
    document.add_paragraph(drawable(written.signature))
    buffer = BytesIO()
    document.save(buffer)
    _write(out, buffer.getvalue())


def _about(document: "Document", written: LetterText, at: datetime) -> None:
    about = document.core_properties
    about.title, about.author, about.comments = drawable(written.title)[:255], "", ""
    about.created = about.modified = at.replace(tzinfo=None, microsecond=0)


def _use_font(document: "Document", language: Language) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    font = document.styles["Normal"].font
    font.name, font.size = BODY_FONTS[language], Pt(BODY_POINTS)
    font.element.rPr.rFonts.set(qn("w:eastAsia"), BODY_FONTS[language])  # Chinese characters have a font of their own


def drawable(text: str) -> str:
    """Return text that XML 1.0 can carry; what it cannot, evidence of it, becomes visible."""
    return "".join(char if char >= " " or char in "\t\n" else f"[U+{ord(char):04X}]" for char in text)


def _lines(section: Section, language: Language) -> list[str]:
    return section.lines(mark=_mark(language))


def _mark(language: Language) -> str:
    return phrase("letters", "unsupported", language)


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
