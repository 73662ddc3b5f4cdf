"""Exhibits that look the same are told where exhibits are looked at, with the better one named, and one set aside."""

from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from evidence_app.actions.exhibits import list_exhibits
from evidence_app.domain.events import EventKind
from evidence_app.domain.machine_text import MachineText
from evidence_app.domain.suggestions import Findings
from evidence_app.reading.engine_name import ENGINE_NAME
from tests.ui.acting import PATIENCE_MS, add, sheet
from ui.evidence.cards import copy_words, sentence
from ui.evidence.page import EvidencePage
from ui.inspector.copies import CopyStrip
from ui.sheets.removal import Reason, RemovalSheet
from ui.tabs import PageKey
from ui.workbench import Workbench

LOOKS = ("f" * 64, "f" * 63 + "e", "0" * 64)


@pytest.fixture
def copied(qtbot: QtBot, bench: Workbench, tmp_path: Path) -> Workbench:
    """Three pictures, of which the second is the first one made smaller."""
    for number, size in enumerate(((200, 400), (100, 200), (200, 400))):
        path = tmp_path / f"Screenshot_20250222_08{number:02}03_com.tencent.mm.png"
        Image.new("RGB", size, (40 * number, 90, 90)).save(path)
    add(qtbot, bench, *sorted(tmp_path.glob("*.png")))
    session = bench.desk.session
    assert session is not None
    for exhibit, likeness in zip(list_exhibits(session, bench.desk.dispute_id), LOOKS, strict=True):
        with session.vault.change() as tx:
            text = MachineText(exhibit.id, ENGINE_NAME, (), 1, session.now())
            tx.keep_reading(text, Findings(), likeness=likeness)
    bench.desk.reload_timeline()
    return bench


def strip(bench: Workbench) -> CopyStrip:
    assert bench.inspector is not None
    return bench.inspector.facts.copies


def document(bench: Workbench, number: int) -> str:
    documents = (entry for entry in bench.desk.entries if entry.kind is EventKind.DOCUMENT)
    return next(entry.event_id for entry in documents if entry.exhibit_number == number)


def evidence(qtbot: QtBot, bench: Workbench) -> EvidencePage:
    bench.show_page(PageKey.EVIDENCE)
    page = bench.further.evidence
    assert page is not None
    qtbot.waitUntil(lambda: any(card.copy_of for card in page.model.cards()), timeout=PATIENCE_MS)
    return page


def test_the_lesser_one_of_two_says_of_which_it_may_be_a_copy(qtbot: QtBot, copied: Workbench) -> None:
    cards = evidence(qtbot, copied).model.cards()
    assert [copy_words(card) for card in cards] == ["", "maybe exhibit 1 again", ""]
    assert "maybe exhibit 1 again" in sentence(cards[1])


def test_the_inspector_names_the_better_one(qtbot: QtBot, copied: Workbench) -> None:
    copied.leading.go_to_event(document(copied, 2))
    lesser = "Maybe the same picture as exhibit 1, which is larger and shows more."
    qtbot.waitUntil(lambda: strip(copied).isVisible() and strip(copied).words.text() == lesser, timeout=PATIENCE_MS)
    copied.leading.go_to_event(document(copied, 1))
    better = "Maybe the same picture as exhibit 2; this one is larger and shows more."
    qtbot.waitUntil(lambda: strip(copied).words.text() == better, timeout=PATIENCE_MS)
    copied.leading.go_to_event(document(copied, 3))
    qtbot.waitUntil(strip(copied).isHidden, timeout=PATIENCE_MS)


@pytest.mark.parametrize("looked_at", [1, 2])
def test_the_lesser_one_is_set_aside_from_either(qtbot: QtBot, copied: Workbench, looked_at: int) -> None:
    copied.leading.go_to_event(document(copied, looked_at))
    qtbot.waitUntil(strip(copied).isVisible, timeout=PATIENCE_MS)
    assert strip(copied).remove.text() == "Remove exhibit 2…"
    strip(copied).remove.click()
    sheet(RemovalSheet).reasons[Reason.DUPLICATE].click()
    session = copied.desk.session
    assert session is not None
    qtbot.waitUntil(
        lambda: [each.number for each in list_exhibits(session, copied.desk.dispute_id)] == [1, 3], timeout=PATIENCE_MS
    )
    qtbot.waitUntil(strip(copied).isHidden, timeout=PATIENCE_MS)


def test_both_are_compared_beside_each_other(qtbot: QtBot, copied: Workbench) -> None:
    copied.leading.go_to_event(document(copied, 2))
    qtbot.waitUntil(strip(copied).isVisible, timeout=PATIENCE_MS)
    strip(copied).compare.click()
    inspector = copied.inspector
    assert inspector is not None
    qtbot.waitUntil(lambda: inspector.large is not None and inspector.large.pair is not None, timeout=PATIENCE_MS)
