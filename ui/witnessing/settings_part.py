"""The settings about time witnesses: whether, by whom, and authorities of one's own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem
from ui.choosing import ask_file
from ui.controls import Button, PlainLabel
from ui.dossier.choices import StillComboBox
from ui.editors import LineEditor
from ui.help import HelpMark
from ui.i18n import language
from ui.messages import message, sentences
from ui.sheets.restore import PathRow
from ui.sheets.sheet import Sheet
from ui.tasks import Tasks
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2
from ui.witnessing.choice import MOST_WITNESSES, Consent, WitnessChoice
from ui.witnessing.consent import what_is_sent
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from evidence_app.actions.witness_state import AuthorityFacts

GROUP = 8  # characters of a fingerprint per group, as people read long numbers


class WitnessSettings(QWidget):
    """On or off, the two who are asked, and one's own ones. Every choice is effective at once."""

    grew = Signal()
    """What is shown needs another height."""

    def __init__(self, witnessing: Witnessing) -> None:
        super().__init__()
        self._witnessing, self._tasks = witnessing, witnessing.tasks
        self._facts: dict[str, AuthorityFacts] = {}
        self._own: frozenset[str] = frozenset()
        self.title = PlainLabel(role="emphasis", wrap=True)
        self.on = QCheckBox()
        self.words = PlainLabel(role="caption", tone="muted", wrap=True)
        self.choices = [StillComboBox() for _ in range(MOST_WITNESSES)]
        self._captions = [PlainLabel(role="caption", tone="muted", wrap=True) for _ in self.choices]
        self.details = [PlainLabel(role="caption", tone="muted", wrap=True) for _ in self.choices]
        self.add = Button(look="outline", icon_name="plus")
        self.remove = [Button(look="link", icon_name="trash") for _ in self.choices]
        self._lay_out()
        self._connect()
        self.retranslate()
        witnessing.read_listed()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("Time witnesses"))
        self.on.setText(self.tr("Have the time witnessed"))
        self.words.setText(what_is_sent(self._witnessing))
        self.add.setText(self.tr("Add an authority…"))
        captions = (self.tr("First witness"), self.tr("Second witness"))
        for caption, choice, words in zip(self._captions, self.choices, captions, strict=True):
            caption.setText(words)
            choice.setAccessibleName(words)
        self._show()

    # What is shown

    def _take(self) -> None:
        """Take the authorities once they are read, and what is known of their roots."""
        authorities = tuple(line.authority for line in self._witnessing.listed)
        if set(self._facts) != {authority.code for authority in authorities}:
            self._tasks.start(lambda _: _facts(authorities), then=self._take_facts, failed=lambda _: None, owner=self)
        self._show()

    def _take_facts(self, facts: "dict[str, AuthorityFacts]") -> None:
        self._facts = facts
        self._show()

    def _show(self) -> None:
        choice = self._witnessing.choice
        chosen = self._witnessing.witnesses()
        offered = tuple(line.authority for line in self._witnessing.listed)
        self._own = frozenset(line.authority.code for line in self._witnessing.listed if line.own)
        self.on.setChecked(choice.consent is Consent.GIVEN)
        for place, box in enumerate(self.choices):
            self._fill(box, offered, chosen[place].code if place < len(chosen) else "", may_be_none=place > 0)
            authority = chosen[place] if place < len(chosen) else None
            self.details[place].setText(self._details(authority) if authority is not None else "")
            self.details[place].setVisible(authority is not None)
            self.remove[place].setText(self.tr("Remove this authority"))
            self.remove[place].setVisible(authority is not None and authority.code in self._own)
        self.words.setText(what_is_sent(self._witnessing))
        self.grew.emit()

    def _fill(self, box: QComboBox, offered: tuple[Authority, ...], code: str, *, may_be_none: bool) -> None:
        lines = [(safe(authority.name), authority.code) for authority in offered]
        lines += [(self.tr("nobody"), "")] if may_be_none or not offered else []
        box.blockSignals(True)
        if lines != [(box.itemText(row), box.itemData(row)) for row in range(box.count())]:  # the list may be open
            box.clear()
            for words, data in lines:
                box.addItem(words, data)
        box.setCurrentIndex(max(0, box.findData(code)))
        box.blockSignals(False)

    def _details(self, authority: Authority) -> str:
        """Return operator, address, policy and the root's fingerprint."""
        facts = self._facts.get(authority.code)
        lines = [
            self.tr("Operator: %1").replace("%1", safe(authority.operator)),
            self.tr("Address: %1").replace("%1", safe(authority.url)),
            self.tr("Policy: %1").replace("%1", safe(authority.policy_url or ", ".join(authority.policies) or "–")),
        ]
        for print_of_root in facts.fingerprints if facts is not None else ():
            groups = [print_of_root[start : start + GROUP] for start in range(0, len(print_of_root), GROUP)]
            lines.append(self.tr("Fingerprint of its root (SHA-256): %1").replace("%1", " ".join(groups)))
        return "\n".join(lines)

    # What is chosen

    def _connect(self) -> None:
        self._witnessing.changed.connect(self._take)
        language.changed.connect(self.retranslate)
        self.on.clicked.connect(self._switch)
        for place, box in enumerate(self.choices):
            box.activated.connect(lambda _: self._choose())
            self.remove[place].clicked.connect(partial(self._remove, place))
        self.add.clicked.connect(self._ask_own)

    def _switch(self, on: bool) -> None:
        consent = Consent.GIVEN if on else Consent.REFUSED
        self._keep(replace(self._witnessing.choice, consent=consent))

    def _choose(self) -> None:
        codes = dict.fromkeys(str(box.currentData()) for box in self.choices if box.currentData())
        self._keep(replace(self._witnessing.choice, codes=tuple(codes)))

    def _remove(self, place: int) -> None:
        """Take one's own authority off the list; anchors that it gave stay."""
        chosen, folder = self._witnessing.witnesses(), self._witnessing.settings.authorities_folder
        if place < len(chosen):
            code = chosen[place].code
            codes = tuple(other.code for other in chosen if other.code != code)
            self._keep(replace(self._witnessing.choice, codes=codes))
            self._tasks.start(
                lambda _: _forget(code, folder), then=lambda _: self._witnessing.read_listed(), owner=self
            )

    def _ask_own(self) -> None:
        sheet = OwnAuthoritySheet(self.window(), self._tasks, self._witnessing.settings.authorities_folder)
        sheet.made.connect(self._add)
        sheet.present()

    def _add(self, authority: Authority) -> None:
        """Let it be the second witness."""
        first = [other.code for other in self._witnessing.witnesses() if other.code != authority.code]
        codes = (*first[: MOST_WITNESSES - 1], authority.code)
        self._keep(replace(self._witnessing.choice, codes=codes))
        self._witnessing.read_listed()

    def _keep(self, choice: WitnessChoice) -> None:
        self._witnessing.choose(choice)  # which tells that it changed

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_1)
        head.addWidget(self.title)
        head.addWidget(HelpMark("timestamp"))
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(head)
        column.addWidget(self.on)
        column.addWidget(self.words)
        for caption, box, details, remove in zip(self._captions, self.choices, self.details, self.remove, strict=True):
            caption.setBuddy(box)
            details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            one = QVBoxLayout()
            one.setSpacing(SPACE_1)
            one.addWidget(caption)
            one.addWidget(box)
            one.addWidget(details)
            one.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)
            column.addLayout(one)
        verbs = Flow()
        verbs.addWidget(self.add)
        column.addLayout(verbs)
        for button in (self.add, *self.remove):
            button.setAutoDefault(False)


class OwnAuthoritySheet(Sheet):
    """Asks for an authority that the program does not know: its name, address and root. ``made`` carries it."""

    made = Signal(object)

    def __init__(self, parent: QWidget | None, tasks: Tasks, folder: Path | None) -> None:
        super().__init__(parent)
        self._tasks, self._folder = tasks, folder
        self.entitle(self.tr("Add a timestamp authority"), self.tr("Add"))
        self.explain("authority")
        self.say(
            self.tr(
                "Its answers are accepted only if they lead to the root certificate that you choose here. "
                "Take the root from the authority itself."
            )
        )
        self.name, self.url = LineEditor(), LineEditor()
        for editor, caption, hint in (
            (self.name, self.tr("Name"), ""),
            (self.url, self.tr("Address"), "https://"),
        ):
            label = PlainLabel(caption, "caption", "muted")
            label.setBuddy(editor)
            editor.setAccessibleName(caption)
            editor.setPlaceholderText(hint)
            self.add(label)
            self.add(editor)
        self.root = PathRow(self.tr("Root certificate (a .pem, .crt or .cer file)"), self.tr("Choose…"), self._ask_root)
        self.add(self.root)

    def submit(self) -> None:
        """Read the root and make the authority, in the background."""
        name, url, root, folder = self.name.text().strip(), self.url.text().strip(), self.root.folder(), self._folder
        if not self.root.editor.text().strip():
            raise InputProblem("authority-root", name="")
        self.primary.setEnabled(False)
        self._tasks.start(lambda _: _made(name, url, root, folder), then=self._made, failed=self._failed, owner=self)

    def _made(self, authority: Authority) -> None:
        self.made.emit(authority)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self.primary.setEnabled(True)
        self.complain(sentences(message(error)))

    def _ask_root(self, then: Callable[[Path], object]) -> None:
        ask_file(self, self.tr("Root certificate"), then)


def _facts(offered: tuple[Authority, ...]) -> "dict[str, AuthorityFacts]":
    from evidence_app.actions.witness_state import authority_facts

    return {authority.code: authority_facts(authority) for authority in offered}


def _made(name: str, url: str, root: Path, folder: Path | None) -> Authority:
    from evidence_app.actions.authorities import add_authority

    return add_authority(name, url, root, folder)


def _forget(code: str, folder: Path | None) -> None:
    from evidence_app.actions.authorities import forget_authority

    forget_authority(code, folder)
