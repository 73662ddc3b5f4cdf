"""Who gives an agent ID in a chat is shown with what is said after it, as what was given before, and no longer."""

from dataclasses import replace
from datetime import date

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.times import Precision
from evidence_app.domain.workspace import EventMark
from evidence_app.phrases import Language
from evidence_app.rules.agents import agents
from evidence_app.rules.introductions import introductions, only_mentions
from evidence_app.rules.letter_bearing import bears_on_it
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.workspace import Stated, Workspace, work_out
from evidence_app.workspace_documents import overview_document
from tests.unit.rules.lettering import DISPUTE as OF_LETTERS
from tests.unit.rules.situations import message

CHAT = "海豚錢包客服"


def said(clock: str, text: str, agent_id: str = "", **more: object) -> Happening:
    at = clock if "T" in clock else f"2025-05-20T{clock}:00"
    return message(at, text=text, number="")._replace(party=CHAT, agent_id=agent_id, **more)


def mine(clock: str, text: str) -> Happening:
    return said(clock, text, direction=Direction.OUT)


HELLO = said("10:10", "您好，客服工號3017小李為您服務。", "3017")


def test_what_is_said_after_an_id_was_given_is_by_whoever_gave_it_until_another_is_given() -> None:
    other = said("10:20", "您好，工号4488为您服务。", "4488")._replace(party="海豚钱包客服")
    first, asked, second = said("10:16", "三天內解凍"), mine("10:17", "好"), said("10:24", "沒有時限")
    found = introductions([said("10:05", "請稍候"), HELLO, first, asked, other, second])
    assert {one: each.agent_id for one, each in found.items()} == {first.event_id: "3017", second.event_id: "4488"}


@pytest.mark.parametrize(
    "between",
    [
        said("10:12", "正在為您轉接其他客服，請稍候"),
        said("10:12", "會話已結束，感謝您的咨詢"),
        said("10:12", "系統提示：會話超時，已自動關閉", direction=Direction.NONE),
        said("10:12", "客服小王已接入"),
        said("10:12", "【自動回覆】客服正忙，請稍候"),
        said("10:12", "智能客服小蜜為您服務"),
        said("10:12", "系統：工號3017正在為您服務", "3017"),
        said("10:12", "系統將自動關閉本次對話"),
        said("10:12", "將由工號4488跟進處理", "4488"),
        said("10:12", "我是客服阿敏", agent_name="阿敏"),
        said("10:12", "I am transferring you to a colleague"),
    ],
)
def test_nothing_is_anybodys_after_a_handing_over_or_the_end_of_the_talk(between: Happening) -> None:
    assert "later" not in introductions([HELLO, between, said("10:13", "三天內解凍", event_id="later")])


@pytest.mark.parametrize(
    ("hello", "later", "is_theirs"),
    [
        (HELLO, said("11:05", "三天內解凍"), True),
        (HELLO, said("11:30", "三天內解凍"), False),
        (HELLO, said("2025-05-21T10:11:00", "三天內解凍"), False),
        (HELLO, said("10:16", "三天內解凍", "4488"), False),
        (HELLO, said("10:16", "三天內解凍", agent_name="阿敏"), False),
        (HELLO, said("10:16", "三天內解凍")._replace(party="別家客服"), False),
        (HELLO, mine("10:16", "三天內解凍"), False),
        (mine("10:10", "工號3017在嗎")._replace(agent_id="3017"), said("10:16", "三天內解凍"), False),
        (said("10:10", "請聯繫客服工號3017", "3017"), said("10:16", "三天內解凍"), False),
        (said("10:10", "已為您轉接工號3017", "3017"), said("10:16", "三天內解凍"), True),
        (said("10:10", "您好", "3017"), said("10:16", "三天內解凍"), True),  # somebody wrote down who it was
        (HELLO._replace(party="95500", number="95500"), said("10:16", "三天內解凍")._replace(party="95500"), False),
        (HELLO._replace(number="a@b.example"), said("10:16", "三天內解凍", number="a@b.example"), False),
    ],
)
def test_only_the_same_talk_counts(hello: Happening, later: Happening, is_theirs: bool) -> None:
    assert (later.event_id in introductions([hello, later])) is is_theirs


@pytest.mark.parametrize(
    "text", ["系統顯示貸款是經手機申請的", "系统显示您已还清", "系统里没有看到备注", "系統上查到三筆"]
)
def test_what_an_agent_reads_off_the_system_is_the_agents_and_so_is_what_follows(text: str) -> None:
    read, after = said("10:16", text), said("10:17", "三天內解凍")
    assert set(introductions([HELLO, read, after])) == {read.event_id, after.event_id}


def test_who_gives_the_same_name_again_is_the_same_agent() -> None:
    named = HELLO._replace(agent_name="小李")
    found = introductions([named, said("10:16", "我是小李", agent_name="小李"), said("10:17", "三天內解凍")])
    assert len(found) == 2


def test_a_long_talk_goes_on_and_without_times_only_one_picture_does() -> None:
    chat = [HELLO, *(said(f"{hour}:{minute}", "請稍候") for hour in (10, 11, 12) for minute in (20, 55))]
    assert len(introductions(chat)) == 6
    untimed = [
        each._replace(precision=Precision.DAY, origin=Origin.PICTURE, exhibit_ids=("shot",)) for each in (HELLO, *chat)
    ]
    untimed = [each._replace(at=HELLO.at, event_id=str(index)) for index, each in enumerate(untimed)]
    assert set(introductions(untimed)) == {str(index) for index in range(2, 8)}
    assert not introductions([untimed[0], untimed[2]._replace(exhibit_ids=("another",))])


@pytest.mark.parametrize(
    ("text", "is_mentioned"),
    [
        ("如有疑問請聯繫客服工號4488。", True),
        ("您反馈的问题已登记，工号4488将跟进处理。", True),
        ("工号4488：您的账户正在复核", False),
        ("您好，工号4488为您服务。", False),
        ("沒有時限", False),  # somebody wrote down whose it is
    ],
)
def test_a_message_that_only_speaks_of_an_id_is_told_so_and_no_letter_says_whose_it_is(
    text: str, is_mentioned: bool
) -> None:
    each = said("10:10", text, "4488")
    found = amounts_to(each)
    [agent] = found.agents
    assert (each.event_id in agent.mentioned) is is_mentioned
    assert (each not in agent.spoken) is is_mentioned
    assert ("（工號4488）" in written(found)) is (bears_on_it(each) and not is_mentioned)


# -- everywhere the same -----------------------------------------------------------------------------------------------

PROMISED = said("10:16", "三天內解凍", promise="三天內解凍", promise_due=date(2025, 5, 23))
DENIED = said("10:18", "沒有時限")
WALLET = Dispute(
    id="d",
    title="t",
    type=DisputeType.WITHDRAWAL_BLOCKED,
    institution="海豚錢包",
    created_at=OF_LETTERS.created_at,
)


def amounts_to(*events: Happening) -> Workspace:
    there = {each.event_id for each in events}
    marked = [
        EventMark(id=each.event_id, dispute_id="d", event_id=each.event_id, tags=("contradicts",))
        for each in (PROMISED, DENIED)
        if each.event_id in there
    ]
    return work_out(WALLET, events, Stated(marks=marked), date(2025, 6, 1))


def written(found: Workspace) -> str:
    made = Matter(
        WALLET, found.happenings, promises=found.promises, tags=found.stated.tags, introductions=found.introductions
    )
    return letter(LetterKind.COMPLAINT, made, Language.ZH_HANT).plain_text("")


def test_ledger_promises_contradictions_and_letters_tell_who_gave_an_id_before() -> None:
    found = amounts_to(HELLO, PROMISED, DENIED)
    [agent] = found.agents
    assert [each.event_id for each in agent.contacts] == [each.event_id for each in (HELLO, PROMISED, DENIED)]
    assert agent.promises == (PROMISED,)
    assert agent.introduced == {PROMISED.event_id: HELLO, DENIED.event_id: HELLO}
    assert [each.introduced for each in found.promises] == ["3017"]
    assert found.contradicting == (PROMISED, DENIED)
    assert all(each.event_id in found.introductions for each in found.contradicting)
    assert "海豚錢包客服（此前在同一對話中報工號3017）傳來訊息，承諾：「三天內解凍」" in written(found)
    [told] = overview_document(found, Language.EN)["agents"]  # type: ignore[misc]
    assert told["contradicting"] == [PROMISED.event_id, DENIED.event_id]
    before = {"event": PROMISED.event_id, "agent_id": "3017", "by": HELLO.event_id}
    assert before in told["introduced_before"]


def test_without_the_message_that_gave_the_id_nothing_is_said_of_it_and_the_letter_rests_on_it() -> None:
    found = amounts_to(PROMISED, DENIED)
    assert not found.agents
    assert not found.introductions
    assert "3017" not in written(found)
    assert "3017" not in str(overview_document(found, Language.EN))
    whole = amounts_to(HELLO, PROMISED, DENIED)
    made = Matter(WALLET, whole.happenings, promises=whole.promises, introductions=whole.introductions)
    [line] = [each for each in letter(LetterKind.COMPLAINT, made, Language.EN).statements if "promised" in each.text]
    assert line.event_ids == (PROMISED.event_id, HELLO.event_id)
    left_out = replace(made, happenings=[PROMISED, DENIED])
    assert "3017" not in letter(LetterKind.COMPLAINT, left_out, Language.EN).plain_text("")


def test_who_is_only_named_in_a_promise_did_not_make_it() -> None:
    own = said("10:00", "您好，工号80231，三天内退款", "80231")._replace(promise="三天内退款")
    others = said("12:30", "我们不会上门，请与工号80231沟通", "80231")._replace(promise="我们不会上门")
    [agent] = agents([own, others])
    assert (agent.contacts, agent.promises) == ((own, others), (own,))


@pytest.mark.parametrize(
    ("words", "is_told_of"),
    [
        ("客服工号80231承诺同事说三天内退款", True),
        ("工號80231之前跟我說三天內退款", True),
        ("客服80231答复不能退", True),
        ("我们不会上门，请放心与工号80231沟通", True),
        ("請跟專員工號80231協商", True),
        ("您的投诉已受理，工号80231将在3个工作日内与您联系", True),
        ("工号80231会在明天17点前给您答复", True),
        ("您好，工号80231：我们将在5个工作日内为您开具证明", False),
        ("工号80231与您沟通，请查收", False),
        ("您好，工号80231，将在3个工作日内与您联系", False),
        ("工号80231向您承诺三天内退款", False),
        ("客服80231回复：您好，已经登记", False),
        ("工号80231为您服务，说明如下", False),
    ],
)
def test_what_others_say_that_an_agent_said_is_not_the_agents_own(words: str, is_told_of: bool) -> None:
    assert only_mentions(said("10:10", words, "80231")) is is_told_of
