"""A PDF made to harm its reader ends as a verdict, soon, and without filling the memory."""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Verdict
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof.checking import pdf, watch
from tests.fakes.hostile_pdfs import attached, cases, deflated, made, stream

CASES = dict(cases())
DEADLINE_S = 4.0
SLACK_S = 8.0
"""A loaded machine; what is written into files before counts as well."""

LARGEST_GROWTH_KIB = 1_800_000


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "DEADLINE_S", DEADLINE_S)


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
def test_memory_stays_bounded(tmp_path: Path) -> None:
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
    with pytest.raises(watch.Exceeded), watch.watched(Silent(), 0.3):
        endless()
    assert time.monotonic() - start < SLACK_S


class Later(Silent):
    """Cancels after some looks."""

    looks = 0

    def check(self) -> None:
        self.looks += 1
        if self.looks > 3:
            raise Cancelled


def test_a_loop_that_reads_nothing_can_be_cancelled() -> None:
    with pytest.raises(Cancelled), watch.watched(Later(), 60):
        endless()


def test_the_watch_ends_with_the_block() -> None:
    before = sys.getprofile()
    with watch.watched(Silent(), 60):
        assert sys.getprofile() is not before
    assert sys.getprofile() is before


def test_a_sound_pdf_by_somebody_else_is_not_accused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(made())
    assert verify(tmp_path / "x.pdf", (), Silent()).verdict is Verdict.UNCHECKED
