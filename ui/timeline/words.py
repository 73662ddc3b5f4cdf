"""What the timeline says, in the window's language; texts of the evidence pass through unchanged but made safe."""

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from evidence_app.domain.attempts import NOT_MOVED, Attempt, attempt_of
from evidence_app.domain.call_lists import told_duration
from evidence_app.domain.events import MOVES_MONEY, Direction, EventKind, EventStatus, Outcome, TimelineEntry
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.money import plain_amount
from evidence_app.domain.review import Related, Relation
from evidence_app.domain.times import Precision
from evidence_app.phrases import Language
from ui.i18n import QT_NAMES, language, word

if TYPE_CHECKING:
    from evidence_app.domain.happenings import Happening

LONGEST_TEXT = 600
"""Characters of an event's text that a card may lay out: more than three lines of the widest window hold."""

SYMBOLS = {"CNY": "¥", "USD": "US$", "EUR": "€", "HKD": "HK$", "TWD": "NT$", "GBP": "£"}

# Signs that reorder or hide what follows are shown by name: a screenshot's text must not disguise itself.
_REORDERING = [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C]
_SAFE = {code: f"[U+{code:04X}]" for code in _REORDERING} | {
    code: " " for code in [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029]
}
_SAFE |= dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")  # half a character is none


def safe(text: str) -> str:
    """Return evidence text as one line without control characters, cut to what a card can show."""
    return " ".join(text[: LONGEST_TEXT * 2].translate(_SAFE).split())[:LONGEST_TEXT]


class Counts(QObject):
    """Texts with numbers: lupdate finds plural forms in methods only."""

    def events(self, events: int) -> str:
        """Return ``3 events``."""
        return self.tr("%n event(s)", "", events)


def count(events: int) -> str:
    """Return ``3 events``."""
    return Counts().events(events)


def unknown_day() -> str:
    """Return the title of the group of events without a time."""
    return QCoreApplication.translate("Timeline", "Time unknown")


def day_title(day: date) -> str:
    """Return ``2025-02-22 Saturday``."""
    return f"{day.isoformat()}  {_locale().standaloneDayName(day.isoweekday())}"


def month_title(month: date) -> str:
    """Return ``March 2025, day unknown``."""
    if language.chosen is Language.EN:
        name = f"{_locale().standaloneMonthName(month.month)} {month.year}"
    else:
        name = f"{month.year} 年 {month.month} 月"
    return QCoreApplication.translate("Timeline", "%1, day unknown").replace("%1", name)


def month_short(month: date, *, with_year: bool) -> str:
    """Return ``Mar`` or ``Mar 2025``, the name of a month under the day strip."""
    name = _locale().standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)
    if not with_year:
        return name
    return f"{name} {month.year}" if language.chosen is Language.EN else f"{month.year}年{name}"


def stretch(first: date | None, last: date | None) -> str:
    """Return ``2025-02-22 – 2025-03-01``, one day only once, an open side as nothing."""
    if first == last:
        return str(first or "")
    return f"{first or ''} – {last or ''}".strip()


def _locale() -> QLocale:
    return QLocale(QT_NAMES[language.chosen])


def clock(entry: TimelineEntry) -> str:
    """Return ``08:15``, or which part of the time is known; empty if none."""
    if entry.at is None:
        return ""
    if entry.precision in {Precision.SECOND, Precision.MINUTE}:
        return f"{entry.at:%H:%M}"
    return word(entry.precision)


def title(entry: TimelineEntry) -> str:
    """Return what kind of thing happened and which way: ``Incoming call``, ``Picture``."""
    if entry.kind is EventKind.DOCUMENT:
        return word(MediaKind(entry.media_kind)) if entry.media_kind else word(entry.kind)
    if (tried := attempt(entry)) is not None:
        return word(tried)
    match entry.kind, entry.direction:
        case EventKind.CALL, Direction.IN:
            return QCoreApplication.translate("Timeline", "Incoming call")
        case EventKind.CALL, Direction.OUT:
            return QCoreApplication.translate("Timeline", "Outgoing call")
        case EventKind.CALL, Direction.MISSED:
            return QCoreApplication.translate("Timeline", "Missed call")
        case EventKind.CALL, Direction.REJECTED:
            return QCoreApplication.translate("Timeline", "Rejected call")
        case EventKind.MESSAGE, Direction.IN:
            return QCoreApplication.translate("Timeline", "Message received")
        case EventKind.MESSAGE, Direction.OUT:
            return QCoreApplication.translate("Timeline", "Message sent")
        case EventKind.PAYMENT, Direction.IN:
            return QCoreApplication.translate("Timeline", "Money received")
        case EventKind.PAYMENT, Direction.OUT:
            return QCoreApplication.translate("Timeline", "Money paid")
    return word(entry.kind)


def direction(kind: EventKind | None, way: Direction) -> str:
    """Return which way it went, in the word that the card's title has for it."""
    translate = QCoreApplication.translate
    if way is Direction.MISSED:
        return translate("Ways", "Missed")
    if way is Direction.REJECTED:
        return translate("Ways", "Rejected")
    if kind is EventKind.PAYMENT:
        words = translate("Timeline", "Money received"), translate("Timeline", "Money paid")
    elif kind is EventKind.CALL:
        words = translate("Ways", "Incoming"), translate("Ways", "Outgoing")
    else:
        words = translate("Ways", "Received"), translate("Ways", "Sent")
    return {Direction.IN: words[0], Direction.OUT: words[1]}.get(way, "")


def shortened(text: str, longest: int) -> str:
    """Return at most so many characters of a text, the last one an ellipsis if something was left out."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def agent(agent_id: str) -> str:
    """Return ``agent 80231`` (工号 80231)."""
    return QCoreApplication.translate("Timeline", "agent %1").replace("%1", safe(agent_id))


def attempt(entry: TimelineEntry) -> Attempt | None:
    """Return what an attempt with money is called, and money that went back; None for anything else."""
    return attempt_of(entry.kind, entry.direction, entry.outcome, entry.text)


def amount(entry: TimelineEntry) -> str:
    """Return ``¥3,000.00``, with a sign for money that moved in or out; empty without an amount."""
    way = Direction.NONE if entry.outcome in NOT_MOVED else entry.direction
    return money(entry.kind, way, entry.amount, entry.currency)


def amount_and_outcome(each: "Happening") -> tuple[str, str]:
    """Return an amount of the ledger, signed where money moved, and what became of it."""
    way = Direction.NONE if each.outcome in NOT_MOVED else each.direction
    tried = attempt_of(each.kind, each.direction, each.outcome, each.text)
    outcome = word(tried or each.outcome) if each.outcome is not Outcome.NONE else ""
    return money(each.kind, way, each.amount, each.currency), outcome


def money(kind: EventKind, way: Direction, figure: Decimal | None, currency: str) -> str:
    """Return an amount with its currency, signed where money moved: what a message only mentions went no way."""
    if figure is None:
        return ""
    whole, _, decimals = plain_amount(figure).partition(".")
    symbol = SYMBOLS.get(currency, f"{safe(currency)} ")
    moved = way if kind in MOVES_MONEY else Direction.NONE
    sign = {Direction.IN: "+", Direction.OUT: "\N{MINUS SIGN}"}.get(moved, "")
    return f"{sign}{symbol}{int(whole):,}.{decimals}"


def outcome(entry: TimelineEntry) -> str:
    """Return what became of the money, empty where nothing is known, or the title says it."""
    return "" if entry.outcome is Outcome.NONE or attempt(entry) is not None else word(entry.outcome)


def duration(seconds: int | None) -> str:
    """Return ``2:41`` or ``1:02:03``; empty where unknown."""
    if seconds is None:
        return ""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def exhibit_number(entry: TimelineEntry) -> str:
    """Return ``Exhibit 12`` (证据 12), empty for an event without one."""
    if not entry.exhibit_number:
        return ""
    return QCoreApplication.translate("Timeline", "Exhibit %1").replace("%1", str(entry.exhibit_number))


def body(entry: TimelineEntry) -> str:
    """Return what was said, noted, or is proved; a document of which nothing is said goes by its title or file name.

    An event out of a file that holds a thousand of them goes by the other side: the file's name tells them not apart.
    """
    is_record = entry.kind is not EventKind.DOCUMENT and entry.media_kind == MediaKind.OTHER.value
    return safe(entry.text or entry.proves or (entry.party if is_record else "") or entry.exhibit_label)


def called(entry: TimelineEntry) -> str:
    """Return the title or file name of a document whose body says something else; empty for any other event."""
    told = entry.kind is EventKind.DOCUMENT and (entry.text or entry.proves)
    return safe(entry.exhibit_label) if told else ""


def time_explained(entry: TimelineEntry) -> str:
    """Return the time in full, how certain it is and where it was read: the tooltip of the certainty mark."""
    parts = [_full_time(entry.at, entry.precision) if entry.at else "", word(entry.precision)]
    if entry.time_source:
        parts.append(word(entry.time_source))
    if entry.at and not entry.offset_stated:
        parts.append(QCoreApplication.translate("Timeline", "zone assumed"))
    if entry.open_conflict:
        parts.append(conflict())
    return " · ".join(part for part in parts if part)


def conflict() -> str:
    """Return the words of an open conflict of times."""
    return QCoreApplication.translate("Timeline", "times disagree, please choose")


def suggested() -> str:
    """Return the words of an event nobody has confirmed yet."""
    return QCoreApplication.translate("Timeline", "read by machine, not confirmed")


def unconfirmed() -> str:
    """Return the same in few words, for a card."""
    return QCoreApplication.translate("Timeline", "not confirmed")


def verdicts() -> str:
    """Return what can be done about it: the tooltip of what nobody has confirmed."""
    how = QCoreApplication.translate("Timeline", "A accepts it, X dismisses it")
    return f"{suggested()} · {how}"


def promised(entry: TimelineEntry) -> str:
    """Return ``Promised: ...``, empty without a promise."""
    if not entry.promise:
        return ""
    return QCoreApplication.translate("Timeline", "Promised: %1").replace("%1", safe(entry.promise))


def thread(related: Related) -> str:
    """Return how a picture follows another one of its thread, or an entry tells what another does already."""
    pattern = {
        Relation.JOINED: QCoreApplication.translate("Timeline", "goes on from exhibit %1"),
        Relation.GAP: QCoreApplication.translate("Timeline", "maybe a gap after exhibit %1"),
        Relation.APART: QCoreApplication.translate("Timeline", "not joined to exhibit %1"),
        Relation.ALIKE: QCoreApplication.translate("Timeline", "looks like exhibit %1"),
        Relation.SAME_CALL: QCoreApplication.translate("Timeline", "same call as in exhibit %1"),
        Relation.SAME_MESSAGE: QCoreApplication.translate("Timeline", "same message as in exhibit %1"),
    }[related.relation]
    return pattern.replace("%1", str(related.number))


def overdue(entry: TimelineEntry) -> bool:
    """Tell whether the day of a promise has passed, in the dispute's zone."""
    if entry.promise_due is None:
        return False
    return datetime.now(entry.at.tzinfo if entry.at else None).date() > entry.promise_due


def due(entry: TimelineEntry) -> str:
    """Return ``by 2025-02-28``, with a word when that day has passed; empty without a day."""
    if entry.promise_due is None:
        return ""
    text = (
        QCoreApplication.translate("Timeline", "by %1, overdue")
        if overdue(entry)
        else QCoreApplication.translate("Timeline", "by %1")
    )
    return text.replace("%1", entry.promise_due.isoformat())


def _full_time(at: datetime, precision: Precision) -> str:
    match precision:
        case Precision.SECOND:
            return f"{at:%Y-%m-%d %H:%M:%S}"
        case Precision.MINUTE:
            return f"{at:%Y-%m-%d %H:%M}"
        case Precision.MONTH:
            return f"{at:%Y-%m}"
        case _:
            return f"{at:%Y-%m-%d}"


def sentence(entry: TimelineEntry) -> str:
    """Return the whole event as one line: for screen readers, the clipboard and search."""
    date_words = f"{entry.at:%Y-%m-%d}" if entry.at and entry.precision is not Precision.MONTH else ""
    parts = [
        f"{date_words} {clock(entry)}".strip(),
        title(entry),
        safe(entry.party),
        agent(entry.agent_id) if entry.agent_id else "",
        " ".join(filter(None, (amount(entry), outcome(entry)))),
        duration(told_duration(entry.direction, entry.duration_s)),
        called(entry),
        body(entry),
        promised(entry),
        due(entry) if entry.promise else "",
        exhibit_number(entry),
        conflict() if entry.open_conflict else "",
        suggested() if entry.status is EventStatus.SUGGESTED else "",
    ]
    return ", ".join(part for part in parts if part)
