"""The viewer with the real vault and the real worker process."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.exhibits import get_exhibit
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.exhibits import Exhibit
from evidence_app.progress import Silent
from ui.viewer.viewer import ExhibitViewer

Add = Callable[[Path], Exhibit]


@pytest.fixture
def add(session: Session, dispute: Dispute) -> Add:
    def added(path: Path) -> Exhibit:
        report = add_evidence(session, dispute.id, [FileSource(path)], Silent(), lambda item: None)
        return get_exhibit(session, report.items[0].exhibit_id)

    return added


@pytest.fixture
def viewer(qtbot: QtBot) -> ExhibitViewer:
    shown = ExhibitViewer()
    qtbot.addWidget(shown, before_close_func=lambda widget: widget.close_source())
    shown.resize(400, 500)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


def colour(viewer: ExhibitViewer, y: int) -> QColor:
    return viewer.canvas.viewport().grab().toImage().pixelColor(200, y)


def test_a_long_screenshot_shows_its_end_sharply(
    viewer: ExhibitViewer, session: Session, add: Add, tmp_path: Path, qtbot: QtBot
) -> None:
    picture = Image.new("RGB", (540, 12_000), "red")
    ImageDraw.Draw(picture).rectangle((0, 11_900, 540, 12_000), fill="blue")
    picture.save(tmp_path / "long.png")
    viewer.show_exhibit(session, add(tmp_path / "long.png"))
    qtbot.waitUntil(lambda: colour(viewer, 100).green() < 20, timeout=15_000)
    viewer.canvas.verticalScrollBar().setValue(viewer.canvas.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: colour(viewer, viewer.canvas.viewport().height() - 20).red() < 20, timeout=15_000)


def test_pages_of_a_pdf_are_drawn_each_in_its_size(
    viewer: ExhibitViewer, session: Session, add: Add, tmp_path: Path, qtbot: QtBot
) -> None:
    pages = [Image.new("RGB", (300, 400), "red"), Image.new("RGB", (400, 300), "lime")]
    pages[0].save(tmp_path / "contract.pdf", save_all=True, append_images=pages[1:])
    viewer.show_exhibit(session, add(tmp_path / "contract.pdf"))
    assert viewer.page_count == 2
    qtbot.waitUntil(lambda: colour(viewer, 200).green() < 20, timeout=15_000)
    viewer.turn(1)
    qtbot.waitUntil(lambda: colour(viewer, 200).red() < 20, timeout=15_000)
    assert colour(viewer, 200).green() > 240


def test_a_damaged_file_says_why_it_is_not_shown(
    viewer: ExhibitViewer, session: Session, add: Add, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 100)
    viewer.show_exhibit(session, add(tmp_path / "broken.png"))
    card = viewer._stack.currentWidget()  # noqa: SLF001
    assert card is not None
    assert "kept exactly as it is" in card.accessibleName()
