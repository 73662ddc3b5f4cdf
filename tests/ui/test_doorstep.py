import os
import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app import __version__
from evidence_app.phrases import Language
from ui.doorstep import answered, has_screen

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.mark.parametrize("language", Language)
def test_who_asks_for_help_is_told_of_both_doors(language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(["--help"], language) == 0
    said = capsys.readouterr().out
    assert "main.py" in said
    assert "evidence_app" in said


def test_files_open_the_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert answered(["picture.png"], Language.EN) is None
    assert capsys.readouterr() == ("", "")


def test_without_a_screen_the_program_says_so_and_does_not_crash(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "LANGUAGE"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "LANG": "C.UTF-8"}
    done = subprocess.run(
        [sys.executable, ROOT / "main.py"], env=environment, capture_output=True, text=True, check=False
    )
    assert sys.platform != "linux" or (done.returncode, done.stderr.count("evidence_app")) == (2, 1)
    asked = subprocess.run(
        [sys.executable, ROOT / "main.py", "--version"], env=environment, capture_output=True, text=True, check=True
    )
    assert asked.stdout.strip() == __version__


def test_only_linux_can_be_without_a_screen() -> None:
    assert has_screen({}, "win32")
    assert has_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    assert has_screen({"QT_QPA_PLATFORM": "offscreen"}, "linux")
    assert not has_screen({"QT_QPA_PLATFORM": "xcb;wayland"}, "linux")
    assert not has_screen({}, "linux")
