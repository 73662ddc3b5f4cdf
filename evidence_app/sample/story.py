"""What is told about the sample dispute: its words in three languages, its typed events, its exhibits' captions."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from evidence_app.domain.disputes import DisputeStatus, DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exhibits import TimeMark
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.domain.workspace import ChannelKind, KnownFrom
from evidence_app.phrases import Language
from evidence_app.resources import resource
from evidence_app.sample import files

TYPED_CONFIDENCE = 90  # a person read it off the evidence and typed it


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleEvent:
    """An event as a person would type it; fields as in `domain.events.Event`.

    ``files`` are the names of the files that show it, as `files.draw_files` names them; ``key`` is how the story calls
    it.
    """

    key: str
    kind: EventKind
    time: EventTime
    direction: Direction
    party: str
    number: str
    agent_id: str
    text: str
    amount: Decimal | None
    reference: str
    duration_s: int | None
    outcome: Outcome
    promise: str
    promise_due: date | None
    body: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleExhibit:
    """What a person says about one file; fields as in `domain.exhibits.Exhibit`."""

    name: str
    title: str
    proves: str
    device: str
    app: str
    captured_by: str
    translation: str
    translator: str
    marks: tuple[TimeMark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleChannel:
    """A way to reach the institution; fields as in `domain.workspace.Channel`."""

    kind: ChannelKind
    value: str
    known_from: KnownFrom
    verified_by: str
    verified_on: date | None
    doubt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleFiling:
    """A complaint that a person recorded of the event of this key; fields as in `domain.workspace.Complaint`."""

    key: str
    body: str
    route: str
    demand: str
    accepted_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStory:
    """The dispute with everything that is typed into it; fields as in `domain.disputes.Dispute`."""

    title: str
    type: DisputeType
    institution: str
    aliases: tuple[str, ...]
    summary: str
    complainant: str
    complainant_contact: str
    zone_name: str
    amount: Decimal
    currency: str
    status: DisputeStatus
    demands: tuple[str, ...]
    events: tuple[SampleEvent, ...]
    exhibits: tuple[SampleExhibit, ...]
    channels: tuple[SampleChannel, ...]
    filings: tuple[SampleFiling, ...]
    contradicting: tuple[str, ...]
    """Keys of the events whose answers a person marked as contradicting each other."""


def story(language: Language) -> SampleStory:
    """Return the story in one language. The evidence itself stays in the languages it was written in."""
    facts, words = _table("story"), _table(f"story.{language.value}")
    return SampleStory(
        title=words["title"],
        type=DisputeType(facts["type"]),
        institution=words["institution"],
        aliases=tuple(words["aliases"]),
        summary=words["summary"],
        complainant=words["complainant"],
        complainant_contact=words["complainant_contact"],
        zone_name=facts["zone_name"],
        amount=Decimal(facts["amount"]),
        currency=facts["currency"],
        status=DisputeStatus(facts["status"]),
        demands=tuple(words["demands"]),
        events=tuple(_event(key, fact, words["events"][key]) for key, fact in facts["events"].items()),
        exhibits=tuple(_exhibit(files.NAMES[key], said, words) for key, said in words["exhibits"].items()),
        channels=tuple(_channel(fact, words["channels"][key]) for key, fact in facts["channels"].items()),
        filings=tuple(SampleFiling(key=key, **fact, **words["filings"][key]) for key, fact in facts["filings"].items()),
        contradicting=tuple(facts["contradicting"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("samples", f"{name}.toml").read_text("utf-8"))


def _channel(fact: dict[str, Any], words: dict[str, str]) -> SampleChannel:
    return SampleChannel(
        kind=ChannelKind(fact["kind"]),
        value=fact["value"],
        known_from=KnownFrom(fact["known_from"]),
        verified_by=words.get("verified_by", ""),
        verified_on=fact.get("verified_on"),
        doubt=words.get("doubt", ""),
    )


def _event(key: str, fact: dict[str, Any], words: dict[str, str]) -> SampleEvent:
    return SampleEvent(
        key=key,
        kind=EventKind(fact["kind"]),
        time=_typed_time(fact["at"], Precision(fact["precision"])),
        direction=Direction(fact.get("direction", "")),
        party=words.get("party", ""),
        number=fact.get("number", ""),
        agent_id=fact.get("agent_id", ""),
        text=words["text"],
        amount=Decimal(fact["amount"]) if "amount" in fact else None,
        reference=fact.get("reference", ""),
        duration_s=fact.get("duration_s"),
        outcome=Outcome(fact.get("outcome", "")),
        promise=words.get("promise", ""),
        promise_due=fact.get("promise_due"),
        body=words.get("body", ""),
        files=tuple(files.NAMES[key] for key in fact.get("files", ())),
    )


def _typed_time(wall: datetime, precision: Precision) -> EventTime:
    reading = ClockReading(wall, precision, TimeSource.TYPED, TYPED_CONFIDENCE, origin="typed")
    return EventTime((reading,), chosen=0, decided=True)


def _exhibit(name: str, said: dict[str, Any], words: dict[str, Any]) -> SampleExhibit:
    translation = said.get("translation", "").strip()
    return SampleExhibit(
        name=name,
        title=said["title"],
        proves=said["proves"],
        device=said.get("device", ""),
        app=said.get("app", ""),
        captured_by=words["complainant"],
        translation=translation,
        translator=words["translator"] if translation else "",
        marks=tuple(TimeMark(mark["at_s"] * 1000, mark["text"]) for mark in said.get("marks", ())),
    )
