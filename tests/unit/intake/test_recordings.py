"""Sound and video: duration, times, device, first frame."""

from datetime import datetime
from pathlib import Path

import av
import numpy as np
import pytest

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake.inspection import inspect_file
from evidence_app.intake.pictures import RenderRequest
from evidence_app.intake.rendering import Renderer

START = datetime(2025, 2, 22, 0, 15, 3)


def write_sound(path: Path, format: str, codec: str, *, rate: int = 16000, tags: dict[str, str] | None = None) -> Path:
    """Two seconds of silence."""
    with av.open(path, "w", format=format) as container:
        container.metadata.update(tags or {})
        stream = container.add_stream(codec, rate=rate, layout="mono")
        silence = np.zeros((1, rate * 2), dtype=np.int16)
        frame = av.AudioFrame.from_ndarray(silence, format="s16", layout="mono")
        frame.sample_rate = rate
        frame.pts = 0
        for part in av.AudioResampler(stream.format, "mono", rate, frame_size=stream.frame_size or None).resample(
            frame
        ):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


def write_video(path: Path, format: str, codec: str = "mpeg4", tags: dict[str, str] | None = None) -> Path:
    """One second of red, 120 by 200 pixels."""
    with av.open(
        path, "w", format=format, options={"movflags": "use_metadata_tags"} if format == "mov" else {}
    ) as container:
        container.metadata.update(tags or {})
        stream = container.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = 120, 200, "yuv420p"
        red = np.zeros((200, 120, 3), dtype=np.uint8)
        red[..., 0] = 230
        for _ in range(10):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(red, format="rgb24")))
        container.mux(stream.encode(None))
    return path


SOUNDS = [
    ("ipod", "aac", "audio/mp4", ".m4a"),
    ("mp4", "aac", "audio/mp4", ".m4a"),
    ("mp3", "libmp3lame", "audio/mpeg", ".mp3"),
    ("wav", "pcm_s16le", "audio/wav", ".wav"),
    ("adts", "aac", "audio/aac", ".aac"),
    ("ogg", "libopus", "audio/ogg", ".ogg"),
    ("webm", "libopus", "audio/webm", ".weba"),
    ("flac", "flac", "audio/flac", ".flac"),
]


@pytest.mark.parametrize(("format", "codec", "mime", "extension"), SOUNDS)
def test_a_sound_recording_tells_its_duration(
    tmp_path: Path, format: str, codec: str, mime: str, extension: str
) -> None:
    path = write_sound(tmp_path / "x", format, codec, rate=48000 if codec == "libopus" else 16000)
    media = inspect_file(path, "").media
    assert (media.kind, media.mime, media.extension, media.problem) == (MediaKind.AUDIO, mime, extension, "")
    assert media.duration_ms is not None
    assert 1900 <= media.duration_ms <= 2300


def test_amr_as_old_phones_record_calls_tells_its_duration(tmp_path: Path) -> None:
    path = tmp_path / "call.amr"
    path.write_bytes(b"#!AMR\n" + (b"\x3c" + bytes(31)) * 100)  # 100 frames of 20 ms at 12.2 kbit/s
    media = inspect_file(path, "").media
    assert (media.mime, media.problem) == ("audio/amr", "")
    assert media.duration_ms == 2000


def test_pauses_in_amr_count_as_long_as_they_are(tmp_path: Path) -> None:
    """In a pause phones write frames of one byte: a guess from the bit rate would make a minute of it a second."""
    path = tmp_path / "call.amr"
    path.write_bytes(b"#!AMR\n" + ((b"\x3c" + bytes(31)) * 50 + b"\x7c" * 450) * 2)
    assert inspect_file(path, "").media.duration_ms == 20_000


def test_a_wechat_voice_message_is_measured_by_its_frames(tmp_path: Path) -> None:
    path = tmp_path / "voice.amr"
    path.write_bytes(b"\x02#!SILK_V3" + (b"\x05\x00" + b"abcde") * 150 + b"\xff\xff")
    media = inspect_file(path, "").media
    assert (media.kind, media.mime, media.duration_ms, media.problem) == (MediaKind.AUDIO, "audio/silk", 3000, "")


def test_the_creation_time_of_a_container_is_utc(tmp_path: Path) -> None:
    path = write_sound(tmp_path / "x", "ipod", "aac", tags={"creation_time": "2025-02-22T00:15:03.000000Z"})
    (reading,) = inspect_file(path, "").readings
    assert (reading.wall, reading.offset_min, reading.origin) == (START, 0, "container-created")


def test_apples_own_date_with_its_offset_beats_the_creation_time(tmp_path: Path) -> None:
    tags = {
        "creation_time": "2025-02-22T00:15:03.000000Z",
        "com.apple.quicktime.creationdate": "2025-02-22T08:10:00+0800",
        "com.apple.quicktime.make": "Apple",
        "com.apple.quicktime.model": "iPhone 15",
    }
    found = inspect_file(write_video(tmp_path / "x", "mov", tags=tags), "")
    (reading,) = found.readings
    assert (reading.wall, reading.offset_min) == (datetime(2025, 2, 22, 8, 10), 480)
    assert found.device == "Apple iPhone 15"


@pytest.mark.parametrize(
    ("format", "codec", "mime"),
    [("mp4", "mpeg4", "video/mp4"), ("mov", "mpeg4", "video/quicktime"), ("webm", "libvpx", "video/webm")],
)
def test_a_video_shows_its_first_frame(tmp_path: Path, format: str, codec: str, mime: str) -> None:
    path = write_video(tmp_path / "x", format, codec)
    found = inspect_file(path, "")
    media = found.media
    assert (media.kind, media.mime, media.width_px, media.height_px) == (MediaKind.VIDEO, mime, 120, 200)
    assert media.duration_ms is not None
    assert 900 <= media.duration_ms <= 1200
    assert found.preview
    assert Renderer().render(path, RenderRequest()).data[0] > 200


def test_a_container_that_names_other_files_opens_none_of_them(tmp_path: Path) -> None:
    target = write_sound(tmp_path / "secret.wav", "wav", "pcm_s16le")
    for number, text in enumerate((f"#EXTM3U\n{target}\n", f"ffconcat version 1.0\nfile {target}\n")):
        path = tmp_path / f"list{number}.mp4"
        path.write_text(text)
        media = inspect_file(path, path.name).media
        assert (media.kind, media.duration_ms) == (MediaKind.OTHER, None)
