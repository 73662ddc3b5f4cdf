"""The launcher: other programs find it valid, start the program with it, and uninstalling leaves nothing behind."""

import os
import plistlib
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image

from tools.launcher import linux, macos, windows

ROOT = Path(__file__).resolve().parents[2]
ODD = 'a folder with $HOME `ls` "marks" \\ 证据'

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="desktop entries are for freedesktop systems")


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """A home of its own with a desktop that is called otherwise."""
    (tmp_path / "桌面").mkdir()
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config" / "user-dirs.dirs").write_text('XDG_DESKTOP_DIR="$HOME/桌面"\n', "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    return kept | {"HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}


def run(home: dict[str, str], *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "install.py", *arguments],
        env=home,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def everything_in(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file() and path.suffix in {".desktop", ".png", ".svg"}}


def test_the_entry_is_valid_and_lies_in_the_menu_and_on_the_desktop(home: dict[str, str], tmp_path: Path) -> None:
    run(home)
    menu = tmp_path / ".local" / "share" / "applications" / "juzheng.desktop"
    for entry in (menu, tmp_path / "桌面" / "juzheng.desktop"):
        told = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
        assert (told.returncode, told.stdout) == (0, "")
        assert os.access(entry, os.X_OK)
    words = menu.read_text("utf-8")
    assert "Name[zh_CN]=举证\n" in words
    assert "Name[zh_TW]=舉證\n" in words
    assert " %F\n" in words


def test_the_icon_is_there_in_every_size(home: dict[str, str], tmp_path: Path) -> None:
    run(home)
    icons = tmp_path / ".local" / "share" / "icons" / "hicolor"
    assert (icons / "scalable" / "apps" / "juzheng.svg").is_file()
    for side in linux.SIDES_PX:
        with Image.open(icons / f"{side}x{side}" / "apps" / "juzheng.png") as image:
            assert image.size == (side, side)
            assert image.convert("RGBA").getpixel((side // 2, side // 2)) != (0, 0, 0, 0)


def test_uninstalling_leaves_nothing_and_takes_nothing_else(home: dict[str, str], tmp_path: Path) -> None:
    other = tmp_path / "桌面" / "other.desktop"
    other.write_text("[Desktop Entry]\n", "utf-8")
    assert "installed" in run(home)
    assert "removed" in run(home, "--uninstall")
    assert everything_in(tmp_path) == {other}
    assert "nothing" in run(home, "--uninstall")


def test_installing_twice_is_as_installing_once(home: dict[str, str], tmp_path: Path) -> None:
    run(home)
    once = everything_in(tmp_path)
    run(home)
    assert everything_in(tmp_path) == once


def test_without_a_desktop_folder_it_is_in_the_menu_only(home: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "桌面").rmdir()
    run(home)
    assert len([path for path in everything_in(tmp_path) if path.suffix == ".desktop"]) == 1


def test_another_program_starts_it_from_a_folder_with_any_name_and_hands_over_files(
    home: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / ODD
    folder.mkdir()
    told = tmp_path / "told"
    fake = folder / "python"
    fake.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{told}.new"; mv "{told}.new" "{told}"\n', "utf-8")
    fake.chmod(0o755)
    entry = tmp_path / "juzheng.desktop"
    entry.write_text(linux.desktop_entry([str(fake), str(folder / "main.py")]), "utf-8")
    dropped = tmp_path / "a picture 图.png"
    dropped.touch()
    subprocess.run(["gio", "launch", entry, dropped], env=home, check=True, timeout=60, capture_output=True)
    end = time.monotonic() + 30
    while not told.exists() and time.monotonic() < end:
        time.sleep(0.05)
    assert told.read_text("utf-8").splitlines() == [str(folder / "main.py"), str(dropped)]


def test_the_scripts_for_windows_take_paths_as_they_are() -> None:
    script = windows.script_for(["C:/O'Brien’s $env:X/pythonw.exe", "C:/x/main.py"], Path("C:/x/i.ico"))
    assert "'C:/O''Brien’’s $env:X/pythonw.exe'" in script
    assert "CreateShortcut" in script
    assert "{" not in script.replace("{\n", "").replace("}", "")


def test_the_bundle_for_macos_says_what_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(macos, "_place", lambda: tmp_path / "Juzheng.app")
    (bundle,) = macos.install(["/x/python", "/x y/main.py"], ROOT / "resources" / "icons" / "juzheng.svg")
    about = plistlib.loads((bundle / "Contents" / "Info.plist").read_bytes())
    start = bundle / "Contents" / "MacOS" / about["CFBundleExecutable"]
    assert os.access(start, os.X_OK)
    assert "'/x y/main.py'" in start.read_text("utf-8")
    assert (bundle / "Contents" / "Resources" / "juzheng.icns").stat().st_size > 1000
    assert macos.uninstall() == [bundle]
    assert not bundle.exists()


def test_a_percent_sign_in_a_path_is_no_field_code() -> None:
    assert linux.quoted("/x/100% y") == '"/x/100%% y"'
