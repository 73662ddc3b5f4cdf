"""Exporting a dossier: for whom, in which language, what is in it, where it goes, how far it is."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.timeline import ALL_TIME, Period, exhibits_within
from evidence_app.errors import InputProblem
from evidence_app.phrases import phrase
from evidence_app.resources import resource
from ui.controls import Button, PlainLabel
from ui.editors import DateEditor, LineEditor
from ui.i18n import NATIVE_NAMES, language
from ui.messages import message, sentences
from ui.outside import open_file, show_in_folder
from ui.sheets.sheet import Sheet
from ui.tasks import Task
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import DossierResult, ExportOptions

FIRST_PROFILE = "plain"
FORBIDDEN_IN_NAMES = str.maketrans(dict.fromkeys('<>:"/\\|?*', "_"))


def profiles() -> list[str]:
    """Return the codes of the dossier's profiles, the plain one first."""
    codes = sorted(path.stem for path in resource("profiles").glob("*.toml"))
    return sorted(codes, key=lambda code: code != FIRST_PROFILE)


LONGEST_NAME_BYTES = 160
"""Of the suggested name: file systems allow 255, some cloud folders less, and people add to names."""


def suggested_name(dispute: Dispute) -> str:
    """Return a file name for the dossier that every system accepts."""
    title = safe(dispute.title).translate(FORBIDDEN_IN_NAMES).strip(" .")
    title = title.encode()[:LONGEST_NAME_BYTES].decode(errors="ignore").strip(" .")
    return f"{title or 'dossier'}.pdf"


def profile_note(code: str) -> str:
    """Return for whom a profile is and what is in it; empty for an unknown one."""
    return {
        "plain": QCoreApplication.translate(
            "ExportSheet", "For a complaints office: confirmed entries and all exhibits, with short captions."
        ),
        "lawyer": QCoreApplication.translate(
            "ExportSheet", "For a lawyer or a court: everything, unconfirmed entries, file facts and the whole log too."
        ),
    }.get(code, "")


class ExhibitChoice(QWidget):
    """All exhibits of the period, or only those that are ticked. ``changed`` says that another choice was made."""

    changed = Signal()

    def __init__(self, exhibits: Sequence[Exhibit]) -> None:
        super().__init__()
        self._ids = frozenset(exhibit.id for exhibit in exhibits)
        self.every = QRadioButton(self.tr("All exhibits (%n)", "", len(exhibits)))
        self.some = QRadioButton(self.tr("Only these"))
        self.every.setChecked(True)
        self.list = QListWidget()
        self.list.setProperty("look", "framed")
        self.list.setAccessibleName(self.tr("Exhibits"))
        self.list.setMinimumHeight(160)
        self.list.setMaximumHeight(200)
        for exhibit in exhibits:
            item = QListWidgetItem(f"{exhibit.number}  {safe(exhibit.label)}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, exhibit.id)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_1)
        for widget in (self.every, self.some, self.list):
            column.addWidget(widget)
        self.some.toggled.connect(self.list.setVisible)
        self.some.toggled.connect(self.changed)
        self.list.itemChanged.connect(self.changed)

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
        return self._ids if self.every.isChecked() else frozenset(self._ticked())

    def _ticked(self) -> tuple[str, ...]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(
            str(item.data(Qt.ItemDataRole.UserRole)) for item in items if item.checkState() is Qt.CheckState.Checked
        )


class ExportSheet(Sheet):
    """Asks, then shows the export's progress. ``wanted`` carries the path and ExportOptions."""

    wanted = Signal(object, object)

    def __init__(
        self,
        parent: QWidget | None,
        dispute: Dispute,
        exhibits: Sequence[Exhibit],
        *,
        events: Sequence[Event] = (),
        prepared_by: str = "",
        folder: Callable[[], str] = str,
    ) -> None:
        """``events`` tell which exhibits a period holds, ``folder`` where the dossier may go."""
        super().__init__(parent)
        self.entitle(self.tr("Export dossier"), self.tr("Choose where and export…"))
        self._dispute = dispute
        self._task: Task | None = None
        self._path: Path | None = None
        self._events = events
        self._folder = folder
        self._wrong_day: QWidget | None = None
        self.profile = QComboBox()
        for code in profiles():
            self.profile.addItem(phrase("dossier", f"profile.{code}", language.chosen), code)
        self.language = QComboBox()
        for code, name in NATIVE_NAMES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(list(NATIVE_NAMES).index(language.chosen))
        self.first, self.last = DateEditor(), DateEditor()
        self.exhibits = ExhibitChoice([exhibit for exhibit in exhibits if exhibit.removed_at is None])
        self.prepared_by = LineEditor()
        self.prepared_by.show_value(prepared_by)
        self.profile_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.period_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.form = QWidget()
        self.running = QWidget()
        self._lay_out_form()
        self._lay_out_running()
        self.add(self.form)
        self.add(self.running)
        self.profile.currentIndexChanged.connect(self._note_profile)
        self.exhibits.changed.connect(self._note_period)
        for day in (self.first, self.last):
            day.textChanged.connect(self._note_period)
        self._note_profile()
        self._note_period()

    def options(self) -> "ExportOptions":
        """Return what was chosen. Raises InputProblem."""
        from evidence_app.actions.export_dossier import ExportOptions

        period = self._period()
        return ExportOptions(
            profile=str(self.profile.currentData()),
            language=list(NATIVE_NAMES)[self.language.currentIndex()],
            period=period,
            exhibit_ids=self.exhibits.chosen(),
            prepared_by=str(self.prepared_by.value()),
        )

    def _period(self) -> Period:
        """Return the days as typed. Raises InputProblem after noting which one is wrong."""
        self._wrong_day = self.first
        first = self.first.day()
        self._wrong_day = self.last
        last = self.last.day()
        if first is not None and last is not None and first > last:
            raise InputProblem("period-reversed")
        self._wrong_day = None
        return Period(first, last)

    def _note_profile(self) -> None:
        self.profile_note.setText(profile_note(str(self.profile.currentData())))

    def _note_period(self) -> None:
        """Say how many exhibits the period holds, or what is wrong with a day."""
        try:
            period = self._period()
        except InputProblem as problem:
            self.period_note.set_tone("broken")
            self.period_note.setText(sentences(message(problem)))
            return
        self.period_note.set_tone("muted")
        wanted = self.exhibits.wanted()
        if period != ALL_TIME:
            wanted &= exhibits_within(self._events, period, self._dispute.zone)
        self.period_note.setText(self.tr("%n exhibit(s) will be in the dossier.", "", len(wanted)))

    def culprit(self, problem: InputProblem) -> QWidget | None:
        """Return the days or the list of exhibits."""
        if problem.code == "no-exhibit-chosen":
            return self.exhibits.list
        return self._wrong_day

    def submit(self) -> None:
        """Ask where the dossier goes, then hand over."""
        options = self.options()
        dialog = QFileDialog(self, self.tr("Export dossier"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF document (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested_name(self._dispute))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.wanted.emit(Path(name), options))
        dialog.open()

    def follow(self, task: Task, path: Path) -> None:
        """Show how far the export is, beside a window that can be worked in meanwhile."""
        self._task, self._path = task, path
        self.hide()  # modality changes only while hidden
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.show()
        self.form.hide()
        self.running.show()
        self.primary.hide()
        self.words.setText(self.tr("Writing the dossier…"))
        task.progressed.connect(self._progressed)
        task.done.connect(self._finished)
        task.failed.connect(self._failed)
        task.cancelled.connect(self._cancelled)

    def reject(self) -> None:
        """Stop a running export first; close otherwise."""
        if self._task is not None:
            self._task.cancel()
            self.words.setText(self.tr("Stopping…"))
            return
        super().reject()

    def _lay_out_form(self) -> None:
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        pair = QHBoxLayout()
        pair.setSpacing(SPACE_3)
        pair.addLayout(_captioned(self.tr("Form"), self.profile), 1)
        pair.addLayout(_captioned(self.tr("Language of the dossier"), self.language), 1)
        column.addLayout(pair)
        column.addWidget(self.profile_note)
        days = QHBoxLayout()
        days.setSpacing(SPACE_3)
        days.addLayout(_captioned(self.tr("From day"), self.first), 1)
        days.addLayout(_captioned(self.tr("Until day"), self.last), 1)
        self.first.setPlaceholderText(self.tr("the beginning"))
        self.last.setPlaceholderText(self.tr("today"))
        column.addLayout(days)
        column.addWidget(self.exhibits)
        column.addWidget(self.period_note)
        column.addLayout(_captioned(self.tr("Prepared by (optional)"), self.prepared_by))
        note = self.tr("Private notes are never exported. What is left out is stated in the dossier.")
        column.addWidget(PlainLabel(note, "caption", "muted", wrap=True))

    def _lay_out_running(self) -> None:
        self.words = PlainLabel(wrap=True)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setRange(0, 0)
        self.meter.setAccessibleName(self.tr("Progress"))
        self.open_button = Button(self.tr("Open the dossier"), "primary", "arrow-square-out")
        self.folder_button = Button(self.tr("Show in folder"), "outline", "folder-open")
        self.open_button.clicked.connect(self._open)
        self.folder_button.clicked.connect(lambda: self._path is not None and show_in_folder(self._path))
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        row.addWidget(self.open_button)
        row.addWidget(self.folder_button)
        row.addStretch(1)
        column = QVBoxLayout(self.running)
        column.setContentsMargins(0, 0, 0, SPACE_3)
        column.setSpacing(SPACE_3)
        column.addWidget(self.words)
        column.addWidget(self.meter)
        column.addLayout(row)
        self.running.hide()
        self.open_button.hide()
        self.folder_button.hide()

    def _progressed(self, done: int, total: int, unit: str) -> None:
        self.meter.setRange(0, total)
        self.meter.setValue(done)

    def _finished(self, result: "DossierResult") -> None:
        self._task = None
        size = QLocale().formattedDataSize(result.size_bytes)
        pages = self.tr("%n page(s)", "", result.page_count)
        exhibits = self.tr("%n exhibit(s)", "", result.exhibit_count)
        self.title.setText(self.tr("The dossier is ready"))
        self.words.setText(f"{safe(result.path.name)}\n{pages} · {exhibits} · {size}")
        self.meter.hide()
        self.open_button.show()
        self.folder_button.show()
        self.cancel.setText(self.tr("Close"))
        self.open_button.setFocus()
        self.settle()

    def _open(self) -> None:
        """Open the dossier; where no program does, show where it is instead."""
        if self._path is not None and not open_file(self._path):
            self.complain(self.tr("No program on this computer opens PDF documents. The dossier is in its folder."))
            self.folder_button.setFocus()

    def _failed(self, error: BaseException) -> None:
        self._back_to_form()
        self.complain(sentences(message(error)))

    def _cancelled(self) -> None:
        self._back_to_form()
        self.complain(self.tr("Stopped. Nothing was written."))

    def _back_to_form(self) -> None:
        self._task = None
        self.running.hide()
        self.form.show()
        self.primary.show()


def _captioned(caption: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_1)
    label = PlainLabel(caption, "caption", "muted")
    label.setBuddy(widget)
    widget.setAccessibleName(caption)
    column.addWidget(label)
    column.addWidget(widget)
    return column
