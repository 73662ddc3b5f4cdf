"""Which screens the tuning half has. All depends on the seed alone."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from benchmarks.truth.sheet import Sheet
from benchmarks.truth.tuning.chats import chat
from benchmarks.truth.tuning.parts import look
from benchmarks.truth.tuning.records import PAGES
from benchmarks.truth.tuning.wild import wild

SEED = "tuning-1"
CHATS = {"wechat": 13, "service": 8, "line": 8, "telegram": 5, "whatsapp": 6, "imessage": 6, "sms": 8}
COUNTS = {"sms": 5, "telegram": 10, "imessage": 10}


def captured(source: random.Random) -> datetime:
    """Return when a screen was taken: by day mostly, in times without holidays of any of the regions or with them."""
    month, low, high = source.choice(
        (
            (2025, 2, 24),
            (2025, 3, 20),
            (2025, 6, 16),
            (2025, 7, 8),
            (2025, 8, 5),
            (2025, 11, 10),
            (2025, 1, 22),
            (2025, 9, 25),
        )
    )[0:3]
    day = datetime(month, low, high) + timedelta(days=source.randrange(0, 4))
    return day.replace(hour=source.randrange(8, 24), minute=source.randrange(60), second=source.randrange(60))


def quiet(source: random.Random) -> datetime:
    """Return the same for regions other than the mainland: no holiday within reach."""
    year, month, day = source.choice(((2025, 3, 5), (2025, 6, 9), (2025, 7, 14), (2025, 8, 11), (2025, 11, 10)))
    when = datetime(year, month, day) + timedelta(days=source.randrange(0, 4))
    return when.replace(hour=source.randrange(8, 24), minute=source.randrange(60), second=source.randrange(60))


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept: ``png``, ``jpg`` or ``photo``."""
    source = random.Random(SEED)
    for app, number in CHATS.items():
        for index in range(number):
            hant = index % 2 == 1 if app in ("line", "whatsapp") else index % 4 == 3
            yield _kind(source), _chat(source, app, hant, index % 3 == 1, COUNTS.get(app, 9), "clean")
    for index in range(4):
        yield _kind(source), _chat(source, "wechat", index == 3, index == 1, 9, "clean", group=True)
    for index, app in enumerate(("wechat", "service", "line", "whatsapp", "wechat")):
        yield (
            ("png", "jpg")[index % 2],
            _chat(source, app, app == "line", index == 4, (70, 45, 110, 60, 130)[index], "long"),
        )
    for index, app in enumerate(("wechat", "service", "line", "imessage", "whatsapp", "sms")):
        yield "photo", _chat(source, app, app == "line", index == 2, COUNTS.get(app, 8), "photo")
    yield from _records(random.Random(f"{SEED} records"))
    yield from _wild(random.Random(f"{SEED} wild"))
    source = random.Random(f"{SEED} days")
    for index in range(6):
        yield _kind(source), _record(source, "bill_days", index % 3 == 2, index % 3 == 1, "clean")


def _wild(source: random.Random) -> Iterator[tuple[str, Sheet]]:
    for kind in ("web", "under", "wall", "rim"):
        for index in range(4):
            hant = index == 3
            when = quiet(source) if hant else captured(source)
            phone = look(source, "wild", "hant" if hant else "hans", index == 1, when)
            yield _kind(source), wild(source, phone, kind, 10, "clean")


RECORDS = {
    "calls": 7,
    "bill": 7,
    "bill_list": 6,
    "plan": 5,
    "plan_table": 4,
    "failed": 6,
    "logins": 5,
    "contract": 4,
    "ticket": 5,
}


def _records(source: random.Random) -> Iterator[tuple[str, Sheet]]:
    for page, number in RECORDS.items():
        for index in range(number):
            yield _kind(source), _record(source, page, index % 3 == 2, index % 3 == 1, "clean")
    for index, page in enumerate(("bill", "calls", "plan", "bill_list")):
        yield "photo", _record(source, page, index == 2, index == 1, "photo")


def _record(source: random.Random, page: str, hant: bool, dark: bool, form: str) -> Sheet:
    when = quiet(source) if hant else captured(source)
    return PAGES[page](source, look(source, "record", "hant" if hant else "hans", dark, when), form)


def _kind(source: random.Random) -> str:
    return source.choice(("png", "jpg"))


def _chat(source: random.Random, app: str, hant: bool, dark: bool, count: int, form: str, group: bool = False) -> Sheet:
    when = quiet(source) if hant else captured(source)
    return chat(
        source, look(source, app, "hant" if hant else "hans", dark, when), count + source.randrange(-2, 3), form, group
    )
