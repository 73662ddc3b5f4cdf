"""Saved views: the present filter under a name, chosen with one click, kept in the vault."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolTip, QWidget

from evidence_app.domain.views import SavedView
from ui.controls import Button, Hairline, IconButton, PlainLabel
from ui.editors import LineEditor
from ui.timeline.filter import SHOW_ALL, TimelineFilter, from_text, to_text
from ui.timeline.popover import Popover
from ui.timeline.words import safe, shortened
from ui.tokens import SPACE_1, SPACE_2, scaled

if TYPE_CHECKING:
    from evidence_app.actions.session import Session
    from ui.desk import Desk

LEAST_WIDTH = 280
LONGEST_NAME = 40


def name_words(view: SavedView) -> str:
    """Return a view's name as one line that fits on a button."""
    return shortened(safe(view.name), LONGEST_NAME)


class SavedViews(QObject):
    """The saved views of the chosen dispute; ``changed`` when they were read again."""

    changed = Signal()

    def __init__(self, desk: "Desk", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.views: list[SavedView] = []
        self._dispute_id = ""
        desk.dispute_changed.connect(self._follow)
        desk.opened.connect(self.reload)
        desk.closed.connect(self._clear)

    @property
    def read_only(self) -> bool:
        """Whether none can be added, renamed or deleted."""
        return self._desk.read_only

    def matching(self, wanted: TimelineFilter) -> SavedView | None:
        """Return the view that is the present filter, None if none is."""
        return next((view for view in self.views if from_text(view.criteria) == wanted), None)

    def reload(self) -> None:
        """Read them again."""
        dispute_id = self._desk.dispute_id
        if dispute_id:
            self._desk.read(lambda session: (dispute_id, _views(session, dispute_id)), self._take, self)

    def save(self, name: str, wanted: TimelineFilter) -> None:
        """Keep a filter under a name, in place of the one that has it."""
        self._change(lambda session, dispute_id: _save(session, dispute_id, name, to_text(wanted)))

    def rename(self, view: SavedView, name: str) -> None:
        """Give a view another name."""
        if name.strip() != view.name:
            self._change(lambda session, dispute_id: _rename(session, view, name))

    def delete(self, view: SavedView) -> None:
        """Delete a view."""
        self._change(lambda session, dispute_id: _delete(session, view.id))

    def _change(self, work: "Callable[[Session, str], None]") -> None:
        dispute_id = self._desk.dispute_id
        self._desk.edits.change(lambda session: work(session, dispute_id), lambda _: self.reload(), self)

    def _follow(self) -> None:
        if self._desk.dispute_id != self._dispute_id:
            self._clear()
            self._dispute_id = self._desk.dispute_id
            self.reload()

    def _clear(self) -> None:
        self._dispute_id = ""
        if self.views:
            self.views = []
            self.changed.emit()

    def _take(self, found: tuple[str, list[SavedView]]) -> None:
        dispute_id, views = found
        if dispute_id == self._desk.dispute_id and views != self.views:
            self.views = views
            self.changed.emit()


class ViewRow(QWidget):
    """One view: its name applies it; a pencil renames it, a bin deletes it after asking once more."""

    wanted = Signal()
    renamed = Signal(str)
    deleted = Signal()

    def __init__(self, view: SavedView, place: int, others: Collection[str], *, current: bool, read_only: bool) -> None:
        """``others`` are the names that other views have."""
        super().__init__()
        self._view, self._others = view, others
        self.name = Button(f"{place}   {name_words(view)}".replace("&", "&&"), "row", "check" if current else "")
        self.name.setAccessibleName(name_words(view))
        self.pencil = IconButton("pencil-simple")
        self.pencil.set_name(self.tr("Rename"))  # tool tips may read markup: no name of a person's there
        self.pencil.setAccessibleName(self.tr("Rename %1").replace("%1", name_words(view)))
        self.bin = IconButton("trash")
        self.bin.set_name(self.tr("Delete"))
        self.bin.setAccessibleName(self.tr("Delete %1").replace("%1", name_words(view)))
        self.typing = LineEditor()
        self.typing.setAccessibleName(self.pencil.accessibleName())
        self.typing.hide()
        self.sure = Button(self.tr("Delete this view"), "danger")
        self.sure.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_1)
        for widget, share in ((self.name, 1), (self.typing, 1), (self.sure, 0), (self.pencil, 0), (self.bin, 0)):
            row.addWidget(widget, share)
        for button in (self.pencil, self.bin):
            button.setVisible(not read_only)
        self.name.clicked.connect(self.wanted)
        self.pencil.clicked.connect(self._begin_renaming)
        self.bin.clicked.connect(self._ask)
        self.sure.clicked.connect(self.deleted)
        self.typing.committed.connect(self._rename)

    def _begin_renaming(self) -> None:
        self.name.hide()
        self.typing.show_value(self._view.name)
        self.typing.show()
        self.typing.setFocus()
        self.typing.selectAll()

    def _rename(self) -> None:
        name = self.typing.text().strip()
        if name in self._others:
            place = self.typing.mapToGlobal(self.typing.rect().bottomLeft())
            QToolTip.showText(place, self.tr("Another view is called so"), self.typing)
        elif name:
            self.renamed.emit(name)

    def _ask(self) -> None:
        self.sure.setVisible(self.sure.isHidden())
        if not self.sure.isHidden():
            self.sure.setFocus()


class ViewsPanel(Popover):
    """Lists the views, and a line to keep the present filter. ``view_wanted`` carries a filter."""

    view_wanted = Signal(object)

    def __init__(self, parent: QWidget, views: SavedViews, present: TimelineFilter) -> None:
        super().__init__(parent)
        self._views, self._present = views, present
        self.setMinimumWidth(scaled(LEAST_WIDTH))
        self.rows: list[ViewRow] = []
        current = views.matching(present)
        for place, view in enumerate(views.views, 1):
            self._add(view, place, current=view is current)
        if self.rows and not views.read_only:
            self.column.addWidget(Hairline())
        self.typing = LineEditor()
        self.keep = Button(self.tr("Keep"), "outline")
        if not views.read_only:
            self._add_keeping(offered=present != SHOW_ALL and current is None)
        first = self.rows[0].name if self.rows else self.typing
        first.setFocus()

    def choose(self, place: int) -> None:
        """Apply the view at a place, counted from 0."""
        if place < len(self._views.views):
            self.view_wanted.emit(from_text(self._views.views[place].criteria))
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply a view by its number, move with the arrows."""
        typing = isinstance(self.focusWidget(), LineEditor)
        if typing:
            super().keyPressEvent(event)
        elif Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9:
            self.choose(event.key() - Qt.Key.Key_1)
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(self.focusWidget(), Button):
            self.focusWidget().click()  # type: ignore[attr-defined]
        else:
            super().keyPressEvent(event)

    def _add(self, view: SavedView, place: int, *, current: bool) -> None:
        others = [other.name for other in self._views.views if other is not view]
        row = ViewRow(view, place, others, current=current, read_only=self._views.read_only)
        row.wanted.connect(lambda: self.choose(place - 1))
        row.renamed.connect(lambda name: self._done(lambda: self._views.rename(view, name)))
        row.deleted.connect(lambda: self._done(lambda: self._views.delete(view)))
        self.rows.append(row)
        self.column.addWidget(row)

    def _add_keeping(self, *, offered: bool) -> None:
        if not offered:
            words = PlainLabel(role="caption", tone="muted", wrap=True)
            words.setText(
                self.tr("This view is kept already.")
                if self._views.matching(self._present) is not None
                else self.tr("Filter or search first; what is shown then can be kept here under a name.")
            )
            words.setContentsMargins(SPACE_2, SPACE_1, SPACE_2, SPACE_1)
            self.column.addWidget(words)
            return
        self.typing.setPlaceholderText(self.tr("A name for what is shown now"))
        self.typing.setAccessibleName(self.tr("A name for what is shown now"))
        self.typing.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.typing, 1)
        row.addWidget(self.keep)
        self.column.addLayout(row)

    def _keep(self) -> None:
        name = self.typing.text().strip()
        if name:
            self._done(lambda: self._views.save(name[:LONGEST_KEPT], self._present))

    def _done(self, work: Callable[[], None]) -> None:
        work()
        self.close()


LONGEST_KEPT = 100  # the core's limit of a name


def _views(session: "Session", dispute_id: str) -> list[SavedView]:
    from evidence_app.actions.views import list_views

    return list_views(session, dispute_id)


def _save(session: "Session", dispute_id: str, name: str, criteria: str) -> None:
    from evidence_app.actions.views import save_view

    save_view(session, dispute_id, name, criteria)


def _rename(session: "Session", view: SavedView, name: str) -> None:
    from evidence_app.actions.views import delete_view, save_view

    save_view(session, view.dispute_id, name, view.criteria)
    delete_view(session, view.id)


def _delete(session: "Session", view_id: str) -> None:
    from evidence_app.actions.views import delete_view

    delete_view(session, view_id)
