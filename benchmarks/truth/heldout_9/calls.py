"""Lists and details of calls on several phones, and what carriers record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_9.markup import phone
from benchmarks.truth.heldout_9.pages import Frame, bottom, frame_sheet, item, tabs
from benchmarks.truth.heldout_9.phone import day_words, moment, when
from benchmarks.truth.sheet import Sheet, hour_words, words

RED = "#e5483e"
NAMES = {
    "hans": {"in": "呼入", "out": "呼出", "missed": "未接", "rejected": "已拒接"},
    "tw": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"},
    "hk": {"in": "來電", "out": "撥出", "missed": "未接來電", "rejected": "已拒接"},
}


@dataclass(frozen=True)
class Call:
    """``way;time;number;place;seconds;name``, as it is written here."""

    way: str
    at: datetime
    number: str
    place: str
    seconds: int
    name: str


def calls(written: str) -> list[Call]:
    """Read calls, one a line."""
    found = []
    for line in written.strip().splitlines():
        way, at, number, place, seconds, name = (part.strip() for part in line.split(";"))
        found.append(Call(way, moment(at), number, place, int(seconds or 0), name))
    return found


def _row(frame: Frame, call: Call, at: str, *, way: bool, long: bool, number: bool = True) -> Row:
    party = call.name or call.number
    if call.name and number:
        party = f"{call.name}|{call.number}"
    if party.startswith("+86 "):
        party += f"|{party[4:]}"
    row = Row("call", at, call.way if way else None, party, duration_s=call.seconds if long and call.seconds else None)
    if not call.name or number:
        row.entities.append(Entity("phone", phone(call.number)))
    return row


def spent(seconds: int, form: str, hant: bool = False) -> str:
    """Return how long a call was."""
    hours, rest = divmod(seconds, 3600)
    if form == "clock":
        return f"{hours:02d}:{rest // 60:02d}:{rest % 60:02d}"
    if form == "short":
        return f"{rest // 60}:{rest % 60:02d}"
    minute_word, hour_word = (
        ("分鐘" if form == "long" else "分", "小時") if hant else ("分钟" if form == "long" else "分", "小时")
    )
    return (
        (f"{hours}{hour_word}" if hours else "")
        + (f"{rest // 60}{minute_word}" if rest >= 60 else "")
        + (f"{rest % 60}秒" if rest % 60 or not rest else "")
    )


def ios_list(frame: Frame, written: str) -> tuple[str, Sheet]:
    """Return the list of an iPhone: day or time of day only, missed ones red."""
    frame.apple = frame.large = True
    frame.foot = bottom(("个人收藏", "最近通话", "通讯录", "拨号键盘"), 1, frame.look.dark)
    body = ""
    for call in calls(written):
        gap = (frame.now.date() - call.at.date()).days
        shown = (
            hour_words(call.at, "24")
            if not gap
            else day_words(call.at, frame.now, "chat")
            if gap < 7
            else day_words(call.at, frame.now, "slash")
        )
        at = minute(call.at) if not gap else f"{call.at:%Y-%m-%d}"
        missed = call.way == "missed"
        row = _row(frame, call, at, way=missed, long=False, number=not call.name)
        arrow = '<span style="opacity:.55">↗</span> ' if call.way == "out" else ""
        body += item(
            words(call.name or call.number),
            arrow + words(call.place),
            f'<span style="opacity:.6">{shown}</span> <span style="color:#0a84ff">ⓘ</span>',
            "",
            frame.row(row),
            "",
            RED if missed else "",
        )
    return frame_sheet(frame, body, ".it{background:transparent;padding:8px 20px} .mn{font-weight:500;font-size:17px}")


def android_list(
    frame: Frame, written: str, *, hour: str = "24", form: str = "short_cn", icon: bool = True
) -> tuple[str, Sheet]:
    """Return a list that says way, place and length in words."""
    script = frame.look.script
    frame.foot = bottom(("電話", "聯絡人") if script != "hans" else ("拨号", "联系人", "营业厅"), 0, frame.look.dark)
    names = NAMES[script]
    body = ""
    for call in calls(written):
        missed = call.way in ("missed", "rejected")
        row = _row(frame, call, minute(call.at), way=True, long=not missed)
        length = "" if missed else f" {spent(call.seconds, form, script != 'hans')}"
        under = words(call.number) + " " if call.name else ""
        sub = f"{names[call.way]}{length}　{under}{words(call.place)}"
        sign = {"in": "↙", "out": "↗", "missed": "✕", "rejected": "⊘"}[call.way] if icon else ""
        body += item(
            words(call.name or call.number),
            sub,
            f'<span class="sb">{when(call.at, frame.now, "chat", hour, script)}</span>',
            "",
            frame.row(row),
            sign,
            RED if missed else "",
        )
    return frame_sheet(frame, body)


def grouped_list(frame: Frame, written: str, *, hour: str = "cn") -> tuple[str, Sheet]:
    """Return a list under a heading for every day, the way told by words."""
    script, body, last = frame.look.script, "", ""
    for call in calls(written):
        day = day_words(call.at, frame.now, "full", script)
        if day != last:
            body += f'<div class="hd">{day}</div>'
            last = day
        missed = call.way in ("missed", "rejected")
        row = _row(frame, call, minute(call.at), way=True, long=not missed)
        sub = (
            (words(call.number) + " · " if call.name else "")
            + NAMES[script][call.way]
            + ("" if missed else f" · {spent(call.seconds, 'long', script != 'hans')}")
        )
        body += item(
            words(call.name or call.number),
            sub,
            hour_words(call.at, hour),
            "",
            frame.row(row),
            "☎",
            RED if missed else "",
        )
    return frame_sheet(frame, body)


def detail(frame: Frame, written: str, *, hour: str = "24") -> tuple[str, Sheet]:
    """Return the page of one number with its calls."""
    found, script = calls(written), frame.look.script
    first = found[0]
    frame.party = first.name or first.number
    frame.entities.append(Entity("phone", phone(first.number)))
    big = f'<div class="big"><span class="ic" style="width:64px;height:64px;margin:0 auto 10px;font-size:26px">☎</span><b style="font-size:24px">{words(first.name or first.number)}</b>'
    big += f'<div class="sb">{words(first.number) + "　" if first.name else ""}{words(first.place)}</div></div>'
    body = big + tabs(("通话记录", "详情") if script == "hans" else ("通話紀錄", "資訊"), 0)
    for call in found:
        missed = call.way in ("missed", "rejected")
        row = _row(frame, call, minute(call.at), way=True, long=not missed)
        length = "" if missed else spent(call.seconds, "long" if hour == "cn" else "short_cn", script != "hans")
        body += item(
            when(call.at, frame.now, "chat", hour, script),
            NAMES[script][call.way],
            length,
            "",
            frame.row(row),
            "",
            RED if missed else "",
        )
    return frame_sheet(frame, body)


def carrier(
    frame: Frame, written: str, heads: tuple[str, ...], ways: tuple[str, str], *, table: bool
) -> tuple[str, Sheet]:
    """Return a carrier's record of calls: a table, or blocks of label and value."""
    body = ""
    for call in calls(written):
        row = _row(frame, call, minute(call.at), way=True, long=True)
        shown = f"{call.at:%Y-%m-%d %H:%M}:{(call.at.minute * 11) % 60:02d}"
        way = ways[0] if call.way == "out" else ways[1]
        length = spent(call.seconds, "clock")
        name = frame.row(row)
        if table:
            cells = f"<td>{shown[5:10]}<br>{shown[11:]}</td><td>{words(call.number)}</td><td>{way}</td><td>{length}</td><td>{words(call.place)}</td>"
            body += f'<tr data-id="{name}">{cells}</tr>'
        else:
            lines = "".join(
                f'<div class="kv"><span>{label}</span><span>{value}</span></div>'
                for label, value in zip(heads, (shown, words(call.number), way, length, words(call.place)), strict=True)
            )
            body += f'<div class="cd" data-id="{name}">{lines}</div>'
    if table:
        body = "<table><tr>" + "".join(f"<th>{each}</th>" for each in heads) + f"</tr>{body}</table>"
    return frame_sheet(frame, body)


def sheets() -> Iterator[tuple[str, Sheet]]:
    """Return all pages of calls."""
    from benchmarks.truth.heldout_9 import call_data as data

    yield ios_list(Frame("calls_ios", "calls", "最近通话", "2026-03-12 14:33", "1170x2532@3 inter png"), data.IOS)
    yield ios_list(
        Frame("calls_ios", "calls", "最近通话", "2025-11-20 21:17", "1290x2796@3 dark inter jpg"), data.IOS_DARK
    )
    yield android_list(
        Frame(
            "calls_mi",
            "calls",
            "通话",
            "2026-07-10 18:26",
            "1220x2712@3.25 noto png",
            top=tabs(("全部通话", "未接来电", "陌生来电"), 0),
        ),
        data.MI,
    )
    yield android_list(
        Frame("calls_oppo", "calls", "电话", "2025-08-22 09:57", "1080x2412@3 dark micro jpg"), data.OPPO, hour="parts"
    )
    yield android_list(
        Frame("calls_huawei", "calls", "通话记录", "2026-11-20 12:21", "1080x2340@3 droid photo"),
        data.HUAWEI,
        hour="cn",
        form="long",
    )
    yield android_list(
        Frame("calls_tw", "calls", "通話紀錄", "2025-07-25 20:40", "1080x2400@2.75 noto png tw"),
        data.TAIWAN,
        hour="cn",
        form="long",
    )
    yield grouped_list(
        Frame("calls_samsung", "calls", "通话记录", "2026-08-07 22:31", "1440x3088@3.75 cjk png"), data.SAMSUNG
    )
    yield grouped_list(
        Frame("calls_samsung", "calls", "通話紀錄", "2025-12-02 19:45", "1080x2340@3 dark noto jpg hk"), data.HONGKONG
    )
    yield detail(Frame("calls_detail", "calls", "联系人详情", "2026-03-19 17:22", "1080x2400@3 noto jpg"), data.DETAIL)
    yield detail(
        Frame("calls_detail", "calls", "聯絡人資訊", "2026-07-21 13:13", "1080x2340@3 dark cjk png tw"),
        data.DETAIL_TW,
        hour="cn",
    )
    yield carrier(
        Frame(
            "calls_carrier",
            "calls",
            "通话详单",
            "2026-03-28 10:06",
            "1080x2340@3 noto png",
            "#0085d0",
            '<div class="hd">2026年3月　本机号码 138****7316</div>',
        ),
        data.MOBILE,
        ("起始时间", "对方号码", "通话类型", "通话时长", "通话地点"),
        ("主叫", "被叫"),
        table=True,
    )
    yield carrier(
        Frame("calls_carrier", "calls", "语音详单查询", "2025-10-13 15:29", "1080x2400@2.75 dark noto jpg", "#e60027"),
        data.UNICOM,
        ("通话起始时间", "对方号码", "呼叫类型", "通话时长", "通话地点"),
        ("主叫", "被叫"),
        table=False,
    )
    yield android_list(
        Frame("calls_long", "calls", "通话记录", "2025-09-19 20:05", "1080x2400@3 noto png long"), data.LONG
    )
