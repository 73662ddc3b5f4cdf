"""About the program: version, licence, and what it is made of, with every licence to read."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from evidence_app import __version__
from evidence_app.actions.licences import Component, components, licence_text
from evidence_app.resources import resource
from ui.controls import Button, PlainLabel
from ui.i18n import language
from ui.sheets.sheet import Sheet
from ui.system import versions
from ui.tasks import Tasks
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, scaled, theme

WIDTH = 760
ICON_PX = 56
LIST_WIDTH = 260
LIST_HEIGHT = 260


class AboutSheet(Sheet):
    """Reads the licences in the background; shows them when they are there."""

    def __init__(self, parent: QWidget | None, tasks: Tasks) -> None:
        super().__init__(parent, width=WIDTH)
        self.cancel.hide()
        self._tasks = tasks
        self._components: list[Component] = []
        self.picture = QLabel()
        self.version = PlainLabel(tone="muted")
        self.what = PlainLabel(wrap=True)
        self.terms = PlainLabel(tone="muted", wrap=True)
        self.copy = Button(look="link", icon_name="copy")
        self.copy.setAutoDefault(False)
        self.caption = PlainLabel(role="emphasis")
        self.parts = QListWidget()
        self.text = QPlainTextEdit(readOnly=True)
        self._fill()
        self._dress()
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(versions()))
        self.parts.currentRowChanged.connect(self._read)
        theme.changed.connect(self._dress)
        language.changed.connect(self.retranslate)
        self.retranslate()
        tasks.start(lambda _: components(), then=self._show, owner=self)

    def retranslate(self) -> None:
        """Set all texts."""
        self.entitle(self.tr("About Juzheng"), self.tr("Close"))
        self.version.setText(self.tr("Version %1").replace("%1", __version__))
        self.what.setText(
            self.tr(
                "Turns what happened with a lender or a wallet into a timeline, and the timeline into a dossier that "
                "others can check. Everything stays on this computer."
            )
        )
        self.terms.setText(
            self.tr(
                "Free software under the GNU General Public License, version 3 or later: you may use it, pass it on "
                "and change it under the same terms. It comes without any warranty, and it is no legal advice."
            )
        )
        self.copy.setText(self.tr("Copy the versions"))
        self.caption.setText(self.tr("What it is made of, and the licences"))
        self.parts.setAccessibleName(self.caption.text())
        self.text.setAccessibleName(self.tr("Text of the licence"))

    def typed_texts(self) -> list[str]:
        """Nothing is typed here."""
        return []

    def _fill(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE_1)
        for widget in (self.version, self.what, self.terms):
            words.addWidget(widget)
        words.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignLeft)
        top = QHBoxLayout()
        top.setSpacing(SPACE_4)
        top.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.body.addSpacing(SPACE_2)
        self.add(self.caption)
        self.parts.setProperty("look", "listing")
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTabChangesFocus(True)
        below = QHBoxLayout()
        below.setSpacing(SPACE_3)
        below.addWidget(self.parts)
        below.addWidget(self.text, 1)
        self.body.addLayout(below)

    def _dress(self) -> None:
        picture = QIcon(str(resource("icons", "juzheng.svg")))
        self.picture.setPixmap(picture.pixmap(QSize(scaled(ICON_PX), scaled(ICON_PX)), self.devicePixelRatioF()))
        self.parts.setFixedWidth(scaled(LIST_WIDTH))
        self.parts.setMinimumHeight(scaled(LIST_HEIGHT))

    def _show(self, found: Sequence[Component]) -> None:
        self._components = list(found)
        for component in found:
            name = " ".join(filter(None, (component.name, component.version)))
            item = QListWidgetItem(f"{name}\n{component.licence}")
            item.setToolTip(component.licence)
            self.parts.addItem(item)
        self.parts.setCurrentRow(0)

    def _read(self, row: int) -> None:
        if 0 <= row < len(self._components):
            component = self._components[row]
            self._tasks.start(
                lambda _: licence_text(component), then=lambda text: self._read_out(row, text), owner=self
            )

    def _read_out(self, row: int, text: str) -> None:
        if row == self.parts.currentRow():
            self.text.setPlainText(text or self.tr("This part names its licence and brings no text of it."))
