"""Which screens this half has: for measurement only, never looked at while tuning."""

import random
from collections.abc import Iterator

from benchmarks.truth.heldout_4.chats import Wanted, chat
from benchmarks.truth.heldout_4.pages import PAGES
from benchmarks.truth.heldout_4.talk import decks
from benchmarks.truth.sheet import Sheet

# places of each of an app's chats, in turn
CHATS = {
    "wechat": ("cn",) * 9, "service": ("cn",) * 9, "line": ("tw", "tw", "hk", "tw", "tw"), "telegram": ("cn", "hk", "cn", "tw"),
    "whatsapp": ("hk", "hk", "hk", "cn", "hk"), "imessage": ("cn", "hk", "cn", "tw"), "sms": ("cn", "cn", "tw", "cn", "cn", "hk", "cn"),
}  # fmt: skip
LONG = (
    ("wechat", "cn", 112),
    ("service", "cn", 70),
    ("line", "tw", 86),
    ("telegram", "cn", 80),
    ("whatsapp", "hk", 110),
)
PHOTOS = (
    ("wechat", "cn"),
    ("wechat", "cn"),
    ("service", "cn"),
    ("sms", "cn"),
    ("sms", "tw"),
    ("imessage", "cn"),
    ("line", "tw"),
)
RECORDS = {
    "calls_android": 3, "calls_apple": 3, "bill": 6, "bills": 4, "plan": 5, "refused": 5, "logins": 4, "contract": 4, "ticket": 5,
}  # fmt: skip
RECORD_PHOTOS = ("calls_android", "bill", "plan", "bills")


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Give each screen with the form in which it is kept: ``png``, ``jpg`` or ``photo``."""
    known = {place: decks(place) for place in ("cn", "hk", "tw")}
    for app, places in CHATS.items():
        for index, place in enumerate(places):
            source = random.Random(f"fourth {app} {index}")
            count = source.randrange(4, 7) if app == "sms" else source.randrange(8, 13) + 2 * (app == "wechat")
            english = place == "hk" and index % 2 == 1
            group = app == "wechat" and index % 4 == 3
            wanted = Wanted(app, place, index % 3 == 1, count, english=english, group=group)
            yield source.choice(("png", "jpg")), chat(source, wanted, known[place])
    for app, place, count in LONG:
        source = random.Random(f"fourth long {app}")
        wanted = Wanted(app, place, app == "telegram", count, "long", least=1080)
        yield source.choice(("png", "jpg")), chat(source, wanted, known[place])
    for index, (app, place) in enumerate(PHOTOS):
        source = random.Random(f"fourth photo {index}")
        wanted = Wanted(app, place, index == 1, 4 if app == "sms" else 8, "photo")
        yield "photo", chat(source, wanted, known[place])
    for name, count in RECORDS.items():
        for index in range(count):
            source = random.Random(f"fourth {name} {index}")
            yield source.choice(("png", "jpg")), PAGES[name](source, index % 3 == 2, index % 4 == 1, "clean")
    for name in RECORD_PHOTOS:
        source = random.Random(f"fourth photo {name}")
        yield "photo", PAGES[name](source, False, name == "bills", "photo")
