import random
from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.continuity import CARRIED_OVER, Picture, Said
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.thread_times import carried_times
from evidence_app.domain.times import ClockReading, Precision, TimeSource


def picture(name: str, shown: str) -> Picture:
    """A picture of messages named by letters; a digit before one is the hour of the separator above it."""
    said: list[Said] = []
    hour: int | None = None
    for char in shown:
        if char.isdigit():
            hour = int(char)
            continue
        at = ClockReading(datetime(2025, 2, 22, hour), Precision.MINUTE, TimeSource.SCREEN, 80) if hour else None
        said.append(Said("message in", char, at, char))
    return Picture(name, PageKind.CHAT, "客服", tuple(said))


def hours(*shown: str) -> dict[str, int]:
    times = carried_times([picture(str(index), each) for index, each in enumerate(shown)])
    return {event_id: reading.wall.hour for event_id, reading in times.items() if reading.wall}


def test_what_stands_below_no_separator_has_the_time_of_the_message_it_is_joined_to() -> None:
    assert hours("8abc", "bcde9f") == {"d": 8, "e": 8}


@given(st.randoms(use_true_random=False))
def test_times_go_on_through_several_pictures_in_any_order(source: random.Random) -> None:
    shown = ["8abc", "cde", "efg", "gh9i"]
    source.shuffle(shown)
    assert hours(*shown) == dict.fromkeys("defgh", 8)


def test_what_stands_above_the_first_known_message_stays_unknown() -> None:
    assert hours("abc", "8cd") == {}
    assert hours("ab9c", "8bc") == {}


def test_a_picture_that_is_not_joined_gets_no_time() -> None:
    assert hours("8abc", "de") == {}


def test_a_time_that_was_carried_over_says_so() -> None:
    (reading,) = carried_times([picture("1", "8ab"), picture("2", "bc")]).values()
    assert (reading.origin, reading.confidence) == (CARRIED_OVER, 70)
