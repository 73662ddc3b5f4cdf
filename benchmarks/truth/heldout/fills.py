"""What fills the held-out half's templates. Nothing of it is shared with the tuning half, nor known to the reading."""

import random
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

BRANDS = {
    "CNY": ("闪贷通", "惠民分期", "桔子白条", "鑫诚金服", "及时雨借钱", "云杉消费金融"),
    "TWD": ("安信速貸", "展億融資", "好貸網"),
    "HKD": ("宏富信貸", "永盈財務", "易達錢"),
}
FORMAL = "零壹贰叁肆伍陆柒捌玖"


@dataclass(frozen=True)
class Region:
    """Where a screen comes from: its currency decides how numbers are written."""

    currency: str
    brand: str

    @property
    def zone(self) -> str:
        """The time zone."""
        return {"CNY": "Asia/Shanghai", "TWD": "Asia/Taipei", "HKD": "Asia/Hong_Kong"}[self.currency]


def number(source: random.Random, count: int) -> str:
    """Return that many digits."""
    return "".join([str(source.randrange(1, 10)), *(str(source.randrange(10)) for _ in range(count - 1))])


def one(kind: str, value: str, words: str | None = None, optional: bool = False) -> Filled:
    """Return words that stand for one thing."""
    return Filled(value if words is None else words, (Entity(kind, value, optional),))


def agent(source: random.Random, at: datetime) -> Filled:
    """Return an agent's number."""
    return one("agent_id", source.choice(("K", "", "", "CS", "B", "")) + number(source, source.choice((4, 5, 6))))


def agent_no(source: random.Random, at: datetime) -> Filled:
    """Return an agent's number without letters."""
    return one("agent_id", number(source, 4))


def ticket(source: random.Random, at: datetime) -> Filled:
    """Return a number of a complaint."""
    forms = (
        f"SL{at:%y%m%d}{number(source, 5)}",
        f"{at:%Y%m%d}{number(source, 6)}",
        f"CP-{at:%Y%m%d}-{number(source, 3)}",
    )
    return one("reference", source.choice(forms))


def contract(source: random.Random, at: datetime) -> Filled:
    """Return a number of a loan."""
    day = at - timedelta(days=source.randrange(5, 200))
    return one(
        "reference",
        source.choice(
            (f"HM{day:%Y%m%d}{number(source, 8)}", f"LN{number(source, 12)}", f"XY-{day:%Y}-{number(source, 7)}")
        ),
    )


def order(source: random.Random, at: datetime) -> Filled:
    """Return a number of a payment, longer than a line."""
    return one("reference", f"{at:%Y%m%d}{number(source, source.choice((12, 16, 20)))}")


def card(source: random.Random, at: datetime) -> Filled:
    """Return an account's number."""
    return one("redaction", "6217" + number(source, 15), optional=True)


def amount(low: int, high: int, region: Region) -> Slot:
    """Return how amounts between two are written."""

    def fill(source: random.Random, at: datetime) -> Filled:
        value = source.randrange(low, high)
        if value > 400:
            value = round(value, -2)
        words = source.choice(_written(value, region.currency))
        return one("amount", f"{value:.2f} {region.currency}", words)

    return fill


def _written(value: int, currency: str) -> list[str]:
    if currency == "HKD":
        return [f"HK${value:,}", f"HKD {value:,}", f"港幣{value:,}元", f"HK${value}.00"]
    if currency == "TWD":
        return [f"NT${value:,}", f"NT${value}元", f"新臺幣{value:,}元", f"台幣{value}元"]
    forms = [
        f"¥ {value:,.2f}",
        f"{value:,.2f}元",
        f"{value}元",
        f"{value}块钱",
        f"RMB {value}",
        f"￥{value}",
        f"{value}元人民币",
    ]
    if value % 1000 == 0 and value < 10000:
        forms += [f"{FORMAL[value // 1000]}仟元整", f"{value // 1000}千块"]
    if value % 1000 == 0 and value >= 10000:
        forms.append(f"{value / 10000:g}万块")
    return forms


def mobile(source: random.Random, at: datetime) -> Filled:
    """Return a mobile number of the mainland."""
    raw = source.choice(("131", "150", "166", "182", "193")) + number(source, 8)
    return one("phone", raw, source.choice((raw, f"{raw[:3]} {raw[3:7]} {raw[7:]}", f"{raw[:3]}-{raw[3:7]}-{raw[7:]}")))


def called(region: Region) -> Slot:
    """Return numbers to call in a region."""

    def fill(source: random.Random, at: datetime) -> Filled:
        if region.currency == "TWD":
            words = source.choice(
                (
                    f"(02){number(source, 4)}-{number(source, 4)}",
                    f"0800{number(source, 6)}",
                    f"0{source.choice('9')}{number(source, 8)}",
                )
            )
        elif region.currency == "HKD":
            words = f"{source.choice('23')}{number(source, 3)}-{number(source, 4)}"
        else:
            words = source.choice(
                (
                    f"95{number(source, 3)}",
                    f"400{number(source, 7)}",
                    f"028-8{number(source, 7)}",
                    f"(010){number(source, 8)}",
                )
            )
        return one("phone", "".join(char for char in words if char.isdigit()), words)

    return fill


def named(region: Region) -> Slot:
    """Return how somebody is called."""
    names = (
        ("孙女士", "何先生", "郑阳", "林小姐") if region.currency == "CNY" else ("孫小姐", "何先生", "鄭家豪", "林太")
    )
    return lambda source, at: Filled(source.choice(names))


def code(source: random.Random, at: datetime) -> Filled:
    """Return a one-time password."""
    return Filled(number(source, source.choice((4, 6))))


def past_day(source: random.Random, at: datetime) -> Filled:
    """Return a day of the past."""
    day = at - timedelta(days=source.randrange(3, 45))
    return Filled(
        source.choice((f"{day.month}月{day.day}号", f"{day:%Y/%m/%d}", f"{day.year}年{day.month:02d}月{day.day:02d}日"))
    )


def until(words: str, last: date) -> Filled:
    """Return words that say by when."""
    return Filled(words, (), last)


def working(region: Region) -> Slot:
    """Return a number of working days."""

    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((1, 2, 2, 3, 5, 5, 7))
        day = "工作日" if region.currency == "CNY" else source.choice(("工作天", "個工作天"))[-3:]
        unit = "个" if region.currency == "CNY" else "個"
        forms = [f"{count}{unit}{day}内", f"{count}{unit}{day}之内"]
        if count == 2:
            forms.append(f"{'两' if unit == '个' else '兩'}{unit}{day}内")
        if count == 5:
            forms.append(f"3至5{unit}{day}内" if unit == "个" else f"3至5{unit}{day}内")
        words = source.choice(forms)
        return until(words if unit == "个" else words.replace("内", "內"), after_working_days(at.date(), count))

    return fill


def hours(region: Region) -> Slot:
    """Return a number of hours."""

    def fill(source: random.Random, at: datetime) -> Filled:
        count = source.choice((12, 24, 48))
        words = f"{count}小时之内" if region.currency == "CNY" else f"{count}小時內"
        return until(words, (at + timedelta(hours=count)).date())

    return fill


def span(source: random.Random, at: datetime) -> Filled:
    """Return a number of days or a week."""
    words, days = source.choice((("一周内", 7), ("五天之内", 5), ("4天内", 4), ("10日内", 10)))
    return until(words, at.date() + timedelta(days=days))


def said_span(source: random.Random, at: datetime) -> Filled:
    """Return what somebody else once promised: no promise now."""
    return Filled(source.choice(("两天内", "周五前", "24小时", "三个工作日")))


def soon(region: Region) -> Slot:
    """Return tomorrow, the day after, at some hour."""
    hans = (("明早九点前", 1), ("明天中午之前", 1), ("后天", 2), ("明日", 1), ("后天下午5点前", 2))
    hant = (("明早", 1), ("明天中午前", 1), ("後天", 2), ("明日", 1))

    def fill(source: random.Random, at: datetime) -> Filled:
        words, days = source.choice(hans if region.currency == "CNY" else hant)
        return until(words, at.date() + timedelta(days=days))

    return fill


def tonight(source: random.Random, at: datetime) -> Filled:
    """Return a time of today."""
    return until(source.choice(("今晚", "今天之内", "当天", "今晚十二点前")), at.date())


def by_day(region: Region) -> Slot:
    """Return a day that is named."""

    def fill(source: random.Random, at: datetime) -> Filled:
        last = at.date() + timedelta(days=source.randrange(2, 20))
        forms = [
            f"{last.month}月{last.day}号之前",
            f"{last.year}年{last.month}月{last.day}日前",
            f"{last.month}月{last.day}日之前",
        ]
        return until(source.choice(forms if region.currency == "CNY" else [forms[1], forms[2]]), last)

    return fill


def weekly(source: random.Random, at: datetime) -> Filled:
    """Return a weekday of the next week, or of this one where it is still to come."""
    monday = at.date() - timedelta(days=at.weekday())
    forms = [
        ("下周三之前", monday + timedelta(days=9)),
        ("下周二", monday + timedelta(days=8)),
        ("下星期四前", monday + timedelta(days=10)),
    ]
    if at.weekday() < 5:
        forms.append(("这周六前", monday + timedelta(days=5)))
    return until(*source.choice(forms))


def fills(region: Region) -> Mapping[str, Slot]:
    """Return all that fills the templates of one screen."""
    return {
        "inst": lambda source, at: one("institution", region.brand), "agent": agent, "agent_no": agent_no,
        "ticket": ticket, "contract": contract, "order": order, "card": card, "money": amount(600, 26000, region),
        "small": amount(19, 900, region), "mobile": mobile, "hotline": called(region), "phone": called(region),
        "name": named(region), "code": code, "date": past_day, "wd": working(region), "hours": hours(region),
        "span": span, "saidspan": said_span, "soon": soon(region), "tonight": tonight, "bydate": by_day(region),
        "weekly": weekly,
    }  # fmt: skip
