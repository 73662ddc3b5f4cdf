"""How apps write when something was said: clocks, days, weekdays, by app and language."""

from datetime import datetime

from benchmarks.truth.sheet import hour_words


def weekday(at: datetime, word: str) -> str:
    """Return a day of the week, after a word like 星期 or 週; none for the bare character."""
    return word + "一二三四五六日"[at.weekday()]


def _ago(at: datetime, now: datetime) -> int:
    return (now.date() - at.date()).days


def wechat(at: datetime, now: datetime, hours: str) -> str:
    """Return WeChat's line between messages; the same in both scripts."""
    clock, ago = hour_words(at, hours), _ago(at, now)
    if ago == 0:
        return clock
    if ago == 1:
        return f"昨天 {clock}"
    if ago < 7 and at.isocalendar()[:2] == now.isocalendar()[:2]:
        return f"{weekday(at, '星期')} {clock}"
    day = f"{at.month}月{at.day}日" if at.year == now.year else f"{at.year}年{at.month}月{at.day}日"
    return f"{day} {clock}"


def service(at: datetime, now: datetime, hours: str) -> str:
    """Return the line of a chat inside an app."""
    clock = f"{at:%H:%M}"
    return clock if _ago(at, now) == 0 else f"{at:%m-%d} {clock}" if at.year == now.year else f"{at:%Y-%m-%d} {clock}"


def apple(at: datetime, now: datetime, hours: str, hant: bool = False) -> str:
    """Return the line of Messages on iPhones."""
    clock, ago = hour_words(at, hours), _ago(at, now)
    if ago < 2:
        return f"{('今天', '昨天')[ago]} {clock}"
    if ago < 7:
        return f"{weekday(at, '星期')} {clock}"
    day = f"{at.month}月{at.day}日 {weekday(at, '週' if hant else '周')}"
    return f"{day} {clock}" if at.year == now.year else f"{at.year}年{at.month}月{at.day}日 {clock}"


def android(at: datetime, now: datetime, hours: str) -> str:
    """Return the line of Messages on Chinese Android phones."""
    clock, ago = hour_words(at, hours), _ago(at, now)
    if ago == 0:
        return clock
    if ago == 1:
        return f"昨天 {clock}"
    day = f"{at.month}月{at.day}日"
    return f"{day} {clock}" if at.year == now.year else f"{at.year}年{day} {clock}"


def google(at: datetime, now: datetime, hours: str) -> str:
    """Return the line of Google's Messages."""
    clock, ago = hour_words(at, hours), _ago(at, now)
    if ago == 0:
        return clock
    if ago < 7:
        return f"{weekday(at, '星期')} {clock}"
    return f"{at.month}月{at.day}日{weekday(at, '星期')} {clock}"


def line_day(at: datetime, now: datetime) -> str:
    """Return LINE's pill with the day."""
    ago = _ago(at, now)
    if ago < 2:
        return ("今天", "昨天")[ago]
    if at.year == now.year:
        return f"{at.month}/{at.day}（{weekday(at, '')}）"
    return f"{at.year}/{at.month}/{at.day}（{weekday(at, '')}）"


def telegram_day(at: datetime, now: datetime) -> str:
    """Return Telegram's pill with the day."""
    if _ago(at, now) == 0:
        return "今天"
    return f"{at.month}月{at.day}日" if at.year == now.year else f"{at.year}年{at.month}月{at.day}日"


def whatsapp_day(at: datetime, now: datetime) -> str:
    """Return WhatsApp's pill with the day."""
    ago = _ago(at, now)
    if ago < 2:
        return ("今天", "昨天")[ago]
    return weekday(at, "星期") if ago < 7 else f"{at.year}年{at.month}月{at.day}日"
