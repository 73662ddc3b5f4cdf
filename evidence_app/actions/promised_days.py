"""By when a promise that waits is due, where another picture corrected the day on which it was said.

The machine counted "within three days" from the day that the first picture seemed to show. What a person sees, and then
accepts, is counted from the day that is the better founded one now; what was accepted before stays.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event
from evidence_app.domain.suggestions import Suggestion, SuggestionKind, SuggestionState
from evidence_app.rules.territories import Territory, home_of, territory_of
from evidence_app.vault.reading import Catalog

_WITH_A_DAY = (SuggestionKind.PROMISE, SuggestionKind.TITLE)
"""What has the last day of a promise."""


def counted_anew(catalog: Catalog, suggestions: Sequence[Suggestion]) -> list[Suggestion]:
    """Return suggestions, those of promises by the day on which they were said as it is known now."""
    asked = {each.event_id for each in suggestions if _may_differ(each)}
    if not asked:
        return list(suggestions)
    corrected = {event.id: event for event in catalog.kept_events_of(sorted(asked)) if _other_days(event)}
    return [
        _by(catalog, corrected[each.event_id], each) if each.event_id in corrected else each for each in suggestions
    ]


def day_promised(dispute: Dispute, words: str, said_at: datetime | None) -> date | None:
    """Return the last day that words of a promise name, counted from when they were said; None where they name none."""
    return _due(words, said_at, territory_of(home_of(dispute))) if said_at is not None else None


def _may_differ(each: Suggestion) -> bool:
    """Tell whether it is one that waits, of a picture: the records of an export say their days themselves."""
    waits = each.state is SuggestionState.WAITING and bool(each.event_id) and each.place.is_seen
    return waits and each.kind in _WITH_A_DAY and each.due is not None


def _other_days(event: Event) -> list[datetime]:
    """Return the times of an event that are of another day than the one that is taken for its own."""
    chosen = event.time.reading
    if chosen is None or chosen.wall is None:
        return []
    walls = [each.wall for each in event.time.readings if each.wall is not None]
    return [wall for wall in walls if wall.date() != chosen.wall.date()]


def _by(catalog: Catalog, event: Event, each: Suggestion) -> Suggestion:
    """Return a suggestion with its day counted anew, if that was counted from another day of the event."""
    chosen = event.time.reading
    if not _may_differ(each) or chosen is None or chosen.wall is None:
        return each
    territory = territory_of(home_of(catalog.dispute(event.dispute_id)))
    words = each.value if each.kind is SuggestionKind.PROMISE else each.quote
    if all(_due(words, wall, territory) != each.due for wall in _other_days(event)):
        return each
    return replace(each, due=_due(words, chosen.wall, territory) or each.due)


def _due(words: str, said_at: datetime, territory: Territory | None) -> date | None:
    from evidence_app.reading.entities.promises import due_of

    return due_of(words, said_at, territory)
