"""Promises whose day is over, and what the timeline shows of them. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.contacts_promised import contacts_in_time, contacts_of, said_around
from evidence_app.rules.found import Found
from evidence_app.rules.kept_late import late_one
from evidence_app.rules.law import Rule
from evidence_app.rules.money_promised import money_from, money_in_time
from evidence_app.rules.promised_again import OVER, Dated, promised_again
from evidence_app.rules.situation import Situation
from evidence_app.rules.stop_promised import contacts_with_others, is_kept_by_silence
from evidence_app.rules.told_done import Told, told_of


@dataclass(frozen=True, slots=True)
class _Came:
    """What came from the other side, by which a promise may have been kept."""

    situation: Situation
    contacts: ByDay
    with_others: ByDay
    money: ByDay
    told: Told

    @classmethod
    def of(cls, situation: Situation) -> "_Came":
        happenings, side = situation.happenings, situation.other_side
        return cls(
            situation,
            contacts_of(happenings, side),
            contacts_with_others(happenings, situation.tags),
            money_from(happenings, situation.is_money_with_other_side),
            told_of(happenings, side),
        )

    def has_run_out(self, day: Dated, again: ByDay) -> bool:
        """Tell whether a day is over, and nothing until then may have kept what was promised, or somebody says so."""
        first, due = day.first, day.due
        if due is None or due >= self.situation.today or day.state in OVER:
            return False
        if day.state is PromiseState.BROKEN:
            return True
        came = contacts_in_time(first, due, self.contacts, said_around(again, first, due))
        came = came or money_in_time(first, due, self.money)
        return not (came or self.told.first_done(first, due) or self._is_silent(day))

    def _is_silent(self, day: Dated) -> bool:
        return is_kept_by_silence(day.first, day.due, self.contacts, self.with_others)

    def run_out(self, passed: Sequence[Dated], again: Sequence[Happening]) -> Found:
        """Return what is found of the days that passed: also what may have kept the promise after the last of them."""
        first, last = passed[0].first, passed[-1]
        dues = [day.due.isoformat() for day in passed if day.due is not None]
        facts = {"quote": first.promise or first.text, "day": dues[0], "last": dues[-1], "count": str(len(dues))}
        event_ids = tuple(chain.from_iterable(day.event_ids for day in passed))
        if last.state is PromiseState.BROKEN:
            return Found(event_ids, facts | {"fate": "broken"}, about=first.event_id)
        late = late_one(last.first, last.due, again, contacts=self.contacts, told=self.told, money=self.money)
        if late is None or late.happening.day is None or last.due is None:
            return Found(event_ids, facts | {"fate": "nothing"}, about=first.event_id)
        facts |= {"fate": "late" if late.is_certain else "perhaps_late", "late": late.happening.day.isoformat()}
        facts["late_by"] = str(late.days_after(last.due))
        return Found((*event_ids, late.happening.event_id), facts, about=first.event_id)


def promise_overdue(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield promises whose due date is over, with nothing that may have kept them, unless somebody marked them.

    Of a promise to be in touch, a contact in time is such a thing, of one to pay, money, of one to stop contacts, that
    none came, of each, that the other side says it is done: only who marks it as broken says that it was not. What was
    promised again is one promise, with the days that passed.
    """
    said = [each for each in situation.happenings if _is_promised(each, situation)]
    if not any(each.promise_due is not None and each.promise_due < situation.today for each in said):
        return
    came = _Came.of(situation)
    for days in promised_again(said, situation.became, situation.other_side):
        sayings = [each for day in days for each in day.sayings]
        again = ByDay.of(sayings)
        passed = [day for day in days if came.has_run_out(day, again)]
        if passed:
            yield came.run_out(passed, sayings)


def _is_promised(each: Happening, situation: Situation) -> bool:
    """Tell whether the other side promises something: of whom nobody knows, only what a person said became of it."""
    if not each.promise and each.promise_due is None:
        return False
    side = situation.other_side
    return side.may_promise(each) or (side.may_speak(each) and situation.became(each) is not PromiseState.OPEN)
