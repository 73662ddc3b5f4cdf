"""The exhibits of a dispute as the cells of a grid: sorted, filtered, searched."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.evidence.cards import Card, Order, found, ordered, sentence
from ui.i18n import language

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class Role(IntEnum):
    """What can be asked of a cell beside Qt's own roles."""

    CARD = Qt.ItemDataRole.UserRole + 1
    EVENT_ID = Qt.ItemDataRole.UserRole + 2


class EvidenceModel(QAbstractListModel):
    """One cell per exhibit that the order, the filter and the search leave."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[Card] = []
        self._shown: list[Card] = []
        self.order = Order.NUMBER
        self.only_needy = False
        self.text = ""
        self._also: frozenset[str] = frozenset()
        language.changed.connect(self._say_again)

    # What there is

    def replace(self, cards: Sequence[Card]) -> None:
        """Take the exhibits anew; cells that stay where they are keep the selection."""
        self._all = list(cards)
        self._show_again()

    def arrange(self, order: Order) -> None:
        """Sort otherwise."""
        self.order = order
        self._show_again()

    def show_only_needy(self, only: bool) -> None:
        """Show only what wants attention, or everything."""
        self.only_needy = only
        self._show_again()

    def search(self, text: str, also: frozenset[str] = frozenset()) -> None:
        """Show only what a text finds; ``also`` are exhibits that have it where their cards do not show it."""
        self.text, self._also = text, also
        self._show_again()

    @property
    def count(self) -> int:
        """How many exhibits there are, shown or not."""
        return len(self._all)

    @property
    def needy_count(self) -> int:
        """How many want attention."""
        return sum(bool(card.needs) for card in self._all)

    @property
    def described_count(self) -> int:
        """Of how many it is said what they prove."""
        return sum(card.described for card in self._all)

    def knows(self, exhibit_id: str) -> bool:
        """Tell whether there is such an exhibit, shown or not."""
        return any(card.exhibit_id == exhibit_id for card in self._all)

    def cards(self) -> list[Card]:
        """Return what is shown, in order."""
        return self._shown

    def card_at(self, row: int) -> Card | None:
        """Return a cell's exhibit."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, exhibit_id: str) -> int:
        """Return an exhibit's row, -1 if it is not shown."""
        return next((row for row, card in enumerate(self._shown) if card.exhibit_id == exhibit_id), -1)

    def _show_again(self) -> None:
        kept = [card for card in self._all if self._wanted(card)]
        self._show(ordered(kept, self.order))

    def _wanted(self, card: Card) -> bool:
        return (bool(card.needs) or not self.only_needy) and (
            not self.text or card.exhibit_id in self._also or found(card, self.text)
        )

    def _show(self, cards: list[Card]) -> None:
        before, now = [card.exhibit_id for card in self._shown], [card.exhibit_id for card in cards]
        if now[: len(before)] != before:
            self.beginResetModel()
            self._shown = cards
            self.endResetModel()
            return
        if len(now) > len(before):
            self.beginInsertRows(ROOT, len(before), len(now) - 1)
            self._shown = cards
            self.endInsertRows()
        self._shown = cards
        self._say_again()

    # What Qt asks

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Return how many cells are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an exhibit, its name, or all about it in one line."""
        card = self.card_at(index.row()) if index.isValid() else None
        if card is None:
            return None
        match role:
            case Role.CARD:
                return card
            case Role.EVENT_ID:
                return card.event_id
            case Qt.ItemDataRole.DisplayRole:
                return card.label
            case Qt.ItemDataRole.AccessibleTextRole:
                return sentence(card)
        return None

    def _say_again(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
