"""Asking, once, whether the time may be witnessed: what is sent, to whom, what they learn. Never in the way."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.controls import Button, PlainLabel, column_under_line, part
from ui.help import HelpMark
from ui.i18n import language
from ui.sheets.sheet import Sheet
from ui.timeline.flow import Flow
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, scaled, theme
from ui.witnessing.choice import Consent
from ui.witnessing.witnessing import Witnessing

ROOMY = 1.25
"""Up to this size of the text the strip has room for everything that has to be said before agreeing."""

LOW = 820
"""Pixels of a window's height, for text of 100 %, below which the strip is one line: the timeline needs the rest."""


def question() -> str:
    """Return what is asked."""
    return QCoreApplication.translate("Consent", "May independent witnesses confirm since when your evidence exists?")


def short_question() -> str:
    """Return what is asked, in the fewest words."""
    return QCoreApplication.translate("Consent", "May witnesses confirm the time?")


def what_is_sent(witnessing: Witnessing) -> str:
    """Return what is sent, to whom, and what they learn."""
    translate = QCoreApplication.translate
    names = translate("Consent", " and ").join(safe(authority.name) for authority in witnessing.witnesses())
    whom = translate("Consent", "timestamp authorities (%1)").replace("%1", names)
    sent = translate(
        "Consent",
        "Only a fingerprint is sent to %1, a number from which nothing can be read: no evidence, no names, no texts. "
        "They learn an internet address and a time, and confirm the time. "
        "You can change this in the settings at any time.",
    )
    return sent.replace("%1", whom if names else translate("Consent", "two timestamp authorities"))


def agree_words() -> str:
    """Return what the button of agreeing says."""
    return QCoreApplication.translate("Consent", "Have the time witnessed")


def refuse_words() -> str:
    """Return what the button of refusing says."""
    return QCoreApplication.translate("Consent", "Send nothing")


_BELOW, _BESIDE = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight


class ConsentStrip(QWidget):
    """The question below the pages, after the first additions. It waits there until it is answered.

    In a low window it is one line: what is sent is said in a sheet before anything is agreed to.
    """

    def __init__(self) -> None:
        super().__init__()
        part(self, "background")
        self._witnessing: Witnessing | None = None
        self._low = self._asking = False
        self._other: QWidget | None = None
        self.question = PlainLabel(role="emphasis", wrap=True)
        self.words = PlainLabel(role="caption", tone="muted", wrap=True)
        self.agree = Button(look="outline", icon_name="shield-check")
        self.refuse = Button(look="outline")
        self.agree.clicked.connect(self._agree)
        self.refuse.clicked.connect(lambda: self._answer(agreed=False))
        self._lay_out()
        self.hide()
        language.changed.connect(self.retranslate)
        theme.changed.connect(self.retranslate)

    def serve(self, witnessing: Witnessing) -> None:
        """Say what this asks for."""
        self._witnessing = witnessing
        witnessing.changed.connect(self.retranslate)
        self.retranslate()

    def ask(self) -> None:
        """Show the question."""
        self._asking = True
        self.retranslate()

    def give_way_to(self, other: QWidget) -> None:
        """Stay away while something else has to be said where large text leaves no room for both."""
        self._other = other
        other.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go as the other one goes and comes; not within its own showing."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent} and self._asking:
            QTimer.singleShot(0, self, self._place)
        return False

    def _place(self) -> None:
        crowded = self._low and theme.text_scale > ROOMY and self._other is not None and not self._other.isHidden()
        self.setVisible(self._asking and not crowded)

    def retranslate(self) -> None:
        """Set all texts; what was answered elsewhere is not asked any more."""
        if self._witnessing is None:
            return
        roomy = theme.text_scale <= ROOMY
        in_line = roomy and self._low
        self._sides.setDirection(_BESIDE if in_line else _BELOW)
        self.question.setText(short_question() if self._low else question())
        self.words.setText(what_is_sent(self._witnessing))
        self.agree.setText(agree_words())
        self.refuse.setText(refuse_words())
        self.words.setVisible(roomy and not self._low)
        if self.words.isHidden():
            self.agree.setText(agree_words() + "…")
        self._asking = self._asking and self._witnessing.choice.consent is Consent.UNASKED
        self._place()

    def fit(self, height: int) -> None:
        """Take one line in a window as low as this, else as many as the question needs."""
        low = height < scaled(LOW)
        if low != self._low:
            self._low = low
            self.retranslate()

    def _agree(self) -> None:
        """Take the answer; where what is sent had no room here, say it in a sheet first."""
        if self.words.isHidden() and self._witnessing is not None:
            ConsentSheet(self.window(), self._witnessing).present()
        else:
            self._answer(agreed=True)

    def _answer(self, *, agreed: bool) -> None:
        self._asking = False
        self._place()
        if self._witnessing is not None:
            self._witnessing.answer(agreed=agreed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_1)
        head.addWidget(self.question, 1)
        head.addWidget(HelpMark("timestamp"))
        verbs = Flow()
        for button in (self.agree, self.refuse):
            verbs.addWidget(button)
        self._sides = QBoxLayout(_BELOW)
        self._sides.setSpacing(SPACE_2)
        self._sides.addLayout(head, 1)
        self._sides.addWidget(self.words)
        self._sides.addLayout(verbs)
        column_under_line(self).addLayout(self._sides)


class ConsentSheet(Sheet):
    """The same question for somebody who wants to answer it now."""

    def __init__(self, parent: QWidget | None, witnessing: Witnessing) -> None:
        super().__init__(parent)
        self._witnessing = witnessing
        self._sent = self.say("")
        self.explain("timestamp")
        self.cancel.setText(refuse_words())
        self._say()
        witnessing.changed.connect(self._say)
        witnessing.read_listed()

    def _say(self) -> None:
        self.entitle(question(), agree_words())
        self._sent.setText(what_is_sent(self._witnessing))
        if self.isVisible():
            self.fit()

    def submit(self) -> None:
        """Agree."""
        self._witnessing.answer(agreed=True)
        self.accept()

    def reject(self) -> None:
        """Close; only the button refuses, closing leaves the question open."""
        if self._giving_up:
            self._witnessing.answer(agreed=False)
        super().reject()


class StandingLine(QWidget):
    """How far the time is witnessed, and what can be done about it. ``log_wanted`` asks for the custody page."""

    log_wanted = Signal()

    def __init__(self, witnessing: Witnessing, *, with_log: bool = False) -> None:
        super().__init__()
        self._witnessing = witnessing
        self._with_log = with_log
        self.words = PlainLabel(wrap=True)
        self.agree = Button(look="outline", icon_name="shield-check")
        self.again = Button(look="outline", icon_name="arrow-clockwise")
        self.log = Button(look="link")
        self.agree.clicked.connect(lambda: ConsentSheet(self.window(), witnessing).present())
        self.again.clicked.connect(witnessing.try_now)
        self.log.clicked.connect(self.log_wanted)
        verbs = Flow()
        for button in (self.agree, self.again, self.log):
            verbs.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_2)
        column.addWidget(self.words)
        column.addLayout(verbs)
        witnessing.changed.connect(self.retranslate)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts, and offer what can be done now."""
        standing = self._witnessing.standing
        fixed = self._witnessing.read_only or standing.sample
        self.words.setText(self._witnessing.line())
        self.words.set_tone("verified" if standing.holds else "")
        self.agree.setText(self.tr("Have the time witnessed…"))
        self.again.setText(self.tr("Try now"))
        self.log.setText(self.tr("Custody log"))
        given = standing.consent is Consent.GIVEN
        self.agree.setVisible(not given and not fixed)
        self.again.setVisible(given and standing.awaiting and not self._witnessing.busy and not fixed)
        self.log.setVisible(self._with_log)
