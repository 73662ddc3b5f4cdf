"""What pages of records of the fresh half are made of: title bars, rows, sums."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.fresh.phone import Drawing, icon
from benchmarks.truth.sheet import Sheet, tag, words

SHOPS = ("瑞幸咖啡", "中石化加油", "盒马鲜生", "滴滴打车", "罗森便利店", "高德打车", "永辉超市", "国家电网")
SHOPS_TW = ("統一超商", "家樂福", "台灣高鐵", "路易莎咖啡")
SHOPS_HK = ("百佳超級市場", "港鐵公司", "大家樂", "7-Eleven")


def head(page: Drawing, title: str, end: str = "") -> str:
    """Return the bar with a page's title."""
    return tag("nav mid", icon("back") + tag("title", words(title)) + tag("end", end))


def finish(page: Drawing, title: str, body: str, css: str = "", end: str = "") -> Sheet:
    """Return a page of records."""
    theme = css or page.source.choice(("", "white", "blue", "red", "gold"))
    return page.sheet(f"rec top {theme}", head(page, title, end) + tag("view", body, "view"))


def money(page: Drawing, value: float) -> str:
    """Return an amount with its currency's mark."""
    return {"CNY": page.source.choice(("¥", "￥")), "TWD": "NT$", "HKD": "HK$"}[page.currency] + f"{value:,.2f}"


def total(page: Drawing, value: float) -> str:
    """Return a sum that stands outside of all rows."""
    page.entity("amount", f"{value:.2f} {page.currency}", optional=not value)
    return money(page, value)


def times(page: Drawing, count: int, steps: Sequence[float]) -> list[datetime]:
    """Return times before now, the last first."""
    at, found = page.now, []
    for _ in range(count):
        at -= timedelta(
            minutes=page.source.choice(steps) * page.source.uniform(0.8, 1.3), seconds=page.source.randrange(60)
        )
        found.append(at.replace(microsecond=0))
    return found


def party(page: Drawing) -> str:
    """Return with whom money moved."""
    shops = {"CNY": SHOPS, "TWD": SHOPS_TW, "HKD": SHOPS_HK}[page.currency]
    return page.source.choice((page.house, page.house, *shops))


def value(page: Drawing) -> float:
    """Return what something cost."""
    return page.source.choice((12.9, 38, 199, 1280.5, 4000, 66.66, 528))


def movement(page: Drawing, at: str, direction: str | None, who: str, much: float, outcome: str | None = None) -> str:
    """Keep a payment; return the name of its element."""
    row = Row("payment", at, direction, who, f"{much:.2f}", page.currency, outcome=outcome)
    row.entities.append(Entity("institution", who, optional=page.house not in who))
    return page.row(row)


def item(name: str, left: str, main: str, sub: str, big: str, small: str = "") -> str:
    """Return one row of a list."""
    under = "".join(f'<div class="f">{words(part)}</div>' for part in sub.split("\n") if part)
    end = tag("e", f'<div class="s">{big}</div><div class="f">{small}</div>')
    return tag("it", left + tag("m", f"<div>{words(main)}</div>{under}") + end, name)
