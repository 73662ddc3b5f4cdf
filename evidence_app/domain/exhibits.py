"""Originals and exhibits: bytes as received, and what is said about them in a dispute."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class MediaKind(StrEnum):
    """How an original can be shown."""

    IMAGE = "image"
    PDF = "pdf"
    AUDIO = "audio"
    VIDEO = "video"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Media:
    """What the bytes are, found by looking at them, never by their name.

    ``extension`` is the one that belongs to the type (``.png``), with the dot, empty if unknown.
    Sizes are as shown upright (EXIF rotation applied). ``problem`` is the stable code of why the content could
    not be read (``encrypted``, ``damaged``, ``too-large``, ``decoder-crashed``, ``decoder-timeout``,
    ``unknown-type``, ``text-lost``), empty if it could: an exhibit with a problem is "kept unread". ``export`` is
    the code of the importer that reads its records, empty for a file that is no known export, None if nobody asked yet.
    """

    kind: MediaKind
    mime: str
    extension: str = ""
    width_px: int = 0
    height_px: int = 0
    page_count: int = 0
    duration_ms: int | None = None
    problem: str = ""
    export: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """Bytes exactly as received, named by their SHA-256 in lower-case hex."""

    sha256: str
    size_bytes: int
    media: Media


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A note at a time of a recording, in milliseconds from its start."""

    at_ms: int
    text: str


def clock(at_ms: int) -> str:
    """Return a time of a recording as players show it: ``1:23``, ``1:02:03``."""
    hours, rest = divmod(at_ms // 1000, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60}:{rest % 60:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """An original placed in a dispute. ``number`` counts from 1 in order of addition and is never reused.

    ``name`` is the file's name as received, ``also_named`` further names under which the same bytes arrived,
    ``came_from`` the archive (its name) it was taken out of, or empty. ``private_note`` never leaves the vault.
    ``marks`` are notes at times of a recording, in order.
    ``set_aside`` is the reason for which it lies among the removed items, from where it can be put back; empty while
    it is in use. ``removed_reason`` is set on a tombstone: the bytes and all texts are gone.
    """

    id: str
    dispute_id: str
    number: int
    original: Original
    name: str
    added_at: datetime
    also_named: tuple[str, ...] = ()
    came_from: str = ""
    title: str = ""
    device: str = ""
    app: str = ""
    account: str = ""
    captured_by: str = ""
    proves: str = ""
    element: str = ""
    transcript: str = ""
    translation: str = ""
    translator: str = ""
    translated_on: date | None = None
    private_note: str = ""
    marks: tuple[TimeMark, ...] = ()
    set_aside: str = ""
    removed_at: datetime | None = None
    removed_reason: str = ""

    @property
    def label(self) -> str:
        """The title a person gave, or the file's name."""
        return self.title or self.name
