import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.pairs_of_payments import Movement, Pairs, pairs_of
from evidence_app.domain.times import Precision

IN, OUT, NONE = Direction.IN, Direction.OUT, Direction.NONE
NOON = datetime(2024, 3, 1, 12, 0, 0, tzinfo=UTC)


def alipay(event_id: str = "w", **changes: object) -> Movement:
    made = Movement(
        *(event_id, NOON, Precision.SECOND, Decimal("49.74"), "CNY", OUT, Outcome.DONE),
        party="某某超市",
        account="工商银行(1234)",
        origin="alipay",
        source="alipay-bill",
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def bank(event_id: str = "b", **changes: object) -> Movement:
    made = Movement(
        *(event_id, NOON.replace(hour=0), Precision.DAY, Decimal("49.74"), "CNY", OUT, Outcome.DONE),
        party="支付宝-某某超市",
        account="6222 **** 1234",
        origin="icbc",
        source="statement",
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def done_sums(movements: Sequence[Movement], pairs: Pairs) -> dict[tuple[Direction, str], Decimal]:
    """What really moved, by direction and currency: only what is done, each pair once."""
    sums: dict[tuple[Direction, str], Decimal] = {}
    for each in movements:
        if each.outcome is Outcome.DONE and each.event_id not in pairs.twins:
            sums[each.direction, each.currency] = sums.get((each.direction, each.currency), Decimal()) + each.amount
    return sums


def test_a_wallets_payment_and_the_banks_debit_are_a_pair() -> None:
    assert pairs_of([alipay(), bank()]) == Pairs({"w": "b", "b": "w"}, frozenset({"b"}))


@pytest.mark.parametrize(
    "other",
    [
        bank(amount=Decimal("49.75")),
        bank(currency="HKD"),
        bank(direction=IN),
        bank(at=NOON + timedelta(days=2)),
        bank(at=NOON - timedelta(days=1)),
        bank(account="6222 **** 9999"),
        bank(origin="cmb"),
        bank(source="alipay-bill"),
        bank(account="", party="某某超市"),
        bank(precision=Precision.SECOND, at=NOON + timedelta(minutes=4)),
        bank(precision=Precision.MONTH),
        bank(outcome=Outcome.FAILED),
    ],
)
def test_what_speaks_against_a_pair_prevents_it(other: Movement) -> None:
    assert pairs_of([alipay(), other]) == Pairs()


def test_what_was_paid_from_the_wallet_itself_is_in_no_bank() -> None:
    assert pairs_of([alipay(account="余额宝"), bank(account="")]) == Pairs()


def test_a_bank_that_names_the_wallet_is_enough_without_a_card() -> None:
    assert pairs_of([alipay(account=""), bank(account="", party="支付宝")]).partner == {"w": "b", "b": "w"}


def test_the_card_is_enough_where_the_bank_names_nobody() -> None:
    assert pairs_of([alipay(), bank(party="", text="消费")]).partner == {"w": "b", "b": "w"}


def test_a_payment_booked_the_next_day_is_a_pair() -> None:
    assert pairs_of([alipay(), bank(at=NOON + timedelta(days=1))]).partner


def test_a_withdrawal_without_a_direction_is_a_pair_with_what_came_in() -> None:
    assert pairs_of([alipay(direction=NONE), bank(direction=IN)]).partner


def test_of_two_equal_payments_on_one_day_nobody_knows_which_is_which_but_each_is_counted_once() -> None:
    later = NOON + timedelta(hours=3)
    movements = [alipay("w1"), alipay("w2", at=later), bank("b1"), bank("b2", source="other")]
    pairs = pairs_of(movements)
    assert pairs == Pairs({}, frozenset({"b1", "b2"}))
    assert done_sums(movements, pairs) == {(OUT, "CNY"): Decimal("99.48")}


def test_two_equal_payments_and_one_debit_are_left_alone() -> None:
    assert pairs_of([alipay("w1"), alipay("w2"), bank()]) == Pairs()
    assert pairs_of([alipay(), bank("b1"), bank("b2")]) == Pairs()


def test_two_equal_payments_are_told_apart_by_their_times() -> None:
    later = NOON + timedelta(hours=3)
    found = pairs_of(
        [
            alipay("w1"),
            alipay("w2", at=later),
            bank("b1", at=NOON + timedelta(seconds=5), precision=Precision.SECOND),
            bank("b2", at=later, precision=Precision.SECOND),
        ]
    )
    assert found.partner == {"w1": "b1", "b1": "w1", "w2": "b2", "b2": "w2"}


def test_what_is_clear_clears_what_it_leaves() -> None:
    found = pairs_of([alipay("w1"), alipay("w2", party="别家"), bank("b1"), bank("b2", party="支付宝")])
    assert found.partner == {"w1": "b1", "b1": "w1", "w2": "b2", "b2": "w2"}


def test_a_shops_bill_a_wallets_and_a_banks_are_one_payment() -> None:
    shop = Movement(
        *("s", NOON, Precision.SECOND, Decimal("49.74"), "CNY", OUT, Outcome.DONE),
        account="微信支付",
        origin="meituan",
        source="meituan-bill",
    )
    wallet = alipay(party="美团平台商户", origin="wechat-pay", at=NOON + timedelta(seconds=9))
    found = pairs_of([shop, wallet, bank(party="财付通-美团平台商户")])
    assert found == Pairs({"s": "w", "w": "b", "b": "w"}, frozenset({"w", "b"}))
    assert done_sums([shop, wallet, bank()], found) == {(OUT, "CNY"): Decimal("49.74")}


def test_a_shops_bill_paid_by_card_is_a_pair_with_the_banks() -> None:
    shop = alipay(origin="jd", account="工商银行信用卡(1234)")
    assert pairs_of([shop, bank(party="网银在线-京东商城业务")]).twins == {"b"}


def test_sums_count_a_pair_once_and_only_what_is_done() -> None:
    movements = [
        alipay(),
        bank(),
        alipay("closed", amount=Decimal("5"), outcome=Outcome.CLOSED),
        alipay("refund", amount=Decimal("7"), outcome=Outcome.REFUNDED, direction=IN),
        bank("refund-b", amount=Decimal("7"), direction=IN, at=NOON + timedelta(days=3)),
        bank("salary", amount=Decimal("900"), direction=IN, party="某公司"),
    ]
    assert done_sums(movements, pairs_of(movements)) == {(OUT, "CNY"): Decimal("49.74"), (IN, "CNY"): Decimal("900")}


MOVEMENTS = st.lists(
    st.builds(
        Movement,
        event_id=st.uuids().map(str),
        at=st.integers(0, 5000).map(lambda minutes: NOON + timedelta(minutes=minutes)),
        precision=st.sampled_from(Precision),
        amount=st.sampled_from([Decimal("1"), Decimal("1.00"), Decimal("2")]),
        currency=st.sampled_from(["CNY", "HKD"]),
        direction=st.sampled_from([IN, OUT, NONE]),
        outcome=st.sampled_from([Outcome.DONE, Outcome.CLOSED, Outcome.REFUNDED, Outcome.FAILED]),
        party=st.sampled_from(["", "支付宝", "财付通-美团", "京东"]),
        account=st.sampled_from(["", "工商银行(1234)", "6222****1234", "零钱", "微信支付"]),
        origin=st.sampled_from(["alipay", "wechat-pay", "jd", "meituan", "icbc", "statement", ""]),
        source=st.sampled_from(["", "a", "b", "c"]),
    ),
    max_size=30,
)


@settings(max_examples=150, database=None)
@given(MOVEMENTS, st.randoms())
def test_pairs_do_not_depend_on_the_order_and_keep_every_payment_once(
    movements: list[Movement], chance: object
) -> None:
    found = pairs_of(movements)
    by_id = {each.event_id: each for each in movements}
    for one, other in found.partner.items():
        assert by_id[one].amount == by_id[other].amount
        assert by_id[one].currency == by_id[other].currency
        assert one != other
        assert other in found.partner
        assert {one, other} & found.twins
    assert found.twins <= by_id.keys()
    mixed = list(movements)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert pairs_of(mixed) == found


def test_thousands_of_equal_payments_take_no_time() -> None:
    many = [alipay(f"w{n}", at=NOON + timedelta(seconds=n)) for n in range(5000)]
    many += [bank(f"b{n}", at=NOON + timedelta(seconds=n), source="x") for n in range(5000)]
    started = time.process_time()
    pairs_of(many)
    assert time.process_time() - started < 5


def test_a_hundred_thousand_payments_are_paired_in_seconds() -> None:
    many = [alipay(f"w{n}", amount=Decimal(n), at=NOON + timedelta(hours=n)) for n in range(1, 20_000)]
    many += [bank(f"b{n}", amount=Decimal(n), at=NOON + timedelta(hours=n)) for n in range(1, 20_000)]
    started = time.process_time()
    assert len(pairs_of(many).twins) == 19_999
    assert time.process_time() - started < 10
