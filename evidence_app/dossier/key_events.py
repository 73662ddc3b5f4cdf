"""Which few events tell the story on the one-page summary. Pure."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import MOVES_MONEY, Direction, Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.beginning import OWN_MONEY, lent, withheld
from evidence_app.rules.beginning_of_contacts import ABOUT_CONTACTS
from evidence_app.rules.law import About
from evidence_app.rules.money_ledger import Counting
from evidence_app.rules.others import LEAST_PARTS
from evidence_app.rules.parties import called
from evidence_app.rules.promises import first_said
from evidence_app.rules.stated import DISCLOSED, THIRD_PARTY, THREAT
from evidence_app.rules.telling import Known, tells_of_refund
from evidence_app.rules.workspace import Workspace

WEIGHTS = {
    EventKind.PAYMENT: 60,
    EventKind.PROMISE: 50,
    EventKind.COMPLAINT: 50,
    EventKind.CALL: 30,
    EventKind.LOGIN: 30,
    EventKind.MESSAGE: 30,
    EventKind.REPAYMENT: 20,
    EventKind.NOTE: 10,
}
"""How much an event of a kind says on the one-page summary; a bare document says nothing by itself."""

DESCRIBED_WEIGHT = 40
"""How much a document says of which somebody wrote what it proves."""

PROMISED, MARKED, REFUSED, MOVED, FILED = 50, 50, 40, 40, 90
"""What a promise, a mark, a refusal, money that the institution moved or got, and a filing say more than their kind."""

ARRIVED = 200
"""What the arrival of the loan says more, or the word that money is kept back or was given back to the lender already:
with it such a dispute begins."""

PLANNED = 5
"""How much money says that was not moved, or not between the person and the institution."""

REFUSAL = (
    "无法",
    "不能",
    "不予",
    "不支持",
    "拒绝",
    "無法",
    "拒絕",
    "不支援",
    "cannot",
    "refuse",
    "unable",
    "reject",
    "歉難",
    "歉难",
    "礙難",
    "碍难",
    "不同意",
    "不受理",
    "駁回",
    "驳回",
    "not uphold",
    "no record of",
)
"""Words with which a message or a call of an institution refuses."""

_REFUSES_NOTHING = re.compile(
    r"(?:无法|無法|不能|不支持|不支援|cannot|unable)[^。.,，!?！？\n]{0,16}(?:回复|回覆|回信|repl|透露|泄露|洩露|洩漏|泄漏|告诉|告訴)"
    r"|(?:如果?(?![前上下此])|若|\bif\b)[^。.,，!?！？\n]{0,12}(?:无法|無法|不能|cannot|unable)"
)
"""Nobody reads replies, a code is for nobody else, and what to do if one cannot do something: of every other notice."""

NOT_GIVEN_BACK = 50
"""What a refusal says more where the dispute is about the person's own money: it is the answer to it."""

ANSWERED = 60
"""What the answer to a complaint says more."""

BROKEN = 40
"""What a promise says more that somebody marked as broken."""

RESTING, ROUTINE = 30, 40
"""What says more that a finding of few events rests on, and less that was paid where contacts are the matter."""

GRAVE = frozenset({THREAT, THIRD_PARTY, DISCLOSED})
"""Marks of what says more than other marks: of two answers that contradict each other, each has an agent's ID, too."""

KEY_EVENTS_OF_A_KIND = 2

FEW = 5
"""Key events that every summary has; more of them only where each tells much."""

TELLING = 80
"""How much an event weighs that is one of more than a few: a filing, a broken promise, no mere call."""


def described(exhibits: Iterable[Exhibit]) -> set[str]:
    """Return the ids of the exhibits of which somebody wrote what they prove."""
    return {exhibit.id for exhibit in exhibits if exhibit.proves}


def key_events(events: Sequence[Event], count: int, weighing: "Weighing") -> list[Event]:
    """Return up to ``count`` events that tell the story, in order, not more than two that say a like thing.

    Beyond a few, only what tells much.
    """
    weights = {event.id: weighing.weight(event) for event in events if event.status is EventStatus.ACCEPTED}
    told_by_others = {
        exhibit_id for event in events if event.kind is not EventKind.DOCUMENT for exhibit_id in event.exhibit_ids
    }
    spoken = [
        event
        for event in events
        if weights.get(event.id)
        and (event.kind is not EventKind.DOCUMENT or not told_by_others.issuperset(event.exhibit_ids))
    ]  # when a picture was taken says less than the entries that it shows
    ranked = sorted(
        spoken, key=lambda event: weights[event.id], reverse=True
    )  # stable: the earlier one of equals first
    chosen: list[Event] = []
    said: Counter[str] = Counter()
    told: set[tuple[str, object]] = set()
    for event in ranked:
        what, words = weighing.what(event), weighing.words(event)
        if event.outcome is Outcome.DUE and chosen:
            continue  # instalments to come are told only where there is nothing else
        if (
            len(chosen) < (count if weights[event.id] >= TELLING else min(FEW, count))
            and said[what] < KEY_EVENTS_OF_A_KIND
            and words not in told
        ):
            chosen.append(event)
            said[what] += 1
            told.update(
                [words] if words[0] and (event.kind is EventKind.MESSAGE or event.promise) else []
            )  # a picture and an export show it
    return [event for event in events if event in chosen]


def _day(event: Event) -> object:
    """Return on which day something was said: two exhibits show it once, the same words of another day are new."""
    reading = event.time.happened
    return reading.wall.date() if reading is not None and reading.wall is not None else None


class Weighing:
    """How much each event says, by what the dispute amounts to."""

    def __init__(self, described: set[str], found: Workspace | None) -> None:
        self._described = described
        self._is_of_own_money = found is not None and found.dispute.type in OWN_MONEY
        self._is_about_contacts = found is not None and found.dispute.type in ABOUT_CONTACTS
        self._resting = _resting(found) if found is not None else frozenset()
        self._tags = found.stated.tags if found is not None else {}
        self._promised = None if found is None else first_said(found.promises)
        self._same = found.same if found is not None else {}
        self._theirs = found.theirs if found is not None else frozenset()
        rows = found.money.rows if found is not None else ()
        self._aside = {row.happening.event_id for row in rows if not row.was_made}
        self._with_institution = {row.happening.event_id for row in rows if row.was_made}
        self._arrivals = _arrivals(found) if found is not None else frozenset()
        self._refunds = _refunds(found) if found is not None else frozenset()
        self._begins = self._arrivals | self._refunds | (_withheld(found) if found is not None else frozenset())
        self._broken = _broken(found) if found is not None else frozenset()
        self._filed = _filed(found) if found is not None else frozenset()
        self._answers = _answers(found) if found is not None else frozenset()
        self._found = found

    def what(self, event: Event) -> str:
        """Return what kind of thing an event says."""
        if self._promises(event):
            return "promise"
        if event.id in self._refunds:
            return "refund"
        if tags := self._tags.get(event.id):  # of each kind of mark, the first ones: a threat is no contact with others
            return f"marked {min(GRAVE.intersection(tags) or tags)}"
        if event.kind in MOVES_MONEY:
            return f"money {event.direction.value}"
        return "refusal" if self._refuses(event) else event.kind.value

    def words(self, event: Event) -> tuple[str, object]:
        """Return what says the same as others: a promise, whenever it is said again, else words on one day."""
        first = (self._promised or {}).get(event.id)
        return (first.event_id, None) if first else (event.promise or event.text, _day(event))

    def weight(self, event: Event) -> int:
        """Return how much an event says; 0 for a document that nobody described, and the twin of another."""
        if event.kind is EventKind.DOCUMENT:
            return DESCRIBED_WEIGHT if self._described.intersection(event.exhibit_ids) else 0
        if event.id in self._same:
            return 0
        is_of_matter = self._is_at_issue(event)
        if event.id in self._aside and event.id not in self._arrivals and not is_of_matter:
            return PLANNED
        return (
            WEIGHTS[event.kind]
            + 15 * (event.amount is not None and event.kind is not EventKind.MESSAGE)  # which only mentions it
            + PROMISED * self._promises(event)
            + MARKED * bool(self._tags.get(event.id))
            + MARKED * bool(GRAVE.intersection(self._tags.get(event.id, ())))
            + BROKEN * (event.id in self._broken)
            + RESTING * (event.id in self._resting or is_of_matter)
            + ANSWERED * (event.id in self._answers)
            + ARRIVED * (event.id in self._begins)
            + MOVED * (event.id in self._with_institution and not self._is_routine(event))
            - ROUTINE * self._is_routine(event)
            + (REFUSED + NOT_GIVEN_BACK * self._is_of_own_money) * self._refuses(event)
            + FILED * (event.kind is EventKind.COMPLAINT or event.id in self._filed)
            + 10 * bool(event.exhibit_ids)
            + 10 * bool(event.agent_id)
            + 5 * bool(event.text)
        )

    def _is_at_issue(self, event: Event) -> bool:
        """Tell whether money of the person's own that is in dispute was tried to be had, or given back by others."""
        if not self._is_of_own_money or self._found is None:
            return False
        return is_attempt(event, self._found) or _is_the_amount(event, self._found)

    def _promises(self, event: Event) -> bool:
        """Tell whether the other side promises something."""
        return bool(event.promise) and (self._promised is None or event.id in self._promised)

    def _is_routine(self, event: Event) -> bool:
        """Tell whether money that went out bears on no finding and no amount where it is not the matter."""
        goes_out = event.kind in MOVES_MONEY and event.direction is Direction.OUT
        return self._is_about_contacts and goes_out and event.id not in self._resting

    def _refuses(self, event: Event) -> bool:
        """Tell whether the other side says that it will not do something."""
        from_them = event.id in self._theirs and (event.direction is Direction.IN or event.kind is EventKind.CALL)
        return from_them and refuses(event.text)


def refuses(text: str) -> bool:
    """Tell whether words refuse something, whoever says them."""
    said = _REFUSES_NOTHING.sub("", text.lower())
    return any(word in said for word in REFUSAL)


def is_attempt(event: Event, found: Workspace) -> bool:
    """Tell whether money was tried to be moved in vain: with the institution, or as much as is in dispute."""
    if event.kind not in MOVES_MONEY or event.outcome is not Outcome.FAILED:
        return False
    return _is_the_sum(event, found) or found.other_side.takes_money(event.party, event.number)


def _is_the_amount(event: Event, found: Workspace) -> bool:
    """Tell whether the sum in dispute was moved, also by or to others: a shop says that it gave it back."""
    return event.kind in MOVES_MONEY and event.outcome in (Outcome.DONE, Outcome.REFUNDED) and _is_the_sum(event, found)


def _is_the_sum(event: Event, found: Workspace) -> bool:
    dispute = found.dispute
    return event.amount is not None and (event.amount, event.currency) == (dispute.amount, dispute.currency)


def _answers(found: Workspace) -> frozenset[str]:
    """Return the last answer to each complaint that was answered."""
    answered = (each for each in found.stated.complaints if each.replied_on is not None)
    return frozenset(event_id for each in answered for event_id in each.reply_ids[-1:])


def _arrivals(found: Workspace) -> frozenset[str]:
    """Return by which events the loan came: those stated as it, else the first money that the institution paid.

    Of what two records show, the one that counts. Where a record names nobody who paid, what it says it was for may.
    """
    counting = [row.happening for row in found.money.rows if row.counts]
    stated = frozenset(found.stated.loan.paid_out if found.stated.loan else ())
    loans = stated.intersection(each.event_id for each in counting)
    received = (each.event_id for each in counting if each.direction is Direction.IN)
    told = lent(each for each in found.happenings if each.event_id in found.theirs)
    return (
        loans
        or frozenset(islice(received, 1))
        or frozenset(islice(_named_in_words(found), 1))
        or frozenset(islice(told, 1))  # the money went to somebody else's card: their word for it is all there is
    )


def _resting(found: Workspace) -> frozenset[str]:
    """Return what findings rest on that name few events, the first event of others, and what shows the amount."""
    theirs = [each for each in found.disclosed_findings if each.rule.about is About.THEM and not each.is_mere_fact]
    named = {event_id for each in theirs if len(each.event_ids) <= FEW for event_id in each.event_ids}
    named.update(event_id for each in theirs for event_id in each.event_ids[:1])  # of many calls at night, too
    shown_by = found.claim.shown_by if found.claim is not None else ()
    return frozenset(named.union(shown_by, found.stated.loan.fees if found.stated.loan else ()))


def _withheld(found: Workspace) -> frozenset[str]:
    """Return by which event a wallet first told that it keeps money back."""
    if found.dispute.type is not DisputeType.WITHDRAWAL_BLOCKED:
        return frozenset()
    theirs = (each for each in found.happenings if each.event_id in found.theirs)
    return frozenset(islice(withheld(theirs), 1))


def _refunds(found: Workspace) -> frozenset[str]:
    """Return by which messages a shop or the first lender says that it refunded what is still collected."""
    known = Known(found.other_side, kind=found.dispute.type, amount=found.dispute.amount)
    return frozenset(each.event_id for each in found.happenings if tells_of_refund(each, known))


def _filed(found: Workspace) -> frozenset[str]:
    """Return the steps at which something was filed; of a filing on no timeline, who first confirmed its number."""
    filed = {each.event_id for each in found.stated.complaints if each.event_id}
    numbers = [each.reference for each in found.stated.complaints if each.reference and not each.event_id]
    for number in numbers:
        naming = (each.event_id for each in found.happenings if number == each.reference or number in each.text)
        filed.update(islice(naming, 1))
    return frozenset(filed)


def _broken(found: Workspace) -> frozenset[str]:
    days = (day for each in found.promises for day in each.days if day.state is PromiseState.BROKEN)
    return frozenset(event_id for day in days for event_id in day.event_ids)


def _named_in_words(found: Workspace) -> Iterator[str]:
    """Yield the money that came from nobody who is named, with words that name the institution."""
    names = [name for name in found.other_side.names if len(name) >= LEAST_PARTS]
    for row in found.money.rows:
        each, said = row.happening, called(row.happening.text)
        if row.counting is Counting.OTHERS and each.direction is Direction.IN and not each.other:
            yield from [each.event_id] if any(name in said for name in names) else []
