"""One desktop for all tests with a real pointer and a real keyboard."""

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.pointer.desktop import SIZE, Desktop, Hand

TOOLS = ("Xvfb", "xdotool", "openbox", "pcmanfm", "xprop")


@pytest.fixture(scope="module")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """An empty screen with a window manager."""
    if sys.platform != "linux":
        pytest.skip("X11 is Linux's")
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    assert not missing, f"sh tools/system.sh tests; missing: {missing}"
    home = tmp_path_factory.mktemp("home")
    width, height = SIZE
    server = subprocess.Popen(
        # without -noreset it begins anew when its only client leaves, and refuses whoever comes just then
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    shown = Desktop(f":{server.stdout.readline().strip()}", home)
    manager = shown.start("openbox")
    yield shown
    for process in (manager, server):
        process.terminate()
        process.wait(10)
    server.stdout.close()


@pytest.fixture(scope="module")
def hand(desktop: Desktop) -> Hand:
    return Hand(desktop)


@pytest.fixture(scope="session", autouse=True)
def words(translations: None) -> None:
    """The program's texts are compiled."""
