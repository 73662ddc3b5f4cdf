"""Completes what is typed from what is known of a dispute: numbers, agents, institutions, bodies."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QStringListModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QCompleter, QLineEdit

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.known import KnownValues
from ui.field import FieldGrid
from ui.timeline.words import safe
from ui.tokens import font, theme

MOST_SHOWN = 8


@dataclass(frozen=True)
class Suggestion:
    """One value, and what is said beside it so that it is recognised."""

    value: str
    beside: str = ""

    def words(self) -> str:
        """Return ``80231 · 王丽``."""
        return " · ".join(filter(None, (safe(self.value), safe(self.beside))))


class Completion(QCompleter):
    """Offers suggestions that contain what is typed, in the value or beside it; Down shows all of them.

    Nothing is taken unless somebody goes to it and presses Enter, or clicks on it.
    """

    def __init__(self, line: QLineEdit, suggestions: Sequence[Suggestion], then: Callable[[str], object]) -> None:
        super().__init__(line)
        self._line = line
        self._suggestions = list(suggestions)
        self.setModel(QStringListModel([suggestion.words() for suggestion in suggestions], self))
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setMaxVisibleItems(MOST_SHOWN)
        self._list = cast("QAbstractItemView", self.popup())  # made now, and kept: only a completer in place has none
        line.setCompleter(self)
        line.installEventFilter(self)
        line.textEdited.connect(lambda _: QTimer.singleShot(0, self, self._hide_what_is_said))
        self.activated.connect(then)
        theme.changed.connect(self._dress)
        self._dress()

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Return the value alone."""
        words = str(index.data() or "")
        return next((suggestion.value for suggestion in self._suggestions if suggestion.words() == words), words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the suggestions with Down before anything is typed, the first of them ready to be taken.

        A click beside the open list goes where it was meant to go: else what is typed next would go into this field.
        """
        press = QEvent.Type.MouseButtonPress
        if isinstance(event, QMouseEvent) and event.type() is press and watched is self._list:
            self._follow_click(event)
        if watched is self._line and isinstance(event, QKeyEvent) and self._asks(event) and self._offer():
            return True
        return super().eventFilter(watched, event)

    def _follow_click(self, event: QMouseEvent) -> None:
        if self._list.rect().contains(event.position().toPoint()):
            return
        meant = QApplication.widgetAt(event.globalPosition().toPoint())
        if meant is not None and (meant.focusProxy() is not None or meant.focusPolicy() & Qt.FocusPolicy.ClickFocus):
            QTimer.singleShot(0, meant, lambda: meant.setFocus(Qt.FocusReason.MouseFocusReason))

    def _hide_what_is_said(self) -> None:
        """Offer nothing any more once the only suggestion is typed in full."""
        if self.completionCount() == 1 and self.pathFromIndex(self.completionModel().index(0, 0)) == self._line.text():
            self._list.hide()

    def _asks(self, event: QKeyEvent) -> bool:
        down = event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down
        return down and not self._list.isVisible()

    def _offer(self) -> bool:
        self.setCompletionPrefix(self._line.text())
        if not self.completionCount():
            return False
        self.complete()
        model: QAbstractItemModel = self.completionModel()
        self._list.setCurrentIndex(model.index(0, 0))
        return True

    def _dress(self) -> None:
        self._list.setFont(font("body"))


class EventCompletion(QObject):
    """Completes the fields of an event, and fills a field from the one that was chosen beside it."""

    def __init__(self, fields: FieldGrid, known: KnownValues, entries: Iterable[TimelineEntry]) -> None:
        super().__init__(fields)
        self._fields = fields
        self._names = {agent.agent_id: agent.name for agent in known.agents if agent.agent_id and agent.name}
        self._agent_ids = {agent.name: agent.agent_id for agent in known.agents if agent.agent_id and agent.name}
        self._parties = _parties_of_numbers(entries)
        self._filled: dict[str, str] = {}
        names = [agent.name for agent in known.agents if agent.name]
        agents = [Suggestion(agent.agent_id, agent.name) for agent in known.agents if agent.agent_id]
        numbers = [Suggestion(number, self._parties.get(number, "")) for number in known.numbers]
        self._offer("agent_id", agents, "agent_name", self._names)
        self._offer(
            "agent_name",
            [Suggestion(name, self._agent_ids.get(name, "")) for name in names],
            "agent_id",
            self._agent_ids,
        )
        self._offer("number", numbers, "party", self._parties)
        self._offer("party", [Suggestion(party) for party in known.parties])
        self._offer("body", [Suggestion(body) for body in known.bodies])

    def _offer(
        self, name: str, suggestions: Sequence[Suggestion], other: str = "", others: dict[str, str] | None = None
    ) -> None:
        """Complete a field; its value brings the ``other`` field's along where that is known."""
        line = self._line(name)
        if line is None:
            return

        def fill(value: str) -> None:
            self._fill(other, (others or {}).get(value.strip(), ""))

        if suggestions:
            Completion(line, suggestions, fill)
        line.editingFinished.connect(lambda: fill(line.text()))

    def _fill(self, name: str, value: str) -> None:
        """Fill a field that is empty, or holds what was filled in before: never what somebody typed."""
        line = self._line(name)
        if line is None or line.text() not in {"", self._filled.get(name, "")}:
            return
        if value or line.text():
            self._filled[name] = value
            line.setText(value)

    def _line(self, name: str) -> QLineEdit | None:
        field = self._fields.fields.get(name)
        return field.editor if field is not None and isinstance(field.editor, QLineEdit) else None


def _parties_of_numbers(entries: Iterable[TimelineEntry]) -> dict[str, str]:
    """Return who was on the other side of each number, as said last."""
    found: dict[str, str] = {}
    for entry in entries:
        number = entry.also_found_by.partition("\n")[0]
        if number and entry.party:
            found[number] = entry.party
    return found
