"""What stands in the sentences: numbers of agents, sums, references, telephone numbers and days by which."""

import random
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

NUMERALS = "零一二三四五六七八九十"
MONEY = {"cn": "CNY", "tw": "TWD", "hk": "HKD"}


def digits(source: random.Random, count: int) -> str:
    """Return so many digits, the first of them not 0."""
    return str(source.randint(1, 9)) + "".join(str(source.randint(0, 9)) for _ in range(count - 1))


def agent(source: random.Random, region: str) -> str:
    """Return the number of an agent as firms form them."""
    plain = [digits(source, 4), digits(source, 5), digits(source, 6), digits(source, 4), digits(source, 5)]
    lettered = [f"{source.choice('ABCKS')}{digits(source, 4)}", f"0{digits(source, 3)}"]
    lettered.append(
        f"{source.choice(('KF', 'CS', 'XD') if region == 'cn' else ('CS', 'TW', 'CSR'))}{digits(source, 4)}"
    )
    return source.choice(plain + lettered)


def _agent_slot(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = agent(source, region)
        return Filled(value, (Entity("agent_id", value),))

    return fill


def sum_of_money(source: random.Random) -> tuple[str, bool]:
    """Return a sum with two decimals, and whether it is a whole one."""
    if source.random() < 0.5:
        whole = source.choice((source.randint(2, 19) * 50, source.randint(11, 98) * 100, source.randint(2, 49) * 1000))
        return f"{whole}.00", True
    return f"{source.randint(36, 15000)}.{source.randint(1, 99):02d}", False


def _amount_cn(source: random.Random) -> tuple[str, str, str]:
    value, whole = sum_of_money(source)
    number = float(value)
    forms = [
        f"{number:,.2f}元",
        f"{value}元",
        f"¥{value}",
        f"￥{number:,.2f}",
        f"人民币{number:,.2f}元",
        f"RMB {value}",
    ]
    if whole:
        forms = [f"{number:.0f}元", f"{number:.0f}块", f"{number:,.0f}元", f"¥{number:.0f}", f"{number:.0f}元"]
    if whole and number >= 10000 and number % 1000 == 0:
        forms += [f"{number / 10000:g}万元", f"{number / 10000:g}万"]
    return source.choice(forms), f"{value} CNY", ""


def _amount_tw(source: random.Random) -> tuple[str, str, str]:
    number = float(
        source.choice((source.randint(3, 99) * 100, source.randint(350, 48000), source.randint(2, 30) * 1000))
    )
    value = f"{number:.2f}"
    marked = [
        f"NT${number:,.0f}",
        f"NT$ {number:,.0f}",
        f"新台幣{number:,.0f}元",
        f"新臺幣 {number:,.0f} 元",
        f"NTD {number:,.0f}",
    ]
    bare = [f"{number:,.0f}元", f"{number:.0f}元", f"{number:,.0f} 元"]
    if number % 1000 == 0 and number >= 10000:
        bare.append(f"{number / 10000:g}萬元")
    words = source.choice(marked + bare)
    return words, f"{value} TWD", f"{value} CNY" if words in bare else ""


def _amount_hk(source: random.Random) -> tuple[str, str, str]:
    value, whole = sum_of_money(source)
    number = float(value)
    shown = f"{number:,.0f}" if whole else f"{number:,.2f}"
    marked = [f"HK${shown}", f"HK$ {shown}", f"港幣{shown}元", f"HKD {shown}", f"港幣 {shown} 元"]
    bare = [f"{shown}元", f"${shown}"]
    words = source.choice(marked + marked + bare)
    others = f"{value} CNY|{value} USD|{value} TWD" if words in bare else ""
    return words, f"{value} HKD", others


def _amount_slot(region: str) -> Slot:
    makers = {"cn": _amount_cn, "tw": _amount_tw, "hk": _amount_hk}

    def fill(source: random.Random, at: datetime) -> Filled:
        words, value, other = makers[region](source)
        return Filled(words, (Entity("amount", f"{value}|{other}" if other else value),))

    return fill


def contract(source: random.Random, at: datetime) -> str:
    """Return the number of a contract."""
    day = at - timedelta(days=source.randint(40, 300))
    heads = (f"XJ{day:%Y%m%d}", f"HT{day:%y%m%d}", f"LN-{day:%Y%m}-", f"DK{day:%Y%m%d}", f"{day:%Y%m%d}")
    return source.choice(heads) + digits(source, source.choice((5, 6, 8)))


def order(source: random.Random, at: datetime, before: int = 20) -> str:
    """Return the number of an order or of a movement of money: long digits, a day at most so long before in them."""
    day = at - timedelta(days=source.randint(0, before))
    return f"{day:%Y%m%d}{digits(source, source.choice((8, 10, 12)))}"


def ticket(source: random.Random, at: datetime) -> str:
    """Return the number of a case."""
    heads = (f"GD{at:%y%m%d}", f"TS{at:%Y%m%d}", f"C{at:%y%m}-", f"FW{at:%Y%m}", f"CASE{at:%y}", f"{at:%Y%m%d}")
    return source.choice(heads) + digits(source, source.choice((4, 5, 6)))


def _reference_slot(maker: Callable[[random.Random, datetime], str]) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = maker(source, at)
        return Filled(value, (Entity("reference", value),))

    return fill


def phone(source: random.Random, region: str) -> tuple[str, str]:
    """Return a telephone number as it is written, and what it is: ``A|B`` where both do."""
    four, three = digits(source, 4), digits(source, 3)
    if region == "tw":
        forms = [
            f"0800-{three}-{digits(source, 3)}",
            f"(02)2{digits(source, 3)}-{four}",
            f"02-2{digits(source, 3)}-{four}",
        ]
        forms += [
            f"0912-{three}-{digits(source, 3)}",
            f"09{source.choice('1235')}8{digits(source, 6)}",
            f"(04)2{digits(source, 3)}-{four}",
        ]
        words = source.choice(forms)
        return words, "".join(char for char in words if char.isdigit())
    if region == "hk":
        local = source.choice(("28", "31", "36", "25")) + f"{digits(source, 2)} {four}"
        mobile = source.choice(("61", "92", "54", "69")) + f"{digits(source, 2)} {four}"
        words = source.choice((local, local, mobile, f"+852 {local}", f"(852) {local}"))
        number = "".join(char for char in words if char.isdigit())
        return words, number if len(number) == 8 else f"{number}|{number[3:]}"
    landline = source.choice(("021-5", "010-6", "0755-8", "028-8", "0571-8")) + digits(source, 7)
    mobile = source.choice(("138", "159", "186", "177", "133")) + digits(source, 8)
    service = source.choice((f"400-{digits(source, 3)}-{four}", f"400{digits(source, 7)}", f"95{digits(source, 3)}"))
    words = source.choice((service, service, service, landline, landline, mobile))
    return words, "".join(char for char in words if char.isdigit())


def _phone_slot(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        words, value = phone(source, region)
        return Filled(words, (Entity("phone", value),))

    return fill


# Days by which


LOCAL_OFF = {
    "tw": {
        date(2025, 10, 24),
        date(2025, 12, 25),
        date(2026, 1, 1),
        *(date(2026, 2, n) for n in (16, 17, 18, 19, 20, 27)),
        date(2026, 10, 26),
    },
    "hk": {
        date(2025, 7, 1),
        date(2025, 10, 29),
        date(2025, 12, 25),
        date(2025, 12, 26),
        date(2026, 1, 1),
        *(date(2026, 2, n) for n in (17, 18, 19)),
        date(2026, 7, 1),
    },
}
"""Days off on weekdays in Taiwan and Hong Kong, of the months the screens are of."""


def as_on_the_mainland(region: str, start: date, due: date) -> bool:
    """Tell whether working days after ``start`` end on ``due`` by the calendar of the place as well."""
    if region == "cn":
        return True
    count = next((n for n in range(1, 11) if after_working_days(start, n) == due), 0)
    day = start
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5 and day not in LOCAL_OFF[region]
    return day == due


def _working(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((1, 2, 3, 3, 5, 5, 7, 10))
        due = after_working_days(at.date(), count)
        unit = "个工作日" if region == "cn" else "個工作天" if region == "tw" else "個工作日"
        if count in (3, 5, 7) and source.random() < 0.3:
            return Filled(
                f"{count - 2}{source.choice('-至')}{count}{unit}内".replace("内", "内" if region == "cn" else "內"),
                (),
                due,
            )
        shown = NUMERALS[count] if source.random() < 0.2 and count != 2 else str(count)
        inner = "内" if region == "cn" else "內"
        return Filled(shown + unit + inner, (), due)

    return fill


def _some_days(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((2, 3, 7, 7, 15))
        inner = "内" if region == "cn" else "內"
        return Filled(
            f"{count}{source.choice('天日') if count == 15 else '天'}{inner}", (), at.date() + timedelta(days=count)
        )

    return fill


def _hours(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((24, 24, 48, 72))
        words = f"{count}小时内" if region == "cn" else f"{count}小時內"
        return Filled(words, (), (at + timedelta(hours=count)).date())

    return fill


def _tomorrow(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        noon = {"cn": "点", "tw": "點", "hk": "點"}[region]
        ones = [f"明天{part}" for part in ("上午", "下午", "中午前", f"下午5{noon}前", f"上午10{noon}前")]
        days = 1
        words = source.choice(ones)
        if source.random() < 0.25:
            words, days = source.choice(("后天上午", "后天下午")), 2
        if region != "cn":
            words = words.replace("后", "後")
        return Filled(words, (), at.date() + timedelta(days=days))

    return fill


def _today(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        o_clock = "点" if region == "cn" else "點"
        if at.hour >= 21:
            return Filled(f"明天中午12{o_clock}前", (), at.date() + timedelta(days=1))
        if at.hour >= 16:
            return Filled(f"今晚11{o_clock}前", (), at.date())
        return Filled(
            source.choice(
                ("今天下班前", "今天18:00前", f"今天下午6{o_clock}前", "今日内" if region == "cn" else "今日內")
            ),
            (),
            at.date(),
        )

    return fill


def _week(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        day = at.weekday()
        if day < 3:
            word = {"cn": "本周五", "tw": "這週五", "hk": "本週五"}[region]
            return Filled(word + source.choice(("前", "之前", "下班前")), (), at.date() + timedelta(days=4 - day))
        if day < 5:
            number = source.choice((0, 2))
            word = ("下周" if region == "cn" else "下週") + "一二三"[number]
            return Filled(word + "前", (), at.date() + timedelta(days=7 - day + number))
        return _dated(region)(source, at)

    return fill


def _dated(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        due = at.date() + timedelta(days=source.randint(3, 20))
        sign = source.choice("日号" if region == "cn" else "日")
        words = f"{due.month}月{due.day}{sign}{source.choice(('前', '之前', '前'))}"
        if region == "tw" and source.random() < 0.25:
            words = f"{due.year - 1911}年{due.month}月{due.day}日前"
        elif source.random() < 0.15:
            words = f"{due.year}年{due.month}月{due.day}日前"
        return Filled(words, (), due)

    return fill


def _month_end(source: random.Random, at: datetime) -> Filled:
    last = date(at.year, at.month, monthrange(at.year, at.month)[1])
    return Filled("本月底前", (), last)


def _past(region: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        day = at.date() - timedelta(days=source.randint(3, 25))
        return Filled(f"{day.month}月{day.day}{'号' if region == 'cn' and source.random() < 0.4 else '日'}")

    return fill


def slots(region: str) -> dict[str, Slot]:
    """Return the slots of one of ``cn``, ``tw``, ``hk``."""
    money = _amount_slot(region)
    days = {"wd": _working(region), "dd": _some_days(region), "hr": _hours(region), "tom": _tomorrow(region)}
    days |= {
        "today": _today(region),
        "wk": _week(region),
        "md": _dated(region),
        "mend": _month_end,
        "past": _past(region),
    }
    numbers = {"ctr": _reference_slot(contract), "ord": _reference_slot(order), "tkt": _reference_slot(ticket)}
    days["d20"] = lambda source, at: Filled("20日内", (), at.date() + timedelta(days=20))
    return {**days, **numbers, "id": _agent_slot(region), "amt": money, "tel": _phone_slot(region)}
