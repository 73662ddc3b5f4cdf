"""What the review page lists of one exhibit: messages and records, what stands in them, what else was found. No Qt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event, EventStatus
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent, Related
from evidence_app.domain.suggestions import Suggestion, SuggestionState
from evidence_app.domain.times import ClockReading, EventTime, conflicts, instant


class Heading(StrEnum):
    """What the rows below are."""

    EVENTS = "events"
    MESSAGES = "messages"
    OTHERS = "others"
    TEXT = "text"
    NOTHING = "nothing"


class Verdict(StrEnum):
    """What was said of a row; ``NONE`` where there is nothing to say."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    DISMISSED = "dismissed"
    NONE = "none"


@dataclass(frozen=True, kw_only=True)
class _Row:
    """What every row has. ``key`` is the id of its event or suggestion; that of other rows says where they come from.

    ``place`` is where it stands in the picture, None where a picture cannot show it.
    """

    key: str
    place: Place | None = None
    verdict: Verdict = Verdict.NONE

    @property
    def decidable(self) -> bool:
        """Whether it can be accepted or dismissed."""
        return self.verdict is not Verdict.NONE

    @property
    def selectable(self) -> bool:
        """Whether a person can stand on it."""
        return True

    @property
    def text(self) -> str:
        """The evidence's own words, empty where the row has none."""
        return ""


@dataclass(frozen=True, kw_only=True)
class HeadingRow(_Row):
    """Above rows: what they are, how many, and with whom the conversation is."""

    heading: Heading
    count: int
    party: str = ""

    @property
    def selectable(self) -> bool:
        """No: there is nothing to do with it."""
        return False


@dataclass(frozen=True, kw_only=True)
class NoteRow(_Row):
    """How another exhibit belongs to this one."""

    related: Related

    @property
    def selectable(self) -> bool:
        """No: there is nothing to do with it."""
        return False


@dataclass(frozen=True, kw_only=True)
class EventRow(_Row):
    """A message or a record."""

    event: Event

    @property
    def text(self) -> str:
        """What it says."""
        return self.event.text


@dataclass(frozen=True, kw_only=True)
class SuggestionRow(_Row):
    """One value that was found, and how a person wrote it: empty as long as nobody did.

    ``naming`` tells that it gives the institution a further name if it is accepted.
    """

    suggestion: Suggestion
    written: str = ""
    naming: bool = False

    @property
    def text(self) -> str:
        """The value as far as anybody knows: a person's, else the machine's."""
        return self.written or self.suggestion.proposed


@dataclass(frozen=True, kw_only=True)
class ConflictRow(_Row):
    """Times of one event of which only one can be right, each with its place among the event's readings."""

    event_id: str
    time: EventTime
    readings: tuple[tuple[int, ClockReading], ...]


@dataclass(frozen=True, kw_only=True)
class LineRow(_Row):
    """One line of text as it was read; ``index`` is its place among the lines of its exhibit."""

    line: MachineLine
    index: int

    @property
    def text(self) -> str:
        """The line as far as anybody knows: a person's reading, else the machine's."""
        return self.line.words


Row = HeadingRow | NoteRow | EventRow | SuggestionRow | ConflictRow | LineRow


def rows_of(
    review: ExhibitReview, home: ZoneInfo, related: Iterable[Related] = (), *, by_lines: bool = False
) -> list[Row]:
    """Return the rows of an exhibit: its own conflict of times, its events with what stands in them, the rest.

    With ``by_lines`` its text as it was read, line by line.
    """
    notes = [NoteRow(key=f"note:{number}", related=each) for number, each in enumerate(related)]
    if by_lines:
        return [*notes, *_text(review)]
    within: dict[str, list[Suggestion]] = defaultdict(list)
    known = {each.event.id for each in review.events}
    for suggestion in review.suggestions:
        within[suggestion.event_id if suggestion.event_id in known else ""].append(suggestion)
    rows: list[Row] = [*notes, *_conflict(review.time, home, review.event_id, None)]
    if review.events:
        imported = all(each.event.imported for each in review.events)
        rows.append(_heading(Heading.MESSAGES if imported else Heading.EVENTS, len(review.events), review))
    for placed in review.events:
        rows += _of_event(placed, within[placed.event.id], home)
    if within[""]:
        rows.append(_heading(Heading.OTHERS, len(within[""]), review))
        rows += [_suggested(each) for each in within[""]]
    if not review.events and (review.lines or not within[""]):
        rows += _text(review)
    return [_naming(row) if row.key in review.naming else row for row in rows]


def _naming(row: Row) -> Row:
    return replace(row, naming=True) if isinstance(row, SuggestionRow) else row


def _of_event(placed: PlacedEvent, suggestions: Iterable[Suggestion], home: ZoneInfo) -> Iterator[Row]:
    event = _at_home(placed.event, home) if placed.event.imported else placed.event
    yield EventRow(key=event.id, place=placed.place, verdict=_verdict_of(placed), event=event)
    yield from _conflict(event.time, home, event.id, placed.place)
    for suggestion in suggestions:
        yield _suggested(suggestion)


def _at_home(event: Event, home: ZoneInfo) -> Event:
    """Return an imported event whose time is told as the timeline tells it: exports may state that of Greenwich."""
    reading = event.time.reading
    at = instant(reading, home) if reading is not None else None
    if reading is None or at is None:
        return event
    return replace(event, time=EventTime((reading._replace(wall=at.replace(tzinfo=None), offset_min=None),), 0))


def _verdict_of(placed: PlacedEvent) -> Verdict:
    """Return what was said of an event; of an imported one nothing has to be said."""
    if placed.event.imported:
        return Verdict.NONE
    return Verdict.WAITING if placed.waits else Verdict.ACCEPTED


def _suggested(suggestion: Suggestion) -> SuggestionRow:
    verdicts = {SuggestionState.WAITING: Verdict.WAITING, SuggestionState.ACCEPTED: Verdict.ACCEPTED}
    return SuggestionRow(
        key=suggestion.id,
        place=suggestion.place,
        verdict=verdicts.get(suggestion.state, Verdict.DISMISSED),
        suggestion=suggestion,
        written=suggestion.decided_value,
    )


def _conflict(time: EventTime, home: ZoneInfo, event_id: str, place: Place | None) -> Iterator[Row]:
    """Yield both values where readings cannot both be true and nobody has decided between them."""
    pairs = conflicts(time, home) if not time.decided and event_id else []
    if not pairs:
        return
    disputed = [reading for pair in pairs for reading in pair]
    readings = tuple((index, reading) for index, reading in enumerate(time.readings) if reading in disputed)
    yield ConflictRow(key=f"conflict:{event_id}", place=place, event_id=event_id, time=time, readings=readings)


def _text(review: ExhibitReview) -> Iterator[Row]:
    """Yield the lines of a page of which no more is known than its words."""
    yield _heading(Heading.TEXT if review.lines else Heading.NOTHING, len(review.lines), review)
    for number, line in enumerate(review.lines):
        yield LineRow(key=f"line:{number}", place=Place(line.region, line.page_index), line=line, index=number)


def _heading(heading: Heading, count: int, review: ExhibitReview) -> HeadingRow:
    return HeadingRow(key=f"heading:{heading}", heading=heading, count=count, party=review.party)


def decided(row: Row, verdict: Verdict, value: str = "") -> Row:
    """Return a row of which this was said; ``value`` is what a person made of a suggestion, empty if it was right."""
    if isinstance(row, SuggestionRow) and verdict is Verdict.ACCEPTED and value:
        return replace(row, verdict=verdict, written=value)
    if isinstance(row, EventRow) and verdict is not Verdict.DISMISSED:
        status = EventStatus.ACCEPTED if verdict is Verdict.ACCEPTED else EventStatus.SUGGESTED
        return replace(row, verdict=verdict, event=replace(row.event, status=status))
    return replace(row, verdict=verdict)


def with_verdicts(rows: Iterable[Row], verdicts: Mapping[str, tuple[Verdict, str]]) -> list[Row]:
    """Return rows as they are once decisions that are under way have been kept."""
    return [decided(row, *verdicts[row.key]) if row.key in verdicts else row for row in rows]
