"""First steps and the evidence that decides each kind of dispute (``resources/law/checklists``), and what is there.

An entry counts as there because of confirmed events that show it, or because a person says so. Words, and pages that
only a machine read, make it no more than perhaps there, for a person to look.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import ChecklistMark, ChecklistState, Complaint
from evidence_app.resources import resource
from evidence_app.rules.documents import NO_DOCUMENTS, Documents
from evidence_app.rules.evidence_words import is_said, recognisers, saying
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.law_files import LAW, read_law
from evidence_app.rules.money_exports import page_kinds_of
from evidence_app.rules.stated import NOTHING_STATED, Stated
from evidence_app.rules.whose import Whose, anybody, is_elsewhere
from evidence_app.rules.words import Words, words_of


@dataclass(frozen=True, slots=True)
class Shows:
    """Which events show a piece of evidence; None, false and empty mean that it does not matter.

    ``after`` and ``before`` ask that such an event came earlier, or none did; ``theirs`` that it is with the
    institution: a salary is no loan, and what anybody else wrote is no demand. ``anybody`` lets it be with whomever, as
    a guess. ``to_them`` asks of a complaint that it went to the institution. ``words`` names a recogniser
    (`evidence_words`): what is known by words alone is a guess unless ``guess`` says otherwise.
    """

    kind: EventKind | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None
    reference: bool = False
    party: bool = False
    agent: bool = False
    promise: bool = False
    after: "Shows | None" = None
    before: "Shows | None" = None
    theirs: bool = False
    anybody: bool = False
    to_them: bool = False
    words: str = ""
    guess: bool = False

    def fits(self, happening: Happening) -> bool:
        """Tell whether one event fits, whosever it is, whatever came before it and whatever it says."""
        return (
            (self.kind is None or self.kind is happening.kind)
            and (self.direction in (None, happening.direction) or self._may_have_come(happening))
            and self.outcome in (None, happening.outcome)
            and (not self.reference or bool(happening.reference))
            and (not self.party or _is_name(happening.party))
            and (not self.agent or bool(happening.agent_id))
            and (not self.promise or bool(happening.promise))
            and (not self.to_them or not is_elsewhere(happening.body))
        )

    def shown_by(self, happening: Happening) -> bool:
        """Tell whether one event fits and says its words, whosever it is, whatever came before it."""
        return self.fits(happening) and (not self.words or is_said(self.words, happening.words))

    def _may_have_come(self, happening: Happening) -> bool:
        """Tell it of a mail alone that says not who sent it: its words may still be theirs, for a person to look."""
        return bool(self.words) and self.direction is Direction.IN and happening.direction is Direction.NONE


def _is_name(shown: str) -> bool:
    """Tell whether it is a name that can be looked up: no number, no ``*伟``."""
    return any(character.isalpha() for character in shown) and "*" not in shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of evidence. ``decisive`` ones win the dispute; ``how`` is how to get it.

    ``media`` are kinds of files that show it, ``tags`` marks on events that do, ``pages`` recognisers of what stands on
    files and ``page_kinds`` kinds of read pages and of imported records of payments, both a guess. ``ask`` is what an
    agent can be asked for it.
    """

    id: str
    decisive: bool
    title: Words
    how: Words
    events: tuple[Shows, ...] = ()
    media: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    pages: frozenset[str] = frozenset()
    page_kinds: frozenset[str] = frozenset()
    ask: Words | None = None

    @property
    def is_filing(self) -> bool:
        """Whether it is a complaint or a request to the institution."""
        return any(shows.kind is EventKind.COMPLAINT and shows.to_them for shows in self.events)


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to do first, and what to have, in one kind of dispute."""

    kind: DisputeType
    first: tuple[Words, ...]
    entries: tuple[Entry, ...]


@lru_cache(maxsize=1)
def checklists() -> Mapping[DisputeType, Checklist]:
    """Return all checklists by kind of dispute."""
    names = sorted(path.name for path in resource(LAW, "checklists").glob("*.toml"))
    found = [read_law(f"checklists/{name}", _checklist) for name in names]
    return {each.kind: each for each in found}


@dataclass(frozen=True, slots=True)
class Standing:
    """What there is of one entry: the events that show it, those that only may, and what a person says.

    ``filed`` is the day on which a person recorded a filing that may be it, while nothing shows it.
    """

    entry: Entry
    event_ids: tuple[str, ...]
    mark: ChecklistMark | None = None
    perhaps: tuple[str, ...] = ()
    filed: date | None = None

    @property
    def said(self) -> ChecklistState:
        """What a person says, OPEN while nobody said anything."""
        return self.mark.state if self.mark is not None else ChecklistState.OPEN

    @property
    def is_there(self) -> bool:
        """Whether it counts as there: what a person says is stronger than what events show."""
        return self.said is ChecklistState.THERE or (bool(self.event_ids) and self.said is not ChecklistState.MISSING)

    @property
    def is_perhaps(self) -> bool:
        """Whether something may show it, at which a person has to look first."""
        return bool(self.perhaps) and not self.is_there and self.said is ChecklistState.OPEN

    @property
    def is_needed(self) -> bool:
        """Whether it counts at all."""
        return self.said is not ChecklistState.NOT_NEEDED


@dataclass(frozen=True, slots=True)
class Completeness:
    """How complete the evidence of a dispute is. A decisive entry counts twice."""

    standings: tuple[Standing, ...]

    @property
    def per_cent(self) -> int:
        """The share of what is needed that is there, 100 where nothing is needed. What only may be there is not."""
        needed = [each for each in self.standings if each.is_needed]
        whole = sum(_weight(each.entry) for each in needed)
        return 100 * sum(_weight(each.entry) for each in needed if each.is_there) // whole if whole else 100

    @property
    def perhaps(self) -> tuple[Standing, ...]:
        """What may be there, for a person to look."""
        return tuple(each for each in self.standings if each.is_perhaps)

    @property
    def missing(self) -> tuple[Standing, ...]:
        """What is needed and of which nothing shows anything, the decisive first."""
        missing = [each for each in self.standings if each.is_needed and not (each.is_there or each.is_perhaps)]
        return tuple(sorted(missing, key=lambda each: not each.entry.decisive))


def completeness(
    kind: DisputeType,
    happenings: Sequence[Happening],
    stated: Stated = NOTHING_STATED,
    documents: Documents = NO_DOCUMENTS,
    whose: Callable[[Happening], Whose] = anybody,
) -> Completeness:
    """Return what there is of a dispute's checklist; ``whose`` tells whose an event is."""
    entries = checklists()[kind].entries
    filed = min((each.filed_on for each in stated.complaints if each.filed_on and _is_to_them(each)), default=None)
    marked = {mark.entry: mark for mark in stated.checklist}
    known = _Known(stated.tags, whose, _said(entries, happenings))
    shown = _Shown(happenings, known, documents)
    return Completeness(tuple(shown.standing(entry, marked.get(entry.id), filed) for entry in entries))


def _is_to_them(filing: Complaint) -> bool:
    known = body(filing.body)
    return known is not None and known.kind is BodyKind.INSTITUTION


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of events: how they are marked, whose they are, and by recogniser which of them say its words."""

    tags: Mapping[str, frozenset[str]]
    whose: Callable[[Happening], Whose]
    said: Mapping[str, AbstractSet[str]]

    def fits(self, shows: Shows, each: Happening) -> bool:
        """Tell whether an event fits and says what it has to, whosever it is."""
        return (not shows.words or each.event_id in self.said[shows.words]) and shows.fits(each)

    def is_marked(self, entry: Entry, each: Happening) -> bool:
        """Tell whether an event is marked as what shows an entry."""
        return not entry.tags.isdisjoint(self.tags.get(each.event_id, ()))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What can show something: events, files by their kind, pages."""

    happenings: Sequence[Happening]
    known: _Known
    documents: Documents

    def standing(self, entry: Entry, mark: ChecklistMark | None, filed: date | None) -> Standing:
        """Return how an entry stands; ``filed`` is when a complaint that a person recorded went to the institution."""
        found: dict[str, bool] = {}
        for event_id, is_sure in _found(entry, self.happenings, self.known):
            found[event_id] = found.get(event_id, False) or is_sure
        found |= {event_id: True for kind in sorted(entry.media) for event_id in self.documents.by_media.get(kind, ())}
        shown = tuple(event_id for event_id, is_sure in found.items() if is_sure)
        perhaps = [event_id for event_id, is_sure in found.items() if not is_sure]
        perhaps += [
            each.event_id for each in self.documents.pages if each.event_id not in found and _may_show(entry, each)
        ]
        open_filing = filed if entry.is_filing and not shown and not perhaps else None
        return Standing(entry, shown, mark, tuple(perhaps), open_filing)


def _said(entries: Iterable[Entry], happenings: Iterable[Happening]) -> Mapping[str, AbstractSet[str]]:
    """Return which events say the words that entries are known by: all texts are looked at once."""
    asked = [each for entry in entries for each in _asked(entry) if each.words]
    kinds = {each.kind for each in asked}
    wanted = (each for each in happenings if each.text and (each.kind in kinds or None in kinds))
    texts = ((each.event_id, each.words) for each in wanted) if asked else ()
    return saying(texts, {each.words for each in asked})


def _asked(entry: Entry) -> tuple[Shows, ...]:
    return (*entry.events, *_awaited(entry))


def _awaited(entry: Entry) -> AbstractSet[Shows]:
    return {each for shows in entry.events for each in (shows.after, shows.before) if each is not None}


def _found(entry: Entry, happenings: Iterable[Happening], known: _Known) -> Iterator[tuple[str, bool]]:
    """Yield the events that show an entry, each with whether that is sure; what has to come before shows it, too."""
    awaited, happened = _awaited(entry), dict[Shows, str]()
    for each in _to_look_at(entry, happenings, known):
        answers = {shows: _answer(shows, each, known) for shows in entry.events if _is_time(shows, happened.keys())}
        is_sure = any(answers.values()) or known.is_marked(entry, each)
        if is_sure or False in answers.values():
            showing = [
                shows.after for shows, answer in answers.items() if answer is is_sure and shows.after is not None
            ]
            yield from ((happened[one], is_sure) for one in showing)
            yield each.event_id, is_sure
        happened |= {one: each.event_id for one in awaited - happened.keys() if _happened(one, each, known)}


def _to_look_at(entry: Entry, happenings: Iterable[Happening], known: _Known) -> Iterator[Happening]:
    """Return the events that may show an entry, or that it waits for: of a hundred thousand, few."""
    asked = _asked(entry)
    say_it = frozenset().union(*(known.said[each.words] for each in asked if each.words))
    wordless = [each for each in asked if not each.words]
    kinds = {each.kind for each in wordless}

    def may_show(each: Happening) -> bool:
        if each.event_id in say_it or (entry.tags and known.is_marked(entry, each)):
            return True
        return (each.kind in kinds or None in kinds) and any(shows.fits(each) for shows in wordless)

    return filter(may_show, happenings)


def _is_time(shows: Shows, happened: AbstractSet[Shows]) -> bool:
    """Tell whether what it waits for has happened, and what it has to come before has not."""
    return (shows.after is None or shows.after in happened) and (not happened or shows.before not in happened)


def _answer(shows: Shows, each: Happening, known: _Known) -> bool | None:
    """Return whether an event shows it for certain, None if it does not at all."""
    if not known.fits(shows, each):
        return None
    owner = known.whose(each)
    if shows.theirs and owner is not Whose.THEIRS:
        return None
    if owner is Whose.OTHERS and not shows.anybody:
        return None
    return not shows.guess and owner in (Whose.THEIRS, Whose.OURS)


def _happened(awaited: Shows, each: Happening, known: _Known) -> bool:
    """Tell whether something else waits for this event: a shop's refund is with others."""
    return known.fits(awaited, each) and (not awaited.theirs or known.whose(each) is Whose.THEIRS)


def _may_show(entry: Entry, page: FilePage) -> bool:
    kinds = {page.kind, *page_kinds_of(page.importer)}
    return not entry.page_kinds.isdisjoint(kinds) or any(is_said(name, page.words) for name in entry.pages)


def _weight(entry: Entry) -> int:
    return 2 if entry.decisive else 1


def _checklist(facts: Mapping[str, Any]) -> Checklist:
    return Checklist(
        DisputeType(facts["type"]),
        tuple(words_of(each["does"]) for each in facts["first"]),
        tuple(_entry(each) for each in facts["item"]),
    )


def _entry(facts: Mapping[str, Any]) -> Entry:
    lists = {name: frozenset(facts.get(name, ())) for name in ("media", "tags", "pages", "page_kinds")}
    unknown = lists["pages"] - recognisers().keys()
    if unknown:
        raise KeyError(*unknown)
    return Entry(
        id=facts["id"],
        decisive=facts["decisive"],
        title=words_of(facts["title"]),
        how=words_of(facts["how"]),
        events=tuple(shows_of(each) for each in facts.get("events", ())),
        ask=words_of(facts["ask"]) if "ask" in facts else None,
        **lists,
    )


def shows_of(facts: Mapping[str, Any]) -> Shows:
    """Return which events show something, as data says it. Raises KeyError for words that no recogniser knows."""
    words = facts.get("words", "")
    if words and words not in recognisers():
        raise KeyError(words)
    return Shows(
        kind=EventKind(facts["kind"]) if "kind" in facts else None,
        direction=Direction(facts["direction"]) if "direction" in facts else None,
        outcome=Outcome(facts["outcome"]) if "outcome" in facts else None,
        after=shows_of(facts["after"]) if "after" in facts else None,
        before=shows_of(facts["before"]) if "before" in facts else None,
        words=words,
        guess=facts.get("guess", bool(words)),
        **{name: facts.get(name, False) for name in ("reference", "party", "agent", "promise", *_ABOUT_WHOM)},
    )


_ABOUT_WHOM = ("theirs", "anybody", "to_them")
