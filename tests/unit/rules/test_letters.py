"""Letters say what is confirmed and nothing else."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from evidence_app.domain.disputes import Basis, Beginning, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint, ComplaintOutcome, PromiseState
from evidence_app.phrases import Language, phrase, section
from evidence_app.rules.cited import cited_in
from evidence_app.rules.claim import Claim
from evidence_app.rules.documents import Documents
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.found import Found
from evidence_app.rules.ladder import ladder_of
from evidence_app.rules.law import bodies, rules, sources
from evidence_app.rules.letter_blanks import blanks
from evidence_app.rules.letter_facts import MOST_FACTS
from evidence_app.rules.letter_sentences import LEAST_QUOTE, LONGEST_QUOTE, shortened
from evidence_app.rules.letters import Section, Statement, letter
from evidence_app.rules.promises import Promise
from evidence_app.rules.sources import Citation, Confidence
from evidence_app.rules.territories import Territory
from tests.unit.rules.lettering import DISPUTE, facts_of, matter, written_to
from tests.unit.rules.situations import call, message, payment, situation


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_is_whole_in_every_language(kind: LetterKind, language: Language) -> None:
    written = letter(kind, matter(), language)
    assert written.addressee == "示例消费金融有限公司"
    for each in written.statements:
        assert each.text
        assert not re.search(r"[{}\u00a0]|None", each.text)  # a no-break space is not found by who looks for a space


@pytest.mark.parametrize("language", Language)
def test_every_kind_of_dispute_has_its_matter_and_demands(language: Language) -> None:
    for kind in DisputeType:
        written = letter(LetterKind.COMPLAINT, matter(dispute=replace(DISPUTE, type=kind)), language)
        assert len(written.statements) > 5


@pytest.mark.parametrize(
    ("state", "asked"),
    [(None, False), (PromiseState.KEPT, False), (PromiseState.WITHDRAWN, False)]
    + [(PromiseState.OPEN, True), (PromiseState.BROKEN, True)],
)
def test_nobody_asks_for_promises_to_be_kept_where_there_is_none_to_keep(
    state: PromiseState | None, *, asked: bool
) -> None:
    said = message("2025-03-03T09:00:00")._replace(promise="两天内核实")
    promises = () if state is None else (Promise(said, state, overdue=False),)
    poor = replace(DISPUTE, type=DisputeType.POOR_SERVICE)
    written = letter(LetterKind.COMPLAINT, matter(dispute=poor, promises=promises), Language.ZH_HANS).plain_text("")
    assert ("兑现已经作出的承诺" in written) == asked
    assert "由专人书面答复" in written


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


def test_what_a_list_of_calls_writes_beside_a_call_is_not_said_twice() -> None:
    row, more = (
        call(f"2025-03-0{day}T10:00:00", Direction.IN, 106)._replace(text=text)
        for day, text in enumerate(("来电1分46秒", "自称法务"), 1)
    )
    told = " ".join(facts_of(LetterKind.COMPLAINT, row, more))
    assert "（通话1分46秒）" in told
    assert "来电1分46秒" not in told
    assert "自称法务" in told


def test_only_a_row_that_was_read_off_a_list_of_calls_stands_for_several() -> None:
    row = call("2025-03-01T10:00:00", Direction.IN, 106)._replace(text="(3) 三天内回复", origin=Origin.PICTURE)
    [read] = facts_of(LetterKind.COMPLAINT, row)
    [typed] = facts_of(LetterKind.COMPLAINT, row._replace(origin=Origin.PERSON))
    assert ("合并" in read, "(3)" in read) == (True, False)
    assert ("合并" in typed, "(3) 三天内回复" in typed) == (False, True)


def test_a_mail_is_quoted_without_the_lines_of_its_header() -> None:
    header = "From: 客服 <a@b.example>\nTo: c@d.example\nDate: Mon, 03 Mar 2025 16:42:10 +0800\nMessage-ID: <1@b>"
    mail = message("2025-03-03T16:42:10", text=f"关于您的申请\n\n不予解除。\n\n{header}", number="a@b.example")
    written = letter(LetterKind.COMPLAINT, matter(happenings=(mail,), findings=()), Language.ZH_HANS)
    [told] = [each.text for each in written.statements if "不予解除" in each.text]
    assert "发来电子邮件：“关于您的申请 / 不予解除。”" in told
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


def test_a_filing_that_was_recorded_twice_is_told_once() -> None:
    once = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 1), reference="TS-1")
    assert written_to("cn-nfra", complaints=(once, replace(once, id="e"))).count("TS-1") == 1
    answered = replace(once, id="e", replied_on=date(2025, 3, 9), reply="不退")
    assert written_to("cn-nfra", complaints=(once, answered)).count("TS-1") == 2  # a person has to say which


def test_a_filing_is_shown_by_who_names_its_number_and_the_one_that_was_passed_on_is_told_to_its_body() -> None:
    own = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 1), reference="SRB2025030107")
    passed_on = Complaint(
        id="e", dispute_id="d", body="cn-nfra", filed_on=date(2025, 3, 5), transferred_on=date(2025, 3, 9)
    )
    receipt = message("2025-03-01T15:00:00", text="您的投诉已受理,编号SRB2025030107")
    made = matter(
        happenings=(receipt,),
        findings=(),
        complaints=(own, passed_on),
        exhibit_numbers={receipt.event_id: (4,)},
        today=date(2025, 3, 20),
    )
    written = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, "cn-nfra")
    [one, other] = next(each.statements for each in written.sections if each.heading == "此前的投诉")
    assert (one.event_ids, "证据4" in one.text) == ((receipt.event_id,), True)
    assert "2025年3月5日向国家金融监督管理总局" in other.text
    assert "2025年3月9日转办给机构" in other.text


@pytest.mark.parametrize("known_by", ["its event", "its number", "its body"])
def test_earlier_filings_are_told_once_and_in_order_of_time_with_the_words_of_their_entries(known_by: str) -> None:
    def step(at: str, text: str, **facts: object) -> Happening:
        return message(at, Direction.OUT, text)._replace(kind=EventKind.COMPLAINT, **facts)  # type: ignore[arg-type]

    first = step("2025-03-05", "电话投诉被扣费，客服称没有时限。", body="示例消费金融有限公司", reference="TS-1")
    urged, later = step("2025-03-06", "再次催促"), step("2025-03-09", "投诉至12378", body="12378")
    recorded = {"event_id": first.event_id if known_by == "its event" else ""}
    recorded["reference"] = "" if known_by == "its body" else "TS-1"
    filed = [
        Complaint(id="b", dispute_id="d", body="cn-nfra", filed_on=date(2025, 3, 9), event_id=later.event_id),
        Complaint(id="a", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 5), **recorded),
    ]
    made = matter(happenings=(first, urged, later), findings=(), complaints=filed, exhibit_numbers={})
    written = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, "cn-12315")
    assert [each.event_ids for each in written.sections[written.facts].statements] == [(urged.event_id,)]
    [told] = [each.statements for each in written.sections if each.heading == "此前的投诉"]
    assert [each.event_ids for each in told] == [(first.event_id,), (later.event_id,)]
    assert "投诉" + "，编号TS-1" * (known_by != "its body") + "：电话投诉被扣费，客服称没有时限。" in told[0].text
    assert told[1].text == "2025年3月9日向国家金融监督管理总局（12378）投诉。"
    assert not [each for each in written.additions if each.statement.event_ids != (urged.event_id,)]
    to_them = letter(LetterKind.STOP_CONTACT, made, Language.ZH_HANS)
    assert "此前的投诉" not in to_them.plain_text("")


def test_two_entries_of_one_day_about_one_filing_are_both_told_in_it() -> None:
    filed = Complaint(id="a", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 5))
    said = ("电话投诉被扣费。", "示例消费金融有限公司", "又在应用内提交了扣费截图。", "电话投诉被扣费。")
    steps = [
        message(f"2025-03-05T1{hour}:00", Direction.OUT, text)._replace(
            kind=EventKind.COMPLAINT, body=DISPUTE.institution
        )
        for hour, text in enumerate(said)
    ]
    made = matter(happenings=steps, findings=(), complaints=[filed], exhibit_numbers={})
    written = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, "cn-nfra")
    [told] = [each.statements for each in written.sections if each.heading == "此前的投诉"]
    assert "投诉：电话投诉被扣费；又在应用内提交了扣费截图。" in told[0].text
    assert told[0].event_ids == tuple(each.event_id for each in steps)


@pytest.mark.parametrize(("today", "told"), [(date(2025, 6, 1), True), (date(2025, 4, 20), False)])
def test_a_mediator_is_told_that_the_time_is_over_for_which_it_has_people_wait(today: date, told: bool) -> None:
    filed = Complaint(id="c", dispute_id="d", body="hk-institution", filed_on=date(2025, 3, 1))
    found = ladder_of(Territory.of("HK"), DisputeType.OTHER, [filed], today)
    dispute = replace(DISPUTE, zone_name="Asia/Hong_Kong")
    made = matter(dispute=dispute, complaints=(filed,), today=today, clocks=found.clocks)
    words = [
        letter(LetterKind.COMPLAINT, made, Language.ZH_HANS, each).plain_text("") for each in ("hk-fdrc", "hk-hkma")
    ]
    assert ["（银行最长60日）已于2025年4月30日届满（依据：香港金管局" in each for each in words] == [told, False]
    assert (found.waited_out(today) is not None) is told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({}, "截至2025年6月1日没有答复的记录。"),
        (
            {"replied_on": date(2025, 3, 20), "outcome": ComplaintOutcome.REFUSED, "reply": "须由机构办理"},
            "2025年3月20日答复（不支持），据我记录，内容为：须由机构办理",
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
    heard = letter(LetterKind.COMPLAINT, replace(made, with_news={"c"}), Language.ZH_HANS, "cn-nfra").plain_text("")
    assert "没有答复的记录" not in heard
    spoken = letter(LetterKind.COMPLAINT, made, Language.EN, "cn-nfra").plain_text("")
    assert re.search(r"1 March 2025: complaint to 示例消费金融有限公司\. (Answered on|No answer|Outcome)", spoken)
    assert "(Refused)" not in spoken  # in the middle of a sentence


@pytest.mark.parametrize("language", Language)
def test_of_an_entry_that_may_be_the_answer_a_letter_asks_its_writer_and_says_of_no_answer_that_it_is_missing(
    language: Language,
) -> None:
    known = matter()
    entry = known.happenings[1]
    filed = Complaint(id="c", dispute_id="d", body="cn-institution", filed_on=date(2025, 3, 1))
    made = replace(known, complaints=(filed,), today=date(2026, 1, 1), perhaps_answered={"c": entry})
    told = letter(LetterKind.COMPLAINT, made, language, "cn-nfra")
    [said] = [
        one for each in told.sections for one in each.statements if "2025" in one.text and blanks().search(one.text)
    ]
    assert entry.event_id in said.event_ids
    assert max(phrase("letters", "line.unanswered", language, day="\0").split("\0"), key=len).strip() not in said.text
    assert phrase("letters", "exhibits", language, numbers="2") in said.text


def test_only_words_that_an_entry_has_are_quoted_as_the_answer() -> None:
    known = matter()
    entry = next(each for each in known.happenings if each.words and each.day is not None)
    assert entry.day is not None
    facts: dict[str, Any] = {"replied_on": entry.day, "reply_ids": (entry.event_id,), "filed_on": date(2025, 1, 1)}
    for reply, told in (
        (entry.words[:6], f": “{entry.words[:6]}”"),
        ("没有说的话", "; as I noted the answer: 没有说的话"),
    ):
        filed = Complaint(id="c", dispute_id="d", body="cn-institution", reply=reply, **facts)
        made = replace(known, complaints=(filed,), today=date(2026, 1, 1))
        assert told in letter(LetterKind.COMPLAINT, made, Language.EN, "cn-nfra").plain_text("")


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


def test_what_a_person_wrote_of_a_payment_is_told_and_what_a_bill_calls_it_is_not() -> None:
    typed = payment("2025-03-04", "3000", Direction.OUT)._replace(text="误付，收款人弄错了", origin=Origin.PERSON)
    [told] = facts_of(LetterKind.COMPLAINT, typed)
    assert told.endswith("支付人民币 3,000.00 元：误付，收款人弄错了")
    [told] = facts_of(LetterKind.COMPLAINT, typed._replace(origin=Origin.EXPORT))
    assert told.endswith("支付人民币 3,000.00 元")


def test_harassment_begins_with_no_later_contact_than_the_first_and_a_request_to_stop_tells_that_one() -> None:
    night, threat = call("2025-03-01T23:10:00"), message("2025-03-02T10:00:00", text="再不还款就打给你公司")
    began = Beginning(date(2025, 3, 2), Basis.SHOWN, threat.event_id)
    for kind, is_part in ((DisputeType.HARASSMENT, True), (DisputeType.POOR_SERVICE, False)):
        made = matter(dispute=replace(DISPUTE, type=kind), happenings=(night, threat), findings=(), began=began)
        words = letter(LetterKind.COMPLAINT, made, Language.ZH_HANS).plain_text("")
        assert ("争议始于" in words) is not is_part
        assert ("23:10" in letter(LetterKind.STOP_CONTACT, made, Language.ZH_HANS).plain_text("")) is is_part


def test_a_stated_day_is_shown_by_what_is_told_of_it_where_the_matter_states_nothing() -> None:
    paid = payment("2025-03-04", "3000", Direction.OUT)
    for day, shown in ((date(2025, 3, 4), (paid.event_id,)), (date(2025, 3, 3), ())):
        of_mistake = replace(DISPUTE, type=DisputeType.OTHER, disputed_since=day)
        began = Beginning(day, Basis.STATED)
        made = matter(dispute=of_mistake, happenings=(paid,), findings=(), began=began)
        said = next(each for each in letter(LetterKind.COMPLAINT, made, Language.EN).statements if "since" in each.text)
        assert (said.event_ids, said.is_fact) == (shown, True)


def test_a_payment_is_told_with_the_number_under_which_the_bank_has_it() -> None:
    failed = payment("2025-03-05", "500", Direction.OUT, Outcome.FAILED)._replace(reference="202503050001")
    back = payment("2025-03-06", "500", Direction.IN, Outcome.REFUNDED)._replace(reference="202503060001")
    words = written_to("", happenings=(failed, back), findings=())
    assert "（失败；编号202503050001）" in words
    assert "500.00 元（编号202503060001）" in words


def test_a_request_to_stop_names_the_standards_that_contacts_depart_from_and_no_others() -> None:
    words = written_to("", LetterKind.STOP_CONTACT)
    assert "GB/T 45251-2025" in words
    assert "与有关规定、标准和承诺不一致之处" not in written_to("", LetterKind.DATA_ACCESS)


def test_an_earlier_report_to_the_police_is_no_complaint() -> None:
    reported = Complaint(id="c", dispute_id="d", body="cn-police", filed_on=date(2025, 3, 1), reference="P-1")
    assert "2025年3月1日向公安机关报案，编号P-1。" in written_to("cn-nfra", complaints=(reported,))
    there = replace(reported, body="tw-police")
    assert "2025年3月1日向警察机关报案，编号P-1。" in written_to("tw-foi", complaints=(there,))
    appealed = replace(reported, body="tw-institution")
    words = written_to("tw-foi", complaints=(appealed,))
    assert "申诉，编号P-1。" in words  # Taiwan's word for it
    assert "此前的申诉" in words
    elsewhere = written_to("tw-foi", complaints=(replace(reported, body="某基金會"),))
    assert "向某基金會申诉" in elsewhere
    assert "此前的投诉" in written_to("cn-nfra", complaints=(appealed,))


def test_a_rule_is_told_to_the_writer_once_as_sure_as_its_least_sure_figure() -> None:
    source = sources()["cba-2026"]
    said = [Statement("", cited=(Citation(source, each),)) for each in (Confidence.HIGH, Confidence.MEDIUM, None)]
    made = letter(LetterKind.COMPLAINT, matter(), Language.EN)
    told = replace(made, sections=(Section("", tuple(said)),))
    assert told.cited == (Citation(source, Confidence.MEDIUM),)


def test_a_complaint_has_one_name_in_a_letter_by_where_it_goes() -> None:
    filed = message("2026-03-02T09:00:00", text="書面提交")._replace(kind=EventKind.COMPLAINT)
    told = {place: written_to(place, happenings=(filed,), findings=()) for place in ("tw-foi", "cn-nfra")}
    assert "申诉记录：書面提交" in told["tw-foi"]
    assert "投诉记录：書面提交" in told["cn-nfra"]
    for words in (*told.values(), *(phrase("letters", "heading.earlier", each) for each in Language)):
        assert not re.search("申訴或投訴|申诉或投诉|投訴或申訴", words)


def test_the_institution_is_addressed_itself() -> None:
    made = matter(dispute=replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN))
    assert "我收到贵方发放的贷款" in letter(LetterKind.COMPLAINT, made, Language.ZH_HANS).plain_text("")
    assert "a loan from you" in letter(LetterKind.COMPLAINT, made, Language.EN, "cn-institution").plain_text("")


@pytest.mark.parametrize("language", Language)
def test_what_is_meant_for_the_person_stands_in_no_letter(language: Language) -> None:
    threat = message("2026-03-02T09:00:00", text="再不还款就上门")
    marked = replace(
        situation(threat),
        documents=Documents(unsourced=("capture-1", "capture-2")),
        tags={threat.event_id: frozenset({"threat"})},
    )
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
    loan = replace(DISPUTE, type=DisputeType.UNAUTHORISED_LOAN)
    shown = replace(whole, dispute=loan, began=Beginning(date(2025, 3, 4), Basis.SHOWN, last), findings=())
    words = letter(LetterKind.COMPLAINT, shown, Language.EN).plain_text("")
    assert "It has been in dispute since 4 March 2025 (exhibit 4)." in words


@pytest.mark.parametrize("language", Language)
def test_a_mandate_stands_among_what_goes_with_the_letter(language: Language) -> None:
    own = Territory.of("CN").mandate
    assert own is not None
    mandate = own[language]
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


def test_a_letter_names_the_institutions_app_to_bodies_too_unless_it_is_the_name_already() -> None:
    assert "App：示例贷" in written_to("", app="示例贷")
    assert "App：示例贷" in written_to("cn-12315", app="示例贷")
    assert "App：" not in written_to("", app=DISPUTE.institution)
    assert "App：" not in written_to("")


@pytest.mark.parametrize("kind", [LetterKind.COMPLAINT, LetterKind.WRITTEN_CONFIRMATION])
def test_a_list_of_calls_shows_the_call_and_not_what_somebody_says_was_said(kind: LetterKind) -> None:
    promised = {"promise": "三天内回电", "promise_due": date(2025, 3, 4), "agent_id": "80231"}
    said = call("2025-03-01T10:00:00", Direction.OUT, duration_s=65)._replace(
        **promised, text="让我等", origin=Origin.EXPORT, typed=frozenset({"text", "promise", "agent_id"})
    )
    promise = Promise(said, PromiseState.OPEN, overdue=True)
    found = findings(situation(said))
    given = matter(happenings=(said,), exhibit_numbers={said.event_id: (3,)}, promises=(promise,), findings=found)
    written = letter(kind, given, Language.ZH_HANS)
    repeated = [each.text for each in written.statements if "三天内回电" in each.text]
    assert len(repeated) == (2 if kind is LetterKind.COMPLAINT else 1)
    assert all(each.endswith("（通话：证据3；所述内容：投诉人陈述，无附件）") for each in repeated)
    assert cited_in(written.plain_text("")) == {3}


def test_an_earlier_filing_names_a_body_in_english_with_its_article() -> None:
    filed = Complaint(id="c", dispute_id="d", body="cn-12315", filed_on=date(2025, 3, 1))
    written = letter(LetterKind.COMPLAINT, matter(complaints=(filed,)), Language.EN, "cn-nfra")
    assert any("complaint to the Market regulation office (12315)" in each.text for each in written.statements)


def test_what_a_lender_did_not_state_is_the_word_of_who_complains() -> None:
    came = payment("2026-09-12", "6800", Direction.IN)
    rule = next(each for each in rules() if each.id == "R3")
    found = RuleFinding(rule, Found((came.event_id,), {"day": "2026-09-12"}, own_word="answer"))
    given = matter(happenings=(came,), exhibit_numbers={came.event_id: (15,)}, findings=(found,))
    written = letter(LetterKind.COMPLAINT, given, Language.ZH_HANS)
    assert any(each.text.endswith("（款项：证据15；没有明示：投诉人陈述，无附件）") for each in written.statements)


def test_the_exhibit_of_a_call_of_which_nothing_is_written_shows_no_words_unless_it_is_a_recording() -> None:
    bare = call("2026-09-03T10:00:00")
    rule = next(each for each in rules() if each.id == "C5")
    found = RuleFinding(rule, Found((bare.event_id,), {"count": "1", "from_day": "2026-09-03", "to_day": "2026-09-03"}))
    for recorded, ending in (
        (frozenset(), "（通话：证据4；所述内容：投诉人陈述，无附件）"),
        ({bare.event_id}, "（证据4）"),
    ):
        shown = {bare.event_id: (4,)}
        given = matter(happenings=(bare,), exhibit_numbers=shown, findings=(found,), recorded=recorded)
        written = letter(LetterKind.COMPLAINT, given, Language.ZH_HANS)
        [said] = [each.text for each in written.statements if "透露债务信息（由投诉人标注）" in each.text]
        assert said.endswith(ending)
        assert sum(each.text.endswith("（证据4）") for each in written.statements) == 1 + (ending == "（证据4）")


@pytest.mark.parametrize("language", Language)
def test_the_exhibit_of_a_payout_is_not_given_for_the_principal_that_a_person_states(language: Language) -> None:
    came, more = (payment(f"2026-09-1{day}", "3000", Direction.IN) for day in (2, 3))
    rule = next(each for each in rules() if each.id == "R2")
    facts = {"amount": "6000", "principal": "8000", "currency": "CNY"}
    typed = RuleFinding(rule, Found((came.event_id, more.event_id), facts, own_word="principal"))
    shown = {came.event_id: (15,)}
    given = matter(happenings=(came, more), exhibit_numbers=shown, findings=(typed,))
    bare = phrase("letters", "exhibits_none", language, count=1)
    cited = phrase("letters", "exhibits_principal", language, numbers=f"15{bare}")
    [said] = [each.text for each in letter(LetterKind.COMPLAINT, given, language).statements if "8,000" in each.text]
    assert said.endswith(cited)
    assert cited_in(said) == {15}


def test_a_letter_about_ones_data_asks_within_the_time_of_its_law_and_speaks_of_no_missing_entries() -> None:
    """In Taiwan and the UK it named no law, gave 15 days, and said of a full timeline that nothing is confirmed."""
    day = date(2026, 11, 27)
    for zone, law, kind, due in (
        ("Asia/Taipei", "《个人资料保护法》第3、11、13条", LetterKind.DATA_CORRECTION, "2026年12月27日"),
        ("Asia/Taipei", "《个人资料保护法》第3、10、13条", LetterKind.DATA_ACCESS, "2026年12月12日"),
        ("Europe/London", "UK GDPR", LetterKind.DATA_ACCESS, "2026年12月27日"),
    ):
        there = replace(matter().dispute, zone_name=zone)
        words = written_to("", kind, dispute=there, happenings=(), today=day, reply_by=date(2026, 12, 12))
        assert law in words
        assert f"{due}当日或之前书面答复" in words
        assert "还没有" not in words
        assert "事实经过" not in words, "who asks what is held need not tell what happened"


@pytest.mark.parametrize("kind", [LetterKind.DATA_ACCESS, LetterKind.DATA_DELETION])
def test_a_letter_about_ones_data_says_how_long_its_law_lets_the_answer_be_put_off(kind: LetterKind) -> None:
    def asked(zone: str, kind: LetterKind = kind) -> str:
        there, day = replace(matter().dispute, zone_name=zone), date(2026, 11, 27)
        return written_to("", kind, dispute=there, happenings=(), today=day, reply_by=date(2026, 12, 12))

    words = asked("Europe/Berlin")
    assert "请于2026年12月27日当日或之前书面答复" in words
    assert "最迟不超过2027年2月27日。（依据：欧盟《通用数据保护条例》" in words
    assert "最迟不超过" not in asked("Asia/Shanghai") + asked("Europe/Berlin", LetterKind.STOP_CONTACT)


@pytest.mark.parametrize(
    ("words", "end"),
    [
        ("They may sue. Pay by November 20, 2026 or else. " * 20, "They may sue.…"),
        ("你在2026年11月20日前可以提出异议，欠款2350元" * 40, "提出异议，…"),
        ("pay by 4 May 2027 to us " * 40, " us pay…"),
        ("扣除二千三百五十元整款项" * 60, "整款项扣…"),
    ],
)
def test_a_quotation_ends_with_a_sentence_or_a_word_and_never_within_a_number_or_a_day(words: str, end: str) -> None:
    quoted = shortened(words)
    assert quoted.endswith(end)
    assert LEAST_QUOTE < len(quoted) <= LONGEST_QUOTE
    assert shortened(words[: LEAST_QUOTE + 50]) == words[: LEAST_QUOTE + 50].strip()


def test_a_one_time_code_is_no_fact_by_itself_and_starred_where_it_is_told() -> None:
    code = message("2025-03-02T09:00:00", text="【示例】您的验证码为482913，请勿告诉他人")
    asks = code._replace(event_id="asks", text="请三天内还款，否则起诉")
    kind = LetterKind.COMPLAINT
    [only] = facts_of(kind, code, asks)
    assert "起诉" in only
    [told] = facts_of(kind, code, tags={code.event_id: {"threat"}})
    assert "验证码为******" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("首期供款自戶口扣除", "某银行从我的账户扣款人民币 3,000.00 元：首期供款自戶口扣除"),
        ("代扣第二期", "某银行从我的账户扣款"),
        ("direct debit", "某银行从我的账户扣款"),
        ("我转账还款，没扣款", "向某银行支付"),
    ],
)
def test_what_the_institution_took_is_not_told_as_paid_to_it(words: str, told: str) -> None:
    taken = payment("2025-03-04", "3000", Direction.OUT)._replace(party="某银行", text=words)
    [only] = facts_of(LetterKind.COMPLAINT, taken)
    assert told in only
    [row] = facts_of(LetterKind.COMPLAINT, taken._replace(origin=Origin.EXPORT))
    assert "向某银行支付" in row  # a bank tells of purchases in such words, too


def test_a_letter_to_a_us_collector_disputes_the_debt_and_asks_to_verify_it_before_all_else() -> None:
    own = replace(DISPUTE, demands=("删除征信记录",))
    said = written_to("us-reg-f", dispute=own)
    assert said.index("1. 我对这笔债务提出书面异议。请提供对债务的核实") < said.index("2. 删除征信记录")
    assert "依据：美国F条例，对债务的书面异议" in said
    assert "书面异议" not in written_to("us-institution", dispute=own)
