"""How the fresh half writes what stands in sentences: numbers of agents and contracts, sums, phones and days."""

import calendar
import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

HOUSES = {
    "CNY": ("恒易贷", "橙子借钱", "云帆消费金融", "月光分期", "速贷通", "万卡小贷"),
    "TWD": ("安信數位貸", "好借貸", "富邦通融資"),
    "HKD": ("匯盈財務", "邦通信貸", "UA快易貸"),
}
WEEK = "一二三四五六日"


def number(source: random.Random, count: int) -> str:
    """Return so many digits, the first of them not 0."""
    return str(source.randrange(10 ** (count - 1), 10**count))


def _one(kind: str, value: str, words: str = "", optional: bool = False) -> Filled:
    return Filled(words or value, (Entity(kind, value, optional),))


def _plain(*words: str) -> Slot:
    return lambda source, at: Filled(source.choice(words))


def _agent(source: random.Random, at: datetime) -> Filled:
    return _one("agent_id", source.choice(("", "", "S", "WB")) + number(source, source.choice((4, 5, 6))))


def _agent_number(source: random.Random, at: datetime) -> Filled:
    return _one("agent_id", number(source, 4))


def _tail(source: random.Random, at: datetime) -> Filled:
    return Filled(number(source, 4))


def _code(source: random.Random, at: datetime) -> Filled:
    return Filled(number(source, 6))


def _loan(source: random.Random, at: datetime) -> Filled:
    day = (at - timedelta(days=source.randrange(5, 70))).strftime("%Y%m%d")
    return _one("reference", source.choice(("JK", "LN", "HYD", "")) + day + number(source, 7))


def _order(source: random.Random, at: datetime) -> Filled:
    return _one("reference", at.strftime("%Y%m%d") + number(source, source.choice((12, 16, 20))))


def _ticket(source: random.Random, at: datetime) -> Filled:
    return _one("reference", source.choice(("CP", "K", "")) + at.strftime("%y%m%d") + number(source, 6))


def _sum(currency: str, values: tuple[float, ...]) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        value = source.choice(values)
        shown = f"{value:,.2f}" if source.random() < 0.5 else f"{value:.2f}".removesuffix(".00")
        loose = False
        if currency == "CNY":
            words = source.choice((f"{shown}元", f"￥{shown}", f"¥{shown}", f"人民币{shown}元"))
        elif currency == "TWD":
            words = source.choice((f"NT${shown}", f"新台幣{shown}元", f"{shown}元"))
            loose = words[0].isdigit()
        else:
            words = source.choice((f"HK${shown}", f"港幣{shown}元", f"HKD {shown}"))
        return _one("amount", f"{value:.2f} {currency}" + (f"|{value:.2f} CNY" if loose else ""), words)

    return fill


def _mobile(currency: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        if currency == "CNY":
            return _one("phone", source.choice(("135", "150", "173", "188", "191")) + number(source, 8))
        if currency == "TWD":
            words = f"09{number(source, 2)}-{number(source, 3)}-{number(source, 3)}"
        else:
            words = f"{source.choice('569')}{number(source, 3)} {number(source, 4)}"
        return _one("phone", words.replace("-", "").replace(" ", ""), words)

    return fill


def _phone(currency: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        if currency == "CNY":
            words = f"{source.choice(('010', '020', '0571', '0755'))}-{number(source, 8)}"
        elif currency == "TWD":
            words = f"(02)2{number(source, 3)}-{number(source, 4)}"
        else:
            words = f"{source.choice('23')}{number(source, 3)} {number(source, 4)}"
        return _one("phone", "".join(char for char in words if char.isdigit()), words)

    return fill


def _hotline(source: random.Random, at: datetime) -> Filled:
    words = source.choice((f"955{number(source, 2)}", f"400-{number(source, 4)}-{number(source, 3)}"))
    return _one("phone", words.replace("-", ""), words)


def _past(currency: str) -> Slot:
    def fill(source: random.Random, at: datetime) -> Filled:
        day = at - timedelta(days=source.randrange(3, 40))
        words = [f"{day.month}月{day.day}日", f"{day:%Y-%m-%d}" if currency == "CNY" else f"{day:%Y/%m/%d}"]
        return Filled(source.choice(words))

    return fill


def _within(currency: str) -> Slot:
    """Return within so many working days, days or hours."""

    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((2, 3, 5))
        inside = "内" if currency == "CNY" else "內"
        working = {"CNY": "个工作日", "TWD": "個工作天", "HKD": "個工作天"}[currency]
        hours = {"CNY": "个小时", "TWD": "小時", "HKD": "小時"}[currency]
        forms = [
            (f"{count}{working}{inside}", after_working_days(at.date(), count)),
            (f"{count * 24}{hours}{inside}", at.date() + timedelta(days=count)),
            (f"{'两三五'[(2, 3, 5).index(count)] if currency == 'CNY' else count}天{inside}", at.date() + timedelta(days=count)),
        ]  # fmt: skip
        words, due = source.choice(forms)
        return Filled(words, (), due)

    return fill


def _by_date(source: random.Random, at: datetime) -> Filled:
    last = at.date() + timedelta(days=source.randrange(2, 12))
    return Filled(f"{last.month}月{last.day}日", (), last)


def _soon(source: random.Random, at: datetime) -> Filled:
    words, after = source.choice((("今天晚上8点前", 0), ("今天下班前", 0), ("明天中午12点前", 1), ("明早", 1)))
    return Filled(words, (), at.date() + timedelta(days=after))


def _tomorrow(currency: str) -> Slot:
    forms = {"CNY": ("明天", "明天下午", "明日"), "TWD": ("明天早上", "明天下午"), "HKD": ("聽日", "聽日下晝")}
    return lambda source, at: Filled(source.choice(forms[currency]), (), at.date() + timedelta(days=1))


def _week(source: random.Random, at: datetime) -> Filled:
    monday = at.date() - timedelta(days=at.weekday())
    end = date(at.year, at.month, calendar.monthrange(at.year, at.month)[1])
    forms = [("下周二前", monday + timedelta(days=8)), ("下周三之前", monday + timedelta(days=9)), ("月底前", end)]
    words, due = source.choice(forms)
    return Filled(words, (), due)


def _name(currency: str) -> Slot:
    family = "赵钱孙周吴郑冯" if currency == "CNY" else "趙錢孫周吳鄭馮"
    given = ("先生", "女士", "建国") if currency == "CNY" else ("先生", "小姐")
    return lambda source, at: Filled(source.choice(family) + source.choice(given))


def fills(house: str, currency: str) -> Mapping[str, Slot]:
    """Return all slots of one screen, on which one lender speaks."""
    small: tuple[float, ...] = (199, 298, 365.5, 68, 999) if currency == "CNY" else (300, 680, 1500)
    family = "赵钱孙周吴" if currency == "CNY" else "趙錢孫周吳"
    return {
        "agent": _agent, "agentno": _agent_number, "tail": _tail, "code": _code, "loan": _loan, "order": _order,
        "ticket": _ticket, "money": _sum(currency, (4000, 6800, 15000, 2345.67, 8888, 30000)), "small": _sum(currency, small),
        "quota": _sum(currency, (50000, 120000)), "mobile": _mobile(currency), "phone": _phone(currency),
        "hotline": _hotline, "past": _past(currency), "within": _within(currency), "bydate": _by_date, "soon": _soon,
        "tomorrow": _tomorrow(currency), "week": _week, "name": _name(currency), "surname": _plain(*family),
        "late": _plain("2", "4", "9", "13", "30"), "today": lambda source, at: Filled(f"{at.month}月{at.day}日{at:%H:%M}"),
        "inst": lambda source, at: _one("institution", house), "bank": lambda source, at: _one("institution", "招商银行", optional=True),
    }  # fmt: skip
