"""A dossier is written whole or not at all, and twice the same."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.domain.events import EventStatus
from evidence_app.dossier.writing import write_dossier
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent
from tests.fakes.dossier_case import Case, full_case, options
from tests.fakes.impatience import CancelledAtCheck

ROOT = Path(__file__).resolve().parents[2]

EXPORT = """
import json, sys
from pathlib import Path
from evidence_app.dossier.writing import write_dossier
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from tests.fakes.dossier_case import full_case, options
folder = Path(sys.argv[1])
case = full_case(folder / "originals")
print(json.dumps([
    write_dossier(case.source(), options(profile, language), folder / "out.pdf", Silent()).sha256
    for profile in ("plain", "lawyer") for language in Language
]))
"""

SURROUNDINGS = [
    {"TZ": "UTC", "PYTHONHASHSEED": "0", "LANG": "C"},
    {"TZ": "America/St_Johns", "PYTHONHASHSEED": "42", "LANG": "zh_CN.UTF-8"},
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4294967295", "LANG": "C.UTF-8"},
]


def test_equal_input_gives_equal_bytes_whatever_the_zone_locale_and_hash_seed(tmp_path: Path) -> None:
    results = set()
    for number, surroundings in enumerate(SURROUNDINGS):
        command = [sys.executable, "-c", EXPORT, str(tmp_path / str(number))]
        environment = os.environ | surroundings | {"PYTHONPATH": str(ROOT)}
        output = subprocess.run(command, check=True, capture_output=True, env=environment, cwd=ROOT).stdout
        results.add(tuple(json.loads(output)))
    print(f"{len(SURROUNDINGS)} processes, 6 dossiers each")
    assert len(results) == 1


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return full_case(tmp_path / "originals")


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """Give a place that holds an older dossier; whatever happens, nothing else may be left beside it."""
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "dossier.pdf").write_bytes(b"older")
    yield folder / "dossier.pdf"
    assert os.listdir(folder) == ["dossier.pdf"]  # noqa: PTH208 - names only


def test_order_of_exports_in_one_process_does_not_matter(case: Case, out: Path) -> None:
    def digest(language: Language) -> str:
        return write_dossier(case.source(), options("lawyer", language), out, Silent()).sha256

    first = {language: digest(language) for language in Language}
    assert first == {language: digest(language) for language in reversed(Language)}


def test_the_result_describes_the_file(case: Case, out: Path) -> None:
    result = write_dossier(case.source(), options(), out, Silent())
    data = out.read_bytes()
    assert (result.size_bytes, result.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    confirmed = [event for event in case.events if event.status is EventStatus.ACCEPTED]
    assert (result.exhibit_count, result.event_count) == (8, len(confirmed))


def test_a_changed_original_is_named_and_nothing_is_written(case: Case, out: Path) -> None:
    original = case.folder / case.exhibits[1].original.sha256
    data = bytearray(original.read_bytes())
    data[-1] ^= 1
    original.write_bytes(data)
    with pytest.raises(IntegrityFailure, match="original-changed") as failure:
        write_dossier(case.source(), options(), out, Silent())
    assert failure.value.facts == {"number": 2, "name": "Photo of the letter"}
    assert out.read_bytes() == b"older"


@pytest.mark.parametrize("index", [0, 4, 6])
def test_a_changed_file_is_found_whatever_its_kind(index: int, case: Case, out: Path) -> None:
    (case.folder / case.exhibits[index].original.sha256).write_bytes(b"something else")
    with pytest.raises(IntegrityFailure, match="original-changed"):
        write_dossier(case.source(), options(), out, Silent())


def test_a_missing_original_is_named(case: Case, out: Path) -> None:
    (case.folder / case.exhibits[3].original.sha256).unlink()
    with pytest.raises(IntegrityFailure, match="original-missing"):
        write_dossier(case.source(), options(), out, Silent())


def test_cancelling_at_any_moment_leaves_the_older_file_alone(case: Case, out: Path) -> None:
    checks = 0
    while True:
        try:
            write_dossier(case.source(), options("plain"), out, CancelledAtCheck(checks))
        except Cancelled:
            assert out.read_bytes() == b"older"
            checks += 1
        else:
            break
    print(f"cancelled at {checks} moments")
    assert checks > 20
    assert out.read_bytes().startswith(b"%PDF-")


def test_progress_ends_where_it_said_it_would(case: Case, out: Path) -> None:
    class Counting(Silent):
        total = done = 0

        def start(self, total: int, unit: str) -> None:
            self.total = total

        def advance(self, count: int = 1) -> None:
            self.done += count

    progress = Counting()
    write_dossier(case.source(), options(), out, progress)
    assert progress.done == progress.total


def test_an_unknown_profile_is_refused(case: Case, out: Path) -> None:
    with pytest.raises(InputProblem, match="profile-unknown"):
        write_dossier(case.source(), replace(options(), profile="none"), out, Silent())


@pytest.mark.parametrize("out", ["nowhere/out.pdf", "file/out.pdf", "folder.pdf"])
def test_a_place_that_cannot_hold_a_file_is_named_and_nothing_is_written(out: str, case: Case, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    (tmp_path / "folder.pdf").mkdir()
    before = sorted(tmp_path.iterdir())
    with pytest.raises(InputProblem, match="out-folder-missing|out-is-folder"):
        write_dossier(case.source(), options(), tmp_path / out, Silent())
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("kilobytes", [40, 200, 500])
def test_a_full_disk_is_reported_and_leaves_nothing(kilobytes: int, case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk is refused here")
    try:
        with pytest.raises(EnvironmentProblem, match="disk-full"):
            write_dossier(case.source(), options(), folder / "out.pdf", Silent())
        assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["umount", folder], check=True)
