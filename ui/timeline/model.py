"""The timeline's rows: a header for each day, then its events, those without a time at the end."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from evidence_app.domain.events import TimelineEntry
from evidence_app.domain.times import Precision
from ui.i18n import language
from ui.timeline import words
from ui.timeline.changes import Change, steps
from ui.timeline.filter import SHOW_ALL, TimelineFilter

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()

MAX_STEPS = 400
"""More separate insertions and removals than this are slower than a reset, and nobody could follow them."""


class Role(IntEnum):
    """What can be asked of a row beside Qt's own roles. ENTRY and DAY are Python objects or None."""

    EVENT_ID = Qt.ItemDataRole.UserRole + 1
    ENTRY = Qt.ItemDataRole.UserRole + 2
    DAY = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class Day:
    """Identity of a header: a day, a month of which the day is not known, or (None) the unknown time."""

    date: date | None
    whole_month: bool = False


Row = Day | TimelineEntry


def rows_of(entries: Iterable[TimelineEntry]) -> list[Row]:
    """Return headers and events; "some day in March" stands before the days of March, unknown times last."""
    days: dict[tuple[date | None, bool], list[TimelineEntry]] = {}
    last: tuple[date | None, bool] | None = None
    group: list[TimelineEntry] = []
    for entry in entries:
        key = _day_key(entry)
        if key != last:  # entries come in order: most have the day of the one before
            group, last = days.setdefault(key, []), key
        group.append(entry)
    rows: list[Row] = []
    for day, whole_month in sorted(days, key=lambda key: (key[0] is None, key[0] or date.max, not key[1])):
        rows.append(Day(day, whole_month))
        rows += days[day, whole_month]
    return rows


def _day_key(entry: TimelineEntry) -> tuple[date | None, bool]:
    """Return the day under which the event stands and whether it means the whole month; None if unknown."""
    at = entry.at
    if at is None or entry.precision is Precision.UNKNOWN:
        return None, False
    if entry.precision is Precision.MONTH:
        return at.date().replace(day=1), True
    return at.date(), False


def _key(row: Row) -> object:
    return row.event_id if isinstance(row, TimelineEntry) else row


class TimelineModel(QAbstractListModel):
    """Entries as rows. Nothing is computed per row before it is asked for, so 20,000 events cost little."""

    replacing = Signal()  # before other rows are shown
    replaced = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[TimelineEntry] = []
        self._filter = SHOW_ALL
        self._beside: list[TimelineEntry] = []
        self._rows: list[Row] = []
        self._index_cache: tuple[list[int], dict[str, int], Counter[Day]] | None = None
        language.changed.connect(self._say_again)

    # What the view and the shell ask

    @property
    def header_rows(self) -> list[int]:
        """Rows of the day headers, ascending."""
        return self._indexes()[0]

    @property
    def event_count(self) -> int:
        """How many events pass the filter."""
        return len(self._indexes()[1])

    @property
    def entries(self) -> Sequence[TimelineEntry]:
        """All events, shown or not, in order; another object whenever they were replaced."""
        return self._entries

    @property
    def of_all_days(self) -> Sequence[TimelineEntry]:
        """The events that pass everything of the filter but its period."""
        return self._beside

    @property
    def filter(self) -> TimelineFilter:
        """Which events are shown."""
        return self._filter

    def row_of(self, event_id: str) -> int:
        """Return the row of an event, -1 if it is not shown."""
        return self._indexes()[1].get(event_id, -1)

    def index_of(self, event_id: str) -> QModelIndex:
        """Return the index of an event, invalid if it is not shown."""
        row = self.row_of(event_id)
        return self.index(row) if row >= 0 else QModelIndex()

    def entry_at(self, row: int) -> TimelineEntry | None:
        """Return the event of a row, None for a header or outside."""
        row_content = self._rows[row] if 0 <= row < len(self._rows) else None
        return row_content if isinstance(row_content, TimelineEntry) else None

    def day_at(self, row: int) -> Day | None:
        """Return the day of a header row, None for an event or outside."""
        row_content = self._rows[row] if 0 <= row < len(self._rows) else None
        return row_content if isinstance(row_content, Day) else None

    def count_of(self, day: Day) -> int:
        """Return how many events of the day are shown."""
        return self._indexes()[2][day]

    def event_ids(self) -> list[str]:
        """Return the shown events in order."""
        return list(self._indexes()[1])

    # What changes it

    def replace(self, entries: Sequence[TimelineEntry]) -> None:
        """Show these events instead; rows that stay keep their index, selection and place."""
        self._entries = list(entries)
        self._show_filtered()

    def set_filter(self, wanted: TimelineFilter) -> None:
        """Show only the events that the filter accepts."""
        if wanted != self._filter:
            self._filter = wanted
            self._show_filtered()

    def _show_filtered(self) -> None:
        self.replacing.emit()
        beside = self._filter.without_period()
        self._beside = self._entries if beside == SHOW_ALL else beside.passing(self._entries)
        in_period = TimelineFilter(period=self._filter.period)
        self._show(rows_of(self._beside if in_period == SHOW_ALL else in_period.passing(self._beside)))
        self.replaced.emit()

    def _say_again(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _show(self, rows: list[Row]) -> None:
        changes = steps([_key(row) for row in self._rows], [_key(row) for row in rows]) if self._rows else []
        if not self._rows or len(changes) > MAX_STEPS:
            self.beginResetModel()
            self._set_rows(rows)
            self.endResetModel()
            return
        counts = self._indexes()[2]
        for change in changes:
            self._apply(change, rows)
        before = self._rows
        self._set_rows(rows)
        self._announce_changed(before, counts)

    def _apply(self, change: Change, rows: list[Row]) -> None:
        if change.insert:
            self.beginInsertRows(ROOT, change.row, change.row + change.count - 1)
            self._set_rows(
                self._rows[: change.row] + rows[change.source : change.source + change.count] + self._rows[change.row :]
            )
            self.endInsertRows()
        else:
            self.beginRemoveRows(ROOT, change.row, change.row + change.count - 1)
            self._set_rows(self._rows[: change.row] + self._rows[change.row + change.count :])
            self.endRemoveRows()

    def _announce_changed(self, before: list[Row], counts: Counter[Day]) -> None:
        """Tell which rows kept their identity but not their content (an edit; a day's count)."""
        now = self._indexes()[2]
        for number, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old is new:
                continue
            if old != new or (isinstance(new, Day) and counts[new] != now[new]):
                self.dataChanged.emit(self.index(number), self.index(number))

    def _set_rows(self, rows: list[Row]) -> None:
        self._rows = rows
        self._index_cache = None

    def _indexes(self) -> tuple[list[int], dict[str, int], Counter[Day]]:
        if self._index_cache is None:
            headers: list[int] = []
            row_by_event: dict[str, int] = {}
            counts: Counter[Day] = Counter()
            for number, row in enumerate(self._rows):
                if isinstance(row, TimelineEntry):
                    row_by_event[row.event_id] = number
                else:
                    headers.append(number)
            for header, following in pairwise([*headers, len(self._rows)]):
                day = self._rows[header]
                if isinstance(day, Day):
                    counts[day] = following - header - 1
            self._index_cache = (headers, row_by_event, counts)
        return self._index_cache

    # Qt's side

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return headers plus events."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Events can be selected, headers cannot."""
        if self.entry_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return one row's content by role; the texts are plain text, untrusted."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
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
                return words.sentence(entry)
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
                return f"{self.day_title(day)}, {words.count(self.count_of(day))}"
            case _:
                return None

    def day_title(self, day: Day) -> str:
        """Return the header's words, such as ``2025-02-22 Saturday``."""
        if day.date is None:
            return words.unknown_day()
        return words.month_title(day.date) if day.whole_month else words.day_title(day.date)
