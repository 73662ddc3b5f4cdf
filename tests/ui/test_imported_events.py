"""Beside an imported event the inspector says where in its export the record stands."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from evidence_app.actions.import_exports import import_export
from evidence_app.domain.events import EventKind
from tests.ui.acting import PATIENCE_MS, add
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists

CALLS = """<?xml version='1.0' encoding='UTF-8' ?>
<calls>
<call number="95555" duration="61" date="1738368000000" type="2" contact_name="(Unknown)" />
<call number="10690001" duration="12" date="1738371600000" type="1" contact_name="(Unknown)" />
</calls>
"""


def test_the_inspector_says_where_an_imported_record_stands(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> None:
    path = tmp_path / "calls.xml"
    path.write_text(CALLS, "utf-8")
    add(qtbot, bench, path)
    session = bench.desk.session
    assert session is not None
    (export,) = {entry.exhibit_id for entry in bench.desk.entries if entry.kind is EventKind.DOCUMENT}
    import_export(session, export)
    bench.desk.reload_all()
    qtbot.waitUntil(lambda: len(bench.desk.entries) == 3, timeout=PATIENCE_MS)
    calls = [entry for entry in bench.desk.entries if entry.kind is EventKind.CALL]
    bench.desk.select_event(calls[1].event_id)
    assert bench.inspector is not None
    kind = bench.inspector.facts.kind
    qtbot.waitUntil(lambda: kind.text() == "Call · Exhibit 1 · entry 2", timeout=PATIENCE_MS)
