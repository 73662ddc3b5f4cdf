"""What fills the slots of phrases: numbers, money, and the days by which something is promised.

How a careful person counts, as decided before any measuring:

- "N working days": the N-th working day after the day on which it is said; of a range the later end;
- "N days", "N hours", "one week": so much later than the message; the day on which that falls;
- "by/before Friday", "before 28 November", "before the end of the month": that day is included;
- "this Friday" is of the week (from Monday) in which it is said, "next Wednesday" of the week after it;
- "next Wednesday" is not said on weekends here: people differ on where their week begins;
- "today", "tomorrow" with any hour: that day.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

# Weekdays on which offices are closed, within the months that these screens are from.
# Hong Kong: general holidays for 2025 (gov.hk). Taiwan: 行政院人事行政總處, 114年政府行政機關辦公日曆表.
CLOSED = {
    "hk": {date(2025, 7, 1), date(2025, 10, 1), date(2025, 10, 7), date(2025, 10, 29)},
    "tw": {date(2025, 9, 29), date(2025, 10, 6), date(2025, 10, 10), date(2025, 10, 24)},
}
ZONES = {"cn": "Asia/Shanghai", "hk": "Asia/Hong_Kong", "tw": "Asia/Taipei"}
CURRENCY = {"cn": "CNY", "hk": "HKD", "tw": "TWD"}
NUMERALS = {3: "三", 5: "五", 7: "七", 10: "十"}
WEEKDAYS = "一二三四五六日"


def working_days(start: date, count: int, place: str) -> date:
    """Return the last of so many working days after ``start``."""
    if place == "cn":
        return after_working_days(start, count)
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in CLOSED[place]
    return day


def digits(source: random.Random, count: int) -> str:
    """Return so many digits, the first of which is none."""
    return str(source.randrange(1, 10)) + "".join(str(source.randrange(10)) for _ in range(count - 1))


def money(source: random.Random) -> str:
    """Return an amount as people in such disputes meet it, with two decimals."""
    whole = source.choice((source.randrange(20, 400), source.randrange(4, 200) * 100, source.randrange(300, 20000)))
    return f"{whole}.{source.choice((0, 0, 0, 50, source.randrange(100))):02d}"


@dataclass
class Agent:
    """Who writes for the institution: the number he is known by."""

    number: str

    @staticmethod
    def new(source: random.Random, plain: bool = False) -> "Agent":
        """Return an agent with a number of one of the usual kinds."""
        head = "" if plain else source.choice(("", "", "", "A", "KF", "YX", "CS"))
        return Agent(head + digits(source, source.choice((4, 4, 5, 5, 6))))


def _round(source: random.Random) -> str:
    return f"{source.choice((2, 3, 5, 10, 20)) * 10000}.00"


def _fee(source: random.Random) -> str:
    return f"{source.randrange(19, 700)}.{source.choice((0, 0, 50, 90)):02d}"


def _amount(place: str, make: Callable[[random.Random], str] = money) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = make(source)
        if place == "hk":
            shown = source.choice((f"HK${float(value):,.2f}", f"HK${float(value):,.2f}", f"HK${value}"))
        elif place == "tw":
            value = f"{int(float(value))}.00"
            shown = source.choice((f"NT${int(float(value)):,}", f"{int(float(value))}元", f"{int(float(value)):,}元"))
        else:
            value, shown = _yuan(source, value, make is money)
        return Filled(shown, (Entity("amount", f"{value} {CURRENCY[place]}"),))

    return fill


def _yuan(source: random.Random, value: str, any_form: bool) -> tuple[str, str]:
    form = source.randrange(8) if any_form else source.randrange(3, 8)
    if form == 0:
        tens = source.randrange(10, 60)
        return f"{tens * 1000}.00", f"{tens / 10:g}万元"
    if form == 1:
        whole = source.randrange(3, 90) * 100
        return f"{whole}.00", f"{whole}块"
    if form == 2:
        thousands = source.randrange(2, 10)
        return f"{thousands * 1000}.00", f"{'两三四五六七八九'[thousands - 2]}千元"
    if form == 3:
        return value, f"￥{float(value):,.2f}"
    if form == 4:
        return value, f"¥{value}"
    return value, f"{value.removesuffix('.00')}元"


def _reference(heads: tuple[str, ...], length: int) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = source.choice(heads) + digits(source, length)
        return Filled(value, (Entity("reference", value),))

    return fill


def _dated_reference(head: str, tail: int) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = f"{head}{at - timedelta(days=source.randrange(40)):%Y%m%d}{digits(source, tail)}"
        return Filled(value, (Entity("reference", value),))

    return fill


def hotline(source: random.Random, place: str) -> str:
    """Return a hotline's number as it is written."""
    if place == "hk":
        return f"{source.choice('23')}{digits(source, 3)} {digits(source, 4)}"
    if place == "tw":
        return source.choice(
            (f"0800-{digits(source, 3)}-{digits(source, 3)}", f"02-2{digits(source, 3)}-{digits(source, 4)}")
        )
    return source.choice(
        (f"95{digits(source, 3)}", f"400-{digits(source, 3)}-{digits(source, 4)}", f"400{digits(source, 7)}")
    )


def mobile(source: random.Random, place: str) -> str:
    """Return a mobile number that somebody could have."""
    if place == "hk":
        return f"{source.choice('69')}{digits(source, 3)} {digits(source, 4)}"
    if place == "tw":
        return f"09{digits(source, 2)}-{digits(source, 3)}-{digits(source, 3)}"
    return source.choice(("138", "139", "150", "159", "177", "186", "188")) + digits(source, 8)


def phone(shown: str) -> Entity:
    """Return the entity that a number is."""
    return Entity("phone", "".join(char for char in shown if char.isdigit()))


def _phone(make: Callable[[random.Random, str], str], place: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        shown = make(source, place)
        # whether a private number is to be masked as well is for the person to say
        return Filled(shown, (phone(shown), Entity("redaction", phone(shown).value, optional=True)))

    return fill


def _code(source: random.Random, at: datetime) -> Filled:
    value = digits(source, 6)
    return Filled(value, (Entity("redaction", value, optional=True),))


def _within(place: str, kinds: str) -> Slot:
    hant = place != "cn"
    per = ("個工作天內", "小時內", "天內") if hant else ("个工作日内", "小时内", "天内")

    def fill(source: random.Random, at: datetime) -> Filled:
        kind = source.choice(kinds)
        if kind == "w":
            count = source.choice((1, 2, 3, 3, 5, 5, 7, 10, 15))
            words = NUMERALS[count] if count in NUMERALS and source.random() < 0.2 else str(count)
            if count in (3, 5) and source.random() < 0.3:
                words = source.choice(("-", "至")).join((str(count - 2), str(count)))
            return Filled(words + per[0], (), working_days(at.date(), count, place))
        if kind == "h":
            count = source.choice((24, 24, 48, 72))
            return Filled(f"{count}{per[1]}", (), (at + timedelta(hours=count)).date())
        count = source.choice((3, 3, 5, 7, 10, 30))
        if count == 3 and source.random() < 0.3:
            return Filled("三天之內" if hant else "三天之内", (), at.date() + timedelta(days=3))
        if count == 7 and source.random() < 0.5:
            return Filled(
                "一週內" if place == "tw" else "一個星期內" if hant else "一周内", (), at.date() + timedelta(days=7)
            )
        return Filled(f"{count}{per[2]}", (), at.date() + timedelta(days=count))

    return fill


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def _by(place: str, kinds: str) -> Slot:
    coming = {"cn": "下周", "hk": "下星期", "tw": "下週"}[place]

    def fill(source: random.Random, at: datetime) -> Filled:
        kind = source.choice(kinds)
        today = at.date()
        if kind == "w" and today.weekday() > 4:
            kind = "d"
        if kind == "t":
            return Filled(
                source.choice(("今天下班前", "今天18点前") if place == "cn" else ("今日下班前", "今天內")), (), today
            )
        if kind == "w" and today.weekday() < 3 and source.random() < 0.5:
            words = {
                "cn": ("本周五前", "这周五前", "周五前"),
                "hk": ("本星期五前", "星期五前"),
                "tw": ("本週五前", "這週五前"),
            }
            return Filled(source.choice(words[place]), (), today + timedelta(days=4 - today.weekday()))
        if kind == "w":
            wanted = source.randrange(5)
            return Filled(f"{coming}{WEEKDAYS[wanted]}前", (), today + timedelta(days=7 - today.weekday() + wanted))
        if kind == "m":
            return Filled(source.choice(("月底前", "本月底前")), (), _end_of_month(today))
        due = today + timedelta(days=source.randrange(3, 12))
        return Filled(f"{due.month}月{due.day}日前", (), due)

    return fill


def _soon(place: str) -> Slot:
    """Return a slot of minutes or hours; nobody says them so late that the day would be another."""
    words = ("30分鐘內", "1小時內", "2小時內") if place != "cn" else ("半小时内", "30分钟内", "1小时内", "2小时内")
    return lambda source, at: Filled(source.choice(words), (), at.date())


def _day_after(place: str) -> Slot:
    words = ("後天", "後天上午") if place != "cn" else ("后天", "后天上午", "后天下午")
    return lambda source, at: Filled(source.choice(words), (), at.date() + timedelta(days=2))


def _on_weekday(source: random.Random, at: datetime) -> Filled:
    if at.weekday() > 4:
        return _day(4, 9, True)(source, at)
    wanted = source.randrange(5)
    return Filled(f"下周{WEEKDAYS[wanted]}", (), at.date() + timedelta(days=7 - at.weekday() + wanted))


def _tomorrow(place: str) -> Slot:
    words = {
        "cn": ("明天", "明天上午", "明天下午3点", "明早10点"),
        "hk": ("明天", "明天上午", "明日下午", "聽日"),
        "tw": ("明天", "明天上午", "明天下午"),
    }[place]
    return lambda source, at: Filled(source.choice(words), (), at.date() + timedelta(days=1))


def _day(first: int, last: int, due: bool) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        day = at.date() + timedelta(days=source.randrange(first, last))
        return Filled(f"{day.month}月{day.day}日", (), day if due else None)

    return fill


def _en_within(source: random.Random, at: datetime) -> Filled:
    count = source.choice((2, 3, 5, 7))
    if source.random() < 0.3:
        return Filled("within 24 hours", (), (at + timedelta(hours=24)).date())
    return Filled(f"within {count} working days", (), working_days(at.date(), count, "hk"))


def _en_by(source: random.Random, at: datetime) -> Filled:
    if source.random() < 0.4:
        return Filled("tomorrow", (), at.date() + timedelta(days=1))
    due = at.date() + timedelta(days=source.randrange(3, 10))
    return Filled(f"by {due.day} {due:%B}", (), due)


def number_slot(number: str) -> Slot:
    """Return a slot that is an agent's number."""
    return lambda source, at: Filled(number, (Entity("agent_id", number),))


def _other(plain: bool) -> Slot:
    return lambda source, at: number_slot(Agent.new(source, plain).number)(source, at)


def slots(place: str, brand: str, agent: Agent) -> Mapping[str, Slot]:
    """Return what fills the slots in talks with an institution: ``place`` is cn, hk or tw."""
    name = Entity("institution", brand, optional=True)
    return {
        "id": number_slot(agent.number), "idn": number_slot(agent.number),
        "other": _other(False), "othern": _other(True), "brand": lambda source, at: Filled(brand, (name,)),
        "amt": _amount(place), "fee": _amount(place, _fee), "cap": _amount(place, _round), "order": _dated_reference("", 8), "ticket": _reference(("TS", "GD", "WO"), 10),
        "ticket_l": _reference(("GD", "TS"), 9), "contract": _dated_reference("HT", 6),
        "contract_l": _dated_reference("JK", 8), "flow": _dated_reference("", 12),
        "hot": _phone(hotline, place), "mob": _phone(mobile, place), "code": _code,
        "within": _within(place, "wwhd"), "wd": _within(place, "w"), "hrs": _within(place, "h"),
        "by": _by(place, "twwdm"), "wk": _by(place, "w"), "tod": _by(place, "t"), "mend": _by(place, "m"),
        "tom": _tomorrow(place), "aft": _day_after(place), "soon": _soon(place), "onwk": _on_weekday, "date_on": _day(4, 15, True), "date_plain": _day(1, 6, False),
        "date_past": _day(-12, -2, False), "en_within": _en_within, "en_by": _en_by,
    }  # fmt: skip
