"""Children of ours are started in one way, from the source as from a built program."""

import re
import sys
from pathlib import Path

import pytest

from evidence_app import starting

ROOT = Path(__file__).resolve().parents[2]


def test_only_one_place_knows_what_starts_the_program_and_whether_it_was_built() -> None:
    asked = re.compile(r"sys\.(executable|frozen|orig_argv|prefix|base_prefix|_MEIPASS)\b|getattr\(sys|multiprocessing")
    asking = [
        str(path.relative_to(ROOT))
        for folder in ("evidence_app", "ui")
        for path in (ROOT / folder).rglob("*.py")
        if asked.search(path.read_text("utf-8"))
    ]
    assert asking == ["evidence_app/starting.py"]


def test_a_built_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"BUILT": True, "WINDOW": "juzheng", "COMMAND_LINE": "juzheng-cli"}.items():
        monkeypatch.setattr(starting, name, value)
    monkeypatch.setattr(sys, "executable", "/a folder/juzheng")
    monkeypatch.setattr(sys, "orig_argv", ["/a folder/juzheng", "a.png"])
    assert starting.worker_command("a.module") == ["/a folder/juzheng", "--worker", "a.module"]
    assert starting.window_command() == starting.command_again(1) == ["/a folder/juzheng"]
    assert starting.command_line() == ["/a folder/juzheng-cli"]


def test_a_worker_serves_in_place_of_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[str] = []
    monkeypatch.setattr("evidence_app.intake.worker.main", lambda: served.append("intake"))
    assert starting.served_as_worker(["juzheng", "--worker", "evidence_app.intake.worker"])
    assert not starting.served_as_worker(["juzheng", "a.png"])
    assert not starting.served_as_worker(["juzheng"])
    assert served == ["intake"]


def test_other_programs_get_the_libraries_that_they_had() -> None:
    environment = {"LD_LIBRARY_PATH": "/a folder/_internal", "LD_LIBRARY_PATH_ORIG": "/opt/lib"}
    starting.give_libraries_back(environment)
    assert environment == {"LD_LIBRARY_PATH": "/opt/lib", "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    environment = {"LD_LIBRARY_PATH": "/a folder/_internal", "HOME": "/x"}
    starting.give_libraries_back(environment)
    assert environment == {"HOME": "/x", "PYINSTALLER_RESET_ENVIRONMENT": "1"}
