"""The verdict: its grade in plain words, each step of the plan on a line of its own, who witnessed, what to do."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from evidence_app.domain.verification import StepOutcome, Verdict, Verification
from ui.controls import Button, IconButton, PlainLabel
from ui.i18n import language
from ui.icons import pixmap
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe
from ui.tokens import SPACE_1, SPACE_2, SPACE_3, SPACE_4, current, icon_size, theme

if TYPE_CHECKING:
    from evidence_app.actions.verification_words import Told, ToldStep

MOST_FINDINGS = 20  # of one step on the screen; the report on paper and the command line have all

LOOKS = {
    Verdict.WITNESSED: ("shield-check", "verified", "card"),
    Verdict.UNCHANGED: ("check-circle", "", "card"),
    Verdict.UNCHECKED: ("question", "attention", "amber"),
    Verdict.CHANGED: ("warning", "broken", "broken"),
}
"""Sign, tone and ground of each grade: green only for what is witnessed, red only for what is broken."""

OUTCOME_SIGNS = {
    StepOutcome.HOLDS: "check-circle",
    StepOutcome.FAILS: "warning",
    StepOutcome.UNCHECKED: "question",
    StepOutcome.ABSENT: "dot-outline",
}

TONES = {
    StepOutcome.HOLDS: "verified",
    StepOutcome.FAILS: "broken",
    StepOutcome.UNCHECKED: "attention",
    StepOutcome.ABSENT: "muted",
}


class Sign(QWidget):
    """A sign in a tone's colour, as large as icons are."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name, self._tone = name, tone
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._fit)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colour of the moment."""
        tokens = current()
        colours = {
            "verified": tokens.verified,
            "broken": tokens.broken,
            "attention": tokens.attention,
            "muted": tokens.text_faint,
        }
        painter = QPainter(self)
        colour = colours.get(self._tone, tokens.text_muted)
        painter.drawPixmap(0, 0, pixmap(self._name, colour, self.width(), self.devicePixelRatioF()))
        painter.end()

    def _fit(self) -> None:
        self.setFixedSize(icon_size(), icon_size())


class StepLine(QWidget):
    """One step: how it ended, its name, what contradicts; what that means on demand. ``grew``: its height changed."""

    grew = Signal()

    def __init__(self, step: "ToldStep") -> None:
        super().__init__()
        self.step = step
        tone = TONES[step.outcome]
        self.name = PlainLabel(f"{step.number}. {step.name}", wrap=True)
        self.outcome = PlainLabel(step.ending, "caption", tone)
        self.meaning = PlainLabel(step.meaning, "caption", "muted", wrap=True)
        self.meaning.setVisible(step.outcome is not StepOutcome.HOLDS)
        self.question = IconButton("question")
        self.question.setCheckable(True)
        self.question.setChecked(step.outcome is not StepOutcome.HOLDS)
        self.question.set_name(self.tr("What does this mean?"))
        self.question.setAccessibleDescription(step.name)
        self.question.toggled.connect(self.meaning.setVisible)
        self.question.toggled.connect(lambda _: self.grew.emit())
        row = QHBoxLayout()
        row.setSpacing(SPACE_2)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(Sign(OUTCOME_SIGNS[step.outcome], tone), 0, middle)
        row.addWidget(self.name, 1)
        row.addWidget(self.outcome, 0, middle)
        row.addWidget(self.question, 0, middle)
        below = QVBoxLayout()
        below.setContentsMargins(icon_size() + SPACE_2, 0, 0, 0)
        below.setSpacing(SPACE_1)
        below.addWidget(self.meaning)
        for label in self._findings(step):
            below.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addLayout(below)

    def _findings(self, step: "ToldStep") -> Iterator[PlainLabel]:
        for finding in step.findings[:MOST_FINDINGS]:
            item = f"{safe(finding.item)}: " if finding.item else ""
            yield _selectable(f"{item}{safe(finding.words)}", TONES[finding.outcome])
        further = len(step.findings) - MOST_FINDINGS
        if further > 0:
            yield PlainLabel(self.tr("… and %n more", "", further), "caption", "muted")


class VerificationSheet(Sheet):
    """What checking found. ``report_wanted`` asks for the report on one page."""

    report_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, found: Verification) -> None:
        super().__init__(parent, width=640)
        from evidence_app.actions.verification_words import told

        self.found = found
        words = told(found, language.chosen)
        self.entitle(self.tr("Checked: %1").replace("%1", safe(found.path.name)), self.tr("Close"))
        self.explain("verify")
        self.cancel.hide()
        self.report = Button(self.tr("Save the report…"), "outline", "file-pdf")
        self.report.setAutoDefault(False)
        self.report.clicked.connect(lambda: self.report_wanted.emit(found))
        self.verbs.insertWidget(self.verbs.indexOf(self.primary), self.report)
        self.told = PlainLabel(role="caption", tone="muted", wrap=True)
        self.told.hide()
        self.add(self._verdict(words))
        self.lines = [StepLine(step) for step in words.steps]
        for line in self.lines:
            line.grew.connect(self.fit)
            self.add(line)
        for widget in self._facts(words):
            self.add(widget)
        self.add(self.told)

    def tell(self, sentence: str) -> None:
        """Say how saving the report ended."""
        self.told.setText(sentence)
        self.told.show()
        self.fit()

    def _verdict(self, words: "Told") -> QWidget:
        sign, tone, ground = LOOKS[self.found.verdict]
        card = QFrame()
        card.setProperty("part", ground)
        self.verdict = PlainLabel(words.verdict, "emphasis", tone, wrap=True)
        lines = QVBoxLayout()
        lines.setSpacing(SPACE_1)
        lines.addWidget(self.verdict)
        for sentence in (words.meaning, words.affected, words.missing, words.advice):
            if sentence:
                lines.addWidget(PlainLabel(safe(sentence), wrap=True))
        lines.addWidget(PlainLabel(words.not_proven, "caption", "muted", wrap=True))
        row = QHBoxLayout(card)
        row.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_3)
        row.setSpacing(SPACE_3)
        row.addWidget(Sign(sign, tone), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return card

    def _facts(self, words: "Told") -> Iterator[QWidget]:
        """Yield who witnessed and signed, and the file's own hash."""
        vouching = [*words.witnesses, *([words.signer] if words.signer else [])]
        if vouching:
            yield PlainLabel(self.tr("Who vouches for it"), "emphasis")
        for sentence in vouching:
            yield _selectable(safe(sentence))
        if self.found.sha256:
            yield _selectable(f"SHA-256 {self.found.sha256}")


def _selectable(text: str, tone: str = "muted") -> PlainLabel:
    label = PlainLabel(text, "caption", tone, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
