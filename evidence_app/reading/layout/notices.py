"""What stands around messages and is none: times, receipts, names; told from their words alone. Pure."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.taken_back import taken_back
from evidence_app.domain.times import HALF_OF_DAY, Precision
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.when import When, find_when, parse_when

ANY_TIME = datetime(2099, 12, 30, 23, 59)
"""Later than all times on screens, so that whatever may be one is recognised though nobody knows the year."""

SERVICE = re.compile(
    r"^\W*(?:i?message(?:\s?(?:信息|訊息|短信))?|text message|短信/?彩?信?|彩信|信息|文字訊息|文字信息|简讯|簡訊|短訊|"
    r"sms(?:/mms)?|rcs|卡\s?[12]|sim\s?[12])(?!\w)(?:\s*[•·・|,，-]\s*(?:sms|rcs|短信|簡訊)(?!\w))?\W*",
    re.IGNORECASE,
)
"""How a message was sent, before its time."""

SENT_BY = re.compile(r"[\s•·|,，]*(?:卡\s?[12]|sim\s?[12]|短信|sms|已送[达達]|已[读讀]|delivered|read)$", re.IGNORECASE)
"""The card of the phone, or a receipt, after a time."""

RECEIPTS = re.compile(
    r"^\W*(?:已[读讀]|未[读讀]|送[达達]|已送[达達出]|已[发發]送|已傳送|已接收|read|delivered|seen|sent|"
    r"(?:\d{1,3}人)?已[读讀](?:\s?\d{1,3})?|全部已[读讀]|卡\s?[12]|sim\s?[12]|短信|短信/彩信|sms|已[编編][辑輯]|edited)\W*",
    re.IGNORECASE,
)
"""Whether a message arrived, beside or below it."""

OF_THE_APP = re.compile(
    r"\W*(?:(?:訊息|消息|信息|讯息)[和與与及](?:通話|通话).{0,6}(?:端對端|端到端|端对端)加密.*|"
    r"messages and calls are end-to-end encrypted.*|only people in this chat can.*|"
    r"只有(?:參與者|参与者|此對話|此对话|對話|对话).{0,8}(?:讀取|读取|收聽|收听|查看|閱讀|阅读).*|"
    r"(?:對方|对方|你|您)(?:已)?(?:收回|撤回)了?(?:一[則则條条])?(?:訊息|消息|信息|讯息)(?:。|,?\s?重新[編编][辑輯])?|"
    r"以[下上](?:為|是|为)(?:尚未閱讀|尚未阅读|未讀|未读|新)的?(?:訊息|消息|讯息|內容|内容)|unread messages|"
    r"\d{1,3}\s?[則则條条]?未[讀读](?:訊息|消息)|以上是打招呼的[內内]容|空白[鍵键]|空格[鍵键]|"
    r"(?:客[服戶户]|人工|專員|专员|[^，。,.:：]{1,8}[（(]).{0,16}已?(?:加入|[離离][開开]|退出)了?(?:本次)?(?:群聊|群組|群组|對話|对话|[會会][話话]|聊天)?|"
    r"[^，。,.:：]{1,16}已?(?:收回|撤回)了?(?:一[則则條条])?(?:訊息|消息|信息|讯息)|"
    r"(?:人工|在[線线])?客服.{0,12}已?(?:[結结]束)了?(?:本次)?(?:服[務务]|[會会][話话]|對話|对话))\W*",
    re.IGNORECASE,
)
"""What apps write between messages, above them or on keys, in the words of several apps."""

MISREAD_ONE = re.compile(r"([(（](?:周|週|星期)?)\s*[-−—–－_]\s*([)）])")
"""A Monday, of which a dash was read."""

TICKS = r"[\s√✓✔vVwW/\\|丿」』ノ、,.·。*•×xX⁄ⅴ∨]{0,5}"
_PART = rf"(?:{HALF_OF_DAY}|[ap]\.?m\.?\s?)"
TAIL = re.compile(
    rf"(?:已[编編][辑輯]|edited)?\s*({_PART}?\s?\d{{1,2}}\s?[:\uff1a∶]\s?\d{{2}}(?:\s?[ap]\.?m\.?)?){TICKS}$",
    re.IGNORECASE,
)
"""The time at the end of a bubble, with the ticks that say it arrived."""

STUCK_CLOCK = re.compile(r"^(.*\D\d{3,8})([0-2]\d:[0-5]\d(?::[0-5]\d)?)$")
STUCK_DAY = re.compile(r"^(.*\D\d{3,8})((?:19|20)\d\d([-/.])[01]\d\3[0-3]\d\s?[0-2]\d:[0-5]\d(?::[0-5]\d)?)$")
"""A name that ends with an agent's number, and a time from which no space parts it."""

LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Label:
    """What stands above or below a bubble: who says it, when; empty where it does not say so."""

    name: str = ""
    words: str = ""


@lru_cache(maxsize=4096)
def time_words(text: str) -> str:
    """Return the part of a notice that is a time, if it is one and nothing else but how the message was sent."""
    bare = SERVICE.sub("", parted(text))
    bare = RECEIPTS.sub("", bare) if RECEIPTS.match(bare) else bare
    bare = SENT_BY.sub("", bare)
    bare = MISREAD_ONE.sub(r"\1一\2", bare.strip(" •·|-—–[]【】√✓✔"))
    return bare if bare and parse_when(bare, ANY_TIME) else ""


def parted(text: str) -> str:
    """Return a text with a space between a day and a time of day that were read as one: 2026/11/914:10."""
    return _DAY_AND_CLOCK.sub(r"\1 ", text)


_DAY_AND_CLOCK = re.compile(
    r"((?:19|20)\d\d([-/.])(?:1[0-2]|0?[1-9])\2(?:3[01]|[12]\d|0?[1-9]))(?=(?:[01]\d|2[0-3]):[0-5]\d)"
)
"""The end of a day with its year, where a time of day begins without a space."""


def is_receipt(text: str) -> bool:
    """Tell whether a line only says that a message arrived."""
    found = RECEIPTS.match(text)
    return bool(found) and found.end() == len(text) if found else False


def begins_with_receipt(text: str) -> bool:
    """Tell whether a line says that a message arrived, and maybe when it did."""
    return bool(RECEIPTS.match(text))


def is_notice(line: MachineLine) -> bool:
    """Tell whether a line is a time, a receipt, or the app's own words."""
    return (
        bool(time_words(line.text))
        or is_receipt(line.text)
        or SERVICE.sub("", line.text) == ""
        or OF_THE_APP.fullmatch(line.text) is not None
        or taken_back(line.text) is not None
    )


def is_bare_clock(words: str) -> bool:
    """Tell whether a time says nothing about its day."""
    return parse_clock(words) is not None


def names_clock(words: str) -> bool:
    """Tell whether a time says more than its day."""
    return re.search(r"\d\s?[:\uff1a∶点點时時]", words) is not None


def label(text: str) -> Label:
    """Return what a small line above a bubble says: a name, a time, or both, in whichever order."""
    words = time_words(text)
    if words:
        return Label("", words)
    text = parted(text)
    stuck = STUCK_DAY.match(text) or STUCK_CLOCK.match(text)
    if stuck and parse_when(stuck[2], ANY_TIME):
        return Label(_name(stuck[1]), stuck[2])
    found = find_when(text, ANY_TIME)
    if found:
        start, end, _ = found[-1] if len(text) - found[-1][1] <= found[0][0] else found[0]
        if not text[end:].strip(" )）]】|·"):
            return Label(_name(text[:start]), text[start:end])
        if not text[:start].strip(" (（[【|·"):
            return Label(_name(text[end:]), text[start:end])
    return Label(_name(text), "")


def _name(text: str) -> str:
    bare = text.strip(" ·•|-—:：()（）[]【】,，")
    return bare if len(bare) <= LONGEST_NAME else ""


def tail_clock(text: str) -> tuple[str, str]:
    """Return a text without the time it ends with, and that time; empty if there is none."""
    found = TAIL.search(text)
    if not found or parse_clock(found[1]) is None:
        return text, ""
    return text[: found.start()].rstrip(), found[1]


def day_half(words: str) -> tuple[str, str]:
    """Return the word for a part of the day that a time begins with, empty without one, and the rest: 下午, 2:07."""
    found = re.match(rf"({HALF_OF_DAY})\s?(?=\d)", words)
    return (found[1], words[found.end() :]) if found else ("", words)


def on_day(words: str, day: date) -> When | None:
    """Return the time that a bare clock shows on a day."""
    clock = parse_clock(words)
    if clock is None:
        return None
    precise = Precision.SECOND if len(re.findall(r"[:：∶]", words)) > 1 else Precision.MINUTE
    return When(datetime.combine(day, clock), precise, words)
