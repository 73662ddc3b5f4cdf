"""A dispute: one conflict with one institution; owns exhibits and events."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.money import DEFAULT_CURRENCY
from evidence_app.domain.times import zone

DEFAULT_ZONE = "Asia/Shanghai"
SAMPLE_INSTITUTION = "示例消费金融有限公司"
"""The invented lender of the sample dispute, in all languages: by its name the sample is told from real disputes."""


class DisputeType(StrEnum):
    """What happened, in the words of the product (each has its own checklist, letter and rules)."""

    UNAUTHORISED_LOAN = "unauthorised_loan"
    LOAN_PORTAL = "loan_portal"
    MISDIRECTED_SMS = "misdirected_sms"
    HARASSMENT = "harassment"
    TOPUP_FAILED = "topup_failed"
    WITHDRAWAL_BLOCKED = "withdrawal_blocked"
    ACCOUNT_STOLEN = "account_stolen"
    REFUND_REFUSED = "refund_refused"
    POOR_SERVICE = "poor_service"
    OTHER = "other"


class DisputeStatus(StrEnum):
    """Where the dispute stands."""

    OPEN = "open"
    WAITING = "waiting"  # a reply is due from the institution or a body
    RESOLVED = "resolved"
    CLOSED = "closed"  # ended without a solution


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFacts:
    """All that a person says about a dispute; texts are empty where nothing is known.

    ``zone_name`` is the IANA zone in which times without an offset are read. ``amount`` is the amount in dispute.
    ``demands`` are one sentence each, in the order in which they are asked. ``disputed_since`` is the day on which the
    trouble began, as the person says; None where nobody said, and events may tell.
    """

    title: str
    type: DisputeType
    institution: str
    aliases: tuple[str, ...] = ()
    summary: str = ""
    complainant: str = ""
    complainant_contact: str = ""
    representative: str = ""
    representative_contact: str = ""
    zone_name: str = DEFAULT_ZONE
    amount: Decimal | None = None
    currency: str = DEFAULT_CURRENCY
    status: DisputeStatus = DisputeStatus.OPEN
    demands: tuple[str, ...] = ()
    disputed_since: date | None = None

    @property
    def zone(self) -> ZoneInfo:
        """The zone of ``zone_name``."""
        return zone(self.zone_name)

    @property
    def is_sample(self) -> bool:
        """Whether it is the sample dispute, in which everything is invented."""
        return self.institution == SAMPLE_INSTITUTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(DisputeFacts):
    """A dispute as it is kept. ``set_aside`` is as in `Exhibit`, and hides all that belongs to the dispute."""

    id: str
    created_at: datetime
    set_aside: str = ""


class Basis(Enum):
    """By what it is known since when a matter is in dispute."""

    STATED = "stated"  # the person said so
    SHOWN = "shown"  # the first event that shows the trouble
    PAID = "paid"  # the one payment of the amount in dispute
    DEPARTED = "departed"  # the first call or message by which they departed from a standard
    FILED = "filed"  # the first complaint: what it is about was there before
    CONTACT = "contact"  # the first time that the person called or wrote to the institution
    FIRST = "first"  # the first event there is: nothing tells when the trouble began


@dataclass(frozen=True, slots=True)
class Beginning:
    """Since which day a matter is in dispute, and by what that is known.

    ``event_id`` is the event of that day; empty where the day is stated, or that of a complaint on no timeline.
    ``with_events`` are those without which that event would not show it: a demand is trouble after a refund alone.
    """

    day: date
    basis: Basis
    event_id: str = ""
    with_events: tuple[str, ...] = ()

    @property
    def event_ids(self) -> tuple[str, ...]:
        """All events by which it is known."""
        return (*filter(None, (self.event_id,)), *self.with_events)


@dataclass(frozen=True, slots=True)
class DisputeSummary:
    """One line of the list of disputes, with what the list shows."""

    dispute: Dispute
    exhibit_count: int
    event_count: int
    open_conflict_count: int
