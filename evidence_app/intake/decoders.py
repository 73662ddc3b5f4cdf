"""Untrusted files decoded in worker processes: a hostile file or a crash costs one answer, never the app.

Workers start with the first request, end after a while without any, and are replaced when they crash, hang or
answer nonsense.
"""

import logging
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import NoReturn

from evidence_app.domain.contacts import Contact
from evidence_app.domain.exports import Attachment, ColumnProposal, Survey
from evidence_app.domain.machine_text import MachineLine
from evidence_app.errors import InputProblem
from evidence_app.intake.column_messages import parse_proposal
from evidence_app.intake.export_request import ExportRequest
from evidence_app.intake.inspection import Inspection, unread
from evidence_app.intake.messages import (
    PNG_MARK,
    Pages,
    number,
    parse_inspection,
    parse_likeness,
    parse_pages,
    parse_picture,
    parse_text_lines,
    request_fields,
    text_of,
)
from evidence_app.intake.pictures import Picture, RenderRequest
from evidence_app.intake.played import (
    Frame,
    Moments,
    Peaks,
    Sound,
    parse_frame,
    parse_moments,
    parse_peaks,
    parse_sound,
)
from evidence_app.intake.record_messages import RecordPart, parse_attachment, parse_rows
from evidence_app.intake.survey_messages import parse_asks, parse_contacts, parse_survey
from evidence_app.processes.framing import Fields
from evidence_app.processes.pool import IDLE_S, Pool
from evidence_app.progress import Cancelled

__all__ = ["Decoders", "ExportRequest", "Inspection", "Picture", "RecordPart", "RenderRequest"]

log = logging.getLogger(__name__)

WORKER = "evidence_app.intake.worker"

PDF_TEXT = f"pdf-text (pypdfium2 {version('pypdfium2')})"
"""What takes text out of PDFs that hold it, with its version; named where a machine's reading is shown."""

MOST_BYTES = 64 * 2**20
"""Of one answer with records; a record's text may have a million characters, several records come together."""

LONGEST_LOGGED = 80

DEADLINE_S = 60.0
"""For one answer. The largest picture takes ten seconds on a slow laptop; beyond a minute nobody waits."""


class Decoders(Pool):
    """A pool of worker processes that decode. All methods may be called from any thread and return at once.

    A future that has not been started can be cancelled. Each worker keeps the last picture it decoded: a viewer
    that asks for many tiles of one picture is best served by a pool of its own with one worker.
    """

    def __init__(
        self, workers: int = 2, *, deadline_s: float = DEADLINE_S, idle_s: float = IDLE_S, again: bool = False
    ) -> None:
        super().__init__(WORKER, workers, deadline_s, idle_s, again=again)

    def inspect(self, path: Path, name: str) -> "Future[Inspection]":
        """Find out what a file is and says. ``name`` is only looked at, ``path`` is read.

        The future never fails because of the content: what is wrong with it, or with its decoding, is the
        ``problem`` of the media. It raises Cancelled if the pool is closed meanwhile.
        """
        fields: dict[str, object] = {"do": "inspect", "path": str(path), "name": name}
        return self.submit(fields, _inspection, lambda code: unread(path, name, code))

    def render(self, path: Path, request: RenderRequest) -> "Future[Picture]":
        """Render a part of a page: picture, PDF page, or a video's first frame.

        The future raises InputProblem (damaged, encrypted, too-large, nothing-to-show, file-vanished,
        decoder-crashed, decoder-timeout), or Cancelled if the pool is closed meanwhile.
        """
        fields: dict[str, object] = {"do": "render", "path": str(path), **request_fields(request)}
        return self.submit(fields, _picture, _refusing(path))

    def likeness(self, path: Path) -> "Future[str]":
        """Return a hash of how the first page looks, empty for an evenly coloured one. Raises as `render` does."""
        return self.submit(
            {"do": "likeness", "path": str(path)}, lambda fields, _: parse_likeness(fields), _refusing(path)
        )

    def page_sizes(self, path: Path) -> "Future[Pages]":
        """Return the width and height of each page, of a PDF in pixels at 144 dpi. Raises as `render` does."""
        return self.submit({"do": "pages", "path": str(path)}, lambda fields, _: parse_pages(fields), _refusing(path))

    def text_lines(self, path: Path, page_index: int) -> "Future[tuple[MachineLine, ...]]":
        """Return the lines of text that a PDF's page holds itself, none for one that must be recognised.

        Raises as `render` does.
        """
        fields: dict[str, object] = {"do": "text", "path": str(path), "page": page_index}
        return self.submit(fields, lambda found, _: parse_text_lines(found, page_index), _refusing(path))

    def sound(self, path: Path, at_ms: int, length_ms: int, speed: int = 100) -> "Future[Sound]":
        """Return a stretch of a recording's sound, ``speed`` per cent as fast; silence for a film without any.

        Requests that follow each other are decoded on; any other place is sought. Raises as `render` does.
        """
        fields: dict[str, object] = {"do": "sound", "path": str(path), "at_ms": at_ms, "length_ms": length_ms}
        return self.submit(fields | {"speed": speed}, _sound, _refusing(path))

    def peaks(self, path: Path, first: int) -> "Future[Peaks]":
        """Return a part of a recording's envelope from bin ``first`` on; ask again until it has ended."""
        fields: dict[str, object] = {"do": "peaks", "path": str(path), "first": first}
        return self.submit(fields, partial(_peaks, first), _refusing(path))

    def frame(self, path: Path, at_ms: int, width_px: int, height_px: int) -> "Future[Frame]":
        """Return the picture of a film at a moment, as large as fits. Raises as `render` does."""
        fields: dict[str, object] = {"do": "frame", "path": str(path), "at_ms": at_ms}
        return self.submit(fields | {"width_px": width_px, "height_px": height_px}, _frame, _refusing(path))

    def moments(self, path: Path, from_ms: int) -> "Future[Moments]":
        """Return more of the moments of a film that are worth a picture; ask again until it has ended.

        ``from_ms`` is how far it was looked through, 0 to begin. For a pool of one worker. Raises as `render` does.
        """
        fields: dict[str, object] = {"do": "moments", "path": str(path), "from_ms": from_ms}
        return self.submit(fields, lambda found, _: parse_moments(found), _refusing(path))

    def still(self, path: Path, at_ms: int) -> "Future[bytes]":
        """Return the picture of a film at a moment in full size, as PNG. Raises as `render` does."""
        return self.submit({"do": "still", "path": str(path), "at_ms": at_ms}, _png, _refusing(path))

    def records(self, asked: ExportRequest) -> "Future[RecordPart]":
        """Return the next records of an export. Raises as `render` does, and InputProblem (not-an-export, …).

        Requests with the same stream follow each other, and are counted by ``asked``. For a pool of one worker.
        """
        return self.submit(asked.fields("records"), _record_part, _refusing(asked.path, asked.name))

    def survey(self, asked: ExportRequest) -> "Future[tuple[Survey | None, int]]":
        """Return what an export holds, None until all was looked at, and how many records were; else as `records`."""
        return self.submit(asked.fields("survey"), _survey, _refusing(asked.path, asked.name))

    def export_part(self, asked: ExportRequest) -> "Future[tuple[Attachment, bytes] | None]":
        """Return the next file inside an export that goes with a chosen record, None behind the last one."""
        return self.submit(asked.fields("part"), _export_part, _refusing(asked.path, asked.name))

    def contacts(self, path: Path, name: str) -> "Future[list[Contact]]":
        """Return the contacts that an address book holds, none for any other file. Raises as `render` does."""
        fields: dict[str, object] = {"do": "contacts", "path": str(path), "name": name}
        return self.submit(fields, lambda _, data: parse_contacts(data), _refusing(path, name))

    def columns(self, path: Path, name: str) -> "Future[ColumnProposal | None]":
        """Return what the columns of a table probably are, None for a file without one. Raises as `render` does."""
        fields: dict[str, object] = {"do": "columns", "path": str(path), "name": name}
        return self.submit(fields, lambda _, data: parse_proposal(data), _refusing(path, name))

    def close_export(self, stream: str) -> None:
        """Let go of an export that is not read to its end."""
        if self.process_ids:
            with suppress(Cancelled):
                self.submit({"do": "close", "stream": stream}, lambda _fields, _data: None, lambda _code: None)

    def forget(self) -> None:
        """Let go of the files that workers keep open between requests, so that they can be erased on any system.

        For a pool of one worker; nothing is started for it.
        """
        if self.process_ids:
            with suppress(Cancelled):
                self.submit({"do": "forget"}, lambda _fields, _data: None, lambda _code: None)


def _record_part(fields: Fields, data: bytes) -> RecordPart:
    ended = fields["ended"]
    if not isinstance(ended, bool) or len(data) > MOST_BYTES:
        raise TypeError("ended")
    format, version, asks = text_of(fields, "format"), number(fields["version"], 1), parse_asks(fields["asks"])
    stated = None if fields["stated_count"] is None else number(fields["stated_count"])
    records, unread = parse_rows(data)
    return RecordPart(records, unread, number(fields["read"]), ended, format, version, asks, stated)


def _survey(fields: Fields, data: bytes) -> tuple[Survey | None, int]:
    return parse_survey(data) if data else None, number(fields["count"])


def _export_part(fields: Fields, data: bytes) -> tuple[Attachment, bytes] | None:
    return None if fields["part"] is None else (parse_attachment(fields["part"]), data)


def _inspection(fields: Fields, data: bytes) -> Inspection:
    found = parse_inspection(_object(fields["inspection"]), data)
    if found.stumbled:  # quietly: whoever adds a file can do nothing about it, and its name may be evidence
        log.info("A recogniser of exports failed: %s", found.stumbled[:LONGEST_LOGGED])
    return found


def _picture(fields: Fields, data: bytes) -> Picture:
    return parse_picture(_object(fields["picture"]), data)


def _sound(fields: Fields, data: bytes) -> Sound:
    return parse_sound(_object(fields["sound"]), data)


def _peaks(first: int, fields: Fields, data: bytes) -> Peaks:
    return parse_peaks(_object(fields["peaks"]), data, first)


def _png(_fields: Fields, data: bytes) -> bytes:
    if not data.startswith(PNG_MARK):
        raise ValueError("png")
    return data


def _frame(fields: Fields, data: bytes) -> Frame:
    return parse_frame(_object(fields["frame"]), data)


def _object(value: object) -> Fields:
    if not isinstance(value, dict):
        raise TypeError("object")
    return value


def _refusing(path: Path, name: str = "") -> Callable[[str], NoReturn]:
    def refuse(code: str) -> NoReturn:
        raise InputProblem(code, name=name or path.name)

    return refuse
