from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QPixmap
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import Direction, EventKind, EventStatus, Outcome, TimelineEntry
from evidence_app.domain.times import Precision, TimeSource
from evidence_app.phrases import Language
from ui.i18n import language
from ui.timeline.card import CardLayout, Why, lay_out, wrapped
from ui.timeline.geometry import Geometry
from ui.timeline.measures import Metrics, metrics
from ui.timeline.model import Role, TimelineModel
from ui.timeline.outline import outlined
from ui.timeline.rendered import RenderedCards
from ui.timeline.view import TimelineView
from ui.tokens import Appearance, Density, font, theme

START = datetime(2025, 2, 22, 8, 15, 3, tzinfo=ZoneInfo("Asia/Shanghai"))


def entry(number: int, **facts: object) -> TimelineEntry:
    known: dict[str, object] = {
        "event_id": f"e{number}",
        "kind": EventKind.CALL,
        "at": START + timedelta(hours=5 * number),
        "precision": Precision.MINUTE,
        "time_source": TimeSource.TYPED,
        "offset_stated": True,
        "open_conflict": number % 2 == 0,
        "direction": Direction.MISSED,
        "party": "<b>速融宝</b>",
        "agent_id": "80231",
        "text": "您的借款已逾期 😀 " * (number % 9),
        "amount": None,
        "currency": "CNY",
        "duration_s": 161,
        "outcome": Outcome.NONE,
        "promise": "3个工作日内答复" if number % 3 else "",
        "status": EventStatus.SUGGESTED,
        "exhibit_id": "x",
        "exhibit_number": number,
        "sha256": f"{number:064x}",
        "media_kind": "image",
    }
    return TimelineEntry(**(known | facts))  # type: ignore[arg-type]


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[TimelineView]:
    language.choose(Language.EN)
    shown = TimelineView()
    model = TimelineModel(shown)
    model.replace(outlined([entry(number) for number in range(200)]))
    shown.setModel(model)
    qtbot.addWidget(shown)
    shown.resize(660, 600)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.set_thumbnail_source(None)


def model_of(view: TimelineView) -> TimelineModel:
    model = view.timeline_model()
    assert model is not None
    return model


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(10, 60), st.integers(20, 200))
def test_places_and_rows_are_each_others_inverse(sizes: list[int], header: int, card: int) -> None:
    headers, rows = [], 0
    for size in sizes:
        headers.append(rows)
        rows += 1 + size
    geometry = Geometry(headers, rows, header_height=header, card_height=card)
    y = 0
    for row in range(rows):
        height = header if row in headers else card
        assert (geometry.top(row), geometry.height(row)) == (y, height)
        assert geometry.row_at(y) == geometry.row_at(y + height - 1) == row
        y += height
    assert geometry.total == y
    assert geometry.row_at(y) == geometry.row_at(-1) == -1


def test_what_is_drawn_at_a_point_is_found_there(view: TimelineView) -> None:
    view.verticalScrollBar().setValue(3333)
    for row in view.visible_rows():
        index = model_of(view).index(row)
        rect = view.visualRect(index)
        assert view.indexAt(QPoint(50, max(rect.top(), 0))) == index
        assert view.indexAt(QPoint(50, rect.bottom())) == index


def test_arrows_pass_over_day_headers_and_reach_every_event(view: TimelineView, qtbot: QtBot) -> None:
    view.select_event("e0")
    for number in range(1, 30):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.current_event() == f"e{number}"
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_event() == "e28"


def test_home_end_and_pages_move_and_show_the_current_event(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_event() == "e199"
    assert view.viewport().rect().contains(view.visualRect(view.currentIndex()))
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert "e190" < view.current_event() < "e199"
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_event() == "e0"
    assert view.verticalScrollBar().value() == 0
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current_event() in {"e3", "e4", "e5"}


@pytest.mark.parametrize(
    ("key", "signal", "arguments"),
    [
        (Qt.Key.Key_Return, "event_activated", ["e3"]),
        (Qt.Key.Key_Space, "large_view_requested", ["e3"]),
        (Qt.Key.Key_Slash, "search_requested", []),
        (Qt.Key.Key_N, "note_requested", []),
        (Qt.Key.Key_C, "call_requested", []),
        (Qt.Key.Key_Delete, "remove_requested", [["e3"]]),
    ],
)
def test_keys_ask_the_window_to_act(
    view: TimelineView, qtbot: QtBot, key: Qt.Key, signal: str, arguments: list[object]
) -> None:
    view.select_event("e3")
    with qtbot.waitSignal(getattr(view, signal)) as caught:
        qtbot.keyClick(view, key)
    assert caught.args == arguments


def test_shift_selects_a_stretch_across_days(view: TimelineView, qtbot: QtBot) -> None:
    view.select_event("e2")
    for _ in range(6):
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_events() == [f"e{number}" for number in range(2, 9)]


def test_a_click_selects_the_card_under_the_pointer(view: TimelineView, qtbot: QtBot) -> None:
    target = view.visualRect(model_of(view).index_of("e2")).center()
    with qtbot.waitSignal(view.event_selected) as caught:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=target)
    assert caught.args == ["e2"]


def test_events_that_come_in_above_do_not_move_what_is_read(view: TimelineView, qtbot: QtBot) -> None:
    view.select_event("e100")
    view.scrollTo(view.currentIndex(), TimelineView.ScrollHint.PositionAtCenter)
    before = view.visualRect(view.currentIndex())
    more = [entry(number, event_id=f"new{number}", at=START + timedelta(minutes=7 * number)) for number in range(50)]
    model_of(view).replace(outlined(sorted([*more, *map(entry, range(200))], key=lambda one: one.at or START)))
    view.executeDelayedItemsLayout()
    assert view.current_event() == "e100"
    assert view.visualRect(view.currentIndex()) == before


def test_selection_survives_a_reset(view: TimelineView) -> None:
    view.select_event("e150")
    model_of(view).replace(outlined([entry(number) for number in range(199, -1, -1)]))
    model_of(view).beginResetModel()
    model_of(view).endResetModel()
    assert view.current_event() == "e150"
    assert view.selected_events() == ["e150"]


def test_another_density_keeps_the_event_at_the_top(view: TimelineView) -> None:
    view.verticalScrollBar().setValue(5000)
    top = view.visible_rows().start
    view.set_density(Density.COMPACT)
    view.executeDelayedItemsLayout()
    assert abs(view.visible_rows().start - top) <= 1


def test_screen_readers_find_a_list_of_named_items(view: TimelineView) -> None:
    spoken = QAccessible.queryAccessibleInterface(view)
    assert spoken is not None
    assert spoken.role() == QAccessible.Role.List
    item = spoken.child(1)
    assert item is not None
    assert "Missed call" in item.text(QAccessible.Text.Name)


def test_drops_are_left_to_the_window(view: TimelineView) -> None:
    assert not view.acceptDrops()
    assert not view.viewport().acceptDrops()


def test_every_kind_of_card_is_drawn_in_both_densities_and_at_any_width(view: TimelineView, qtbot: QtBot) -> None:
    model_of(view).replace(
        outlined(
            [
                entry(number, kind=kind, precision=precision, time_source=source, media_kind=media)
                for number, (kind, precision, source, media) in enumerate(
                    (kind, precision, source, media)
                    for kind in EventKind
                    for precision in Precision
                    for source in (TimeSource.SCREEN, TimeSource.MODIFIED, None)
                    for media in ("image", "audio", "")
                )
            ]
        )
    )
    for density in Density:
        view.set_density(density)
        for width in (180, 320, 660, 1900):
            view.resize(width, 500)
            for place in range(0, view.verticalScrollBar().maximum(), 4000):
                view.verticalScrollBar().setValue(place)
                view.grab()


def test_a_text_is_cut_to_its_lines_and_marked_as_cut(qtbot: QtBot) -> None:
    lines = wrapped("您的借款已逾期😀请于今日还款" * 30, font("body"), 300, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert lines[0].count("😀") >= 1


def test_a_word_that_the_end_of_a_line_breaks_is_marked_in_both(qtbot: QtBot) -> None:
    measures, text = metrics(Density.COMFORTABLE), "".join(map(chr, range(0x4E00, 0x4E60)))
    event = entry(8, text=text, promise="")
    first, second = (each for each in lay_out(event, 660, measures).texts if each.static.text()[0] in text)
    end = len(first.static.text())
    layout = lay_out(event, 660, measures, Why((text[end - 2 : end + 2],)))
    marked = [(round(box.left()), round(box.top())) for box in layout.found]
    assert any(top == round(first.at.y()) and left > first.at.x() + 100 for left, top in marked)
    assert any(top == round(second.at.y()) and abs(left - second.at.x()) <= 2 for left, top in marked)


def test_what_two_cards_say_is_prepared_once_and_anew_in_other_measures(qtbot: QtBot) -> None:
    measures = metrics(Density.COMFORTABLE)
    first, again = lay_out(entry(8), 660, measures), lay_out(entry(8), 500, measures)
    assert first.texts[0].static is again.texts[0].static
    anew = lay_out(entry(8), 660, metrics(Density.COMFORTABLE))
    assert anew.texts[0].static is not first.texts[0].static
    assert [text.static.text() for text in anew.texts] == [text.static.text() for text in first.texts]


def test_a_card_says_in_words_that_nobody_has_confirmed_it(qtbot: QtBot) -> None:
    measures = metrics(Density.COMFORTABLE)
    read = lay_out(entry(8), 660, measures)
    assert "not confirmed" in [each.static.text() for each in read.texts]
    assert read.unconfirmed is not None
    typed = lay_out(entry(8, status=EventStatus.ACCEPTED), 660, measures)
    assert "not confirmed" not in [each.static.text() for each in typed.texts]
    assert typed.unconfirmed is None


def test_the_spark_explains_itself_under_the_pointer(view: TimelineView, qtbot: QtBot) -> None:
    index = view.model().index(1, 0)
    place = view.cards.layout_of(index.data(Role.ENTRY), view.viewport().width()).unconfirmed
    assert place is not None
    at = place.center().toPoint() + view.visualRect(index).topLeft()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    view.cards.helpEvent(event, view, QStyleOptionViewItem(), index)
    qtbot.waitUntil(lambda: QToolTip.text().startswith("read by machine, not confirmed"))


def test_texts_stay_inside_their_card_and_free_of_the_thumbnail(qtbot: QtBot) -> None:
    assert_inside(lay_out(entry(8), 660, metrics(Density.COMFORTABLE)), metrics(Density.COMFORTABLE))


@pytest.mark.parametrize(
    ("why", "seen"), [(Why(), "Promised"), (Why(("核实",)), "核实"), (Why(line_read="另一行"), "另一行")]
)
def test_a_low_card_has_one_line_of_what_matters_most(qtbot: QtBot, why: Why, seen: str) -> None:
    """The promise; what was searched for, where that is in the text."""
    low = metrics(Density.COMFORTABLE, low=True)
    layout = lay_out(entry(8, text="已登记，请等待核实", promise="三天内答复"), 660, low, why)
    assert_inside(layout, low)
    below = [each.static.text() for each in layout.texts if each.at.y() > low.chip_height]
    assert seen in "".join(below)
    assert len({round(each.at.y() / low.line_height) for each in layout.texts}) == 2


def assert_inside(layout: CardLayout, measures: Metrics) -> None:
    assert layout.thumb is not None
    for text in layout.texts:
        assert text.at.x() + text.static.size().width() <= layout.thumb.left()
        assert text.at.y() + text.static.size().height() <= measures.card_height + 2


def test_language_and_theme_change_at_run_time(view: TimelineView, qtbot: QtBot) -> None:
    language.choose(Language.ZH_HANT)
    assert "星期六" in model_of(view).index(0).data()
    theme.changed.emit()
    view.grab()
    language.choose(Language.EN)


def test_an_event_that_moves_stays_current_and_is_not_announced_again(view: TimelineView) -> None:
    view.select_event("e150")
    announced: list[str] = []
    view.event_selected.connect(announced.append)
    moved = entry(150, at=START - timedelta(days=1))
    model_of(view).replace(outlined([moved, *(entry(number) for number in range(200) if number != 150)]))
    assert view.current_event() == "e150"
    assert view.selected_events() == ["e150"]
    assert announced == []


def test_another_dispute_starts_at_its_top_with_nothing_selected(view: TimelineView) -> None:
    view.select_event("e150")
    announced: list[str] = []
    view.event_selected.connect(announced.append)
    model_of(view).replace(outlined([entry(number, event_id=f"other{number}") for number in range(300)]))
    view.executeDelayedItemsLayout()
    assert announced == [""] or view.current_event() == announced[-1]
    assert view.selected_events() == []
    assert view.verticalScrollBar().value() == 0


def test_after_a_removal_the_next_event_is_selected(view: TimelineView) -> None:
    view.select_event("e150")
    model_of(view).replace(outlined([entry(number) for number in range(200) if number != 150]))
    assert view.selected_events() == [view.current_event()]
    assert view.current_event() in {"e149", "e151"}


# Cards drawn before


def rendered(view: TimelineView, number: int) -> bool:
    return (
        view.cards.rendered.find(shown_entry(view, number), view.viewport().width(), view.devicePixelRatioF())
        is not None
    )


def shown_entry(view: TimelineView, number: int) -> TimelineEntry:
    model = model_of(view)
    found = model.entry_at(model.row_of(f"e{number}"))
    assert found is not None
    return found


def test_the_next_cards_are_drawn_before_they_are_seen(qtbot: QtBot, view: TimelineView) -> None:
    model = model_of(view)
    after = next(row for row in range(view.visible_rows().stop, 100) if model.entry_at(row) is not None)
    beyond = model.entry_at(after)
    assert beyond is not None
    qtbot.waitUntil(lambda: rendered(view, int(beyond.event_id[1:])))


def test_a_card_copied_from_before_looks_like_one_drawn_now(qtbot: QtBot, view: TimelineView) -> None:
    qtbot.waitUntil(lambda: rendered(view, 1))
    copied = view.viewport().grab().toImage()
    view.cards.rendered.clear()
    assert view.viewport().grab().toImage() == copied


def test_a_card_whose_event_changed_is_drawn_anew(qtbot: QtBot, view: TimelineView) -> None:
    qtbot.waitUntil(lambda: rendered(view, 1))
    before = view.viewport().grab().toImage()
    model_of(view).replace(outlined([entry(number, text="changed" if number == 1 else "") for number in range(200)]))
    assert view.viewport().grab().toImage() != before


def test_a_selected_card_looks_different(qtbot: QtBot, view: TimelineView) -> None:
    qtbot.waitUntil(lambda: rendered(view, 1))
    plain = view.viewport().grab().toImage()
    view.select_event("e1")
    assert view.viewport().grab().toImage() != plain


def test_other_colours_draw_all_cards_anew(qtbot: QtBot, view: TimelineView) -> None:
    qtbot.waitUntil(lambda: rendered(view, 1))
    before = view.viewport().grab().toImage()
    try:
        theme.choose(Appearance.DARK)
        assert view.viewport().grab().toImage() != before
    finally:
        theme.choose(Appearance.LIGHT)


def test_kept_cards_never_take_more_than_their_bound(qtbot: QtBot) -> None:
    kept = RenderedCards(most_bytes=10 * 20 * 10 * 4)
    for number in range(50):
        kept.keep(entry(number), 20, 1.0, QPixmap(20, 10))
        kept.keep(entry(number), 20, 1.0, QPixmap(20, 10))
    assert kept.kept_bytes == 10 * 20 * 10 * 4
    assert kept.find(entry(49), 20, 1.0) is not None
    assert kept.find(entry(49), 21, 1.0) is None
    assert kept.find(entry(0), 20, 1.0) is None
