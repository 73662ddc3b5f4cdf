"""What the review page lists of one exhibit: messages and records, what stands in them, what else was found. No Qt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.domain.events import Event, EventKind, EventStatus
from evidence_app.domain.machine_text import Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent, Related
from evidence_app.domain.suggestions import Suggestion, SuggestionState
from evidence_app.domain.times import ClockReading, EventTime, conflicts, instant


class Shape(StrEnum):
    """How a row is drawn."""

    HEADING = "heading"
    MESSAGE = "message"
    RECORD = "record"
    SUGGESTION = "suggestion"
    CONFLICT = "conflict"
    LINE = "line"
    NOTE = "note"


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


@dataclass(frozen=True)
class Row:
    """One row. ``key`` is the id of its event or suggestion; that of other rows says where they come from.

    ``inside`` is the event that a suggestion or a conflict belongs to, empty for none. ``readings`` are the times
    that disagree, with their places in the event's time. ``machine_text`` is what the machine read where a person
    corrected a line.
    """

    key: str
    shape: Shape
    place: Place | None = None
    verdict: Verdict = Verdict.NONE
    event: Event | None = None
    suggestion: Suggestion | None = None
    text: str = ""
    confidence: float = 1.0
    inside: str = ""
    heading: Heading | None = None
    count: int = 0
    time: EventTime | None = None
    readings: tuple[tuple[int, ClockReading], ...] = ()
    related: Related | None = None
    line_index: int = -1
    machine_text: str = ""

    @property
    def decidable(self) -> bool:
        """Whether it can be accepted or dismissed."""
        return self.verdict is not Verdict.NONE

    @property
    def selectable(self) -> bool:
        """Whether the arrow keys stop at it."""
        return self.shape not in {Shape.HEADING, Shape.NOTE}


def rows_of(
    review: ExhibitReview, home: ZoneInfo, related: Iterable[Related] = (), *, by_lines: bool = False
) -> list[Row]:
    """Return the rows of an exhibit: its own conflict of times, its events with what stands in them, the rest.

    With ``by_lines`` its text as it was read, line by line.
    """
    notes = [Row(f"note:{number}", Shape.NOTE, related=each) for number, each in enumerate(related)]
    if by_lines:
        return [*notes, *_text(review)]
    within: dict[str, list[Suggestion]] = defaultdict(list)
    known = {each.event.id for each in review.events}
    for suggestion in review.suggestions:
        within[suggestion.event_id if suggestion.event_id in known else ""].append(suggestion)
    rows = [*notes, *_conflict(review.time, home, review.event_id, None)]
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
    return rows


def _of_event(placed: PlacedEvent, suggestions: Iterable[Suggestion], home: ZoneInfo) -> Iterator[Row]:
    event = _at_home(placed.event, home) if placed.event.imported else placed.event
    yield Row(
        event.id,
        Shape.MESSAGE if event.kind is EventKind.MESSAGE else Shape.RECORD,
        placed.place,
        _verdict_of(placed),
        event=event,
        text=event.text,
        confidence=placed.confidence,
    )
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


def _suggested(suggestion: Suggestion) -> Row:
    verdicts = {SuggestionState.WAITING: Verdict.WAITING, SuggestionState.ACCEPTED: Verdict.ACCEPTED}
    return Row(
        suggestion.id,
        Shape.SUGGESTION,
        suggestion.place,
        verdicts.get(suggestion.state, Verdict.DISMISSED),
        suggestion=suggestion,
        text=suggestion.decided_value or suggestion.value,
        confidence=suggestion.confidence,
        inside=suggestion.event_id,
    )


def _conflict(time: EventTime, home: ZoneInfo, event_id: str, place: Place | None) -> Iterator[Row]:
    """Yield both values where readings cannot both be true and nobody has decided between them."""
    pairs = conflicts(time, home) if not time.decided and event_id else []
    if not pairs:
        return
    disputed = [reading for pair in pairs for reading in pair]
    readings = tuple((index, reading) for index, reading in enumerate(time.readings) if reading in disputed)
    yield Row(f"conflict:{event_id}", Shape.CONFLICT, place, inside=event_id, time=time, readings=readings)


def _text(review: ExhibitReview) -> Iterator[Row]:
    """Yield the lines of a page of which no more is known than its words."""
    yield _heading(Heading.TEXT if review.lines else Heading.NOTHING, len(review.lines), review)
    for number, line in enumerate(review.lines):
        place = Place(line.region, line.page_index)
        corrected = line.text if line.corrected else ""
        yield Row(
            f"line:{number}",
            Shape.LINE,
            place,
            text=line.words,
            confidence=line.confidence,
            line_index=number,
            machine_text=corrected,
        )


def _heading(heading: Heading, count: int, review: ExhibitReview) -> Row:
    return Row(f"heading:{heading}", Shape.HEADING, heading=heading, count=count, text=review.party)


def decided(row: Row, verdict: Verdict, value: str = "") -> Row:
    """Return a row of which this was said; ``value`` is what a person made of a suggestion, empty if it was right."""
    if row.suggestion is not None and verdict is Verdict.ACCEPTED and value:
        return replace(row, verdict=verdict, text=value)
    if row.event is not None and verdict is not Verdict.DISMISSED:
        status = EventStatus.ACCEPTED if verdict is Verdict.ACCEPTED else EventStatus.SUGGESTED
        return replace(row, verdict=verdict, event=replace(row.event, status=status))
    return replace(row, verdict=verdict)


def with_verdicts(rows: Iterable[Row], verdicts: Mapping[str, tuple[Verdict, str]]) -> list[Row]:
    """Return rows as they are once decisions that are under way have been kept."""
    return [decided(row, *verdicts[row.key]) if row.key in verdicts else row for row in rows]
