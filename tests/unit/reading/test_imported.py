"""What imported messages name, and whose they are: near misses, odd and hostile texts."""

import time
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.imported import (
    Message,
    Setting,
    found_in,
    is_of_matter,
    is_office,
    speaks_for_office,
    title_of,
)

SETTING = Setting(ZoneInfo("Asia/Shanghai"), ("速贷宝科技有限公司",))
FRIDAY = datetime(2025, 9, 26, 16, 0)  # the week before the national holidays, with a working Sunday


def promises(text: str, direction: Direction = Direction.IN) -> list[tuple[str, date | None]]:
    found = found_in([Message(text, direction, FRIDAY)], SETTING)
    return [(each.value, each.due) for each in found if each.kind is SuggestionKind.PROMISE]


def test_working_days_are_counted_by_the_calendar_over_holidays_and_make_up_days() -> None:
    text = "您好，我们会在5个工作日内退款到您的银行卡。"
    assert promises(text) == [(text, date(2025, 10, 10))]  # 28 (a Sunday made up for), 29, 30 September, 9, 10 October


@pytest.mark.parametrize(
    "text",
    [
        "请您在3个工作日内还清欠款，否则将起诉您。",
        "您须于明天18:00前还款。",
        "3天内不还款，我们将上门催收。",
        "请3个工作日内提供银行流水",
    ],
)
def test_a_deadline_put_on_the_person_and_a_threat_are_no_promises(text: str) -> None:
    assert promises(text) == []


def test_what_the_complainant_writes_promises_nothing_of_the_institution() -> None:
    assert promises("我会在3个工作日内回复您。", Direction.OUT) == []


def test_several_lines_are_told_apart_and_quoted_as_they_were_written() -> None:
    found = found_in([Message("工号：Ａ80231\n工單號20250222001\n明天上午給您回覆", Direction.IN, FRIDAY)], SETTING)
    said = {each.kind: each.quote for each in found}
    assert said[SuggestionKind.PROMISE] == "明天上午給您回覆"
    assert said[SuggestionKind.REFERENCE] == "20250222001"


@pytest.mark.parametrize(
    ("name", "number", "office"),
    [
        ("", "1069012345678", True),
        ("", "+86 95588", True),
        ("", "400-123-4567", True),
        ("速贷宝客服", "", True),
        ("某某貸款專員小王", "", True),
        ("妈妈", "13800138000", False),
        ("", "+8613911112222", False),
        ("速贷宝维权群", "", False),
        ("", "", False),
    ],
)
def test_institutions_are_told_from_people_by_name_and_number(name: str, number: str, office: bool) -> None:
    assert is_office(name, number) is office


@pytest.mark.parametrize(
    "text", ["【速贷宝】您好", "我是速贷宝客服小王", "您好,工号:80231为您服务", "這裡是速貸寶貸後"]
)
def test_who_says_that_an_institution_speaks_is_heard(text: str) -> None:
    assert speaks_for_office(text)


@pytest.mark.parametrize("text", ["我是你妈", "客服说明天退款", "工号忘了", "银行排队呢", ""])
def test_who_only_speaks_of_one_does_not_speak_for_it(text: str) -> None:
    assert not speaks_for_office(text)


@given(st.lists(st.text(max_size=60), min_size=1, max_size=4))
@settings(max_examples=100, deadline=None)
def test_whatever_is_written_is_quoted_from_it(texts: list[str]) -> None:
    found = found_in([Message(text, Direction.IN, FRIDAY) for text in texts], SETTING)
    assert all(each.event_index is not None and each.quote in texts[each.event_index] for each in found)


@pytest.mark.parametrize("piece", ["工号 ", "【", "我是", "专员      ", " ", "1", "http://", "3个工作日内,"])
def test_long_and_repeated_texts_cost_no_seconds(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    begin = time.process_time()
    found_in([Message(text, Direction.IN, FRIDAY)], SETTING)
    speaks_for_office(text)
    is_of_matter(text)
    assert time.process_time() - begin < 3


@pytest.mark.parametrize(
    ("texts", "party", "named"),
    [
        (["Your enquiry\n\nDear Ms Adams,\nYour account is open."], "BrightPay", "E-mail, BrightPay: Your enquiry"),
        (["關於提領問題\n\n陳先生您好，您的帳戶受限。"], "速付通客服", "速付通客服的電子郵件：關於提領問題"),
        (["逾期通知\n\n您的账户已逾期。"], "速融宝", "速融宝的电子邮件：逾期通知"),
        (["Dear Ms Adams,\n\nYour account is open."], "BrightPay", "E-mails with BrightPay"),
        (["逾期通知\n\n您的账户已逾期。", "逾期通知\n\n您的账户已逾期。"], "速融宝", "与速融宝的电子邮件"),
    ],
)
def test_mails_are_titled_as_such_and_a_single_one_by_its_subject(texts: list[str], party: str, named: str) -> None:
    mails = [Message(text, Direction.IN) for text in texts]
    made = title_of((), mails, party, [date(2026, 7, 27)], is_sms=False, is_mail=True)
    assert made is not None
    assert made.value == f"{named} 2026-07-27"
