"""A title that somebody corrects on one picture is offered to the other entries of its conversation."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evidence_app.actions import read_exhibits
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.suggestions import Findings
from tests.fakes.readings import chat, keep
from tests.ui.acting import PATIENCE_MS, add
from ui.workbench import Workbench

MISREAD, RIGHT = "速融室客服", "速融宝客服"


def called(exhibit: Exhibit, name: str) -> Findings:
    made = chat(exhibit)
    events = tuple(replace(each, facts=replace(each.facts, party=name)) for each in made.events)
    return replace(made, party=name, events=events)


def test_the_other_entries_of_the_conversation_are_offered_the_corrected_name(
    qtbot: QtBot, bench: Workbench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png" for number in range(2)]
    for number, path in enumerate(paths):
        Image.new("RGB", (400, 700), (40 * number, 90, 90)).save(path)
    add(qtbot, bench, *paths)
    session = bench.desk.session
    assert session is not None
    exhibits = list_exhibits(session, bench.desk.dispute_id)
    for exhibit in exhibits:
        keep(session, exhibit, called(exhibit, MISREAD))
    monkeypatch.setattr(read_exhibits, "interpreted", lambda _catalog, exhibit, *_: called(exhibit, RIGHT))
    bench.desk.edits.correct_line(exhibits[0].id, 0, RIGHT)
    qtbot.waitUntil(lambda: bench.bar.link.text() == f"Change to “{RIGHT}”", timeout=PATIENCE_MS)
    assert bench.bar.words.text() == f"5 entries of the same conversation still say “{MISREAD}”."
    bench.bar.link.click()
    qtbot.waitUntil(lambda: MISREAD not in {entry.party for entry in bench.desk.entries}, timeout=PATIENCE_MS)
    bench.taking_back.undo()
    qtbot.waitUntil(lambda: MISREAD in {entry.party for entry in bench.desk.entries}, timeout=PATIENCE_MS)
