"""A sealed dossier that was touched is never taken for what it was: every byte, every cut, every known trick.

Prints how many were tried and how many the signature notices without the timestamp beside the file.
"""

import os
import random
import subprocess
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Step, StepOutcome, Verdict, Verification
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.fakes.pdf_attacks import Attack, attacks
from tests.fakes.sealed import Sealed, sealed_dossier

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
STEP = 64
SAMPLE = 1 if SOAK else 96
"""Of the bytes to be flipped one in so many."""

CUTS = 400 if SOAK else 12
APPENDED = 200 if SOAK else 12

ALL = list(attacks())


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("sealed")
    return sealed_dossier(folder, [LocalAuthority(folder, "one"), LocalAuthority(folder, "two")])


@pytest.fixture
def alone(sealed: Sealed, tmp_path: Path) -> Path:
    """Return where a forged file is put, with the timestamps of the true one beside it."""
    for token in sealed.path.parent.glob("dossier.pdf.*tsr"):
        (tmp_path / token.name.replace("dossier", "forged")).write_bytes(token.read_bytes())
    return tmp_path / "forged.pdf"


def judged(path: Path, data: bytes, sealed: Sealed) -> Verification:
    path.write_bytes(data)
    return verify(path, sealed.authorities, Silent())


def by_signature(found: Verification) -> bool:
    """Tell whether the PDF by itself shows that it was changed."""
    steps = (found.result(Step.DOCUMENT), found.result(Step.SIGNATURE))
    return any(step is not None and step.outcome is not StepOutcome.HOLDS for step in steps)


def tried(name: str, forged: Iterable[bytes], alone: Path, sealed: Sealed) -> None:
    count = Counter[str]()
    for data in forged:
        found = judged(alone, data, sealed)
        count["tried"] += 1
        count["noticed"] += found.verdict is Verdict.CHANGED
        count["by the signature alone"] += by_signature(found)
    print(f"{name}: {dict(count)}")
    assert count["noticed"] == count["tried"] > 0


def test_the_dossier_that_is_tampered_with_was_sound(sealed: Sealed) -> None:
    found = verify(sealed.path, sealed.authorities, Silent())
    assert found.verdict is Verdict.WITNESSED
    assert 150_000 < len(sealed.data) < 300_000
    shown = subprocess.run(["pdfsig", sealed.path], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in shown
    assert "Total document signed" in shown


def test_every_flipped_byte_is_noticed(sealed: Sealed, alone: Path) -> None:
    places = range(0, len(sealed.data), STEP * SAMPLE)

    def flipped() -> Iterable[bytes]:
        for place in places:
            data = bytearray(sealed.data)
            data[place] ^= 1 << place // STEP % 8
            yield bytes(data)

    tried("flipped bytes", flipped(), alone, sealed)


def test_every_truncation_is_noticed(sealed: Sealed, alone: Path) -> None:
    size = len(sealed.data)
    ends = {size * part // CUTS for part in range(1, CUTS)} | {size - less for less in range(1, CUTS)}
    tried("truncations", (sealed.data[:end] for end in sorted(ends)), alone, sealed)


def test_everything_appended_is_noticed(sealed: Sealed, alone: Path) -> None:
    chance = random.Random(7)  # the same every time
    tails = [b"\n", b"\0", b" ", b"%", b"%%EOF\n", b"\nstartxref\n0\n%%EOF\n", sealed.data]
    tails += [chance.randbytes(chance.randrange(1, 2000)) for _ in range(APPENDED)]
    tried("appended bytes", (sealed.data + tail for tail in tails), alone, sealed)


@pytest.mark.parametrize("attack", ALL, ids=[f"{each.kind}: {each.name}" for each in ALL])
def test_a_known_attack_is_noticed_by_the_signature_and_by_the_timestamp(
    attack: Attack, sealed: Sealed, alone: Path
) -> None:
    forged = attack.forge(sealed.data)
    assert forged != sealed.data
    found = judged(alone, forged, sealed)
    assert by_signature(found), found.results
    tokens = {finding.code for result in found.results for finding in result.findings if result.step is Step.FILE_TIME}
    assert "token-other-bytes" in tokens
    assert found.verdict is Verdict.CHANGED


def test_poppler_is_no_more_forgiving_than_we_are(sealed: Sealed, tmp_path: Path) -> None:
    fooled = []
    for attack in ALL:
        path = tmp_path / "x.pdf"
        path.write_bytes(attack.forge(sealed.data))
        shown = subprocess.run(["pdfsig", path], capture_output=True, text=True, check=False).stdout
        if "Signature is Valid" in shown and "Not total" not in shown and "Total document signed" in shown:
            fooled.append(f"{attack.kind}: {attack.name}")
    print(f"of {len(ALL)} attacks poppler takes {len(fooled)} for the signed document: {fooled}")
