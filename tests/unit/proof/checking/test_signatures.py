"""What may follow a signature: validation data and timestamps over everything, and nothing that shows."""

import asyncio
import io
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm
from pyhanko.sign.signers import PdfTimeStamper

from evidence_app.actions.verify import verify
from evidence_app.domain.verification import Step, StepOutcome, Verdict, Verification
from evidence_app.progress import Silent
from tests.fakes.authorities import LocalAuthority
from tests.fakes.pdf_attacks import Attack, attacks
from tests.fakes.sealed import OpensslStamper, Sealed, sealed_dossier, signed

ORDERLY = [each for each in attacks() if each.kind in ("shadow", "EAA", "SSA") or each.name.startswith("a page")]
"""Attacks that leave a sound PDF, which somebody could have stamped."""


def archived(data: bytes, authority: LocalAuthority) -> bytes:
    """Append a timestamp over the whole file, as PAdES B-LTA has it."""
    stamper = PdfTimeStamper(OpensslStamper(authority), field_name="Archive")
    writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
    return asyncio.run(stamper.async_timestamp_pdf(writer, "sha256")).getvalue()


def checked(data: bytes, folder: Path, sealed: Sealed) -> Verification:
    path = folder / "x.pdf"
    path.write_bytes(data)
    return verify(path, sealed.authorities, Silent())


def test_an_archival_timestamp_over_everything_is_no_change(
    sealed: Sealed, witness: LocalAuthority, tmp_path: Path
) -> None:
    found = checked(archived(sealed.data, witness), tmp_path, sealed)
    assert found.verdict is Verdict.WITNESSED
    assert {each.token for each in found.witnesses} >= {"Archive", "DossierSignature"}


def test_bytes_after_an_archival_timestamp_are_a_change(
    sealed: Sealed, witness: LocalAuthority, tmp_path: Path
) -> None:
    assert checked(archived(sealed.data, witness) + b"\n", tmp_path, sealed).verdict is Verdict.CHANGED


@pytest.mark.parametrize("attack", ORDERLY, ids=lambda each: f"{each.kind}: {each.name}")
def test_a_timestamp_over_a_forgery_does_not_make_it_sound(
    attack: Attack, sealed: Sealed, witness: LocalAuthority, tmp_path: Path
) -> None:
    found = checked(archived(attack.forge(sealed.data), witness), tmp_path, sealed)
    result = found.result(Step.SIGNATURE)
    assert result is not None
    assert (found.verdict, result.outcome) == (Verdict.CHANGED, StepOutcome.FAILS)


@pytest.mark.parametrize("permits", [None, MDPPerm.FILL_FORMS, MDPPerm.ANNOTATE])
def test_a_signature_that_permits_changes_says_so(
    permits: MDPPerm | None, sealed: Sealed, witness: LocalAuthority, tmp_path: Path
) -> None:
    plain = sealed_dossier(tmp_path / "plain", sign=False).path
    found = verify(signed(plain, tmp_path / "x.pdf", permits=permits), (), Silent())
    result = found.result(Step.SIGNATURE)
    assert result is not None
    assert [each.code for each in result.findings] == ["signature-not-final"]
    assert found.verdict is Verdict.UNCHANGED
