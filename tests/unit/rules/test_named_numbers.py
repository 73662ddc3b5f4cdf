"""Which numbers the other side names as its own: proposed with the message that does, never counted by themselves."""

from dataclasses import replace

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import Channel, ChannelKind, Institution
from evidence_app.rules.charts import OTHERS, contacts_over_time
from evidence_app.rules.documents import Documents
from evidence_app.rules.named_numbers import hotlines_in
from evidence_app.rules.parties import called, shares_brand
from evidence_app.rules.workspace import Stated, Workspace, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from tests.unit.rules.situations import call, message, payment

HOTLINE = "4008887766"
KNOWN = Institution(id="i", dispute_id="d", numbers=("95500",))
BY_HOTLINE = call("2025-03-02T10:00:00", Direction.OUT, number="400-888-7766")


def found(*happenings: Happening, stated: Stated | None = None, pages: tuple[FilePage, ...] = ()) -> Workspace:
    dispute = replace(DISPUTE, institution="海豚钱包")
    return work_out(dispute, happenings, stated or Stated(institution=KNOWN), TODAY, Documents(pages=pages))


@pytest.mark.parametrize(
    "words",
    [
        "您的账户已被限制提现，请联系在线客服。客服热线4008887766。",
        "如有疑問請撥打 400-888-7766",
        "Questions? Call 400 888 7766.",
    ],
)
def test_a_number_that_a_message_calls_a_hotline_is_named(words: str) -> None:
    assert ["".join(each.split()).replace("-", "") for each in hotlines_in(words)] == [HOTLINE]


@pytest.mark.parametrize(
    "words",
    [
        "谨防诈骗，可拨打96110咨询",
        "订单编号4008887766",
        "您尾号6677的银行卡",
        "涉及金额12800.00元",
        "投诉请联系监管 12378",
        "If it is fraud, call the police: 4008887766",
    ],
)
def test_other_numbers_in_messages_are_not(words: str) -> None:
    assert list(hotlines_in(words)) == []


def test_the_hotline_of_their_own_message_is_proposed_with_it_and_counts_only_once_confirmed() -> None:
    names_it = message("2025-03-01T10:00:00", text="客服热线4008887766")
    one = found(names_it, BY_HOTLINE)
    assert [(each.number, each.named_in) for each in one.joinable] == [("400-888-7766", names_it.event_id)]
    assert one.joinable[0].is_proposed
    assert BY_HOTLINE.event_id not in one.theirs
    confirmed = found(names_it, BY_HOTLINE, stated=Stated(institution=replace(KNOWN, numbers=("95500", HOTLINE))))
    assert confirmed.joinable == ()
    assert BY_HOTLINE.event_id in confirmed.theirs


def test_what_somebody_else_names_or_was_said_to_be_not_theirs_is_not_proposed() -> None:
    others = message("2025-03-01T10:00:00", text="客服热线4008887766", number="95555")
    assert found(others, BY_HOTLINE).joinable == ()
    own = message("2025-03-01T10:00:00", text="客服热线4008887766")
    assert found(own, BY_HOTLINE, stated=Stated(institution=KNOWN, not_theirs=[HOTLINE])).joinable == ()


def test_a_page_with_its_name_and_a_kept_channel_propose_too() -> None:
    page = FilePage("page", 1, "协议", "contract", "海豚钱包用户协议\n客服电话：400-888-7766")
    assert [each.named_in for each in found(BY_HOTLINE, pages=(page,)).joinable] == ["page"]
    channel = Channel(id="c", dispute_id="d", kind=ChannelKind.HOTLINE, value=HOTLINE)
    [kept] = found(BY_HOTLINE, stated=Stated(institution=KNOWN, channels=[channel])).joinable
    assert kept.is_channel


def test_a_sender_has_one_line_in_whichever_characters_and_a_single_one_is_never_among_others() -> None:
    named = [message(f"2025-03-0{n}T10:00:00", number="")._replace(party=f"客服{n}") for n in range(1, 5)]
    same = [message("2025-03-05T10:00:00", number="")._replace(party=name) for name in ("海豚錢包", "海豚钱包")]
    chart = contacts_over_time([*named, *same, call("2025-03-06T10:00:00", number=HOTLINE)])
    assert chart is not None
    assert {each.sender for each in chart.series} == {"客服1", "客服2", "客服3", "客服4", "海豚錢包", HOTLINE}
    more = contacts_over_time([*named, *same, *(call("2025-03-06T10:00:00", number=f"9550{n}") for n in range(3))])
    assert more is not None
    assert OTHERS in {each.sender for each in more.series}


def test_a_company_that_was_paid_and_is_called_alike_is_asked_about_and_counts_only_once_somebody_says_so() -> None:
    name = "上海海豚小额贷款有限公司"
    fee, fruit = (
        payment("2025-03-03", "99", Direction.OUT)._replace(party=each, text="会员费") for each in (name, "百果园")
    )
    asked = found(fee, fruit)
    assert [(each.shown, each.shares_brand, each.is_proposed) for each in asked.joinable] == [(name, True, False)]
    assert [row.counts for row in asked.money.rows] == [False, False]
    said = found(fee, fruit, stated=Stated(institution=replace(KNOWN, numbers=("95500", name))))
    assert said.joinable == ()
    assert [row.counts for row in said.money.rows] == [True, False]
    assert found(fee, stated=Stated(institution=KNOWN, not_theirs=[name])).joinable == ()


@pytest.mark.parametrize(
    ("text", "is_asked", "is_proposed"),
    [
        ("【海豚钱包】您的借款已逾期", True, True),
        ("【海豚消金】您的借款已逾期", True, False),  # its brand, and not its name
        ("【招商银行】海豚钱包支出99元", False, False),
        ("海豚钱包又给我发短信了", False, False),
    ],
)
def test_who_signs_with_its_brand_is_asked_about_once_numbers_are_stated(
    text: str, is_asked: bool, is_proposed: bool
) -> None:
    sent = message("2025-03-03T10:00:00", text=text, number="10690001")
    asked = found(sent)
    assert [(each.number, each.is_proposed) for each in asked.joinable] == [("10690001", is_proposed)] * is_asked
    assert sent.event_id not in asked.theirs
    assert [each.number for each in asked.uncounted] == ["10690001"] * is_asked
    assert found(sent, stated=Stated(institution=KNOWN, not_theirs=["10690001"])).uncounted == ()
    assert found(sent, stated=Stated(institution=replace(KNOWN, numbers=("95500", "10690001")))).uncounted == ()


def test_who_is_kept_under_its_brand_is_asked_about_but_nobody_whom_the_person_only_wrote_to_with_it() -> None:
    calls = [
        call("2025-03-03T10:00:00", number=f"1069000{n}")._replace(party=p)
        for n, p in enumerate(["海豚催收", "老李", "海豚维权群"])
    ]
    wrote = message("2025-03-03T11:00:00", Direction.OUT, "【海豚钱包】什么意思？", number="13800138000")
    assert [each.number for each in found(*calls, wrote).joinable] == ["10690000"]


@pytest.mark.parametrize(
    ("shown", "institution", "is_alike"),
    [
        ("支付宝-上海云惠小额贷款有限公司", "云惠分期", True),
        ("Surong Network Ltd", "Surong Credit", True),
        ("兰州拉面", "云惠分期", False),
        ("某分期公司", "分期", False),
        ("Applied Materials", "App", False),
    ],
)
def test_names_are_alike_by_the_brand_and_not_by_the_trade(shown: str, institution: str, is_alike: bool) -> None:
    assert shares_brand(shown, frozenset({called(institution)})) is is_alike
