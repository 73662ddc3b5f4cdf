"""All that rules look at, at one moment of one dispute."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from evidence_app.characters import folded
from evidence_app.domain.contacts import comparable
from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.rules.deadlines import Deadline
from evidence_app.rules.law import Body
from evidence_app.rules.working_days import Territory


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A body's clock that runs because of a complaint. ``stopped`` says it was met.

    ``event_id`` is the filing on the timeline, empty where it stands on none.
    """

    body: Body
    deadline: Deadline
    complaint_id: str
    event_id: str = ""
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class Loan:
    """What a person states about the loan in dispute; None and empty where nothing is known.

    ``paid_out`` are the events by which money came, ``payments`` those by which it is paid back, planned ones too.
    ``cost_stated`` answers whether the overall cost was shown.
    """

    lender: str = ""
    principal: Decimal | None = None
    contract_day: date | None = None
    paid_out: tuple[str, ...] = ()
    payments: tuple[str, ...] = ()
    cost_stated: bool | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """One dispute, on one day.

    ``happenings`` are its confirmed events in order. ``tags`` are what a person marked events as. ``numbers`` are those
    of the other side, as `known_as` writes them in ``region``; empty where nobody said which they are. ``names`` are
    those of its institution, as `called` writes them. Who is neither is somebody else: their calls count for nothing.
    ``kept_promises`` are the events whose promise was kept or withdrawn. ``gaps`` are the events that stand for files
    whose evidence could be more complete.
    """

    kind: DisputeType
    territory: Territory | None
    today: date
    happenings: tuple[Happening, ...]
    circumstances: frozenset[str] = frozenset()
    tags: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    region: str = "CN"
    kept_promises: frozenset[str] = frozenset()
    clocks: tuple[RunningClock, ...] = ()
    loan: Loan | None = None
    gaps: tuple[str, ...] = ()

    def is_of_other_side(self, happening: Happening) -> bool:
        """Tell whether an event is with the other side of the dispute: never guessed of whom nobody knows."""
        shown = [each for each in (happening.number, happening.party) if each]
        return any(is_named(each, self.names) for each in shown) or (
            bool(self.numbers) and any(known_as(each, self.region) in self.numbers for each in shown)
        )


_OFFICE = re.compile(
    r"(?:官方|在线|線上|人工|智能|專屬|专属|客服|客户服务|客戶服務|顧客服務|热线|熱線|专员|專員|催收|貸後|贷后|法务|法務|服务号|服務號|中心|部|app|"
    r"customer|service|support|hotline|工号|工號|[\W\d])*"
)
"""What institutions put behind their names; what groups of complainants put there is something else."""


def is_named(shown: str, names: frozenset[str]) -> bool:
    """Tell whether a name is one of the institution's, or that of its office: 速融宝, 速融宝官方客服."""
    said = called(shown)
    return any(said.startswith(name) and _OFFICE.fullmatch(said, len(name)) for name in names if name)


def called(name: str) -> str:
    """Return a name as it is compared."""
    return folded(name)


def known_as(shown: str, region: str) -> str:
    """Return a number or name as it is compared: ``+86 138 0013 8000`` and ``13800138000`` are one."""
    return comparable(shown, region) or shown
