"""Reads sound and video with FFmpeg: duration, times, device, first frame. For the worker process.

FFmpeg is given an open file and the one demuxer that fits the first bytes, so that no playlist or reference inside
the file can make it open another file or the network.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedIOBase
from pathlib import Path

import av
from av.container import InputContainer
from PIL import Image

from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.times import ClockReading, TimeSource
from evidence_app.intake import kinds
from evidence_app.intake.images import flat, preview_jpeg
from evidence_app.intake.inspection import MAX_PIXELS, Inspection, Unreadable, clean_field, device_name
from evidence_app.intake.stamps import stamp_reading

av.logging.set_level(None)

NO_PROTOCOLS = {"protocol_whitelist": "none"}
"""There is no protocol of this name: whatever a file refers to cannot be opened."""

QUICKTIME_DATE = "com.apple.quicktime.creationdate"
WITH_OFFSET = 95  # Apple's own field: local time and offset
CONTAINER = 70
"""The plain creation time is meant in UTC, but some phones write local time, and some the end of the recording."""

MAX_PACKETS = 500_000
"""Packets read to measure a recording whose container does not say how long it is: some three hours of AMR."""

GUESSED = frozenset({"amr", "aac", "mp3"})
"""Demuxers of bare frames, without a container that says how many there are."""

SILK_FRAME_MS = 20  # every frame of a WeChat voice message
SILK_END = 0xFFFF
MAX_SILK_BYTES = 64 * 2**20  # WeChat ends a message after a minute, some 200 KB

BROKEN = (av.FFmpegError, OSError, ValueError, LookupError, TypeError, RuntimeError, ArithmeticError, EOFError)


@contextmanager
def opened(file: BufferedIOBase, format: kinds.Format) -> Iterator[InputContainer]:
    """Open a recording with the one demuxer of its format. Raises Unreadable("damaged")."""
    try:
        container = av.open(
            file,
            "r",
            format=format.demuxer,
            container_options=NO_PROTOCOLS,
            metadata_errors="replace",
        )
    except BROKEN as error:
        raise Unreadable("damaged") from error
    with container:
        yield container


def inspect_recording(path: Path, format: kinds.Format) -> Inspection:
    """Return duration, times, device, and the first frame of a video. Raises Unreadable."""
    if format is kinds.SILK:
        return _inspect_silk(path)
    with path.open("rb") as file, opened(file, format) as container:
        video = moving_picture(container)
        if video is None and not container.streams.audio:
            raise Unreadable("damaged")
        if video is None:
            format = kinds.AUDIO_ONLY.get(format.mime, format)
        tags = _tags(container)
        frame = _first_frame(container) if video else None
        duration_ms = _duration_ms(container, path, format)
    media = Media(
        MediaKind.VIDEO if video else MediaKind.AUDIO,
        format.mime,
        format.extension,
        width_px=frame.width if frame else 0,
        height_px=frame.height if frame else 0,
        duration_ms=duration_ms,
    )
    found = Inspection(
        media=media,
        readings=_readings(tags),
        preview=preview_jpeg(frame) if frame else b"",
        device=device_name(_tag(tags, "make", "manufacturer"), _tag(tags, "model")),
        software=clean_field(_tag(tags, "software") or tags.get("encoder")),
    )
    if video and frame is None:
        raise Unreadable("damaged", found)
    return found


def moving_picture(container: InputContainer) -> "av.VideoStream | None":
    """Return the first video stream that is not a record's cover."""
    for stream in container.streams.video:
        if not stream.disposition & av.stream.Disposition.attached_pic:
            return stream
    return None


def _tags(container: InputContainer) -> dict[str, str]:
    """Return the container's tags, completed by its streams', keys in lower case."""
    tags: dict[str, str] = {}
    for source in (container.metadata, *(stream.metadata for stream in container.streams)):
        for key, value in source.items():
            tags.setdefault(key.lower(), value)
    return tags


def _tag(tags: dict[str, str], *names: str) -> str:
    prefixes = ("com.apple.quicktime.", "com.android.", "")
    return next((tags[prefix + name] for name in names for prefix in prefixes if prefix + name in tags), "")


def _readings(tags: dict[str, str]) -> tuple[ClockReading, ...]:
    """Return Apple's date with its offset if there is one, else the container's creation time."""
    own = stamp_reading(tags.get(QUICKTIME_DATE), TimeSource.CONTAINER, "quicktime-creationdate", WITH_OFFSET)
    plain = stamp_reading(tags.get("creation_time"), TimeSource.CONTAINER, "container-created", CONTAINER)
    best = own or plain
    return (best,) if best else ()


def first_frame(path: Path, format: kinds.Format) -> Image.Image:
    """Return the first picture of a video, upright, in full size. Raises Unreadable."""
    with path.open("rb") as file, opened(file, format) as container:
        if moving_picture(container) is None:
            raise Unreadable("nothing-to-show")
        frame = _first_frame(container)
    if frame is None:
        raise Unreadable("damaged")
    return frame


def _first_frame(container: InputContainer) -> Image.Image | None:
    stream = moving_picture(container)
    if stream is None or stream.codec_context is None:
        return None
    if stream.codec_context.width * stream.codec_context.height > MAX_PIXELS:
        raise Unreadable("too-large")
    stream.thread_type = "NONE"  # one picture: more threads only cost memory
    try:
        frame = next(container.decode(stream), None)
        if frame is None or frame.width * frame.height > MAX_PIXELS:
            return None
        image = flat(frame.to_image())  # type: ignore[no-untyped-call]
        return image.rotate(frame.rotation, expand=True) if frame.rotation else image
    except BROKEN:
        return None


def _duration_ms(container: InputContainer, path: Path, format: kinds.Format) -> int | None:
    """Return the duration the container states, else the sum of its packets in a second reading.

    Where the container states none, FFmpeg guesses it from the bit rate: wrong by some per cent, by much with pauses.
    """
    stated = container.duration if container.duration is not None and container.duration > 0 else None
    if stated is not None and format.demuxer not in GUESSED:
        return round(stated * 1000 / av.time_base)
    try:
        with path.open("rb") as file, opened(file, format) as again:
            measured = _measured_ms(again)
    except (*BROKEN, Unreadable):
        measured = None
    return measured if measured is not None or stated is None else round(stated * 1000 / av.time_base)


def _measured_ms(container: InputContainer) -> int | None:
    if not container.streams.audio and not container.streams.video:
        return None
    stream = (container.streams.audio or container.streams.video)[0]
    total = 0
    for count, packet in enumerate(container.demux(stream)):
        total += packet.duration or 0
        if count > MAX_PACKETS:
            return None
    return round(total * stream.time_base * 1000) if stream.time_base and total else None


def _inspect_silk(path: Path) -> Inspection:
    """Count the frames of a WeChat voice message; each is a length of two bytes, little endian, and its data."""
    with path.open("rb") as file:
        data = file.read(MAX_SILK_BYTES)
    at, frames = data.index(b"#!SILK_V3") + 9, 0
    whole = True
    while at + 2 <= len(data):
        size = int.from_bytes(data[at : at + 2], "little")
        if size == SILK_END:
            break
        at += 2 + size
        whole = at <= len(data)
        frames += whole
    media = Media(MediaKind.AUDIO, kinds.SILK.mime, kinds.SILK.extension, duration_ms=frames * SILK_FRAME_MS)
    if not whole or frames == 0:
        raise Unreadable("damaged", Inspection(media))
    return Inspection(media)
