"""verify.py, the stand-alone check of a custody log, as a lawyer's technician runs it."""

import ast
import json
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.custody import Plain, canonical
from tests.fakes.custody_logs import EXTRACT, VERIFY, run_script
from tests.fakes.script_cases import ScriptCase
from tests.fakes.verify_cases import verify_cases

CASES = verify_cases()
PROGRAM = compile(VERIFY.read_text(encoding="utf-8"), str(VERIFY), "exec")
CANONICAL = runpy.run_path(str(VERIFY))["canonical"]
OPTIMISED = compile(VERIFY.read_text(encoding="utf-8"), str(VERIFY), "exec", optimize=2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.conformance(
    "LOG-4",
    "verify.py refuses repeated and unknown fields, other forms, upper-case hex, entries after the last checkpoint …",
)
def test_each_case_ends_as_it_has_to(case: ScriptCase, tmp_path: Path) -> None:
    assert case.run(PROGRAM, tmp_path) == ""


# Test data of the reference implementation of RFC 8785 (french, structures, unicode, weird), without fractions.
PUBLISHED = [
    '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST",'
    '"sin":"ignore locale"}',
    '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    '{"Unnormalized Unicode":"A\u030a"}',
    '{"\\n":"Newline","\\r":"Carriage Return","1":"One","</script>":"Browser Challenge","\x80":"Control\x7f",'
    '"ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","\U0001f602":"Smiley",'
    '"\ufb33":"Hebrew Letter Dalet With Dagesh"}',
]


@pytest.mark.parametrize("text", PUBLISHED)
@pytest.mark.conformance("LOG-1", "Canonical texts are those of the published test data of RFC 8785.")
def test_the_published_forms_are_canonical_for_script_and_program_alike(text: str) -> None:
    script = runpy.run_path(str(VERIFY))
    value = json.loads(text)
    assert script["parse"](text) == value
    assert script["canonical"](value) == canonical(value).decode() == text


plain = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"])) | st.integers(-(2**53) + 1, 2**53 - 1),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), plain))
def test_the_script_writes_canonical_json_as_the_program_does(value: dict[str, Plain]) -> None:
    assert CANONICAL(value) == canonical(value).decode()


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
@pytest.mark.conformance("CHECK-2", "The scripts run on Python 3.8 to 3.13.")
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
@pytest.mark.conformance("CHECK-2", "The scripts import the standard library only and assert nothing.")
def test_the_scripts_are_written_for_python_3_8_and_import_the_standard_library_only(script: Path) -> None:
    tree = ast.parse(script.read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names
    assert not any(isinstance(node, ast.Assert) for node in ast.walk(tree))


@pytest.mark.conformance("CHECK-2", "python -O leaves the checks in.")
def test_optimising_python_leaves_the_checks_in(tmp_path: Path) -> None:
    for case in CASES[:60]:
        folder = tmp_path / case.name.replace("/", "")
        folder.mkdir()
        assert case.run(OPTIMISED, folder) == ""
