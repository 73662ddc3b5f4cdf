"""A person stands on what can be looked at or decided, never on what only says something about other rows."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.review import Related, Relation
from ui.review.listing import ReviewList
from ui.review.model import ReviewModel
from ui.review.rows import Heading, HeadingRow, LineRow, NoteRow, Row

NOTE = NoteRow(key="note:0", related=Related(Relation.ALIKE, 3))
HEADING = HeadingRow(key="heading:text", heading=Heading.TEXT, count=2)
LINES = [LineRow(key=f"line:{i}", line=MachineLine(text, (0, 0, 9, 9), 1.0), index=i) for i, text in enumerate("甲乙")]
ROWS: list[Row] = [NOTE, HEADING, *LINES]


@pytest.fixture
def listed(qtbot: QtBot) -> ReviewList:
    shown = ReviewList()
    qtbot.addWidget(shown)
    shown.resize(400, 600)
    shown.rows.replace(ROWS)
    shown.show()
    shown.go_to("line:1")
    return shown


def test_only_rows_to_stand_on_can_be_selected() -> None:
    model = ReviewModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace(ROWS)
    selectable = [bool(model.flags(model.index(i)) & Qt.ItemFlag.ItemIsSelectable) for i in range(len(ROWS))]
    assert selectable == [False, False, True, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Home, Qt.Key.Key_PageUp, Qt.Key.Key_Up])
def test_keys_lead_to_the_first_row_that_can_be_stood_on(listed: ReviewList, key: Qt.Key) -> None:
    QTest.keyClick(listed, key)
    assert listed.current() == LINES[0]
    QTest.keyClick(listed, key)
    assert listed.current() == LINES[0]


@pytest.mark.parametrize("number", [0, 1])
def test_a_click_on_a_note_or_a_heading_leaves_a_person_where_they_are(listed: ReviewList, number: int) -> None:
    middle = listed.visualRect(listed.rows.index(number)).center()
    assert listed.indexAt(middle).row() == number
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert listed.current() == LINES[1]


def test_no_menu_is_offered_on_a_heading(listed: ReviewList) -> None:
    asked: list[QPoint] = []
    listed.menu_wanted.connect(asked.append)
    for number in (1, 3):
        listed.customContextMenuRequested.emit(listed.visualRect(listed.rows.index(number)).center())
    assert len(asked) == 1
