"""Values as they travel between the app and its workers, and back, with every field checked on arrival."""

import re
from collections.abc import Sequence
from datetime import datetime

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.times import ClockReading, Precision, TimeMeaning, TimeSource
from evidence_app.intake.inspection import LONGEST_FIELD, Inspection
from evidence_app.intake.pictures import PICTURE_FORMATS, Picture, RenderRequest
from evidence_app.processes.framing import Fields

MAX_NUMBER = 2**53  # integers that JSON carries safely
MAX_READINGS = 16
MAX_PREVIEW_BYTES = 2**20
MAX_PAGES = 10_000
LIKENESS = re.compile(r"[0-9a-f]{64}")
JPEG_MARK, PNG_MARK = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"

MAX_LINES = 60_000
MAX_LINE = 2_000

Pages = list[tuple[int, int]]


def inspection_fields(inspection: Inspection) -> dict[str, object]:
    """Return an inspection without its preview, for JSON."""
    media = inspection.media
    return {
        "kind": media.kind.value,
        "mime": media.mime,
        "extension": media.extension,
        "width_px": media.width_px,
        "height_px": media.height_px,
        "page_count": media.page_count,
        "duration_ms": media.duration_ms,
        "problem": media.problem,
        "export": media.export,
        "readings": [_reading_fields(reading) for reading in inspection.readings],
        "device": inspection.device,
        "software": inspection.software,
        "stumbled": inspection.stumbled,
    }


def parse_inspection(fields: Fields, preview: bytes) -> Inspection:
    """Return the inspection a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    if len(preview) > MAX_PREVIEW_BYTES or (preview and not preview.startswith(JPEG_MARK)):
        raise ValueError("preview")
    media = Media(
        kind=MediaKind(text_of(fields, "kind")),
        mime=text_of(fields, "mime"),
        extension=text_of(fields, "extension"),
        width_px=number(fields["width_px"]),
        height_px=number(fields["height_px"]),
        page_count=number(fields["page_count"]),
        duration_ms=None if fields["duration_ms"] is None else number(fields["duration_ms"]),
        problem=text_of(fields, "problem"),
        export=None if fields["export"] is None else text_of(fields, "export"),
    )
    readings = list_of(fields["readings"], MAX_READINGS)
    return Inspection(
        media,
        tuple(map(_reading, readings)),
        preview,
        device=text_of(fields, "device"),
        software=text_of(fields, "software"),
        stumbled=text_of(fields, "stumbled"),
    )


def _reading_fields(reading: ClockReading) -> dict[str, object]:
    return {
        "wall": reading.wall.isoformat() if reading.wall else "",
        "precision": reading.precision.value,
        "source": reading.source.value,
        "confidence": reading.confidence,
        "offset_min": reading.offset_min,
        "meaning": reading.meaning.value,
        "origin": reading.origin,
        "words": reading.words,
    }


def _reading(fields: object) -> ClockReading:
    if not isinstance(fields, dict):
        raise TypeError("reading")
    wall = datetime.fromisoformat(text_of(fields, "wall"))
    offset_min = fields["offset_min"]
    if wall.tzinfo is not None:
        raise ValueError("wall")
    return ClockReading(
        wall=wall,
        precision=Precision(text_of(fields, "precision")),
        source=TimeSource(text_of(fields, "source")),
        confidence=number(fields["confidence"], 0, 100),
        offset_min=None if offset_min is None else number(offset_min, -24 * 60, 24 * 60),
        meaning=TimeMeaning(text_of(fields, "meaning")),
        origin=text_of(fields, "origin"),
        words=text_of(fields, "words"),
    )


def request_fields(request: RenderRequest) -> dict[str, object]:
    """Return a request for JSON."""
    return {
        "page_index": request.page_index,
        "region": list(request.region) if request.region else None,
        "width_px": request.width_px,
        "format": request.format,
    }


def parse_request(fields: Fields) -> RenderRequest:
    """Return the request the app sent. Raises ValueError, KeyError, TypeError."""
    region = fields["region"]
    parts = None if region is None else [number(part, -MAX_NUMBER) for part in list_of(region, 4)]
    format = text_of(fields, "format")
    if format not in PICTURE_FORMATS:
        raise ValueError("format")
    box = (parts[0], parts[1], parts[2], parts[3]) if parts else None
    return RenderRequest(number(fields["page_index"]), box, number(fields["width_px"]), format)


def picture_fields(picture: Picture) -> dict[str, object]:
    """Return a picture without its data, for JSON."""
    return {"width_px": picture.width_px, "height_px": picture.height_px, "format": picture.format}


def parse_picture(fields: Fields, data: bytes) -> Picture:
    """Return the picture a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    picture = Picture(number(fields["width_px"], 1), number(fields["height_px"], 1), text_of(fields, "format"), data)
    begins = {"jpeg": JPEG_MARK, "png": PNG_MARK, "rgb": b""}[picture.format]
    if not data.startswith(begins):
        raise ValueError("data")
    if picture.format == "rgb" and len(data) != picture.width_px * picture.height_px * 3:
        raise ValueError("data")
    return picture


def parse_likeness(fields: Fields) -> str:
    """Return the hash a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    given = text_of(fields, "likeness")
    if given and not LIKENESS.fullmatch(given):
        raise ValueError("likeness")
    return given


def parse_pages(fields: Fields) -> Pages:
    """Return the page sizes a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    pages = [list_of(page, 2) for page in list_of(fields["pages"], MAX_PAGES)]
    return [(number(width, 1), number(height, 1)) for width, height in pages]


def text_of(fields: Fields, key: str) -> str:
    """Return a short text. Raises KeyError, TypeError, ValueError."""
    value = fields[key]
    if not isinstance(value, str) or len(value) > LONGEST_FIELD:
        raise TypeError(key)
    value.encode()  # no halves of surrogate pairs: UnicodeEncodeError is a ValueError
    return value


def number(value: object, least: int = 0, most: int = MAX_NUMBER) -> int:
    """Return a whole number within bounds. Raises ValueError."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise ValueError("number")
    return value


def list_of(value: object, longest: int) -> Sequence[object]:
    """Return a list that is not too long. Raises TypeError."""
    if not isinstance(value, list) or len(value) > longest:
        raise TypeError("list")
    return value


def text_line_fields(lines: Sequence[MachineLine]) -> list[list[object]]:
    """Return lines of text with their places, for JSON."""
    return [[line.text, *line.region] for line in lines]


def parse_text_lines(fields: Fields, page_index: int) -> tuple[MachineLine, ...]:
    """Return the lines of a page that a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    return tuple(_text_line(each, page_index) for each in list_of(fields["lines"], MAX_LINES))


def _text_line(plain: object, page_index: int) -> MachineLine:
    text, left, top, width, height = list_of(plain, 5)
    if not isinstance(text, str) or not 0 < len(text) <= MAX_LINE or not text.isprintable():
        raise ValueError("text")
    return MachineLine(text, (number(left), number(top), number(width, 1), number(height, 1)), 1.0, page_index)
