"""Repayment plans: cards, a table, and lines in years of the Republic."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.heldout_2 import script
from benchmarks.truth.heldout_2.record_page import Paper, facts
from benchmarks.truth.sheet import Sheet, tag

STATES = {
    "CN": {"paid": "已还清", "due": "待还款", "overdue": "已逾期"},
    "TW": {"paid": "已繳", "due": "未繳", "overdue": "逾期"},
    "HK": {"paid": "已還款", "due": "未到期", "overdue": "已逾期"},
}
COLOURS = {"paid": "green", "due": "blue", "overdue": "red"}


@dataclass
class Part:
    """One part of a plan, in cents."""

    number: int
    day: date
    capital: int
    interest: int
    state: str

    @property
    def whole(self) -> int:
        """Return what is to be paid."""
        return self.capital + self.interest


def made_plan(page: Paper, count: int, round_to: int = 1) -> list[Part]:
    """Return the parts of a plan that has run for some months."""
    source, today = page.source, page.captured.date()
    paid, overdue, on = source.randrange(1, 5), source.randrange(0, 3), source.choice((5, 12, 18, 25))
    capital = source.randrange(20_000, 300_000) // round_to * round_to
    first = today.year * 12 + today.month - 1 - paid - overdue
    parts = []
    for index in range(count):
        year, month = divmod(first + index, 12)
        day = date(year, month + 1, on)
        interest = max(capital * (count - index) // 55 // round_to, 1) * round_to
        state = "due" if day >= today else "paid" if index < paid else "overdue"
        parts.append(Part(index + 1, day, capital, interest, state))
    return parts


def _row(page: Paper, part: Part) -> str:
    currency = script.CURRENCY[page.region]
    row = Row(
        "repayment", part.day.isoformat(), amount=f"{part.whole / 100:.2f}", currency=currency, outcome=part.state
    )
    row.entities.append(Entity("amount", f"{part.whole / 100:.2f} {currency}"))
    return page.row(row)


def _components(page: Paper, part: Part) -> tuple[str, str]:
    """Return capital and interest as shown; whether somebody lists them as amounts is a matter of taste."""
    return page.money(part.capital, optional=True), page.money(part.interest, optional=True)


def cards(page: Paper, form: str) -> Sheet:
    """Draw one item each, with capital and interest below."""
    parts = made_plan(page, 12)
    shown = []
    for part in parts:
        name = _row(page, part)
        capital, interest = _components(page, part)
        main = tag("main", f"第{part.number}/12期<p>{part.day:%Y-%m-%d} 到期</p>")
        side = f"<b>¥{part.whole / 100:,.2f}</b><p>本金{capital}+利息{interest}</p>"
        state = tag(COLOURS[part.state], STATES["CN"][part.state], style="width:50px;font-size:13px;text-align:right")
        shown.append(tag("item", main + tag("side", side) + state, name))
    left = sum(part.whole for part in parts if part.state != "paid")
    contract = page.note("reference", page.digits("HT2025########"))
    hero = tag("hero", f"<p>剩余待还(元)</p><div class=big>{page.money(left)}</div><p>合同编号 {contract}</p>")
    foot = tag("button", "立即还款")
    return page.sheet(form, "还款计划", hero + tag("list", "".join(shown)), foot=foot)


def table(page: Paper, form: str) -> Sheet:
    """Draw a table whose heading says that all amounts are in yuan."""
    head = "<tr><th>期数</th><th>应还日期</th><th>应还金额</th><th>本金</th><th>利息</th><th>状态</th></tr>"
    shown = [head]
    for part in made_plan(page, 36 if page.long else 12):
        name = _row(page, part)
        cells = (str(part.number), f"{part.day:%Y.%m.%d}", f"{part.whole / 100:,.2f}", *_components(page, part))
        state = f'<td class="{COLOURS[part.state]}">{STATES["CN"][part.state]}</td>'
        shown.append(f'<tr data-id="{name}">' + "".join(f"<td>{cell}</td>" for cell in cells) + state + "</tr>")
    order = page.note("reference", page.digits("ZJ##########"))
    told = facts([("借据号", order), ("还款方式", "等额本金"), ("币种", "人民币  单位：元")])
    return page.sheet(form, "还款计划表", told + f"<table>{''.join(shown)}</table>")


def months(page: Paper, form: str) -> Sheet:
    """Draw a line each under its year, the state as a label; in Taiwan in years of the Republic."""
    hant, taiwan = page.region != "CN", page.region == "TW"
    symbol = {"CN": "¥", "TW": "NT$", "HK": "HK$"}[page.region]
    shown, year = [], 0
    for part in made_plan(page, 12, 100 if hant else 1):
        if part.day.year != year:
            year = part.day.year
            shown.append(tag("group", f"民國{year - 1911}年" if taiwan else f"{year}年"))
        name = _row(page, part)
        day = f"{year - 1911}/{part.day:%m/%d}" if taiwan else f"{part.day.month}月{part.day.day}日"
        amount = f"{symbol}{part.whole / 100:,.0f}" if hant else f"{symbol}{part.whole / 100:,.2f}"
        label = {"CN": "还款日", "TW": "繳款期限", "HK": "還款日"}[page.region]
        main = tag("main", f"<b>{amount}</b><p>{label} {day}</p>")
        state = STATES[page.region][part.state]
        item = tag("item", main + tag(f"side {COLOURS[part.state]}", state), name)
        shown.append(tag("list", item))
    title = {"CN": "全部账单", "TW": "分期繳款明細", "HK": "還款時間表"}[page.region]
    return page.sheet(form, title, "".join(shown))


PAGES: dict[str, Callable[[Paper, str], Sheet]] = {"plan_cards": cards, "plan_table": table, "plan_months": months}
