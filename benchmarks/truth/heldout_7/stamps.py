"""How the apps write when something was said."""

from datetime import datetime

from benchmarks.truth.heldout_7.looks import Look
from benchmarks.truth.sheet import hour_words

DAYS = "一二三四五六日"


def separator_words(at: datetime, captured: datetime, look: Look, script: str) -> str:
    """Return what stands between messages."""
    hour = hour_words(at, look.form)
    ago = (captured.date() - at.date()).days
    weekday = DAYS[at.weekday()]
    week = "週" if script == "hant" else "周"
    if look.app == "imessage":
        if ago < 2:
            return f"{('今天', '昨天')[ago]} {hour}"
        if ago < 7:
            return f"星期{weekday} {hour}"
        year = f"{at.year}年" if at.year != captured.year else ""
        return f"{year}{at.month}月{at.day}日 {week}{weekday} {hour}"
    if ago == 0:
        return hour
    if ago == 1:
        return f"昨天 {hour}"
    if ago < 7 and look.app not in ("alipay", "loan", "harmony", "miui"):
        return f"{week}{weekday} {hour}" if look.app in ("line", "qq") else f"星期{weekday} {hour}"
    year = f"{at.year}年" if at.year != captured.year or look.app == "alipay" else ""
    return f"{year}{at.month}月{at.day}日 {hour}"


def pill_words(at: datetime, captured: datetime, look: Look, script: str) -> str:
    """Return what stands above the messages of a day."""
    ago = (captured.date() - at.date()).days
    weekday = DAYS[at.weekday()]
    if look.app == "line":
        if ago < 2:
            return ("今天", "昨天")[ago]
        year = f"{at.year}/" if at.year != captured.year else ""
        return (
            f"{year}{at.month}/{at.day}（{weekday}）"
            if script == "hant"
            else f"{year}{at.month}/{at.day}（周{weekday}）"
        )
    if look.app == "telegram":
        year = f"{at.year}年" if at.year != captured.year else ""
        return f"{year}{at.month}月{at.day}日"
    if look.app == "whatsapp":
        if ago < 2:
            return ("今天", "昨天")[ago]
        return f"星期{weekday}" if ago < 7 else f"{at.year}年{at.month}月{at.day}日"
    return f"{at.year}年{at.month}月{at.day}日 星期{weekday}"


def over_words(at: datetime, who: str, script: str, look: Look) -> str:
    """Return what stands over a message where each has its own."""
    if look.app == "jd":
        stamp = f"{at:%Y-%m-%d %H:%M:%S}"
    elif look.app == "bank":
        stamp = f"{at:%Y/%m/%d %H:%M}"
    else:
        stamp = f"{at:%m-%d %H:%M}"
    return f"{who}  {stamp}".strip()
