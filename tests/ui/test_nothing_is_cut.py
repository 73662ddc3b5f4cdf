"""No text is cut, nothing sticks out or overlaps, no other language's words, with text of twice the size."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.studio import LOOKED_AT, visited
from tools.studio.judges import beyond_screen, foreign, judge
from tools.studio.stage import Look
from tools.studio.vaults import Stores

SMALLEST = (1280, 720)
LARGEST_TEXT = 2.0
SOAK = bool(os.environ.get("JUZHENG_SOAK"))


def shares() -> dict[Language, Sequence[str]]:
    """Return the states to be seen in each language: each in one, every other one in English, whose words are longest.

    The long campaign sees all in all.
    """
    if SOAK:
        return dict.fromkeys(Language, LOOKED_AT)
    return {Language.EN: LOOKED_AT[::2], Language.ZH_HANS: LOOKED_AT[1::4], Language.ZH_HANT: LOOKED_AT[3::4]}


@pytest.mark.usefixtures("dressed", "inspector_soon")
@pytest.mark.parametrize(("spoken", "names"), shares().items())
def test_with_text_of_twice_the_size_nothing_is_cut_in_the_smallest_window(
    stores: Stores, tmp_path: Path, spoken: Language, names: Sequence[str]
) -> None:
    """`test_accessibility` sees that nothing is cut in text of the usual size, in all states."""
    found = [
        f"{state.name}: {remark}"
        for state, stage in visited(stores, Look(spoken, SMALLEST, LARGEST_TEXT), tmp_path, names)
        for remark in judge(stage.windows())
    ]
    print(f"{spoken.value}: {len(names)} of {len(LOOKED_AT)} states")
    if found:
        pytest.fail("\n".join(found), pytrace=False)


def test_every_state_is_seen_in_some_language() -> None:
    assert sorted(name for names in shares().values() for name in names) == sorted(LOOKED_AT * (3 if SOAK else 1))


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> list[str]:
    qtbot.addWidget(widget)
    widget.setFixedSize(width, height)
    widget.show()
    return judge([widget])


def test_the_judge_sees_a_text_that_is_cut(qtbot: QtBot) -> None:
    holder = QWidget()
    button = QPushButton("A verb that needs room", holder)
    button.setFixedWidth(60)
    assert any("cut" in remark for remark in shown(qtbot, holder, 400, 80))


def test_the_judge_sees_what_sticks_out(qtbot: QtBot) -> None:
    holder = QWidget()
    QLabel("words", holder).setGeometry(350, 10, 100, 30)
    assert any("outside" in remark for remark in shown(qtbot, holder, 400, 80))


def test_the_judge_sees_what_overlaps(qtbot: QtBot) -> None:
    holder = QWidget()
    QLabel("one", holder).setGeometry(10, 10, 100, 30)
    QLabel("other", holder).setGeometry(90, 20, 100, 30)
    assert any("overlap" in remark for remark in shown(qtbot, holder, 400, 80))


def test_the_judge_hears_another_language(english: None) -> None:
    assert foreign("新建纠纷", Language.EN) is Language.ZH_HANS
    assert foreign("New dispute", Language.ZH_HANT) is Language.EN
    assert foreign("New dispute", Language.EN) is None
    assert foreign("速融宝客服", Language.EN) is None


def test_the_judge_leaves_what_fits_alone(qtbot: QtBot) -> None:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.addWidget(QLabel("one"))
    row.addWidget(QPushButton("verb"))
    assert shown(qtbot, holder, 400, 80) == []


def test_a_window_larger_than_its_screen_is_seen(qtbot: QtBot) -> None:
    holder = QWidget()
    shown(qtbot, holder, 400, 80)
    assert list(beyond_screen(holder, QSize(300, 300)))
