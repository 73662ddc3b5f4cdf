"""Reminders of what one's own evidence lacks: told where it does, and not where something makes up for it."""

from dataclasses import replace

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Origin
from evidence_app.domain.pages import FilePage
from evidence_app.domain.workspace import Channel, ChannelKind
from evidence_app.rules.documents import Documents
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import RuleFinding, findings
from evidence_app.rules.situation import Situation
from tests.unit.rules.situations import call, message, situation


def found(given: Situation, rule: str) -> list[RuleFinding]:
    return [each for each in findings(given) if each.rule.id == rule]


CHAT = FilePage("chat-entry", 1, "截图.png", "chat", "截图", "chat")
ASKED = message("2025-03-10T10:00:00", Direction.OUT, "为什么扣款")._replace(exhibit_ids=("chat",))
ANSWER = message("2025-03-10T10:01:00")._replace(exhibit_ids=("chat",))


def chat_with(*others: FilePage, chat: FilePage = CHAT, channels: tuple[Channel, ...] = ()) -> Situation:
    pages = Documents(pages=[chat, *others])
    return replace(situation(ASKED, ANSWER), documents=pages, channels=channels)


def page(words: str, kind: str = "text") -> FilePage:
    return FilePage("page-entry", 2, "图.png", kind, words, "page")


def channel(kind: ChannelKind, exhibit_id: str = "page") -> Channel:
    return Channel(id="c", dispute_id="d", kind=kind, value="速融宝客服", exhibit_id=exhibit_id)


def test_a_chat_on_screenshots_without_a_picture_of_whose_account_it_is_is_told_with_its_messages() -> None:
    given = chat_with()
    [gap] = found(given, "E1-profile")
    assert gap.event_ids == (ASKED.event_id, ANSWER.event_id)
    [left] = found(replace(given, happenings=(ANSWER,)), "E1-profile")
    assert left.event_ids == (ANSWER.event_id,)
    assert not found(replace(given, happenings=()), "E1-profile")
    assert not found(replace(given, documents=Documents()), "E1-profile")


@pytest.mark.parametrize(
    "given",
    [
        chat_with(chat=CHAT._replace(kind="sms")),  # a message has a number, and no account
        replace(chat_with(), numbers=frozenset()),  # not with the other side
        replace(chat_with(), happenings=(call("2025-03-10T10:00:00")._replace(exhibit_ids=("chat",)),)),
        replace(chat_with(), happenings=(ANSWER._replace(exhibit_ids=("export",)),)),
        replace(
            chat_with(), happenings=(ANSWER._replace(origin=Origin.EXPORT),)
        ),  # an e-mail's, or WhatsApp's own text
        chat_with(page("对方资料页")),
        chat_with(chat=CHAT._replace(words="客服聊天和对方的主页")),  # as the person says
        chat_with(page("一张图"), channels=(channel(ChannelKind.APP_CHAT),)),
        chat_with(page("一张图"), channels=(channel(ChannelKind.SOCIAL),)),
    ],
)
def test_no_page_of_an_account_is_missed_where_there_is_none_or_one_is_there(given: Situation) -> None:
    assert not found(given, "E1-profile")


@pytest.mark.parametrize(
    "given",
    [
        chat_with(page("账户余额 300.00")),
        chat_with(page("一张图"), channels=(channel(ChannelKind.HOTLINE),)),
        chat_with(page("一张图"), channels=(channel(ChannelKind.SOCIAL, "gone"),)),  # removed
        chat_with(channels=(channel(ChannelKind.SOCIAL, "chat"),)),  # the chat itself
    ],
)
def test_what_shows_something_else_does_not_make_up_for_the_page_of_an_account(given: Situation) -> None:
    assert found(given, "E1-profile")


@pytest.mark.parametrize(
    "words",
    [
        "对方资料页",
        "客服的个人主页截图",
        "速融宝公众号主体",
        "對方帳號資料頁",
        "官方帳號資訊：速融寶　LINE 官方帳號 主頁",
        "速融宝客服\n微信号：surongbao-kf01\n地区：广东 深圳\n朋友圈\n发消息",
        "王专员\n发消息 音视频通话",
        "账号主体\n深圳速融宝科技有限公司\n认证时间 2024年",
        "速融宝App\n开发者：深圳速融宝科技有限公司",
        "Agent's profile",
        "The agent’s profile page",
        "Business account · SureLoan",
        "About and phone number",
    ],
)
def test_a_page_of_an_account_is_known_by_its_words(words: str) -> None:
    assert is_said("profile_page", words)


@pytest.mark.parametrize(
    "words",
    [
        "请完善个人资料后提交申请",
        "我的微信资料页",
        "没有截到对方的资料页",
        "账户余额 300.00 我的 首页",
        "借款合同 甲方：深圳速融宝科技有限公司 乙方个人信息授权",
        "客服微信号：surongbao 请添加",
        "交易详情 收款方 速融宝",
        "My profile",
        "no profile page",
        "low-profile case",
        "account details 6222",
    ],
)
def test_other_pages_are_none_of_an_account(words: str) -> None:
    assert not is_said("profile_page", words)
