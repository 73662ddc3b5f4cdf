"""What shall be in the dossier: for whom, in which language, which days, which exhibits, prepared by whom."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QListWidgetItem, QRadioButton, QVBoxLayout, QWidget

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.timeline import ALL_TIME, Days, Period, meets
from evidence_app.errors import InputProblem
from evidence_app.phrases import phrase
from evidence_app.resources import resource
from ui.controls import Button, PlainLabel
from ui.dossier.others import OthersChoice
from ui.dossier.sections import SectionChoice
from ui.editors import DateEditor, LineEditor
from ui.i18n import NATIVE_NAMES, language
from ui.messages import message, sentences
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, font, theme

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import ExportOptions
    from evidence_app.actions.other_people import OtherPeople

FIRST_PROFILE = "plain"
LINES_SHOWN = 7  # of the list of exhibits; more scroll


def profiles() -> list[str]:
    """Return the codes of the dossier's profiles, the plain one first."""
    codes = sorted(path.stem for path in resource("profiles").glob("*.toml"))
    return sorted(codes, key=lambda code: code != FIRST_PROFILE)


def profile_note(code: str) -> str:
    """Return for whom a profile is and what is in it; empty for an unknown one."""
    return {
        "plain": QCoreApplication.translate(
            "DossierChoices", "For a complaints office: confirmed entries and all exhibits, with short captions."
        ),
        "lawyer": QCoreApplication.translate(
            "DossierChoices",
            "For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too.",
        ),
    }.get(code, "")


class StillComboBox(QComboBox):
    """A choice that the wheel does not change: it scrolls the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ExhibitChoice(QWidget):
    """All exhibits of the period, or only those that are ticked. ``changed`` says that another choice was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._exhibits: list[Exhibit] = []
        self.every = QRadioButton()
        self.some = QRadioButton()
        self.every.setChecked(True)
        self.list = QListWidget()
        self.list.setProperty("look", "framed")
        self.tick_all = Button(look="link")
        self.tick_none = Button(look="link")
        self.picking = QWidget()
        self._lay_out()
        self.picking.hide()
        self.some.toggled.connect(self.picking.setVisible)
        self.some.toggled.connect(self.changed)
        self.list.itemChanged.connect(self.changed)
        self.tick_all.clicked.connect(lambda: self._tick_every(Qt.CheckState.Checked))
        self.tick_none.clicked.connect(lambda: self._tick_every(Qt.CheckState.Unchecked))
        theme.changed.connect(self._fit)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.every.setText(self.tr("All exhibits (%n)", "", len(self._exhibits)))
        self.some.setText(self.tr("Only these"))
        self.list.setAccessibleName(self.tr("Exhibits"))
        self.tick_all.setText(self.tr("Tick all"))
        self.tick_none.setText(self.tr("Tick none"))

    def show_exhibits(self, exhibits: Sequence[Exhibit]) -> None:
        """Offer these; what was not wanted before is not wanted now, what is new is."""
        left_out = {exhibit.id for exhibit in self._exhibits} - set(self._ticked())
        self._exhibits = list(exhibits)
        with QSignalBlocker(self.list):
            self.list.clear()
            for exhibit in exhibits:
                item = QListWidgetItem(f"{exhibit.number}  {safe(exhibit.label)}", self.list)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                wanted = exhibit.id not in left_out
                item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
                item.setData(Qt.ItemDataRole.UserRole, exhibit.id)
        self.some.setEnabled(bool(exhibits))
        if not exhibits:
            self.every.setChecked(True)
        self.retranslate()

    def reset(self) -> None:
        """Want everything again, for another dispute."""
        self.every.setChecked(True)
        self._exhibits = []
        with QSignalBlocker(self.list):
            self.list.clear()

    def chosen(self) -> tuple[str, ...] | None:
        """Return the ids of the ticked exhibits, None for all. Raises InputProblem("no-exhibit-chosen")."""
        if self.every.isChecked():
            return None
        ticked = self._ticked()
        if not ticked:
            raise InputProblem("no-exhibit-chosen")
        return ticked

    def wanted(self) -> frozenset[str]:
        """Return the ids of all that is wanted, whatever the period."""
        return frozenset(e.id for e in self._exhibits) if self.every.isChecked() else frozenset(self._ticked())

    def _ticked(self) -> tuple[str, ...]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def _tick_every(self, state: Qt.CheckState) -> None:
        with QSignalBlocker(self.list):
            for row in range(self.list.count()):
                self.list.item(row).setCheckState(state)
        self.changed.emit()

    def _fit(self) -> None:
        """Show so many lines in any text size."""
        self.list.setFixedHeight(round(QFontMetrics(font("body")).height() * 1.5 * LINES_SHOWN))

    def _lay_out(self) -> None:
        self._fit()
        buttons = QHBoxLayout()
        buttons.addWidget(self.tick_all)
        buttons.addWidget(self.tick_none)
        buttons.addStretch(1)
        inner = QVBoxLayout(self.picking)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_1)
        inner.addWidget(self.list)
        inner.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for widget in (self.every, self.some, self.picking):
            column.addWidget(widget)


class DossierChoices(QWidget):
    """The whole form. ``changed`` says that the dossier would be another one now."""

    changed = Signal()

    def __init__(self, prepared_by: str = "", others: OthersChoice | None = None) -> None:
        super().__init__()
        self.others = others or OthersChoice()
        self._days: Mapping[str, frozenset[Days]] = {}
        self._language_chosen = False
        self._wrong: QWidget | None = None
        self.profile = StillComboBox()
        for code in profiles():
            self.profile.addItem("", code)
        self.language = StillComboBox()
        self.language.addItems(list(NATIVE_NAMES.values()))
        self.first, self.last = DateEditor(), DateEditor()
        self.exhibits = ExhibitChoice()
        self.sections = SectionChoice()
        self.prepared_by = LineEditor()
        self.prepared_by.show_value(prepared_by)
        self.profile_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.note = PlainLabel(role="caption", tone="muted", wrap=True)
        self._captions = {
            name: PlainLabel(role="caption", tone="muted")
            for name in ("profile", "language", "first", "last", "prepared_by")
        }
        self._lay_out()
        self._connect()
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts; the dossier follows the window's language until somebody chose another."""
        captions = {
            "profile": self.tr("Form"),
            "language": self.tr("Language of the dossier"),
            "first": self.tr("From day"),
            "last": self.tr("Until day"),
            "prepared_by": self.tr("Prepared by (optional)"),
        }
        for name, words in captions.items():
            self._captions[name].setText(words)
            getattr(self, name).setAccessibleName(words)
        for index in range(self.profile.count()):
            code = self.profile.itemData(index)
            self.profile.setItemText(index, phrase("dossier", f"profile.{code}", language.chosen))
        self.first.setPlaceholderText(self.tr("the beginning"))
        self.last.setPlaceholderText(self.tr("today"))
        self.exhibits.retranslate()
        self.sections.retranslate()
        if not self._language_chosen:
            self.language.setCurrentIndex(list(NATIVE_NAMES).index(language.chosen))
        self._say_notes()

    def show_others(self, others: "OtherPeople") -> None:
        """Offer to leave out what exports hold of other people."""
        self.others.show_held(others)
        self._say_notes()

    def show_dispute(self, exhibits: Sequence[Exhibit], days: Mapping[str, frozenset[Days]]) -> None:
        """Offer a dispute's exhibits; ``days`` tell which of them a period holds."""
        self._days = days
        self.exhibits.show_exhibits([exhibit for exhibit in exhibits if exhibit.removed_at is None])
        self._say_notes()

    def reset(self) -> None:
        """Forget period and exhibits, which belong to a dispute."""
        with QSignalBlocker(self):
            self.first.show_value(None)
            self.last.show_value(None)
            self.exhibits.reset()
        self._days = {}
        self.others.show_held(None)

    def options(self) -> "ExportOptions":
        """Return what was chosen. Raises InputProblem; `culprit` then is the field it is about."""
        from evidence_app.actions.export_dossier import ExportOptions

        period = self._period()
        self._wrong = self.exhibits.list
        chosen = self.exhibits.chosen()
        self._wrong = None
        return ExportOptions(
            profile=str(self.profile.currentData()),
            language=list(NATIVE_NAMES)[self.language.currentIndex()],
            period=period,
            exhibit_ids=chosen,
            prepared_by=str(self.prepared_by.value()),
            without=self.sections.without(),
            only_theirs=self.others.only_theirs(),
            whole_exports=self.others.whole_exports(),
        )

    @property
    def culprit(self) -> QWidget | None:
        """The field that the last problem was about."""
        return self._wrong

    def _period(self) -> Period:
        """Return the days as typed. Raises InputProblem after noting which one is wrong."""
        self._wrong = self.first
        first = self.first.day()
        self._wrong = self.last
        last = self.last.day()
        if first is not None and last is not None and first > last:
            raise InputProblem("period-reversed")
        self._wrong = None
        return Period(first, last)

    def _connect(self) -> None:
        self.language.activated.connect(lambda _: setattr(self, "_language_chosen", True))
        self.profile.currentIndexChanged.connect(self._announce)
        self.language.currentIndexChanged.connect(self._announce)
        self.exhibits.changed.connect(self._announce)
        self.sections.changed.connect(self._announce)
        self.others.changed.connect(self._announce)
        for line in (self.first, self.last, self.prepared_by):
            line.textChanged.connect(self._announce)

    def _announce(self) -> None:
        self._say_notes()
        self.changed.emit()

    def _say_notes(self) -> None:
        """Say for whom the form is, how many exhibits are in, or what is wrong."""
        self.profile_note.setText(profile_note(str(self.profile.currentData())))
        try:
            period = self._period()
            self.exhibits.chosen()
        except InputProblem as problem:
            self.note.set_tone("broken")
            self.note.setText(sentences(message(problem)))
            return
        self.note.set_tone("muted")
        wanted = self.exhibits.wanted() - self.others.left_out
        if period != ALL_TIME:
            held = {exhibit_id for exhibit_id, days in self._days.items() if any(meets(day, period) for day in days)}
            wanted &= held
        self.note.setText(self.tr("%n exhibit(s) will be in the dossier.", "", len(wanted)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        column.addWidget(self.others)
        profile = self._captioned("profile")
        profile.addWidget(self.profile_note)
        column.addLayout(profile)
        column.addLayout(self._captioned("language"))
        days = QHBoxLayout()
        days.setSpacing(SPACE_2)
        days.addLayout(self._captioned("first"), 1)
        days.addLayout(self._captioned("last"), 1)
        column.addLayout(days)
        column.addWidget(self.exhibits)
        column.addWidget(self.note)
        column.addWidget(self.sections)
        column.addLayout(self._captioned("prepared_by"))

    def _captioned(self, name: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(SPACE_1)
        self._captions[name].setBuddy(getattr(self, name))
        column.addWidget(self._captions[name])
        column.addWidget(getattr(self, name))
        return column
