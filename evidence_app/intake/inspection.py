"""What a file's content says: type, size, clock readings, device, and a small preview. Runs in a worker process.

`READERS` is the visible list of what is read how: one small module per family of formats, imported when needed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.times import ClockReading
from evidence_app.intake import kinds

MAX_PIXELS = 200_000_000
"""The longest screenshots people stitch; decoded in colour 800 MB, which the worker's memory limit allows."""

LONGEST_FIELD = 200
"""Characters kept of a device or software name."""


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that reading one file found out.

    ``readings`` come from the content alone, never from name or file system. ``preview`` is a JPEG, empty if there
    is nothing to show. ``device`` is maker and model, ``software`` what wrote the file; empty where unknown.
    ``stumbled`` names the error of a recogniser of exports that failed on the file, which is a defect of ours.
    """

    media: Media
    readings: tuple[ClockReading, ...] = ()
    preview: bytes = b""
    device: str = ""
    software: str = ""
    stumbled: str = ""


class Unreadable(Exception):  # a finding about content, not a failure of the program
    """Raised by readers; ``code`` is a problem code of `Media`, ``partial`` what could be read nevertheless."""

    def __init__(self, code: str, partial: Inspection | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.partial = partial


Reader = Callable[[Path, kinds.Format], Inspection]


def _read_image(path: Path, format: kinds.Format) -> Inspection:
    from evidence_app.intake import images

    return images.inspect_image(path, format)


def _read_pdf(path: Path, format: kinds.Format) -> Inspection:
    from evidence_app.intake import pdfs

    return pdfs.inspect_pdf(path, format)


def _read_recording(path: Path, format: kinds.Format) -> Inspection:
    from evidence_app.intake import recordings

    return recordings.inspect_recording(path, format)


READERS: dict[MediaKind, Reader] = {
    MediaKind.IMAGE: _read_image,
    MediaKind.PDF: _read_pdf,
    MediaKind.AUDIO: _read_recording,
    MediaKind.VIDEO: _read_recording,
}


def unread(path: Path, name: str, problem: str) -> Inspection:
    """Return what is known about a file that could not be read: its type by its first bytes. Never raises."""
    try:
        format = kinds.format_of(path, name)
    except OSError:
        return Inspection(Media(MediaKind.OTHER, kinds.UNKNOWN_MIME, problem=problem))
    return Inspection(plain_media(format, problem))


def plain_media(format: kinds.Format, problem: str = "") -> Media:
    """Return the media of a format about whose content nothing is known yet."""
    return Media(format.kind, format.mime, format.extension, problem=problem)


def inspect_file(path: Path, name: str) -> Inspection:
    """Read one file. What is wrong with its content ends up in ``media.problem``. Raises OSError, MemoryError."""
    format = kinds.format_of(path, name)
    reader = READERS.get(format.kind)
    if reader is None:
        export, stumbled = _export_of(path, name)
        problem = "" if export else _problem_of_attachment(path, format, name)
        readings = _mail_time(path, name) if export == "mail" else ()
        return Inspection(replace(plain_media(format, problem), export=export), readings, stumbled=stumbled)
    try:
        return reader(path, format)
    except Unreadable as unreadable:
        found = unreadable.partial or Inspection(plain_media(format))
        return replace(found, media=replace(found.media, problem=unreadable.code))


def _export_of(path: Path, name: str) -> tuple[str, str]:
    """Return the code of the importer that reads the file's records, empty for none, and what a recogniser failed of.

    A file on which one fails is evidence all the same, so the failure is told and costs nothing. Raises OSError.
    """
    from evidence_app.intake.exports.formats import format_of
    from evidence_app.intake.exports.source import Source

    try:
        found = format_of(Source(path, name))
    except (OSError, MemoryError):
        raise
    except Exception as error:  # it is reported, see `stumbled`
        return "", type(error).__name__
    return (found.code if found else ""), ""


def _mail_time(path: Path, name: str) -> tuple[ClockReading, ...]:
    """Return when the one mail that a file is was sent, by its header; nothing where that says nothing."""
    from evidence_app.intake.exports.mail import head_of
    from evidence_app.intake.exports.mail_message import BROKEN
    from evidence_app.intake.exports.source import Source

    try:
        time = head_of(Source(path, name)).time
    except BROKEN:
        return ()
    return (time,) if time is not None else ()


def _problem_of_attachment(path: Path, format: kinds.Format, name: str) -> str:
    """Return no problem for a recognised attachment; tell unknown bytes from those that should be readable."""
    if format.mime.startswith("text/") and _is_lost(path, name):
        return "text-lost"
    if format is not kinds.UNKNOWN:
        return ""
    return "damaged" if kinds.claims_to_be_readable(name) else "unknown-type"


def _is_lost(path: Path, name: str) -> bool:
    from evidence_app.intake.exports.source import Source

    return Source(path, name).is_lost


_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ud800-\udfff\ufeff]")


def clean_field(value: object) -> str:
    """Return a text from metadata as one short, printable line; anything else as an empty string."""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str):
        return ""
    return " ".join(_UNPRINTABLE.sub(" ", value).split())[:LONGEST_FIELD]


def device_name(maker: object, model: object) -> str:
    """Return maker and model, the maker once only."""
    first, second = clean_field(maker), clean_field(model)
    return second if second.lower().startswith(first.lower()) else f"{first} {second}".strip()
