"""What a picture shows of money that an export has too is in no sum a second time."""

from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.rules.money_ledger import money_ledger
from evidence_app.rules.money_once import shown_again
from tests.unit.rules.situations import instalment, payment

TODAY = date(2025, 6, 1)


def paid_in_all(*events: Happening) -> Decimal:
    return money_ledger(events, TODAY, twins=frozenset(shown_again(events, lambda _: True))).paid["CNY"]


def bank(at: str, amount: str = "3420") -> Happening:
    return payment(at, amount, Direction.OUT)._replace(origin=Origin.EXPORT, exhibit_ids=("bank",))


def screen(at: str, amount: str = "3420") -> Happening:
    return payment(at, amount, Direction.OUT)._replace(origin=Origin.PICTURE, exhibit_ids=("screen",))


def ticked(day: str, amount: str = "3420") -> Happening:
    return instalment(day, amount, Outcome.PAID)._replace(origin=Origin.PICTURE, exhibit_ids=("plan",))


def test_a_screen_of_success_the_banks_row_and_the_plan_are_one_payment() -> None:
    events = [bank("2025-03-12T15:02"), screen("2025-03-12T15:02"), ticked("2025-03-10")]
    counting = events[0].event_id
    assert shown_again(events, lambda _: True) == {events[1].event_id: counting, events[2].event_id: counting}
    assert paid_in_all(*events) == 3420


def test_an_instalment_that_no_payment_pays_is_paid_as_the_plan_says() -> None:
    assert paid_in_all(bank("2025-03-12T15:02"), ticked("2025-02-10"), ticked("2025-03-10")) == 2 * 3420


def test_what_a_person_typed_twice_was_paid_twice_unless_it_is_called_an_instalment() -> None:
    made = instalment("2025-03-09", "3420", Outcome.DONE)._replace(text="我主动还款")
    again = instalment("2025-03-10", "3420", Outcome.PAID)._replace(text="又还一次")
    own = payment("2025-03-09", "3420", Direction.OUT)
    assert paid_in_all(made, again) == paid_in_all(own, made) == 2 * 3420
    assert paid_in_all(made, again._replace(text="第3期")) == paid_in_all(made, ticked("2025-03-10")) == 3420


def test_a_payment_of_another_ones_pays_no_instalment() -> None:
    shop, planned = bank("2025-03-12T15:02"), ticked("2025-03-10")
    assert shown_again([shop, planned], lambda each: each is not shop) == {}


@pytest.mark.parametrize(
    "other",
    [
        screen("2025-03-12T15:06"),
        screen("2025-03-12T15:02", "3421"),
        screen("2025-03-12T15:02")._replace(exhibit_ids=("bank",)),
        screen("2025-03-12T15:02")._replace(direction=Direction.IN),
        screen("2025-03-12T15:02")._replace(currency="TWD"),
        screen("2025-03-12T15:02")._replace(origin=Origin.EXPORT),
        screen("2025-03-12")._replace(party="别人"),
        ticked("2025-03-30"),
    ],
    ids=["later", "amount", "one exhibit", "direction", "currency", "two exports", "party", "another month"],
)
def test_what_differs_is_other_money(other: Happening) -> None:
    row = bank("2025-03-12T15:02")._replace(party="乐分期")
    assert shown_again([row, other], lambda _: True) == {}
