"""From an error to words: what happened, that the evidence is safe, what to do next."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from evidence_app.errors import IntegrityFailure, JuzhengError
from evidence_app.phrases import error_words, in_one_line
from ui.fields import label_of
from ui.i18n import language
from ui.icons import pixmap
from ui.tokens import current, scaled

SIGN_PX = 32


@dataclass(frozen=True)
class Message:
    """What a person reads about an error; ``details`` is for those who can mend the program."""

    what: str
    do: str
    details: str = ""
    broken: bool = False
    unexpected: bool = False


def message(error: BaseException) -> Message:
    """Return the words for any error, expected or not."""
    if isinstance(error, JuzhengError):
        try:
            what, do = error_words(_with_field_words(error), language.chosen)
        except KeyError:
            return _unexpected(error)
        return Message(what, do, details=str(error), broken=isinstance(error, IntegrityFailure))
    return _unexpected(error)


def sentences(about: Message) -> str:
    """Return both sentences in one line, joined as the language joins sentences."""
    return in_one_line((about.what, about.do), language.chosen)


def _with_field_words(error: JuzhengError) -> JuzhengError:
    """Call the field that a problem is about by its word on the screen."""
    field = error.facts.get("field")
    if not isinstance(field, str):
        return error
    return type(error)(error.code, **{**error.facts, "field": label_of(field)})


def _unexpected(error: BaseException) -> Message:
    return Message(
        QCoreApplication.translate("Messages", "Something went wrong that the program did not expect."),
        QCoreApplication.translate(
            "Messages",
            "Your evidence is safe: nothing is ever saved halfway, and originals are never changed. "
            "Try again; if it happens again, close the program and open it anew.",
        ),
        unexpected=True,
    )


def message_box(parent: QWidget | None, about: Message) -> QMessageBox:
    """Return a box that says it calmly, its text plain; the caller opens it."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(QMessageBox.Icon.Warning if about.broken else QMessageBox.Icon.Information)
    sign, colour = ("warning", current().broken) if about.broken else ("warning-circle", current().attention)
    box.setIconPixmap(pixmap(sign, colour, scaled(SIGN_PX), box.devicePixelRatioF()))
    box.setText(about.what)
    box.setInformativeText(about.do)
    if about.details:
        box.setDetailedText(about.details)
    box.setWindowTitle(QGuiApplication.applicationDisplayName())
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    return box


def report(parent: QWidget | None, error: BaseException) -> QDialog:
    """Show an error without stopping anything else; what shows it goes when it is closed."""
    about = message(error)
    if about.unexpected:
        return _report_unexpected(parent, error)
    box = message_box(parent, about)
    box.setWindowModality(Qt.WindowModality.WindowModal if parent is not None else Qt.WindowModality.NonModal)
    box.open()
    box.defaultButton().setFocus()  # not to the details, which come first
    return box


def _report_unexpected(parent: QWidget | None, error: BaseException) -> QDialog:
    """Offer a report; when one thing leads to many errors, the first one tells most."""
    from ui.crash.dialog import CrashSheet

    earlier = parent.findChildren(CrashSheet) if parent is not None else []
    shown = next((sheet for sheet in earlier if sheet.isVisible()), None)
    if shown is None:
        shown = CrashSheet(parent, error)
        shown.present()
    return shown
