"""The overview in windows of every size: each line has its height, and the room of large ones is used."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFrame
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.studio import no_stage
from tools.studio.judges import judge
from tools.studio.stage import Look, Stage
from tools.studio.states import STATES
from tools.studio.vaults import Stores
from ui.controls import Button, PlainLabel
from ui.overview.page import OverviewPage
from ui.tabs import PageKey

LEAST_USED = 0.95
"""Of the page's width has cards: no empty strip at its right."""
WIDE = 1640
"""From this width of the page on, pictures stand side by side below the columns."""

SIZES = (
    *((1280, 720), (1366, 768), (1600, 900), (1920, 1080), (2048, 1152), (2240, 1260), (2400, 1350), (2560, 1440)),
    *((2880, 1620), (3200, 1800), (3440, 1440), (3840, 2160)),
)


def squeezed(page: OverviewPage) -> list[str]:
    """Return what has less height than its words need. What has none at all is seen by no judge of what is visible."""
    found = []
    for kind in (PlainLabel, Button):
        for each in page.findChildren(kind):
            needed = each.heightForWidth(each.width()) if each.hasHeightForWidth() else each.sizeHint().height()
            if each.isVisibleTo(page) and each.text() and each.height() < needed:
                found.append(f"{each.text()[:40]}: {each.height()} of {needed}")
    return found


def used(page: OverviewPage) -> float:
    """Return which part of the page's width has cards."""
    cards = [each for each in page.findChildren(QFrame) if each.property("part") == "card" and each.isVisibleTo(page)]
    return max(card.mapTo(page, card.rect().topRight()).x() for card in cards) / page.width()


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize(
    ("spoken", "sizes"),
    [
        (Language.EN, (*SIZES, *reversed(SIZES))),
        (Language.EN, SIZES[::-1]),
        (Language.ZH_HANS, SIZES),
        (Language.ZH_HANT, SIZES[::-1]),
    ],
    ids=("en larger and back", "en smaller", "zh-Hans larger", "zh-Hant smaller"),
)
def test_the_overview_is_whole_in_windows_of_every_size(
    qtbot: QtBot, stores: Stores, tmp_path: Path, spoken: Language, sizes: Sequence[tuple[int, int]]
) -> None:
    state = next(each for each in STATES if each.name == "overview")
    with no_stage([Stage(stores, state.stock, Look(spoken, sizes[0], 1.0), tmp_path)]) as stages:
        state.enter(stages[0])
        stages[0].quiet()
        page = stages[0].bench.dispute_page(PageKey.OVERVIEW)
        assert isinstance(page, OverviewPage)
        qtbot.waitUntil(lambda: bool(page.tasks.lines()) and page.case_standing is not None, timeout=20_000)
        QApplication.processEvents()  # what has just come is laid out
        assert squeezed(page) == [], sizes[0]
        for size in sizes:
            stages[0].frame.resize(*size)
            QApplication.processEvents()
            QApplication.processEvents()
            assert squeezed(page) == [], size
            assert judge([page.window()]) == [], size
            assert used(page) > LEAST_USED, size
            below = page.pictures.mapTo(page, page.pictures.rect().topLeft())
            assert page.width() < WIDE or below.y() > page.numbers.mapTo(page, page.numbers.rect().bottomLeft()).y()
            assert page.width() < WIDE or page.pictures.width() > page.width() * LEAST_USED * 0.9, size
