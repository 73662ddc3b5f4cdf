"""The ladder of bodies as the command line prints it: what was filed with each, and every period that runs or ended."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evidence_app.commands import Call
from evidence_app.day_words import days_words
from evidence_app.domain.workspace import Complaint
from evidence_app.loan_words import how_to_answer
from evidence_app.phrases import name_within
from evidence_app.rules.law import body

if TYPE_CHECKING:
    from evidence_app.actions.workspace import RunningClock, Step, Workspace


def ladder_lines(call: Call, found: "Workspace") -> Iterator[str]:
    """Yield each step from below, then what was filed with bodies that are not known.

    Before them, what has to be said before some of their periods count.
    """
    if (question := found.lender_question) is not None:
        yield call.words("ladder.asks", says=question.says(call.language))
        yield call.words("overview.loan_do", do=how_to_answer(call.language, found, question))
    for step in found.ladder.steps:
        yield call.words("ladder.next" if step is found.ladder.next_step else "ladder.step", **_named(call, step))
        for complaint in step.complaints:
            yield _filing(call, complaint)
        if not step.complaints:
            yield call.words("ladder.nothing_filed", route=step.body.route[call.language])
            yield from _right(call, step)
        if step.unbound is not None:
            yield call.words("ladder.unbound", says=step.unbound[call.language])
        for running in step.clocks:
            yield _clock(call, found, running)
            yield call.words("findings.source", source=running.deadline.clock.citation[call.language])
    elsewhere = [each for each in found.stated.complaints if body(each.body) is None]
    for name in dict.fromkeys(each.body for each in elsewhere):
        yield call.words("ladder.step", body=name)
        for complaint in elsewhere:
            if complaint.body == name:
                yield _filing(call, complaint)


def _right(call: Call, step: "Step") -> Iterator[str]:
    """Yield what a filing brings that only some kinds of institutions have to heed, and where that is from."""
    if step.body.circumstances:
        yield call.words("ladder.right", gain=step.body.gain[call.language], cost=step.body.cost[call.language])
        if step.citation is not None:
            yield call.words("findings.source", source=step.citation[call.language])


def _named(call: Call, step: "Step") -> dict[str, str]:
    return {"body": step.body.name[call.language]}


def _filing(call: Call, complaint: Complaint) -> str:
    """Return a filing on one line: its days, its number, what became of it."""
    days = (
        ("filed", complaint.filed_on),
        ("received", complaint.received_on),
        ("accepted", complaint.accepted_on),
        ("transferred", complaint.transferred_on),
        ("extended", complaint.extended_on),
        ("replied", complaint.replied_on),
    )
    told = [call.words(f"ladder.{key}", day=day.isoformat()) for key, day in days if day is not None]
    told += [] if complaint.filed_on else [call.words("ladder.no_day")]
    told += [call.words("ladder.reference", value=complaint.reference)] if complaint.reference else []
    is_shown = complaint.is_only_shown
    told.append(call.words("ladder.only_shown") if is_shown else name_within(complaint.outcome, call.language))
    return call.words("ladder.filing", told=call.words("overview.between").join(told), id=complaint.id)


def _clock(call: Call, found: "Workspace", running: "RunningClock") -> str:
    clock, overdue = running.deadline.clock, running.days_overdue(found.today)
    if running.longest_to is not None and (running.days_passed(found.today) or running.days_met_after):
        return _passed(call, running)
    key = "overdue" if overdue else "stopped" if running.stopped else "runs" if clock.statutory else "customary"
    if running.is_possible:
        key = "possible_over" if running.deadline.days_overdue(found.today) else "possible"
    facts = {"what": clock.what[call.language], "day": running.deadline.day.isoformat(), "days": ""}
    if running.perhaps_met_on is not None:
        key = "perhaps_answered" if running.is_perhaps_answered else "perhaps"
        facts["met"] = running.perhaps_met_on.isoformat()
        facts |= {"event": running.perhaps_met_by, "id": running.complaint_id, "dispute": found.dispute.id}
    if overdue:
        facts["days"] = days_words(overdue, call.language)
    if running.days_late and running.met_on is not None:
        key, facts["days"] = "late", days_words(running.days_late, call.language)
        facts["met"] = running.met_on.isoformat()
    return _with_calendar(call, running, call.words(f"ladder.clock_{key}", **facts))


def _passed(call: Call, running: "RunningClock") -> str:
    """Return that a period is over while a longer one of the same filing tells whether anybody is late."""
    day, last = running.deadline.day.isoformat(), running.longest_to.isoformat() if running.longest_to else ""
    facts = {"what": running.deadline.clock.what[call.language], "day": day, "last": last}
    met = running.met_on.isoformat() if running.met_on is not None else ""
    key = "ladder.clock_passed_met" if running.days_met_after else "ladder.clock_passed"
    return _with_calendar(call, running, call.words(key, met=met, **facts))


def _with_calendar(call: Call, running: "RunningClock", words: str) -> str:
    words += day_off_words(call, running) + _moved(call, running)
    return words if running.deadline.calendar_known else words + call.words("ladder.calendar_unknown")


def _moved(call: Call, running: "RunningClock") -> str:
    by = running.deadline.moved_by
    counted = running.deadline.counted_to.isoformat()
    return call.words("ladder.moved", counted=counted, source=by[call.language]) if by is not None else ""


def day_off_words(call: Call, running: "RunningClock") -> str:
    """Return that the next working day may count where a period ends on a day off, empty where there is no doubt."""
    perhaps = running.deadline.perhaps_to
    return call.words("ladder.day_off", next=perhaps.isoformat()) if perhaps is not None else ""
