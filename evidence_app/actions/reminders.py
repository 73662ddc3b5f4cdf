"""What a person is reminded of when the app opens: promises that are due or past, periods that end soon or ended."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import last_of, stated_in
from evidence_app.domain.disputes import Dispute, DisputeStatus
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Complaint, Institution, Lender, LoanTerms, PromiseState
from evidence_app.rules.heard import heard
from evidence_app.rules.ladder import periods_of
from evidence_app.rules.lender_named import lender_named
from evidence_app.rules.named_bodies import placed
from evidence_app.rules.own_office import OwnOffice
from evidence_app.rules.parties import other_side_of
from evidence_app.rules.perhaps_answered import perhaps_answers
from evidence_app.rules.promises import Around, promises
from evidence_app.rules.shown_filings import shown_filings
from evidence_app.rules.sources import Citation
from evidence_app.rules.territories import home_of, territory_of
from evidence_app.vault.reading import Catalog

SOON = timedelta(days=3)
"""How long before the end of a period a person hears of it: time for a letter, or for a call."""

TOMORROW = timedelta(days=1)
"""How long before its day a person hears of a promise."""

AHEAD = timedelta(days=1)
"""How far the calendar of some zone is ahead of that of UTC at the most."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """What waits in one dispute. ``deadline`` is the first period's end within the next days, None for none.

    ``promises`` are past their day, ``due`` are for today or tomorrow. ``late`` is the end of a body's period that ran
    out without its answer. ``perhaps_to`` is the day up to which the first period may run where it is over by its own
    day, a day off. ``cited`` says where the period is from: that which ends soon, else the late one.
    """

    dispute: Dispute
    promises: int
    deadline: date | None
    cited: Citation | None = None
    due: int = 0
    late: date | None = None
    perhaps_to: date | None = None


def reminders(session: Session, today: date | None = None) -> list[Reminder]:
    """Return what waits in the disputes that go on, of those that are no sample; the nearest deadlines first.

    ``today`` is by default the day that it is now in each dispute's own zone.
    """
    now = session.now()
    with session.vault.read() as catalog:
        promised: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
        for dispute_id, event_id, due in catalog.promises_before((today or now.date() + AHEAD) + TOMORROW + AHEAD):
            promised[dispute_id].append((event_id, due))
        disputes = [line.dispute for line in catalog.disputes()]
        going = [each for each in disputes if not _is_over(each)]
        found = []
        for each in going:
            here = today or now.astimezone(each.zone).date()
            waits = any(due <= here + TOMORROW for _, due in promised[each.id])
            found.append(_reminder(catalog, each, here, promised=waits))
    waiting = [each for each in found if each.promises or each.due or each.deadline or each.late]
    return sorted(waiting, key=lambda each: (each.deadline is None, each.deadline or date.max, not each.due))


def _is_over(dispute: Dispute) -> bool:
    return dispute.is_sample or dispute.status in (DisputeStatus.RESOLVED, DisputeStatus.CLOSED)


def _reminder(catalog: Catalog, dispute: Dispute, today: date, *, promised: bool) -> Reminder:
    known = last_of(catalog.items(dispute.id, Institution))
    home = territory_of(home_of(dispute))
    filed = _filed(catalog, dispute, known)
    loan = last_of(catalog.items(dispute.id, LoanTerms))
    lender = loan.lender if loan is not None else Lender.NOT_SAID
    of = partial(periods_of, home, dispute.type, complaints=filed, today=today, institution=known)
    of = partial(of, lender=lender, named=lender_named(dispute, loan))
    periods = of()
    if periods.last_overdue(today) is not None:
        periods = of(perhaps_answered=_perhaps_answers(catalog, dispute, filed, known))
    running, late = periods.next_deadline(today), periods.last_overdue(today)
    past, due = _promises(catalog, dispute, today) if promised else (0, 0)
    soon = running if running is not None and running.deadline.day - today <= SOON else None
    told = soon or late
    return Reminder(
        dispute,
        past,
        soon.deadline.day if soon else None,
        told.deadline.clock.citation if told else None,
        due,
        late.deadline.day if late else None,
        soon.deadline.perhaps_to if soon and soon.deadline.day < today else None,
    )


def _filed(catalog: Catalog, dispute: Dispute, known: Institution | None) -> list[Complaint]:
    """Return what was filed: what somebody recorded, and what only the timeline shows."""
    recorded, side = catalog.items(dispute.id, Complaint), other_side_of(dispute, known)
    shown = shown_filings(dispute, catalog.complaint_steps(dispute.id), recorded, side)
    return [*placed(recorded, territory_of(home_of(dispute)), OwnOffice.of(dispute)), *shown.filings]


def _perhaps_answers(
    catalog: Catalog, dispute: Dispute, filed: list[Complaint], known: Institution | None
) -> Mapping[str, Happening]:
    """Return which entries may be answers to complaints: events are read only where a period seems to be over."""
    stated, side = stated_in(catalog, dispute.id), other_side_of(dispute, known)
    return perhaps_answers(filed, catalog.happenings(dispute.id), side, stated.no_answers)


def _promises(catalog: Catalog, dispute: Dispute, today: date) -> tuple[int, int]:
    """Return how many promises ran out unmarked and how many are due now, each once, as the dispute's page counts."""
    stated = stated_in(catalog, dispute.id)
    side = other_side_of(dispute, stated.institution)
    found = heard(catalog.happenings(dispute.id), stated, side)
    all_of_them = promises(found.speaking, found.stated.promises, today, Around(side=side))
    waiting = [each.due for each in all_of_them if each.due is not None and each.state is PromiseState.OPEN]
    due = sum(today <= day <= today + TOMORROW for day in waiting)
    return sum(each.overdue for each in all_of_them), due
