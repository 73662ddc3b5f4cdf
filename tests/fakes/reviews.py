"""What a machine might have found on pictures: a chat, a list of payments, a page of which only the words are known."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from evidence_app.domain.events import Direction, Event, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent
from evidence_app.domain.suggestions import PageKind, Suggestion, SuggestionKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource

CHAT = (
    (Direction.IN, "您好，工号80231为您服务，请问有什么可以帮您？"),
    (Direction.OUT, "我没有申请过这笔贷款，为什么会到账3000元？请马上取消，并且不要再上报征信。"),
    (Direction.IN, "我们会在3个工作日内核实并给您答复，请您保持电话畅通。"),
    (Direction.OUT, "好的"),
    (Direction.IN, "请您于今日18:00前结清，否则我们将依法处理。"),
)


def screen_time(minute: int) -> EventTime:
    wall = datetime(2025, 2, 22, 9, minute)
    return EventTime((ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, words=f"9:{minute:02}"),), 0)


def event(number: int, exhibit: Exhibit, **facts: object) -> Event:
    base = Event(
        id=f"{exhibit.id}-{number}",
        dispute_id=exhibit.dispute_id,
        ordinal=number,
        kind=EventKind.MESSAGE,
        status=EventStatus.SUGGESTED,
        exhibit_ids=(exhibit.id,),
        time=screen_time(2 + number),
    )
    return replace(base, **facts)  # type: ignore[arg-type]


def suggestion(number: int, exhibit: Exhibit, kind: SuggestionKind, value: str, **more: object) -> Suggestion:
    base = Suggestion(
        id=f"{exhibit.id}-s{number}",
        dispute_id=exhibit.dispute_id,
        exhibit_id=exhibit.id,
        event_id="",
        kind=kind,
        value=value,
        quote=value,
        place=Place((60, 240 + 40 * number, 300, 30)),
        confidence=0.97,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def chat(exhibit: Exhibit) -> ExhibitReview:
    media = exhibit.original.media
    width, step = media.width_px or 1080, max(40, (media.height_px or 2000) // (len(CHAT) + 2))
    events = tuple(
        PlacedEvent(
            event(number, exhibit, direction=way, text=text, agent_id="80231" if number == 0 else ""),
            Place((width // 5 if way is Direction.OUT else 40, step * (number + 1), width * 3 // 4, step * 2 // 3)),
            0.96,
        )
        for number, (way, text) in enumerate(CHAT)
    )
    inside = events[0].event.id, events[1].event.id, events[2].event.id, events[4].event.id
    kinds = SuggestionKind
    found = (
        suggestion(0, exhibit, kinds.AGENT_ID, "80231", quote="工号80231", event_id=inside[0]),
        suggestion(1, exhibit, kinds.AMOUNT, "3000.00 CNY", quote="3000元", event_id=inside[1]),
        suggestion(2, exhibit, kinds.PROMISE, CHAT[2][1], due=date(2025, 2, 26), event_id=inside[2], confidence=0.91),
        suggestion(3, exhibit, kinds.THREAT, CHAT[4][1], event_id=inside[3], confidence=0.84),
        suggestion(4, exhibit, kinds.PHONE, "95188", quote="客服电话 95188"),
        suggestion(5, exhibit, kinds.TITLE, "客服工号80231承诺3个工作日内核实", quote=""),
    )
    return ExhibitReview(exhibit, (), PageKind.CHAT, "速融宝客服", events, found)


def payments(exhibit: Exhibit) -> ExhibitReview:
    other = ClockReading(datetime(2025, 2, 23, 9, 3), Precision.MINUTE, TimeSource.FILENAME, 95)
    torn = screen_time(3)
    rows = (
        {"direction": Direction.IN, "amount": Decimal("3000.00"), "outcome": Outcome.DONE, "party": "速融宝"},
        {
            "direction": Direction.OUT,
            "amount": Decimal("200.00"),
            "outcome": Outcome.FAILED,
            "reference": "20250222081503",
        },
    )
    events = tuple(
        PlacedEvent(
            event(number, exhibit, kind=EventKind.PAYMENT, time=EventTime((*torn.readings, other), 0), **facts),
            Place((40, 200 + 180 * number, 600, 120)),
            0.99,
        )
        for number, facts in enumerate(rows)
    )
    return ExhibitReview(exhibit, (), PageKind.BILL, "", events)


def words_only(exhibit: Exhibit) -> ExhibitReview:
    lines = tuple(
        MachineLine(text, (40, 100 + 60 * number, 500, 40), 0.9)
        for number, text in enumerate(("个人消费贷款合同", "合同编号：SRB20250101001", "甲方（借款人）：王小明"))
    )
    return ExhibitReview(exhibit, lines)


def reviews_of(exhibits: Sequence[Exhibit]) -> list[ExhibitReview]:
    """Return what was found on a dispute's pictures: chats, and one of each other kind of page."""
    pictures = [
        each for each in exhibits if each.original.media.kind is MediaKind.IMAGE and not each.original.media.problem
    ]
    makers = [chat, payments, words_only]
    return [makers[min(number, 2) if number < 3 else 0](each) for number, each in enumerate(pictures)]
