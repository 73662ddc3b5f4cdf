"""Send myself a receipt: the witnessed state of the log as a small file, as text, and as a QR code."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.phrases import Language
from ui.choosing import ask_place, start_folder
from ui.controls import Button, PlainLabel
from ui.desk import Desk
from ui.i18n import language
from ui.messages import message, sentences
from ui.outside import show_in_folder
from ui.settings import Purpose
from ui.sheets.sheet import Sheet
from ui.timeline.flow import Flow
from ui.tokens import SPACE_2, SPACE_4, scaled, theme
from ui.witnessing.consent import StandingLine
from ui.witnessing.standing import moment, names
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from evidence_app.actions.receipt import Receipt
    from evidence_app.actions.session import Session

SIDE = 168  # of the code on the screen: a phone reads it from half a metre
QUIET_MODULES = 4  # around a code, ISO/IEC 18004
PICTURE_MODULE_PX = 8

Modules = tuple[tuple[bool, ...], ...]


@dataclass(frozen=True)
class Shown:
    """A receipt with its text and the modules of its code."""

    receipt: "Receipt"
    text: str
    modules: Modules


def code_image(modules: Modules, module_px: int) -> QImage:
    """Return a code as a picture, dark on white whatever the appearance: scanners expect that."""
    side = len(modules) + 2 * QUIET_MODULES
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x + QUIET_MODULES, y + QUIET_MODULES, QColor(Qt.GlobalColor.black))
    return image.scaled(side * module_px, side * module_px)


class CodeView(QWidget):
    """A QR code, drawn with whole pixels for each module."""

    def __init__(self) -> None:
        super().__init__()
        self._modules: Modules = ()
        theme.changed.connect(self.updateGeometry)

    def show_code(self, modules: Modules) -> None:
        """Show a code."""
        self._modules = modules
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of whole modules, larger with larger text."""
        side = max(1, len(self._modules) + 2 * QUIET_MODULES)
        module = max(3, scaled(SIDE) // side)
        return QSize(side * module, side * module)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        if self._modules:
            side = len(self._modules) + 2 * QUIET_MODULES
            painter = QPainter(self)
            painter.drawImage(0, 0, code_image(self._modules, max(1, min(self.width(), self.height()) // side)))
            painter.end()


class ReceiptSheet(Sheet):
    """Shows the latest receipt and saves it. Where nothing is witnessed yet, it says so and what can be done."""

    def __init__(self, parent: QWidget | None, desk: Desk, witnessing: Witnessing) -> None:
        super().__init__(parent, width=600)
        self._desk, self._witnessing = desk, witnessing
        self._shown: Shown | None = None
        self.explain("receipt")
        self.entitle(self.tr("Send myself a receipt"), self.tr("Save the file…"))
        self.cancel.setText(self.tr("Close"))
        self.say(
            self.tr(
                "Send it to yourself by mail or chat. If this computer is lost, it proves later that the log "
                "was exactly like this at that time. It holds nothing of the evidence."
            )
        )
        self.state = PlainLabel(wrap=True)
        self.standing = StandingLine(witnessing)
        self.code = CodeView()
        self.code.setAccessibleName(self.tr("QR code of the receipt"))
        self.text = PlainLabel(role="caption", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = Button(self.tr("Copy as text"), "outline", "copy")
        self.picture = Button(self.tr("Save the picture…"), "outline", "image")
        self.told = PlainLabel(role="caption", tone="muted", wrap=True)
        self.copy.clicked.connect(self._copy)
        self.picture.clicked.connect(self._ask_picture)
        self._fill()
        self._show_parts()
        self._look()
        witnessing.changed.connect(self._look)

    def submit(self) -> None:
        """Ask where the file goes."""
        if self._shown is not None:
            self._ask_where(self._shown.receipt.suggested_name, self.tr("ZIP archive (*.zip)"), self.save)

    def save(self, out: Path) -> None:
        """Write the file, in the background."""
        shown, spoken = self._shown, language.chosen
        if shown is not None:
            self._desk.tasks.start(
                lambda _: _written(shown.receipt, out, spoken), then=self._saved, failed=self._failed, owner=self
            )

    def save_picture(self, out: Path) -> None:
        """Write the code as a PNG, in the background."""
        shown = self._shown
        if shown is not None:
            image = code_image(shown.modules, PICTURE_MODULE_PX)
            self._desk.tasks.start(
                lambda _: _picture_written(image, out), then=self._saved, failed=self._failed, owner=self
            )

    # Inside

    def _look(self) -> None:
        """Look for a receipt, again once something was witnessed meanwhile."""
        if self._shown is None and self._desk.session is not None:
            self._desk.read(_latest(self._desk.dispute_id), self._take, self)

    def _take(self, shown: Shown | None) -> None:
        self._shown = shown
        if shown is not None:
            self.code.show_code(shown.modules)
            self.text.setText(shown.text.strip())
        self._show_parts()

    def _show_parts(self) -> None:
        shown = self._shown
        self.state.setText(self._standing())
        self.state.setVisible(shown is not None)
        self.standing.setVisible(shown is None)
        for widget in (self.code, self.text, self.copy, self.picture):
            widget.setVisible(shown is not None)
        self.primary.setEnabled(shown is not None)
        if self.isVisible():
            self.fit()

    def _standing(self) -> str:
        if self._shown is None:
            return ""
        tokens = self._shown.receipt.tokens
        at = moment(min(token.witnessed_at for token in tokens), self._witnessing.home)
        words = self.tr("%n entry(ies) of the log, witnessed by %1 at %2", "", self._shown.receipt.size)
        return words.replace("%1", names(tokens)).replace("%2", at)

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.text)
            self._say(self.tr("Copied"))

    def _ask_picture(self) -> None:
        if self._shown is not None:
            name = Path(self._shown.receipt.suggested_name).with_suffix(".png").name
            self._ask_where(name, self.tr("Picture (*.png)"), self.save_picture)

    def _ask_where(self, name: str, kind: str, then: Callable[[Path], None]) -> None:
        folder = start_folder(self._witnessing.settings, Purpose.DOSSIER)
        ask_place(self, self.windowTitle(), then, name=name, kind=kind, folder=folder)

    def _saved(self, out: Path) -> None:
        self._say(self.tr("Saved: %1").replace("%1", out.name))
        show_in_folder(out)

    def _failed(self, error: BaseException) -> None:
        self.complain(sentences(message(error)))

    def _say(self, words: str) -> None:
        self.told.setText(words)
        self.told.show()
        self.fit()

    def _fill(self) -> None:
        self.add(self.state)
        self.add(self.standing)
        beside = QHBoxLayout()
        beside.setSpacing(SPACE_4)
        beside.addWidget(self.code, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addWidget(self.text)
        verbs = Flow(spacing=SPACE_2)
        for button in (self.copy, self.picture):
            button.setAutoDefault(False)
            verbs.addWidget(button)
        words.addLayout(verbs)
        words.addStretch(1)
        beside.addLayout(words, 1)
        self.body.addLayout(beside)
        self.add(self.told)
        self.told.hide()


def _latest(dispute_id: str) -> "Callable[[Session], Shown | None]":
    def work(session: "Session") -> Shown | None:
        from evidence_app.actions.receipt import latest_receipt, qr_code, receipt_text
        from evidence_app.errors import InputProblem

        try:
            found = latest_receipt(session, dispute_id)
        except InputProblem:  # nothing is witnessed yet: the sheet says so
            return None
        text = receipt_text(found)
        return Shown(found, text, qr_code(text))

    return work


def _written(receipt: "Receipt", out: Path, spoken: Language) -> Path:
    from evidence_app.actions.receipt import write_receipt

    return write_receipt(receipt, out, spoken)


def _picture_written(image: QImage, out: Path) -> Path:
    from evidence_app.errors import EnvironmentProblem

    if not image.save(str(out), b"PNG"):
        raise EnvironmentProblem("disk-error", path=str(out), reason="PNG")
    return out
