"""What the review page says while nothing was read yet."""

from PySide6.QtCore import Signal

from ui.controls import Button
from ui.pages import Page


class NothingToReview(Page):
    """Nothing was read, or it is not known yet."""

    exhibits_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known = False
        self.button = Button(look="outline", icon_name="arrow-left")
        self.button.clicked.connect(self.exhibits_wanted)
        self.add_button(self.button)
        self.retranslate()

    def show_state(self, *, known: bool) -> None:
        """Say that there is nothing once that is known."""
        if known != self._known:
            self._known = known
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.button.setText(self.tr("All exhibits"))
        if not self._known:
            self.sentence.setText("")
            self.advice.setText(self.tr("Looking for what was read…"))
            return
        self.sentence.setText(self.tr("Nothing was read on the pictures yet."))
        self.advice.setText(
            self.tr(
                "The text on pictures is read in the background, on this computer. "
                "What is found will wait here for you to confirm it."
            )
        )
