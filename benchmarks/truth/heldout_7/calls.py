"""Lists of calls as phones, and bills of calls as carriers show them."""

from dataclasses import replace
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_7.leaf import Leaf, sheet_of
from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.heldout_7.marks import phone
from benchmarks.truth.heldout_7.stamps import DAYS
from benchmarks.truth.sheet import Sheet, hour_words, words

RED = "#ef4444"
NAMES = {
    "hans": ["妈妈", "安屿消金客服", "老周", "快递小哥", "浦江银行"],
    "hant": ["媽", "大安分期客服", "阿明", "房東", "公司總機"],
}
NUMBERS = {
    "Asia/Shanghai": [
        "138########",
        "17#########",
        "0755-8#######",
        "95###",
        "400######7",
        "021-6#######",
        "15########9",
    ],
    "Asia/Taipei": ["09##-###-###", "02-27##-####", "0800-###-###", "0912######", "+886 9## ### ###", "04-22######"],
    "Asia/Hong_Kong": ["+852 5### ####", "3### ####", "6### ####", "2### ####", "+852 9### ####"],
}
PLACES = {
    "Asia/Shanghai": ["广东 深圳", "上海", "未知归属地", "浙江杭州", "四川 成都"],
    "Asia/Taipei": ["台灣", "台北市", "未知來電"],
    "Asia/Hong_Kong": ["香港", "手提電話"],
}


def party_of(leaf: Leaf, named: float = 0.25) -> tuple[str, list[Entity]]:
    """Return who called, a number more often than a name."""
    if leaf.source.random() < named:
        return leaf.source.choice(NAMES[leaf.script]), []
    number = leaf.number(leaf.source.choice(NUMBERS[leaf.zone]))
    return number, [Entity("phone", phone(number))]


def _before(leaf: Leaf, at: datetime) -> datetime:
    step = leaf.source.choice((4, 11, 37, 90, 220, 600, 1300, 1900))
    at -= timedelta(minutes=step + leaf.source.randrange(5))
    return at if at.hour >= 8 else (at - timedelta(days=1)).replace(hour=leaf.source.randrange(19, 22))


def apple_list(leaf: Leaf) -> Sheet:
    """Return an iPhone's list: missed ones in red, older ones without an hour."""
    leaf.title = "通话" if leaf.hans else "通話記錄"
    leaf.css = ".r{display:flex;align-items:center;padding:8px 16px;border-bottom:.5px solid rgba(128,128,128,.25)}"
    leaf.look = _replaced(leaf)
    at = leaf.captured - timedelta(minutes=9)
    for _ in range(15):
        who, entities = party_of(leaf)
        kind = leaf.source.choice(("missed", "missed", "in", "out"))
        ago = (leaf.captured.date() - at.date()).days
        week = "星期" if leaf.hans else "星期"
        when = (
            hour_words(at, "24")
            if ago == 0
            else (
                "昨天" if ago == 1 else f"{week}{DAYS[at.weekday()]}" if ago < 7 else f"{at.year}/{at.month}/{at.day}"
            )
        )
        count = leaf.source.choice(("", "", "", " (2)", " (4)"))
        place = leaf.source.choice(PLACES[leaf.zone])
        ink = f"color:{RED}" if kind == "missed" else ""
        icon = "↗ " if kind == "out" else ""
        html = f'<div style="flex:1"><div style="font-weight:600;font-size:17px;{ink}">{words(who)}{count}</div><div class="g">{icon}{place}</div></div><span class="g">{when}</span>&nbsp; <span style="color:#0a84ff">ⓘ</span>'
        stamp = minute(at) if ago == 0 else minute(at)[:10]
        leaf.add(Row("call", stamp, None if kind == "in" else kind, who, entities=entities), html)
        at = _before(leaf, at)
    return sheet_of(leaf)


def _replaced(leaf: Leaf) -> Look:
    return replace(leaf.look, back="#000" if leaf.dark else "#fff", bar="#000" if leaf.dark else "#fff")


def _length(seconds: int, hans: bool) -> str:
    minutes, rest = divmod(seconds, 60)
    unit = "分" if hans else "分"
    return f"{minutes}{unit}{rest}秒" if minutes else f"{rest}秒"


def android_list(leaf: Leaf) -> Sheet:
    """Return a list with an arrow and words of what each call was."""
    leaf.title = leaf.source.choice(["通话记录", "电话", "最近通话"]) if leaf.hans else "通話紀錄"
    leaf.css = f".r{{padding:10px 17px;display:flex;align-items:center;gap:12px;border-bottom:.5px solid rgba(128,128,128,.2)}}.d{{padding:9px 17px 3px;color:{leaf.look.grey};font-size:13px}}"
    at = leaf.captured - timedelta(minutes=13)
    for _ in range(13):
        _android_row(leaf, at)
        at = _before(leaf, at)
    return sheet_of(leaf)


SAID = {
    "hans": {
        "in": "↙ 呼入 {0}",
        "out": "↗ 呼出 {0}",
        "missed": "↙ 未接 响铃{1}声",
        "rejected": "⊘ 已拒接",
        "none": "↗ 未接通",
    },
    "hant": {
        "in": "↙ 來電 {0}",
        "out": "↗ 撥出 {0}",
        "missed": "↙ 未接來電",
        "rejected": "⊘ 已拒接",
        "none": "↗ 未接通",
    },
}


def _android_row(leaf: Leaf, at: datetime) -> None:
    who, entities = party_of(leaf)
    kind = leaf.source.choice(("in", "out", "missed", "missed", "rejected", "none"))
    seconds = leaf.source.choice((7, 23, 48, 75, 132, 260, 611))
    ago = (leaf.captured.date() - at.date()).days
    day = "" if ago == 0 else "昨天 " if ago == 1 else f"{at.month}月{at.day}日 "
    said = SAID[leaf.script][kind].format(_length(seconds, leaf.hans), leaf.source.randrange(2, 9))
    ink = f"color:{RED}" if kind == "missed" else ""
    place = leaf.source.choice(PLACES[leaf.zone])
    html = f'<div style="flex:1"><div style="font-size:17px;{ink}">{words(who)}</div><div class="g">{place}&nbsp; {said}</div></div><span class="g">{day}{at:%H:%M}</span>'
    timed = seconds if kind in ("in", "out") else None
    leaf.add(Row("call", minute(at), "out" if kind == "none" else kind, who, duration_s=timed, entities=entities), html)


def call_detail(leaf: Leaf) -> Sheet:
    """Return the calls with one number."""
    who, entities = party_of(leaf, 0.0)
    leaf.title = "通话详情" if leaf.hans else "通話詳情"
    leaf.entities += entities
    leaf.css = ".r{padding:11px 18px;border-bottom:.5px solid rgba(128,128,128,.2)}"
    mark = leaf.source.choice(["被 127 人标记为贷款推销", "疑似催收", ""]) if leaf.hans else ""
    leaf.put(
        f'<div class="card mid"><div style="font-size:24px">{words(who)}</div><div class="g">{leaf.source.choice(PLACES[leaf.zone])}&nbsp; {mark}</div></div>'
    )
    at = leaf.captured - timedelta(minutes=21)
    for _ in range(9):
        kind = leaf.source.choice(("in", "out", "missed", "rejected"))
        seconds = leaf.source.choice((5, 18, 66, 143, 402))
        said = {
            "in": "呼入" if leaf.hans else "來電",
            "out": "呼出" if leaf.hans else "撥出",
            "missed": "未接来电" if leaf.hans else "未接來電",
            "rejected": "已拒接",
        }[kind]
        timed = seconds if kind in ("in", "out") else None
        when = f"{at.year}年{at.month}月{at.day}日 {at:%H:%M}"
        html = f'<div class="line"><span>{when}</span><span class="g">{_length(seconds, leaf.hans) if timed else ""}</span></div><div class="g" style="{f"color:{RED}" if kind == "missed" else ""}">{said}</div>'
        leaf.add(Row("call", minute(at), kind, who, duration_s=timed), html)
        at = _before(leaf, at)
    return sheet_of(leaf)


def carrier_bill(leaf: Leaf) -> Sheet:
    """Return a carrier's table of calls."""
    leaf.title = "语音通信详单" if leaf.hans else "通話明細"
    leaf.css = ".r,.h{display:grid;grid-template-columns:1.25fr 1.5fr .75fr .95fr .6fr;padding:8px 9px;font-size:12.6px;border-bottom:1px solid rgba(128,128,128,.2);align-items:center}.h{font-weight:600;background:rgba(128,128,128,.12)}"
    heads = (
        ["起始时间", "对方号码", "通信类型", "通信时长", "费用(元)"]
        if leaf.hans
        else ["起始時間", "對方號碼", "類型", "通話時間", "金額(元)"]
    )
    month = leaf.captured - timedelta(days=20)
    leaf.put(
        f'<div class="card"><div class="line"><span>{"查询月份" if leaf.hans else "查詢月份"}</span><b>{month.year}年{month.month}月</b></div></div>'
    )
    leaf.put('<div class="h">' + "".join(f"<span>{each}</span>" for each in heads) + "</div>")
    at = datetime(month.year, month.month, 2, 9, 14, 22)
    for _ in range(leaf.source.randrange(14, 19) if leaf.form != "long" else 120):
        _carrier_row(leaf, at)
        at += timedelta(minutes=leaf.source.choice((23, 95, 260, 700)), seconds=leaf.source.randrange(60))
        if at.hour < 8:
            at = at.replace(hour=9)
    return sheet_of(leaf)


def _carrier_row(leaf: Leaf, at: datetime) -> None:
    number = leaf.number(leaf.source.choice(NUMBERS[leaf.zone])).replace("-", "")
    kind = leaf.source.choice(("in", "out"))
    seconds = leaf.source.choice((9, 31, 57, 88, 190, 422))
    said = {"in": "被叫", "out": "主叫"}[kind] if leaf.hans else {"in": "受話", "out": "發話"}[kind]
    fee = leaf.source.choice(["0.00", "0.15", "0.30"])
    cells = [f"{at:%m-%d}<br>{at:%H:%M:%S}", words(number), said, _length(seconds, leaf.hans), fee]
    entities = [Entity("phone", phone(number)), leaf.amount(fee, True)]
    leaf.add(
        Row("call", minute(at), kind, number, duration_s=seconds, entities=entities),
        "".join(f"<span>{each}</span>" for each in cells),
    )
