"""The time to the first reply of a person: menus, answering machines and mass notices reply nothing."""

from datetime import timedelta

import pytest

from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening
from evidence_app.rules.first_reply import answered_call, first_reply
from tests.unit.rules.situations import call, message

ASKED = message("2025-03-01T10:00:00", Direction.OUT, "请撤销这笔借款")
REPLY = message("2025-03-01T13:00:00", text="已为您登记，会有专员核实")
OUT = Direction.OUT


@pytest.mark.parametrize(
    "between",
    [
        message("2025-03-01T10:01:00", text="【自动回复】您的消息已收到，请勿回复"),
        message("2025-03-01T10:01:00", text="【自動回覆】您的訊息已收到"),
        message("2025-03-01T10:01:00", text="This is an automatic reply: we have received your message."),
        message("2025-03-01T10:01:00", text="您好，我是智能客服小助手，请选择您的问题"),
        message("2025-03-01T10:05:00", text="您的借款已逾期，请立即还款"),
        message("2025-03-01T10:05:00", text="Your payment is overdue. Please pay now."),
        call("2025-03-01T10:02:00", OUT, 20),
        call("2025-03-01T10:02:00", OUT, 200)._replace(text="语音菜单，无人接听"),
        call("2025-03-01T10:02:00", OUT, 200)._replace(text="IVR menu only, on hold"),
        call("2025-03-01T10:02:00", OUT, 0),
    ],
)
def test_what_no_person_says_is_no_reply(between: Happening) -> None:
    assert first_reply([ASKED, between, REPLY]) == timedelta(hours=3)
    assert first_reply([ASKED, between]) is None


@pytest.mark.parametrize(
    ("answer", "after"),
    [
        (message("2025-03-01T10:05:00", text="您的借款已逾期")._replace(agent_id="80231"), timedelta(minutes=5)),
        (call("2025-03-01T10:02:00", OUT, 20)._replace(agent_name="小王"), timedelta(minutes=2)),
        (call("2025-03-01T10:02:00", OUT, 20)._replace(promise="三天内答复"), timedelta(minutes=2)),
        (call("2025-03-01T10:02:00", OUT, 45), timedelta(minutes=2)),
        (call("2025-03-01T10:02:00", Direction.IN, 45), timedelta(minutes=2)),
        (message("2025-03-01T10:05:00", text="您好，请问自动还款要关闭吗"), timedelta(minutes=5)),
    ],
)
def test_what_a_person_says_is_the_first_reply(answer: Happening, after: timedelta) -> None:
    assert first_reply([ASKED, answer, REPLY]) == after


def test_a_first_call_is_answered_at_once_only_if_somebody_spoke() -> None:
    assert first_reply([call("2025-03-01T10:00:00", OUT, 60)]) == timedelta()
    assert first_reply([call("2025-03-01T10:00:00", OUT, 20)]) is None
    menu = call("2025-03-01T10:00:00", OUT, 300)._replace(text="一直是语音导航")
    assert first_reply([menu, REPLY]) == timedelta(hours=3)


def test_a_written_answer_of_the_same_minute_is_no_answered_call() -> None:
    at_once = message("2025-03-01T10:00:00", text="已为您登记，会有专员核实")
    assert first_reply([ASKED, at_once]) == timedelta()
    assert not answered_call([ASKED, at_once])
    assert not answered_call([ASKED, call("2025-03-01T10:00:00", OUT, 60)])
    assert not answered_call([call("2025-03-01T10:00:00", OUT, 20), call("2025-03-01T11:00:00", OUT, 60)])
    assert answered_call([call("2025-03-01T10:00:00", OUT, 60), ASKED])
    assert not answered_call([])
