"""An export being read: its bytes, its text whatever its encoding, its lines. Runs in a worker process.

The stored original is never touched: what is broken in it is repaired while it is read.
"""

import codecs
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from io import SEEK_END
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from evidence_app.domain.exports import Attachment, Hints, MailSides
from evidence_app.intake.exports.garbled import Garble, garble_of, is_lost
from evidence_app.intake.wide_text import wide_encoding

if TYPE_CHECKING:
    from evidence_app.intake.exports.tables import Row

HEAD_BYTES = 64 * 2**10
"""How much of a file its recognisers see: the longest preambles of bills have some thirty lines."""

TAIL_BYTES = 4096
"""Of a file's end: some bills state their totals there."""

CHUNK_BYTES = 2**20
LONGEST_LINE = 16 * 2**20
"""Bytes of one line; a longer one comes in pieces, so that no file without line ends fills the memory."""

ENCODINGS = ("utf-8", "gb18030", "big5")
"""In this order: UTF-8 seldom fits by chance, GB18030 often does where Big5 was meant, guessers do worse than both."""

_PRIVATE = re.compile("[\ue000-\uf8ff]")

_LETTERS_OF_UTF8 = re.compile(b"[\xe0-\xef][\x80-\xbf]{2}")
"""Three bytes each, as Chinese ones are."""

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class Part(NamedTuple):
    """The bytes of a file that lies inside an export: a picture of an MMS, an attachment of a mail."""

    attachment: Attachment
    data: bytes


@dataclass(frozen=True)
class Source:
    """One file. ``name`` is display text; it may help to choose between formats, never decide alone.

    Where the file was found in an archive or folders, their names stand before its own, with slashes: WhatsApp names
    the archive after the chat, and the chat in it ``_chat.txt``. ``currency`` is what a bare amount is in there, empty
    where nobody knows.
    """

    path: Path
    name: str
    hints: Hints = field(default_factory=Hints)
    sides: MailSides = MailSides()
    currency: str = ""

    @property
    def file_name(self) -> str:
        """The file's own name."""
        return self.name.rpartition("/")[2]

    @cached_property
    def head(self) -> bytes:
        """The first bytes. Raises OSError."""
        with self.path.open("rb") as file:
            return file.read(HEAD_BYTES)

    @cached_property
    def encoding(self) -> str:
        """The encoding of the file's beginning; a BOM decides, then the first that fits."""
        for bom, encoding in BOMS:
            if self.head.startswith(bom):
                return encoding
        if wide := wide_encoding(self.head):
            return wide
        fitting = [each for each in ENCODINGS if _fits(self.head, each)]
        # never by chance, whatever characters it holds: iPhones have an apple of their own
        if "utf-8" in fitting or _is_damaged_utf8(self.head):
            return "utf-8"
        # short Big5 fits GB18030 as characters that nobody uses
        return next((each for each in fitting if not _PRIVATE.search(self.head.decode(each, "replace"))), "") or next(
            iter(fitting), "utf-8"
        )

    @cached_property
    def text(self) -> str:
        """The file's beginning as text, without a BOM; what was garbled in it is repaired."""
        if self.garble is None:
            return self._saved_text
        return "\n".join(self.garble.repaired(line) or line for line in self._saved_text.split("\n"))

    @cached_property
    def _saved_text(self) -> str:
        return self.head.decode(self.encoding, "replace").removeprefix("\ufeff")

    @cached_property
    def garble(self) -> Garble | None:
        """In which wrong encoding the text was once read and saved again, None if it was not."""
        return garble_of(self._saved_text)

    @cached_property
    def is_lost(self) -> bool:
        """Whether a good part of the text was lost when saved in a wrong encoding; bytes of a workbook are no text."""
        return "\0" not in self._saved_text and is_lost(self._saved_text)

    @cached_property
    def repairs(self) -> set[Garble]:
        """What was repaired in the lines so far, see `lines`."""
        return set()

    @cached_property
    def first_line(self) -> str:
        """The first line that is not blank, empty if there is none."""
        return next((line.strip() for line in self.text.splitlines() if line.strip()), "")

    @cached_property
    def tail(self) -> str:
        """The file's end as text, from somewhere within a line. Raises OSError."""
        with self.path.open("rb") as file:
            size = file.seek(0, SEEK_END)
            file.seek(max(0, size - TAIL_BYTES))
            return file.read().decode(self.encoding, "replace")

    @cached_property
    def first_rows(self) -> "tuple[Row, ...]":
        """The first rows of a table, none for a file that holds none. Raises OSError."""
        from evidence_app.intake.exports import tables

        return tables.first_rows(self)

    @cached_property
    def begun(self) -> "list[Iterator[Row]]":
        """The rows behind the first ones, where it costs much to begin a second time: whoever reads on takes them."""
        return []

    @cached_property
    def first_headings(self) -> "tuple[frozenset[str], ...]":
        """The cells of the first rows of a table, as headings are compared. Raises OSError."""
        from evidence_app.intake.exports import tables

        return tuple(frozenset(map(tables.heading, row.cells)) for row in self.first_rows)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield every line with its number, from 1, without its end: LF, CR LF or CR, also mixed.

        A line that does not fit the encoding so far is read in the next one that fits it, but one of UTF-8 in which
        some bytes are wrong stays that. NULs are left out: phones write blocks of them when they crash. One that was
        garbled is repaired, if it can be; `repairs` tells.
        """
        if self.garble is None:
            yield from self._saved_lines()
            return
        for number, line in self._saved_lines():
            text = self.garble.repaired(line)
            if text and text != line:
                self.repairs.add(self.garble)
            yield number, text or line

    def _saved_lines(self) -> Iterator[tuple[int, str]]:
        encoding = self.encoding
        if encoding.startswith("utf-16"):
            yield from enumerate(self._wide_lines(encoding), 1)
            return
        for number, raw in enumerate(self._raw_lines(), 1):
            text, encoding = _decoded(raw, encoding)
            yield number, text.removeprefix("\ufeff") if number == 1 else text

    def _raw_lines(self) -> Iterator[bytes]:
        rest = b""
        with self.path.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                held = rest + chunk.replace(b"\0", b"")
                cut_in_two = held.endswith(b"\r")  # its LF may come with the next chunk
                *whole, rest = (
                    (held[:-1] if cut_in_two else held).replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
                )
                rest += b"\r" if cut_in_two else b""
                yield from whole
                if len(rest) > LONGEST_LINE:
                    yield rest
                    rest = b""
        if rest:
            yield rest.removesuffix(b"\r")

    def _wide_lines(self, encoding: str) -> Iterator[str]:
        with self.path.open(encoding=encoding, errors="replace") as file:
            first = True
            for line in file:
                text = line.rstrip("\n").replace("\0", "")
                yield text.removeprefix("\ufeff") if first else text
                first = False


def _fits(data: bytes, encoding: str) -> bool:
    try:
        codecs.getincrementaldecoder(encoding)().decode(data, final=len(data) < HEAD_BYTES)
    except UnicodeDecodeError:
        return False
    return True


def _decoded(raw: bytes, encoding: str) -> tuple[str, str]:
    """Return a line's text, and the encoding to try first on the next one."""
    if encoding != "utf-8" and _LETTERS_OF_UTF8.search(raw) and _fits(raw, "utf-8"):
        return raw.decode(), "utf-8"
    for each in (encoding, *ENCODINGS):
        try:
            return raw.decode(each), each
        except UnicodeDecodeError:
            if each == "utf-8" and _is_damaged_utf8(raw):
                return raw.decode(each, "replace"), each
    return raw.decode(encoding, "replace"), encoding


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether bytes that are no UTF-8 are it but for a few, or for the last character, which is cut in two.

    GB18030 and Big5 have hardly a letter of it.
    """
    with suppress(UnicodeDecodeError):
        codecs.getincrementaldecoder("utf-8")().decode(data)
        return True
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    return len(_LETTERS_OF_UTF8.findall(data)) * 2 >= wrong
