"""Asks for the passwords of locked archives, one after the other; one that opens an archive is tried on the others."""

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from ui.desk import Desk
from ui.importing import Importing
from ui.questions import Questions
from ui.turns import Turn, Turns

if TYPE_CHECKING:
    from evidence_app.actions.add_evidence import AddReport
    from evidence_app.actions.session import Session

LOCKED = frozenset({"archive-encrypted", "archive-password-wrong"})
"""Why an archive was kept whole that opens with its password."""


class Locked(NamedTuple):
    """A locked archive, which is an exhibit."""

    dispute_id: str
    exhibit_id: str
    name: str


class LockedArchives(QObject):
    """Knows which archives wait for their passwords. One that is skipped can be opened later, from the inspector."""

    def __init__(self, parent: QObject, desk: Desk, importing: Importing, questions: Questions, turns: Turns) -> None:
        super().__init__(parent)
        self._desk, self._importing, self._questions, self._turns = desk, importing, questions, turns
        self._waiting: list[Locked] = []
        self._skipped: list[Locked] = []
        self._busy = False
        turns.wait_for(lambda: self._busy)
        desk.closed.connect(self._forget)

    def take(self, report: "AddReport") -> None:
        """Ask for those of what was just added; also for what is there already and was never opened."""
        origin = self._importing.origin_of(report)
        dispute_id = origin.dispute_id if origin else self._desk.dispute_id
        found = [
            Locked(dispute_id, item.exhibit_id, item.name)
            for item in report.items
            if item.exhibit_id and item.problem is not None and item.problem.code in LOCKED
        ]
        self._wait_for(found)
        again = {item.exhibit_id for item in report.items if item.exhibit_id and item.status.value == "duplicate"}
        if again and dispute_id:
            self._desk.read(lambda session: _unopened(session, dispute_id, again), self._wait_for, self)

    def ask_for(self, exhibit_id: str, name: str) -> None:
        """Ask for the password of one archive of the open dispute."""
        wanted = Locked(self._desk.dispute_id, exhibit_id, name)
        self._waiting = [wanted, *(each for each in self._waiting if each != wanted)]
        self._ask_next()

    def _wait_for(self, found: list[Locked]) -> None:
        self._waiting += [each for each in found if each not in self._waiting and each not in self._skipped]
        self._ask_next()

    def _ask_next(self) -> None:
        if self._busy:
            return
        if self._waiting:
            self._busy = True
            self._turns.ask(Turn.PASSWORD, self._ask, False)
        else:
            self._skipped.clear()

    def _ask(self, again: bool) -> None:
        if not self._waiting:
            self._done()
            return
        archive = self._waiting[0]
        sheet = self._questions.password(archive.name, more=len(self._waiting) - 1, again=again)
        if sheet is None:
            self._forget()
            return
        sheet.wanted.connect(partial(self._try, archive))
        sheet.rejected.connect(partial(self._skip, archive))

    def _skip(self, archive: Locked) -> None:
        if archive in self._waiting:
            self._waiting.remove(archive)
            self._skipped.append(archive)
            self._done()

    def _try(self, archive: Locked, word: str) -> None:
        self._importing.unlock(archive.dispute_id, archive.exhibit_id, word, partial(self._tried, archive, word))

    def _tried(self, archive: Locked, word: str, opened: bool | None) -> None:
        if archive not in self._waiting:
            return  # the vault was closed meanwhile
        if opened is False:
            self._turns.ask(Turn.PASSWORD, self._ask, True)
            return
        self._waiting.remove(archive)
        self._try_others(self._waiting + self._skipped if opened else [], word)

    def _try_others(self, others: list[Locked], word: str) -> None:
        """Try a password that opened an archive on others, one after the other; what stays locked is not told."""
        others = [each for each in others if each in self._waiting or each in self._skipped]
        if not others:
            self._done()
            return
        archive, *rest = others
        ended = partial(self._tried_other, archive, rest, word)
        self._importing.unlock(archive.dispute_id, archive.exhibit_id, word, ended)

    def _tried_other(self, archive: Locked, rest: list[Locked], word: str, opened: bool | None) -> None:
        if opened:
            self._waiting = [each for each in self._waiting if each != archive]
            self._skipped = [each for each in self._skipped if each != archive]
        self._try_others(rest, word)

    def _done(self) -> None:
        self._busy = False
        self._ask_next()

    def _forget(self) -> None:
        """Ask for nothing any more: the vault is gone."""
        self._waiting, self._skipped, self._busy = [], [], False


def _unopened(session: "Session", dispute_id: str, among: Collection[str]) -> list[Locked]:
    from evidence_app.actions.exhibits import list_exhibits
    from evidence_app.actions.unlock_archive import unopened_archives

    archives = unopened_archives(list_exhibits(session, dispute_id))
    return [Locked(dispute_id, each.id, each.name) for each in archives if each.id in among]
