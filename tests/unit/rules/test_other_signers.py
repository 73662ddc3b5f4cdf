"""Whose a message is that came through a number which many companies share."""

from dataclasses import replace

import pytest

from evidence_app.rules.parties import known_as
from evidence_app.rules.situation import Situation
from tests.unit.rules.situations import message, situation

GATEWAY = "10690000"


def given(*messages: tuple[str, str]) -> Situation:
    came = [
        message(f"2025-03-0{day}T10:00:00", text=f"{text}您已逾期", number=GATEWAY)._replace(party=party)
        for day, (party, text) in enumerate(messages, 1)
    ]
    names = frozenset({"示例消费金融有限公司", "速融宝"})
    return replace(situation(*came), numbers=frozenset({known_as(GATEWAY, "CN")}), names=names)


@pytest.mark.parametrize(
    ("messages", "theirs"),
    [
        ((("另一家贷款公司", "【另一家贷款】"), ("", "【另一家贷款】"), ("", "【示例消费金融】")), 1),
        ((("", "【另一家贷款】"), ("", "【示例消费金融】")), 2),  # nobody said who that is: it may be a brand of theirs
        ((("鼎信催收有限公司", "【鼎信催收】"),), 1),
        ((("鼎信信用管理有限公司", "【鼎信信用管理】"),), 1),
        ((("速融宝借款", "【速融宝】"), ("示例小贷有限公司", "【示例小贷】")), 2),
        ((("另一家贷款公司", "【另一家贷款】"), ("", "【另一家贷款】受速融宝委托")), 1),
    ],
)
def test_what_another_lender_signs_on_a_shared_number_is_not_the_institutions(
    messages: tuple[tuple[str, str], ...], theirs: int
) -> None:
    assert len(given(*messages).theirs) == theirs
