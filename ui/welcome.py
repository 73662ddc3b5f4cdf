"""The first page of all: in which language, where the vault shall be, and the way in. Shown while there is no vault."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.controls import Button, ElidedLabel, PlainLabel, ScrollColumn, chain_tabs, in_visual_order, part
from ui.i18n import NATIVE_NAMES, language
from ui.keeping import discard
from ui.messages import message, sentences
from ui.pages import ShapesPicture
from ui.places import Place, carried_places, place_in, usual_place
from ui.tasks import Tasks
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, SPACE_5, theme

TEXT_WIDTH_EMS = 36  # of running text, so that a sentence is one or two lines
INDENT = 26  # of what belongs to a choice: as far as its own words
LOOK_AGAIN_MS = 4000  # a stick that is plugged in while the page is shown appears by itself


class WelcomePage(QWidget):
    """Asks the two things that have to be known first. ``start_wanted`` and ``sample_wanted`` carry a Place."""

    language_chosen = Signal(object)
    start_wanted = Signal(object)
    sample_wanted = Signal(object)
    folder_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        part(self, "surface")
        self._tasks = tasks
        self._looking = False
        self._usual: Place | None = None
        self._carried: list[Place] = []
        self._other: Place | None = None
        self.title = PlainLabel(role="page", wrap=True)
        self.promise = PlainLabel(tone="muted", wrap=True)
        self.language_title = PlainLabel(role="emphasis")
        self.languages = {chosen: QRadioButton(name) for chosen, name in NATIVE_NAMES.items()}
        self.place_title = PlainLabel(role="emphasis")
        self.place_advice = PlainLabel(tone="muted", wrap=True)
        self.places = PlaceChoice()
        self.start = Button(look="primary")
        self.sample = Button(look="outline", icon_name="eye")
        self.restore = Button(look="link")
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._connect()
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("Welcome to Juzheng"))
        self.promise.setText(
            self.tr(
                "It turns screenshots, messages, calls and recordings into a timeline, and the timeline into a dossier "
                "that others can check. Originals are never changed, and never leave this computer."
            )
        )
        self.language_title.setText("语言 · 語言 · Language")  # to be found by whoever cannot read the rest
        self.place_title.setText(self.tr("Where shall the evidence be kept?"))
        self.place_advice.setText(
            self.tr("All of it lies in one folder, the vault. It can be moved and backed up at any time.")
        )
        self.start.setText(self.tr("Start"))
        self.sample.setText(self.tr("Look at a sample dispute first"))
        self.restore.setText(self.tr("I have a backup to restore…"))
        for chosen, button in self.languages.items():
            button.setChecked(chosen is language.chosen)
        self.places.retranslate()

    def take_folder(self, folder: Path) -> None:
        """Offer a folder that somebody chose, once it was looked into."""
        self._tasks.start(lambda _: place_in(folder), then=self._take_other, owner=self)

    def look(self) -> None:
        """Look for drives, and into the recommended folder."""
        if not self._looking:
            self._looking = True
            self._tasks.start(
                lambda _: (usual_place(), carried_places()), then=self._take_places, failed=self._give_up, owner=self
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Look for drives now and from time to time."""
        super().showEvent(event)
        self.look()
        self._again.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest."""
        super().hideEvent(event)
        self._again.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the width of the text in proportion to its size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _connect(self) -> None:
        for chosen, button in self.languages.items():
            button.clicked.connect(lambda _=False, chosen=chosen: self.language_chosen.emit(chosen.value))
        self._again.timeout.connect(self.look)
        self.places.folder_wanted.connect(self.folder_wanted)
        self.places.chosen.connect(self._allow)
        self.start.clicked.connect(lambda: self._go(self.start_wanted.emit))
        self.sample.clicked.connect(lambda: self._go(self.sample_wanted.emit))
        self.restore.clicked.connect(self.restore_wanted)
        language.changed.connect(self.retranslate)
        theme.changed.connect(self._fit)

    def _go(self, tell: Callable[[Place], object]) -> None:
        place = self.places.place()
        if place is not None:
            tell(place)

    def _allow(self) -> None:
        for button in (self.start, self.sample):
            button.setEnabled(self.places.place() is not None)

    def _take_places(self, found: tuple[Place, list[Place]]) -> None:
        self._looking = False
        self._usual, self._carried = found
        self._offer()

    def _give_up(self, _: BaseException) -> None:
        self._looking = False  # the next look may do better

    def _take_other(self, place: Place) -> None:
        self._other = place
        self._offer()
        self.places.choose(place.folder)

    def _offer(self) -> None:
        known = [self._usual, *self._carried, self._other]
        self.places.offer([place for place in known if place is not None])
        chain_tabs(in_visual_order(self))
        self._allow()

    # Laying out

    def _lay_out(self) -> None:
        self._text = QWidget()
        lines = QVBoxLayout(self._text)
        lines.setContentsMargins(QMargins(0, SPACE_4, 0, SPACE_4))
        lines.setSpacing(SPACE_2)
        lines.addLayout(self._head())
        lines.addSpacing(SPACE_4)
        lines.addWidget(self.language_title)
        lines.addLayout(self._language_row())
        lines.addSpacing(SPACE_4)
        lines.addWidget(self.place_title)
        lines.addWidget(self.place_advice)
        lines.addWidget(self.places)
        lines.addSpacing(SPACE_5)
        lines.addLayout(self._verbs())
        content = QWidget()
        middle = QHBoxLayout(content)
        middle.setContentsMargins(SPACE_5, 0, SPACE_5, 0)
        middle.addStretch(1)
        middle.addWidget(self._text, 0, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        area = ScrollColumn()
        area.hold(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self._fit()

    def _head(self) -> QLayout:
        words = QVBoxLayout()
        words.setSpacing(SPACE_2)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.promise)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_5)
        row.addLayout(words, 1)
        row.addWidget(ShapesPicture(), 0, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _language_row(self) -> QLayout:
        group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE_5)
        for button in self.languages.values():
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _verbs(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACE_3)
        row.addWidget(self.start)
        row.addWidget(self.sample)
        row.addStretch(1)
        row.addWidget(self.restore)
        return row

    def _fit(self) -> None:
        self._text.setFixedWidth(TEXT_WIDTH_EMS * self.fontMetrics().height() * 5 // 6)


class PlaceChoice(QWidget):
    """The places for a vault, one of them chosen, and what is risky about that one."""

    chosen = Signal()
    folder_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._places: list[Place] = []
        self._buttons: list[QRadioButton] = []
        self._rows: list[QWidget] = []
        self._chosen: Path | None = None
        self._group = QButtonGroup(self)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(SPACE_2)
        self.other = Button(look="link", icon_name="folder-open")
        self.other.setProperty("flush", True)
        self.other.clicked.connect(self.folder_wanted)
        self.warning = QFrame()
        self.warning.setProperty("part", "amber")
        self.warning_words = PlainLabel(wrap=True)
        inner = QVBoxLayout(self.warning)
        inner.setContentsMargins(SPACE_3, SPACE_2, SPACE_3, SPACE_2)
        inner.addWidget(self.warning_words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_2, 0, 0)
        column.setSpacing(SPACE_2)
        column.addLayout(self._choices)
        column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.warning)
        self.warning.hide()

    def offer(self, places: list[Place]) -> None:
        """Offer these, the recommended one first; what was chosen stays chosen as long as it is there."""
        if places != self._places:
            self._places = places
            self._make_rows()

    def choose(self, folder: Path) -> None:
        """Choose a place that is offered."""
        self._chosen = folder
        self._show_chosen()

    def place(self) -> Place | None:
        """Return the chosen place, None while none is known."""
        found = (place for place in self._places if place.folder == self._chosen)
        return next(found, self._places[0] if self._places else None)

    def buttons(self) -> list[QRadioButton]:
        """Return the choices, in order."""
        return self._buttons

    def retranslate(self) -> None:
        """Set all texts."""
        self.other.setText(self.tr("Another folder…"))
        for place, button in zip(self._places, self._buttons, strict=True):
            button.setText(self._name(place).replace("&", "&&"))
        self._show_chosen()

    def _make_rows(self) -> None:
        focused = next((n for n, button in enumerate(self._buttons) if button.hasFocus()), -1)
        for row in self._rows:
            self._choices.removeWidget(row)
            row.hide()
            discard(row)
        self._buttons, self._rows = [], []
        for place in self._places:
            self._add_row(place)
        self.retranslate()
        if 0 <= focused < len(self._buttons):
            self._buttons[focused].setFocus()

    def _add_row(self, place: Place) -> None:
        button = QRadioButton()
        button.clicked.connect(lambda: self.choose(place.folder))
        self._group.addButton(button)
        where = ElidedLabel(safe(str(place.folder)), "caption", "muted")
        below = QHBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.addWidget(where)
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1 // 2)
        column.addWidget(button)
        column.addLayout(below)
        self._buttons.append(button)
        self._rows.append(row)
        self._choices.addWidget(row)

    def _name(self, place: Place) -> str:
        if place.usual:
            name = self.tr("On this computer (recommended)")
        elif place.name:
            name = self.tr("On “%1”").replace("%1", safe(place.name))
        else:
            name = self.tr("In the folder you chose")
        if place.holds_vault:
            return self.tr("%1: a vault is there already and will be opened").replace("%1", name)
        return name

    def _show_chosen(self) -> None:
        now = self.place()
        for place, button in zip(self._places, self._buttons, strict=True):
            button.setChecked(place is now)
        problems = now.problems() if now is not None else []
        about = [message(problem) for problem in problems]
        self.warning_words.setText("\n".join(map(sentences, about)))
        self.warning.setVisible(bool(about))
        self.chosen.emit()
