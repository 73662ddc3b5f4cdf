"""A recorded call: ring tones, and tones that rise and fall like two people talking. Nobody's voice."""

import math
from array import array
from fractions import Fraction
from functools import lru_cache
from pathlib import Path

SAMPLE_RATE = 8000  # what a telephone line carries
RING_HZ = 450  # the ring-back tone of mainland China: one second on, four off
VOICES = ((118.0, 0.9), (205.0, 0.7))  # pitch in Hz and loudness: the agent, the caller
MELODY = (1.0, 1.12, 0.94, 1.05)


def write_call(path: Path, duration_s: int, began_at: str) -> None:
    """Write an AAC recording in an MP4 container; ``began_at`` (ISO 8601, UTC) becomes its creation_time."""
    import av

    with av.open(str(path), "w", format="mp4", options={"fflags": "+bitexact"}) as container:
        container.metadata["creation_time"] = began_at
        stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="mono")
        stream.codec_context.bit_rate = 24_000
        stream.codec_context.flags |= av.codec.context.Flags.bitexact
        samples, size = call_samples(duration_s), 1024
        for start in range(0, len(samples), size):
            part = samples[start : start + size]
            frame = av.AudioFrame(format="fltp", layout="mono", samples=len(part))
            frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, start, Fraction(1, SAMPLE_RATE)
            frame.planes[0].update(part.tobytes().ljust(frame.planes[0].buffer_size, b"\0"))
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def call_samples(duration_s: int) -> "array[float]":
    """Return the call as samples from -1 to 1: two rings, then turns of talk."""
    samples = array("f", _ring() * 2)
    turn = 0
    while len(samples) < duration_s * SAMPLE_RATE:
        samples.extend(_turn(turn))
        turn += 1
    return samples[: duration_s * SAMPLE_RATE]


def _ring() -> "array[float]":
    tone = array("f", [0.25 * math.sin(math.tau * RING_HZ * n / SAMPLE_RATE) for n in range(SAMPLE_RATE)])
    return tone + array("f", bytes(4 * 4 * SAMPLE_RATE // 2))


def _turn(turn: int) -> "array[float]":
    pitch, loudness = VOICES[turn % len(VOICES)]
    spoken = array("f")
    for index in range(9 + turn * 5 % 7):
        spoken.extend(_syllable(pitch * MELODY[(index + turn) % len(MELODY)], loudness, 0.14 + 0.04 * (index % 3)))
    return spoken + array("f", bytes(4 * SAMPLE_RATE // 2))


@lru_cache
def _syllable(pitch_hz: float, loudness: float, duration_s: float) -> "array[float]":
    count = round(duration_s * SAMPLE_RATE)
    step = math.tau * pitch_hz / SAMPLE_RATE
    return array(
        "f",
        [
            loudness
            * 0.3
            * math.sin(math.pi * n / count)
            * (math.sin(step * n) + 0.6 * math.sin(2 * step * n) + 0.45 * math.sin(5 * step * n))
            for n in range(count)
        ],
    )
