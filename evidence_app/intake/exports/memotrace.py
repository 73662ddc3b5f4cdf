"""Chats of WeChat as MemoTrace (留痕, WeChatMsg) writes them in tables, under its old and its new headings.

Old: localId,TalkerId,Type,SubType,IsSender,CreateTime,Status,StrContent,StrTime,Remark,NickName,Sender; chats of two
fill the first nine, some versions append more than there are headings. New: 消息ID,类型,发送人,时间,内容,备注,昵称,
更多信息; who sent is known by name only. The file is named after the contact's remark. Only its output is read here.
"""

import csv
import re
from collections.abc import Iterator
from typing import NamedTuple

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import LONGEST_WORDS, Read, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.chat_lines import LONGEST_TEXT
from evidence_app.intake.exports.chat_sides import Sides, noted, said, sides_by_file_name
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.values import epoch_ms, epoch_s, known
from evidence_app.intake.exports.wechat_content import SYSTEM_TYPES, readable, title_of, written_time

_HEADINGS = {
    "id": ("localId", "消息ID"),
    "kind": ("Type", "类型"),
    "mine": ("IsSender",),
    "epoch": ("CreateTime",),
    "text": ("StrContent", "内容"),
    "shown": ("StrTime", "时间"),
    "remark": ("Remark", "备注"),
    "nickname": ("NickName", "昵称"),
    "sender": ("Sender",),
    "name": ("发送人",),
}
_NEEDED = ({"id", "kind", "mine", "epoch", "text"}, {"id", "kind", "name", "shown", "text"})
_ROW = re.compile(r'\ufeff?"?\d{1,20}"?,')
LONGEST_BEGINNING = 2000
"""Characters in which a row says its time; what was said, of any length, comes behind."""

_EPOCH = re.compile(r"\d{9,13}")
_WHOLE_ROWS = 2**20
"""Rows that are looked at to know who takes part."""

csv.field_size_limit(2 * LONGEST_TEXT)


class _Row(NamedTuple):
    number: int
    cells: list[str]
    columns: dict[str, int]

    def cell(self, name: str) -> str:
        index = self.columns.get(name)
        return self.cells[index] if index is not None and index < len(self.cells) else ""

    @property
    def place(self) -> str:
        return f"row:{self.number}"

    @property
    def speaker(self) -> str:
        return known(self.cell("name")) or known(self.cell("remark")) or known(self.cell("nickname"))

    @property
    def is_mine(self) -> bool | None:
        return {"0": False, "1": True}.get(self.cell("mine").strip())


def recognises(source: Source) -> bool:
    """Tell whether the first row has MemoTrace's headings."""
    return _columns(source.first_line) is not None


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where only names are written."""
    sides, states = _sides(source)
    return () if states or sides.told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message."""
    sides, states = _sides(source)
    for row in _rows(source):
        yield _record(row, sides, states)


def _record(row: _Row, sides: Sides, states: bool) -> Read:
    mine, time = row.is_mine, _time(row)
    if (states and mine is None) or (time is None and not row.cell("text")):
        return Unread(row.place, "record-incomplete", ",".join(row.cells)[:LONGEST_WORDS])
    text, kind = row.cell("text"), row.cell("kind").strip()
    if kind in SYSTEM_TYPES or kind.startswith("系统"):
        return noted(row.place, time, readable(text, "10000"), sides)
    speaker = "" if mine else row.speaker
    direction = None if mine is None else Direction.OUT if mine else Direction.IN
    return said(row.place, time, speaker, readable(text, kind), sides, direction=direction, number=_number(row))


def _number(row: _Row) -> str:
    return known(row.cell("sender"))


def _time(row: _Row) -> ClockReading | None:
    epoch = row.cell("epoch").strip()
    if epoch:
        return epoch_ms(epoch) if len(epoch) >= 13 else epoch_s(epoch)
    return written_time(row.cell("shown"), "memotrace")


def _sides(source: Source) -> tuple[Sides, bool]:
    """Return who is who, and whether each row states its direction itself."""
    title = title_of(source.name)
    columns = _columns(source.first_line) or {}
    states = "mine" in columns
    speakers: set[str] = set()
    for row, _ in zip(_rows(source), range(_WHOLE_ROWS), strict=False):
        if not (states and row.is_mine) and row.speaker and not row.cell("kind").startswith("系统"):
            speakers.add(row.speaker)
    if states:
        return Sides(speakers.pop() if len(speakers) == 1 else title), True
    return sides_by_file_name(title, speakers, source.hints.owner), False


def _columns(first_line: str) -> dict[str, int] | None:
    names = [each.strip().strip('"') for each in first_line.lstrip("\ufeff").split(",")]
    found = {field: names.index(each) for field, words in _HEADINGS.items() for each in words if each in names}
    return found if any(needed <= set(found) for needed in _NEEDED) else None


def _rows(source: Source) -> Iterator[_Row]:
    """Yield every row. A row begins with a number; lines that do not belong to the text before them."""
    columns = _columns(source.first_line)
    if columns is None:
        return
    held: list[str] = []
    number, size = 1, 0
    for index, line in source.lines():
        is_heading = index == 1 or line.strip() == source.first_line  # again, on the next page
        is_blank = "," in line and not line.strip(' ,"')
        if is_heading or is_blank or (number == 1 and not held and not line.strip()):
            continue
        if held and _begins(line, held, columns):
            number += 1
            yield _Row(number, _cells(held), columns)
            held, size = [], 0
        room = 2 * LONGEST_TEXT - size  # what is longer than a text may be is cut, and told, when it is one
        size += len(line) + 1
        if room > 0:
            held.append(line[:room])
    if held:
        yield _Row(number + 1, _cells(held), columns)


def _begins(line: str, held: list[str], columns: dict[str, int]) -> bool:
    """Tell whether a line begins a row: as rows do or as whole as one, where the quotes before it are closed or not.

    A row whose number is damaged is one by its time.
    """
    if _ROW.match(line):
        return _are_closed(held) or _is_row(line, columns)
    return line.count(",") >= len(columns) and _is_row(line, columns) and _are_closed(held)


def _are_closed(held: list[str]) -> bool:
    return sum(line.count('"') for line in held) % 2 == 0


def _is_row(line: str, columns: dict[str, int]) -> bool:
    cells = next(csv.reader([line[:LONGEST_BEGINNING]]), [])
    if "epoch" in columns:
        return len(cells) > columns["epoch"] and _EPOCH.fullmatch(cells[columns["epoch"]].strip()) is not None
    return len(cells) > columns["shown"] and written_time(cells[columns["shown"]], "") is not None


def _cells(lines: list[str]) -> list[str]:
    try:
        rows = list(csv.reader([f"{line}\n" for line in lines]))
    except csv.Error:
        rows = []
    if not rows:
        return "\n".join(lines).split(",")
    first = rows[0]
    for further in rows[1:]:  # text whose quotes were lost
        first = [*first[:-1], "\n".join((first[-1] if first else "", ",".join(further))).rstrip("\n")]
    return [*first[:-1], first[-1].rstrip("\n")] if first else []
