"""Times that one picture of a thread says and another does not: a separator holds until the next one, across pictures.

Pure. The first messages of a picture stand below no separator. Where an overlapping picture says when one of them was
sent, those after it were sent below the same separator, up to the first that the picture itself shows.
"""

from collections.abc import Iterable, Mapping, Sequence

from evidence_app.domain.continuity import CARRIED_OVER, Picture, Said
from evidence_app.domain.events import EventKind
from evidence_app.domain.thread_days import LESS_SURE, TwoDays
from evidence_app.domain.times import ClockReading


def carried_times(pictures: Sequence[Picture]) -> dict[str, ClockReading]:
    """Return the times of messages that none of the pictures says itself, by event."""
    own = _own(pictures)
    carried: dict[str, ClockReading] = {}
    while any([_carry(picture, own, carried) for picture in pictures]):
        pass  # what is carried into one picture goes on into the next
    return carried


def known_times(pictures: Sequence[Picture], days: Mapping[str, TwoDays]) -> dict[str, ClockReading]:
    """Return all times of events that are known: those that pictures say themselves and those carried over.

    Where pictures tell different days, ``days``, the better founded one.
    """
    better = {event_id: each.better for event_id, each in days.items()}
    return carried_times(pictures) | _own(pictures) | better


def _own(pictures: Iterable[Picture]) -> dict[str, ClockReading]:
    return {each.event_id: each.reading for picture in pictures for each in picture.said if each.reading}


def _carry(picture: Picture, own: dict[str, ClockReading], carried: dict[str, ClockReading]) -> bool:
    """Carry times on through the beginning of a picture; tell whether that told anything new."""
    last: ClockReading | None = None
    grown = False
    for each in _above_own_times(picture):
        known = own.get(each.event_id) or carried.get(each.event_id)
        if known is None and last is not None and each.event_id:
            carried[each.event_id] = known = last._replace(
                confidence=max(0, last.confidence - LESS_SURE), origin=CARRIED_OVER
            )
            grown = True
        last = known or last
    return grown


def _above_own_times(picture: Picture) -> Iterable[Said]:
    """Yield the messages above the first time that the picture itself shows."""
    for each in picture.said:
        if each.reading is not None or not each.side.startswith(EventKind.MESSAGE):
            return
        yield each
