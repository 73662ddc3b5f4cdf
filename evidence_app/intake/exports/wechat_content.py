"""What a WeChat message says, out of the XML in which WeChat keeps all but plain text."""

import html
import re

from evidence_app.domain.exports import Attachment
from evidence_app.domain.times import ClockReading, Precision
from evidence_app.intake.exports.chat_lines import shown, stem_of
from evidence_app.intake.exports.clocks import wall_time
from evidence_app.intake.exports.values import half_width

KINDS = {
    "1": "",
    "3": "[图片]",
    "34": "[语音]",
    "42": "[名片]",
    "43": "[视频]",
    "47": "[表情]",
    "48": "[位置]",
    "49": "[链接]",
    "50": "[语音通话]",
}
"""How WeChat itself shows what is no text, by the number of its type."""

SYSTEM_TYPES = frozenset({"10000", "10002", "266287972401"})
"""Somebody joined, took a message back, was patted."""

LONGEST_MARKUP = 256 * 2**10
"""Characters of a message's XML that are looked through."""

_CDATA = "<![CDATA["
_SENDER = re.compile(r"\s*[\w@.-]{4,64}:\s*\n?\s*(?=<)")
_TAG = re.compile(r"<[^<>]{0,2000}>")
_TELLING = ("title", "des", "feedesc", "pay_memo", "url")
"""What of an app's message is read: its heading, description, a transfer's amount and words, a link's address."""


def readable(content: str, kind: str = "1") -> str:
    """Return a message's text: itself, or for XML the words that WeChat shows of it, behind what it is."""
    if kind == "1":
        return content
    if not content.strip():
        return KINDS.get(kind, content)
    sender = _SENDER.match(content)
    markup = content[sender.end() :] if sender else content
    if not is_markup(markup):
        return content
    label = KINDS.get(kind, "")
    if kind in SYSTEM_TYPES or kind == "50":
        return " ".join(filter(None, (label, _plain(markup))))
    found = [text for name in _TELLING if (text := _element(markup, name))]
    words = "\n".join(dict.fromkeys(found)) or ("" if label else _plain(markup))
    return " ".join(filter(None, (label, words))) or content


def is_markup(content: str) -> bool:
    """Tell whether a content is XML."""
    start = content.lstrip()[:200]
    return bool(re.match(r"<\?xml|<(?:msg|sysmsg|voipmsg|voipinvitemsg|location|appmsg|revokemsg|img)\b", start))


def _element(markup: str, name: str) -> str:
    _, tag, after = markup[:LONGEST_MARKUP].partition(f"<{name}>")
    inside, end, _ = after.partition(f"</{name}>")
    return _plain(inside) if tag and end else ""


def _plain(markup: str) -> str:
    first, *others = markup[:LONGEST_MARKUP].split(_CDATA)
    parts = (each.partition("]]>") for each in others)
    held = first + "".join(html.escape(data) + rest for data, _, rest in parts)
    return re.sub(r"[ \t\r]*\n\s*", "\n", html.unescape(html.unescape(_TAG.sub(" ", held)))).strip(" \n")


_NAMED = re.compile(r"(?:私聊|群聊|公众号|企业微信)_|_utf8$")


def title_of(name: str) -> str:
    """Return the contact or group after which a tool named its file."""
    return _NAMED.sub("", stem_of(name))


_SHOWN = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})[ T](\d{1,2}):(\d{2})(?::(\d{2}))?")
_FILE = re.compile(r"[^\[\]<>:*?\"|\n]{1,240}\.[A-Za-z0-9]{2,5}")
_MEDIA = ("图片", "语音", "视频", "文件", "image", "voice", "video", "file")


def written_time(words: str, origin: str) -> ClockReading | None:
    """Return the wall time that a tool writes in a table, None for what is none."""
    words = words.strip()
    found = _SHOWN.match(half_width(words))
    if not found:
        return None
    year, month, day, hour, minute, second = (int(each or 0) for each in found.groups())
    wall = wall_time((year, month, day), (hour, minute, second))
    return shown(wall, words[: found.end()], origin, Precision.SECOND if found[6] else Precision.MINUTE)


def files_in(kind: str, content: str) -> tuple[Attachment, ...]:
    """Return the file that stands in the place of a message's text, beside the export."""
    is_media = any(word in kind for word in _MEDIA)
    return (Attachment(content),) if is_media and _FILE.fullmatch(content) else ()
