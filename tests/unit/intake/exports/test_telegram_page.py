"""Chats that Telegram Desktop exports as pages."""

from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import EventKind
from evidence_app.domain.exports import Attachment, Hints, Unread
from evidence_app.intake.exports import telegram_page
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

HEAD = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title></head><body>
<div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
Swift Loan
</div></div></div><div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">18 July 2026</div></div>
"""
FOOT = "</div></div></div></body></html>"


def message(number: int, name: str, at: str, inside: str) -> str:
    named = f'<div class="from_name">\n{name} \n</div>' if name else ""
    return (
        f'<div class="message default clearfix{"" if name else " joined"}" id="message{number}"><div class="body">'
        f'<div class="pull_right date details" title="{at}">09:00</div>{named}{inside}</div></div>\n'
    )


PAGE = (
    HEAD
    + message(1, "Swift Loan", "18.07.2026 09:00:00 UTC+08:00", '<div class="text">Pay <b>today</b><br>or else</div>')
    + message(2, "", "18.07.2026 09:01:00 UTC+08:00", '<div class="text">now</div>')
    + message(
        3,
        "Chan",
        "18.07.2026 09:02:00 UTC-03:30",
        '<div class="media_wrap clearfix"><a class="photo_wrap clearfix" href="photos/photo_1@18-07-2026.jpg">'
        '<img class="photo" src="photos/photo_1@18-07-2026_thumb.jpg"/></a></div>',
    )
    + '<div class="message service" id="message4"><div class="body details">Swift Loan pinned this message</div></div>'
    + FOOT
)


def test_a_page_names_the_chat_and_so_has_two_sides(tmp_path: Path) -> None:
    source = source_of(tmp_path, PAGE, "messages.html")
    found = records_of(source, "telegram-page")
    assert [(each.kind.value, each.direction.value, each.text) for each in found] == [
        ("message", "in", "Pay today\nor else"),
        ("message", "in", "now"),
        ("message", "out", ""),
        ("note", "", "Swift Loan pinned this message"),
    ]
    assert {each.party for each in found} == {"Swift Loan"}
    assert telegram_page.asks(source) == ()


def test_times_have_the_offset_that_the_page_states(tmp_path: Path) -> None:
    times = [each.time for each in records_of(source_of(tmp_path, PAGE)) if each.time]
    assert [(each.wall, each.offset_min) for each in times] == [
        (datetime(2026, 7, 18, 9), 480),
        (datetime(2026, 7, 18, 9, 1), 480),
        (datetime(2026, 7, 18, 9, 2), -210),
    ]
    old = records_of(source_of(tmp_path, PAGE.replace(" UTC+08:00", "")))
    assert old[0].time is not None
    assert old[0].time.offset_min is None


def test_a_picture_is_the_large_one(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, PAGE))
    assert [each.attachments for each in found if each.attachments] == [(Attachment("photos/photo_1@18-07-2026.jpg"),)]


def test_a_group_leaves_open_who_the_complainant_is(tmp_path: Path) -> None:
    page = PAGE.replace('text bold">\nSwift Loan', 'text bold">\nBorrowers')
    assert telegram_page.asks(source_of(tmp_path, page)) == ("owner",)
    told = records_of(source_of(tmp_path, page, hints=Hints(owner="Chan")))
    assert [(each.party, each.direction.value) for each in told][:3] == [
        ("Borrowers", "in"),
        ("Borrowers", "in"),
        ("Borrowers", "out"),
    ]


def call(status: str, answered: bool = False) -> str:
    return (
        f'<div class="media_wrap clearfix"><div class="media clearfix pull_left media_call{" success" * answered}">'
        '<div class="fill pull_left"></div><div class="body"><div class="title bold">\nSwift Loan\n</div>'
        f'<div class="status details">\n{status}\n</div></div></div></div>'
    )


def test_calls_are_calls_and_say_themselves_which_way_they_went(tmp_path: Path) -> None:
    statuses = ("Outgoing (65 seconds)", "Incoming (1 seconds)", "Missed", "Declined", "Cancelled", "Outgoing")
    page = HEAD + "".join(
        message(n, "Chan" if each[0] in "OC" else "Swift Loan", "18.07.2026 09:00:00", call(each, "(" in each))
        for n, each in enumerate((*statuses, "Incoming", "Ongoing"))
    )
    found = records_of(source_of(tmp_path, page + FOOT), "telegram-page")
    assert [(each.kind.value, each.direction.value, each.duration_s, each.text, each.warning) for each in found] == [
        ("call", "out", 65, "", ""),
        ("call", "in", 1, "", ""),
        ("call", "missed", None, "", ""),
        ("call", "rejected", None, "", ""),
        ("call", "out", 0, "", "call-unanswered"),
        ("call", "out", 0, "", "call-unanswered"),
        ("call", "in", None, "", ""),
        ("call", "out", None, "Ongoing", ""),
    ]
    assert {each.party for each in found} == {"Swift Loan"}


WORDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=12)


def test_every_page_comes_back_message_for_message(tmp_path: Path) -> None:
    @settings(max_examples=1000 if SOAK else 30, database=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(
            st.tuples(st.datetimes(datetime(2014, 1, 1), datetime(2099, 1, 1)), WORDS, WORDS), min_size=1, max_size=8
        )
    )
    def comes_back(chat: list[tuple[datetime, str, str]]) -> None:
        page = HEAD + "".join(
            message(n, name, f"{at:%d.%m.%Y %H:%M:%S}", f'<div class="text">{text}</div>')
            for n, (at, name, text) in enumerate(chat)
        )
        found = records_of(source_of(tmp_path, page + FOOT), "telegram-page")
        assert [each.text for each in found] == [text for _, _, text in chat]
        assert [each.time.wall for each in found if each.time] == [at.replace(microsecond=0) for at, *_ in chat]
        assert all(each.kind is EventKind.MESSAGE for each in found)

    comes_back()


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, PAGE.encode(), telegram_page.read)


def test_messages_that_a_damaged_page_hides_are_told(tmp_path: Path) -> None:
    hidden = PAGE.replace("</title>", "</titl")
    assert [each.place for each in reads_of(source_of(tmp_path, hidden), "telegram-page")] == [
        f"element:{number}" for number in range(1, 6)
    ]
    one = PAGE.replace('<div class="message default', '<div clas="message default', 1)
    found = list(reads_of(source_of(tmp_path, one), "telegram-page"))
    assert [isinstance(each, Unread) for each in found] == [False, False, False, True]
