"""Beside a call stands its recording, beside a recording its call, and how far the two agree."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from evidence_app.actions.import_exports import ALL_THAT_WAITS, import_waiting
from evidence_app.domain.events import EventKind
from evidence_app.progress import Silent
from tests.fakes.made_recordings import write_steps
from tests.ui.acting import PATIENCE_MS, add
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists

CALLS = """<?xml version='1.0' encoding='UTF-8' ?>
<calls count="1">
<call number="95188" duration="6" date="1740209400000" type="2" contact_name="(Unknown)" />
</calls>"""


def test_a_recording_leads_to_its_call_and_is_added_to_it_with_a_way_back(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    log = tmp_path / "calls.xml"
    log.write_text(CALLS)
    add(qtbot, bench, log, write_steps(tmp_path / "95188_20250222153008.wav", 6))
    desk, session = bench.desk, bench.desk.session
    assert session is not None
    assert bench.inspector is not None
    import_waiting(session, desk.dispute_id, ALL_THAT_WAITS, Silent(), lambda report: None)
    desk.reload_timeline()
    qtbot.waitUntil(lambda: any(each.kind is EventKind.CALL for each in desk.entries), timeout=PATIENCE_MS)
    call = next(each for each in desk.entries if each.kind is EventKind.CALL)
    document = next(each for each in desk.entries if each.media_kind == "audio")
    panel = bench.inspector.facts.calls
    desk.select_event(document.event_id)
    qtbot.waitUntil(lambda: len(panel.rows) == 1, timeout=PATIENCE_MS)
    assert (
        panel.rows[0].words.text().startswith("Recording of the call of 2025-02-22 15:30: time agrees, number agrees")
    )
    assert bench.inspector.facts.calls_section.isVisibleTo(bench.inspector.facts)
    qtbot.mouseClick(panel.rows[0].link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "added to the call by a person" in panel.rows[0].words.text(), timeout=PATIENCE_MS)
    assert panel.rows[0].link.isHidden()
    qtbot.mouseClick(panel.rows[0].show_other, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.event_id == call.event_id, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: panel.rows[0].words.text().startswith("Recording: exhibit 2:"), timeout=PATIENCE_MS)
    desk.edits.undo()
    qtbot.waitUntil(lambda: "confirmed by nobody" in panel.rows[0].words.text(), timeout=PATIENCE_MS)
