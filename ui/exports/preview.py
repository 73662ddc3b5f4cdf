"""What was recognised in exported files, and what of it is to be imported."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from evidence_app.domain.exports import EVERYTHING, ColumnProposal, Hints, Survey
from evidence_app.domain.exports import Choice as WhatIsWanted
from evidence_app.errors import InputProblem
from evidence_app.phrases import format_name, place_words, reason_words, warning_words
from ui.casework.section import Told
from ui.controls import Button, Choice, PlainLabel
from ui.exports.columns import ColumnChoices
from ui.exports.parties import Parties
from ui.exports.wanted import Offered, Wanted
from ui.field import FieldGrid
from ui.fields import FieldSpec, FieldType
from ui.i18n import language
from ui.sheets.sheet import Sheet
from ui.timeline.words import safe
from ui.tokens import SPACE_3, SPACE_5

SHEET_WIDTH = 720
MOST_NAMED = 3
"""Files that are named beside the button; all have their card."""

MOST_UNREAD = 5
"""Unread records that are named; all are counted."""


class DayOrder(StrEnum):
    """Which way round a date like 3/4 is."""

    UNKNOWN = ""
    DAY_FIRST = "day"
    MONTH_FIRST = "month"


def day_order_word(order: DayOrder) -> str:
    """Return an order of days and months with an example."""
    return {
        DayOrder.UNKNOWN: QCoreApplication.translate("Preview", "3/4 is … (please choose)"),
        DayOrder.DAY_FIRST: QCoreApplication.translate("Preview", "3/4 is 3 April"),
        DayOrder.MONTH_FIRST: QCoreApplication.translate("Preview", "3/4 is 4 March"),
    }[order]


class PreviewWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def records(self, count: int) -> str:
        """Return how many records there are."""
        return self.tr("%n record(s)", "", count)

    def unread(self, count: int) -> str:
        """Return how many cannot be read."""
        return self.tr("%n record(s) cannot be read", "", count)

    def files(self, count: int) -> str:
        """Return how many files are in it."""
        return self.tr("%n file(s) inside", "", count)

    def named(self, count: int) -> str:
        """Return how many files it names without having them."""
        return self.tr("names %n file(s) that are not in it", "", count)

    def stated(self, count: int) -> str:
        """Return how many records the export says it has."""
        return self.tr("The file itself says that it holds %n record(s).", "", count)


class ExportCard(Told):
    """One export: what it is, from when to when, with whom; whether and what to import."""

    def __init__(self, offered: Offered) -> None:
        super().__init__(offered.exhibit.label)
        self.offered = offered
        self.chosen = QCheckBox()
        self.chosen.setChecked(True)
        self.chosen.setText(QCoreApplication.translate("Preview", "Import"))
        self.chosen.setAccessibleName(f"{self.chosen.text()}: {offered.exhibit.label}")
        self.head.addWidget(self.chosen)
        self.parties: Parties | None = None
        self.columns: ColumnChoices | None = None
        self.day_order: Choice[DayOrder] | None = None
        self.owner: QComboBox | None = None
        if offered.survey is not None:
            self._tell(offered.survey)
        if offered.proposal is not None:
            self._offer_columns(offered.proposal)

    @property
    def is_wanted(self) -> bool:
        """Whether anything of it is to be imported: it is ticked, and so is somebody in it."""
        return self.chosen.isChecked() and not (self.parties is not None and self.parties.names_nobody)

    def wanted(self, since: object, until: object) -> Wanted | None:
        """Return what is to be imported of it, None for nothing. Raises InputProblem("option-needed")."""
        if not self.is_wanted:
            return None
        if self.columns is not None and not self.columns.enough:
            raise InputProblem("columns-missing")
        numbers = self.parties.wanted() if self.parties is not None else ()
        order = self.day_order.member() if self.day_order is not None else DayOrder.UNKNOWN
        hints = Hints(
            day_first=None if order is DayOrder.UNKNOWN else order is DayOrder.DAY_FIRST,
            owner=self.owner.currentData() or "" if self.owner is not None else "",
            columns=self.columns.columns() if self.columns is not None else (),
        )
        choice = WhatIsWanted(numbers, since, until)  # type: ignore[arg-type]  # of fields that hold dates
        proposal = self.offered.proposal
        return Wanted(self.offered.exhibit.id, choice, hints, proposal.fingerprint if proposal else "")

    def _tell(self, survey: Survey) -> None:
        words = PreviewWords()
        period = f"{survey.first[:10]} – {survey.last[:10]}" if survey.first else ""
        inside = survey.attachment_count - survey.beside_count
        files = words.files(inside) if inside else ""
        named = words.named(survey.beside_count) if survey.beside_count else ""
        told = (format_name(survey.format, language.chosen), words.records(survey.count), period, files, named)
        self.say(" · ".join(each for each in told if each))
        if survey.unread_count:
            self.say(words.unread(survey.unread_count)).set_tone("attention")
            for unread in survey.unread[:MOST_UNREAD]:
                where, why = place_words(unread.place, language.chosen), reason_words(unread.reason, language.chosen)
                self.say(f"{where}  {why}", small=True)
        if survey.note:
            self.say(warning_words(survey.note, language.chosen)).set_tone("attention")
        if survey.stated_count is not None and survey.stated_count != survey.count + survey.unread_count:
            self.say(words.stated(survey.stated_count)).set_tone("attention")
        if len(survey.parties) > 1:
            self._offer_parties(survey)
        if "day-order" in survey.asks:
            self._ask_day_order()
        if "owner" in survey.asks:
            self._ask_owner(survey)

    def _offer_columns(self, proposal: ColumnProposal) -> None:
        """Show what the columns probably hold; ticked where nothing about day and amount is open."""
        known = bool(self.offered.known)
        certain = known or (proposal.certain and not proposal.asks)
        if certain:
            self.say(QCoreApplication.translate("Preview", "A table. Please check what its columns hold."))
        else:
            self.say(
                QCoreApplication.translate(
                    "Preview",
                    "A table. Say what its columns hold, then tick “Import”: until then nothing of it is imported.",
                )
            )
        self.columns = ColumnChoices(proposal, self.offered.known)
        self.chosen.setChecked(certain)
        self.add(self.columns)
        if "day-order" in proposal.asks:
            self._ask_day_order()

    def _ask_day_order(self) -> None:
        self.day_order = Choice(DayOrder, day_order_word)
        self.day_order.setAccessibleName(QCoreApplication.translate("Preview", "Order of day and month"))
        self.add(self.day_order)

    def _offer_parties(self, survey: Survey) -> None:
        fold = Button(QCoreApplication.translate("Preview", "Choose with whom…"), look="link", icon_name="funnel")
        before = self._before(survey)
        if before.numbers:
            told = QCoreApplication.translate("Preview", "Ticked as the last time. Who is new is not ticked.")
            self.say(told).set_tone("attention")
        self.parties = Parties(survey.parties, before)
        self.parties.hide()
        parties = self.parties

        def unfold() -> None:
            parties.show()
            fold.hide()
            sheet = self.window()
            if isinstance(sheet, Sheet):
                sheet.fit()
                sheet.order_tabs()

        fold.clicked.connect(unfold)
        self.column.addWidget(fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.parties)
        if before.numbers:
            self.parties.show()
            fold.hide()

    def _before(self, survey: Survey) -> WhatIsWanted:
        """Return what was chosen of the last export; of one in which nobody of those is, everybody is wanted."""
        before = self.offered.before
        return before if any(before.names(each.number, each.party) for each in survey.parties) else EVERYTHING

    def _ask_owner(self, survey: Survey) -> None:
        self.say(QCoreApplication.translate("Preview", "Which name in this chat is yours?"))
        self.owner = QComboBox()
        self.owner.setAccessibleName(QCoreApplication.translate("Preview", "Your name in the chat"))
        self.owner.addItem(QCoreApplication.translate("Preview", "None of them: leave open who wrote"), "")
        for party in survey.parties:
            if party.party:
                self.owner.addItem(safe(party.party), party.party)
        self.add(self.owner)


class PreviewSheet(Sheet):
    """All exports that wait. ``wanted`` carries a list of what is to be imported."""

    wanted = Signal(list)

    def __init__(self, parent: QWidget | None, offered: Sequence[Offered]) -> None:
        super().__init__(parent, width=SHEET_WIDTH)
        self.entitle(self.tr("Put exported records on the timeline"), self.tr("Import"))
        self.cancel.setText(self.tr("Later"))
        self.say(
            self.tr(
                "The files are kept whole in any case. A file that you leave for later stays on the overview, under "
                "what to do next; to import more of a file, add it again. The dossier says how much is shown."
            )
        )
        self.cards = [ExportCard(each) for each in offered]
        for card in self.cards:
            self.add(card)
        self.add(
            PlainLabel(self.tr("Only from a period? Leave it empty for everything."), "caption", "muted", wrap=True)
        )
        self.period = FieldGrid((FieldSpec("since", FieldType.DATE), FieldSpec("until", FieldType.DATE)))
        self.add(self.period)
        self._begin_as_before([each.before.since for each in offered])
        self.left_out = PlainLabel(tone="attention", wrap=True)
        self.left_out.setContentsMargins(SPACE_5, SPACE_3, SPACE_5, 0)
        self._place_left_out()
        for card in self.cards:
            card.chosen.toggled.connect(self._tell_left_out)
            if card.parties is not None:
                card.parties.changed.connect(self._tell_left_out)
        self._tell_left_out()

    def _begin_as_before(self, days: Sequence[date | None]) -> None:
        """Propose the day from which records were wanted the last time, if it was so of all that are offered."""
        known = [each for each in days if each is not None]
        if known and len(known) == len(days):
            self.period.fields["since"].show_value(min(known))

    def _place_left_out(self) -> None:
        """Say it beside the button, where it is seen however far the cards are scrolled."""
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.indexOf(self.problem), self.left_out)

    def _tell_left_out(self) -> None:
        """Say which files are not ticked; without any that is, there is nothing to import."""
        left = [card.offered.exhibit.label for card in self.cards if not card.is_wanted]
        names = self.tr(", ").join(safe(each) for each in left[:MOST_NAMED]) + ("…" if len(left) > MOST_NAMED else "")
        count, ticked = len(self.cards), len(self.cards) - len(left)
        self.left_out.setText(self.tr("Not ticked, so nothing of it is imported: %1").replace("%1", names))
        self.left_out.setVisible(bool(left))
        some = self.tr("Import %1 of %2 files").replace("%1", str(ticked)).replace("%2", str(count))
        self.primary.setText(some if left and ticked else self.tr("Import"))
        self.primary.setEnabled(ticked > 0)
        if self.isVisible():
            self.fit()

    def submit(self) -> None:
        """Hand over what is wanted. Raises InputProblem for days that cannot be read, or columns without a meaning."""
        days = self.period.values()
        chosen = [card.wanted(days["since"], days["until"]) for card in self.cards]
        self.wanted.emit([each for each in chosen if each is not None])
        self.accept()
