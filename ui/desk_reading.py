"""What the desk reads of one dispute, in a task's thread: its timeline, and all about one event."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ui.shelf import Timeline
from ui.subjects import Detail, SameRecord
from ui.timeline.outline import outlined

if TYPE_CHECKING:
    from evidence_app.actions.session import Session


def timeline_reader(
    session: "Session", dispute_id: str, known_length: int | None
) -> "Callable[[object], Timeline | None]":
    """Return a task that reads a timeline; its result is None for one that is as it was at that length of its log."""

    def work(_: object) -> Timeline | None:
        from evidence_app.actions.timeline import timeline_since

        length, entries = timeline_since(session, dispute_id, known_length)
        return None if entries is None else Timeline(length, outlined(entries, dispute_id))

    return work


def detail_of(session: "Session", event_id: str) -> Detail:
    """Return all that is known about an event. Raises InputProblem if it is gone."""
    from evidence_app.actions.contacts import contact_of
    from evidence_app.actions.exhibits import get_exhibit
    from evidence_app.actions.same_talk import same_talk
    from evidence_app.actions.suggestions import waiting_in
    from evidence_app.actions.timeline import event_detail, same_money
    from evidence_app.actions.workspace import tags_of

    event = event_detail(session, event_id)
    exhibits = tuple(get_exhibit(session, exhibit_id) for exhibit_id in event.exhibit_ids)
    other = same_money(session, event) or same_talk(session, event)
    tags = tags_of(session, event.dispute_id, event_id)
    waiting = tuple(waiting_in(session, event_id)) if event.imported else ()
    detail = Detail(event, exhibits, tags=tags, contact=contact_of(session, event), waiting=waiting)
    if other is None:
        return detail
    shown = get_exhibit(session, other.exhibit_ids[0]).number if other.exhibit_ids else None
    return replace(detail, same=SameRecord(other, shown))
