"""Which screens the fresh half has. All depends on the seed alone."""

import random
from collections.abc import Iterator

from benchmarks.truth.fresh.chats import APPS, chat
from benchmarks.truth.fresh.others import OTHERS, other
from benchmarks.truth.fresh.records import PAGES, record
from benchmarks.truth.sheet import Sheet

SEED = "fresh-1"
MORE_CHATS = (
    ("wechat", "tw"), ("line", "tw"), ("line", "tw"), ("whatsapp", "hk"), ("whatsapp", "hk"), ("iphone", "hksms"),
    ("xiaomi", "smswork"), ("huawei", "smswork"), ("telegram", "hk"), ("bare", "tw"),
)  # fmt: skip
ABROAD = (
    ("ledger", "TWD"), ("ledger", "HKD"), ("bank-days", "TWD"), ("bank-days", "HKD"), ("plan", "TWD"), ("plan-table", "HKD"),
    ("calls-huawei", "HKD"), ("calls-iphone", "TWD"), ("detail", "TWD"), ("ticket", "TWD"), ("refused", "HKD"),
)  # fmt: skip


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept: ``png``, ``jpg`` or ``photo``."""
    source = random.Random(SEED)
    for app in APPS:
        for dark in (False, True):
            yield _kind(source), chat(source, app, dark=dark)
    for index, (app, topic) in enumerate(MORE_CHATS):
        yield _kind(source), chat(source, app, dark=index % 3 == 1, topic=topic)
    for style in PAGES:
        yield _kind(source), record(source, style, dark=source.random() < 0.35)
    for style, currency in ABROAD:
        yield _kind(source), record(source, style, dark=source.random() < 0.35, currency=currency)
    for style in ("ledger", "ledger", "bank-month", "wallet-bill", "credit-bill"):
        yield _kind(source), record(source, style, dark=source.random() < 0.35)
    for style in OTHERS:
        yield _kind(source), other(source, style, dark=source.random() < 0.3)
    for app, count in (("wechat", 5), ("line", 5), ("alipay", 4)):
        yield _kind(source), chat(source, app, form="long", times=count)
    for app in ("wechat", "xiaomi", "bare", "line"):
        yield "photo", chat(source, app, form="photo")
    for style in ("wallet-bill", "calls-huawei"):
        yield "photo", record(source, style, form="photo")


def _kind(source: random.Random) -> str:
    return source.choice(("png", "jpg", "jpg"))
