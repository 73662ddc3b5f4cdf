"""A letter as a file: DOCX to go on writing, PDF to send, plain text.

What states a fact without an event behind it is marked, so that nobody sends it unseen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.letter_docx import docx_of
from evidence_app.dossier.letter_lines import (
    Line,
    Numbered,
    Part,
    drawable,
    lines_in,
    lines_of,
    mark,
    numbered,
    title_of,
)
from evidence_app.dossier.letter_look import INDENT, LINE_GAP, Setting, paper_in
from evidence_app.dossier.page import Flow, Strip, Style, Text
from evidence_app.dossier.standalone import Imprint, require_place, write_flow
from evidence_app.vault.storage import storage_problems, sync_file, sync_folder

LETTER_TITLE = Style(18, 30, bold=True)

HANGING = 20
"""Points, of what stands beside a number."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """How much air a letter has. Its letters are of one size, as they are set in China (五号)."""

    heading: Style
    body: Style
    line_gap: float
    gap: float


USUAL = Spacing(Style(11, 18, bold=True), Style(10.5, 17), LINE_GAP, 12)
CLOSE = Spacing(Style(11, 14, bold=True), Style(10.5, 14), 2, 6)
"""Where it saves a page: a list of evidence and a signature alone on a second one look lost."""


def write_text(written: Sequence[Line], out: Path, setting: Setting) -> None:
    """Write plain UTF-8 text. Raises InputProblem (place), EnvironmentProblem (disk)."""
    del setting
    lines = [text for line in written for text in ([line.text, ""] if line.ends else [line.text])]
    _write(out, drawable("\n".join(lines).rstrip("\n")).encode("utf-8") + b"\n")


def write_pdf(written: Sequence[Line], out: Path, setting: Setting) -> None:
    """Write PDF/A. Raises InputProblem (place), EnvironmentProblem (disk)."""
    setter = Typesetter(setting.language, setting.sheet)
    imprint = Imprint(title_of(written), setting.at, setting.language, head="")
    write_flow(laid_out(written, setter), setter, imprint, out)


def laid_out(written: Sequence[Line], setter: Typesetter) -> Flow:
    """Return a letter on its pages, set closer where that saves one."""
    usual = _laid_out(written, setter, USUAL)
    if len(usual.pages) == 1:
        return usual
    close = _laid_out(written, setter, CLOSE)
    return close if len(close.pages) < len(usual.pages) else usual


def _laid_out(written: Sequence[Line], setter: Typesetter, spacing: Spacing) -> Flow:
    """Return a letter on its pages: no heading stands alone at the end of one, no signature alone on the last."""
    numbers = numbered(written)
    gaps = [spacing.gap if index and written[index - 1].ends else spacing.line_gap for index in range(len(written))]
    parts = [
        _strips(setter, line, numbers.get(index), f"line-{index}", spacing, gaps[index])
        for index, line in enumerate(written)
    ]
    if len(parts) > 1:
        parts[-2][-1].keep = True
    flow = Flow(setter.sheet)
    flow.place([strip for part in parts for strip in part])
    return flow


def _strips(
    setter: Typesetter, line: Line, number: Numbered | None, anchor: str, spacing: Spacing, gap: float
) -> list[Strip]:
    match line.part:
        case Part.TITLE:
            return _centred(setter, setter.heading(line.text, anchor, style=LETTER_TITLE))
        case Part.OPENING:
            return setter.paragraph(line.text, spacing.body, space_before=6)
        case Part.HEADING:
            return setter.heading(line.text, anchor, style=spacing.heading, level=1)
        case Part.BODY if number is not None:
            return _beside(setter, number, spacing.body, gap)
        case Part.BODY:
            return setter.paragraph(line.text, spacing.body, space_before=gap, indent=INDENT)


def _centred(setter: Typesetter, strips: list[Strip]) -> list[Strip]:
    middle = setter.sheet.width / 2
    for strip in strips:
        strip.operations = [
            replace(each, x=middle, align=0.5) if isinstance(each, Text) else each for each in strip.operations
        ]
    return strips


def _beside(setter: Typesetter, number: Numbered, style: Style, gap: float) -> list[Strip]:
    """Return a numbered paragraph, its words beside its number and not below it."""
    strips = setter.paragraph(number.text, style, space_before=gap, indent=INDENT + HANGING)
    [first] = setter.paragraph(f"{number.number}.", style, indent=INDENT)
    strips[0].operations = [*first.operations, *strips[0].operations]
    return strips


def write_docx(written: Sequence[Line], out: Path, setting: Setting) -> None:
    """Write an Office Open XML document. Raises InputProblem (place), EnvironmentProblem (disk)."""
    _write(out, docx_of(written, setting))


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


__all__ = [
    "Line",
    "Part",
    "Setting",
    "lines_in",
    "lines_of",
    "mark",
    "paper_in",
    "write_docx",
    "write_pdf",
    "write_text",
]
