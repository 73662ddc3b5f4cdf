"""The people of the institution in the real window: joined from a list, parted again, each step taken back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.workspace import add
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import Complaint, EventMark, PromiseRecord, PromiseState
from evidence_app.rules.workspace import Stated, work_out
from tests.ui.acting import PATIENCE_MS
from tests.unit.rules.test_introductions import WALLET
from ui.casework.complaints import Complaints
from ui.casework.joining import JoinSheet
from ui.casework.page import CasePage, CasePart
from ui.casework.promises import Promises
from ui.casework.section import Told
from ui.controls import Button, PlainLabel
from ui.event_marks import turn
from ui.tabs import PageKey
from ui.workbench import Workbench

if TYPE_CHECKING:
    from ui.desk import Desk

SAID = (
    ("10:10", "您好，客服工号3017为您服务", "3017", "小李"),
    ("10:16", "三天内解冻", "", ""),
    ("15:00", "工号5520为您服务", "5520", ""),
    ("18:00", "我是小张", "", "小张"),
)


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench) -> CasePage:
    """The page of promises and agents of a chat with three who gave an ID or a name."""
    desk = bench.desk
    assert desk.session is not None
    for clock, text, agent_id, name in SAID:
        at = ClockReading(datetime.fromisoformat(f"2025-05-20T{clock}"), Precision.MINUTE, TimeSource.TYPED, 100)
        message = NewEvent(
            kind=EventKind.MESSAGE,
            time=choose([at]),
            direction=Direction.IN,
            party="钱包客服",
            text=text,
            promise=text if "解冻" in text else "",
            agent_id=agent_id,
            agent_name=name,
        )
        record_event(desk.session, desk.dispute_id, message)
    desk.reload_all()
    bench.show_page(PageKey.CASE)
    shown = bench.dispute_page(PageKey.CASE)
    assert isinstance(shown, CasePage)
    qtbot.waitUntil(lambda: shown.found is not None and len(shown.found.agents) == 3, timeout=PATIENCE_MS)
    shown.show_part(CasePart.PROMISES)
    return shown


def people(page: CasePage) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    assert page.found is not None
    return [(each.agent_ids, each.names) for each in page.found.agents]


def press(qtbot: QtBot, page: CasePage, words: str) -> None:
    """Press the first button that says so."""

    def buttons() -> list[Button]:
        every = page.parts[CasePart.PROMISES].findChildren(Button)
        return [each for each in every if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: bool(buttons()), timeout=PATIENCE_MS)
    buttons()[0].click()


def join_sheet(qtbot: QtBot, page: CasePage) -> JoinSheet:
    """Open the sheet of the first agent."""

    def sheets() -> list[JoinSheet]:
        return [each for each in page.window().findChildren(JoinSheet) if each.isVisible()]

    qtbot.waitUntil(lambda: not sheets(), timeout=PATIENCE_MS)
    press(qtbot, page, "Join with other IDs and names…")
    qtbot.waitUntil(lambda: bool(sheets()), timeout=PATIENCE_MS)
    return sheets()[0]


def tick(sheet: JoinSheet, *rows: int) -> None:
    """Tick lines with the keyboard, or take their ticks away."""
    for row in rows:
        sheet.ticks.list.setCurrentRow(row)
        QTest.keyClick(sheet.ticks.list, Qt.Key.Key_Space)


def test_what_follows_an_agent_id_stands_on_the_agents_card_as_given_before(page: CasePage) -> None:
    told = [card for card in page.parts[CasePart.PROMISES].findChildren(Told) if "3017" in card.title.text()]
    words = "\n".join(label.text() for card in told for label in card.findChildren(type(card.title)))
    assert "三天内解冻" in words
    assert "Agent ID 3017 was given just before in this talk, not in this message." in words
    assert "Promised, no day given" in words


def test_ids_and_names_are_joined_from_a_list_with_the_keyboard_and_parted_again(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    alone = people(page)
    sheet = join_sheet(qtbot, page)
    assert [sheet.ticks.list.item(row).text().split("   ")[0] for row in range(3)] == [
        "Agent ID 3017",
        "Agent ID 5520",
        "小张",
    ]
    tick(sheet, 1)
    sheet.attempt(sheet.submit)
    together = [(("3017", "5520"), ("小李",)), ((), ("小张",))]
    qtbot.waitUntil(lambda: people(page) == together, timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: people(page) == alone, timeout=PATIENCE_MS)
    bench.desk.edits.redo()
    qtbot.waitUntil(lambda: people(page) == together, timeout=PATIENCE_MS)
    sheet = join_sheet(qtbot, page)
    tick(sheet, 1, 2)  # 5520 is somebody else after all, and 小张 is the same person
    sheet.attempt(sheet.submit)
    qtbot.waitUntil(lambda: people(page) == [(("3017",), ("小李", "小张")), (("5520",), ())], timeout=PATIENCE_MS)
    press(qtbot, page, "Part again")
    qtbot.waitUntil(lambda: people(page) == alone, timeout=PATIENCE_MS)
    bench.desk.edits.undo()
    qtbot.waitUntil(lambda: len(people(page)) == 2, timeout=PATIENCE_MS)


def test_an_id_leaves_whom_it_was_joined_with_before(qtbot: QtBot, page: CasePage) -> None:
    sheet = join_sheet(qtbot, page)
    tick(sheet, 1)
    sheet.attempt(sheet.submit)
    qtbot.waitUntil(lambda: len(people(page)) == 2, timeout=PATIENCE_MS)
    assert page.found is not None
    other = JoinSheet(page.window(), page.parts[CasePart.PROMISES].desk, page.found.agents[1], page.found.agents)
    qtbot.addWidget(other)
    tick(other, 2)  # 5520
    other.submit()
    wanted = [(("3017",), ("小李",)), (("5520",), ("小张",))]
    qtbot.waitUntil(lambda: people(page) == wanted, timeout=PATIENCE_MS)


def test_of_very_many_contacts_the_next_ones_are_shown_on_demand_and_the_keyboard_goes_on(
    qtbot: QtBot, english: None
) -> None:
    first = Happening(
        "0", EventKind.MESSAGE, datetime(2025, 5, 20, 10, tzinfo=UTC), agent_id="3017", party="客服", text="第0句"
    )
    said = [first._replace(event_id=str(number), text=f"第{number}句") for number in range(100)]
    found = work_out(WALLET, said, Stated(), date(2025, 6, 1))
    part = Promises(cast("Desk", SimpleNamespace(read_only=True)))
    qtbot.addWidget(part)
    part.show()
    part.show_found(found)

    def shown() -> int:
        return sum(label.text().startswith("第") for label in part.findChildren(PlainLabel) if not label.isHidden())

    assert shown() == 12
    [more] = [each for each in part.findChildren(Button) if each.text() == "Show 88 more"]
    more.setFocus()
    more.click()
    assert shown() == 72
    focused = part.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "2025-05-20"
    [more] = [each for each in part.findChildren(Button) if each.text() == "Show 28 more"]
    more.click()
    assert shown() == 100


def test_a_promise_of_working_days_says_which_holidays_did_not_count(qtbot: QtBot, english: None) -> None:
    said = Happening(
        *("0", EventKind.MESSAGE, datetime(2025, 9, 29, 10, tzinfo=UTC), Precision.MINUTE),
        direction=Direction.IN,
        party="客服",
        promise="5个工作日内答复",
        promise_due=date(2025, 10, 13),
    )
    other = said._replace(event_id="1", promise="10月14日前退款", promise_due=date(2025, 10, 14))
    part = Promises(cast("Desk", SimpleNamespace(read_only=False, dispute_id=WALLET.id)))
    qtbot.addWidget(part)
    part.show_found(work_out(WALLET, [said, other], Stated(), date(2025, 10, 20)))
    told = [each.text() for each in part.findChildren(PlainLabel)]
    counted = [each for each in told if "working day" in each]
    assert counted == ["5 working days after 2025-09-29, without 10-01 – 10-08, with 10-11, made up for a holiday"]


def test_of_hundreds_of_promises_the_first_are_drawn_and_the_keyboard_goes_on_to_the_next(
    qtbot: QtBot, english: None
) -> None:
    at = datetime(2025, 1, 20, 10, tzinfo=UTC)
    first = Happening("0", EventKind.MESSAGE, at, Precision.MINUTE, direction=Direction.IN, party="客服")
    said = [
        first._replace(event_id=str(number), at=at + timedelta(hours=number), promise=f"第{number}件事三天内办结")
        for number in range(600)
    ]
    part = Promises(cast("Desk", SimpleNamespace(read_only=False, dispute_id=WALLET.id)))
    qtbot.addWidget(part)
    part.show()
    part.show_found(work_out(WALLET, said, Stated(), date(2025, 6, 1)))

    def cards() -> list[str]:
        return [each.title.text() for each in part.findChildren(Told) if "件事" in each.title.text()]

    def more() -> Button:
        return next(each for each in part.findChildren(Button) if "more promises" in each.text())

    assert len(cards()) == 20
    assert more().accessibleName() == more().text() == "Show 580 more promises"
    more().setFocus()
    more().click()
    assert len(cards()) == 40
    focused = part.window().focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "2025-01-21 06:00"
    assert not part.visibleRegion().isEmpty()
    marked = PromiseRecord(id="p", dispute_id=WALLET.id, event_id="30", state=PromiseState.BROKEN)
    part.show_found(work_out(WALLET, said, Stated(promises=[marked]), date(2025, 6, 1)))
    opened = [f"“第{number}件事三天内办结”" for number in range(40)]
    qtbot.waitUntil(lambda: cards() == opened)  # and what was shown before is gone
    assert isinstance(part.window().focusWidget(), Button)
    part.show_found(work_out(replace(WALLET, id="other"), said, Stated(), date(2025, 6, 1)))
    qtbot.waitUntil(lambda: cards() == opened[:20])


def test_very_many_complaints_to_one_body_are_cards_of_their_own_with_their_clocks(qtbot: QtBot, english: None) -> None:
    filed = [
        Complaint(id=str(n), dispute_id=WALLET.id, body="", filed_on=date(2025, 5, 1), reference=f"N-{n}")
        for n in range(50)
    ]
    body = next(step.body.id for step in work_out(WALLET, [], Stated(), date(2025, 6, 1)).ladder.steps)
    found = work_out(WALLET, [], Stated(complaints=[replace(each, body=body) for each in filed]), date(2025, 6, 1))
    part = Complaints(cast("Desk", SimpleNamespace(read_only=True)))
    qtbot.addWidget(part)
    part.show_found(found)

    def told() -> int:
        return sum("number N-" in each.text() for each in part.findChildren(PlainLabel))

    assert told() == 20
    [more] = [each for each in part.findChildren(Button) if each.text() == "Show 30 more complaints"]
    more.click()
    assert told() == 40
    next(each for each in part.findChildren(Button) if each.text() == "Show 10 more complaints").click()
    assert told() == 50


def test_what_an_answer_contradicts_is_said_in_a_menu_and_both_stand_side_by_side(
    qtbot: QtBot, page: CasePage, bench: Workbench
) -> None:
    assert page.found is not None
    session, dispute_id = bench.desk.session, bench.desk.dispute_id
    assert session is not None
    ids = [each.event_id for each in page.found.happenings if each.kind is EventKind.MESSAGE][:3]
    for event_id in ids:
        add(session, EventMark(id="", dispute_id=dispute_id, event_id=event_id, tags=("contradicts",)))
    bench.desk.reload_all()
    qtbot.waitUntil(
        lambda: page.found is not None and len(page.found.contradictions.unpaired) == 3, timeout=PATIENCE_MS
    )

    def choices() -> list[QAction]:
        buttons = page.parts[CasePart.PROMISES].findChildren(Button)
        found = [each for each in buttons if each.text() == "Say which answer it contradicts" and each.isVisible()]
        return found[0].findChild(QMenu).actions() if found else []

    qtbot.waitUntil(lambda: len(choices()) == 2, timeout=PATIENCE_MS)
    assert "工号5520" in choices()[1].text()
    choices()[1].trigger()

    def pairs() -> list[tuple[str, ...]]:
        found = page.found.contradictions.pairs if page.found is not None else ()
        return [tuple(each.event_id for each in pair.both) for pair in found]

    qtbot.waitUntil(lambda: pairs() == [(ids[0], ids[2])], timeout=PATIENCE_MS)
    turn(bench.desk, ids[0], "contradicts", on=False)
    qtbot.waitUntil(lambda: pairs() == [(ids[1], ids[2])], timeout=PATIENCE_MS)  # two that are left mean each other
    found = page.found
    assert found is not None
    assert not found.stated.tags.get(ids[0])
