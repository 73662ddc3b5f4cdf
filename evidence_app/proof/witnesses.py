"""Asking several authorities about one hash: what each said, and why the others said nothing."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from evidence_app.domain.anchors import Authority
from evidence_app.errors import JuzhengError
from evidence_app.proof.asking import Witnessed, ask


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


def ask_all(authorities: Sequence[Authority], digest: bytes) -> Testimony:
    """Ask all authorities side by side; takes as long as the slowest. No authority's failure raises."""
    if not authorities:
        return Testimony()
    with ThreadPoolExecutor(len(authorities), thread_name_prefix="witness") as pool:
        return _sorted(list(pool.map(lambda authority: _asked(authority, digest), authorities)))


def ask_first(authorities: Sequence[Authority], digest: bytes) -> Testimony:
    """Ask one authority after the other until one witnesses."""
    answers: list[Witnessed | Refusal] = []
    for authority in authorities:
        answers.append(_asked(authority, digest))
        if isinstance(answers[-1], Witnessed):
            break
    return _sorted(answers)


def _asked(authority: Authority, digest: bytes) -> Witnessed | Refusal:
    try:
        return ask(authority, digest)
    except JuzhengError as problem:
        return Refusal(authority, problem)


def _sorted(answers: Sequence[Witnessed | Refusal]) -> Testimony:
    return Testimony(
        tuple(answer for answer in answers if isinstance(answer, Witnessed)),
        tuple(answer for answer in answers if isinstance(answer, Refusal)),
    )
