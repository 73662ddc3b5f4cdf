"""A pool of worker processes: what crashes, hangs or answers nonsense costs one answer, never the app.

Workers start with the first request, end after a while without any, and are replaced when they fail.
"""

import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from types import TracebackType
from typing import Generic, Self, TypeVar, cast

from evidence_app.processes.framing import Fields
from evidence_app.processes.worker_process import CLOSING_S, CRASHED, TIMED_OUT, NoAnswer, WorkerProcess
from evidence_app.progress import Cancelled

IDLE_S = 30.0
"""After which a worker without work ends and gives its memory back."""

LONGER = 2.0
"""How many times the deadline a request is given that is asked again: what was slow once is slow again."""

PROBLEMS = frozenset(
    {"damaged", "encrypted", "too-large", "nothing-to-show", "file-vanished"}
    | {"not-an-export", "day-order", "columns", "password", "password-wrong"}
)
"""What a worker may say instead of an answer."""

T = TypeVar("T")


class Pool:
    """Worker processes that all run one module. All methods may be called from any thread and return at once.

    A future that has not been started can be cancelled; it raises Cancelled if the pool is closed meanwhile.
    With ``again`` a request that took too long is asked once more, of a fresh worker: a computer that slept or had too
    much else to do says nothing about the file.
    """

    def __init__(
        self, module: str, workers: int, deadline_s: float, idle_s: float = IDLE_S, *, again: bool = False
    ) -> None:
        self._module = module
        self._most = workers
        self._deadline_s = deadline_s
        self._again = again
        self._idle_s = idle_s
        self._jobs: queue.SimpleQueue[_Job[object] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._workers: list[WorkerProcess] = []
        self._threads: list[threading.Thread] = []
        self._unfinished = 0
        self._closed = False

    def close(self) -> None:
        """End all workers at once. Futures not started are cancelled, started ones raise Cancelled."""
        with self._lock:
            self._closed = True
        for job in self._waiting():
            if job.future.cancel():
                job.future.set_running_or_notify_cancel()  # else whoever waits for it waits for ever
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

    def submit(
        self,
        fields: dict[str, object],
        parse: Callable[[Fields, bytes], T],
        failed: Callable[[str], T],
        data: bytes = b"",
    ) -> "Future[T]":
        """Ask a worker; the answer is what ``parse`` makes of it, or ``failed`` of the code of a problem.

        ``parse`` raises ValueError, TypeError or LookupError for nonsense: then the worker is replaced.
        """
        future: Future[T] = Future()
        job = _Job(fields, data, parse, failed, future)
        with self._lock:
            if self._closed:
                raise Cancelled
            self._unfinished += 1
            self._jobs.put(cast("_Job[object]", job))
            if len(self._workers) < min(self._most, self._unfinished):
                self._add_worker()
        return future

    def _add_worker(self) -> None:
        worker = WorkerProcess(self._module)
        thread = threading.Thread(target=self._serve, args=(worker,), name="worker", daemon=True)
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
            deadlines = [self._deadline_s, *([LONGER * self._deadline_s] if self._again else [])]
            job.run(worker, deadlines, lambda: self._closed)
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
        data: bytes,
        parse: Callable[[Fields, bytes], T],
        failed: Callable[[str], T],
        future: "Future[T]",
    ) -> None:
        self.future = future
        self._fields = fields
        self._data = data
        self._parse = parse
        self._failed = failed

    def run(self, worker: WorkerProcess, deadlines: Sequence[float], closed: Callable[[], bool]) -> None:
        """Ask a worker and settle the future, whatever happens; as often as there are deadlines, if it is too slow."""
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            answer = self._answer(worker, deadlines)
        except BaseException as error:  # whoever waits must hear of it, whatever it is
            self.future.set_exception(Cancelled() if closed() else error)
        else:
            self.future.set_exception(Cancelled()) if closed() else self.future.set_result(answer)

    def _answer(self, worker: WorkerProcess, deadlines: Sequence[float]) -> T:
        try:
            fields, data = worker.ask({**self._fields, "deadline_s": deadlines[0]}, deadlines[0], self._data)
        except NoAnswer as failure:
            if failure.code == TIMED_OUT and len(deadlines) > 1:
                return self._answer(worker, deadlines[1:])
            return self._failed(failure.code)
        problem = fields.get("problem")
        if isinstance(problem, str) and problem in PROBLEMS:
            return self._failed(problem)
        try:
            return self._parse(fields, data)
        except (ValueError, TypeError, LookupError):
            worker.discard()  # it talks nonsense
            return self._failed(CRASHED)
