"""Pictures of one chat, read in any order: their messages are told once, and joins and gaps are stated."""

import io
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from itertools import permutations

import pytest
from PIL import Image

from evidence_app.actions import read_exhibits as reading
from evidence_app.actions.add_evidence import DataSource, add_evidence
from evidence_app.actions.continuity import continuity, entries_called, showings
from evidence_app.actions.edit import edit_event, edit_events
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.remove import empty_tray, put_back, remove_exhibit, set_aside, tray
from evidence_app.actions.review import exhibit_review
from evidence_app.actions.session import Session
from evidence_app.actions.suggestions import accept, suggestions
from evidence_app.actions.timeline import events_in_full
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.events import Direction, Event, EventFacts, EventKind, EventStatus
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.machine_text import MachineLine, Place
from evidence_app.domain.suggestions import Findings, PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import (
    BETWEEN,
    UNKNOWN_TIME,
    ClockReading,
    EventTime,
    Precision,
    TimeSource,
    choose,
    has_open_conflict,
)
from evidence_app.progress import Silent
from evidence_app.reading.readers import Readers, StripText

STORY = (
    "您好，我是速融宝客服，工号80231，请问有什么可以帮您？",
    "你们未经我同意自动下款3000元，请立即处理",
    "好的，这边帮您反馈给技术部门核实",
    "我没有收到这笔钱，提现一直失败",
    "3个工作日内会给您答复，请耐心等待",
    "已经第四次联系你们了，每次都换人",
    "您的投诉编号是TS202502220088",
    "请今日18:00前还款200.00元，否则将上报征信",
    "这是威胁吗？我会向12378投诉",
    "请您冷静，我们会尽快处理您的问题",
)

STRETCHES = {"a.png": (0, 4), "b.png": (2, 6), "c.png": (5, 7), "d.png": (8, 10)}
"""Which of the messages each picture shows: three that overlap, and one behind a gap."""


SEPARATORS = {0: 8, 5: 9}
"""Above which messages a time stands, and which hour it says."""

HOURS = [8, 8, 8, 8, 8, 9, 9, None, None, None]
"""When each message was sent, as far as pictures that are joined tell; nothing tells of the last ones."""


def message(index: int, first: int) -> ReadEvent:
    """A message on a picture that begins with the message ``first``."""
    above = [hour for place, hour in SEPARATORS.items() if first <= place <= index]
    reading = ClockReading(datetime(2025, 2, 22, above[-1]), Precision.MINUTE, TimeSource.SCREEN, 80) if above else None
    facts = EventFacts(
        kind=EventKind.MESSAGE,
        time=choose([reading]) if reading else UNKNOWN_TIME,
        direction=Direction.OUT if index % 2 else Direction.IN,
        text=STORY[index],
        status=EventStatus.SUGGESTED,
    )
    return ReadEvent(facts, Place((40, 100 + 100 * (index - first), 600, 90)), 0.957)


def findings(first: int, last: int) -> Findings:
    """What a picture of some of the messages says."""
    return Findings(PageKind.CHAT, "速融宝客服", tuple(message(index, first) for index in range(first, last)))


class StandIn(Readers):
    """Recognises one line in every picture."""

    def read(self, pixels: bytes, width_px: int, height_px: int, name: str) -> "Future[StripText]":
        future: Future[StripText] = Future()
        future.set_result(StripText("stand-in 1", (MachineLine("好的", (0, 0, 9, 9), 0.9),)))
        return future


@pytest.fixture
def made_of() -> dict[str, Findings]:
    """What is made of each picture, by its name."""
    return {name: findings(*stretch) for name, stretch in STRETCHES.items()}


@pytest.fixture(autouse=True)
def stand_ins(session: Session, made_of: dict[str, Findings], monkeypatch: pytest.MonkeyPatch) -> None:
    def interpreted(
        _catalog: object, exhibit: Exhibit, _text: object, _sizes: object, times: Mapping[int, EventTime] | None = None
    ) -> Findings:
        made = made_of[exhibit.name]
        events = [
            replace(each, facts=replace(each.facts, time=(times or {}).get(index, each.facts.time)))
            for index, each in enumerate(made.events)
        ]
        return replace(made, events=tuple(events))

    monkeypatch.setattr(session, "_readers", StandIn())
    monkeypatch.setattr(reading, "interpreted", interpreted)


def picture(shade: int) -> bytes:
    out = io.BytesIO()
    page = Image.new("RGB", (64, 64), "white")
    page.paste((0, 0, 0), (4 * shade, 6 * shade, 4 * shade + 20, 6 * shade + 12))
    page.save(out, "PNG")
    return out.getvalue()


def read_in(session: Session, dispute: Dispute, names: Sequence[str]) -> None:
    """Add pictures in the order of their names, and read them in this one, each in a run of its own."""
    sources = [DataSource(name, picture(index)) for index, name in enumerate(sorted(names))]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    for name in names:
        others = [each.id for each in list_exhibits(session, dispute.id) if each.name != name]
        reading.read_exhibits(session, dispute.id, Silent(), lambda item: None, leave_out=others)


def messages(session: Session, dispute: Dispute) -> list[Event]:
    return [event for event in events_in_full(session, dispute.id) if event.kind is EventKind.MESSAGE]


def shown_by(session: Session, dispute: Dispute) -> dict[str, list[str]]:
    names = {exhibit.id: exhibit.name for exhibit in list_exhibits(session, dispute.id)}
    return {event.text: sorted(names[each] for each in event.exhibit_ids) for event in messages(session, dispute)}


EXPECTED = {
    STORY[index]: [name for name, (first, last) in STRETCHES.items() if first <= index < last]
    for index in range(len(STORY))
    if index != 7
}


def told(session: Session, dispute: Dispute) -> list[tuple[str, int | None]]:
    """The messages as the timeline tells them, with the hours at which they were sent."""
    walls = [(event.text, event.time.reading and event.time.reading.wall) for event in messages(session, dispute)]
    return [(text, wall.hour if wall else None) for text, wall in walls]


def joins(session: Session, dispute: Dispute) -> list[tuple[int, int, int]]:
    return [(each.before.number, each.after.number, each.in_common) for each in continuity(session, dispute.id)]


@pytest.mark.parametrize("order", list(permutations(STRETCHES))[3::10])
def test_in_whatever_order_they_are_read_each_message_is_told_once(
    session: Session, dispute: Dispute, order: tuple[str, ...]
) -> None:
    read_in(session, dispute, order)
    assert shown_by(session, dispute) == EXPECTED
    assert joins(session, dispute) == [(1, 2, 2), (2, 3, 1), (3, 4, 0)]
    assert told(session, dispute) == [(text, hour) for text, hour in zip(STORY, HOURS, strict=True) if text in EXPECTED]
    assert verify_vault(session.folder, Silent()).holds


def named(made: Findings, name: str) -> Findings:
    events = tuple(replace(each, facts=replace(each.facts, party=name)) for each in made.events)
    return replace(made, party=name, events=events)


def test_what_is_asked_with_each_change_says_what_the_whole_reading_says(
    session: Session, dispute: Dispute, made_of: dict[str, Findings]
) -> None:
    def both_ways() -> tuple[Sequence[object], Sequence[object]]:
        with session.vault.read() as catalog:
            exhibits, events = catalog.exhibits(dispute.id), catalog.events(dispute.id)
            whole = showings(catalog, catalog.dispute(dispute.id), exhibits, events)
            return whole, catalog.talk_showings(dispute.id, {each.id: each.number for each in exhibits})

    for name in ("a.png", "b.png"):
        made_of[name] = named(made_of[name], "速融室客服")
    read_in(session, dispute, list(STRETCHES))
    whole, lean = both_ways()
    assert whole == lean
    assert len(whole) == len(STRETCHES)
    edit_events(session, [each.id for each in messages(session, dispute)], {"party": "速融宝"}, Silent())
    renamed, lean = both_ways()
    assert renamed == lean
    assert renamed != whole
    set_aside(session, "event", [messages(session, dispute)[3].id], "误读")
    set_aside(session, "exhibit", [list_exhibits(session, dispute.id)[0].id], "无关")
    left, lean = both_ways()
    assert left == lean
    assert left != renamed


def test_pictures_read_in_one_run_are_joined_as_well(session: Session, dispute: Dispute) -> None:
    sources = [DataSource(name, picture(index)) for index, name in enumerate(STRETCHES)]
    add_evidence(session, dispute.id, sources, Silent(), lambda item: None)
    reading.read_exhibits(session, dispute.id, Silent(), lambda item: None)
    assert shown_by(session, dispute) == EXPECTED


def on_its_day(made: Findings, *separators: str) -> Findings:
    """What a picture of 6 November says whose messages stand below these times: 09:31 alone is taken for that day's."""
    days = {"": None, "11月3日 09:12": 3, "09:31": 6, "11月6日 14:05": 6}
    events = []
    for each, words in zip(made.events, separators, strict=True):
        hour, minute = (int(part) for part in words[-5:].split(":")) if words else (0, 0)
        wall = datetime(2026, 11, days[words] or 1, hour, minute)
        shown = ClockReading(wall, Precision.MINUTE, TimeSource.SCREEN, 80, origin=BETWEEN, words=words)
        time = choose([shown]) if words else UNKNOWN_TIME
        events.append(replace(each, facts=replace(each.facts, time=time)))
    return replace(made, events=tuple(events), captured_at=datetime(2026, 11, 6, 14, 20))


@pytest.mark.parametrize("order", [("a.png", "b.png"), ("b.png", "a.png")])
def test_of_two_days_that_pictures_tell_the_better_founded_is_taken_and_the_conflict_is_shown(
    session: Session, dispute: Dispute, made_of: dict[str, Findings], order: tuple[str, ...]
) -> None:
    made_of["a.png"] = on_its_day(made_of["a.png"], "11月3日 09:12", "11月3日 09:12", "09:31", "09:31")
    made_of["b.png"] = on_its_day(made_of["b.png"], "", "", "11月6日 14:05", "11月6日 14:05")
    read_in(session, dispute, order)
    times = [event.time for event in messages(session, dispute)]
    assert [time.reading and time.reading.wall and time.reading.wall.day for time in times] == [3, 3, 3, 3, 6, 6]
    assert [has_open_conflict(time, dispute.zone) for time in times] == [False, False, True, True, False, False]
    assert verify_vault(session.folder, Silent()).holds


def test_reading_again_tells_nothing_twice(session: Session, dispute: Dispute) -> None:
    read_in(session, dispute, list(STRETCHES))
    for exhibit in list_exhibits(session, dispute.id):
        reading.read_again(session, exhibit.id, Silent())
    assert shown_by(session, dispute) == EXPECTED
    assert joins(session, dispute) == [(1, 2, 2), (2, 3, 1), (3, 4, 0)]
    assert verify_vault(session.folder, Silent()).holds


def test_a_message_that_somebody_dismissed_does_not_come_back(session: Session, dispute: Dispute) -> None:
    read_in(session, dispute, ["a.png"])
    dismissed = next(event for event in messages(session, dispute) if event.text == STORY[2])
    set_aside(session, "event", [dismissed.id], "读错了")
    add_evidence(session, dispute.id, [DataSource("b.png", picture(1))], Silent(), lambda item: None)
    reading.read_exhibits(session, dispute.id, Silent(), lambda item: None)
    assert STORY[2] not in shown_by(session, dispute)


def test_what_somebody_erased_for_good_is_not_suggested_anew(session: Session, dispute: Dispute) -> None:
    read_in(session, dispute, ["a.png", "b.png"])
    erased = [event for event in messages(session, dispute) if event.text in (STORY[1], STORY[2])]  # one on both
    set_aside(session, "event", [event.id for event in erased], "读错了")
    empty_tray(session, tray(session, dispute.id))
    for _ in range(2):
        for exhibit in list_exhibits(session, dispute.id):
            reading.read_again(session, exhibit.id, Silent())
        assert [event.text for event in messages(session, dispute)] == [STORY[0], *STORY[3:6]]
    assert verify_vault(session.folder, Silent()).holds


def test_a_picture_that_is_removed_joins_nothing(session: Session, dispute: Dispute) -> None:
    read_in(session, dispute, list(STRETCHES))
    second = list_exhibits(session, dispute.id)[1]
    set_aside(session, "exhibit", [second.id], "无关")
    assert joins(session, dispute) == [(1, 3, 0), (3, 4, 0)]
    assert STORY[2] in shown_by(session, dispute), "the first picture still shows it"
    put_back(session, "exhibit", [second.id])
    assert joins(session, dispute) == [(1, 2, 2), (2, 3, 1), (3, 4, 0)]


def test_what_only_another_picture_still_shows_stays_when_the_first_is_erased(
    session: Session, dispute: Dispute
) -> None:
    read_in(session, dispute, list(STRETCHES))
    first = list_exhibits(session, dispute.id)[0]
    set_aside(session, "exhibit", [first.id], "无关")
    remove_exhibit(session, first.id, "无关")
    assert shown_by(session, dispute).keys() == EXPECTED.keys() - {STORY[0], STORY[1]}
    assert verify_vault(session.folder, Silent()).holds


def test_who_corrects_a_title_is_told_what_else_of_the_thread_has_the_misread_name(
    session: Session, dispute: Dispute, made_of: dict[str, Findings]
) -> None:
    for name in ("a.png", "b.png", "d.png"):
        made_of[name] = named(made_of[name], "速融室客服")
    read_in(session, dispute, ["a.png", "b.png", "d.png"])
    first = list_exhibits(session, dispute.id)[0]
    made_of["a.png"] = named(made_of["a.png"], "速融宝客服")
    again = reading.read_again(session, first.id, Silent())
    assert (again.party_before, again.party) == ("速融室客服", "速融宝客服")
    told = {event.id: event.text for event in messages(session, dispute)}
    ids = entries_called(session, first.id, "速融室客服")
    assert {told[each] for each in ids} == {STORY[index] for index in (2, 3, 4, 5, 8, 9)}
    edit_events(session, ids, {"party": "速融宝客服"}, Silent())
    assert {event.party for event in messages(session, dispute)} == {"速融宝客服"}
    assert {each.party for each in continuity(session, dispute.id)} == {"速融宝客服"}
    assert entries_called(session, first.id, "速融室客服") == []


def test_a_message_that_one_picture_cuts_is_told_whole(
    session: Session, dispute: Dispute, made_of: dict[str, Findings]
) -> None:
    first = made_of["a.png"].events
    cut = replace(first[3], facts=replace(first[3].facts, text=STORY[3][:9]))
    made_of["a.png"] = replace(made_of["a.png"], events=(*first[:3], cut))
    read_in(session, dispute, ["a.png", "b.png", "c.png", "d.png"])
    assert shown_by(session, dispute) == EXPECTED
    assert verify_vault(session.folder, Silent()).holds
    second = list_exhibits(session, dispute.id)[1]
    set_aside(session, "exhibit", [second.id], "无关")
    remove_exhibit(session, second.id, "无关")
    assert verify_vault(session.folder, Silent()).holds


def in_currency(made: Findings, currency: str) -> Findings:
    return replace(
        made,
        events=tuple(
            replace(each, facts=replace(each.facts, amount=Decimal(200), currency=currency)) for each in made.events
        ),
    )


def test_read_again_in_another_currency_what_two_pictures_show_is_in_it_too_unless_somebody_decided(
    session: Session, dispute: Dispute, made_of: dict[str, Findings]
) -> None:
    original = dict(made_of)
    made_of.update({name: in_currency(made, "TWD") for name, made in original.items()})
    read_in(session, dispute, ["a.png", "b.png"])
    kept = messages(session, dispute)[2]
    edit_event(session, kept.id, {"agent_name": "李"})
    made_of.update({name: in_currency(made, "CNY") for name, made in original.items()})
    reading.read_exhibits(session, dispute.id, Silent(), lambda item: None, again=True)
    told = messages(session, dispute)
    assert len(told) == 6
    assert {each.id for each in told if each.currency != "CNY"} == {kept.id}
    assert verify_vault(session.folder, Silent()).holds


def test_what_somebody_decided_on_keeps_its_time_and_its_words(
    session: Session, dispute: Dispute, made_of: dict[str, Findings]
) -> None:
    first = made_of["b.png"].events
    cut = replace(first[-1], facts=replace(first[-1].facts, text=STORY[5][:9]))
    made_of["b.png"] = replace(made_of["b.png"], events=(*first[:-1], cut))
    read_in(session, dispute, ["b.png"])
    for event in messages(session, dispute):
        edit_event(session, event.id, {"agent_name": "李"})
    before = {event.id: (event.text, event.time) for event in messages(session, dispute)}
    read_in(session, dispute, ["a.png", "c.png"])
    after = {event.id: (event.text, event.time) for event in messages(session, dispute)}
    assert {event_id: after[event_id] for event_id in before} == before


def test_how_a_picture_looks_is_kept_with_its_reading(session: Session, dispute: Dispute) -> None:
    read_in(session, dispute, ["a.png", "b.png"])
    with session.vault.read() as catalog:
        assert [len(each) for each in catalog.likenesses(dispute.id).values()] == [64, 64]


PROMISED = Suggested(SuggestionKind.AGENT_ID, "80231", "工号80231", Place((50, 110, 90, 30)), 0.9, event_index=0)
"""The first message names an agent; both of the pictures that show it name it, at places of their own."""


@pytest.fixture
def both_name_it(session: Session, dispute: Dispute, made_of: dict[str, Findings]) -> tuple[Exhibit, Exhibit]:
    made_of["a.png"] = replace(made_of["a.png"], suggestions=(PROMISED,))
    lower = replace(PROMISED, place=Place((50, 170, 90, 30)))
    made_of["b.png"] = replace(findings(0, 4), suggestions=(lower,))
    read_in(session, dispute, ["a.png", "b.png"])
    first, second = list_exhibits(session, dispute.id)
    return first, second


def where(session: Session, dispute: Dispute) -> list[tuple[str, Place, str]]:
    return [(each.exhibit_id, each.place, each.value) for each in suggestions(session, dispute.id)]


def test_what_an_exhibit_in_the_tray_suggested_waits_on_the_other_that_shows_it(
    session: Session, dispute: Dispute, both_name_it: tuple[Exhibit, Exhibit]
) -> None:
    first, second = both_name_it
    assert where(session, dispute) == [(first.id, Place((50, 110, 90, 30)), "80231")]
    set_aside(session, "exhibit", [first.id], "无关")
    assert where(session, dispute) == [(second.id, Place((50, 170, 90, 30)), "80231")]
    review = exhibit_review(session, second.id)
    assert review is not None
    assert [each.value for each in review.suggestions] == ["80231"]
    (waiting,) = suggestions(session, dispute.id)
    accept(session, [waiting.id])
    assert not suggestions(session, dispute.id)
    put_back(session, "exhibit", [first.id])
    assert not suggestions(session, dispute.id)
    assert verify_vault(session.folder, Silent()).holds


@pytest.mark.parametrize("accepted", [False, True])
def test_what_an_erased_exhibit_suggested_stays_on_the_other_that_shows_it(
    session: Session, dispute: Dispute, both_name_it: tuple[Exhibit, Exhibit], accepted: bool
) -> None:
    first, second = both_name_it
    if accepted:
        accept(session, [each.id for each in suggestions(session, dispute.id)])
    set_aside(session, "exhibit", [first.id], "无关")
    remove_exhibit(session, first.id, "无关")
    stands = [(second.id, Place((50, 170, 90, 30)), "80231")]
    assert where(session, dispute) == ([] if accepted else stands)
    assert verify_vault(session.folder, Silent()).holds
    reading.read_again(session, second.id, Silent())
    assert where(session, dispute) == ([] if accepted else stands)
    assert verify_vault(session.folder, Silent()).holds
