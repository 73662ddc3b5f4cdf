"""Chats that WeChat itself shares by e-mail or as text: chosen messages, with days on rows of their own.

    小明 和 小红 在微信上的聊天记录如下，请查收。

    —————  2026-04-06  —————


    小红  16:21

    有点事，一会儿回

Android writes two spaces before the time and a blank line after it, names the other person first and the owner of the
phone second; iOS quotes both names, in the same order, writes one space, days without noughts, and may use a clock of
twelve hours. (A name that says 客服 or 官方 is the other side's, wherever it stands.) Only minutes are stated. A name
may end with hours of business, so the last time of a line counts. QQ shares its chats in the same form, with blanks
between the dashes, and with seconds.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.chat_lines import LONGEST_OWN, Gathered, head_lines, shown
from evidence_app.intake.exports.chat_sides import Sides, said, sounds_official
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.source import Source

_DASHES = r"(?:[—─－-]{3,}|[—─－-]+(?: [—─－-]+){1,4})"
_DAY = re.compile(rf"\s*{_DASHES}\s*(\d{{4}})[-/.年](\d{{1,2}})[-/.月](\d{{1,2}})日?\s*{_DASHES}\s*$")
_SPEAKER = re.compile(
    rf"(?P<name>\S.{{0,200}}?)(?P<gap>[ \u00a0\u2009\u202f\u3000]+)(?P<before>{PERIOD})?\s?"
    rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::(?P<second>\d{{2}}))?\s?(?P<after>{PERIOD})?\s*$"
)
"""``小红  16:21``, ``小红 下午4:21``."""

_QUOTES = '"“”「」『』'
_DEAR = r"\s*(?:Dear\s*[:：,，]?\s*)?"
_AND = rf"(?: +[和與与及] *| *[和與与及] +|[{_QUOTES}][和與与及][{_QUOTES}])"
_ON_WECHAT = r"\s*(?:在\s*)?(?:微信|WeChat|Weixin)"
_AS_FOLLOWS = r"\s*的?(?:聊天|對話|对话)(?:[记記紀][录錄])?如下"
_HISTORY = r".*\b(?:chat|message) (?:history|record)s?\b.*?"
_ON_WECHAT_END = r"(?:\s+(?:on|in|from) (?:WeChat|Weixin)\b.*)?\s*[.:：。]*\s*$"
_PAIR = re.compile(
    rf"{_DEAR}[{_QUOTES}]?(?P<other>.+?)[{_QUOTES}]?{_AND}[{_QUOTES}]?(?P<owner>.+?)[{_QUOTES}]?"
    rf"(?:{_ON_WECHAT}\s*上?)?{_AS_FOLLOWS}"
)
"""``小明 和 小红 在微信上的聊天记录如下``, ``Dear: “小明”和“小红”的聊天记录如下``."""

_GROUP = re.compile(
    rf"{_DEAR}(?:(?:微信|WeChat|Weixin)\s*群[組组]?\s*[{_QUOTES}](?P<quoted>.+)[{_QUOTES}]"
    rf"|[{_QUOTES}]?(?P<plain>.+?)[{_QUOTES}]?{_ON_WECHAT}\s*群?[組组]?\s*上?){_AS_FOLLOWS}"
)
"""``微信群“速融维权”的聊天记录如下``, ``速融维权 在微信群上的聊天记录如下``."""

_ENGLISH = re.compile(
    rf"{_HISTORY}\b(?:between|of|with)\b\s+[{_QUOTES}]?(?P<other>.+?)[{_QUOTES}]?"
    rf"\s+and\s+[{_QUOTES}]?(?P<owner>.+?)[{_QUOTES}]?{_ON_WECHAT_END}",
    re.IGNORECASE,
)
"""``Here is the chat history between Ming and Hong on WeChat``."""

_ENGLISH_GROUP = re.compile(
    rf"{_HISTORY}\b(?:in|of|from)\b\s+(?:the\s+)?(?:WeChat |Weixin )?(?:group(?: chat)?\s+)?"
    rf"[{_QUOTES}]?(?P<plain>.+?)[{_QUOTES}]?(?:\s+group(?: chat)?)?{_ON_WECHAT_END}",
    re.IGNORECASE,
)
"""``Here is the chat history in the group Refunds on WeChat``."""

_FILE = re.compile(r"\[[^\[\]:：]{1,16}[:：]\s*(?P<name>[^\[\]]+?\.\w{1,8})\s*[(（][^()（）]*[)）]\]\s*$")
"""``[文件: 合同.pdf (附件1)]``."""

_NUMBERED = re.compile(
    r"(?P<name>(?:图片|圖片|视频|影片|語音|语音|文件|檔案|Image|Photo|Video|File) ?\d+)[（(][^()（）]{2,40}[)）]\s*$"
)
_SIGNATURE = re.compile(
    r"(?:发自我的|發自我的|从我的.{1,20}发送|從我的.{1,20}(?:傳送|發送)|Sent from my |发送自|傳送自)"
)
_HEADING_LINES = 40
"""How far from the top the first day stands: mail programs put their own headings before it."""


def recognises(source: Source) -> bool:
    """Tell whether the file is such a chat: a row with a day, and under it who spoke when."""
    return begins_as_chat(head_lines(source))


def begins_as_chat(lines: list[str]) -> bool:
    """Tell whether lines begin with a row with a day, and under it who spoke when."""
    day = next((index for index, line in enumerate(lines[:_HEADING_LINES]) if _day_in(line)), None)
    if day is None:
        return False
    after = next((line for line in lines[day + 1 :] if line.strip()), "")
    return bool(_speaker_in(after))


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the heading does not."""
    return () if _sides(source).told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message."""
    yield from messages(source.lines(), _sides(source), Layout.of(head_lines(source)))


class Layout:
    """How the lines with names are told from lines that are said. ``gap`` is the spaces before the time."""

    def __init__(self, gap: int, after_blank: bool) -> None:
        self.gap, self.after_blank = gap, after_blank

    def fits(self, speaker: re.Match[str], blank_before: bool) -> bool:
        """Tell whether a line with a name and a time stands as lines of speakers do."""
        return len(speaker["gap"]) >= self.gap and (blank_before or not self.after_blank)

    @classmethod
    def of(cls, lines: list[str]) -> "Layout":
        """Return the layout of a chat by its beginning."""
        found = [(index, match) for index, line in enumerate(lines) if (match := _speaker_in(line))]
        first = next((match for index, match in found if _first_of_day(lines, index)), None)
        gap = 2 if first and len(first["gap"]) >= 2 else 1
        later = [index for index, match in found if len(match["gap"]) >= gap and not _first_of_day(lines, index)]
        blank = sum(not lines[index - 1].strip() for index in later if index)
        return cls(gap, blank * 2 >= len(later))


def _first_of_day(lines: list[str], index: int) -> bool:
    before = next((line for line in reversed(lines[max(0, index - 6) : index]) if line.strip()), "")
    return bool(_day_in(before))


def _sides(source: Source) -> Sides:
    return sides_in(head_lines(source), source.hints.owner)


def sides_in(lines: list[str], owner: str = "") -> Sides:
    """Return who is who by a chat's heading; ``owner`` is the name a person gave as their own, if anybody has it."""
    speakers = (match["name"].strip() for line in lines if (match := _speaker_in(line)))
    owner = owner if owner in speakers else ""
    for line in lines[:_HEADING_LINES]:
        if _day_in(line):
            break
        if len(line) > LONGEST_OWN:
            continue
        if pair := _PAIR.match(line) or _ENGLISH.match(line):
            other, me = _bare(pair["other"]), _bare(pair["owner"])
            if sounds_official(me) and not sounds_official(other):
                other, me = me, other
            return Sides(me if owner == other else other, owner=owner or me)
        if group := _GROUP.match(line) or _ENGLISH_GROUP.match(line):
            found = group.groupdict()
            return Sides(_bare(found.get("quoted") or found.get("plain") or ""), owner=owner)
    return Sides(owner=owner)


def _day_in(line: str) -> re.Match[str] | None:
    return _DAY.match(line) if len(line) <= LONGEST_OWN else None


def _speaker_in(line: str) -> re.Match[str] | None:
    return _SPEAKER.match(line) if len(line) <= LONGEST_OWN else None


def _bare(name: str) -> str:
    return name.strip().strip(_QUOTES).strip()


def messages(lines: Iterator[tuple[int, str]], sides: Sides, layout: Layout) -> Iterator[Read]:
    """Yield every message of numbered lines."""
    day: tuple[int, int, int] | None = None
    pending: Gathered | None = None
    names: set[str] = set()
    blank = True
    for number, line in lines:
        if found := _day_in(line):
            day = (int(found[1]), int(found[2]), int(found[3]))
            yield from _finished(pending, sides)
            pending, blank = None, True
            continue
        speaker = _speaker_in(line)
        if speaker and layout.fits(speaker, blank) and _may_speak(speaker["name"].strip(), names, sides):
            names.add(speaker["name"].strip())
            yield from _finished(pending, sides)
            pending, blank = _begun(number, speaker, day), False
            continue
        if pending is not None:
            pending.add(line)
        elif day is not None and line.strip():
            yield Unread(f"line:{number}", "record-incomplete", line[:LONGEST_WORDS])
        blank = not line.strip()
    yield from _finished(pending, sides, last=True)


def _may_speak(name: str, names: set[str], sides: Sides) -> bool:
    """Tell whether somebody of this name can be in the chat: in a chat of two, no third one.

    Where somebody spoke whom the heading does not name, one of the two is damaged, and tells nothing.
    """
    is_of_two = bool(sides.owner and sides.title) and names == {sides.owner, sides.title}
    return not is_of_two or name in names


def _begun(number: int, speaker: re.Match[str], day: tuple[int, int, int] | None) -> Gathered:
    hour = hour_of(int(speaker["hour"]), speaker["before"] or speaker["after"] or "")
    clock = (hour, int(speaker["minute"]), int(speaker["second"] or 0))
    wall: datetime | None = wall_time(day, clock) if day else None
    words = speaker[0][speaker.end("gap") :]
    said_on = f"{day[0]}-{day[1]}-{day[2]} {words}" if day else words
    precision = Precision.SECOND if speaker["second"] else Precision.MINUTE
    return Gathered(f"line:{number}", shown(wall, said_on, "wechat-share", precision), speaker["name"].strip())


def _finished(pending: Gathered | None, sides: Sides, last: bool = False) -> Iterator[Read]:
    if pending is None:
        return
    while last and pending.lines and (not pending.lines[-1].strip() or _SIGNATURE.match(pending.lines[-1])):
        pending.lines.pop()
    text = pending.text
    yield said(
        pending.place,
        pending.time,
        pending.speaker,
        text,
        sides,
        attachments=_files(text),
        warning=pending.warning,
    )


def _files(text: str) -> tuple[Attachment, ...]:
    found = [_FILE.match(line) or _NUMBERED.match(line) for line in text.split("\n", 8)[:8]]
    return tuple(Attachment(match["name"].strip()) for match in found if match)
