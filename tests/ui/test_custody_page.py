"""The custody page: the log as people read it, by day, with what strangers witnessed; fast whatever its length."""

import subprocess
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.anchor import anchor_dispute
from evidence_app.actions.custody_log import CustodyLog, LogLine, custody_log
from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import CustodyKind
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.ui.acting import PATIENCE_MS, add, sheet
from ui.custody.model import CustodyModel
from ui.custody.page import CustodyPage
from ui.custody.receipt import ReceiptSheet
from ui.custody.rows import Kinds, rows_of
from ui.tabs import PageKey
from ui.tokens import theme
from ui.workbench import Workbench

HOME = ZoneInfo("Asia/Shanghai")
NOON = datetime(2025, 3, 1, 4, tzinfo=UTC)


def line(seq: int, at: datetime, kind: CustodyKind = CustodyKind.ADD) -> LogLine:
    return LogLine(
        seq=seq, at=at, kind=kind, sentence=f"sentence {seq}", about=(), leaf=f"{seq:064x}", previous="", commitment=""
    )


def log_of(count: int) -> CustodyLog:
    lines = tuple(line(seq, NOON + timedelta(minutes=seq)) for seq in range(count))
    return CustodyLog(dispute_id="d", language=Language.EN, lines=lines, anchors=())


def opened(qtbot: QtBot, bench: Workbench) -> CustodyPage:
    bench.show_page(PageKey.CUSTODY)
    page = bench.dispute_page(PageKey.CUSTODY)
    assert isinstance(page, CustodyPage)
    qtbot.waitUntil(lambda: page.model.entry_count > 0, timeout=PATIENCE_MS)
    return page


def said(page: CustodyPage) -> list[str]:
    return [str(page.model.index(row).data()) for row in range(page.model.rowCount())]


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, screenshot: Path) -> CustodyPage:
    add(qtbot, bench, screenshot)
    return opened(qtbot, bench)


# Rows


def test_days_are_those_of_the_dispute_and_the_newest_comes_first() -> None:
    lines = [line(0, datetime(2025, 3, 1, 15, tzinfo=UTC)), line(1, datetime(2025, 3, 1, 17, tzinfo=UTC))]
    rows = rows_of(lines, (), HOME)
    assert [(row.day.isoformat(), row.count) for row in rows if row.line is None] == [
        ("2025-03-02", 1),
        ("2025-03-01", 1),
    ]
    assert [row.line.seq for row in rows if row.line is not None] == [1, 0]


def test_a_filter_leaves_no_empty_days() -> None:
    lines = [line(0, NOON), line(1, NOON + timedelta(days=1), CustodyKind.EXPORT)]
    rows = rows_of(lines, (), HOME, Kinds.LEFT)
    assert [row.line.seq if row.line else None for row in rows] == [None, 1]


def test_an_entry_is_found_by_its_words_its_number_and_its_hash() -> None:
    lines = [line(seq, NOON) for seq in range(20)]
    assert [row.line.seq for row in rows_of(lines, (), HOME, text="sentence 7") if row.line] == [7]
    assert [row.line.seq for row in rows_of(lines, (), HOME, text="12") if row.line] == [12]
    assert [row.line.seq for row in rows_of(lines, (), HOME, text=f"{19:064x}") if row.line] == [19]


def test_the_model_keeps_qts_rules(qtbot: QtBot, english: None) -> None:
    model = CustodyModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_log(log_of(5), HOME)
    model.search("sentence 3")
    model.show_kinds(Kinds.LEFT)
    model.show_log(None, HOME)


def test_twenty_thousand_entries_are_searched_within_a_moment(qtbot: QtBot, english: None) -> None:
    model = CustodyModel()
    model.show_log(log_of(20_000), HOME)
    begin = time.thread_time()  # what it costs: a wait for other programs is none
    model.search("sentence 19999")
    took_s = time.thread_time() - begin
    assert model.entry_count == 1
    assert took_s < 0.5


# The page


def test_the_log_is_told_in_sentences_under_their_day(page: CustodyPage) -> None:
    lines = said(page)
    assert "2 entries" in lines[0]
    assert any("Exhibit 1 added as" in words for words in lines)
    assert any("opened" in words for words in lines)


def test_enter_shows_what_proves_an_entry(page: CustodyPage) -> None:
    page.enter_list()
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert page.below.isVisible()
    values = [value.text() for value in page.details._values]  # noqa: SLF001
    row = page.model.row_at(page.list.currentIndex())
    assert row is not None
    assert row.line is not None
    assert row.line.leaf in values
    assert row.line.commitment in values
    page.details.close_button.click()
    assert not page.below.isVisible()


def test_the_arrow_keys_step_over_the_days(page: CustodyPage) -> None:
    page.enter_list()
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    row = page.model.row_at(page.list.currentIndex())
    assert row is not None
    assert row.line is not None


def test_the_search_field_searches_the_log(qtbot: QtBot, bench: Workbench, page: CustodyPage) -> None:
    bench.header.search.setText("opened")
    qtbot.waitUntil(lambda: page.model.entry_count == 1, timeout=PATIENCE_MS)
    bench.header.search.setText("xyzzy")
    qtbot.waitUntil(page.nothing.isVisible, timeout=PATIENCE_MS)


def test_what_is_shown_is_copied_as_text(page: CustodyPage) -> None:
    page.copy.click()
    text = QGuiApplication.clipboard().text()
    assert "Exhibit 1 added as" in text
    assert text.count("\n") >= 3


def test_another_dispute_shows_nothing_of_this_one(qtbot: QtBot, bench: Workbench, page: CustodyPage) -> None:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    bench.desk.edits.new_dispute(NewDispute(title="another", type=DisputeType.OTHER, institution="x"))
    qtbot.waitUntil(lambda: page.model.log is not None and page.model.entry_count == 1, timeout=PATIENCE_MS)
    assert not any("Exhibit 1" in words for words in said(page))


def test_only_new_lines_are_told_again(bench: Workbench, page: CustodyPage) -> None:
    log, session = page.model.log, bench.desk.session
    assert log is not None
    assert session is not None
    again = custody_log(session, log.dispute_id, Language.EN, log)
    assert all(one is other for one, other in zip(log.lines, again.lines, strict=True))
    other_words = custody_log(session, log.dispute_id, Language.ZH_HANS, log)
    assert other_words.lines[0].sentence != log.lines[0].sentence


def test_a_log_that_cannot_be_read_is_not_said_to_be_being_read(
    qtbot: QtBot, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(*_: object) -> None:
        raise EnvironmentProblem("disk-error", path="catalog.sqlite", reason="EIO")

    monkeypatch.setattr("evidence_app.actions.custody_log.custody_log", unreadable)
    with qtbot.waitSignal(bench.desk.failed, timeout=PATIENCE_MS):
        bench.show_page(PageKey.CUSTODY)
    page = bench.dispute_page(PageKey.CUSTODY)
    assert isinstance(page, CustodyPage)
    assert page.count.text() == "0 entries"
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_details_take_the_room_that_larger_text_needs(qtbot: QtBot, bench: Workbench, page: CustodyPage) -> None:
    bench.window().resize(1280, 1600)
    page.enter_list()
    page.more.click()
    before = page.below.height()
    theme.scale_text(1.5)
    try:
        qtbot.waitUntil(lambda: page.below.height() > before)
    finally:
        theme.scale_text(1.0)


# Witnessed states and the receipt


@pytest.fixture
def witnessed(
    qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path
) -> Iterator[tuple[LocalAuthority, tuple[Anchor, ...]]]:
    """A dispute whose log an authority on loopback has witnessed."""
    add(qtbot, bench, screenshot)
    assert bench.desk.session is not None
    with LocalAuthority(tmp_path, "first") as local:
        outcome = anchor_dispute(bench.desk.session, bench.desk.dispute_id, [local.authority], Silent())
        bench.witnessing.refresh()
        yield local, outcome.anchors


def test_a_witnessed_state_is_a_mark_in_the_log(
    qtbot: QtBot, bench: Workbench, witnessed: tuple[LocalAuthority, tuple[Anchor, ...]]
) -> None:
    page = opened(qtbot, bench)
    assert any("Everything up to entry 1 was witnessed by first at" in words for words in said(page))
    page.model.show_kinds(Kinds.WITNESSED)
    assert page.model.entry_count == 1


def test_a_receipt_is_a_small_file_that_openssl_believes(
    qtbot: QtBot, bench: Workbench, witnessed: tuple[LocalAuthority, tuple[Anchor, ...]], tmp_path: Path
) -> None:
    local, _ = witnessed
    page = opened(qtbot, bench)
    page.receipt.click()
    shown = sheet(ReceiptSheet)
    qtbot.waitUntil(lambda: shown.primary.isEnabled(), timeout=PATIENCE_MS)
    out = tmp_path / "receipt.zip"
    shown.save(out)
    qtbot.waitUntil(out.exists, timeout=PATIENCE_MS)
    qtbot.waitUntil(shown.told.isVisible, timeout=PATIENCE_MS)
    with zipfile.ZipFile(out) as archive:
        archive.extractall(tmp_path / "receipt")
    command = ["openssl", "ts", "-verify", "-in", "checkpoint.txt.tsr", "-data", "checkpoint.txt"]
    done = subprocess.run([*command, "-CAfile", str(local.root_pem)], cwd=tmp_path / "receipt", capture_output=True)
    assert done.returncode == 0, done.stderr
    assert "juzheng.local/dispute/" in shown.text.text().replace("\u200b", "")
    shown.close()


def test_before_anything_is_witnessed_there_is_no_receipt(qtbot: QtBot, page: CustodyPage) -> None:
    page.receipt.click()
    shown = sheet(ReceiptSheet)
    qtbot.waitUntil(lambda: "not yet witnessed" in shown.standing.words.text())
    assert not shown.primary.isEnabled()
    assert shown.standing.agree.isVisible(), "what can be done about it"
    shown.close()


def test_a_receipt_is_there_as_soon_as_the_log_is_witnessed(
    qtbot: QtBot, bench: Workbench, page: CustodyPage, tmp_path: Path
) -> None:
    page.receipt.click()
    shown = sheet(ReceiptSheet)
    assert not shown.primary.isEnabled()
    assert bench.desk.session is not None
    with LocalAuthority(tmp_path, "first") as local:
        anchor_dispute(bench.desk.session, bench.desk.dispute_id, [local.authority], Silent())
    bench.witnessing.refresh()
    qtbot.waitUntil(lambda: shown.primary.isEnabled(), timeout=PATIENCE_MS)
    shown.close()
