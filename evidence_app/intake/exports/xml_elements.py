"""Tags of a large XML list, one after the other, in little memory; broken as phones write it.

This is no XML parser, on purpose. Strict ones refuse what phones write (``&#55357;&#56846;``, the two halves of one
emoji, are no XML), lenient ones lose the text around it in silence, and none says which record was damaged. What
these lists need is less: tags with attributes. Nothing that a document declares is ever expanded or fetched.
"""

import codecs
import re
import sys
from collections.abc import Generator, Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

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
_ATTRIBUTE = re.compile(rb"""([^\s="'<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_BETWEEN = re.compile(rb"\s+[\w.:-]+\s*=\s*")
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));")
_DECLARED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z_][\w.-]*;")
_HALF = re.compile("[\ud800-\udfff]")
_PREDEFINED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_WORDS_LENGTH = 200
_LONGEST_ALIKE = 64 * 2**10
"""Bytes of a tag of which others are expected to be like it."""

_ALIKE_BYTES = 16 * 2**10
"""How much is looked through at once for tags that are alike: what stands behind the last of them is copied."""

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

    __slots__ = ("_encoding", "_found", "_raw", "_wanted", "mark", "name")

    def __init__(
        self,
        name: str,
        mark: Mark,
        raw: bytes,
        wanted: tuple[str, ...],
        encoding: str,
        found: Sequence[bytes] | None = None,
    ) -> None:
        """Keep what stands between name and end, or the wanted values of it, and the encoding to try first on it."""
        self.name = name
        self.mark = mark
        self._raw = raw
        self._wanted = wanted
        self._encoding = encoding
        self._found = found

    def values(self) -> Sequence[str]:
        """Return the values of the attributes that are wanted of such a tag, empty for those that are not there.

        References to characters and to the five that XML knows are resolved, no others.
        """
        return [_resolved(_text(each, self._encoding)) for each in self._raw_values()]

    def names_entities(self) -> bool:
        """Tell whether values refer to something that only a document could declare; such words stay as written."""
        return any(map(_DECLARED.search, self._raw_values()))

    def words(self) -> str:
        """Return how a damaged or cut tag goes on, for a person to find it."""
        return " ".join(_text(self._raw[: 3 * _WORDS_LENGTH], self._encoding).split())[:_WORDS_LENGTH]

    def _raw_values(self) -> Sequence[bytes]:
        if self._found is None:
            found = {name: double or single for name, double, single in _ATTRIBUTE.findall(self._raw)}
            self._found = [found.get(name.encode("ascii"), b"") for name in self._wanted]
        return self._found


class Alike(NamedTuple):
    """Tags without content that follow each other and have the same attributes: most of a file, and quickly read.

    ``rows`` has for each tag what `Tag.values` returns. None of them names entities.
    """

    name: str
    rows: Sequence[Sequence[str]]


def stated_count(source: Source, *lists: str) -> int | None:
    """Return how many records the opening tag of a list claims, None if it does not say."""
    claimed = re.search(rf"<(?:{'|'.join(lists)})\s[^<>]*?\bcount\s*=\s*[\"'](\d{{1,9}})[\"']", source.text)
    return int(claimed[1]) if claimed else None


def tags(source: Source, wanted: Mapping[str, tuple[str, ...]]) -> Iterator[Tag | Alike]:
    """Yield every tag with one of these names, in the order of the file; comments and CDATA that end hold none.

    Those that are `Alike` come together.

    ``wanted`` names the attributes that are of interest, by the tag's name. Raises OSError.
    """
    scanner = _Scanner(source, wanted)
    pieces, size, enough = [b""], 0, 0
    for chunk, is_last in _chunks(source):
        pieces.append(chunk)
        size += len(chunk)
        if size < enough and not is_last:
            continue  # a long tag is looked at each time twice as much of it is there, not with every chunk
        held = b"".join(pieces)
        position = yield from scanner.scan(held, is_last)
        pieces, size = [held[position:]], len(held) - position
        enough = 2 * size


class _Scanner:
    """Finds tags in pieces of a file."""

    def __init__(self, source: Source, wanted: Mapping[str, tuple[str, ...]]) -> None:
        listed = "|".join(wanted).encode("ascii")
        self._names = {name.encode("ascii"): name for name in wanted}
        self._wanted = wanted
        self._pattern = re.compile(_TAG.replace(b"NAMES", listed), re.VERBOSE | re.DOTALL)
        self._start = re.compile(rb"</?(?:" + listed + rb")(?=[\s/>])")
        self._encoding = "utf-8" if source.encoding.startswith("utf-16") else source.encoding
        self._template: _Template | None = None

    def scan(self, held: bytes, is_last: bool) -> Generator[Tag | Alike, None, int]:
        """Yield the tags that are whole; return from where on the bytes are needed again, with more behind them."""
        end = yield from self._alike(held, 0)
        while found := self._pattern.search(held, end):
            waits = not is_last and len(held) - found.start() < LONGEST_TAG
            if found["name"]:
                yield self._whole(found)
                end = yield from self._alike(held, found.end())
            elif not found["broken"]:
                if waits and not found[0].endswith(b">"):  # one that nothing ends hides nothing
                    return found.start()
                end = found.end()
            else:
                following = self._start.search(held, found.end())
                if following is None and waits:
                    return found.start()
                end = following.start() if following else len(held)
                yield self._broken(found, end, is_cut=following is None)
        begun = held.rfind(b"<", end)
        return begun if begun >= 0 and len(held) - begun < _LONGEST_START else len(held)

    def _alike(self, held: bytes, position: int) -> Generator[Tag | Alike, None, int]:
        """Yield the tags that follow and have the same attributes as the last one; return where they end."""
        while self._template is not None:
            end = min(position + _ALIKE_BYTES, len(held))
            found = self._template.pattern.findall(held, position, end)
            rest = found.pop()[-1] if found and found[-1][-1] else b""
            if not found:
                break
            position = end - len(rest)
            yield from self._read(self._template, found)
        return position

    def _read(self, template: "_Template", found: Sequence[tuple[bytes, ...]]) -> Iterator[Tag | Alike]:
        columns = list(zip(*found, strict=True))
        wanted = [columns[index] for index in template.order]  # what is not there stands last, and is empty
        try:
            texts = [_texts(column, self._encoding) for column in wanted]
        except (UnicodeDecodeError, _DeclaredEntity):
            for values in zip(*wanted, strict=True):
                yield Tag(template.name, Mark.EMPTY, b"", template.wanted, self._encoding, values)
        else:
            yield Alike(template.name, list(zip(*texts, strict=True)))

    def _whole(self, found: re.Match[bytes]) -> Tag:
        close, raw_name, inside = found.group("close", "name", "inside")
        name = self._names[raw_name]
        mark = _mark(close, inside)
        if mark is Mark.EMPTY and len(inside) <= _LONGEST_ALIKE:
            self._template = _template(name, self._wanted[name], inside) or self._template
        return Tag(name, mark, inside, self._wanted[name], self._encoding)

    def _broken(self, found: re.Match[bytes], end: int, *, is_cut: bool) -> Tag:
        """Return a tag that has a bare < or > in a value, or what is there of one that cannot be read."""
        name = self._names[found["broken"]]
        whole = None if found["broken_close"] else _LENIENT.match(found.string, found.end(), end)
        raw = found.string[found.end() : end] if whole is None else whole[1]
        mark = (Mark.CUT if is_cut else Mark.DAMAGED) if whole is None else _mark(b"", raw)
        return Tag(name, mark, raw, self._wanted[name], self._encoding)


class _Template(NamedTuple):
    """What finds tags with the same attributes in the same order, and in its last group what stands behind them."""

    name: str
    wanted: tuple[str, ...]
    pattern: re.Pattern[bytes]
    order: tuple[int, ...]


def _template(name: str, wanted: tuple[str, ...], inside: bytes) -> _Template | None:
    """Return what matches tags like an empty one, None if not all of its values stand in double quotes."""
    parts = inside.split(b'"')
    between = tuple(parts[:-1:2])
    is_plain = len(parts) % 2 == 1 and all(map(_BETWEEN.fullmatch, between)) and parts[-1].strip() == b"/"
    return _compiled(name, wanted, between) if is_plain else None


@lru_cache(maxsize=64)
def _compiled(name: str, wanted: tuple[str, ...], between: tuple[bytes, ...]) -> _Template | None:
    names = [text.strip(b" \t\r\n=").decode("ascii") for text in between]
    values = (rb'"([^"]*+)"' if each in wanted else rb'"[^"]*+"' for each in names)
    whole = b"".join(re.escape(text) + value for text, value in zip(between, values, strict=True))
    groups = [each for each in names if each in wanted]
    if not groups:
        return None
    order = tuple(groups.index(each) if each in groups else -1 for each in wanted)
    pattern = rb"\s*+<" + name.encode("ascii") + whole + rb"\s*+/>|(.++)"
    return _Template(name, wanted, re.compile(pattern, re.DOTALL), order)


class _DeclaredEntity(Exception):  # what a text names
    """A value refers to something that only a document could declare."""


def _texts(column: Sequence[bytes], encoding: str) -> list[str]:
    """Return values as `Tag.values` does, all at once: no value holds a NUL.

    Raises UnicodeDecodeError, _DeclaredEntity.
    """
    joined = b"\0".join(column)
    if _DECLARED.search(joined):
        raise _DeclaredEntity
    return _resolved(joined.decode(encoding)).split("\0")


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


def _resolved(text: str) -> str:
    return _whole_characters(_REFERENCE.sub(_character, text)) if "&" in text else text


def _character(reference: re.Match[str]) -> str:
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
