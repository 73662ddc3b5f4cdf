"""Beside the text of a picture stands what joins it to others of its chat, and where there is a gap."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evidence_app.domain.machine_text import MachineText
from evidence_app.domain.suggestions import Findings, PageKind
from tests.fakes.machine_read import LINE, message
from tests.ui.acting import PATIENCE_MS, add
from ui.workbench import Workbench

pytestmark = pytest.mark.usefixtures("inspector_soon")  # entries are chosen past the lists


def keep(bench: Workbench, exhibit_id: str, first: int, last: int, joined: dict[int, str]) -> tuple[str, ...]:
    """Keep messages of one chat as read off an exhibit; return the ids of their events."""
    session = bench.desk.session
    assert session is not None
    events = tuple(message(f"第{index}条消息", 100 * index, index) for index in range(first, last))
    text = MachineText(exhibit_id, "stand-in 1", (LINE,), 1, session.now())
    with session.vault.change() as tx:
        tx.keep_reading(text, Findings(PageKind.CHAT, "客服", events), joined=joined)
    with session.vault.read() as catalog:
        kept = catalog.findings(exhibit_id)
    assert kept is not None
    return kept.event_ids


def test_the_inspector_says_what_joins_a_picture_and_where_there_is_a_gap(
    qtbot: QtBot, bench: Workbench, tmp_path: Path
) -> None:
    paths = [tmp_path / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png" for number in range(3)]
    for number, path in enumerate(paths):
        Image.new("RGB", (120, 260), (40 * number, 90, 90)).save(path)
    add(qtbot, bench, *paths)
    documents = {entry.exhibit_number: entry for entry in bench.desk.entries}
    first = keep(bench, documents[1].exhibit_id, 0, 3, {})
    keep(bench, documents[2].exhibit_id, 2, 5, {0: first[2]})
    keep(bench, documents[3].exhibit_id, 7, 9, {})
    assert bench.inspector is not None
    joins = bench.inspector.facts.text.joins
    bench.desk.select_event(documents[2].event_id)
    qtbot.waitUntil(lambda: joins.text().count("\n") == 1, timeout=PATIENCE_MS)
    assert joins.text() == (
        "Overlaps exhibit 1; entries on both: 1.\n"
        "Nothing joins it to exhibit 3, which comes after it, although the conversation goes on within the hour: "
        "something may be missing."
    )
    assert not joins.isHidden()
    bench.desk.select_event(documents[3].event_id)
    qtbot.waitUntil(lambda: joins.text().startswith("Nothing joins it to exhibit 2"), timeout=PATIENCE_MS)
