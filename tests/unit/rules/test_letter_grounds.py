"""What a letter rests on beside its facts: standards, promises and periods, contract numbers, the law on data."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.actions.letters import matter_of
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.happenings import Happening
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.pages import FilePage
from evidence_app.domain.pairs_of_payments import NO_PAIRS
from evidence_app.domain.workspace import Channel, ChannelKind, Complaint, EventMark, Institution, LoanTerms
from evidence_app.phrases import Language, phrase
from evidence_app.rules.documents import Documents
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.law import body
from evidence_app.rules.letter_blanks import blanks
from evidence_app.rules.letters import LetterText, Matter, Statement, letter
from evidence_app.rules.references import Accepted
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import call, instalment, message, payment

TODAY = date(2026, 11, 24)
IN, OUT = Direction.IN, Direction.OUT
SIDE = Institution(id="i", dispute_id="d", numbers=("95500",))
MADE = datetime(2026, 9, 1, tzinfo=UTC)


def written(
    kind: DisputeType,
    *happenings: Happening,
    form: LetterKind = LetterKind.COMPLAINT,
    body: str = "",
    language: Language = Language.EN,
    documents: Documents | None = None,
    zone: str = "Asia/Shanghai",
    **stated: object,
) -> LetterText:
    about = Dispute(
        id="d", created_at=MADE, title="案", type=kind, institution="示例公司", complainant="李明", zone_name=zone
    )
    given = Stated(**{"institution": SIDE, **stated})  # type: ignore[arg-type]
    found = work_out(about, happenings, given, TODAY, documents or Documents())
    return letter(form, matter_of(found, {}, NO_PAIRS), language, body)


def part(of: LetterText, heading: str, language: Language = Language.EN) -> list[Statement]:
    name = phrase("letters", f"heading.{heading}", language)
    return [each for section in of.sections if section.heading == name for each in section.statements]


ASKED = call("2026-08-20T10:00:00", OUT)._replace(text="查询")
FILED = message("2026-09-01T10:00:00", OUT, "书面投诉")._replace(kind=EventKind.COMPLAINT, body="投诉部门")


def filing(event_id: str = "", body: str = "cn-institution") -> Complaint:
    return Complaint(id="c", dispute_id="d", body=body, filed_on=date(2026, 9, 1), event_id=event_id)


@pytest.mark.parametrize("language", Language)
def test_a_regulator_reads_that_the_institutions_time_has_passed_and_by_which_rule(language: Language) -> None:
    kind = DisputeType.POOR_SERVICE
    told = written(kind, ASKED, FILED, body="cn-nfra", language=language, complaints=(filing(FILED.event_id),))
    [late] = part(told, "standards", language)
    assert late.event_ids == (FILED.event_id,)
    assert late.cited
    assert not late.is_unsupported
    [unlinked] = part(
        written(kind, ASKED, FILED, body="cn-nfra", language=language, complaints=(filing(),)), "standards", language
    )
    assert unlinked.is_unsupported
    answered = replace(filing(FILED.event_id), replied_on=date(2026, 9, 5))
    assert not part(
        written(kind, ASKED, FILED, body="cn-nfra", language=language, complaints=(answered,)), "standards", language
    )


def test_that_a_regulator_is_late_is_nothing_that_the_institution_departs_from() -> None:
    told = written(DisputeType.POOR_SERVICE, ASKED, FILED, complaints=(filing(FILED.event_id, "cn-pboc"),))
    assert not [each for each in part(told, "standards") if "People's Bank" in each.text]


@pytest.mark.parametrize("language", Language)
def test_a_notice_without_anything_overdue_and_a_broken_promise_stand_in_the_letter_without_an_empty_source(
    language: Language,
) -> None:
    promised = call("2026-09-01T10:00:00", OUT)._replace(promise="两天内退款", promise_due=date(2026, 9, 3))
    notice = message("2026-09-10T10:00:00", text="您的分期已逾期，请还款")
    paid = instalment("2026-08-20", "433", Outcome.PAID)
    told = written(DisputeType.REFUND_REFUSED, paid, promised, notice, language=language)
    said = part(told, "standards", language)
    assert {frozenset(each.event_ids) for each in said} == {
        frozenset({promised.event_id}),
        frozenset({notice.event_id, paid.event_id}),
    }
    empty = phrase("letters", "between.cited", language, words="")
    assert not any(empty.strip() in each.text for each in told.statements)


def test_what_is_no_standard_and_no_word_of_theirs_is_not_told_as_departing() -> None:
    many = [message(f"2026-09-{day:02}T10:00:00", text=f"您好，请处理{day}") for day in range(1, 9)]
    assert not part(written(DisputeType.POOR_SERVICE, *many), "standards")  # S1 counts messages, without a limit
    third = call("2026-09-10T10:00:00", number="13900000000")
    mark = EventMark(id="m", dispute_id="d", event_id=third.event_id, tags=("third_party",))
    assert not part(written(DisputeType.HARASSMENT, third, marks=(mark,)), "standards")  # a mere fact


def test_a_filing_that_an_event_shows_is_no_beginning_either() -> None:
    told = written(DisputeType.POOR_SERVICE, ASKED, FILED, complaints=(filing(FILED.event_id),))
    assert not [each for each in told.statements if "in dispute since" in each.text]


def numbers_in(of: LetterText) -> list[Statement]:
    return list(of.sections[1].statements[1:])


def test_a_complaint_about_a_refund_names_the_merchant_that_the_payments_name_and_no_wallet() -> None:
    order = payment("2026-08-01", "1299", OUT)._replace(party="好物商城")
    others = [payment("2026-08-02", "1299", OUT)._replace(party=each) for each in ("支付宝", "*伟", "示例公司")]
    told = numbers_in(written(DisputeType.REFUND_REFUSED, order, *others))
    named = [each for each in told if "Merchant" in each.text]
    assert [(each.text[-4:], each.event_ids) for each in named] == [("好物商城", (order.event_id,))]
    assert not [each for each in numbers_in(written(DisputeType.OTHER, order)) if "Merchant" in each.text]


@pytest.mark.parametrize("language", Language)
def test_a_letter_names_the_contract_and_what_shows_its_number(language: Language) -> None:
    named = message("2026-08-21T10:00:00", text="您的合同号HT20260722001已生效")
    bill = payment("2026-08-22", "500", OUT)._replace(reference="20260822000001")
    accepted = (Accepted("HT20260722001", named.event_id),)
    told = written(DisputeType.UNAUTHORISED_LOAN, named, bill, language=language, references=accepted)
    [line] = numbers_in(told)
    assert "HT20260722001" in line.text
    assert "20260822000001" not in line.text  # payments have their numbers beside them
    assert line.event_ids == (named.event_id,)


def test_a_number_that_confirmed_words_call_the_contracts_or_a_tickets_fills_the_line() -> None:
    ticket = call("2026-08-20T10:00:00", OUT)._replace(text="申请冻结，工单20261001")
    contract = message("2026-08-21T10:00:00", text="您的合同编号：HT20260722001已生效")
    asked = message("2026-08-22T10:00:00", text="请提供您的订单号：123456789")
    shown = FILED._replace(exhibit_ids=("page",))
    filed = replace(filing(FILED.event_id), reference="TS2026100588")
    unshown = replace(filing(), id="e", reference="TS2026100999")
    kind = DisputeType.UNAUTHORISED_LOAN
    [line] = numbers_in(written(kind, ticket, contract, asked, shown, complaints=(filed, unshown)))
    assert line.text.endswith("no.: HT20260722001, 20261001, TS2026100588")
    assert line.event_ids == (contract.event_id, ticket.event_id, FILED.event_id)
    [line] = numbers_in(written(kind, contract, FILED, complaints=(filed,)))
    assert line.text.endswith("no.: HT20260722001")  # a filing that was typed tells its number, and no exhibit shows it
    assert numbers_in(written(kind, asked))[0].text.endswith("case]")


def test_of_more_orders_than_a_letter_names_none_is_taken_for_the_one_that_is_meant() -> None:
    orders = [message(f"2026-08-2{n}T10:00:00", text=f"您的订单号：20260822000{n}已发货") for n in range(4)]
    [line] = numbers_in(written(DisputeType.REFUND_REFUSED, *orders))
    assert line.text.endswith("case]")
    [line] = numbers_in(written(DisputeType.REFUND_REFUSED, *orders, references=(Accepted("202608220002"),)))
    assert line.text.endswith("no.: 202608220002")


def test_no_longer_number_and_no_time_shows_a_number_that_only_begins_it() -> None:
    other = message("2026-08-21T10:00:00", text="您的保单号HT202607220019，12:30前回电")
    filed = replace(filing(), reference="12")
    told = written(DisputeType.HARASSMENT, other, references=(Accepted("HT20260722001"),), complaints=(filed,))
    assert [(line.text.endswith("no.: HT20260722001"), line.event_ids) for line in numbers_in(told)] == [(True, ())]


def test_a_number_that_stands_on_a_page_names_its_page_and_one_that_stands_nowhere_is_marked() -> None:
    accepted = (Accepted("HT20260722001"),)
    pages = Documents(pages=[FilePage("page", 1, "合同", "text", "合同编号：HT20260722001")])
    [line] = numbers_in(written(DisputeType.UNAUTHORISED_LOAN, ASKED, documents=pages, references=accepted))
    assert line.event_ids == ("page",)
    [line] = numbers_in(written(DisputeType.UNAUTHORISED_LOAN, ASKED, references=accepted))
    assert line.is_unsupported


def test_a_number_accepted_on_a_picture_cites_the_picture() -> None:
    accepted = (Accepted("HT20260722001", exhibit_id="x"),)
    pages = Documents(pages=[FilePage("page", 2, "截图", "screen", "合同编号", "x")])
    about = Dispute(id="d", created_at=MADE, title="案", type=DisputeType.UNAUTHORISED_LOAN, institution="示例公司")
    found = work_out(about, (ASKED,), Stated(institution=SIDE, references=accepted), TODAY, pages)
    original = Original("0" * 64, 1, Media(MediaKind.IMAGE, "image/png"))
    picture = Exhibit(
        id="x", dispute_id="d", number=2, original=original, name="a.png", added_at=MADE, title="合同截图"
    )
    told = letter(LetterKind.COMPLAINT, matter_of(found, {"x": picture}, NO_PAIRS), Language.EN)
    [line] = numbers_in(told)
    assert line.event_ids == ("page",)
    assert line.text == "Contract, order or case no.: HT20260722001 (exhibit 2)"
    assert [each.text for each in part(told, "evidence")] == ["Exhibit 2: 合同截图"]


@pytest.mark.parametrize("language", Language)
def test_a_regulators_number_says_whose_it_is_and_is_never_the_institutions(language: Language) -> None:
    kind = DisputeType.UNAUTHORISED_LOAN
    ticket = message("2026-09-01T11:00:00", text="工单号GD20260901-4471")
    theirs = message("2026-09-02T11:00:00", text="投诉已收到，编号JR202609020318", number="12378")
    mine = message("2026-09-03T11:00:00", OUT, "编号JR202609020318")
    accepted = (Accepted("GD20260901-4471", ticket.event_id), Accepted("JR202609020318", mine.event_id))
    filed = Complaint(id="c", dispute_id="d", body="cn-nfra", filed_on=date(2026, 9, 2), reference="JR202609020318")

    def lines(body: str = "", form: LetterKind = LetterKind.COMPLAINT, *, recorded: bool = True) -> list[Statement]:
        complaints = (filed,) if recorded else ()
        given = {"references": accepted, "complaints": complaints, "body": body, "form": form, "language": language}
        return numbers_in(written(kind, ticket, theirs, mine, **given))  # type: ignore[arg-type]

    [own] = lines()
    assert "GD20260901-4471" in own.text
    assert "JR202609020318" not in own.text  # it stands with the earlier complaint
    assert len(lines(form=LetterKind.STOP_CONTACT)) == 1
    for shown in (lines("cn-nfra"), lines(recorded=False)):
        assert len(shown) == 2
        assert "JR202609020318" not in shown[0].text
        assert shown[1].text.endswith("JR202609020318")
        assert shown[1].event_ids == (theirs.event_id, mine.event_id)
    name = body("cn-nfra").name[language]  # type: ignore[union-attr]
    assert name in lines(recorded=False)[1].text
    assert name not in lines("cn-nfra")[1].text


def test_an_unknown_contract_is_a_blank_where_there_is_one_and_nothing_where_there_is_none() -> None:
    [line] = numbers_in(written(DisputeType.UNAUTHORISED_LOAN, ASKED))
    assert line.text.startswith("Contract, order or case no.: [please fill in")
    assert not line.is_unsupported
    assert numbers_in(written(DisputeType.MISDIRECTED_SMS, ASKED)) == []
    assert numbers_in(written(DisputeType.UNAUTHORISED_LOAN, ASKED, form=LetterKind.DATA_ACCESS)) == []
    assert numbers_in(written(DisputeType.UNAUTHORISED_LOAN, ASKED, body="cn-miit")) == []  # about somebody else


@pytest.mark.parametrize(
    ("said", "is_of_data"),
    [
        ("请删除我的个人信息", True),
        ("你們從哪裡取得我的個資", True),
        ("我的征信报告上有这笔逾期", True),
        ("Please correct my credit record", True),
        ("登录即同意《隐私政策》", False),
        ("请提供退款的进度", False),
        ("By logging in you accept our privacy policy", False),
        ("Where is my refund", False),
    ],
)
def test_words_about_data_are_known_in_three_languages(said: str, is_of_data: bool) -> None:
    assert is_said("personal_data", said) == is_of_data


OF_DATA = (LetterKind.DATA_ACCESS, LetterKind.DATA_CORRECTION, LetterKind.DATA_DELETION)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", OF_DATA)
@pytest.mark.parametrize("body", ["", "cn-nfra"])
def test_a_request_about_data_cites_the_law_of_the_place_and_elsewhere_none(
    form: LetterKind, language: Language, body: str
) -> None:
    [asked] = part(written(DisputeType.OTHER, ASKED, form=form, language=language, body=body), "demands", language)
    [law] = [each.source for each in asked.cited]
    assert law.id == f"pipl-{form.value.removeprefix('data_')}"
    assert law.title[language] in asked.text
    if not body:
        away = written(DisputeType.OTHER, ASKED, form=form, language=language, zone="Asia/Hong_Kong")
        [plain] = part(away, "demands", language)
        assert plain.cited == ()
        assert not any(word in plain.text for word in ("rules on", "规定", "規定"))


@pytest.mark.parametrize("language", Language)
def test_only_who_was_never_a_customer_has_all_of_it_deleted(language: Language) -> None:
    def asked(kind: DisputeType) -> str:
        [said] = part(written(kind, ASKED, form=LetterKind.DATA_DELETION, language=language), "demands", language)
        return said.text

    for kind in set(DisputeType) - {DisputeType.MISDIRECTED_SMS}:
        assert phrase("letters", "what.which", language) in asked(kind)  # else evidence of the dispute would go
    assert phrase("letters", "what.which", language) not in asked(DisputeType.MISDIRECTED_SMS)


REFUND_CALL = call("2026-09-02T10:00:00", OUT)._replace(text="客服说不能退款")
PAID = payment("2026-09-01", "500", OUT)
DATA_ASKED = message("2026-09-03T10:00:00", OUT, "请告知你们保存了我的哪些个人信息")
LOGIN = message("2026-09-04T10:00:00")._replace(kind=EventKind.LOGIN, text="新设备登录")
COLLECTED = message("2026-09-05T10:00:00", text="您的借款已逾期，请还款")
CAME = payment("2026-09-06", "3000", IN)
EVERY = (PAID, REFUND_CALL, DATA_ASKED, LOGIN, COLLECTED, CAME)


@pytest.mark.parametrize(
    ("kind", "belong"),
    [
        (DisputeType.REFUND_REFUSED, {DATA_ASKED, LOGIN}),
        (DisputeType.MISDIRECTED_SMS, {DATA_ASKED, LOGIN, COLLECTED}),
        (DisputeType.UNAUTHORISED_LOAN, {DATA_ASKED, LOGIN, CAME}),
    ],
)
@pytest.mark.parametrize("form", OF_DATA)
def test_a_request_about_data_tells_of_data_and_of_nothing_else(
    kind: DisputeType, belong: set[Happening], form: LetterKind
) -> None:
    told = part(written(kind, *EVERY, form=form), "facts")
    assert {event_id for each in told for event_id in each.event_ids} == {each.event_id for each in belong}


def test_a_request_about_data_needs_few_of_many_collection_contacts_and_no_promise_of_something_else() -> None:
    many = [message(f"2026-09-{day:02}T10:00:00", text=f"您的借款已逾期{day}天，请还款") for day in range(6, 29)]
    asked = [call(f"2026-09-{day:02}T11:00:00") for day in range(6, 29)]
    refund = message("2026-09-29T10:00:00", text="本周五退还240元")._replace(promise="本周五退还240元")
    mark = EventMark(id="m", dispute_id="d", event_id=many[9].event_id, tags=("disclosed",))
    happened = (DATA_ASKED, *many, *asked, refund)
    whole = written(DisputeType.HARASSMENT, *happened, form=LetterKind.DATA_ACCESS, marks=(mark,))
    told = part(whole, "facts")
    ids = {event_id for each in told for event_id in each.event_ids}
    assert len(told) <= 6
    assert {DATA_ASKED.event_id, many[9].event_id} <= ids
    assert refund.event_id not in ids
    assert "另有" not in str(whole)


def test_what_was_told_to_others_belongs_into_a_request_about_data() -> None:
    mark = EventMark(id="m", dispute_id="d", event_id=REFUND_CALL.event_id, tags=("disclosed",))
    told = part(written(DisputeType.REFUND_REFUSED, *EVERY, form=LetterKind.DATA_ACCESS, marks=(mark,)), "facts")
    assert REFUND_CALL.event_id in {event_id for each in told for event_id in each.event_ids}


def test_a_confirmation_of_calls_that_nothing_shows_is_marked() -> None:
    [asked] = part(written(DisputeType.POOR_SERVICE, FILED, form=LetterKind.WRITTEN_CONFIRMATION), "demands")
    assert asked.is_unsupported
    spoken = call("2026-08-20T10:00:00", OUT, 95)._replace(amount=Decimal(1))
    [asked] = part(written(DisputeType.POOR_SERVICE, spoken, form=LetterKind.WRITTEN_CONFIRMATION), "demands")
    assert asked.event_ids == (spoken.event_id,)


@pytest.mark.parametrize("language", Language)
def test_what_is_usually_asked_is_marked_until_somebody_says_what_they_ask(language: Language) -> None:
    mark = phrase("letters", "line.usual", language)
    for asked, is_marked in (((), True), (("退还800元",), False)):
        about = Dispute(id="d", created_at=MADE, title="案", type=DisputeType.LOAN_PORTAL, institution="示例公司")
        found = work_out(replace(about, demands=asked), (ASKED,), Stated(institution=SIDE), TODAY)
        said = letter(LetterKind.COMPLAINT, matter_of(found, {}, NO_PAIRS), language).plain_text("")
        assert (mark in said) == is_marked
        assert [each.group() for each in blanks().finditer(said)].count(mark) == is_marked


@pytest.mark.parametrize(
    ("to", "language"), [("", Language.ZH_HANS), ("cn-nfra", Language.EN), ("cn-miit", Language.ZH_HANT)]
)
def test_what_was_asked_in_a_filing_to_the_reader_is_what_the_letter_asks_in_the_persons_words(
    to: str, language: Language
) -> None:
    filed = replace(filing(body=to or "cn-institution"), demand="撤销贷款、停止催收")
    elsewhere = replace(filing(body="cn-pboc"), id="e", demand="更正征信")
    name = "demands" if not to else "demands_of"

    def asked(*complaints: Complaint) -> list[str]:
        told = written(DisputeType.UNAUTHORISED_LOAN, ASKED, body=to, language=language, complaints=complaints)
        return [each.text for each in part(told, name, language)]

    assert asked(filed, elsewhere) == [phrase("letters", "line.own_demand", language, demand=filed.demand)]
    assert asked(elsewhere) == asked()


def test_demands_of_the_dispute_go_before_those_of_a_filing() -> None:
    about = Dispute(
        id="d",
        created_at=MADE,
        title="案",
        type=DisputeType.POOR_SERVICE,
        institution="示例公司",
        demands=("退款",),
    )
    filed = replace(filing(), demand="道歉")
    told = letter(LetterKind.COMPLAINT, Matter(about, [ASKED], complaints=[filed]), Language.EN)
    assert [each.text for each in part(told, "demands")] == ["退款"]


def test_a_request_to_stop_contact_tells_of_undated_threats_and_that_it_was_asked_before() -> None:
    threat = message("2026-09-10T10:00:00", text="再不处理警察会上门")._replace(at=None)
    asked = message("2026-09-10T10:01:00", OUT, "请不要联系我的家人")._replace(at=None)
    other = message("2026-09-10T10:02:00", OUT, "转到哪里？")._replace(at=None)
    mark = EventMark(id="m", dispute_id="d", event_id=threat.event_id, tags=("threat",))
    kind = DisputeType.UNAUTHORISED_LOAN
    told = part(written(kind, threat, asked, other, form=LetterKind.STOP_CONTACT, marks=(mark,)), "facts")
    assert [each.event_ids for each in told] == [(threat.event_id,), (asked.event_id,)]


@pytest.mark.parametrize("language", Language)
def test_an_address_that_resembles_the_genuine_one_is_told_with_what_shows_it_where_it_decides(
    language: Language,
) -> None:
    site = Channel(id="s", dispute_id="d", kind=ChannelKind.WEBSITE, value="suredai-kf.com")
    came = message("2026-09-10T10:00:00", text="请登录 www.suredai-kf.com 缴费", number="10690001")
    seen = Documents(pages=[FilePage("page", 4, "网页", "text", "SUREDAI-KF.COM 会员费")])
    known = replace(SIDE, domains=("suredai.com",))
    given = {"institution": known, "channels": (site,), "language": language, "documents": seen}
    told = part(written(DisputeType.LOAN_PORTAL, ASKED, came, **given), "facts", language)  # type: ignore[arg-type]
    [said] = [each for each in told if "suredai-kf.com" in each.text and "suredai.com" in each.text]
    assert said.event_ids == (came.event_id, "page")
    assert "10690001" in said.text
    for kind, form in (
        (DisputeType.HARASSMENT, LetterKind.COMPLAINT),
        (DisputeType.LOAN_PORTAL, LetterKind.DATA_ACCESS),
    ):
        others = written(kind, ASKED, came, form=form, **given)  # type: ignore[arg-type]
        assert not [each for each in others.statements if "suredai.com" in each.text]


def test_an_address_is_told_once_and_by_no_message_of_the_genuine_one_or_of_somebody_close() -> None:
    site = Channel(id="s", dispute_id="d", kind=ChannelKind.WEBSITE, value="https://www.suredai.co")
    came = message("2026-09-10T10:00:00", text="请登录 suredai.co 缴费", number="10690001")
    genuine = message("2026-09-11T10:00:00", text="官网是 suredai.com")
    mother = message("2026-09-12T10:00:00", text="suredai.co 是骗子吧", number="")._replace(party="妈妈")
    known = replace(SIDE, domains=("suredai.com",))
    given = {"institution": known, "channels": (site,)}
    told = written(DisputeType.LOAN_PORTAL, ASKED, came, genuine, mother, **given)  # type: ignore[arg-type]
    [said] = [each for each in part(told, "facts") if "suredai.co " in each.text]
    assert said.event_ids == (came.event_id,)


@pytest.mark.parametrize("language", Language)
def test_a_warned_of_address_is_told_at_its_day_with_the_words_beside_it_and_additions_find_their_place(
    language: Language,
) -> None:
    came = message("2026-09-10T10:00:00", text="请登录 suredai-kf.com 缴费，否则通知单位", number="10690001")
    thanks = message("2026-09-11T12:00:00", OUT, "好的，谢谢")
    later = call("2026-09-12T10:00", OUT)._replace(text="客服说无法退款")
    known = replace(SIDE, domains=("suredai.com",))
    told = written(DisputeType.LOAN_PORTAL, came, thanks, later, institution=known, language=language)
    warned, last = part(told, "facts", language)
    assert (warned.event_ids, last.event_ids) == ((came.event_id,), (later.event_id,))
    assert "请登录 suredai-kf.com 缴费，否则通知单位" in warned.text
    assert [each.after for each in told.additions if each.statement.event_ids == (thanks.event_id,)] == [1]
    friends = came._replace(number="13900139000", party="张三")
    by_friend = written(DisputeType.LOAN_PORTAL, friends, later, institution=known, language=language)
    [first, _] = part(by_friend, "facts", language)
    assert "suredai-kf.com" in first.text
    assert "否则通知单位" not in first.text


def test_a_loan_that_no_payment_tells_is_told_as_it_is_stated_with_the_page_that_names_its_principal() -> None:
    seen = Documents(pages=[FilePage("page", 4, "贷款详情", "text", "贷款金额 HK$50,000.00 期数 24")])
    terms = LoanTerms(id="l", dispute_id="d", principal=Decimal(50000), currency="HKD", contract_day=date(2026, 8, 12))
    kind = DisputeType.UNAUTHORISED_LOAN
    told = part(written(kind, ASKED, documents=seen, loan=terms), "matter")
    [loan] = [each for each in told if each.event_ids == ("page",)]
    assert "HK$50,000.00, contract of 12 August 2026" in loan.text
    unshown = part(written(kind, ASKED, loan=terms), "matter")
    paid_out = replace(terms, paid_out=("paid",))
    came = part(written(kind, ASKED, documents=seen, loan=paid_out), "matter")
    assert not [each for each in (*unshown, *came) if "50,000" in each.text]


@pytest.mark.parametrize("language", Language)
def test_of_many_facts_those_that_decide_stand_first_in_order_of_time_and_an_addition_among_the_others(
    language: Language,
) -> None:
    asked = [
        call(f"2026-09-{day:02}T10:00", OUT)._replace(text=f"第{day}次查询，客服说无法退款") for day in range(1, 10)
    ]
    fee = payment("2026-09-05", "399", OUT)._replace(party="示例公司")
    thanks = message("2026-09-06T12:00:00", OUT, "好的，谢谢")
    told = written(DisputeType.LOAN_PORTAL, *asked[:5], fee, asked[5], thanks, *asked[6:], language=language)
    assert [each.event_ids for each in part(told, "facts_deciding", language)] == [(fee.event_id,)]
    rest = part(told, "facts_else", language)
    assert [each.event_ids for each in rest] == [(each.event_id,) for each in asked]
    assert told.sections[told.facts].statements == tuple(rest)
    [offered] = [each for each in told.additions if each.statement.event_ids == (thanks.event_id,)]
    assert (told.sections[offered.section].statements, offered.after) == (tuple(rest), 6)
    few = written(DisputeType.LOAN_PORTAL, *asked[:3], fee, language=language)
    assert not part(few, "facts_deciding", language)


def test_a_question_about_a_call_lists_the_exhibits_of_the_call_only() -> None:
    spoken = call("2026-08-20T10:00:00", OUT, 95)
    named = message("2026-08-21T10:00:00", text="您的合同号HT20260722001已生效")
    made = Matter(
        Dispute(id="d", created_at=MADE, title="案", type=DisputeType.UNAUTHORISED_LOAN, institution="示例公司"),
        [spoken, named],
        exhibit_numbers={spoken.event_id: [5], named.event_id: [3]},
        references={"HT20260722001": (named.event_id,)},
    )
    told = letter(LetterKind.WRITTEN_CONFIRMATION, made, Language.EN)
    assert [each.text for each in part(told, "evidence")] == ["Exhibit 5: "]
    assert "HT20260722001" in numbers_in(told)[0].text
