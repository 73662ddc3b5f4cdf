"""Which screens the second held-out half has: drawn by somebody who never saw the reading, for measuring only."""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from benchmarks.truth.heldout_2 import calls, money, pages, plans, script
from benchmarks.truth.heldout_2.calendar_days import Unfit
from benchmarks.truth.heldout_2.chats import Chat, setting
from benchmarks.truth.heldout_2.plan import CHATS, LONG_CHATS, LONG_RECORDS, PHOTO_CHATS, PHOTO_RECORDS, RECORDS
from benchmarks.truth.heldout_2.record_page import paper
from benchmarks.truth.sheet import Sheet

FILES = (("mainland.txt", "CN"), ("sms.txt", "CN"), ("taiwan.txt", "TW"), ("hongkong.txt", "HK"))
SCENES = {key: scene for name, region in FILES for key, scene in script.scenes(name, region).items()}
MAKERS = {**calls.PAGES, **money.PAGES, **plans.PAGES, **pages.PAGES}

# Days on which scenes begin. Taiwan and Hong Kong have no holiday near theirs; the mainland has several.
DAYS = {
    "CN": (
        *(datetime(2025, 9, 22), datetime(2025, 9, 25), datetime(2025, 10, 9), datetime(2025, 11, 12)),
        *(datetime(2025, 12, 3), datetime(2025, 12, 26), datetime(2026, 1, 12), datetime(2026, 1, 21)),
        *(datetime(2026, 1, 29), datetime(2026, 2, 10), datetime(2026, 2, 25), datetime(2026, 3, 3)),
        *(datetime(2026, 3, 5), datetime(2026, 3, 9), datetime(2026, 3, 12)),
    ),
    "TW": (datetime(2025, 11, 4), datetime(2025, 11, 19), datetime(2026, 3, 10), datetime(2026, 3, 12)),
    "HK": (datetime(2025, 11, 5), datetime(2025, 11, 13), datetime(2026, 3, 9), datetime(2026, 3, 11)),
}
LATER = (
    timedelta(minutes=2),
    timedelta(minutes=9),
    timedelta(hours=1, minutes=7),
    timedelta(hours=16),
    timedelta(days=2),
)
LATER_IN_YEAR = timedelta(days=9, hours=3)


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return every picture's kind and page."""
    for index, (app, phone, key) in enumerate(CHATS):
        yield _chat(("png", "jpg")[index % 3 == 1], app, phone, [key], f"chat {index}")
    for index, (style, phone, region) in enumerate(RECORDS):
        yield _record(("png", "jpg")[index % 3 == 0], style, phone, region, f"record {index}", False)
    for index, (app, phone, keys) in enumerate(LONG_CHATS):
        yield _chat(("png", "jpg")[index % 2], app, phone, list(keys), f"long {index}", long=True)
    for index, (style, phone, region) in enumerate(LONG_RECORDS):
        yield _record("png", style, phone, region, f"long record {index}", True)
    for index, (app, phone, key) in enumerate(PHOTO_CHATS):
        yield _chat("photo", app, phone, [key], f"photo {index}")
    for index, (style, phone, region) in enumerate(PHOTO_RECORDS):
        yield _record("photo", style, phone, region, f"photo record {index}", False)


def _chat(form: str, app: str, phone: str, keys: list[str], seed: str, *, long: bool = False) -> tuple[str, Sheet]:
    source = random.Random(f"sealed {seed}")
    cast = script.Cast(source, SCENES[keys[0]].region)
    scene = cast.titled(SCENES[keys[0]])
    lines: list[script.Line] = []
    day = source.choice(DAYS[cast.region])
    for key in keys:
        day, played = _played(cast, SCENES[key], day)
        lines += played
        day = played[-1].at.replace(hour=0, minute=0) + timedelta(days=1)
    later = LATER_IN_YEAR if source.random() < 0.15 else source.choice(LATER)
    options = {"long": long, "keyboard": source.random() < 0.06 and not long}
    if app in ("alipay", "finance") and source.random() < 0.4:
        options["banner"] = "谨防诈骗：官方客服不会索要短信验证码"  # type: ignore[assignment]
    it = setting(app, phone, scene, lines[-1].at + later, source, **options)
    return form, Chat(it, lines, source).sheet(form)


def _played(cast: script.Cast, scene: script.Scene, day: datetime) -> tuple[datetime, list[script.Line]]:
    """Return a scene on the first day from one on which its words can be said."""
    while True:
        try:
            return day, cast.played(scene, day)
        except Unfit:
            day += timedelta(days=1)


def _record(form: str, style: str, phone: str, region: str, seed: str, long: bool) -> tuple[str, Sheet]:
    source = random.Random(f"sealed {seed}")
    day = source.choice(DAYS[region[:2]])
    captured = day + timedelta(days=source.randrange(12), hours=source.randrange(9, 22), minutes=source.randrange(60))
    number = int(region[2:] or 0)
    dark = source.random() < 0.25
    page = paper(style, phone, captured, source, region=region[:2], dark=dark, long=long, pick=number)
    return form, MAKERS[style](page, form)
