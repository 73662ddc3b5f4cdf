"""A PDF made to harm its reader ends as a verdict, soon, and without filling the memory."""

import io
import random
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.actions.verify import verify
from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.verification import Verdict
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.checking import watch
from evidence_app.proof.checking.pdf import read_pdf
from tests.fakes.dossier_case import new_case
from tests.fakes.hostile_pdfs import attached, cases, deflated, made, stream
from tests.fakes.sealed import enclosed, finished

CASES = dict(cases())
DEADLINE_S = 0.5
"""Several kinds are read until it; what they do in one second more they did before."""
SLOWEST_BYTES_PER_S = watch.SLOWEST_BYTES_PER_S
SLACK_S = 8.0
"""A loaded machine; what is written into files before counts as well."""

LARGEST_GROWTH_KIB = 1_800_000


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "DEADLINE_S", DEADLINE_S)
    monkeypatch.setattr(watch, "SLOWEST_BYTES_PER_S", 16 << 20)


@pytest.mark.parametrize("make", CASES.values(), ids=CASES)
def test_it_ends_as_a_verdict(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(make())
    start = time.monotonic()
    found = verify(path, (), Silent())
    assert time.monotonic() - start < DEADLINE_S + SLACK_S
    assert found.verdict in (Verdict.CHANGED, Verdict.UNCHECKED)
    assert [each.name for each in tmp_path.iterdir()] == ["x.pdf"]


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel")
def test_memory_stays_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "DEADLINE_S", 2.0)  # so that it is the memory that ends it
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for number, size in enumerate((350_000_000,)):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(attached(stream(deflated(size), b"/Filter /FlateDecode")))
        verify(path, (), Silent())
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"grew by {grown} KiB")
    assert grown < LARGEST_GROWTH_KIB


def endless() -> None:
    """Loop in pure Python without reading anything."""
    while True:
        len(str(0))


def test_a_loop_that_reads_nothing_is_stopped_by_the_deadline() -> None:
    start = time.monotonic()
    with pytest.raises(watch.Exceeded), watch.watched(Silent(), watch.Bounds(0.3)):
        endless()
    assert time.monotonic() - start < SLACK_S


class SlowStick(io.BytesIO):
    """Gives two megabytes a second."""

    def read(self, size: int | None = -1) -> bytes:
        data = super().read(size)
        time.sleep(len(data) / 2_000_000)
        return data


def test_an_honest_file_on_a_slow_stick_is_given_the_time_that_its_size_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A small file would be given up before this one is read."""
    case = new_case(tmp_path / "kept")
    case.add("a.m4a", random.Random(1).randbytes(3_000_000), Media(MediaKind.OTHER, "audio/mp4"))
    data = finished(tmp_path, case, enclosed(case)).read_bytes()
    monkeypatch.setattr(watch, "DEADLINE_S", 1.0)
    monkeypatch.setattr(watch, "SLOWEST_BYTES_PER_S", 50_000)  # a busy machine is slower than any stick
    started = time.monotonic()
    found = read_pdf(SlowStick(data), "dossier.pdf", Silent())
    assert time.monotonic() - started > watch.DEADLINE_S
    assert found.is_read
    assert [each.problem for each in found.signatures] == [""]


def test_bounds_grow_with_the_file_and_a_small_one_has_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SLOWEST_BYTES_PER_S", SLOWEST_BYTES_PER_S)
    small, large = watch.bounds_for(100_000), watch.bounds_for(2 << 30)
    assert small.deadline_s < watch.DEADLINE_S + 1
    assert small.memory_bytes < watch.MEMORY_BYTES + (1 << 20)
    assert large.deadline_s > 3 * (2 << 30) / 5_000_000, "read three times from a stick with 5 MB a second"
    assert large.memory_bytes > watch.MEMORY_BYTES


class Later(Silent):
    """Cancels after some looks."""

    looks = 0

    def check(self) -> None:
        self.looks += 1
        if self.looks > 3:
            raise Cancelled


def test_a_loop_that_reads_nothing_can_be_cancelled() -> None:
    with pytest.raises(Cancelled), watch.watched(Later(), watch.Bounds()):
        endless()


def test_the_watch_ends_with_the_block() -> None:
    before = sys.getprofile()
    with watch.watched(Silent(), watch.Bounds()):
        assert sys.getprofile() is not before
    assert sys.getprofile() is before


def test_a_file_enclosed_with_two_contents_is_refused(tmp_path: Path) -> None:
    spec = b"<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R /UF 6 0 R >> >>"
    names = b"/Names << /EmbeddedFiles << /Names [(a.txt) 4 0 R] >> >>"
    (tmp_path / "x.pdf").write_bytes(made(spec, stream(b"one"), stream(b"other"), catalog=names))
    assert [each.code for each in verify(tmp_path / "x.pdf", (), Silent()).failures] == ["enclosure-ambiguous"]


def test_a_sound_pdf_by_somebody_else_is_not_accused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(made())
    assert verify(tmp_path / "x.pdf", (), Silent()).verdict is Verdict.UNCHECKED
