"""Timelines made of what a test names."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import count
from zoneinfo import ZoneInfo

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import Precision
from evidence_app.rules.money_ledger import Belonging
from evidence_app.rules.parties import known_as
from evidence_app.rules.situation import Situation
from evidence_app.rules.territories import Territory

ZONE = ZoneInfo("Asia/Shanghai")
CN = Territory.of("CN")
_ids = count(1)


def call(at: str, direction: Direction = Direction.IN, duration_s: int | None = 60, number: str = "95500") -> Happening:
    return _happening(EventKind.CALL, at, direction, number=number)._replace(duration_s=duration_s)


def message(at: str, direction: Direction = Direction.IN, text: str = "请尽快处理", number: str = "95500") -> Happening:
    return _happening(EventKind.MESSAGE, at, direction, number=number)._replace(text=text)


def payment(at: str, amount: str, direction: Direction, outcome: Outcome = Outcome.DONE) -> Happening:
    return _happening(EventKind.PAYMENT, at, direction)._replace(
        amount=Decimal(amount), currency="CNY", outcome=outcome
    )


def instalment(at: str, amount: str, outcome: Outcome) -> Happening:
    return payment(at, amount, Direction.OUT, outcome)._replace(kind=EventKind.REPAYMENT)


def _happening(kind: EventKind, at: str, direction: Direction, number: str = "") -> Happening:
    precision = Precision.DAY if len(at) == len("2025-03-01") else Precision.SECOND
    when = datetime.fromisoformat(at).replace(tzinfo=ZONE)
    return Happening(f"event-{next(_ids)}", kind, when, precision, direction, number=number)


def situation(
    *happenings: Happening, kind: DisputeType = DisputeType.HARASSMENT, territory: Territory | None = CN
) -> Situation:
    ordered = sorted(happenings, key=lambda each: each.at or datetime.max.replace(tzinfo=ZONE))
    return Situation(kind, territory, date(2025, 6, 1), tuple(ordered), numbers=frozenset({known_as("95500", "CN")}))


def days(first: str, number: int, clock: str) -> list[str]:
    start = date.fromisoformat(first)
    return [f"{start + timedelta(days=each)}T{clock}" for each in range(number)]


def theirs_if(is_theirs: Callable[[Happening], bool]) -> Callable[[Happening], Belonging]:
    return lambda each: Belonging.THEIRS if is_theirs(each) else Belonging.OTHERS
