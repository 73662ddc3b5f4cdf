"""What can be asked of a recording while it is played, and what comes back: plain values for both sides of the pipe.

The app checks every field on arrival: a worker that has been taken over by a file can write anything.
"""

from dataclasses import dataclass

from evidence_app.intake.messages import list_of, number
from evidence_app.processes.framing import Fields

RATE = 48_000
CHANNELS = 2
FRAME_BYTES = 2 * CHANNELS
"""Sound always comes as signed 16-bit samples, little endian, two channels, 48 kHz: what every device can play."""

BINS_PER_S = 50
"""Of the waveform's envelope; more shows nothing new, even of a short message on a wide screen."""

SPEEDS = (75, 100, 125, 150, 200)
"""Per cent, in which a recording can be listened to; the pitch stays."""

MOST_SOUND_MS = 5_000  # in one answer
MOST_SOUND_BYTES = MOST_SOUND_MS * RATE // 1000 * FRAME_BYTES * 2
MOST_SIDE_PX = 4096
MOST_MS = 400 * 3_600_000  # a longer recording is a broken clock
MOST_BINS = MOST_MS // 1000 * BINS_PER_S  # of a whole envelope


@dataclass(frozen=True, slots=True)
class Sound:
    """A stretch of sound. It begins at ``at_ms`` of the recording; ``ended`` says that nothing follows."""

    at_ms: int
    ended: bool
    data: bytes

    @property
    def duration_s(self) -> float:
        """How long it takes to play, at the speed it was asked for."""
        return len(self.data) / FRAME_BYTES / RATE


@dataclass(frozen=True, slots=True)
class Peaks:
    """A part of the waveform's envelope: the loudest sample of each bin, 0–255, from bin ``first`` on."""

    first: int
    ended: bool
    values: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """The picture that is seen from ``at_ms`` until ``until_ms``: RGB, rows without padding. Empty after the end."""

    at_ms: int
    until_ms: int
    width_px: int
    height_px: int
    ended: bool
    data: bytes


MOST_MOMENTS = 10_000


@dataclass(frozen=True, slots=True)
class Moments:
    """Moments of a film that are worth a picture, each with how much is new in it, in thousandths.

    The film was looked through until ``reached_ms``; ``ended`` says that nothing follows.
    """

    found: tuple[tuple[int, int], ...]
    reached_ms: int
    ended: bool


def moments_fields(moments: Moments) -> dict[str, object]:
    """Return moments, for JSON."""
    return {
        "found": [list(each) for each in moments.found],
        "reached_ms": moments.reached_ms,
        "ended": moments.ended,
    }


def parse_moments(fields: Fields) -> Moments:
    """Return the moments a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    pairs = [list_of(each, 2) for each in list_of(fields["found"], MOST_MOMENTS)]
    found = tuple((number(at_ms, 0, MOST_MS), number(new, 0, 1000)) for at_ms, new in pairs)
    return Moments(found, number(fields["reached_ms"], 0, MOST_MS), _flag(fields["ended"]))


def sound_fields(sound: Sound) -> dict[str, object]:
    """Return a stretch of sound without its data, for JSON."""
    return {"at_ms": sound.at_ms, "ended": sound.ended}


def parse_sound(fields: Fields, data: bytes) -> Sound:
    """Return the sound a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    if len(data) > MOST_SOUND_BYTES or len(data) % FRAME_BYTES:
        raise ValueError("data")
    return Sound(number(fields["at_ms"], 0, MOST_MS), _flag(fields["ended"]), data)


def peaks_fields(peaks: Peaks) -> dict[str, object]:
    """Return a part of an envelope without its values, for JSON."""
    return {"first": peaks.first, "ended": peaks.ended}


def parse_peaks(fields: Fields, data: bytes, first: int = 0) -> Peaks:
    """Return the envelope a worker sent from a bin on. Raises ValueError, KeyError, TypeError for anything else.

    Any other place than the one asked for would let a worker be asked, and the envelope grow, for ever.
    """
    if number(fields["first"]) != first or first + len(data) > MOST_BINS:
        raise ValueError("first")
    return Peaks(first, _flag(fields["ended"]), data)


def frame_fields(frame: Frame) -> dict[str, object]:
    """Return a picture without its pixels, for JSON."""
    return {
        "at_ms": frame.at_ms,
        "until_ms": frame.until_ms,
        "width_px": frame.width_px,
        "height_px": frame.height_px,
        "ended": frame.ended,
    }


def parse_frame(fields: Fields, data: bytes) -> Frame:
    """Return the picture a worker sent. Raises ValueError, KeyError, TypeError for anything else."""
    width, height = number(fields["width_px"], 0, MOST_SIDE_PX), number(fields["height_px"], 0, MOST_SIDE_PX)
    if len(data) != width * height * 3:
        raise ValueError("data")
    at_ms, until_ms = number(fields["at_ms"], 0, MOST_MS), number(fields["until_ms"], 0, 2 * MOST_MS)
    return Frame(at_ms, max(at_ms + 1, until_ms), width, height, _flag(fields["ended"]), data)


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("flag")
    return value
