"""What was promised, by which day, which events show it, and what became of it. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import PromiseRecord, PromiseState
from evidence_app.rules.by_day import NOTHING, ByDay
from evidence_app.rules.contacts_promised import contacts_in_time, said_around
from evidence_app.rules.kept_late import Late, late_one
from evidence_app.rules.money_promised import money_in_time, part_in_time
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.promised_again import OVER, Dated, promised_again, same_words
from evidence_app.rules.stop_promised import AfterStop, is_kept_by_silence
from evidence_app.rules.told_done import Told

NO_SIDE = OtherSide()


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise by its last day, and what became of it. ``overdue``: nobody marked it and its day is over.

    ``happening`` says it first, ``others`` say the same again by the same day; ``earlier`` are the days by which it was
    promised before, the first one first, each of them ``renewed``: see `promised_again`. ``contacts`` are the events by
    which an overdue promise to be in touch may have been kept, ``money`` those of one to pay: a person says whether;
    ``told`` are those in which the other side says that it is done, ``late`` is what may have kept it after its day.
    ``is_theirs`` tells that it may be told as the other side's: of whom nobody knows it is, once somebody marked it.
    ``part`` are those of less than the promised sum, which keep nothing. ``silent`` says that contacts were to stop,
    and none came since; ``after`` are those that came, of a promise that nobody marked as kept or withdrawn.
    Where ``happening`` itself names no agent, ``introduction`` is the event in which an agent ID was given before, in
    the same talk: who promised is likely to be that agent, and nothing claims that it was.
    """

    happening: Happening
    state: PromiseState
    overdue: bool
    records: tuple[PromiseRecord, ...] = ()
    contacts: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    part: tuple[str, ...] = ()
    introduction: Happening | None = None
    others: tuple[Happening, ...] = ()
    earlier: tuple["Promise", ...] = ()
    renewed: bool = False
    silent: bool = False
    after: tuple[Happening, ...] = ()
    told: tuple[str, ...] = ()
    late: Late | None = None
    is_theirs: bool = True

    @property
    def due(self) -> date | None:
        """By which day it was promised, None where no event says it."""
        return next((each.promise_due for each in self.sayings if each.promise_due is not None), None)

    @property
    def sayings(self) -> tuple[Happening, ...]:
        """The events that show it by this day."""
        return (self.happening, *self.others)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that show it by this day, by their ids."""
        return tuple(each.event_id for each in self.sayings)

    @property
    def wordings(self) -> tuple[str, ...]:
        """The words in which it was said by this day, each once, however they were written."""
        return tuple({same_words(each.promise): each.promise for each in reversed(self.sayings)}.values())[::-1]

    @property
    def days(self) -> tuple["Promise", ...]:
        """The same promise by each of its days, the last one last."""
        return (*self.earlier, self)

    @property
    def said(self) -> int:
        """How many events show it, by whichever day."""
        return sum(len(each.sayings) for each in self.days)

    @property
    def shown_by(self) -> tuple[str, ...]:
        """The events that show what became of it, as somebody said."""
        return tuple(dict.fromkeys(event_id for record in self.records for event_id in record.evidence_ids))

    @property
    def introduced(self) -> str:
        """The agent ID that was given before, empty if none was."""
        return self.introduction.agent_id if self.introduction else ""

    @property
    def may_be_kept(self) -> bool:
        """Whether something happened in time that may have kept it."""
        return bool(self.contacts or self.money or self.told or self.silent)

    @property
    def late_by(self) -> int:
        """How many days after its day something came that may have kept it; 0 where nothing did, or it came in time."""
        if self.late is None or self.due is None or self.may_be_kept:
            return 0
        return self.late.days_after(self.due)

    def passed_before(self, today: date) -> tuple["Promise", ...]:
        """Return the earlier days that are over, or were said not to be kept."""
        return tuple(
            each
            for each in self.earlier
            if each.state is PromiseState.BROKEN or (each.due is not None and each.due < today)
        )


@dataclass(frozen=True, slots=True)
class Around:
    """What else is known where promises are looked for.

    ``contacts`` are those that came from the other ``side``; ``introduced`` has of events the one in which, before it
    in the same talk, an agent ID was given. ``with_others`` are the contacts with others.
    """

    contacts: ByDay = NOTHING
    introduced: Mapping[str, Happening] = field(default_factory=dict)
    side: OtherSide = NO_SIDE
    with_others: ByDay = NOTHING
    told: Told = field(default_factory=Told)


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class _Ledger:
    """What is known of promises."""

    records: Mapping[str, PromiseRecord]
    today: date
    contacts: ByDay
    introduced: Mapping[str, Happening]
    after_stop: AfterStop
    told: Told

    def became(self, each: Happening) -> PromiseState:
        record = self.records.get(each.event_id)
        return record.state if record else PromiseState.OPEN

    def promise(self, days: Sequence[Dated]) -> Promise:
        sayings = [each for day in days for each in day.sayings]
        said = ByDay.of(sayings)
        *earlier, last = (self._by(day, sayings, said_around(said, day.first, day.due)) for day in days)
        late = late_one(last.happening, last.due, sayings, contacts=self.contacts, told=self.told)
        return replace(
            last, earlier=tuple(replace(each, renewed=True) for each in earlier), late=late if last.overdue else None
        )

    def _by(self, day: Dated, sayings: Sequence[Happening], around: Sequence[Happening]) -> Promise:
        first, due = day.first, day.due
        overdue = due is not None and due < self.today and day.state is PromiseState.OPEN
        return Promise(
            first,
            day.state,
            overdue,
            tuple(self.records[each] for each in day.event_ids if each in self.records),
            contacts_in_time(first, due, self.contacts, around) if overdue else (),
            introduction=self.introduced.get(first.event_id),
            others=day.sayings[1:],
            silent=overdue and is_kept_by_silence(first, due, self.contacts, self.after_stop.with_others),
            after=() if day.state in OVER else self.after_stop.of(first, due, sayings),
            is_theirs=day.state is not PromiseState.OPEN or any(map(self.after_stop.side.may_promise, day.sayings)),
            told=tuple(each.event_id for each in self.told.first_done(first, due)) if overdue and due else (),
        )


def promises(
    happenings: Iterable[Happening], records: Iterable[PromiseRecord], today: date, around: Around = NOTHING_AROUND
) -> tuple[Promise, ...]:
    """Return all promises in their order, each once."""
    happenings = list(happenings)
    after_stop = AfterStop(happenings, around.contacts, around.side, around.with_others)
    said = {record.event_id: record for record in records}
    ledger = _Ledger(said, today, around.contacts, around.introduced, after_stop, around.told)
    found = promised_again([each for each in happenings if each.promise], ledger.became, around.side)
    return tuple(map(ledger.promise, found))


def with_money(promised: Iterable[Promise], money: ByDay) -> tuple[Promise, ...]:
    """Return promises with the money that may have kept the overdue ones, of what came from the institution."""
    return tuple(
        replace(
            each,
            earlier=with_money(each.earlier, money),
            money=money_in_time(each.happening, each.due, money) if each.overdue else (),
            part=part_in_time(each.happening, each.due, money) if each.overdue else (),
            late=_late(each, money),
        )
        for each in promised
    )


def _late(promised: Promise, money: ByDay) -> Late | None:
    """Return what may have kept a promise too late: money of the promised sum before all else, else what came first."""
    paid = late_one(promised.happening, promised.due, (), money=money) if promised.overdue else None
    before = promised.late
    if paid is None or before is None or paid.is_certain:
        return paid or before
    return min(before, paid, key=lambda each: each.happening.day or date.max)


def by_event(promised: Iterable[Promise]) -> Mapping[str, Promise]:
    """Return of each event that promises something, by its id, the promise by the day that it names."""
    return {event_id: day for each in promised for day in each.days for event_id in day.event_ids}


def first_said(promised: Iterable[Promise]) -> Mapping[str, Happening]:
    """Return of each event that promises something, by its id, the one that promised the same first, maybe itself."""
    return {event_id: each.days[0].happening for each in promised for day in each.days for event_id in day.event_ids}
