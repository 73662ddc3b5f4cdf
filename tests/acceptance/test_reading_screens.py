"""A dozen screens drawn with Qt are read by the real engine, through the command line, and held to the truth.

To read one takes seconds: `make test` reads each kind and each look once, the long campaign more of them.
"""

import contextlib
import io
import json
import os
import subprocess
import sys
import unicodedata
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication

from evidence_app.__main__ import main
from evidence_app.actions.session import open_session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.machine_text import MachineText
from evidence_app.progress import Silent
from tests.fakes import record_screens
from tests.fakes.screens import Look, Screen, random_chat

ROOT = str(Path(__file__).resolve().parents[2])

DARK = Look(page="#111111", bar="#191919", ink="#d5d5d5", faint="#808080", mine="#3eb575", theirs="#2c2c2c")
BLUE = Look(page="#ffffff", theirs="#e9e9eb", mine="#0a7cff", mine_ink="#ffffff", avatar=0, text=44)
TRADITIONAL = Look(font="NotoSansTC-Regular.ttf", page="#8cabd8", bar="#8cabd8", faint="#ffffff", mine="#85e249")
SMALL = Look(width=720, text=28, small=20, title=30, margin=20, avatar=66, padding=18)
LARGE = Look(width=1440, text=54, small=36, title=60, margin=44, avatar=130, padding=36)
DATED = "Screenshot_20250310-194200_"
"""Begins the names of all files: the year of a day without one, and what yesterday was, come from there."""


SOAK = bool(os.environ.get("JUZHENG_SOAK"))


@pytest.fixture(scope="module")
def screens() -> dict[str, Screen]:
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    again = {"plain.png": random_chat(11, 3), "blue.png": random_chat(15, 3, BLUE)}  # looks of long and thread
    read = (again if SOAK else {}) | {
        "dark.jpg": random_chat(14, 3, DARK),
        "traditional.png": random_chat(25, 3, TRADITIONAL),
        "small.jpg": random_chat(18, 4, SMALL),
        "large.png": random_chat(19, 3, LARGE),
        "long.png": random_chat(20, 15 if SOAK else 12),
        "thread.png": record_screens.thread(BLUE),
        "calls.png": record_screens.call_list(),
        "bills.jpg": record_screens.bill_list(DARK),
        "bill.png": record_screens.bill(),
        "plan.png": record_screens.plan(Look(font="NotoSansTC-Regular.ttf")),
        "logins.png": record_screens.logins(),
    }
    print(f"{len(read)} screens")
    return read


@pytest.fixture(scope="module")
def vault(screens: dict[str, Screen], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A vault in which the command line read all screens, and the dispute they are in."""
    folder = tmp_path_factory.mktemp("screens")
    vault = ["--vault", str(folder / "vault")]
    out = printed([*vault, "new", "截图", "--type", "unauthorised_loan", "--institution", "速融宝"])
    dispute = out.split()[-1]
    files = [str(screen.save(folder / f"{DATED}{name}", 85)) for name, screen in screens.items()]
    assert main([*vault, "add", dispute, *files]) == 0
    assert main([*vault, "read", dispute]) == 0
    assert verify_vault(folder / "vault", Silent()).holds
    return folder / "vault", dispute


def printed(command: list[str]) -> str:
    """Run a command and return what it prints."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert main(command) == 0
    return out.getvalue()


@pytest.fixture(scope="module")
def read(vault: tuple[Path, str]) -> dict[str, MachineText]:
    """What the command line read, by the names of the screens."""
    session = open_session(vault[0], read_only=True)
    with session.vault.read() as catalog:
        names = {exhibit.id: exhibit.name for exhibit in catalog.exhibits(vault[1])}
        texts = {names[exhibit_id]: text for exhibit_id, text in catalog.machine_texts(vault[1]).items()}
    session.close()
    return {name.removeprefix(DATED): text for name, text in texts.items()}


@pytest.fixture(scope="module")
def events(vault: tuple[Path, str]) -> dict[str, list[dict[str, Any]]]:
    """The events that were read, by the names of the screens."""
    session = open_session(vault[0], read_only=True)
    with session.vault.read() as catalog:
        names = {exhibit.original.sha256: exhibit.name.removeprefix(DATED) for exhibit in catalog.exhibits(vault[1])}
    session.close()
    timeline = json.loads(printed(["--vault", str(vault[0]), "timeline", vault[1], "--json"]))["events"]
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in names.values()}
    for event in timeline:
        if event["kind"] != "document":
            found[names[event["exhibit"]]].append(event)
    return found


def plain(text: str) -> str:
    """Return a text without what does not count: widths of punctuation, and spaces."""
    folded = unicodedata.normalize("NFKC", text).replace("。", ".").replace("、", ",")
    return "".join(folded.split())


def worth_reading(text: str) -> bool:
    """Tell whether a line says something: an engine may lose a lone punctuation mark."""
    return any(char.isalnum() for char in text)


def test_every_screen_is_read(screens: dict[str, Screen], read: dict[str, MachineText]) -> None:
    assert set(read) == set(screens)
    assert all(text.engine.startswith("RapidOCR") and text.page_count == 1 for text in read.values())


def test_every_message_is_read_exactly(screens: dict[str, Screen], events: dict[str, list[dict[str, Any]]]) -> None:
    for name, screen in screens.items():
        wanted = sorted((each.side, plain(each.text), moment(each.time)) for each in screen.messages)
        messages = [event for event in events[name] if event["kind"] == "message"]
        assert sorted((each["direction"], plain(each["text"]), each["at"][:16]) for each in messages) == wanted, name


def moment(words: str) -> str:
    """Return the minute that a separator's words mean on a screen taken on the 10th of March 2025."""
    day, clock = words.split()
    near = {"今天": "3月10日", "昨天": "3月9日"}
    return datetime.strptime(f"2025年{near.get(day, day)}{clock}", "%Y年%m月%d日%H:%M").isoformat()[:16]


def test_every_row_of_a_list_is_read_exactly(
    screens: dict[str, Screen], events: dict[str, list[dict[str, Any]]]
) -> None:
    for name, screen in screens.items():
        wanted = sorted((asdict(row) for row in screen.rows), key=lambda row: row["at"])
        rows = sorted((event for event in events[name] if event["kind"] != "message"), key=lambda row: row["at"])
        assert len(rows) == len(wanted), name
        for row, event in zip(wanted, rows, strict=True):
            shown = {key: value for key, value in row.items() if value is not None}
            assert {**event, "at": event["at"][: len(row["at"])]} == {**event, **shown}, name


def test_a_message_is_where_it_was_drawn(screens: dict[str, Screen], events: dict[str, list[dict[str, Any]]]) -> None:
    for name, screen in screens.items():
        for event in (each for each in events[name] if each["kind"] == "message"):
            same = [each for each in screen.messages if plain(each.text) == plain(event["text"])]
            assert any(overlap(each.box, event["region"]) > 0.8 for each in same), (name, event)


def test_nearly_every_line_is_read_exactly(screens: dict[str, Screen], read: dict[str, MachineText]) -> None:
    wanted = missing = 0
    for name, screen in screens.items():
        have = [plain(line.text) for line in read[name].lines]
        lines = [plain(line.text) for line in screen.lines if worth_reading(line.text)]
        lost = [line for line in lines if line not in have]
        print(name, len(lines), lost)
        wanted, missing = wanted + len(lines), missing + len(lost)
    assert missing <= wanted * 0.03


def test_a_line_is_where_it_was_drawn(screens: dict[str, Screen], read: dict[str, MachineText]) -> None:
    for name, screen in screens.items():
        by_text: dict[str, list[tuple[int, int, int, int]]] = {}
        for line in read[name].lines:
            by_text.setdefault(plain(line.text), []).append(line.region)
        for drawn in screen.lines:
            for region in by_text.get(plain(drawn.text), [])[:1] if worth_reading(drawn.text) else []:
                same = [each for each in by_text[plain(drawn.text)] if overlap(each, drawn.box) > 0.5]
                assert same, (name, drawn, region)


def overlap(first: tuple[int, int, int, int], second: tuple[int, int, int, int]) -> float:
    """Return which part of the smaller rectangle both have in common."""
    across = min(first[0] + first[2], second[0] + second[2]) - max(first[0], second[0])
    down = min(first[1] + first[3], second[1] + second[3]) - max(first[1], second[1])
    return max(0, across) * max(0, down) / min(first[2] * first[3], second[2] * second[3])


def test_no_line_of_a_long_screenshot_is_read_twice(screens: dict[str, Screen], read: dict[str, MachineText]) -> None:
    regions = [line.region for line in read["long.png"].lines]
    assert screens["long.png"].image.height() > 2400
    assert not [(a, b) for index, a in enumerate(regions) for b in regions[:index] if overlap(a, b) > 0.6]


def test_confidence_is_a_part_of_one(read: dict[str, MachineText]) -> None:
    assert all(0.5 <= line.confidence <= 1 for text in read.values() for line in text.lines)


def test_the_command_tells_programs_what_it_read(
    screens: dict[str, Screen], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = ["--vault", str(tmp_path / "vault")]
    main([*vault, "new", "截图", "--type", "unauthorised_loan", "--institution", "速融宝"])
    dispute = capsys.readouterr().out.split()[-1]
    main([*vault, "add", dispute, str(screens["bill.png"].save(tmp_path / "bill.png")), "--json"])
    sha256 = json.loads(capsys.readouterr().out)["items"][0]["exhibit"]
    assert main([*vault, "read", dispute, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    (item,) = answer["items"]
    assert (item["status"], item["number"], item["exhibit"], item["code"]) == ("read", 1, sha256, None)
    assert item["lines"] >= 7
    assert (answer["read"], answer["failed"], answer["cancelled"]) == (1, 0, False)
    assert main([*vault, "read", dispute, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"] == []


def test_after_a_kill_reading_goes_on_with_what_was_not_kept(
    screens: dict[str, Screen], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = ["--vault", str(tmp_path / "vault"), "--lang", "en"]
    main([*vault, "new", "截图", "--type", "unauthorised_loan", "--institution", "速融宝"])
    dispute = capsys.readouterr().out.split()[-1]
    main([*vault, "add", dispute, *(str(screens[name].save(tmp_path / name)) for name in ("bill.png", "plan.png"))])
    command = [sys.executable, "-m", "evidence_app", *vault, "read", dispute]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": ROOT}) as killed:
        assert killed.stdout is not None
        assert killed.stdout.readline().startswith("read         #1")
        killed.kill()
    assert verify_vault(tmp_path / "vault", Silent()).holds
    capsys.readouterr()
    assert main([*vault, "read", dispute, "--json"]) == 0
    numbers = [item["number"] for item in json.loads(capsys.readouterr().out)["items"]]
    assert numbers in ([2], [])  # the second may have been kept just before the kill
    assert verify_vault(tmp_path / "vault", Silent()).holds
