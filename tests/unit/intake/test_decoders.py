"""The pool of worker processes: answers, and what becomes of crashes, hangs, nonsense and closing."""

import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import pytest
from PIL import Image

from evidence_app import starting
from evidence_app.domain.exhibits import MediaKind
from evidence_app.domain.likeness import NEAR_BITS, bits_apart
from evidence_app.errors import InputProblem
from evidence_app.intake.decoders import Decoders, RenderRequest
from evidence_app.progress import Cancelled


@pytest.fixture
def decoders() -> Iterator[Decoders]:
    with Decoders() as pool:
        yield pool


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "shot.png"
    Image.new("RGB", (90, 160), (220, 20, 20)).save(path)
    return path


SLOW = """
import sys, time
sys.stdin.buffer.read(1)
{}
time.sleep(60)
"""


def replace_worker(monkeypatch: pytest.MonkeyPatch, body: str) -> None:
    """Let the pool talk to a process that does something else."""
    monkeypatch.setattr(starting, "worker_command", lambda _module: [sys.executable, "-I", "-c", SLOW.format(body)])


def test_many_files_are_inspected_by_two_workers(decoders: Decoders, shot: Path) -> None:
    futures = [decoders.inspect(shot, "shot.png") for _ in range(20)]
    assert {future.result(30).media.problem for future in futures} == {""}
    assert len(decoders.process_ids) == 2


def test_a_smaller_copy_of_a_picture_has_nearly_the_same_likeness(decoders: Decoders, tmp_path: Path) -> None:
    page = Image.new("RGB", (600, 900), "white")
    for top, left, width in ((80, 40, 300), (210, 300, 260), (350, 40, 420), (600, 200, 360), (760, 40, 150)):
        page.paste((20, 90, 60), (left, top, left + width, top + 90))
    page.save(tmp_path / "page.png")
    page.resize((300, 450)).save(tmp_path / "copy.jpg", quality=60)
    one, other = (decoders.likeness(tmp_path / name).result(30) for name in ("page.png", "copy.jpg"))
    assert bits_apart(one, other) <= NEAR_BITS


def test_an_even_picture_has_no_likeness(decoders: Decoders, shot: Path) -> None:
    assert decoders.likeness(shot).result(30) == ""


def test_no_worker_runs_before_it_is_needed_and_none_after_closing(shot: Path) -> None:
    pool = Decoders()
    assert pool.process_ids == []
    pool.inspect(shot, "").result(30)
    (process_id,) = pool.process_ids
    pool.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process_id, 0)


def test_an_idle_worker_ends_and_a_new_one_answers(shot: Path) -> None:
    with Decoders(idle_s=0.1) as pool:
        pool.inspect(shot, "").result(30)
        deadline = time.monotonic() + 10
        while pool.process_ids and time.monotonic() < deadline:
            time.sleep(0.02)
        assert pool.process_ids == []
        assert pool.inspect(shot, "").result(30).media.problem == ""


def test_a_picture_is_rendered_in_the_worker(decoders: Decoders, shot: Path) -> None:
    picture = decoders.render(shot, RenderRequest(region=(0, 0, 45, 80), width_px=9)).result(30)
    assert (picture.width_px, picture.height_px, picture.data[:3]) == (9, 16, bytes((220, 20, 20)))


def test_what_cannot_be_rendered_is_an_input_problem_with_words(decoders: Decoders, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("words")
    for path, code in ((text, "nothing-to-show"), (tmp_path / "gone", "file-vanished")):
        with pytest.raises(InputProblem) as caught:
            decoders.render(path, RenderRequest()).result(30)
        assert caught.value.code == code


def test_a_file_that_is_gone_is_still_an_inspection(decoders: Decoders, tmp_path: Path) -> None:
    assert decoders.inspect(tmp_path / "gone.png", "gone.png").result(30).media.problem == "file-vanished"


def test_page_sizes_come_from_the_worker(decoders: Decoders, tmp_path: Path) -> None:
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(72, 144))
        pdf.save(tmp_path / "a.pdf")
    assert decoders.page_sizes(tmp_path / "a.pdf").result(30) == [(144, 288)]


FAULTS = [
    ("sys.exit(3)", "decoder-crashed"),
    ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "decoder-crashed"),
    ("sys.stdout.write('Segmentation fault'); sys.stdout.flush(); sys.exit()", "decoder-crashed"),
    ("sys.stdout.buffer.write(b'JZW1' + b'\\xff' * 8); sys.stdout.flush()", "decoder-crashed"),
    ("sys.stdout.buffer.write(b'JZW1\\0\\0\\0\\2\\0\\0\\0\\0{}'); sys.stdout.flush()", "decoder-crashed"),
    (
        "sys.stdout.buffer.write(b'JZW1\\0\\0\\0\\x13\\0\\0\\0\\0{\"inspection\": 123}'); sys.stdout.flush()",
        "decoder-crashed",
    ),
    ("", "decoder-timeout"),
]


@pytest.mark.parametrize(("body", "code"), FAULTS)
def test_a_worker_that_fails_costs_one_answer(
    monkeypatch: pytest.MonkeyPatch, shot: Path, body: str, code: str
) -> None:
    with Decoders(1, deadline_s=1.5) as pool:
        with monkeypatch.context() as patch:
            replace_worker(patch, body)
            media = pool.inspect(shot, "shot.png").result(30).media
            assert (media.kind, media.mime, media.problem) == (MediaKind.IMAGE, "image/png", code)
        assert pool.inspect(shot, "shot.png").result(30).media.problem == ""


def test_a_failing_worker_makes_a_rendering_an_input_problem(monkeypatch: pytest.MonkeyPatch, shot: Path) -> None:
    replace_worker(monkeypatch, "sys.exit(3)")
    with Decoders(1) as pool, pytest.raises(InputProblem, match="decoder-crashed"):
        pool.render(shot, RenderRequest()).result(30)


def test_a_worker_killed_while_at_work_costs_one_item(tmp_path: Path, shot: Path) -> None:
    slow = tmp_path / "slow.png"
    Image.new("RGB", (8000, 12000), (1, 2, 3)).save(slow, compress_level=1)
    with Decoders(1) as pool:
        pool.inspect(shot, "").result(30)
        future = pool.inspect(slow, "slow.png")
        while not future.running():
            time.sleep(0.001)
        time.sleep(0.05)
        os.kill(pool.process_ids[0], signal.SIGKILL)
        assert future.result(30).media.problem == "decoder-crashed"
        assert pool.inspect(shot, "").result(30).media.problem == ""


def test_a_worker_killed_while_idle_costs_nothing(shot: Path) -> None:
    with Decoders(1) as pool:
        pool.inspect(shot, "").result(30)
        os.kill(pool.process_ids[0], signal.SIGKILL)
        time.sleep(0.1)
        assert pool.inspect(shot, "").result(30).media.problem == ""


def test_closing_cancels_what_waits_and_does_not_hang(monkeypatch: pytest.MonkeyPatch, shot: Path) -> None:
    replace_worker(monkeypatch, "")
    pool = Decoders(1)
    running, waiting = pool.inspect(shot, ""), pool.inspect(shot, "")
    while not running.running() or not pool.process_ids:
        time.sleep(0.005)
    began = time.monotonic()
    pool.close()
    assert time.monotonic() - began < 5
    with pytest.raises(Cancelled):
        running.result(5)
    with pytest.raises(CancelledError):
        waiting.result(5)
    with pytest.raises(Cancelled):
        pool.inspect(shot, "")


def test_a_request_can_be_cancelled_before_it_begins(monkeypatch: pytest.MonkeyPatch, shot: Path) -> None:
    replace_worker(monkeypatch, "")
    with Decoders(1) as pool:
        pool.inspect(shot, "")
        waiting = pool.inspect(shot, "")
        assert waiting.cancel()


def test_the_pool_may_be_used_from_many_threads(decoders: Decoders, shot: Path) -> None:
    problems: list[str] = []

    def work() -> None:
        for _ in range(5):
            problems.append(decoders.inspect(shot, "").result(30).media.problem)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == [""] * 40


def test_a_worker_ends_when_the_app_is_gone(shot: Path) -> None:
    import subprocess

    script = (
        f"import sys, os; sys.path.insert(0, {str(Path.cwd())!r})\n"
        "from pathlib import Path\n"
        "from evidence_app.intake.decoders import Decoders\n"
        f"pool = Decoders(1); pool.inspect(Path({str(shot)!r}), '').result(30)\n"
        "print(pool.process_ids[0], flush=True); os._exit(9)\n"
    )
    output = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False).stdout
    deadline = time.monotonic() + 10
    while Path(f"/proc/{int(output)}/cmdline").exists() and time.monotonic() < deadline:
        if Path(f"/proc/{int(output)}/cmdline").read_bytes() == b"":
            break  # ended; nobody has asked for its exit status yet
        time.sleep(0.02)
    assert time.monotonic() < deadline


def test_a_worker_imports_neither_the_window_nor_the_database() -> None:
    import subprocess

    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from evidence_app.intake import worker, images, pdfs, recordings\n"
        "print([m for m in ('PySide6', 'sqlalchemy', 'reportlab', 'numpy') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(Path.cwd())], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_path_that_is_no_text_is_read_all_the_same(decoders: Decoders, tmp_path: Path, shot: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + "截图\u202e😀".encode() + b"\xff.png"))
    path.write_bytes(shot.read_bytes())
    assert decoders.inspect(path, path.name).result(30).media.problem == ""


@pytest.mark.parametrize("first", [0, 50, 2**31])
def test_an_envelope_from_another_place_than_asked_for_is_refused(
    monkeypatch: pytest.MonkeyPatch, shot: Path, first: int
) -> None:
    said = b'{"peaks": {"first": %d, "ended": false}}' % first
    answer = b"JZW1" + len(said).to_bytes(4, "big") + (100).to_bytes(4, "big") + said + bytes(100)
    replace_worker(monkeypatch, f"sys.stdout.buffer.write({answer!r}); sys.stdout.flush()")
    with Decoders(1, deadline_s=10) as decoders, pytest.raises(InputProblem, match="decoder-crashed"):
        decoders.peaks(shot, 100 if first < 100 else first).result(30)


def test_a_computer_without_a_thread_left_keeps_the_item_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_app.processes import worker_process

    def refuse(self: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(worker_process.threading.Timer, "start", refuse)
    (tmp_path / "a.txt").write_text("words")
    with Decoders(1) as pool:
        assert pool.inspect(tmp_path / "a.txt", "a.txt").result(60).media.problem == "decoder-crashed"
