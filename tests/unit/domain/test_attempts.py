"""Money that moved nothing, or back, is called an attempt or a refund, whichever way it was to go."""

from itertools import product

import pytest

from evidence_app.domain.attempts import NOT_MOVED, Attempt, attempt_of
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.phrases import Language, name_of

WAYS = (Direction.IN, Direction.OUT, Direction.NONE)


def test_every_attempt_is_called_one_and_nothing_else_is() -> None:
    told = {
        (kind, way, outcome): attempt_of(kind, way, outcome) for kind, way, outcome in product(EventKind, WAYS, Outcome)
    }
    money = (EventKind.PAYMENT, EventKind.REPAYMENT)
    expected = {
        (kind, way, outcome) for kind, way in product(money, WAYS) for outcome in (*NOT_MOVED, Outcome.REFUNDED)
    }
    assert {key for key, attempt in told.items() if attempt is not None} == expected
    withdrawals = {attempt_of(EventKind.PAYMENT, Direction.IN, outcome, "提现到银行卡") for outcome in NOT_MOVED}
    assert {*told.values(), *withdrawals} == {*Attempt, None}


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (Outcome.FAILED, ("提现失败", "提領失敗", "Withdrawal failed")),
        (Outcome.PENDING, ("提现处理中", "提領處理中", "Withdrawal pending")),
        (Outcome.CLOSED, ("提现已关闭", "提領已關閉", "Withdrawal closed")),
    ],
)
def test_a_withdrawal_that_moved_nothing_is_never_received(outcome: Outcome, words: tuple[str, ...]) -> None:
    tried = attempt_of(EventKind.PAYMENT, Direction.IN, outcome, "提现")
    assert tried is not None
    assert tuple(name_of(tried, each) for each in (Language.ZH_HANS, Language.ZH_HANT, Language.EN)) == words
