"""What rules look at: confirmed events in order, each with what can be counted."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import NamedTuple

from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.mails import words_of
from evidence_app.domain.times import Precision


class Origin(Enum):
    """From where an event is known."""

    PERSON = "person"  # who typed it
    PICTURE = "picture"  # or another exhibit that a machine read
    EXPORT = "export"


class Happening(NamedTuple):
    """One event that a person stands behind. Texts are empty where nothing is known.

    ``at`` is the first moment of the chosen reading, aware, in the dispute's zone; None if unknown or a mere file date.
    ``typed`` names what a person typed of a call that an exhibit lists: that shows that there was a call, not these.
    ``disputed`` tells that its sources disagree on when it was, and nobody decided: of its time of day nothing is said.
    """

    event_id: str
    kind: EventKind
    at: datetime | None
    precision: Precision = Precision.UNKNOWN
    direction: Direction = Direction.NONE
    party: str = ""
    number: str = ""
    agent_id: str = ""
    agent_name: str = ""
    text: str = ""
    amount: Decimal | None = None
    currency: str = ""
    reference: str = ""
    duration_s: int | None = None
    outcome: Outcome = Outcome.NONE
    promise: str = ""
    promise_due: date | None = None
    body: str = ""
    exhibit_ids: tuple[str, ...] = ()
    origin: Origin = Origin.PERSON
    typed: frozenset[str] = frozenset()
    disputed: bool = False

    @property
    def other(self) -> str:
        """Who was on the other side: the number, else the name as shown."""
        return self.number or self.party

    @property
    def is_mail(self) -> bool:
        """Whether it is a message that went from or to an address of the mail."""
        return self.kind is EventKind.MESSAGE and "@" in self.number

    @property
    def words(self) -> str:
        """What was said: of a mail, its subject and body without the lines of its header that stand below them."""
        return words_of(self.text, self.number)

    @property
    def has_talk(self) -> bool:
        """Whether it is a call in which somebody spoke."""
        is_call = self.kind is EventKind.CALL and self.direction in (Direction.IN, Direction.OUT)
        return is_call and bool(self.duration_s)

    @property
    def clock_at(self) -> datetime | None:
        """When it happened, if the time of day is known."""
        return self.at if self.precision in (Precision.SECOND, Precision.MINUTE) else None

    @property
    def day(self) -> date | None:
        """On which day it happened, None if even that is unknown."""
        at = self.at
        return at.date() if at is not None and self.precision is not Precision.MONTH else None
