"""What the decoding process answers about recordings; loaded with the first question about one."""

from pathlib import Path

from evidence_app.intake import played
from evidence_app.intake.messages import number
from evidence_app.intake.playing import Players
from evidence_app.processes.framing import Fields
from evidence_app.processes.serving import Reply


def answer(fields: Fields, players: Players) -> Reply:
    """Answer a request that is one of ``PLAYING`` of the worker."""
    return _TASKS[str(fields["do"])](fields, players)


def _sound(fields: Fields, players: Players) -> Reply:
    at_ms, length_ms = number(fields["at_ms"]), number(fields["length_ms"])
    sound = players.sound(Path(str(fields["path"])), at_ms, length_ms, number(fields["speed"], 50, 400))
    return {"sound": played.sound_fields(sound)}, sound.data


def _peaks(fields: Fields, players: Players) -> Reply:
    peaks = players.peaks(Path(str(fields["path"])), number(fields["first"]))
    return {"peaks": played.peaks_fields(peaks)}, peaks.values


def _frame(fields: Fields, players: Players) -> Reply:
    box = number(fields["width_px"], 1), number(fields["height_px"], 1)
    frame = players.frame(Path(str(fields["path"])), number(fields["at_ms"]), box)
    return {"frame": played.frame_fields(frame)}, frame.data


def _moments(fields: Fields, players: Players) -> Reply:
    moments = players.moments(Path(str(fields["path"])), number(fields["from_ms"]))
    return played.moments_fields(moments), b""


def _still(fields: Fields, players: Players) -> Reply:
    return {}, players.still(Path(str(fields["path"])), number(fields["at_ms"]))


_TASKS = {"sound": _sound, "peaks": _peaks, "frame": _frame, "moments": _moments, "still": _still}
