"""Asking several authorities about one hash: what each said, and why the others said nothing."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass

from evidence_app.domain.anchors import Authority
from evidence_app.errors import JuzhengError
from evidence_app.progress import SILENT, Cancelled, Progress, Silent
from evidence_app.proof.asking import LOOK_UP_S, Witnessed, ask


@dataclass(frozen=True, slots=True)
class Refusal:
    """An authority that did not witness, and why."""

    authority: Authority
    problem: JuzhengError


@dataclass(frozen=True, slots=True)
class Testimony:
    """What came of asking: the answers that hold, in the order of the authorities, and the refusals."""

    witnessed: tuple[Witnessed, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class Switch(Silent):
    """Stops those who ask in threads of their own: a person's progress is told, and heard, in one thread only."""

    def __init__(self) -> None:
        self.stopped = False

    def check(self) -> None:
        """Stop if it was switched. Raises Cancelled."""
        if self.stopped:
            raise Cancelled


def ask_all(authorities: Sequence[Authority], digest: bytes, progress: Progress = SILENT) -> Testimony:
    """Ask all authorities side by side; takes as long as the slowest. No failure of theirs raises. Raises Cancelled."""
    if not authorities:
        return Testimony()
    switch = Switch()
    with ThreadPoolExecutor(len(authorities), thread_name_prefix="witness") as pool:
        jobs = [pool.submit(_asked, authority, digest, switch) for authority in authorities]
        try:
            while wait(jobs, LOOK_UP_S).not_done:
                progress.check()
        finally:
            switch.stopped = True  # leaving waits for the threads
    return _sorted([job.result() for job in jobs])


def ask_first(authorities: Sequence[Authority], digest: bytes, progress: Progress = SILENT) -> Testimony:
    """Ask one authority after the other until one witnesses. Raises Cancelled."""
    answers: list[Witnessed | Refusal] = []
    for authority in authorities:
        answers.append(_asked(authority, digest, progress))
        if isinstance(answers[-1], Witnessed):
            break
    return _sorted(answers)


def _asked(authority: Authority, digest: bytes, progress: Progress) -> Witnessed | Refusal:
    try:
        return ask(authority, digest, progress)
    except JuzhengError as problem:
        return Refusal(authority, problem)


def _sorted(answers: Sequence[Witnessed | Refusal]) -> Testimony:
    return Testimony(
        tuple(answer for answer in answers if isinstance(answer, Witnessed)),
        tuple(answer for answer in answers if isinstance(answer, Refusal)),
    )
