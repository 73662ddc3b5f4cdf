"""What a letter tells of what happened, line by line, and what it leaves out."""

import re
from dataclasses import replace
from datetime import date

import pytest

from evidence_app.day_words import day_words
from evidence_app.domain.disputes import Basis, Beginning, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import PromiseState
from evidence_app.phrases import Language, section
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.findings import findings
from evidence_app.rules.letter_facts import MOST_FACTS
from evidence_app.rules.letters import letter
from evidence_app.rules.promises import Around, Promise, promises
from tests.unit.rules.lettering import DISPUTE, facts_of, matter
from tests.unit.rules.situations import call, days, instalment, message, payment, situation


def plan(*outcomes: Outcome) -> list[Happening]:
    return [instalment(f"2025-{month:02}-22", "945.60", outcome) for month, outcome in enumerate(outcomes, 3)]


def test_repayments_that_a_person_typed_are_no_plan() -> None:
    own = instalment("2025-05-03", "1000", Outcome.NONE)._replace(text="我主动还款")
    paid = [instalment(f"2025-0{month}-01", "1600", Outcome.PAID) for month in (3, 4)]
    bare = instalment("2025-05-04", "900", Outcome.NONE)
    assert facts_of(LetterKind.COMPLAINT, *paid, own, bare) == [
        "2025年3月1日，还款人民币 1,600.00 元",
        "2025年4月1日，还款人民币 1,600.00 元",
        "2025年5月3日，还款人民币 1,000.00 元：我主动还款",
        "2025年5月4日，还款人民币 900.00 元（是否已还未注明）",
    ]
    [line] = facts_of(LetterKind.COMPLAINT, *(each._replace(origin=Origin.PICTURE) for each in paid))
    assert line.startswith("还款计划")


def test_a_repayment_plan_is_one_line() -> None:
    [line] = facts_of(LetterKind.COMPLAINT, *plan(*[Outcome.PAID] * 2, *[Outcome.DUE] * 8))
    assert line == "还款计划中，有记录的10期自2025年3月22日至2025年12月22日，每期人民币 945.60 元（其中2期标为已还）"


def test_an_instalment_that_was_paid_is_neither_due_nor_overdue() -> None:
    paid = payment("2025-03-21", "945.60", Direction.OUT)
    for state in (Outcome.DUE, Outcome.OVERDUE):
        lines = facts_of(LetterKind.COMPLAINT, *plan(state), paid)
        assert lines[0] == "还款计划列有2025年3月22日的一期，人民币 945.60 元"
        assert "支付" in lines[1]
    [late] = facts_of(LetterKind.COMPLAINT, *plan(Outcome.OVERDUE))
    assert late.endswith("（标为逾期）")


def test_two_pictures_of_a_plan_show_each_instalment_once() -> None:
    [line] = facts_of(LetterKind.COMPLAINT, *plan(*[Outcome.DUE] * 3), *plan(*[Outcome.DUE] * 3))
    assert "有记录的3期" in line


def test_like_calls_of_a_day_are_one_line_and_others_are_told_singly() -> None:
    many = [call(f"2025-03-10T{hour:02}:00:00", duration_s=30) for hour in range(9, 14)]
    said = call("2025-03-10T15:00:00")._replace(text="要起诉")
    lines = facts_of(LetterKind.STOP_CONTACT, *many, said)
    assert lines == [
        "2025年3月10日，95500共来电5次，09:00–13:00",
        "2025年3月10日 15:00，接到95500来电（通话1分钟）；通话内容记为：要起诉",
    ]


def test_calls_of_which_the_same_is_known_are_one_line_with_the_time_of_each() -> None:
    asked = [call(each, duration_s=120)._replace(text="要求还款") for each in ("2025-03-10T09:00", "2025-03-10T15:00")]
    asked.append(call("2025-03-12T21:20", duration_s=120)._replace(text="要求还款"))
    [line] = facts_of(LetterKind.COMPLAINT, *asked)
    assert line == (
        "95500来电3次（2025年3月10日 09:00、15:00；2025年3月12日 21:20），每次通话2分钟，每次均为：要求还款"
    )
    other = asked[2]._replace(text="说要起诉")
    assert len(facts_of(LetterKind.COMPLAINT, *asked[:2], other)) == 3
    assert len(facts_of(LetterKind.WRITTEN_CONFIRMATION, *asked)) == 3  # each is to be confirmed


def test_own_calls_that_nobody_answered_are_no_line_with_those_that_somebody_did() -> None:
    tried = [call(f"2025-03-1{day}T09:00", Direction.OUT, 0) for day in range(3)]
    spoke = [call(f"2025-03-1{day}T15:00", Direction.OUT, 60 + day) for day in range(3)]
    assert [each.endswith("均未接通") for each in facts_of(LetterKind.COMPLAINT, *tried, *spoke)] == [True, False]
    of_day = [call(f"2025-03-10T{9 + n:02}:00", Direction.OUT, 60 * (n % 2)) for n in range(6)]
    assert facts_of(LetterKind.COMPLAINT, *of_day) == ["2025年3月10日，我共致电955006次，09:00–14:00"]


def test_messages_of_the_same_words_are_one_line_and_marked_ones_and_those_at_night_stay_for_themselves() -> None:
    words = "【示例】您已严重逾期，将影响您的个人征信，请今日内处理。"
    sent = [message(f"2026-09-{day:02}T10:00:00", text=words) for day in range(1, 8)]
    night = message("2026-09-05T23:30:00", text=words)
    threat = message("2026-09-06T11:00:00", text=words)
    every = [*sent[:5], night, sent[5], threat, sent[6]]
    made = matter(
        happenings=every,
        findings=findings(situation(*every)),
        exhibit_numbers={},
        tags={threat.event_id: frozenset({"threat"})},
    )
    told = {
        Language.ZH_HANS: "2026年9月1日至2026年9月7日，95500先后发来同样内容的消息7条：“【示例】您已严重逾期",
        Language.ZH_HANT: "2026年9月1日至2026年9月7日，95500先後傳來相同內容的訊息7則：「【示例】您已严重逾期",
        Language.EN: "1 September 2026 to 7 September 2026: the same words came 7 times, from 95500: “【示例】",
    }
    for language, line in told.items():
        written = letter(LetterKind.COMPLAINT, made, language)
        facts = next(each.statements for each in written.sections if each.numbered)
        assert sum("严重逾期" in each.text for each in facts) == 3
        assert facts[0].text.startswith(line)
        assert set(facts[0].event_ids) == {each.event_id for each in sent}
        assert re.search(r"9\D", facts[-1].text)
        assert len(facts[-1].event_ids) == len(every)  # how many came in all
    assert len(facts_of(LetterKind.COMPLAINT, *sent[:2])) == 2


def test_calls_that_were_taken_are_no_total_while_others_rang_unanswered_in_between() -> None:
    missed = {"direction": Direction.MISSED, "duration_s": 0}
    calls = [call(f"2025-03-10T{hour:02}:00:00", **(missed if hour % 2 else {})) for hour in range(9, 18)]
    told = {
        Language.ZH_HANS: "接到95500来电4次，10:00–16:00",
        Language.ZH_HANT: "接到95500來電4次，10:00–16:00",
        Language.EN: "I took 4 calls from 95500, 10:00–16:00",
    }
    assert facts_of(LetterKind.STOP_CONTACT, *calls) == [
        "2025年3月10日，95500来电未接5次，09:00–17:00",
        "2025年3月10日，接到95500来电4次，10:00–16:00",
    ]
    for language, words in told.items():
        made = matter(happenings=calls, findings=(), exhibit_numbers={})
        assert words in letter(LetterKind.STOP_CONTACT, made, language).plain_text("")


def test_what_two_exhibits_show_is_told_once_and_what_one_shows_twice_is_two() -> None:
    def sent(at: str, exhibit: str) -> Happening:
        origin = Origin.EXPORT if exhibit == "phone" else Origin.PICTURE
        return message(at, text="再不还款，就通知你的单位和家人！")._replace(exhibit_ids=(exhibit,), origin=origin)

    phone, picture = sent("2025-03-10T09:00:12", "phone"), sent("2025-03-10T09:00:00", "picture")
    numbers = {phone.event_id: (7,), picture.event_id: (5,)}
    written = letter(LetterKind.STOP_CONTACT, matter(happenings=(phone, picture), exhibit_numbers=numbers), Language.EN)
    [fact] = [each for each in written.statements if "wrote" in each.text]
    assert fact.text.endswith("(exhibits 5, 7)")
    assert set(fact.event_ids) == {phone.event_id, picture.event_id}
    assert len(facts_of(LetterKind.STOP_CONTACT, phone, sent("2025-03-10T09:00:40", "phone"))) == 2
    typed = [each._replace(origin=Origin.PERSON) for each in (phone, picture)]
    assert len(facts_of(LetterKind.STOP_CONTACT, *typed)) == 2  # as findings count what a person wrote down


def test_a_line_says_how_much_of_it_no_exhibit_shows() -> None:
    rows = plan(*[Outcome.DUE] * 3)
    made = matter(happenings=rows, findings=(), exhibit_numbers={rows[0].event_id: (2,), rows[1].event_id: (2,)})
    [line] = [each for each in letter(LetterKind.COMPLAINT, made, Language.ZH_HANS).statements if "3期" in each.text]
    assert line.text.endswith("（证据2；另1项为陈述，无附件）")


def test_a_finding_says_of_how_many_more_exhibits_it_is() -> None:
    calls = [call(f"2026-08-10T{hour:02}:{minute}:00") for hour in range(9, 14) for minute in ("10", "40")]
    numbers = {each.event_id: (number,) for number, each in enumerate(calls, 1)}
    made = matter(happenings=calls, findings=findings(situation(*calls)), exhibit_numbers=numbers)
    found = [each.text for each in letter(LetterKind.COMPLAINT, made, Language.EN).statements if each.cited]
    assert [each for each in found if each.endswith("(exhibits 1, 2, 3, 4, 5, 6, 7, 8 and 2 more)")]


def test_nothing_is_said_of_a_time_or_a_direction_that_nobody_knows() -> None:
    unknown = call("2025-03-10T09:00:00", Direction.NONE, None)._replace(at=None)
    [undated] = facts_of(LetterKind.COMPLAINT, unknown._replace(text="要起诉"))
    assert undated == "日期不详，与95500通话；通话内容记为：要起诉"
    assert "95500" not in facts_of(LetterKind.COMPLAINT, unknown)[0]
    assert "95500" not in facts_of(LetterKind.STOP_CONTACT, unknown._replace(text="要起诉"))[0]
    assert "95500" not in facts_of(LetterKind.STOP_CONTACT, call("2025-03-10T09:00:00", Direction.NONE))[0]


def test_a_call_of_a_list_that_shows_no_direction_is_told_as_that() -> None:
    listed = call("2025-03-10T09:00:00", Direction.NONE, None)
    [line] = facts_of(LetterKind.COMPLAINT, listed)
    assert line == "2025年3月10日 09:00，与95500有一通电话（由谁拨打、是否接通未载明）"
    for vague in (listed._replace(number=""), listed._replace(precision=Precision.DAY)):
        assert "电话" not in facts_of(LetterKind.COMPLAINT, vague)[0]


def test_a_call_that_was_rejected_was_not_missed() -> None:
    [line] = facts_of(LetterKind.STOP_CONTACT, call("2025-03-10T09:00:00", Direction.REJECTED, 0))
    assert line == "2025年3月10日 09:00，95500来电，我拒接"


def test_every_call_in_which_somebody_spoke_is_asked_to_be_confirmed() -> None:
    spoken = [call(f"2025-03-10T{hour:02}:00:00", Direction.OUT, 95) for hour in range(9, 13)]
    lines = facts_of(LetterKind.WRITTEN_CONFIRMATION, *spoken, call("2025-03-10T15:00:00", Direction.MISSED, 0))
    assert len(lines) == 4
    assert lines[0] == "2025年3月10日 09:00，我致电95500（通话1分35秒）"


def test_of_many_entries_a_lawsuit_an_agent_who_left_and_what_became_of_a_complaint_come_before_own_asides() -> None:
    telling = [
        message("2025-04-10T10:00:00", text="最后通知:将于近日向法院提起诉讼。"),
        message("2025-04-11T10:00:00", text="3017已离职,以我的答复为准。")._replace(agent_id="3017"),
        message("2025-04-12T10:00:00", number="12378", text="您的投诉T510已转办,请等候处理结果"),
    ]
    asides = [
        message(f"2025-{month:02}-{day:02}T11:00:00", Direction.OUT, "上次3017说从不收费")._replace(agent_id="3017")
        for month in (3, 5)
        for day in range(1, 29)
    ]
    theirs = [message(f"2025-{month:02}-20T12:00:00", text="请尽快还款") for month in (2, 6)]
    lines = facts_of(LetterKind.COMPLAINT, theirs[0], *asides[:28], *telling, *asides[28:], theirs[1])
    assert all(any(each.text in line for line in lines) for each in telling)
    assert lines[-1].startswith("另有21条有关的记录")


def test_the_institution_is_not_asked_to_confirm_a_call_with_an_authority() -> None:
    theirs = call("2025-03-10T09:00:00", Direction.OUT, 95)
    hotline = call("2025-03-10T10:00:00", Direction.OUT, 480, number="12378")
    named = call("2025-03-10T11:00:00", Direction.OUT, 480, number="")._replace(party="国家金融监督管理总局（12378）")
    [line] = facts_of(LetterKind.WRITTEN_CONFIRMATION, theirs, hotline, named)
    assert "95500" in line


def test_each_call_in_which_something_was_said_is_asked_to_be_confirmed_and_no_other() -> None:
    def spoken(day: str, text: str, promise: str = "") -> Happening:
        return call(f"2025-03-{day}T09:00:00", Direction.OUT, 95)._replace(text=text, promise=promise)

    said = [
        spoken("10", "说会员费可以退", "三天内回电"),
        spoken("11", "会员费不退"),
        spoken("12", "让我等", "三天内回电"),
    ]
    again = Promise(said[0], PromiseState.OPEN, overdue=False, others=(said[2],))
    lines = facts_of(LetterKind.WRITTEN_CONFIRMATION, *said, call("2025-03-13T09:00:00"), promises=(again,))
    assert [line.partition("，对方")[2] or line.partition("：")[2] for line in lines] == [
        "承诺：“三天内回电”；通话内容另记：说会员费可以退",
        "会员费不退",
        "承诺：“三天内回电”；通话内容另记：让我等",
    ]


def test_neither_a_body_nor_an_answer_in_a_talk_that_the_person_began_is_asked_to_stop() -> None:
    asked = message("2025-03-10T09:00:00", Direction.OUT, "为什么扣我会员费？")
    greeting = message("2025-03-10T09:00:00", text="您好，很高兴为您服务。")
    answered = message("2025-03-10T09:01:00", text="会员服务费一经收取不予退还。")
    passed_on = message("2025-03-10T10:00:00", text="您的投诉已收到", number="12378")
    later = message("2025-03-12T09:00:00", text="请立即还款780元")
    back = message("2025-03-12T09:01:00", Direction.OUT, "你们是谁？")
    insisted = message("2025-03-12T09:02:00", text="你赶紧还钱就行")
    lines = facts_of(LetterKind.STOP_CONTACT, asked, greeting, answered, passed_on, later, back, insisted)
    assert [line.partition("：“")[2] for line in lines] == ["请立即还款780元”", "你赶紧还钱就行”"]
    marked = facts_of(LetterKind.STOP_CONTACT, asked, answered, tags={answered.event_id: {"threat"}})
    assert len(marked) == 1


def test_what_a_list_or_a_bubble_says_of_a_call_are_no_words_to_be_confirmed() -> None:
    missed = call("2025-03-10T15:00:00", Direction.MISSED, 0)._replace(text="☎ 未接来电", origin=Origin.EXPORT)
    listed = call("2025-03-10T16:00:00", Direction.OUT, None)._replace(text="呼出", origin=Origin.PICTURE)
    noted = call("2025-03-10T17:00:00", Direction.OUT, None)._replace(text="他说明天处理")
    [line] = facts_of(LetterKind.WRITTEN_CONFIRMATION, missed, listed, noted)
    assert "他说明天处理" in line


def test_of_very_many_entries_refusals_marks_and_payments_are_told_and_the_others_counted() -> None:
    chat = [
        message(f"2025-{month:02}-{day:02}T09:00:00", text=f"第{month}月{day}日的通知")
        for month in range(3, 6)
        for day in range(1, 29)
    ]
    refused = message("2025-04-10T10:00:00", Direction.OUT, "我从未授权，拒绝扣款")
    marked = message("2025-05-10T10:00:00", text="小心你家人")
    moved = payment("2025-04-11", "3000", Direction.IN)
    every = sorted([*chat, refused, marked, moved], key=lambda each: str(each.at))
    lines = facts_of(LetterKind.COMPLAINT, *every, tags={marked.event_id: frozenset({"threat"})})
    words = "\n".join(lines)
    for telling in ("拒绝扣款", "小心你家人", "3,000.00", "第3月1日", "第5月28日"):
        assert telling in words
    assert len(lines) == MOST_FACTS + 1
    assert lines[-1] == f"另有{len(every) - MOST_FACTS}条有关的记录，见所附证据册。"


def test_a_promise_says_what_became_of_it() -> None:
    promised = message("2025-03-03T09:00:00")._replace(promise="两天内核实", promise_due=date(2025, 3, 5))
    for state, overdue, words in (
        (PromiseState.OPEN, True, "；截至2025年6月1日没有兑现的记录"),
        (PromiseState.KEPT, False, "；已兑现"),
        (PromiseState.BROKEN, False, "；本人说明：没有兑现"),
    ):
        fate = Promise(promised, state, overdue)
        [line] = facts_of(LetterKind.COMPLAINT, promised, promises=(fate,), today=date(2025, 6, 1))
        assert line.endswith(words)
    given_up = Promise(promised, PromiseState.BROKEN, overdue=False)
    [line] = facts_of(LetterKind.COMPLAINT, promised, promises=(given_up,), today=date(2025, 3, 5))
    assert line.endswith("；期限未到，本人说明：已确定不会兑现")


def test_nothing_is_claimed_of_an_unmarked_promise_to_call_while_they_called_in_time() -> None:
    promised = message("2025-03-03T09:00:00")._replace(promise="24小时内联系您", promise_due=date(2025, 3, 4))
    called = call("2025-03-03T12:30:00")
    [fate] = promises([promised], (), date(2025, 6, 1), Around(ByDay.of([called])))
    assert fate.overdue
    assert fate.contacts == (called.event_id,)
    lines = facts_of(LetterKind.COMPLAINT, promised, called, promises=(fate,), today=date(2025, 6, 1))
    assert not any("兑现的记录" in each for each in lines)
    [without] = promises([promised], (), date(2025, 6, 1))
    lines = facts_of(LetterKind.COMPLAINT, promised, promises=(without,), today=date(2025, 6, 1))
    assert "没有兑现的记录" in lines[0]


@pytest.mark.parametrize("language", Language)
def test_a_promise_and_a_reply_may_come_on_their_last_day(language: Language) -> None:
    words = letter(LetterKind.COMPLAINT, matter(reply_by=date(2025, 7, 1)), language).plain_text("")
    for day in (day_words(each, language) for each in (date(2025, 3, 5), date(2025, 7, 1))):
        assert re.search(f"on or before {day}|[于於]{day}[当當]日或之前", words)


ADVERT = "【速融宝】尊享额度已提升，最高可借20万，限时领取免息券，回T退订"

SURVEY = "请您对本次服务进行满意度评价，回复1为满意"


def test_adverts_and_surveys_stand_in_no_letter_and_what_only_ends_like_them_does() -> None:
    advert, survey = message("2025-03-10T09:00:00", text=ADVERT), message("2025-03-10T10:00:00", text=SURVEY)
    offer = message("2025-03-10T10:30:00", text="您的账户可享优惠，提前结清减免200元，今日有效。")
    demand = message("2025-03-10T11:00:00", text="您的借款已逾期，请今日还款，回T退订")
    for kind in (LetterKind.COMPLAINT, LetterKind.STOP_CONTACT):
        [line] = facts_of(kind, advert, survey, offer, demand)
        assert "已逾期" in line
    portal = replace(DISPUTE, type=DisputeType.LOAN_PORTAL)
    assert len(facts_of(LetterKind.COMPLAINT, advert, survey, demand, dispute=portal)) == 2
    marked = {advert.event_id: frozenset({"third_party"})}
    assert len(facts_of(LetterKind.COMPLAINT, advert, survey, demand, tags=marked)) == 2


def test_who_asks_to_be_left_alone_complains_of_no_promise() -> None:
    promised = message("2025-03-03T09:00:00", text="两天内答复您")._replace(promise="两天内答复您")
    lines = facts_of(LetterKind.STOP_CONTACT, promised, message("2025-03-04T09:00:00", text="请三天内还款"))
    assert len(lines) == 1
    assert "还款" in lines[0]


def test_of_very_many_contacts_those_that_the_findings_rest_on_come_first() -> None:
    chat = [message(f"{day}", text=f"{day[5:10]}请还款，已逾期") for day in days("2025-03-01", 90, "10:30:00")]
    chat = [each._replace(agent_id="80231") for each in chat]
    at_night = [message(each, text="快还款") for each in days("2025-03-05", 30, "23:10:00")]
    threat = message("2025-04-02T11:00:00", text="小心你家人")
    asked = message("2025-04-05T11:00:00", Direction.OUT, "请停止联系我")
    every = sorted([*chat, *at_night, threat, asked], key=lambda each: str(each.at))
    tags = {threat.event_id: frozenset({"threat"})}
    found = findings(replace(situation(*every), tags=tags))
    made = matter(happenings=every, findings=found, exhibit_numbers={}, tags=tags)
    facts = next(each for each in letter(LetterKind.STOP_CONTACT, made, Language.ZH_HANS).sections if each.numbered)
    told = {event_id for each in facts.statements for event_id in each.event_ids}
    assert {each.event_id for each in (*at_night, threat, asked)} <= told
    assert len(facts.statements) == MOST_FACTS


def test_who_asks_to_be_left_alone_tells_of_no_contact_from_before_the_dispute() -> None:
    before = message("2025-01-10T10:00:00", text="您的分期已核准，首期应还500元")
    after = message("2025-03-10T10:00:00", text="再不还款就找你家人")
    began = Beginning(date(2025, 3, 1), Basis.STATED)
    given = matter(happenings=(before, after), findings=(), began=began)
    facts = next(each for each in letter(LetterKind.STOP_CONTACT, given, Language.ZH_HANS).sections if each.numbered)
    assert [each.event_ids for each in facts.statements] == [(after.event_id,)]


def test_an_id_that_the_name_holds_is_not_said_twice() -> None:
    said = message("2025-03-10T10:00:00", text="再不还款就找你家人")._replace(agent_id="K208")
    lines = facts_of(LetterKind.COMPLAINT, said._replace(party="客服雅婷 工號K208"), said._replace(party="客服"))
    assert [line.count("K208") for line in lines] == [1, 1]


GIVEN_BACK = (
    ("HomeNest", Language.EN, ": HomeNest refunded CNY 1,240.00 (to whom: not stated) (reference HN-1)"),
    ("HomeNest", Language.ZH_HANS, "，HomeNest退款人民币 1,240.00 元（未写明退给谁）（编号HN-1）"),
    ("", Language.ZH_HANT, "，一筆退款人民幣 1,240.00 元（未寫明退給誰）（"),
)


def test_money_that_did_not_move_is_not_told_as_received() -> None:
    refused = payment("2025-04-10", "2000", Direction.IN, Outcome.FAILED)._replace(text="账户存在风险")
    back = payment("2025-04-12", "1299", Direction.IN, Outcome.REFUNDED)
    theirs = frozenset({refused.event_id, back.event_id})
    tried, refund = facts_of(LetterKind.COMPLAINT, refused, back, money_with_them=theirs)
    assert tried == "2025年4月10日，对方向我付款人民币 2,000.00 元（失败）：账户存在风险"
    assert refund == "2025年4月12日，收到对方退款人民币 1,299.00 元"


@pytest.mark.parametrize(("party", "language", "told"), GIVEN_BACK)
def test_of_a_refund_without_a_direction_nobody_says_who_got_it(party: str, language: Language, told: str) -> None:
    shops = payment("2025-07-02", "1240", Direction.NONE, Outcome.REFUNDED)._replace(party=party, reference="HN-1")
    words = letter(LetterKind.COMPLAINT, matter(happenings=[shops], findings=()), language).plain_text("")
    assert told in words


@pytest.mark.parametrize("language", Language)
def test_money_of_nobody_known_is_never_told_as_the_respondents(language: Language) -> None:
    moved = [
        payment(f"2025-04-1{day}", "35.90", direction, outcome)
        for day, (direction, outcome) in enumerate(
            (
                (Direction.IN, Outcome.DONE),
                (Direction.OUT, Outcome.DONE),
                (Direction.IN, Outcome.FAILED),
                (Direction.OUT, Outcome.FAILED),
                (Direction.IN, Outcome.REFUNDED),
                (Direction.NONE, Outcome.DONE),
            )
        )
    ]
    words = letter(LetterKind.COMPLAINT, matter(happenings=moved, findings=()), language).plain_text("")
    assert words.count("35.90") == len(moved)
    assert section("letters", language)["event.them"] not in words


def test_a_call_at_night_is_not_lost_among_those_of_the_day() -> None:
    calls = [call(f"2025-03-10T{hour:02}:00:00") for hour in (9, 10, 11, 23)]
    made = matter(happenings=calls, findings=findings(situation(*calls)), exhibit_numbers={})
    words = letter(LetterKind.STOP_CONTACT, made, Language.ZH_HANS).plain_text("")
    assert "2025年3月10日，95500共来电3次，09:00–11:00" in words
    assert "2025年3月10日 23:00，接到95500来电" in words


@pytest.mark.parametrize("language", Language)
def test_a_fact_without_an_exhibit_says_so_where_others_have_one(language: Language) -> None:
    mark = section("letters", language)["exhibits_stated"]
    told = [each.text for each in letter(LetterKind.COMPLAINT, matter(), language).statements if each.is_fact]
    assert not any(mark in each for each in told)
    whole = matter()
    some = letter(LetterKind.COMPLAINT, replace(whole, exhibit_numbers={whole.happenings[0].event_id: (1,)}), language)
    facts, *_ = [each for each in some.sections if each.numbered and mark in "".join(a.text for a in each.statements)]
    assert [each.text.endswith(mark) for each in facts.statements] == [False, True, True, True]
    none = letter(LetterKind.COMPLAINT, matter(exhibit_numbers={}), language)
    assert not any(mark in each.text for each in none.statements)


@pytest.mark.parametrize("language", Language)
def test_a_departure_without_an_exhibit_says_so_where_others_have_one(language: Language) -> None:
    night, note = call("2025-03-10T23:00:00"), message("2025-03-11T09:00:00")
    made = matter(happenings=[night, note], findings=findings(situation(night, note)))
    mark = section("letters", language)["exhibits_stated"]
    for shown, is_marked in ((note, True), (night, False)):
        made = replace(made, exhibit_numbers={shown.event_id: (1,)})
        [departure] = [each for each in letter(LetterKind.STOP_CONTACT, made, language).statements if each.cited]
        assert departure.text.endswith(mark) is is_marked


@pytest.mark.parametrize(("text", "told"), [("要求删除", "（编号TS-2）：要求删除"), ("编号TS-2已收", "：编号TS-2已收")])
def test_a_step_of_a_complaint_is_told_with_its_number_once(text: str, told: str) -> None:
    asked = message("2025-03-10T09:00:00", Direction.OUT, text=text)
    asked = asked._replace(kind=EventKind.COMPLAINT, reference="TS-2")
    [line] = facts_of(LetterKind.COMPLAINT, asked)
    assert line.endswith(f"投诉记录{told}")


def test_a_promise_on_the_telephone_is_told_with_its_call() -> None:
    called = call("2025-03-10T09:00:00", Direction.OUT, 95)._replace(agent_id="80231", promise="今天内回电")
    came = called._replace(direction=Direction.IN, duration_s=None, text="")
    assert facts_of(LetterKind.WRITTEN_CONFIRMATION, called) == [
        "2025年3月10日 09:00，我致电95500（通话1分35秒，工号80231），对方承诺：“今天内回电”"
    ]
    [line] = facts_of(LetterKind.COMPLAINT, came)
    assert line == "2025年3月10日 09:00，接到95500来电（工号80231），对方承诺：“今天内回电”"
    wrote = message("2025-03-10T09:00:00", text="今天内回电")._replace(promise="今天内回电")
    assert "发来消息，承诺：“今天内回电”" in facts_of(LetterKind.COMPLAINT, wrote)[0]


def test_who_says_that_the_account_was_stolen_is_not_told_to_have_paid_anybody() -> None:
    moved = payment("2025-03-10", "4800", Direction.OUT)._replace(party="某商户", origin=Origin.PERSON)
    for kind, said in ((DisputeType.ACCOUNT_STOLEN, "从我的账户转出"), (DisputeType.OTHER, "向某商户支付")):
        told = letter(
            LetterKind.COMPLAINT, matter(happenings=(moved,), dispute=replace(DISPUTE, type=kind)), Language.ZH_HANS
        )
        assert said in told.plain_text("")
