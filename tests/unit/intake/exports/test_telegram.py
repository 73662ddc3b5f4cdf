"""Chats that Telegram Desktop exports in JSON, one alone or a whole account."""

import json
from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Attachment, Hints, Record, Unread
from evidence_app.intake.exports import telegram
from tests.unit.intake.exports.written import SOAK, reads_of, records_of, source_of, survives_damage

AT = 1704103200  # 2024-01-01 10:00:00 UTC: `date -u -d @1704103200`


def message(number: int, who: int, text: object, **more: object) -> dict[str, object]:
    return {
        "id": number,
        "type": "message",
        "date": "2024-01-01T18:00:00",
        "date_unixtime": str(AT + 60 * number),
        "from": "Swift Loan Agent 80231" if who == 111 else "Chan",
        "from_id": f"user{who}",
        "text": text,
        "text_entities": [],
        **more,
    }


def service(number: int, who: int, action: str, **more: object) -> dict[str, object]:
    made = message(number, who, "", type="service", action=action, **more)
    return {**made, "actor": made.pop("from"), "actor_id": made.pop("from_id")}


CHAT = {
    "name": "Swift Loan Agent 80231",
    "type": "personal_chat",
    "id": 111,
    "messages": [
        service(0, 999, "phone_call", duration_seconds=65, discard_reason="hangup"),
        message(1, 111, "Pay today"),
        message(2, 999, ["See ", {"type": "link", "text": "https://example.org"}, " and\nanswer"]),
        message(3, 111, "", photo="photos/photo_1@01-01-2024_18-03-00.jpg", width=1, height=1),
        message(4, 111, "", file="(File not included. Change data exporting settings to download.)"),
        service(5, 111, "phone_call", discard_reason="missed"),
        service(6, 111, "pin_message", message_id=2),
    ],
}
ACCOUNT = {
    "about": "Here is the data you requested.",
    "personal_information": {"user_id": 999, "first_name": "Chan", "last_name": "", "phone_number": "+852 9000 0000"},
    "chats": {
        "about": "This page lists all chats from this export.",
        "list": [
            CHAT,
            {
                "name": "Borrowers",
                "type": "private_supergroup",
                "id": 5,
                "messages": [message(1, 111, "a"), message(2, 999, "b")],
            },
            {"type": "personal_chat", "id": 7, "messages": [message(1, 7, "c") | {"from": None, "from_id": "user7"}]},
        ],
    },
    "left_chats": {"about": "", "list": []},
}


def written(document: object) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1)


def test_in_a_chat_of_two_the_other_is_known_by_number_and_name(tmp_path: Path) -> None:
    source = source_of(tmp_path, written(CHAT), "result.json")
    found = records_of(source, "telegram")
    assert [each.direction.value for each in found] == ["out", "in", "out", "in", "in", "missed", ""]
    assert {each.party for each in found} == {"Swift Loan Agent 80231"}
    assert found[2].text == "See https://example.org and\nanswer"
    assert found[1].time is not None
    assert (found[1].time.wall, found[1].time.offset_min) == (datetime(2024, 1, 1, 10, 1), 0)
    assert telegram.asks(source) == ()


def test_calls_are_calls_and_notices_are_notes(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, written(CHAT)))
    calls = [(each.place, each.duration_s) for each in found if each.kind is EventKind.CALL]
    assert calls == [("element:1", 65), ("element:6", None)]
    assert [each.text for each in found if each.kind is EventKind.NOTE] == ["Swift Loan Agent 80231 pin message"]


def test_files_that_were_exported_are_named_and_others_not(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, written(CHAT)))
    assert [each.attachments for each in found if each.attachments] == [
        (Attachment("photos/photo_1@01-01-2024_18-03-00.jpg"),)
    ]


def test_an_account_says_who_its_owner_is_in_every_chat(tmp_path: Path) -> None:
    found = records_of(source_of(tmp_path, written(ACCOUNT), "result.json"), "telegram")
    assert len(found) == 10  # 7 + 2 + 1
    assert [(each.party, each.direction.value, each.agent_name) for each in found[7:]] == [
        ("Borrowers", "in", "Swift Loan Agent 80231"),
        ("Borrowers", "out", ""),
        ("", "in", ""),
    ]
    assert [each.place for each in found[-2:]] == ["element:9", "element:10"]


def test_a_group_alone_does_not_say_who_the_complainant_is(tmp_path: Path) -> None:
    group = ACCOUNT["chats"]["list"][1]
    source = source_of(tmp_path, written(group), "result.json")
    assert [each.direction for each in records_of(source, "telegram")] == [Direction.NONE] * 2
    assert telegram.asks(source) == ("owner",)
    told = source_of(tmp_path, written(group), "result.json", hints=Hints(owner="Chan"))
    assert [each.direction.value for each in records_of(told)] == ["in", "out"]


def test_an_old_export_has_only_the_computers_wall_time(tmp_path: Path) -> None:
    old = message(1, 111, "x")
    del old["date_unixtime"]
    (found,) = records_of(source_of(tmp_path, written({**CHAT, "messages": [old]})))
    assert found.time is not None
    assert (found.time.wall, found.time.offset_min) == (datetime(2024, 1, 1, 18), None)


def test_a_number_that_names_nobody_makes_nobody_the_complainant(tmp_path: Path) -> None:
    old = message(1, 111, "x") | {"from_id": 111}
    (found,) = records_of(source_of(tmp_path, written({**CHAT, "id": 4297078399, "messages": [old]})))
    assert found.direction is Direction.IN


def test_a_damaged_account_says_that_what_follows_cannot_be_read_and_a_cut_one_that_it_ends(tmp_path: Path) -> None:
    content = written(ACCOUNT)
    damaged = list(reads_of(source_of(tmp_path, content.replace('"Borrowers"', '"Borrowers'))))
    assert [each.reason for each in damaged if isinstance(each, Unread)] == ["damaged-from-here"]
    cut = list(reads_of(source_of(tmp_path, content[: content.index('"Borrowers"')])))
    assert [each.reason for each in cut if isinstance(each, Unread)] == ["cut-off"]
    assert len(damaged) == len(cut) == 8


def test_a_message_that_takes_up_whole_chats_does_not_end_the_file(tmp_path: Path) -> None:
    content = written(ACCOUNT)
    at = content.index('"date"')
    (told,) = reads_of(source_of(tmp_path, content[:at] + '"x": {' + content[content.index('"chats"') :]))
    assert isinstance(told, Unread)
    assert (told.place, told.reason) == ("element:1", "damaged-from-here")


def test_messages_of_a_chat_under_a_damaged_name_are_told_and_other_chats_stand(tmp_path: Path) -> None:
    reaction = '"reactions": [{"recent": [{"from_id": "user5"}]}], "action"'
    content = written(ACCOUNT).replace('"messages"', '"mess\u2028ages"', 1).replace('"action"', reaction, 1)
    found = list(reads_of(source_of(tmp_path, content)))
    assert [each.reason for each in found if isinstance(each, Unread)] == ["record-damaged"] * 7
    assert [each.place for each in found] == [f"element:{number}" for number in range(1, 11)]
    assert [each.party for each in found if isinstance(each, Record)] == ["Borrowers", "Borrowers", ""]


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
PARTS = TEXTS | st.lists(TEXTS | st.builds(lambda text: {"type": "bold", "text": text}, TEXTS), min_size=1, max_size=4)


def test_every_chat_comes_back_message_for_message(tmp_path: Path) -> None:
    @settings(max_examples=2000 if SOAK else 40, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(PARTS, st.booleans()), min_size=1, max_size=8))
    def comes_back(said: list[tuple[object, bool]]) -> None:
        messages = [message(n, 999 if mine else 111, text) for n, (text, mine) in enumerate(said)]
        found = records_of(source_of(tmp_path, written({**CHAT, "messages": messages})), "telegram")
        assert [(each.text, each.direction is Direction.OUT) for each in found] == [
            ("".join(p if isinstance(p, str) else p["text"] for p in (t if isinstance(t, list) else [t])), mine)
            for t, mine in said
        ]

    comes_back()


def test_damage_never_makes_the_reading_fail(tmp_path: Path) -> None:
    survives_damage(tmp_path, written(ACCOUNT).encode(), telegram.read, "result.json")
