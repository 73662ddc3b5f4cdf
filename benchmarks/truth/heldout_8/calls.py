"""Call lists and details of several phones, and what carriers record."""

import random
from datetime import datetime

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.sheet import hour_words, tag, words

from .pages import back_from, body, card, colours, digits, iso, line, page
from .phone import Page, Phone
from .when import WEEK

PHONES = {"cn": ("95{3}", "400{7}", "138{8}", "021 6{3} {4}", "1777{3}{4}", "0571-8{7}", "+86 159 {4} {4}"),
          "tw": ("02-{4}-{4}", "0800-{3}-{3}", "0912-{3}-{3}", "+886 2 {4} {4}"), "hk": ("3{3} {4}", "2{3} {4}", "+852 6{3} {4}")}  # fmt: skip


def number(source: random.Random, place: str) -> str:
    """Return a phone number as a list shows it."""
    shown = source.choice(PHONES[place])
    while "{" in shown:
        start, end = shown.index("{"), shown.index("}")
        shown = shown[:start] + digits(source, int(shown[start + 1 : end])) + shown[end + 1 :]
    return shown


def _row(at: str, direction: str, party: str, duration: int | None = None) -> Row:
    found = Row("call", at, direction, party, duration_s=duration)
    if party[0] in "+0123456789":
        value = "".join(each for each in party if each.isdigit())
        bare = [value] + [value[len(code) :] for code in ("852", "886", "86") if party.startswith("+" + code)]
        found.entities.append(Entity("phone", "|".join(bare), True))
        found.party = "|".join([party, *(each for each in bare if each != party)])
    return found


def _moments(now: datetime, source: random.Random, count: int, hours: int = 60) -> list[datetime]:
    return sorted((back_from(now, source, hours) for _ in range(count)), reverse=True)


def apple(phone: Phone, source: random.Random, english: bool = False) -> Page:
    """Return the list of an iPhone: only today's calls have an hour."""
    made = page(
        phone,
        "calls-ios",
        "calls",
        "Recents" if english else {"cn": "最近通话", "tw": "通話記錄", "hk": "最近通話"}[phone.place],
        "#fff/#000",
        "#fff/#000",
    )
    inner = []
    names = {"cn": ("速银客服", "妈妈", "王律师"), "tw": ("客服專線", "媽媽"), "hk": ("港盈 陳生", "老婆")}[phone.place]
    for at in _moments(phone.now, source, 9, 120):
        party = source.choice([number(source, phone.place)] * 4 + list(names))
        way = source.choice(("in", "missed", "missed", "out"))
        apart = (phone.now.date() - at.date()).days
        shown = hour_words(at, "24") if not apart else ("Yesterday" if english else "昨天") if apart == 1 else (
            at.strftime("%A") if english else f"星期{WEEK[at.weekday()]}")  # fmt: skip
        icon = (
            '<svg width="14" height="14"><path d="M2 12L12 2M5 2h7v7" stroke="#888" fill="none" stroke-width="2"/></svg>'
            if way == "out"
            else '<span style="width:14px"></span>'
        )
        label = (
            ("mobile" if english else "手机" if phone.place == "cn" else "手機")
            if party not in names
            else ("phone" if english else "电话" if phone.place == "cn" else "電話")
        )
        row = _row(iso(at) if not apart else iso(at)[:10], way, party)
        grey = colours(phone)[2]
        inner.append(line(made, row, party, label, "", "", icon).replace(
            '<div style="font-size:16.500px;"></div>', f'<div style="font-size:14.500px;color:{grey}">{shown}</div>'
        ).replace('<div style="font-size:16px">', f'<div style="font-size:16px;font-weight:500;{"color:#ff3b30" if way == "missed" else ""}">'))  # fmt: skip
    return body(made, inner)


WAYS = {"cn": {"in": "呼入", "out": "呼出", "missed": "未接", "rejected": "拒接"}, "tw": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"},
        "hk": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"}}  # fmt: skip


def spoken(seconds: int, form: str = "cn") -> str:
    """Return a duration as phones say it."""
    minutes, rest = divmod(seconds, 60)
    if form == "clock":
        return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}"
    if form == "mm":
        return f"{minutes:02}:{rest:02}"
    if form == "fen":
        return f"{minutes}分{rest:02}秒" if minutes else f"{rest}秒"
    return (f"{minutes}分钟" if minutes and form == "cn" else f"{minutes}分鐘" if minutes else "") + f"{rest}秒"


def android(phone: Phone, source: random.Random, form: str) -> Page:
    """Return the list of another phone, with words for the way and a duration."""
    made = page(
        phone,
        f"calls-{form}",
        "calls",
        {"cn": "通话记录", "tw": "通話紀錄", "hk": "通話紀錄"}[phone.place],
        "#fff/#000",
        "#fff/#000",
        align="left",
    )
    inner, last = [], None
    for at in _moments(phone.now, source, 9, 90):
        way = source.choice(("in", "out", "missed", "rejected", "in"))
        party = number(source, phone.place)
        seconds = source.randrange(4, 900) if way in ("in", "out") else None
        stated = WAYS[phone.place][way]
        if seconds:
            stated += f" {spoken(seconds, 'fen' if form == 'xiaomi' else 'cn' if phone.place == 'cn' else 'tw')}"
        apart = (phone.now.date() - at.date()).days
        if form in ("samsung", "vivo"):
            if at.date() != last:
                title = {0: "今天", 1: "昨天"}.get(
                    apart, f"{at.month}月{at.day}日 {'周' if phone.place == 'cn' else '週'}{WEEK[at.weekday()]}"
                )
                inner.append(f'<div style="padding:12px 16px 4px;font-size:13px;color:#888">{title}</div>')
                last = at.date()
            shown = hour_words(at, "cn" if form == "samsung" else "24")
        else:
            shown = (
                f"昨天 {at:%H:%M}"
                if apart == 1
                else f"{at:%H:%M}"
                if not apart
                else f"{at.month}月{at.day}日 {at:%H:%M}"
            )
        row = _row(iso(at), way, party, seconds)
        inner.append(line(made, row, party, stated, "", shown, tint=""))
        if way in ("missed", "rejected"):
            inner[-1] = inner[-1].replace('<div style="font-size:16px">', '<div style="font-size:16px;color:#e64340">')
    return body(made, inner)


def detail(phone: Phone, source: random.Random) -> Page:
    """Return one number's page with its calls, newest first."""
    party = number(source, phone.place)
    made = page(
        phone,
        "calls-detail",
        "calls",
        "通话详情" if phone.place == "cn" else "通話詳情",
        "#f4f5f6/#000",
        "#f4f5f6/#000",
        party=party,
    )
    grey = colours(phone)[2]
    inner = [
        f'<div style="text-align:center;padding:18px 0 14px"><div style="font-size:24px">{words(party)}</div><div style="color:{grey};font-size:13px">{"未知归属地" if phone.place == "cn" else "未知號碼"}</div></div>'
    ]
    for at in _moments(phone.now, source, 6, 200):
        way = source.choice(("in", "out", "missed"))
        seconds = source.randrange(5, 1500) if way != "missed" else None
        right = spoken(seconds, "mm") if seconds else WAYS[phone.place]["missed"]
        row = _row(iso(at), way, party, seconds)
        inner.append(line(made, row, f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}", WAYS[phone.place][way], right))
    return body(made, inner)


def carrier_cards(phone: Phone, source: random.Random) -> Page:
    """Return a carrier's record as cards."""
    made = page(
        phone,
        "carrier-cards",
        "calls",
        "语音详单",
        "#f2f4f7/#101215",
        "#0085d0/#0b2f47",
        "#fff/#cfe8f7",
        party="中国移动",
    )
    inner = [
        f'<div style="padding:12px 16px;font-size:13px;color:#888">查询月份 {phone.now:%Y-%m} 共{source.randrange(30, 90)}条</div>'
    ]
    for at in _moments(phone.now, source, 5, 300):
        seconds, way, party = (
            source.randrange(8, 4200),
            source.choice(("in", "out")),
            number(source, "cn").replace(" ", "").replace("+86", ""),
        )
        long = f"{seconds // 3600}小时" * (seconds >= 3600) + f"{seconds // 60 % 60}分{seconds % 60}秒"
        name = made.row(_row(iso(at), way, party, seconds))
        pairs = [
            ("主叫" if way == "out" else "被叫", party),
            ("起始时间", f"{at:%Y-%m-%d %H:%M:%S}"),
            ("通信时长", long),
            ("通信地点", source.choice(("浙江杭州", "上海", "江苏苏州"))),
        ]
        inner.append(card(made, _pairs(made, pairs), name))
    return body(made, inner)


def _pairs(made: Page, pairs: list[tuple[str, str]]) -> str:
    from .pages import fields

    return fields(made, pairs, pad=3)


def carrier_table(phone: Phone, source: random.Random, long: bool = False) -> Page:
    """Return a carrier's record as a table."""
    tc = phone.place != "cn"
    made = page(
        phone,
        "carrier-table",
        "calls",
        "通話明細" if tc else "通话详单查询",
        "#fff/#101010",
        "#e60027/#43101a",
        "#fff/#f3c6cc",
        party="",
        long=long,
    )
    _, rule, grey = colours(phone)
    heads = ("通話時間", "對方號碼", "類別", "秒數") if tc else ("起始时间", "对方号码", "类型", "时长")
    widths = (33, 34, 14, 19)
    cell = "".join(f'<span style="width:{width}%">{each}</span>' for each, width in zip(heads, widths, strict=True))
    inner = [
        f'<div style="display:flex;padding:10px 12px;font-size:13px;color:{grey};border-bottom:1px solid {rule}">{cell}</div>'
    ]
    for at in _moments(phone.now, source, 55 if long else 11, 600):
        seconds, way = source.randrange(3, 1900), source.choice(("in", "out"))
        party = number(source, phone.place).replace(" ", "").replace("+86", "").replace("+886", "0").replace("+852", "")
        stated = {"in": "受話" if tc else "被叫", "out": "發話" if tc else "主叫"}[way]
        shown = (
            f"{at.year - 1911}/{at:%m/%d}\n{at:%H:%M:%S}" if phone.place == "tw" else f"{at:%Y-%m-%d}\n{at:%H:%M:%S}"
        )
        cells = (shown, party, stated, str(seconds) if tc else spoken(seconds, "clock"))
        name = made.row(_row(iso(at), way, party, seconds))
        inner.append(tag("row", "".join(f'<span style="width:{width}%">{words(each)}</span>' for each, width in zip(cells, widths, strict=True)), name,
                         f"display:flex;align-items:center;padding:8px 12px;font-size:13.500px;border-bottom:1px solid {rule}"))  # fmt: skip
    return body(made, inner)


def carrier_days(phone: Phone, source: random.Random) -> Page:
    """Return a carrier's record as a list by days, the place of the number beside it."""
    made = page(phone, "carrier-days", "calls", "通话详单", "#f7f7f9/#101114", "#fff/#191a1d", party="")
    inner, last = [], None
    for at in _moments(phone.now, source, 8, 110):
        if at.date() != last:
            inner.append(
                f'<div style="padding:11px 16px 5px;font-size:13px;color:#888">{at.year}年{at.month}月{at.day}日</div>'
            )
            last = at.date()
        way, seconds = source.choice(("in", "out")), source.randrange(3, 1300)
        party = number(source, "cn").replace(" ", "").replace("+86", "")
        stated = f"{'主叫' if way == 'out' else '被叫'} {source.choice(('国内通话', '本地通话'))}"
        right = f"{seconds // 60}分{seconds % 60:02}秒"
        inner.append(line(made, _row(iso(at), way, party, seconds), party, stated, right, f"{at:%H:%M:%S}"))
    return body(made, inner)
