"""A timestamp made elsewhere is kept beside its exhibit once it was checked, and refused if it is over another."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from evidence_app.actions.authorities import add_authority
from evidence_app.proof.asking import ask
from tests.fakes.authorities import LocalAuthority
from tests.ui.acting import PATIENCE_MS, add
from ui.controls import PlainLabel
from ui.inspector.inspector import Inspector
from ui.settings import Settings
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists


@pytest.fixture
def local(tmp_path: Path) -> Iterator[LocalAuthority]:
    """An authority on loopback that answers."""
    with LocalAuthority(tmp_path, "stamps") as authority:
        yield authority


def token(local: LocalAuthority, data: bytes, place: Path) -> Path:
    """A file with a token over some bytes, as a timestamp service hands it out."""
    place.write_bytes(ask(local.authority, hashlib.sha256(data).digest()).response)
    return place


def opened(qtbot: QtBot, bench: Workbench, screenshot: Path) -> Inspector:
    """The inspector over a screenshot, its timestamps unfolded."""
    qtbot.waitUntil(lambda: bench.inspector is not None, timeout=PATIENCE_MS)
    add(qtbot, bench, screenshot)
    inspector = bench.inspector
    assert inspector is not None
    qtbot.waitUntil(lambda: inspector.facts.exhibit is not None, timeout=PATIENCE_MS)
    inspector.facts.stamps_section.toggle()
    qtbot.waitUntil(lambda: bool(inspector.facts.stamps.lines), timeout=PATIENCE_MS)
    return inspector


def test_without_any_it_says_what_could_be_kept(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    panel = opened(qtbot, bench, screenshot).facts.stamps
    assert panel.lines[0].startswith("None.")


def test_a_token_over_the_original_is_kept_with_its_authority_and_time(
    qtbot: QtBot, bench: Workbench, screenshot: Path, settings: Settings, local: LocalAuthority, tmp_path: Path
) -> None:
    add_authority("Office next door", local.url, local.root_pem, settings.authorities_folder)
    panel = opened(qtbot, bench, screenshot).facts.stamps
    panel.attach_wanted.emit(token(local, screenshot.read_bytes(), tmp_path / "certificate.tsa"))
    qtbot.waitUntil(lambda: any("certificate.tsa" in line for line in panel.lines), timeout=PATIENCE_MS)
    assert any("by an authority that is known" in line for line in panel.lines)
    assert panel.problem.isHidden()


def test_a_token_of_nobody_known_is_kept_but_counts_for_nothing(
    qtbot: QtBot, bench: Workbench, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    panel = opened(qtbot, bench, screenshot).facts.stamps
    panel.attach_wanted.emit(token(local, screenshot.read_bytes(), tmp_path / "certificate.tsr"))
    qtbot.waitUntil(lambda: any("certificate.tsr" in line for line in panel.lines), timeout=PATIENCE_MS)
    assert any("counts for nothing yet" in line for line in panel.lines)


def test_a_token_over_other_bytes_is_refused_where_it_was_wanted(
    qtbot: QtBot, bench: Workbench, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    panel = opened(qtbot, bench, screenshot).facts.stamps
    panel.attach_wanted.emit(token(local, b"another file", tmp_path / "certificate.tsa"))
    qtbot.waitUntil(lambda: not panel.problem.isHidden(), timeout=PATIENCE_MS)
    assert panel.problem.text()
    assert panel.lines[0].startswith("None.")


def test_what_is_no_token_is_refused(qtbot: QtBot, bench: Workbench, screenshot: Path, tmp_path: Path) -> None:
    panel = opened(qtbot, bench, screenshot).facts.stamps
    panel.attach_wanted.emit(screenshot)
    qtbot.waitUntil(lambda: not panel.problem.isHidden(), timeout=PATIENCE_MS)


def test_why_a_token_was_refused_is_not_said_beside_another_exhibit(
    qtbot: QtBot, bench: Workbench, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    inspector = opened(qtbot, bench, screenshot)
    with qtbot.waitSignal(bench.desk.failed, timeout=PATIENCE_MS):
        inspector.facts.stamps.attach_wanted.emit(token(local, b"another file", tmp_path / "certificate.tsa"))
        inspector.stamping.load(None)
    assert inspector.facts.stamps.problem.isHidden()
    box = QApplication.activeModalWidget()
    assert box is not None
    box.close()


def test_a_token_that_was_kept_is_told_in_the_history_that_is_open(
    qtbot: QtBot, bench: Workbench, screenshot: Path, local: LocalAuthority, tmp_path: Path
) -> None:
    inspector = opened(qtbot, bench, screenshot)
    inspector.facts.history_section.toggle()
    with qtbot.waitSignal(bench.desk.detail_changed, timeout=PATIENCE_MS):
        inspector.facts.stamps.attach_wanted.emit(token(local, screenshot.read_bytes(), tmp_path / "certificate.tsa"))
    qtbot.waitUntil(
        lambda: any("certificate.tsa" in label.text() for label in inspector.facts.history.findChildren(PlainLabel)),
        timeout=PATIENCE_MS,
    )
