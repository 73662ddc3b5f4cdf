"""Looks for exports among what was added, offers what they hold, and has what is wanted imported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from evidence_app.domain.exports import EVERYTHING
from ui.activity import ActivityBar
from ui.desk import Desk
from ui.exports.wanted import Offered, Wanted
from ui.settings import Settings
from ui.tasks import Lane, Task
from ui.turns import Turn, Turns

if TYPE_CHECKING:
    from evidence_app.actions.add_evidence import AddReport
    from evidence_app.actions.import_exports import ImportReport
    from evidence_app.actions.session import Session
    from evidence_app.domain.exhibits import Exhibit
    from ui.exports.preview import PreviewSheet

GIVEN = frozenset({"added", "duplicate"})
"""What became of files that somebody wants to be looked into; one that was there already may have been put off."""


class OfferingWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def done(self, taken: int, known: int, unread: int) -> str:
        """Return what came of all imports, in one line."""
        parts = [self.tr("%n new entry(ies)", "", taken)]
        parts += [self.tr("%n already there", "", known)] if known else []
        parts += [self.tr("%n could not be read", "", unread)] if unread else []
        return ", ".join(parts)

    def wait(self, count: int) -> str:
        """Return how many exports wait."""
        return self.tr("%n exported file(s) not imported yet", "", count)


class Offering(QObject):
    """Joins looking, asking and importing. One look at a time."""

    imported = Signal()

    def __init__(self, window: QWidget, desk: Desk, bar: ActivityBar, settings: Settings, turns: Turns) -> None:
        super().__init__(window)
        self._window, self._desk, self._bar, self._settings, self._turns = window, desk, bar, settings, turns
        self.sheet: PreviewSheet | None = None
        self._looking = self._looking_into = self._asked_for = False
        self._added: list[str] = []
        self._to_ask: dict[str, Offered] = {}
        turns.wait_for(lambda: self._looking)
        desk.closed.connect(self._added.clear)
        desk.closed.connect(self._to_ask.clear)
        desk.opened.connect(lambda: self.remind(desk.dispute_id))

    def look(self, report: "AddReport") -> None:
        """Look for exports among what was just added, and ask what of them is wanted."""
        self._added += [item.exhibit_id for item in report.items if item.exhibit_id and item.status.value in GIVEN]
        self._look_on()

    def offer(self) -> None:
        """Ask what is wanted of all that waits in the chosen dispute: somebody wants to be asked."""
        self._asked_for = True
        self._look_on()

    def _look_on(self) -> None:
        """Look at what came meanwhile, once the last look has ended."""
        if self._looking:
            return
        if self._asked_for:
            self._asked_for = False
            self._look(self._desk.dispute_id, None, self._ask_or_say, shown=True)
        elif self._added:
            added, self._added = self._added, []
            self._look(self._desk.dispute_id, added, self.ask, shown=True)

    def remind(self, dispute_id: str) -> None:
        """Tell, without asking, that exports of a dispute wait since an earlier time."""
        self._look(dispute_id, None, self._tell_waiting)

    def _look(
        self,
        dispute_id: str,
        added: Sequence[str] | None,
        then: "Callable[[list[Offered]], object]",
        *,
        shown: bool = False,
    ) -> None:
        """Find what may hold records, which is quick; only where there is some is it looked into, which is shown."""
        if self._looking or not dispute_id or self._desk.read_only or self._desk.session is None:
            return
        self._looking = True
        session = self._desk.session
        task = self._desk.tasks.start(
            lambda _: _to_look_into(session, dispute_id, added),
            lane=Lane.READ,
            then=self._desk.while_open(session, lambda found: self._look_into(found, shown, then)),
            failed=self._desk.while_open(session, lambda _: None),
            owner=self,
        )
        task.ended.connect(self._found)

    def _look_into(self, found: "ToLookInto", shown: bool, then: "Callable[[list[Offered]], object]") -> None:
        if not found.exports and not found.tables:
            then([])
            return
        self._looking_into = True
        session, known = found.session, self._settings.columns()
        task = self._desk.tasks.start(
            lambda task: _offered(found, known, task),
            lane=Lane.LONG if shown else Lane.READ,
            then=self._desk.while_open(session, then),
            failed=self._desk.while_open(session, lambda _: None),
            owner=self,
        )
        task.ended.connect(self._looked)
        if shown:
            self._bar.follow(task, lambda: self.tr("Looking into exported files"))

    def _found(self) -> None:
        if not self._looking_into:
            self._looked()

    def _looked(self) -> None:
        self._looking = self._looking_into = False
        self._look_on()

    def _tell_waiting(self, offered: "list[Offered]") -> None:
        waiting = len(offered)
        if waiting:
            self._bar.conclude(
                lambda: OfferingWords().wait(waiting),
                lambda: self.tr("Show"),
                lambda: self.ask(offered),
                passing=True,
            )

    def _ask_or_say(self, offered: "list[Offered]") -> None:
        self.ask(offered)
        if not offered:
            self._bar.conclude(lambda: self.tr("There is no exported file that could be put onto the timeline now."))

    def ask(self, offered: "list[Offered]") -> None:
        """Ask what is wanted of these, together with what still waits for its turn."""
        if offered:
            self._to_ask |= {each.exhibit.id: each for each in offered}
            self._turns.ask(Turn.EXPORTS, self._present)

    def _present(self) -> None:
        """Ask about one dispute's exports; those of another one have their own turn."""
        from ui.exports.preview import PreviewSheet

        dispute_id = next((each.exhibit.dispute_id for each in self._to_ask.values()), "")
        if not dispute_id:
            return  # asked already, with what was added before
        asked = [each for each in self._to_ask.values() if each.exhibit.dispute_id == dispute_id]
        for each in asked:
            del self._to_ask[each.exhibit.id]
        self.sheet = PreviewSheet(self._window, asked)
        self.sheet.wanted.connect(partial(self._import, dispute_id))
        self.sheet.finished.connect(self._asked)
        self.sheet.present()

    def _asked(self) -> None:
        self.sheet = None

    def _import(self, dispute_id: str, wanted: "list[Wanted]") -> None:
        session = self._desk.session
        if session is None or not wanted:
            return
        for each in wanted:
            if each.fingerprint:
                self._settings.remember_columns(each.fingerprint, each.hints.columns)
        task = self._desk.tasks.start(
            lambda task: _imported(session, dispute_id, wanted, task),
            lane=Lane.LONG,
            then=self._desk.while_open(session, self._conclude),
            failed=self._desk.while_open(session, self._desk.failed.emit),
            owner=self,
        )
        task.ended.connect(self._desk.reload_all)
        self._bar.follow(task, lambda: self.tr("Importing exported records"))

    def _conclude(self, reports: "list[ImportReport]") -> None:
        taken = sum(report.taken for report in reports)
        known = sum(report.known for report in reports)
        unread = sum(report.unread_count for report in reports)
        problems = [report for report in reports if report.problem is not None]
        words = OfferingWords()
        told = words.done(taken, known, unread)
        if problems:
            names = ", ".join(report.exhibit.label for report in problems)
            told += " · " + self.tr("Not imported: %1").replace("%1", names)
        self._bar.conclude(lambda: told, passing=not unread and not problems)
        self.imported.emit()


@dataclass(frozen=True, slots=True)
class ToLookInto:
    """Exhibits that hold records not yet imported, and those that may be tables which no importer knows."""

    session: "Session"
    exports: "tuple[Exhibit, ...]"
    tables: "tuple[Exhibit, ...]"


def _to_look_into(session: "Session", dispute_id: str, added: Sequence[str] | None) -> ToLookInto:
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.exports_at_hand import given_with, unimported
    from evidence_app.actions.unknown_tables import possible_tables

    exports = tuple(unimported(session, dispute_id))
    if added is None:
        return ToLookInto(session, exports, ())
    wanted = given_with(list_exhibits(session, dispute_id), added)
    tables = possible_tables(session, dispute_id, wanted)
    return ToLookInto(session, tuple(each for each in exports if each.id in wanted), tuple(tables))


def _offered(found: ToLookInto, known: dict[str, list[list[str]]], task: Task) -> list[Offered]:
    """Return the exports that wait, surveyed, and tables whose columns nobody knows yet."""
    from evidence_app.actions.import_exports import last_choices, survey_export
    from evidence_app.errors import InputProblem

    offered: list[Offered] = []
    for exhibit in found.exports:
        try:
            survey = survey_export(found.session, exhibit.id, progress=task)
        except InputProblem:
            continue  # damaged or locked: it is kept, and its list of results says so
        before = last_choices(found.session, exhibit.dispute_id)
        offered.append(Offered(exhibit, survey, before=before.get(survey.format, EVERYTHING)))
    return offered + _tables(found, known, task)


def _tables(found: ToLookInto, known: dict[str, list[list[str]]], task: Task) -> list[Offered]:
    from evidence_app.actions.unknown_tables import unknown_tables

    return [
        Offered(
            table.exhibit,
            proposal=table.proposal,
            known=tuple((field, heading) for field, heading in known.get(table.proposal.fingerprint, ())),
        )
        for table in unknown_tables(found.session, found.tables, task)
    ]


def _imported(session: "Session", dispute_id: str, wanted: Sequence[Wanted], task: Task) -> "list[ImportReport]":
    from evidence_app.actions.import_exports import WhatToImport, import_waiting

    reports: list[ImportReport] = []
    for each in wanted:
        what = WhatToImport(each.choice, each.hints, frozenset({each.exhibit_id}))
        reports += import_waiting(session, dispute_id, what, task, lambda _: None)
    return reports
