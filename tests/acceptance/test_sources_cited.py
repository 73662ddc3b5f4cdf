"""Every figure of law that the command line prints, or that stands on paper, has its source and the day of checking."""

import io
import re
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from evidence_app.__main__ import main
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.letters import draft
from evidence_app.actions.session import open_session
from evidence_app.actions.workspace import Workspace, workspace
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.letters import LetterKind
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.acceptance.pdf_words import run
from tests.figures import HOW_READ, NAMED, of_law, uncited
from tools.worked_samples import NOW, make

TODAY = NOW.date()
BESIDE = 500
"""Characters on paper before or after a figure among which its source stands: those of its row, its chart."""

Made = tuple[Path, dict[DisputeType, Workspace]]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    vault = tmp_path_factory.mktemp("cited") / "vault"
    ids = make(vault)
    session = open_session(vault, clock=lambda: NOW)
    try:
        return vault, {kind: workspace(session, dispute_id, TODAY) for kind, dispute_id in ids.items()}
    finally:
        session.close()


def printed(vault: Path, language: Language, *words: str) -> str:
    out = io.StringIO()
    with redirect_stdout(out), redirect_stderr(io.StringIO()):
        main(["--vault", str(vault), "--lang", language.value, *words])
    return out.getvalue()


def lines_with_what_is_below(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in text.splitlines():
        if block and not line.startswith(" "):
            yield block
            block = []
        block.append(line)
    yield block


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("command", ["overview", "findings"])
def test_what_the_command_line_prints_says_where_each_figure_of_law_is_from(
    made: Made, command: str, language: Language
) -> None:
    vault, found = made
    seen = 0
    for each in found.values():
        text = printed(vault, language, command, each.dispute.id, "--today", TODAY.isoformat())
        count, bare = uncited(lines_with_what_is_below(text), of_law(each, language))
        assert not bare, (each.dispute.type, bare)
        seen += count
    assert seen >= len(found)


@pytest.mark.parametrize("language", Language)
def test_what_a_letter_says_of_a_figure_of_law_names_its_source(made: Made, language: Language) -> None:
    vault, found = made
    session = open_session(vault, clock=lambda: NOW)
    try:
        for each in found.values():
            for body in ("", "cn-nfra"):
                letter = draft(session, each.dispute.id, LetterKind.COMPLAINT, language, body)
                said = [[statement.text] for section in letter.sections for statement in section.statements]
                _, bare = uncited(said, of_law(each, language), in_letter=True)
                assert not bare, (each.dispute.type, bare)
                assert not HOW_READ.search(letter.plain_text(""))
                assert bool(letter.cited) == any(NAMED.search(*text) for text in said)
    finally:
        session.close()


@pytest.mark.parametrize("language", Language)
def test_what_stands_on_paper_says_where_each_figure_of_law_is_from(
    made: Made, language: Language, tmp_path: Path
) -> None:
    vault, found = made
    for kind in (DisputeType.UNAUTHORISED_LOAN, DisputeType.HARASSMENT, DisputeType.POOR_SERVICE):
        each = found[kind]
        out = tmp_path / f"{kind.value}.pdf"
        session = open_session(vault, clock=lambda: NOW)
        try:
            options = ExportOptions(profile="lawyer", language=language, attach=False)
            export_dossier(session, each.dispute.id, out, options, Silent())
        finally:
            session.close()
        pages = [re.sub(r"\s+", " " if language is Language.EN else "", page) for page in told(out).split("\f")]
        legal = [re.sub(r"\s+", "", each) if language is not Language.EN else each for each in of_law(each, language)]
        parts = [(part,) for number, page in enumerate(pages) for part in around(page, legal, summary=number == 1)]
        seen, bare = uncited(parts, legal)
        assert not bare, (kind, bare[:3])
        assert seen > 3


def told(pdf: Path) -> str:
    return run("pdftotext", pdf, "-")


def around(page: str, legal: list[str], *, summary: bool) -> list[str]:
    """Return what stands around each figure of law on the page that sums up, and on those of findings and complaints.

    Other pages show the evidence: their days are those on which something happened.
    """
    if not summary and not re.search(r"checked 20|核对|核對", page):
        return []
    wanted = re.compile("|".join(rf"(?<![\d:-]){re.escape(each)}(?!\d)" for each in legal))
    return [page[max(0, hit.start() - BESIDE) : hit.start() + BESIDE] for hit in wanted.finditer(page)]
