"""The timeline's rows as Qt asks for them: a header for each day, then its events, as far as the filter shows them."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.review import Related
from ui.i18n import language
from ui.timeline import words
from ui.timeline.changes import Change, steps
from ui.timeline.days import Key, Tally
from ui.timeline.filter import SHOW_ALL, TimelineFilter
from ui.timeline.outline import NOTHING, Outline
from ui.timeline.rows import Day, Row, Rows

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

MAX_ROWS = 4000
"""Where so many rows more come or go, nobody looks for those that stay, and comparing all of them takes frames."""

MAX_STEPS = 400
"""More separate insertions and removals than this are slower than a reset, and nobody could follow them."""


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles. ENTRY and DAY are Python objects or None."""

    EVENT_ID = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2
    DAY = Qt.ItemDataRole.UserRole + 3


def _keys(rows: Rows) -> list[object]:
    """Return what makes each row the same one before and after a change."""
    return [row.event_id if isinstance(row, TimelineEntry) else row for row in rows.content]


class TimelineModel(QAbstractListModel):
    """An outline's entries as rows. Nothing is computed per row before it is asked for: 20,000 events cost little."""

    replacing = Signal()  # before other rows are shown
    replaced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._outline = NOTHING
        self._filter = SHOW_ALL
        self._days: Mapping[Key, Tally] = {}
        self._rows = Rows()
        self.threads: Mapping[str, Sequence[Related]] = {}
        """How pictures of one thread follow each other, by the entries that stand for them."""
        language.changed.connect(self.say_again)

    # What the view and the shell ask

    @property
    def header_rows(self) -> Sequence[int]:
        """Rows of the day headers, ascending."""
        return self._rows.headers

    @property
    def event_count(self) -> int:
        """How many events pass the filter."""
        return self._rows.event_count

    @property
    def outline(self) -> Outline:
        """All events, shown or not."""
        return self._outline

    @property
    def days(self) -> Mapping[Key, Tally]:
        """How many events of each day pass everything of the filter but its period."""
        return self._days

    @property
    def filter(self) -> TimelineFilter:
        """Which events are shown."""
        return self._filter

    def row_of(self, event_id: str) -> int:
        """Return the row of an event, -1 if it is not shown."""
        return self._rows.row_by_event.get(event_id, -1)

    def index_of(self, event_id: str) -> QModelIndex:
        """Return the index of an event, invalid if it is not shown."""
        row = self.row_of(event_id)
        return self.index(row) if row >= 0 else QModelIndex()

    def entry_at(self, row: int) -> TimelineEntry | None:
        """Return the event of a row, None for a header or outside."""
        row_content = self._rows.content[row] if 0 <= row < len(self._rows.content) else None
        return row_content if isinstance(row_content, TimelineEntry) else None

    def day_at(self, row: int) -> Day | None:
        """Return the day of a header row, None for an event or outside."""
        row_content = self._rows.content[row] if 0 <= row < len(self._rows.content) else None
        return row_content if isinstance(row_content, Day) else None

    def count_of(self, day: Day) -> int:
        """Return how many events of the day are shown."""
        return self._rows.counts.get(day, 0)

    def count_words(self, day: Day) -> str:
        """Return how many events of the day are shown, empty while only a part is there."""
        return "" if self._outline.is_part else words.count(self.count_of(day))

    def event_ids(self) -> Sequence[str]:
        """Return the shown events in order."""
        return self._rows.event_ids

    def ids_in(self, rows: Sequence[int]) -> list[str]:
        """Return the events in some rows, in order."""
        return self._rows.ids_in(rows)

    def first_from(self, row: int, holds: Callable[[TimelineEntry], bool]) -> int | None:
        """Return the first row from one on whose event something holds of, as `Rows.first_from`."""
        return self._rows.first_from(row, holds)

    def rows_of(self, event_ids: Collection[str]) -> list[int]:
        """Return the rows of those of the events that are shown."""
        return self._rows.rows_of(event_ids)

    # What changes it

    def replace(self, outline: Outline, held: str = "") -> None:
        """Show these events instead; of the same dispute, rows that stay keep their index, selection and place.

        Another dispute begins with all its events. ``held`` is an event that is not folded away meanwhile: somebody
        is looking at it.
        """
        another = outline.dispute_id != self._outline.dispute_id
        self._outline = outline
        self._filter = replace(SHOW_ALL if another else self._filter, held=self._folded(held))
        self._show_filtered(afresh=another)

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Show only the events that the filter accepts."""
        if wanted != self._filter or wanted.found is not self._filter.found:
            self._filter = replace(wanted, held=self._filter.held)
            self._show_filtered()

    def hold(self, event_id: str) -> None:
        """Show an event although it would be folded away; another one that was held may be again."""
        held = self._folded(event_id)
        if held != self._filter.held:
            self._filter = replace(self._filter, held=held)
            self._show_filtered()

    def _folded(self, event_id: str) -> str:
        """Return the id of an event that may be folded away, empty for any other."""
        row = self._outline.rows.row_by_event.get(event_id)
        entry = None if row is None else self._outline.rows.content[row]
        return event_id if isinstance(entry, TimelineEntry) and entry.told else ""

    def _show_filtered(self, *, afresh: bool = False) -> None:
        self.replacing.emit()
        self._show(self._filtered(), afresh=afresh)
        self.replaced.emit()

    def _filtered(self) -> Rows:
        """Return the rows that pass the filter, and count the days of what passes all but its period."""
        rows, self._days = self._outline.shown(self._filter)
        return rows

    def say_again(self) -> None:
        """Announce that all rows may say something else."""
        if self._rows.content:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows.content) - 1))

    def _show(self, rows: Rows, *, afresh: bool) -> None:
        before = self._rows
        afresh = afresh or not before.content or abs(len(before.content) - len(rows.content)) > MAX_ROWS
        afresh = afresh or not (before.compares and rows.compares)
        changes = [] if afresh else steps(_keys(before), _keys(rows))
        if afresh or len(changes) > MAX_STEPS:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        for change in changes:
            self._apply(change, rows.content)
        between, self._rows = self._rows, rows
        self._announce_changed(between, before.counts)

    def _apply(self, change: Change, rows: Sequence[Row]) -> None:
        now, first, last = self._rows.content, change.row, change.row + change.count
        if change.insert:
            self.beginInsertRows(ROOT, first, last - 1)
            self._rows = Rows([*now[:first], *rows[change.source : change.source + change.count], *now[first:]])
            self.endInsertRows()
        else:
            self.beginRemoveRows(ROOT, first, last - 1)
            self._rows = Rows([*now[:first], *now[last:]])
            self.endRemoveRows()

    def _announce_changed(self, before: Rows, counts: Mapping[Day, int]) -> None:
        """Tell which rows kept their identity but not their content (an edit; a day's count)."""
        now = self._rows.counts
        for number, (old, new) in enumerate(zip(before.content, self._rows.content, strict=True)):
            if old is new:
                continue
            if old != new or (isinstance(new, Day) and counts.get(new) != now[new]):
                self.dataChanged.emit(self.index(number), self.index(number))

    # Qt's side

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return headers plus events."""
        return 0 if parent.isValid() else len(self._rows.content)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Events can be selected, headers cannot."""
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one row's content by role; the texts are plain text, untrusted."""
        if not index.isValid() or index.row() >= len(self._rows.content):
            return None
        row = self._rows.content[index.row()]
        if isinstance(row, TimelineEntry):
            return self._entry_data(row, role)
        return self._day_data(row, role)

    def _entry_data(self, entry: TimelineEntry, role: int) -> object:
        match role:
            case Role.ENTRY:
                return entry
            case Role.EVENT_ID:
                return entry.event_id
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                threads = map(words.thread, self.threads.get(entry.event_id, ()))
                return ", ".join((words.sentence(entry), *threads))
            case Qt.ItemDataRole.ToolTipRole:
                return words.time_explained(entry)
            case _:
                return None

    def _day_data(self, day: Day, role: int) -> object:
        match role:
            case Role.DAY:
                return day
            case Role.EVENT_ID:
                return ""
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self.day_title(day), self.count_words(day))))
            case _:
                return None

    def day_title(self, day: Day) -> str:
        """Return the header's words, such as ``2025-02-22 Saturday``."""
        if day.date is None:
            return words.unknown_day()
        return words.month_title(day.date) if day.whole_month else words.day_title(day.date)
