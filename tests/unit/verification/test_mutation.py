"""Every check of the stand-alone scripts is missed by some test when it is changed or taken out."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.fakes.custody_logs import EXTRACT, VERIFY
from tests.fakes.extract_cases import extract_cases
from tests.fakes.mutation import Program, survivors
from tests.fakes.script_cases import ScriptCase
from tests.fakes.verify_cases import verify_cases

ALL = bool(os.environ.get("JUZHENG_SOAK"))
SAMPLE = 12
"""Mutants of each script in an ordinary run: every so-many-th, so that all parts of the script are among them."""

EQUAL = {
    "if __name__ == \"__main__\":  |  if __name__ == '__main__': True": "the scripts are run, not imported",
    "return 0  |  return 0: None": "ending with None is ending with 0",
    "print(line, flush=True)  |  True -> False": "when a line is printed, not whether",
    "MOST_DIGITS = 17  |  17 -> 18": "numbers that long are refused by their size, too",
    "if (start, end) not in self.known:  |  if (start, end) not in self.known: True": "computed again, not remembered",
    **{
        f'for block in iter(lambda: file.read(1 << 20), b""):  |  {change}': "the size of the blocks that are read"
        for change in ("1 -> 2", "20 -> 21", "20 -> 19")
    },
    "numbers = [int(number) for number in NUMBER.findall(match.group(1))]  |  1 -> 0": "there are no other digits",
    "return found[0]  |  0 -> -1": "there is only one value",
    **{
        'require(b"endobj" not in pdf[first[1] : last[0]], "/ByteRange and /Contents are in different objects")'
        f"  |  {change}": "neither the range nor the gap can hold it"
        for change in ("1 -> 0", "0 -> 1", "0 -> -1")
    },
    "signer = signers.child(0, SEQUENCE)  |  0 -> -1": "there is only one signer",
}
"""Changes after which a script does just the same, and why."""


@pytest.mark.skipif(sys.platform == "win32", reason="runaway mutants are stopped by SIGALRM")
@pytest.mark.parametrize(
    ("script", "cases"), [(VERIFY, verify_cases()), (EXTRACT, extract_cases())], ids=["verify.py", "extract_sig.py"]
)
@pytest.mark.conformance("CHECK-2", "Every check of the scripts that is changed or taken out is missed by some test.")
def test_some_case_notices_every_change_of_a_check(script: Path, cases: Sequence[ScriptCase]) -> None:
    program = Program(script.read_text(encoding="utf-8"), script.name)
    made = [mutant for mutant in program.mutants() if str(mutant) not in EQUAL]
    chosen = made if ALL else made[:: len(made) // SAMPLE]
    alive = survivors(program, chosen, cases)
    print(f"{script.name}: {len(chosen)} of {len(made)} mutants, {len(cases)} cases, {len(alive)} survived")
    assert list(map(str, alive)) == []
