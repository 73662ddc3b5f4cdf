"""All that rules look at, at one moment of one dispute."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Channel, PromiseState
from evidence_app.rules.deadlines import Deadline
from evidence_app.rules.described import is_described_as
from evidence_app.rules.documents import NO_DOCUMENTS, Documents
from evidence_app.rules.evidence_words import is_said, recognisers
from evidence_app.rules.law import Body
from evidence_app.rules.loan_rows import Loan, LoanRows, loan_rows
from evidence_app.rules.money_ledger import Belonging
from evidence_app.rules.movements import goes_out
from evidence_app.rules.other_signers import is_signed_by, other_signers
from evidence_app.rules.parties import TALK, OtherSide
from evidence_app.rules.payees import is_paid_to_another_company
from evidence_app.rules.territories import Territory


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A body's clock that runs because of a complaint. ``stopped`` says it was met.

    ``event_id`` is the filing on the timeline, empty where it stands on none. ``met_on`` is the day on which it was
    met, None where nobody wrote it down. ``is_followed`` is false where nobody recorded the filing: of its answer
    nothing is known, and nobody is late with it. ``longest_to`` is the last day of the longest period of the same
    filing that counts instead of it, or prolongs it; None where there is none. ``is_possible`` is one that prolongs
    another and that nobody has yet: it is for who is told of it, and nobody wrote down that they were.
    ``perhaps_met_on`` is the day on which something came that may have met it, ``perhaps_met_by`` that entry: until a
    person says whether it did, nobody is late with it.
    """

    body: Body
    deadline: Deadline
    complaint_id: str
    event_id: str = ""
    stopped: bool = False
    met_on: date | None = None
    is_followed: bool = True
    longest_to: date | None = None
    is_possible: bool = False
    perhaps_met_on: date | None = None
    perhaps_met_by: str = ""

    @property
    def is_perhaps_answered(self) -> bool:
        """Whether something came that may be the answer until which it runs."""
        return self.perhaps_met_on is not None and not self.deadline.clock.is_acknowledgement

    @property
    def days_late(self) -> int:
        """By how many days it was late, met; 0 where a longer period may have counted: that one tells it."""
        return self.days_met_after if self.longest_to is None else 0

    def days_overdue(self, today: date) -> int:
        """Return by how many days it is late, unmet; 0 where a longer period may count: that one tells it."""
        return self.days_passed(today) if self.longest_to is None else 0

    @property
    def days_met_after(self) -> int:
        """By how many days it was met after its last day: a late answer was late, though nobody waits for it now."""
        counts = self.stopped and self._binds and self.met_on is not None
        return self.deadline.days_overdue(self.met_on) if counts and self.met_on is not None else 0

    def days_passed(self, today: date) -> int:
        """Return by how many days it ran out unmet: nobody is late with what was met, or is only customary."""
        counts = self._binds and not self.stopped and self.is_followed and self.perhaps_met_on is None
        return self.deadline.days_overdue(today) if counts else 0

    @property
    def _binds(self) -> bool:
        return self.deadline.clock.statutory and not self.is_possible


@dataclass(frozen=True)
class Situation:
    """One dispute, on one day. What several rules ask of all events is worked out once, and kept as long as it is.

    ``happenings`` are its confirmed events in order. ``tags`` are what a person marked events as. ``numbers`` are those
    of the other side, as `stated_as` writes them in ``region``; empty where nobody said which they are. ``names`` are
    those of its institution, as `called` writes them. Who is neither is somebody else: their calls count for nothing.
    ``kept_promises`` are the events whose promise was kept or withdrawn, ``broken_promises`` those whose promise a
    person marked as not kept. ``documents`` is what is known of its files, ``channels`` are the ways to reach the
    institution, ``twins`` payments whose money another event shows, too.
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
    broken_promises: frozenset[str] = frozenset()
    clocks: tuple[RunningClock, ...] = ()
    loan: Loan | None = None
    documents: Documents = NO_DOCUMENTS
    channels: tuple[Channel, ...] = ()
    twins: frozenset[str] = frozenset()

    def is_money_with_other_side(self, happening: Happening) -> bool:
        """Tell whether money moves between the person and the institution.

        So does what a bill describes as with it, naming nobody. What is stated as the loan's does, unless it names
        another company that was paid, or is a fee that names nobody: guarantors and brokers take those, too. A row of a
        repayment plan names nobody, and is of the app that shows it.
        """
        if self.other_side.takes_money(happening.party, happening.number) or self._is_described(happening):
            return True
        if happening.event_id in self._of_loan:
            return not is_paid_to_another_company(happening) and not self._is_fee_to_nobody(happening)
        return happening.kind is EventKind.REPAYMENT and not (happening.party or happening.number)

    def _is_described(self, happening: Happening) -> bool:
        """Tell it of a payment that names nobody, once of each: many steps ask it of the same rows."""
        if happening.other or happening.kind is not EventKind.PAYMENT:
            return False
        if happening.event_id not in self._described:
            self._described[happening.event_id] = is_described_as(happening, self.other_side)
        return self._described[happening.event_id]

    @cached_property
    def _described(self) -> dict[str, bool]:
        return {}

    def is_money_of_dispute(self, happening: Happening) -> bool:
        """Tell whether money moves between the two sides, or moves the loan that is stated, whoever was paid."""
        return self.belonging(happening) is not Belonging.OTHERS

    def _is_fee_to_nobody(self, happening: Happening) -> bool:
        is_fee = self.loan is not None and happening.event_id in self.loan.fees
        is_in_plan = happening.kind is EventKind.REPAYMENT and happening.origin is not Origin.PERSON
        return is_fee and goes_out(happening) and not happening.other and not is_in_plan

    def belonging(self, happening: Happening) -> Belonging:
        """Tell whose side money is of; what was paid for the stated loan is so even if nothing says to whom."""
        if self.is_money_with_other_side(happening):
            return Belonging.THEIRS
        return Belonging.ELSEWHERE if happening.event_id in self._of_loan else Belonging.OTHERS

    def is_of_other_side(self, happening: Happening) -> bool:
        """Tell whether an event is with the other side of the dispute: never guessed of whom nobody knows."""
        if not self.other_side.has(happening.party, happening.number):
            return False
        return not is_signed_by(happening, self._other_signers, self.other_side)

    @cached_property
    def _other_signers(self) -> frozenset[str]:
        return other_signers(self.happenings, self.other_side)

    def became(self, happening: Happening) -> PromiseState:
        """Return what a person said of a promise; one that was withdrawn is over as one that was kept."""
        if happening.event_id in self.kept_promises:
            return PromiseState.KEPT
        return PromiseState.BROKEN if happening.event_id in self.broken_promises else PromiseState.OPEN

    @cached_property
    def other_side(self) -> OtherSide:
        """By what the other side is known."""
        return OtherSide(self.names, self.numbers, self.region)

    @cached_property
    def theirs(self) -> tuple[Happening, ...]:
        """The events with the other side, in order."""
        return tuple(each for each in self.happenings if self.is_of_other_side(each))

    @cached_property
    def loan_rows(self) -> LoanRows:
        """The rows of the loan that count, each once."""
        return loan_rows(self.happenings, self.loan, self.twins, self.is_money_with_other_side)

    def told(self, recogniser: str) -> Iterator[Happening]:
        """Yield the other side's messages that say the words of a recogniser."""
        hints = recognisers()[recogniser].hints
        came = [each for each in self.theirs if each.kind is EventKind.MESSAGE and each.direction is Direction.IN]
        every = "\0".join(each.text for each in came)  # of a hundred thousand, mostly none has any
        there = [hint for hint in hints if hint in every]
        if hints:
            came = [each for each in came if any(hint in each.text for hint in there)] if there else []
        return (each for each in came if is_said(recogniser, each.words))

    def first_told(self, recogniser: str) -> str:
        """Return the first such message, empty where there is none."""
        if recogniser not in self._first_told:
            self._first_told[recogniser] = next((each.event_id for each in self.told(recogniser)), "")
        return self._first_told[recogniser]

    @cached_property
    def _first_told(self) -> dict[str, str]:
        return {}

    @cached_property
    def days(self) -> Mapping[str, date | None]:
        """On which day each event was, by its id."""
        return {each.event_id: day for each, day in zip(self.happenings, self._days, strict=True)}

    @cached_property
    def _days(self) -> list[date | None]:
        return [each.day for each in self.happenings]

    @cached_property
    def talked(self) -> tuple[date, date] | None:
        """From which day to which there are calls and messages, None where none has a day."""
        days = [day for each in self.happenings if each.kind in TALK and (day := each.day) is not None]
        return (min(days), max(days)) if days else None

    @cached_property
    def _of_loan(self) -> frozenset[str]:
        return self.loan.named if self.loan else frozenset()

    def parted(self, day: date) -> tuple["Situation", "Situation"]:
        """Return what happened before a day, and what since; of an unknown day nobody says that it was before."""
        if day not in self._parts:
            days, happenings = self._days, self.happenings
            before = (each for on, each in zip(days, happenings, strict=True) if on is not None and on < day)
            since = (each for on, each in zip(days, happenings, strict=True) if on is None or on >= day)
            self._parts[day] = replace(self, happenings=tuple(before)), replace(self, happenings=tuple(since))
        return self._parts[day]

    @cached_property
    def _parts(self) -> dict[date, tuple["Situation", "Situation"]]:
        return {}
