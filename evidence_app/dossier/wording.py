"""How values read in a dossier: times, amounts, hashes, who and where. One language each; draws nothing."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from zoneinfo import ZoneInfo

from evidence_app.amount_words import amount_words
from evidence_app.domain.attempts import attempt_of
from evidence_app.domain.call_lists import is_only_row, merged_calls, told_duration, without_merged
from evidence_app.domain.events import MOVES_MONEY, Direction, Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit, clock
from evidence_app.domain.imports import Selection
from evidence_app.domain.mails import told_number, words_of
from evidence_app.domain.times import (
    ClockReading,
    OffsetSource,
    Precision,
    TimeMeaning,
    TimeSource,
    conflicts,
    has_open_conflict,
    instant,
)
from evidence_app.errors import JuzhengError
from evidence_app.phrases import Language, name_of, name_within, phrase, place_words, section
from evidence_app.proof.keys import name_in
from evidence_app.rules.named_bodies import body_name
from evidence_app.rules.territories import Territory

SEPARATOR = {Language.EN: "; ", Language.ZH_HANS: "；", Language.ZH_HANT: "；"}
SHOWN_CHARACTERS = {
    Precision.SECOND: len("2025-02-22 08:15:03"),
    Precision.MINUTE: len("2025-02-22 08:15"),
    Precision.DAY: len("2025-02-22"),
    Precision.MONTH: len("2025-02"),
}

NOT_MOVED = frozenset({Outcome.FAILED, Outcome.PENDING, Outcome.CLOSED, Outcome.DUE, Outcome.OVERDUE})
"""Outcomes of payments that moved no money, or not yet."""


class Wording:
    """The words of one dossier."""

    def __init__(self, language: Language, home: ZoneInfo, territory: Territory | None = None) -> None:
        self.language = language
        self.home = home
        self.territory = territory

    def __call__(self, key: str, **facts: object) -> str:
        """Return a phrase of the dossier."""
        return phrase("dossier", key, self.language, **facts)

    def name(self, member: StrEnum) -> str:
        """Return the word for an enumeration's member."""
        return name_of(member, self.language)

    def within(self, member: StrEnum) -> str:
        """Return the same word as it stands behind others on a line."""
        return name_within(member, self.language)

    def joined(self, parts: Iterable[str]) -> str:
        """Return the parts that are not empty as one list."""
        return SEPARATOR[self.language].join(filter(None, parts))

    def sentences(self, sentences: Iterable[str]) -> str:
        """Return sentences one after the other; Chinese ones need no space between them."""
        return (" " if self.language is Language.EN else "").join(sentences)

    def reading(self, reading: ClockReading) -> str:
        """Return a reading's time as exactly as it is known, in the dispute's zone."""
        coarse = reading.precision in (Precision.DAY, Precision.MONTH)
        at = reading.wall if coarse else instant(reading, self.home)
        if at is None or reading.precision is Precision.UNKNOWN:
            return self("fact.no_time")
        return at.isoformat(" ")[: SHOWN_CHARACTERS[reading.precision]]

    def time(self, event: Event) -> str:
        """Return when an event happened."""
        return self.reading(event.time.happened) if event.time.happened else self("fact.no_time")

    def certainty(self, event: Event) -> list[str]:
        """Return what has to be known about an event's time: precision and source, disagreement, confirmation."""
        reading = event.time.reading
        if reading is None:
            words = []
        elif event.time.only_file_date:
            words = [self("chronology.file_date", time=self.reading(reading))]
        else:
            year = self.name(reading.year_from) if reading.year_from else ""
            words = [self.joined((self.name(reading.precision), self.name(reading.source), year))]
        if has_open_conflict(event.time, self.home):
            words.append(self("chronology.conflict"))
        if event.status is EventStatus.SUGGESTED:
            words.append(self("chronology.machine"))
        return words

    def source_of(self, reading: ClockReading, *, chosen: bool) -> str:
        """Return a reading with where it was read, verbatim words included."""
        source = self.name(reading.source)
        if reading.meaning is not TimeMeaning.HAPPENED and reading.source is not TimeSource.MODIFIED:
            source += f" ({self.name(reading.meaning)})"
        words = self("fact.words", value=reading.words) if reading.words else reading.origin
        if reading.offset_source is OffsetSource.STATED and reading.offset_min is not None:
            zone = offset(reading.offset_min)
        else:
            zone = self.name(OffsetSource.ASSUMED)
        mark = self("fact.chosen") if chosen else ""
        year = self.name(reading.year_from) if reading.year_from else ""
        return f"{self.reading(reading)}  {self.joined((source, words, year, zone, mark))}"

    def disagreement(self, event: Event) -> str:
        """Return a sentence if an event's readings cannot all be true, else an empty text."""
        if not conflicts(event.time, self.home):
            return ""
        return self("fact.decided" if event.time.decided else "fact.conflict")

    def moment(self, at: datetime) -> str:
        """Return a moment in the dispute's zone with its offset."""
        local = at.astimezone(self.home)
        minutes = (local.utcoffset() or timedelta()) // timedelta(minutes=1)
        return f"{local:%Y-%m-%d %H:%M:%S} ({offset(minutes)})"

    def amount(self, currency: str, amount: Decimal) -> str:
        """Return ``CNY 3,000.00``, or as the language says a currency that it has a word for."""
        return amount_words(currency, amount, self.language)

    def what(self, event: Event, exhibits: Iterable[Exhibit]) -> list[str]:
        """Return the lines that say what happened; a bare document is named by its exhibit."""
        head = self._head(event)
        if event.kind is not EventKind.DOCUMENT:
            text, merged = self._said(event)
            return [part for part in (head, text, merged, self._promise(event), self._details(event)) if part]
        shown = list(exhibits)
        text = event.text or self.joined(exhibit.label for exhibit in shown)
        proves = [self("chronology.proves", text=exhibit.proves) for exhibit in shown if exhibit.proves]
        return [part for part in (head, text, *proves, self._details(event)) if part]

    def _said(self, event: Event) -> tuple[str, str]:
        """Return what an event's text adds to its fields, and how many calls a row of a list stands for."""
        if event.kind is not EventKind.CALL:
            return words_of(event.text, event.number), ""
        is_read = bool(event.read_from) and not event.imported
        count, text = merged_calls(event.text, is_read=is_read), without_merged(event.text, is_read=is_read)
        told = self("chronology.merged", count=count) if count > 1 else ""
        return "" if is_only_row(text, event.direction, event.duration_s) else text, told

    def in_short(self, event: Event, exhibits: Iterable[Exhibit]) -> list[str]:
        """Return the same without numbers and places, and with a promise in place of the words that make it."""
        head, *rest = self.what(event, exhibits)
        if event.promise:
            return [head, self._promise(event)]
        details = self._details(event)
        return [head, *(part for part in rest if part != details)]

    def _head(self, event: Event) -> str:
        tried = attempt_of(event.kind, event.direction, event.outcome, event.text)
        if tried is not None:
            return self.joined((self.name(tried), self._amount_of(event)))
        way = self.way(event.kind, event.direction, event.outcome)
        return self.joined((self.name(event.kind), way, self._amount_of(event), self.name(event.outcome)))

    def way(self, kind: EventKind, direction: Direction, outcome: Outcome) -> str:
        """Return a direction as it is said of a kind of event, within a line: money is not "sent".

        What moved nothing was not received either.
        """
        if direction is Direction.NONE:
            return ""
        if kind in MOVES_MONEY and direction in (Direction.IN, Direction.OUT):
            return self(f"money.{direction.value}{'_tried' * (outcome in NOT_MOVED)}")
        said = self.name(direction)
        return said.lower() if self.language is Language.EN else said

    def _amount_of(self, event: Event) -> str:
        """Return an event's amount; beside the direction of words that moved no money, that it is only mentioned."""
        if event.amount is None:
            return ""
        amount = self.amount(event.currency, event.amount)
        moved = event.kind in MOVES_MONEY or event.direction is Direction.NONE
        return amount if moved else self("chronology.mentioned", amount=amount)

    def _promise(self, event: Event) -> str:
        if not event.promise:
            return ""
        if event.promise_due is None:
            return self("chronology.promise", text=event.promise)
        return self("chronology.promise_due", text=event.promise, due=event.promise_due.isoformat())

    def _details(self, event: Event) -> str:
        return self.joined(self.details(event))

    def details(self, event: Event) -> list[str]:
        """Return what the last line says of what happened, in pieces: number, duration, reference, account, place."""
        lasted = told_duration(event.direction, event.duration_s)
        return list(
            filter(
                None,
                (
                    self("chronology.number", value=event.number) if event.number and event.party else "",
                    self("chronology.duration", value=duration(lasted)) if lasted is not None else "",
                    self("chronology.reference", value=known_by) if (known_by := told_number(event.reference)) else "",
                    self("chronology.account", value=event.account) if event.account else "",
                    self("chronology.place", place=place_words(event.place, self.language)) if event.place else "",
                ),
            )
        )

    def who(self, event: Event, other: str) -> list[str]:
        """Return who was on the other side, which is called ``other``: that, agent, body."""
        agent = self("chronology.agent", id=event.agent_id) if event.agent_id else ""
        body = body_name(event.body, self.language, self.territory)
        return list(dict.fromkeys(filter(None, (other, agent, event.agent_name, body))))

    def signer(self, subject: str) -> str:
        """Return whom a certificate names; what one made here says of that stands in it in English."""
        name = name_in(subject)
        return name if name == subject else self("sealed.unverified", name=name)

    def origin(self, exhibit: Exhibit) -> list[str]:
        """Return where an exhibit comes from: device, app, account, who captured it, archive, other names."""
        stated = [
            self(f"fact.{key}", value=value)
            for key in ("device", "app", "account", "captured_by", "came_from")
            if (value := getattr(exhibit, key))
        ]
        return stated + [self("fact.also_named", value=name) for name in exhibit.also_named]

    def selected(self, selection: Selection) -> str:
        """Return how many records of an export are shown, and by which choice."""
        entry, choice = selection.entry, selection.entry.choice
        numbers = SEPARATOR[self.language].join(choice.numbers)
        return self.joined(
            (
                self("selection.shown", shown=selection.shown, read=selection.read),
                self("selection.numbers", numbers=numbers) if numbers else "",
                self("selection.since", day=choice.since.isoformat()) if choice.since else "",
                self("selection.until", day=choice.until.isoformat()) if choice.until else "",
                self("selection.unread", count=entry.unread) if entry.unread else "",
            )
        )

    def media(self, exhibit: Exhibit) -> str:
        """Return kind and size of an original."""
        media = exhibit.original.media
        return self.joined(
            (
                media.mime or self.name(media.kind),
                self("fact.bytes", size=f"{exhibit.original.size_bytes:,}"),
                self("fact.pixels", width=media.width_px, height=media.height_px) if media.width_px else "",
                self("fact.pages", count=media.page_count) if media.page_count > 1 else "",
                self("fact.duration", value=duration(media.duration_ms // 1000)) if media.duration_ms else "",
            )
        )

    def problem(self, code: str) -> str:
        """Return why something could not be read."""
        known = f"problem.{code}"
        return self(known) if known in section("dossier", self.language) else self("problem.other", code=code)

    def failure(self, error: JuzhengError) -> str:
        """Return why a decoder gave no picture."""
        return self.problem(error.code)


def offset(minutes: int) -> str:
    """Return ``UTC+08:00``."""
    sign, size = ("-" if minutes < 0 else "+"), abs(minutes)
    return f"UTC{sign}{size // 60:02d}:{size % 60:02d}"


def duration(seconds: int) -> str:
    """Return ``1:02:03`` or ``4:05``."""
    return clock(seconds * 1000)


def grouped(sha256: str) -> str:
    """Return a hash in groups of four, as people compare it."""
    return " ".join(sha256[start : start + 4] for start in range(0, len(sha256), 4))
