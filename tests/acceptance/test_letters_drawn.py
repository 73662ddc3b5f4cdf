"""A letter as LibreOffice, which knows nothing of this program, draws it."""

import re
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evidence_app.dossier.letter_files import Setting, lines_in, write_docx
from evidence_app.phrases import Language, phrase

TOOLS = ("soffice", "pdftotext", "pdfinfo")
pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, TOOLS)), reason="LibreOffice or Poppler is not here: no letter is seen drawn"
)

FACTS = 60
"""More than a page holds."""


def letter(language: Language) -> str:
    facts, reply = (phrase("letters", f"heading.{key}", language) for key in ("facts", "reply"))
    told = (
        "2026年8月1日，接到来电（通话40秒）：“再不还款后果自负”" if language is not Language.EN else "He said “pay now”"
    )
    numbered = [f"{number}. {told}" for number in range(1, FACTS + 1)]
    signature = phrase("letters", "heading.signature", language)
    return "\n".join(["TITLE", "", "To: X", "", facts, *numbered, "", reply, "1. REPLY", "2. SECOND", "", signature])


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with all letters as LibreOffice draws them: its start takes longest."""
    folder = tmp_path_factory.mktemp("letters")
    made = [folder / f"{language.value}.docx" for language in Language]
    for path, language in zip(made, Language, strict=True):
        write_docx(lines_in(letter(language), language), path, Setting(language, datetime(2026, 11, 24, tzinfo=UTC)))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, made)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder


def said(command: str, *arguments: str) -> str:
    return subprocess.run([command, *arguments], check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.mark.parametrize("language", Language)
def test_it_is_drawn_on_numbered_a4_pages_with_each_list_counted_from_its_first_number(
    drawn: Path, language: Language
) -> None:
    pdf = drawn / f"{language.value}.pdf"
    about = said("pdfinfo", str(pdf))
    words = said("pdftotext", "-layout", str(pdf), "-")
    pages = int(next(line.split()[1] for line in about.splitlines() if line.startswith("Pages:")))
    assert "A4" in about
    assert pages > 1
    assert re.findall(rf"(\d) ?/ ?{pages}$", words, re.MULTILINE) == [str(page) for page in range(1, pages + 1)]
    lines = [" ".join(line.split()) for line in words.splitlines()]
    assert [number for number in range(1, FACTS + 1) if not any(f"{number}. " in line for line in lines)] == []
    assert "1. REPLY" in lines
    assert "2. SECOND" in lines
    assert "\ufffd" not in words
