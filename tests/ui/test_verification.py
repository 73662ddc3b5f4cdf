"""A dossier, a bag or a vault that is dropped can be checked: a verdict in plain words, each step on a line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute
from evidence_app.actions.export_dossier import ExportOptions, export_dossier
from evidence_app.actions.recognise_proof import recognise_proof
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.verification import CheckedKind, Step, StepOutcome, Verdict
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.ui.acting import PATIENCE_MS, add, drop, sheet, urls
from ui.dropping import Arrival
from ui.verification.checking import meant
from ui.verification.offer import OfferSheet
from ui.verification.sheet import VerificationSheet
from ui.workbench import Workbench


@pytest.fixture
def dossier(qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path) -> Path:
    """A dossier of the dispute that is shown."""
    add(qtbot, bench, screenshot)
    assert bench.desk.session is not None
    out = tmp_path / "dossier.pdf"
    options = ExportOptions(profile="plain", language=Language.EN)
    export_dossier(bench.desk.session, bench.desk.dispute_id, out, options, Silent())
    return out


def offered(qtbot: QtBot, bench: Workbench, path: Path) -> OfferSheet:
    drop(bench, urls(path))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), OfferSheet), timeout=PATIENCE_MS)
    return sheet(OfferSheet)


def verdict(qtbot: QtBot) -> VerificationSheet:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), VerificationSheet), timeout=PATIENCE_MS)
    return sheet(VerificationSheet)


def test_a_dossier_that_is_dropped_is_checked_if_that_is_wanted(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    before = len(bench.desk.entries)
    offered(qtbot, bench, dossier).primary.click()
    shown = verdict(qtbot)
    assert shown.found.kind is CheckedKind.DOSSIER
    assert shown.found.verdict is not Verdict.CHANGED
    assert shown.verdict.text()
    assert len(shown.lines) == len(shown.found.results)
    assert len(bench.desk.entries) == before
    shown.close()


def test_a_dossier_that_is_dropped_can_be_added_as_evidence(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    asked = offered(qtbot, bench, dossier)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        asked.add_button.click()
    qtbot.waitUntil(lambda: len(bench.desk.entries) == 2, timeout=PATIENCE_MS)


def test_closing_the_question_does_nothing(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    offered(qtbot, bench, dossier).reject()
    qtbot.wait(50)
    assert QApplication.activeModalWidget() is None
    assert len(bench.desk.entries) == 1


def test_nobody_is_asked_about_other_evidence(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    folder = tmp_path / "phone"
    folder.mkdir()
    (folder / "notes.txt").write_text("2025-03-02", encoding="utf-8")
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        drop(bench, urls(folder))
    assert QApplication.activeModalWidget() is None


def test_a_changed_dossier_is_called_changed_and_says_where(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    data = bytearray(dossier.read_bytes())
    place = data.index(b"stream", len(data) // 3) + 40
    data[place] ^= 0x20
    forged = dossier.with_name("forged.pdf")
    forged.write_bytes(bytes(data))
    bench.checking.check(forged)
    shown = verdict(qtbot)
    assert shown.found.verdict in {Verdict.CHANGED, Verdict.UNCHECKED}
    failing = [line for line in shown.lines if line.step.outcome is not StepOutcome.HOLDS]
    assert failing
    assert all(line.meaning.isVisibleTo(shown) for line in failing)
    shown.close()


def test_what_a_step_means_is_told_on_demand(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    bench.checking.check(dossier)
    shown = verdict(qtbot)
    line = next(line for line in shown.lines if line.step.outcome is StepOutcome.HOLDS)
    assert not line.meaning.isVisibleTo(shown)
    line.question.click()
    assert line.meaning.isVisibleTo(shown)
    shown.close()


def test_in_a_vault_that_is_open_for_reading_a_dossier_is_checked_at_once(
    qtbot: QtBot, bench: Workbench, dossier: Path
) -> None:
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(bench.desk.folder, read_only=True)
    drop(bench, urls(dossier))
    verdict(qtbot).close()


def test_a_vault_is_checked_too(qtbot: QtBot, bench: Workbench, dossier: Path) -> None:
    assert bench.desk.session is not None
    bench.checking.check(bench.desk.session.folder)
    shown = verdict(qtbot)
    assert shown.found.kind is CheckedKind.VAULT
    assert shown.found.result(Step.ORIGINALS) is not None
    shown.close()


def test_the_report_is_saved_as_a_document(qtbot: QtBot, bench: Workbench, dossier: Path, tmp_path: Path) -> None:
    bench.checking.check(dossier)
    shown = verdict(qtbot)
    out = tmp_path / "report.pdf"
    bench.checking.save_report(shown, out)
    qtbot.waitUntil(shown.told.isVisible, timeout=PATIENCE_MS)
    assert out.read_bytes().startswith(b"%PDF-")
    shown.close()


def test_a_file_that_is_no_dossier_is_refused_in_words(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    bench.checking.check(screenshot)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None, timeout=PATIENCE_MS)
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_the_mark_in_a_bag_stands_for_its_folder(tmp_path: Path) -> None:
    assert meant(tmp_path / "bagit.txt") == tmp_path
    assert meant(tmp_path / "dossier.pdf") == tmp_path / "dossier.pdf"


def test_what_cannot_be_read_is_nothing_to_check(tmp_path: Path) -> None:
    assert recognise_proof(tmp_path / "gone.pdf") is None
    empty = tmp_path / "empty.pdf"
    empty.touch()
    assert recognise_proof(empty) is None


# Between dropping and adding


@dataclass
class Sorted:
    """What was asked to be sorted, and not answered yet."""

    add: list[Callable[[], object]] = field(default_factory=list)
    into: list[str] = field(default_factory=list)

    def __call__(self, found: Arrival, add: Callable[[], object], *, into: str, addable: bool) -> None:
        self.add.append(add)
        self.into.append(into)


def second_dispute(qtbot: QtBot, bench: Workbench) -> str:
    """Make another dispute, which is the chosen one then."""
    given = NewDispute(title="钱包余额未到账", type=DisputeType.TOPUP_FAILED, institution="速融宝")
    first = bench.desk.dispute_id
    bench.desk.edits.new_dispute(given)
    qtbot.waitUntil(lambda: bench.desk.dispute_id != first and not bench.desk.loading_timeline, timeout=PATIENCE_MS)
    return bench.desk.dispute_id


def test_what_was_dropped_goes_into_the_dispute_it_was_dropped_on_whatever_is_chosen_meanwhile(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    bench.arrivals.sort = waiting = Sorted()
    first = bench.desk.dispute_id
    drop(bench, urls(screenshot))
    second_dispute(qtbot, bench)
    with qtbot.waitSignal(bench.arrivals.importing.finished, timeout=PATIENCE_MS):
        waiting.add[0]()
    assert bench.desk.dispute_id == first
    qtbot.waitUntil(lambda: len(bench.desk.entries) == 1, timeout=PATIENCE_MS)


def test_what_was_dropped_does_not_go_into_another_vault_that_is_opened_meanwhile(
    qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path
) -> None:
    bench.arrivals.sort = waiting = Sorted()
    drop(bench, urls(screenshot))
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(tmp_path / "other", create=True)
    second_dispute(qtbot, bench)
    waiting.add[0]()
    assert not bench.tasks.long_running
    assert bench.bar.words.text().startswith("Not added")


def test_the_question_names_the_dispute_under_the_pointer(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    bench.arrivals.sort = waiting = Sorted()
    second_dispute(qtbot, bench)
    listed = bench.sidebar.list
    other = next(row for row in range(listed.model().rowCount()) if row != listed.currentIndex().row())
    place = listed.visualRect(listed.model().index(other, 0)).center()
    drop(bench, urls(screenshot), listed.viewport().mapTo(bench, place).toPointF())
    assert waiting.into == ["点石成金自动下款"]
