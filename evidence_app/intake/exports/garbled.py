"""Text that was read in a wrong encoding once and saved like that: ``Ð¡Ã÷`` or ``灏忔槑`` where 小明 stood.

What was saved in its place stands for the same bytes, so that the text can be had back without loss; what cannot be
had back stays as it is, word for word.
"""

import re
from typing import NamedTuple

FEWEST = 4
"""Different characters that have to come back, or characters that are lost, before anybody believes it."""

LINES_TO_JUDGE = 2000

_WESTERN = {chr(code): code for code in range(256)} | {
    bytes([code]).decode("cp1252"): code for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""The byte for which a character of Latin-1 or Windows-1252 stands."""

_OTHER = re.compile(r"[^\x00-\x7f]")
_ONLY_WESTERN = re.compile("[" + re.escape("".join(_WESTERN)) + "]*")
_GB2312 = re.compile(rb"(?:[\x00-\x7f]|[\xa1-\xa9\xb0-\xf7][\xa1-\xfe])*")
_LOST = re.compile("\ufffd|锟斤拷")
_COMMON = re.compile("[\u4e00-\u9fff]")


class Garble(NamedTuple):
    """How a text came to be: its bytes, in the encoding ``meant``, were taken for those of ``taken``.

    ``share`` is how many of four lines have to come back, with ``fewest`` different characters in them: UTF-8 taken for
    GB18030 is lost in every line in which its bytes come out odd.
    """

    taken: str
    meant: str
    share: int
    fewest: int = FEWEST

    def repaired(self, line: str) -> str | None:
        """Return what a line meant, None for one that stands for no such bytes."""
        if line.isascii():
            return line
        raw = _western(line) if self.taken == "latin-1" else _encoded(line, self.taken)
        if raw is None or (self.meant == "gb18030" and not _GB2312.fullmatch(raw)):
            return None
        try:
            return raw.decode(self.meant)
        except UnicodeDecodeError:
            return None


KINDS = (Garble("latin-1", "utf-8", 3), Garble("latin-1", "gb18030", 3, 2 * FEWEST), Garble("gb18030", "utf-8", 1))
"""UTF-8 does not fit by chance. GB18030 nearly always does: only the characters of GB 2312 count, whose bytes a text
in a western language never has two by two, line by line."""


def garble_of(text: str) -> Garble | None:
    """Return what happened to a text that begins so, None if it is as it was meant."""
    lines = [line for line in text.split("\n") if not line.isascii()][:LINES_TO_JUDGE]
    return next((kind for kind in KINDS if lines and _explains(kind, lines)), None)


def is_lost(text: str) -> bool:
    """Tell whether a good part of a text that begins so was saved as signs that stand for no character any more."""
    lost = len(_LOST.findall(text))
    return lost >= FEWEST and lost * 4 >= len(_OTHER.findall(text))


def _explains(kind: Garble, lines: list[str]) -> bool:
    """Tell whether enough lines come back, with Chinese in them."""
    back = [repaired for line in lines if (repaired := kind.repaired(line))]
    different = {character for each in back for character in _COMMON.findall(each)}  # signs may repeat by chance
    return len(back) * 4 >= len(lines) * kind.share and len(different) >= kind.fewest


def _western(line: str) -> bytes | None:
    return bytes(map(_WESTERN.__getitem__, line)) if _ONLY_WESTERN.fullmatch(line) else None


def _encoded(line: str, encoding: str) -> bytes | None:
    try:
        return line.encode(encoding)
    except UnicodeEncodeError:
        return None
