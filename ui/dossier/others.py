"""Warns of what would go out of other people, a mother's messages, a bank's codes, and asks what to leave out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFrame, QRadioButton, QVBoxLayout

from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.other_people import OtherPeople


EVERYTHING, ONLY_THEIRS, WHOLE_EXPORTS = "everything", "theirs", "whole-exports"
"""What a dossier holds of other people: all of it, nothing, or nothing but whole exports."""

ASKED_IN, STATED_IN = "findings", "channels"
"""Parts of the case's page: where it is asked whose numbers are whose, and where the answer can be changed."""


class OthersChoice(QFrame):
    """A card, seen only where exports hold more than is with the other side.

    Once somebody said which numbers are theirs, only what is with them goes out unless a person wants everything.
    ``changed`` says that the dossier would be another one now, ``theirs_wanted`` carries the part of the case's page
    on which it is said.
    """

    changed = Signal()
    known = Signal()
    """What the dispute holds of other people is read."""
    theirs_wanted = Signal(str)

    def __init__(self, remembered: str = "") -> None:
        """Begin with what was chosen for the last dossier, as `to_remember` returned it."""
        super().__init__()
        self.setProperty("part", "card")
        self._held: OtherPeople | None = None
        self._counts: OtherPeople | None = None
        self._wants_theirs = remembered != EVERYTHING
        self._chosen: bool | None = None
        self.title = PlainLabel(role="emphasis", wrap=True)
        self.sentence = PlainLabel(wrap=True)
        self.theirs, self.everything = QRadioButton(), QRadioButton()
        self.group = QButtonGroup(self)
        self.group.addButton(self.theirs)
        self.group.addButton(self.everything)
        self.stays = PlainLabel(role="caption", tone="muted", wrap=True)
        self.files = QCheckBox()
        self.files.setChecked(remembered == WHOLE_EXPORTS)
        self.files_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.ask, self.whose = Button(look="outline"), Button(look="link")
        self._lay_out()
        self.theirs.toggled.connect(self._choose)
        self.files.toggled.connect(lambda _: self._announce())
        self.ask.clicked.connect(lambda: self.theirs_wanted.emit(ASKED_IN))
        self.whose.clicked.connect(lambda: self.theirs_wanted.emit(STATED_IN))
        language.changed.connect(self.retranslate)
        self.hide()

    @property
    def is_read(self) -> bool:
        """Whether it is known what the dispute holds."""
        return self._held is not None

    def only_theirs(self) -> bool:
        """Whether what is with other people shall be left out."""
        held = self._held
        if held is None or not (held.events or held.whole_exports) or not self._is_possible(held):
            return False
        return held.is_answered and self._wants_theirs if self._chosen is None else self._chosen

    def whole_exports(self) -> bool:
        """Whether the files of exports shall go along all the same."""
        return self.only_theirs() and self.files.isChecked()

    @property
    def left_out(self) -> frozenset[str]:
        """The exhibits that stay out by the choice."""
        return self._held.files if self._held is not None and self.only_theirs() else frozenset()

    def to_remember(self) -> str:
        """Return what was chosen; empty where nobody chose and nothing else was possible."""
        if self.only_theirs():
            return WHOLE_EXPORTS if self.files.isChecked() else ONLY_THEIRS
        return EVERYTHING if self._chosen is not None else ""

    def show_held(self, held: "OtherPeople | None") -> None:
        """Offer the choice for what a dispute's exports hold; None for another dispute, in which nothing is chosen."""
        if held is None:
            self._chosen = None
        self._held, self._counts = held, None
        self.setVisible(held is not None and bool(held.events or held.whole_exports))
        self.retranslate()
        if held is not None:
            self.known.emit()

    def show_counts(self, counts: "OtherPeople") -> None:
        """Show what was counted for the choices as they are; not what was for those before."""
        held = self._held
        known = (self.only_theirs(), held.is_known, held.is_answered) if held is not None else None
        if known == (counts.left_out, counts.is_known, counts.is_answered):
            self._counts = counts
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts, and show what is chosen."""
        held = self._counts or self._held
        if held is None:
            return
        with QSignalBlocker(self.theirs), QSignalBlocker(self.everything):
            (self.theirs if self.only_theirs() else self.everything).setChecked(True)
        self.title.setText(self.tr("Messages of other people"))
        self.sentence.set_tone("" if self.only_theirs() and not held.naming else "attention")
        self.sentence.setText(self._sentence(held))
        self.theirs.setText(self.tr("Only what is with the other side"))
        for choice in (self.theirs, self.everything):
            choice.setVisible(self._is_possible(held))
        self.everything.setText(self.tr("Everything, also with other people"))
        self.stays.setText(
            self.tr(
                "What you typed, marked, changed or accepted stays in, a file of which you wrote what it proves, "
                "an e-mail added as a file of its own, and all that was read off pictures."
            )
        )
        self.stays.setVisible(self.only_theirs())
        self.files.setText(self.tr("Hand over the whole export files, too"))
        self.files.setVisible(self.only_theirs() and bool(held.whole_exports))
        self.files_note.setText(self._about_files(held))
        self.files_note.setVisible(bool(held.whole_exports))
        self.ask.setText(self.tr("Say which numbers are theirs"))
        self.whose.setText(self.tr("Show which numbers are theirs"))
        self.ask.setVisible(not held.is_answered)
        self.whose.setVisible(held.is_answered)

    def _is_possible(self, held: "OtherPeople") -> bool:
        return held.is_known or not held.events

    def _choose(self, only_theirs: bool) -> None:
        self._chosen = only_theirs
        self._announce()

    def _announce(self) -> None:
        self._counts = None
        self.retranslate()
        self.changed.emit()

    def _sentence(self, held: "OtherPeople") -> str:
        if not held.events:
            return self.tr("Your export files hold more than is on the timeline, also what is with other people.")
        what = self.tr("%n call(s), message(s) or payment(s)", "", held.events)
        if not held.is_known:
            whose = self.tr("with %n person(s)", "", held.people) if held.people else ""
            said = self.tr("%1 %2 would go out. Nobody has said yet which of these are the other side.")
        else:
            whose = self.tr("with %n other person(s)", "", held.people) if held.people else ""
            said = self.tr("%1 %2 would go out: perhaps family, doctors, codes of a bank. Every reader could see them.")
            if self.only_theirs():
                said = self.tr("%1 %2 stay out. The dossier says how many, and with whom the others are.")
            elif not held.is_answered:
                said += " " + self.tr("So far only what is under the institution's own name counts as theirs.")
        if self.only_theirs() and held.files:
            said += " " + self.tr("%n file(s) that show nothing else stay out, too.", "", len(held.files))
        if self.only_theirs() and held.naming:
            said += " " + self.tr(
                "%n of them name(s) the amount in dispute or a number of the matter. What you mark or change stays in.",
                "",
                len(held.naming),
            )
        return " ".join(said.replace("%1", what).replace("%2", whose).split())

    def _about_files(self, held: "OtherPeople") -> str:
        """Return what becomes of the files themselves."""
        if not self.only_theirs():
            return self.tr(
                "%n export file(s) go along whole where originals do: everything in them can be read.",
                "",
                held.whole_exports,
            )
        if self.files.isChecked():
            return self.tr(
                "%n export file(s) go along as they are. Whoever opens them can read everything, also of other people.",
                "",
                held.whole_exports,
            )
        return self.tr(
            "%n export file(s) stay in your vault, because everything is in them. "
            "Their hash is in the dossier: you can show them to a court later.",
            "",
            held.whole_exports,
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_3, SPACE_3, SPACE_3, SPACE_3)
        column.setSpacing(SPACE_2)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        choice = QVBoxLayout()
        choice.setSpacing(SPACE_1)
        for widget in (self.theirs, self.stays, self.everything):
            choice.addWidget(widget)
        column.addLayout(choice)
        column.addWidget(self.files)
        column.addWidget(self.files_note)
        for button in (self.ask, self.whose):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
