"""Which screens this half has. Blind: drawn by somebody who knew neither the reading code nor the other halves."""

import random
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import cycle, islice

from benchmarks.truth.heldout_3 import papers, records
from benchmarks.truth.heldout_3.chats import STYLES, TEXTING, Chat, chat
from benchmarks.truth.heldout_3.records import Record
from benchmarks.truth.heldout_3.script import Scene, Turn, of, performed
from benchmarks.truth.sheet import Sheet

CHATS = (
    ("wx", "cn", 7), ("wx", "tw", 2), ("group", "cn", 4), ("group", "hk", 1), ("kefu", "cn", 7), ("kefu", "tw", 3), ("bank", "cn", 6),
    ("bank", "hk", 3), ("line", "tw", 8), ("tg", "cn", 2), ("tg", "tw", 3), ("wa", "hk", 7), ("im", "cn", 2), ("im", "tw", 2),
    ("im", "hk", 1), ("mi", "cn", 5), ("one", "cn", 2), ("one", "tw", 1), ("one", "hk", 2),
)  # fmt: skip
RECORDS = {
    "dialer": 4, "recents": 3, "bill": 5, "ledger": 4, "plan": 5, "refused": 4, "logins": 3, "contract": 3, "complaint": 5,
}  # fmt: skip
LONG = (
    ("wx", "cn", 7, False),
    ("kefu", "cn", 8, False),
    ("line", "tw", 8, True),
    ("wa", "hk", 5, False),
    ("bank", "cn", 6, True),
)
PHOTOS = (
    ("wx", "cn"),
    ("kefu", "cn"),
    ("line", "tw"),
    ("bank", "cn"),
    ("wa", "hk"),
    ("im", "cn"),
    ("mi", "cn"),
    ("group", "cn"),
)
RECORD_PHOTOS = (("dialer", "cn"), ("bill", "cn"), ("plan", "tw"), ("ledger", "cn"), ("refused", "cn"))

MAINLAND = (
    "2025-04-01", "2025-04-29", "2025-05-28", "2025-07-08", "2025-08-19", "2025-09-24", "2025-09-30", "2025-11-05",
    "2025-12-30", "2026-01-13", "2026-02-11", "2026-03-10",
)  # fmt: skip
"""Tuesdays and Wednesdays, many of them before holidays and weekends that are worked."""
SHARED = (
    "2025-07-08",
    "2025-07-22",
    "2025-08-05",
    "2025-08-13",
    "2025-11-04",
    "2025-11-12",
    "2025-11-18",
    "2026-03-03",
    "2026-03-10",
)
"""After these no holiday of the mainland, Taiwan or Hong Kong falls on the days that are counted."""


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept: ``png``, ``jpg`` or ``photo``."""
    stocks = {(texting, place): _stock(texting, place) for texting in (False, True) for place in ("cn", "tw", "hk")}
    for name, place, wanted in CHATS:
        for index in range(wanted):
            source = random.Random(f"b {name} {place} {index}")
            turns = _played(next(stocks[name in TEXTING, place]), source)
            dark = index % 4 == 2
            given = Chat(STYLES[name], place, turns, dark, "clean", source, card=name == "kefu" and index % 2 == 0)
            yield source.choice(("png", "jpg")), chat(given)
    for name, place, count, dark in LONG:
        source = random.Random(f"b long {name}")
        turns = _months(islice(stocks[False, place], count), source)
        yield source.choice(("png", "jpg")), chat(Chat(STYLES[name], place, turns, dark, "long", source))
    for name, wanted in RECORDS.items():
        for index in range(wanted):
            source = random.Random(f"b form {name} {index}")
            place = ("cn", "cn", "tw", "cn", "hk")[index]
            yield source.choice(("png", "jpg")), _page(name, place, index % 3 == 1, "clean", index)
    for index, (name, place) in enumerate(PHOTOS):
        source = random.Random(f"b photo {name}")
        turns = _played(next(stocks[name in TEXTING, place]), source)
        yield "photo", chat(Chat(STYLES[name], place, turns, index == 4, "photo", source))
    for index, (name, place) in enumerate(RECORD_PHOTOS):
        yield "photo", _page(name, place, index == 3, "photo", index + 1)


def _stock(texting: bool, place: str) -> Iterator[Scene]:
    """Give the scenes of a place one after the other, over and over, in an order of their own."""
    found = of("sms" if texting else "chat", place)
    random.Random(f"stock {place} {texting}").shuffle(found)
    return cycle(found)


def _played(scene: Scene, source: random.Random) -> list[Turn]:
    day = source.choice(MAINLAND if scene.place == "cn" else SHARED)
    return performed(scene, source, _morning(datetime.fromisoformat(day), source))


def _morning(day: datetime, source: random.Random) -> datetime:
    return day + timedelta(hours=source.randrange(9, 14), minutes=source.randrange(60))


def _months(scenes: Iterable[Scene], source: random.Random) -> list[Turn]:
    """Return scenes of several weeks in one conversation."""
    turns: list[Turn] = []
    day = datetime.fromisoformat("2025-07-08")
    for scene in scenes:
        turns += performed(scene, source, _morning(day, source))
        day += timedelta(days=7)
    return turns


def _page(name: str, place: str, dark: bool, form: str, number: int) -> Sheet:
    source = random.Random(f"b {form} {name} {number}")
    pages = {**records.PAGES, **papers.PAGES}
    now = _morning(datetime.fromisoformat(source.choice(MAINLAND if place == "cn" else SHARED)), source)
    late = now + timedelta(days=source.randrange(3, 8), minutes=source.randrange(300))
    return pages[name](Record(name, place, late if name != "complaint" else now, dark, form, source, number))
