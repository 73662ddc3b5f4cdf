"""The same money in two records: a wallet's payment and the bank's debit for it, a shop's bill and the wallet's.

A wallet's record says for what the money was, a bank's that it moved. Both are evidence, and both are kept; sums count
one of them. Pairs are worked out whenever they are shown, never kept: a bill that is added later may tell better.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import NamedTuple
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.happenings import Happening
from evidence_app.domain.times import Precision, instant


class Movement(NamedTuple):
    """What is compared of a payment. ``at`` is the first moment of its reading, aware; ``origin`` that reading's own.

    ``source`` is the exhibit that it was read from: two rows of one bill are never the same money.
    """

    event_id: str
    at: datetime
    precision: Precision
    amount: Decimal
    currency: str
    direction: Direction
    outcome: Outcome
    party: str = ""
    text: str = ""
    account: str = ""
    origin: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which payments are the same money.

    ``partner`` is for each paired event the other one, of three (a shop's, a wallet's, a bank's) the bank's for the
    wallet's. ``twins`` are the events that sums leave out: the bank's of each pair, the wallet's beside a shop's; also
    those of as many payments on each side that nothing tells apart: whichever is which, each is there twice.
    """

    partner: Mapping[str, str] = field(default_factory=dict)
    twins: frozenset[str] = frozenset()


NO_PAIRS = Pairs()

SAME_MOMENT = timedelta(minutes=3)
"""Between a wallet's clock and a bank's, where both show times of day."""

BOOKED_WITHIN_DAYS = 1
REFUNDED_WITHIN_DAYS = 3
"""After a wallet's record a bank without times of day books a payment, or a refund."""

MOST_ALIKE = 24
"""Records of one amount within one window, beyond which nothing tells them apart."""

MOST_ROUNDS = 16


class _Channel(NamedTuple):
    """How banks and wallets name whoever keeps a bill; which of the three layers it is, the outermost first."""

    layer: int
    words: tuple[str, ...]


_SHOP, _WALLET, _BANK = range(3)

_CHANNELS: Mapping[str, _Channel] = {
    "jd": _Channel(_SHOP, ("京东", "京東", "网银在线", "网銀在線", "jd.com")),
    "meituan": _Channel(_SHOP, ("美团", "美團", "三快", "钱袋宝", "大众点评")),
    "alipay": _Channel(_WALLET, ("支付宝", "支付寶", "alipay", "蚂蚁")),
    "alipay-web": _Channel(_WALLET, ("支付宝", "支付寶", "alipay", "蚂蚁")),
    "wechat-pay": _Channel(_WALLET, ("财付通", "財付通", "微信", "tenpay", "wechat", "weixin")),
}
"""By the origin of a reading: the code of the importer that read it."""

_BANKS: Mapping[str, str] = {
    "cmb": "招商银行",
    "icbc": "工商银行",
    "boc": "中国银行",
    "abc": "农业银行",
    "bocom": "交通银行",
    "ccb": "建设银行",
    "spdb": "浦发银行",
    "citic": "中信银行",
    "cgb": "广发银行",
    "cib": "兴业银行",
}
"""How wallets name the bank of a card, by the beginning of the origin of that bank's records."""

_OWN_MONEY = re.compile(r"零钱|余额|花呗|白条|月付|先享后付|借呗|金条|红包|钱包|小金库")
"""Paid without a card: no bank has a record of it."""

_TAIL = re.compile(r"(\d{4})\D*$")


def pairs_among(events: Iterable[Event], home: ZoneInfo) -> Pairs:
    """Return which of a dispute's events are the same money; ``home`` is its zone."""
    return pairs_of(movements_of(events, home))


def movements_of(events: Iterable[Event], home: ZoneInfo) -> list[Movement]:
    """Return what is compared of those events that are payments with an amount and a time."""
    return [movement for each in events if (movement := _movement(each, home)) is not None]


class PaymentRecord(NamedTuple):
    """What of a payment rules do not look at: as in `Movement`."""

    account: str
    origin: str
    source: str


def twins_among(happenings: Iterable[Happening], records: Mapping[str, PaymentRecord]) -> frozenset[str]:
    """Return the payments whose money another confirmed one shows, too; ``records`` are by their events' ids."""
    return pairs_confirmed(happenings, records).twins


def pairs_confirmed(happenings: Iterable[Happening], records: Mapping[str, PaymentRecord]) -> Pairs:
    """Return which confirmed payments are the same money; ``records`` are by their events' ids."""
    if len({record.source for record in records.values()}) < 2:
        return NO_PAIRS  # two rows of one bill are never the same money
    movements = [
        Movement(
            each.event_id,
            each.at,
            each.precision,
            each.amount,
            each.currency,
            each.direction,
            each.outcome,
            each.party,
            each.text,
            *records[each.event_id],
        )
        for each in happenings
        if each.event_id in records and each.at is not None and each.amount is not None
    ]
    return pairs_of(movements)


def _movement(event: Event, home: ZoneInfo) -> Movement | None:
    reading = event.time.happened
    if event.kind is not EventKind.PAYMENT or event.amount is None or reading is None:
        return None
    at = instant(reading, home)
    if at is None:
        return None
    return Movement(
        event.id,
        at,
        reading.precision,
        event.amount,
        event.currency,
        event.direction,
        event.outcome,
        party=event.party,
        text=event.text,
        account=event.account,
        origin=reading.origin,
        source=event.read_from,
    )


def pairs_of(movements: Iterable[Movement]) -> Pairs:
    """Return which payments are the same money; those that could be paired in two ways are left alone.

    In O(n log n) of the number of payments.
    """
    known = [each for each in movements if each.outcome is not Outcome.FAILED and each.amount]
    if not any(_layer(each) < _BANK for each in known):
        return NO_PAIRS
    inner: dict[str, str] = {}
    outer: dict[str, str] = {}
    twins: set[str] = set()
    for layer in (_WALLET, _SHOP):
        pairs, alike = _matched(known, layer, twins)
        for first, second in pairs:
            inner[first] = second
            outer[second] = first
        twins.update(outer, alike)
    return Pairs({**outer, **inner}, frozenset(twins))


_Chance = tuple[int, str, str]
"""How much speaks for a pair, and its outer and inner record."""

_Found = tuple[list[tuple[str, str]], set[str]]
"""Pairs of an outer and an inner record, and further inner ones that are there twice."""


def _matched(
    movements: Sequence[Movement], layer: int, taken: AbstractSet[str]
) -> tuple[list[tuple[str, str]], set[str]]:
    """Return pairs of one layer's records with those of the layers further in, each record once.

    And further ones of the latter that are the same money as some of the former, nobody knows which.
    """
    shelves = _by_amount(each for each in movements if _layer(each) > layer and each.event_id not in taken)
    chances: list[_Chance] = []
    for each in movements:
        if _layer(each) == layer:
            alike = shelves.get((each.currency, each.amount))
            chances += [(score, each.event_id, other.event_id) for score, other in _candidates(each, alike)]
    return _told_apart(chances)


def _layer(movement: Movement) -> int:
    channel = _CHANNELS.get(movement.origin)
    return channel.layer if channel else _BANK


class _Shelf(NamedTuple):
    """Records of one amount by their days, in order."""

    days: list[int]
    records: list[Movement]


def _by_amount(movements: Iterable[Movement]) -> dict[tuple[str, Decimal], _Shelf]:
    shelves: dict[tuple[str, Decimal], _Shelf] = {}
    for each in sorted(movements, key=_day):
        shelf = shelves.setdefault((each.currency, each.amount), _Shelf([], []))
        shelf.days.append(_day(each))
        shelf.records.append(each)
    return shelves


def _day(movement: Movement) -> int:
    return movement.at.toordinal()


def _candidates(movement: Movement, shelf: _Shelf | None) -> Iterator[tuple[int, Movement]]:
    """Yield the records that may be the same money, with how much speaks for each."""
    if shelf is None:
        return
    within = REFUNDED_WITHIN_DAYS if movement.direction is Direction.IN else BOOKED_WITHIN_DAYS
    first, last = bisect_left(shelf.days, _day(movement) - 1), bisect_left(shelf.days, _day(movement) + within + 1)
    if last - first > MOST_ALIKE:
        first, last = bisect_left(shelf.days, _day(movement)), bisect_left(shelf.days, _day(movement) + 1)
    if last - first > MOST_ALIKE:
        return
    for other in shelf.records[first:last]:
        score = _score(movement, other)
        if score:
            yield score, other


def _score(outer: Movement, inner: Movement) -> int:
    """Return how much speaks for two records being the same money, 0 if something speaks against it, or nothing for it.

    It takes the card's last digits, or that one record names who keeps the other, and a time that fits.
    """
    if outer.source and outer.source == inner.source:
        return 0
    if Direction.NONE not in (outer.direction, inner.direction) and outer.direction is not inner.direction:
        return 0
    near = _nearness(outer, inner)
    related = _relation(outer, inner)
    return 0 if not near or not related else near + related


def _nearness(outer: Movement, inner: Movement) -> int:
    clocks = {Precision.SECOND, Precision.MINUTE}
    if outer.precision in clocks and inner.precision in clocks:
        apart = abs(inner.at - outer.at)
        return 0 if apart > SAME_MOMENT else 4 if apart <= timedelta(minutes=1) else 3
    if Precision.UNKNOWN in (outer.precision, inner.precision) or Precision.MONTH in (outer.precision, inner.precision):
        return 0
    days = _day(inner) - _day(outer)
    within = REFUNDED_WITHIN_DAYS if outer.direction is Direction.IN else BOOKED_WITHIN_DAYS
    return 2 if days == 0 else 1 if 0 < days <= within else 0


def _relation(outer: Movement, inner: Movement) -> int:
    if _layer(inner) == _WALLET:
        return _shop_and_wallet(outer, inner)
    if outer.account and _OWN_MONEY.search(outer.account) and not _tail(outer.account):
        return 0
    bank = next((name for origin, name in _BANKS.items() if inner.origin.split("-")[0] == origin), "")
    if bank and "银行" in outer.account and bank not in outer.account:
        return 0
    tails = _tail(outer.account), _tail(inner.account)
    if all(tails) and tails[0] != tails[1]:
        return 0
    same_card = 4 if all(tails) else 0
    return same_card + _names(outer, inner) + (1 if same_card and bank and bank in outer.account else 0)


def _shop_and_wallet(shop: Movement, wallet: Movement) -> int:
    """Return what speaks for a pair: a shop's bill names the wallet that was paid with, and the wallet's the shop."""
    words = _CHANNELS[wallet.origin].words
    return _names(shop, wallet) if any(word in shop.account.lower() for word in words) else 0


def _names(outer: Movement, inner: Movement) -> int:
    """Return how clearly the inner record names who keeps the outer one, or whom it paid."""
    said = f"{inner.party} {inner.text}".lower()
    channel = 3 if any(word in said for word in _CHANNELS[outer.origin].words) else 0
    return channel + (1 if channel and len(outer.party) > 1 and outer.party.lower() in said else 0)


def _tail(account: str) -> str:
    """Return the last four digits by which a card is shown, empty without any."""
    found = _TAIL.search(account)
    return found[1] if found else ""


def _told_apart(chances: list[_Chance]) -> _Found:
    """Return the pairs in which each is the other's single best; then what that leaves, until nothing more is clear.

    And the inner records of those that are left in equal numbers, each outer one fitting each inner one.
    """
    pairs: list[tuple[str, str]] = []
    for _ in range(MOST_ROUNDS):
        best_inner = _single_best((outer, score, inner) for score, outer, inner in chances)
        best_outer = _single_best((inner, score, outer) for score, outer, inner in chances)
        clear = {outer: inner for outer, inner in best_inner.items() if inner and best_outer.get(inner) == outer}
        if not clear:
            break
        pairs += clear.items()
        gone = frozenset(clear.values())
        chances = [each for each in chances if each[1] not in clear and each[2] not in gone]
    return pairs, _alike(chances)


def _alike(chances: Iterable[_Chance]) -> set[str]:
    """Return the inner records of groups with as many outer as inner ones, all of which fit each other and no other."""
    fitting: defaultdict[str, set[str]] = defaultdict(set)
    for _, outer, inner in chances:
        fitting[inner].add(outer)
    groups: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for inner, outers in fitting.items():
        groups[frozenset(outers)].add(inner)
    shared = Counter(outer for outers in groups for outer in outers)
    whole = (
        inners
        for outers, inners in groups.items()
        if len(inners) == len(outers) and all(shared[each] == 1 for each in outers)
    )
    return {inner for inners in whole for inner in inners}


def _single_best(chances: Iterable[tuple[str, int, str]]) -> dict[str, str]:
    """Return for each record the one for which most speaks, empty where two are equal."""
    best: dict[str, tuple[int, str]] = {}
    for one, score, other in chances:
        known = best.get(one)
        if known is None or score > known[0]:
            best[one] = score, other
        elif score == known[0]:
            best[one] = score, ""
    return {one: other for one, (_, other) in best.items()}
