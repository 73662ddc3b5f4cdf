"""A timestamp is over a signature's value alone; that must not make an old time that of a new file."""

import shutil
import subprocess
from pathlib import Path

import pytest
from asn1crypto import algos
from pyhanko.sign import signers

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Step, Verdict
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.proof.instructions import Checkable, instructions
from evidence_app.resources import resource
from tests.fakes.authorities import LocalAuthority
from tests.fakes.borrowed_signature import borrowed
from tests.fakes.sealed import Sealed, own_signer, sealed_dossier, signed
from tests.fakes.verifying_person import commands_in


@pytest.fixture(scope="module")
def long_ago(tmp_path_factory: pytest.TempPathFactory) -> Sealed:
    folder = tmp_path_factory.mktemp("old")
    return sealed_dossier(folder, [LocalAuthority(folder / "authority", "one")], attach=False)


@pytest.fixture
def forged(long_ago: Sealed, tmp_path: Path) -> Path:
    of_today = sealed_dossier(tmp_path / "new", sign=False, attach=False, count=2)
    return borrowed(of_today.path, long_ago.path, own_signer(), tmp_path / "forged.pdf")


def test_a_timestamp_taken_from_another_signature_witnesses_nothing(forged: Path, long_ago: Sealed) -> None:
    found = verify(forged, long_ago.authorities, Silent())
    assert found.verdict is Verdict.UNCHANGED
    assert [each.code for each in found.result(Step.FILE_TIME).findings] == ["token-not-bound"]


def test_the_commands_of_verify_txt_notice_it_as_well(forged: Path, long_ago: Sealed, tmp_path: Path) -> None:
    commands = commands_in(instructions(Checkable(is_signed=True), Language.EN)["VERIFY.txt"].decode())
    for pdf, accepted in ((long_ago.path, True), (forged, False)):
        data = tmp_path / pdf.stem / "bag" / "data"
        data.mkdir(parents=True)
        shutil.copyfile(pdf, data / "dossier.pdf")
        shutil.copyfile(resource("verification", "extract_sig.py"), data / "extract_sig.py")
        ended = [succeeds(command, data.parent) for command in commands if "sig1" in command or "extract" in command]
        assert ended == [True, True, accepted]


def succeeds(command: str, folder: Path) -> bool:
    return subprocess.run(command, shell=True, cwd=folder, check=False, capture_output=True).returncode == 0


class Sha1Signer(signers.SimpleSigner):
    """Digests the file with SHA-256, and signs that digest with SHA-1."""

    def get_signature_mechanism_for_digest(self, digest_algorithm: str | None) -> algos.SignedDigestAlgorithm:
        if digest_algorithm is None:
            raise ValueError(digest_algorithm)
        return algos.SignedDigestAlgorithm({"algorithm": "sha1_ecdsa"})

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        return self.sign_raw(data, "sha1")


def test_a_strong_digest_signed_with_a_weak_one_is_refused(tmp_path: Path) -> None:
    plain = sealed_dossier(tmp_path / "plain", sign=False, attach=False).path
    own = own_signer()
    weak = Sha1Signer(signing_cert=own.signing_cert, signing_key=own.signing_key, cert_registry=own.cert_registry)
    found = verify(signed(plain, tmp_path / "weak.pdf", signer=weak), (), Silent())
    assert [each.code for each in found.failures] == ["signature-weak"]
