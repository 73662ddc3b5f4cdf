"""Pieces of pages that are no chats: heads, rows of a list, labelled fields; and money on them."""

import random
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.grammar import Said
from benchmarks.truth.sheet import rows_entities, tag, words

from .phone import Page, Phone, arrow, status_bar

SIGNS = {"CNY": "¥", "TWD": "NT$", "HKD": "HK$"}


def page(
    phone: Phone,
    style: str,
    kind: str,
    title: str,
    back: str = "#f5f5f5/#111",
    head: str = "#fff/#1a1a1a",
    ink: str = "#111/#ddd",
    **more: object,
) -> Page:
    """Return a page with a head; content goes into its view by `body`."""
    made = Page(phone, style, kind, str(more.get("party", "")), bool(more.get("long")))
    colours = [part.split("/")[-1 if phone.dark else 0] for part in (back, head, ink)]
    made.css = f".view{{background:{colours[0]};padding-bottom:16px}}"
    bar = status_bar(phone, "transparent", colours[2])
    row = f'{arrow(colours[2])}<div style="flex:1;text-align:{more.get("align", "center")};font-size:17px;font-weight:500">{words(title)}</div><span style="width:12px"></span>'
    made.parts.append(
        f'<div style="flex:none;background:{colours[1]};color:{colours[2]}">{bar}<div style="display:flex;align-items:center;gap:12px;padding:9px 14px 11px">{row}</div></div>'
    )
    return made


def body(made: Page, inner: list[str]) -> Page:
    """Put the content in."""
    made.parts.append(f'<div class="view"{"" if made.long else " data-id=view"}>{"".join(inner)}</div>')
    return made


def colours(phone: Phone) -> tuple[str, str, str]:
    """Return the colours of a card, of a line and of grey words."""
    return ("#1e1e1e", "#303030", "#8c8c8c") if phone.dark else ("#fff", "#ececec", "#8a8a8a")


def line(
    made: Page, row: Row, left: str, small: str, right: str, under: str = "", icon: str = "", tint: str = ""
) -> str:
    """Return a row of a list: what it is and, smaller, when; to the right how much and what became of it."""
    card, rule, grey = colours(made.phone)
    name = made.row(row)
    below = f'<div style="font-size:12px;color:{grey};margin-top:2px">{words(under)}</div>' if under else ""
    inner = (
        f'{icon}<div style="flex:1;min-width:0"><div style="font-size:16px">{words(left)}</div><div style="font-size:12.500px;color:{grey};margin-top:3px">{words(small)}</div></div>'
        f'<div style="text-align:right;white-space:nowrap"><div style="font-size:16.500px;{f"color:{tint}" if tint else ""}">{words(right)}</div>{below}</div>'
    )
    return tag(
        "row",
        inner,
        name,
        f"display:flex;gap:11px;align-items:center;padding:12px 15px;background:{card};border-bottom:1px solid {rule}",
    )


def fields(made: Page, pairs: list[tuple[str, str]], *, right: bool = True, pad: int = 8) -> str:
    """Return labels with their values."""
    grey = colours(made.phone)[2]
    flow = "space-between" if right else "flex-start;gap:18px"
    label = "" if right else "width:92px;"
    return "".join(
        f'<div style="display:flex;justify-content:{flow};padding:{pad}px 0;font-size:14.500px"><span style="color:{grey};flex:none;{label}">{words(key)}</span>'
        f'<span style="text-align:{"right" if right else "left"};word-break:break-all;max-width:68%">{words(value)}</span></div>'
        for key, value in pairs
    )


def card(made: Page, inner: str, name: str = "") -> str:
    """Return a white card."""
    back = colours(made.phone)[0]
    return tag("card", inner, name, f"background:{back};margin:11px 12px 0;padding:14px 15px;border-radius:10px")


def dot(colour: str, letter: str = "") -> str:
    """Return a round picture of a shop."""
    return f'<div style="width:38px;height:38px;border-radius:50%;background:{colour};color:#fff;flex:none;text-align:center;line-height:38px;font-size:16px">{letter}</div>'


def optional_amounts(made: Page, *amounts: str) -> None:
    """Note amounts of a page that are totals or balances: nobody minds whether they are told."""
    made.said.append(Said("", [Entity("amount", each, True) for each in amounts]))


def entities(made: Page, *found: tuple[str, str]) -> None:
    """Note what stands on the page beside its rows; a kind with ``?`` is optional."""
    made.said.append(Said("", [Entity(kind.rstrip("?"), value, kind.endswith("?")) for kind, value in found]))


def money(source: random.Random, low: int = 20, high: int = 9000) -> float:
    """Return an amount, some of them round."""
    return (
        float(source.randrange(low, high)) if source.random() < 0.25 else source.randrange(low * 100, high * 100) / 100
    )


def paid(at: str | None, amount: float, currency: str = "CNY", **more: str | None) -> Row:
    """Return a row of money with its entities."""
    return rows_entities(Row("payment", at, amount=f"{amount:.2f}", currency=currency, **more))  # type: ignore[arg-type]


def iso(at: datetime) -> str:
    """Return a time as truth holds it."""
    return at.strftime("%Y-%m-%dT%H:%M")


def back_from(now: datetime, source: random.Random, most_hours: int = 40) -> datetime:
    """Return a moment some hours before."""
    while True:
        at = now - timedelta(minutes=source.randrange(35, most_hours * 60), seconds=source.randrange(60))
        if 7 <= at.hour < 23:
            return at


def digits(source: random.Random, count: int) -> str:
    """Return so many digits."""
    return str(source.randrange(1, 10)) + "".join(source.choice("0123456789") for _ in range(count - 1))
