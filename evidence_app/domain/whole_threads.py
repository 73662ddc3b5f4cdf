"""Pictures that are joined, laid together to one long one, on which a new picture is looked for. Pure.

Looked for on single pictures, words that were said twice would be found at the edge of one, although the next one shows
that something else followed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from evidence_app.domain.continuity import Picture, Said
from evidence_app.domain.thread_days import days_told
from evidence_app.domain.thread_times import known_times
from evidence_app.domain.threads import Showing, events_in_order, pieces


def showing(picture: Picture) -> Showing:
    """Return which events a picture shows."""
    shown = tuple(each.event_id for each in picture.said)
    return Showing(picture.exhibit_id, picture.number, picture.kind, picture.party, shown)


def laid_together(pictures: Sequence[Picture]) -> list[Picture]:
    """Return one picture for all that are joined, with each event once, as whole and with the time as it is known."""
    times = known_times(pictures, days_told(pictures))
    by_exhibit = {picture.exhibit_id: picture for picture in pictures}
    together = []
    for piece in pieces([showing(picture) for picture in pictures if picture.said]):
        members = [by_exhibit[each.exhibit_id] for each in piece]
        fullest = _fullest(each for picture in members for each in picture.said)
        told = [replace(fullest[event_id], reading=times.get(event_id)) for event_id in events_in_order(piece)]
        party = next((picture.party for picture in members if picture.party), "")
        together.append(replace(members[0], party=party, said=tuple(told)))
    return together


def _fullest(shown: Iterable[Said]) -> dict[str, Said]:
    """Return each event as it is shown with most words."""
    found: dict[str, Said] = {}
    for each in shown:
        if each.event_id not in found or len(each.words) > len(found[each.event_id].words):
            found[each.event_id] = each
    return found
