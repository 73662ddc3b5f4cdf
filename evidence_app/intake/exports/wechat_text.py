"""Chats of WeChat as MemoTrace and WeFlow write them as text.

    2025-04-06 16:01:00 速融客服
    您好

WeFlow puts the name between apostrophes and calls the owner of the account 我; MemoTrace names the file after the
contact's remark, and writes what WeChat itself says in the place of the name, with nothing below.
"""

from collections.abc import Iterator

from evidence_app.domain.exports import Read, Unread
from evidence_app.intake.exports.chat_lines import Begun, Gathered, Gathering, follow_blanks, head_lines
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_by_file_name
from evidence_app.intake.exports.dated_lines import beginning_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.wechat_content import title_of

_ORIGIN = "wechat-text"

_SYSTEM = frozenset({"系统消息", "系统", "系統訊息", "system", "System"})
"""In the place of a name: WeChat itself, which says that a message was taken back."""


def recognises(source: Source) -> bool:
    """Tell whether the file is such a chat: names that come again, with something said under most of them.

    The logs of programs begin their lines with times too; nothing stands under those.
    """
    lines = head_lines(source)
    first = next((line for line in lines if line.strip()), "")
    if _begins(first) is None:
        return False
    at = [index for index, line in enumerate(lines[:-1]) if _begins(line)]
    under = sum(bool(lines[index + 1].strip()) and index + 1 not in at for index in at)
    quoted = sum(_is_quoted(_who(lines[index])) for index in at)
    apart = follow_blanks(lines, _begins) and len(at) > 1
    return bool(under) and under * 2 >= len(at) and (_is_quoted(_who(first)) and quoted * 2 >= len(at) or apart)


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where the names do not tell."""
    return () if _sides(source).told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message, and what WeChat itself says."""
    sides = _sides(source)
    for each in _gathered(source):
        if isinstance(each, Unread):
            yield each
        elif not each.text and not _is_quoted(each.speaker):
            yield noted(each.place, each.time, each.speaker, sides)
        elif _bare(each.speaker) in _SYSTEM:
            yield noted(each.place, each.time, each.text, sides)
        else:
            name = _bare(each.speaker)
            yield said(each.place, each.time, name, each.text, sides, number=each.number, warning=each.warning)


def _gathered(source: Source) -> Iterator[Gathered | Unread]:
    lines = head_lines(source)
    quoted = _is_quoted(_who(next((line for line in lines if line.strip()), "")))

    def begins(line: str) -> Begun | None:
        begun = _begins(line)
        return begun if begun and (not quoted or _is_quoted(begun.speaker)) else None

    yield from Gathering(begins, after_blank=follow_blanks(lines, _begins)).all(source.lines())


def _begins(line: str) -> Begun | None:
    return beginning_of(line, _ORIGIN)


def _sides(source: Source) -> Sides:
    title = title_of(source.name)
    speakers: set[str] = set()
    for each in _gathered(source):
        if isinstance(each, Gathered) and each.text and len(speakers) < MOST_SPEAKERS:
            speakers.add(_bare(each.speaker))
    speakers -= _SYSTEM
    return sides_by_file_name(title, speakers, source.hints.owner)


def _who(line: str) -> str:
    begun = _begins(line)
    return begun.speaker if begun else ""


def _is_quoted(name: str) -> bool:
    return len(name) > 2 and name[0] == name[-1] == "'"


def _bare(name: str) -> str:
    return name[1:-1] if _is_quoted(name) else name
