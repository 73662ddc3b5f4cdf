"""The process that recognises text. It is given pixels, never files: what is hostile was decoded elsewhere."""

import os
from typing import TYPE_CHECKING

from evidence_app.processes.framing import Fields
from evidence_app.processes.limits import yield_to_all
from evidence_app.processes.serving import Reply, serve
from evidence_app.reading.engine_name import ENGINE_NAME
from evidence_app.reading.messages import lines_data

if TYPE_CHECKING:
    from evidence_app.reading.engine import Engine

MEMORY_BYTES = 4 * 2**30
"""Address space. What is really used stays below a gigabyte, by the size of strips; libraries reserve much more."""


def main() -> None:
    """Serve until the input ends."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    yield_to_all()
    worker = Worker()
    serve(worker.answer, MEMORY_BYTES)


class Worker:
    """Keeps the engine between requests: loading its models takes as long as reading a screen."""

    def __init__(self) -> None:
        self._engine: Engine | None = None

    def answer(self, fields: Fields, data: bytes) -> Reply:
        """Return the lines of one strip; nothing where the engine fails, for which the app replaces this process."""
        try:
            return self._read(fields, data)
        except MemoryError:
            raise
        except Exception as error:  # whatever a library raises, it is not the picture that is damaged
            return {"failed": type(error).__name__}, b""

    def _read(self, fields: Fields, data: bytes) -> Reply:
        from evidence_app.reading.engine import Engine

        width_px, height_px = fields["width_px"], fields["height_px"]
        if not isinstance(width_px, int) or not isinstance(height_px, int):
            raise TypeError("size")
        if self._engine is None:
            self._engine = Engine()
        return {"engine": ENGINE_NAME}, lines_data(self._engine.read(data, width_px, height_px))


if __name__ == "__main__":
    main()
