"""Letters say what is confirmed and nothing else."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from evidence_app.day_words import day_words
from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, PromiseState
from evidence_app.phrases import Language, section
from evidence_app.rules.by_day import ByDay
from evidence_app.rules.claim import Claim
from evidence_app.rules.findings import findings
from evidence_app.rules.law import bodies
from evidence_app.rules.letter_facts import MOST_FACTS
from evidence_app.rules.letters import LetterKind, Matter, letter
from evidence_app.rules.promises import Around, Promise, promises
from tests.unit.rules.situations import call, instalment, message, payment, situation

DISPUTE = Dispute(
    id="d",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    title="未申请的贷款",
    type=DisputeType.HARASSMENT,
    institution="示例消费金融有限公司",
    complainant="李明",
    complainant_contact="13800138000",
)


def matter(**changes: object) -> Matter:
    happenings = (
        call("2025-03-01T23:10:00", duration_s=65)._replace(agent_id="80231", text="要求还款"),
        message("2025-03-02T09:00:00", text="请三天内还款"),
        message("2025-03-03T09:00:00")._replace(promise="两天内核实", promise_due=date(2025, 3, 5)),
        payment("2025-03-04", "3000", Direction.IN),
    )
    given = situation(*happenings)
    numbers = {each.event_id: (index,) for index, each in enumerate(happenings, 1)}
    made = Matter(DISPUTE, happenings, findings(given), (), numbers, {1: "call.png", 2: "sms.png"})
    return replace(made, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_whole_in_every_language(kind: LetterKind, language: Language) -> None:
    written = letter(kind, matter(), language)
    assert written.addressee == "示例消费金融有限公司"
    for each in written.statements:
        assert each.text
        assert not re.search(r"[{}]|None", each.text)


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_dispute_has_its_matter_and_demands(language: Language) -> None:
    for kind in DisputeType:
        written = letter(LetterKind.COMPLAINT, matter(dispute=replace(DISPUTE, type=kind)), language)
        assert len(written.statements) > 5


def test_every_fact_names_its_event_and_its_exhibit() -> None:
    written = letter(LetterKind.COMPLAINT, matter(), Language.ZH_HANS)
    facts = [each for each in written.statements if each.is_fact]
    assert all(each.event_ids for each in facts)
    assert "（证据1）" in next(each.text for each in facts if "80231" in each.text)
    evidence = written.sections[-1]
    assert evidence.statements[0].text == "证据1　call.png"


def test_no_statement_outlives_its_event() -> None:
    whole = matter()
    tried = 0
    for gone in whole.happenings:
        left = tuple(each for each in whole.happenings if each is not gone)
        without = letter(
            LetterKind.COMPLAINT,
            replace(whole, happenings=left, findings=findings(situation(*left))),
            Language.ZH_HANS,
        )
        for each in without.statements:
            tried += 1
            assert gone.event_id not in each.event_ids
        assert not any(gone.promise and gone.promise in each.text for each in without.statements)
    print(f"{tried} statements looked at")


def test_without_events_the_letter_says_that_it_states_what_nothing_shows() -> None:
    written = letter(LetterKind.COMPLAINT, matter(happenings=(), findings=()), Language.ZH_HANS)
    assert [each.is_unsupported for each in written.statements if each.is_fact] == [True, True]


def test_what_only_the_writer_knows_is_a_marked_blank() -> None:
    written = letter(LetterKind.COMPLAINT, matter(dispute=replace(DISPUTE, complainant="")), Language.ZH_HANS)
    assert "〔请填写：姓名〕" in written.statements[0].text


def test_findings_stand_with_their_source_and_the_day_it_was_checked() -> None:
    written = letter(LetterKind.COMPLAINT, matter(), Language.ZH_HANS)
    [night] = [each for each in written.statements if "22:00" in each.text]
    assert "GB/T 45251-2025" in night.text
    assert "2026年11月22日" in night.text


@pytest.mark.parametrize("language", Language)
def test_a_body_reads_all_names_of_whom_it_is_about_and_which_calls_nobody_answered(language: Language) -> None:
    calls = (call("2025-03-01T10:00:00", Direction.OUT, 0), call("2025-03-02T10:00:00", Direction.OUT, None))
    named = replace(DISPUTE, aliases=("海豚支付科技（深圳）有限公司",))
    written = letter(LetterKind.COMPLAINT, matter(dispute=named, happenings=calls, findings=()), language, "cn-pboc")
    whom = written.sections[1].statements[0].text
    assert named.institution in whom
    assert named.aliases[0] in whom
    rang, unknown = (each.text for each in written.statements if "95500" in each.text)
    told = {Language.EN: "not answered"}.get(language, "未接通")
    assert told in rang
    assert told not in unknown


@pytest.mark.parametrize(("language", "told"), [(Language.EN, "not completed"), (Language.ZH_HANS, "没有完成")])
def test_an_order_that_was_closed_is_told_as_not_completed_whichever_way_it_went(language: Language, told: str) -> None:
    closed = payment("2025-03-04", "500", Direction.NONE, Outcome.CLOSED)._replace(party="海豚支付")
    written = letter(
        LetterKind.COMPLAINT, matter(happenings=(closed,), findings=(), money_with_them={closed.event_id}), language
    )
    [line] = [each.text for each in written.statements if "500" in each.text]
    assert told in line


def test_a_mail_is_quoted_without_the_lines_of_its_header() -> None:
    header = "From: 客服 <a@b.example>\nTo: c@d.example\nDate: Mon, 03 Mar 2025 16:42:10 +0800\nMessage-ID: <1@b>"
    mail = message("2025-03-03T16:42:10", text=f"关于您的申请\n\n不予解除。\n\n{header}", number="a@b.example")
    written = letter(LetterKind.COMPLAINT, matter(happenings=(mail,), findings=()), Language.ZH_HANS)
    [told] = [each.text for each in written.statements if "不予解除" in each.text]
    assert "「关于您的申请 不予解除。」" in told or "“关于您的申请 不予解除。”" in told
    forwarded = mail._replace(text=f"看看这封\n\n{header}\n\n如何")
    assert forwarded.words == forwarded.text


def test_a_long_dispute_is_told_by_what_tells_most() -> None:
    many = tuple(message(f"2025-03-{day:02}T09:{minute:02}:00") for day in range(1, 29) for minute in range(5))
    promised = message("2025-03-29T09:00:00")._replace(promise="两天内核实")
    written = letter(LetterKind.COMPLAINT, matter(happenings=(*many, promised), findings=()), Language.EN)
    [facts] = [each for each in written.sections if each.heading == "What happened"]
    assert len(facts.statements) == MOST_FACTS
    assert "两天内核实" in facts.statements[-1].text


def test_earlier_complaints_are_named_with_their_numbers() -> None:
    earlier = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 1), reference="TS-1")
    written = letter(LetterKind.COMPLAINT, matter(complaints=(earlier,)), Language.ZH_HANS, "cn-nfra")
    assert written.addressee.startswith("国家金融监督管理总局")
    assert any("TS-1" in each.text for each in written.statements)


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "截至2025年6月1日没有答复的记录。"),
        (
            {"replied_on": date(2025, 3, 20), "outcome": ComplaintOutcome.REFUSED, "reply": "须由机构办理"},
            "2025年3月20日答复（不支持）：“须由机构办理”",
        ),
        ({"replied_on": date(2025, 3, 20)}, "2025年3月20日答复。"),
        ({"outcome": ComplaintOutcome.WITHDRAWN}, "结果：已撤回。"),
        ({"replied_on": date(2025, 6, 2)}, "截至2025年6月1日没有答复的记录。"),
    ],
)
def test_an_earlier_complaint_is_told_with_its_answer(facts: dict[str, Any], told: str) -> None:
    filed = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 1), **facts)
    made = matter(complaints=(filed,), today=date(2025, 6, 1))
    words = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, "cn-nfra").plain_text("")
    assert f"2025年3月1日向示例消费金融有限公司投诉。{told}" in words
    spoken = letter(LetterKind.COMPLAINT, made, Language.EN, "cn-nfra").plain_text("")
    assert re.search(r"1 March 2025: complaint to 示例消费金融有限公司\. (Answered on|No answer|Outcome)", spoken)


def test_what_came_back_and_what_is_open_is_said_with_its_exhibit() -> None:
    of_money = matter(dispute=replace(DISPUTE, amount=Decimal(12800)))
    back = of_money.happenings[-1].event_id
    claim = Claim(Decimal(12800), "CNY", Decimal(2000), (back,))
    written = letter(LetterKind.COMPLAINT, replace(of_money, claim=claim), Language.ZH_HANS)
    [said] = [each for each in written.statements if "尚有" in each.text]
    assert said.text == "其中已退回人民币 2,000.00 元，尚有人民币 10,800.00 元未退回。（证据4）"
    assert said.event_ids == (back,)


def test_a_complaint_says_since_when_it_is_in_dispute_if_that_is_stated_or_shown() -> None:
    shown = matter().happenings[-1].event_id
    for basis, event_id, told in ((Basis.STATED, "", 1), (Basis.SHOWN, shown, 1), (Basis.CONTACT, shown, 0)):
        known = replace(matter(), began=Beginning(date(2025, 2, 22), basis, event_id))
        written = letter(LetterKind.COMPLAINT, known, Language.ZH_HANS)
        said = [each for each in written.statements if "争议始于2025年2月22日" in each.text]
        assert [each.event_ids for each in said] == [(event_id,) if event_id else ()] * told


def test_amounts_are_exact() -> None:
    in_dispute = matter(dispute=replace(DISPUTE, amount=Decimal("3000")))
    for language, amount in ((Language.EN, "CNY 3,000.00"), (Language.ZH_HANS, "人民币 3,000.00 元")):
        written = letter(LetterKind.COMPLAINT, in_dispute, language)
        assert any(amount in each.text for each in written.statements)


def test_letters_hold_no_threats() -> None:
    words = " ".join(" ".join(section("letters", language).values()) for language in Language)
    assert not re.search("后果自负|曝光|否则|法律责任|or else|consequences", words)


BODIES = ("cn-nfra", "cn-police", "cn-association", "cn-court", "tw-foi")


@pytest.mark.parametrize("language", Language)
def test_a_body_is_never_addressed_as_if_it_were_the_institution(language: Language) -> None:
    addressed = re.compile(r"贵方|貴方|\byou (?:handle|can)|from you\b|your staff|请提供贵")
    for kind in DisputeType:
        for form in LetterKind:
            made = matter(dispute=replace(DISPUTE, type=kind))
            for body in BODIES:
                words = letter(form, made, language, body).plain_text("")
                assert not addressed.search(words), words


def written_to(body: str, kind: LetterKind = LetterKind.COMPLAINT, **changes: object) -> str:
    return letter(kind, matter(**changes), Language.ZH_HANS, body).plain_text("")


def test_the_police_get_a_report_without_demands_and_a_court_no_complaint() -> None:
    report, statement = written_to("cn-police"), written_to("cn-court")
    assert report.startswith("报案材料\n\n致：〔请填写：受理的公安机关〕")
    assert "请求" not in report
    assert statement.startswith("情况说明（供起草起诉状用）")
    assert "投诉书" not in report + statement


def test_a_letter_goes_to_somebody_and_never_to_a_procedure_or_a_hotline() -> None:
    for each in bodies():
        opening = written_to(each.id).split("\n")[2]
        assert opening.startswith("致："), each.id
        assert (
            not re.search(r"\d{5}[）；]|、|投诉与|申诉（|咨询", re.sub("〔.*〕", "", opening)) or each.id == "cn-miit"
        ), opening


def test_appeals_about_carriers_name_the_carrier_and_not_the_institution() -> None:
    words = written_to("cn-miit")
    assert "被投诉机构\n〔请填写：电信运营商〕" in words
    assert "对该机构的请求\n1. 〔请填写：对被投诉方的请求〕" in words


@pytest.mark.parametrize(("body", "asked"), [("", True), ("cn-pboc", True), ("cn-nfra", False), ("cn-police", True)])
def test_the_number_of_an_identity_document_is_left_blank_for_bodies_that_ask_for_it(body: str, asked: bool) -> None:
    assert ("〔请填写：身份证件号码〕" in written_to(body)) is asked
    assert "身份证件" not in written_to(body, LetterKind.STOP_CONTACT)


def test_a_payment_is_told_with_the_number_under_which_the_bank_has_it() -> None:
    failed = payment("2025-03-05", "500", Direction.OUT, Outcome.FAILED)._replace(reference="202503050001")
    back = payment("2025-03-06", "500", Direction.IN, Outcome.REFUNDED)._replace(reference="202503060001")
    words = written_to("", happenings=(failed, back), findings=())
    assert "（失败；编号202503050001）" in words
    assert "500.00 元（编号202503060001）" in words


def test_a_request_to_stop_names_the_standards_that_contacts_depart_from_and_no_others() -> None:
    words = written_to("", LetterKind.STOP_CONTACT)
    assert "GB/T 45251-2025" in words
    assert "与有关规定和标准不一致之处" not in written_to("", LetterKind.DATA_ACCESS)


def test_an_earlier_report_to_the_police_is_no_complaint() -> None:
    reported = Complaint(id="c", dispute_id="d", body="cn-police", filed_on=date(2025, 3, 1), reference="P-1")
    assert "2025年3月1日向公安机关报案，编号P-1。" in written_to("cn-nfra", complaints=(reported,))


def test_the_institution_is_addressed_itself() -> None:
    made = matter(dispute=replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN))
    assert "却收到贵方放款的贷款" in letter(LetterKind.COMPLAINT, made, Language.ZH_HANS).plain_text("")
    assert "a loan from you" in letter(LetterKind.COMPLAINT, made, Language.EN, "cn-institution").plain_text("")


@pytest.mark.parametrize("language", Language)
def test_what_is_meant_for_the_person_stands_in_no_letter(language: Language) -> None:
    threat = message("2026-03-02T09:00:00", text="再不还款就上门")
    marked = replace(situation(threat), gaps=("capture-1", "capture-2"), tags={threat.event_id: frozenset({"threat"})})
    found = findings(marked)
    assert {"C6", "E1"} <= {each.rule.id for each in found}
    words = letter(LetterKind.COMPLAINT, matter(happenings=(threat,), findings=found), language).plain_text("")
    [gap] = [each for each in found if each.rule.id == "E1"]
    assert gap.says(language) not in words
    [threats] = [each for each in found if each.rule.id == "C6"]
    assert threats.advice(language)
    assert threats.says(language) in words
    assert threats.advice(language) not in words


def test_an_earlier_complaint_to_the_institution_names_it_and_one_of_tomorrow_is_not_told() -> None:
    filed = [
        Complaint(id=body, dispute_id="d", body=body, filed_on=day)
        for body, day in (("cn-institution", date(2025, 3, 1)), ("cn-police", date(2030, 1, 1)))
    ]
    made = matter(complaints=filed, today=date(2025, 6, 1))
    words = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, "cn-nfra").plain_text("")
    assert "2025年3月1日向示例消费金融有限公司投诉。" in words
    assert "2030" not in words


def facts_of(kind: LetterKind, *happenings: Happening, **changes: object) -> list[str]:
    made = matter(happenings=happenings, findings=(), exhibit_numbers={}, **changes)
    written = letter(kind, made, Language.ZH_HANS)
    [found] = [each for each in written.sections if each.heading == "事实经过"]
    return [each.text for each in found.statements] + [found.closing] * bool(found.closing)


def plan(*outcomes: Outcome) -> list[Happening]:
    return [instalment(f"2025-{month:02}-22", "945.60", outcome) for month, outcome in enumerate(outcomes, 3)]


def test_a_repayment_plan_is_one_line() -> None:
    [line] = facts_of(LetterKind.COMPLAINT, *plan(*[Outcome.PAID] * 2, *[Outcome.DUE] * 8))
    assert line == "还款计划中，有记录的10期自2025年3月22日至2025年12月22日，每期人民币 945.60 元（其中2期标为已还）"


def test_an_instalment_that_was_paid_is_neither_due_nor_overdue() -> None:
    paid = payment("2025-03-21", "945.60", Direction.OUT)
    for state in (Outcome.DUE, Outcome.OVERDUE):
        lines = facts_of(LetterKind.COMPLAINT, *plan(state), paid)
        assert lines[0] == "还款计划列有2025年3月22日应还的一期，人民币 945.60 元"
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
        "2025年3月10日 15:00:00，接到95500来电（通话1分钟）：要起诉",
    ]


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
        return message(at, text="再不还款，就通知你的单位和家人！")._replace(exhibit_ids=(exhibit,))

    phone, picture = sent("2025-03-10T09:00:12", "phone"), sent("2025-03-10T09:00:00", "picture")
    numbers = {phone.event_id: (7,), picture.event_id: (5,)}
    written = letter(LetterKind.STOP_CONTACT, matter(happenings=(phone, picture), exhibit_numbers=numbers), Language.EN)
    [fact] = [each for each in written.statements if "wrote" in each.text]
    assert fact.text.endswith("(exhibit 5, 7)")
    assert set(fact.event_ids) == {phone.event_id, picture.event_id}
    assert len(facts_of(LetterKind.STOP_CONTACT, phone, sent("2025-03-10T09:00:40", "phone"))) == 2


def test_a_line_says_how_much_of_it_no_exhibit_shows() -> None:
    rows = plan(*[Outcome.DUE] * 3)
    made = matter(happenings=rows, findings=(), exhibit_numbers={rows[0].event_id: (2,), rows[1].event_id: (2,)})
    [line] = [each for each in letter(LetterKind.COMPLAINT, made, Language.ZH_HANS).statements if "3期" in each.text]
    assert line.text.endswith("（证据2；另1项为陈述，无附件）")


def test_a_finding_says_of_how_many_more_exhibits_it_is() -> None:
    calls = [call(f"2026-08-10T{hour:02}:{minute}:00") for hour in range(9, 14) for minute in ("10", "40")]
    numbers = {each.event_id: (number,) for number, each in enumerate(calls, 1)}
    made = matter(happenings=calls, findings=findings(situation(*calls)), exhibit_numbers=numbers)
    found = [each.text for each in letter(LetterKind.COMPLAINT, made, Language.EN).statements if each.sources]
    assert [each for each in found if each.endswith("(exhibit 1, 2, 3, 4, 5, 6, 7, 8 and 2 more)")]


def test_nothing_is_said_of_a_time_or_a_direction_that_nobody_knows() -> None:
    unknown = call("2025-03-10T09:00:00", Direction.NONE, None)._replace(at=None)
    [undated] = facts_of(LetterKind.COMPLAINT, unknown._replace(text="要起诉"))
    assert undated == "日期不详，与95500通话：要起诉"
    assert "95500" not in facts_of(LetterKind.COMPLAINT, unknown)[0]
    assert "95500" not in facts_of(LetterKind.STOP_CONTACT, unknown._replace(text="要起诉"))[0]
    assert "95500" not in facts_of(LetterKind.STOP_CONTACT, call("2025-03-10T09:00:00", Direction.NONE))[0]


def test_a_call_of_a_list_that_shows_no_direction_is_told_as_that() -> None:
    listed = call("2025-03-10T09:00:00", Direction.NONE, None)
    [line] = facts_of(LetterKind.COMPLAINT, listed)
    assert line == "2025年3月10日 09:00:00，与95500有一通电话（由谁拨打、是否接通未载明）"
    for vague in (listed._replace(number=""), listed._replace(precision=Precision.DAY)):
        assert "电话" not in facts_of(LetterKind.COMPLAINT, vague)[0]


def test_a_call_that_was_rejected_was_not_missed() -> None:
    [line] = facts_of(LetterKind.STOP_CONTACT, call("2025-03-10T09:00:00", Direction.REJECTED, 0))
    assert line == "2025年3月10日 09:00:00，95500来电，我拒接"


def test_every_call_in_which_somebody_spoke_is_asked_to_be_confirmed() -> None:
    spoken = [call(f"2025-03-10T{hour:02}:00:00", Direction.OUT, 95) for hour in range(9, 13)]
    lines = facts_of(LetterKind.WRITTEN_CONFIRMATION, *spoken, call("2025-03-10T15:00:00", Direction.MISSED, 0))
    assert len(lines) == 4
    assert lines[0] == "2025年3月10日 09:00:00，我致电95500（通话1分35秒）"


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
    assert lines[-1] == f"另有{len(every) - MOST_FACTS}条记录见所附证据册。"


def test_a_promise_says_what_became_of_it() -> None:
    promised = message("2025-03-03T09:00:00")._replace(promise="两天内核实", promise_due=date(2025, 3, 5))
    for state, overdue, words in (
        (PromiseState.OPEN, True, "；截至2025年6月1日没有兑现的记录"),
        (PromiseState.KEPT, False, "；已兑现"),
        (PromiseState.BROKEN, False, "；没有兑现"),
    ):
        fate = Promise(promised, state, overdue)
        [line] = facts_of(LetterKind.COMPLAINT, promised, promises=(fate,), today=date(2025, 6, 1))
        assert line.endswith(words)


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


def test_money_that_did_not_move_is_not_told_as_received() -> None:
    refused = payment("2025-04-10", "2000", Direction.IN, Outcome.FAILED)._replace(text="账户存在风险")
    back = payment("2025-04-12", "1299", Direction.IN, Outcome.REFUNDED)
    theirs = frozenset({refused.event_id, back.event_id})
    tried, refund = facts_of(LetterKind.COMPLAINT, refused, back, money_with_them=theirs)
    assert tried == "2025年4月10日，对方向我付款人民币 2,000.00 元（失败）：账户存在风险"
    assert refund == "2025年4月12日，收到对方退款人民币 1,299.00 元"


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
    assert "2025年3月10日 23:00:00，接到95500来电" in words


@pytest.mark.parametrize(
    ("zone", "body", "title", "whom"),
    [
        ("Asia/Taipei", "", "申訴書", "被申訴機構"),
        ("Asia/Taipei", "tw-foi", "評議申請說明（供填寫申請書用）", "相對人"),
        ("Asia/Hong_Kong", "hk-fdrc", "投訴書", "被投訴機構"),
        ("Asia/Shanghai", "cn-pi-rights", "投訴書", "被投訴機構"),
    ],
)
def test_a_complaint_is_called_what_it_is_where_it_goes(zone: str, body: str, title: str, whom: str) -> None:
    there = matter(dispute=replace(DISPUTE, zone_name=zone))
    written = letter(LetterKind.COMPLAINT, there, Language.ZH_HANT, body)
    assert written.title == title
    assert written.sections[1].heading == whom


@pytest.mark.parametrize(
    ("zone", "asked"), [("Asia/Shanghai", True), ("Asia/Taipei", True), ("Europe/London", False), ("Asia/Tokyo", False)]
)
def test_no_identity_document_is_asked_for_where_firms_ask_for_none(zone: str, asked: bool) -> None:
    words = letter(LetterKind.COMPLAINT, matter(dispute=replace(DISPUTE, zone_name=zone)), Language.EN).plain_text("")
    assert ("Identity document" in words) == asked


@pytest.mark.parametrize("language", Language)
def test_a_fact_without_an_exhibit_says_so_where_others_have_one(language: Language) -> None:
    mark = section("letters", language)["exhibits_stated"]
    told = [each.text for each in letter(LetterKind.COMPLAINT, matter(), language).statements if each.is_fact]
    assert not any(mark in each for each in told)
    whole = matter()
    some = letter(LetterKind.COMPLAINT, replace(whole, exhibit_numbers={whole.happenings[0].event_id: (1,)}), language)
    [facts] = [each for each in some.sections if each.numbered and mark in "".join(a.text for a in each.statements)]
    assert [each.text.endswith(mark) for each in facts.statements] == [False, True, True, True]
    none = letter(LetterKind.COMPLAINT, matter(exhibit_numbers={}), language)
    assert not any(mark in each.text for each in none.statements)


def test_a_promise_on_the_telephone_is_told_with_its_call() -> None:
    called = call("2025-03-10T09:00:00", Direction.OUT, 95)._replace(agent_id="80231", promise="今天内回电")
    came = called._replace(direction=Direction.IN, duration_s=None, text="")
    assert facts_of(LetterKind.WRITTEN_CONFIRMATION, called) == [
        "2025年3月10日 09:00:00，我致电95500（通话1分35秒，工号80231），对方承诺：“今天内回电”"
    ]
    [line] = facts_of(LetterKind.COMPLAINT, came)
    assert line == "2025年3月10日 09:00:00，接到95500来电（工号80231），对方承诺：“今天内回电”"
    wrote = message("2025-03-10T09:00:00", text="今天内回电")._replace(promise="今天内回电")
    assert "发来消息，承诺：“今天内回电”" in facts_of(LetterKind.COMPLAINT, wrote)[0]


def test_a_request_for_data_is_no_earlier_complaint() -> None:
    asked = Complaint(id="c", dispute_id="d", body="cn-pi-rights", filed_on=date(2025, 3, 1), reference="Q-1")
    words = letter(LetterKind.COMPLAINT, matter(complaints=(asked,)), Language.ZH_HANS).plain_text("")
    assert "2025年3月1日向贵方提出个人信息请求，编号Q-1。" in words


def test_nothing_begins_with_its_complaint_or_after_what_departs_from_a_standard() -> None:
    whole = matter()
    last = whole.happenings[-1].event_id
    for began in (Beginning(date(2025, 4, 1), Basis.SHOWN), Beginning(date(2025, 3, 4), Basis.SHOWN, last)):
        words = letter(LetterKind.COMPLAINT, replace(whole, began=began), Language.ZH_HANS).plain_text("")
        assert "争议始于" not in words
    shown = replace(whole, began=Beginning(date(2025, 3, 4), Basis.SHOWN, last), findings=())
    words = letter(LetterKind.COMPLAINT, shown, Language.EN).plain_text("")
    assert "It has been in dispute since 4 March 2025 (exhibit 4)." in words


@pytest.mark.parametrize("language", Language)
def test_a_mandate_stands_among_what_goes_with_the_letter(language: Language) -> None:
    mandate = section("letters", language)["mandate.cn"]
    spoken_for = matter(dispute=replace(DISPUTE, representative="王芳"))
    assert letter(LetterKind.COMPLAINT, spoken_for, language).sections[-1].statements[-1].text == mandate
    alone = letter(LetterKind.COMPLAINT, matter(), language)
    assert mandate not in [each.text for each in alone.statements]


@pytest.mark.parametrize(
    ("body", "zone", "word"),
    [
        ("", "Asia/Taipei", "委任書"),
        ("", "Asia/Singapore", "授權書"),
        ("", "Asia/Hong_Kong", "授權書"),
        ("", "Asia/Shanghai", "授權委託書"),
        ("tw-foi", "Asia/Shanghai", "委任書"),
        ("hk-fdrc", "Asia/Taipei", "授權書"),
        ("cn-nfra", "Asia/Taipei", "授權委託書"),
        ("us-cfpb", "Asia/Taipei", "授權書"),
    ],
)
def test_a_mandate_is_called_as_where_the_letter_goes(body: str, zone: str, word: str) -> None:
    spoken_for = matter(dispute=replace(DISPUTE, representative="王芳", zone_name=zone))
    written = letter(LetterKind.COMPLAINT, spoken_for, Language.ZH_HANT, body)
    assert written.sections[-1].statements[-1].text == word
    assert f"（附{word}）" in written.plain_text("")


def test_a_letter_goes_by_the_place_whose_law_the_dispute_is_under() -> None:
    """The currency tells it, as for the ladder and the findings: somebody may sit elsewhere."""
    of_taiwan = replace(DISPUTE, representative="王芳", amount=Decimal(3000), currency="TWD")
    written = letter(LetterKind.COMPLAINT, matter(dispute=of_taiwan), Language.ZH_HANT)
    assert (written.title, written.sections[-1].statements[-1].text) == ("申訴書", "委任書")
