"""What is drawn of a dispute, as numbers: the same for the window and for the dossier."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal

from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.rules.law import Rule
from evidence_app.rules.movements import comes_in, goes_out, has_moved, was_given_back
from evidence_app.rules.parties import called, known_as
from evidence_app.rules.sources import Citation

HOURS = 24
MOST_SENDERS = 5
"""Senders with lines of their own in one chart; the others, if they are several, share one."""

OTHERS = ""
"""The sender that stands for all of the other side's that have no line of their own."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """How often the other side made contact, from ``first`` to ``last``: ``hours_of`` has the days on which it did.

    Each such day has 24 counts. Days without a contact are not kept: one wrong year in a file makes centuries of them.
    ``quiet_from`` and ``quiet_to`` are the hours in which a standard asks for quiet, None where none is known;
    ``citation`` is that standard.
    """

    first: date
    last: date
    hours_of: Mapping[date, tuple[int, ...]]
    quiet_from: time | None = None
    quiet_to: time | None = None
    citation: Citation | None = None

    @property
    def count(self) -> int:
        """All contacts."""
        return sum(map(sum, self.hours_of.values()))

    @property
    def quiet_count(self) -> int:
        """The contacts in hours of quiet."""
        return sum(count for hours in self.hours_of.values() for hour, count in enumerate(hours) if self.is_quiet(hour))

    @property
    def busiest(self) -> tuple[date, int]:
        """The day with most contacts, the first of several, and how many they were."""
        day = min(self.hours_of, key=lambda day: (-sum(self.hours_of[day]), day))
        return day, sum(self.hours_of[day])

    def rows(self, most: int) -> list[tuple[date, tuple[int, ...]]]:
        """Return rows of counts with their first days, at most so many: of more days, as many together as needed."""
        days = (self.last - self.first).days + 1
        together = -(-days // most)
        rows = [[0] * HOURS for _ in range(0, days, together)]
        for day, hours in self.hours_of.items():
            row = rows[(day - self.first).days // together]
            row[:] = map(sum, zip(row, hours, strict=True))
        return [(self.first + timedelta(days=index * together), tuple(row)) for index, row in enumerate(rows)]

    def is_quiet(self, hour: int) -> bool:
        """Tell whether a standard asks for quiet when an hour begins."""
        if self.quiet_from is None or self.quiet_to is None:
            return False
        at = time(hour)
        if self.quiet_from > self.quiet_to:
            return at >= self.quiet_from or at < self.quiet_to
        return self.quiet_from <= at < self.quiet_to


def heat_map(happenings: Iterable[Happening], quiet: Rule | None = None) -> HeatMap | None:
    """Return when the other side called and wrote; None where no time of day is known."""
    times = [each.clock_at for each in happenings if is_contact(each) and each.clock_at is not None]
    if not times:
        return None
    counted = Counter((at.date(), at.hour) for at in times)
    days = sorted({at.date() for at in times})
    hours_of = {day: tuple(counted[day, hour] for hour in range(HOURS)) for day in days}
    if quiet is None:
        return HeatMap(days[0], days[-1], hours_of)
    hours = time.fromisoformat(quiet.numbers["from"]), time.fromisoformat(quiet.numbers["to"])
    return HeatMap(days[0], days[-1], hours_of, *hours, quiet.citation)


def is_contact(each: Happening) -> bool:
    """Tell whether the other side called or wrote, or tried to."""
    return each.kind in (EventKind.CALL, EventKind.MESSAGE) and each.direction in (
        Direction.IN,
        Direction.MISSED,
        Direction.REJECTED,
    )


@dataclass(frozen=True, slots=True)
class Series:
    """Counts of one sender in each period; an empty ``sender`` stands for all others."""

    sender: str
    kind: EventKind
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ContactsOverTime:
    """Calls and messages by sender, in periods of ``days`` from ``first``; ``last`` is the last one's own day."""

    first: date
    days: int
    series: tuple[Series, ...]
    last: date


MOST_PERIODS = 60
"""Points in one line: more cannot be told apart on paper."""


def contacts_over_time(happenings: Iterable[Happening], region: str = "CN") -> ContactsOverTime | None:
    """Return how many calls and messages came, by sender, however a number is written; None where none did."""
    came = [(each.day, each) for each in happenings if is_contact(each) and each.day is not None]
    if not came:
        return None
    first, last = min(day for day, _ in came), max(day for day, _ in came)
    length = -(-((last - first).days + 1) // MOST_PERIODS)
    periods = (last - first).days // length + 1
    written: dict[str, str] = {}
    senders = [written.setdefault(_sender(each.other, region), each.other) for _, each in came]
    counts = Counter(senders)
    named = {sender for sender, _ in counts.most_common(MOST_SENDERS if len(counts) > MOST_SENDERS + 1 else None)}
    counted: defaultdict[tuple[str, EventKind], list[int]] = defaultdict(lambda: [0] * periods)
    for (day, each), sender in zip(came, senders, strict=True):
        counted[sender if sender in named else OTHERS, each.kind][(day - first).days // length] += 1
    series = (Series(sender, kind, tuple(each)) for (sender, kind), each in counted.items())
    return ContactsOverTime(first, length, tuple(sorted(series, key=lambda each: -sum(each.counts))), last)


def _sender(shown: str, region: str) -> str:
    """Return a sender as it is compared: a number, or a name in whichever characters."""
    return called(shown) if any(character.isalpha() for character in shown) else known_as(shown, region)


MONEY_MARGIN = 0.05
"""Part of the time between the first and the last movement that is shown before and after it."""


@dataclass(frozen=True, slots=True)
class MoneyPoint:
    """What had moved by the end of a day, in one currency."""

    day: date
    received: Decimal
    paid: Decimal


@dataclass(frozen=True, slots=True)
class MoneyOverTime:
    """Money received and paid, added up, in the currency in which most moved."""

    currency: str
    points: tuple[MoneyPoint, ...]
    event_ids: tuple[str, ...] = ()
    """The movements that it adds up."""

    def place(self, day: date) -> float:
        """Return where a day stands, 0.0–1.0: room before the first and after the last shows the steps of both."""
        first, last = self.points[0].day, self.points[-1].day
        span = (last - first).days
        margin = max(1.0, span * MONEY_MARGIN)
        return ((day - first).days + margin) / (span + 2 * margin)


def money_over_time(happenings: Sequence[Happening], twins: frozenset[str] = frozenset()) -> MoneyOverTime | None:
    """Return what moved, day by day; None where nothing did, or all on one day: one step is no line.

    ``twins`` are as in `money_ledger`.

    What was given back was received, too: a line that leaves refunds out would look like money that is still gone.
    """
    moved = [
        (each.day, each)
        for each in happenings
        if each.kind in MOVES_MONEY
        and (has_moved(each) or was_given_back(each))
        and each.event_id not in twins
        and (comes_in(each) or goes_out(each))
        and each.amount is not None
        and each.day is not None
    ]
    if not moved:
        return None
    [(currency, _)] = Counter(each.currency for _, each in moved).most_common(1)
    received = paid = Decimal()
    points: dict[date, MoneyPoint] = {}
    for day, each in sorted(moved, key=lambda one: one[0]):
        if each.currency == currency:
            received += (each.amount or 0) if comes_in(each) else 0
            paid += (each.amount or 0) if goes_out(each) else 0
            points[day] = MoneyPoint(day, received, paid)
    shown = tuple(each.event_id for _, each in moved if each.currency == currency)
    return MoneyOverTime(currency, tuple(points.values()), shown) if len(points) > 1 else None
