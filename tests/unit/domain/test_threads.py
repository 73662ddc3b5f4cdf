import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.threads import GOES_ON, Seam, Showing, links


def showing(number: int, events: str, day: int | None = None, party: str = "速融宝客服") -> Showing:
    begins = datetime(2025, 2, day, tzinfo=UTC) if day else None
    return Showing(f"x{number}", number, PageKind.CHAT, party, tuple(events), begins)


def told(showings: list[Showing]) -> list[tuple[str, str, int]]:
    return [(link.before_id, link.after_id, link.in_common) for link in links(showings)]


@given(st.randoms(use_true_random=False))
def test_joined_pictures_are_in_order_whatever_order_they_came_in(source: random.Random) -> None:
    showings = [showing(4, "abcd", 22), showing(7, "cdef"), showing(5, "fgh"), showing(9, "xyz", 24)]
    source.shuffle(showings)
    assert told(showings) == [("x4", "x7", 2), ("x7", "x5", 1), ("x5", "x9", 0)]


def test_a_picture_within_another_is_joined_and_breaks_nothing() -> None:
    assert told([showing(1, "abcdef"), showing(2, "cd"), showing(3, "fgh")]) == [("x1", "x2", 2), ("x1", "x3", 1)]


def test_what_is_not_joined_is_in_the_order_of_times_and_unknown_ones_come_last() -> None:
    showings = [showing(1, "ab"), showing(2, "cd", 25), showing(3, "ef", 23)]
    assert told(showings) == [("x3", "x2", 0), ("x2", "x1", 0)]


def seam(events: str, pause: timedelta | None) -> Seam:
    """How a picture meets one with the events cd that begins so long after its end; None where no time is known."""
    end = datetime(2025, 2, 22, 9, tzinfo=UTC)
    one = Showing("x1", 1, PageKind.CHAT, "客服", tuple(events), end, end - GOES_ON, end)
    start = None if pause is None else end + pause
    (link,) = links([one, Showing("x2", 2, PageKind.CHAT, "客服", tuple("cd"), start, start, start)])
    return link.seam


def test_only_where_the_conversation_goes_on_something_is_likely_to_be_missing() -> None:
    assert seam("ab", timedelta(minutes=4)) is Seam.GAP
    assert seam("ab", GOES_ON) is Seam.GAP
    assert seam("ab", GOES_ON + timedelta(minutes=1)) is Seam.APART
    assert seam("ab", timedelta(days=3)) is Seam.APART
    assert seam("ab", None) is Seam.APART
    assert seam("abc", timedelta(minutes=4)) is Seam.JOINED


def test_threads_are_kept_apart() -> None:
    assert told([showing(1, "ab", 1), showing(2, "cd", 2, "招商银行")]) == []


def test_a_picture_that_does_not_name_the_other_side_belongs_to_what_it_is_joined_to() -> None:
    assert told([showing(1, "abc", 1), showing(2, "cde", party=""), showing(3, "xy", party="")]) == [("x1", "x2", 1)]


def test_pictures_that_contradict_each_other_still_come_to_an_end() -> None:
    assert len(told([showing(1, "abc"), showing(2, "cba"), showing(3, "bca")])) == 2
