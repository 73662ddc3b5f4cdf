"""A real window on a real vault, with settings of its own."""

import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions import sample
from evidence_app.phrases import Language
from evidence_app.progress import Progress, Silent
from tests.ui.acting import PATIENCE_MS
from tools.studio.vaults import Stores
from ui import desk
from ui.app import Fonts
from ui.collecting import Collector
from ui.i18n import language
from ui.keeping import discard
from ui.settings import Settings
from ui.style import apply_style
from ui.tokens import Appearance, theme
from ui.window import MainWindow
from ui.workbench import Workbench

OPENINGS = 10
"""Of vaults, between two looks at what earlier ones left behind."""


@pytest.fixture(scope="session", autouse=True)
def _sample_files_drawn_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Have the sample's files drawn once for all vaults with it: that takes three seconds, and always gives the same.

    `tests/unit/sample` shows that it does.
    """
    drawn: list[Path] = []
    really = sample.draw_files

    def draw_files(folder: Path, progress: Progress) -> list[Path]:
        if not drawn:
            drawn.extend(really(tmp_path_factory.mktemp("sample"), Silent()))
        progress.start(len(drawn), "file")
        copies = []
        for path in drawn:
            progress.check()
            copies.append(shutil.copy2(path, folder / path.name))
            progress.advance()
        return copies

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sample, "draw_files", draw_files)
        yield


@pytest.fixture(scope="session", autouse=True)
def _old_garbage_is_looked_for_seldom() -> Iterator[None]:
    """Have only some openings of a vault look for what an earlier one left behind: that is to look at all objects.

    Pytest keeps many more than the program has, which moreover does not open a thousand vaults: it took a fifth of the
    tests' time. `test_collecting` shows what each opening does.
    """
    really, openings = desk.collect_what_was_left, count()

    def collect_what_was_left() -> None:
        if next(openings) % OPENINGS == 0:
            really()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(desk, "collect_what_was_left", collect_what_was_left)
        yield


@pytest.fixture(autouse=True)
def _garbage_is_collected_on_the_ui_thread(qapp: QApplication) -> Iterator[None]:
    """As in the program. Some of each test's is left to the next ones, as it is there to the next minutes."""
    collector = Collector(qapp)
    yield
    collector.stop()
    discard(collector)


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory, translations: None) -> Stores:
    """What the pictures' states are entered on, in every language; each state gets a copy."""
    made = Stores(tmp_path_factory.mktemp("vaults"))
    for spoken in Language:
        made.make(spoken)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that name a vault in the test's own folder."""
    found = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    found.vault_folder = tmp_path / "vault"
    found.reads_pictures = False  # a process that recognises text costs seconds; tests of it turn it on
    return found


@pytest.fixture
def english(qapp: QApplication, translations: None) -> Iterator[None]:
    """The window in English and light, and so again afterwards."""
    delete_what_is_to_be_deleted()
    language.choose(Language.EN)
    theme.choose(Appearance.LIGHT)
    apply_style(qapp)
    yield
    language.choose(Language.EN)
    theme.choose(Appearance.LIGHT)


@pytest.fixture
def dressed(qapp: QApplication, translations: None) -> Iterator[None]:
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


def delete_what_is_to_be_deleted() -> None:
    """Let Qt delete the last test's windows now: it would dress each of their five hundred widgets anew first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def empty_bench(qtbot: QtBot, settings: Settings, english: None) -> Iterator[Workbench]:
    """The workbench on a new vault without disputes."""
    window = MainWindow(settings)
    bench = window.workbench
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(settings.vault_folder, create=True)
    window.start()
    qtbot.addWidget(window)
    yield bench
    window.close()


@pytest.fixture
def bench(qtbot: QtBot, empty_bench: Workbench) -> Workbench:
    """The workbench with one dispute, chosen."""
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    given = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    with qtbot.waitSignal(empty_bench.desk.timeline_changed, timeout=PATIENCE_MS):
        empty_bench.desk.edits.new_dispute(given)
    qtbot.waitUntil(lambda: not empty_bench.desk.loading_timeline, timeout=PATIENCE_MS)
    return empty_bench


@pytest.fixture
def screenshot(tmp_path: Path) -> Path:
    """A small PNG with a time in its name."""
    path = tmp_path / "Screenshot_20250222_081503_com.tencent.mm.png"
    Image.new("RGB", (120, 260), "#dceeec").save(path)
    return path
