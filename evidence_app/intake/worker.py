"""The process that decodes untrusted bytes: reads requests from its input, answers on its output, one at a time.

It ends when its input ends, so it never outlives the app for longer than one request.
"""

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake import kinds, played
from evidence_app.intake.inspection import Unreadable, inspect_file
from evidence_app.intake.messages import inspection_fields, number, parse_request, picture_fields, text_line_fields
from evidence_app.intake.record_messages import contacts_bytes, parse_choice, rows_bytes, survey_bytes
from evidence_app.intake.rendering import Renderer
from evidence_app.processes.framing import Fields
from evidence_app.processes.serving import Reply, serve

if TYPE_CHECKING:
    from evidence_app.intake.exports.streams import Stream, Streams
    from evidence_app.intake.playing import Players

MEMORY_BYTES = 4 * 2**30
"""Address space of a worker. The largest picture, 200 megapixels with transparency, takes 800 MB decoded, the same
again while it is laid on white or turned upright, and as much inside the libraries for WebP and HEIF."""


def main() -> None:
    """Serve until the input ends."""
    kept = Kept()
    serve(lambda fields, _data: _answer(fields, kept), MEMORY_BYTES)


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


def _sound(fields: Fields, kept: Kept) -> Reply:
    at_ms, length_ms = number(fields["at_ms"]), number(fields["length_ms"])
    sound = kept.players.sound(Path(str(fields["path"])), at_ms, length_ms, number(fields["speed"], 50, 400))
    return {"sound": played.sound_fields(sound)}, sound.data


def _peaks(fields: Fields, kept: Kept) -> Reply:
    peaks = kept.players.peaks(Path(str(fields["path"])), number(fields["first"]))
    return {"peaks": played.peaks_fields(peaks)}, peaks.values


def _frame(fields: Fields, kept: Kept) -> Reply:
    box = number(fields["width_px"], 1), number(fields["height_px"], 1)
    frame = kept.players.frame(Path(str(fields["path"])), number(fields["at_ms"]), box)
    return {"frame": played.frame_fields(frame)}, frame.data


def _moments(fields: Fields, kept: Kept) -> Reply:
    moments = kept.players.moments(Path(str(fields["path"])), number(fields["from_ms"]))
    return played.moments_fields(moments), b""


def _still(fields: Fields, kept: Kept) -> Reply:
    return {}, kept.players.still(Path(str(fields["path"])), number(fields["at_ms"]))


def _stream(fields: Fields, kept: Kept) -> "Stream":
    """Return the export that is asked about, opened where this is the first question about it."""
    from evidence_app.intake.exports.source import Source

    name, asked = str(fields["stream"]), number(fields["asked"])
    if asked == 0:
        choice, hints = parse_choice(fields)
        source = Source(Path(str(fields["path"])), str(fields["name"]), hints)
        stream = kept.streams.opened(name, source, choice, ZoneInfo(str(fields["zone"])))
    else:
        stream = kept.streams.known(name, asked)
    stream.asked += 1
    return stream


def _records(fields: Fields, kept: Kept) -> Reply:
    stream = _stream(fields, kept)
    found = stream.records()
    if found.ended:
        kept.streams.close(str(fields["stream"]))
    format = {"format": stream.format.code, "version": stream.format.version, "asks": list(stream.asks)}
    counted = {"read": found.read, "ended": found.ended, "stated_count": stream.stated_count}
    return counted | format, rows_bytes(found.rows)


def _survey(fields: Fields, kept: Kept) -> Reply:
    survey, count = _stream(fields, kept).survey()
    if survey is None:
        return {"count": count}, b""
    kept.streams.close(str(fields["stream"]))
    return {"count": count}, survey_bytes(survey)


def _part(fields: Fields, kept: Kept) -> Reply:
    part = _stream(fields, kept).part()
    if part is None:
        kept.streams.close(str(fields["stream"]))
        return {"part": None}, b""
    return {"part": list(part.attachment)}, part.data


def _contacts(fields: Fields, _kept: Kept) -> Reply:
    from evidence_app.intake.exports.formats import contacts_of
    from evidence_app.intake.exports.source import Source

    source = Source(Path(str(fields["path"])), str(fields["name"]))
    return {}, contacts_bytes(contacts_of(source))


def _columns(fields: Fields, _kept: Kept) -> Reply:
    from evidence_app.intake.column_messages import proposal_bytes
    from evidence_app.intake.exports.generic_table import propose_columns
    from evidence_app.intake.exports.source import Source

    return {}, proposal_bytes(propose_columns(Source(Path(str(fields["path"])), str(fields["name"]))))


def _close(fields: Fields, kept: Kept) -> Reply:
    kept.streams.close(str(fields["stream"]))
    return {}, b""


def _forget(_fields: Fields, kept: Kept) -> Reply:
    kept.forget()
    return {}, b""


_TASKS = {
    "close": _close,
    "forget": _forget,
    "inspect": _inspect,
    "render": _render,
    "likeness": _likeness,
    "pages": _pages,
    "text": _text,
    "sound": _sound,
    "peaks": _peaks,
    "frame": _frame,
    "moments": _moments,
    "still": _still,
    "records": _records,
    "survey": _survey,
    "part": _part,
    "contacts": _contacts,
    "columns": _columns,
}


if __name__ == "__main__":
    main()
