"""What stands around a conversation: the title, the quick questions, the field to write in, the keyboard."""

from html import escape

from benchmarks.truth.heldout_2.apps import App
from benchmarks.truth.heldout_2.phone import IOS, Phone
from benchmarks.truth.sheet import tag

_BACK = '<svg width="11" height="19" viewBox="0 0 11 19"><path d="M10 1L2 9.5 10 18" fill="none" stroke="currentColor" stroke-width="2"/></svg>'
_PHONE = '<svg width="20" height="20" viewBox="0 0 20 20"><path d="M3 2l4 0 2 5-2.5 1.8a11 11 0 0 0 4.7 4.7L13 11l5 2v4c-8 2-17-7-15-15z" fill="none" stroke="currentColor" stroke-width="1.6"/></svg>'
_FACE = '<svg width="34" height="34" viewBox="0 0 34 34"><circle cx="17" cy="17" r="17" fill="#9aa6b2"/><circle cx="17" cy="13" r="6" fill="#fff"/><path d="M6 30a11 11 0 0 1 22 0z" fill="#fff"/></svg>'

SECOND = {
    "telegram": ("最近曾上线", "上次上線於近期"), "whatsapp": ("在线", "線上"), "finance": ("服务时间 9:00-21:00", ""),
    "messenger": ("当前在线", "目前在線上"),
}  # fmt: skip
CHIPS = ("查进度", "转人工", "账单问题", "投诉建议")
HANT = str.maketrans("请输问题发消简", "請輸問題發訊簡")
KEYS = ("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM")


def header(app: App, title: str, second: str, *, group: bool, hant: bool) -> str:
    """Return the bar with the title."""
    name = escape(title) + ("(4)" if group and app.key == "wechat" else "")
    under = SECOND[app.key][hant] if app.key in SECOND else ""
    if group and app.key in ("telegram", "whatsapp"):
        under = ("4 位成员", "4 位成員")[hant] if app.key == "telegram" else "Wing、肥仔、你"
    if app.key == "wecom":
        under = "@" + (second or "客户服务部")
    if app.key == "sms_google":
        under = ""
    lines = tag("title", name) + (tag("under", escape(under)) if under else "")
    face = _FACE if app.key in ("telegram", "whatsapp", "imessage", "sms_ios", "messenger", "sms_google") else ""
    unread = f"<small>{len(title) * 7 % 90 + 2}</small>" if app.key == "wechat" and len(title) % 2 else ""
    right = "•••" if app.key in ("wechat", "wecom", "alipay") else f"{_PHONE} <b>⋮</b>"
    if app.key in ("imessage", "sms_ios"):
        return tag("head tall", tag("left", _BACK) + tag("names", face + lines) + tag("right", ""))
    return tag("head", tag("left", _BACK + face + unread) + tag("names", lines) + tag("right", right))


def above_field(app: App, *, hant: bool) -> str:
    """Return the row of quick questions, where an app has one."""
    if app.above != "chips" or hant:
        return ""
    return tag("chips", "".join(tag("chip", chip) for chip in CHIPS))


def bottom(app: App, phone: Phone, *, keyboard: bool, hant: bool) -> str:
    """Return the field to write in, and what is below it."""
    left, middle, right = app.field.split("|")
    middle = middle.translate(HANT) if hant else middle
    field = tag("field", f"<b>{left}</b><div>{middle}</div><b>{right}</b>")
    keys = "".join(tag("keys", "".join(f"<kbd>{key}</kbd>" for key in row)) for row in KEYS)
    board = (
        tag("board", keys + tag("keys", "<kbd>123</kbd><kbd class=wide>" + ("空白鍵" if hant else "空格") + "</kbd>"))
        if keyboard
        else ""
    )
    home = tag("home", "<i></i>") if phone.bar in IOS else tag("home three", "<i></i>")
    return tag("foot", field + board + home)
