"""How a person reads a line stands beside how the machine read it: found by searching, logged, taken back, erased."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from evidence_app.actions.correct_text import correct_line
from evidence_app.actions.edit import take_back
from evidence_app.actions.remove import remove_exhibit
from evidence_app.actions.search import search
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, MachineText
from evidence_app.domain.suggestions import Findings
from evidence_app.errors import InputProblem
from evidence_app.narration import narrate
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.machine_read import add_pictures

LINES = (MachineLine("工号8O231", (10, 20, 300, 40), 0.9), MachineLine("承诺核实", (10, 80, 300, 40), 1.0))
RIGHT = "工号80231"


@pytest.fixture
def exhibit(session: Session, dispute: Dispute) -> Exhibit:
    (made,) = add_pictures(session, dispute, 1)
    keep(session, made, LINES)
    return made


def keep(session: Session, exhibit: Exhibit, lines: tuple[MachineLine, ...]) -> None:
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, "RapidOCR 3.10.0", lines, 1, session.now()), Findings())


def read(session: Session, exhibit: Exhibit) -> list[tuple[str, str]]:
    """The lines as the machine read them, and as they stand now."""
    assert verify_vault(session.folder, Silent()).holds
    with session.vault.read() as catalog:
        text = catalog.machine_text(exhibit.id)
    assert text is not None
    return [(line.text, line.words) for line in text.lines]


def told(session: Session, dispute: Dispute) -> str:
    with session.vault.read() as catalog:
        last = catalog.custody(dispute.id)[-1]
    assert last.about
    return narrate(last.kind, last.payload or b"", Language.EN)


def test_the_machines_text_stays_beside_a_persons(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    assert correct_line(session, exhibit.id, 0, f" {RIGHT}\n") is not None
    assert read(session, exhibit) == [("工号8O231", RIGHT), ("承诺核实", "承诺核实")]
    assert told(session, dispute) == "Line 1 as a person reads it: “工号80231”; the machine read “工号8O231”"


def test_a_corrected_line_is_found_by_what_it_says(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    assert search(session, dispute.id, "80231") == []
    correct_line(session, exhibit.id, 0, RIGHT)
    assert [hit.text for hit in search(session, dispute.id, "80231")] == [RIGHT]


def test_a_correction_is_taken_back_and_made_again(session: Session, dispute: Dispute, exhibit: Exhibit) -> None:
    seq = correct_line(session, exhibit.id, 0, RIGHT)
    assert seq is not None
    (undone,) = take_back(session, dispute.id, [seq])
    assert read(session, exhibit)[0] == ("工号8O231", "工号8O231")
    assert told(session, dispute).startswith(f"Entry {seq} undone: Line 1 stands again as the machine read it")
    take_back(session, dispute.id, [undone])
    assert read(session, exhibit)[0] == ("工号8O231", RIGHT)


@pytest.mark.parametrize("words", ["", "工号8O231"])
def test_the_machines_own_words_take_a_correction_away(words: str, session: Session, exhibit: Exhibit) -> None:
    assert correct_line(session, exhibit.id, 0, words) is None
    correct_line(session, exhibit.id, 0, RIGHT)
    assert correct_line(session, exhibit.id, 0, words) is not None
    assert read(session, exhibit)[0] == ("工号8O231", "工号8O231")


def test_a_correction_of_what_changed_since_is_not_taken_back(
    session: Session, dispute: Dispute, exhibit: Exhibit
) -> None:
    seq = correct_line(session, exhibit.id, 0, RIGHT)
    correct_line(session, exhibit.id, 0, "工号80232")
    with pytest.raises(InputProblem, match="changed-since"):
        take_back(session, dispute.id, [seq or 0])


def test_read_again_a_line_at_the_same_place_is_still_corrected(session: Session, exhibit: Exhibit) -> None:
    correct_line(session, exhibit.id, 0, RIGHT)
    keep(session, exhibit, (MachineLine("标题", (10, 0, 90, 9), 1.0), replace(LINES[0], region=(11, 21, 301, 39))))
    assert read(session, exhibit) == [("标题", "标题"), ("工号8O231", RIGHT)]
    keep(session, exhibit, (replace(LINES[0], text=RIGHT),))
    assert read(session, exhibit) == [(RIGHT, RIGHT)]


@pytest.mark.parametrize("index", [-1, 2])
def test_only_lines_that_there_are_can_be_corrected(index: int, session: Session, exhibit: Exhibit) -> None:
    with pytest.raises(InputProblem, match="line-unknown"):
        correct_line(session, exhibit.id, index, RIGHT)


def test_a_correction_is_erased_with_its_exhibit(session: Session, exhibit: Exhibit) -> None:
    correct_line(session, exhibit.id, 0, RIGHT)
    remove_exhibit(session, exhibit.id, "误加")
    session.close()
    kept = b"".join(path.read_bytes() for path in session.folder.rglob("*") if path.is_file())
    assert RIGHT.encode() not in kept
    assert verify_vault(session.folder, Silent()).holds


@pytest.mark.parametrize(
    "statement",
    ["UPDATE line_correction SET text = 'x'", "DELETE FROM line_correction", "UPDATE line_correction SET seq = 9"],
)
def test_a_correction_that_the_log_does_not_know_is_found(statement: str, session: Session, exhibit: Exhibit) -> None:
    correct_line(session, exhibit.id, 0, RIGHT)
    session.close()
    with closing(sqlite3.connect(session.folder / "catalog.sqlite3")) as catalog, catalog:
        catalog.execute(statement)
    assert not verify_vault(session.folder, Silent()).holds
