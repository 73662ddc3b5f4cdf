"""Pictures taken out of a recording of a screen, so that what was on it can be read, cited and printed.

They are exhibits that say which bytes they were made from, and at which moment of them; the film stays the original.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from datetime import timedelta
from importlib.metadata import version
from typing import TypeVar

from evidence_app.actions.add_evidence import AddReport, DataSource, Made, Saved, add_data
from evidence_app.actions.exhibits import original_path
from evidence_app.actions.session import Session
from evidence_app.domain.custody import Plain
from evidence_app.domain.events import Event
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeMeaning
from evidence_app.errors import EnvironmentProblem, InputProblem
from evidence_app.intake.names import is_screen_recording
from evidence_app.intake.sources import joined_place
from evidence_app.processes.waiting import answer_of
from evidence_app.progress import Progress

T = TypeVar("T")

MOST_FRAMES = 60
"""Of one film: the pages of a long conversation. Of more, those that show least that is new are left out."""

LESS_SURE = 5
"""By how much a picture's time is less sure than the film's: nobody knows whether it is its beginning or its end."""

MADE_BY = f"PyAV {version('av')}"


def waiting_films(session: Session, dispute_id: str) -> list[Exhibit]:
    """Return the recordings of screens of a dispute out of which no pictures were taken yet, by number.

    They are told by how phones name them: of a film from a camera nobody wants pages.
    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        exhibits = catalog.exhibits(catalog.dispute(dispute_id).id)
        done = catalog.derived_from(dispute_id)
    return [each for each in exhibits if _is_film(each) and each.id not in done and is_screen_recording(each.name)]


def take_key_frames(session: Session, exhibit_id: str, progress: Progress, saved: Saved) -> AddReport:
    """Add the pictures that a film shows at rest as exhibits, at their moments, and tell of each once it is durable.

    Done again, it finds those that are there. After a cancel those that were finished stay, and the film waits on.
    Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``not-a-film``, and what decoding raises;
    EnvironmentProblem (``vault-read-only``, disk).
    """
    if session.read_only:
        raise EnvironmentProblem("vault-read-only", folder=str(session.folder))
    with session.vault.read() as catalog:
        film = catalog.exhibit(exhibit_id)
        document = catalog.document_event(film.id)
    if not _is_film(film):
        raise InputProblem("not-a-film", name=film.label)
    taking = _Taking(session, film, document, progress)
    moments = chosen(taking.moments())
    progress.start(len(moments), "file")
    report = add_data(session, film.dispute_id, taking.pictures(moments), progress, saved)
    if not report.cancelled:
        with session.vault.change() as tx:
            tx.log_derivation(film, _facts(film, moments, report))
    return report


def chosen(found: Sequence[tuple[int, int]], most: int = MOST_FRAMES) -> list[int]:
    """Return which of the moments are taken, in order; each comes with how much is new in it."""
    newest = sorted(found, key=lambda moment: (-moment[1], moment[0]))[:most]
    return sorted(at_ms for at_ms, _ in newest)


def _facts(film: Exhibit, moments: Sequence[int], report: AddReport) -> dict[str, Plain]:
    made: list[Plain] = [item.sha256 for item in report.items if item.sha256]
    return {"sha256": film.original.sha256, "by": MADE_BY, "moments_ms": list(moments), "made": made}


def _is_film(exhibit: Exhibit) -> bool:
    media = exhibit.original.media
    return media.kind is MediaKind.VIDEO and not media.problem and exhibit.removed_at is None


class _Taking:
    """One film being looked through, and its pictures on their way."""

    def __init__(self, session: Session, film: Exhibit, document: Event | None, progress: Progress) -> None:
        self._session = session
        self._film = film
        self._begun = begun(document.time) if document is not None else None
        self._progress = progress
        self._path = original_path(session, film)

    def moments(self) -> list[tuple[int, int]]:
        """Return all moments that are worth a picture. Raises InputProblem, Cancelled."""
        length_s = (self._film.original.media.duration_ms or 0) // 1000
        self._progress.start(length_s, "second")
        found: list[tuple[int, int]] = []
        reached_ms, ended = 0, False
        while not ended:
            part = self._answer(self._session.reading_decoders.moments(self._path, reached_ms))
            if part.reached_ms <= reached_ms and not part.ended and not part.found:
                break  # nothing comes of it any more
            self._progress.advance(max(0, part.reached_ms // 1000 - reached_ms // 1000))
            found += part.found
            reached_ms, ended = part.reached_ms, part.ended
        return found

    def pictures(self, moments: Sequence[int]) -> Iterator[DataSource]:
        """Yield the pictures, one by one."""
        film = self._film
        for at_ms in moments:
            png = self._answer(self._session.reading_decoders.still(self._path, at_ms))
            made = Made(film.id, film.original.sha256, at_ms, MADE_BY, self._readings(at_ms))
            yield DataSource(_name(film, at_ms), png, joined_place(film.came_from, film.name), made)

    def _readings(self, at_ms: int) -> tuple[ClockReading, ...]:
        if self._begun is None or self._begun.wall is None:
            return ()
        wall = (self._begun.wall + timedelta(milliseconds=at_ms)).replace(microsecond=0)
        confidence = max(0, self._begun.confidence - LESS_SURE)
        return (self._begun._replace(wall=wall, confidence=confidence, origin="film-moment"),)

    def _answer(self, future: "Future[T]") -> T:
        return answer_of(future, self._progress)


def begun(time: EventTime) -> ClockReading | None:
    """Return the reading of when a film began, as far as one says it to the second; copying a file says nothing."""
    reading = time.happened
    if reading is None or reading.meaning is not TimeMeaning.HAPPENED or reading.precision is not Precision.SECOND:
        return None
    return reading


def _name(film: Exhibit, at_ms: int) -> str:
    minutes, rest = divmod(at_ms, 60_000)
    stem = film.name.rpartition(".")[0] or film.name
    return f"{stem} {minutes}m{rest / 1000:04.1f}s.png"
