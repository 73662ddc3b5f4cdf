"""What can be done with entries of the timeline and with exhibits: their menu, and deciding about what was read."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from evidence_app.domain.events import EventKind, EventStatus, TimelineEntry
from ui.desk import Desk
from ui.review.words import read_wrongly
from ui.shortcuts import Place, keys_for


class EntryVerbs(QObject):
    """Offers the verbs for entries by their ids, and lets what a machine read stand or be dismissed."""

    edit_wanted = Signal()
    typed_wanted = Signal(object, str)
    """The kind of an event that is to be typed, and the exhibit that it is about."""
    compare_wanted = Signal(list)
    remove_wanted = Signal(list)
    review_wanted = Signal(str, str)
    """An exhibit, and the entry that is to be looked at on it."""

    def __init__(self, over: QWidget, desk: Desk) -> None:
        super().__init__(over)
        self._over, self._desk = over, desk

    def accept(self, event_ids: Sequence[str]) -> None:
        """Let those of the entries stand that nobody has confirmed."""
        waiting = self._waiting(event_ids)
        if waiting:
            self._desk.edits.accept([entry.event_id for entry in waiting])

    def dismiss(self, event_ids: Sequence[str]) -> None:
        """Say that those of the entries are not so that nobody has confirmed."""
        waiting = self._waiting(event_ids)
        if waiting:
            self._desk.edits.dismiss([entry.event_id for entry in waiting], read_wrongly())

    def _waiting(self, event_ids: Sequence[str]) -> list[TimelineEntry]:
        """Return the entries that wait for a verdict; say so where none does."""
        found = [] if self._desk.read_only else waiting_among(self._entries(event_ids))
        if not found and event_ids and not self._desk.read_only:
            place = self._over.mapToGlobal(self._over.rect().center())
            QToolTip.showText(place, self.tr("Nothing that was read by machine waits for a verdict here"), self._over)
        return found

    def _entries(self, event_ids: Sequence[str]) -> list[TimelineEntry]:
        return self._desk.outline.of_ids(event_ids)

    def offer(self, event_ids: Sequence[str], place: QPoint) -> None:
        """Open the menu of some entries at a place on the screen."""
        entries = self._entries(event_ids)
        if not entries or self._desk.read_only:
            return
        menu = QMenu(self._over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_verdicts(menu, waiting_among(entries), of_one=len(entries) == 1)
        menu.addAction(_with_key(self.tr("Edit"), "edit"), self.edit_wanted.emit)
        if len(entries) == 1 and entries[0].kind is EventKind.DOCUMENT and entries[0].exhibit_id:
            self._add_typed(menu, entries[0].exhibit_id)
        if len(entries) == 1 and entries[0].status is EventStatus.ACCEPTED:
            self._add_marks(menu, entries[0].event_id)
        if len({entry.exhibit_id for entry in entries if entry.exhibit_id}) == len(entries) == 2:
            menu.addAction(self.tr("Compare side by side"), lambda: self.compare_wanted.emit(list(event_ids)))
        menu.addSeparator()
        menu.addAction(_with_key(self.tr("Remove…"), "remove"), lambda: self.remove_wanted.emit(list(event_ids)))
        menu.popup(place)

    def _add_verdicts(self, menu: QMenu, waiting: Sequence[TimelineEntry], *, of_one: bool) -> None:
        """Offer both verdicts on what nobody has confirmed, and to look at a single one on its picture."""
        if not waiting:
            return
        ids, count = [entry.event_id for entry in waiting], len(waiting)
        accept = self.tr("Accept") if of_one else self.tr("Accept %n that nobody has confirmed", "", count)
        dismiss = self.tr("Dismiss") if of_one else self.tr("Dismiss %n that nobody has confirmed", "", count)
        menu.addAction(_with_key(accept, "accept_read"), lambda: self.accept(ids))
        menu.addAction(_with_key(dismiss, "dismiss_read"), lambda: self.dismiss(ids))
        if of_one and waiting[0].exhibit_id:
            exhibit_id, event_id = waiting[0].exhibit_id, waiting[0].event_id
            menu.addAction(self.tr("Review in the exhibit"), lambda: self.review_wanted.emit(exhibit_id, event_id))
        menu.addSeparator()

    def _add_marks(self, menu: QMenu, event_id: str) -> None:
        """Offer what an entry can be marked as, ticked where it is."""
        from evidence_app.domain.workspace import TAGS
        from ui.event_marks import tag_words, turn

        detail = self._desk.detail
        known = detail.tags if detail is not None and detail.event.id == event_id else ()
        marks = menu.addMenu(self.tr("Mark as"))
        for tag in TAGS:
            action = marks.addAction(tag_words(tag))
            action.setCheckable(True)
            action.setChecked(tag in known)
            action.toggled.connect(lambda on, tag=tag: turn(self._desk, event_id, tag, on=on))

    def _add_typed(self, menu: QMenu, exhibit_id: str) -> None:
        for words, kind in (
            (self.tr("Record a call about this exhibit…"), EventKind.CALL),
            (self.tr("Write a note about this exhibit…"), EventKind.NOTE),
        ):
            menu.addAction(words, partial(self.typed_wanted.emit, kind, exhibit_id))


def waiting_among(entries: Sequence[TimelineEntry]) -> list[TimelineEntry]:
    """Return the entries that a machine read and nobody has confirmed."""
    return [entry for entry in entries if entry.status is EventStatus.SUGGESTED]


def _with_key(words: str, name: str) -> str:
    """Return the words of a menu's line with the timeline's key for it."""
    return f"{words}\t{keys_for(name, Place.TIMELINE).told()[0]}"
