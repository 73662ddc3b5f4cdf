"""Originals checked and their pictures stored: the only part of a dossier that reads evidence files."""

import hashlib
import mmap
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.dossier.pictures.store import PictureStore
from evidence_app.dossier.pictures.stream import Buffer, NotCarried, PictureStream, picture_stream
from evidence_app.dossier.source import DossierSource
from evidence_app.errors import EnvironmentProblem, Fact, InputProblem, IntegrityFailure
from evidence_app.progress import Progress

WORKERS = 2
PagesOf = Callable[[Exhibit], int]
"""How many pages of an exhibit may be drawn; of what stays in the vault none."""

AHEAD = 4
"""Pictures in memory at once: enough to keep two workers and the disk busy."""

READ_AT_ONCE_BYTES = 32 * 1024 * 1024
"""Larger files are mapped, so that the system may drop what has been used."""


@dataclass(frozen=True, slots=True)
class StoredPicture:
    """One page of an exhibit: its key in the store, or the stable code of why there is no picture."""

    key: int = 0
    width_px: int = 0
    height_px: int = 0
    orientation: int = 1
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Job:
    exhibit: Exhibit
    page_index: int | None
    """None where there is nothing to draw and the original is only checked."""


def pages_shown(exhibit: Exhibit, limit: int) -> int:
    """Return how many pages of an exhibit are drawn; 0 where there is nothing to see."""
    media = exhibit.original.media
    if media.problem or media.kind not in (MediaKind.IMAGE, MediaKind.PDF, MediaKind.VIDEO):
        return 0
    return 1 if media.kind is MediaKind.VIDEO else min(max(1, media.page_count), limit)


def expected(exhibit: Exhibit, limit: int) -> list[StoredPicture]:
    """Return what an exhibit's pictures will be like, as far as is known without looking at it; none is stored."""
    media = exhibit.original.media
    like = StoredPicture(width_px=media.width_px or 1, height_px=media.height_px or 1)
    return [like] * pages_shown(exhibit, limit)


def gather(
    source: DossierSource, exhibits: Sequence[Exhibit], store: PictureStore, most: PagesOf, progress: Progress
) -> dict[str, list[StoredPicture]]:
    """Store all pictures, in order, and return them by exhibit id. Advances progress by one for each exhibit.

    Raises IntegrityFailure("original-changed" | "original-missing") for bytes that are not what was recorded.
    """
    found: dict[str, list[StoredPicture]] = {exhibit.id: [] for exhibit in exhibits}
    jobs = [job for exhibit in exhibits for job in _jobs(exhibit, most(exhibit))]
    for job, picture in _in_order(source, jobs, progress):
        if job.page_index is not None:
            found[job.exhibit.id].append(_stored(store, picture))
        if not job.page_index:
            progress.advance()
    return found


def _jobs(exhibit: Exhibit, limit: int) -> list[_Job]:
    count = pages_shown(exhibit, limit)
    return [_Job(exhibit, page_index) for page_index in range(count)] or [_Job(exhibit, None)]


_Found = PictureStream | str | None


def _in_order(source: DossierSource, jobs: Sequence[_Job], progress: Progress) -> Iterator[tuple[_Job, _Found]]:
    """Yield what each job found, a few of them worked on ahead."""
    waiting: deque[tuple[_Job, Future[_Found]]] = deque()
    coming = iter(jobs)
    with ThreadPoolExecutor(WORKERS, thread_name_prefix="dossier") as pool:
        try:
            while True:
                while len(waiting) < AHEAD and (job := next(coming, None)):
                    waiting.append((job, pool.submit(_found, source, job)))
                if not waiting:
                    return
                progress.check()
                job, future = waiting.popleft()
                yield job, future.result()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _found(source: DossierSource, job: _Job) -> _Found:
    exhibit, data = job.exhibit, None
    if not job.page_index:
        data = _checked(source.original(exhibit.original.sha256), exhibit)
    if job.page_index is None:
        return None
    if data is not None and (stream := _carried(data, exhibit)):
        return stream
    del data
    return _rendered(source, job.exhibit, job.page_index)


def _carried(data: Buffer, exhibit: Exhibit) -> PictureStream | None:
    """Return a picture that can be passed through and stands as the decoder saw it.

    One that does not was turned by what only the decoder understands: XMP, a second EXIF block, EXIF as a PNG's text.
    """
    try:
        stream = picture_stream(data)
    except NotCarried:
        return None
    media = exhibit.original.media
    return stream if stream.upright_size == (media.width_px, media.height_px) else None


def _rendered(source: DossierSource, exhibit: Exhibit, page_index: int) -> PictureStream | str:
    try:
        return picture_stream(source.rendered(exhibit, page_index).data)
    except NotCarried:
        return "damaged"
    except (InputProblem, EnvironmentProblem) as problem:
        return problem.code


def _checked(path: Path, exhibit: Exhibit) -> Buffer | None:
    """Return a picture's bytes, None for other kinds, after comparing them with the recorded hash."""
    facts: dict[str, Fact] = {"number": exhibit.number, "name": exhibit.label}
    is_picture = exhibit.original.media.kind is MediaKind.IMAGE
    try:
        with path.open("rb") as file:
            data = _content(file.fileno(), path) if is_picture else None
            digest = hashlib.file_digest(file, "sha256") if data is None else hashlib.sha256(data)
    except FileNotFoundError as error:
        raise IntegrityFailure("original-missing", **facts) from error
    except OSError as error:
        raise EnvironmentProblem("original-unreadable", path=str(path), **facts) from error
    if digest.hexdigest() != exhibit.original.sha256:
        raise IntegrityFailure("original-changed", **facts)
    return data


def _content(descriptor: int, path: Path) -> Buffer:
    if path.stat().st_size <= READ_AT_ONCE_BYTES:
        return path.read_bytes()
    return memoryview(mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ))


def _stored(store: PictureStore, found: _Found) -> StoredPicture:
    if not isinstance(found, PictureStream):
        return StoredPicture(problem=found or "damaged")
    width, height = found.upright_size
    return StoredPicture(store.add(found), width, height, found.orientation)
