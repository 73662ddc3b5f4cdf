"""The evidence page: a grid of exhibits, their needs, and the keyboard in it."""

from pathlib import Path
from time import thread_time

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from evidence_app.actions.edit import edit_exhibit
from evidence_app.domain.exhibits import MediaKind
from evidence_app.errors import EnvironmentProblem
from tests.ui.acting import PATIENCE_MS, add
from ui.evidence.cards import Card, Need, Order, found, ordered
from ui.evidence.model import EvidenceModel
from ui.evidence.page import EvidencePage
from ui.subjects import Subject
from ui.tabs import PageKey
from ui.workbench import Workbench


def card(number: int, label: str = "a", *needs: Need, kind: MediaKind = MediaKind.IMAGE) -> Card:
    return Card(f"x{number}", number, label, "", f"{number:064x}", kind, None, frozenset(needs), label.casefold())


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    """Two screenshots with times in their names, and one file that cannot be read."""
    paths = [tmp_path / f"Screenshot_2025022{day}_081503_com.tencent.mm.png" for day in (2, 3)]
    for shade, path in enumerate(paths):
        Image.new("RGB", (120, 260), f"#dcee{shade}c").save(path)
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    return [*paths, broken]


@pytest.fixture
def page(qtbot: QtBot, bench: Workbench, three: list[Path]) -> EvidencePage:
    """The page beside a window that has three exhibits."""
    add(qtbot, bench, *three)
    made = EvidencePage(bench.desk)
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitUntil(lambda: made.model.count == 3, timeout=PATIENCE_MS)
    return made


def test_every_exhibit_is_a_cell_with_what_it_still_wants(page: EvidencePage) -> None:
    needs = [card.needs for card in page.model.cards()]
    assert needs[0] == {Need.UNDESCRIBED}
    assert Need.UNREAD in needs[2]
    assert page.bar.words.text() == "0 of 3 described"


def test_describing_an_exhibit_moves_the_progress(qtbot: QtBot, bench: Workbench, page: EvidencePage) -> None:
    session = bench.desk.session
    assert session is not None
    edit_exhibit(session, page.model.cards()[0].exhibit_id, {"proves": "the money came"})
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: page.model.described_count == 1, timeout=PATIENCE_MS)
    assert page.bar.words.text() == "1 of 3 described"
    page.bar.needy.click()
    assert page.model.rowCount() == 2


def test_going_to_a_cell_chooses_its_entry(qtbot: QtBot, page: EvidencePage) -> None:
    wanted = page.model.cards()[1]
    with qtbot.waitSignal(page.event_selected) as told:
        page.grid.go_to(wanted.exhibit_id)
    assert told.args == [wanted.event_id]
    assert page.selected_events() == [wanted.event_id]


def test_keys_open_edit_remove_and_walk(qtbot: QtBot, page: EvidencePage) -> None:
    page.grid.go_to(page.model.cards()[0].exhibit_id)
    for key, signal in (
        (Qt.Key.Key_Space, page.large_wanted),
        (Qt.Key.Key_Return, page.edit_wanted),
        (Qt.Key.Key_Delete, page.remove_wanted),
        (Qt.Key.Key_Slash, page.search_wanted),
    ):
        with qtbot.waitSignal(signal):
            qtbot.keyClick(page.grid, key)
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.current_id() == page.model.cards()[1].exhibit_id


def test_an_entry_chosen_elsewhere_is_chosen_here(qtbot: QtBot, bench: Workbench, page: EvidencePage) -> None:
    wanted = page.model.cards()[1]
    bench.desk.select_event(wanted.event_id)
    qtbot.waitUntil(lambda: page.grid.current_id() == wanted.exhibit_id, timeout=PATIENCE_MS)


def test_what_is_selected_stays_selected_when_the_order_changes(page: EvidencePage) -> None:
    chosen = page.model.cards()[2]
    page.grid.go_to(chosen.exhibit_id)
    page.bar.order.set_member(Order.TITLE)
    page.bar.order_chosen.emit(Order.TITLE)
    assert page.model.cards()[0].exhibit_id == chosen.exhibit_id
    assert page.grid.selected_ids() == [chosen.exhibit_id]
    assert page.grid.current_id() == chosen.exhibit_id


def test_a_search_without_hits_says_so_and_can_be_cleared(qtbot: QtBot, page: EvidencePage) -> None:
    page.search("nowhere")
    qtbot.waitUntil(lambda: page.stack.currentWidget() is page.nothing, timeout=PATIENCE_MS)
    with qtbot.waitSignal(page.clear_search_wanted):
        page.nothing.button.click()
    page.search("broken")
    qtbot.waitUntil(lambda: [card.label for card in page.model.cards()] == ["broken.png"], timeout=PATIENCE_MS)


def test_a_closed_vault_leaves_nothing_in_the_grid(qtbot: QtBot, bench: Workbench, page: EvidencePage) -> None:
    bench.desk.let_go(lambda _: None)
    qtbot.waitUntil(lambda: page.model.count == 0, timeout=PATIENCE_MS)
    assert page.grid.thumbnails is None


def test_the_model_keeps_qt_s_rules_while_it_changes(qapp: object) -> None:
    model = EvidenceModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.replace([card(1), card(2)])
    model.replace([card(1), card(2), card(3, "b", Need.UNREAD)])
    model.show_only_needy(True)
    model.search("b")
    model.arrange(Order.KIND)
    model.replace([])


def test_orders_put_equal_ones_by_number_and_the_timeless_last() -> None:
    cards = [card(2, "b", kind=MediaKind.PDF), card(1, "b"), card(3, "a")]
    assert [c.number for c in ordered(cards, Order.NUMBER)] == [1, 2, 3]
    assert [c.number for c in ordered(cards, Order.TITLE)] == [3, 1, 2]
    assert [c.number for c in ordered(cards, Order.KIND)] == [1, 3, 2]


def test_a_search_wants_every_word_and_knows_the_number() -> None:
    assert found(card(12, "Loan contract"), "contract LOAN")
    assert found(card(12, "Loan contract"), "12")
    assert not found(card(12, "Loan contract"), "loan receipt")


def test_ten_thousand_exhibits_are_sorted_and_searched_within_a_moment(qtbot: QtBot, bench: Workbench) -> None:
    page = EvidencePage(bench.desk)
    qtbot.addWidget(page)
    page.resize(1200, 900)
    page.show()
    page.model.replace([card(number, f"picture {number}") for number in range(1, 10_001)])
    page.grid.go_to("x5000")
    began = thread_time()  # what it costs: a wait for other programs is none
    page.model.search("999")
    page.model.search("")
    page.grid.go_to("x9999")
    assert thread_time() - began < 1.0


def test_after_a_removal_the_one_in_its_place_is_chosen(qtbot: QtBot, bench: Workbench, page: EvidencePage) -> None:
    gone, following = page.model.cards()[:2]
    page.grid.go_to(gone.exhibit_id)
    bench.desk.edits.set_aside(Subject.EXHIBIT, [gone.exhibit_id], "a duplicate")
    qtbot.waitUntil(lambda: page.model.count == 2, timeout=PATIENCE_MS)
    assert page.grid.selected_ids() == [following.exhibit_id]


def test_a_reading_that_failed_is_tried_again(qtbot: QtBot, bench: Workbench, page: EvidencePage) -> None:
    page.model.replace([])
    page._reading = True  # noqa: SLF001 - as after a reading that never came back
    bench.desk.failed.disconnect(bench.report)
    bench.desk.failed.emit(EnvironmentProblem("disk-unreadable", path="x"))
    bench.desk.reload_timeline()
    qtbot.waitUntil(lambda: page.model.count == 3, timeout=PATIENCE_MS)


def test_tab_goes_round_the_whole_window_from_the_grid(qtbot: QtBot, bench: Workbench, screenshot: Path) -> None:
    add(qtbot, bench, screenshot)
    bench.show_page(PageKey.EVIDENCE)
    page = bench.further.evidence
    assert page is not None
    qtbot.waitUntil(lambda: page.model.count == 1, timeout=PATIENCE_MS)
    page.grid.setFocus()
    chain, widget = set(), page.grid.nextInFocusChain()
    while widget is not page.grid and widget not in chain:
        chain.add(widget)
        widget = widget.nextInFocusChain()
    assert {bench.header.search, bench.sidebar.list, page.bar.order} <= chain
    assert page.focusProxy() is None  # with one, Tab would go back to the grid before it has come to the header


def test_a_click_on_what_a_card_asks_for_begins_to_answer_it(qtbot: QtBot, bench: Workbench, three: list[Path]) -> None:
    add(qtbot, bench, *three)
    bench.show_page(PageKey.EVIDENCE)
    page = bench.further.evidence
    assert page is not None
    qtbot.waitUntil(lambda: page.model.count == 3, timeout=PATIENCE_MS)
    index = page.model.index(1)
    place = page.grid.cells.proof_rect(page.grid.visualRect(index)).center()
    qtbot.mouseClick(page.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert bench.inspector is not None
    proves = bench.inspector.facts.claim.fields["proves"].widget
    qtbot.waitUntil(lambda: bench.focusWidget() is proves, timeout=PATIENCE_MS)
    assert bench.desk.detail is not None
    assert bench.desk.detail.exhibits[0].number == 2
