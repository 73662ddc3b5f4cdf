"""Which exhibits and events a dossier shows, and why each of the other events is left out. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from evidence_app.domain.events import Event, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.timeline import ALL_TIME, exhibits_within, in_order, within
from evidence_app.dossier.belonging import LeftBehind, belonging
from evidence_app.dossier.profiles import Profile
from evidence_app.dossier.source import DossierOptions, DossierSource
from evidence_app.errors import InputProblem


class LeftOut(StrEnum):
    """Why an event is not in the chronology."""

    PERIOD = "period"
    EXHIBITS = "exhibits"  # shown only by exhibits that were not chosen
    UNCONFIRMED = "unconfirmed"
    OTHERS = "others"  # with other people than the other side


@dataclass(frozen=True, slots=True)
class Choice:
    """The exhibits of a dispute that are ``living``, those of them that are ``wanted``, and what stays ``behind``."""

    living: Sequence[Exhibit]
    wanted: Sequence[Exhibit]
    behind: LeftBehind

    @property
    def exhibits(self) -> list[Exhibit]:
        """The exhibits of this dossier, by their numbers."""
        return [exhibit for exhibit in self.wanted if exhibit.id not in self.behind.exhibits]


def choice_of(source: DossierSource, options: DossierOptions) -> Choice:
    """Return which exhibits a dossier shows by its options. Raises InputProblem as `selecting.select`."""
    behind = belonging(source, options)
    living = [exhibit for exhibit in source.exhibits if exhibit.removed_at is None]
    return Choice(living, _wanted(source, living, options), behind)


def _wanted(source: DossierSource, living: Sequence[Exhibit], options: DossierOptions) -> list[Exhibit]:
    if options.exhibit_ids is not None:
        wanted = set(options.exhibit_ids)
        missing = wanted - {exhibit.id for exhibit in living}
        if missing:
            raise InputProblem("exhibit-unknown", id=min(missing))
        living = [exhibit for exhibit in living if exhibit.id in wanted]
    if options.period != ALL_TIME:
        dated = exhibits_within(source.events, options.period, source.dispute.zone)
        living = [exhibit for exhibit in living if exhibit.id in dated]
    return sorted(living, key=attrgetter("number"))


def shown_events(
    source: DossierSource, options: DossierOptions, profile: Profile, exhibit_ids: set[str]
) -> tuple[list[Event], dict[LeftOut, int]]:
    """Return the events in order, and how many are left out for each reason."""
    shown: list[Event] = []
    left_out: Counter[LeftOut] = Counter()
    for event in source.events:
        reason = _left_out(event, source, options, profile, exhibit_ids)
        if reason is None:
            shown.append(event)
        else:
            left_out[reason] += 1
    return in_order(shown, source.dispute.zone), {reason: left_out[reason] for reason in LeftOut if left_out[reason]}


def left_out_events(source: DossierSource, options: DossierOptions, profile: Profile, reason: LeftOut) -> list[Event]:
    """Return the events that are left out for one reason, in order of time."""
    exhibit_ids = {exhibit.id for exhibit in choice_of(source, options).exhibits}
    found = [e for e in source.events if _left_out(e, source, options, profile, exhibit_ids) is reason]
    return in_order(found, source.dispute.zone)


def _left_out(
    event: Event, source: DossierSource, options: DossierOptions, profile: Profile, exhibit_ids: set[str]
) -> LeftOut | None:
    if not within(event, options.period, source.dispute.zone):
        return LeftOut.PERIOD
    if options.only_theirs and event.id in source.others.people:
        return LeftOut.OTHERS
    if event.exhibit_ids and exhibit_ids.isdisjoint(event.exhibit_ids):
        return LeftOut.EXHIBITS
    if event.status is EventStatus.SUGGESTED and not profile.unconfirmed_events:
        return LeftOut.UNCONFIRMED
    return None
