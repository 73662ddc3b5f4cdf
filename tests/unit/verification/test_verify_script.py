"""verify.py, the stand-alone check of a custody log, as a lawyer's technician runs it."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.custody_logs import EXTRACT, VERIFY, run_script
from tests.fakes.script_cases import ScriptCase
from tests.fakes.verify_cases import verify_cases

CASES = verify_cases()
PROGRAM = compile(VERIFY.read_text(encoding="utf-8"), str(VERIFY), "exec")
OPTIMISED = compile(VERIFY.read_text(encoding="utf-8"), str(VERIFY), "exec", optimize=2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_case_ends_as_it_has_to(case: ScriptCase, tmp_path: Path) -> None:
    assert case.run(PROGRAM, tmp_path) == ""


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def python_of(version: str) -> str | None:
    """Return an interpreter of a version that really runs."""
    places = [*Path.home().glob(f".pyenv/versions/{version}.*/bin/python"), shutil.which(f"python{version}")]
    for place in filter(None, places):
        asked = subprocess.run([place, "-c", "import sys; print(*sys.version_info[:2], sep='.')"], capture_output=True)
        if asked.stdout.decode().strip() == version:
            return str(place)
    return None


@pytest.mark.parametrize("version", ["3.8", "3.9", "3.10", "3.12", "3.13"])
def test_it_runs_alone_on_each_python_that_is_here(version: str, tmp_path: Path) -> None:
    python = python_of(version)
    if python is None:
        pytest.skip(f"Python {version} is not here")
    for case in (CASES[0], next(case for case in CASES if case.name == "payload: nested deeply")):
        folder = tmp_path / case.name.replace(":", "")
        case.lay(folder)
        ran = run_script(VERIFY, *case.arguments, cwd=folder, python=python)
        assert case.complaint(ran.code, ran.output, folder) == ""


@pytest.mark.parametrize("script", [VERIFY, EXTRACT], ids=lambda path: path.name)
def test_the_scripts_are_written_for_python_3_8_and_import_the_standard_library_only(script: Path) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree))


def test_optimising_python_leaves_the_checks_in(tmp_path: Path) -> None:
    for case in CASES[:60]:
        folder = tmp_path / case.name.replace("/", "")
        folder.mkdir()
        assert case.run(OPTIMISED, folder) == ""
