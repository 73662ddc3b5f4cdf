"""The screens of this half: who talks where, on which phone, and the pages of rows."""

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from benchmarks.truth.heldout_7.bills import bill_detail, bill_list, trouble
from benchmarks.truth.heldout_7.calls import android_list, apple_list, call_detail, carrier_bill
from benchmarks.truth.heldout_7.casting import CHATS, PAGES, Cast
from benchmarks.truth.heldout_7.chat import Talk, chat
from benchmarks.truth.heldout_7.frame import PHONES, Phone
from benchmarks.truth.heldout_7.leaf import Leaf
from benchmarks.truth.heldout_7.looks import LOOKS, PAPER, look_of
from benchmarks.truth.heldout_7.marks import told
from benchmarks.truth.heldout_7.plans import contract, logins, plan_cards, plan_table
from benchmarks.truth.heldout_7.pools import BRANDS, OPENINGS, POOLS, SPICE
from benchmarks.truth.heldout_7.tickets import ticket_detail, ticket_list
from benchmarks.truth.sheet import Sheet

DRAWERS = {
    "apple": apple_list,
    "android": android_list,
    "calldetail": call_detail,
    "carrier": carrier_bill,
    "bills": bill_list,
    "bill": bill_detail,
    "trouble": trouble,
    "plancards": plan_cards,
    "plantable": plan_table,
    "logins": logins,
    "contract": contract,
    "tickets": ticket_list,
    "ticket": ticket_detail,
}

DAYS = {
    "hans": [
        "2025-03-13",
        "2025-04-16",
        "2025-05-22",
        "2025-07-18",
        "2025-09-11",
        "2025-10-16",
        "2025-11-27",
        "2025-12-19",
        "2026-01-15",
        "2026-03-11",
        "2026-03-26",
        "2025-08-05",
        "2025-06-13",
        "2026-01-06",
    ],
    "hant": ["2025-03-13", "2025-06-25", "2025-07-23", "2025-08-14", "2025-11-19", "2025-12-10", "2026-03-18"],
}


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Yield the kind of file and the sheet of each screen."""
    for number, cast in enumerate(CHATS):
        source = random.Random(f"seventh chat {number}")
        yield _kind(cast.form, source), _talk(cast, source, number)
    for number, (name, zone, dark, form, phone) in enumerate(PAGES):
        source = random.Random(f"seventh page {number}")
        script = "hans" if zone == "Asia/Shanghai" else "hant"
        leaf = Leaf(name, name, _phone(phone, source), script, zone, dark, _captured(script, source), source, form)
        yield _kind(form, source), DRAWERS[name](leaf)


def _kind(form: str, source: random.Random) -> str:
    if form == "photo":
        return "photo"
    return source.choice(("png", "png", "jpg"))


def _phone(index: int, source: random.Random) -> Phone:
    return PHONES[index] if index >= 0 else source.choice(PHONES)


def _captured(script: str, source: random.Random) -> datetime:
    day = datetime.fromisoformat(source.choice(DAYS[script]))
    return day + timedelta(hours=source.randrange(10, 20), minutes=source.randrange(60))


def _talk(cast: Cast, source: random.Random, number: int) -> Sheet:
    script = "hans" if cast.zone == "Asia/Shanghai" else "hant"
    captured = _captured(script, source)
    more: dict[str, object] = {
        "size": LOOKS[cast.look].size + source.choice((-1, 0, 0, 1, 2.5)),
        "wide": LOOKS[cast.look].wide + source.choice((-6, 0, 3)),
    }
    if cast.look in ("telegram", "whatsapp", "whatsapp2", "line", "wechat") and source.random() < 0.6:
        more["paper"] = PAPER[source.choice(list(PAPER))] if cast.look != "wechat" else PAPER["dots"]
    if cast.look in ("alipay", "harmony", "miui") and script == "hant":
        more["form"] = "24"
    look = look_of(cast.look, cast.dark, **more)
    title = told(cast.title, source, captured, cast.zone)
    who = told(cast.who, source, captured, cast.zone)
    named = look.names or look.stamp == "above"
    known = title.entities + (who.entities if named else [])
    phone = _phone(cast.phone, source)
    episodes = _episodes(cast, source, script, number)
    kind = "sms" if look.app in ("imessage", "samsung", "harmony", "miui") else "chat"
    anchor = "top" if number % 3 == 1 and cast.form != "long" else "bottom"
    return chat(
        Talk(
            cast.look,
            look,
            phone,
            script,
            cast.zone,
            cast.dark,
            captured,
            title.text,
            episodes,
            who.text,
            cast.below,
            cast.form,
            kind,
            known,
            anchor=anchor,
        ),
        source,
    )


def _episodes(cast: Cast, source: random.Random, script: str, number: int) -> list[list[str]]:
    pool = [each for name in cast.pools.split() for each in POOLS[name]]
    chosen = source.sample(pool, min(cast.count, len(pool)))
    if cast.night:
        chosen = [*chosen[:-1], source.choice(POOLS["night"])]
    spiced = []
    texting = cast.pools in ("sms", "notice", "collect", "notice collect", "collect notice")
    brand = source.choice(BRANDS[script])
    openings = source.sample(OPENINGS[script], len(OPENINGS[script]))
    for episode in chosen:
        episode = list(episode)
        if texting and number % 3:
            episode = [re.sub(r"【[^】]*】", f"【{brand}】", line) for line in episode]
        if (
            not texting
            and not any("@a" in line for line in episode)
            and "group" not in cast.pools
            and openings
            and source.random() < 0.8
        ):
            episode.insert(0, openings.pop())
        if source.random() < cast.spice and len(episode) > 2 and "=night" not in episode[0]:
            episode.insert(source.randrange(1, len(episode)), source.choice(SPICE[script]))
        spiced.append(episode)
    return spiced
