"""What a person states is about something that is there, and of days that can be."""

import re
from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.fields import checked
from evidence_app.domain.item_fields import checked_item
from evidence_app.domain.workspace import ChecklistMark, Complaint, Exclusion, Institution, Item
from evidence_app.errors import InputProblem
from evidence_app.rules.checklists import checklists

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")

STEPS = ("filed_on", "received_on", "transferred_on", "accepted_on", "extended_on", "replied_on")
"""The days of a complaint. None of them is before it was filed."""

STATED_DAYS = frozenset({"knew_on", "statement_on"})
"""Days of the dispute from which periods count."""


def check_days(session: Session, item: Item, changes: Mapping[str, object]) -> None:
    """Refuse days from which periods count that are still to come, and those of a complaint before it was filed.

    Raises InputProblem("day-to-come" | "day-before-filing"); of days that were kept already, nothing is said.
    """
    if isinstance(item, Institution):
        for name in STATED_DAYS & changes.keys():
            check_begun(session, _home(session, item), changes[name])
    if not isinstance(item, Complaint) or not any(changes.get(name) for name in STEPS):
        return
    days = {name: _day(changes[name], name) if name in changes else getattr(item, name) for name in STEPS}
    with session.vault.read() as catalog:
        today = session.now().astimezone(catalog.dispute(item.dispute_id).zone).date()
    filed = days["filed_on"]
    for name in STEPS:
        day = days[name]
        if day and name in changes and day > today:
            raise InputProblem("day-to-come", day=day.isoformat(), today=today.isoformat())
        if day and filed and day < filed and {name, "filed_on"} & changes.keys():
            raise InputProblem("day-before-filing", day=day.isoformat(), filed=filed.isoformat())


def check_begun(session: Session, home: ZoneInfo, stated: object) -> None:
    """Refuse a stated day of the dispute, since when it is one or from which periods count, that is still to come.

    Raises InputProblem: ``day-to-come``, ``field-unreadable``.
    """
    day = checked(Dispute, "disputed_since", stated)
    if isinstance(day, date):
        check_not_to_come(session, home, day)


def check_not_to_come(session: Session, home: ZoneInfo, day: date) -> None:
    """Refuse a day that is still to come in a zone. Raises InputProblem("day-to-come")."""
    today = session.now().astimezone(home).date()
    if day > today:
        raise InputProblem("day-to-come", day=day.isoformat(), today=today.isoformat())


def _home(session: Session, item: Item) -> ZoneInfo:
    with session.vault.read() as catalog:
        return catalog.dispute(item.dispute_id).zone


def check_filing(item: Item, changes: Mapping[str, object]) -> None:
    """Refuse to record a complaint, or to leave one, without the day on which it was filed: it has no clock.

    What was filed is named by a whole SHA-256, which no other dossier has.
    Raises InputProblem("filing-day-missing" | "dossier-hash-unreadable"); of one kept without a day nothing is said
    until it is changed.
    """
    if isinstance(item, Complaint) and "filed_on" in changes and changes["filed_on"] in (None, ""):
        raise InputProblem("filing-day-missing")
    filed = changes.get("dossier_sha256")
    if isinstance(item, Complaint) and filed and not _SHA256.fullmatch(str(filed)):
        raise InputProblem("dossier-hash-unreadable", hash=str(filed)[:80])


def _day(value: object, name: str) -> date | None:
    day = checked_item(Complaint, name, value)
    return day if isinstance(day, date) else None


def check_there(session: Session, item: Item, today: date | None = None) -> None:
    """Refuse to speak of a finding that is not there today or on another day, or of an entry of the checklist.

    Raises InputProblem("finding-unknown" | "checklist-unknown").
    """
    from evidence_app.actions.workspace import workspace

    if isinstance(item, ChecklistMark):
        with session.vault.read() as catalog:
            entries = [each.id for each in checklists()[catalog.dispute(item.dispute_id).type].entries]
        if item.entry not in entries:
            raise InputProblem("checklist-unknown", id=item.entry)
    if isinstance(item, Exclusion):
        found = workspace(session, item.dispute_id, today)
        if item.finding not in {*(each.id for each in found.findings), *found.excluded}:
            raise InputProblem("finding-unknown", id=item.finding)
