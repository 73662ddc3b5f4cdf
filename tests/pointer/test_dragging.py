"""Files dragged from a real file manager's window over the real window (XDND)."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from tests.pointer.desktop import Desktop, Hand, Place, Program, centre, eventually

FILE_MANAGER = ("--class", "pcmanfm")
OURS = ("--name", "Juzheng")
MAGENTA, CYAN, GREEN, YELLOW = (255, 0, 255), (0, 255, 255), (0, 255, 0), (255, 255, 0)
DOUBLE_CLICK_S = 0.5
FIRST, SECOND = "Loan nobody asked for", "Top-up did not arrive"


@pytest.fixture(scope="module")
def program(desktop: Desktop, hand: Hand) -> Iterator[Program]:
    """The program on a vault with two disputes, right on the screen; the file manager left of it."""
    _make_vault(desktop)
    files = desktop.home / "Screenshots"
    files.mkdir()
    for number, colour in enumerate((MAGENTA, CYAN, GREEN, YELLOW)):
        Image.new("RGB", (300, 300), colour).save(files / f"Screenshot_2025022{number}_081503.png")
    manager = desktop.start("pcmanfm", "--no-desktop", str(files))
    with Program(desktop) as started:
        started.until(lambda seen: seen["ready"] and len(seen["disputes"]) == 2, "both disputes")
        hand.place_window(OURS, (620, 20, 1280, 800))
        hand.place_window(FILE_MANAGER, (10, 20, 580, 500))
        yield started
    manager.kill()  # in the middle of a drag it does not listen to anything milder
    manager.wait(10)


def _make_vault(desktop: Desktop) -> None:
    vault = desktop.home / "juzheng-vault"
    session = open_session(vault, create=True)
    for title, kind in ((FIRST, DisputeType.UNAUTHORISED_LOAN), (SECOND, DisputeType.TOPUP_FAILED)):
        chosen = new_dispute(session, NewDispute(title=title, type=kind, institution="Surongbao"))
        if title == FIRST:
            first = chosen.id
    session.close()
    settings = Path(desktop.environment["XDG_CONFIG_HOME"]) / "Juzheng" / "Juzheng.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[vault]\nfolder={vault}\ndispute={first}\n[window]\nlanguage=en\n", encoding="utf-8")


def _icon(desktop: Desktop, colour: tuple[int, int, int]) -> Place:
    """Return where the file manager shows the picture of this colour."""
    eventually(lambda: desktop.spot(colour) is not None, f"a thumbnail of {colour} in the file manager")
    found = desktop.spot(colour)
    assert found is not None
    return found


def _drag(hand: Hand, start: Place, *ways: Place) -> None:
    """Take what is at a place and hold it over others, the last of them last."""
    time.sleep(DOUBLE_CLICK_S)  # a press so soon after a click would open what is there
    hand.move(start)
    hand.press()
    for way in ways:
        hand.glide(way)


def test_files_dragged_onto_the_timeline_are_added_there_and_the_target_is_named_before(
    desktop: Desktop, hand: Hand, program: Program
) -> None:
    seen = program.until(lambda seen: seen["dispute"] == FIRST, "the first dispute chosen")
    before = seen["events"]
    hand.raise_window(FILE_MANAGER)
    one, other = _icon(desktop, MAGENTA), _icon(desktop, CYAN)  # before they are tinted as chosen
    hand.click(one)
    hand.click(other, "ctrl")
    eventually(lambda: desktop.spot(CYAN) is None, "both files chosen")
    _drag(hand, other, centre(seen["window"]))
    program.until(lambda seen: FIRST in seen["target"], "the target named")
    hand.release()
    program.until(lambda seen: seen["events"] == before + 2 and not seen["target"], "two more events")


def test_a_drop_on_another_dispute_in_the_sidebar_goes_there(desktop: Desktop, hand: Hand, program: Program) -> None:
    seen = program.until(lambda seen: not seen["busy"], "the window at rest")
    hand.raise_window(FILE_MANAGER)
    _drag(hand, _icon(desktop, GREEN), centre(seen["window"]), centre(seen["disputes"][SECOND]))
    program.until(lambda seen: SECOND in seen["target"], "the other dispute named")
    hand.release()
    program.until(lambda seen: seen["dispute"] == SECOND and seen["events"] == 1, "the file in the other dispute")


def test_a_drag_that_leaves_the_window_changes_nothing(desktop: Desktop, hand: Hand, program: Program) -> None:
    seen = program.until(lambda seen: not seen["busy"], "the window at rest")
    before = (seen["dispute"], seen["events"])
    hand.raise_window(FILE_MANAGER)
    start = _icon(desktop, YELLOW)
    _drag(hand, start, centre(seen["window"]))
    program.until(lambda seen: seen["target"], "the target named")
    hand.glide((start[0], 1000))
    program.until(lambda seen: not seen["target"], "the target gone")
    hand.release()
    seen = program.until(lambda seen: not seen["busy"], "the window at rest")
    assert (seen["dispute"], seen["events"]) == before
