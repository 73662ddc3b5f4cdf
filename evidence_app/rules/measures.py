"""Ways of counting, one for each kind of rule; what they count by is data (``resources/law/rules.toml``).

Each yields what it found: the events behind it, and the facts that the rule's words name. Only events whose time is
known well enough are counted, so that nothing is said that the timeline does not show.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from operator import itemgetter

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.rules.contacts_promised import FROM_THEM, asks_for_nothing
from evidence_app.rules.contracts_named import are_of_another, contracts_in
from evidence_app.rules.contradictions import contradictions_in, quoted, speaking
from evidence_app.rules.evidence_measures import (
    chats_without_profile,
    evidence_gaps,
    gaps_between_pictures,
    not_witnessed,
    talks_without_agent,
    unmasked_numbers,
    untranslated,
    without_date,
)
from evidence_app.rules.found import Found, Measure, days_of, ids_of
from evidence_app.rules.introductions import only_mentions
from evidence_app.rules.law import Rule, Whose
from evidence_app.rules.loan_measures import (
    cost_of_loan,
    disbursed_below_principal,
    fee_outside_statement,
    no_cost_statement,
)
from evidence_app.rules.parties import known_as
from evidence_app.rules.promise_measures import promise_overdue
from evidence_app.rules.running import longest_of
from evidence_app.rules.situation import RunningClock, Situation

ASKED_BEFORE = timedelta(hours=24)
"""A message this soon after one from the person is an answer, not a contact that the other side began."""

A_MONTH = timedelta(days=31)
"""From one instalment to the next: a record that ends earlier tells nothing of a notice. No rule says so."""


# -- contacts ----------------------------------------------------------------------------------------------------------


def contact_in_hours(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield contacts that the other side began in the hours [from, to)."""
    start, end = time.fromisoformat(rule.numbers["from"]), time.fromisoformat(rule.numbers["to"])
    later = bool(rule.numbers.get("after_the_start"))
    begun = list(_begun_by_other_side(situation, lambda each: _in_hours(_sure_clock(each), start, end, later=later)))
    if begun:
        facts = {"count": str(len(begun)), "from": rule.numbers["from"], "to": rule.numbers["to"]}
        yield Found(ids_of(begun), facts | days_of(begun) | _period(situation))


def _sure_clock(each: Happening) -> datetime | None:
    """Return when something was, None where the time of day is not known, or its sources disagree on it."""
    return None if each.disputed else each.clock_at


def _in_hours(at: datetime | None, start: time, end: time, *, later: bool) -> bool:
    if at is None:
        return False
    clock = at.time()
    begins = clock > start if later else clock >= start
    return begins or clock < end if start > end else begins and clock < end


def _begun_by_other_side(situation: Situation, wanted: Callable[[Happening], bool]) -> Iterator[Happening]:
    """Yield those wanted calls and messages that nobody had asked for shortly before."""
    last_asked: dict[str, datetime] = {}
    for each in situation.theirs:
        if each.at is None:
            continue
        if each.kind is EventKind.MESSAGE and each.direction is Direction.OUT:
            last_asked[known_as(each.other, situation.region)] = each.at
        elif each.direction in FROM_THEM and wanted(each):
            asked = last_asked.get(known_as(each.other, situation.region))
            if each.kind is EventKind.CALL or _is_contact(each, asked):
                yield each


def _is_contact(message: Happening, asked: datetime | None) -> bool:
    if message.kind is not EventKind.MESSAGE or asks_for_nothing(message.text):
        return False
    return asked is None or message.at is None or message.at - asked > ASKED_BEFORE


def answered_calls_per_day(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield days with more answered calls from the other side than a rule allows."""
    yield from _days_above(rule, situation, [each for each in _calls(situation) if _was_answered(each)])


def unanswered_attempts_per_day(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield days with more unanswered calls from the other side than a rule allows."""
    yield from _days_above(rule, situation, [each for each in _calls(situation) if _was_not_answered(each)])


def _days_above(rule: Rule, situation: Situation, calls: Iterable[Happening]) -> Iterator[Found]:
    by_day: defaultdict[date, list[Happening]] = defaultdict(list)
    for call in calls:
        if call.day is not None:
            by_day[call.day].append(call)
    period = _period(situation)
    for day, of_day in sorted(by_day.items()):
        if len(of_day) > rule.numbers["most"]:
            facts = {"day": day.isoformat(), "count": str(len(of_day)), "limit": str(rule.numbers["most"])}
            yield Found(ids_of(of_day), facts | period)


def calls_in_window(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield runs of periods with more calls from the other side than a rule allows, with the worst of each run.

    Periods that share a call are one run: so each call above the limit is told, and none twice.
    """
    calls = [call for call in _calls(situation) if call.day is not None]
    for run in _runs(_periods_above(rule, [call.day for call in calls if call.day is not None])):
        worst = max(run, key=len)
        of_run, ends = calls[run[0].start : run[-1].stop], [calls[each.stop - 1] for each in run]
        facts = {"day": str(calls[worst.stop - 1].day), "count": str(len(worst)), "limit": str(rule.numbers["most"])}
        facts |= {"repeats": str(len(run)), "calls": str(len(of_run))}
        yield Found(ids_of(of_run), facts | days_of(ends) | _period(situation))


def _periods_above(rule: Rule, days: Sequence[date]) -> Iterator[range]:
    """Yield by their places the calls up to each day with calls, of as many days as a rule counts, that are too many.

    ``days`` are those of the calls, in order.
    """
    for end in (place + 1 for place, day in enumerate(days) if place + 1 == len(days) or days[place + 1] != day):
        first = bisect_left(days, days[end - 1] - timedelta(days=rule.numbers["days"] - 1))
        if end - first > rule.numbers["most"]:
            yield range(first, end)


def _runs(periods: Iterable[range]) -> Iterator[list[range]]:
    """Yield together the periods that share a call with the one before."""
    run: list[range] = []
    for each in periods:
        if run and each.start >= run[-1].stop:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def call_after_conversation(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield calls from the other side within so many days of a conversation, whose own day is the first."""
    last_talk: datetime | None = None
    too_soon: list[Happening] = []
    for each in situation.theirs:
        at = _sure_clock(each)
        if each.kind is not EventKind.CALL or at is None:
            continue
        from_them = each.direction in FROM_THEM
        if from_them and last_talk and at.date() < last_talk.date() + timedelta(days=rule.numbers["days"]):
            too_soon.append(each)
        if each.has_talk:
            last_talk = at
    if too_soon:
        yield Found(ids_of(too_soon), {"count": str(len(too_soon))} | _period(situation))


def _calls(situation: Situation) -> Iterator[Happening]:
    """Return the calls from the other side."""
    return (each for each in situation.theirs if each.kind is EventKind.CALL and each.direction in FROM_THEM)


def _was_answered(call: Happening) -> bool:
    """Tell whether somebody spoke; an incoming call of unknown length may have rung out."""
    return call.direction is Direction.IN and bool(call.duration_s)


def _was_not_answered(call: Happening) -> bool:
    return call.direction in (Direction.MISSED, Direction.REJECTED) or call.duration_s == 0


def tagged(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield events that a person marked."""
    marked = [each for each in situation.happenings if rule.numbers["tag"] in situation.tags.get(each.event_id, ())]
    if marked:
        yield Found(ids_of(marked), {"count": str(len(marked))} | days_of(marked) | _period(situation))


def third_parties(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield contacts with a third party though the person could be reached, and those of which nothing shows that.

    A talk with the other side, or a message to it, shows it for some days. Before the standard, all are mere facts.
    """
    marked = [each for each in situation.happenings if rule.numbers["tag"] in situation.tags.get(each.event_id, ())]
    if not marked:
        return
    begins = rule.source.in_force if rule.source else None
    reach = _Reach.of(each for each in situation.theirs if each.has_talk or _is_own_message(each))
    departing: dict[str, None] = {}
    counted: list[Happening] = []
    facts: list[Happening] = []
    for each in marked:
        shown = reach.last_within(timedelta(rule.numbers["days"]), each)
        if shown is None or (begins is not None and each.day is not None and each.day < begins):
            facts.append(each)
        else:
            departing |= {shown.event_id: None, each.event_id: None}
            counted.append(each)
    if departing:
        told = {"count": str(len(counted)), "within": str(rule.numbers["days"])} | days_of(counted)
        yield Found(tuple(departing), told | _period(situation))
    if facts:
        yield Found(ids_of(facts), {"count": str(len(facts))} | days_of(facts) | _period(situation), is_mere_fact=True)


def _is_own_message(each: Happening) -> bool:
    return each.kind is EventKind.MESSAGE and each.direction is Direction.OUT


@dataclass(frozen=True, slots=True)
class _Reach:
    """Events that show that a person could be reached, in the order of their times."""

    times: Sequence[datetime]
    happenings: Sequence[Happening]

    @classmethod
    def of(cls, happenings: Iterable[Happening]) -> "_Reach":
        """Return those of a known time."""
        known = [(at, each) for each in happenings if (at := each.at) is not None]
        known.sort(key=itemgetter(0))
        return cls([at for at, _ in known], [each for _, each in known])

    def last_within(self, span: timedelta, after: Happening) -> Happening | None:
        """Return the last one, the first of several, of at most so long before an event; None where there is none."""
        if after.at is None:
            return None
        end = bisect_right(self.times, after.at)
        if end == 0 or after.at - self.times[end - 1] > span:
            return None
        return self.happenings[bisect_left(self.times, self.times[end - 1])]


def contradictions(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield each pair of answers that a person marked as contradicting each other: who said what against whom."""
    for pair in contradictions_in(situation.happenings, situation.tags).pairs:
        facts = {"same": "1"} if pair.is_of_one_person else {}
        for name, each in (("one", pair.one), ("other", pair.other)):
            day = each.day
            facts |= {
                f"{name}_day": day.isoformat() if day is not None else "",
                f"{name}_agent": speaking(each),
                f"{name}_name": "" if only_mentions(each) else each.agent_name,
                f"{name}_said": quoted(each),
            }
        yield Found(ids_of(pair.both), facts, about="+".join(ids_of(pair.both)))


def messages_per_day(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield how many messages came, on the busiest day, and how often one text was repeated. No limit is known."""
    came = [each for each in situation.theirs if each.kind is EventKind.MESSAGE and each.direction is Direction.IN]
    if (days := _by_day(came)) is not None:
        repeats = Counter(each.text for each in came if each.day is not None and each.text)
        yield Found(ids_of(came), _counted(came, days) | {"repeats": str(max(repeats.values(), default=1))})


def calls_per_day(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield how many calls came, how many were answered, and how many on the busiest day. No limit is compared."""
    came = list(_calls(situation))
    if (days := _by_day(came)) is not None:
        busiest = max(days, key=lambda day: (days[day], -day.toordinal()))
        answered = sum(_was_answered(each) for each in came if each.day is not None)
        facts = {"answered": str(answered), "on_days": str(len(days)), "busiest": busiest.isoformat()}
        yield Found(ids_of(came), _counted(came, days) | facts)


def _by_day(came: Sequence[Happening]) -> Counter[date] | None:
    """Return how many came on each day that is known; None of one alone, which the timeline tells."""
    days = Counter(day for each in came if (day := each.day) is not None)
    return days if days and len(came) > 1 else None


def _counted(came: Sequence[Happening], days: Counter[date]) -> dict[str, str]:
    """Return what is said of all that came. Those of no known day came in no period: they stand apart."""
    return {
        "count": str(days.total()),
        "most": str(max(days.values())),
        "undated": str(len(came) - days.total()),
        "since": min(days).isoformat(),
        "until": max(days).isoformat(),
    }


def notice_without_overdue(rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield notices that something is overdue, while the repayments of the timeline show no instalment that was."""
    instalments = [each for each in situation.happenings if each.kind is EventKind.REPAYMENT]
    if not instalments or any(each.outcome is Outcome.OVERDUE for each in instalments):
        return
    unpaid = (each.day for each in instalments if each.outcome is not Outcome.PAID)
    first_due = min((day for day in unpaid if day is not None), default=date.max)
    days = [each.day for each in instalments if each.day is not None]
    notices = [
        each
        for each in situation.told(rule.numbers["words"])
        if not _was_something_due(first_due, each.day) and _is_covered(each.day, days)
    ]
    ours = _contracts_of(instalments, situation) if notices else frozenset()
    notices = [each for each in notices if not are_of_another(contracts_in(each.words), ours)]
    if notices:
        facts = {"count": str(len(notices))} | days_of(notices) | _period(situation)
        yield Found(ids_of([*notices, *instalments]), facts)


def _contracts_of(instalments: Iterable[Happening], situation: Situation) -> frozenset[str]:
    """Return by what the contract of the repayments is known: their own words, and what is stated as its number."""
    said = (f"{each.text} {each.reference}" for each in instalments)
    pages = (each.words for each in situation.documents.pages)
    return frozenset(named for text in (*said, *pages) for named in contracts_in(text))


def _is_covered(day: date | None, instalments: Sequence[date]) -> bool:
    """Tell whether the record reaches a day: an instalment shortly before it, or the first one shortly after."""
    if day is None or not instalments:
        return False
    before = [day - each for each in instalments if each <= day]
    return min(before, default=min(instalments) - day) <= A_MONTH


def _was_something_due(first_due: date, day: date | None) -> bool:
    """Tell whether an instalment that is not known to be paid was due by then; of an unknown day, nobody can say."""
    return day is None or first_due < day


# -- periods ---------------------------------------------------------------------------------------------------------


def clock_run_out(_rule: Rule, situation: Situation) -> Iterator[Found]:
    """Yield the complaints of which clocks of bodies ran out without an answer, or before it, each once.

    Nobody is late with what is customary. Of periods of which one counts instead of another or prolongs it only the
    longest is told; while that runs, that a shorter one is over is a mere fact: others say which case it is.
    """
    by_complaint: defaultdict[str, list[tuple[int, Mapping[str, str]]]] = defaultdict(list)
    over: dict[str, Found] = {}
    for index, running in enumerate(situation.clocks):
        facts, longest = _late_by(running, situation.today), longest_of(running, situation.clocks)
        if facts and longest is None:
            by_complaint[running.complaint_id].append((index, facts))
        elif facts and longest is not None and not _late_by(situation.clocks[longest], situation.today):
            facts = dict(facts) | {"last": situation.clocks[longest].deadline.day.isoformat()}
            filing = (running.event_id,) if running.event_id else ()
            over[running.complaint_id] = Found(
                filing, facts, clocks=(index, longest), about=running.complaint_id, is_mere_fact=True
            )
    yield from over.values()
    for complaint_id, late in by_complaint.items():
        clocks, parts = zip(*sorted(late, key=lambda each: each[1]["day"]), strict=True)
        event_id = situation.clocks[clocks[0]].event_id
        filing = (event_id,) if event_id else ()
        if len(parts) == 1:
            yield Found(filing, parts[0], clocks=clocks, about=complaint_id)
        else:
            facts = {"day": parts[0]["day"], "last": parts[-1]["day"], "count": str(len(parts))}
            yield Found(filing, facts, clocks=clocks, about=complaint_id, parts=parts)


def _late_by(running: RunningClock, today: date) -> Mapping[str, str]:
    """Return by how much a clock ran out, empty where it did not, or it is one's own."""
    overdue = running.days_passed(today) or running.days_met_after
    if not overdue or running.deadline.clock.whose is Whose.COMPLAINANT:
        return {}
    counted = running.deadline
    facts = {"since": counted.start.isoformat(), "day": counted.day.isoformat(), "count": str(overdue)}
    if running.days_met_after and running.met_on is not None:
        facts["met"] = running.met_on.isoformat()
    return facts


# -- all ---------------------------------------------------------------------------------------------------------------


MEASURES: Mapping[str, Measure] = {
    "contact_in_hours": contact_in_hours,
    "answered_calls_per_day": answered_calls_per_day,
    "unanswered_attempts_per_day": unanswered_attempts_per_day,
    "calls_in_window": calls_in_window,
    "call_after_conversation": call_after_conversation,
    "tagged": tagged,
    "third_parties": third_parties,
    "contradictions": contradictions,
    "messages_per_day": messages_per_day,
    "calls_per_day": calls_per_day,
    "notice_without_overdue": notice_without_overdue,
    "promise_overdue": promise_overdue,
    "clock_run_out": clock_run_out,
    "evidence_gaps": evidence_gaps,
    "talks_without_agent": talks_without_agent,
    "without_date": without_date,
    "untranslated": untranslated,
    "not_witnessed": not_witnessed,
    "gaps_between_pictures": gaps_between_pictures,
    "chats_without_profile": chats_without_profile,
    "unmasked_numbers": unmasked_numbers,
    "cost_of_credit": cost_of_loan,
    "disbursed_below_principal": disbursed_below_principal,
    "no_cost_statement": no_cost_statement,
    "fee_outside_statement": fee_outside_statement,
}
"""All ways of counting, by the names that rules call them by."""


def _period(situation: Situation) -> dict[str, str]:
    """Return from when to when the timeline has calls and messages."""
    if situation.talked is None:
        return {"since": "", "until": ""}
    first, last = situation.talked
    return {"since": first.isoformat(), "until": last.isoformat()}
