"""What the grid shows of each exhibit, in which order, and which exhibits wait for somebody."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from evidence_app.domain.events import EventKind, TimelineEntry
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.finding import one_shape, words_of
from ui.i18n import word
from ui.timeline import words


class Need(StrEnum):
    """Why an exhibit wants attention, the most urgent first."""

    UNREAD = "unread"
    CONFLICT = "conflict"
    NO_TIME = "no-time"
    UNDESCRIBED = "undescribed"


class Order(StrEnum):
    """By what the grid is sorted."""

    NUMBER = "number"
    TIME = "time"
    TITLE = "title"
    KIND = "kind"


@dataclass(frozen=True)
class Card:
    """One exhibit; ``entry`` is its own line of the timeline, None while that is being read."""

    exhibit_id: str
    number: int
    label: str
    proves: str
    sha256: str
    media_kind: MediaKind
    entry: TimelineEntry | None
    needs: frozenset[Need]
    found_by: str = field(default="", repr=False)
    """All that a search may ask for, folded."""
    copy_of: int = 0
    """The number of a better exhibit that looks the same, 0 for none."""

    @property
    def event_id(self) -> str:
        """The exhibit's entry in the timeline, empty while it is not known."""
        return self.entry.event_id if self.entry is not None else ""

    @property
    def described(self) -> bool:
        """Whether it is said what the exhibit proves."""
        return Need.UNDESCRIBED not in self.needs


NO_COPIES: Mapping[str, int] = {}


def cards_of(
    exhibits: Iterable[Exhibit], entries: Iterable[TimelineEntry], copies: Mapping[str, int] = NO_COPIES
) -> list[Card]:
    """Return the cards of a dispute's exhibits that are in use, by number.

    ``copies`` are the numbers of better exhibits that look the same, by exhibit.
    """
    own = {entry.exhibit_id: entry for entry in entries if entry.kind is EventKind.DOCUMENT and entry.exhibit_id}
    in_use = (exhibit for exhibit in exhibits if exhibit.removed_at is None and not getattr(exhibit, "set_aside", ""))
    return [_card(exhibit, own.get(exhibit.id), copies.get(exhibit.id, 0)) for exhibit in in_use]


def _card(exhibit: Exhibit, entry: TimelineEntry | None, copy_of: int) -> Card:
    media = exhibit.original.media
    return Card(
        exhibit.id,
        exhibit.number,
        words.safe(exhibit.label),
        words.safe(exhibit.proves),
        exhibit.original.sha256,
        media.kind,
        entry,
        frozenset(_needs(exhibit, entry)),
        _found_by(exhibit, entry),
        copy_of,
    )


def _needs(exhibit: Exhibit, entry: TimelineEntry | None) -> Iterable[Need]:
    if exhibit.original.media.problem:
        yield Need.UNREAD
    if entry is not None and entry.open_conflict:
        yield Need.CONFLICT
    if entry is not None and entry.at is None:
        yield Need.NO_TIME
    if not exhibit.proves:
        yield Need.UNDESCRIBED


def _found_by(exhibit: Exhibit, entry: TimelineEntry | None) -> str:
    parts = [exhibit.label, exhibit.name, exhibit.proves, exhibit.element, exhibit.transcript, exhibit.translation]
    parts += [exhibit.device, exhibit.app, exhibit.account, *exhibit.also_named, exhibit.came_from]
    if entry is not None:
        parts += [entry.party, entry.agent_id, entry.text, f"{entry.at:%Y-%m-%d %H:%M}" if entry.at else ""]
    return one_shape(filter(None, parts))


def found(card: Card, text: str) -> bool:
    """Tell whether every word of a search is in what a card is found by; a bare number is the exhibit's own too."""
    return all(piece in card.found_by or piece == str(card.number) for piece in words_of(text))


_LAST = datetime.max.replace(tzinfo=UTC)


def ordered(cards: Sequence[Card], order: Order) -> list[Card]:
    """Return the cards in an order; equal ones by number, those without a time last."""
    match order:
        case Order.TIME:
            return sorted(cards, key=lambda card: (_at(card), card.number))
        case Order.TITLE:
            return sorted(cards, key=lambda card: (card.label.casefold(), card.number))
        case Order.KIND:
            kinds = list(MediaKind)
            return sorted(cards, key=lambda card: (kinds.index(card.media_kind), card.number))
        case _:
            return sorted(cards, key=lambda card: card.number)


def _at(card: Card) -> datetime:
    return card.entry.at if card.entry is not None and card.entry.at is not None else _LAST


def need_word(need: Need) -> str:
    """Return what a badge says."""
    translate = QCoreApplication.translate
    return {
        Need.UNREAD: translate("Evidence", "Not readable"),
        Need.CONFLICT: translate("Evidence", "Times disagree"),
        Need.NO_TIME: translate("Evidence", "No time"),
        Need.UNDESCRIBED: translate("Evidence", "What does it prove?"),
    }[need]


def order_word(order: Order) -> str:
    """Return the name of an order."""
    translate = QCoreApplication.translate
    return {
        Order.NUMBER: translate("Evidence", "By number"),
        Order.TIME: translate("Evidence", "By time"),
        Order.TITLE: translate("Evidence", "By title"),
        Order.KIND: translate("Evidence", "By kind"),
    }[order]


def time_words(card: Card) -> str:
    """Return the exhibit's time as precisely as it is known, empty without one."""
    entry = card.entry
    if entry is None or entry.at is None:
        return ""
    day = f"{entry.at:%Y-%m-%d}"
    clock = words.clock(entry)
    return f"{day} {clock}" if clock else day


def number_words(card: Card) -> str:
    """Return ``Exhibit 12``."""
    return QCoreApplication.translate("Timeline", "Exhibit %1").replace("%1", str(card.number))


def copy_words(card: Card) -> str:
    """Return which better exhibit may be the same picture, empty for none."""
    if not card.copy_of:
        return ""
    return QCoreApplication.translate("Evidence", "maybe exhibit %1 again").replace("%1", str(card.copy_of))


def sentence(card: Card) -> str:
    """Return the whole card as one line, for screen readers."""
    badges = [need_word(need) for need in Need if need in card.needs]
    parts = [
        number_words(card),
        card.label,
        word(card.media_kind),
        time_words(card),
        card.proves,
        copy_words(card),
        *badges,
    ]
    return ", ".join(filter(None, parts))
