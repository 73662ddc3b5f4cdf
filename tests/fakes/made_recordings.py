"""Recordings whose sound and pictures tell where they are, made with FFmpeg for tests."""

from pathlib import Path

import av
import numpy as np

RATE = 16_000
FILM_RATE = 10

SOUNDS = {
    "m4a": ("ipod", "aac"),
    "mp3": ("mp3", "libmp3lame"),
    "wav": ("wav", "pcm_s16le"),
    "aac": ("adts", "aac"),
    "ogg": ("ogg", "libopus"),
    "weba": ("webm", "libopus"),
    "flac": ("flac", "flac"),
}
"""Endings, FFmpeg's names of the format and the codec."""

FILMS = {"mp4": ("mp4", "mpeg4"), "mkv": ("matroska", "mpeg4"), "avi": ("avi", "mpeg4")}


def write_steps(path: Path, seconds: int = 6, kind: str = "wav") -> Path:
    """A tone that is loud in every second whose number is odd, and silent in the others."""
    format, codec = SOUNDS[kind]
    rate = 48_000 if codec == "libopus" else RATE
    with av.open(path, "w", format=format) as container:
        stream = container.add_stream(codec, rate=rate, layout="mono")
        at = np.arange(rate * seconds)
        loud = (at // rate) % 2 == 1
        tone = (np.sin(at * 2 * np.pi * 440 / rate) * 20_000 * loud).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(tone[None, :], format="s16", layout="mono")
        frame.sample_rate = rate
        frame.pts = 0
        resampler = av.AudioResampler(stream.format, "mono", rate, frame_size=stream.frame_size or 1024)
        for part in [*resampler.resample(frame), *resampler.resample(None)]:
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


def write_film(path: Path, seconds: int = 4, kind: str = "mp4", *, sound: bool = False) -> Path:
    """Pictures of 120 by 200 pixels, ten a second, the red of each is 20 more than that of the second before."""
    format, codec = FILMS[kind]
    with av.open(path, "w", format=format) as container:
        stream = container.add_stream(codec, rate=FILM_RATE)
        stream.width, stream.height, stream.pix_fmt = 120, 200, "yuv420p"
        heard = container.add_stream("aac", rate=RATE, layout="mono") if sound else None
        for number in range(seconds * FILM_RATE):
            picture = np.zeros((200, 120, 3), dtype=np.uint8)
            picture[..., 0] = 60 + 20 * (number // FILM_RATE)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
        if heard is not None:
            silence = np.zeros((1, 1024), dtype=np.float32)
            for number in range(seconds * RATE // 1024):
                frame = av.AudioFrame.from_ndarray(silence, format="fltp", layout="mono")
                frame.sample_rate, frame.pts = RATE, number * 1024
                container.mux(heard.encode(frame))
            container.mux(heard.encode(None))
    return path


def write_screen_recording(path: Path, rests_s: tuple[float, ...] = (2.0, 2.0, 2.0)) -> Path:
    """A screen that shows a page, scrolls by one screen in half a second, rests again, and so on; a cursor blinks."""
    rng = np.random.default_rng(1)
    width, height, rate = 240, 480, 20
    page = np.full((height * (len(rests_s) + 1), width, 3), 245, dtype=np.uint8)
    for row in range(20, page.shape[0] - 30, 24):  # lines of text of many lengths
        for left in range(20, 20 + int(rng.integers(40, 180)), 6):
            page[row : row + 12, left : left + 4] = rng.integers(0, 90)
    tops: list[int] = []
    for number, rest_s in enumerate(rests_s):
        tops += [number * height] * round(rest_s * rate)
        if number + 1 < len(rests_s):
            tops += [number * height + step * height // 10 for step in range(1, 10)]
    with av.open(path, "w", format="mp4") as container:
        stream = container.add_stream("mpeg4", rate=rate)
        stream.width, stream.height, stream.pix_fmt, stream.bit_rate = width, height, "yuv420p", 4_000_000
        for index, top in enumerate(tops):
            picture = page[top : top + height].copy()
            picture[460:470, 20:23] = 0 if index % rate < rate // 2 else 245
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path
