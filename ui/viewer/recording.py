"""Where a recording's sound, waveform and pictures come from: worker processes, through the actions."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from evidence_app.domain.exhibits import Exhibit, MediaKind

if TYPE_CHECKING:
    from evidence_app.actions.play import Frame, Peaks, Sound
    from evidence_app.actions.session import Session


@dataclass(frozen=True, slots=True)
class RecordingSource:
    """All three block and are called off the UI thread. They raise JuzhengError if the content cannot be played."""

    sound: "Callable[[int, int, int], Sound]"  # from which moment, how much of the recording (ms), per cent of speed
    peaks: "Callable[[int], Peaks]"
    frame: "Callable[[int, int, int], Frame]"  # at which moment, within which width and height
    release: Callable[[], object] = bool  # does not block: nothing more will be asked for


def session_recording(session: "Session", sha256: str) -> RecordingSource:
    """Return the source of one original in an open vault."""

    def sound(at_ms: int, length_ms: int, speed: int) -> "Sound":
        from evidence_app.actions.play import sound_at

        return sound_at(session, sha256, at_ms, length_ms, speed)

    def peaks(first: int) -> "Peaks":
        from evidence_app.actions.play import peaks_from

        return peaks_from(session, sha256, first)

    def frame(at_ms: int, width_px: int, height_px: int) -> "Frame":
        from evidence_app.actions.play import frame_at

        return frame_at(session, sha256, at_ms, width_px, height_px)

    return RecordingSource(sound, peaks, frame, session.stop_playing)


def is_recording(exhibit: Exhibit) -> bool:
    """Tell whether an exhibit is sound or a film that something here decodes."""
    media = exhibit.original.media
    return media.kind in {MediaKind.AUDIO, MediaKind.VIDEO} and exhibit.removed_at is None


def is_playable(exhibit: Exhibit) -> bool:
    """Tell whether it can be played; a damaged one as far as it can be read."""
    return is_recording(exhibit) and exhibit.original.media.problem in {"", "damaged"}
