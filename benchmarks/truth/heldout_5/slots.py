"""What stands in the gaps of a sentence: numbers of people, money, papers and telephones, and days by which."""

import random
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity
from benchmarks.truth.grammar import Filled, Slot

CURRENCY = {"cn": "CNY", "tw": "TWD", "hk": "HKD"}
NUMERALS = "零一二三四五六七八九十"
INSTITUTIONS = {
    "cn": ("云帆消费金融", "稳捷借款", "融易分期", "鹿角钱包", "信达通支付", "小满月付", "恒泽小贷", "乐享白条"),
    "tw": ("旭昇資融", "好鄰分期", "台新富數位", "速配付", "安和融資", "街角支付"),
    "hk": ("灣仔信貸", "匯昇財務", "八方錢包", "維港數碼銀行", "創富分期"),
}
NAMES = {"cn": "陈林黄何郭罗梁宋郑谢韩唐冯于董萧", "tw": "陳林黃蔡許鄭謝洪邱曾廖賴", "hk": "陳李張黃何梁鄧鄭羅馮"}
HOTLINES = {
    "cn": (
        "400-{0:03d}-{1:04d}",
        "95{2:03d}",
        "400{0:03d}{1:04d}",
        "0571-8{3:07d}",
        "021-6{3:07d}",
        "400 {0:03d} {1:04d}",
    ),
    "tw": ("0800-{0:03d}-{4:03d}", "02-2{0:03d}-{1:04d}", "(02)2{0:03d}-{1:04d}", "04-2{0:03d}{1:04d}"),
    "hk": ("3{0:03d} {1:04d}", "2{0:03d}{1:04d}", "3{0:03d}-{1:04d}", "2{0:03d} {1:04d}"),
}


class Talk:
    """The slots of one conversation: what was named once is named the same again."""

    def __init__(self, region: str, source: random.Random, institution: str = "") -> None:
        self.region, self.source = region, source
        self.institution = institution or source.choice(INSTITUTIONS[region])
        self._kept: dict[str, tuple[str, tuple[Entity, ...]]] = {}
        self.person = source.choice(NAMES[region])

    def slots(self) -> dict[str, Slot]:
        """Return all slots by name."""
        simple: dict[str, Callable[[], tuple[str, tuple[Entity, ...]]]] = {
            "nid": self._new_agent,
            "id": lambda: self._kept.get("agent") or self._new_agent(),
            "amt": self._amount,
            "sum": lambda: self._once("sum", self._amount),
            "fee": lambda: self._amount(8, 90),
            "con": lambda: self._once("con", lambda: self._reference(("HT", "JK", "XF", "LN", ""), 12, 16)),
            "ord": lambda: self._once("ord", lambda: self._reference(("", "", "DD", "E"), 14, 18)),
            "tic": lambda: self._reference(("GD", "TS", "W", "", "SL"), 8, 12),
            "hot": lambda: self._once("hot", self._hotline),
            "mob": self._mobile,
            "idc": self._identity,
            "card": self._card,
            "ins": lambda: (self.institution, ()),
            "me": lambda: (self.person, ()),
            "who": lambda: (self.source.choice(NAMES[self.region]), ()),
            "tail": lambda: (f"{self.source.randint(1001, 9998)}", ()),
            "n": lambda: (str(self.source.randint(2, 11)), ()),
        }
        made: dict[str, Slot] = {name: _plain(make) for name, make in simple.items()}
        for name, make_due in DUE.items():
            made[name] = self._due(make_due)
        made["dd"] = self._due(_bare_date)
        made["tmr"] = self._due(lambda _, at: ("明天", at.date() + timedelta(1)))
        made["past"] = lambda _, at: Filled(self._day(at.date() - timedelta(self.source.randint(3, 40))))
        return made

    def _due(self, make: "Callable[[Talk, datetime], tuple[str, date]]") -> Slot:
        def slot(_: random.Random, at: datetime) -> Filled:
            text, day = make(self, at)
            return Filled(text, (), day)

        return slot

    def _day(self, day: date) -> str:
        return f"{day.month}月{day.day}日"

    def _once(self, name: str, make: Callable[[], tuple[str, tuple[Entity, ...]]]) -> tuple[str, tuple[Entity, ...]]:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def _new_agent(self) -> tuple[str, tuple[Entity, ...]]:
        form = self.source.choice(
            ("{:04d}", "{:05d}", "{:05d}", "{:06d}", "A{:04d}", "KF{:04d}", "C{:05d}", "{:04d}", "HZ{:03d}")
        )
        length = int(form[form.index(":0") + 2])
        value = form.format(self.source.randint(10 ** (length - 1), 10**length - 1))
        self._kept["agent"] = (value, (Entity("agent_id", value),))
        return self._kept["agent"]

    def _amount(self, low: int = 120, high: int = 21000) -> tuple[str, tuple[Entity, ...]]:
        pick = self.source
        value = float(pick.randint(low, high)) if pick.random() < 0.45 else round(pick.uniform(low, high), 2)
        if high > 1000 and pick.random() < 0.35:
            value = float(round(value / 100) * 100 or 100)
        if self.region == "tw" or (self.region == "hk" and high > 1000):
            value = float(round(value))
        text, value = self._amount_words(value)
        return text, (Entity("amount", f"{value:.2f} {CURRENCY[self.region]}"),)

    def _amount_words(self, value: float) -> tuple[str, float]:
        number = f"{value:.2f}" if value % 1 else f"{value:.0f}"
        commas = f"{value:,.2f}" if value % 1 else f"{value:,.0f}"
        if self.region == "tw":
            taiwan = (f"NT${commas}", f"{commas}元", f"新台幣{commas}元", f"NT$ {commas}", f"{number}元")
            return self.source.choice(taiwan), value
        if self.region == "hk":
            return self.source.choice(
                (f"HK${commas}", f"港幣{commas}元", f"HK${number}", f"HKD {commas}", f"${commas}")
            ), value
        if value >= 10000 and self.source.random() < 0.4:
            short = round(value / 10000, 1)
            return self.source.choice((f"{short:g}万", f"{short:g}万元")), short * 10000
        forms: tuple[str, ...] = (
            f"{number}元",
            f"{number}元",
            f"¥{commas}",
            f"¥{value:.2f}",
            f"{commas}元",
            f"RMB {commas}",
            f"{number} 元",
            f"￥{number}",
        )
        if not value % 1:
            forms += (f"{number}块", f"{number}块钱")
        return self.source.choice(forms), value

    def _reference(self, heads: tuple[str, ...], low: int, high: int) -> tuple[str, tuple[Entity, ...]]:
        pick = self.source
        year = pick.choice(("2024", "2025", "25", ""))
        head, length = pick.choice(heads), pick.randint(low, high)
        head = head or ("R" if self.region != "cn" and length < 11 else "")
        rest = length - len(year)
        value = f"{head}{year or pick.randint(2, 9)}" + "".join(
            str(pick.randint(0, 9)) for _ in range(rest - (not year))
        )
        if len(value) == 11 and value[0] == "1":
            value = "8" + value[1:]
        return value, (Entity("reference", value),)

    def _hotline(self) -> tuple[str, tuple[Entity, ...]]:
        pick = self.source
        numbers = (
            pick.randint(100, 999),
            pick.randint(1000, 9999),
            pick.randint(520, 989),
            pick.randint(1000000, 9999999),
        )
        text = pick.choice(HOTLINES[self.region]).format(*numbers, pick.randint(100, 999))
        return text, (Entity("phone", text),)

    def _mobile(self) -> tuple[str, tuple[Entity, ...]]:
        pick = self.source
        digits = f"{pick.randint(10000000, 99999999)}"
        if self.region == "tw":
            text = f"09{digits[:2]}-{digits[2:5]}-{digits[5:]}" if pick.random() < 0.5 else f"09{digits}"
        elif self.region == "hk":
            text = pick.choice("569") + digits[1:4] + " " + digits[4:]
        else:
            text = pick.choice(("138", "157", "186", "139", "191", "177", "152")) + digits
        return text, (Entity("phone", text),)

    def _identity(self) -> tuple[str, tuple[Entity, ...]]:
        """Return an identity card's number whose last character checks."""
        pick = self.source
        birth = date(1970, 1, 1) + timedelta(pick.randint(0, 11000))
        digits = f"{pick.choice(('330106', '440305', '510107', '370202'))}{birth:%Y%m%d}{pick.randint(100, 999)}"
        rest = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(digits)) % 11
        value = digits + "10X98765432"[rest]
        return value, (Entity("redaction", value),)

    def _card(self) -> tuple[str, tuple[Entity, ...]]:
        """Return a bank card's number that checks, in groups of four or in one."""
        pick = self.source
        digits = "622202" + "".join(str(pick.randint(0, 9)) for _ in range(12))
        doubled = [
            sum(divmod(int(d) * 2, 10)) if place % 2 == 0 else int(d) for place, d in enumerate(reversed(digits))
        ]
        value = digits + str(-sum(doubled) % 10)
        shown = " ".join(value[start : start + 4] for start in range(0, 19, 4)) if pick.random() < 0.5 else value
        return shown, (Entity("redaction", value),)


def _plain(make: Callable[[], tuple[str, tuple[Entity, ...]]]) -> Slot:
    def slot(_: random.Random, __: datetime) -> Filled:
        text, entities = make()
        return Filled(text, entities)

    return slot


def _working(talk: Talk, at: datetime) -> tuple[str, date]:
    count = talk.source.choice((1, 2, 3, 3, 5, 5, 7, 10, 15))
    unit = {"cn": "个工作日", "tw": "個工作天", "hk": "個工作天"}[talk.region]
    forms = [
        f"{count}{unit}内",
        f"{count}{unit}之内",
        f"{max(1, count - 2)}-{count}{unit}内" if count > 2 else f"{count}{unit}内",
    ]
    if count <= 10:
        forms.append(f"{'两' if count == 2 else NUMERALS[count]}{unit}内")
    text = talk.source.choice(forms)
    return _traditional(text) if talk.region != "cn" else text, after_working_days(at.date(), count)


def _traditional(text: str) -> str:
    return text.replace("内", "內").replace("两", "兩").replace("之後", "後")


def _hours(talk: Talk, at: datetime) -> tuple[str, date]:
    count = talk.source.choice((24, 24, 48, 72))
    unit = "小时内" if talk.region == "cn" else "小時內"
    return f"{count}{talk.source.choice(('', '个' if talk.region == 'cn' else '個'))}{unit}", at.date() + timedelta(
        count // 24
    )


def _days(talk: Talk, at: datetime) -> tuple[str, date]:
    count = talk.source.choice((2, 3, 5, 7, 10, 15))
    unit = talk.source.choice(("天内", "日内", "个自然日内") if talk.region == "cn" else ("天內", "日內"))
    return f"{count}{unit}", at.date() + timedelta(count)


def _tomorrow(talk: Talk, at: datetime) -> tuple[str, date]:
    forms = ("明天上午", "明天下午", "明天", "明天中午前", "明天18点前" if talk.region == "cn" else "明天下午六點前")
    return talk.source.choice(forms), at.date() + timedelta(1)


def _today(talk: Talk, at: datetime) -> tuple[str, date]:
    if at.hour >= 16:
        return _tomorrow(talk, at)
    late = "今晚8点前" if talk.region == "cn" else "今晚八點前"
    return talk.source.choice(("今天下班前", late, "今天之内" if talk.region == "cn" else "今天之內")), at.date()


def _week(talk: Talk, at: datetime) -> tuple[str, date]:
    monday = at.date() - timedelta(at.weekday())
    days, week = "一二三四五", "周" if talk.region == "cn" else "週"
    if at.weekday() <= 2:
        return (
            f"{talk.source.choice(('本', '这' if talk.region == 'cn' else '這'))}{week}五{talk.source.choice(('前', '之前'))}",
            monday + timedelta(4),
        )
    if at.weekday() >= 5:
        return _date(talk, at)
    which = talk.source.randint(0, 4)
    return f"下{week}{days[which]}{talk.source.choice(('', '前', '之前'))}", monday + timedelta(7 + which)


def _date(talk: Talk, at: datetime) -> tuple[str, date]:
    day = at.date() + timedelta(talk.source.randint(3, 14))
    end = talk.source.choice(("前", "前", "之前", "24点前" if talk.region == "cn" else "前"))
    if talk.region == "tw" and talk.source.random() < 0.3:
        return f"{day.year - 1911}年{day.month}月{day.day}日前", day
    return f"{day.month}月{day.day}{talk.source.choice('日号') if talk.region == 'cn' else '日'}{end}", day


def _bare_date(talk: Talk, at: datetime) -> tuple[str, date]:
    """Return a day as a date alone, which others than the institution are bound to."""
    day = at.date() + timedelta(talk.source.randint(3, 14))
    return f"{day.month}月{day.day}日", day


def _month(talk: Talk, at: datetime) -> tuple[str, date]:
    if at.day > 24:
        return _date(talk, at)
    text = talk.source.choice(("本月底前", "月底前", "月底之前"))
    return text, date(at.year, at.month, monthrange(at.year, at.month)[1])


def _any(talk: Talk, at: datetime) -> tuple[str, date]:
    return talk.source.choice((_working, _working, _hours, _days, _tomorrow, _week, _date, _month))(talk, at)


def _soon(talk: Talk, at: datetime) -> tuple[str, date]:
    return talk.source.choice((_tomorrow, _tomorrow, _today, _hours, _week))(talk, at)


DUE: dict[str, Callable[[Talk, datetime], tuple[str, date]]] = {
    "wd": _working,
    "hrs": _hours,
    "dys": _days,
    "tom": _tomorrow,
    "tod": _today,
    "wk": _week,
    "dat": _date,
    "eom": _month,
    "by": _any,
    "soon": _soon,
}
