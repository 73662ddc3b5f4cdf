"""From the first start to a finished dossier with the keyboard alone: every key comes from the X server."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image

from tests.pointer.desktop import Desktop, Hand, Program, eventually

OURS = ("--name", "Juzheng")
MOST_TABS = 60
APPEARS_S = 20.0
NAMES = ("Screenshot_20250222_081503_com.tencent.mm.png", "IMG-20250223-WA0007.png", "scan.png")


@pytest.fixture
def program(desktop: Desktop, hand: Hand) -> Iterator[Program]:
    """The program at its very first start."""
    with Program(desktop) as started:
        started.until(lambda seen: seen["active"], "the welcome")
        hand.place_window(OURS, (20, 20, 1280, 800))
        hand.raise_window(OURS)
        yield started


@pytest.fixture
def files(desktop: Desktop) -> Path:
    """Pictures as a phone saves them; one of them without a time in its name."""
    folder = desktop.home / "Phone"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        Image.new("RGB", (540, 1170), (200, 220 - 40 * number, 200)).save(folder / name)
    return folder


class Journey:
    """What a person without a mouse does, and what they see."""

    def __init__(self, program: Program, hand: Hand) -> None:
        self._program, self._hand = program, hand
        self.keys_pressed = 0

    def press(self, *keys: str) -> None:
        self._hand.keys(*keys)
        self.keys_pressed += len(keys)

    def write(self, text: str) -> None:
        self._hand.type(text)
        self.keys_pressed += len(text)

    def replace(self, text: str) -> None:
        self.press("ctrl+a")
        self.write(text)

    def tab_to(self, name: str, key: str = "Tab") -> None:
        """Go on until something of this name has the focus; what is still being made gets some time to appear."""
        passed: list[str] = []
        end = monotonic() + APPEARS_S
        while (here := self._program.look()["focus"]["name"]) != name:
            passed.append(here)
            assert len(passed) < MOST_TABS or monotonic() < end, f"no way to {name!r} by {key}, only to {passed}"
            self.press(key)

    def sheet(self, kind: str) -> None:
        self._program.until(
            lambda seen: seen["modal"] == kind and seen["focus"]["name"], f"{kind} with the focus in it"
        )

    def name_files(self, words: str) -> None:
        """Type names into the file dialog, wave its proposals away, and press Enter."""
        self.sheet("QFileDialog")
        self.replace(words)
        typed = self._program.until(lambda seen: seen["focus"]["text"] == words, f"typed: {words}")
        if typed["popup"]:
            self.press("Escape")
            self._program.until(lambda seen: not seen["popup"], "the proposals gone")
        self.press("Return")

    def no_sheet(self) -> None:
        self._program.until(lambda seen: not seen["modal"] and not seen["busy"], "the window itself again")


def test_a_dispute_becomes_a_dossier_without_a_mouse(
    desktop: Desktop, hand: Hand, program: Program, files: Path
) -> None:
    person = Journey(program, hand)

    person.tab_to("Start")
    person.press("space")
    program.until(lambda seen: seen["ready"], "a vault")
    person.tab_to("New dispute")
    person.press("space")
    person.sheet("NewDisputeSheet")
    person.tab_to("What happened")
    program.until(lambda seen: seen["active"] and not seen["busy"], "the list listening")
    person.press("Down", "Home")  # a key that comes before the list listens is lost; one of the two arrives
    person.tab_to("With whom (institution)")
    person.write("Surongbao")
    person.tab_to("Amount")
    person.write("3000")
    person.press("ctrl+Return")
    program.until(lambda seen: seen["dispute"] and not seen["modal"], "the dispute")

    person.press("ctrl+o")
    person.name_files(" ".join(f'"{files / name}"' for name in NAMES))
    program.until(lambda seen: seen["events"] == len(NAMES) and not seen["busy"], "three events")
    person.no_sheet()

    person.press("ctrl+2")
    person.press("ctrl+f")
    person.press("Escape")
    person.press("c")
    person.sheet("EventSheet")
    person.replace("2025-02-22 09:30")
    person.tab_to("Agent ID")
    person.write("80231")
    person.tab_to("What was said or happened")
    person.write("Promised to call back within three working days")
    person.press("ctrl+Return")
    program.until(lambda seen: seen["events"] == len(NAMES) + 1, "the call")
    person.no_sheet()

    for time in ("2025-02-24 10:00", "2025-02-24 11:30"):
        person.tab_to("Time", key="Tab")
        person.replace(time)
        person.press("Return")
        program.until(lambda seen, time=time: seen["focus"]["text"] == time and not seen["busy"], f"the time {time}")

    dossier = desktop.home / "dossier.pdf"
    _export(person, program, dossier)
    eventually(dossier.exists, "the dossier")
    person.press("Escape")
    subprocess.run(["qpdf", "--check", str(dossier)], check=True, capture_output=True)
    print(f"keyboard journey: {person.keys_pressed} keys pressed, names and texts included")


def _export(person: Journey, program: Program, dossier: Path) -> None:
    person.tab_to("Export dossier")
    person.press("space")
    person.press("ctrl+Return")
    person.name_files(str(dossier))
