"""Which screens the held-out half has: for the final measurement only, never looked at while tuning."""

import random
from collections.abc import Iterator

from benchmarks.truth.heldout.chats import chat
from benchmarks.truth.heldout.records import PAGES
from benchmarks.truth.sheet import Sheet

CHATS = {
    "wechat": 9, "qq": 5, "ding": 5, "bank": 6, "line": 7, "telegram": 5, "whatsapp": 5, "imessage": 6, "sms-ios": 4,
    "sms-samsung": 5,
}  # fmt: skip
RECORDS = {
    "calls_grouped": 4, "calls_days_only": 3, "payment": 6, "ledger": 5, "schedule": 4, "schedule_lines": 4, "refused": 5,
    "sessions": 4, "agreement": 4, "complaint": 4,
}  # fmt: skip
LONG = (("wechat", 120, False), ("qq", 55, True), ("line", 90, False), ("bank", 40, False), ("telegram", 75, True))
PHOTOS = ("wechat", "bank", "line", "sms-ios", "imessage", "ding")
RECORD_PHOTOS = ("calls_grouped", "payment", "schedule_lines", "ledger")


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept: ``png``, ``jpg`` or ``photo``."""
    for name, wanted in CHATS.items():
        for index in range(wanted):
            source = random.Random(f"held {name} {index}")
            hant = index % 2 == 0 if name == "line" else index % 3 == 2
            count = source.randrange(4, 7) if name.startswith("sms") else source.randrange(7, 12)
            yield source.choice(("png", "jpg")), chat(source, name, hant, index % 4 == 1, count, "clean")
    for name, count, dark in LONG:
        source = random.Random(f"held long {name}")
        yield source.choice(("png", "jpg")), chat(source, name, name == "line", dark, count, "long")
    for name, wanted in RECORDS.items():
        for index in range(wanted):
            source = random.Random(f"held {name} {index}")
            yield source.choice(("png", "jpg")), PAGES[name](source, index % 3 == 1, index % 4 == 2, "clean")
    for index, name in enumerate(PHOTOS):
        source = random.Random(f"held photo {name}")
        yield "photo", chat(source, name, name == "line", index == 3, 5 if name.startswith("sms") else 8, "photo")
    for index, name in enumerate(RECORD_PHOTOS):
        source = random.Random(f"held photo {name}")
        yield "photo", PAGES[name](source, index == 1, index == 2, "photo")
