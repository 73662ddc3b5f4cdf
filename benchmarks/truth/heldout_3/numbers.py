"""Numbers as institutions write them: staff numbers, references, telephones and sums, with what they are."""

import random
from dataclasses import dataclass

from benchmarks.truth.format import Entity

CHINESE = {3000: "三千", 5000: "五千", 8000: "八千", 20000: "两万", 50000: "五万", 500: "五百", 1200: "一千二"}
CURRENCY = {"cn": "CNY", "tw": "TWD", "hk": "HKD"}


@dataclass(frozen=True)
class Shown:
    """What stands on the screen, and what it is."""

    words: str
    entity: Entity


def digits(source: random.Random, count: int, first: str = "123456789") -> str:
    """Return that many digits, the first of which is one of ``first``."""
    return source.choice(first) + "".join(source.choice("0123456789") for _ in range(count - 1))


def staff(source: random.Random, place: str) -> Shown:
    """Return the number of one who works there; letters before it may be taken for a part of it or not."""
    form = source.random()
    if form < 0.14:
        prefix, number = source.choice(("KF", "CS", "YH")), digits(source, 4, "0123456789")
        return Shown(prefix + number, Entity("agent_id", f"{prefix}{number}|{number}"))
    if form < 0.24:
        whole = source.choice("ABT" if place == "tw" else "AFZ") + digits(source, 4, "0123456789")
        return Shown(whole, Entity("agent_id", f"{whole}|{whole[1:]}"))
    count = source.choice((4, 4, 5, 5, 5, 6) if place == "cn" else (4, 5, 5, 6))
    number = digits(source, count, "0123456789" if count == 4 else "12356789")
    if number.startswith(("19", "20")) and count == 4:  # looks like a year
        number = "37" + number[2:]
    return Shown(number, Entity("agent_id", number))


def reference(source: random.Random, kind: str, day: str) -> Shown:
    """Return a number of a contract, an order, a ticket…; ``day`` is eight digits that often are a part of it."""
    forms = {
        "iou": ("JJ" + day + digits(source, 8), "LN" + digits(source, 14)),
        "tk": ("GD" + day + digits(source, 5), "TS" + digits(source, 10), day + digits(source, 6)),
        "ord": (digits(source, 20), "DD" + day + digits(source, 9), digits(source, 2) + day + digits(source, 10)),
        "con": (f"HT-{day[:4]}-{digits(source, 6)}", "XJ" + day + digits(source, 7), f"CRXF{digits(source, 12)}"),
        "flow": (day + digits(source, 16), digits(source, 22), "LS" + digits(source, 14)),
        "wd_no": ("TX" + day + digits(source, 8), "W" + digits(source, 15)),
        "pol": ("P" + digits(source, 15), "BX" + digits(source, 13)),
        "txn": (digits(source, 24), day + digits(source, 20)),
        "ref": (f"DSP-{day[:4]}-{digits(source, 6)}", "REF" + digits(source, 9)),
    }
    words = source.choice(forms[kind])
    return Shown(words, Entity("reference", words))


def telephone(source: random.Random, kind: str, place: str) -> Shown:
    """Return a telephone number: ``hot`` of a service, ``mob`` a mobile one, ``land`` one of an office."""
    tail = digits(source, 4, "0123456789")
    if place == "cn":
        forms = {
            "hot": (f"400-{digits(source, 3)}-{tail}", f"400{digits(source, 3)}{tail}", f"95{digits(source, 3, '01')}"),
            "mob": (f"1{source.choice('35789')}{digits(source, 9, '56789')}",),
            "land": (f"021-6{digits(source, 3)}{tail}", f"010-8{digits(source, 3)}{tail}"),
        }
    elif place == "tw":
        forms = {
            "hot": (f"0800-{digits(source, 3)}-{digits(source, 3)}", f"(02) 2{digits(source, 3)}-{tail}"),
            "mob": (f"09{digits(source, 2)}-{digits(source, 3)}-{digits(source, 3)}",),
            "land": (f"02-2{digits(source, 3)}-{tail}", f"04-2{digits(source, 3)}-{tail}"),
        }
    else:
        forms = {
            "hot": (f"2{digits(source, 3)} {tail}", f"3{digits(source, 3)} {tail}"),
            "mob": (f"{source.choice('69')}{digits(source, 3)} {tail}",),
            "land": (f"+852 2{digits(source, 3)} {tail}", f"2{digits(source, 3)} {tail}"),
        }
    words = source.choice(forms[kind])
    plain = "".join(char for char in words if char.isdigit())
    local = plain.removeprefix("852") if words.startswith("+852") else plain
    away = {"cn": "86" + plain, "tw": "886" + plain.removeprefix("0"), "hk": "852" + local}[place]
    return Shown(words, Entity("phone", "|".join(dict.fromkeys((plain, local, away)))))


def money(source: random.Random, place: str, amount: float) -> Shown:
    """Return a sum as people there write it."""
    whole = float(amount).is_integer()
    number = int(amount)
    if place == "cn":
        forms = [f"¥{amount:,.2f}", f"￥{amount:.2f}", f"{amount:.2f}元", f"{amount:,.2f}元"]
        if whole:
            forms += [f"{number}元", f"{number}元", f"{number}块", f"{number}块钱"]
            forms += [f"{CHINESE[number]}元"] * 2 if number in CHINESE else []
    elif place == "tw":
        forms = [f"NT${number:,}", f"新台幣{number:,}元", f"{number:,}元", f"NT$ {number:,}"]
    else:
        forms = [f"HK${amount:,.2f}", f"港幣{amount:,.2f}元", f"HK${number:,}" if whole else f"HK${amount:.2f}"]
    return Shown(source.choice(forms), amount_entity(amount, place))


def amount_entity(amount: float, place: str) -> Entity:
    """Return a sum as truth holds it; a bare 元 in Taiwan may be taken for either currency."""
    value = f"{amount:.2f} {CURRENCY[place]}"
    return Entity("amount", f"{value}|{amount:.2f} CNY" if place == "tw" else value)


def some_amount(source: random.Random, place: str) -> float:
    """Return how much it is about."""
    if source.random() < 0.45:
        return float(source.choice(list(CHINESE)))
    low, high = {"cn": (60, 9800), "tw": (1500, 68000), "hk": (200, 26000)}[place]
    amount = source.uniform(low, high)
    return float(round(amount)) if place == "tw" or source.random() < 0.35 else round(amount, 2)
