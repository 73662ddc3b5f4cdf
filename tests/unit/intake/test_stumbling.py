"""A recogniser of exports that fails on a file: the file is kept all the same, and the failure is not lost."""

import logging
from pathlib import Path

import pytest

from evidence_app.intake import decoders
from evidence_app.intake.exports import formats
from evidence_app.intake.inspection import inspect_file
from evidence_app.intake.messages import inspection_fields


def test_a_failing_recogniser_costs_nothing_and_leaves_a_trace(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    def fails(_source: object) -> None:
        raise AttributeError("the evidence's own words")

    monkeypatch.setattr(formats, "format_of", fails)
    (tmp_path / "a.txt").write_text("x", "utf-8")
    found = inspect_file(tmp_path / "a.txt", "a.txt")
    assert (found.media.problem, found.media.export, found.stumbled) == ("", "", "AttributeError")
    with caplog.at_level(logging.INFO):
        decoders._inspection({"inspection": inspection_fields(found)}, b"")  # noqa: SLF001 - what a worker's answer meets
    assert "AttributeError" in caplog.text
    assert "words" not in caplog.text
    assert capfd.readouterr().err == ""
