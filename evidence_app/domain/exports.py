"""What people export from phones, apps, wallets and mailboxes: records that are events, and what could not be read.

A million of them pass from importers to the catalog, so a record is a plain tuple with names, not a dataclass.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from functools import lru_cache
from itertools import compress
from typing import NamedTuple

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource


class Attachment(NamedTuple):
    """A file that goes with a record.

    ``name`` is what the export calls it. ``part`` says where inside the export its bytes are (unique in the export),
    empty for a file that lies beside it (in the same folder or archive).
    """

    name: str
    part: str = ""


class Record(NamedTuple):
    """One record of an export, as an event.

    ``place`` is where it stands in the original: a kind of place and a number counted from 1, ``line:233``,
    ``row:17`` (of a table, its heading row counted), ``element:231`` (of an XML or JSON list), ``page:3``; unique in
    the export, in its order. The other fields are those of `EventFacts`; ``time`` is its one reading, None if the
    export states none. ``account`` is which of the complainant's own accounts, cards or numbers it was on, as shown
    (收/付款方式, a card's tail, a SIM). ``warning`` is the code of what is doubtful about the record (``id-damaged``: a
    long number that a spreadsheet turned into a float), empty if nothing is.
    """

    place: str
    kind: EventKind
    time: ClockReading | None = None
    direction: Direction = Direction.NONE
    party: str = ""
    number: str = ""
    text: str = ""
    agent_id: str = ""
    agent_name: str = ""
    amount: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    reference: str = ""
    duration_s: int | None = None
    outcome: Outcome = Outcome.NONE
    account: str = ""
    attachments: tuple[Attachment, ...] = ()
    warning: str = ""


LONGEST_WORDS = 80
"""Characters of a record that cannot be read: enough to find it by."""


class Unread(NamedTuple):
    """A record that is there and could not be read: its place, the code of the reason, and how it begins."""

    place: str
    reason: str
    words: str = ""


class TimeKind(NamedTuple):
    """What the times of an export's records have in common: all of a `ClockReading` but when, and the words."""

    precision: Precision
    source: TimeSource
    confidence: int
    offset_min: int | None
    meaning: TimeMeaning
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Records as they go into the catalog, column by column, in plain values: a million of them must be quick.

    All columns are of one length. ``time`` says what ``wall`` means; both are None where there is no time, and
    ``wall_text``, which is ``wall`` in ISO 8601, is empty. ``amount`` is as `plain_amount` writes it.
    """

    place: Sequence[str]
    kind: Sequence[str]
    time: Sequence[TimeKind | None]
    wall: Sequence[datetime | None]
    wall_text: Sequence[str]
    words: Sequence[str]
    direction: Sequence[str]
    party: Sequence[str]
    number: Sequence[str]
    text: Sequence[str]
    agent_id: Sequence[str]
    agent_name: Sequence[str]
    amount: Sequence[str]
    currency: Sequence[str]
    reference: Sequence[str]
    duration_s: Sequence[int | None]
    outcome: Sequence[str]
    account: Sequence[str]
    attachments: Sequence[tuple[Attachment, ...]]
    warning: Sequence[str]

    def __len__(self) -> int:
        return len(self.place)

    def only(self, wanted: Sequence[bool]) -> "Columns":
        """Return the records that are wanted."""
        return Columns(**{each.name: list(compress(getattr(self, each.name), wanted)) for each in fields(self)})


ASKS = frozenset({"day-order", "owner", "columns", "password"})
"""Questions that only a person can answer: `ExportFormat.asks`, or `Unreadable` where an importer cannot even begin."""

MOST_PARTIES = 2000
"""Other sides that a survey names: nobody looks further down a list."""

MOST_UNREAD = 200
"""Places of unread records that are named; all of them are counted."""


TABLE_ENDINGS = (".csv", ".tsv", ".xls", ".xlsx", ".ods", ".txt")
"""How files end that may be tables."""

STATEMENT = "statement"
"""The format of a bank's statement: a table with headings that are known, or only like known ones."""

COLUMN_FIELDS = (
    *("time", "date", "amount", "income", "expense", "direction", "party", "number", "text", "reference"),
    *("currency", "outcome", "account", "balance", "signs"),
)
"""What `Hints.columns` can name: ``date`` where the day stands apart from the time of day; ``balance`` only tells
what an account held from what was paid; ``signs`` is no column, but says what a positive amount is: ``positive-in``,
``positive-out``, or ``words`` where amounts have no signs. A field may have several columns (``text``)."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person said about an export that it does not say itself.

    ``day_first`` answers whether 3/4 is the third of April; ``owner`` is the complainant's own name in a chat whose
    export does not tell the two sides apart; ``columns`` names, for a table that no importer knows, the heading of
    each field's column (``time``, ``amount``, …). ``password`` opens a locked file; it is kept nowhere.
    """

    day_first: bool | None = None
    owner: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    password: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class MailSides:
    """Who is who in mails, in lower case.

    ``own`` are the complainant's addresses, ``theirs`` domains of the institution, ``names`` what the complainant is
    called.
    """

    own: tuple[str, ...] = ()
    theirs: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartyCount:
    """How many records of an export are with one other side, and from when to when (as in `Survey`).

    ``signed`` is how the first of its messages are signed in the text: 【速融宝】, without the brackets.
    """

    party: str
    number: str
    count: int
    first: str = ""
    last: str = ""
    signed: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What an export holds, before any of it is imported.

    ``format`` is an importer's code. ``first`` and ``last`` are the earliest and latest times in the dispute's zone
    (ISO, empty where no record has one). ``unread`` are the first of ``unread_count`` records that cannot be read.
    ``parties`` are the other sides, those with most records first, at most `MOST_PARTIES`. ``asks`` are the codes of
    questions that only a person can answer (`ASKS`): until then some records may be unread, or lack their direction.
    ``attachment_count`` is how many files go with records, ``beside_count`` how many of them it only names: they lie
    beside it, if they are there at all. ``stated_count`` is how many records the export itself says it holds, None if
    it says nothing: where that is not ``count`` and ``unread_count`` together, something is missing. ``note`` is the
    code of what has to be known about the words of the whole file: ``text-repaired`` (it was saved in a wrong encoding,
    and what it meant is read), ``text-lost`` (a part of it cannot be had back), empty if nothing has.
    """

    format: str
    count: int
    unread_count: int = 0
    unread: tuple[Unread, ...] = ()
    first: str = ""
    last: str = ""
    parties: tuple[PartyCount, ...] = ()
    kinds: tuple[tuple[EventKind, int], ...] = ()
    attachment_count: int = 0
    beside_count: int = 0
    asks: tuple[str, ...] = ()
    stated_count: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ColumnProposal:
    """What the columns of a table that no importer knows probably are, for a person to correct.

    ``headings`` are those of its columns from left to right, ``rows`` the first rows below them, cell by cell.
    ``columns`` are what `Hints` takes; ``fingerprint`` is the same for all tables with these headings.
    ``certain`` tells that day and amount can be nothing else. ``asks`` is as in `Survey`.
    """

    headings: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    fingerprint: str
    certain: bool = False
    asks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Which records of an export are wanted: all by default.

    ``numbers`` are numbers or names as shown, or their beginnings followed by ``*`` (``1069*``). Days are those of
    the dispute's zone, both included; a record without a time is in every period.
    """

    numbers: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None

    def names(self, *shown: str) -> bool:
        """Tell whether a number or a name, as they are shown, is among the wanted ones."""
        return not self.numbers or any(_fits(wanted, each) for wanted in self.numbers for each in shown if each)

    def takes(self, record: Record, home: tzinfo) -> bool:
        """Tell whether a record is wanted; ``home`` is the dispute's zone."""
        return self._in_period(record.time, home) and self.names(record.number, record.party)

    def _in_period(self, time: ClockReading | None, home: tzinfo) -> bool:
        if (self.since is None and self.until is None) or time is None or time.wall is None:
            return True
        day = home_wall(time.wall, time.offset_min, home).date()
        return (self.since is None or day >= self.since) and (self.until is None or day <= self.until)


EVERYTHING = Choice()


def home_wall(wall: datetime, offset_min: int | None, home: tzinfo) -> datetime:
    """Return the naive time that clocks of the dispute's zone showed then."""
    if offset_min is None:
        return wall
    moment = wall - timedelta(minutes=offset_min)
    return moment + _offset_at(moment.replace(minute=0, second=0, microsecond=0), home)


@lru_cache(maxsize=4096)
def _offset_at(moment: datetime, home: tzinfo) -> timedelta:
    return moment.replace(tzinfo=UTC).astimezone(home).utcoffset() or timedelta()


def _fits(wanted: str, shown: str) -> bool:
    return shown.startswith(wanted[:-1]) if wanted.endswith("*") else shown == wanted


Read = Record | Unread
"""What reading an export yields, in its order."""
