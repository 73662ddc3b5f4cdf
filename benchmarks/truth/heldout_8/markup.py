"""From lines with marks in them to what is said and what is true of it.

``{a}`` an agent's number made up, ``{a#k}`` the same again, ``{m=3,500元}`` given words, ``{m=三千元~3000 CNY}`` with
their value, ``{m?=…}`` optional. Kinds: a(gent), m(oney), r(eference), p(hone), i(nstitution), x (to be masked).
``[[+3w|…]]`` is a promise: due ``-`` never said, ``+Nd`` days, ``+Nw`` working days, ``MM-DD``; ``~`` makes it optional.
"""

import random
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from benchmarks.truth.days import after_working_days
from benchmarks.truth.format import Entity, Promise
from benchmarks.truth.grammar import Said

KINDS = {"a": "agent_id", "m": "amount", "r": "reference", "p": "phone", "i": "institution", "x": "redaction"}
MARK = re.compile(r"\{([amrpix])(\??)(?::(\w+))?(?:#(\w+))?(?:=([^{}]*))?\}")
OWN = {"cn": "CNY", "tw": "TWD", "hk": "HKD"}


def due_of(spec: str, at: date) -> date | None:
    """Return the day that a promise's mark names."""
    if spec == "-":
        return None
    if found := re.fullmatch(r"\+(\d+)([dw])", spec):
        count = int(found[1])
        return after_working_days(at, count) if found[2] == "w" else at + timedelta(days=count)
    month, day = map(int, spec.split("-"))
    return date(at.year + (month < at.month), month, day)


class Marks:
    """Fills the marks of one conversation, which remembers what it made up."""

    def __init__(self, source: random.Random, place: str = "cn") -> None:
        self.source, self.place = source, place
        self.known: dict[str, tuple[str, str]] = {}

    def said(self, line: str, at: datetime) -> Said:
        """Return a line without marks, and its truth."""
        said = Said("")
        for part in re.split(r"(\[\[[^|\]]*\|.*?\]\])", line):
            found = re.fullmatch(r"\[\[(~?)([^|]*)\|(.*)\]\]", part)
            words = self._filled(found[3] if found else part, said)
            said.text += words
            if found:
                due = due_of(found[2], at.date())
                said.promises.append(Promise(words, due.isoformat() if due else None, found[1] == "~"))
        return said

    def _filled(self, part: str, said: Said) -> str:
        def one(match: re.Match[str]) -> str:
            kind, optional, form, key, given = match.groups()
            if given is not None:
                shown, _, value = given.partition("~")
                pair = shown, value or self._value(kind, shown)
            else:
                name = f"{kind}{key}"
                pair = self.known.get(name) or self._made(kind, form or "")
                if key:
                    self.known[name] = pair
            said.entities.append(Entity(KINDS[kind], pair[1], optional == "?"))
            return pair[0]

        return MARK.sub(one, part)

    def _value(self, kind: str, shown: str) -> str:
        if kind == "m":
            return money_value(shown, self.place)
        return phone_value(shown) if kind == "p" else shown.replace(" ", "")

    def _made(self, kind: str, form: str) -> tuple[str, str]:
        makers: dict[str, Callable[[str], str]] = {"a": self._agent, "m": self._money, "r": self._ref, "p": self._phone}
        shown = makers[kind](form)
        return shown, self._value(kind, shown)

    def digits(self, count: int) -> str:
        """Return so many digits, the first of them no 0."""
        return "".join([self.source.choice("123456789"), *(self.source.choice("0123456789") for _ in range(count - 1))])

    def _agent(self, form: str) -> str:
        if form:
            return form[0] + self.digits(4) if form.isalpha() else self.digits(int(form))
        return self.source.choice([self.digits(4), self.digits(5), self.digits(6), "A" + self.digits(4)])

    def _money(self, form: str) -> str:
        amount = self.source.randrange(12000, 1900000) / 100
        if form == "round" or self.source.random() < 0.3:
            amount = float(self.source.randrange(3, 160) * 100)
        whole = amount == int(amount)
        bare = f"{int(amount)}" if whole else f"{amount:.2f}"
        if self.place != "cn":
            amount = float(int(amount)) if self.place == "tw" else amount
            shown = f"{amount:,.0f}" if self.place == "tw" or whole else f"{amount:,.2f}"
            sign = {"tw": "NT$", "hk": "HK$"}[self.place]
            return self.source.choice([sign + shown, f"{shown}元"])
        return self.source.choice([f"{bare}元", f"{amount:,.2f}元", f"￥{amount:,.2f}", f"¥{bare}", f"{bare}元"])

    def _ref(self, form: str) -> str:
        day = f"2025{self.source.randrange(1, 13):02}{self.source.randrange(1, 29):02}"
        forms = {
            "ht": "HT" + day + self.digits(6),
            "dd": day + self.digits(12),
            "gd": self.source.choice(["GD", "TS", "KF", "CS"]) + day + self.digits(4),
            "gw": self.digits(10),
            "jy": "42000" + self.digits(5) + day + self.digits(10),
            "jj": "JJ" + self.digits(12),
            "an": self.source.choice(["CASE-", "R-", "TK-"]) + self.digits(8),
        }
        return forms[form] if form else self.source.choice(list(forms.values()))

    def _phone(self, form: str) -> str:
        d = self.digits
        if self.place == "tw":
            made = [f"0800-{d(3)}-{d(3)}", f"(02){d(4)}-{d(4)}", f"09{d(2)}-{d(3)}-{d(3)}", f"02-{d(4)}-{d(4)}"]
        elif self.place == "hk":
            made = [f"3{d(3)} {d(4)}", f"2{d(3)} {d(4)}", f"6{d(3)} {d(4)}"]
        elif form == "m":
            made = [f"1{self.source.choice(['38', '59', '77', '86', '33'])}{d(4)}{d(4)}"]
        elif form == "sms":
            made = [f"1069{d(8)}", f"1068{d(9)}", f"95{d(3)}"]
        else:
            made = [
                f"400-{d(3)}-{d(4)}",
                f"400{d(7)}",
                f"95{d(3)}",
                f"0571-8{d(7)}",
                f"021-6{d(7)}",
                f"400-{d(4)}-{d(3)}",
            ]
        return self.source.choice(made)


def money_value(shown: str, place: str) -> str:
    """Return an amount as truth holds it; a bare 元 outside the mainland may be taken for either currency."""
    number = float(re.sub(r"[^\d.]", "", shown)) * (10000 if "万" in shown or "萬" in shown else 1)
    codes = (("NT", "TWD"), ("HK", "HKD"), ("US", "USD"), ("台幣", "TWD"), ("臺幣", "TWD"), ("港", "HKD"))
    code = next((code for sign, code in codes if sign in shown), OWN[place])
    named = any(sign in shown for sign, _ in codes)
    return f"{number:.2f} {code}" if named or place == "cn" else f"{number:.2f} {code}|{number:.2f} CNY"


def phone_value(shown: str) -> str:
    """Return the digits, with and without a country's."""
    digits = re.sub(r"\D", "", shown)
    for country in ("852", "886", "86"):
        if shown.startswith("+" + country):
            rest = digits[len(country) :]
            return f"{digits}|{rest}|0{rest}"
    return digits
