"""When, how turned and by which device a picture says it was made: EXIF, XMP, PNG chunks. For the worker process."""

import re
import struct
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from PIL import ExifTags, Image

from evidence_app.domain.times import ClockReading, TimeMeaning, TimeSource
from evidence_app.intake.inspection import clean_field, device_name
from evidence_app.intake.stamps import stamp_reading, utc_reading

OFFSET_STATED = 95
OFFSET_MISSING = 85
"""Confidence in an EXIF time with and without its offset from UTC."""

EDITED = 60  # EXIF's DateTime: when the file was changed, by definition

PNG_TIME = 45
"""Some writers put local time where the format wants UTC: ranks behind every confident reading."""

MAX_CHUNKS = 20_000
"""Chunks of a PNG that are walked; a long screenshot has a few thousand."""

XMP_BYTES = 64 * 1024  # the dates stand near the beginning

_XMP_DATE = re.compile(
    rb"(?:photoshop:DateCreated|exif:DateTimeOriginal|xmp:CreateDate)(?:=[\"']|>)([^<\"']{19,40})[<\"']"
)
BROKEN = (
    OSError,  # also UnidentifiedImageError
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    AttributeError,
    RuntimeError,  # also NotImplementedError
    ArithmeticError,
    AssertionError,
    struct.error,
)
"""What Pillow and its plugins raise for content that is not what its first bytes promise."""


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture says about itself. ``orientation`` is EXIF's, 1 (upright) to 8."""

    readings: tuple[ClockReading, ...] = ()
    orientation: int = 1
    device: str = ""
    software: str = ""


def picture_facts(image: Image.Image, file: BinaryIO) -> PictureFacts:
    """Return what a loaded picture, and the file it comes from, say about it. Corrupt metadata say nothing."""
    try:
        exif = image.getexif()
        main, detail = dict(exif), exif.get_ifd(ExifTags.IFD.Exif)
    except BROKEN:
        main, detail = {}, {}
    orientation = main.get(ExifTags.Base.Orientation)
    readings = _exif_readings(main, detail) or _xmp_readings(image)
    return PictureFacts(
        readings=(*readings, *(_png_readings(file) if image.format == "PNG" else ())),
        orientation=orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1,
        device=device_name(main.get(ExifTags.Base.Make), main.get(ExifTags.Base.Model)),
        software=clean_field(main.get(ExifTags.Base.Software) or image.info.get("Software")),
    )


def _exif_readings(main: dict[int, object], detail: dict[int, object]) -> tuple[ClockReading, ...]:
    """Return the time of the shot, else of digitising, else of the last change (Exif 2.32, 4.6.5 F)."""
    tags = ExifTags.Base
    happened = TimeMeaning.HAPPENED
    fields = (
        (detail.get(tags.DateTimeOriginal), detail.get(tags.OffsetTimeOriginal), "exif-original", happened),
        (detail.get(tags.DateTimeDigitized), detail.get(tags.OffsetTimeDigitized), "exif-digitized", happened),
        (main.get(tags.DateTime), detail.get(tags.OffsetTime), "exif-changed", TimeMeaning.MODIFIED),
    )
    for text, offset, origin, meaning in fields:
        confidence = EDITED if meaning is TimeMeaning.MODIFIED else OFFSET_STATED if offset else OFFSET_MISSING
        reading = stamp_reading(text, TimeSource.EXIF, origin, confidence, offset=offset, meaning=meaning)
        if reading:
            return (reading,)
    return ()


def _xmp_readings(image: Image.Image) -> tuple[ClockReading, ...]:
    """Return the creation time of an XMP packet; it is searched, not parsed: nothing else in it is wanted."""
    xmp = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    found = _XMP_DATE.search((xmp.encode("utf-8", "replace") if isinstance(xmp, str) else bytes(xmp))[:XMP_BYTES])
    if found is None:
        return ()
    text = found[1].decode("ascii", "replace")
    reading = stamp_reading(text, TimeSource.EXIF, "xmp-created", OFFSET_MISSING)
    return (reading,) if reading else ()


def _png_readings(file: BinaryIO) -> tuple[ClockReading, ...]:
    """Return the tIME chunk, which Pillow hides: last change, in UTC (PNG specification, 11.3.6.1)."""
    file.seek(8)
    for _ in range(MAX_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            break
        size, kind = struct.unpack(">I4s", head)
        if kind == b"tIME" and size == 7:
            return _time_chunk(file.read(7))
        file.seek(size + 4, 1)
    return ()


def _time_chunk(data: bytes) -> tuple[ClockReading, ...]:
    try:
        year, month, day, hour, minute, second = struct.unpack(">H5B", data)
        at = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except (struct.error, ValueError):
        return ()
    words = at.strftime("%Y-%m-%d %H:%M:%S")
    reading = utc_reading(at, words, "png-time", PNG_TIME, TimeMeaning.MODIFIED)
    return (reading,) if reading else ()
