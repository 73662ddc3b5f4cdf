"""Objects of long JSON lists, one after the other, in little memory, with what is said around them.

ijson's events are used as they come, without its paths: those of a deep nest would take all memory.
"""

import codecs
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import IO, Any, NamedTuple, cast

from evidence_app.intake.exports.source import CHUNK_BYTES, Source

DEEPEST = 40
"""Levels of nesting; exports have at most ten."""

LONGEST_ABOUT = 2000
"""Characters of a text around the lists that is kept: names, not pictures in base64."""

MOST_ABOUT = 5000
MOST_BEGINNINGS = 20
MOST_IN_ONE = 50_000
"""Values in one object of a list."""

LONGEST_PIECE = 8 * 2**20
"""Characters of one element of a damaged file."""

LONGEST_WORDS = 80
DAMAGED_ON = "damaged-from-here"
_ENDED = "premature EOF"
_LONGEST_BEGINNING = 400

_MOST_DIGITS = 4000
"""Python refuses longer numbers, which the parser's C code does not survive."""

_READ_AT_ONCE = 4 * CHUNK_BYTES
"""A text that is longer is looked at again from its beginning with every further read."""

_DIGITS = re.compile(rb"\d{%d,}" % (_MOST_DIGITS + 1))

Value = object


class Listed(NamedTuple):
    """One element of a list: its number from 1 among those under its key in the file, its value, and what is around it.

    ``about`` are the values of the objects around it, by dotted path.
    """

    key: str
    number: int
    value: Value
    about: Mapping[str, Value]


class CutOff(NamedTuple):
    """An element (under the first key) that cannot be read: the code of the reason, and how it begins."""

    number: int
    reason: str = "cut-off"
    words: str = ""


class _Nest(Exception):  # noqa: N818 - a finding about content, not a failure of the program
    """What nobody exports: levels without end, or values without end in one object."""


def listed(source: Source, *keys: str) -> Iterator[Listed | CutOff]:
    """Yield the elements of every list under one of these keys, wherever it is; the empty key is the whole file.

    Where the file stops being JSON, the other elements of a list at its top are looked for one by one.
    """
    walk = _Walk(keys)
    events = _events(source)
    try:
        for event, value in events:
            if not walk.wants(event):
                walk.take(event, value)
            elif event.startswith("start_"):
                yield walk.counted(_put_together(events, event))
            else:
                yield walk.counted(value)
    except _Nest:
        yield CutOff(walk.numbers[keys[0]] + 1, DAMAGED_ON)
    except (ValueError, SystemError, ArithmeticError) as error:  # ijson's C code says what it likes
        yield from _salvaged(source, walk, keys[0], "cut-off" if _ENDED in str(error.__cause__) else DAMAGED_ON)


def _salvaged(source: Source, walk: "_Walk", key: str, reason: str) -> Iterator[Listed | CutOff]:
    """Yield the elements that come after the last one that was read, each by itself; the damaged ones as such.

    An element is taken to begin with the field with which most of those that were read, or the first one, begin.
    """
    done = walk.numbers[key]
    field = _usual_field(source, (*walk.begun, _first_field(source, key)))
    if not walk.is_simple or not field:
        yield CutOff(done + 1, reason)
        return
    begun, last = walk.begun.get(field, (0, None))
    number = 0
    for number, (piece, is_last) in enumerate(_pieces(source, field), 1):
        value, rest = _decoded(piece) if number >= begun else (None, "")
        if number == begun and last and (value is None or value.get(field) != last[field]):
            break
        if number > begun:
            done += 1
            why = "cut-off" if is_last else "record-damaged"
            yield Listed(key, done, value, walk.about) if value else CutOff(done, why, piece[:LONGEST_WORDS])
        if rest and not is_last:  # an element whose beginning is damaged
            done += 1
            yield CutOff(done, "record-damaged", rest[:LONGEST_WORDS])
    if number < begun or (number == begun and (walk.is_open or not done)):
        yield CutOff(done + 1, reason)


def _usual_field(source: Source, fields: Iterable[str]) -> str:
    """Return the field with which most objects in a file's beginning begin: a damaged one may have been the last."""
    counts = {each: len(_begins_with(each).findall(source.text)) for each in fields if each}
    return max(counts, key=counts.__getitem__, default="")


def _begins_with(field: str) -> re.Pattern[str]:
    return re.compile(rf'\{{\s*"{re.escape(field)}"\s*:')


def _first_field(source: Source, key: str) -> str:
    """Return with which field the elements of the one list in a file's beginning begin, empty for several lists."""
    begins = re.compile(rf'"{re.escape(key)}"\s*:\s*\[\s*\{{\s*"(\w+)"' if key else r'\s*\[\s*\{\s*"(\w+)"')
    found = begins.findall(source.text) if key else [each[1] for each in (begins.match(source.text),) if each]
    return str(found[0]) if len(found) == 1 else ""


def _pieces(source: Source, field: str) -> Iterator[tuple[str, bool]]:
    """Yield the text from each object that begins with a field to the next one, and whether it is the last."""
    begins = _begins_with(field)
    held = ""
    with source.path.open("rb") as file:
        plain = _Plain(file, source.encoding)
        while chunk := plain.read():
            held += chunk.decode("utf-8", "replace")
            starts = [each.start() for each in begins.finditer(held)]
            for start, end in pairwise(starts):
                yield held[start:end], False
            held = held[starts[-1] :] if starts else held[-_LONGEST_BEGINNING:]
            if len(held) > LONGEST_PIECE:
                held = held[:LONGEST_PIECE]
    if begins.match(held):
        yield held, True


def _decoded(piece: str) -> tuple[dict[str, Value] | None, str]:
    """Return the object that a text begins with, None for none, and what stands between it and the next one."""
    try:
        value, end = json.JSONDecoder().raw_decode(piece)
    except (ValueError, RecursionError):
        return None, ""
    return value if isinstance(value, dict) else None, piece[end:].strip(" \t\r\n,")


def text_of(value: Value) -> str:
    """Return a text or number as text, empty for everything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int) else ""


def _events(source: Source) -> Iterator[tuple[str, Value]]:
    import ijson

    with source.path.open("rb") as file:
        try:
            yield from ijson.basic_parse(_Plain(file, source.encoding), buf_size=_READ_AT_ONCE)
        except ijson.JSONError as error:
            raise ValueError from error


class _Plain:
    """A file for the parser: UTF-8 without marks, NULs, impossible bytes and endless numbers."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._held = b""
        self._first = True

    def read(self, size: int = CHUNK_BYTES) -> bytes:
        """Return the next bytes, none only at the end."""
        while True:
            raw = self._file.read(size) if size else b""
            text = self._decoder.decode(raw, final=size > 0 and not raw).replace("\0", "")
            if self._first and text:
                text, self._first = text.removeprefix("\ufeff"), False
            data = self._held + text.encode("utf-8", "replace")
            if _has_endless_number(data):
                data = _DIGITS.sub(lambda found: found[0][:_MOST_DIGITS], data)
            at = len(data.rstrip(b"0123456789")) if raw else len(data)
            self._held, data = data[at:], data[:at]
            if data or not raw:
                return data


def _has_endless_number(data: bytes) -> bool:
    """Tell whether there may be a number of more than the most digits: looked for in strides, an expression is slow."""
    stride = _MOST_DIGITS // 2
    return any(data[at : at + stride].isdigit() for at in range(0, len(data) - stride, stride))


class _Walk:
    """Where in the file the events are, and what is said around the lists."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.numbers: Counter[str] = Counter()
        self.begun: dict[str, tuple[int, dict[str, Value]]] = {}
        self._is_simple = True
        self._keys = frozenset(keys)
        self._path: list[str] = []  # of each open container, under which key it stands; "[]" in a list
        self._lists: list[bool] = []  # whether each open container is a list
        self._key = ""
        self.about: dict[str, Value] = {}

    @property
    def is_simple(self) -> bool:
        """Whether the lists that were read stand at the top of the file, so that nothing around them changes."""
        return self._is_simple

    @property
    def is_open(self) -> bool:
        """Whether a list is still open where the events end."""
        return any(self._lists)

    def wants(self, event: str) -> bool:
        """Tell whether an event begins, or is, an element that is wanted."""
        return bool(self._lists) and self._lists[-1] and self._path[-1] in self._keys and not event.startswith("end_")

    def counted(self, value: Value) -> Listed:
        """Return an element with its number."""
        key = self._path[-1]
        self.numbers[key] += 1
        self._is_simple = self._is_simple and len(self._path) <= 2
        if isinstance(value, dict):
            self._note_beginning(value)
        return Listed(key, self.numbers[key], value, self.about)

    def _note_beginning(self, value: dict[str, Value]) -> None:
        first = next(iter(value), "")
        if first in self.begun or len(self.begun) < MOST_BEGINNINGS:
            self.begun[first] = (self.begun.get(first, (0,))[0] + 1, value)

    def take(self, event: str, value: Value) -> None:
        """Follow an event outside of elements. Raises _Nest."""
        if event == "map_key":
            self._key = str(value)
        elif event.startswith("start_"):
            self._open(event == "start_array")
        elif event.startswith("end_"):
            self._lists.pop()
            self._path.pop()
        elif self._lists and not self._lists[-1]:
            self._note(value)

    def _note(self, value: Value) -> None:
        if len(self.about) < MOST_ABOUT and (not isinstance(value, str) or len(value) <= LONGEST_ABOUT):
            self.about[self._dotted(self._key)] = value

    def _open(self, is_list: bool) -> None:
        if len(self._lists) > DEEPEST:
            raise _Nest
        in_list = bool(self._lists) and self._lists[-1]
        self._path.append("[]" if in_list else self._key if self._lists else "")
        self._lists.append(is_list)
        if in_list and not is_list:
            prefix = self._dotted("")
            for known in [each for each in self.about if each.startswith(prefix)]:
                del self.about[known]

    def _dotted(self, key: str) -> str:
        return ".".join([*(each for each in self._path if each not in ("", "[]")), key])


def _put_together(events: Iterator[tuple[str, Value]], first: str) -> Value:
    """Return the element that an event begins. Raises _Nest, ValueError if it has no end."""
    whole: Value
    whole = container = cast("Any", {} if first == "start_map" else [])
    key = ""
    outer: list[tuple[Any, str]] = []
    for count, (event, value) in enumerate(events):
        if event == "map_key":
            key = cast("str", value)
        elif event == "end_map" or event == "end_array":
            if not outer:
                return whole
            container, key = outer.pop()
        else:
            nested = event == "start_map" or event == "start_array"
            if nested:
                value = {} if event == "start_map" else []
            if container.__class__ is dict:
                container[key] = value
            else:
                container.append(value)
            if nested:
                outer.append((container, key))
                container = value
        if count > MOST_IN_ONE or len(outer) > DEEPEST:
            raise _Nest
    raise ValueError
