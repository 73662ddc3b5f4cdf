"""Tags of a large XML list, one after the other, in little memory; broken as phones write it.

This is no XML parser, on purpose. Strict ones refuse what phones write (``&#55357;&#56846;``, the two halves of one
emoji, are no XML), lenient ones lose the text around it in silence, and none says which record was damaged. What
these lists need is less: tags with attributes. Nothing that a document declares is ever expanded or fetched.
"""

import codecs
import re
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from enum import Enum
from functools import lru_cache

from evidence_app.intake.exports.source import CHUNK_BYTES, ENCODINGS, Source

LONGEST_TAG = 160 * 2**20
"""Bytes of one tag, in which a picture or film lies as base64: carriers stop at a few megabytes, RCS at a hundred."""

_TAG = rb"""
    <!--.*?--> | <!\[CDATA\[.*?\]\]>
  | <(?P<close>/?)(?P<name>NAMES)(?=[\s/>])
      (?P<inside>(?:[^"'<>]*+(?:"[^"<]*+"|'[^'<]*+'))*+[^"'<>]*+)>
  | <(?:!--|!\[CDATA\[|(?P<broken_close>/?)(?P<broken>NAMES)(?=[\s/>]|\Z))
"""
_LENIENT = re.compile(rb"""((?:[^"'<>]*+(?:"[^"]*+"|'[^']*+'))*+[^"'<>]*+)>""")
_ATTRIBUTE = re.compile(r"([^\s=\"'<>/]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
_DECLARED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]*;")
_HALF = re.compile("[\ud800-\udfff]")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_WORDS_LENGTH = 200
_LONGEST_START = 64
"""Bytes at the end of a chunk in which a tag's name may be cut."""


class Mark(Enum):
    """What stands at a place of a list."""

    OPENS = "opens"
    EMPTY = "empty"  # opens and closes at once
    CLOSES = "closes"
    DAMAGED = "damaged"  # begins like a tag and is none
    CUT = "cut"  # the file ends inside it


class Tag:
    """One tag, as it stands in the file; its attributes are read when they are asked for."""

    __slots__ = ("_encoding", "_raw", "mark", "name")

    def __init__(self, name: str, mark: Mark, raw: bytes, encoding: str) -> None:
        """Keep what stands between name and end, and the encoding to try first on it."""
        self.name = name
        self.mark = mark
        self._raw = raw
        self._encoding = encoding

    def values(self, names: tuple[str, ...]) -> Sequence[str]:
        """Return the values of attributes, empty for those that are not there.

        References to characters and to the five that XML knows are resolved, no others.
        """
        text = _text(self._raw, self._encoding)
        parts = text.split('"')
        if len(parts) % 2 and "='" not in text:  # all in double quotes, as nearly always: several times as fast
            found: Sequence[str] = _chooser(tuple(parts[:-1:2]), names)([*parts, ""])
        else:
            fields = {name: double or single for name, double, single in _ATTRIBUTE.findall(text)}
            found = [fields.get(name, "") for name in names]
        return list(map(_resolved, found)) if "&" in text else found

    def names_entities(self) -> bool:
        """Tell whether it refers to something that only a document could declare; such words stay as written."""
        return b"&" in self._raw and bool(_DECLARED.search(self._raw))

    def words(self) -> str:
        """Return how a damaged or cut tag goes on, for a person to find it."""
        return " ".join(_text(self._raw[: 3 * _WORDS_LENGTH], self._encoding).split())[:_WORDS_LENGTH]


def stated_count(source: Source, *lists: str) -> int | None:
    """Return how many records the opening tag of a list claims, None if it does not say."""
    claimed = re.search(rf"<(?:{'|'.join(lists)})\s[^<>]*?\bcount\s*=\s*[\"'](\d{{1,9}})[\"']", source.text)
    return int(claimed[1]) if claimed else None


def tags(source: Source, *names: str) -> Iterator[Tag]:
    """Yield every tag with one of these names, in the order of the file; comments and CDATA hold none.

    Raises OSError.
    """
    scanner = _Scanner(source, names)
    pieces, size, wanted = [b""], 0, 0
    for chunk, is_last in _chunks(source):
        pieces.append(chunk)
        size += len(chunk)
        if size < wanted and not is_last:
            continue  # a long tag is looked at each time twice as much of it is there, not with every chunk
        held = b"".join(pieces)
        position = yield from scanner.scan(held, is_last)
        pieces, size = [held[position:]], len(held) - position
        wanted = 2 * size


class _Scanner:
    """Finds tags in pieces of a file."""

    def __init__(self, source: Source, names: tuple[str, ...]) -> None:
        listed = "|".join(names).encode("ascii")
        self._names = {name.encode("ascii"): name for name in names}
        self._pattern = re.compile(_TAG.replace(b"NAMES", listed), re.VERBOSE | re.DOTALL)
        self._start = re.compile(rb"</?(?:" + listed + rb")(?=[\s/>])")
        self._encoding = "utf-8" if source.encoding.startswith("utf-16") else source.encoding

    def scan(self, held: bytes, is_last: bool) -> Generator[Tag, None, int]:
        """Yield the tags that are whole; return from where on the bytes are needed again, with more behind them."""
        end = 0
        for found in self._pattern.finditer(held):
            close, name, inside = found.group(1, 2, 3)
            if name:
                end = found.end()
                yield Tag(self._names[name], _mark(close, inside), inside, self._encoding)
                continue
            waits = not is_last and len(held) - found.start() < LONGEST_TAG
            if not found["broken"]:
                if len(found[0]) <= len(b"<![CDATA["):  # one without an end hides all that follows
                    return found.start() if waits else len(held)
                end = found.end()
                continue
            following = self._start.search(held, found.end())
            if following is None and waits:
                return found.start()
            end = following.start() if following else len(held)
            yield self._broken(found, end, is_cut=following is None)
        begun = held.rfind(b"<", end)
        return begun if begun >= 0 and len(held) - begun < _LONGEST_START else len(held)

    def _broken(self, found: "re.Match[bytes]", end: int, *, is_cut: bool) -> Tag:
        """Return a tag that has a bare < or > in a value, or what is there of one that cannot be read."""
        name = self._names[found["broken"]]
        whole = None if found["broken_close"] else _LENIENT.match(found.string, found.end(), end)
        if whole is not None:
            return Tag(name, _mark(b"", whole[1]), whole[1], self._encoding)
        mark = Mark.CUT if is_cut else Mark.DAMAGED
        return Tag(name, mark, found.string[found.end() : end], self._encoding)


def _mark(close: bytes, inside: bytes) -> Mark:
    if close:
        return Mark.CLOSES
    return Mark.EMPTY if inside.endswith(b"/") else Mark.OPENS


def _chunks(source: Source) -> Iterator[tuple[bytes, bool]]:
    """Yield the file's bytes without NULs, in an encoding that leaves ASCII alone, and whether they are the last."""
    wide = codecs.getincrementaldecoder(source.encoding)("replace") if source.encoding.startswith("utf-16") else None
    with source.path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK_BYTES)
            data = chunk if wide is None else wide.decode(chunk, final=not chunk).encode("utf-8")
            yield data.replace(b"\0", b""), not chunk
            if not chunk:
                return


def _text(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return _damaged_text(raw)


def _damaged_text(raw: bytes) -> str:
    """Return the text of bytes that do not fit the file's encoding.

    Java writes characters beyond the first 65,536 as two halves of three bytes; phones cut messages in the middle of
    a character; and a file may have been put together from two of different encodings.
    """
    replaced = raw.decode("utf-8", "replace")
    damaged = replaced.count("\ufffd")
    if damaged <= sum(character > "\x7f" for character in replaced) // 2:
        return replaced
    for encoding, errors in (("utf-8", "surrogatepass"), *((each, "strict") for each in ENCODINGS)):
        try:
            return _whole_characters(raw.decode(encoding, errors))
        except UnicodeDecodeError:
            continue
    return replaced


@lru_cache(maxsize=256)
def _chooser(between: tuple[str, ...], names: tuple[str, ...]) -> Callable[[Sequence[str]], Sequence[str]]:
    """Return what chooses values of attributes, for what stands between values: alike in most records of a file."""
    places = {text.strip(" \t\r\n=/"): 2 * index + 1 for index, text in enumerate(between)}
    chosen = [places.get(name, -1) for name in names]
    return lambda parts: [parts[place] for place in chosen]


def _resolved(value: str) -> str:
    return _whole_characters(_REFERENCE.sub(_character, value)) if "&" in value else value


def _character(reference: "re.Match[str]") -> str:
    decimal, hexadecimal, name = reference.groups()
    if name:
        return _PREDEFINED[name]
    number = int(decimal) if decimal else int(hexadecimal, 16)
    if number > sys.maxunicode:
        return reference[0]
    return chr(number) if number else ""


def _whole_characters(text: str) -> str:
    """Return the text with halves of characters joined, and a mark in place of those that stand alone."""
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
