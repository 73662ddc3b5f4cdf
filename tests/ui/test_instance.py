"""A second start hands over to the first; strangers and nonsense are not heard."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.exhibits import list_exhibits
from evidence_app.actions.session import open_session
from evidence_app.domain.disputes import DisputeType
from ui.instance import message
from ui.instance.calling import PATIENCE_MS as PATIENCE_MS_OF_A_CALL
from ui.instance.listening import Listener
from ui.instance.message import HEAD_BYTES, LARGEST_BYTES, Call, pack, unpack
from ui.instance.place import meeting_place
from ui.instance.second import hand_over_if_possible

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 20_000
CALLING = """
import sys
from pathlib import Path
from ui.instance.message import Call
from ui.instance.second import hand_over_if_possible
print(hand_over_if_possible(sys.argv[1], Call(tuple(map(Path, sys.argv[2:])), "token")))
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at sockets as files")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return meeting_place(tmp_path / "vault")


@pytest.fixture
def listener(qtbot: QtBot, place: str) -> Iterator[Listener]:
    made = Listener()
    assert made.listen(place)
    yield made
    made.stop()
    made.deleteLater()


def call_from_outside(place: str, *files: str) -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", CALLING, place, *files], cwd=ROOT, stdout=subprocess.PIPE, text=True)


def answer_of(process: "subprocess.Popen[str]") -> str:
    return process.communicate(timeout=30)[0].strip()


def test_files_of_a_second_start_reach_the_first(qtbot: QtBot, listener: Listener, place: str) -> None:
    with qtbot.waitSignal(listener.called, timeout=PATIENCE_MS) as heard:
        process = call_from_outside(place, "/a b/图.png", "/c")
    assert heard.args == [Call((Path("/a b/图.png"), Path("/c")), "token")]
    assert answer_of(process) == "True"


def test_without_a_first_start_nothing_is_waited_for(place: str) -> None:
    begin = time.monotonic()
    assert not hand_over_if_possible(place, Call())
    assert time.monotonic() - begin < PATIENCE_MS_OF_A_CALL / 1000
    assert not hand_over_if_possible("", Call())


def test_what_a_killed_run_left_is_neither_called_nor_in_the_way(qtbot: QtBot, place: str) -> None:
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(place)
    assert Path(place).exists()
    assert not hand_over_if_possible(place, Call())
    listener = Listener()
    assert listener.listen(place)
    with qtbot.waitSignal(listener.called, timeout=PATIENCE_MS):
        process = call_from_outside(place, "/x")
    assert answer_of(process) == "True"
    listener.stop()
    assert not Path(place).exists()


def test_every_vault_has_a_place_of_its_own(place: str, tmp_path: Path) -> None:
    places = {place, meeting_place(tmp_path / "other"), meeting_place(None)}
    assert len(places) == 3
    assert meeting_place(tmp_path / "vault") == place


def test_the_place_belongs_to_this_person_only(listener: Listener, place: str) -> None:
    assert Path(place).parent.stat().st_mode & 0o077 == 0
    assert Path(place).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can become somebody else")
def test_another_person_cannot_call(qtbot: QtBot, listener: Listener, place: str, tmp_path: Path) -> None:
    for folder in (tmp_path, *tmp_path.parents[:-1]):
        folder.chmod(folder.stat().st_mode | 0o055)
    stranger = "import os, socket, sys; os.setuid(65534); socket.socket(socket.AF_UNIX).connect(sys.argv[1])"
    done = subprocess.run([sys.executable, "-c", stranger, place], capture_output=True, text=True, check=False)
    assert "PermissionError" in done.stderr


def test_a_folder_that_others_can_enter_is_no_meeting_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "juzheng").mkdir(mode=0o777)
    (tmp_path / "juzheng").chmod(0o777)
    assert not meeting_place(None).startswith(str(tmp_path / "juzheng"))


def test_a_folder_with_too_long_a_name_is_no_meeting_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / ("x" * 120)
    deep.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    monkeypatch.setenv("XDG_STATE_HOME", str(deep))
    assert "xxx" not in meeting_place(None)


def send(place: str, data: bytes, *, keep_open: bool = False) -> socket.socket:
    link = socket.socket(socket.AF_UNIX)
    link.connect(place)
    link.sendall(data)
    if not keep_open:
        link.shutdown(socket.SHUT_WR)
    return link


def ended_without_answer(link: socket.socket) -> bool:
    """Tell whether the other side has hung up; what it said before must not be an answer."""
    link.setblocking(False)
    try:
        said = link.recv(10)
    except BlockingIOError:
        return False
    except ConnectionError:
        return True
    assert said == b""
    return True


def framed(payload: bytes) -> bytes:
    return len(payload).to_bytes(HEAD_BYTES, "big") + payload


NONSENSE = [
    b"",
    b"GET / HTTP/1.0\r\n\r\n",
    b"\xff\xff\xff\xff",
    (LARGEST_BYTES + 1).to_bytes(HEAD_BYTES, "big") + b"{}",
    framed(b"{}"),
    framed(b"[]"),
    framed(b"[" * 100_000),
    framed(b'{"files": [1], "token": ""}'),
    framed(b'{"files": ["relative"], "token": ""}'),
    framed(b'{"files": ["/a\\u0000b"], "token": ""}'),
    framed(b'{"files": [], "token": "a\\nb"}'),
    framed(b'{"files": [], "token": "", "more": 1}'),
    framed(b'{"files": [], "token": ""}') + b"more",
    framed(json.dumps({"files": ["/" + "x" * 5000], "token": ""}).encode()),
    framed(json.dumps({"files": ["/x"] * 10_001, "token": ""}).encode()),
]


@pytest.mark.parametrize("data", NONSENSE)
def test_nonsense_is_not_heard_and_the_next_call_is(qtbot: QtBot, listener: Listener, place: str, data: bytes) -> None:
    heard: list[Call] = []
    listener.called.connect(heard.append)
    link = send(place, data)
    qtbot.waitUntil(lambda: ended_without_answer(link), timeout=PATIENCE_MS)
    link.close()
    assert heard == []
    with qtbot.waitSignal(listener.called, timeout=PATIENCE_MS):
        good = send(place, pack(Call((Path("/x"),))), keep_open=True)
    good.close()


def test_a_call_in_pieces_is_put_together(qtbot: QtBot, listener: Listener, place: str) -> None:
    whole = pack(Call((Path("/x"),)))
    with qtbot.waitSignal(listener.called, timeout=PATIENCE_MS):
        link = send(place, whole[:3], keep_open=True)
        qtbot.wait(50)
        link.sendall(whole[3:])
    link.close()


def test_silent_callers_do_not_keep_others_out(
    qtbot: QtBot, listener: Listener, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.instance.listening.LONGEST_CALL_MS", 300)
    silent = [send(place, b"\0", keep_open=True) for _ in range(30)]
    qtbot.waitUntil(lambda: all(ended_without_answer(link) for link in silent), timeout=PATIENCE_MS)
    with qtbot.waitSignal(listener.called, timeout=PATIENCE_MS):
        process = call_from_outside(place, "/x")
    assert answer_of(process) == "True"
    for link in silent:
        link.close()


@given(st.binary(max_size=200))
def test_no_bytes_make_it_fail(payload: bytes) -> None:
    call = unpack(payload)
    assert call is None or isinstance(call, Call)


@given(st.lists(st.text(st.characters(exclude_characters="\0"), min_size=1, max_size=50), max_size=5))
def test_paths_arrive_as_they_were_sent(names: list[str]) -> None:
    call = Call(tuple(Path("/") / name for name in names))
    assert unpack(pack(call)[HEAD_BYTES:]) == call


def test_more_than_anybody_drops_is_not_sent() -> None:
    assert pack(Call(tuple(Path(f"/{number}") for number in range(message.MOST_PATHS + 1)))) == b""


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment with a vault that has a dispute, and settings that name it."""
    session = open_session(tmp_path / "DATA" / "Juzheng" / "vault", create=True)
    new_dispute(session, NewDispute(title="测试", type=DisputeType.OTHER, institution="速融宝"))
    session.close()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    places = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    run = tmp_path / "run"
    run.mkdir(mode=0o700)
    return kept | places | {
        "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(run), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)
    }  # fmt: skip


def start(home: dict[str, str], *files: Path) -> "subprocess.Popen[bytes]":
    return subprocess.Popen([sys.executable, ROOT / "main.py", *files], env=home, stderr=subprocess.DEVNULL)


def exhibits_in(vault: Path) -> int:
    session = open_session(vault, read_only=True)
    try:
        from evidence_app.actions.disputes import list_disputes

        return sum(len(list_exhibits(session, line.dispute.id)) for line in list_disputes(session))
    finally:
        session.close()


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    qtbot.waitUntil(condition, timeout=60_000)


def test_a_second_start_of_the_program_adds_its_file_to_the_first_and_ends(
    qtbot: QtBot, home: dict[str, str], tmp_path: Path, screenshot: Path
) -> None:
    first = start(home)
    sockets = tmp_path / "run" / "juzheng"
    until(qtbot, lambda: sockets.is_dir() and any(sockets.iterdir()))
    second = start(home, screenshot)
    assert second.wait(60) == 0
    assert first.poll() is None
    until(qtbot, lambda: exhibits_in(tmp_path / "DATA" / "Juzheng" / "vault") == 1)
    first.terminate()
    assert first.wait(60) == 0
    assert list(sockets.iterdir()) == []


def test_two_starts_at_the_same_moment_become_one_window(
    qtbot: QtBot, home: dict[str, str], tmp_path: Path, screenshot: Path
) -> None:
    both = [start(home), start(home, screenshot)]
    until(qtbot, lambda: any(each.poll() is not None for each in both))
    until(qtbot, lambda: exhibits_in(tmp_path / "DATA" / "Juzheng" / "vault") == 1)
    (left,) = (each for each in both if each.poll() is None)
    left.terminate()
    assert [each.wait(60) for each in both] == [0, 0]
