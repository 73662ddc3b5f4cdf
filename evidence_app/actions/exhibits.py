"""Exhibits: what is known of them, how they look, and what was done to them."""

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from evidence_app.actions.session import Session
from evidence_app.domain.custody import CustodyEntry, CustodyKind
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.intake.pictures import Picture, RenderRequest
from evidence_app.vault.originals import READ_ONLY
from evidence_app.vault.storage import make_folder, storage_problems
from evidence_app.vault.vault import UNFINISHED


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One custody entry as a person reads it. ``payload`` is None where it was erased."""

    seq: int
    at: datetime
    kind: CustodyKind
    payload: Mapping[str, Any] | None


def list_exhibits(session: Session, dispute_id: str) -> list[Exhibit]:
    """Return a dispute's exhibits by number, tombstones of removed ones included."""
    with session.vault.read() as catalog:
        return catalog.exhibits(catalog.dispute(dispute_id).id)


def get_exhibit(session: Session, exhibit_id: str) -> Exhibit:
    """Return one exhibit. Raises InputProblem("exhibit-unknown")."""
    with session.vault.read() as catalog:
        return catalog.exhibit(exhibit_id)


def custody_history(session: Session, dispute_id: str, exhibit_id: str | None = None) -> list[HistoryLine]:
    """Return a dispute's log, or the entries about one exhibit, oldest first."""
    with session.vault.read() as catalog:
        entries = catalog.custody(dispute_id)
    return [_line(entry) for entry in entries if exhibit_id is None or exhibit_id in entry.about]


def _line(entry: CustodyEntry) -> HistoryLine:
    payload = json.loads(entry.payload) if entry.payload is not None else None
    return HistoryLine(entry.seq, entry.at, entry.kind, payload)


def original_path(session: Session, exhibit: Exhibit) -> Path:
    """Return where the original's bytes lie. Raises IntegrityFailure("original-missing"), InputProblem if removed."""
    if exhibit.removed_at is not None:
        raise InputProblem("exhibit-removed", number=exhibit.number)
    path = session.vault.originals.path(exhibit.original.sha256)
    if not path.is_file():
        raise IntegrityFailure("original-missing", name=exhibit.label, sha256=exhibit.original.sha256)
    return path


VIEWABLE = frozenset({MediaKind.IMAGE, MediaKind.PDF, MediaKind.AUDIO, MediaKind.VIDEO})
"""Kinds that another program may be asked to open; any other file might be a program itself."""


def copy_to_open(session: Session, exhibit: Exhibit) -> Path:
    """Return a read-only copy of an original with an extension, for another program to open or a person to find.

    The original itself is never handed out: it has no extension, and on a USB stick any program could overwrite it.
    It goes when the vault is opened the next time; that of a vault which cannot be written, when it is closed.
    Raises IntegrityFailure("original-missing"), InputProblem if removed, EnvironmentProblem about the disk.
    """
    source = original_path(session, exhibit)
    folder = _opened_folder(session, exhibit.original.sha256)
    copy = folder / f"exhibit-{exhibit.number}{exhibit.original.media.extension}"
    with storage_problems(copy):
        if not copy.exists():
            make_folder(folder)
            shutil.copyfile(source, copy)
            copy.chmod(READ_ONLY)
    return copy


def _opened_folder(session: Session, sha256: str) -> Path:
    return session.scratch_folder() / sha256 if session.read_only else session.vault.opened_folder(sha256)


def thumbnail(session: Session, sha256: str) -> bytes | None:
    """Return a small JPEG of an original, None if it has none. Blocks: made anew where the cache lacks it."""
    cached = session.vault.preview_path(sha256)
    with suppress(OSError):
        return cached.read_bytes() or None
    path = session.vault.originals.path(sha256)
    if not path.is_file():
        return None
    preview = session.view_decoders.inspect(path, sha256).result().preview
    store_preview(session, sha256, preview)
    return preview or None


def cached_thumbnail(session: Session, sha256: str) -> bytes | None:
    """Return a small JPEG of an original if the cache has one; never decodes anything."""
    with suppress(OSError):
        return session.vault.preview_path(sha256).read_bytes() or None
    return None


def store_preview(session: Session, sha256: str, preview: bytes) -> None:
    """Keep a thumbnail in the cache; an empty one says that there is none. A full disk costs only the cache."""
    place = session.vault.preview_path(sha256)
    with suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        part = place.with_suffix(UNFINISHED)
        part.write_bytes(preview)
        part.replace(place)
        if not session.vault.originals.path(sha256).exists():  # erased meanwhile, and its thumbnail before this one
            place.unlink()


def render_region(session: Session, sha256: str, request: RenderRequest) -> Picture:
    """Return pixels of an original, decoded in a worker process. Blocks; never on the UI thread.

    Raises InputProblem if the content cannot be drawn.
    """
    return session.view_decoders.render(session.vault.originals.path(sha256), request).result()


def page_sizes(session: Session, sha256: str) -> list[tuple[int, int]]:
    """Return the width and height of each page of a PDF, in the pixels of `RenderRequest`. Blocks.

    Raises InputProblem if the content cannot be read.
    """
    return list(session.view_decoders.page_sizes(session.vault.originals.path(sha256)).result())


__all__ = [
    "HistoryLine",
    "Picture",
    "RenderRequest",
    "VIEWABLE",
    "cached_thumbnail",
    "copy_to_open",
    "custody_history",
    "get_exhibit",
    "list_exhibits",
    "original_path",
    "page_sizes",
    "render_region",
    "store_preview",
    "thumbnail",
]
