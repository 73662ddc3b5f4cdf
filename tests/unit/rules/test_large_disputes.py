"""What is looked up quickly among very many events is what looking at each of them finds."""

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some

from evidence_app.characters import folded
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.checklists import checklists, completeness
from evidence_app.rules.contacts_promised import (
    SAME_TALK,
    contacts_in_time,
    contacts_of,
    is_to_be_in_touch,
    is_to_call,
    said_around,
)
from evidence_app.rules.evidence_words import is_said, recognisers, saying
from evidence_app.rules.law import rules
from evidence_app.rules.measures import third_parties
from evidence_app.rules.money_ledger import money_ledger
from evidence_app.rules.movements import days_apart, goes_out, pays
from evidence_app.rules.needed_words import needed_words
from evidence_app.rules.parties import OtherSide, called, known_as
from evidence_app.rules.promised_again import promised_again
from evidence_app.rules.situation import Situation
from evidence_app.rules.workspace import work_out
from tests.unit.rules.mixed import TODAY, mixed

SIDE = OtherSide.of(("速融宝",), ("95188", "106980000*"), "CN")
MIXED = mixed(2000)


@pytest.mark.parametrize(
    ("pattern", "needed"),
    [
        ("还款|逾期", {"还款", "逾期"}),
        ("(停止|拒绝)(再)?(来电|电话)", {"停止", "拒绝"}),
        ("到[账帐]了?", {"到账", "到帐"}),
        ("(?<!申)请[^。]{0,8}退款", {"退款"}),
        (r"第\d{1,3}期(应还)?", {"第"}),
        ("log-?in", {"log"}),
        (r"a{0,2}\(x\)", {"(x)"}),
        ("(还款)?|逾期", set()),
        (r"\d{4}", set()),
    ],
)
def test_of_an_expression_it_is_known_which_words_a_text_needs(pattern: str, needed: set[str]) -> None:
    assert set(needed_words(pattern)) == needed


@settings(max_examples=20, deadline=None)
@given(some.data())
@pytest.mark.parametrize("name", sorted(recognisers()))
def test_no_text_is_passed_over_that_an_expression_finds(name: str, data: some.DataObject) -> None:
    each = recognisers()[name]
    text = folded(data.draw(some.from_regex(each.says)))
    assume(each.says.search(text) is not None)  # too few such texts fail the test, too
    assert each.needed is not None
    assert each.needed.search(text) is not None


def test_expressions_for_folded_texts_have_no_capital_letters() -> None:
    for name, each in recognisers().items():
        for pattern in filter(None, (each.says, each.besides, each.unless)):
            assert not re.search(r"(?<!\\)[A-Z]", pattern.pattern), name


def test_words_are_found_in_many_texts_as_in_each_alone() -> None:
    texts = {each.event_id: each.text for each in MIXED.happenings}
    found = saying(texts.items(), recognisers())
    alone = {name: {one for one, text in texts.items() if is_said(name, text)} for name in recognisers()}
    without = {name: replace(each, needed=None) for name, each in recognisers().items()}
    slowly = {name: {one for one, text in texts.items() if each.finds(folded(text))} for name, each in without.items()}
    assert found == alone == slowly
    assert sum(map(bool, found.values())) > 10


def test_what_shows_an_entry_is_found_among_many_events_as_by_itself() -> None:
    """Without others to wait for, each event shows what it shows alone."""
    for kind, checklist in checklists().items():
        whole = completeness(kind, MIXED.happenings)
        for entry, standing in zip(checklist.entries, whole.standings, strict=True):
            if all(shows.after is None and shows.before is None for shows in entry.events):
                alone = [each.event_id for each in MIXED.happenings[:60] if _shows(kind, each, entry.id)]
                known = {*standing.event_ids, *standing.perhaps}
                assert alone == [each.event_id for each in MIXED.happenings[:60] if each.event_id in known]


def _shows(kind: object, each: Happening, entry_id: str) -> bool:
    found = completeness(kind, [each])  # type: ignore[arg-type]
    return any(one.event_ids or one.perhaps for one in found.standings if one.entry.id == entry_id)


def test_contacts_in_time_are_those_that_looking_at_each_finds() -> None:
    contacts = contacts_of(MIXED.happenings, SIDE)
    promised = [each for each in MIXED.happenings if each.promise]
    assert [contacts_in_time(each, each.promise_due, contacts, promised[:40]) for each in promised] == [
        tuple(
            other.event_id
            for other in contacts.happenings
            if _came_in_time(each, other) and not any(_is_around(other, one) for one in promised[:40])
        )
        for each in promised
    ]
    assert any(contacts_in_time(each, each.promise_due, contacts, promised[:40]) for each in promised)


def _came_in_time(promised: Happening, each: Happening) -> bool:
    due, day, said = promised.promise_due, each.day, promised.day
    if due is None or day is None or said is None or not said <= day <= due or not is_to_be_in_touch(promised.promise):
        return False
    if is_to_call(promised.promise) and each.kind is not EventKind.CALL:
        return False
    if promised.clock_at is None or each.clock_at is None:
        return promised.event_id != each.event_id
    return each.clock_at - promised.clock_at > SAME_TALK


def _is_around(each: Happening, said: Happening) -> bool:
    if each.clock_at is None or said.clock_at is None:
        return each.event_id == said.event_id
    return abs(each.clock_at - said.clock_at) <= SAME_TALK


def test_instalments_past_their_day_are_those_that_no_payment_of_all_pays() -> None:
    ledger = money_ledger(MIXED.happenings, TODAY)
    left = [row.happening for row in ledger.rows if row.counts and goes_out(row.happening)]
    unpaid = []
    for each in (row.happening for row in ledger.rows if row.happening.kind is EventKind.REPAYMENT):
        if each.outcome.value == "due" and each.day is not None and each.day < TODAY:
            fitting = [paid for paid in left if pays(paid, each)]
            if fitting:
                left.remove(min(fitting, key=lambda paid: days_apart(paid, each)))
            else:
                unpaid.append(each.event_id)
    assert [each.event_id for each in ledger.overdue] == unpaid
    assert unpaid


@given(some.lists(some.dates(date(2024, 1, 1), date(2024, 2, 1))), some.data())
def test_events_between_two_days_keep_their_order(days: list[date], data: some.DataObject) -> None:
    first, last = (data.draw(some.dates(date(2024, 1, 1), date(2024, 2, 1))) for _ in range(2))
    made = list(_on(days))
    found = ByDay.of(made).between(first, last)
    wanted = [each for each in made if first <= (each.day or date.max) <= last]
    assert list(found) == sorted(wanted, key=lambda each: each.day or date.max)


def _on(days: list[date]) -> Iterator[Happening]:
    timed = next(each for each in MIXED.happenings if each.day is not None)
    assert timed.at is not None
    yield timed._replace(event_id="untimed", at=None)
    for number, day in enumerate(days):
        yield timed._replace(event_id=f"{number}", at=timed.at.replace(year=day.year, month=day.month, day=day.day))


def test_findings_of_a_large_dispute_rest_on_events_of_its_other_side_since_the_law_is_in_force() -> None:
    found = work_out(*MIXED)
    by_id = {each.event_id: each for each in found.happenings}
    assert found.theirs == {one for one, each in by_id.items() if _is_named(each)}
    calls = [
        each for each in found.findings if each.rule.measure in ("contact_in_hours", "unanswered_attempts_per_day")
    ]
    assert calls
    for each in calls:
        days = [day for one in each.event_ids if (day := by_id[one].day) is not None]
        assert set(each.event_ids) <= found.theirs
        assert each.until == max(days)
        in_force = each.rule.source.in_force if each.rule.source else None
        assert in_force is None or min(days) >= in_force


def _is_named(each: Happening) -> bool:
    shown = {known_as(each.number, "CN"), known_as(each.party, "CN")} - {""}
    is_theirs = any(one == "+8695188" or one.startswith("+86106980000") for one in shown)
    return is_theirs or called(each.party) in {"速融宝", "速融宝客服", "速融宝官方客服"}


def test_a_conversation_goes_on_over_the_messages_of_others_between() -> None:
    found = work_out(*MIXED)
    assert found.introductions
    for one, by in found.introductions.items():
        each = next(each for each in found.happenings if each.event_id == one)
        assert (each.party, each.agent_id) == (by.party, "")
        assert by.at is not None
        assert each.at is not None
        assert by.at <= each.at <= by.at + timedelta(hours=3)


def _hourly(count: int, **facts: object) -> list[Happening]:
    """Return so many messages of the other side, one an hour."""
    first = datetime(2024, 1, 1, tzinfo=UTC)
    made = Happening(
        "", EventKind.MESSAGE, first, Precision.MINUTE, Direction.IN, "速融宝", "95188", text="我们会尽快处理"
    )
    hours = range(count)
    return [made._replace(event_id=f"h{each}", at=first + timedelta(hours=each), **facts) for each in hours]


def test_thousands_of_promises_without_a_due_day_are_told_apart_without_comparing_all() -> None:
    """Such as a chat's own answers: each was compared with all before it, which took half a minute."""
    began = time.process_time()
    found = promised_again(_hourly(6000, promise="我们会尽快处理"), lambda _: PromiseState.OPEN, SIDE)
    assert time.process_time() - began < 4
    assert [len(days) for days in found] == [250]
    assert {len(day.sayings) for day in found[0]} == {24}


def test_thousands_of_contacts_with_third_parties_do_not_each_look_at_all_events() -> None:
    happenings = [
        each._replace(direction=Direction.OUT if number % 2 else Direction.IN)
        for number, each in enumerate(_hourly(8000))
    ]
    told = {each.event_id: frozenset({"third_party"}) for each in happenings if each.direction is Direction.IN}
    rule = next(each for each in rules() if each.measure == "third_parties")
    asked = Situation(DisputeType.HARASSMENT, None, TODAY, tuple(happenings), tags=told, names=SIDE.names)
    began = time.process_time()
    found = list(third_parties(rule, asked))
    assert time.process_time() - began < 3
    assert sum(len(each.event_ids) for each in found) >= len(told)


@pytest.mark.parametrize(("said", "due"), [(date(1, 1, 1), date(9999, 12, 31)), (date(2024, 1, 1), date.max)])
def test_a_promise_of_impossible_years_still_has_its_sayings(said: date, due: date) -> None:
    [first] = _hourly(1, promise="给您回电")
    first = first._replace(at=datetime(said.year, said.month, said.day, 12, tzinfo=UTC), promise_due=due)
    assert list(said_around(ByDay.of([first]), first, due)) == [first]
