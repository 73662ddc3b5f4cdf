"""A recording that is kept open and gone through from any place on; for the worker process, one thread only."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import av
from av.container import InputContainer

from evidence_app.intake import kinds
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.played import MOST_MS
from evidence_app.intake.recordings import BROKEN, opened
from evidence_app.intake.silk import as_wav

MOST_BAD_PACKETS = 500
"""Damaged packets in a row that are passed over, as other players do; after more nothing is left to play."""

PATIENCE_S = 10.0
"""How long one request looks for sound or a picture; after that it answers with what there is."""


Piece = TypeVar("Piece", av.AudioFrame, av.VideoFrame)


class Reader:
    """An open recording."""

    def __init__(self, path: Path) -> None:
        self.path = path
        format = kinds.format_of(path, "")
        if not format.demuxer and format is not kinds.SILK:
            raise Unreadable("nothing-to-show")
        self._stack = ExitStack()
        try:
            file = self._stack.enter_context(as_wav(path) if format is kinds.SILK else path.open("rb"))
            shape = kinds.WAV if format is kinds.SILK else format
            self.container: InputContainer = self._stack.enter_context(opened(file, shape))
        except BaseException:
            self._stack.close()
            raise

    def close(self) -> None:
        """Close the file."""
        try:
            self._stack.close()
        except BROKEN:
            return

    def seek(self, at_ms: int) -> None:
        """Go to the last place before a moment from which decoding can begin; to the start where that fails."""
        if at_ms <= 0:
            return
        for place in (at_ms, 0):
            try:
                self.container.seek(place * 1000, backward=True)
            except BROKEN:
                continue
            return

    def decoded(
        self, stream: "av.AudioStream | av.VideoStream", kind: type[Piece], is_good: Callable[[Piece], bool]
    ) -> Iterator[Sequence[Piece]]:
        """Yield the good frames of each packet from here on, until the end or until nothing good comes any more."""
        bad = 0
        packets = self.container.demux(stream)
        while bad <= MOST_BAD_PACKETS:
            try:
                packet = next(packets, None)
                frames = packet.decode() if packet is not None else []
            except BROKEN:
                bad += 1
                continue
            if packet is None:
                return
            good = [frame for frame in frames if isinstance(frame, kind) and is_good(frame)]
            if good:
                bad = 0
            yield good

    @property
    def length_ms(self) -> int:
        """How long the container says it is, 0 if it does not."""
        length = self.container.duration
        return min(MOST_MS, round(length * 1000 / av.time_base)) if length and length > 0 else 0


def start_ms(frame: "av.AudioFrame | av.VideoFrame") -> float | None:
    """Return a frame's time, None where it has none or an impossible one."""
    if frame.pts is None or frame.time_base is None:
        return None
    at = float(frame.pts * frame.time_base) * 1000
    return at if -MOST_MS < at < MOST_MS else None
