"""Among which rows an event may change its place: those of the same time, under the same header. No widgets."""

from collections.abc import Sequence

from ui.timeline.model import TimelineModel


def group_of(model: TimelineModel, row: int) -> range:
    """Return the rows around an event whose events have its very time, or none like it; at least its own."""
    own = model.entry_at(row)
    if own is None:
        return range(row, row)
    first, last = row, row
    while (above := model.entry_at(first - 1)) is not None and above.at == own.at:
        first -= 1
    while (below := model.entry_at(last + 1)) is not None and below.at == own.at:
        last += 1
    return range(first, last + 1)


def moved(event_ids: Sequence[str], event_id: str, before: int) -> list[str]:
    """Return the order after an event was put before the one at place ``before``, behind all at the last place."""
    place = event_ids.index(event_id)
    rest = [other for other in event_ids if other != event_id]
    rest.insert(before - (place < before), event_id)
    return rest
