"""Voice messages of WeChat (SILK), which FFmpeg cannot decode, as sound that it can. For the worker process."""

import io
import wave
from contextlib import suppress
from pathlib import Path

from evidence_app.intake.inspection import Unreadable

RATE = 24_000
"""Samples a second, as WeChat records."""

MAX_BYTES = 8 * 2**20
"""WeChat ends a message after a minute, some 200 KB; half an hour of sound is a hundred megabytes decoded."""


def as_wav(path: Path) -> io.BytesIO:
    """Return a message as a WAV file in memory; one that is cut off or damaged as far as it goes.

    Raises Unreadable (``damaged``, ``too-large``), OSError.
    """
    from pysilk import SilkError, decode

    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Unreadable("too-large")
    samples = io.BytesIO()
    with suppress(SilkError, ValueError, OSError):  # what came before it is heard
        decode(io.BytesIO(data), samples, RATE)
    if not samples.tell():
        raise Unreadable("damaged")
    return _wav(samples.getvalue())


def _wav(samples: bytes) -> io.BytesIO:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples)
    out.seek(0)
    return out
