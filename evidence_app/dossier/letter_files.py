"""A letter as a file: DOCX to go on writing, PDF to send, plain text.

What states a fact without an event behind it is marked, so that nobody sends it unseen.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from evidence_app.dossier.blocks import BODY, SUBHEADING, TITLE, Typesetter
from evidence_app.dossier.letter_docx import docx_of
from evidence_app.dossier.letter_lines import Line, Part, drawable, lines_in, lines_of, mark, title_of
from evidence_app.dossier.page import PAPERS, Flow, Strip
from evidence_app.dossier.standalone import require_place, write_flow
from evidence_app.phrases import Language
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

INDENT = 14.0
GAP = 12


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
    _write(out, docx_of(written, language, at))


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


__all__ = ["Line", "Part", "lines_in", "lines_of", "mark", "write_docx", "write_pdf", "write_text"]
