"""What the law and the bodies say, read from ``resources/law``: sources, bodies with their clocks, checklists, LPR.

Nothing legal is written in code: every figure is data with its source and the day on which it was checked.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.workspace import Lender
from evidence_app.resources import resource
from evidence_app.rules.law_files import LAW, read_law
from evidence_app.rules.sources import Citation, Confidence, HowRead, Source
from evidence_app.rules.territories import Territory, wrong_fact
from evidence_app.rules.words import Words, words_of


class Starts(StrEnum):
    """What a clock is counted from."""

    FILED = "filed"
    RECEIVED = "received"
    TRANSFERRED = "transferred"
    ACCEPTED = "accepted"
    REPLY = "reply"
    STATEMENT = "statement"  # the first statement of account that shows the error
    KNEW = "knew"  # the harm and who is liable became known
    ACKNOWLEDGED = "acknowledged"  # that it was received, by whichever words: an acceptance is one, and any answer


class Whose(StrEnum):
    """Who has to act before a clock ends."""

    INSTITUTION = "institution"
    BODY = "body"
    COMPLAINANT = "complainant"


class Unit(StrEnum):
    """What a clock counts."""

    DAYS = "days"
    WORKING_DAYS = "working_days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Clock:
    """One period of a body. ``extends`` is the id of the clock that it prolongs, empty for none.

    ``or_longer`` is the id of the one that counts instead in other cases (complex ones), which others tell apart.

    ``met_by`` is the day of a complaint that shows it was met, None where only the answer does. ``not_in`` are kinds of
    disputes whose institutions are hardly ever under its source. ``statutory`` is false for what is only customary:
    "generally". ``of`` is the body whose answer starts it, empty for the body's own; without an answer, the end of that
    body's clock ``or_after`` does. ``when`` and ``unless`` name circumstances: one of them has to be there, or none.
    """

    id: str
    whose: Whose
    start: Starts
    length: int
    unit: Unit
    what: Words
    source: Source
    confidence: Confidence
    extends: str = ""
    or_longer: str = ""
    statutory: bool = True
    not_in: frozenset[DisputeType] = frozenset()
    met_by: Starts | None = None
    of: str = ""
    or_after: str = ""
    when: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def is_asked(self, circumstances: Set[str]) -> bool:
        """Tell whether it counts where some circumstances are known: of several clocks, one is for each."""
        return not self.unless & circumstances and (not self.when or bool(self.when & circumstances))

    @property
    def is_acknowledgement(self) -> bool:
        """Whether it is only for saying that a complaint was received: that is no answer."""
        return self.met_by is Starts.ACKNOWLEDGED

    @property
    def citation(self) -> Citation:
        """Where its length and its start are from, and how far they can be relied on."""
        return Citation(self.source, self.confidence)

    def runs(self, kind: DisputeType, start: date) -> bool:
        """Tell whether it runs in a kind of dispute from a day: not before its source is in force."""
        begins = self.source.in_force
        return kind not in self.not_in and (begins is None or start >= begins)


class BodyKind(StrEnum):
    """What kind of body it is, in the order in which a dispute usually goes up."""

    INSTITUTION = "institution"
    REGULATOR = "regulator"
    ASSOCIATION = "association"
    MEDIATION = "mediation"
    POLICE = "police"
    COURT = "court"
    PUBLIC = "public"  # platforms and media: the person's own choice, with its risks


KIND_ORDER = tuple(BodyKind)


@dataclass(frozen=True, slots=True)
class Body:
    """Whoever takes complaints. ``step`` is its place on its territory's ladder; ``types`` empty means all disputes.

    ``leads`` are kinds of disputes in which it comes before the others of its step, ``first_in`` those in which it
    comes before all; in those of ``first_where_in`` it does where the other side says what the recogniser
    ``first_where`` knows. ``beside`` are kinds in which it takes up a part of the matter only, or what is seldom the
    matter: it is never what comes next there, unless it leads. Where a person says that the lender is one of
    ``lenders``, it leads, too; where the other side is of ``circumstances``, it does and takes disputes of all kinds.
    ``waits_for`` is the body that has to have answered before, or whose clock ``waits_until`` has to have run out.
    ``known_by`` are parts of names by which people call it. ``gain`` and ``cost`` say what speaks for and against it,
    ``asks`` what a filing must hold, ``wants_identity`` that an identity document's number is among it. ``addressee``
    is how a letter names it, ``respondent`` against whom it takes complaints where that is never the institution; both
    None where nothing else is said. ``letter`` is as what it is written to (a `letter_roles.Role`), empty where its
    kind says so; ``demand`` what a complaint to it asks before all else. ``confidence`` tells how far what is said of
    it can be relied on, None where its source alone does. ``unbound`` is said where none of its clocks can run.
    """

    id: str
    territory: Territory
    step: int
    kind: BodyKind
    name: Words
    route: Words
    meant_for: Words
    gain: Words
    cost: Words
    asks: tuple[Words, ...]
    source: Source
    clocks: tuple[Clock, ...] = ()
    types: frozenset[DisputeType] = frozenset()
    leads: frozenset[DisputeType] = frozenset()
    first_in: frozenset[DisputeType] = frozenset()
    first_where: str = ""
    first_where_in: frozenset[DisputeType] = frozenset()
    beside: frozenset[DisputeType] = frozenset()
    lenders: frozenset[Lender] = frozenset()
    waits_for: str = ""
    waits_until: str = ""
    known_by: tuple[str, ...] = ()
    wants_identity: bool = False
    addressee: Words | None = None
    respondent: Words | None = None
    letter: str = ""
    circumstances: frozenset[str] = frozenset()
    demand: Words | None = None
    confidence: Confidence | None = None
    unbound: Words | None = None

    @property
    def citation(self) -> Citation:
        """Where what is said of it is from."""
        return Citation(self.source, self.confidence)

    def takes(self, kind: DisputeType) -> bool:
        """Tell whether disputes of a kind come here."""
        return not self.types or kind in self.types

    def step_in(self, kind: DisputeType) -> int:
        """Return its place on the ladder of a kind of dispute."""
        return 0 if kind in self.first_in else self.step

    def is_way(self, kind: DisputeType) -> bool:
        """Tell whether a dispute of a kind goes up by it, and not beside it."""
        return self.takes(kind) and (kind in self.leads or kind not in self.beside)

    def about(self, lender: Lender, kind: DisputeType) -> "Body":
        """Return the body as it stands in a dispute with such a lender."""
        return replace(self, leads=self.leads | {kind}) if lender in self.lenders else self

    def given(self, circumstances: Set[str]) -> "Body":
        """Return the body as it stands where some circumstances are known of the other side."""
        every = frozenset(DisputeType)
        return replace(self, types=every, leads=every) if self.circumstances & circumstances else self

    def where(self, kind: DisputeType, is_told: Callable[[str], bool]) -> "Body":
        """Return the body as it stands in a dispute in which the other side says what ``is_told`` knows of."""
        if kind not in self.first_where_in or not is_told(self.first_where):
            return self
        return replace(self, leads=self.leads | {kind}, first_in=self.first_in | {kind})

    def clock(self, clock_id: str) -> Clock:
        """Return a clock by its id. Raises KeyError."""
        found = {each.id: each for each in self.clocks}
        return found[clock_id]


@lru_cache(maxsize=1)
def sources() -> Mapping[str, Source]:
    """Return everything that was consulted, by id."""
    return read_law("sources.toml", lambda table: {code: _source(code, facts) for code, facts in table.items()})


def moving_source(territory: Territory) -> Source | None:
    """Return by what a period that ends on a day off ends on the next working day there, None where nothing says so."""
    if not territory.moved_by:
        return None
    found = sources().get(territory.moved_by)
    if found is None:
        raise wrong_fact(territory, "moved_by", territory.moved_by)
    return found


@lru_cache(maxsize=1)
def bodies() -> tuple[Body, ...]:
    """Return all bodies, each territory's ladder from below."""
    names = sorted(path.name for path in resource(LAW, "bodies").glob("*.toml"))
    found = [read_law(f"bodies/{name}", _body) for name in names]
    return tuple(sorted(found, key=lambda body: (body.territory.code, body.step, body.id)))


def body(body_id: str) -> Body | None:
    """Return a body by its id, None for one that is not known."""
    return next((each for each in bodies() if each.id == body_id), None)


class About(StrEnum):
    """Whose doing a rule looks at."""

    THEM = "them"
    EVIDENCE = "evidence"  # how well the person's own evidence is kept
    YOU = "you"


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be found in a timeline. ``numbers`` are what its measure counts by.

    ``territory`` None means all but those of ``not_in``, ``types`` and ``circumstances`` empty mean that nothing more
    is asked. ``source`` is None for what is a fact and no law. ``says`` and ``limits`` hold placeholders for what was
    found, ``formula``, which tells how it is counted and from what on it is told, for ``numbers``. ``advice`` is for
    the person alone, None where there is none. ``says_once`` is said where nothing is repeated or goes on,
    ``says_again`` where something was promised again, ``says_late`` where it was done too late, ``says_several`` of
    several periods of one
    complaint, of which ``says_each`` and ``says_each_late`` tell one each, ``says_before`` of what happened before
    the source came into force, None where that is not worth saying, ``says_fact`` of what departs from nothing, as far
    as the timeline shows, ``says_same`` of two answers of one person. ``in_letters`` lets letters tell of it without a
    source of its own, too. ``also_where`` names a recogniser: where the other side says such a thing, the rule is asked
    in disputes of other kinds, too. ``ask_where`` and ``ask_named`` name recognisers of words and of names: where they
    are known, a person is asked whether the rule's circumstances are so.
    """

    id: str
    measure: str
    about: About
    numbers: Mapping[str, Any]
    title: Words
    says: Words
    formula: Words
    limits: Words
    source: Source | None = None
    also: tuple[Source, ...] = ()
    also_confidence: Confidence | None = None
    confidence: Confidence | None = None
    territory: Territory | None = None
    not_in: frozenset[Territory] = frozenset()
    types: frozenset[DisputeType] = frozenset()
    circumstances: frozenset[str] = frozenset()
    advice: Words | None = None
    says_once: Words | None = None
    says_before: Words | None = None
    says_fact: Words | None = None
    says_same: Words | None = None
    in_letters: bool = False
    also_where: str = ""
    ask_where: str = ""
    ask_named: str = ""
    says_again: Words | None = None
    says_late: Words | None = None
    says_several: Words | None = None
    says_each: Words | None = None
    says_each_late: Words | None = None

    @property
    def citation(self) -> Citation | None:
        """What it is measured by, None for what is a fact and no law."""
        return Citation(self.source, self.confidence) if self.source is not None else None

    def asked_in(self, territory: Territory | None) -> "Rule":
        """Return the rule as it is asked in a territory: what is law elsewhere only is no source there."""
        if self.source is None or self.source.territory in (None, territory):
            return self
        return replace(self, source=None, confidence=None)

    def may_apply(self, territory: Territory | None, kind: DisputeType, circumstances: Set[str]) -> bool:
        """Tell whether the rule is asked where the other side says what ``also_where`` names."""
        return bool(self.also_where) and replace(self, types=frozenset()).applies(territory, kind, circumstances)

    def may_be_asked(self, territory: Territory | None, kind: DisputeType) -> bool:
        """Tell whether the rule is asked once a person says that its circumstances are so."""
        return bool(self.ask_where) and replace(self, circumstances=frozenset()).applies(territory, kind, frozenset())

    def applies(self, territory: Territory | None, kind: DisputeType, circumstances: Set[str]) -> bool:
        """Tell whether the rule is asked at all."""
        return (
            (self.territory is None or self.territory == territory)
            and territory not in self.not_in
            and (not self.types or kind in self.types)
            and self.circumstances <= circumstances
        )


_OF_EVERY_RULE = frozenset(
    {
        "measure",
        "about",
        "title",
        "says",
        "says_once",
        "says_before",
        "says_fact",
        "says_same",
        "in_letters",
        "also_where",
        "ask_where",
        "ask_named",
        "says_again",
        "says_late",
        "says_several",
        "says_each",
        "says_each_late",
        "formula",
        "limits",
        "advice",
        "source",
        "also",
        "also_confidence",
        "confidence",
        "territory",
        "not_in",
        "types",
        "circumstances",
    }
)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """Return all rules, in the order of the file."""
    return read_law("rules.toml", lambda table: tuple(_rule(code, facts) for code, facts in table.items()))


def _rule(code: str, facts: Mapping[str, Any]) -> Rule:
    return Rule(
        id=code,
        measure=facts["measure"],
        about=About(facts["about"]),
        title=words_of(facts["title"]),
        says=words_of(facts["says"]),
        formula=words_of(facts["formula"]),
        limits=words_of(facts["limits"]),
        source=sources()[facts["source"]] if "source" in facts else None,
        also=tuple(sources()[each] for each in facts.get("also", ())),
        also_confidence=Confidence(facts["also_confidence"]) if "also_confidence" in facts else None,
        confidence=Confidence(facts["confidence"]) if "confidence" in facts else None,
        territory=Territory.of(facts["territory"]) if "territory" in facts else None,
        not_in=frozenset(Territory.of(each) for each in facts.get("not_in", ())),
        types=frozenset(DisputeType(each) for each in facts.get("types", ())),
        circumstances=frozenset(facts.get("circumstances", ())),
        in_letters=facts.get("in_letters", False),
        also_where=facts.get("also_where", ""),
        ask_where=facts.get("ask_where", ""),
        ask_named=facts.get("ask_named", ""),
        **{name: words_of(facts[name]) for name in _WORDS_OF_SOME if name in facts},
        numbers=_numbers(facts),
    )


def _numbers(facts: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what a rule counts by. Words are none: a misspelt name of words would stand among them."""
    found = {name: value for name, value in facts.items() if name not in _OF_EVERY_RULE}
    for name, value in found.items():
        if isinstance(value, Mapping):
            raise ValueError(facts[name])
    return found


_WORDS_OF_SOME = (
    "advice",
    "says_once",
    "says_before",
    "says_fact",
    "says_same",
    "says_again",
    "says_late",
    "says_several",
    "says_each",
    "says_each_late",
)
"""Words that not every rule has."""


def _source(code: str, facts: Mapping[str, Any]) -> Source:
    territory = Territory.of(facts["territory"]) if "territory" in facts else None
    read, in_force = HowRead(facts["read"]), facts.get("in_force")
    note = words_of(facts["note"]) if "note" in facts else None
    return Source(code, words_of(facts["title"]), facts["checked"], read, in_force, territory, note)


def _body(facts: Mapping[str, Any]) -> Body:
    return Body(
        id=facts["id"],
        territory=Territory.of(facts["territory"]),
        step=facts["step"],
        kind=BodyKind(facts["kind"]),
        name=words_of(facts["name"]),
        route=words_of(facts["route"]),
        meant_for=words_of(facts["for"]),
        gain=words_of(facts["gain"]),
        cost=words_of(facts["cost"]),
        asks=tuple(words_of(each) for each in facts["asks"]),
        source=sources()[facts["source"]],
        clocks=_clocks(facts.get("clock", ())),
        types=frozenset(DisputeType(each) for each in facts.get("types", ())),
        leads=_kinds(facts.get("leads", ())),
        first_in=_kinds(facts.get("first_in", ())),
        first_where=facts.get("first_where", ""),
        first_where_in=_kinds(facts.get("first_where_in", ())),
        beside=_kinds(facts.get("beside", ())),
        lenders=frozenset(map(Lender, facts.get("lenders", ()))),
        waits_for=facts.get("waits_for", ""),
        waits_until=facts.get("waits_until", ""),
        known_by=tuple(facts.get("known_by", ())),
        wants_identity=facts.get("wants_identity", False),
        addressee=words_of(facts["addressee"]) if "addressee" in facts else None,
        respondent=words_of(facts["respondent"]) if "respondent" in facts else None,
        letter=facts.get("letter", ""),
        circumstances=frozenset(facts.get("circumstances", ())),
        demand=words_of(facts["demand"]) if "demand" in facts else None,
        confidence=Confidence(facts["confidence"]) if "confidence" in facts else None,
        unbound=words_of(facts["unbound"]) if "unbound" in facts else None,
    )


def _kinds(named: Iterable[str] | bool) -> frozenset[DisputeType]:
    """Return kinds of disputes by their names; ``true`` stands for all."""
    return frozenset(DisputeType) if named is True else frozenset(map(DisputeType, named or ()))


def _clocks(tables: Iterable[Mapping[str, Any]]) -> tuple[Clock, ...]:
    """Return the clocks of a body: of no two ids alike, each that prolongs one behind it."""
    found: dict[str, Clock] = {}
    for facts in tables:
        clock = _clock(facts)
        if clock.length < 1:
            raise ValueError(facts["length"])
        if clock.extends and clock.extends not in found:
            raise ValueError(facts["extends"])
        if clock.id in found:
            raise ValueError(facts["id"])
        found[clock.id] = clock
    unknown = {each.or_longer for each in found.values()} - {"", *found}
    if unknown:
        raise ValueError(min(unknown))
    return tuple(found.values())


def _clock(facts: Mapping[str, Any]) -> Clock:
    return Clock(
        id=facts["id"],
        whose=Whose(facts["whose"]),
        start=Starts(facts["from"]),
        length=facts["length"],
        unit=Unit(facts["unit"]),
        what=words_of(facts["what"]),
        source=sources()[facts["source"]],
        confidence=Confidence(facts["confidence"]),
        extends=facts.get("extends", ""),
        or_longer=facts.get("or_longer", ""),
        statutory=facts.get("statutory", True),
        not_in=frozenset(DisputeType(each) for each in facts.get("not_in", ())),
        met_by=Starts(facts["met_by"]) if "met_by" in facts else None,
        of=facts.get("of", ""),
        or_after=facts.get("or_after", ""),
        when=frozenset(facts.get("when", ())),
        unless=frozenset(facts.get("unless", ())),
    )
