"""How each messenger writes the time that stands between messages."""

from datetime import datetime

from benchmarks.truth.sheet import hour_words

WEEK = "一二三四五六日"


def separator(form: str, at: datetime, captured: datetime, clock: str, region: str) -> str:
    """Return the words of a separator, as they read at the moment of capture."""
    return FORMS[form](at, captured, clock, region)


def _near(at: datetime, captured: datetime) -> int:
    return (captured.date() - at.date()).days


def _weekday(at: datetime, region: str, short: bool) -> str:
    head = ("周" if region == "cn" else "週") if short else "星期"
    return head + WEEK[at.weekday()]


def _wechat(at: datetime, captured: datetime, clock: str, region: str, short: bool = False) -> str:
    hours, days = hour_words(at, clock), _near(at, captured)
    if days == 0:
        return hours
    if days == 1:
        return f"昨天 {hours}"
    if days < 7:
        return f"{_weekday(at, region, short)} {hours}"
    if at.year == captured.year:
        return f"{at.month}月{at.day}日 {hours}"
    return f"{at.year}年{at.month}月{at.day}日 {hours}"


def _wechat_short(at: datetime, captured: datetime, clock: str, region: str) -> str:
    return _wechat(at, captured, clock, region, short=True)


def _wecom(at: datetime, captured: datetime, clock: str, region: str) -> str:
    hours, days = hour_words(at, clock), _near(at, captured)
    if days < 2:
        return f"{('', '昨天 ')[days]}{hours}"
    year = f"{at.year}年" if at.year != captured.year else ""
    return f"{year}{at.month}月{at.day}日 {hours}"


def _qq(at: datetime, captured: datetime, clock: str, region: str) -> str:
    hours, days = hour_words(at, clock), _near(at, captured)
    if days < 2:
        return f"{('', '昨天 ')[days]}{hours}"
    if days < 7:
        return f"{_weekday(at, region, False)} {hours}"
    return f"{at:%m-%d} {hours}" if at.year == captured.year else f"{at:%Y-%m-%d} {hours}"


def _line(at: datetime, captured: datetime, clock: str, region: str) -> str:
    days = _near(at, captured)
    if days < 2:
        return ("今天", "昨天")[days]
    if at.year == captured.year:
        return f"{at.month}/{at.day} ({_weekday(at, region, True)})"
    return f"{at.year}年{at.month}月{at.day}日 ({_weekday(at, region, True)})"


def _telegram(at: datetime, captured: datetime, clock: str, region: str) -> str:
    year = f"{at.year}年" if at.year != captured.year else ""
    return f"{year}{at.month}月{at.day}日"


def _whatsapp(at: datetime, captured: datetime, clock: str, region: str) -> str:
    days = _near(at, captured)
    if days < 2:
        return ("今天", "昨天")[days]
    return _weekday(at, region, False) if days < 7 else f"{at.year}年{at.month}月{at.day}日"


def _ios(at: datetime, captured: datetime, clock: str, region: str) -> str:
    hours, days = hour_words(at, clock), _near(at, captured)
    if days < 2:
        return f"{('今天', '昨天')[days]} {hours}"
    if days < 7:
        return f"{_weekday(at, region, False)} {hours}"
    if at.year == captured.year:
        return f"{at.month}月{at.day}日 {_weekday(at, region, True)} {hours}"
    return f"{at.year}年{at.month}月{at.day}日 {_weekday(at, region, True)} {hours}"


def _miui(at: datetime, captured: datetime, clock: str, region: str) -> str:
    hours, days = hour_words(at, clock), _near(at, captured)
    if days < 2:
        return f"{('', '昨天 ')[days]}{hours}"
    year = f"{at.year}年" if at.year != captured.year else ""
    return f"{year}{at.month}月{at.day}日 {hours}"


def _full(at: datetime, captured: datetime, clock: str, region: str) -> str:
    return f"{at:%Y-%m-%d %H:%M}:{(at.minute * 7 + 11) % 60:02d}"


def _short(at: datetime, captured: datetime, clock: str, region: str) -> str:
    if not _near(at, captured):
        return f"{at:%H:%M}"
    return f"{at:%m-%d %H:%M}" if at.year == captured.year else f"{at:%Y-%m-%d %H:%M}"


def _roc(at: datetime, captured: datetime, clock: str, region: str) -> str:
    return f"{at.year - 1911}年{at.month}月{at.day}日 {hour_words(at, clock)}"


FORMS = {
    "wechat": _wechat,
    "wechat_short": _wechat_short,
    "wecom": _wecom,
    "qq": _qq,
    "line": _line,
    "telegram": _telegram,
    "whatsapp": _whatsapp,
    "ios": _ios,
    "miui": _miui,
    "full": _full,
    "short": _short,
    "roc": _roc,
}
