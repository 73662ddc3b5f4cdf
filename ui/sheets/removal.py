"""Removing into the tray: one reason, picked with one key or typed; and erasing from the tray for good."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from evidence_app.errors import InputProblem
from ui.controls import Button, PlainLabel
from ui.editors import LineEditor
from ui.sheets.sheet import Sheet
from ui.subjects import Subject
from ui.timeline.words import safe, shortened

MOST_NAMES = 5
LONGEST_NAME = 60


class Reason(StrEnum):
    """Why things are removed most often."""

    DUPLICATE = "duplicate"
    ELSEWHERE = "elsewhere"
    MISTAKE = "mistake"
    PRIVATE = "private"
    OVER = "over"


REASONS = (Reason.DUPLICATE, Reason.ELSEWHERE, Reason.MISTAKE, Reason.PRIVATE)
REASONS_OF_DISPUTE = (Reason.OVER, Reason.DUPLICATE, Reason.MISTAKE, Reason.PRIVATE)
"""A dispute cannot belong to another one."""


class RemovalSheet(Sheet):
    """Asks for the reason. ``wanted`` carries it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None, subject: Subject, names: Sequence[str]) -> None:
        """``names`` are those of the things to be removed."""
        super().__init__(parent)
        self.entitle(self._question(subject, len(names)), self.tr("Remove"))
        self.explain("removed")
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        shown = [shortened(safe(name), LONGEST_NAME) for name in names[:MOST_NAMES]]
        if len(names) > MOST_NAMES:
            shown.append(self.tr("and %n more", "", len(names) - MOST_NAMES))
        self.add(PlainLabel("\n".join(shown), wrap=True))
        self.say(
            self.tr("Nothing is erased: it goes to the removed items, from where it can be put back. Ctrl+Z works too.")
        )
        self.add(PlainLabel(self.tr("Why? One key is enough."), "emphasis"))
        offered = REASONS_OF_DISPUTE if subject is Subject.DISPUTE else REASONS
        self.reasons = {reason: self._offer(number, reason) for number, reason in enumerate(offered, 1)}
        self.add(PlainLabel(self.tr("Or in your own words (stays in the custody log)"), "caption", "muted", wrap=True))
        self.reason = LineEditor()
        self.reason.setAccessibleName(self.tr("Reason"))
        self.add(self.reason)
        self.reason.textChanged.connect(self._allow)
        self._allow()

    def submit(self) -> None:
        """Hand over the reason that is typed."""
        self._remove_for(str(self.reason.value()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a digit as the reason of that number, unless somebody is typing one."""
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(self.reasons) and not isinstance(self.focusWidget(), QLineEdit):
            list(self.reasons.values())[number].click()
            return
        super().keyPressEvent(event)

    def _offer(self, number: int, reason: Reason) -> Button:
        button = Button(f"{number}   {self._words(reason)}", "row")
        button.setAccessibleName(self._words(reason))
        button.setAutoDefault(True)
        button.clicked.connect(partial(self._remove_for, self._words(reason)))
        self.add(button)
        return button

    def _remove_for(self, reason: str, _: bool = False) -> None:
        if not reason:
            raise InputProblem("reason-missing")
        self.reason.clear()  # what was typed is no longer needed, and need not be asked about
        self.wanted.emit(reason)
        self.accept()

    def _words(self, reason: Reason) -> str:
        return {
            Reason.DUPLICATE: self.tr("It is there twice"),
            Reason.ELSEWHERE: self.tr("It has nothing to do with this dispute"),
            Reason.MISTAKE: self.tr("It was added by mistake"),
            Reason.PRIVATE: self.tr("It is private"),
            Reason.OVER: self.tr("It is over"),
        }[reason]

    def _question(self, subject: Subject, count: int) -> str:
        if subject is Subject.DISPUTE:
            return self.tr("Remove the dispute")
        if subject is Subject.EXHIBIT:
            return self.tr("Remove %n exhibit(s)", "", count)
        return self.tr("Remove %n entry(ies)", "", count)

    def _allow(self) -> None:
        self.primary.setEnabled(bool(self.reason.text().strip()))


class ErasingSheet(Sheet):
    """Says what is lost for good, and what stays in the log. ``wanted`` tells that it shall be so."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None, count: int) -> None:
        super().__init__(parent, look="danger")
        self.entitle(self.tr("Erase %n removed item(s) for good", "", count), self.tr("Erase for good"))
        self.primary.setDefault(False)
        self.primary.setAutoDefault(False)
        self.add(
            PlainLabel(
                self.tr(
                    "Their originals and everything written about them are erased from this vault. "
                    "This cannot be undone."
                ),
                wrap=True,
            )
        )
        self.say(
            self.tr(
                "The custody log keeps that they were there, their numbers and SHA-256, when they were removed "
                "and why. Backups made earlier and files outside the vault are not touched."
            )
        )

    def submit(self) -> None:
        """Hand over."""
        self.wanted.emit()
        self.accept()
