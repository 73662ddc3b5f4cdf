"""Timestamps that real authorities gave lead to the roots that come with the program."""

import subprocess
import sys
from pathlib import Path

import pytest

from evidence_app.proof.authorities import bundled_authorities
from evidence_app.proof.tokens import UnknownRoot, parse_response, verify_token

REAL = Path(__file__).parents[2] / "real_tokens"


@pytest.mark.parametrize("name", ["digicert", "sectigo"])
def test_a_real_token_is_believed_under_its_own_authority_only(name: str) -> None:
    response = (REAL / f"{name}.tst").read_bytes()
    digest = parse_response(response).digest
    assert verify_token(response, digest, bundled_authorities()).authority.code == name
    others = [authority for authority in bundled_authorities() if authority.code != name]
    with pytest.raises(UnknownRoot):
        verify_token(response, digest, others)


@pytest.mark.parametrize("name", ["digicert", "sectigo"])
def test_openssl_finds_the_same_path_to_the_pinned_root(name: str, tmp_path: Path) -> None:
    (authority,) = (each for each in bundled_authorities() if each.code == name)
    token = parse_response((REAL / f"{name}.tst").read_bytes())
    (tmp_path / "root.pem").write_text("".join(authority.roots))
    command = ["openssl", "ts", "-verify", "-digest", token.digest.hex(), "-token_in", "-CAfile", "root.pem"]
    command += ["-in", str(REAL / f"{name}.tst"), "-attime", str(int(token.witnessed_at.timestamp()))]
    judged = subprocess.run(command, cwd=tmp_path, check=False, capture_output=True, text=True)
    assert judged.returncode == 0, judged.stderr


def test_a_bare_token_is_read_by_whoever_reads_nothing_else_before() -> None:
    """asn1crypto's part about messages knows timestamps only once its part about timestamps was imported."""
    program = (
        "import sys; from evidence_app.proof.tokens import parse_response; parse_response(sys.stdin.buffer.read())"
    )
    with (REAL / "digicert.tst").open("rb") as token:
        subprocess.run([sys.executable, "-c", program], stdin=token, check=True, timeout=120)
