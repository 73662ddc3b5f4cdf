"""The case on one page says where it stands: what was tried, what was answered, until when something can be filed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.times import EventTime
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.dossier.content import Content
from evidence_app.dossier.key_events import refuses
from evidence_app.phrases import Language, name_of
from evidence_app.rules.law import BodyKind, bodies, body
from evidence_app.rules.own_office import shown_name
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case
from tests.unit.dossier.told import content, happening, on, squeezed, words_of

REFUSED = "陳先生您好。歉難同意台端之請求。如不接受處理結果,得於60日內申請評議。"
TODAY = date(2026, 10, 10)


def _wallet(case: Case) -> Dispute:
    kind = DisputeType.WITHDRAWAL_BLOCKED
    place = {"zone_name": "Asia/Taipei", "currency": "TWD", "amount": Decimal(52000)}
    return replace(case.dispute, type=kind, institution="速付通公司", aliases=("速付通",), **place)


def _chosen(case: Case, dispute: Dispute, *complaints: Complaint, language: Language = Language.ZH_HANT) -> Content:
    told = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), dispute=dispute, happenings=told, stated=Stated(complaints=list(complaints)))
    return content(source, language, generated_at=on(TODAY))


def _filed(case: Case, reply_id: str) -> Complaint:
    days = {"filed_on": date(2026, 9, 3), "received_on": date(2026, 9, 4), "replied_on": date(2026, 9, 30)}
    answer = {"outcome": ComplaintOutcome.REFUSED, "reply_ids": (reply_id,)}
    return Complaint(id="c", dispute_id=case.dispute.id, body="tw-institution", **days, **answer)


def _try(case: Case, amount: int, outcome: Outcome = Outcome.FAILED) -> None:
    case.happen(EventKind.PAYMENT, party="某店", amount=Decimal(amount), currency="TWD", outcome=outcome, text="提領")


def test_page_one_tells_the_attempts_the_refusal_and_the_last_day_for_the_ombudsman(case: Case) -> None:
    for amount in (52000, 52000, 35):
        _try(case, amount)
    reply = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速付通", text=REFUSED)
    told = squeezed(words_of(_chosen(case, _wallet(case), _filed(case, reply.id)), Language.ZH_HANT)["summary"])
    assert "提領失敗；新臺幣52,000.00元，共2次：2025-02-22" in told
    became = name_of(ComplaintOutcome.REFUSED, Language.ZH_HANT)
    assert f"2026-09-30；速付通公司；{became}「歉難同意台端之請求。」" in told
    assert "期限至2026-11-30（含當日）" in told
    assert "《金融消費者保護法》第13、24條" in told
    assert "金融機構（" not in told
    assert told.count("歉難同意") == 1


def test_without_an_answered_complaint_the_last_refusal_is_told_and_of_others_nothing(case: Case) -> None:
    for party, text in (("速付通", "無法提領"), ("速付通", "不予撥款"), ("妈妈", "我無法接聽")):
        case.happen(EventKind.MESSAGE, direction=Direction.IN, party=party, text=text)
    told = squeezed(words_of(_chosen(case, _wallet(case)), Language.ZH_HANT)["summary"])
    assert "最近答覆2025-02-2208:29「不予撥款」" in told


def test_what_a_person_noted_of_a_call_is_not_quoted_as_the_answer_and_what_they_typed_of_money_is_none(
    case: Case,
) -> None:
    case.happen(EventKind.CALL, direction=Direction.OUT, party="速付通", text="我要求退款，他們說不予撥款")
    failed = {"party": "速付通", "amount": Decimal(52000), "currency": "TWD", "outcome": Outcome.FAILED}
    case.happen(EventKind.PAYMENT, direction=Direction.IN, text="無法提領，騙子", **failed)
    told = squeezed(words_of(_chosen(case, _wallet(case)), Language.ZH_HANT)["summary"])
    assert "最近答覆2025-02-2208:22投訴人記述：我要求退款，他們說不予撥款" in told
    assert "「我要求" not in told
    assert "「無法提領" not in told


def test_an_attempt_of_an_unknown_day_is_said_to_be_one(case: Case) -> None:
    for time in (EventTime(), None):
        paid = {"amount": Decimal(52000), "currency": "TWD", "outcome": Outcome.FAILED, "text": "提領"}
        case.happen(EventKind.PAYMENT, time, party="某店", **paid)
    told = squeezed(words_of(_chosen(case, _wallet(case), language=Language.EN), Language.EN)["summary"])
    assert "2,on2025-02-22,notimeknown" in told


def test_an_answer_that_refuses_nothing_is_quoted_as_it_stands(case: Case) -> None:
    reply = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速付通", text="已退款。請查收。")
    told = words_of(_chosen(case, _wallet(case), _filed(case, reply.id)), Language.ZH_HANT)["summary"]
    assert "「已退款。請查收。」" in told


def test_no_refusal_is_that_nobody_reads_replies_or_what_one_may_not_tell_or_may_be_unable_to_do(case: Case) -> None:
    for text in (
        "不予撥款",
        "本簡訊由系統發送，無法回覆。",
        "驗證碼123456，不能告訴任何人。",
        "如您無法登入，請致電客服。",
        "This mailbox is not monitored and cannot receive replies.",
        "If you are unable to log in, call us.",
    ):
        case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速付通", text=text)
    told = squeezed(words_of(_chosen(case, _wallet(case)), Language.ZH_HANT)["summary"])
    assert "「不予撥款」" in told


@pytest.mark.parametrize(
    "text", ["如前所述无法退款", "如有疑问，我们无法处理", "The notification cannot be undone", "无法退款，请勿回复。"]
)
def test_a_refusal_beside_such_words_stays_one(text: str) -> None:
    assert refuses(text)


def test_a_dispute_in_which_nothing_was_answered_or_tried_has_no_such_rows(case: Case) -> None:
    _try(case, 52000, Outcome.DONE)
    told = squeezed(words_of(_chosen(case, _wallet(case)), Language.ZH_HANT)["summary"])
    assert [each for each in ("嘗試未果", "最近答覆", "期限") if each in told] == []


@pytest.mark.parametrize("language", list(Language))
def test_the_institutions_own_step_has_its_name_and_every_other_body_its_own(case: Case, language: Language) -> None:
    own = body("tw-institution")
    assert own is not None
    dispute = _wallet(case)
    assert shown_name(own, dispute, language) == "速付通公司"
    assert shown_name(own, replace(dispute, institution=" "), language) == own.name[language]
    others = [each for each in bodies() if each.kind is not BodyKind.INSTITUTION]
    assert all(shown_name(each, dispute, language) == each.name[language] for each in others)
