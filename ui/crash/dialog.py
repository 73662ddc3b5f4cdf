"""Tells calmly that something went wrong: that the evidence is safe, and what can be done now."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QThreadPool
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from ui.controls import Button, PlainLabel
from ui.crash.report import error_report, fault_report
from ui.crash.restart import restart
from ui.crash.runs import BadEnd
from ui.handing import run_elsewhere
from ui.i18n import language
from ui.sheets.sheet import Sheet
from ui.tokens import scaled, theme

REPORT_HEIGHT = 150


class MishapSheet(Sheet):
    """What happened, that the evidence is safe, a report to save. Subclasses say the words."""

    def __init__(self, parent: QWidget | None, report: str) -> None:
        super().__init__(parent, width=560)
        self._path = Path()
        self.safe = PlainLabel(wrap=True)
        self.next = PlainLabel(tone="muted", wrap=True)
        self.about_report = PlainLabel(tone="muted", wrap=True)
        self.report = QPlainTextEdit(report, readOnly=True)
        self.report.setTabChangesFocus(True)
        self.save = Button(look="outline", icon_name="download-simple")
        self.save.setAutoDefault(False)
        self.saved = PlainLabel(role="caption", tone="muted", wrap=True)
        self.saved.hide()
        for widget in (self.safe, self.next, self.about_report, self.report):
            self.add(widget)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.saved)
        self.save.clicked.connect(self._ask_where)
        theme.changed.connect(self._dress)
        language.changed.connect(self.retranslate)
        self._dress()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the texts that are the same for every mishap."""
        self.safe.setText(
            self.tr("Your evidence is safe: nothing is ever saved halfway, and originals are never changed.")
        )
        self.about_report.setText(
            self.tr(
                "This report helps those who can mend the program. It names the place in the program, nothing of your "
                "evidence: no texts, no names, no paths. It is not sent; you decide whom to give it to."
            )
        )
        self.report.setAccessibleName(self.tr("Report"))
        self.save.setText(self.tr("Save the report…"))

    def typed_texts(self) -> list[str]:
        """Nothing is typed here."""
        return []

    def present(self) -> None:
        """Open, with going on as what Enter does."""
        super().present()
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.report.setFixedHeight(scaled(REPORT_HEIGHT))

    def _ask_where(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"juzheng-report-{datetime.now():%Y%m%d-%H%M}.txt"
        dialog = QFileDialog(self, self.tr("Save the report…"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Write the report into a file, off the UI thread."""
        self._path = path
        text = self.report.toPlainText()

        def work() -> int:
            return path.write_text(text, encoding="utf-8")

        run_elsewhere(QThreadPool.globalInstance().start, self, work, self._tell_written)

    def _tell_written(self, _: int | None, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, OSError):
            raise error
        why = "" if error is None else error.strerror or type(error).__name__
        told = self.tr("Saved as %1") if not why else self.tr("It could not be saved there: %2. Choose another place.")
        self.saved.setText(told.replace("%2", why).replace("%1", self._path.name))
        self.saved.set_tone("broken" if why else "verified")
        self.saved.show()
        self.fit()


class CrashSheet(MishapSheet):
    """An error that nobody expected, while the program runs on."""

    def __init__(self, parent: QWidget | None, error: BaseException) -> None:
        super().__init__(parent, error_report(error))
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._restart)

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.entitle(self.tr("Something went wrong that the program did not expect"), self.tr("Go on"))
        self.next.setText(
            self.tr("You can go on. If something looks wrong now, restart the program: what you typed is saved first.")
        )
        self.cancel.setText(self.tr("Restart"))

    def _restart(self) -> None:
        parent = self.parentWidget()
        self.accept()
        if parent is not None:
            restart.ask(parent.window())


class BadEndSheet(MishapSheet):
    """The last run was not closed: told at the next start."""

    def __init__(self, parent: QWidget | None, end: BadEnd) -> None:
        super().__init__(parent, fault_report(end.log))
        self.cancel.hide()

    def retranslate(self) -> None:
        """Set all texts."""
        super().retranslate()
        self.entitle(self.tr("The program was not closed properly last time"), self.tr("Go on"))
        self.next.setText(
            self.tr(
                "It may have failed, or the computer was switched off. Everything that was saved is there; only what "
                "was being typed at that moment may be missing."
            )
        )
