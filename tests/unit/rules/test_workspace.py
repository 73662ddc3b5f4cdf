"""Ladder, agents, promises, checklists, money and channels, worked out from what is confirmed."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import (
    AgentCard,
    Channel,
    ChannelKind,
    ChecklistMark,
    ChecklistState,
    Complaint,
    ComplaintOutcome,
    Exclusion,
    Institution,
    KnownFrom,
    LoanTerms,
    PromiseRecord,
    PromiseState,
)
from evidence_app.phrases import Language
from evidence_app.rules.agents import agents, mix_ups
from evidence_app.rules.channels import Doubt, domain_doubts, doubts, host_of
from evidence_app.rules.charts import heat_map, money_over_time
from evidence_app.rules.checklists import checklists, completeness
from evidence_app.rules.findings import findings, left_out
from evidence_app.rules.ladder import Ladder, ladder_of
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.money_ledger import Counting, money_ledger, with_partners
from evidence_app.rules.promises import promises
from evidence_app.rules.references import Accepted
from evidence_app.rules.whose import Whose
from evidence_app.rules.working_days import Territory
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import call, instalment, message, payment, situation

TODAY = date(2025, 6, 1)
DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.HARASSMENT,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)


def complaint(body: str, filed: date, **facts: object) -> Complaint:
    return Complaint(id=f"c-{body}", dispute_id="d", body=body, filed_on=filed, event_id=f"e-{body}", **facts)  # type: ignore[arg-type]


# -- the ladder --------------------------------------------------------------------------------------------------------


def test_the_first_step_is_the_institution_itself() -> None:
    found = ladder_of(Territory.CN, DisputeType.HARASSMENT, [], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-institution"


def test_who_was_never_a_customer_begins_with_the_rights_over_personal_data() -> None:
    found = ladder_of(Territory.CN, DisputeType.MISDIRECTED_SMS, [], TODAY)
    assert [step.body.id for step in found.steps][:4] == ["cn-pi-rights", "cn-institution", "cn-12321", "cn-credit"]


def test_nothing_is_next_while_the_institution_may_still_answer() -> None:
    found = ladder_of(Territory.CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 5, 28))], TODAY)
    assert found.next_step is None
    deadline = found.next_deadline(TODAY)
    assert deadline is not None
    assert deadline.deadline.day == date(2025, 6, 12)


def test_what_has_no_day_of_filing_moves_no_step() -> None:
    noted = replace(complaint("cn-institution", date(2025, 5, 28)), filed_on=None)
    found = ladder_of(Territory.CN, DisputeType.OTHER, [noted], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-institution"


@pytest.mark.parametrize(
    "facts", [{"replied_on": date(2025, 5, 30)}, {"outcome": ComplaintOutcome.REFUSED}, {"filed_on": date(2025, 4, 1)}]
)
def test_the_regulator_is_next_once_the_institution_answered_or_is_late(facts: dict[str, object]) -> None:
    filed = replace(complaint("cn-institution", date(2025, 5, 28)), **facts)  # type: ignore[arg-type]
    found = ladder_of(Territory.CN, DisputeType.OTHER, [filed], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == "cn-nfra"


@pytest.mark.parametrize(
    ("kind", "supervisor"), [(DisputeType.HARASSMENT, "cn-nfra"), (DisputeType.WITHDRAWAL_BLOCKED, "cn-pboc")]
)
def test_after_the_institution_comes_whoever_supervises_it(kind: DisputeType, supervisor: str) -> None:
    refused = complaint("cn-institution", date(2025, 5, 1), outcome=ComplaintOutcome.REFUSED)
    found = ladder_of(Territory.CN, kind, [refused], TODAY)
    assert found.next_step is not None
    assert found.next_step.body.id == supervisor


def test_a_period_runs_only_for_what_was_filed_since_its_source_is_in_force() -> None:
    def clocks(filed: date) -> list[str]:
        found = ladder_of(Territory.CN, DisputeType.OTHER, [complaint("cn-12315", filed)], TODAY)
        return [each.deadline.clock.id for each in found.clocks]

    assert clocks(date(2026, 4, 14)) == []
    assert clocks(date(2026, 4, 15)) == ["accept"]


def test_a_wallets_own_office_has_no_period_and_the_regulator_above_it_is_next() -> None:
    filed = [complaint("cn-institution", date(2025, 5, 1))]
    bank = ladder_of(Territory.CN, DisputeType.HARASSMENT, filed, TODAY)
    wallet = ladder_of(Territory.CN, DisputeType.TOPUP_FAILED, filed, TODAY)
    assert bank.clocks
    assert wallet.clocks == ()
    assert wallet.next_step is not None
    assert wallet.next_step.body.id == "cn-pboc"


def test_a_body_that_passed_a_complaint_on_is_not_late_with_deciding_to() -> None:
    def decides(**facts: object) -> list[bool]:
        filed = complaint("cn-pboc", date(2025, 4, 1), **facts)
        clocks = ladder_of(Territory.CN, DisputeType.TOPUP_FAILED, [filed], TODAY).clocks
        return [each.stopped for each in clocks if each.deadline.clock.id == "decide"]

    assert decides() == [False]
    assert decides(transferred_on=date(2025, 4, 7)) == [True]


def test_nobody_is_late_with_what_is_only_customary() -> None:
    late = ladder_of(Territory.CN, DisputeType.HARASSMENT, [complaint("cn-nfra", date(2025, 4, 1))], TODAY)
    assert [each.deadline.days_overdue(TODAY) > 0 for each in late.clocks] == [True]
    assert [each.days_overdue(TODAY) for each in late.clocks] == [0]
    assert (late.last_overdue(TODAY), late.next_deadline(date(2025, 4, 2))) == (None, None)
    assert late.next_step is not None  # nothing more is waited for, all the same
    assert not [each for each in findings(replace(situation(), clocks=late.clocks)) if each.rule.id == "D"]


def test_a_missing_answer_is_late_but_not_ones_own_time_to_act() -> None:
    late = ladder_of(Territory.CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)
    running = late.last_overdue(TODAY)
    assert running is not None
    assert running.deadline.day == date(2025, 5, 6)
    answered = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 3, 10))
    missed = ladder_of(Territory.CN, DisputeType.OTHER, [answered], TODAY)
    assert [each.deadline.clock.id for step in missed.steps for each in step.overdue(TODAY)] == ["review"]
    assert missed.last_overdue(TODAY) is None


def test_a_reply_stops_the_institutions_clocks_and_starts_the_complainants() -> None:
    filed = complaint("cn-institution", date(2025, 5, 1), replied_on=date(2025, 5, 10))
    clocks = ladder_of(Territory.CN, DisputeType.OTHER, [filed], TODAY).clocks
    assert {each.deadline.clock.id for each in clocks if not each.stopped} == {"review"}


def test_an_answer_after_the_last_day_stays_late_though_nobody_waits_for_it_any_more() -> None:
    filed = complaint("cn-institution", date(2025, 4, 1), replied_on=date(2025, 4, 20))  # due on 16 April, or 6 May
    answered = ladder_of(Territory.CN, DisputeType.OTHER, [filed], TODAY)
    late = {each.deadline.clock.id: each.days_late for each in answered.clocks}
    assert late == {"simple": 4, "complex": 0, "extended": 0, "review": 0}
    assert answered.last_overdue(TODAY) is None
    [found] = [each for each in findings(replace(situation(), clocks=answered.clocks)) if each.rule.id == "D"]
    assert "2025年4月20日才完成，晚4天" in found.says(Language.ZH_HANS)
    assert "done on 20 April 2025, 4 days late" in found.says(Language.EN)
    [waiting] = [each for each in findings(replace(situation(), clocks=_unanswered().clocks)) if each.rule.id == "D"]
    assert found.id in left_out([found], [excluding(waiting.id)])  # left out once, it stays so
    assert waiting.id not in left_out([waiting], [excluding(found.id)])  # and what ran out later was not spoken of


def excluding(finding: str) -> Exclusion:
    return Exclusion(id=finding, dispute_id="d", finding=finding, reason="-")


def test_the_periods_of_one_complaint_that_ran_out_are_one_finding_that_names_each() -> None:
    clocks = ladder_of(
        Territory.CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 3, 1))], date(2025, 6, 1)
    ).clocks
    given = replace(situation(), clocks=clocks, today=date(2025, 6, 1))
    [found] = [each for each in findings(given) if each.rule.id == "D"]
    said = found.says(Language.ZH_HANS)
    assert "同一件投诉有3个期限" in said
    assert all(day in said for day in ("2025年3月17日", "2025年3月31日", "2025年4月30日"))
    assert found.says(Language.EN).count("counted from 1 March 2025") == 3
    assert found.days == ("2025-03-17", "2025-03-31", "2025-04-30")
    parts = [excluding(f"D:{day}:e-cn-institution") for day in found.days]
    assert found.id in left_out([found], parts)
    assert found.id not in left_out([found], parts[:2])
    assert found.id not in left_out([found], [excluding(each.finding.replace("e-cn", "e-tw")) for each in parts])


def test_each_of_two_late_complaints_is_a_finding_and_a_late_answer_is_told_beside_what_is_missing() -> None:
    filed = [complaint("cn-institution", date(2025, 3, 1)), complaint("cn-pboc", date(2025, 3, 1))]
    clocks = ladder_of(Territory.CN, DisputeType.OTHER, filed, TODAY).clocks
    assert len([each for each in findings(replace(situation(), clocks=clocks)) if each.rule.id == "D"]) == 2
    late = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 4, 10))
    answered = ladder_of(Territory.CN, DisputeType.OTHER, [late], TODAY).clocks
    [found] = [each for each in findings(replace(situation(), clocks=answered)) if each.rule.id == "D"]
    assert "有2个期限" in found.says(Language.ZH_HANS)
    assert found.says(Language.ZH_HANS).count("2025年4月10日才完成") == 2


def _unanswered() -> Ladder:
    return ladder_of(Territory.CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)


def test_what_was_passed_on_too_late_is_late_by_that_day_and_not_by_the_answers() -> None:
    filed = complaint("cn-pboc", date(2025, 4, 1), transferred_on=date(2025, 4, 30), replied_on=date(2025, 5, 20))
    [decide] = [
        each
        for each in ladder_of(Territory.CN, DisputeType.TOPUP_FAILED, [filed], TODAY).clocks
        if each.deadline.clock.id == "decide"
    ]
    assert decide.met_on == date(2025, 4, 30)
    assert decide.days_late == (date(2025, 4, 30) - decide.deadline.day).days > 0


def test_a_late_institution_is_a_finding_that_names_the_clocks_source() -> None:
    late = ladder_of(Territory.CN, DisputeType.OTHER, [complaint("cn-institution", date(2025, 4, 1))], TODAY)
    given = replace(situation(), clocks=late.clocks)
    found = [each for each in findings(given) if each.rule.id == "D"]
    assert found[0].event_ids == ("e-cn-institution",)
    assert [each.id for each in found[0].sources()] == ["cbirc-2020-3"]
    assert "15" not in found[0].says(Language.ZH_HANS) or found[0].found.facts["count"] == "15"


def test_a_late_answer_to_a_complaint_that_stands_on_no_timeline_names_no_event() -> None:
    filed = replace(complaint("cn-institution", date(2025, 4, 1)), event_id="")
    given = replace(situation(), clocks=ladder_of(Territory.CN, DisputeType.OTHER, [filed], TODAY).clocks)
    late = [each for each in findings(given) if each.rule.id == "D"]
    assert [each.event_ids for each in late] == [()] * len(late)
    assert late[0].id.endswith(f":{filed.id}")


def test_ones_own_lapsed_period_is_no_finding_against_the_other_side() -> None:
    filed = complaint("cn-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    given = replace(situation(), clocks=ladder_of(Territory.CN, DisputeType.OTHER, [filed], TODAY).clocks)
    assert [each for each in findings(given) if each.rule.id == "D"] == []


def lapsed(*filed: Complaint, territory: Territory = Territory.CN) -> list[tuple[str, str]]:
    found = ladder_of(territory, DisputeType.OTHER, filed, TODAY)
    return [(each.body.id, each.deadline.clock.id) for each in found.lapsed]


ANSWERED = complaint("cn-institution", date(2025, 3, 1), replied_on=date(2025, 3, 10))


def test_a_time_for_review_that_nobody_used_has_lapsed_and_the_steps_above_are_still_possible() -> None:
    found = ladder_of(Territory.CN, DisputeType.OTHER, [ANSWERED], TODAY)
    [running] = found.lapsed
    assert (running.deadline.clock.id, running.deadline.day) == ("review", date(2025, 4, 9))
    assert [each.body.id for each in found.possible][0] == "cn-nfra"
    assert found.next_step is found.possible[0]


@pytest.mark.parametrize(
    "filed",
    [
        [replace(ANSWERED, replied_on=date(2025, 5, 20))],
        [replace(ANSWERED, outcome=ComplaintOutcome.UPHELD)],
        [replace(ANSWERED, outcome=ComplaintOutcome.WITHDRAWN)],
        [replace(ANSWERED, replied_on=None)],
        [ANSWERED, complaint("cn-nfra", date(2025, 3, 20))],
        [ANSWERED, replace(complaint("cn-institution", date(2025, 3, 20)), id="c-again")],
        [ANSWERED, replace(complaint("cn-nfra", date(2025, 3, 20)), filed_on=None, outcome=ComplaintOutcome.REFUSED)],
    ],
    ids=["it runs", "upheld", "withdrawn", "no answer", "taken higher", "asked again", "taken higher, no day"],
)
def test_a_time_for_review_has_not_lapsed_silently(filed: list[Complaint]) -> None:
    assert lapsed(*filed) == []


def test_a_filing_before_the_answer_and_a_mere_note_are_nobodys_use_of_the_time() -> None:
    earlier = complaint("cn-nfra", date(2025, 3, 5))
    note = replace(complaint("cn-nfra", date(2025, 3, 20)), filed_on=None)
    assert lapsed(ANSWERED, earlier) == lapsed(ANSWERED, note) == [("cn-institution", "review")]


def test_the_time_to_go_to_an_ombudsman_begins_with_the_institutions_answer_or_its_silence() -> None:
    def applies(*filed: Complaint, body: str = "tw-foi") -> list[tuple[date, bool]]:
        territory = Territory.TW if body == "tw-foi" else Territory.GB
        clocks = ladder_of(territory, DisputeType.OTHER, filed, TODAY).clocks
        return [(each.deadline.day, each.stopped) for each in clocks if each.deadline.clock.id == "apply"]

    answered = complaint("tw-institution", date(2025, 4, 1), replied_on=date(2025, 4, 10))
    assert applies(answered) == [(date(2025, 6, 9), False)]
    assert applies(replace(answered, replied_on=None)) == [(date(2025, 6, 30), False)]  # 30 days, then 60
    assert applies(replace(answered, replied_on=None, filed_on=date(2025, 5, 20))) == []
    assert applies(answered, complaint("tw-foi", date(2025, 5, 1))) == [(date(2025, 6, 9), True)]
    british = complaint("uk-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    assert applies(british, body="uk-fos") == [(date(2025, 7, 10), False)]
    assert applies(replace(british, replied_on=None), body="uk-fos") == []


def test_an_ombudsman_whose_time_has_lapsed_is_no_next_step() -> None:
    late = complaint("tw-institution", date(2025, 1, 2), replied_on=date(2025, 1, 10))
    found = ladder_of(Territory.TW, DisputeType.OTHER, [late], TODAY)
    assert [(each.body.id, each.deadline.day) for each in found.lapsed] == [("tw-foi", date(2025, 3, 11))]
    assert (found.next_step, found.possible, found.is_waiting) == (None, (), False)


def test_a_complaint_to_a_body_of_elsewhere_has_its_place_and_clocks() -> None:
    found = ladder_of(Territory.CN, DisputeType.OTHER, [complaint("us-cfpb", date(2025, 5, 28))], TODAY)
    assert [each.deadline.clock.id for each in found.clocks] == ["answer", "final"]


# -- agents and promises -----------------------------------------------------------------------------------------------


def test_an_agent_is_known_by_the_id_and_a_card_joins_several() -> None:
    one = call("2025-03-01T10:00:00")._replace(agent_id="80231", agent_name="小王")
    other = call("2025-03-02T10:00:00")._replace(agent_id="80231", agent_name="王明")
    third = call("2025-03-03T10:00:00")._replace(agent_id="90001", agent_name="小王")
    assert [len(each.contacts) for each in agents([one, other, third])] == [2, 1]
    card = AgentCard(id="a", dispute_id="d", agent_ids=("80231", "90001"))
    [joined] = agents([one, other, third], [card])
    assert joined.agent_ids == ("80231", "90001")
    assert joined.names == ("小王", "王明")
    assert [(each.agent_ids, each.names) for each in mix_ups([one, other, third])] == [
        (("80231",), ("小王", "王明")),
        (("80231", "90001"), ("小王",)),
    ]


def test_a_promise_is_open_overdue_or_what_a_person_says() -> None:
    promised = message("2025-05-20T10:00:00")._replace(promise="退款", promise_due=date(2025, 5, 31))
    later = message("2025-05-21T10:00:00")._replace(promise="回电", promise_due=date(2025, 6, 1))
    found = promises([promised, later], [], TODAY)
    assert [each.overdue for each in found] == [True, False]
    kept = PromiseRecord(id="p", dispute_id="d", event_id=promised.event_id, state=PromiseState.KEPT)
    [first, _] = promises([promised, later], [kept], TODAY)
    assert (first.state, first.overdue) == (PromiseState.KEPT, False)


BLOCKED = Dispute(
    id="d",
    title="t",
    type=DisputeType.WITHDRAWAL_BLOCKED,
    institution="海豚錢包",
    aliases=("海豚支付科技有限公司",),
    zone_name="Asia/Taipei",
    created_at=datetime(2025, 1, 1, tzinfo=UTC),
)


def test_money_that_came_in_time_is_offered_once_as_what_kept_a_promise() -> None:
    promised = message("2025-05-20T10:00:00")._replace(
        party="海豚錢包", promise="退還2000元", promise_due=date(2025, 5, 27)
    )
    came, again = (payment("2025-05-26", "2000", Direction.IN)._replace(party="海豚支付科技有限公司") for _ in range(2))
    found = work_out(BLOCKED, [promised, came, again], Stated(), TODAY, twins=frozenset({again.event_id}))
    assert [each.money for each in found.promises] == [(came.event_id,)]
    assert all(each.rule.id != "P1" for each in found.findings)


@pytest.mark.parametrize(
    ("amount", "currency", "territory"),
    [(None, "CNY", "TW"), (12800, "CNY", "CN"), (12800, "TWD", "TW"), (100, "USD", "TW"), (1, "HKD", "HK")],
)
def test_whose_currency_is_in_dispute_has_its_law_and_calendar(
    amount: int | None, currency: str, territory: str
) -> None:
    given = replace(BLOCKED, amount=None if amount is None else Decimal(amount), currency=currency)
    assert work_out(given, [], Stated(), TODAY).territory is Territory(territory)


def test_only_what_a_person_marked_so_counts_as_not_kept() -> None:
    promised = [
        message(f"2025-03-0{day}T09:00:00")._replace(promise=f"核实{day}", promise_due=date(2025, 3, day + 1))
        for day in range(1, 4)
    ]
    promised.append(message("2025-05-30T09:00:00")._replace(promise="退款", promise_due=date(2025, 6, 2)))
    of_first = PromiseRecord(id="p", dispute_id="d", event_id=promised[0].event_id, state=PromiseState.BROKEN)
    found = work_out(DISPUTE, promised, Stated(promises=(of_first,)), TODAY).metrics
    assert (found.promises_kept, found.promises_broken, found.promises_past, found.promises_open) == (0, 1, 2, 1)


# -- checklists --------------------------------------------------------------------------------------------------------


def test_every_kind_of_dispute_has_first_steps_and_something_decisive() -> None:
    assert set(checklists()) == set(DisputeType)
    for each in checklists().values():
        assert each.first
        assert any(entry.decisive for entry in each.entries)
        assert len({entry.id for entry in each.entries}) == len(each.entries)
        for language in Language:
            assert all(words[language] for words in each.first)
            assert all(entry.title[language] and entry.how[language] for entry in each.entries)


def test_an_entry_is_there_while_its_event_is() -> None:
    failed = payment("2025-03-01", "100", Direction.IN, Outcome.FAILED)
    found = completeness(DisputeType.WITHDRAWAL_BLOCKED, [failed])
    assert {each.entry.id for each in found.standings if each.is_there} == {"error_text", "attempts"}
    assert completeness(DisputeType.WITHDRAWAL_BLOCKED, []).per_cent == 0
    assert found.missing[0].entry.decisive


def test_a_person_can_say_that_something_is_there_or_not_needed() -> None:
    marks = [
        ChecklistMark(id=entry.id, dispute_id="d", entry=entry.id, state=ChecklistState.THERE)
        for entry in checklists()[DisputeType.ACCOUNT_STOLEN].entries[1:]
    ]
    not_needed = ChecklistMark(id="x", dispute_id="d", entry="freeze", state=ChecklistState.NOT_NEEDED)
    assert completeness(DisputeType.ACCOUNT_STOLEN, [], marks=[*marks, not_needed]).per_cent == 100


def test_a_message_counts_as_after_the_request_only_when_it_came_later() -> None:
    request = message("2025-03-01T10:00:00", Direction.OUT)._replace(kind=EventKind.COMPLAINT)
    before, after = message("2025-02-01T10:00:00"), message("2025-04-01T10:00:00")
    found = completeness(DisputeType.MISDIRECTED_SMS, [before, request, after])
    [standing] = [each for each in found.standings if each.entry.id == "after_request"]
    assert standing.event_ids == (request.event_id, after.event_id)  # "after the request" rests on both


def test_a_demand_counts_as_after_the_refund_only_when_the_institution_wrote_it_later() -> None:
    paid, refund = (
        payment("2025-03-01", "99", Direction.OUT),
        payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED),
    )
    early, late = message("2025-03-05T09:00:00"), message("2025-03-09T09:00:00", text="您的分期已逾期")
    advert = message("2025-03-10T09:00:00", number="10086")

    def shown(*happenings: Happening) -> tuple[str, ...]:
        found = completeness(
            DisputeType.REFUND_REFUSED,
            happenings,
            whose=lambda each: Whose.THEIRS if each.other == "95500" else Whose.OTHERS,
        )
        return next(each.event_ids for each in found.standings if each.entry.id == "demand_after")

    assert shown(paid, early, refund, late, advert) == (refund.event_id, late.event_id)
    assert shown(paid, early, refund, advert) == ()


def test_another_record_of_the_same_money_decides_whose_it_is() -> None:
    theirs = frozenset({"bank-mother", "bank-loan", "alone", "bank-unnamed"})
    partner = {"bank-mother": "mother", "bank-loan": "loan", "bank-unnamed": "unnamed"}
    twins = frozenset(partner)
    found = with_partners(theirs | {"loan"}, partner, frozenset({"mother", "loan"}), twins)
    assert found == theirs - {"bank-mother"} | {"loan"}


def test_a_bank_that_names_only_the_wallet_takes_nothing_from_what_the_wallet_says() -> None:
    partner = {"wallet": "bank", "bank": "wallet"}
    found = with_partners(frozenset({"wallet"}), partner, frozenset({"wallet", "bank"}), frozenset({"bank"}))
    assert found == {"wallet"}


def test_only_the_institutions_money_shows_that_a_loan_arrived() -> None:
    salary = payment("2025-03-05", "8000", Direction.IN)._replace(party="某单位")
    unnamed = payment("2025-03-06", "35.90", Direction.IN)
    loan = payment("2025-03-07", "9500", Direction.IN)._replace(party="速融宝科技有限公司")
    stated = payment("2025-03-08", "500", Direction.IN)
    of_loan = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    terms = LoanTerms(id="l", dispute_id="d", paid_out=(stated.event_id,))
    for happenings, shown in (((salary, unnamed), ()), ((salary, unnamed, loan, stated), (loan, stated))):
        found = work_out(of_loan, happenings, Stated(loan=terms), TODAY)
        [arrival] = [each for each in found.completeness.standings if each.entry.id == "disbursement"]
        assert arrival.event_ids == tuple(each.event_id for each in shown)


# -- money -------------------------------------------------------------------------------------------------------------


def test_only_money_that_moved_counts_and_a_pair_counts_once() -> None:
    wallet = payment("2025-03-01", "100", Direction.OUT)
    bank = payment("2025-03-01", "100", Direction.OUT)
    failed = payment("2025-03-02", "50", Direction.OUT, Outcome.FAILED)
    back = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    found = money_ledger([wallet, bank, failed, back], TODAY, twins=frozenset({bank.event_id}))
    assert found.paid == {"CNY": Decimal(100)}
    assert found.refunded == {"CNY": Decimal(30)}
    assert [row.counts for row in found.rows] == [True, False, False, False]


def test_a_refund_that_two_records_show_counts_once_and_no_repayment_is_received() -> None:
    back = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    twin = payment("2025-03-05", "30", Direction.IN, Outcome.REFUNDED)
    repaid = instalment("2025-03-06", "500", Outcome.PAID)._replace(direction=Direction.IN)
    found = money_ledger([back, twin, repaid], TODAY, twins=frozenset({twin.event_id}))
    assert (found.refunded, found.received, found.paid) == ({"CNY": Decimal(30)}, {}, {"CNY": Decimal(500)})


def test_a_refund_is_in_the_sum_of_refunds_and_the_picture_shows_that_it_came_back() -> None:
    bought, back = (
        payment("2025-03-01", "99", Direction.OUT),
        payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED),
    )
    twin = payment("2025-03-08", "99", Direction.IN, Outcome.REFUNDED)
    found = money_ledger([bought, back, twin], TODAY, twins=frozenset({twin.event_id}))
    assert [row.counting for row in found.rows] == [Counting.COUNTS, Counting.REFUND, Counting.NOT_MOVED]
    drawn = money_over_time([bought, back, twin], frozenset({twin.event_id}))
    assert drawn is not None
    assert (drawn.points[-1].received, drawn.points[-1].paid) == (Decimal(99), Decimal(99))


def test_the_heat_map_of_a_record_with_a_wrong_year_stays_small() -> None:
    heat = heat_map([call("0002-03-01T09:00:00"), call("9998-03-01T23:00:00"), call("9998-03-01T23:30:00")])
    assert heat is not None
    assert (len(heat.hours_of), heat.count, heat.busiest) == (2, 3, (date(9998, 3, 1), 2))
    rows = heat.rows(56)
    assert len(rows) <= 56
    assert sum(sum(hours) for _, hours in rows) == 3
    assert rows[-1][1][23] == 2


def test_an_instalment_is_overdue_when_its_day_is_over_and_nobody_says_it_was_paid() -> None:
    past, future = instalment("2025-05-10", "500", Outcome.DUE), instalment("2025-06-10", "500", Outcome.DUE)
    paid = instalment("2025-04-10", "500", Outcome.PAID)
    assert money_ledger([past, future, paid], TODAY).overdue == (past,)


def test_an_instalment_that_was_paid_about_its_day_is_not_overdue() -> None:
    due = instalment("2025-05-10", "1083.50", Outcome.DUE)
    for day, amount in (("2025-05-10", "1083.50"), ("2025-05-12", "1083.50"), ("2025-05-06", "1083.00")):
        assert money_ledger([due, payment(day, amount, Direction.OUT)], TODAY).overdue == (), day


def test_what_does_not_pay_an_instalment_leaves_it_overdue() -> None:
    due = instalment("2025-05-10", "1083.50", Outcome.DUE)
    twice = [due, instalment("2025-05-11", "1083.50", Outcome.DUE)]
    near = payment("2025-05-10", "1083.50", Direction.OUT)
    for other in (
        payment("2025-05-10", "1083.50", Direction.IN),
        payment("2025-05-10", "1083.50", Direction.OUT, Outcome.FAILED),
        payment("2025-05-10", "1000", Direction.OUT),
        payment("2025-05-16", "1083.50", Direction.OUT),
        near._replace(currency="HKD"),
    ):
        assert money_ledger([due, other], TODAY).overdue == (due,)
    assert money_ledger([due, near], TODAY, twins=frozenset({near.event_id})).overdue == (due,)
    assert money_ledger([due, near], TODAY, is_theirs=lambda each: each is not near).overdue == (due,)
    assert len(money_ledger([*twice, near], TODAY).overdue) == 1


@pytest.mark.parametrize(
    ("party", "counts"),
    [
        ("速融宝", True),
        ("速融宝科技有限公司", True),
        ("速融宝（中国）网络技术有限公司", True),
        ("速融宝法律咨询有限公司", False),
        ("速融宝还款互助群", False),
        ("某某公司", False),
        ("妈妈", False),
        ("", False),
    ],
)
def test_sums_are_of_money_with_the_institution_or_its_company(party: str, counts: bool) -> None:
    wages = payment("2025-03-01", "8000", Direction.IN)._replace(party=party)
    found = work_out(DISPUTE, [wages], Stated(), TODAY).money
    assert (found.received, found.others) == (({"CNY": Decimal(8000)}, 0) if counts else ({}, 1))
    terms = LoanTerms(id="l", dispute_id="d", paid_out=(wages.event_id,))
    assert work_out(DISPUTE, [wages], Stated(loan=terms), TODAY).money.received == {"CNY": Decimal(8000)}


def test_the_loans_cost_rests_on_what_was_paid_out_and_what_is_paid_back() -> None:
    out = payment("2025-01-10", "9500", Direction.IN)
    back = [instalment(f"2025-{month:02}-10", "945.596", Outcome.PAID) for month in range(2, 13)]
    back.append(instalment("2026-01-10", "945.596", Outcome.DUE))
    terms = Loan(paid_out=(out.event_id,), payments=tuple(each.event_id for each in back))
    found = money_ledger([out, *back], TODAY, terms)
    assert found.paid_out == Decimal(9500)
    assert found.cost is not None
    assert str(found.cost.nominal) == "34.14"


# -- channels ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("host", "doubt"),
    [
        ("alipay.com", None),
        ("render.alipay.com", None),
        ("a1ipay.com", Doubt.LOOKS_LIKE),
        ("aIipay.com", Doubt.LOOKS_LIKE),
        ("alipaay.com", Doubt.LOOKS_LIKE),
        ("alipya.com", Doubt.LOOKS_LIKE),
        ("alipay.cn", Doubt.LOOKS_LIKE),
        ("аlipay.com", Doubt.LOOKS_LIKE),
        ("alipay-service.com", Doubt.EXTRA_WORDS),
        ("alipay.com.verify.top", Doubt.EXTRA_WORDS),
        ("example.org", None),
    ],
)
def test_a_domain_that_looks_like_the_registered_one_is_doubted(host: str, doubt: Doubt | None) -> None:
    found = [each for each, _ in domain_doubts(host_of(host), ["alipay.com"])]
    assert (doubt in found) if doubt else found == []


def test_letters_of_two_alphabets_in_one_name_are_told_of_even_in_punycode() -> None:
    punycode = "аlipay".encode("idna").decode() + ".com"
    assert punycode.startswith("xn--")
    assert Doubt.MIXED_SCRIPTS in [each for each, _ in domain_doubts(host_of(f"https://{punycode}/x"), ["alipay.com"])]


def test_a_number_that_only_a_message_knows_is_doubted_until_somebody_verified_it() -> None:
    hotline = Channel(id="c", dispute_id="d", kind=ChannelKind.HOTLINE, value="4001234567", known_from=KnownFrom.SMS)
    assert [each.doubt for each in doubts(None, [hotline])] == [Doubt.ONLY_FROM_THEM]
    verified = replace(hotline, verified_by="合同第3页", verified_on=TODAY)
    assert doubts(None, [verified]) == ()


def test_an_app_of_another_publisher_is_told_of() -> None:
    other = Institution(id="i", dispute_id="d", publisher="示例消费金融有限公司", shown_publisher="示例科技有限公司")
    assert [each.doubt for each in doubts(other, [])] == [Doubt.PUBLISHER_DIFFERS]
    assert doubts(replace(other, shown_publisher="示例 消费金融有限公司"), []) == ()


@pytest.mark.parametrize(
    "value", ["", "http://[", "@", "https://", "a" * 5000, "\ud800.com", "xn--.com", "..", "xn--\u00e9"]
)
def test_no_address_breaks_the_check(value: str) -> None:
    domain_doubts(host_of(value), ["alipay.com", value])


def test_the_numbers_at_hand_are_the_disputes_and_never_those_of_private_purchases() -> None:
    def of(each: Happening, reference: str, party: str = "") -> Happening:
        return each._replace(reference=reference, party=party, origin=Origin.EXPORT)

    ticket = of(message("2025-03-02T10:00:00"), "SY20261102007")
    shop = of(payment("2025-03-03T10:00:00", "35.90", Direction.OUT), "2026112522000001", "某商城")
    instalment = of(payment("2025-03-04T10:00:00", "1083.50", Direction.OUT), "2026112522000003", "速融宝")
    stated = Stated(
        institution=Institution(id="i", dispute_id="d", numbers=("95500",)),
        complaints=[complaint("cn-nfra", date(2025, 3, 5), reference="NF-1")],
        references=[Accepted("SYHT2026101200931"), Accepted("2026112522000001", shop.event_id)],
    )
    mail = of(message("2025-03-05T10:00:00"), "20250305100000.8812@surongbao.example")
    found = work_out(DISPUTE, [ticket, shop, instalment, mail], stated, TODAY).references
    assert [(each.kind.value, each.value) for each in found] == [
        ("case", "SYHT2026101200931"),
        ("complaint", "NF-1"),
        ("case", "SY20261102007"),
        ("payment", "2026112522000003"),
    ]


def test_a_threat_of_a_fake_or_of_somebody_elses_number_is_none_of_the_other_side() -> None:
    texts = (
        "【速融宝】将通知你的单位",
        "【速融宝】请点 https://sur0ngbao.example 否则冻结账户",
        "【速融宝】冻结你的账户",
    )
    said = [message("2025-03-01T10:00", text=text, number=f"1069{at}") for at, text in enumerate(texts)]
    stated = Stated(
        institution=Institution(id="i", dispute_id="d", domains=("surongbao.example",)),
        not_theirs=["10692"],
        threats=frozenset(each.event_id for each in said),
    )
    found = work_out(DISPUTE, said, stated, TODAY)
    assert found.stated.threats == {said[0].event_id}


def test_less_than_was_promised_is_told_beside_the_promise_and_keeps_nothing() -> None:
    promised = message("2025-05-20T10:00")._replace(
        party="海豚錢包", promise="退還手續費1,500元", promise_due=date(2025, 5, 27)
    )
    came = payment("2025-05-23", "500", Direction.IN)._replace(party="海豚支付科技有限公司")
    found = work_out(BLOCKED, [promised, came], Stated(), TODAY)
    assert [(each.money, each.part) for each in found.promises] == [((), (came.event_id,))]
    assert [each.rule.id for each in found.findings if each.rule.id == "P1"] == ["P1"]


def test_a_number_has_the_first_day_of_which_something_bears_it() -> None:
    mail = message("2025-03-02T11:20:00", number="95500")
    sms = message("2025-03-03T10:15:00", number="95500")
    accepted = [Accepted("LF-08", sms.event_id), Accepted("LF-08", mail.event_id)]
    stated = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)), references=accepted)
    [found] = work_out(DISPUTE, [mail, sms], stated, TODAY).references
    assert (found.value, found.day) == ("LF-08", date(2025, 3, 2))


def test_a_call_that_somebody_else_answered_is_no_reply_of_the_institution() -> None:
    mother = call("2025-03-01T09:00:00", Direction.OUT, 300, number="13800138000")
    asked = message("2025-03-02T09:00:00", Direction.OUT, number="95500")
    answered = call("2025-03-02T12:00:00", number="95500")
    of_all = [mother, asked, answered]
    numbers = Institution(id="i", dispute_id="d", numbers=("95500",))
    told = work_out(DISPUTE, of_all, Stated(institution=numbers), TODAY)
    assert told.metrics.first_reply == timedelta(hours=3)
    assert work_out(DISPUTE, of_all, Stated(), TODAY).metrics.first_reply is None


def test_what_the_institution_writes_after_the_first_question_is_its_first_reply_and_a_code_is_none() -> None:
    of_all = [
        message("2025-03-01T09:00:00", text="您的账单已出"),
        message("2025-03-02T09:00:00", Direction.OUT),
        message("2025-03-02T09:01:00", text="验证码 482913"),
        call("2025-03-02T09:30:00", Direction.MISSED, None),
        call("2025-03-02T09:40:00", Direction.OUT, 0),
        message("2025-03-02T10:00:00", text="已为您登记"),
    ]
    numbers = Institution(id="i", dispute_id="d", numbers=("95500",))
    assert work_out(DISPUTE, of_all, Stated(institution=numbers), TODAY).metrics.first_reply == timedelta(hours=1)
