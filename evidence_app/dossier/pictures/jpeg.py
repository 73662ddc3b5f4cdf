"""JPEG into PDF without touching a pixel: only the segments that decoding needs (ITU-T T.81, annex B)."""

import re

from evidence_app.dossier.pictures.orientation import UPRIGHT, exif_orientation
from evidence_app.dossier.pictures.stream import Buffer, NotCarried, PictureStream

SOI, EOI = b"\xff\xd8", b"\xff\xd9"
SOF_BASELINE, SOF_EXTENDED, SOF_PROGRESSIVE = 0xC0, 0xC1, 0xC2
DHT, END_OF_IMAGE, SOS, DQT, DRI = 0xC4, 0xD9, 0xDA, 0xDB, 0xDD
APP1, APP14 = 0xE1, 0xEE
FRAMES = frozenset({SOF_BASELINE, SOF_EXTENDED, SOF_PROGRESSIVE})
KEPT = FRAMES | {DHT, DQT, DRI}
OTHER_FRAMES = frozenset(range(0xC3, 0xD0)) - {DHT, 0xC8, 0xCC}
"""Lossless, hierarchical and arithmetic coding, which DCTDecode does not know."""

COLOUR_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
ADOBE_BYTES = 12  # "Adobe", version, two flags, transform
RGB_COMPONENTS = b"RGB"
EXIF_HEAD = b"Exif\0\0"

_MARKER_AFTER_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""Inside a scan FF is followed by 00 (a stuffed byte), D0–D7 (restart) or FF (fill)."""


def jpeg_stream(data: memoryview) -> PictureStream:
    """Return the picture without metadata, thumbnails and whatever follows the end. Raises NotCarried."""
    parts: list[Buffer] = [SOI]
    frame: memoryview | None = None
    orientation, at, seen, colours_told = UPRIGHT, len(SOI), set[int](), False
    while True:
        marker, body, end = _segment(data, at)
        seen.add(marker)
        if marker == END_OF_IMAGE:
            break
        if marker in FRAMES:
            frame = body if frame is None else _refuse()
        elif marker in OTHER_FRAMES:
            _refuse()
        elif marker == APP1 and bytes(body[:6]) == EXIF_HEAD:
            orientation = exif_orientation(body[6:])
        if marker in KEPT:
            parts.append(data[at:end])
        elif marker == APP14 and bytes(body[:5]) == b"Adobe" and len(body) >= ADOBE_BYTES:
            colours_told = True
            parts.append(b"\xff\xee" + (ADOBE_BYTES + 2).to_bytes(2) + body[:ADOBE_BYTES])
        elif marker == SOS:
            end = _end_of_scan(data, end)
            parts.append(data[at:end])
        at = end
    if frame is None or not seen.issuperset((DHT, DQT, SOS)):
        raise NotCarried
    if bytes(frame[6:15:3]) == RGB_COMPONENTS and not colours_told:
        raise NotCarried  # readers disagree on whether this is RGB
    parts.append(EOI)
    return _picture(frame, orientation, tuple(parts))


def _refuse() -> memoryview:
    raise NotCarried


def _segment(data: memoryview, at: int) -> tuple[int, memoryview, int]:
    """Return marker, body and end of the segment at ``at``, which fill bytes may precede."""
    while bytes(data[at : at + 2]) == b"\xff\xff":
        at += 1
    head = bytes(data[at : at + 4])
    if len(head) < 2 or head[0] != 0xFF:
        raise NotCarried
    if head[1] == END_OF_IMAGE:
        return END_OF_IMAGE, data[:0], at + 2
    end = at + 2 + int.from_bytes(head[2:4])
    if len(head) < 4 or end < at + 4 or end > len(data):
        raise NotCarried
    return head[1], data[at + 4 : end], end


def _end_of_scan(data: memoryview, at: int) -> int:
    match = _MARKER_AFTER_SCAN.search(data, at)
    if match is None:
        raise NotCarried  # cut off: a decoder may still make something of it
    return match.start()


def _picture(frame: memoryview, orientation: int, parts: tuple[Buffer, ...]) -> PictureStream:
    if len(frame) < 6 or frame[0] != 8 or frame[5] not in COLOUR_SPACES:
        raise NotCarried
    return PictureStream(
        width_px=int.from_bytes(frame[3:5]),
        height_px=int.from_bytes(frame[1:3]),
        orientation=orientation,
        entries=f"/ColorSpace {COLOUR_SPACES[frame[5]]} /BitsPerComponent 8 /Filter /DCTDecode",
        parts=parts,
    )
