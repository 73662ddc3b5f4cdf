"""Lists of calls of the fresh half."""

from datetime import datetime

from benchmarks.truth.format import Entity, Row
from benchmarks.truth.fresh.fills import number
from benchmarks.truth.fresh.parts import finish, times
from benchmarks.truth.fresh.phone import Drawing, icon
from benchmarks.truth.sheet import Sheet, tag


def calls(page: Drawing, phone: str) -> Sheet:
    """Return a list of calls of an iPhone, a Huawei or a Samsung phone."""
    body = tag(
        "seg", f"<span>{page.says('所有通话', '所有通話')}</span><span>{page.says('未接来电', '未接來電')}</span>"
    )
    for at in times(page, page.source.randrange(7, 10), (4, 60, 400, 1500)):
        body += _call(page, at, _caller(page), phone)
    return finish(
        page,
        page.says(
            *{"iphone": ("最近通话", "最近通話"), "huawei": ("通话", "通話")}.get(phone, ("通话记录", "通話紀錄"))
        ),
        body,
        "white",
    )


def _caller(page: Drawing) -> str:
    source = page.source
    if page.currency == "TWD":
        return source.choice(
            (
                f"09{number(source, 2)} {number(source, 3)} {number(source, 3)}",
                f"02 2{number(source, 3)} {number(source, 4)}",
                f"{page.house}專員",
            )
        )
    if page.currency == "HKD":
        return source.choice(
            (f"+852 {source.choice('2356')}{number(source, 3)} {number(source, 4)}", page.house, "阿媽")
        )
    return source.choice(
        (
            f"{source.choice(('131', '186', '155'))} {number(source, 4)} {number(source, 4)}",
            f"0755 {number(source, 4)} {number(source, 4)}",
            f"{page.house}客服",
            "95118",
            "爸爸",
            f"{source.choice(('147', '199'))}{number(source, 8)}",
        )
    )


def _call(page: Drawing, at: datetime, who: str, phone: str) -> str:
    source = page.source
    kind = source.choices(("in", "out", "missed"), (3, 3, 4))[0]
    at = at.replace(second=0)
    days, spent = (page.now.date() - at.date()).days, source.choice((12, 47, 95, 601)) if kind != "missed" else None
    exact = phone != "iphone" or not days
    row = Row("call", at.strftime("%Y-%m-%dT%H:%M" if exact else "%Y-%m-%d"), kind, who)
    if any(char.isdigit() for char in who):
        bare = "".join(char for char in who if char.isdigit())
        row.entities.append(Entity("phone", f"{bare}|{bare.removeprefix('852')}"))
    if page.house in who:
        row.entities.append(Entity("institution", page.house, optional=True))
    if phone == "iphone":
        row.direction = kind if kind == "missed" else None
        week = page.weekday(at) if days < 7 else f"{at.year}/{at.month}/{at.day}"
        shown = page.clock(at) if not days else "昨天" if days == 1 else week
        arrow = icon("phone") if kind == "out" else '<i style="width:22px"></i>'
        main = f'<div class="{"bad" if kind == "missed" else ""}">{who}</div><div class="f">{page.says("手机", "手機")}</div>'
        return tag("it", arrow + tag("m", main) + tag("e", f'<span class="f">{shown}</span>'), page.row(row))
    row.duration_s = spent
    state = page.says(
        {"in": "来电", "out": "去电", "missed": "未接来电"}[kind],
        {"in": "來電", "out": "去電", "missed": "未接來電"}[kind],
    )
    if spent is not None:
        minutes, seconds = divmod(spent, 60)
        state += f" {minutes}{page.says('分钟', '分鐘')}{seconds}秒" if minutes else f" {seconds}秒"
    day = page.day(at)
    shown = f"{day} {page.clock(at)}".strip()
    main = f'<div class="{"bad" if kind == "missed" else ""}">{who}</div><div class="f">{state}</div>'
    return tag(
        "it",
        icon("in" if kind != "out" else "out") + tag("m", main) + tag("e", f'<span class="f">{shown}</span>'),
        page.row(row),
    )
