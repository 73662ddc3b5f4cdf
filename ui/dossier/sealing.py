"""How the dossier is handed over: PDF or bag, with or without attachments, signed how, witnessed by whom."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem
from ui.choosing import ask_file
from ui.controls import Button, Choice, PlainLabel
from ui.editors import LineEditor
from ui.help import HelpMark, MarkedLabel
from ui.i18n import language
from ui.settings import Settings
from ui.sheets.restore import PathRow
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3
from ui.witnessing.choice import Consent
from ui.witnessing.consent import ConsentSheet, agree_words
from ui.witnessing.witnessing import Witnessing

if TYPE_CHECKING:
    from evidence_app.actions.export_dossier import ExportOptions


class Form(StrEnum):
    """What is written."""

    PDF = "pdf"
    BAG = "bag"


class Signature(StrEnum):
    """With what it is signed."""

    SELF_DECLARED = "self-declared"
    OWN = "own"
    NONE = "none"


@dataclass(frozen=True)
class Seal:
    """What was chosen.

    ``certificate`` counts for `Signature.OWN`; ``passphrase`` opens it, or keeps the key made here.
    """

    form: Form = Form.PDF
    attach: bool = True
    signature: Signature = Signature.SELF_DECLARED
    certificate: Path | None = None
    passphrase: str = field(default="", repr=False)

    @property
    def suffix(self) -> str:
        """The ending of the file that is written."""
        return ".pdf" if self.form is Form.PDF else ".zip"


def form_word(form: Form) -> str:
    """Return what a form is called."""
    return {
        Form.PDF: QCoreApplication.translate("Sealing", "PDF document"),
        Form.BAG: QCoreApplication.translate("Sealing", "Bag with originals (ZIP)"),
    }[form]


def signature_word(signature: Signature) -> str:
    """Return what a way of signing is called."""
    return {
        Signature.SELF_DECLARED: QCoreApplication.translate("Sealing", "Self-declared, with a key of this computer"),
        Signature.OWN: QCoreApplication.translate("Sealing", "With my own certificate file"),
        Signature.NONE: QCoreApplication.translate("Sealing", "Not signed"),
    }[signature]


class Sealing(QWidget):
    """The form. ``changed`` says that something was chosen."""

    changed = Signal()

    def __init__(self, settings: Settings, witnessing: Witnessing) -> None:
        super().__init__()
        self._settings, self._witnessing = settings, witnessing
        self._needs_passphrase = False
        self._asked: tuple[Authority, ...] = ()
        self.form = Choice(Form, form_word)
        self.attach = QCheckBox()
        self.attach_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.signature = Choice(Signature, signature_word)
        self.signature_note = PlainLabel(role="caption", tone="muted", wrap=True)
        self.certificate = PathRow("", "", self._choose_certificate)
        self.passphrase = LineEditor()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.time = PlainLabel(wrap=True)
        self.agree = Button(look="outline", icon_name="shield-check")
        self._captions = {name: PlainLabel(role="caption", tone="muted") for name in ("form", "signature", "time")}
        self._passphrase_caption = PlainLabel(role="caption", tone="muted", wrap=True)
        self._lay_out()
        self._take(settings)
        self._connect()
        self.retranslate()
        witnessing.read_listed()
        witnessing.tasks.start(lambda _: _needs_passphrase(), then=self._take_need, failed=lambda _: None, owner=self)

    def _take_need(self, needed: bool) -> None:
        self._needs_passphrase = needed
        self._show_state()

    def seal(self) -> Seal:
        """Return what was chosen. Raises InputProblem("certificate-missing")."""
        chosen = self.foreseen()
        if chosen.signature is Signature.OWN and chosen.certificate is None:
            raise InputProblem("certificate-missing")
        return replace(chosen, passphrase=self.passphrase.text() if self._asks_passphrase else "")

    def foreseen(self) -> Seal:
        """Return what is chosen so far, as a preview needs it: without the passphrase."""
        certificate = self.certificate.folder() if self.certificate.editor.text().strip() else None
        return Seal(self.form.member(), self.attach.isChecked(), self.signature.member(), certificate)

    def witnesses(self) -> tuple[Authority, ...]:
        """Return who is asked to witness, as far as that is agreed to and known."""
        agreed = self._witnessing.choice.consent is Consent.GIVEN
        return self._witnessing.witnesses() if agreed else ()

    def remember(self, seal: Seal) -> None:
        """Remember the choices, never the passphrase."""
        self._settings.seal = (
            seal.form.value,
            "yes" if seal.attach else "no",
            seal.signature.value,
            str(seal.certificate or ""),
        )

    def forget_passphrase(self) -> None:
        """Keep it no longer than it is needed."""
        self.passphrase.clear()

    def retranslate(self) -> None:
        """Set all texts."""
        words = {
            "form": self.tr("What is written"),
            "signature": self.tr("Signature"),
            "time": self.tr("Time"),
        }
        for name, caption in words.items():
            self._captions[name].setText(caption)
        self.form.setAccessibleName(words["form"])
        self.signature.setAccessibleName(words["signature"])
        self.attach.setText(self.tr("Attach originals, custody log and proofs"))
        self.attach_note.setText(
            self.tr("Without them it is a plain PDF, for systems that refuse attachments; the originals stay here.")
        )
        self.certificate.rename(self.tr("Certificate file (.p12 or .pfx)"), self.tr("Choose…"))
        self.agree.setText(agree_words() + "…")
        self._show_state()

    # Inside

    def _take(self, settings: Settings) -> None:
        form, attach, signature, certificate = settings.seal
        if form in set(Form):
            self.form.set_member(Form(form))
        self.attach.setChecked(attach != "no")
        if signature in set(Signature):
            self.signature.set_member(Signature(signature))
        self.certificate.editor.setText(certificate)

    def _connect(self) -> None:
        for choice in (self.form, self.signature):
            choice.activated.connect(lambda _: self._changed())
        self.signature.activated.connect(lambda _: self.forget_passphrase())
        self.attach.toggled.connect(lambda _: self._changed())
        self.certificate.editor.textChanged.connect(self.changed)
        self.agree.clicked.connect(lambda: ConsentSheet(self.window(), self._witnessing).present())
        self._witnessing.changed.connect(self._take_witnesses)
        language.changed.connect(self.retranslate)

    def _changed(self) -> None:
        self._show_state()
        self.changed.emit()

    def _take_witnesses(self) -> None:
        """Show who is asked; that is printed, too, so that another answer is another choice."""
        self._show_state()
        if (asked := self.witnesses()) != self._asked:
            self._asked = asked
            self.changed.emit()

    def _show_state(self) -> None:
        is_pdf = self.form.member() is Form.PDF
        self.attach.setVisible(is_pdf)
        self.attach_note.setVisible(is_pdf and not self.attach.isChecked())
        own = self.signature.member() is Signature.OWN
        self.certificate.setVisible(own)
        words = self.tr("Its passphrase (not kept)") if own else self.tr("Passphrase for the key (empty: used once)")
        self._passphrase_caption.setText(words)
        self.passphrase.setAccessibleName(words)
        for widget in (self._passphrase_caption, self.passphrase):
            widget.setVisible(self._asks_passphrase)
        self.signature_note.setText(self._signature_note())
        self.time.setText(self._time_words())
        given = self._witnessing.choice.consent is Consent.GIVEN
        self.agree.setVisible(not given and not self._witnessing.read_only)

    @property
    def _asks_passphrase(self) -> bool:
        """Whether one is asked for: what is typed for another way of signing is not for this one."""
        chosen = self.signature.member()
        return chosen is Signature.OWN or (chosen is Signature.SELF_DECLARED and self._needs_passphrase)

    def _signature_note(self) -> str:
        return {
            Signature.SELF_DECLARED: self.tr("Shows that the file was not changed; nobody has checked your name."),
            Signature.OWN: self.tr("Shows who signed, as far as its issuer is trusted."),
            Signature.NONE: self.tr("Changes can then be noticed only by the file's hash or its timestamp."),
        }[self.signature.member()]

    def _time_words(self) -> str:
        match self._witnessing.choice.consent:
            case Consent.GIVEN:
                names = ", ".join(safe(authority.name) for authority in self._witnessing.witnesses())
                words = self.tr("Witnessed by %1 while it is exported; without a connection the dossier says so.")
                return words.replace("%1", names or self.tr("two authorities"))
            case _:
                return self.tr("Only claimed by this computer's clock: nothing is sent before you agree.")

    def _choose_certificate(self, then: Callable[[Path], object]) -> None:
        kinds = [self.tr("Certificate (%1)").replace("%1", "*.p12 *.pfx")]
        ask_file(self, self.tr("Choose a certificate file"), then, kinds=kinds)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_3)
        verbs = Flow(spacing=SPACE_2)
        verbs.addWidget(self.agree)
        for name, term, widgets in (
            ("form", "bag", (self.form, self.attach, self.attach_note)),
            (
                "signature",
                "self_declared",
                (self.signature, self.signature_note, self.certificate, self._passphrase_caption, self.passphrase),
            ),
            ("time", "timestamp", (self.time,)),
        ):
            part = QVBoxLayout()
            part.setSpacing(SPACE_1)
            head = QHBoxLayout()
            head.addWidget(MarkedLabel(self._captions[name], HelpMark(term)), 1)
            part.addLayout(head)
            for widget in widgets:
                part.addWidget(widget)
            column.addLayout(part)
        column.addLayout(verbs)


def sealed(options: "ExportOptions", seal: Seal, authorities: Sequence[Authority]) -> "ExportOptions":
    """Return the options with what was chosen here, and who is asked to witness."""
    from evidence_app.actions.export_dossier import Signing, SigningMode

    mode = {
        Signature.SELF_DECLARED: SigningMode.SELF_DECLARED,
        Signature.OWN: SigningMode.PKCS12,
        Signature.NONE: SigningMode.NONE,
    }[seal.signature]
    signing = Signing(mode, seal.certificate if seal.signature is Signature.OWN else None, seal.passphrase)
    options = replace(options, authorities=tuple(authorities), signing=signing)
    return replace(options, attach=seal.attach, in_bag=seal.form is Form.BAG)


def _needs_passphrase() -> bool:
    """Tell whether a key made here can be kept only under a passphrase: the system has no keyring."""
    from evidence_app.actions.export_dossier import Signing
    from evidence_app.actions.sealing import seal_foreseen

    foreseen = seal_foreseen(Signing(), "", ())
    return foreseen.key is not None and foreseen.key.value == "one-time"
