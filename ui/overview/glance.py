"""The cards that answer at one glance: the dispute's facts, its numbers, what is asked."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeStatus
from evidence_app.domain.events import EventKind
from ui.controls import Button, PlainLabel
from ui.header import amount_words
from ui.i18n import language, word
from ui.keeping import discard
from ui.overview.standing import Standing
from ui.timeline.words import safe
from ui.tokens import SPACE_2, SPACE_3, SPACE_4, SPACE_5

SINCE_ROW = 3
"""Of the facts: since when."""

ENDED = frozenset({DisputeStatus.RESOLVED, DisputeStatus.CLOSED})
Kinds = tuple[tuple[EventKind, int], ...]
BASELINE_PX = 2
"""How much lower a caption begins than the larger text beside it, so that both stand on one line."""


class Card(QFrame):
    """A titled card; with an edit button where its content can be edited."""

    edit_wanted = Signal()

    def __init__(self, *, editable: bool = False) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.title = PlainLabel(role="emphasis")
        self.edit = Button(look="link", icon_name="pencil-simple")
        if not editable:
            self.edit.hide()
        self.edit.clicked.connect(self.edit_wanted)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.edit)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(SPACE_4, SPACE_3, SPACE_4, SPACE_4)
        self.column.setSpacing(SPACE_3)
        self.column.addLayout(head)


class SinceLine(QWidget):
    """Since when a matter is in dispute, by what that is known, and a way to the entry, or to saying it."""

    event_wanted = Signal(str)
    say_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._began: Beginning | None = None
        self._is_late = False
        self.day = PlainLabel(wrap=True)
        self.basis = PlainLabel(role="caption", tone="muted", wrap=True)
        self.show_entry = Button(look="link", icon_name="link")
        self.say = Button(look="link", icon_name="pencil-simple")
        self.show_entry.clicked.connect(lambda: self.event_wanted.emit(self._began.event_id if self._began else ""))
        self.say.clicked.connect(self.say_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        ways = QHBoxLayout()
        ways.setSpacing(SPACE_3)
        for way in (self.show_entry, self.say):
            ways.addWidget(way)
        ways.addStretch(1)
        for label in (self.day, self.basis):
            column.addWidget(label)
        column.addLayout(ways)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_basis(self, began: Beginning | None, *, is_late: bool) -> None:
        """Say by what the day is known; ``is_late``: what was before departs from a standard, too."""
        self._began, self._is_late = began, is_late
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        began = self._began
        self.show_entry.setText(self.tr("Show the entry"))
        self.show_entry.setAccessibleName(self.tr("Show the entry that tells since when"))
        self.say.setText(self.tr("Say since when…"))
        shown = self.tr("the first entry that shows the problem")
        if self._is_late:
            shown = self.tr("an entry that shows the problem; earlier ones depart from a standard, too")
        words = {
            Basis.STATED: self.tr("as you said"),
            Basis.SHOWN: shown,
            Basis.PAID: self.tr("by the payment of the amount in dispute"),
            Basis.DEPARTED: self.tr("by the first call or message that departs from a standard"),
            Basis.FILED: self.tr("by the first complaint"),
            Basis.CONTACT: self.tr("by the first call or message to them"),
            Basis.FIRST: self.tr("no entry tells when the trouble began: counted from the first one"),
        }
        self.basis.setText(words[began.basis] if began is not None else "")
        self.basis.setVisible(began is not None)
        self.show_entry.setVisible(began is not None and bool(began.event_id))
        self.say.setVisible(began is not None and began.basis is not Basis.STATED)


def _since(dispute: Dispute, began: Beginning | None) -> str:
    if began is None:
        return ""
    number = (datetime.now(dispute.zone).date() - began.day).days + 1
    counts = number > 0 and dispute.status not in ENDED
    day = QCoreApplication.translate("Glance", "day %1").replace("%1", f"{number:,}") if counts else ""
    return " · ".join(filter(None, (began.day.isoformat(), day)))


class Glance(Card):
    """Who, what, with whom, how much, since when. ``event_wanted`` has the entry that shows since when."""

    event_wanted = Signal(str)
    since_wanted = Signal()
    """Somebody wants to say since when."""

    def __init__(self) -> None:
        super().__init__(editable=True)
        self._shown: tuple[Dispute, Beginning | None] | None = None
        self._known, self._is_late = True, False
        self.since = SinceLine()
        self.since.event_wanted.connect(self.event_wanted)
        self.since.say_wanted.connect(self.since_wanted)
        self.captions = [PlainLabel(role="caption", tone="muted") for _ in range(6)]
        self.values = [PlainLabel(wrap=True) if row != SINCE_ROW else self.since.day for row in range(6)]
        self.summary = PlainLabel(tone="muted", wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_5)
        grid.setVerticalSpacing(SPACE_3)
        grid.setColumnStretch(1, 1)
        for row, (caption, value) in enumerate(zip(self.captions, self.values, strict=True)):
            caption.setContentsMargins(0, BASELINE_PX, 0, 0)
            grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value if row != SINCE_ROW else self.since, row, 1)
            value.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column.addLayout(grid)
        self.column.addWidget(self.summary)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_dispute(
        self, dispute: Dispute, began: Beginning | None, *, read_only: bool, known: bool = True, is_late: bool = False
    ) -> None:
        """Show a dispute's facts; ``began`` tells since when it is one, as soon as it is ``known``.

        ``is_late`` tells that something before that day departs from a standard.
        """
        self._shown, self._known, self._is_late = (dispute, began), known, is_late
        self.edit.setEnabled(not read_only)
        self.since.say.setEnabled(not read_only)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("At a glance"))
        self.edit.setText(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit the dispute"))
        names = (
            self.tr("What"),
            self.tr("With whom"),
            self.tr("How much"),
            self.tr("Since when"),
            self.tr("Who complains"),
            self.tr("Where it stands"),
        )
        for caption, name in zip(self.captions, names, strict=True):
            caption.setText(name)
        if self._shown is not None:
            self._show(*self._shown)

    def _show(self, dispute: Dispute, began: Beginning | None) -> None:
        unknown = self.tr("not written down yet")
        facts = (
            word(dispute.type),
            " · ".join(safe(name) for name in (dispute.institution, *dispute.aliases) if name),
            amount_words(dispute),
            _since(dispute, began) if self._known else "…",
            " · ".join(safe(name) for name in (dispute.complainant, dispute.representative) if name),
            word(dispute.status),
        )
        for label, fact in zip(self.values, facts, strict=True):
            label.setText(fact or unknown)
            label.set_tone("" if fact else "faint")
        self.since.show_basis(began if self._known else None, is_late=self._is_late)
        self.summary.setText(safe(dispute.summary))
        self.summary.setVisible(bool(dispute.summary))


class Demands(Card):
    """What is asked, in order."""

    def __init__(self) -> None:
        super().__init__(editable=True)
        self._demands: tuple[str, ...] = ()
        self.words = PlainLabel(wrap=True)
        self.column.addWidget(self.words)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_dispute(self, dispute: Dispute, *, read_only: bool) -> None:
        """Show a dispute's demands."""
        self._demands = dispute.demands
        self.edit.setEnabled(not read_only)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("What is asked"))
        self.edit.setText(self.tr("Edit"))
        self.edit.setAccessibleName(self.tr("Edit what is asked"))
        lines = [f"{number}. {safe(demand)}" for number, demand in enumerate(self._demands, 1)]
        nothing = self.tr("Nothing yet. One sentence for each thing you ask for: a refund, a correction, an apology.")
        self.words.setText("\n".join(lines) or nothing)
        self.words.set_tone("" if lines else "faint")


class Numbers(Card):
    """How much is there, by kind."""

    def __init__(self) -> None:
        super().__init__()
        self._standing = Standing()
        self._kinds: Kinds = ()
        self._cells: list[QWidget] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE_5)
        self._grid.setVerticalSpacing(SPACE_2)
        self.counting = PlainLabel(role="caption", tone="muted", wrap=True)
        self.column.addLayout(self._grid)
        self.column.addWidget(self.counting)
        language.changed.connect(self.retranslate)
        self.retranslate()

    def show_standing(self, standing: Standing, kinds: Kinds) -> None:
        """Show a dispute's numbers; ``kinds`` are empty until they are known."""
        if (standing, kinds) != (self._standing, self._kinds):
            self._standing, self._kinds = standing, kinds
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts."""
        self.title.setText(self.tr("How much is there"))
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.hide()
            discard(cell)
        self._cells = []
        for row, (count, what) in enumerate(self._lines()):
            number = PlainLabel(f"{count:,}")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            name = PlainLabel(what, tone="muted")
            for column, label in enumerate((number, name)):
                self._grid.addWidget(label, row, column)
                self._cells.append(label)
        self._grid.setColumnStretch(1, 1)
        self.counting.setText(self.tr("What is confirmed counts, each once however many files show it."))
        self.counting.setVisible(bool(self._kinds))

    def _lines(self) -> list[tuple[int, str]]:
        now = self._standing
        lines = [(now.exhibit_count, self.tr("exhibit(s)", "", now.exhibit_count))]
        lines += [(count, self._kind(kind, count)) for kind, count in self._kinds]
        return [*lines, (now.day_count, self.tr("day(s) with events", "", now.day_count))]

    def _kind(self, kind: EventKind, count: int) -> str:
        return {
            EventKind.MESSAGE: self.tr("message(s)", "", count),
            EventKind.CALL: self.tr("call(s)", "", count),
            EventKind.PAYMENT: self.tr("payment(s)", "", count),
            EventKind.LOGIN: self.tr("login(s)", "", count),
            EventKind.REPAYMENT: self.tr("repayment(s)", "", count),
            EventKind.NOTE: self.tr("note(s)", "", count),
            EventKind.PROMISE: self.tr("promise(s)", "", count),
            EventKind.COMPLAINT: self.tr("complaint step(s)", "", count),
        }.get(kind, word(kind))
