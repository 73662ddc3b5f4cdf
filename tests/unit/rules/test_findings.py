"""Rules on timelines made for them: what must be found, and the near misses that must not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.day_words import day_words
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.domain.times import Precision
from evidence_app.phrases import Language
from evidence_app.rules.correspondents import Correspondent, unplaced
from evidence_app.rules.documents import Break, Documents
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.loan_rows import Loan
from evidence_app.rules.parties import known_as
from evidence_app.rules.situation import Situation
from evidence_app.rules.territories import Territory, territories
from tests.unit.rules.situations import CN, call, days, instalment, message, payment, situation

COLLECTOR = frozenset({"debt_collector"})


def found(given: Situation, rule: str) -> list[RuleFinding]:
    return [each for each in findings(given) if each.rule.id == rule]


def counts(given: Situation, rule: str) -> list[int]:
    return [len(each.event_ids) for each in found(given, rule)]


@pytest.mark.parametrize(
    ("at", "flagged"),
    [
        ("2025-03-01T22:00:00", True),
        ("2025-03-01T23:59:59", True),
        ("2025-03-02T00:00:00", True),
        ("2025-03-02T07:59:59", True),
        ("2025-03-02T08:00:00", False),
        ("2025-03-01T21:59:59", False),
        ("2025-03-01", False),  # a day without a time of day says nothing of the night
    ],
)
def test_contact_at_night_is_found_from_ten_to_eight(at: str, flagged: bool) -> None:
    assert bool(found(situation(call(at)), "C1")) is flagged


def test_a_count_of_contacts_says_from_when_to_when_they_were() -> None:
    night, later = call("2025-03-01T23:00:00"), call("2025-03-04T23:00:00")
    once, twice = (found(situation(*calls), "C1")[0] for calls in ((night,), (night, later)))
    assert once.says(Language.ZH_HANS).startswith("2025年3月1日有1次")
    assert twice.says(Language.ZH_HANT).startswith("2025年3月1日至2025年3月4日有2次")
    assert "22:00 and 08:00, from 1 March 2025 to 4 March 2025: 2." in twice.says(Language.EN)
    threat = message("2025-03-02", text="后果自负")
    said = replace(situation(threat._replace(at=None)), tags={threat.event_id: frozenset({"threat"})})
    assert [each.says(Language.ZH_HANS)[:5] for each in found(said, "C6")] == ["有1处言语"]  # of no day


def test_a_missed_call_at_night_is_a_contact_and_ones_own_call_is_none() -> None:
    assert counts(situation(call("2025-03-01T23:00:00", Direction.MISSED, None)), "C1") == [1]
    assert counts(situation(call("2025-03-01T23:00:00", Direction.OUT)), "C1") == []


def test_an_answer_to_ones_own_message_is_no_contact_that_the_other_side_began() -> None:
    asked = message("2025-03-01T20:00:00", Direction.OUT)
    answer = message("2025-03-01T22:30:00")
    assert counts(situation(asked, answer), "C1") == []
    assert counts(situation(answer), "C1") == [1]
    assert counts(situation(message("2025-03-01T22:30:00", text="您的验证码是 1234")), "C1") == []
    assert counts(situation(message("2025-03-01T22:30:00", text="Your Verification Code is 1234")), "C1") == []


def test_messages_of_other_numbers_are_left_out_once_somebody_said_which_are_the_other_sides() -> None:
    given = situation(call("2025-03-01T23:00:00"), call("2025-03-01T23:10:00", number="13800138000"))
    assert counts(replace(given, numbers=frozenset({known_as("95500", "CN")})), "C1") == [1]


MOTHER, THEIRS, NOBODY_SAID = "13800138000", "95500", frozenset[str]()


@pytest.mark.parametrize("territory", list(territories().values()))
def test_while_nobody_said_which_numbers_are_the_other_sides_nobody_is_taken_for_it(territory: Territory) -> None:
    hours = [*days("2025-03-01", 9, "23:00:00"), *days("2025-03-01", 9, "12:00:00")] * 5
    calls = [call(at, number=MOTHER) for at in hours]
    texts = [message("2025-03-02T23:30:00", number=THEIRS, text="您的借款已逾期")] * 60
    plan = [instalment("2025-02-01", "100.00", Outcome.PAID)]
    for kind in DisputeType:
        given = situation(*calls, *texts, *plan, kind=kind, territory=territory)
        unsaid = replace(given, numbers=NOBODY_SAID, names=frozenset({"速融宝"}), circumstances=COLLECTOR)
        assert [each.rule.id for each in findings(unsaid)] == []


@pytest.mark.parametrize("shown", ["速融宝", "速融宝官方客服", "速融宝 客服 工号8023", "速融寶"])
def test_who_is_called_like_the_institution_is_the_other_side_without_a_number(shown: str) -> None:
    given = situation(call("2025-03-01T23:00:00", number="")._replace(party=shown))
    assert counts(replace(given, numbers=NOBODY_SAID, names=frozenset({"速融宝"})), "C1") == [1]


@pytest.mark.parametrize("shown", ["妈妈", "速融", "速融宝维权群", "我的速融宝", "", "招商银行客服", MOTHER])
def test_who_is_only_nearly_called_like_it_is_not(shown: str) -> None:
    given = situation(call("2025-03-01T23:00:00", number="")._replace(party=shown))
    for numbers in (NOBODY_SAID, frozenset({known_as(THEIRS, "CN")})):
        assert counts(replace(given, numbers=numbers, names=frozenset({"速融宝"})), "C1") == []


def test_who_counts_for_nobody_is_listed_the_most_frequent_first_until_somebody_says_who_is_theirs() -> None:
    given = situation(
        message("2025-03-01T10:00:00", number=THEIRS),
        call("2025-03-01T11:00:00", number="+86 138 0013 8000")._replace(party="林姐"),
        call("2025-03-02T11:00:00", number="13800138000"),
        call("2025-03-02T12:00:00", number="13800138001")._replace(
            party="妈妈"
        ),  # her name says that she is not theirs
    )
    unsaid = replace(given, numbers=NOBODY_SAID)
    other, theirs = Correspondent("+86 138 0013 8000", "林姐", 2), Correspondent(THEIRS, "", 1, "请尽快处理")
    assert unplaced(unsaid) == (other, theirs)
    assert unplaced(given) == ()


def test_a_sample_of_what_they_wrote_tells_who_they_may_be_and_only_the_institutions_name_proposes_them() -> None:
    given = situation(
        message("2025-03-01T10:00:00", text="【速融宝】请还款", number="1069887700022"),
        message("2025-03-01T11:00:00", text="退订回T【速融宝】", number="1069887700022"),
        message("2025-03-01T12:00:00", text="【顺丰速运】已签收", number="10690555"),
        message("2025-03-01T13:00:00", text="【速融宝】请还款", number="10690777"),
        message("2025-03-01T14:00:00", text="【某银行】验证码", number="10690777"),
        message("2025-03-01T15:00:00", text="周末 回家\n吃饭吗" + "好" * 30, number=MOTHER),
    )
    found = {each.shown: each for each in unplaced(replace(given, numbers=NOBODY_SAID, names=frozenset({"速融宝"})))}
    assert {shown: each.sample for shown, each in found.items()} == {
        "1069887700022": "【速融宝】",
        "10690555": "【顺丰速运】",
        "10690777": "【速融宝】【某银行】",
        MOTHER: "周末 回家 吃饭吗" + "好" * 15 + "…",
    }
    assert [each.shown for each in found.values() if each.signs_as_theirs] == ["1069887700022"]


@pytest.mark.parametrize("written", ["+86 138 0013 8000", "0086-13800138000", "138-0013-8000"])
def test_a_number_written_otherwise_is_the_same_number(written: str) -> None:
    given = situation(call("2025-03-01T23:10:00", number="13800138000"), call("2025-03-01T23:20:00", number="95500"))
    assert counts(replace(given, numbers=frozenset({known_as(written, "CN")})), "C1") == [1]


def test_the_fourth_answered_call_of_a_day_is_found_and_the_third_is_not() -> None:
    calls = [call(f"2025-03-01T{hour:02}:00:00") for hour in (9, 10, 11, 12)]
    assert counts(situation(*calls), "C2") == [4]
    assert counts(situation(*calls[:3]), "C2") == []
    rung_out = [call(f"2025-03-01T{hour:02}:00:00", Direction.IN, None) for hour in (13, 14)]
    assert counts(situation(*calls[:3], *rung_out), "C2") == []  # of unknown length: nobody knows that they talked
    next_day = call("2025-03-02T09:00:00")
    assert counts(situation(*calls[:3], next_day), "C2") == []


def test_the_seventh_unanswered_attempt_of_a_day_is_found() -> None:
    missed = [call(f"2026-03-01T{hour:02}:00:00", Direction.MISSED, None) for hour in range(9, 16)]
    assert counts(situation(*missed), "C3") == [7]
    assert counts(situation(*missed[:6]), "C3") == []
    assert counts(situation(*missed[:6], call("2026-03-01T20:00:00")), "C3") == []  # answered


def test_only_what_a_person_marked_is_a_threat() -> None:
    said = message("2026-03-01T10:00:00", text="不还就上门")
    given = situation(said)
    assert found(given, "C6") == []
    assert counts(replace(given, tags={said.event_id: frozenset({"threat"})}), "C6") == [1]


def test_nothing_departs_from_a_guideline_that_came_into_force_later() -> None:
    missed = [call(f"2026-01-29T{hour:02}:00:00", Direction.MISSED, None) for hour in range(9, 19)]
    assert found(situation(*missed), "C3") == []  # in force since 2026-01-30


def test_a_threat_from_before_the_guideline_is_told_as_a_fact_that_cites_nothing() -> None:
    old, new = message("2026-01-29T10:00:00", text="不还就上门"), message("2026-01-30T10:00:00", text="不还就上门")
    marked = {each.event_id: frozenset({"threat"}) for each in (old, new)}
    now, before = found(replace(situation(old, new), tags=marked), "C6")
    assert (now.event_ids, [each.id for each in now.sources()]) == ((new.event_id,), ["cba-2026"])
    assert (before.event_ids, before.sources()) == ((old.event_id,), ())
    assert "不一致" not in before.says(Language.ZH_HANS)
    assert now.id != before.id


def test_a_standard_that_came_into_force_later_is_not_cited_beside_an_earlier_one() -> None:
    [early] = found(situation(call("2025-03-01T23:00:00")), "C1")
    [late] = found(situation(call("2026-03-01T23:00:00")), "C1")
    assert [each.id for each in early.sources()] == ["gbt-45251"]
    assert [each.id for each in late.sources()] == ["gbt-45251", "cba-2026"]


def test_one_message_is_not_counted_and_one_day_is_said_once() -> None:
    one, other = message("2025-03-01T10:00:00", text="一"), message("2025-03-01T11:00:00", text="二")
    assert found(situation(one), "S1") == []
    [counted] = found(situation(one, other), "S1")
    assert counted.says(Language.ZH_HANS) == "2025年3月1日共收到2条消息，最多的一天2条。"


@pytest.mark.parametrize("territory", [CN, Territory.of("GB"), None])
def test_calls_are_counted_as_a_fact_wherever_it_is_and_nothing_departs_by_it(territory: Territory | None) -> None:
    calls = [call(f"2025-03-0{n}T12:00:00") for n in (1, 2, 2, 2)]
    missed, own = call("2025-03-04T12:00:00", Direction.MISSED, None), call("2025-03-04T13:00:00", Direction.OUT)
    [counted] = found(situation(*calls, missed, own, kind=DisputeType.POOR_SERVICE, territory=territory), "S3")
    assert counted.event_ids == tuple(each.event_id for each in (*calls, missed))
    said = counted.says(Language.EN)
    assert "5, of which a talk is shown: 4; days with calls: 3; on the busiest day (2 March 2025): 3." in said
    assert not any("departs" in counted.says(each) or "不一致" in counted.says(each) for each in Language)
    assert counted.citations() == ()
    assert found(situation(missed, own, territory=territory), "S3") == []  # one call is no number of calls
    assert found(situation(*(call(each, number="13800138000") for each in ("2025-03-01", "2025-03-02"))), "S3") == []


def test_messages_without_a_date_came_in_no_period_and_are_counted_apart() -> None:
    dated = [message("2025-03-01T10:00:00", text="一"), message("2025-03-02T11:00:00", text="二")]
    undated = message("2025-03-02T11:00:00", text="二")._replace(at=None, precision=Precision.UNKNOWN)
    [counted] = found(situation(*dated, undated, undated._replace(event_id="another")), "S1")
    assert counted.says(Language.ZH_HANS) == (
        "2025年3月1日至2025年3月2日共收到2条消息，最多的一天1条；另有2条没有日期。"
    )
    assert "另有2則沒有日期" in counted.says(Language.ZH_HANT)
    assert counted.says(Language.EN).endswith("; further ones that show no date: 2.")
    assert len(counted.event_ids) == 4
    [all_dated] = found(situation(*dated), "S1")
    assert "没有日期" not in all_dated.says(Language.ZH_HANS)


def us(*calls: object) -> Situation:
    return replace(situation(*calls, territory=Territory.of("US")), circumstances=COLLECTOR)  # type: ignore[arg-type]


def test_the_eighth_call_in_seven_consecutive_days_is_found_in_the_us() -> None:
    a_day_each = [call(at, Direction.MISSED, None) for at in days("2025-03-01", 7, "10:00:00")]
    assert counts(us(*a_day_each), "C7") == []
    assert counts(us(*a_day_each, call("2025-03-07T11:00:00", Direction.MISSED, None)), "C7") == [8]
    assert counts(us(*a_day_each, call("2025-03-08T10:00:00", Direction.MISSED, None)), "C7") == []
    assert found(situation(*a_day_each, call("2025-03-07T11:00:00")), "C7") == []  # not in the US


def test_calls_over_a_limit_are_told_with_the_worst_seven_days_and_all_of_them() -> None:
    six_a_day = [call(f"2026-11-{day}T{hour:02}:00:00") for day in range(16, 21) for hour in range(9, 15)]
    [told] = found(us(call("2026-11-01T10:00:00"), *six_a_day), "C7")
    assert told.event_ids == tuple(each.event_id for each in six_a_day)
    assert told.says(Language.EN) == (
        "30 calls were placed within seven consecutive days up to 20 November 2026: this departs from the presumption"
        " of at most 7. Days with calls on which those of the last seven days were more than 7, from 17 November 2026"
        " to 20 November 2026: 4; calls in all of these periods: 30."
    )
    slower = [call(at) for at in ("2026-11-09T09:00:00", *days("2026-11-09", 6, "14:00:00"), "2026-11-10T16:00:00")]
    [nine] = found(us(*slower, call("2026-11-12T21:30:00")), "C7")  # the eighth and the ninth
    assert (nine.found.facts["day"], nine.found.facts["count"], len(nine.event_ids)) == ("2026-11-14", "9", 9)


def test_runs_of_days_over_a_limit_that_share_no_call_are_told_apart() -> None:
    bursts = [[call(f"2026-{month}-01T{hour:02}:00:00") for hour in range(9, 17)] for month in (10, 11)]
    told = found(us(*bursts[0], *bursts[1]), "C7")
    assert [each.event_ids for each in told] == [tuple(each.event_id for each in burst) for burst in bursts]
    assert "more than 7," not in told[0].says(Language.EN)  # one day alone: its number says it all


def test_a_call_on_the_seventh_day_of_a_conversation_is_found_and_on_the_eighth_is_not() -> None:
    talk = call("2025-03-01T10:00:00", Direction.OUT, 120)
    assert counts(us(talk, call("2025-03-07T10:00:00", Direction.MISSED, None)), "C8") == [1]
    assert counts(us(talk, call("2025-03-08T10:00:00", Direction.MISSED, None)), "C8") == []
    assert counts(us(call("2025-03-01T10:00:00", Direction.MISSED, None), call("2025-03-02T10:00:00")), "C8") == []


@pytest.mark.parametrize(
    ("clock", "flagged"), [("07:59:59", True), ("08:00:00", False), ("21:00:00", False), ("21:00:01", True)]
)
def test_us_hours_end_after_nine_and_begin_at_eight(clock: str, flagged: bool) -> None:
    assert bool(found(us(call(f"2025-03-01T{clock}")), "C9")) is flagged


def test_taiwans_hours_hold_for_outsourced_collectors_only() -> None:
    given = situation(call("2025-03-01T06:59:00"), territory=Territory.of("TW"))
    assert found(given, "C10") == []
    assert counts(replace(given, circumstances=frozenset({"outsourced_collector"})), "C10") == [1]


def test_mainland_limits_are_asked_of_disputes_about_collecting_only() -> None:
    night = call("2025-03-01T23:00:00")
    assert found(situation(night, kind=DisputeType.WITHDRAWAL_BLOCKED), "C1") == []
    assert found(situation(night, territory=Territory.of("HK")), "C1") == []


def test_a_promise_to_be_in_touch_has_not_run_out_while_they_were_in_touch_in_time() -> None:
    promised = message("2025-05-20T10:00:00", text="24小时内联系您")._replace(
        promise="专员会在24小时内联系您", promise_due=date(2025, 5, 21)
    )
    for other, runs_out in (
        (call("2025-05-20T13:30:00"), False),
        (call("2025-05-21T09:00:00", Direction.MISSED, 0), False),
        (message("2025-05-21T10:00:00"), False),
        (call("2025-05-22T09:00:00"), True),
        (call("2025-05-20T13:30:00", Direction.OUT), True),
        (message("2025-05-20T10:02:00", text="还有什么可以帮您"), True),
        (message("2025-05-20T13:30:00", text="验证码 482910"), True),
        (call("2025-05-20T13:30:00", number="13800138000"), True),
    ):
        given = situation(promised, other)
        assert bool(found(given, "P1")) is runs_out, other
        assert found(replace(given, broken_promises=frozenset({promised.event_id})), "P1")
    refund = promised._replace(promise="三天内退款并短信通知")
    assert found(situation(refund, call("2025-05-20T13:30:00")), "P1")


@pytest.mark.parametrize(
    ("words", "after", "runs_out"),
    [
        ("2日内停止短信提醒", None, False),
        ("2日内停止短信提醒", message("2025-05-22T10:00:00"), False),  # its last day
        ("2日内停止短信提醒", message("2025-05-23T10:00:00"), True),
        ("2日内停止短信提醒", message("2025-05-23T10:00:00", number="10690001"), False),  # another one's
        ("2日内停止短信提醒", call("2025-05-23T10:00:00"), False),
        ("2日內不再以電話、簡訊聯絡您", call("2025-05-23T10:00:00"), True),
        ("2日内停止委外催收", None, False),
        ("2日内停止委外催收", call("2025-05-23T10:00:00", number="10690001"), True),
        ("2日内停止委外催收", call("2025-05-23T10:00:00", Direction.OUT), False),
        ("2日内停止催收并退还1650元", None, True),
        ("2日内暂停扣款", None, True),
        ("We will stop calling you in two days", None, False),
        ("We will stop calling you in two days", call("2025-05-23T10:00:00"), True),
    ],
)
def test_a_promise_to_stop_contacts_is_kept_by_silence(words: str, after: Happening | None, runs_out: bool) -> None:
    promised = message("2025-05-20T10:00:00", text=words)._replace(promise=words, promise_due=date(2025, 5, 22))
    given = replace(
        situation(*[each for each in (promised, after) if each]),
        numbers=frozenset({known_as("95500", "CN"), known_as("10690001", "CN")}),
    )
    assert bool(found(given, "P1")) is runs_out
    assert found(replace(given, broken_promises=frozenset({promised.event_id})), "P1")


def test_while_nobody_said_whose_numbers_are_theirs_bare_numbers_may_have_kept_a_promise_to_be_in_touch() -> None:
    promised = message("2025-05-20T10:00:00", text="24小时内联系您")._replace(
        promise="专员会在24小时内联系您", promise_due=date(2025, 5, 21)
    )
    for other, runs_out in (
        (call("2025-05-20T13:30:00", number="02150001235"), False),
        (message("2025-05-21T10:00:00", number="106912340001", text="【速融宝】您好"), False),
        (message("2025-05-21T10:00:00", number="10690000111", text="【顺丰速运】您的快递到了"), True),
        (call("2025-05-20T13:30:00", number=MOTHER)._replace(party="妈妈"), True),
    ):
        given = replace(situation(promised, other), numbers=NOBODY_SAID, names=frozenset({"速融宝"}))
        assert bool(found(given, "P1")) is runs_out, other


def test_a_promise_to_pay_has_not_run_out_while_the_sum_came_from_them_in_time() -> None:
    promised = message("2025-05-20T10:00:00")._replace(
        promise="將在5個工作日內先行退還2,000元至原銀行卡", promise_due=date(2025, 5, 27)
    )
    for paid, runs_out in (
        (payment("2025-05-27", "2000", Direction.IN), False),
        (payment("2025-05-22", "2000", Direction.IN, Outcome.REFUNDED), False),
        (payment("2025-05-28", "2000", Direction.IN), True),
        (payment("2025-05-19", "2000", Direction.IN), True),
        (payment("2025-05-22", "1500", Direction.IN), True),
        (payment("2025-05-22", "2000", Direction.OUT), True),
        (payment("2025-05-22", "2000", Direction.IN, Outcome.PENDING), True),
    ):
        given = situation(promised, paid._replace(number="95500"))
        assert bool(found(given, "P1")) is runs_out, paid
        assert found(replace(given, broken_promises=frozenset({promised.event_id})), "P1")
    salary = payment("2025-05-22", "2000", Direction.IN)._replace(party="某某公司")
    assert found(situation(promised, salary), "P1")
    freed = promised._replace(promise="三天內為您解凍這2,000元")
    assert found(situation(freed, payment("2025-05-22", "2000", Direction.IN)._replace(number="95500")), "P1")


@pytest.mark.parametrize(
    ("promise", "told", "runs_out"),
    [
        ("三个工作日内撤销该笔贷款", "您的贷款已撤销，合同作废，无需还款", False),
        ("24小时内到账", "您充值的500元已到账", False),
        ("三天内解除冻结", "您的账户已解除冻结", False),
        ("两日內刪除您的號碼", "您的號碼已從系統刪除", False),
        ("三天内退款300元", "退款成功，请查收", False),
        ("三天内退款300元", "已为您退款300元", False),
        ("three days to refund you", "We have today refunded your order.", False),
        ("we will cancel the loan", "Your loan has now been cancelled.", False),
        ("三天内退款300元", "已为您退款100元", True),
        ("三天内退款300元", "您的退款申请已提交", True),
        ("三天内退款300元", "已收到您的退款要求", True),
        ("三天内退款300元", "尚未退款", True),
        ("三天内退款300元", "退款还没有完成", True),
        ("三天内退款300元", "退款完成后将短信通知您", True),
        ("三天内退款300元", "您的贷款已撤销", True),
        ("三天内撤销贷款并退款", "您的贷款已撤销", True),
        ("三天内退款300元", "将于月底退款", True),
        ("three days to refund you", "Your order has not been refunded.", True),
        ("three days to refund you", "Once the item was returned you will be paid", True),
        ("三天内停止催收", "已停止催收", True),
    ],
)
def test_a_promise_has_not_run_out_while_they_say_in_time_that_it_is_done(
    promise: str, told: str, *, runs_out: bool
) -> None:
    promised = message("2025-05-20T10:00:00")._replace(promise=promise, promise_due=date(2025, 5, 23))
    after = message("2025-05-24T10:00:00", text="您已逾期")
    assert bool(found(situation(promised, message("2025-05-22T10:00:00", text=told), after), "P1")) is runs_out
    asked = message("2025-05-22T10:00:00", Direction.OUT, text=told)
    before = message("2025-05-19T10:00:00", text=told)
    assert found(situation(before, promised, asked, after), "P1")


@pytest.mark.parametrize(
    ("promise", "came", "words"),
    [
        ("三天内退款300元", payment("2025-05-25", "300", Direction.IN), "It came on 25 May 2025, 2 days after"),
        (
            "三天内退款",
            payment("2025-05-25", "300", Direction.IN),
            "may have kept it came on 25 May 2025, 2 days later",
        ),
        ("三天内回电", call("2025-05-25T09:00:00"), "may have kept it came on 25 May 2025, 2 days later"),
        ("三天内回电", call("2025-06-15T09:00:00"), "shows nothing that kept it: this departs"),
        ("三天内撤销", message("2025-05-25T10:00:00", text="已撤销"), "may have kept it came on 25 May 2025"),
        ("三天内退款300元", payment("2025-05-25", "200", Direction.IN), "shows nothing that kept it: this departs"),
    ],
)
def test_of_a_promise_that_was_kept_late_the_day_departs_and_what_came_is_shown(
    promise: str, came: Happening, words: str
) -> None:
    promised = message("2025-05-20T10:00:00")._replace(promise=promise, promise_due=date(2025, 5, 23))
    came = came._replace(number="95500")
    [ran_out] = found(situation(promised, came), "P1")
    assert words in ran_out.says(Language.EN)
    assert (came.event_id in ran_out.event_ids) is ("nothing" not in words)
    broken = replace(situation(promised, came), broken_promises=frozenset({promised.event_id}))
    assert "complainant states that it was not kept" in found(broken, "P1")[0].says(Language.EN)


def test_what_somebody_else_promises_is_no_promise_of_the_institution() -> None:
    promised = message("2025-05-20T10:00:00", number="")._replace(
        party="小张", promise="我明天帮你问问", promise_due=date(2025, 5, 21)
    )
    given = situation(promised)
    assert found(given, "P1") == []
    for each in (
        promised._replace(party="", number="02150001235"),
        promised._replace(party="客服小张"),
        promised._replace(agent_id="80231"),
    ):
        assert found(situation(each), "P1"), each
    assert found(replace(given, broken_promises=frozenset({promised.event_id})), "P1")


def test_a_promise_runs_out_the_day_after_it_was_due() -> None:
    promised = message("2025-05-20T10:00:00", text="三天内退款")._replace(
        promise="三天内退款", promise_due=date(2025, 5, 31)
    )
    given = situation(promised)
    assert [each.found.facts["day"] for each in found(given, "P1")] == ["2025-05-31"]
    assert found(replace(given, today=date(2025, 5, 31)), "P1") == []
    assert found(replace(given, kept_promises=frozenset({promised.event_id})), "P1") == []


def test_an_overdue_notice_contradicts_repayments_that_were_all_paid() -> None:
    notice = message("2025-03-20T10:00:00", text="您的借款已逾期，请立即还款")
    paid = [instalment("2025-02-10", "500", Outcome.PAID), instalment("2025-03-10", "500", Outcome.PAID)]
    assert counts(situation(notice, *paid), "S2") == [3]
    assert found(situation(notice), "S2") == []  # no ledger, nothing to contradict
    due = instalment("2025-03-15", "500", Outcome.DUE)
    assert found(situation(notice, *paid, due), "S2") == []  # it was due before the notice
    assert found(situation(notice, *paid, instalment("2025-04-10", "500", Outcome.DUE)), "S2") != []
    assert found(situation(notice, instalment("2025-02-10", "500", Outcome.OVERDUE)), "S2") == []


@pytest.mark.parametrize(
    ("text", "of", "departs"),
    [
        ("您尾号5678合同（B贷款）已逾期3天，请还款", "A合同第1期", False),
        ("您尾号5678的贷款已逾期", "合同编号：HT20251234", False),
        ("您的贷款（尾号5678）已逾期", "合同编号：HT20255678", True),
        ("您尾号5678的银行卡扣款失败，已逾期", "A合同第1期", True),
        ("您尾号5678合同已逾期", "第1期", True),  # nobody knows of which contract these are
        ("您的借款已逾期", "A合同第1期", True),
    ],
)
def test_a_notice_about_another_contract_contradicts_no_repayment(text: str, of: str, departs: bool) -> None:
    notice = message("2025-03-20T10:00:00", text=text)
    paid = instalment("2025-03-10", "500", Outcome.PAID)._replace(text=of)
    assert bool(found(situation(notice, paid), "S2")) == departs


PAID_IN_MARCH = instalment("2025-03-10", "500", Outcome.PAID)


@pytest.mark.parametrize(
    ("text", "is_notice"),
    [
        ("您的借款已逾期，请立即还款", True),
        ("您的借款已逾期3天，逾期将影响征信", True),
        ("您有一筆欠款尚未繳清", True),
        ("Your payment is overdue, please pay now", True),
        ("您已逾期，如继续逾期将上报征信", True),
        ("逾期将影响征信，您的账单未到期", False),
        ("请按时还款，避免逾期", False),
        ("如逾期将产生罚息", False),
        ("若未按時還款，逾期後將計收違約金", False),
        ("您的账户没有逾期", False),
        ("您的借款即将到期，请按时还款", False),
        ("If your payment becomes overdue, a fee may apply", False),
        ("Your account is not overdue", False),
        ("Pay by Friday to avoid being past due", False),
    ],
)
def test_what_only_warns_of_overdue_is_no_notice_of_it(text: str, is_notice: bool) -> None:
    notice = message("2025-03-20T10:00:00", text=text)
    assert bool(found(situation(notice, PAID_IN_MARCH), "S2")) == is_notice


@pytest.mark.parametrize(
    ("at", "is_covered"),
    [
        ("2025-03-10T10:00:00", True),
        ("2025-04-10T10:00:00", True),
        ("2025-04-12T10:00:00", False),  # the next instalment would have been due, and no record tells of it
        ("2025-09-10T10:00:00", False),
        ("2025-02-20T10:00:00", True),  # before the first instalment of the plan
        ("2025-01-10T10:00:00", False),
    ],
)
def test_a_notice_is_held_against_repayments_only_where_the_record_reaches(at: str, is_covered: bool) -> None:
    notice = message(at, text="您的借款已逾期，请立即还款")
    assert bool(found(situation(notice, PAID_IN_MARCH), "S2")) == is_covered


TALK = call("2025-03-10T10:00:00", Direction.OUT, 95)


@pytest.mark.parametrize(
    ("happened", "lacks"),
    [
        (TALK, True),
        (call("2025-03-10T10:00:00", Direction.IN, 60), True),
        (TALK._replace(agent_id="80231"), False),
        (TALK._replace(agent_name="王"), False),
        (call("2025-03-10T10:00:00", Direction.MISSED, 0), False),
        (call("2025-03-10T10:00:00", Direction.OUT, 0), False),  # nobody answered
        (call("2025-03-10T10:00:00", number="13900000000"), False),  # not with them
        (message("2025-03-10T10:00:00"), False),
    ],
)
def test_a_talk_of_which_nobody_knows_with_whom_it_was_is_a_gap(happened: Happening, lacks: bool) -> None:
    assert bool(found(situation(happened), "E1-agent")) is lacks


SHOWN = message("2025-03-10T10:00:00")._replace(exhibit_ids=("picture",))


@pytest.mark.parametrize(
    ("happened", "lacks"),
    [
        (SHOWN._replace(at=None, precision=Precision.UNKNOWN), True),
        (SHOWN, False),
        (SHOWN._replace(at=None, exhibit_ids=()), False),  # no exhibit shows it: there is no date to be seen
    ],
)
def test_what_an_exhibit_shows_without_a_date_is_a_gap(happened: Happening, lacks: bool) -> None:
    assert bool(found(situation(happened), "E1-date")) is lacks


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Your application has been declined, please contact us.", True),
        ("Ваша заявка отклонена, свяжитесь с нами", True),
        ("您的申请被拒绝", False),
        ("您的申请 reference ABCDEFGHIJKLMNOPQRSTUVWXYZ 已受理", False),
        ("OK, thanks", False),
        ("https://example.com/abcdefghijklmnopqrstuvwxyz", False),
    ],
)
def test_a_text_in_another_language_without_its_translation_is_a_gap_where_the_court_wants_one(
    text: str, lacks: bool
) -> None:
    given = situation(SHOWN._replace(text=text))
    assert bool(found(given, "E1-translation")) is lacks
    assert not found(replace(given, documents=Documents(translated=frozenset({"picture"}))), "E1-translation")
    assert not found(replace(given, territory=Territory.of("GB")), "E1-translation")


def test_a_gap_between_pictures_names_the_nearest_entries_that_are_confirmed() -> None:
    first, last = message("2025-03-10T10:00:00"), message("2025-03-10T10:20:00")
    gaps = [Break(("gone", first.event_id), (last.event_id, "unread")), Break((first.event_id,), ("gone",))]
    given = replace(situation(first, last), documents=Documents(breaks=gaps))
    [gap] = found(given, "E1-gap")
    assert (gap.event_ids, gap.found.facts["count"]) == ((first.event_id, last.event_id), "1")
    assert not found(replace(given, happenings=(first,)), "E1-gap")


def test_a_gap_of_which_an_export_has_both_sides_is_none() -> None:
    gaps = Documents(breaks=[Break(("one", "two"), ("three",))])
    assert gaps.beside({"two": "record", "three": "record"}).breaks == []
    assert gaps.beside({"two": "record"}).breaks == gaps.breaks  # the export ends before it


NOT_OF_COLLECTION = (
    DisputeType.POOR_SERVICE,
    DisputeType.OTHER,
    DisputeType.ACCOUNT_STOLEN,
    DisputeType.LOAN_PORTAL,
)


@pytest.mark.parametrize("kind", NOT_OF_COLLECTION)
def test_hours_and_numbers_of_calls_are_looked_at_wherever_the_other_side_collects(kind: DisputeType) -> None:
    calls = [call(f"2026-03-10T{hour:02}:00:00") for hour in (9, 10, 11, 12, 23)]
    missed = [call(f"2026-03-11T{hour:02}:00:00", Direction.MISSED, None) for hour in range(9, 16)]
    demand = message("2026-03-09T10:00:00", text="您的借款已逾期，请立即还款")
    for rule in ("C1", "C2", "C3"):
        assert found(situation(*calls, *missed, kind=kind), rule) == []  # they may be callbacks: nothing was collected
        [told] = found(situation(demand, *calls, *missed, kind=kind), rule)
        assert demand.event_id in told.event_ids
    somebody = demand._replace(number="13900000000")
    own = demand._replace(direction=Direction.OUT)
    for other in (somebody, own, demand._replace(text="请按时还款，避免逾期")):
        assert found(situation(other, *calls, *missed, kind=kind), "C1") == []


def test_where_it_is_about_collection_no_message_has_to_show_that() -> None:
    at_night = call("2026-03-10T23:00:00")
    demand = message("2026-03-09T10:00:00", text="您的借款已逾期，请立即还款")
    [told] = found(situation(demand, at_night), "C1")
    assert told.event_ids == (at_night.event_id,)


def loan_of(received: str, lender: str, contract: date) -> Situation:
    out = payment("2025-01-10", received, Direction.IN)
    repaid = [instalment(f"2025-{month:02}-10", "945.596", Outcome.PAID) for month in range(2, 13)]
    repaid.append(instalment("2026-01-10", "945.596", Outcome.DUE))
    given = situation(out, *repaid, kind=DisputeType.UNAUTHORISED_LOAN)
    paid = tuple(each.event_id for each in repaid)
    return replace(given, loan=Loan(lender, Decimal("10000"), contract, (out.event_id,), paid))


def test_a_cost_above_the_reference_is_found_with_both_rates() -> None:
    [cost] = found(loan_of("9500", "licensed", date(2025, 1, 10)), "R1")
    assert (cost.found.facts["nominal"], cost.found.facts["effective"]) == ("34.14%", "40.03%")
    assert [each.id for each in cost.sources()] == ["reference-24"]


def test_exactly_the_reference_is_not_above_it() -> None:
    assert found(loan_of("10000", "licensed", date(2025, 1, 10)), "R1") == []  # 24.00% nominal


def test_an_unlicensed_lender_is_compared_with_four_times_the_prime_rate_of_the_contracts_month() -> None:
    [cost] = found(loan_of("10000", "unlicensed", date(2025, 1, 10)), "R1")
    assert cost.found.facts["reference"] == "12.40%"  # four times 3.10
    assert [each.id for each in cost.sources()] == ["private-lending", "lpr"]


def test_a_prime_rate_that_nobody_looked_up_is_not_carried_forward() -> None:
    assert found(loan_of("9500", "unlicensed", date(2026, 10, 1)), "R1") == []


def test_nothing_is_compared_while_nobody_says_what_the_lender_is() -> None:
    assert found(loan_of("9500", "", date(2025, 1, 10)), "R1") == []


def test_less_paid_out_than_the_principal_is_found() -> None:
    [less] = found(loan_of("9500", "licensed", date(2025, 1, 10)), "R2")
    assert (len(less.event_ids), less.own_word) == (1, "principal")  # which a person states, and nothing shows
    assert found(loan_of("10000", "licensed", date(2025, 1, 10)), "R2") == []


def test_a_principal_that_their_words_or_a_file_state_is_shown_by_these() -> None:
    given = loan_of("9500", "licensed", date(2025, 1, 10))
    [alone] = found(given, "R2")
    told = message("2025-01-11T09:00:00", text="您的借款10,000.00元已放款")
    page = FilePage("page", 1, "合同", "text", "借款本金：10000元")
    documents = replace(given.documents, pages=[page])
    [less] = found(replace(given, happenings=(*given.happenings, told), documents=documents), "R2")
    assert (less.event_ids, less.own_word) == ((*alone.event_ids, "page", told.event_id), "")
    assert less.id == alone.id  # who left it out has left it out


def new_loan() -> Situation:
    """A loan of the first day of new business: the money came on that day."""
    came = payment("2026-08-01", "10000", Direction.IN)
    loan = Loan("licensed", Decimal("10000"), date(2026, 8, 1), (came.event_id,))
    return replace(situation(came, kind=DisputeType.UNAUTHORISED_LOAN), loan=loan)


def test_the_statement_of_cost_is_asked_of_new_business_only() -> None:
    unstated = new_loan()
    assert unstated.loan is not None
    assert found(unstated, "R3") == []  # nobody said that it was missing
    assert counts(replace(unstated, loan=replace(unstated.loan, cost_stated=False)), "R3") == [1]
    older = replace(unstated.loan, cost_stated=False, contract_day=date(2026, 7, 31))
    assert found(replace(unstated, loan=older), "R3") == []


def test_a_loan_without_its_statement_of_cost_is_told_by_the_money_that_came_and_of_nothing_else() -> None:
    unstated = new_loan()
    assert unstated.loan is not None
    unstated = replace(unstated, loan=replace(unstated.loan, cost_stated=False))
    [told] = found(unstated, "R3")
    assert set(told.event_ids) <= {each.event_id for each in unstated.happenings}
    assert "charge" not in told.says(Language.EN)
    assert "费用" not in told.says(Language.ZH_HANS)
    gone = tuple(each for each in unstated.happenings if each.event_id not in told.event_ids)
    assert found(replace(unstated, happenings=gone), "R3") == []


SISTER = "13900000000"


def third_party(at: str) -> Happening:
    return call(at, number=SISTER)._replace(text="催收打给我表姐")


def told_of_third_parties(*happenings: Happening) -> list[tuple[bool, tuple[str, ...]]]:
    """Return what C4 says: whether it is a mere fact, and what it rests on."""
    marked = {each.event_id: frozenset({"third_party"}) for each in happenings if each.number == SISTER}
    given = replace(situation(*happenings), today=date(2026, 9, 1), tags=marked)
    return [(each.is_mere_fact, each.event_ids) for each in found(given, "C4")]


def test_a_contact_with_a_third_party_departs_from_nothing_unless_the_person_was_to_be_reached() -> None:
    contacted = third_party("2026-08-10T10:00:00")
    assert told_of_third_parties(contacted) == [(True, (contacted.event_id,))]
    for reach in (call("2026-08-09T10:00:00"), message("2026-08-08T10:00:00", Direction.OUT)):
        assert told_of_third_parties(reach, contacted) == [(False, (reach.event_id, contacted.event_id))]


@pytest.mark.parametrize(
    "near",
    [
        call("2026-08-11T10:00:00"),  # later
        call("2026-08-01T10:00:00"),  # long before
        call("2026-08-09T10:00:00", Direction.MISSED, 0),
        call("2026-08-09T10:00:00", Direction.IN, None),  # may have rung out
        message("2026-08-09T10:00:00"),  # theirs: it tells nothing of who read it
        call("2026-08-09T10:00:00", number="13800000001"),  # with somebody else
    ],
)
def test_what_does_not_show_that_the_person_was_to_be_reached(near: Happening) -> None:
    contacted = third_party("2026-08-10T10:00:00")
    assert told_of_third_parties(near, contacted) == [(True, (contacted.event_id,))]


@pytest.mark.parametrize("language", Language)
def test_a_mere_fact_about_third_parties_says_nothing_of_a_standard_or_of_what_nobody_stated(
    language: Language,
) -> None:
    contacted, talk = third_party("2026-08-10T10:00:00"), call("2026-08-09T10:00:00")
    marked = {contacted.event_id: frozenset({"third_party"})}
    [fact] = found(replace(situation(contacted), tags=marked), "C4")
    [departs] = found(replace(situation(talk, contacted), tags=marked), "C4")
    assert not any(word in fact.says(language) for word in ("departs", "不一致", "refus", "拒绝", "拒絕"))
    assert fact.sources() == ()
    assert any(word in departs.says(language) for word in ("departs", "不一致"))
    assert not any(word in departs.says(language) for word in ("refus", "拒绝", "拒絕"))
    assert departs.sources()


def test_contacts_from_before_the_guidelines_are_told_as_one_fact() -> None:
    talk, contacted = call("2025-01-09T10:00:00"), third_party("2025-01-10T10:00:00")
    again = third_party("2025-01-20T10:00:00")
    assert told_of_third_parties(talk, contacted, again) == [(True, (contacted.event_id, again.event_id))]


def rich() -> Situation:
    """A timeline in which nearly every rule finds something."""
    calls = [call(f"2026-03-01T{hour:02}:00:00") for hour in (9, 10, 11, 12, 23)]
    missed = [call(f"2026-03-02T{hour:02}:00:00", Direction.MISSED, None) for hour in range(9, 16)]
    notice = message("2026-03-20T10:00:00", text="您的借款已逾期")
    promised = message("2026-03-21T10:00:00")._replace(promise="退款", promise_due=date(2026, 3, 25))
    paid = instalment("2026-03-10", "500", Outcome.PAID)
    given = situation(*calls, *missed, notice, promised, paid)
    return replace(given, today=date(2026, 6, 1), tags={notice.event_id: frozenset({"threat"})})


def test_no_finding_outlives_the_events_that_it_rests_on() -> None:
    given = rich()
    before = {each.id: set(each.event_ids) for each in findings(given)}
    assert {each.partition(":")[0] for each in before} >= {"C1", "C2", "C3", "C6", "P1", "S1", "S2"}
    removed = 0
    for happening in given.happenings:
        without = replace(given, happenings=tuple(each for each in given.happenings if each is not happening))
        for each in findings(without):
            removed += 1
            assert happening.event_id not in each.event_ids
            assert int(each.found.facts.get("count", "0")) <= len(each.event_ids) or each.rule.id == "S2"
    bare = replace(given, happenings=())
    assert findings(bare) == ()
    print(f"{removed} findings looked at after {len(given.happenings)} removals")


@pytest.mark.parametrize("language", Language)
def test_every_finding_has_words_in_every_language(language: Language) -> None:
    for each in [*findings(rich()), *findings(loan_of("9500", "unlicensed", date(2025, 1, 10)))]:
        assert "{" not in each.says(language) + each.formula(language) + each.limits(language)


@pytest.mark.parametrize(
    ("language", "departs", "formula", "threshold", "source", "data"),
    [
        (Language.ZH_HANS, "与承诺不一致", "期限内没有", "有一项即列出", "不是法律判断", "数据范围"),
        (Language.ZH_HANT, "與承諾不一致", "期限內沒有", "有一項即列出", "不是法律判斷", "資料範圍"),
        (Language.EN, "departs from the promise", "until then no", "One is enough", "no judgement of law", "Data:"),
    ],
)
@pytest.mark.parametrize("again", [False, True])
def test_a_promise_that_ran_out_is_told_with_what_it_departs_from_how_it_is_counted_and_the_datas_limits(
    language: Language, departs: str, formula: str, threshold: str, source: str, data: str, *, again: bool
) -> None:
    first = message("2025-05-20T10:00:00")._replace(promise="三天内核实", promise_due=date(2025, 5, 23))
    later = message("2025-05-25T10:00:00")._replace(promise="三天内核实", promise_due=date(2025, 5, 28))
    [ran_out] = found(situation(first, *([later] if again else [])), "P1")
    assert departs in ran_out.says(language)
    assert formula in ran_out.formula(language)
    assert threshold in ran_out.formula(language)
    for part in (source, data):
        assert part in ran_out.limits(language)


def test_an_event_whose_time_of_day_is_unknown_counts_for_no_hours() -> None:
    vague = call("2025-03-01T23:00:00")._replace(precision=Precision.DAY)
    assert found(situation(vague), "C1") == []


def test_how_often_a_text_came_is_said_only_where_one_came_again() -> None:
    once = situation(message("2025-03-01T10:00:00", text="一"), message("2025-03-02T10:00:00", text="二"))
    again = situation(message("2025-03-01T10:00:00", text="一"), message("2025-03-02T10:00:00", text="一"))
    for language, words in ((Language.EN, "times"), (Language.ZH_HANS, "同样内容"), (Language.ZH_HANT, "同樣內容")):
        said = [next(each for each in findings(told) if each.rule.id == "S1").says(language) for told in (once, again)]
        assert [words in each for each in said] == [False, True]
        assert day_words(date(2025, 3, 2), language) in said[0]


@pytest.mark.parametrize(("territory", "cited"), [(CN, True), (Territory.of("TW"), False), (None, False)])
def test_what_is_asked_everywhere_cites_no_law_of_another_place(territory: Territory | None, cited: bool) -> None:
    case = replace(situation(call("2025-03-10T09:00"), territory=territory), documents=Documents(unsourced=("event",)))
    [gap] = [each for each in findings(case) if each.rule.id == "E1"]
    assert bool(gap.sources()) is cited


@pytest.mark.parametrize(("territory", "rule"), [(CN, "C6"), (Territory.of("TW"), "F3"), (None, "F3")])
def test_where_no_standard_is_known_threats_are_told_as_a_fact(territory: Territory | None, rule: str) -> None:
    threat = message("2026-10-10T09:00", text="把你的照片貼到網路上")
    case = replace(situation(threat, territory=territory), tags={threat.event_id: frozenset({"threat"})})
    [found] = [each for each in findings(case) if each.rule.measure == "tagged"]
    assert (found.rule.id, found.event_ids, bool(found.sources())) == (rule, (threat.event_id,), rule == "C6")
