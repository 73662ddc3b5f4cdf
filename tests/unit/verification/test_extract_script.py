"""extract_sig.py, which takes signatures apart for openssl."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fakes.custody_logs import EXTRACT
from tests.fakes.extract_cases import HEAD, extract_cases
from tests.fakes.made_signatures import STAMPED, add_signature, gap_of
from tests.fakes.script_cases import ScriptCase, run_in_process

CASES = extract_cases()
PROGRAM = compile(EXTRACT.read_text(encoding="utf-8"), str(EXTRACT), "exec")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
@pytest.mark.conformance("CHECK-2", "extract_sig.py refuses what is no signature of the file.")
def test_each_case_ends_as_it_has_to(case: ScriptCase, tmp_path: Path) -> None:
    assert case.run(PROGRAM, tmp_path) == ""


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tail=st.binary(min_size=1, max_size=300))
@pytest.mark.conformance("SIGN-2", "extract_sig.py says WHOLE FILE only of a whole file.")
def test_whatever_is_appended_nothing_is_whole_any_more(tail: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("appended")
    (folder / "dossier.pdf").write_bytes(add_signature(HEAD, gap_of(STAMPED)) + tail)
    code, output = run_in_process(PROGRAM, ("dossier.pdf", "out"), folder)
    assert code == 1
    assert "WHOLE FILE" not in output


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_never_makes_it_stumble(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    pdf = add_signature(HEAD, gap_of(STAMPED, 0))
    start = data.draw(st.integers(0, len(pdf)))
    end = data.draw(st.integers(start, min(len(pdf), start + 20)))
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "dossier.pdf").write_bytes(pdf[:start] + data.draw(st.binary(max_size=20)) + pdf[end:])
    code, output = run_in_process(PROGRAM, ("dossier.pdf", "out"), folder)
    assert (code == 0) == ("WHOLE FILE" in output)
    assert code in {0, 1}
