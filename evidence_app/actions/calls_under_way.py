"""Calls that are noted while they go on: kept as they are typed, shown again after a crash, forgotten once saved."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from datetime import datetime

from evidence_app.actions.record_event import NewEvent, record_event
from evidence_app.actions.session import Session
from evidence_app.domain.calls_under_way import CallUnderWay
from evidence_app.domain.events import Direction, Event
from evidence_app.errors import EnvironmentProblem


def keep_call(session: Session, call: CallUnderWay) -> None:
    """Keep a call of a dispute instead of what was kept of it before. Raises EnvironmentProblem (``disk-…``).

    Nothing is kept of a dispute that is erased: a companion's window may still be open for it.
    """
    with session.vault.read() as catalog:
        if call.dispute_id not in {dispute.id for dispute in catalog.kept_disputes()}:
            return
    told = asdict(call) | {"began": call.began and call.began.isoformat(), "kept_at": call.kept_at.isoformat()}
    session.vault.under_way.keep(call.dispute_id, json.dumps(told, ensure_ascii=False))


def kept_calls(session: Session) -> list[CallUnderWay]:
    """Return the calls that were neither saved nor discarded, the one noted last at the end."""
    calls = (_call(text) for text in session.vault.under_way.kept().values())
    return sorted((call for call in calls if call is not None), key=lambda call: call.kept_at)


def forget_call(session: Session, dispute_id: str) -> None:
    """Keep nothing more of a dispute's call: it is on the timeline, or discarded."""
    session.vault.under_way.forget(dispute_id)


def record_call(session: Session, dispute_id: str, given: NewEvent) -> Event:
    """Add a call to a dispute, and keep its notes no longer: offered again after a crash, it would be added twice.

    Notes that cannot be erased now leave the call where it is; `forget_call` says what is wrong. Raises InputProblem.
    """
    event = record_event(session, dispute_id, given)
    with suppress(EnvironmentProblem):
        forget_call(session, dispute_id)
    return event


def _call(text: str) -> CallUnderWay | None:
    """Return a call as it was kept; None for a text that somebody changed."""
    try:
        return _checked(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _checked(told: Mapping[str, object]) -> CallUnderWay:
    began, pairs = told["began"], _list(told["typed"])
    return CallUnderWay(
        dispute_id=str(told["dispute_id"]),
        kept_at=_aware(told["kept_at"]),
        began=None if began is None else _aware(began),
        lasted_s=_seconds(told["lasted_s"]),
        held_s=_seconds(told["held_s"]),
        ended=bool(told["ended"]),
        direction=Direction(str(told["direction"])),
        marks=tuple(map(str, _list(told["marks"]))),
        asked=tuple(map(str, _list(told["asked"]))),
        typed=tuple((str(name), str(words)) for name, words in map(_list, pairs)),
    )


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError("a list is meant")
    return value


def _seconds(value: object) -> int:
    if not isinstance(value, int) or value < 0:
        raise ValueError("seconds are meant")
    return value


def _aware(value: object) -> datetime:
    at = datetime.fromisoformat(str(value))
    if at.tzinfo is None:
        raise ValueError("a zone is meant")
    return at
