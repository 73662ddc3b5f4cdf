"""What a machine might have read on pictures, kept in a vault as its reading would be: a chat, a bill, mere words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from evidence_app.actions.session import Session
from evidence_app.domain.events import Direction, EventFacts, EventKind, EventStatus, Outcome
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.machine_text import MachineLine, MachineText, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.reading.engine_name import ENGINE_NAME

CHAT = (
    (Direction.IN, "您好，工号80231为您服务，请问有什么可以帮您？"),
    (Direction.OUT, "我没有申请过这笔贷款，为什么会到账3000元？请马上取消，并且不要再上报征信。"),
    (Direction.IN, "我们会在3个工作日内核实并给您答复，请您保持电话畅通。"),
    (Direction.OUT, "好的"),
    (Direction.IN, "请您于今日18:00前结清，否则我们将依法处理。"),
)
SUGGESTED = (
    (SuggestionKind.AGENT_ID, "80231", "工号80231", 0),
    (SuggestionKind.AMOUNT, "3000.00 CNY", "3000元", 1),
    (SuggestionKind.PROMISE, CHAT[2][1], CHAT[2][1], 2),
    (SuggestionKind.THREAT, CHAT[4][1], CHAT[4][1], 4),
    (SuggestionKind.PHONE, "95188", "客服电话 95188", None),
    (SuggestionKind.TITLE, "客服工号80231承诺3个工作日内核实", "", None),
)
MADE = MediaKind.IMAGE


def on_screen(minute: int) -> EventTime:
    wall = datetime(2025, 2, 22, 9, minute)
    return EventTime((ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, words=f"9:{minute:02}"),), 0)


def facts(number: int, **more: object) -> EventFacts:
    base = EventFacts(kind=EventKind.MESSAGE, status=EventStatus.SUGGESTED, time=on_screen(2 + number))
    return replace(base, **more)  # type: ignore[arg-type]


def chat(exhibit: Exhibit) -> Findings:
    media = exhibit.original.media
    width, step = media.width_px, max(1, media.height_px // (len(CHAT) + 2))
    places = [
        Place((width // 5 if way is Direction.OUT else width // 27, step * (number + 1), width * 3 // 4, step * 2 // 3))
        for number, (way, _) in enumerate(CHAT)
    ]
    events = tuple(
        ReadEvent(
            facts(number, direction=way, text=text, agent_id="80231" if number == 0 else ""), places[number], 0.96
        )
        for number, (way, text) in enumerate(CHAT)
    )
    found = tuple(
        Suggested(
            kind,
            value,
            quote,
            places[index] if index is not None else Place((0, 0, width // 2, step // 2)),
            0.97 if index != 2 else 0.91,
            date(2025, 2, 26) if kind is SuggestionKind.PROMISE else None,
            index,
        )
        for kind, value, quote, index in SUGGESTED
    )
    return Findings(PageKind.CHAT, "速融宝客服", events, found)


def bill(exhibit: Exhibit) -> Findings:
    other = ClockReading(datetime(2025, 2, 23, 9, 3), Precision.MINUTE, TimeSource.FILENAME, 95)
    torn = EventTime((*on_screen(3).readings, other), 0)
    rows: tuple[dict[str, object], ...] = (
        {"direction": Direction.IN, "amount": Decimal("3000.00"), "outcome": Outcome.DONE, "party": "速融宝"},
        {"direction": Direction.OUT, "amount": Decimal("200.00"), "outcome": Outcome.FAILED, "reference": "2025022208"},
    )
    height = exhibit.original.media.height_px // 6
    events = tuple(
        ReadEvent(
            facts(number, kind=EventKind.PAYMENT, time=torn, **row),
            Place((10, height * (number + 1), exhibit.original.media.width_px - 20, height - 4)),
            0.99,
        )
        for number, row in enumerate(rows)
    )
    return Findings(PageKind.BILL, "", events)


def words_only(exhibit: Exhibit) -> Findings:
    return Findings()


def keep(session: Session, exhibit: Exhibit, findings: Findings) -> None:
    """Keep a reading of an exhibit; one of which nothing was made has three lines, a message is one line."""
    words = ("个人消费贷款合同", "合同编号：SRB20250101001", "甲方（借款人）：王小明")
    lines = tuple(MachineLine(text, (10, 20 + 30 * number, 100, 20), 0.9) for number, text in enumerate(words))
    if findings.events:
        lines = tuple(MachineLine(each.facts.text or "3000.00", each.place.region, 0.9) for each in findings.events)
    with session.vault.change() as tx:
        tx.keep_reading(MachineText(exhibit.id, ENGINE_NAME, lines, 1, session.now()), findings)


def read_all(session: Session, exhibits: Sequence[Exhibit]) -> None:
    """Keep readings of all pictures: a chat, a bill, mere words, and chats again."""
    pictures = [each for each in exhibits if each.original.media.kind is MADE and not each.original.media.problem]
    for number, exhibit in enumerate(pictures):
        keep(session, exhibit, (chat, bill, words_only)[number](exhibit) if number < 3 else chat(exhibit))
