"""One page that tells what checking a dossier found: for whoever files it, and for whoever receives it.

It gets finished sentences; names in them come from foreign files and are drawn as text like any evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from evidence_app.dossier.blocks import (
    FAINT,
    FINE,
    FINE_FAINT,
    LABEL,
    SMALL,
    SUBHEADING,
    TITLE,
    Cell,
    Piece,
    Row,
    Table,
    Typesetter,
    Words,
)
from evidence_app.dossier.page import PAPERS, Box, Flow, Strip, Style
from evidence_app.dossier.standalone import Imprint, require_place, write_flow
from evidence_app.phrases import Language

LABEL_WIDTH = 92.0
NUMBER_COLUMN, CHECK_COLUMN, OUTCOME_COLUMN = 18.0, 106.0, 70.0
VERDICT_PADDING = 9.0
CONTRADICTS = Style(8, 11.5, bold=True)
MOST_FINDINGS = 6
"""Shown of each step at most; fewer where the page would not hold them."""

LONGEST_LINES = 3
"""Of one finding: what is longer was named to fill the page."""


@dataclass(frozen=True, slots=True)
class ReportLine:
    """One check: its number, name, ending, meaning, and what it found."""

    number: int
    name: str
    ending: str
    meaning: str
    findings: tuple[str, ...]
    contradicts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything on the page. ``more`` has a place for ``{count}``: findings that the page does not hold."""

    title: str
    facts: tuple[tuple[str, str], ...]
    verdict: str
    meaning: str
    advice: str
    head: tuple[str, str, str, str]
    lines: tuple[ReportLine, ...]
    remarks: tuple[str, ...]
    closing: str
    more: str
    foot: str
    generated_at: datetime


def write_page(report: Report, out: Path, language: Language) -> None:
    """Write the page as PDF/A, replacing a file there only with a finished one.

    Raises InputProblem("out-is-folder" | "out-folder-missing"), EnvironmentProblem (disk).
    """
    require_place(out)
    setter = Typesetter(language, PAPERS["a4"])
    imprint = Imprint(report.title, report.generated_at, language, report.foot)
    write_flow(_fitted(report, setter), setter, imprint, out)


def _fitted(report: Report, setter: Typesetter) -> Flow:
    """Return the one page, with as many findings as it holds."""
    for most in range(MOST_FINDINGS, -1, -1):
        flow = _laid_out(report, setter, most)
        if len(flow.pages) == 1:
            return flow
    return flow


def _laid_out(report: Report, setter: Typesetter, most: int) -> Flow:
    flow = Flow(setter.sheet)
    flow.place(setter.heading(report.title, "report", style=TITLE))
    flow.place(_facts(report.facts, setter))
    flow.place(_verdict(report, setter))
    flow.place(_checks(report, setter, most))
    for index, remark in enumerate(report.remarks):
        flow.place(setter.paragraph(_cut(remark, setter), SMALL, space_before=8 if index == 0 else 2))
    flow.place(setter.paragraph(report.closing, FAINT, space_before=8))
    return flow


def _cut(text: str, setter: Typesetter) -> str:
    return setter.shortened(text, SMALL, setter.sheet.body_width, lines=LONGEST_LINES)


def _facts(facts: Sequence[tuple[str, str]], setter: Typesetter) -> list[Strip]:
    width = setter.sheet.body_width - LABEL_WIDTH
    table = Table((LABEL_WIDTH, width), ruled=False, padding=1.0)
    rows = [
        Row(([Words(label, LABEL)], [Words(setter.shortened(value, SMALL, width, lines=2), SMALL)]))
        for label, value in facts
    ]
    return setter.table(table, rows)


def _verdict(report: Report, setter: Typesetter) -> list[Strip]:
    """Return the verdict with what it means and what to do, on grey so that it is seen first."""
    body = setter.sheet.body_width
    table = Table((VERDICT_PADDING, body - VERDICT_PADDING, 0.0), ruled=False, padding=VERDICT_PADDING)
    words = [Words(report.verdict, SUBHEADING), Words(report.meaning), Words(report.advice)]
    (told,) = setter.table(table, [Row(([], words, []))], space_before=10)
    told.operations.insert(0, Box(setter.sheet.margin, 0, body, told.height, grey=0.93))
    return [told]


def _checks(report: Report, setter: Typesetter, most: int) -> list[Strip]:
    meaning = setter.sheet.body_width - NUMBER_COLUMN - CHECK_COLUMN - OUTCOME_COLUMN
    table = Table((NUMBER_COLUMN, CHECK_COLUMN, OUTCOME_COLUMN, meaning), report.head, padding=2.0)
    rows = [_check(line, report, setter, most, meaning) for line in report.lines]
    return setter.table(table, rows, space_before=12)


def _check(line: ReportLine, report: Report, setter: Typesetter, most: int, width: float) -> Row:
    told: list[Piece] = [Words(line.meaning, SMALL)]
    told += [
        Words(setter.shortened(finding, FINE, width, lines=LONGEST_LINES), FINE) for finding in line.findings[:most]
    ]
    rest = len(line.findings) - most
    if rest > 0:
        told.append(Words(report.more.format(count=rest), FINE_FAINT))
    ending: Cell = [Words(line.ending, CONTRADICTS if line.contradicts else SMALL)]
    return Row(([Words(str(line.number), LABEL)], [Words(line.name, SMALL)], ending, told))
