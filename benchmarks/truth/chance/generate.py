"""Which screens the half made by chance has: with another seed all of them look otherwise."""

import random
from collections.abc import Iterator

from benchmarks.truth.chance.chats import chat
from benchmarks.truth.chance.ledgers import ledger, table
from benchmarks.truth.sheet import Sheet

SEED = "chance-2"
TOPICS = ("hans", "hans", "hans", "group", "sms", "tw", "hans", "hk", "en", "tw")


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept."""
    source = random.Random(SEED)
    for index in range(36):
        yield _kind(source), chat(source, TOPICS[index % len(TOPICS)], dark=source.random() < 0.35)
    for index in range(20):
        currency = ("CNY", "CNY", "CNY", "TWD", "HKD")[index % 5]
        yield _kind(source), ledger(source, currency, dark=source.random() < 0.35)
    for currency in ("CNY", "CNY", "TWD"):
        yield _kind(source), table(source, currency, dark=source.random() < 0.35)


def _kind(source: random.Random) -> str:
    return source.choice(("png", "jpg", "jpg"))
