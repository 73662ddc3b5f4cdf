"""The quiet row above the list: by what it is filtered, how much of it is shown, kept views, and the density."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from evidence_app.domain.events import EventKind
from evidence_app.domain.timeline import ALL_TIME
from ui.controls import Button, IconButton, PlainLabel
from ui.i18n import language
from ui.icons import icon
from ui.timeline import words
from ui.timeline.checklist import Checklist, Option
from ui.timeline.filter import SHOW_ALL, Facet, Footing, TimelineFilter
from ui.timeline.filter_words import facet_name, sign, value_name
from ui.timeline.flow import FlowRow
from ui.timeline.outline import NOTHING, Outline
from ui.tokens import SPACE_1, SPACE_2, SPACE_4, Density, scaled, theme

OPENING_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down})
SIGN_PX = 12
MOST_VIEW_CHIPS = 4
LONGEST_NAME = 16  # characters of a value on its chip


class SmallButton(Button):
    """A button with a small sign behind its word."""

    def __init__(self, look: str, icon_name: str) -> None:
        super().__init__(look=look, icon_name=icon_name)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def stand_out(self, restricting: bool) -> None:
        """Show that the list is restricted by this."""
        look = "filter-on" if restricting else "filter"
        if self.property("look") != look:
            self.set_look(look)

    def _dress(self) -> None:
        super()._dress()
        self.setIcon(icon(self._icon_name, size_px=scaled(SIGN_PX)))
        self.setIconSize(QSize(scaled(SIGN_PX) + SPACE_2, scaled(SIGN_PX)))


class Chip(SmallButton):
    """A button with a caret that opens a list; it stands out while it restricts something."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__("filter", "caret-down")
        self.clicked.connect(self.wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list."""
        if event.key() in OPENING_KEYS:
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(QWidget):
    """Shows a TimelineFilter. ``filter_wanted`` carries another one, ``density_wanted`` the other density."""

    filter_wanted = Signal(object)
    density_wanted = Signal(object)
    list_wanted = Signal()
    views_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = SHOW_ALL
        self._outline = NOTHING
        self._shown = 0
        self._pulling = False
        self._state_words = ("", "")
        self.open_list: Checklist | None = None
        self.chips = {facet: Chip() for facet in Facet}
        self.period = SmallButton("filter-on", "x")
        self.pictures = SmallButton("filter", "image")
        self.pictures.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.pictures.setCheckable(True)
        self.state = PlainLabel(role="caption", tone="muted")
        self.clear = Button(look="link")
        self.views = IconButton("bookmark-simple")
        self.density = IconButton("rows")
        self.view_chips = [SmallButton("filter", "bookmark-simple") for _ in range(MOST_VIEW_CHIPS)]
        self._views: list[tuple[str, TimelineFilter]] = []
        self.tail = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.clear.setText(self.tr("Clear"))
        self.clear.setAccessibleName(self.tr("Show everything again"))
        self.views.set_name(self.tr("Saved views"))
        compact = theme.density is Density.COMPACT
        self.density.set_name(self.tr("Show more of each entry") if compact else self.tr("Show more entries at once"))
        self.density.set_icon("rows" if compact else "list-dashes")
        self.show_views(self._views)

    # What the page tells

    def show_filter(self, wanted: TimelineFilter, outline: Outline, shown: int, *, pulling: bool = False) -> None:
        """Show by what a dispute's events are filtered, and that ``shown`` of them are left.

        While the brush is being pulled, no chip appears: it could push the days away under the pointer.
        """
        self._pulling = pulling
        self._filter, self._outline, self._shown = wanted, outline, shown
        self._show()

    def set_low(self, low: bool) -> None:
        """Leave more room to the list where the page is low."""
        above, below = (SPACE_1, SPACE_1 // 2) if low else (SPACE_2, SPACE_1)
        self._whole.setContentsMargins(SPACE_4, above, SPACE_4, below)

    def show_views(self, views: Sequence[tuple[str, TimelineFilter]]) -> None:
        """Offer saved views by name, the first few as chips of their own."""
        self._views = list(views[:MOST_VIEW_CHIPS])
        for chip, view in zip_longest(self.view_chips, self._views):
            chip.setVisible(view is not None)
            chip.setAccessibleName(self.tr("Saved views"))
            if view is not None:
                chip.setText(words.shortened(view[0], LONGEST_NAME).replace("&", "&&"))
                chip.setAccessibleName(self.tr("Saved view: %1").replace("%1", view[0]))
        self._show()

    def _toggle_view(self, place: int) -> None:
        """Apply a view; once more shows everything again."""
        wanted = self._views[place][1]
        self.filter_wanted.emit(SHOW_ALL if self._filter == wanted else wanted)

    def begin(self) -> None:
        """Put the focus on the first chip."""
        first = next((chip for chip in self.chips.values() if chip.isVisible()), self.views)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def options(self, facet: Facet) -> list[Option]:
        """Return what can be chosen of a facet, the usual order of kinds kept, else the most frequent first."""
        counts = self._outline.tally(facet, self._filter)
        for value in self._filter.chosen(facet):
            counts.setdefault(value, 0)
        fixed: list[str] = [*EventKind] if facet is Facet.KINDS else [*Footing] if facet is Facet.FOOTINGS else []
        place: Callable[[str], tuple[object, ...]] = (
            (lambda value: (fixed.index(value),))
            if fixed
            else (lambda value: (not value, -counts[value], value.casefold()))
        )
        return [
            Option(value, value_name(facet, value), counts[value], *sign(facet, value))
            for value in sorted(counts, key=place)
        ]

    # Inside

    def _lay_out(self) -> None:
        row = self._row = FlowRow()
        for chip in self.chips.values():
            row.flow.addWidget(chip)
        row.flow.addWidget(self.period)
        row.flow.addWidget(self.pictures)
        for place, view_chip in enumerate(self.view_chips):
            row.flow.addWidget(view_chip)
            view_chip.hide()
            view_chip.clicked.connect(lambda _=False, place=place: self._toggle_view(place))
        inside = QHBoxLayout(self.tail)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_1)
        for widget in (self.state, self.clear, self.views, self.density):
            inside.addWidget(widget)
        whole = self._whole = QHBoxLayout(self)
        whole.setContentsMargins(SPACE_4, SPACE_2, SPACE_4, SPACE_1)
        whole.setSpacing(SPACE_2)
        whole.addWidget(row, 1)
        whole.addWidget(self.tail, 0, Qt.AlignmentFlag.AlignTop)

    def _connect(self) -> None:
        for facet, chip in self.chips.items():
            chip.wanted.connect(lambda facet=facet: self.choose(facet))
        self.period.clicked.connect(lambda: self.filter_wanted.emit(self._filter.without_period()))
        self.pictures.clicked.connect(self._toggle_pictures)
        self.clear.clicked.connect(lambda: self.filter_wanted.emit(replace(SHOW_ALL, unfolds=self._filter.unfolds)))
        self.views.clicked.connect(self.views_wanted)
        self.density.clicked.connect(self._toggle_density)
        language.changed.connect(self.retranslate)
        theme.density_changed.connect(self.retranslate)
        theme.changed.connect(self._arrange)

    def choose(self, facet: Facet) -> None:
        """Open the list of a facet."""
        chip = self.chips[facet]
        found = Checklist(self, facet_name(facet), self.options(facet), self._filter.chosen(facet))
        found.chosen.connect(lambda values: self.filter_wanted.emit(self._filter.choose(facet, values)))
        found.closed.connect(lambda: self._closed(chip))
        self.open_list = found
        found.open_below(chip)

    def _closed(self, chip: Chip) -> None:
        self.open_list = None
        chip.setFocus(Qt.FocusReason.PopupFocusReason)

    def _toggle_pictures(self) -> None:
        self.filter_wanted.emit(replace(self._filter, unfolds=not self._filter.unfolds))

    def _toggle_density(self) -> None:
        compact = theme.density is Density.COMPACT
        self.density_wanted.emit(Density.COMFORTABLE if compact else Density.COMPACT)

    def _show(self) -> None:
        for facet, chip in self.chips.items():
            self._show_chip(facet, chip)
        period = self._filter.period
        if not self._pulling:
            self.period.setVisible(period != ALL_TIME)
        self.period.setText(words.stretch(period.first, period.last))
        self.period.setAccessibleName(self.tr("Show all days instead of %1").replace("%1", self.period.text()))
        self._show_pictures()
        restricted = self._filter.restricting
        total = len(self._outline.entries) - (self._outline.told_count if self._filter.folds else 0)
        text = self.tr("%1 of %2 shown") if restricted else words.count(total).replace(str(total), "%2")
        if self._outline.is_part:
            text = self.tr("The first events; the others are being read")
        figures = f"{self._shown:,} / {total:,}" if restricted else f"{total:,}"
        self._say(text.replace("%1", f"{self._shown:,}").replace("%2", f"{total:,}"), figures)
        self.clear.setVisible(restricted)
        for view_chip, view in zip(self.view_chips, self._views, strict=False):
            view_chip.stand_out(view[1] == self._filter)
        if not self._pulling:
            self._arrange()

    def _show_pictures(self) -> None:
        """Offer the files whose content other entries tell, where there are any."""
        told, unfolds = self._outline.told_count, self._filter.unfolds
        self.pictures.setVisible(told > 0)
        self.pictures.setChecked(unfolds)
        self.pictures.stand_out(unfolds)
        self.pictures.setText(self.tr("Files: %1").replace("%1", f"{told:,}"))
        tip = (
            self.tr("Fold away the files whose messages and records are told here")
            if unfolds
            else self.tr("Show the files, too, whose messages and records are told here")
        )
        self.pictures.setToolTip(tip)
        self.pictures.setAccessibleDescription(tip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Spend as few lines as possible at this width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the tail at the right while everything fits beside each other, else behind the chips, in their lines."""
        row = (*self.chips.values(), self.period, self.pictures, *self.view_chips)
        needed = sum(widget.sizeHint().width() + SPACE_1 for widget in row if not widget.isHidden())
        room = self._room_for_chips(in_words=True)
        if room < needed <= self._room_for_chips(in_words=False):
            room = needed
        else:
            self._show_state(in_words=True)
        flow, beside = self._row.flow, self._whole.indexOf(self.tail) >= 0
        if beside and needed > room:
            self._whole.removeWidget(self.tail)
            flow.addWidget(self.tail)
        elif not beside and needed <= room:
            flow.removeWidget(self.tail)
            self._whole.addWidget(self.tail, 0, Qt.AlignmentFlag.AlignTop)
        else:
            return
        self.tail.show()  # changing the parent hides it
        flow.invalidate()

    def _room_for_chips(self, *, in_words: bool) -> int:
        """Return how much of one line is left beside the tail, which says how much is shown in words or figures."""
        self._show_state(in_words=in_words)
        return self.width() - self.tail.sizeHint().width() - 2 * SPACE_4 - SPACE_2

    def _show_state(self, *, in_words: bool) -> None:
        text, figures = self._state_words
        self.state.setText(text if in_words else figures)
        self.state.setToolTip("" if in_words else text)
        self.state.setAccessibleName(text)

    def _say(self, text: str, figures: str) -> None:
        """Say how much is shown, also to those who only hear it; figures alone where there is no room for words."""
        said, self._state_words = self._state_words[0], (text, figures)
        if text != said:
            self._show_state(in_words=True)
            if self.isVisible():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _show_chip(self, facet: Facet, chip: Chip) -> None:
        chosen = sorted(self._filter.chosen(facet))
        text = facet_name(facet)
        if len(chosen) == 1:
            text = f"{text}: {words.shortened(value_name(facet, chosen[0]), LONGEST_NAME)}"
        elif chosen:
            text = f"{text}: {len(chosen)}"
        chip.setText(text.replace("&", "&&"))
        names = ", ".join(value_name(facet, value) for value in chosen[:9]) or self.tr("all")
        chip.setAccessibleName(self.tr("Filter by %1: %2").replace("%2", names).replace("%1", facet_name(facet)))
        chip.stand_out(bool(chosen))
        offered = facet in self._outline.facets and not self._outline.is_part
        chip.setVisible(bool(chosen) or offered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from chip to chip with the arrows, back to the list with Escape."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        elif event.key() == Qt.Key.Key_Escape:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)
