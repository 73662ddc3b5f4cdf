"""The program's window and its entry in the menu know each other."""

import subprocess
import sys

from tests.pointer.desktop import PATIENCE_S, ROOT, Desktop, Hand, eventually


def test_windows_of_the_program_belong_to_the_launcher(desktop: Desktop, hand: Hand) -> None:
    """The window's class is what the entry says, so that a dock shows one icon, not two."""
    program = desktop.start(sys.executable, str(ROOT / "main.py"), stderr=subprocess.PIPE)
    ours = ("--pid", str(program.pid), "--name", ".")
    try:
        eventually(lambda: bool(hand.windows(ours)), "the program's window")
        asked = desktop.start("xprop", "-id", hand.windows(ours)[0], "WM_CLASS", stdout=subprocess.PIPE)
        assert '"Juzheng"' in asked.communicate(timeout=PATIENCE_S)[0]
    finally:
        program.terminate()
        _, complaints = program.communicate(timeout=PATIENCE_S)
    assert complaints == ""
