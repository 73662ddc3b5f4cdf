"""That a message was taken back says whose it was, in exports as in pictures; other notes say nothing of a side."""

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.intake.exports.chat_sides import Sides, noted

CHAT = Sides("速融客服", owner="小王")


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("对方撤回了一条消息", Direction.IN),
        ("速融客服撤回了一条消息", Direction.IN),
        ("你撤回了一条消息", Direction.OUT),
        ("您已收回訊息", Direction.OUT),
        ("小王撤回了一条消息", Direction.OUT),
        ("You unsent a message", Direction.OUT),
        ("撤回了一条消息", Direction.NONE),
        ("小王加入了群聊", Direction.NONE),
        ("以上是打招呼的内容", Direction.NONE),
    ],
)
def test_a_note_of_the_program_has_the_side_of_the_message_that_was_taken_back(text: str, whose: Direction) -> None:
    made = noted("line:1", None, text, CHAT)
    assert (made.kind, made.direction, made.text) == (EventKind.NOTE, whose, text)


def test_a_name_that_may_be_of_either_side_is_of_none_also_where_only_the_other_one_is_known() -> None:
    named = "王小明已收回訊息"
    assert noted("line:1", None, named, Sides("群")).direction is Direction.NONE
    assert noted("line:1", None, named, Sides("王小明", other="王小明")).direction is Direction.IN
    assert (
        noted("line:1", None, named, Sides("客服", other="客服")).direction is Direction.NONE
    )  # its nickname, perhaps
    assert noted("line:1", None, "对方撤回了一条消息", Sides()).direction is Direction.IN
