"""How values read."""

from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from evidence_app.amount_words import amount_words
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.dossier.layout import SECTIONS
from evidence_app.dossier.profiles import load_profile, profile_codes
from evidence_app.dossier.wording import Wording, duration, grouped, offset
from evidence_app.phrases import Language, section

WORDS = Wording(Language.ZH_HANS, ZoneInfo("Asia/Shanghai"))
WALL = datetime(2025, 2, 22, 8, 15, 3)


@pytest.mark.parametrize(
    ("precision", "offset_min", "shown"),
    [
        (Precision.SECOND, None, "2025-02-22 08:15:03"),
        (Precision.MINUTE, 540, "2025-02-22 07:15"),
        (Precision.DAY, -480, "2025-02-22"),
        (Precision.MONTH, None, "2025-02"),
    ],
)
def test_a_time_is_shown_as_exactly_as_it_is_known(precision: Precision, offset_min: int | None, shown: str) -> None:
    assert WORDS.reading(ClockReading(WALL, precision, TimeSource.EXIF, 90, offset_min)) == shown


def test_an_unknown_time_is_said_to_be_unknown() -> None:
    assert WORDS.reading(ClockReading(None, Precision.UNKNOWN, TimeSource.TYPED, 90)) == "时间不明"


NOTHING_MORE = Event(
    id="e",
    dispute_id="d",
    ordinal=1,
    kind=EventKind.NOTE,
    time=EventTime(),
    direction=Direction.OUT,
    amount=Decimal("3000.00"),
    currency="CNY",
)


def test_a_mail_is_told_without_its_header_and_the_number_of_a_mail_is_none_of_the_matter() -> None:
    header = "From: 李梅 <a@b.example>\nTo: c@d.example\nDate: Mon, 03 Mar 2025 16:42:10 +0800\nMessage-ID: <ack.eml@x>"
    mail = replace(
        NOTHING_MORE, kind=EventKind.MESSAGE, number="c@d.example", amount=None, text=f"投诉\n\n不予解除。\n\n{header}"
    )
    assert WORDS.what(replace(mail, reference="ack.eml@x"), ())[1:] == ["投诉\n\n不予解除。"]
    assert WORDS.what(replace(mail, text=header, reference="CMP-1"), ())[1:] == ["编号 CMP-1"]


def said(kind: EventKind) -> str:
    return WORDS.what(replace(NOTHING_MORE, kind=kind), ())[0]


def test_a_withdrawal_that_failed_is_not_told_as_received() -> None:
    tried = replace(
        NOTHING_MORE, kind=EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.FAILED, text="提现到银行卡"
    )
    assert WORDS.what(tried, ())[0] == "提现失败；人民币 3,000.00 元"


@pytest.mark.parametrize(
    ("direction", "seconds", "shown"),
    [
        (Direction.MISSED, 0, False),
        (Direction.REJECTED, 0, False),
        (Direction.OUT, 0, True),
        (Direction.IN, 61, True),
    ],
)
def test_a_call_that_nobody_answered_has_no_duration(direction: Direction, seconds: int, shown: bool) -> None:
    call = replace(NOTHING_MORE, kind=EventKind.CALL, direction=direction, duration_s=seconds)
    assert any("时长" in each for each in WORDS.what(call, ())) is shown


@pytest.mark.parametrize(
    ("language", "body", "signer"),
    [
        (Language.ZH_HANT, "機構自己的投訴部門", "王小明（身分未經核實）"),
        (Language.EN, "The institution's complaints office", "王小明 (identity not verified)"),
    ],
)
def test_what_the_program_itself_named_is_in_the_readers_language(language: Language, body: str, signer: str) -> None:
    words = Wording(language, ZoneInfo("Asia/Shanghai"))
    event = Event(id="e", dispute_id="d", ordinal=1, kind=EventKind.COMPLAINT, time=EventTime())
    assert words.who(replace(event, body="机构自己的投诉部门"), "") == [body]
    assert words.who(replace(event, body="速融宝投诉部门"), "") == ["速融宝投诉部门"]
    assert words.signer("王小明 (identity not verified)") == signer
    assert words.signer("王小明") == "王小明"


def test_an_amount_in_a_message_is_only_mentioned() -> None:
    assert said(EventKind.MESSAGE) == "消息；发出；提到人民币 3,000.00 元"
    assert said(EventKind.PAYMENT) == "支付；付出；人民币 3,000.00 元"


def test_values_read_as_people_write_them() -> None:
    assert amount_words("CNY", Decimal("3000"), Language.EN) == "CNY 3,000.00"
    assert amount_words("GBP", Decimal("120"), Language.EN) == "£120.00"
    assert amount_words("HKD", Decimal("120"), Language.EN) == "HK$120.00"  # a bare $ is of several
    assert amount_words("BTC", Decimal("0.12345"), Language.ZH_HANS) == "BTC 0.12345"
    assert duration(245) == "4:05"
    assert duration(3723) == "1:02:03"
    assert offset(-210) == "UTC-03:30"
    assert grouped("0123456789ab") == "0123 4567 89ab"


@pytest.mark.parametrize(
    ("language", "shown"),
    [(Language.ZH_HANS, "人民币 3,000.00 元"), (Language.ZH_HANT, "人民幣 3,000.00 元"), (Language.EN, "CNY 3,000.00")],
)
def test_a_known_currency_is_named_as_the_language_says_it(language: Language, shown: str) -> None:
    assert Wording(language, ZoneInfo("Asia/Shanghai")).amount("CNY", Decimal("3000")) == shown


def test_a_currency_without_a_word_keeps_its_code() -> None:
    assert WORDS.amount("BTC", Decimal("0.12345")) == "BTC 0.12345"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("code", profile_codes())
def test_a_profile_names_only_sections_and_facts_that_exist(code: str, language: Language) -> None:
    profile, words = load_profile(code), section("dossier", language)
    assert set(profile.sections) <= set(SECTIONS)
    assert all(f"section.{name}" in words for name in profile.sections)
    assert all(f"fact.{name}" in words for name in profile.facts)
    assert f"profile.{code}" in words


def test_what_a_list_of_calls_writes_beside_a_call_is_not_said_twice() -> None:
    whole = {"kind": EventKind.CALL, "direction": Direction.IN, "duration_s": 106}
    row, more = (
        Event(id="e", dispute_id="d", ordinal=1, time=EventTime(), text=text, **whole)  # type: ignore[arg-type]
        for text in ("来电1分46秒", "来电1分46秒，自称法务")
    )
    assert "来电1分46秒" not in WORDS.what(row, ())
    assert more.text in WORDS.what(more, ())


def test_a_row_of_several_calls_is_told_as_one() -> None:
    typed = Event(id="e", dispute_id="d", ordinal=1, kind=EventKind.CALL, direction=Direction.MISSED, text="(3) 上海")
    told = WORDS.what(replace(typed, read_from="x"), ())
    assert told[1:] == ["上海", "手机通话记录把3次通话合并为这一行，时间是最后一次的。"]
    for own in (typed, replace(typed, read_from="x", imported=True)):  # a person's note, and what a table writes
        assert WORDS.what(own, ())[1:] == ["(3) 上海"]
