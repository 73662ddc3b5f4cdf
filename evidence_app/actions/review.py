"""What a machine read on exhibits, for a person who looks it over."""

from collections import defaultdict
from collections.abc import Iterable

from evidence_app.actions.alike import alike
from evidence_app.actions.continuity import continuity
from evidence_app.actions.promised_days import counted_anew
from evidence_app.actions.session import Session
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Event, EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import UNSEEN, MachineText
from evidence_app.domain.review import ExhibitReview, PlacedEvent, Related, Relation, in_reading_order
from evidence_app.domain.suggestions import (
    EventPlace,
    KeptFindings,
    PageKind,
    Suggestion,
    SuggestionKind,
    SuggestionState,
)
from evidence_app.domain.threads import Seam
from evidence_app.domain.times import UNKNOWN_TIME
from evidence_app.rules.other_names import another_name
from evidence_app.vault.message_lines import MESSAGES_ENGINE
from evidence_app.vault.reading import Catalog


def list_reviews(session: Session, dispute_id: str) -> list[ExhibitReview]:
    """Return all that was read on a dispute's exhibits in use, by number. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return reviews(catalog, catalog.dispute(dispute_id).id)


def reviews(catalog: Catalog, dispute_id: str) -> list[ExhibitReview]:
    """Return the same within one moment of the catalog."""
    texts, suggestions, places = (
        catalog.machine_texts(dispute_id),
        counted_anew(catalog, catalog.suggestions(dispute_id)),
        catalog.places(dispute_id),
    )
    told = {each.exhibit_id for each in suggestions}
    exhibits = [exhibit for exhibit in catalog.exhibits(dispute_id) if exhibit.id in texts]
    shown = [each for each in exhibits if texts[each.id].engine != MESSAGES_ENGINE or each.id in told]
    wanted = {each.event_id for each in places} | {each.event_id for each in suggestions if not each.place.is_seen}
    events = catalog.events_of_kinds(dispute_id, [EventKind.DOCUMENT]) + catalog.events_among(dispute_id, wanted)
    found = _Found(events, places, suggestions, naming(catalog.dispute(dispute_id), suggestions))
    return [found.on(exhibit, texts[exhibit.id], catalog.findings(exhibit.id)) for exhibit in shown]


def related_exhibits(session: Session, dispute_id: str) -> dict[str, tuple[Related, ...]]:
    """Return, by exhibit, which one comes before it in its thread and which ones look the same."""
    found: defaultdict[str, list[Related]] = defaultdict(list)
    for join in continuity(session, dispute_id):
        found[join.after.id].append(Related(Relation(join.seam.value), join.before.number, join.in_common))
    for group in alike(session, dispute_id):
        for exhibit in group:
            found[exhibit.id] += [Related(Relation.ALIKE, other.number) for other in group if other is not exhibit]
    return {exhibit_id: tuple(related) for exhibit_id, related in found.items()}


def gaps(session: Session, dispute_id: str) -> list[str]:
    """Return the exhibits before which something of their thread is likely to be missing, in order."""
    return [join.after.id for join in continuity(session, dispute_id) if join.seam is Seam.GAP]


def exhibit_review(session: Session, exhibit_id: str) -> ExhibitReview | None:
    """Return all that was read on one exhibit, None if it was never read. Raises InputProblem("exhibit-unknown")."""
    with session.vault.read() as catalog:
        exhibit, text = catalog.exhibit(exhibit_id), catalog.machine_text(exhibit_id)
        if text is None:
            return None
        document = catalog.document_event(exhibit_id)
        places, suggestions = (
            catalog.places_on(exhibit_id),
            counted_anew(catalog, catalog.suggestions_about(exhibit_id)),
        )
        imported = {each.event_id for each in suggestions if each.event_id and not each.place.is_seen}
        kept = catalog.kept_events_of([*(each.event_id for each in places), *sorted(imported)])
        events = [event for event in kept if not event.set_aside]
        names = naming(catalog.dispute(exhibit.dispute_id), suggestions)
        found = _Found([*events, *([document] if document else [])], places, suggestions, names)
        return found.on(exhibit, text, catalog.findings(exhibit_id))


def naming(dispute: Dispute, suggestions: Iterable[Suggestion]) -> frozenset[str]:
    """Return the waiting suggestions that give a dispute's institution a further name if somebody accepts them."""
    names = (dispute.institution, *dispute.aliases)
    named = (each for each in suggestions if each.kind is SuggestionKind.INSTITUTION)
    waiting = (each for each in named if each.state is SuggestionState.WAITING)
    return frozenset(each.id for each in waiting if another_name(each.value, names))


def review_counts(session: Session, dispute_id: str) -> tuple[int, int]:
    """Return on how many exhibits everything is decided, and on how many something was found."""
    with session.vault.read() as catalog:
        found = catalog.exhibits_with_findings(catalog.dispute(dispute_id).id)
        waiting = {exhibit_id for exhibit_id, *counts in catalog.waiting_by_exhibit(dispute_id) if any(counts)}
    return len(found - waiting), len(found)


class _Found:
    """What was found in a dispute, sorted by exhibits."""

    def __init__(
        self, events: list[Event], places: list[EventPlace], suggestions: list[Suggestion], naming: frozenset[str]
    ) -> None:
        self._naming = naming
        by_id = {event.id: event for event in events}
        self._documents = {
            event.exhibit_ids[0]: event for event in events if event.kind is EventKind.DOCUMENT and event.exhibit_ids
        }
        self._events: defaultdict[str, list[PlacedEvent]] = defaultdict(list)
        for each in places:
            if each.event_id in by_id:
                placed = PlacedEvent(by_id[each.event_id], each.place, each.confidence)
                self._events[each.exhibit_id].append(placed)
        self._suggestions: defaultdict[str, list[Suggestion]] = defaultdict(list)
        imported: dict[str, Suggestion] = {}
        for suggestion in suggestions:
            self._suggestions[suggestion.exhibit_id].append(suggestion)
            if suggestion.event_id in by_id and not suggestion.place.is_seen:
                imported.setdefault(suggestion.event_id, suggestion)
        for event_id, suggestion in imported.items():
            self._events[suggestion.exhibit_id].append(PlacedEvent(by_id[event_id], UNSEEN))

    def on(self, exhibit: Exhibit, text: MachineText, found: KeptFindings | None) -> ExhibitReview:
        """Return what was found on one exhibit."""
        document = self._documents.get(exhibit.id)
        return ExhibitReview(
            exhibit,
            text.lines,
            found.findings.kind if found is not None else PageKind.TEXT,
            found.findings.party if found is not None else "",
            in_reading_order(self._events[exhibit.id]),
            tuple(self._suggestions[exhibit.id]),
            document.id if document is not None else "",
            document.time if document is not None else UNKNOWN_TIME,
            self._naming,
        )
