"""Lists of calls, and all calls with one number."""

from datetime import datetime

from benchmarks.truth.format import Entity
from benchmarks.truth.heldout_5.pages import Made, dated, earlier
from benchmarks.truth.heldout_5.slots import Talk
from benchmarks.truth.sheet import Sheet, tag, words

ARROWS = {
    "in": "M13 3L4 12M4 6v6h6",
    "out": "M3 13L12 4M6 4h6v6",
    "missed": "M2 4l5 5 6-6M13 7V3h-4",
    "rejected": "M3 3l10 10M13 3L3 13",
}
PLACES = {
    "cn": ("浙江杭州 移动", "广东深圳 联通", "上海 电信", "北京", "四川成都 移动"),
    "tw": ("台灣", "台北", "行動電話"),
    "hk": ("香港", "流動電話", "香港"),
}
PEOPLE = {
    "cn": ("妈妈", "王师傅", "快递小哥", "李律师"),
    "tw": ("媽媽", "房東", "林律師"),
    "hk": ("屋企", "Peter", "阿媽"),
}


def call_list(made: Made) -> Sheet:
    """Return a list of calls with everybody."""
    apple, source = made.phone.apple, made.source
    html = tag("tabs", f"<b>{made.say('全部通话', '所有通話')}</b><span>{made.say('未接来电', '未接來電')}</span>")
    items = ""
    repeated = _number(made)
    for at in earlier(source, made.captured, made.page.rows, 9):
        party, known = repeated if source.random() < 0.45 else _number(made)
        way = source.choices(("in", "out", "missed", "rejected"), (4, 3, 4, 0 if apple else 1.5))[0]
        items += _apple_item(made, at, party, known, way) if apple else _plain_item(made, at, party, known, way)
    return made.sheet(made.say("最近通话" if apple else "通话记录", "通話記錄"), html + tag("card", items), "")


def _number(made: Made) -> tuple[str, bool]:
    """Return a number as lists show it or a name that the phone knows, and whether it is a name."""
    if made.source.random() < 0.2:
        return made.source.choice(PEOPLE[made.region]), True
    talk = Talk(made.region, made.source)
    slot = talk.slots()[made.source.choice(("mob", "hot", "mob"))]
    text = slot(made.source, made.captured).words
    if made.region == "cn" and len(text) == 11 and text.isdigit() and made.source.random() < 0.6:
        text = f"{text[:3]} {text[3:7]} {text[7:]}"
    return text, False


def _spelled(party: str) -> str:
    bare = "".join(char for char in party if char.isdigit())
    return f"{party}|{bare}" if bare and bare != party.replace(" ", "") else party


def _entities(party: str, known: bool) -> list[Entity]:
    return [] if known else [Entity("phone", party, optional=True)]


def _arrow(way: str, colour: str) -> str:
    return f'<svg width="15" height="15" viewBox="0 0 16 16" fill="none" stroke="{colour}" stroke-width="1.8"><path d="{ARROWS[way]}"/></svg>'


def _apple_item(made: Made, at: datetime, party: str, known: bool, way: str) -> str:
    text, said = dated(at, made.captured, "apple", made.phone.clock)
    row = made.row(kind="call", at=said, direction=way, party=_spelled(party), entities=_entities(party, known))
    arrow = _arrow("out", "#8c8c90") if way == "out" else ""
    place = made.say("手机", "手機") if known else made.source.choice(PLACES[made.region]).split()[0]
    middle = f"<div class='{'red' if way == 'missed' else ''}'>{words(party)}</div><small>{place}</small>"
    return tag(
        "item",
        f"<span style='width:18px'>{arrow}</span><div class='mid'>{middle}</div><span class='faint'>{text}</span>",
        row.id,
    )


def lasted(made: Made, seconds: int) -> str:
    """Return how long a call was, in words."""
    hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
    simple = made.region == "cn"
    text = f"{hours}小时" if hours and simple else f"{hours}小時" if hours else ""
    text += f"{minutes}分" if minutes or hours else ""
    return text + f"{rest}秒"


LABELS = {
    "cn": {"in": "呼入", "out": "呼出", "missed": "未接来电", "rejected": "已拒接"},
    "tw": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"},
    "hk": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"},
}


def _plain_item(made: Made, at: datetime, party: str, known: bool, way: str) -> str:
    text, said = dated(at, made.captured, "near", made.phone.clock)
    seconds = made.source.randint(5, 900) if way in ("in", "out") else None
    if way == "out" and made.source.random() < 0.2:
        seconds = None
    row = made.row(
        kind="call", at=said, direction=way, party=_spelled(party), duration_s=seconds, entities=_entities(party, known)
    )
    label = LABELS[made.region][way] + (f" {lasted(made, seconds)}" if seconds else "")
    if way == "out" and not seconds:
        label = made.say("呼出 未接通", "撥出 未接通")
    place = "" if known else made.source.choice(PLACES[made.region])
    colour = "#e5453b" if way == "missed" else "#5f9b6a"
    middle = f"<div class='{'red' if way == 'missed' else ''}'>{words(party)}</div><small>{label} {place}</small>"
    return tag(
        "item",
        f"{_arrow(way, colour)}<div class='mid'>{middle}</div><span class='faint' style='font-size:13px'>{text}</span>",
        row.id,
    )


def call_detail(made: Made) -> Sheet:
    """Return all calls with one number, under their days."""
    party, known = _number(made)
    while known:
        party, known = _number(made)
    made.note("phone", party, optional=True)
    place = made.source.choice(PLACES[made.region])
    html = tag(
        "big",
        f"<div class='dot' style='margin:0 auto 8px;width:60px;height:60px;background:#9aa4b1'>☎</div><b style='font-size:24px'>{words(party)}</b><small>{place}</small>",
    )
    day, items = "", ""
    for at in earlier(made.source, made.captured, made.page.rows, 14):
        words_day, clock = dated(at, made.captured, "near", made.phone.clock)[0].rsplit(" ", 1)
        if words_day != day:
            html += tag("card", items) if items else ""
            html += tag("head", words_day)
            day, items = words_day, ""
        items += _detail_item(made, at, party, clock)
    html += tag("card", items)
    return made.sheet(made.say("通话详情", "通話詳情"), html, "")


def _detail_item(made: Made, at: datetime, party: str, clock: str) -> str:
    way = made.source.choices(("in", "out", "missed", "rejected"), (4, 2, 4, 1))[0]
    seconds = made.source.randint(4, 4000) if way in ("in", "out") else None
    said = dated(at, made.captured, "near", made.phone.clock)[1]
    row = made.row(kind="call", at=said, direction=way, party=_spelled(party), duration_s=seconds)
    label = LABELS[made.region][way]
    end = (
        lasted(made, seconds)
        if seconds
        else made.say(f"响铃{made.source.randint(2, 40)}秒", "")
        if way == "missed"
        else ""
    )
    css = "red" if way == "missed" else ""
    return tag(
        "item",
        f"<span style='min-width:52px'>{clock}</span><div class='mid {css}'>{label}</div><span class='faint'>{end}</span>",
        row.id,
    )
