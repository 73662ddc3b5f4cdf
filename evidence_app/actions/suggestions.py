"""What a machine suggested: looking at what waits, accepting it, also with corrections, and dismissing it.

Suggestions and events that a machine read are named by their ids alike. All numbers that come back are entries of the
custody log, which `take_back` undoes.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from evidence_app.actions.promised_days import counted_anew
from evidence_app.actions.review import naming, reviews
from evidence_app.actions.session import Session
from evidence_app.domain.deciding import Corrected
from evidence_app.domain.events import EventKind
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.review import waiting_kinds
from evidence_app.domain.suggestions import EventPlace, KeptFindings, Suggestion, SuggestionKind, SuggestionState
from evidence_app.errors import InputProblem
from evidence_app.rules.other_names import another_name
from evidence_app.vault.changes import Changes

NOTHING_CORRECTED: Mapping[str, Corrected] = {}


def suggestions(session: Session, dispute_id: str) -> list[Suggestion]:
    """Return what waits for a person, by exhibit and as it stands there.

    Raises InputProblem: ``dispute-unknown``, ``dispute-set-aside``.
    """
    with session.vault.read() as catalog:
        known = catalog.suggestions(catalog.dispute(dispute_id).id)
        return counted_anew(catalog, [each for each in known if each.state is SuggestionState.WAITING])


class Waiting(NamedTuple):
    """What waits for a person, all of one moment.

    ``exhibits`` are the dispute's by their ids, ``places`` where imported messages stand in their exports, by event,
    ``naming`` the suggestions that give the institution a further name if they are accepted.
    """

    suggestions: list[Suggestion]
    exhibits: dict[str, Exhibit]
    places: dict[str, str]
    naming: frozenset[str]


def waiting_on_exhibits(session: Session, dispute_id: str) -> Waiting:
    """Return what waits for a person in a dispute, and where it stands.

    Raises InputProblem: ``dispute-unknown``, ``dispute-set-aside``.
    """
    with session.vault.read() as catalog:
        known = catalog.suggestions(catalog.dispute(dispute_id).id)
        waiting = counted_anew(catalog, [each for each in known if each.state is SuggestionState.WAITING])
        exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute_id)}
        ids = dict.fromkeys(each.event_id for each in waiting if each.event_id and not each.place.is_seen)
        names = naming(catalog.dispute(dispute_id), waiting)
        return Waiting(waiting, exhibits, catalog.record_places(list(ids)), names)


def waiting_in(session: Session, event_id: str) -> list[Suggestion]:
    """Return what stands in an event and waits for a person."""
    with session.vault.read() as catalog:
        return counted_anew(catalog, catalog.suggestions_waiting_in(event_id))


def find_suggestion(session: Session, suggestion_id: str) -> Suggestion | None:
    """Return a suggestion, None if no suggestion has this id."""
    with session.vault.read() as catalog:
        found = catalog.suggestion(suggestion_id)
        return next(iter(counted_anew(catalog, [found])), None) if found is not None else None


def suggestions_about(session: Session, exhibit_id: str) -> list[Suggestion]:
    """Return all suggestions about an exhibit, whatever was said of them, as they stand there."""
    with session.vault.read() as catalog:
        return counted_anew(catalog, catalog.suggestions_about(exhibit_id))


def findings(session: Session, exhibit_id: str) -> KeptFindings | None:
    """Return what the last reading of an exhibit found, as the machine had it; None if it was never interpreted."""
    with session.vault.read() as catalog:
        return catalog.findings(exhibit_id)


def places(session: Session, dispute_id: str) -> list[EventPlace]:
    """Return where machine-read events stand on the exhibits in use. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.places(catalog.dispute(dispute_id).id)


def accept(
    session: Session,
    ids: Sequence[str],
    corrected: Mapping[str, Corrected] = NOTHING_CORRECTED,
    *,
    together: bool = False,
) -> list[int]:
    """Accept suggestions and suggested events, all or none; return the numbers of the custody entries.

    ``corrected`` has, by id, what a person made of some: of an event its text. An accepted suggestion fills the field
    that it is about, of its event or else of that of the file, unless the field says something else; a title is the
    exhibit's, a time becomes one of the file's readings unless it contradicts them: pages name many days. Accepting an
    event accepts what its fields carry. ``together`` says that a person accepted whatever waited, of which one thing is
    left: what is of several events or files was always accepted so, and does not make any of them chosen by a person.
    Unless accepted so, what holds the institution's brand (速融宝, of 速融消费金融) becomes one of its names.
    Raises InputProblem: ``suggestion-unknown``, ``field-empty``, ``field-unreadable``, ``amount-unreadable``, ….
    """
    with session.vault.change() as tx:
        corrected = {**_counted(tx, ids), **corrected}
        entries = tx.accept(ids, corrected, together=together, reworded=_reworded(tx, corrected))
        return entries if together else [*entries, *_name_institution(tx, ids)]


def _counted(tx: Changes, ids: Sequence[str]) -> dict[str, Corrected]:
    """Return the promises, and titles of such, whose day is not the machine's since it is known when they were made.

    Accepting an event accepts what its fields carry: these, too.
    """
    named = list(tx.suggestions_to_accept(ids))
    anew = zip(named, counted_anew(tx, named), strict=True)
    return {now.id: Corrected(now.proposed, now.due) for before, now in anew if now.due != before.due}


def _reworded(tx: Changes, corrected: Mapping[str, Corrected]) -> dict[str, str]:
    """Return the titles that wait and tell of promises that a person corrected, by id, as they read then."""
    found = (tx.suggestion(each) for each in corrected)
    promises = [each for each in found if each is not None and each.kind is SuggestionKind.PROMISE and each.event_id]
    if not promises:
        return {}
    from evidence_app.reading.entities.titles import reworded

    return {
        title.id: words
        for promise in promises
        for title in tx.titles_waiting_for(promise.event_id)
        if (words := reworded(title.value, promise.value, corrected[promise.id].value)) != title.proposed
    }


def _name_institution(tx: Changes, ids: Sequence[str]) -> Iterator[int]:
    """Add accepted names of a dispute's institution to those that it has, and yield the custody entries."""
    found = (tx.suggestion(each) for each in ids)
    for each in (each for each in found if each is not None and each.kind is SuggestionKind.INSTITUTION):
        dispute = tx.dispute(each.dispute_id)
        name = another_name(each.decided_value, (dispute.institution, *dispute.aliases))
        seq = tx.edit(dispute, {"aliases": (*dispute.aliases, name)}) if name else None
        if seq is not None:
            yield seq


class Accepted(NamedTuple):
    """What was accepted at once: how many things waited, and the custody entries that say so."""

    accepted: int
    entries: list[int]


def accept_waiting(
    session: Session,
    dispute_id: str,
    *,
    kind: SuggestionKind | EventKind | None = None,
    number: int | None = None,
) -> Accepted:
    """Accept what waits in a dispute: all of a kind, on an exhibit, or of a kind on an exhibit; never simply all.

    What is a kind of suggestions and of events, such as a promise, means both.
    Raises InputProblem: ``kind-or-exhibit-needed``, ``dispute-unknown``, ``dispute-set-aside``, ``exhibit-unknown``.
    """
    if kind is None and number is None:
        raise InputProblem("kind-or-exhibit-needed")
    with session.vault.change() as tx:
        found = reviews(tx, tx.dispute(dispute_id).id)
        if number is not None and number not in {each.number for each in tx.exhibits(dispute_id)}:
            raise InputProblem("exhibit-unknown", id=str(number))
        wanted = [review for review in found if number in {None, review.exhibit.number}]
        waiting = (each for review in wanted for each in waiting_kinds(review))
        ids = list(dict.fromkeys(each_id for each, each_id in waiting if kind is None or kind.value == each.value))
        return Accepted(len(ids), tx.accept(ids, _counted(tx, ids), together=True))


def dismiss(session: Session, ids: Sequence[str], reason: str) -> list[int]:
    """Dismiss suggestions and machine-read events, all or none; return the numbers of the custody entries.

    Events go among the removed items for the reason, from where they can be put back, and take along what was suggested
    of them. A field that a dismissed suggestion filled is emptied.
    Raises InputProblem: ``suggestion-unknown``, ``reason-missing``, ``dispute-set-aside``.
    """
    with session.vault.change() as tx:
        return tx.dismiss(ids, reason)


__all__ = [
    "Accepted",
    "Corrected",
    "EventPlace",
    "KeptFindings",
    "Suggestion",
    "SuggestionKind",
    "SuggestionState",
    "accept",
    "accept_waiting",
    "dismiss",
    "find_suggestion",
    "findings",
    "places",
    "suggestions",
    "suggestions_about",
    "waiting_in",
    "waiting_on_exhibits",
]
