"""The waveform's columns: the loudest of all that lies in them, quickly even where a file claims days."""

import random
import time

import pytest

from ui.viewer.envelope import BINS_PER_S, Envelope

HOUR = 3600 * BINS_PER_S


@pytest.mark.parametrize("seconds", [2, 10, 400, 4_000])
def test_a_loud_moment_is_seen_at_its_place(seconds: int) -> None:
    known = Envelope()
    loud = seconds * BINS_PER_S * 3 // 4
    known.add(0, bytes(loud) + b"\xff" + bytes(seconds * BINS_PER_S - loud - 1))
    columns = known.columns(80, seconds * 1000)
    assert columns.index(255) == pytest.approx(60, abs=1)
    assert (len(columns), sum(columns)) == (80, 255)


def test_parts_that_come_one_by_one_are_the_whole() -> None:
    values = random.Random(1).randbytes(HOUR)
    whole, parts = Envelope(), Envelope()
    whole.add(0, values)
    for start in range(0, HOUR, 777):
        parts.add(start, values[start : start + 777])
    assert parts.known_ms == whole.known_ms == 3_600_000
    for width in (10, 100, 1000, 20_000):
        assert parts.columns(width, 3_600_000) == whole.columns(width, 3_600_000)


def test_a_hundred_hours_are_drawn_at_once() -> None:
    known = Envelope()
    known.add(0, bytes(100 * HOUR))
    begin = time.process_time()
    assert len(known.columns(500, 100 * 3_600_000)) == 500
    assert time.process_time() - begin < 0.1
