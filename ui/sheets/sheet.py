"""The common shape of all sheets: a title, a scrolling body, a place for what is wrong, verbs at the bottom."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from evidence_app.errors import InputProblem
from ui.controls import Button, Hairline, PlainLabel, part
from ui.messages import message
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5

WIDTH = 520
MOST_OF_SCREEN = 0.85


class Sheet(QDialog):
    """A window-modal question. Subclasses entitle it, fill ``body`` and override `submit`."""

    def __init__(self, parent: QWidget | None, *, look: str = "primary", width: int = WIDTH) -> None:
        super().__init__(parent)
        self._width = width
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(False)
        part(self, "surface")
        self.title = PlainLabel(role="title", wrap=True)
        self.content = QWidget()
        self.content.setProperty("part", "scrolled")
        self.body = QVBoxLayout(self.content)
        self.body.setContentsMargins(SPACE_5, SPACE_2, SPACE_5, SPACE_4)
        self.body.setSpacing(SPACE_3)
        self.problem = PlainLabel(tone="broken", wrap=True)
        self.problem.hide()
        self.primary = Button(look=look)
        self.primary.setDefault(True)
        self.primary.clicked.connect(self._try_submit)
        self.cancel = Button(self.tr("Cancel"), "outline")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def entitle(self, title: str, verb: str) -> None:
        """Say what the sheet asks and what its button does."""
        self.setWindowTitle(title)
        self.title.setText(title)
        self.primary.setText(verb)

    def submit(self) -> None:
        """Do what the verb says, then accept. Raises InputProblem, which the sheet shows."""
        self.accept()

    def add(self, widget: QWidget) -> None:
        """Put a widget below the others."""
        self.body.addWidget(widget)

    def say(self, words: str) -> PlainLabel:
        """Put a quiet sentence below the others."""
        label = PlainLabel(words, tone="muted", wrap=True)
        self.body.addWidget(label)
        return label

    def complain(self, words: str) -> None:
        """Show what is wrong, or nothing for an empty text."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def present(self) -> None:
        """Open over the parent, as tall as the body needs and the screen allows."""
        self.body.addStretch(1)
        self.fit()
        self.open()

    def fit(self) -> None:
        """Take the height that the body needs."""
        screen = self.screen() or QGuiApplication.primaryScreen()
        most = round(screen.availableGeometry().height() * MOST_OF_SCREEN)
        self.body.activate()
        wanted = (
            self.body.heightForWidth(self._width) if self.body.hasHeightForWidth() else self.body.sizeHint().height()
        )
        chrome = self.sizeHint().height() - self._area.sizeHint().height()
        self.setFixedWidth(self._width)
        self.resize(QSize(self.width(), min(most, wanted + chrome)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Submit with Ctrl+Enter from anywhere."""
        control = Qt.KeyboardModifier.ControlModifier
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and event.modifiers() & control:
            self._try_submit()
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.content)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_5, SPACE_5, SPACE_5, SPACE_2)
        head.addWidget(self.title)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, SPACE_4)
        foot.setSpacing(SPACE_2)
        foot.addWidget(self.problem, 1)
        foot.addStretch(1)
        foot.addWidget(self.cancel, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.primary, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._area, 1)
        column.addWidget(Hairline())
        column.addLayout(foot)

    def _try_submit(self) -> None:
        self.complain("")
        try:
            self.submit()
        except InputProblem as problem:
            about = message(problem)
            self.complain(f"{about.what} {about.do}")
