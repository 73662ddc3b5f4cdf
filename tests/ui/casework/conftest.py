"""The case page of a dispute, for tests."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from tests.ui.acting import PATIENCE_MS
from ui.casework.page import CasePage, CasePart
from ui.casework.theirs import WhoseNumbers
from ui.tabs import PageKey
from ui.workbench import Workbench


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> CasePage:
    """The page of a dispute in which somebody called at night, who promised something that ran out."""
    desk = bench.desk
    at = ClockReading(datetime(2025, 3, 1, 23, 10), Precision.MINUTE, TimeSource.TYPED, 100)
    call = NewEvent(
        kind=EventKind.CALL,
        time=choose([at]),
        direction=Direction.IN,
        number="95500",
        promise="三天内答复",
        promise_due=datetime(2025, 3, 4).date(),
    )
    assert desk.session is not None
    record_event(desk.session, desk.dispute_id, call)
    desk.reload_all()
    bench.show_page(PageKey.CASE)
    shown = bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    qtbot.waitUntil(lambda: shown.found is not None and bool(shown.found.findings), timeout=PATIENCE_MS)
    return shown


@pytest.fixture
def named(qtbot: QtBot, page: CasePage) -> CasePage:
    """The same page once somebody said that the caller is the other side."""
    page.show_part(CasePart.FINDINGS)
    whose = page.parts[CasePart.FINDINGS].findChild(WhoseNumbers)
    whose.ticks.list.item(0).setCheckState(Qt.CheckState.Checked)
    whose.confirm.click()
    qtbot.waitUntil(lambda: page.found is not None and not page.found.unplaced, timeout=PATIENCE_MS)
    return page
