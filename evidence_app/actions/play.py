"""Play a recording: its sound, its waveform, its pictures, each a piece at a time, decoded in worker processes."""

from evidence_app.actions.session import Session
from evidence_app.intake.played import BINS_PER_S, FRAME_BYTES, RATE, SPEEDS, Frame, Peaks, Sound


def sound_at(session: Session, sha256: str, at_ms: int, length_ms: int, speed: int = 100) -> Sound:
    """Return what is heard from a moment on, ``speed`` per cent as fast. Blocks; never on the UI thread.

    Raises InputProblem if it cannot be decoded, Cancelled if the vault is being closed.
    """
    path = session.vault.originals.path(sha256)
    return session.sound_decoders.sound(path, at_ms, length_ms, speed).result()


def peaks_from(session: Session, sha256: str, first: int) -> Peaks:
    """Return the next part of the waveform's envelope, `BINS_PER_S` values a second. Blocks. Raises as `sound_at`."""
    return session.sound_decoders.peaks(session.vault.originals.path(sha256), first).result()


def frame_at(session: Session, sha256: str, at_ms: int, width_px: int, height_px: int) -> Frame:
    """Return what a film shows at a moment, as large as fits. Blocks. Raises as `sound_at`."""
    path = session.vault.originals.path(sha256)
    return session.film_decoders.frame(path, at_ms, width_px, height_px).result()


__all__ = [
    "BINS_PER_S",
    "FRAME_BYTES",
    "RATE",
    "SPEEDS",
    "Frame",
    "Peaks",
    "Sound",
    "frame_at",
    "peaks_from",
    "sound_at",
]
