"""Lists of calls, and all calls with one number."""

from datetime import datetime, timedelta

from benchmarks.truth.format import Entity, Row, minute
from benchmarks.truth.heldout_6.frame import by_day, day, inks, table_sheet, title_bar
from benchmarks.truth.heldout_6.page import WEEK, Scene, avatar
from benchmarks.truth.heldout_6.slots import phone
from benchmarks.truth.sheet import Sheet, hour_words, tag, words

NAMES = {"cn": ("妈妈", "张磊", "公司前台", "李姐"), "tw": ("媽媽", "阿宏", "公司總機"), "hk": ("媽咪", "陳生", "公司")}
PLACES = {
    "cn": ("上海", "广东深圳", "浙江杭州 移动", "北京 联通", "疑似催收"),
    "tw": ("台北市", "台灣", "行動電話"),
    "hk": ("香港", "流動電話"),
}
HANS = {"in": "来电", "out": "呼出", "missed": "未接", "rejected": "拒接"}
HANT = {"in": "已接來電", "out": "已撥電話", "missed": "未接來電", "rejected": "已拒接"}


def _length(seconds: int, region: str) -> str:
    minutes, rest = divmod(seconds, 60)
    if region == "cn":
        return f"{minutes}分{rest}秒" if minutes else f"{rest}秒"
    return f"{minutes}分鐘{rest}秒" if minutes else f"{rest}秒"


def _place(scene: Scene, number: str) -> str:
    """Return where a number is from: the same each time."""
    places = PLACES[scene.region]
    if scene.region == "cn" and not number.startswith("1"):
        codes = {"021": "上海", "010": "北京", "0755": "广东深圳", "028": "四川成都", "0571": "浙江杭州"}
        return next((place for code, place in codes.items() if number.startswith(code)), "疑似催收")
    return places[sum(map(ord, number)) % len(places)]


def _after(way: str, seconds: int, region: str) -> str:
    """Return what stands behind the way a call went."""
    if seconds:
        return " " + _length(seconds, region)
    return (" 未接通" if region == "cn" else " 未接聽") if way == "out" else ""


def _calls(scene: Scene, count: int) -> list[tuple[datetime, str, str, int]]:
    """Return moment, direction, number or name, seconds: newest first."""
    source, at, found = scene.source, scene.captured, []
    known = [phone(source, scene.region)[0] for _ in range(5)]
    for _ in range(count):
        at = by_day(at - timedelta(minutes=source.choice((4, 17, 55, 190, 700, 1400)) + source.randint(0, 30)), source)
        who = source.choice([*known, *known, *NAMES[scene.region]])
        way = source.choice(("in", "in", "out", "out", "missed", "missed", "rejected"))
        seconds = source.randint(5, 900) if way == "in" or (way == "out" and source.random() < 0.8) else 0
        found.append((at, way, who, seconds))
    return found


def _row(scene: Scene, at: str, way: str | None, who: str, seconds: int | None, name: str) -> Row:
    number = "".join(char for char in who if char.isdigit())
    extra = [Entity("phone", f"{number}|{number[3:]}" if number.startswith("852") else number, True)] if number else []
    return Row("call", at, way, who, duration_s=seconds or None, id=name, entities=extra)


def apple_list(scene: Scene) -> Sheet:
    """Return the recent calls of an iPhone: missed ones are red; the day alone once it is past."""
    _, faint, _, card = inks(scene)
    rows, html = [], ""
    for index, (at, way, who, _) in enumerate(_calls(scene, 16)):
        today = at.date() == scene.captured.date()
        red = way in ("missed", "rejected")
        when = hour_words(at, "24" if scene.seed % 2 else "cn") if today else day(at, scene.captured, scene.region)
        shown = minute(at) if today else at.strftime("%Y-%m-%d")
        rows.append(_row(scene, shown, "missed" if red else None, who, None, f"r{index}"))
        place = scene.cjk("手机", "手機") if not who[-1].isdigit() else _place(scene, who)
        icon = (
            f'<svg width="14" height="14" stroke="{faint}" fill="none" stroke-width="1.500"><path d="M3 11 11 3M6 3h5v5"/></svg>'
            if way == "out"
            else ""
        )
        html += tag(
            "row",
            f'<div style="width:18px">{icon}</div><div style="flex:1"><div style="font-size:17px;{"color:#ff3b30" if red else ""}">{words(who)}</div><div style="font-size:13px;color:{faint}">{place}</div></div>'
            f'<div style="font-size:14px;color:{faint};margin-right:8px">{when}</div><div style="width:20px;height:20px;border:1.5px solid #0a84ff;border-radius:50%;color:#0a84ff;font-size:13px;text-align:center;line-height:17px">i</div>',
            f"r{index}",
            f"padding:7px 14px;border-bottom:.5px solid #8884;background:{card}",
        )
    head = f'<div style="background:{card};flex:none;padding:6px 16px"><div style="text-align:center;font-size:14px"><span style="background:#8883;border-radius:8px;padding:4px 18px">{scene.cjk("所有通话", "所有通話")}</span> &nbsp; {scene.cjk("未接来电", "未接來電")}</div><div style="font-size:30px;font-weight:700;margin-top:8px">{scene.cjk("最近通话", "最近通話")}</div></div>'
    return table_sheet(
        scene,
        scene.truth("calls-iphone", "calls"),
        rows,
        head,
        f'<div style="background:{card};min-height:100%">{html}</div>',
    )


def android_list(scene: Scene) -> Sheet:
    """Return a list under days, with words for the way a call went."""
    _, faint, _, card = inks(scene)
    said, rows, html, last = (HANS if scene.region == "cn" else HANT), [], "", None
    for index, (at, way, who, seconds) in enumerate(_calls(scene, 15)):
        if at.date() != last:
            heading = day(at, scene.captured, scene.region)
            if heading.startswith("星期"):
                heading = f"{at.month}月{at.day}日 {heading}"
            html += f'<div class="f" style="font-size:13px;padding:10px 18px 4px">{heading}</div>'
            last = at.date()
        rows.append(_row(scene, minute(at), way, who, seconds, f"r{index}"))
        mark = said[way] + _after(way, seconds, scene.region)
        red = "color:#e5393b" if way in ("missed", "rejected") else f"color:{faint}"
        face = avatar(who, 38, "50%", who[:1] if not who[-1].isdigit() else "")
        html += tag(
            "row",
            f'{face}<div style="flex:1"><div style="font-size:16.5px">{words(who)}</div><div style="font-size:13px;{red}">{mark}</div></div><div style="font-size:13px;color:{faint}">{hour_words(at, "24" if scene.seed % 2 else "cn")}</div>',
            f"r{index}",
            "padding:9px 18px;gap:13px",
        )
    bar = title_bar(scene, scene.cjk("通话记录", "通話記錄"))
    return table_sheet(
        scene,
        scene.truth("calls-android", "calls"),
        rows,
        bar,
        f'<div style="background:{card};min-height:100%">{html}</div>',
    )


def huawei_list(scene: Scene) -> Sheet:
    """Return a Huawei's list: place and way below the number, the moment at the right."""
    _, faint, _, card = inks(scene)
    rows, html = [], ""
    for index, (at, way, who, seconds) in enumerate(_calls(scene, 14)):
        rows.append(_row(scene, minute(at), way, who, seconds, f"r{index}"))
        days = (scene.captured.date() - at.date()).days
        when = f"{at:%H:%M}" if days == 0 else f"昨天 {at:%H:%M}" if days == 1 else f"{at.month}月{at.day}日 {at:%H:%M}"
        place = "" if not who[-1].isdigit() else _place(scene, who) + " "
        length = _after(way, seconds, "cn")
        red = "color:#e84026" if way == "missed" else ""
        html += tag(
            "row",
            f'<div style="flex:1"><div style="font-size:17px;{red}">{words(who)}</div><div style="font-size:13px;color:{faint}">{place}{HANS[way]}{length}</div></div><div style="font-size:13px;color:{faint}">{when}</div>',
            f"r{index}",
            "padding:10px 20px;border-bottom:.5px solid #8883",
        )
    head = f'<div style="background:{card};flex:none;padding:12px 20px;font-size:26px;font-weight:500">电话</div>'
    return table_sheet(
        scene,
        scene.truth("calls-huawei", "calls"),
        rows,
        head,
        f'<div style="background:{card};min-height:100%">{html}</div>',
    )


def detail(scene: Scene) -> Sheet:
    """Return all calls with one number, whose way and length are in words."""
    _, faint, _, card = inks(scene)
    number, digits = phone(scene.source, scene.region)
    rows, html, at = [], "", scene.captured
    said = {**(HANS if scene.region == "cn" else HANT)}
    for index in range(scene.source.randint(6, 10)):
        at = by_day(
            at - timedelta(minutes=scene.source.choice((9, 60, 240, 900, 2000)) + scene.source.randint(0, 30)),
            scene.source,
        )
        way = scene.source.choice(("in", "out", "missed", "out", "in", "rejected"))
        seconds = scene.source.randint(6, 1500) if way == "in" or (way == "out" and index % 3) else 0
        rows.append(Row("call", minute(at), way, number, duration_s=seconds or None, id=f"r{index}"))
        stamp = (
            f"{at:%Y-%m-%d %H:%M}"
            if scene.seed % 2
            else f"{at.year}年{at.month}月{at.day}日 星期{WEEK[at.weekday()]} {hour_words(at, 'cn')}"
        )
        length = _after(way, seconds, scene.region)
        html += tag(
            "row",
            f'<div style="flex:1"><div style="font-size:15.5px">{stamp}</div><div style="font-size:13px;color:{"#e5393b" if way == "missed" else faint}">{said[way]}</div></div><div style="font-size:14px;color:{faint}">{length}</div>',
            f"r{index}",
            "padding:10px 2px",
        )
    head = f'<div style="text-align:center;padding:18px 0">{avatar(number, 72, "50%").replace("flex:none", "margin:0 auto")}<div style="font-size:22px;margin-top:10px">{words(number)}</div><div class="f" style="font-size:13px">{_place(scene, number)}</div></div>'
    truth = scene.truth("call-detail", "calls")
    truth.party = number
    truth.entities.append(Entity("phone", digits, True))
    inner = f'{head}<div class="card">{html}</div>'
    return table_sheet(
        scene, truth, rows, title_bar(scene, scene.cjk("通话详情", "通話詳情")), inner, f".card{{background:{card}}}"
    )
