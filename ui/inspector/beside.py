"""Beside an event's own facts: whose number it is by the contacts, and what its imported words suggest."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.events import Event
from evidence_app.domain.suggestions import Suggestion
from ui.controls import Button, PlainLabel
from ui.i18n import language, word
from ui.timeline.words import safe, shortened
from ui.tokens import SPACE_1

MOST_NAMED = 4
LONGEST = 40
"""Characters of one thing that was found: the review shows it in full."""


class ContactLine(PlainLabel):
    """Hidden where no address book of the dispute has the number."""

    def __init__(self) -> None:
        super().__init__(role="caption", tone="muted", wrap=True)
        self.setContentsMargins(7, 0, 0, 0)  # where the fields' texts begin
        self._name = self._number = ""
        language.changed.connect(self._say)
        self.hide()

    def show_name(self, event: Event, name: str) -> None:
        """Say whose number it is, as the contacts have it; ``name`` is empty for nobody's."""
        self._name, self._number = name, event.number or event.party
        self.setVisible(bool(name))
        self._say()

    def _say(self) -> None:
        words = self.tr("%1 is “%2” in the contacts that were added.")
        self.setText(words.replace("%2", safe(self._name)).replace("%1", safe(self._number)))


class FoundInMessage(QWidget):
    """Hidden where nothing that an imported message names waits for a person; ``review_wanted`` leads there."""

    review_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._waiting: tuple[Suggestion, ...] = ()
        self.words = PlainLabel(role="caption", tone="muted", wrap=True)
        self.review = Button(look="link", icon_name="sparkle")
        column = QVBoxLayout(self)
        column.setContentsMargins(7, SPACE_1, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.review.clicked.connect(self.review_wanted)
        language.changed.connect(self.retranslate)
        self.retranslate()
        self.hide()

    def show_waiting(self, waiting: Sequence[Suggestion]) -> None:
        """Show what waits."""
        self._waiting = tuple(waiting)
        self.setVisible(bool(waiting))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        count = len(self._waiting)
        named = [f"{word(each.kind)} {shortened(safe(each.value), LONGEST)}" for each in self._waiting[:MOST_NAMED]]
        more = [self.tr("%n more", "", count - MOST_NAMED)] if count > MOST_NAMED else []
        found = self.tr("A machine found in it, not confirmed: %1")
        self.words.setText(found.replace("%1", "; ".join([*named, *more])))
        self.review.setText(self.tr("Review (%1)").replace("%1", f"{count:,}"))
