"""Real disks for the tests: small, read-only, exFAT. Where mounting is refused, the test says so."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.faults.program import Program, loaded_program


def run(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a system tool and return what it said."""
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def mount(*command: str) -> None:
    """Mount, or skip the test with the system's own words."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed here")
    done = run(*command)
    if done.returncode:
        pytest.skip(f"mounting is refused here: {' '.join(command)}: {done.stderr.strip()}")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of eight megabytes."""
    place = tmp_path / "small-disk"
    place.mkdir()
    mount("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(place))
    yield place
    run("umount", "-l", str(place))


@pytest.fixture
def exfat_stick(tmp_path: Path) -> Iterator[Path]:
    """A USB stick as sold: exFAT, where permissions do not exist."""
    place, image = tmp_path / "stick", tmp_path / "stick.img"
    place.mkdir()
    with image.open("wb") as file:
        file.truncate(64 << 20)
    if shutil.which("mkfs.exfat") is None:
        pytest.skip("mkfs.exfat is not installed here")
    run("mkfs.exfat", str(image))
    attached = run("losetup", "-f", "--show", str(image))
    if attached.returncode:
        pytest.skip(f"loop devices are refused here: {attached.stderr.strip()}")
    device = attached.stdout.strip()
    try:
        mount("mount.exfat-fuse", device, str(place))
        yield place
    finally:
        run("umount", "-l", str(place))
        with suppress(OSError):
            run("losetup", "-d", device)


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """The command line, loaded once for all tests that kill it or let its system calls fail."""
    with loaded_program(tmp_path_factory.mktemp("program")) as loaded:
        yield loaded
