"""What an export holds before anybody reads it: its records as pieces of its bytes, found by patterns of their own.

A piece that damage elsewhere left whole must be told of: read, or counted among those that could not be.
"""

import re
from collections import Counter

_LINE = rb"(?m)^[^\r\n]*%s[^\r\n]*(?=\r?$)"
_BLOCK = rb"(?ms)^BEGIN:%s\r?$.*?^END:%s(?=\r?$)"

PATTERNS = {
    "sms-backup": rb"<sms [^>]*/>",
    "calls-backup": rb"<call [^>]*/>",
    "calendar": _BLOCK.replace(b"%s", b"VEVENT"),
    "vcards": _BLOCK.replace(b"%s", b"VCARD"),
    "vmsg": _BLOCK.replace(b"%s", b"VMSG"),
    "imazing": _LINE % rb",2023-10-21 ",
    "imazing-calls": _LINE % rb",2024-01-01 ",
    "carrier-calls": _LINE % ",(?:主|被)叫,".encode(),
    "imessage-text": rb"\n\n[A-Z][a-z]{2} \d\d, \d{4} [^\r\n]*\n",  # only a blank line tells it from words
    "mailbox": rb"(?s)\nFrom [^\n]*\nFrom: .*?\n\n",
    "memotrace": _LINE % rb"2024-02-01 ",
    "wechat-table": _LINE % rb"2025-04-06 ",
    "table": _LINE % rb"^2024-",
    "statement": _LINE % rb"^2024-",
    "wechat-json": rb'(?s)\{\n      "localId".*?\n    \}',
    "telegram": rb'(?s)\{\s*"id": \d+,\s*"type": "message".*?"date_unixtime"',
    "qq-text": rb"(?m)^\d{4}-\d\d-\d\d \d{1,2}:\d\d:\d\d [^\r\n]*(?=\r?$)",
    "whatsapp": "(?m)^\\d{4}/\\d+/\\d+ \\d\\d:\\d\\d - [^\r\n]*[^。\r\n](?=\r?$)".encode(),  # a notice is none
    "line-text": "(?m)^(?:上|下)午\\d\\d:\\d\\d\t[^\r\n]*(?=\r?$)".encode(),
    "chatlab": rb'(?m)^\{"_type": "message"[^\r\n]*(?=\r?$)',
    "wechat-share": rb"\n\n[^\r\n]+  \d\d:\d\d\n",
    "wechat-text": rb"\n\n\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [^\r\n]*\n",
    "named-text": rb"(?m)^\S+ \d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?=\r?$)",
    "wechat-page": rb'(?m)^\{"i": [^\r\n]*\},?(?=\r?$)',
}
"""A record of each format, as it begins at least; of the others no bytes stand for one alone. Bills are in lines."""

_OF_BILLS = _LINE % rb"(?:2024.?02.?03|03/02/2024)"
_TABLES = frozenset(("imazing", "imazing-calls", "carrier-calls", "memotrace", "wechat-table", "table", "statement"))


class Physical:
    """The records of an undamaged file in their order, and what they are nothing without: the heading of a table."""

    def __init__(
        self, content: bytes, pieces: list[bytes], *, in_lines: bool, in_table: bool, in_blocks: bool = False
    ) -> None:
        self.pieces = pieces
        self._counts = Counter(pieces)
        self.is_table = in_table
        self._in_lines, self._in_blocks = in_lines, in_blocks
        self._around = lines_of(content) - self._counts if in_table else Counter[bytes]()

    @classmethod
    def of(cls, code: str, content: bytes, *, is_bill: bool = False) -> "Physical":
        """Return what an example of a format holds."""
        pattern = _OF_BILLS if is_bill else PATTERNS.get(code, b"")
        found = [each[0] for each in re.finditer(pattern, content)] if pattern else []
        in_table = is_bill or code in _TABLES
        in_lines, in_blocks = pattern.startswith(b"(?m)"), pattern.startswith(b"(?ms)")
        return cls(content, found, in_lines=in_lines, in_table=in_table, in_blocks=in_blocks)

    def left_whole(self, damaged: bytes) -> Counter[bytes]:
        """Return the records that damage left whole, none where it hit what they need."""
        lines = lines_of(damaged)
        if self._around - lines:
            return Counter()
        if self._in_lines:
            return self._counts & lines
        if self._in_blocks:
            return Counter({each: min(count, _blocks(damaged, each)) for each, count in self._counts.items()})
        return Counter({each: min(count, damaged.count(each)) for each, count in self._counts.items()})


def lines_of(content: bytes) -> Counter[bytes]:
    """Return the lines of a file, whatever ends them."""
    return Counter(content.replace(b"\0", b"").replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n"))


def _blocks(content: bytes, block: bytes) -> int:
    """Return how often whole lines are a block."""
    return len(re.findall(rb"(?<![^\n])" + re.escape(block) + rb"(?=\r?\n|\Z)", content))
