"""What the review page says while nothing was read yet, and how that changes."""

from enum import Enum

from PySide6.QtCore import Signal

from ui.controls import Button
from ui.pages import Page


class Reads(Enum):
    """Whether pictures are read by themselves."""

    BY_ITSELF = "by itself"
    PAUSED = "paused"
    SWITCHED_OFF = "switched off"
    NEVER = "never"  # the vault is open for reading only


class NothingToReview(Page):
    """Nothing was read, or it is not known yet. ``reading_wanted`` asks to read from now on."""

    exhibits_wanted = Signal()
    reading_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known, self._reads = False, Reads.BY_ITSELF
        self.read = Button(look="primary", icon_name="sparkle")
        self.read.clicked.connect(self.reading_wanted)
        self.add_button(self.read)
        self.button = Button(look="outline", icon_name="arrow-left")
        self.button.clicked.connect(self.exhibits_wanted)
        self.add_button(self.button)
        self.retranslate()

    def show_state(self, *, known: bool, reads: Reads = Reads.BY_ITSELF) -> None:
        """Say that there is nothing once that is known, and whether something will come by itself."""
        if (known, reads) != (self._known, self._reads):
            self._known, self._reads = known, reads
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.button.setText(self.tr("All exhibits"))
        self.read.setText(self._verb())
        self.read.setVisible(self._known and bool(self._verb()))
        self.sentence.setText(self.tr("Nothing was read on the pictures yet.") if self._known else "")
        self.advice.setText(self._advice() if self._known else self.tr("Looking for what was read…"))

    def _verb(self) -> str:
        return {
            Reads.PAUSED: self.tr("Go on reading"),
            Reads.SWITCHED_OFF: self.tr("Read text on pictures automatically"),
        }.get(self._reads, "")

    def _advice(self) -> str:
        return {
            Reads.BY_ITSELF: self.tr(
                "The text on pictures is read in the background, on this computer. "
                "What is found will wait here for you to confirm it."
            ),
            Reads.PAUSED: self.tr(
                "Reading is paused. Once it goes on, what is found will wait here for you to confirm it."
            ),
            Reads.SWITCHED_OFF: self.tr(
                "Pictures are not read automatically: that is switched off. Switch it on, or let a single picture be "
                "read beside it; it is done on this computer, and what is found will wait here for you to confirm it."
            ),
            Reads.NEVER: self.tr("The vault is open for reading only: the text on pictures is not read in it."),
        }[self._reads]
