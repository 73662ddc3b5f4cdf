"""The case page: what a dispute amounts to, in the real window."""

from datetime import datetime

import pytest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Exclusion
from tests.ui.acting import PATIENCE_MS
from ui.casework.findings import Findings
from ui.casework.page import CasePage, CasePart
from ui.casework.section import Told
from ui.controls import Button
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


def cards(page: CasePage, key: CasePart) -> list[Told]:
    return page.parts[key].findChildren(Told)


def titles(page: CasePage, key: CasePart) -> list[str]:
    return [card.title.text() for card in cards(page, key) if card.isVisibleTo(page)]


def test_findings_are_told_with_their_source_and_lead_to_their_entries(qtbot: QtBot, page: CasePage) -> None:
    assert any(title.startswith("P1") for title in titles(page, CasePart.FINDINGS))
    part = page.parts[CasePart.FINDINGS]
    way = next(button for button in part.findChildren(Button) if button.text() == "2025-03-01 23:10")
    with qtbot.waitSignal(page.event_wanted):
        way.click()


def test_a_finding_is_left_out_with_a_reason_and_taken_in_again(
    qtbot: QtBot, page: CasePage, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = page.parts[CasePart.FINDINGS]
    assert isinstance(part, Findings)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("约定过", True))

    def verb() -> Button:
        return next(
            each for each in part.findChildren(Button) if each.property("look") != "link" and each.isVisibleTo(part)
        )

    def excluded() -> list[Exclusion]:
        session = bench.desk.session
        assert session is not None
        with session.vault.read() as catalog:
            return catalog.items(bench.desk.dispute_id, Exclusion)

    verb().click()
    qtbot.waitUntil(lambda: len(excluded()) == 1, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: page.found is not None and bool(page.found.excluded), timeout=PATIENCE_MS)
    verb().click()
    qtbot.waitUntil(lambda: excluded() == [], timeout=PATIENCE_MS)
