"""Timestamps that were made elsewhere over an exhibit's original: by whom, when, and attaching another one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from evidence_app.domain.anchors import ExhibitToken
from evidence_app.domain.exhibits import Exhibit
from ui.choosing import ask_file
from ui.controls import Button, PlainLabel
from ui.desk import Desk
from ui.i18n import language
from ui.keeping import discard, pieces_of
from ui.messages import message, sentences
from ui.tasks import Lane
from ui.timeline.words import safe
from ui.tokens import SPACE_2

if TYPE_CHECKING:
    from evidence_app.actions.session import Session

ENDINGS = "*.tsa *.tsr *.tst *.p7s"


class StampsPanel(QWidget):
    """The tokens of one exhibit. ``attach_wanted`` carries the file of another one."""

    attach_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tokens: Sequence[ExhibitToken] = ()
        self._home = ZoneInfo("UTC")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_2)
        self.problem = PlainLabel(tone="broken", wrap=True)
        self.problem.hide()
        self.attach = Button(look="link", icon_name="paperclip")
        self.attach.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 0, 0, 0)
        self.attach.setProperty("flush", True)
        column.setSpacing(SPACE_2)
        column.addLayout(self._rows)
        column.addWidget(self.problem)
        column.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)
        language.changed.connect(self.retranslate)
        self.retranslate()

    @property
    def lines(self) -> list[str]:
        """What is said, line by line."""
        return [label.text() for label in pieces_of(self._rows) if isinstance(label, PlainLabel)]

    def retranslate(self) -> None:
        """Set all texts."""
        self.attach.setText(self.tr("Attach a timestamp file…"))
        self.attach.setAccessibleDescription(
            self.tr("One that a timestamp service made over this file, a .tsa or .tsr file for example.")
        )
        self._show()

    def show_tokens(self, tokens: Sequence[ExhibitToken], home: ZoneInfo, *, read_only: bool) -> None:
        """Show these, their times in the dispute's zone."""
        self._tokens, self._home = tokens, home
        self.attach.setEnabled(not read_only)
        self._show()

    def complain(self, words: str) -> None:
        """Say why a file was not attached, nothing for an empty text."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                discard(widget)
        for token in self._tokens:
            self._add(f"{token.witnessed_at.astimezone(self._home):%Y-%m-%d %H:%M:%S} · {safe(token.name)}", "")
            known = bool(token.authority)
            words = (
                self.tr("Checked: over exactly this file, by an authority that is known.")
                if known
                else self.tr(
                    "Over exactly this file, but by nobody that this program knows; it counts for nothing yet."
                )
            )
            self._add(f"{words} ({safe(token.file_name)})", "verified" if known else "attention")
        if not self._tokens:
            self._add(
                self.tr("None. If a timestamp service has sealed this file, its answer can be kept here."), "muted"
            )

    def _add(self, words: str, tone: str) -> None:
        label = PlainLabel(words, "body" if not tone else "caption", tone, wrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._rows.addWidget(label)

    def _ask(self) -> None:
        kinds = [self.tr("Timestamp (%1)").replace("%1", ENDINGS), self.tr("All files (%1)").replace("%1", "*")]
        ask_file(self, self.attach.text(), self.attach_wanted.emit, kinds=kinds)


class Stamping(QObject):
    """Reads the shown exhibit's tokens into their panel, and keeps others."""

    def __init__(self, desk: Desk, panel: StampsPanel, folder: Path | None) -> None:
        """``folder`` is where one's own authorities are kept; their tokens count as well."""
        super().__init__(panel)
        self._desk, self._panel, self._folder = desk, panel, folder
        self._exhibit: Exhibit | None = None
        panel.attach_wanted.connect(self.attach)

    def load(self, exhibit: Exhibit | None) -> None:
        """Show the tokens of an exhibit, none of another one meanwhile."""
        dispute = self._desk.dispute
        if self._exhibit is None or exhibit is None or exhibit.id != self._exhibit.id:
            self._take([])
            self._panel.complain("")
        self._exhibit = exhibit
        if exhibit is not None and dispute is not None:
            self._desk.read(
                lambda session: _tokens(session, dispute.id, exhibit.id),
                lambda found: self._take(found) if self._exhibit is exhibit else None,
                self._panel,
            )

    def attach(self, path: Path) -> None:
        """Check a token over the exhibit's original and keep it; why not is said where it was wanted."""
        exhibit, session, folder = self._exhibit, self._desk.session, self._folder
        if exhibit is None or session is None:
            return
        self._panel.complain("")
        self._desk.tasks.start(
            lambda _: _attached(session, exhibit.id, path, folder),
            lane=Lane.CHANGE,
            then=self._desk.while_open(session, lambda _: self._kept()),
            failed=lambda error: self._complain(exhibit, error),
            owner=self._panel,
        )

    def _kept(self) -> None:
        """Show it, and what the exhibit's history says of it."""
        self.load(self._exhibit)
        self._desk.reload_detail()

    def _complain(self, exhibit: Exhibit, error: BaseException) -> None:
        """Say why a file was not kept, unless another exhibit is shown by now."""
        if self._exhibit is not None and self._exhibit.id == exhibit.id:
            self._panel.complain(sentences(message(error)))
        else:
            self._desk.failed.emit(error)

    def _take(self, tokens: Sequence[ExhibitToken]) -> None:
        dispute = self._desk.dispute
        if dispute is not None:
            self._panel.show_tokens(tokens, dispute.zone, read_only=self._desk.read_only)


def _tokens(session: "Session", dispute_id: str, exhibit_id: str) -> list[ExhibitToken]:
    from evidence_app.actions.anchor import list_tokens

    return [token for token in list_tokens(session, dispute_id) if token.exhibit_id == exhibit_id]


def _attached(session: "Session", exhibit_id: str, path: Path, folder: Path | None) -> ExhibitToken:
    from evidence_app.actions.anchor import attach_token
    from evidence_app.actions.authorities import list_authorities

    own = [line.authority for line in list_authorities(folder) if line.own]
    return attach_token(session, exhibit_id, path, own)
