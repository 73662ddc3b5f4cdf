"""Where a dispute stands: its numbers, and what waits to be done; worked out off the UI thread, without words."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from evidence_app.domain.custody import CustodyKind
from evidence_app.domain.disputes import Dispute, DisputeStatus
from evidence_app.domain.exhibits import Exhibit
from ui.overview.counted import Counted, counted
from ui.timeline.outline import Outline

if TYPE_CHECKING:
    from evidence_app.actions.workspace import Citation, Words

QUIET_KINDS = frozenset({CustodyKind.EXPORT, CustodyKind.ANCHOR, CustodyKind.RESTORE, CustodyKind.MIGRATE})
"""Entries of the log after which a dossier says the same as before."""

STALE_BACKUP_DAYS = 7
"""After so many days without one, changes are worth a backup: about a week's work would be lost."""


class Wait(StrEnum):
    """What waits to be done, in the order in which it helps most."""

    EVIDENCE = "evidence"
    UNIMPORTED = "unimported"
    UNOPENED = "unopened"
    NUMBERS = "numbers"
    CONFLICTS = "conflicts"
    FAR_OFF = "far-off"
    NO_TIME = "no-time"
    REVIEW = "review"
    GAPS = "gaps"
    UNREAD = "unread"
    OVERDUE = "overdue"
    PERHAPS_ANSWERED = "perhaps-answered"
    UNANSWERED = "unanswered"
    UNDESCRIBED = "undescribed"
    DEMANDS = "demands"
    COMPLAINANT = "complainant"
    NEVER_EXPORTED = "never-exported"
    CHANGED = "changed"
    NO_BACKUP = "no-backup"
    OLD_BACKUP = "old-backup"


@dataclass(frozen=True)
class Task:
    """One thing to do: how many of it there are, the first entry it concerns, the day it goes back to.

    ``of`` is out of how many, done ones too, where that is known. Of what nobody answered, ``count`` is how many days
    it waits, ``name`` with whom, ``day`` until when a period runs, or, ``is_over``, ran, ``is_answered`` that it
    was answered on the way, ``is_customary`` that the period binds nobody, and ``cited`` where the day is from. Of what
    an entry may answer, ``day`` is that entry's.
    """

    wait: Wait
    count: int = 0
    event_id: str = ""
    day: date | None = None
    of: int = 0
    name: "Words | str" = ""
    is_over: bool = False
    is_answered: bool = False
    is_customary: bool = False
    cited: "tuple[Citation, ...]" = ()


@dataclass(frozen=True)
class Standing:
    """Everything the page shows about a dispute that is not one of its own fields."""

    exhibit_count: int = 0
    day_count: int = 0
    tasks: tuple[Task, ...] = field(default=())


@dataclass(frozen=True)
class Logged:
    """What the custody log says about exports: when the last one was, and whether something changed since."""

    exported_at: datetime | None = None
    changed_since: bool = False


def logged(lines: Iterable[tuple[CustodyKind, datetime]]) -> Logged:
    """Return what the log's kinds and times, oldest first, say about exports."""
    found = Logged()
    for kind, at in lines:
        if kind is CustodyKind.EXPORT:
            found = Logged(at)
        elif kind not in QUIET_KINDS and found.exported_at is not None:
            found = Logged(found.exported_at, changed_since=True)
    return found


@dataclass(frozen=True)
class Known:
    """What is known of a dispute's evidence besides its timeline.

    ``reviewed`` says on how many exhibits all that was read is decided, and on how many something was read; ``gaps``
    are the exhibits before which nothing shows what was said in their thread; of ``unimported`` exports nothing is on
    the timeline yet, out of ``unopened`` archives nothing was added.
    """

    exhibits: Sequence[Exhibit] = ()
    log: Logged = field(default_factory=Logged)
    backed_up_at: datetime | None = None
    reviewed: tuple[int, int] = (0, 0)
    gaps: Sequence[str] = ()
    unimported: int = 0
    unopened: Sequence[Exhibit] = ()


def standing(dispute: Dispute, outline: Outline, known: Known, now: datetime) -> Standing:
    """Return where a dispute stands, but for what follows from its promises and numbers. ``now`` is aware."""
    exhibits, unopened = known.exhibits, known.unopened
    in_use = [exhibit for exhibit in exhibits if exhibit.removed_at is None and not getattr(exhibit, "set_aside", "")]
    entries = counted(outline)
    days = entries.days
    tasks = [
        *([Task(Wait.UNIMPORTED, known.unimported)] if known.unimported else []),
        *([Task(Wait.UNOPENED, len(unopened), entries.own.get(unopened[0].id, ""))] if unopened else []),
        *_about_evidence(entries, in_use, known.reviewed, known.gaps),
        *_about_dispute(dispute),
        *_about_leaving(entries, known.log),
    ]
    tasks += _about_backup(entries, known.backed_up_at, now)
    past = bisect_right(days, now.astimezone(dispute.zone).date())  # what a plan has to come has not happened
    return Standing(len(in_use), past, tuple(tasks))


def _about_evidence(
    entries: Counted,
    in_use: Sequence[Exhibit],
    reviewed: tuple[int, int],
    gaps: Sequence[str],
) -> Iterable[Task]:
    if not in_use and not entries.any:
        yield Task(Wait.EVIDENCE)
        return
    for wait, found in (
        (Wait.CONFLICTS, entries.conflicts),
        (Wait.FAR_OFF, entries.far_off),
        (Wait.NO_TIME, entries.timeless),
    ):
        if found.count:
            yield Task(wait, found.count, found.event_id)
    done, found_on = reviewed
    if done < found_on:
        yield Task(Wait.REVIEW, found_on - done, of=found_on)
    own = entries.own
    if gaps:
        yield Task(Wait.GAPS, len(gaps), own.get(gaps[0], ""))
    unread = [exhibit for exhibit in in_use if exhibit.original.media.problem]
    if unread:
        yield Task(Wait.UNREAD, len(unread), own.get(unread[0].id, ""))
    silent = [exhibit for exhibit in in_use if not exhibit.proves]
    if silent:
        yield Task(Wait.UNDESCRIBED, len(silent), own.get(silent[0].id, ""))


def _about_dispute(dispute: Dispute) -> Iterable[Task]:
    if dispute.status in {DisputeStatus.RESOLVED, DisputeStatus.CLOSED}:
        return
    if not dispute.demands:
        yield Task(Wait.DEMANDS)
    if not dispute.complainant:
        yield Task(Wait.COMPLAINANT)


def _about_leaving(entries: Counted, log: Logged) -> Iterable[Task]:
    if not entries.any:
        return
    if log.exported_at is None:
        yield Task(Wait.NEVER_EXPORTED)
    elif log.changed_since:
        yield Task(Wait.CHANGED, day=log.exported_at.date())


def _about_backup(entries: Counted, at: datetime | None, now: datetime) -> Iterable[Task]:
    if not entries.any:
        return
    if at is None:
        yield Task(Wait.NO_BACKUP)
    elif (now - at).days >= STALE_BACKUP_DAYS:
        yield Task(Wait.OLD_BACKUP, (now - at).days)
