"""Objects of long JSON lists, one after the other, in little memory, with what is said around them.

ijson's events are used as they come, without its paths: those of a deep nest would take all memory.
"""

import codecs
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice, pairwise
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

_BETWEEN = re.compile(r"[\s,]*")
_DIGITS = re.compile(rb"\d{%d,}" % (_MOST_DIGITS + 1))

_TOLD = "[told]"
_NAMELESS = ("", "[]", _TOLD)

Value = object


class Listed(NamedTuple):
    """One element of a list: its number from 1 in the file, its value, and what is around it.

    Those of the lists beside have no number. ``about`` are the values of the objects around it, by dotted path.
    """

    number: int
    value: Value
    about: Mapping[str, Value]


class CutOff(NamedTuple):
    """An element that cannot be read: the code of the reason, and how it begins."""

    number: int
    reason: str = "cut-off"
    words: str = ""


class _Begun(NamedTuple):
    """Of the elements that begin with a field: how many were read, the last one, and its number in the file."""

    times: int = 0
    last: dict[str, Value] | None = None
    number: int = 0


_NONE = _Begun()


class _Nest(Exception):  # a finding about content, not a failure of the program
    """What nobody exports: levels without end, or values without end in one object."""


def listed(
    source: Source, *keys: str, beside: str = "", marks: frozenset[str] = frozenset()
) -> Iterator[Listed | CutOff]:
    """Yield the elements of every list under one of these keys, wherever it is; the empty key is the whole file.

    Those of lists under the key ``beside`` come too. ``marks`` are fields of which every element has one, and nothing
    else: damage joins lists, so an object with one that stands beside is an element, and one in any other list is told.
    Where the file stops being JSON, the other elements of a list at its top are looked for one by one.
    """
    walk = _Walk(keys, beside, marks)
    events = _events(source)
    try:
        for event, value in events:
            if not walk.wants(event):
                walk.take(event, value)
                if event == "map_key" and value in marks and walk.is_in_other_list:
                    yield walk.lost()
            elif event.startswith("start_"):
                yield walk.counted(_put_together(events, event))
            else:
                yield walk.counted(value)
    except _Nest:
        yield CutOff(walk.number + 1, DAMAGED_ON)
    except (ValueError, SystemError, ArithmeticError) as error:  # ijson's C code says what it likes
        yield from _salvaged(source, walk, keys, "cut-off" if _ENDED in str(error.__cause__) else DAMAGED_ON)


def _salvaged(source: Source, walk: "_Walk", keys: Iterable[str], reason: str) -> Iterator[Listed | CutOff]:
    """Yield the elements that come after the last one that was read, each by itself; the damaged ones as such.

    An element is taken to begin with the field with which most of those that were read, or the first ones, begin.
    Where lists of several objects would be mixed up, one stands for all: the file ends there only if no more begin.
    """
    done = walk.number
    first = [field for key in keys for field in _first_fields(source, key)]
    field = _usual_field(source, (*walk.begun, *first))
    if not field or not (len(first) == 1 if walk.is_at_top is None else walk.is_at_top):
        begun = walk.begun.get(field, _NONE).times
        is_end = not field or next(islice(_pieces(source, field), begun + 1, None), None) is None
        yield CutOff(done + 1, reason if is_end else DAMAGED_ON)
        return
    begun, last, since = walk.begun.get(field, _NONE)
    number = 0
    for number, (piece, is_last) in enumerate(_pieces(source, field), 1):
        found = _objects(piece, is_last=is_last) if number >= begun else iter(())
        if number == begun and last and (next(found, (None, ""))[0] or {}).get(field) != last[field]:
            reason = reason if is_last else DAMAGED_ON
            break
        if number == begun and last:  # those read behind it that begin otherwise
            found = islice(found, walk.number - since, None)
        why = "record-damaged" if not is_last else reason if number == 1 else "cut-off"
        for value, words in found:
            done += 1
            yield CutOff(done, why, words) if value is None else Listed(done, value, walk.about)
    if number < begun or (number == begun and (walk.is_open or not done)):
        yield CutOff(done + 1, reason)


def _usual_field(source: Source, fields: Iterable[str]) -> str:
    """Return the field with which most objects in a file's beginning begin: a damaged one may have been the last."""
    counts = {each: len(_begins_with(each).findall(source.text)) for each in fields if each}
    return max(counts, key=counts.__getitem__, default="")


def _begins_with(field: str) -> re.Pattern[str]:
    return re.compile(rf'\{{\s*"{re.escape(field)}"\s*:')


def _first_fields(source: Source, key: str) -> list[str]:
    """Return with which field the first element of each list in a file's beginning begins."""
    if key:
        return re.findall(rf'"{re.escape(key)}"\s*:\s*\[\s*\{{\s*"(\w+)"', source.text)
    return re.findall(r'\A\s*\[\s*\{\s*"(\w+)"', source.text)


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


def _objects(piece: str, *, is_last: bool) -> Iterator[tuple[dict[str, Value] | None, str]]:
    """Yield the objects that stand one after the other in a text; None, and how it begins, for what is none.

    What stands behind the objects of the last piece are no elements any more.
    """
    decoder, at = json.JSONDecoder(), 0
    while piece.startswith("{", at):
        try:
            value, end = decoder.raw_decode(piece, at)
        except (ValueError, RecursionError):
            yield None, piece[at : at + LONGEST_WORDS]
            return
        yield value, ""
        between = _BETWEEN.match(piece, end)
        at = between.end() if between else end
    if at < len(piece) and not is_last:
        yield None, piece[at : at + LONGEST_WORDS]


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

    def __init__(self, keys: Collection[str], beside: str, marks: frozenset[str]) -> None:
        self.number = 0
        self.begun: dict[str, _Begun] = {}
        self._depths: set[int] = set()  # how deep the lists are that were read
        self._keys, self._beside, self._marks = keys, beside, marks
        self._wanted = frozenset({*keys, *filter(None, [beside])})
        self._path: list[str] = []  # of each open container, under which key it stands; "[]" in a list
        self._lists: list[bool] = []  # whether each open container is a list
        self._key = ""
        self.about: dict[str, Value] = {}

    @property
    def is_at_top(self) -> bool | None:
        """Whether the lists so far stand at the top of the file, so that nothing around them changes; None for none."""
        is_begun = bool(self._lists) and self._lists[-1] and self._path[-1] in self._keys
        depths = self._depths | ({len(self._path)} if is_begun else set())
        return max(depths) <= 2 if depths else None

    @property
    def is_open(self) -> bool:
        """Whether a list is still open where the events end."""
        return any(self._lists)

    def wants(self, event: str) -> bool:
        """Tell whether an event begins, or is, an element that is wanted."""
        return bool(self._lists) and self._lists[-1] and self._path[-1] in self._wanted and not event.startswith("end_")

    @property
    def is_in_other_list(self) -> bool:
        """Whether the open object stands in a list that is not wanted, and is no part of one that was told."""
        return self._path[-1] == "[]" and _TOLD not in self._path

    def lost(self) -> CutOff:
        """Return, with its number, an element that stands where none is looked for."""
        self._path[-1] = _TOLD
        self.number += 1
        return CutOff(self.number, "record-damaged")

    def counted(self, value: Value) -> Listed:
        """Return an element with its number, one of a list beside without."""
        if self._path[-1] not in self._keys and not (isinstance(value, dict) and self._marks & value.keys()):
            return Listed(0, value, self.about)
        self.number += 1
        self._depths.add(len(self._path))
        if isinstance(value, dict):
            self._note_beginning(value)
        return Listed(self.number, value, self.about)

    def _note_beginning(self, value: dict[str, Value]) -> None:
        first = next(iter(value), "")
        if first in self.begun or len(self.begun) < MOST_BEGINNINGS:
            self.begun[first] = _Begun(self.begun.get(first, _NONE).times + 1, value, self.number)

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
        return ".".join([*(each for each in self._path if each not in _NAMELESS), key])


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
