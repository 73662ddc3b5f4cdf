"""What people would rather look at than read: the charts of the dispute, on the overview."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.casework.pictures import Pictures
from ui.i18n import language
from ui.keeping import discard
from ui.tokens import SPACE_4

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evidence_app.actions.workspace import Charts


class OverviewPictures(QWidget):
    """A card for each chart; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._charts: Charts | None = None
        self._numbers_unsaid = False
        self._cards: list[QWidget] = []
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(SPACE_4)
        self._holders: list[QWidget] = []
        self._count = 1
        language.changed.connect(self._draw)
        self._draw()

    @property
    def is_single(self) -> bool:
        """Whether there is no more than one."""
        return len(self._cards) < 2  # two stand side by side

    def show_charts(self, charts: "Charts | None", *, numbers_unsaid: bool = False) -> None:
        """Show what was counted, None for not known yet, and whether nobody said which numbers are theirs."""
        if (charts, numbers_unsaid) != (self._charts, self._numbers_unsaid):
            self._charts, self._numbers_unsaid = charts, numbers_unsaid
            self._draw()

    def set_columns(self, count: int) -> None:
        """Put the cards into so many columns side by side, or one below the other."""
        if count != self._count:
            self._count = count
            self._draw()

    def _draw(self) -> None:
        for holder in self._holders:
            self._columns.removeWidget(holder)
            holder.hide()
            discard(holder)
        self._cards, self._holders = [], []
        if self._charts is not None:
            self._cards = list(Pictures(numbers_unsaid=self._numbers_unsaid).cards(self._charts))
        for place in range(self._count if self._cards else 0):
            self._holders.append(_column(self._cards[place :: self._count]))
            self._columns.addWidget(self._holders[-1], 1)
        self.setVisible(bool(self._cards))


def _column(cards: "Sequence[QWidget]") -> QWidget:
    """Return cards one below the other; a column that has none keeps its place."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_4)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return holder
