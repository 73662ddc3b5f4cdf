"""What is this? Words of law and technique are explained where they stand, by pointer and by key."""

import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from evidence_app.resources import resource
from tests.ui.acting import add, sheet
from ui.controls import PlainLabel
from ui.field import Field
from ui.fields import MARKED, FieldSpec
from ui.help import HelpMark, HelpPopover, MarkedLabel, has_help
from ui.i18n import language
from ui.sheets.removal import RemovalSheet
from ui.tokens import theme
from ui.workbench import Workbench

TERMS = sorted(tomllib.loads(resource("phrases", "help.en.toml").read_text("utf-8")))
NEEDED = {
    *("institution", "complainant", "representative", "mandate", "agent_id", "body", "channel", "element", "exhibit"),
    *("original", "custody_log", "checkpoint", "timestamp", "hash", "dossier", "proves", "conflict", "certainty"),
    *("demands", "promise", "vault", "dispute", "private_note", "reference"),
}


def popover() -> HelpPopover:
    found = QApplication.activePopupWidget()
    assert isinstance(found, HelpPopover)
    return found


@pytest.fixture
def mark(qtbot: QtBot, english: None) -> HelpMark:
    made = HelpMark("agent_id")
    qtbot.addWidget(made)
    made.show()
    return made


def test_every_word_of_law_and_technique_is_explained() -> None:
    assert set(TERMS) >= NEEDED | MARKED


@pytest.mark.parametrize("chosen", list(Language))
@pytest.mark.parametrize("term", TERMS)
def test_an_explanation_has_a_heading_a_few_sentences_and_an_example(term: str, chosen: Language) -> None:
    words = tomllib.loads(resource("phrases", f"help.{chosen.value}.toml").read_text("utf-8"))[term]
    assert set(words) == {"title", "text", "example"}
    assert all(words.values())
    stops = sum(words["text"].count(stop) for stop in ("。", ". ")) + words["text"].endswith(".")
    assert 1 <= stops <= 3


def test_a_click_opens_the_explanation_and_escape_closes_it(qtbot: QtBot, mark: HelpMark) -> None:
    mark.click()
    shown = popover()
    assert "80231" in shown.accessibleDescription()
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)


def test_a_mark_is_reached_and_opened_by_keys_and_says_its_name(qtbot: QtBot, mark: HelpMark) -> None:
    assert mark.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert mark.accessibleName() == "What is this: Agent ID?"
    QTest.keyClick(mark, Qt.Key.Key_Space)
    popover().close()


def test_shift_f1_in_a_field_explains_its_word_and_tab_does_not_stop_at_the_mark(qtbot: QtBot, english: None) -> None:
    for name in ("agent_id", "reference"):
        field = Field(FieldSpec(name))
        qtbot.addWidget(field)
        field.show()
        QTest.keyClick(field.widget, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
        popover().close()
        assert not any(mark.focusPolicy() & Qt.FocusPolicy.TabFocus for mark in field.findChildren(HelpMark))


def test_the_explanation_speaks_the_language_of_the_moment(qtbot: QtBot, mark: HelpMark) -> None:
    language.choose(Language.ZH_HANS)
    mark.click()
    assert popover().accessibleName() == "工号"
    assert "工号" in mark.accessibleName()
    popover().close()


def test_an_explanation_at_the_edge_of_the_screen_is_seen_whole(qtbot: QtBot, english: None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.setGeometry(room)
    mark = HelpMark("hash")
    mark.setParent(window)
    window.show()
    for scale in (1.0, 2.0):
        theme.scale_text(scale)
        mark.move(room.width() - mark.width(), room.height() - mark.height())
        mark.click()
        assert room.contains(popover().geometry())
        popover().close()
    theme.scale_text(1.0)


def test_a_mark_stands_behind_the_text_and_a_long_text_wraps_beside_it(qtbot: QtBot, english: None) -> None:
    pair = MarkedLabel(PlainLabel("Agent ID", "caption", wrap=True), HelpMark("agent_id"))
    qtbot.addWidget(pair)
    pair.resize(400, pair.heightForWidth(400))
    pair.show()
    assert pair.mark.x() < 120
    pair.label.setText("Element of the claim that this exhibit helps to show")
    assert pair.heightForWidth(200) >= 2 * pair.label.fontMetrics().height()
    pair.resize(200, pair.heightForWidth(200))
    assert pair.mark.geometry().right() < 200


def test_a_fact_that_explains_itself_has_no_mark(qtbot: QtBot, english: None) -> None:
    assert not has_help("device")
    field = Field(FieldSpec("device"))
    qtbot.addWidget(field)
    assert not field.findChildren(HelpMark)


def test_the_words_of_the_inspector_and_of_sheets_are_explained(
    qtbot: QtBot, bench: Workbench, screenshot: Path
) -> None:
    add(qtbot, bench, screenshot)
    qtbot.waitUntil(lambda: bench.inspector is not None)
    assert bench.inspector is not None
    marked = {mark.term for mark in bench.inspector.findChildren(HelpMark)}
    assert {"reading", "conflict", "original", "hash", "custody_log", "proves", "element"} <= marked
    bench.questions.remove_dispute(bench.desk.dispute_id)
    asked = sheet(RemovalSheet)
    (mark,) = asked.findChildren(HelpMark)
    mark.click()
    assert popover().accessibleName() == "Removed, with a reason"
    popover().close()
    asked.close()
