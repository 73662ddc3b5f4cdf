"""Exports being read on request, a bounded part at a time, so that a million records need no memory. Runs in a worker.

What is asked for next is what comes next: whoever wants an export from its beginning opens another stream.
"""

from collections import OrderedDict
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from evidence_app.collecting import collector_resting
from evidence_app.domain.exports import ASKS, EVERYTHING, LONGEST_WORDS, Choice, Read, Record, Survey, Unread
from evidence_app.domain.fields import MAX_TEXT
from evidence_app.domain.money import DEFAULT_CURRENCY, is_storable, parse_currency
from evidence_app.errors import InputProblem
from evidence_app.intake.exports.formats import ExportFormat, format_of
from evidence_app.intake.exports.source import CHUNK_BYTES, Part, Source
from evidence_app.intake.exports.surveying import Surveyor
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.record_messages import LONGEST_NAME

MOST_OPEN = 4
"""Exports that are read side by side: an import, and surveys of others meanwhile."""

ROWS = 2000
CHARACTERS = 2**19
SECONDS = 1.0
"""Of one part: what is read can be cancelled between two, and is held in memory twice."""

MOST_PART_BYTES = 512 * 2**20
"""Of a file inside an export; a larger one is left where it is."""

REPAIRED, LOST = "text-repaired", "text-lost"
"""What `Survey.note` says."""


@dataclass(slots=True)
class Records:
    """The next records of an export: those that were chosen, and those that cannot be read.

    ``read`` counts all that could be read, also those that were left out.
    """

    rows: list[Read] = field(default_factory=list)
    read: int = 0
    ended: bool = False


class Stream:
    """An export being read. ``ahead`` is for whoever answers questions about it: the answer to the next one."""

    def __init__(self, source: Source, choice: Choice, home: ZoneInfo) -> None:
        self._source = source
        self._choice = choice
        self._home = home
        self._format = known_format(source)
        self._records = self._format.read(source)
        self._surveyor = Surveyor(self._format.code, home)
        self._parts: Iterator[Part] | None = None
        self._wanted: frozenset[str] = frozenset()
        self.asked = 0
        self.ahead: Future[tuple[dict[str, object], bytes]] | None = None

    @cached_property
    def asks(self) -> tuple[str, ...]:
        """The questions that the export leaves open."""
        return self._format.asks(self._source) if self._format.asks is not None else ()

    @cached_property
    def stated_count(self) -> int | None:
        """How many records the export itself says it holds."""
        return self._format.states(self._source) if self._format.states is not None else None

    @cached_property
    def _may_hold_parts(self) -> bool:
        is_wide = self._source.encoding.startswith("utf-16")
        return is_wide or holds(self._source.path, self._format.part_mark)

    @property
    def format(self) -> ExportFormat:
        """The importer."""
        return self._format

    def close(self) -> None:
        """Let go of the file."""
        for each in (self._records, self._parts):
            with suppress(AttributeError):
                each.close()  # type: ignore[union-attr]  # importers are generators

    def records(self) -> Records:
        """Return the next records. Raises Unreadable for what concerns the whole file."""
        with collector_resting():  # thousands of records are made and none of them is garbage: a tenth of the time
            return self._next_records()

    def _next_records(self) -> Records:
        found, started, characters = Records(), monotonic(), 0
        rows, choice, home = found.rows, self._choice, self._home
        repairs = self._source.repairs  # grows while the file is read
        takes_all = choice == EVERYTHING
        for each in self._records:
            held = storable(each)
            if repairs:
                held = _marked(held)
            if isinstance(held, Unread):
                rows.append(held)
            else:
                found.read += 1
                if takes_all or choice.takes(held, home):
                    rows.append(held)
                    characters += len(held.text)
            if len(rows) >= ROWS or characters > CHARACTERS or monotonic() - started > SECONDS:
                return found
        found.ended = True
        return found

    @property
    def note(self) -> str:
        """The code of what is to be said about the text of the whole file, as far as it was read."""
        return REPAIRED if self._source.repairs else LOST if self._source.is_lost else ""

    def survey(self) -> tuple[Survey | None, int]:
        """Return what the whole export holds, None until all of it was looked at; and how many records were."""
        started = monotonic()
        try:
            for count, each in enumerate(self._records, 1):
                self._surveyor.take(storable(each))
                if count % ROWS == 0 and monotonic() - started > SECONDS:
                    return None, self._surveyor.count
        except Unreadable as unreadable:
            if unreadable.code not in ASKS:
                raise
            return self._surveyor.survey((unreadable.code,), self.stated_count, self.note), self._surveyor.count
        return self._surveyor.survey(self.asks, self.stated_count, self.note), self._surveyor.count

    def part(self) -> Part | None:
        """Return the next file inside the export that goes with a chosen record, None behind the last one."""
        if self._format.parts is None or not self._may_hold_parts:
            return None
        if self._parts is None:
            self._wanted = self._wanted_parts()
            self._parts = self._format.parts(self._source) if self._wanted else iter(())
        for part in self._parts:
            if part.attachment.part in self._wanted and len(part.data) <= MOST_PART_BYTES:
                return part
        return None

    def _wanted_parts(self) -> frozenset[str]:
        return frozenset(
            attachment.part
            for each in self._records
            if isinstance(each, Record) and each.attachments and self._choice.takes(each, self._home)
            for attachment in each.attachments
            if attachment.part
        )


class Streams:
    """The open ones, by a name that whoever asks gives them. ``read_last`` is the one of which records were asked."""

    def __init__(self) -> None:
        self._open: OrderedDict[str, Stream] = OrderedDict()
        self.read_last: Stream | None = None

    def opened(self, name: str, source: Source, choice: Choice, home: ZoneInfo) -> Stream:
        """Open an export from its beginning. Raises Unreadable("not-an-export")."""
        self.close(name)
        while len(self._open) >= MOST_OPEN:
            self._let_go(self._open.popitem(last=False)[1])
        stream = self._open[name] = Stream(source, choice, home)
        return stream

    def known(self, name: str, asked: int) -> Stream:
        """Return an open one that was asked so many times. Raises Unreadable("damaged"): a worker died meanwhile."""
        stream = self._open.get(name)
        if stream is None or stream.asked != asked:
            raise Unreadable("damaged")
        self._open.move_to_end(name)
        return stream

    def close(self, name: str) -> None:
        """Let go of one, if it is open."""
        stream = self._open.pop(name, None)
        if stream is not None:
            self._let_go(stream)

    def _let_go(self, stream: Stream) -> None:
        stream.close()
        if self.read_last is stream:
            self.read_last = None

    def forget(self) -> None:
        """Let go of all."""
        for name in list(self._open):
            self.close(name)


def holds(path: Path, mark: bytes) -> bool:
    """Tell whether a file holds some bytes; every file holds none. Raises OSError."""
    before = b""
    with path.open("rb") as file:
        while mark and (chunk := file.read(CHUNK_BYTES)):
            if mark in before + chunk:
                return True
            before = chunk[-len(mark) :]
    return not mark


def known_format(source: Source) -> ExportFormat:
    """Return the importer of a file. Raises Unreadable("not-an-export"), OSError."""
    found = format_of(source)
    if found is None:
        raise Unreadable("not-an-export")
    return found


def _marked(each: Read) -> Read:
    """Return a record with a mark that the words of its file were repaired, if nothing else is said about it."""
    return each if isinstance(each, Unread) or each.warning else each._replace(warning=REPAIRED)


def storable(each: Read) -> Read:
    """Return a record that fields can hold, else say that it cannot be read: nothing is cut, nothing is lost."""
    if isinstance(each, Unread):
        return each._replace(words=each.words[:LONGEST_WORDS]) if len(each.words) > LONGEST_WORDS else each
    time = each.time
    if each.amount is not None and not is_storable(each.amount):
        return Unread(each.place, "amount-unreadable", each.text[:LONGEST_WORDS])
    if each.currency != DEFAULT_CURRENCY and not _is_currency(each.currency):
        return Unread(each.place, "currency-unknown", each.text[:LONGEST_WORDS])
    if (
        len(each.text) + len(each.party) + len(each.number) + len(each.reference) + len(each.account) > MAX_TEXT
        or len(each.agent_id) + len(each.agent_name) > MAX_TEXT
        or (time is not None and len(time.words) > LONGEST_NAME)
    ):
        return Unread(each.place, "text-too-long", each.text[:LONGEST_WORDS])
    return each


def _is_currency(code: str) -> bool:
    try:
        return parse_currency(code) == code
    except InputProblem:
        return False
