"""Chats of QQ in text as QQChatExporter writes them: a line for who, for when, for the words, and for files.

    [QQChatExporter V5 / https://github.com/shuakami/qq-chat-exporter]
    聊天名称: 小鹿
    聊天类型: 私聊

    小鹿:
    时间: 2023-11-29 19:25:07
    内容: 在吗
    资源: 1 个文件
      - image: a.png

Times are those of the computer's zone, which is not stated. 提及 and 回复 stay in the text: they are the tool's words.
Source: https://github.com/shuakami/qq-chat-exporter (core/exporter/TextExporter.ts).
"""

import re
from collections.abc import Iterator

from evidence_app.domain.exports import LONGEST_WORDS, Attachment, Read, Unread
from evidence_app.domain.times import Precision
from evidence_app.intake.exports.chat_lines import LONGEST_OWN, Gathered, head_lines, shown
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_of
from evidence_app.intake.exports.clocks import PERIOD, hour_of, wall_time
from evidence_app.intake.exports.source import Source

_TITLE = re.compile(r"\ufeff?\[QQChatExporter V\d")
_ABOUT = re.compile(r"(?P<field>聊天名称|聊天类型|消息总数): (?P<value>.*)$")
_WHO = re.compile(r"(?P<who>\S.{0,200}):\s*$")
_WHEN = re.compile(
    rf"时间: (\d{{4}})[-/](\d{{1,2}})[-/](\d{{1,2}}),?\s+(?P<before>{PERIOD})?\s?"
    rf"(\d{{1,2}}):(\d{{2}}):(\d{{2}})\s?(?P<after>{PERIOD})?\s*$"
)
"""``时间: 2023-11-29 19:25:07``, ``时间: 2023/11/29, 下午7:25:07``."""

_WORDS = "内容: "
_FILES = re.compile(r"\n?资源: \d{1,4} 个文件((?:\n {2}- \w{1,20}: [^\n]*)*)")
_FILE = re.compile(r"- \w{1,20}: (\S[^\n]*)")
_END = re.compile(r"\s*={40,}\n\s*导出完成\n={40,}\s.{0,400}\Z", re.DOTALL)
_SYSTEM = ("系统消息", "系統訊息")
_ABOUT_WITHIN = 30


def recognises(source: Source) -> bool:
    """Tell whether the file begins as such an export does."""
    return bool(_TITLE.match(source.first_line))


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the names do not tell."""
    return () if _sides(source).told_apart else ("owner",)


def states(source: Source) -> int | None:
    """Return how many messages the file says it holds."""
    stated = _about(source).get("消息总数", "").strip()
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 10 else None


def read(source: Source) -> Iterator[Read]:
    """Yield every message, and what QQ itself says."""
    sides = _sides(source)
    for each in _messages(source):
        yield each if isinstance(each, Unread) else _finished(each, sides)


def _finished(each: Gathered, sides: Sides) -> Read:
    text = _END.sub("", each.text)
    files: tuple[Attachment, ...] = ()
    if found := _FILES.search(text):
        files = tuple(Attachment(name.strip()) for name in _FILE.findall(found[1]))
        text = text[: found.start()] + text[found.end() :]
    text = text.removeprefix(_WORDS).strip("\n")
    if each.time is None:
        return Unread(each.place, "time-unreadable", text[:LONGEST_WORDS])
    if each.speaker in _SYSTEM:
        return noted(each.place, each.time, text, sides)
    return said(each.place, each.time, each.speaker, text, sides, attachments=files, warning=each.warning)


def _messages(source: Source) -> Iterator[Gathered | Unread]:
    """Yield every message: it begins where a line for when follows one for who."""
    pending: Gathered | None = None
    held: tuple[int, str] | None = None
    blank = True  # before the line that is held
    for number, line in source.lines():
        who = _WHO.match(held[1]) if held and blank and len(held[1]) <= LONGEST_OWN else None
        if who and held and line.startswith("时间: "):
            if pending is not None:
                yield pending
            pending, held, blank = _begun(held[0], who["who"], line), None, False
            continue
        if held is not None:
            if pending is not None:
                pending.add(held[1])
            blank = not held[1].strip()
        held = (number, line)
    if pending is not None:
        if held is not None:
            pending.add(held[1])
        yield pending


def _begun(number: int, who: str, line: str) -> Gathered:
    found = _WHEN.match(line) if len(line) <= LONGEST_OWN else None
    if found is None:
        return Gathered(f"line:{number}", None, who)
    year, month, day, hour, minute, second = (int(each) for each in found.group(1, 2, 3, 5, 6, 7))
    hour = hour_of(hour, found["before"] or found["after"] or "")
    wall = wall_time((year, month, day), (hour, minute, second))
    return Gathered(f"line:{number}", shown(wall, line.partition(" ")[2], "qq-listed", Precision.SECOND), who)


def _about(source: Source) -> dict[str, str]:
    lines = (line for line in head_lines(source)[:_ABOUT_WITHIN] if len(line) <= LONGEST_OWN)
    return {found["field"]: found["value"].strip() for line in lines if (found := _ABOUT.match(line))}


def _sides(source: Source) -> Sides:
    speakers: set[str] = set()
    for each in _messages(source):
        if isinstance(each, Gathered) and each.speaker not in _SYSTEM and len(speakers) < MOST_SPEAKERS:
            speakers.add(each.speaker)
    return sides_of(_about(source).get("聊天名称", ""), speakers, source.hints.owner)
