"""Which exhibit is meant by the name that an export has for it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from evidence_app.domain.exhibits import Exhibit, Media, MediaKind, Original
from evidence_app.domain.surroundings import Surroundings

CHAT = Exhibit(
    id="chat",
    dispute_id="d",
    number=1,
    original=Original("0" * 64, 1, Media(MediaKind.OTHER, "text/plain")),
    name="chat.txt",
    added_at=datetime(2025, 2, 24, tzinfo=UTC),
    came_from="phone/chat.zip",
)


def at(place: str, name: str, id: str = "") -> Exhibit:
    return replace(CHAT, id=id or f"{place}|{name}", name=name, came_from=place)


@pytest.mark.parametrize(
    ("called", "others", "meant"),
    [
        ("a.jpg", [at("phone/chat.zip", "a.jpg", "beside")], "beside"),
        ("photos/a.jpg", [at("phone/chat.zip/photos", "a.jpg", "below"), at("phone", "a.jpg")], "below"),
        ("photos\\a.jpg", [at("phone/chat.zip/photos", "a.jpg", "below")], "below"),
        ("a.jpg", [at("phone/chat.zip/Media/Images", "a.jpg", "deep")], "deep"),
        ("a.jpg", [at("phone/chat.zip/1", "a.jpg"), at("phone/chat.zip/2", "a.jpg")], ""),
        ("a.jpg", [at("phone/other.zip", "a.jpg")], ""),
        ("IMG-20250224-WA0001.jpg", [at("", "IMG-20250224-WA0001.jpg", "alone")], "alone"),
        ("../../a.jpg", [at("phone/chat.zip", "a.jpg", "beside")], "beside"),
        ("b.jpg", [replace(at("phone/chat.zip", "a.jpg", "twice"), also_named=("b.jpg",))], "twice"),
        ("chat.txt", [CHAT], ""),
        ("", [at("phone/chat.zip", "a.jpg")], ""),
    ],
)
def test_a_name_means_the_nearest_file_or_none(called: str, others: list[Exhibit], meant: str) -> None:
    assert Surroundings(CHAT, others).named(called) == meant
