"""How the tuning half writes numbers of agents and contracts, amounts, phones and days."""

import calendar
import random
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

HANS = ("速融宝", "钱盈贷", "优信花", "蓝鲸消费金融", "快易借", "小鹿分期")
HANT = {"TWD": ("富速貸", "易借通", "樂融通"), "HKD": ("金滿意財務", "速撥財務")}
NUMERALS = "零一二三四五六七八九十"


def digits(source: random.Random, count: int) -> str:
    """Return digits, the first of them not 0."""
    return str(source.randrange(10 ** (count - 1), 10**count))


def code(kind: str, value: str, words: str = "", optional: bool = False) -> Filled:
    """Return words that are one entity."""
    return Filled(words or value, (Entity(kind, value, optional),))


def agent(source: random.Random, at: datetime) -> Filled:
    """Return an agent's number: five digits mostly, some with letters."""
    value = source.choice(("", "", "", "A", "KF", "C")) + digits(source, source.choice((4, 5, 5, 5, 6)))
    return code("agent_id", value)


def agent_digits(source: random.Random, at: datetime) -> Filled:
    """Return an agent's number without letters."""
    return code("agent_id", digits(source, source.choice((3, 4, 5))))


def ticket(source: random.Random, at: datetime) -> Filled:
    """Return a number under which a complaint runs."""
    day = at.strftime("%Y%m%d")
    return code("reference", source.choice(("TS", "GD", "", "KS")) + day + digits(source, 4))


def contract(source: random.Random, at: datetime) -> Filled:
    """Return a contract's number."""
    day = (at - timedelta(days=source.randrange(3, 90))).strftime("%Y%m%d")
    return code("reference", source.choice(("JX", "HT", "SRB", "DK-")) + day + digits(source, source.choice((5, 6))))


def order(source: random.Random, at: datetime) -> Filled:
    """Return an order's number: long digits that a bubble breaks."""
    day = at.strftime("%Y%m%d")
    return code("reference", digits(source, source.choice((4, 10))) + day + digits(source, source.choice((8, 10))))


def card(source: random.Random, at: datetime) -> Filled:
    """Return a bank account that passes Luhn; it is to be masked, and may be taken for a reference."""
    body = "6222" + digits(source, 14)
    total = sum(
        (int(d) * 2 - 9 if int(d) > 4 else int(d) * 2) if i % 2 == 0 else int(d) for i, d in enumerate(body[::-1])
    )
    return code("redaction", body + str(-total % 10), optional=True)


def money_hans(source: random.Random, at: datetime) -> Filled:
    """Return an amount of thousands."""
    value = source.choice((500, 800, 1000, 1500, 2000, 3000, 3500, 5000, 8000, 12000, 30000))
    return _yuan(source, value)


def _yuan(source: random.Random, value: int) -> Filled:
    cents = source.randrange(100)
    exact = f"{value}.{cents:02d}"
    forms = [(f"{value}元", value), (f"{value:,}元", value), (f"￥{value:,}.00", value), (f"¥{value}", value)]
    forms += [(f"{exact}元", exact), (f"￥{exact}", exact), (f"{value}块", value), (f"人民币{value}元", value)]
    if value % 1000 == 0 and value <= 10000:
        forms.append((f"{NUMERALS[value // 1000]}千元", value))
    if value > 10000:
        forms.append((f"{value / 10000:g}万元", value))
    words, amount = source.choice(forms)
    return code("amount", f"{float(amount):.2f} CNY", words)


def small_hans(source: random.Random, at: datetime) -> Filled:
    """Return an amount of tens or hundreds."""
    return _yuan(source, source.choice((30, 58, 99, 120, 199, 200, 299, 388, 600)))


def money_hant(currency: str) -> Slot:
    """Return how amounts are written in Taiwan or in Hong Kong."""

    def fill(source: random.Random, at: datetime) -> Filled:
        value = source.choice((1000, 1500, 3000, 5000, 8000, 12000, 20000, 30000))
        if currency == "HKD":
            words = source.choice((f"HK${value:,}", f"HK${value:,}.00", f"港幣{value:,}元", f"港幣{value}元"))
        else:
            forms = [f"NT${value:,}", f"NT$ {value:,}", f"新台幣{value:,}元", f"{value:,}元"]
            words = source.choice([*forms, f"{value / 10000:g}萬元"] if value >= 10000 else forms)
        loose = words[0].isdigit()  # without a currency's name the zone says which
        return code("amount", f"{value}.00 {currency}" + (f"|{value}.00 CNY" if loose else ""), words)

    return fill


def small_hant(currency: str) -> Slot:
    """Return how small amounts are written."""

    def fill(source: random.Random, at: datetime) -> Filled:
        value = source.choice((60, 100, 200, 350, 500, 900))
        words = f"HK${value}" if currency == "HKD" else source.choice((f"NT${value}", f"新台幣{value}元"))
        return code("amount", f"{value}.00 {currency}", words)

    return fill


def mobile(source: random.Random, at: datetime) -> Filled:
    """Return a mobile number of the mainland."""
    return code("phone", source.choice(("138", "139", "158", "177", "186", "199")) + digits(source, 8))


def hotline(source: random.Random, at: datetime) -> Filled:
    """Return a number that a company answers."""
    number = source.choice((f"95{digits(source, 3)}", f"400-{digits(source, 3)}-{digits(source, 4)}"))
    return code("phone", number.replace("-", ""), number)


def phone(source: random.Random, at: datetime) -> Filled:
    """Return any number to call."""
    if source.random() < 0.4:
        return mobile(source, at)
    number = source.choice(("021-", "010-", "0755-")) + digits(source, 8)
    return code("phone", number.replace("-", ""), number)


def phone_hant(currency: str) -> Slot:
    """Return the numbers of Taiwan or Hong Kong."""

    def fill(source: random.Random, at: datetime) -> Filled:
        if currency == "HKD":
            number = source.choice((f"{source.choice('23')}{digits(source, 3)} {digits(source, 4)}",))
        else:
            number = source.choice(
                (f"02-2{digits(source, 3)}-{digits(source, 4)}", f"0800-{digits(source, 3)}-{digits(source, 3)}")
            )
        return code("phone", number.replace("-", "").replace(" ", ""), number)

    return fill


def name(source: random.Random, at: datetime) -> Filled:
    """Return somebody's name."""
    return Filled(source.choice("王李张刘陈杨赵黄周吴") + source.choice(("女士", "先生", "某", "小明")))


def name_hant(source: random.Random, at: datetime) -> Filled:
    """Return somebody's name, without a title."""
    return Filled(source.choice("王李張劉陳楊趙黃周吳") + source.choice(("小明", "志強", "美玲", "淑芬")))


def verification(source: random.Random, at: datetime) -> Filled:
    """Return a code sent to prove who one is; no reference."""
    return Filled(digits(source, 6))


def quota(source: random.Random, at: datetime) -> Filled:
    """Return how much somebody may borrow."""
    value = source.choice((20000, 50000, 80000, 200000))
    return code("amount", f"{value}.00 CNY", f"{value}元")


def day(source: random.Random, at: datetime) -> Filled:
    """Return a day in the past."""
    past = at - timedelta(days=source.randrange(4, 60))
    return Filled(
        source.choice((f"{past.month}月{past.day}日", f"{past.year}年{past.month}月{past.day}日", f"{past:%Y-%m-%d}"))
    )


def _due(words: str, last: date) -> Filled:
    return Filled(words, (), last)


def working_days(source: random.Random, at: datetime) -> Filled:
    """Return within so many working days."""
    count = source.choice((1, 2, 3, 3, 5, 7, 10, 15))
    forms = (
        [f"{count}个工作日内", f"{count}个工作日"] if count != 3 else ["3个工作日内", "三个工作日内", "1-3个工作日内"]
    )
    return _due(source.choice(forms), after_working_days(at.date(), count))


def working_days_hant(source: random.Random, at: datetime) -> Filled:
    """Return within so many working days, as Taiwan and Hong Kong write it."""
    count = source.choice((1, 2, 3, 5, 7))
    form = source.choice((f"{count}個工作天內", f"{count}個工作日內"))
    return _due(form, after_working_days(at.date(), count))


def hours(source: random.Random, at: datetime) -> Filled:
    """Return within so many hours."""
    count = source.choice((24, 48, 72))
    return _due(f"{count}小时内", (at + timedelta(hours=count)).date())


def hours_hant(source: random.Random, at: datetime) -> Filled:
    """Return within so many hours; the template says 內."""
    count = source.choice((24, 48))
    return _due(f"{count}小時", (at + timedelta(hours=count)).date())


def calendar_days(source: random.Random, at: datetime) -> Filled:
    """Return within so many days."""
    count = source.choice((2, 3, 5, 7))
    return _due(
        source.choice((f"{count}天内", f"{count}日内", f"{NUMERALS[count]}天内")), at.date() + timedelta(days=count)
    )


def calendar_days_hant(source: random.Random, at: datetime) -> Filled:
    """Return within so many days; the template says 內."""
    count = source.choice((3, 5, 7))
    return _due(source.choice((f"{count}天", f"{count}日")), at.date() + timedelta(days=count))


def tomorrow(source: random.Random, at: datetime) -> Filled:
    """Return tomorrow or the day after."""
    word, after = source.choice((("明天", 1), ("明天上午", 1), ("明日", 1), ("后天", 2), ("明天下午三点前", 1)))
    return _due(word, at.date() + timedelta(days=after))


def tomorrow_hant(source: random.Random, at: datetime) -> Filled:
    """Return tomorrow."""
    return _due(source.choice(("明天", "明日上午", "明天下午")), at.date() + timedelta(days=1))


def today(source: random.Random, at: datetime) -> Filled:
    """Return before today ends."""
    return _due(source.choice(("今天内", "今日", "今天下班前")), at.date())


def by_date(source: random.Random, at: datetime) -> Filled:
    """Return before a day that is named."""
    last = at.date() + timedelta(days=source.randrange(3, 15))
    return _due(f"{last.month}月{last.day}日前", last)


def week(source: random.Random, at: datetime) -> Filled:
    """Return before a weekday of this week or the next, or before the month ends."""
    monday = at.date() - timedelta(days=at.weekday())
    last = date(at.year, at.month, calendar.monthrange(at.year, at.month)[1])
    forms = [("月底前", last), ("下周一前", monday + timedelta(days=7)), ("下周五前", monday + timedelta(days=11))]
    if at.weekday() < 4:
        forms.append(("本周五前", monday + timedelta(days=4)))
    return _due(*source.choice(forms))


def week_hant(source: random.Random, at: datetime) -> Filled:
    """Return before a weekday of the next week, or before the month ends."""
    monday = at.date() - timedelta(days=at.weekday())
    words, last = source.choice((("下週一前", monday + timedelta(days=7)), ("下星期五前", monday + timedelta(days=11))))
    return _due(words, last)


COMMON: Mapping[str, Slot] = {
    "agent": agent, "agent_no": agent_digits, "ticket": ticket, "contract": contract, "order": order, "card": card,
    "date": day, "code": verification, "bydate": by_date, "quota": quota, "mobile": mobile,
}  # fmt: skip
HANS_SLOTS: Mapping[str, Slot] = {
    "money": money_hans, "small": small_hans, "hotline": hotline, "phone": phone, "name": name, "wd": working_days,
    "hours": hours, "days": calendar_days, "tomorrow": tomorrow, "today": today, "week": week,
}  # fmt: skip
HANT_SLOTS: Mapping[str, Slot] = {
    "name": name_hant, "wd": working_days_hant, "hours": hours_hant, "days": calendar_days_hant,
    "tomorrow": tomorrow_hant, "week": week_hant,
}  # fmt: skip


def slots(institution: str, currency: str) -> Mapping[str, Slot]:
    """Return all slots of one screen, on which one institution speaks."""
    own = {"inst": lambda source, at: code("institution", institution)}
    if currency == "CNY":
        return {**COMMON, **HANS_SLOTS, **own}
    pounds = {"money": money_hant(currency), "small": small_hant(currency)}
    calls = {"hotline": phone_hant(currency), "phone": phone_hant(currency)}
    return {**COMMON, **HANT_SLOTS, **pounds, **calls, **own}
