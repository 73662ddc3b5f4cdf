"""What travels between app and workers arrives as it was sent, or is refused."""

import contextlib
import io
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.times import ClockReading, Precision, TimeSource
from evidence_app.intake.inspection import Inspection
from evidence_app.intake.messages import (
    inspection_fields,
    parse_inspection,
    parse_likeness,
    parse_pages,
    parse_picture,
    parse_request,
    request_fields,
)
from evidence_app.intake.pictures import RenderRequest
from evidence_app.intake.played import parse_frame, parse_peaks, parse_sound
from evidence_app.processes import framing

READING = ClockReading(datetime(2025, 2, 22, 8, 15, 3), Precision.SECOND, TimeSource.EXIF, 95, 480, words="时间")
INSPECTION = Inspection(
    Media(MediaKind.VIDEO, "video/mp4", ".mp4", 10, 20, 1, 3000), (READING,), b"\xff\xd8\xff!", "Apple iPhone", "26.1"
)
REFUSED = (ValueError, TypeError, LookupError)


def test_an_inspection_arrives_as_it_was_sent() -> None:
    stream = io.BytesIO()
    framing.write_message(stream, inspection_fields(INSPECTION), INSPECTION.preview)
    stream.seek(0)
    message = framing.read_message(stream)
    assert message is not None
    assert parse_inspection(*message) == INSPECTION


def test_a_request_arrives_as_it_was_sent() -> None:
    request = RenderRequest(3, (-1, 2, 30, 40), 500, "png")
    assert parse_request(request_fields(request)) == request


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "script"},
        {"mime": "x" * 1000},
        {"mime": "\ud800"},
        {"width_px": -1},
        {"width_px": True},
        {"duration_ms": "long"},
        {"readings": [1]},
        {"readings": [{}] * 1000},
    ],
)
def test_a_wrong_field_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(REFUSED):
        parse_inspection({**inspection_fields(INSPECTION), **change}, b"")


def test_a_preview_that_is_no_jpeg_is_refused() -> None:
    with pytest.raises(REFUSED):
        parse_inspection(inspection_fields(INSPECTION), b"<svg>")


def test_pixels_that_do_not_fill_the_picture_are_refused() -> None:
    with pytest.raises(REFUSED):
        parse_picture({"width_px": 10, "height_px": 10, "format": "rgb"}, b"short")


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=8), inner, max_size=4)),
    max_leaves=12,
)


PLAYED = ("at_ms", "until_ms", "first", "ended")
FIELDS = st.sampled_from([*inspection_fields(INSPECTION), *PLAYED, "pages", "format"])


@given(st.dictionaries(FIELDS, JSON), st.binary(max_size=20))
def test_nonsense_is_refused_and_nothing_worse(fields: dict[str, object], data: bytes) -> None:
    pages = lambda fields, _: parse_pages(fields)  # noqa: E731
    for parse in (parse_inspection, parse_picture, pages, parse_sound, parse_peaks, parse_frame):
        try:
            parse(fields, data)  # type: ignore[no-untyped-call]
        except REFUSED:
            continue


@given(st.binary(max_size=60), st.booleans())
def test_a_garbled_stream_is_refused_and_nothing_worse(data: bytes, marked: bool) -> None:
    with contextlib.suppress(framing.Garbled):
        framing.read_message(io.BytesIO((b"JZW1" if marked else b"") + data))


@pytest.mark.parametrize("given", ["", "0123456789abcdef" * 4])
def test_a_likeness_arrives(given: str) -> None:
    assert parse_likeness({"likeness": given}) == given


@pytest.mark.parametrize("given", ["0" * 63, "0" * 65, "G" * 64, "0" * 64 + "\n", 5, None])
def test_what_is_no_likeness_is_refused(given: object) -> None:
    with pytest.raises(REFUSED):
        parse_likeness({"likeness": given})
