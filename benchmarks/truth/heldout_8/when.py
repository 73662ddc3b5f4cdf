"""Times as screens write them, in the languages and habits of several phones."""

from datetime import datetime

from benchmarks.truth.sheet import hour_words

WEEK = "一二三四五六日"
EN_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EN_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
             "November", "December")  # fmt: skip


def separator(at: datetime, now: datetime, form: str) -> str:
    """Return a day and time between messages, as one of several apps writes it."""
    apart = (now.date() - at.date()).days
    style, _, hours = form.partition(" ")
    hour = hour_words(at, hours or "24")
    if style == "full":
        return f"{at:%Y-%m-%d} {hour}"
    if style == "slash":
        return f"{at.year}/{at.month}/{at.day} {hour}"
    if style == "month":
        return f"{at:%m-%d} {hour}"
    if style == "cn":
        return f"{at.year}年{at.month}月{at.day}日 {hour}"
    if style == "roc":
        return f"{at.year - 1911}/{at:%m/%d} {hour}"
    if style == "rocwords":
        return f"民國{at.year - 1911}年{at.month}月{at.day}日 {hour}"
    if style == "week":
        return f"{at.month}月{at.day}日 周{WEEK[at.weekday()]} {hour}"
    if style == "en":
        near = {0: "Today", 1: "Yesterday"}.get(apart)
        near = near or (
            EN_DAYS[at.weekday()]
            if apart < 7
            else f"{EN_DAYS[at.weekday()][:3]}, {EN_MONTHS[at.month - 1][:3]} {at.day} at"
        )
        return f"{near} {hour}"
    if style == "uk":
        return f"{at.day} {EN_MONTHS[at.month - 1][:3]} {at.year}, {hour}"
    near = {0: "" if style == "wechat" else "今天 ", 1: "昨天 "}.get(apart)
    if near is None and apart < 7:
        near = f"{'星期' if style == 'wechat' else '周'}{WEEK[at.weekday()]} "
    if near is None:
        near = f"{at.month}月{at.day}日 " if at.year == now.year else f"{at.year}年{at.month}月{at.day}日 "
    return near + hour


def day(at: datetime, now: datetime, form: str) -> str:
    """Return a day alone, as it stands between messages that have their own hours."""
    apart = (now.date() - at.date()).days
    style = form.partition(" ")[0]
    if style == "en":
        return {0: "Today", 1: "Yesterday"}.get(apart) or f"{EN_MONTHS[at.month - 1]} {at.day}, {at.year}"
    if style == "line":
        near = {0: "今天", 1: "昨天"}.get(apart)
        return near or f"{at.month}/{at.day}（{WEEK[at.weekday()]}）"
    if style == "uk":
        return f"{at.day} {EN_MONTHS[at.month - 1]} {at.year}"
    if style == "roc":
        return f"{at.year - 1911}年{at.month}月{at.day}日"
    if style == "slash":
        return f"{at.year}/{at.month:02}/{at.day:02}"
    if style == "full":
        return f"{at:%Y-%m-%d}"
    if style == "week":
        return f"{at.year}年{at.month}月{at.day}日 星期{WEEK[at.weekday()]}"
    near = {0: "今天", 1: "昨天"}.get(apart)
    return near or (f"{at.month}月{at.day}日" if at.year == now.year else f"{at.year}年{at.month}月{at.day}日")
