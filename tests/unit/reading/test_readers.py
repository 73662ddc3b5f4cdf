"""Text is recognised in a process of its own, which may fail without anything else failing."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from evidence_app import starting
from evidence_app.errors import InputProblem
from evidence_app.reading.readers import Readers

BLANK = bytes([255]) * (40 * 30 * 3)
STAND_IN = """
import sys; sys.path.insert(0, {project!r})
from evidence_app.processes.serving import serve
serve(lambda fields, data: ({{"engine": "stand-in"}}, b'[["\\u597d", 1, 2, 3, 4, 900]]'), 2**33)
"""


def replace_worker(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    monkeypatch.setattr(starting, "worker_command", lambda _module: [sys.executable, "-c", body])


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("import sys; sys.exit(3)", "decoder-crashed"),
        ("import os; os.abort()", "decoder-crashed"),
        ("print('hello')", "decoder-crashed"),
        ("import time; time.sleep(60)", "decoder-timeout"),
    ],
)
def test_a_failing_engine_is_a_problem_of_one_exhibit(body: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_worker(monkeypatch, body)
    with Readers(deadline_s=2) as readers, pytest.raises(InputProblem, match=code):
        readers.read(BLANK, 40, 30, "shot.png").result(30)


def test_what_took_too_long_once_is_asked_of_a_fresh_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slept = tmp_path / "slept"
    once = f"import pathlib, time\nseen = pathlib.Path({str(slept)!r})"
    sleeps = f"{once}\nif not seen.exists():\n    seen.touch()\n    time.sleep(60)\n"
    replace_worker(monkeypatch, sleeps + STAND_IN.format(project=str(Path(__file__).parents[3])))
    with Readers(deadline_s=3) as readers:
        (line,) = readers.read(BLANK, 40, 30, "shot.png").result(30).lines
    assert line.text == "好"


def test_an_idle_engine_gives_its_memory_back(monkeypatch: pytest.MonkeyPatch) -> None:
    replace_worker(monkeypatch, STAND_IN.format(project=str(Path(__file__).parents[3])))
    with Readers(idle_s=0.1) as readers:
        (line,) = readers.read(BLANK, 40, 30, "shot.png").result(30).lines
        assert (line.text, line.region, line.confidence) == ("好", (1, 2, 3, 4), 0.9)
        end = time.monotonic() + 20
        while readers.process_ids and time.monotonic() < end:
            time.sleep(0.05)
        assert readers.process_ids == []


def test_nothing_of_the_engine_is_loaded_into_the_app() -> None:
    program = (
        "import sys; import evidence_app.actions.read_exhibits, evidence_app.reading.readers, evidence_app.__main__;"
        "print(sorted({'cv2', 'rapidocr', 'onnxruntime', 'numpy'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert found.stdout.strip() == "[]"
