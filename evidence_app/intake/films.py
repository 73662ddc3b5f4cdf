"""Pictures of films, one at a time; for the worker process, one thread only."""

import io
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import av
from PIL import Image

from evidence_app.intake.inspection import MAX_PIXELS, Unreadable
from evidence_app.intake.playable import PATIENCE_S, Reader, start_ms
from evidence_app.intake.played import MOST_MS, Frame
from evidence_app.intake.recordings import BROKEN, moving_picture

NEAR_MS = 2_000
"""A picture so little ahead is reached by decoding on, which is quicker than seeking."""


class FilmReader(Reader):
    """The pictures of a film."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        stream = moving_picture(self.container)
        context = stream.codec_context if stream is not None else None
        if stream is None or context is None:
            self.close()
            raise Unreadable("nothing-to-show")
        if context.width * context.height > MAX_PIXELS:
            self.close()
            raise Unreadable("too-large")
        self._stream = stream
        self._shown: av.VideoFrame | None = None
        self._following: av.VideoFrame | None = None
        self._frames = self._decoded()
        self._ended = False

    def at(self, at_ms: int, box: tuple[int, int]) -> Frame:
        """Return the picture that is seen at a moment. Raises Unreadable if there is none in the whole film."""
        self._go_to(at_ms)
        if self._shown is None:
            raise Unreadable("damaged")
        picture = self._picture(self._shown, box)
        until = self._time_of(self._following) if self._following is not None else MOST_MS
        start = self._time_of(self._shown)
        return Frame(
            at_ms=min(MOST_MS, max(0, round(start))),
            until_ms=min(MOST_MS, max(0, round(until))),
            width_px=picture.width,
            height_px=picture.height,
            ended=self._following is None and self._ended,
            data=picture.tobytes(),
        )

    def png_at(self, at_ms: int) -> bytes:
        """Return the picture that is seen at a moment as a PNG of full size. Raises Unreadable."""
        self._go_to(at_ms)
        if self._shown is None:
            raise Unreadable("damaged")
        out = io.BytesIO()
        self._picture(self._shown, (MAX_PIXELS, MAX_PIXELS)).save(out, "PNG")
        return out.getvalue()

    def _go_to(self, at_ms: int) -> None:
        here = self._time_of(self._shown) if self._shown is not None else None
        if here is None and at_ms <= NEAR_MS:
            here = 0.0
        if here is None or not here - 1 <= at_ms < here + NEAR_MS:
            self.seek(at_ms)
            self._frames, self._ended = self._decoded(), False
            self._shown = self._following = None
        end_s = time.monotonic() + PATIENCE_S
        while not self._ended and time.monotonic() < end_s:
            if self._following is not None:
                if self._shown is not None and self._time_of(self._following) > at_ms + 0.5:
                    return
                self._shown = self._following
            self._following = next(self._frames, None)
            self._ended = self._following is None

    def _time_of(self, frame: "av.VideoFrame") -> float:
        return start_ms(frame) or 0.0

    def _decoded(self) -> Iterator[av.VideoFrame]:
        return chain.from_iterable(self.decoded(self._stream, av.VideoFrame, _is_of_a_size))

    def _picture(self, frame: "av.VideoFrame", box: tuple[int, int]) -> Image.Image:
        """Return a frame upright and scaled into the box; never larger than it is."""
        aspect = self._stream.codec_context.sample_aspect_ratio
        width = frame.width * (float(aspect) if aspect and 0.1 < aspect < 10 else 1.0)
        sideways = bool(frame.rotation % 180)
        across, down = (box[1], box[0]) if sideways else box
        scale = min(1.0, across / width, down / frame.height)
        size = {"width": max(1, round(width * scale)), "height": max(1, round(frame.height * scale))}
        try:
            image: Image.Image = frame.to_image(**size)  # type: ignore[no-untyped-call]
        except BROKEN as error:
            raise Unreadable("damaged") from error
        image = image.convert("RGB")
        return image.rotate(frame.rotation, expand=True) if frame.rotation else image


def _is_of_a_size(frame: av.VideoFrame) -> bool:
    return 0 < frame.width * frame.height <= MAX_PIXELS
