"""Untrusted files decoded in worker processes: a hostile file or a crash costs one answer, never the app.

Workers start with the first request, end after a while without any, and are replaced when they crash, hang or
answer nonsense.
"""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Generic, NoReturn, Self, TypeVar, cast

from evidence_app.errors import InputProblem
from evidence_app.intake.framing import Fields
from evidence_app.intake.inspection import Inspection, unread
from evidence_app.intake.messages import Pages, parse_inspection, parse_pages, parse_picture, request_fields
from evidence_app.intake.pictures import Picture, RenderRequest
from evidence_app.intake.played import Frame, Peaks, Sound, parse_frame, parse_peaks, parse_sound
from evidence_app.intake.worker_process import CLOSING_S, CRASHED, NoAnswer, WorkerProcess
from evidence_app.progress import Cancelled

__all__ = ["Decoders", "Inspection", "Picture", "RenderRequest"]

DEADLINE_S = 60.0
"""For one answer. The largest picture takes ten seconds on a slow laptop; beyond a minute nobody waits."""

IDLE_S = 30.0
"""After which a worker without work ends and gives its memory back."""

PROBLEMS = frozenset({"damaged", "encrypted", "too-large", "nothing-to-show", "file-vanished"})
"""What a worker may say instead of an answer."""

T = TypeVar("T")


class Decoders:
    """A pool of worker processes. All methods may be called from any thread and return at once.

    A future that has not been started can be cancelled. Each worker keeps the last picture it decoded: a viewer
    that asks for many tiles of one picture is best served by a pool of its own with one worker.
    """

    def __init__(self, workers: int = 2, *, deadline_s: float = DEADLINE_S, idle_s: float = IDLE_S) -> None:
        self._most = workers
        self._deadline_s = deadline_s
        self._idle_s = idle_s
        self._jobs: queue.SimpleQueue[_Job[object] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._workers: list[WorkerProcess] = []
        self._threads: list[threading.Thread] = []
        self._unfinished = 0
        self._closed = False

    def inspect(self, path: Path, name: str) -> "Future[Inspection]":
        """Find out what a file is and says. ``name`` is only looked at, ``path`` is read.

        The future never fails because of the content: what is wrong with it, or with its decoding, is the
        ``problem`` of the media. It raises Cancelled if the pool is closed meanwhile.
        """
        fields: dict[str, object] = {"do": "inspect", "path": str(path), "name": name}
        return self._submit(fields, _inspection, lambda code: unread(path, name, code))

    def render(self, path: Path, request: RenderRequest) -> "Future[Picture]":
        """Render a part of a page: picture, PDF page, or a video's first frame.

        The future raises InputProblem (damaged, encrypted, too-large, nothing-to-show, file-vanished,
        decoder-crashed, decoder-timeout), or Cancelled if the pool is closed meanwhile.
        """
        fields: dict[str, object] = {"do": "render", "path": str(path), **request_fields(request)}
        return self._submit(fields, _picture, _refusing(path))

    def page_sizes(self, path: Path) -> "Future[Pages]":
        """Return the width and height of each page of a PDF, in pixels at 144 dpi. Raises as `render` does."""
        return self._submit({"do": "pages", "path": str(path)}, lambda fields, _: parse_pages(fields), _refusing(path))

    def sound(self, path: Path, at_ms: int, length_ms: int, speed: int = 100) -> "Future[Sound]":
        """Return a stretch of a recording's sound, ``speed`` per cent as fast; silence for a film without any.

        Requests that follow each other are decoded on; any other place is sought. Raises as `render` does.
        """
        fields: dict[str, object] = {"do": "sound", "path": str(path), "at_ms": at_ms, "length_ms": length_ms}
        return self._submit(fields | {"speed": speed}, _sound, _refusing(path))

    def peaks(self, path: Path, first: int) -> "Future[Peaks]":
        """Return a part of a recording's envelope from bin ``first`` on; ask again until it has ended."""
        fields: dict[str, object] = {"do": "peaks", "path": str(path), "first": first}
        return self._submit(fields, partial(_peaks, first), _refusing(path))

    def frame(self, path: Path, at_ms: int, width_px: int, height_px: int) -> "Future[Frame]":
        """Return the picture of a film at a moment, as large as fits. Raises as `render` does."""
        fields: dict[str, object] = {"do": "frame", "path": str(path), "at_ms": at_ms}
        return self._submit(fields | {"width_px": width_px, "height_px": height_px}, _frame, _refusing(path))

    def forget(self) -> None:
        """Let go of the files that workers keep open between requests, so that they can be erased on any system.

        For a pool of one worker; nothing is started for it.
        """
        if self.process_ids:
            with suppress(Cancelled):
                self._submit({"do": "forget"}, lambda _fields, _data: None, lambda _code: None)

    def close(self) -> None:
        """End all workers at once. Futures not started are cancelled, started ones raise Cancelled."""
        with self._lock:
            self._closed = True
        for job in self._waiting():
            job.future.cancel()
        for worker in self._workers:
            worker.stop()
            self._jobs.put(None)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(CLOSING_S)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def process_ids(self) -> list[int]:
        """The running workers, for tests and diagnosis."""
        return [process_id for worker in self._workers if (process_id := worker.process_id) is not None]

    def _submit(
        self, fields: dict[str, object], parse: Callable[[Fields, bytes], T], failed: Callable[[str], T]
    ) -> "Future[T]":
        future: Future[T] = Future()
        job = _Job({**fields, "deadline_s": self._deadline_s}, parse, failed, future)
        with self._lock:
            if self._closed:
                raise Cancelled
            self._unfinished += 1
            self._jobs.put(cast("_Job[object]", job))
            if len(self._workers) < min(self._most, self._unfinished):
                self._add_worker()
        return future

    def _add_worker(self) -> None:
        worker = WorkerProcess()
        thread = threading.Thread(target=self._serve, args=(worker,), name="decoder", daemon=True)
        self._workers.append(worker)
        self._threads.append(thread)
        thread.start()

    def _serve(self, worker: WorkerProcess) -> None:
        """Work off requests with one worker until the pool is closed."""
        while True:
            try:
                job = self._jobs.get(timeout=self._idle_s if worker.process_id else None)
            except queue.Empty:
                worker.end()
                continue
            if job is None:
                worker.end()
                return
            job.run(worker, self._deadline_s, lambda: self._closed)
            with self._lock:
                self._unfinished -= 1

    def _waiting(self) -> "list[_Job[object]]":
        """Take all jobs that nobody has begun."""
        jobs: list[_Job[object]] = []
        while True:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                return jobs
            if job:
                jobs.append(job)


class _Job(Generic[T]):
    """One request, how its answer is read, what stands in for it when it fails, and who waits."""

    def __init__(
        self,
        fields: Fields,
        parse: Callable[[Fields, bytes], T],
        failed: Callable[[str], T],
        future: "Future[T]",
    ) -> None:
        self.future = future
        self._fields = fields
        self._parse = parse
        self._failed = failed

    def run(self, worker: WorkerProcess, deadline_s: float, closed: Callable[[], bool]) -> None:
        """Ask a worker and settle the future, whatever happens."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            answer = self._answer(worker, deadline_s)
        except BaseException as error:  # whoever waits must hear of it, whatever it is
            self.future.set_exception(Cancelled() if closed() else error)
        else:
            self.future.set_exception(Cancelled()) if closed() else self.future.set_result(answer)

    def _answer(self, worker: WorkerProcess, deadline_s: float) -> T:
        try:
            fields, data = worker.ask(self._fields, deadline_s)
        except NoAnswer as failure:
            return self._failed(failure.code)
        problem = fields.get("problem")
        if isinstance(problem, str) and problem in PROBLEMS:
            return self._failed(problem)
        try:
            return self._parse(fields, data)
        except (ValueError, TypeError, LookupError):
            worker.discard()  # it talks nonsense
            return self._failed(CRASHED)


def _inspection(fields: Fields, data: bytes) -> Inspection:
    return parse_inspection(_object(fields["inspection"]), data)


def _picture(fields: Fields, data: bytes) -> Picture:
    return parse_picture(_object(fields["picture"]), data)


def _sound(fields: Fields, data: bytes) -> Sound:
    return parse_sound(_object(fields["sound"]), data)


def _peaks(first: int, fields: Fields, data: bytes) -> Peaks:
    return parse_peaks(_object(fields["peaks"]), data, first)


def _frame(fields: Fields, data: bytes) -> Frame:
    return parse_frame(_object(fields["frame"]), data)


def _object(value: object) -> Fields:
    if not isinstance(value, dict):
        raise TypeError("object")
    return value


def _refusing(path: Path) -> Callable[[str], NoReturn]:
    def refuse(code: str) -> NoReturn:
        raise InputProblem(code, name=path.name)

    return refuse
