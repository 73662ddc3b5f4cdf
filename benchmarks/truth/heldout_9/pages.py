"""Draws pages of records: lists under headings, pages of label and value, cards, tables."""

from dataclasses import dataclass, field
from datetime import datetime

from benchmarks.truth.format import Entity, Promise, Row, Truth, minute
from benchmarks.truth.heldout_9.markup import marked
from benchmarks.truth.heldout_9.phone import CURRENCIES, LANGS, ZONES, Look, home_bar, look, moment, status
from benchmarks.truth.heldout_9.skins import FACES
from benchmarks.truth.sheet import Sheet, words


@dataclass
class Frame:
    """What stands around a page of records; ``bar`` is the title bar's colour, ``top`` markup above the records."""

    style: str
    kind: str
    title: str
    captured: str
    how: str
    bar: str = ""
    top: str = ""
    foot: str = ""
    apple: bool = False
    large: bool = False
    party: str = ""
    rows: list[Row] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)

    @property
    def look(self) -> Look:
        """Return how it comes out."""
        return look(self.how)

    @property
    def now(self) -> datetime:
        """Return what the phone's clock says."""
        return moment(self.captured)

    @property
    def money(self) -> str:
        """Return the currency of the place."""
        return CURRENCIES[self.look.script]

    def row(self, row: Row) -> str:
        """Add a row and return its name."""
        row.id = f"r{len(self.rows)}"
        self.rows.append(row)
        return row.id

    def text(self, source: str) -> str:
        """Return marked text as HTML, its entities and promises kept for the page."""
        found = marked(source, self.now, self.money)
        self.entities += found.entities
        self.promises += found.promises
        return words(found.text)


def row_text(frame: Frame, row: Row, source: str) -> str:
    """Return marked text of a row as HTML, its entities kept for the row."""
    found = marked(source, frame.now, frame.money)
    row.entities += found.entities
    return words(found.text)


def bare_amount(row: Row, sure: bool) -> Row:
    """Give a row of money its amount and number; without a sign of a currency, any one may be read."""
    if row.amount:
        value = f"{row.amount} {row.currency}"
        value = value if sure or row.currency == "CNY" else f"{value}|{row.amount} CNY|{row.amount} "
        row.entities.append(Entity("amount", value))
        if not sure and row.currency != "CNY":
            row.currency = None
    if row.reference:
        row.entities += [Entity("reference", each) for each in row.reference.split("|")]
    return row


def shades(dark: bool) -> tuple[str, str, str, str]:
    """Return page, card, ink and faint ink."""
    return ("#0d0d0f", "#1b1b1e", "#e9e9ea", "#8d8d92") if dark else ("#f4f5f7", "#fff", "#17181a", "#86888d")


def frame_sheet(frame: Frame, body: str, css: str = "") -> tuple[str, Sheet]:
    """Return the kind of file and the sheet of a page."""
    how, now = frame.look, frame.now
    page, card, ink, faint = shades(how.dark)
    bar = frame.bar if frame.bar and not how.dark else page if not frame.bar else card
    bar_ink = "#fff" if frame.bar and not how.dark and frame.bar not in ("#fff", "#ffd100", "#ededed") else ink
    title = marked(frame.title, now, frame.money)
    frame.entities += title.entities
    truth = Truth(
        "", f"blind9_{frame.style}", frame.kind, how.form, "hans" if how.script == "hans" else "hant", ZONES[how.script],
        how.width, how.dark, minute(now), frame.party, rows=frame.rows, entities=frame.entities, promises=frame.promises,
    )  # fmt: skip
    if frame.large:
        head = f'<div style="padding:14px 20px 8px;font-size:30px;font-weight:700;background:{bar}">{words(title.text)}</div>'
    else:
        head = (
            f'<div style="min-height:46px;padding:4px 14px;display:flex;align-items:center;background:{bar};color:{bar_ink}">'
            f'<span style="font-size:26px;width:30px;line-height:1">‹</span><span style="flex:1;text-align:center;font-size:17px;font-weight:500">{words(title.text)}</span>'
            f'<span style="width:30px;text-align:right">⋯</span></div>'
        )
    html = (
        f'<!doctype html><html lang="{LANGS[how.script]}"><head><meta charset="utf-8"><style>'
        f"*{{box-sizing:border-box;margin:0}} body{{font-family:{how.css};background:{page};color:{ink};font-size:15px;line-height:1.45;min-height:100vh;display:flex;flex-direction:column}}"
        f".it{{display:flex;align-items:center;gap:10px;padding:11px 16px;background:{card};border-bottom:1px solid rgba(128,128,128,.16)}}"
        f".gr{{flex:1;min-width:0}} .mn{{font-size:16px}} .sb{{font-size:12.5px;color:{faint};margin-top:2px}} .rt{{text-align:right;white-space:nowrap}} .hd{{padding:12px 16px 6px;font-size:13px;color:{faint}}}"
        f".cd{{background:{card};margin:10px 12px;border-radius:10px;padding:14px 16px}} .kv{{display:flex;justify-content:space-between;gap:18px;padding:7px 0;font-size:14px}} .kv span:first-child{{color:{faint};white-space:nowrap}} .kv span:last-child{{text-align:right;overflow-wrap:anywhere}}"
        f".big{{text-align:center;padding:22px 0 14px}} .big b{{font-size:34px;font-weight:600;display:block}} .ic{{width:38px;height:38px;border-radius:50%;flex:none;background:#7aa2e8;color:#fff;display:flex;align-items:center;justify-content:center;font-size:16px}}"
        f"table{{width:100%;border-collapse:collapse;background:{card};font-size:12.5px}} td,th{{padding:9px 4px;border-bottom:1px solid rgba(128,128,128,.2);text-align:center;font-weight:400}} th{{color:{faint}}}{css}"
        f"</style></head><body>{status(now, frame.apple, bar_ink if not frame.large else ink, bar)}{head}{frame.top}{body}"
        f'<div style="flex:1"></div>{frame.foot}{home_bar("#888", page)}</body></html>'
    )
    most = 20000 if how.long else how.high
    return how.kind, Sheet(html, how.width, how.density, how.high, most, truth)


def item(left: str, sub: str, right: str, under: str, name: str = "", icon: str = "", colour: str = "") -> str:
    """Return one record of a list; all given as HTML."""
    paint = f' style="color:{colour}"' if colour else ""
    key = sum(map(ord, icon)) % len(FACES)
    mark = f'<span class="ic" style="background:{FACES[key]}">{icon}</span>' if icon else ""
    small = f'<div class="sb">{sub}</div>' if sub else ""
    below = f'<div class="sb">{under}</div>' if under else ""
    known = f' data-id="{name}"' if name else ""
    return f'<div class="it"{known}>{mark}<div class="gr"><div class="mn"{paint}>{left}</div>{small}</div><div class="rt"><div>{right}</div>{below}</div></div>'


def pairs(lines: list[tuple[str, str]]) -> str:
    """Return lines of label and value, given as HTML."""
    return "".join(f'<div class="kv"><span>{label}</span><span>{value}</span></div>' for label, value in lines)


def tabs(names: tuple[str, ...], chosen: int, colour: str = "#1677ff") -> str:
    """Return a strip of names of which one is chosen."""
    cells = "".join(
        f'<span style="flex:1;text-align:center;padding:9px 0;{f"color:{colour};border-bottom:2px solid {colour}" if at == chosen else "opacity:.7"}">{name}</span>'
        for at, name in enumerate(names)
    )
    return f'<div style="display:flex;font-size:14px">{cells}</div>'


def bottom(names: tuple[str, ...], chosen: int, dark: bool) -> str:
    """Return the row of tabs at a page's foot."""
    cells = ""
    for at, name in enumerate(names):
        colour = "#1677ff" if at == chosen else "#8d8d92"
        sign = f'<i style="display:block;width:20px;height:20px;border-radius:6px;margin:0 auto 3px;border:2px solid {colour}"></i>'
        cells += f'<span style="flex:1;text-align:center;color:{colour}">{sign}{name}</span>'
    return f'<div style="display:flex;padding:7px 0 2px;font-size:11px;background:{shades(dark)[1]};border-top:1px solid rgba(128,128,128,.2)">{cells}</div>'
