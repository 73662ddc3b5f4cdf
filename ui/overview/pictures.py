"""What people would rather look at than read: the charts of the dispute, on the overview."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.casework.pictures import Pictures
from ui.i18n import language
from ui.keeping import discard
from ui.tokens import SPACE_4

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Charts


class OverviewPictures(QWidget):
    """A card for each chart; hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._charts: Charts | None = None
        self._numbers_unsaid = False
        self._cards: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        language.changed.connect(self._draw)
        self._draw()

    def show_charts(self, charts: "Charts | None", *, numbers_unsaid: bool = False) -> None:
        """Show what was counted, None for not known yet, and whether nobody said which numbers are theirs."""
        if (charts, numbers_unsaid) != (self._charts, self._numbers_unsaid):
            self._charts, self._numbers_unsaid = charts, numbers_unsaid
            self._draw()

    def _draw(self) -> None:
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            discard(card)
        self._cards = []
        if self._charts is not None:
            self._cards = list(Pictures(numbers_unsaid=self._numbers_unsaid).cards(self._charts))
        for card in self._cards:
            self._column.addWidget(card)
        self.setVisible(bool(self._cards))
