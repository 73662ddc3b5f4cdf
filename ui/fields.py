"""Which facts people type about disputes, exhibits and events: names of fields, their kind, their words.

The sheets and the inspector are built from these descriptions, so that a fact looks and behaves the same in both.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from PySide6.QtCore import QCoreApplication

from evidence_app.domain.disputes import DisputeStatus, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.phrases import section
from ui.i18n import language


class FieldType(Enum):
    """How a fact is typed."""

    LINE = auto()
    LINES = auto()
    LIST = auto()  # one per line
    AMOUNT = auto()
    CURRENCY = auto()
    DURATION = auto()
    DATE = auto()
    ZONE = auto()
    CHOICE = auto()


@dataclass(frozen=True)
class FieldSpec:
    """One fact: the name of its dataclass field, how it is typed, and between what one chooses."""

    name: str
    type: FieldType = FieldType.LINE
    members: tuple[StrEnum, ...] = ()
    kind: EventKind | None = None
    """Of what a direction is: a call comes in, a message is received."""


def _line(*names: str) -> tuple[FieldSpec, ...]:
    return tuple(FieldSpec(name) for name in names)


def _choice(name: str, members: Iterable[StrEnum], kind: EventKind | None = None) -> FieldSpec:
    return FieldSpec(name, FieldType.CHOICE, tuple(members), kind)


CALL_WAYS = _choice(
    "direction", (Direction.OUT, Direction.IN, Direction.MISSED, Direction.REJECTED, Direction.NONE), EventKind.CALL
)
WAYS = _choice("direction", (Direction.NONE, Direction.IN, Direction.OUT))
ANY_WAYS = _choice("direction", (Direction.NONE, Direction.IN, Direction.OUT, Direction.MISSED, Direction.REJECTED))
STEP_WAYS = _choice("direction", (Direction.OUT, Direction.IN, Direction.NONE))
MONEY_WAYS = _choice("direction", (Direction.OUT, Direction.IN, Direction.NONE), EventKind.PAYMENT)
MONEY_OUTCOMES = (Outcome.DONE, Outcome.FAILED, Outcome.PENDING, Outcome.CLOSED, Outcome.REFUNDED, Outcome.NONE)
PLAN_OUTCOMES = (Outcome.DUE, Outcome.PAID, Outcome.OVERDUE, Outcome.NONE)
AGENT = _line("agent_id", "agent_name")
TEXT = FieldSpec("text", FieldType.LINES)
PROMISE = (FieldSpec("promise", FieldType.LINES), FieldSpec("promise_due", FieldType.DATE))
MONEY = (FieldSpec("amount", FieldType.AMOUNT), FieldSpec("currency", FieldType.CURRENCY))
DURATION = FieldSpec("duration_s", FieldType.DURATION)

EVENT_FIELDS: dict[EventKind, tuple[FieldSpec, ...]] = {
    EventKind.CALL: (CALL_WAYS, DURATION, *_line("number", "party"), *AGENT, TEXT, *PROMISE),
    EventKind.NOTE: (TEXT,),
    EventKind.PAYMENT: (
        MONEY_WAYS,
        _choice("outcome", MONEY_OUTCOMES),
        *MONEY,
        *_line("party", "account", "reference"),
        TEXT,
    ),
    EventKind.REPAYMENT: (_choice("outcome", PLAN_OUTCOMES), *MONEY, *_line("party", "reference"), TEXT),
    EventKind.COMPLAINT: (*_line("body", "reference"), STEP_WAYS, TEXT),
    EventKind.MESSAGE: (WAYS, *_line("party", "number"), *AGENT, TEXT, *PROMISE),
    EventKind.DOCUMENT: (ANY_WAYS, DURATION, *_line("party", "number"), *AGENT, TEXT, *PROMISE),
    EventKind.LOGIN: (*_line("party"), TEXT),
    EventKind.PROMISE: (*AGENT, *PROMISE, TEXT),
}
"""The facts of each kind of event, in the order in which one would tell them."""

EXHIBIT_CLAIM = (FieldSpec("proves", FieldType.LINES), *_line("element"))
EXHIBIT_SOURCE = _line("device", "app", "account", "captured_by")
EXHIBIT_WORDS = (
    FieldSpec("transcript", FieldType.LINES),
    FieldSpec("translation", FieldType.LINES),
    *_line("translator"),
    FieldSpec("translated_on", FieldType.DATE),
)
EXHIBIT_PRIVATE = (FieldSpec("private_note", FieldType.LINES),)

SINCE = FieldSpec("disputed_since", FieldType.DATE)
DISPUTE_FIRST = (_choice("type", DisputeType), *_line("institution"), *MONEY, SINCE, *_line("title"))
DISPUTE_MORE = (
    FieldSpec("aliases", FieldType.LIST),
    FieldSpec("summary", FieldType.LINES),
    FieldSpec("demands", FieldType.LIST),
    *_line("complainant", "complainant_contact", "representative", "representative_contact"),
    FieldSpec("zone_name", FieldType.ZONE),
)
DISPUTE_STATUS = _choice("status", DisputeStatus)

NARROW = frozenset(
    {"duration_s", "number", "party", "agent_id", "agent_name", "direction", "outcome", "amount", "currency"}
    | {"reference", "device", "app", "account", "captured_by", "translator", "translated_on", "status"}
    | {"complainant", "complainant_contact", "representative", "representative_contact", "since", "until"}
)
"""Facts that are short enough for two to stand side by side."""

MARKED = frozenset(
    {"institution", "complainant", "representative", "demands", "zone_name", "agent_id", "body", "promise"}
    | {"proves", "element", "captured_by"}
)
"""Facts whose word is of law or technique: a small mark beside it explains it."""


def label_of(name: str) -> str:
    """Return the word for a field in the window's language; of what people work out, the custody log's word."""
    labels = _dispute_labels() | _event_labels() | _exhibit_labels()
    return labels.get(name) or section("history", language.chosen).get(f"field.{name}", name)


def _dispute_labels() -> dict[str, str]:
    """Return the words for the fields of disputes."""
    return {
        "type": QCoreApplication.translate("Fields", "What happened"),
        "title": QCoreApplication.translate("Fields", "Title"),
        "institution": QCoreApplication.translate("Fields", "With whom (institution)"),
        "aliases": QCoreApplication.translate("Fields", "Other names of the institution, one per line"),
        "amount": QCoreApplication.translate("Fields", "Amount"),
        "currency": QCoreApplication.translate("Fields", "Currency"),
        "disputed_since": QCoreApplication.translate("Fields", "In dispute since (can stay empty)"),
        "status": QCoreApplication.translate("Fields", "Status"),
        "zone_name": QCoreApplication.translate("Fields", "Time zone"),
        "summary": QCoreApplication.translate("Fields", "What happened, in a few sentences"),
        "demands": QCoreApplication.translate("Fields", "What is asked, one demand per line"),
        "complainant": QCoreApplication.translate("Fields", "Complainant"),
        "complainant_contact": QCoreApplication.translate("Fields", "Complainant's contact"),
        "representative": QCoreApplication.translate("Fields", "Representative"),
        "representative_contact": QCoreApplication.translate("Fields", "Representative's contact"),
    }


def _event_labels() -> dict[str, str]:
    """Return the words for the fields of events, and of what is asked about them."""
    return {
        "direction": QCoreApplication.translate("Fields", "Direction"),
        "party": QCoreApplication.translate("Fields", "Other side"),
        "number": QCoreApplication.translate("Fields", "Number"),
        "agent_id": QCoreApplication.translate("Fields", "Agent ID"),
        "agent_name": QCoreApplication.translate("Fields", "Agent's name"),
        "text": QCoreApplication.translate("Fields", "What was said or happened"),
        "reference": QCoreApplication.translate("Fields", "Reference number"),
        "duration_s": QCoreApplication.translate("Fields", "Duration"),
        "outcome": QCoreApplication.translate("Fields", "Outcome"),
        "promise": QCoreApplication.translate("Fields", "What was promised, word for word"),
        "promise_due": QCoreApplication.translate("Fields", "Promised by"),
        "body": QCoreApplication.translate("Fields", "Body"),
        "time": QCoreApplication.translate("Fields", "Time"),
        "kind": QCoreApplication.translate("Fields", "Kind"),
        "since": QCoreApplication.translate("Fields", "From this day"),
        "until": QCoreApplication.translate("Fields", "Up to this day"),
        "exhibit_ids": QCoreApplication.translate("Fields", "Exhibits that show it"),
    }


def _exhibit_labels() -> dict[str, str]:
    """Return the words for the fields of exhibits."""
    return {
        "proves": QCoreApplication.translate("Fields", "What it proves"),
        "element": QCoreApplication.translate("Fields", "Element of the claim"),
        "device": QCoreApplication.translate("Fields", "Device"),
        "app": QCoreApplication.translate("Fields", "App"),
        "account": QCoreApplication.translate("Fields", "Account"),
        "captured_by": QCoreApplication.translate("Fields", "Captured by"),
        "transcript": QCoreApplication.translate("Fields", "Transcript"),
        "machine_text": QCoreApplication.translate("Fields", "Text in the exhibit"),
        "marks": QCoreApplication.translate("Fields", "Notes at times"),
        "translation": QCoreApplication.translate("Fields", "Translation"),
        "translator": QCoreApplication.translate("Fields", "Translator"),
        "translated_on": QCoreApplication.translate("Fields", "Translated on"),
        "private_note": QCoreApplication.translate("Fields", "Private note"),
    }


def hint_of(name: str) -> str:
    """Return an example of what to type, shown while the field is empty."""
    return {
        "title": QCoreApplication.translate("Fields", "A short name for you to recognise it"),
        "institution": QCoreApplication.translate("Fields", "Company, app or brand"),
        "amount": "3000.00",
        "currency": "CNY",
        "duration_s": "2:41",
        "promise_due": "2025-02-28",
        "disputed_since": "2025-02-28",
        "translated_on": "2025-02-28",
        "body": QCoreApplication.translate("Fields", "For example 12378"),
        "private_note": QCoreApplication.translate("Fields", "Only for you: never printed, never exported"),
        "element": QCoreApplication.translate("Fields", "For example: the loan was not applied for by me"),
        "proves": QCoreApplication.translate("Fields", "One sentence: what a reader sees here and why it matters"),
    }.get(name, "")
