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
