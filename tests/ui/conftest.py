"""A real window on a real vault, with settings of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.phrases import Language
from tests.ui.acting import PATIENCE_MS, add
from tests.ui.bot import PatientBot
from tools.studio.vaults import Stores
from ui import desk
from ui.app import Fonts
from ui.collecting import Collector
from ui.dossier.page import DossierPage
from ui.i18n import language
from ui.keeping import discard
from ui.settings import Settings
from ui.style import apply_style
from ui.tabs import PageKey
from ui.tokens import Appearance, font, theme
from ui.window import MainWindow
from ui.workbench import Workbench

MADE_SOON = Workbench._make_inspector_soon  # noqa: SLF001 - the one seam, put back by `inspector_soon`

Worn = tuple[str, QPalette, QFont, QFont]

OPENINGS = 40
"""Of vaults, between two looks at what earlier ones left behind."""


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


@pytest.fixture(scope="session", autouse=True)
def _the_inspector_waits_for_a_choice() -> Iterator[None]:
    """Have the inspector made when an entry is chosen, and not before: it is a third of what a window costs.

    The program makes it while nobody has chosen anything yet. A test of that asks for ``inspector_soon``.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Workbench, "_make_inspector_soon", lambda bench: None)
        yield


@pytest.fixture
def inspector_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the inspector made as the program does, shortly after the timeline is shown."""
    monkeypatch.setattr(Workbench, "_make_inspector_soon", MADE_SOON)


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
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """The robot of all tests of the window."""
    return PatientBot(request)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings that name a vault in the test's own folder."""
    return settings_in(tmp_path)


def settings_in(folder: Path) -> Settings:
    found = Settings(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    found.vault_folder = folder / "vault"
    found.reads_pictures = False  # a process that recognises text costs seconds; tests of it turn it on
    return found


@pytest.fixture(scope="session")
def english_words(qapp: QApplication, translations: None) -> None:
    """English from the first window on: to load its words again for each one takes as long as to read a vault."""
    language.choose(Language.EN)


@pytest.fixture
def english(qapp: QApplication, english_words: None) -> Iterator[None]:
    """The window in English and light, and so again afterwards."""
    delete_what_is_to_be_deleted()
    speak_english()
    wear_light(qapp)
    yield
    speak_english()
    if theme.appearance is not Appearance.LIGHT:
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


_worn: list[Worn] = []


def wear_light(app: QApplication) -> None:
    """Dress the application in what `english` promises, unless it wears just that: all that is open would follow."""
    if theme.appearance is not Appearance.LIGHT or not _worn:
        theme.choose(Appearance.LIGHT)
    if _worn != [worn_by(app)]:
        apply_style(app)
        _worn[:] = [worn_by(app)]


def worn_by(app: QApplication) -> Worn:
    return app.styleSheet(), app.palette(), app.font(), font("body")


def speak_english() -> None:
    """Go back to English if the last test left it."""
    if language.chosen is not Language.EN:
        language.choose(Language.EN)


def delete_what_is_to_be_deleted() -> None:
    """Let Qt delete the last test's windows now: it would dress each of their five hundred widgets anew first."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def empty_bench(qtbot: QtBot, settings: Settings, english: None) -> Iterator[Workbench]:
    """The workbench on a new vault without disputes."""
    with new_window(qtbot, settings) as bench:
        qtbot.addWidget(bench.window())
        yield bench


@contextmanager
def new_window(qtbot: QtBot, settings: Settings) -> Iterator[Workbench]:
    """Open a window on a new vault."""
    window = MainWindow(settings)
    bench = window.workbench
    assert settings.vault_folder is not None
    with qtbot.waitSignal(bench.desk.opened, timeout=PATIENCE_MS):
        bench.desk.open(settings.vault_folder, create=True)
    window.start()
    yield bench
    window.close()


@pytest.fixture
def bench(qtbot: QtBot, empty_bench: Workbench) -> Workbench:
    """The workbench with one dispute, chosen."""
    make_dispute(qtbot, empty_bench)
    return empty_bench


def make_dispute(qtbot: QtBot, bench: Workbench) -> None:
    from evidence_app.actions.disputes import NewDispute
    from evidence_app.domain.disputes import DisputeType

    given = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    with qtbot.waitSignal(bench.desk.timeline_changed, timeout=PATIENCE_MS):
        bench.desk.edits.new_dispute(given)
    qtbot.waitUntil(lambda: not bench.desk.loading_timeline, timeout=PATIENCE_MS)


@pytest.fixture(scope="module")
def patient(request: pytest.FixtureRequest) -> QtBot:
    """Waits for what a whole module shares; it closes no window."""
    return PatientBot(request)


@pytest.fixture(scope="module")
def seen_bench(
    patient: QtBot, qapp: QApplication, english_words: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workbench]:
    """The workbench with one dispute, for all tests of a module that only look at it, or put back what they chose."""
    speak_english()
    wear_light(qapp)
    with new_window(patient, settings_in(tmp_path_factory.mktemp("seen"))) as bench:
        make_dispute(patient, bench)
        yield bench
        window = bench.window()
    discard(window)


@pytest.fixture
def screenshot(tmp_path: Path) -> Path:
    """A small PNG with a time in its name."""
    return screenshot_in(tmp_path)


def screenshot_in(folder: Path) -> Path:
    path = folder / "Screenshot_20250222_081503_com.tencent.mm.png"
    Image.new("RGB", (120, 260), "#dceeec").save(path)
    return path


@pytest.fixture(scope="module")
def seen_page(patient: QtBot, seen_bench: Workbench, tmp_path_factory: pytest.TempPathFactory) -> DossierPage:
    """The dossier's page over one screenshot, its pages drawn; for tests that change nothing of the vault."""
    add(patient, seen_bench, screenshot_in(tmp_path_factory.mktemp("seen")))
    seen_bench.export()
    page = seen_bench.dispute_page(PageKey.DOSSIER)
    assert isinstance(page, DossierPage)
    patient.waitUntil(lambda: page.preview.pages.document is not None and not page.drawing.busy, timeout=PATIENCE_MS)
    return page
