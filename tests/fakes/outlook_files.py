"""Writes mails as Outlook saves them: a compound file ([MS-CFB]) of properties ([MS-OXMSG])."""

import struct
from collections.abc import Mapping
from datetime import datetime

Tree = Mapping[str, "bytes | Tree"]

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR, NO_ENTRY = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def compound_file(tree: Tree) -> bytes:
    """Return a file of streams (bytes) and storages (further trees)."""
    return _Writer(tree).file()


class _Writer:
    def __init__(self, tree: Tree) -> None:
        self._entries: list[list[int | str | bytes]] = []
        self._sectors: list[bytes] = []
        self._fat: list[int] = []
        self._mini = bytearray()
        self._mini_fat: list[int] = []
        self._add("Root Entry", tree, 5)

    def _add(self, name: str, content: bytes | Tree, kind: int) -> int:
        index = len(self._entries)
        entry: list[int | str | bytes] = [name, kind, NO_ENTRY, NO_ENTRY, END, 0]
        self._entries.append(entry)
        if isinstance(content, bytes):
            entry[5] = len(content)
            entry[4] = self._stream(content) if len(content) >= CUTOFF else self._mini_stream(content)
            return index
        below = [self._add(each, inner, 2 if isinstance(inner, bytes) else 1) for each, inner in content.items()]
        for one, following in zip(below, below[1:], strict=False):  # a list: every right child is the next
            self._entries[one][2] = following
        entry[3] = below[0] if below else NO_ENTRY
        return index

    def _stream(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self._sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        self._sectors += pieces
        self._fat += [*range(first + 1, first + len(pieces)), END]
        return first

    def _mini_stream(self, data: bytes) -> int:
        if not data:
            return END
        first = len(self._mini) // MINI
        count = -(-len(data) // MINI)
        self._mini += data.ljust(count * MINI, b"\0")
        self._mini_fat += [*range(first + 1, first + count), END]
        return first

    def file(self) -> bytes:
        self._entries[0][4:] = [self._stream(bytes(self._mini)), len(self._mini)]
        mini_fat = self._stream(struct.pack(f"<{len(self._mini_fat)}I", *self._mini_fat))
        directory = self._stream(b"".join(self._entry(each) for each in self._entries))
        count = 1
        while len(self._fat) + count > count * (SECTOR // 4):
            count += 1
        fat_at = len(self._sectors)
        table = [*self._fat, *[FAT_SECTOR] * count]
        table += [FREE] * (count * (SECTOR // 4) - len(table))
        header = struct.pack(
            "<8s16s5H6x9I",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6,
            0, count, directory, 0, CUTOFF, mini_fat, -(-len(self._mini_fat) * 4 // SECTOR), END, 0,
        )  # fmt: skip
        places = [*range(fat_at, fat_at + count)] + [FREE] * (109 - count)
        return header + struct.pack("<109I", *places) + b"".join(self._sectors) + struct.pack(f"<{len(table)}I", *table)

    def _entry(self, entry: list[int | str | bytes]) -> bytes:
        name, kind, right, child, start, size = entry
        raw = str(name).encode("utf-16-le") + b"\0\0"
        return struct.pack(
            "<64sHBB3I16sI8s8sIQ", raw.ljust(64, b"\0"), len(raw), kind, 1, NO_ENTRY, right, child,
            bytes(16), 0, bytes(8), bytes(8), start, size,
        )  # fmt: skip


def text(tag: int, value: str) -> dict[str, bytes]:
    """Return a property in Unicode."""
    return {f"__substg1.0_{tag:04X}001F": value.encode("utf-16-le")}


def narrow(tag: int, value: bytes) -> dict[str, bytes]:
    """Return a property in some code page."""
    return {f"__substg1.0_{tag:04X}001E": value}


def binary(tag: int, value: bytes) -> dict[str, bytes]:
    """Return a property of bytes."""
    return {f"__substg1.0_{tag:04X}0102": value}


def properties(header_bytes: int, **fixed: int | datetime) -> dict[str, bytes]:
    """Return the stream of properties of fixed length, named by their tags (``t0039``)."""
    out = bytearray(header_bytes)
    for name, value in fixed.items():
        tag = int(name[1:], 16)
        if isinstance(value, datetime):
            ticks = round((value - datetime(1601, 1, 1)).total_seconds()) * 10_000_000
            out += struct.pack("<HHIQ", 0x0040, tag, 6, ticks)
        else:
            out += struct.pack("<HHIQ", 0x0003, tag, 6, value)
    return {"__properties_version1.0": bytes(out)}
