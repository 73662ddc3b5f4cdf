"""Text recognised in a worker process: nothing of the engine is loaded into the app, and a crash costs one strip."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import NoReturn

from evidence_app.domain.machine_text import MachineLine
from evidence_app.errors import InputProblem
from evidence_app.processes.framing import Fields
from evidence_app.processes.pool import IDLE_S, Pool
from evidence_app.reading.engine_name import ENGINE_NAME
from evidence_app.reading.messages import parse_engine, parse_lines

WORKER = "evidence_app.reading.worker"

DEADLINE_S = 120.0
"""For one strip, which takes two seconds; an old laptop under load may need thirty times as long."""


@dataclass(frozen=True, slots=True)
class StripText:
    """What was read in one strip, in pixels of that strip, and by what."""

    engine: str
    lines: tuple[MachineLine, ...]


class Readers(Pool):
    """One worker process that reads pixels; it ends, and gives its memory back, when it had nothing to do."""

    engine_name = ENGINE_NAME
    """What reads, with its version: what it read once need not be read again."""

    def __init__(self, *, deadline_s: float = DEADLINE_S, idle_s: float = IDLE_S) -> None:
        super().__init__(WORKER, 1, deadline_s, idle_s, again=True)

    def read(self, pixels: bytes, width_px: int, height_px: int, name: str) -> "Future[StripText]":
        """Return the lines of a picture, three bytes a pixel, rows without padding.

        The future raises InputProblem (damaged, too-large, decoder-crashed, decoder-timeout) about ``name``, or
        Cancelled if the pool is closed meanwhile.
        """

        def parse(fields: Fields, data: bytes) -> StripText:
            return StripText(parse_engine(fields), parse_lines(data, width_px, height_px))

        size: dict[str, object] = {"width_px": width_px, "height_px": height_px}
        return self.submit(size, parse, _refusing(name), pixels)


def _refusing(name: str) -> Callable[[str], NoReturn]:
    def refuse(code: str) -> NoReturn:
        raise InputProblem(code, name=name)

    return refuse
