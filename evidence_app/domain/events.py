"""Events: what happened at a time, typed by hand or read from files."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import UNKNOWN_TIME, EventTime, Precision, TimeSource


class EventKind(StrEnum):
    """What kind of thing happened."""

    MESSAGE = "message"
    CALL = "call"
    PAYMENT = "payment"
    LOGIN = "login"
    REPAYMENT = "repayment"
    NOTE = "note"
    PROMISE = "promise"
    COMPLAINT = "complaint"
    DOCUMENT = "document"


MOVES_MONEY = frozenset({EventKind.PAYMENT, EventKind.REPAYMENT})
"""Kinds whose direction is the money's; that of the others is the words', and an amount in them is only mentioned."""


TELLS_ITS_PAGE = frozenset({EventKind.MESSAGE, EventKind.CALL, EventKind.PAYMENT, EventKind.LOGIN, EventKind.REPAYMENT})
"""Kinds of events in which a page that was read is told: it shows nothing else that happened."""


class Direction(StrEnum):
    """As seen by the complainant."""

    IN = "in"
    OUT = "out"
    MISSED = "missed"
    REJECTED = "rejected"
    NONE = ""


class Outcome(StrEnum):
    """What became of a movement of money, or of a row of a repayment plan."""

    DONE = "done"
    FAILED = "failed"
    PENDING = "pending"
    CLOSED = "closed"
    REFUNDED = "refunded"
    PAID = "paid"
    DUE = "due"
    OVERDUE = "overdue"
    NONE = ""


class EventStatus(StrEnum):
    """Whether a person stands behind the event."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFacts:
    """All that is said about one thing that happened; texts are empty where nothing is known.

    ``party`` is who was on the other side as a name, ``number`` the phone number or account as shown.
    ``amount`` is unsigned. ``promise`` is what was promised, verbatim; ``promise_due`` by when.
    ``body`` is where a complaint step went. ``exhibit_ids`` are the exhibits that show the event, the one it came
    from first. ``account`` is which of the complainant's own accounts, cards or numbers it was on.
    """

    kind: EventKind
    time: EventTime = UNKNOWN_TIME
    direction: Direction = Direction.NONE
    party: str = ""
    number: str = ""
    agent_id: str = ""
    agent_name: str = ""
    text: str = ""
    amount: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    reference: str = ""
    duration_s: int | None = None
    outcome: Outcome = Outcome.NONE
    promise: str = ""
    promise_due: date | None = None
    body: str = ""
    exhibit_ids: tuple[str, ...] = ()
    status: EventStatus = EventStatus.ACCEPTED
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(EventFacts):
    """An event as it is kept.

    ``ordinal`` breaks ties between equal times: the order of recording, until a person arranges them otherwise.
    ``set_aside`` is as in `Exhibit`; the event that stands for a file is set aside with its exhibit.
    ``read_from`` is the exhibit that a machine read the event from, or from which it was imported; empty for one that
    a person typed or that stands for a file. Such an event is shown while an exhibit that shows it is in use.
    ``imported`` tells the two apart: an imported event is shown while an export that holds its record is in use,
    whatever files go with it; ``place`` is where in that exhibit the record stands (`evidence_app.domain.exports`).
    """

    id: str
    dispute_id: str
    ordinal: int
    set_aside: str = ""
    read_from: str = ""
    place: str = ""
    imported: bool = False


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What one line of the timeline shows, already in order; cheap enough for tens of thousands.

    ``at`` is aware, in the dispute's zone, the first moment the chosen reading may mean; None if unknown, or if all
    that is known is when the file was last changed (`EventTime.only_file_date`). Entries without it come last.
    ``exhibit_id``/``sha256``/``media_kind`` belong to the first exhibit that shows the event, empty without one;
    ``exhibit_label`` is that exhibit's title or file name, what a document without text is called by, and
    ``proves`` what a person says that it proves.
    ``also_found_by`` is what no line shows but a search may ask for: the number, the agent's name, the reference,
    the body, and the exhibit's name, app, device and account, one per line, empty ones too.
    ``told`` marks the entry of a file whose content other entries tell, messages or records that were read off it, and
    about whose own time nobody has to decide (`is_told`).
    """

    event_id: str
    kind: EventKind
    at: datetime | None
    precision: Precision
    time_source: TimeSource | None
    offset_stated: bool
    open_conflict: bool
    direction: Direction
    party: str
    agent_id: str
    text: str
    amount: Decimal | None
    currency: str
    duration_s: int | None
    outcome: Outcome
    promise: str
    status: EventStatus
    exhibit_id: str
    exhibit_number: int
    sha256: str
    media_kind: str
    exhibit_label: str = ""
    promise_due: date | None = None
    also_found_by: str = ""
    proves: str = ""
    told: bool = False


def is_told(media_kind: str, *, dated: bool, conflict: bool) -> bool:
    """Tell whether the entry of a file whose content other entries tell may be folded away.

    Somebody has to say when a picture was taken, for "yesterday" on it to mean a day. An exported file needs no time
    of its own: each of its records has one.
    """
    return not conflict and (dated or media_kind != MediaKind.IMAGE)
