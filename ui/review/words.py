"""What the review page says of each row, in the window's language; texts of the evidence are made safe."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from evidence_app.domain.attempts import NOT_MOVED, attempt_of
from evidence_app.domain.call_lists import told_duration
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.mails import told_number
from evidence_app.domain.review import Related, Relation
from evidence_app.domain.suggestions import PageKind, Suggestion, SuggestionKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from ui.i18n import word
from ui.review.rows import (
    ConflictRow,
    EventRow,
    Heading,
    HeadingRow,
    LineRow,
    NoteRow,
    Row,
    SuggestionRow,
    Verdict,
)
from ui.timeline.words import SYMBOLS, agent, direction, duration, money, safe

LONGEST = 4_000
"""Characters of one text that are shown: the longest message anybody reads in a list."""
PIECE = 500  # characters that `safe` leaves whole
SURE = 0.995  # from here on a share is shown as 100 %


class ReviewWords(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def heading(self, row: HeadingRow) -> str:
        """Return what the rows below are."""
        match row.heading:
            case Heading.EVENTS:
                found = self.tr("%n event(s) read here", "", row.count)
                return f"{safe(row.party)} · {found}" if row.party else found
            case Heading.MESSAGES:
                found = self.tr("%n imported message(s) in which something was found", "", row.count)
                return f"{safe(row.party)} · {found}" if row.party else found
            case Heading.OTHERS:
                return self.tr("%n more thing(s) found", "", row.count)
            case Heading.TEXT:
                return self.tr("%n line(s) of text as they were read", "", row.count)
        return self.tr("No text was found here.")

    def note(self, related: Related) -> str:
        """Return how another picture belongs to this one."""
        match related.relation:
            case Relation.JOINED:
                words = self.tr("Goes on from exhibit %1: %n event(s) on both", "", related.in_common)
            case Relation.GAP:
                words = self.tr(
                    "Maybe a gap: nothing joins it to exhibit %1, although the conversation goes on within the hour"
                )
            case Relation.APART:
                words = self.tr("Nothing joins it to exhibit %1; whether anything was said in between is not shown")
            case _:
                words = self.tr("Looks the same as exhibit %1")
        return words.replace("%1", str(related.number))


def heading(row: HeadingRow) -> str:
    """Return the words of a heading."""
    return ReviewWords().heading(row)


def corrected(line: MachineLine) -> str:
    """Return what the machine read where a person corrected it, empty where nobody did."""
    words = QCoreApplication.translate("Review", "corrected; the machine read “%1”")
    return words.replace("%1", whole(line.text)) if line.corrected else ""


def whole(text: str) -> str:
    """Return evidence text without control characters, long enough to be read in full."""
    return "".join(safe(text[start : start + PIECE]) for start in range(0, min(len(text), LONGEST), PIECE))


def clock(time: EventTime) -> str:
    """Return ``2025-02-22 08:15`` as precisely as it is known, empty where nothing is."""
    reading = time.reading
    return reading_words(reading) if reading is not None else ""


def reading_words(reading: ClockReading) -> str:
    """Return the moment that a reading names."""
    if reading.wall is None:
        return ""
    patterns = {
        Precision.SECOND: "%Y-%m-%d %H:%M:%S",
        Precision.MINUTE: "%Y-%m-%d %H:%M",
        Precision.MONTH: "%Y-%m",
    }
    return reading.wall.strftime(patterns.get(reading.precision, "%Y-%m-%d"))


def reading_line(reading: ClockReading) -> str:
    """Return a reading with where it was read."""
    return f"{reading_words(reading)} ({word(reading.source)})"


def is_read_off(time: EventTime) -> bool:
    """Tell whether a time gets the dotted underline of what was read from pixels."""
    return time.reading is not None and time.reading.source is TimeSource.SCREEN


def unknown_time() -> str:
    """Return the words for an event of which no time is known."""
    return QCoreApplication.translate("Timeline", "Time unknown")


def amount(event: Event) -> str:
    """Return ``¥3,000.00`` with a sign where money moved."""
    way = Direction.NONE if event.outcome in NOT_MOVED else event.direction
    return money(event.kind, way, event.amount, event.currency)


def title(event: Event) -> str:
    """Return what a record is: ``Call · Outgoing``."""
    if (tried := attempt_of(event.kind, event.direction, event.outcome, event.text)) is not None:
        return word(tried)
    way = direction(event.kind, event.direction) if event.direction is not Direction.NONE else ""
    return " · ".join(filter(None, (word(event.kind), way)))


def facts(event: Event) -> list[str]:
    """Return the short facts of an event beside its text, amount and time."""
    tried = attempt_of(event.kind, event.direction, event.outcome) is not None  # the title says it
    outcome = "" if tried or event.outcome is Outcome.NONE else word(event.outcome)
    by = agent(event.agent_id) if event.agent_id else safe(event.agent_name)
    lasted = told_duration(event.direction, event.duration_s)
    in_thread = event.kind is EventKind.MESSAGE and not event.number  # whose name stands above it
    party = "" if in_thread else safe(event.party)
    said = [party, safe(event.number), by, duration(lasted), outcome, safe(told_number(event.reference))]
    return [fact for fact in dict.fromkeys(said) if fact]


def kind(row: SuggestionRow) -> str:
    """Return what a suggestion is about."""
    if row.naming:
        return QCoreApplication.translate("Review", "Another name of the institution?")
    return word(row.suggestion.kind)


def value(row: SuggestionRow) -> str:
    """Return a suggestion's value as people write it."""
    match row.suggestion.kind:
        case SuggestionKind.TIME:
            return whole(row.text).replace("T", " ")
        case SuggestionKind.AMOUNT:
            return _money(row.text)
    return whole(row.text)


def _money(text: str) -> str:
    """Return ``3000.00 CNY`` as ``¥3,000.00``; anything else as it is."""
    number, _, currency = text.partition(" ")
    whole_part, _, decimals = number.partition(".")
    if not whole_part.isdigit() or not whole_part.isascii():
        return whole(text)
    symbol = SYMBOLS.get(currency, f"{safe(currency)} " if currency else "")
    return f"{symbol}{int(whole_part):,}" + (f".{decimals}" if decimals else "")


def quote(suggestion: Suggestion, shown: str) -> str:
    """Return the words that a suggestion rests on, empty where it says just that."""
    words = whole(suggestion.quote)
    same = "".join(words.split()) == "".join(shown.split())
    return "" if same or not words else f"“{words}”"


def due(day: date | None) -> str:
    """Return ``by 2025-02-28``, empty without a day."""
    return QCoreApplication.translate("Timeline", "by %1").replace("%1", day.isoformat()) if day is not None else ""


def sureness(confidence: float) -> str:
    """Return ``87 %``: how sure the machine was."""
    return f"{100 if confidence >= SURE else int(confidence * 100)} %"


def conflict() -> str:
    """Return the words before times that disagree."""
    return QCoreApplication.translate("Review", "Times disagree. Which one is right?")


def verdict(row: Row) -> str:
    """Return what was said of a row, in words."""
    translate = QCoreApplication.translate
    return {
        Verdict.WAITING: translate("Timeline", "read by machine, not confirmed"),
        Verdict.ACCEPTED: translate("Review", "accepted"),
        Verdict.DISMISSED: translate("Review", "dismissed"),
        Verdict.NONE: "",
    }[row.verdict]


def read_wrongly() -> str:
    """Return the reason for which what was read is dismissed, as the custody log keeps it."""
    return QCoreApplication.translate("Review", "read wrongly by the machine")


def page_kind(found: PageKind) -> str:
    """Return what kind of page it is, empty where nobody knows."""
    return "" if found is PageKind.TEXT else word(found)


def sentence(row: Row) -> str:
    """Return the whole row as one line: for screen readers."""
    match row:
        case HeadingRow():
            return heading(row)
        case NoteRow():
            return ReviewWords().note(row.related)
        case ConflictRow():
            return f"{conflict()} {'; '.join(reading_line(reading) for _, reading in row.readings)}"
        case LineRow():
            parts = [whole(row.text), corrected(row.line)]
        case SuggestionRow():
            found = row.suggestion
            parts = [kind(row), value(row), due(found.due), sureness(found.confidence), verdict(row)]
        case EventRow():
            event = row.event
            time = clock(event.time) or unknown_time()
            parts = [title(event), time, amount(event), *facts(event), whole(row.text), verdict(row)]
    return ", ".join(filter(None, parts))


def copied(row: Row) -> str:
    """Return what the clipboard gets of a row: the evidence's own words."""
    return row.text or (sentence(row) if isinstance(row, EventRow) else "")
