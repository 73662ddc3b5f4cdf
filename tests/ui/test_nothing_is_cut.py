"""No text is cut, nothing sticks out or overlaps, no other language's words, also with text of twice the size."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.studio import visited
from tools.studio.judges import beyond_screen, foreign, judge
from tools.studio.stage import Look
from tools.studio.vaults import Stores
from ui.app import Fonts
from ui.i18n import language
from ui.style import apply_style
from ui.tokens import Appearance, theme

LOOKED_AT = (
    "first-run",
    "overview",
    "timeline",
    "timeline-no-events",
    "evidence",
    "event-read",
    "evidence-read",
    "review",
    "dispute-new",
    "type-complaint",
    "settings",
    "custody",
    "custody-entry",
    "witness-settings",
    "witness-consent",
    "dossier-handed",
    "checked",
    "no-dispute",
)
SMALLEST = (1280, 720)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication, translations: None) -> Iterator[None]:
    """The program's own fonts and style, as long as the test lasts."""
    fonts = Fonts()

    def dress() -> None:
        apply_style(qapp)

    theme.changed.connect(dress)
    language.changed.connect(fonts.choose)
    yield
    theme.scale_text(1.0)
    theme.choose(Appearance.LIGHT)
    language.choose(Language.EN)
    language.changed.disconnect(fonts.choose)
    theme.changed.disconnect(dress)


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("spoken", Language)
def test_in_the_smallest_window_nothing_is_cut(stores: Stores, tmp_path: Path, spoken: Language, scale: float) -> None:
    found = [
        f"{state.name}: {remark}"
        for state, stage in visited(stores, Look(spoken, SMALLEST, scale), tmp_path, LOOKED_AT)
        for remark in judge(stage.windows())
    ]
    if found:
        pytest.fail("\n".join(found), pytrace=False)


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
