"""A worker reads on in an export while the app is busy, and nobody can tell but by the time that it takes."""

from pathlib import Path

import pytest

from evidence_app.domain.exports import EVERYTHING, Hints
from evidence_app.intake.export_request import ExportRequest
from evidence_app.intake.exports.streams import Stream, Streams
from evidence_app.intake.inspection import Unreadable
from evidence_app.intake.worker_exports import answer, read_ahead
from evidence_app.processes.serving import Reply
from tests.unit.intake.exports.test_calls_backup import call, log


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    path = tmp_path / "calls.xml"
    path.write_text(log(*[call()] * 5000), encoding="utf-8")
    return path


def asked(streams: Streams, path: Path, times: int) -> Reply:
    request = ExportRequest(path, path.name, "a", EVERYTHING, Hints(), "Asia/Shanghai", times)
    return answer(request.fields("records"), streams)


def test_what_was_read_ahead_is_what_comes_next(calls: Path) -> None:
    waiting, reading = Streams(), Streams()
    for times in range(3):
        read_ahead(reading)
        read_ahead(reading)  # once is enough
        assert asked(reading, calls, times) == asked(waiting, calls, times)
    assert reading.read_last is None


def test_what_fails_while_it_is_read_ahead_is_told_when_it_is_asked_for(
    calls: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_stream: Stream) -> None:
        raise Unreadable("damaged")

    streams = Streams()
    asked(streams, calls, 0)
    monkeypatch.setattr(Stream, "records", fails)
    read_ahead(streams)
    with pytest.raises(Unreadable, match="damaged"):
        asked(streams, calls, 1)
