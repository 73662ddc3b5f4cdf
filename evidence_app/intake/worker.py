"""The process that decodes untrusted bytes: reads requests from its input, answers on its output, one at a time.

It ends when its input ends, so it never outlives the app for longer than one request.
"""

import faulthandler
import os
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from evidence_app.intake import limits, played
from evidence_app.intake.framing import Fields, read_message, write_message
from evidence_app.intake.inspection import Unreadable, inspect_file
from evidence_app.intake.messages import inspection_fields, number, parse_request, picture_fields
from evidence_app.intake.rendering import Renderer

if TYPE_CHECKING:
    from evidence_app.intake.playing import Players

GRACE_S = 10
"""The app ends a worker that is late; if the app itself is gone, the worker does so this much later."""

STDERR = 2  # leads nowhere, see `_pipes`

Reply = tuple[dict[str, object], bytes]


def main() -> None:
    """Serve until the input ends. Started by `limits.worker_command`."""
    requests, replies = _pipes()
    warnings.simplefilter("ignore")  # Pillow warns about what is reported here as a problem
    limits.confine(limits.MEMORY_BYTES)
    kept = Kept()
    while (message := read_message(requests)) is not None:
        fields, data = _answer(message[0], kept)
        try:
            write_message(replies, fields, data)
        except OSError:
            return  # the app is gone


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return private input and output; what libraries print goes nowhere instead of between the messages."""
    requests = os.fdopen(os.dup(0), "rb")
    replies = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return requests, replies


class Kept:
    """What is at hand from the request before: the decoded page, the recording that is being played."""

    def __init__(self) -> None:
        self.renderer = Renderer()
        self._players: Players | None = None

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


def _answer(fields: Fields, kept: Kept) -> Reply:
    """Return what was asked for, or the code of the problem. Any exception is an answer: the border of the worker."""
    deadline_s = fields.get("deadline_s")
    if isinstance(deadline_s, int | float):
        faulthandler.dump_traceback_later(deadline_s + GRACE_S, exit=True, file=STDERR)
    try:
        return _TASKS[str(fields["do"])](fields, kept)
    except Unreadable as unreadable:
        return {"problem": unreadable.code}, b""
    except FileNotFoundError:
        return {"problem": "file-vanished"}, b""
    except MemoryError:
        kept.forget()
        return {"problem": "too-large"}, b""
    except Exception as error:  # noqa: BLE001
        return {"problem": "damaged", "detail": type(error).__name__}, b""
    finally:
        faulthandler.cancel_dump_traceback_later()


def _inspect(fields: Fields, kept: Kept) -> Reply:
    kept.forget()
    inspection = inspect_file(Path(str(fields["path"])), str(fields["name"]))
    return {"inspection": inspection_fields(inspection)}, inspection.preview


def _render(fields: Fields, kept: Kept) -> Reply:
    picture = kept.renderer.render(Path(str(fields["path"])), parse_request(fields))
    return {"picture": picture_fields(picture)}, picture.data


def _pages(fields: Fields, _kept: Kept) -> Reply:
    from evidence_app.intake import pdfs

    return {"pages": pdfs.page_sizes(Path(str(fields["path"])))}, b""


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


def _forget(_fields: Fields, kept: Kept) -> Reply:
    kept.forget()
    return {}, b""


_TASKS = {
    "forget": _forget,
    "inspect": _inspect,
    "render": _render,
    "pages": _pages,
    "sound": _sound,
    "peaks": _peaks,
    "frame": _frame,
}


if __name__ == "__main__":
    main()
