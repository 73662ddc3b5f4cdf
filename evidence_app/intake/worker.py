"""The process that decodes untrusted bytes: reads requests from its input, answers on its output, one at a time.

It ends when its input ends, so it never outlives the app for longer than one request. It loads what a request needs
when the first such request comes: most processes only ever look at pictures, and somebody waits for the first one.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake import kinds
from evidence_app.intake.inspection import Unreadable, inspect_file
from evidence_app.intake.messages import inspection_fields, number, parse_request, picture_fields, text_line_fields
from evidence_app.intake.rendering import Renderer
from evidence_app.processes.framing import Fields
from evidence_app.processes.serving import Reply, serve

if TYPE_CHECKING:
    from evidence_app.intake.exports.streams import Streams
    from evidence_app.intake.playing import Players

MEMORY_BYTES = 4 * 2**30
"""Address space of a worker. The largest picture, 200 megapixels with transparency, takes 800 MB decoded, the same
again while it is laid on white or turned upright, and as much inside the libraries for WebP and HEIF."""


def main() -> None:
    """Serve until the input ends."""
    kept = Kept()
    serve(lambda fields, _data: _answer(fields, kept), MEMORY_BYTES, kept.read_ahead)


class Kept:
    """What is at hand from the request before: the decoded page, the recording being played, exports being read."""

    def __init__(self) -> None:
        self.renderer = Renderer()
        self._players: Players | None = None
        self._streams: Streams | None = None

    @property
    def streams(self) -> "Streams":
        """The exports that are being read; importers are loaded when the first is asked for."""
        from evidence_app.intake.exports.streams import Streams

        if self._streams is None:
            self._streams = Streams()
        return self._streams

    @property
    def players(self) -> "Players":
        """The open recordings; FFmpeg is loaded when the first is asked for."""
        from evidence_app.intake.playing import Players

        if self._players is None:
            self._players = Players()
        return self._players

    def read_ahead(self) -> None:
        """Read on in an export, so that who asks for its next records need not wait."""
        if self._streams is not None:
            from evidence_app.intake import worker_exports

            worker_exports.read_ahead(self._streams)

    def forget(self) -> None:
        """Give all memory back."""
        self.renderer.forget()
        if self._players is not None:
            self._players.forget()
        if self._streams is not None:
            self._streams.forget()


def _answer(fields: Fields, kept: Kept) -> Reply:
    """Return what was asked for, or the code of the problem."""
    try:
        return _TASKS[str(fields["do"])](fields, kept)
    except Unreadable as unreadable:
        return {"problem": unreadable.code}, b""
    except FileNotFoundError:
        return {"problem": "file-vanished"}, b""
    except MemoryError:
        kept.forget()
        raise


def _inspect(fields: Fields, kept: Kept) -> Reply:
    kept.forget()
    inspection = inspect_file(Path(str(fields["path"])), str(fields["name"]))
    return {"inspection": inspection_fields(inspection)}, inspection.preview


def _render(fields: Fields, kept: Kept) -> Reply:
    picture = kept.renderer.render(Path(str(fields["path"])), parse_request(fields))
    return {"picture": picture_fields(picture)}, picture.data


def _likeness(fields: Fields, kept: Kept) -> Reply:
    return {"likeness": kept.renderer.likeness(Path(str(fields["path"])))}, b""


def _pages(fields: Fields, _kept: Kept) -> Reply:
    from evidence_app.intake import images, pdfs

    path = Path(str(fields["path"]))
    format = kinds.format_of(path, "")
    is_image = format.kind is MediaKind.IMAGE
    return {"pages": images.page_sizes(path, format) if is_image else pdfs.page_sizes(path)}, b""


def _text(fields: Fields, _kept: Kept) -> Reply:
    from evidence_app.intake import pdf_text

    found = pdf_text.page_lines(Path(str(fields["path"])), number(fields["page"]))
    return {"lines": text_line_fields(found)}, b""


def _forget(_fields: Fields, kept: Kept) -> Reply:
    kept.forget()
    return {}, b""


def _play(fields: Fields, kept: Kept) -> Reply:
    from evidence_app.intake import worker_playing

    return worker_playing.answer(fields, kept.players)


def _export(fields: Fields, kept: Kept) -> Reply:
    from evidence_app.intake import worker_exports

    return worker_exports.answer(fields, kept.streams)


PLAYING = ("sound", "peaks", "frame", "moments", "still")
EXPORTS = ("records", "survey", "part", "contacts", "columns", "close")

_TASKS = {
    "forget": _forget,
    "inspect": _inspect,
    "render": _render,
    "likeness": _likeness,
    "pages": _pages,
    "text": _text,
    **dict.fromkeys(PLAYING, _play),
    **dict.fromkeys(EXPORTS, _export),
}


if __name__ == "__main__":
    main()
