"""Chats of WeChat as WeFlow, EchoTrace and MemoTrace write them in spreadsheets, and WeFlow in columns of text.

    会话信息
    微信ID  wxid_a1  昵称  客服小李  备注  速融客服

    序号  时间  发送者昵称  发送者微信ID  发送者备注  发送者身份  消息类型  内容

The owner of the account is 我. MemoTrace's workbook has the headings of its text (`memotrace`).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidence_app.domain.events import Direction
from evidence_app.domain.exports import LONGEST_WORDS, Read, Unread
from evidence_app.intake.exports.chat_sides import MOST_SPEAKERS, Sides, noted, said, sides_by_file_name, sides_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, find_heading, rows_below
from evidence_app.intake.exports.values import known
from evidence_app.intake.exports.wechat_content import files_in, readable, title_of, written_time

_HEADINGS = {
    "time": ("时间",),
    "role": ("发送者身份", "发送人"),
    "kind": ("消息类型", "类型"),
    "text": ("内容",),
    "number": ("发送者微信ID",),
}
_NEEDED = ("time", "role", "kind", "text")
_OWN = frozenset({"序号", "消息ID", "发送者身份"})
"""Of these one has to be there too: other tables have a time, a type and a content."""


def recognises(source: Source) -> bool:
    """Tell whether the table has such headings."""
    return _heading(source) is not None


def asks(source: Source) -> tuple[str, ...]:
    """Return that somebody has to say who the complainant is, where nobody is called 我."""
    chat = _chat(source)
    return () if chat is None or chat.sides.told_apart else ("owner",)


def read(source: Source) -> Iterator[Read]:
    """Yield every message."""
    chat = _chat(source)
    if chat is None:
        return
    for row in _messages(source, chat.heading, chat.columns):
        yield row if isinstance(row, Unread) else _record(row, chat)


@dataclass(frozen=True, slots=True)
class _Chat:
    heading: Row
    columns: dict[str, int]
    sides: Sides
    number: str = ""

    def cell(self, row: Row, name: str) -> str:
        return row.cell(self.columns.get(name))


def _heading(source: Source) -> tuple[Row, dict[str, int]] | None:
    found = find_heading(source.first_rows, _HEADINGS, _NEEDED)
    return found if found and _OWN & set(found[0].cells) else None


def _messages(source: Source, heading: Row, columns: Mapping[str, int]) -> Iterator[Row | Unread]:
    for row in rows_below(source, heading, (columns["time"], columns["role"])):
        if isinstance(row, Unread) or row.sheet == heading.sheet:
            yield row


def _chat(source: Source) -> _Chat | None:
    """Read the table once for what no single row tells."""
    found = _heading(source)
    if found is None:
        return None
    heading, columns = found
    about = _about(source, heading)
    title = about.get("备注") or about.get("昵称") or ""
    speakers: set[str] = set()
    for row in _messages(source, heading, columns):
        if isinstance(row, Row) and len(speakers) < MOST_SPEAKERS and not row.cell(columns["kind"]).startswith("系统"):
            speakers.add(row.cell(columns["role"]))
    speakers.discard("")
    owner, name = source.hints.owner, title_of(source.name)
    sides = sides_of(title, speakers, owner) if title else sides_by_file_name(name, speakers, owner)
    return _Chat(heading, columns, sides, about.get("微信ID", ""))


def _about(source: Source, heading: Row) -> dict[str, str]:
    """Return what stands above the table, each word followed by its value."""
    found: dict[str, str] = {}
    for row in source.first_rows:
        if row.number >= heading.number:
            break
        for word, value in zip(row.cells, row.cells[1:], strict=False):
            if word in ("微信ID", "昵称", "备注") and known(value) and value not in ("微信ID", "昵称", "备注"):
                found.setdefault(word, value)
    return found


def _record(row: Row, chat: _Chat) -> Read:
    time, text, kind = (
        written_time(chat.cell(row, "time"), "wechat-table"),
        chat.cell(row, "text"),
        chat.cell(row, "kind"),
    )
    speaker = chat.cell(row, "role")
    if time is None and not text:
        return Unread(row.place, "record-incomplete", ",".join(row.cells)[:LONGEST_WORDS])
    if kind.startswith("系统"):
        return noted(row.place, time, text, chat.sides)
    direction = chat.sides.direction_of(speaker)
    return said(
        row.place,
        time,
        "" if direction is Direction.OUT else speaker,
        readable(text),
        chat.sides,
        direction=direction,
        number=chat.cell(row, "number"),
        attachments=files_in(kind, text),
    )
