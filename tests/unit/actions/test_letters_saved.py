"""Letters as files: in every form, as they were written on, and on the paper of whoever reads them."""

import re
import subprocess
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest

from evidence_app.actions import letters
from evidence_app.actions.edit import edit_dispute
from evidence_app.actions.letters import WrittenOn, draft, save_draft, save_letter, save_letter_text
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.letters import LetterKind
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.rules.territories import territory_of
from evidence_app.rules.working_days import is_working_day

A4, US_LETTER = (210, 297), (216, 279)
"""Millimetres."""


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("ending", [".docx", ".pdf", ".txt"])
def test_a_letter_is_written_in_every_form(
    tmp_path: Path, session: Session, dispute: Dispute, night_call: Event, ending: str, language: Language
) -> None:
    out = tmp_path / f"letter{ending}"
    save_letter(session, draft(session, dispute.id, LetterKind.COMPLAINT, language), out, language)
    assert list(tmp_path.glob(".*part")) == []
    if ending == ".docx":
        with zipfile.ZipFile(out) as package:
            text = package.read("word/document.xml").decode()
    else:
        text = out.read_bytes().decode("utf-8", "replace")
    assert ("80231" in text) == (ending != ".pdf")


def test_an_answer_is_asked_for_by_a_day_on_which_offices_work(
    session: Session, dispute: Dispute, monkeypatch: pytest.MonkeyPatch
) -> None:
    for days in range(15, 20):  # any five days have one of a weekend among them
        monkeypatch.setattr(letters, "DEFAULT_REPLY", timedelta(days=days))
        said = draft(session, dispute.id, LetterKind.STOP_CONTACT, Language.ZH_HANS).plain_text("")
        by = re.search(r"请于(\d+)年(\d+)月(\d+)日", said)
        assert by is not None
        assert is_working_day(date(*map(int, by.groups())), territory_of(dispute.zone)), by[0]


def test_a_letter_written_on_is_saved_as_it_was_written(tmp_path: Path, session: Session) -> None:
    from docx import Document

    out = tmp_path / "letter.docx"
    save_letter_text(session, "Complaint\n\nLoan Ltd\n\nFacts\n1. My own words.\n\nSignature:", out, Language.EN)
    assert [each.text for each in Document(str(out)).paragraphs] == [
        "Complaint",
        "Loan Ltd",
        "Facts",
        "My own words.",  # its number is that of a list, which counts by itself
        "Signature:",
    ]
    with pytest.raises(InputProblem, match="field-empty"):
        save_letter_text(session, " \n ", tmp_path / "empty.pdf", Language.EN)


def test_characters_that_no_document_can_hold_are_shown_in_a_letter(tmp_path: Path, session: Session) -> None:
    from docx import Document

    out = tmp_path / "letter.docx"
    save_letter_text(session, "A\ufffe\x01\ud800", out, Language.EN)
    document = Document(str(out))
    assert document.paragraphs[0].text == "A[U+FFFE][U+0001][U+D800]"
    assert document.core_properties.title == document.paragraphs[0].text
    for ending in (".txt", ".pdf"):
        save_letter_text(session, "A\ufffe\x01\ud800", tmp_path / f"letter{ending}", Language.EN)


def test_a_letter_of_an_unknown_form_or_body_is_refused(tmp_path: Path, session: Session, dispute: Dispute) -> None:
    written = draft(session, dispute.id, LetterKind.COMPLAINT, Language.EN)
    with pytest.raises(InputProblem, match="letter-form-unknown"):
        save_letter(session, written, tmp_path / "letter.exe", Language.EN)
    with pytest.raises(InputProblem, match="body-unknown"):
        draft(session, dispute.id, LetterKind.COMPLAINT, Language.EN, "nobody")


def paper(written: Path) -> tuple[int, int]:
    """Return a page's size in millimetres, as another program than ours reads it."""
    if written.suffix == ".docx":
        from docx import Document

        [page] = Document(str(written)).sections
        return round(page.page_width.mm), round(page.page_height.mm)
    about = subprocess.run(["pdfinfo", str(written)], check=True, capture_output=True, text=True, timeout=60).stdout
    [size] = [line.split() for line in about.splitlines() if line.startswith("Page size:")]
    return round(float(size[2]) * 25.4 / 72), round(float(size[4]) * 25.4 / 72)


@pytest.mark.parametrize("ending", [".docx", ".pdf"])
@pytest.mark.parametrize(
    ("body", "zone", "size"),
    [
        ("us-cfpb", "America/New_York", US_LETTER),
        ("us-cfpb", "Asia/Shanghai", US_LETTER),
        ("", "America/New_York", US_LETTER),
        ("cn-nfra", "America/New_York", A4),
        ("", "Asia/Shanghai", A4),
        ("uk-fos", "Europe/London", A4),
    ],
)
def test_a_letter_is_on_the_paper_of_the_place_it_goes_to(
    tmp_path: Path, session: Session, dispute: Dispute, body: str, zone: str, size: tuple[int, int], ending: str
) -> None:
    edit_dispute(session, dispute.id, {"zone_name": zone})
    as_drafted, written_on = tmp_path / f"drafted{ending}", tmp_path / f"written{ending}"
    save_letter(session, draft(session, dispute.id, LetterKind.COMPLAINT, Language.EN, body), as_drafted, Language.EN)
    save_draft(session, WrittenOn(dispute.id, "Complaint\n\nPlease answer.", Language.EN, body), written_on)
    assert [paper(as_drafted), paper(written_on)] == [size, size]
