"""Documents as XML parsers want them, of what phones and banks write."""

import re
from typing import IO

from evidence_app.intake.exports.source import CHUNK_BYTES

_PAIR = re.compile(rb"&#(5[5-7][0-9]{3});&#(5[5-7][0-9]{3});")
_LONE = re.compile(rb"&#(?:5[5-7][0-9]{3}|x[dD][89a-fA-F][0-9a-fA-F]{2});")
_MAY_BE_CUT = 64
"""Bytes held back at the end of a chunk: a reference, or a pair of them, may be cut there."""


class Repaired:
    """A file for an XML parser, with halves of emoji joined, and NULs and lone halves taken out.

    ``&#55357;&#56846;`` is two halves of one character: no XML, every strict parser refuses it, a lenient one loses
    the whole text around it. Entities that somebody declares are never expanded by our parsers.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._held = b""

    def read(self, size: int = CHUNK_BYTES) -> bytes:
        """Return the next bytes, some more or fewer than asked for; none at the end."""
        while True:
            chunk = self._file.read(max(size, CHUNK_BYTES))
            data = self._held + chunk
            cut = data.rfind(b"&", max(0, len(data) - _MAY_BE_CUT)) if chunk else -1
            if cut > 0 and data[max(0, cut - 8) : cut].startswith(b"&#5"):
                cut -= 8
            self._held, data = (data[cut:], data[:cut]) if cut >= 0 else (b"", data)
            if data or not chunk:
                return _mended(data)


def _mended(data: bytes) -> bytes:
    if b"\0" in data:
        data = data.replace(b"\0", b"")
    if b"&#5" in data or b"&#x" in data:
        data = _LONE.sub(b"", _PAIR.sub(_joined, data))
    return data


def _joined(pair: re.Match[bytes]) -> bytes:
    high, low = int(pair[1]), int(pair[2])
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return pair[0]
    return f"&#{0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00};".encode("ascii")
