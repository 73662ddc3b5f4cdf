"""An export is witnessed, signed and checked again, says honestly what was not, and leaves all or nothing."""

import errno
import hashlib
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from evidence_app.actions import export_dossier as export
from evidence_app.actions import making, placing
from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.anchor import AnchorOutcome, anchor_dispute
from evidence_app.actions.export_dossier import NO_SIGNATURE, Exported, ExportOptions, Signing, export_dossier
from evidence_app.actions.preview_dossier import preview_dossier
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute
from evidence_app.domain.verification import Verdict
from evidence_app.errors import EnvironmentProblem, InputProblem, IntegrityFailure
from evidence_app.phrases import Language
from evidence_app.progress import Cancelled, Silent
from evidence_app.proof import witnesses
from evidence_app.proof.asking import DEADLINE_S, Witnessed
from evidence_app.vault.changes import Changes
from tests.fakes.authorities import LocalAuthority
from tests.fakes.impatience import CancelledAtCheck
from tests.fakes.sealed import listed
from tests.fakes.verifying_person import commands_in

Authorities = tuple[LocalAuthority, LocalAuthority]
OPTIONS = ExportOptions(profile="lawyer", language=Language.EN, prepared_by="Li Xiaoming")


@pytest.fixture
def filled(session: Session, dispute: Dispute, tmp_path: Path) -> Dispute:
    for shade, name in enumerate(["Screenshot_20250222_081503.png", "IMG_20250223_101010.jpg"]):
        Image.new("RGB", (300, 900), (shade * 80,) * 3).save(tmp_path / name)
    paths = [path for path in tmp_path.iterdir() if path.is_file()]
    add_evidence(session, dispute.id, [FileSource(path) for path in paths], Silent(), lambda item: None)
    return dispute


@pytest.fixture
def out(tmp_path: Path) -> Iterator[Path]:
    """Give a place in a folder in which nothing hidden may be left."""
    folder = tmp_path / "out"
    folder.mkdir()
    yield folder / "dossier.pdf"
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def witnessed_by(*authorities: Authority) -> ExportOptions:
    return replace(OPTIONS, authorities=authorities)


def unreachable(name: str = "nobody") -> Authority:
    """Return an authority at an address where nobody listens."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    return Authority(code=f"own-{name}", name=name, operator=name, url=f"http://127.0.0.1:{port}/", roots=())


def last_entry(session: Session, dispute: Dispute) -> dict[str, object]:
    with session.vault.read() as catalog:
        found: dict[str, object] = json.loads(catalog.custody(dispute.id)[-1].payload or b"{}")
    return found


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_two_authorities_witness_log_signature_and_file(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    options = witnessed_by(*(each.authority for each in two_authorities))
    exported = export_dossier(session, filled.id, out, options, Silent())
    assert (exported.signature, exported.verdict, exported.failures) == ("B-T", Verdict.WITNESSED, ())
    assert set(exported.witnessed_by) == {"first", "second"}
    assert names_in(out.parent) == ["dossier.pdf", "dossier.pdf.2.tsr", "dossier.pdf.tsr"]
    for authority, token in zip(two_authorities, exported.tokens, strict=True):
        command = ["openssl", "ts", "-verify", "-in", token, "-data", out, "-CAfile", authority.root_pem]
        assert b"Verification: OK" in subprocess.run(command, capture_output=True, check=True).stdout


def test_the_log_remembers_what_was_witnessed_and_by_whom(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    options = witnessed_by(two_authorities[0].authority, unreachable())
    exported = export_dossier(session, filled.id, out, options, Silent())
    said = last_entry(session, filled)
    assert (said["sha256"], said["signature"], said["verdict"]) == (exported.sha256, "B-T", "witnessed")
    assert said["witnessed_by"] == ["first"]
    assert said["not_witnessed_by"] == ["nobody: authority-unreachable"]


def test_with_nobody_to_witness_it_is_exported_all_the_same_and_says_so(
    session: Session, filled: Dispute, out: Path
) -> None:
    exported = export_dossier(session, filled.id, out, witnessed_by(unreachable("a"), unreachable("b")), Silent())
    assert (exported.signature, exported.verdict, exported.tokens) == ("B-B", Verdict.UNCHANGED, ())
    assert [failure.authority.name for failure in exported.failures] == ["a", "b"]
    text = " ".join(subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True, check=True).stdout.split())
    assert "none answered: a; b" in text
    assert "time only claimed" in text


def test_the_dossier_tells_of_its_witnesses_and_its_key(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    export_dossier(session, filled.id, out, witnessed_by(two_authorities[0].authority), Silent())
    text = " ".join(subprocess.run(["pdftotext", out, "-"], capture_output=True, text=True, check=True).stdout.split())
    assert "Witnessed by first" in text
    assert "made for this dossier only" in text
    assert "Li Xiaoming (identity not verified)" in text
    assert "destroyed after signing" in text


def test_what_was_witnessed_before_is_still_witnessed_without_a_network(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    anchor_dispute(session, filled.id, [two_authorities[0].authority], Silent())
    exported = export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert exported.log_witnessed_at is not None
    assert exported.witnessed_by == ("first",)


def test_tokens_of_an_older_file_do_not_stay_beside_a_new_one(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    export_dossier(session, filled.id, out, witnessed_by(*(each.authority for each in two_authorities)), Silent())
    export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert names_in(out.parent) == ["dossier.pdf"]


def test_without_signature_and_attachments_it_is_the_bare_pdf(session: Session, filled: Dispute, out: Path) -> None:
    bare = replace(OPTIONS, signing=NO_SIGNATURE, attach=False)
    exported = export_dossier(session, filled.id, out, bare, Silent())
    assert exported.signature == ""
    assert b"/ByteRange" not in out.read_bytes()
    assert subprocess.run(["pdfdetach", "-list", out], capture_output=True, check=True).stdout.startswith(b"0 ")


def test_signing_only_adds_to_what_is_exported_unsigned(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1740182103")
    anchor_dispute(
        session, filled.id, [two_authorities[0].authority], Silent()
    )  # what follows is no longer taken along
    parts = []
    for _ in range(2):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
        data = out.read_bytes()
        parts.append(data[: data.index(b"%%EOF")])
    assert parts[0] == parts[1]


def test_cancelling_at_any_moment_leaves_file_and_tokens_as_they_were(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    options = witnessed_by(two_authorities[0].authority)
    export_dossier(session, filled.id, out, options, Silent())
    before = {path.name: path.read_bytes() for path in out.parent.iterdir()}
    checks, cancelled = 0, 0
    while True:
        try:
            export_dossier(session, filled.id, out, options, CancelledAtCheck(checks))
        except Cancelled:
            assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == before
            checks, cancelled = checks + 1 + checks // 2, cancelled + 1
        else:
            break
    print(f"cancelled at {cancelled} moments of {checks}")
    assert cancelled > 5


class CancelOnceAsked(Silent):
    """Progress whose person loses patience a moment after an authority was asked."""

    def __init__(self) -> None:
        self.asked_at: float | None = None

    def check(self) -> None:
        if self.asked_at is not None and time.monotonic() > self.asked_at + 0.3:
            raise Cancelled


@pytest.mark.parametrize("signing", [Signing(), NO_SIGNATURE], ids=["the signature", "the file"])
def test_an_authority_that_hangs_keeps_nobody_from_cancelling(
    signing: Signing,
    session: Session,
    filled: Dispute,
    out: Path,
    two_authorities: Authorities,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """It hangs when it is to witness the signature, or the file; the log it witnessed before."""
    progress, asking = CancelOnceAsked(), witnesses.ask

    def noticed(*given: object) -> Witnessed:
        progress.asked_at = time.monotonic()
        return asking(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(export, "anchor_dispute", lambda *_: AnchorOutcome((), ()))
    monkeypatch.setattr(witnesses, "ask", noticed)
    options = replace(witnessed_by(*(each.acting("hang") for each in two_authorities)), signing=signing)
    out.write_bytes(b"older")
    with pytest.raises(Cancelled):
        export_dossier(session, filled.id, out, options, progress)
    assert progress.asked_at is not None
    assert time.monotonic() - progress.asked_at < DEADLINE_S / 2
    assert (names_in(out.parent), out.read_bytes()) == (["dossier.pdf"], b"older")
    assert "dossier" not in last_entry(session, filled)


def test_a_file_that_does_not_hold_is_not_exported(
    session: Session, filled: Dispute, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealing = making.seal

    def spoiling(path: Path, *rest: object) -> object:
        sealed = sealing(path, *rest)  # type: ignore[arg-type]
        data = bytearray(path.read_bytes())
        data[len(data) // 3] ^= 1
        path.write_bytes(data)
        return sealed

    monkeypatch.setattr(making, "seal", spoiling)
    out.write_bytes(b"older")
    with pytest.raises(IntegrityFailure, match="export-does-not-hold"):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert out.read_bytes() == b"older"
    assert "dossier" not in last_entry(session, filled)


def test_what_is_too_large_to_be_checked_is_not_exported(
    session: Session, filled: Dispute, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from evidence_app.proof.checking import plan

    monkeypatch.setattr(plan, "grade", lambda *_: Verdict.UNCHECKED)
    with pytest.raises(EnvironmentProblem, match="export-unchecked"):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert names_in(out.parent) == []


def test_a_place_that_cannot_be_replaced_keeps_its_tokens(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_dossier(session, filled.id, out, witnessed_by(two_authorities[0].authority), Silent())
    before = {path.name: path.read_bytes() for path in out.parent.iterdir()}
    replacing = Path.replace

    def refusing(self: Path, target: Path) -> Path:
        if Path(target) == out:
            raise PermissionError(13, "another program has it open")
        return replacing(self, target)

    monkeypatch.setattr(Path, "replace", refusing)
    with pytest.raises(EnvironmentProblem, match="no-permission"):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in out.parent.iterdir()} == before


@pytest.mark.parametrize("part", [0.5, 0.9, 0.99])
def test_a_full_disk_leaves_nothing(part: float, session: Session, filled: Dispute, out: Path, tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    kilobytes = int(part * export_dossier(session, filled.id, out, OPTIONS, Silent()).size_bytes) // 4096 * 4
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder], capture_output=True)
    if mounted.returncode:
        pytest.skip("mounting a small disk is refused here")
    try:
        with pytest.raises(EnvironmentProblem, match="disk-full"):
            export_dossier(session, filled.id, folder / "out.pdf", OPTIONS, Silent())
        assert list(folder.iterdir()) == []
    finally:
        subprocess.run(["umount", folder], check=True)


def test_a_preview_is_as_large_as_the_export_but_for_the_signature(
    session: Session, filled: Dispute, out: Path
) -> None:
    preview = preview_dossier(session, filled.id, OPTIONS, Silent()).dossier
    exported = export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert preview.page_count == exported.page_count
    assert 0 < exported.size_bytes - preview.size_bytes < 40_000


@pytest.mark.parametrize("name", ["dossier.doc", "dossier.tar"])
def test_other_kinds_of_files_are_not_written(name: str, session: Session, filled: Dispute, out: Path) -> None:
    with pytest.raises(InputProblem, match="out-not-pdf"):
        export_dossier(session, filled.id, out.with_name(name), OPTIONS, Silent())


def test_the_result_is_about_the_finished_file(session: Session, filled: Dispute, out: Path) -> None:
    exported = export_dossier(session, filled.id, out, OPTIONS, Silent())
    data = out.read_bytes()
    assert isinstance(exported, Exported)
    assert (exported.path, exported.size_bytes) == (out, len(data))
    assert exported.sha256 == hashlib.sha256(data).hexdigest()


def unpacked(out: Path, folder: Path) -> Path:
    """Return where a bag lies as a folder."""
    if out.is_dir():
        return out
    subprocess.run(["unzip", "-q", out, "-d", folder], check=True)
    (bag,) = folder.iterdir()
    return bag


@pytest.mark.parametrize("name", ["bag.zip", "bag"])
def test_a_bag_holds_everything_and_its_own_instructions_succeed(
    name: str, session: Session, filled: Dispute, out: Path, tmp_path: Path, two_authorities: Authorities
) -> None:
    options = witnessed_by(*(each.authority for each in two_authorities))
    exported = export_dossier(session, filled.id, out.with_name(name), options, Silent())
    assert (exported.verdict, exported.out) == (Verdict.WITNESSED, out.with_name(name))
    assert names_in(out.parent) == [name]
    bag = unpacked(exported.out, tmp_path / "unpacked")
    assert len(list((bag / "data" / "originals").iterdir())) == 2
    (bag.parent / "tsa_roots.pem").write_text("".join(each.root_pem.read_text() for each in two_authorities))
    commands = commands_in((bag / "VERIFY.txt").read_text("utf-8-sig"))
    assert len(commands) > 8
    for command in commands:
        subprocess.run(command, shell=True, cwd=bag, check=True, capture_output=True)


def test_one_command_of_its_instructions_checks_all_earlier_states_of_the_log(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    options = witnessed_by(*(each.authority for each in two_authorities))
    for count in range(4):
        export_dossier(session, filled.id, out.with_name(f"bag-{count}"), options, Silent())
    bag = out.parent / "bag-3"
    (out.parent / "tsa_roots.pem").write_text("".join(each.root_pem.read_text() for each in two_authorities))
    command = next(each for each in commands_in((bag / "VERIFY.txt").read_text("utf-8-sig")) if each.startswith("for "))
    checked = subprocess.run(command, shell=True, cwd=bag, check=True, capture_output=True)
    tokens = sorted((bag / "data").glob("checkpoint-*.tsr"))
    assert checked.stdout.count(b"Verification: OK") == len(tokens) > 4
    tokens[0].write_bytes(tokens[-1].read_bytes())
    assert subprocess.run(command, shell=True, cwd=bag, check=False, capture_output=True).returncode == 1


def test_a_pdf_without_attachments_still_lies_in_a_bag_with_everything(
    session: Session, filled: Dispute, out: Path
) -> None:
    bare = replace(OPTIONS, signing=NO_SIGNATURE, attach=False)
    export_dossier(session, filled.id, out.with_name("bag"), bare, Silent())
    names = {path.name for path in (out.parent / "bag" / "data").iterdir()}
    assert names >= {"dossier.pdf", "custody.jsonl", "checkpoint.txt", "verify.py", "originals", "timeline.csv"}


@pytest.mark.parametrize("attach", [True, False])
@pytest.mark.parametrize("name", ["timeline.csv", "custody.jsonl", "verify.py"])
def test_what_lies_in_a_bag_beside_the_dossier_is_named_by_it(
    session: Session, filled: Dispute, out: Path, name: str, *, attach: bool
) -> None:
    bag = export_dossier(session, filled.id, out.with_name("bag"), replace(OPTIONS, attach=attach), Silent()).out
    assert verify(bag, (), Silent()).verdict is Verdict.UNCHANGED
    forged = bag / "data" / name
    forged.chmod(0o600)
    forged.write_bytes(forged.read_bytes() + b" ")
    listed(bag)
    assert f"data/{name}" in verify(bag, (), Silent()).affected


def test_a_folder_in_which_something_lies_is_left_alone(session: Session, filled: Dispute, out: Path) -> None:
    with pytest.raises(InputProblem, match="out-not-empty"):
        export_dossier(session, filled.id, out.parent.parent, OPTIONS, Silent())


def test_an_older_zip_is_replaced_and_an_empty_folder_filled(session: Session, filled: Dispute, out: Path) -> None:
    out.with_name("bag.zip").write_bytes(b"older")
    out.with_name("bag").mkdir()
    for name in ("bag.zip", "bag"):
        export_dossier(session, filled.id, out.with_name(name), OPTIONS, Silent())
    assert out.with_name("bag.zip").read_bytes().startswith(b"PK")
    assert (out.parent / "bag" / "bagit.txt").is_file()


def test_the_commands_printed_in_the_dossier_succeed(
    session: Session, filled: Dispute, out: Path, two_authorities: Authorities
) -> None:
    """They are taken from the PDF as a reader would copy them."""
    options = witnessed_by(*(each.authority for each in two_authorities))
    export_dossier(session, filled.id, out, options, Silent())
    text = subprocess.run(["pdftotext", "-layout", out, "-"], capture_output=True, text=True, check=True).stdout
    joined = text.replace("\\\n", " ")
    first = ("mkdir ", "cd ", "pdfdetach ", "python3 -I ", "openssl ", "pdfsig ")
    commands = [
        line.strip() for line in joined.splitlines() if line.startswith("  ") and line.strip().startswith(first)
    ]
    assert len(commands) >= 11
    (out.parent / "tsa_roots.pem").write_text("".join(each.root_pem.read_text() for each in two_authorities))
    script = "\n".join(["set -e", *commands])
    subprocess.run(["sh", "-c", script], cwd=out.parent, check=True, capture_output=True)


def test_nothing_leaves_of_which_the_vault_keeps_no_record(
    session: Session, filled: Dispute, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(changes: Changes, *args: object) -> int:
        raise EnvironmentProblem("disk-full", path="catalog")

    monkeypatch.setattr(Changes, "log_export", full)
    with pytest.raises(EnvironmentProblem, match="disk-full"):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert names_in(out.parent) == []


def test_what_could_not_be_put_in_its_place_is_not_recorded_as_having_left(
    session: Session, filled: Dispute, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path, target: Path) -> Path:
        raise PermissionError(errno.EACCES, "denied", str(target))

    monkeypatch.setattr(placing, "put", lambda made, tokens, out: refused(made, out))
    with pytest.raises(EnvironmentProblem):
        export_dossier(session, filled.id, out, OPTIONS, Silent())
    assert export.exports(session, filled.id) == []
