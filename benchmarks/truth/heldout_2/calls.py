"""Lists of calls, as the dialers of five makers of phones show them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_2.clock_words import weekday
from benchmarks.truth.heldout_2.record_page import Paper
from benchmarks.truth.sheet import Sheet, tag, words

NUMBERS = {
    "CN": ("1############", "0755-8#######", "400-8##-####", "95###", "0571-5#######", "170########", "021-6#######"),
    "TW": ("02-2###-####", "0800-###-###", "09##-###-###", "04-2###-####"),
    "HK": ("3### ####", "2### ####", "6### ####", "+852 5### ####"),
}
NAMES = {
    "CN": ("妈妈", "王律师", "快递 李师傅", "同事小陈"),
    "TW": ("媽媽", "陳律師", "管理室"),
    "HK": ("阿媽", "陳生", "公司"),
}
PLACES = ("广东 深圳", "浙江 杭州", "上海", "四川 成都", "湖北 武汉")
ARROWS = {"in": "↙", "out": "↗", "missed": "↙", "rejected": "↙"}
OUTGOING = '<svg width="13" height="13" viewBox="0 0 20 20"><path d="M3 2l4 0 2 5-2.5 1.8a11 11 0 0 0 4.7 4.7L13 11l5 2v4c-8 2-17-7-15-15z" fill="currentColor"/><path d="M12 8l6-6m-5 0h5v5" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
PHONE_SIGN = '<svg width="24" height="24" viewBox="0 0 20 20"><path d="M3 2l4 0 2 5-2.5 1.8a11 11 0 0 0 4.7 4.7L13 11l5 2v4c-8 2-17-7-15-15z" fill="currentColor"/></svg>'


@dataclass
class Call:
    """One call; ``seconds`` is how long people talked or the phone rang."""

    at: datetime
    direction: str
    party: str
    named: bool
    seconds: int


def made_calls(page: Paper, count: int, numbers: int) -> list[Call]:
    """Return calls, the last one first."""
    source, region = page.source, page.region
    patterns = [source.choice(NUMBERS[region]) for _ in range(numbers)]
    others = [(page.digits(pattern), False) for pattern in patterns]
    others = [("1" + "35789"[index % 5] + digits[2:11], named) if digits.isdigit() and len(digits) > 11 else (digits, named)
              for index, (digits, named) in enumerate(others)]  # fmt: skip
    others.append((source.choice(NAMES[region]), True))
    at, made = page.captured, []
    for _ in range(count):
        at -= timedelta(minutes=source.choice((3, 18, 47, 160, 400, 900, 1500)))
        if not 7 <= at.hour <= 22:
            at = at.replace(hour=source.randrange(8, 12)) - timedelta(days=at.hour < 7)
        party, named = source.choice(others)
        direction = source.choices(("in", "out", "missed", "rejected"), (4, 3, 3, 1))[0]
        made.append(Call(at, direction, party, named, source.choice((8, 23, 41, 67, 95, 185, 342, 618, 3725))))
    return made


def length(seconds: int, hant: bool = False) -> str:
    """Return a duration in words."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    hour, part = ("小時", "分鐘") if hant else ("小时", "分")
    return (f"{hours}{hour}" if hours else "") + (f"{minutes}{part}" if minutes else "") + f"{seconds}秒"


def _row(page: Paper, call: Call, at: str, **given: object) -> str:
    row = Row("call", at, call.direction, call.party)
    for name, value in given.items():
        setattr(row, name, value)
    if not call.named:
        row.entities.append(Entity("phone", call.party))
    return page.row(row)


def _ago(call: Call, page: Paper) -> int:
    return (page.captured.date() - call.at.date()).days


def _talked(call: Call) -> int | None:
    return call.seconds if call.direction in ("in", "out") else None


def miui(page: Paper, form: str) -> Sheet:
    """Draw the calls with one number: what each was, in words."""
    calls = made_calls(page, 11, 1)
    number = next((call.party for call in calls if not call.named), page.digits("95###"))
    page.note("phone", number)
    shown = []
    for call in calls:
        call.party, call.named = number, False
        kind = {"in": "呼入", "out": "呼出", "missed": "未接", "rejected": "拒接"}[call.direction]
        said = (
            f"{kind} {length(call.seconds)}"
            if _talked(call)
            else f"{kind} 响铃{call.seconds % 50 + 2}次"
            if call.direction == "missed"
            else kind
        )
        name = _row(page, call, minute(call.at), duration_s=_talked(call))
        red = " red" if call.direction == "missed" else ""
        day = ("今天", "昨天")[_ago(call, page)] if _ago(call, page) < 2 else f"{call.at.month}月{call.at.day}日"
        shown.append(tag("item", tag("main", f"{day} {call.at:%H:%M}") + tag("side" + red, words(said)), name))
    hero = tag("hero", f"<div class=big>{number}</div><p>{page.source.choice(PLACES)}</p>")
    return page.sheet(form, "通话记录", hero + tag("list", "".join(shown)))


def emui(page: Paper, form: str) -> Sheet:
    """Draw all calls, with arrows, the place of the number, and a time or a day."""
    shown = []
    for call in made_calls(page, 11, 5):
        ago = _ago(call, page)
        when = f"{call.at:%H:%M}" if ago == 0 else "昨天" if ago == 1 else f"{call.at.month}月{call.at.day}日"
        direction = "missed" if call.direction == "rejected" else call.direction
        call.direction = direction
        name = _row(page, call, minute(call.at) if ago == 0 else minute(call.at)[:10])
        red = ' class="red"' if direction == "missed" else ""
        place = "手机" if call.named else page.source.choice(PLACES)
        main = tag("main", f"<b{red} style='font-weight:400'>{words(call.party)}</b><p>{ARROWS[direction]} {place}</p>")
        shown.append(tag("item", main + tag("side", f"<p>{when}</p>") + "<span class=blue>ⓘ</span>", name))
    tabs = tag("tabs", "<b>全部通话</b><span>未接来电</span><span>陌生来电</span>")
    return page.sheet(form, "电话", tag("list", "".join(shown)), bar=tabs, over=tag("dial", PHONE_SIGN))


def coloros(page: Paper, form: str) -> Sheet:
    """Draw all calls below their day; kind and duration in words."""
    shown: list[str] = []
    part: list[str] = []
    day = None
    for call in made_calls(page, 10, 4):
        if call.at.date() != day:
            shown.append(tag("list", "".join(part)) if part else "")
            ago = _ago(call, page)
            words_day = (
                ("今天", "昨天")[ago] if ago < 2 else f"{call.at.month}月{call.at.day}日 {weekday(call.at, '周')}"
            )
            shown.append(tag("group", words_day))
            day, part = call.at.date(), []
        kind = {"in": "已接来电", "out": "已拨电话", "missed": "未接来电", "rejected": "已拒接"}[call.direction]
        said = f"{kind} · {length(call.seconds)}" if _talked(call) else kind
        name = _row(page, call, minute(call.at), duration_s=_talked(call))
        red = ' class="red"' if call.direction == "missed" else ""
        main = tag("main", f"<span{red}>{words(call.party)}</span><p>{said}</p>")
        part.append(tag("item", main + tag("side", f"{call.at:%H:%M}"), name))
    return page.sheet(form, "通话记录", "".join(shown) + tag("list", "".join(part)))


def iphone(page: Paper, form: str) -> Sheet:
    """Draw the recent calls on an iPhone: missed ones are red, outgoing ones have a sign."""
    hant = page.region != "CN"
    shown = []
    for call in made_calls(page, 11, 5):
        ago = _ago(call, page)
        when = f"{call.at:%H:%M}" if ago == 0 else "昨天" if ago == 1 else weekday(call.at, "星期")
        when = when if ago < 7 else f"{call.at.year}/{call.at.month}/{call.at.day}"
        at = minute(call.at) if ago == 0 else minute(call.at)[:10]
        if call.direction == "rejected":
            call.direction = "missed"
        known = call.direction if call.direction == "missed" else None
        name = _row(page, call, at, direction=known)
        sign = f"{OUTGOING} " if call.direction == "out" else ""
        kind = ("行動電話" if hant else "手机") if call.named else ("未知" if hant else page.source.choice(PLACES))
        red = ' class="red"' if call.direction == "missed" else ""
        main = tag("main", f"<b{red}>{words(call.party)}</b><p>{sign}{kind}</p>")
        shown.append(
            tag("item", main + tag("side", f"<p style='font-size:15px'>{when}</p>") + "<span class=blue>ⓘ</span>", name)
        )
    page.classes += " flat"
    return page.sheet(form, "", "<h1>" + ("通話記錄" if hant else "最近通话") + "</h1>" + tag("list", "".join(shown)))


PAGES: dict[str, Callable[[Paper, str], Sheet]] = {
    "calls_miui": miui, "calls_emui": emui, "calls_coloros": coloros, "calls_iphone": iphone,
}  # fmt: skip
