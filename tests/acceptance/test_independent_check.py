"""The whole independent check of a bag, as its own VERIFY.txt says, with none of our code but the enclosed scripts.

The commands are taken from the text and run by a shell that knows sha256sum, openssl, poppler's tools, cmp, mkdir and
`python3 -I`, and nothing else. Two local authorities with roots of their own witness; the reader has only their roots.
"""

import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, pkcs12
from PIL import Image

from evidence_app.actions.add_evidence import FileSource, add_evidence
from evidence_app.actions.anchor import anchor_dispute, attach_token
from evidence_app.actions.disputes import NewDispute, new_dispute
from evidence_app.actions.export_dossier import NO_SIGNATURE, ExportOptions, Signing, SigningMode, export_dossier
from evidence_app.actions.session import Session, open_session
from evidence_app.domain.disputes import DisputeType
from evidence_app.dossier.writing import write_dossier
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.proof.keys import load_pkcs12, own_key
from evidence_app.proof.signing import sign
from tests.fakes import verapdf
from tests.fakes.authorities import LocalAuthority
from tests.fakes.authority_papers import key_usage
from tests.fakes.dossier_case import full_case, options
from tests.fakes.forged_logs import checkpoint_of, file_of, opened, rechained
from tests.fakes.made_signatures import PLAIN, add_signature, gap_of
from tests.fakes.sealed import bare, enclosed, stamped
from tests.fakes.verifying_person import commands_in

ALL = bool(os.environ.get("JUZHENG_SOAK"))
TOOLS = ("sha256sum", "openssl", "pdfdetach", "pdfsig", "cmp", "mkdir", "sh")
PASSPHRASE = "opens the certificate"


@dataclass(frozen=True)
class Kind:
    """One kind of dossier."""

    profile: str
    language: Language
    level: str

    def __str__(self) -> str:
        return f"{self.profile} {self.language.value} {self.level}"


LEVELS = ("unsigned", "B-B", "B-T", "own B-T", "own B-LT")
MATRIX = [Kind(*each) for each in product(("plain", "lawyer"), Language, LEVELS)]
THINNED = [
    Kind("lawyer", Language.ZH_HANS, "B-T"),
    Kind("plain", Language.EN, "B-B"),
    Kind("lawyer", Language.ZH_HANT, "own B-LT"),
    Kind("plain", Language.ZH_HANS, "own B-T"),
    Kind("plain", Language.ZH_HANT, "unsigned"),
]
SEALED = THINNED[0]
KINDS = MATRIX if ALL else THINNED
"""Every profile, language and level at least once; all of them together in the long campaigns."""


@dataclass(frozen=True)
class Reviewer:
    """Somebody with a copy of a bag in a folder of its own, the authorities' roots, and a few tools."""

    bag: Path
    tools: Path

    def commands(self) -> list[str]:
        return commands_in((self.bag / "VERIFY.txt").read_text(encoding="utf-8-sig"))

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        surroundings = {"PATH": str(self.tools), "HOME": str(self.bag.parent), "LC_ALL": "C.UTF-8"}
        shell = str(self.tools / "sh")
        return subprocess.run(
            [shell, "-c", command],
            cwd=self.bag,
            env=surroundings,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def complaints(self) -> list[str]:
        """Run every command of the text; return those that did not say what the text tells the reader to expect."""
        found = []
        for command in self.commands():
            ran = self.run(command)
            if ran.returncode != 0 or not as_expected(command, ran.stdout, ran.stderr):
                found.append(f"{command}\n{ran.stdout[-600:]}{ran.stderr[-600:]}")
        return found


def as_expected(command: str, output: str, errors: str) -> bool:
    """Tell whether a command said what VERIFY.txt promises."""
    lines = output.splitlines()
    if command.startswith("sha256sum"):
        return bool(lines) and all(line.endswith(": OK") for line in lines)
    if "verify.py" in command:
        return lines[-1].startswith("HOLDS")
    if "extract_sig.py" in command:
        signatures = [line for line in lines if line.startswith("sig")]
        return len(signatures) == 1 and signatures[0].endswith(": WHOLE FILE")
    if command.startswith(("openssl ts", "for token")):
        return bool(lines) and all(line == "Verification: OK" for line in lines)
    if command.startswith("openssl cms"):
        return "erification successful" in errors
    if command.startswith("pdfsig"):
        return "Signature is Valid." in output and "Total document signed" in output
    return not output if command.startswith("cmp") else True


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the reader's tools only."""
    folder = tmp_path_factory.mktemp("tools")
    for name in TOOLS:
        (folder / name).symlink_to(shutil.which(name) or pytest.fail(f"{name} is missing"))
    python = Path("/usr/bin/python3")  # not a version manager's, which needs more than itself
    (folder / "python3").symlink_to(python if python.exists() else sys.executable)
    return folder


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> LocalAuthority:
    """An authority where the person had single files stamped, long before."""
    return LocalAuthority(tmp_path_factory.mktemp("elsewhere"), "elsewhere")


@pytest.fixture(scope="module")
def vault(
    tmp_path_factory: pytest.TempPathFactory,
    two_authorities: tuple[LocalAuthority, LocalAuthority],
    elsewhere: LocalAuthority,
) -> Iterator[tuple[Session, str]]:
    """A dispute with exhibits of several types, witnessed once on the way, and one of them removed for good."""
    folder = tmp_path_factory.mktemp("independent")
    session = open_session(folder / "vault", create=True)
    wanted = NewDispute(title="点石成金自动下款", type=DisputeType.UNAUTHORISED_LOAN, institution="速融宝")
    dispute = new_dispute(session, wanted)
    Image.new("RGB", (300, 700), (200, 210, 220)).save(folder / "Screenshot_20250222_081503.png")
    Image.new("RGB", (400, 300), (90, 120, 60)).save(folder / "IMG_20250223_101010.jpg")
    add(session, dispute.id, folder, ".png", ".jpg")
    anchor_dispute(session, dispute.id, [each.authority for each in two_authorities], Silent())
    (folder / "通话 20250224.txt").write_text("客服：您好 =cmd|' /C calc'!A0", encoding="utf-8")
    (folder / "账单.csv").write_text("日期,金额\n2025-02-24,3128.50\n", encoding="utf-8")
    add(session, dispute.id, folder, ".txt", ".csv")
    attach(session, dispute.id, elsewhere, folder)
    yield session, dispute.id
    session.close()


def add(session: Session, dispute_id: str, folder: Path, *endings: str) -> None:
    paths = sorted(path for path in folder.iterdir() if path.suffix in endings)
    add_evidence(session, dispute_id, [FileSource(path) for path in paths], Silent(), lambda item: None)


def attach(session: Session, dispute_id: str, authority: LocalAuthority, folder: Path) -> None:
    """Attach two timestamps to the first exhibit, a whole response and a bare token over another digest."""
    with session.vault.read() as catalog:
        exhibit = catalog.exhibits(dispute_id)[0]
    data = session.vault.originals.path(exhibit.original.sha256).read_bytes()
    for name, token in (("a.tsr", stamped(authority, data)), ("b.TSA", bare(stamped(authority, data, "sha512")))):
        (folder / name).write_bytes(token)
        attach_token(session, exhibit.id, folder / name, [authority.authority])


class RevocationList(http.server.BaseHTTPRequestHandler):
    """The issuer's answer to whoever asks what was revoked: nothing."""

    data = b""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/pkix-crl")
        self.send_header("Content-Length", str(len(self.data)))
        self.end_headers()
        self.wfile.write(self.data)

    def log_message(self, format: str, *values: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def revocation_list() -> Iterator[str]:
    """The address at which the issuer says what was revoked."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), RevocationList)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/issuer.crl"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory, revocation_list: str) -> Path:
    """A person's own certificate with its issuer's, as certificate authorities hand them out."""
    issuer_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    issuer = certificate("Issuer", issuer_key, issuer_key, is_ca=True)
    place = x509.DistributionPoint([x509.UniformResourceIdentifier(revocation_list)], None, None, None)
    own = certificate("Li Xiaoming", key, issuer_key, x509.CRLDistributionPoints([place]))
    now = datetime.now(UTC)
    crl = x509.CertificateRevocationListBuilder(issuer.subject, now - timedelta(days=1), now + timedelta(days=30))
    RevocationList.data = crl.sign(issuer_key, hashes.SHA256()).public_bytes(Encoding.DER)
    path = tmp_path_factory.mktemp("certificate") / "me.p12"
    locking = BestAvailableEncryption(PASSPHRASE.encode())
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"me", key, own, [issuer], locking))
    return path


def certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    *more: x509.ExtensionType,
    is_ca: bool = False,
) -> x509.Certificate:
    """Return a certificate of "Issuer" for somebody."""
    subject, issuer = (x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, each)]) for each in (name, "Issuer"))
    now = datetime.now(UTC)
    builder = x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=300))
    builder = builder.add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    builder = builder.add_extension(key_usage(is_ca=is_ca), critical=True)
    builder = builder.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    above = x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key())
    builder = builder.add_extension(above, critical=False)
    for extension in more:
        builder = builder.add_extension(extension, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


@pytest.fixture(scope="module")
def bags(
    vault: tuple[Session, str],
    two_authorities: tuple[LocalAuthority, LocalAuthority],
    own_certificate: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[Kind, Path]:
    """A bag of every kind."""
    folder = tmp_path_factory.mktemp("bags")
    session, dispute_id = vault
    witnesses = tuple(each.authority for each in two_authorities)
    own = Signing(SigningMode.PKCS12, own_certificate, PASSPHRASE)
    signing = {"unsigned": NO_SIGNATURE, "own B-T": own, "own B-LT": replace(own, long_term=True)}
    made = {}
    for kind in KINDS:
        choices = ExportOptions(
            profile=kind.profile,
            language=kind.language,
            prepared_by="李小明",
            authorities=witnesses if kind.level != "B-B" else (),
            signing=signing.get(kind.level, Signing()),
        )
        made[kind] = folder / str(kind).replace(" ", "-")
        exported = export_dossier(session, dispute_id, made[kind], choices, Silent())
        assert exported.signature == kind.level.removeprefix("own ").replace("unsigned", "")
    return made


@pytest.fixture
def hand_over(
    tmp_path: Path, tools: Path, two_authorities: tuple[LocalAuthority, LocalAuthority], elsewhere: LocalAuthority
) -> "HandOver":
    """Give a bag to a reviewer, who fetched the authorities' roots."""
    return HandOver(tmp_path, tools, [authority.root_pem for authority in (*two_authorities, elsewhere)])


@dataclass(frozen=True)
class HandOver:
    """The way of a bag to a reviewer."""

    folder: Path
    tools: Path
    roots: list[Path]

    def __call__(self, bag: Path) -> Reviewer:
        place = self.folder / "review"
        shutil.copytree(bag, place / "bag")
        (place / "tsa_roots.pem").write_text("".join(root.read_text() for root in self.roots))
        return Reviewer(place / "bag", self.tools)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("kind", KINDS, ids=str)
@pytest.mark.conformance("CHECK-1", "Every command of VERIFY.txt says of an untouched bag what the text promises.")
def test_every_command_of_its_own_text_finds_the_bag_in_order(
    kind: Kind, bags: dict[Kind, Path], hand_over: HandOver
) -> None:
    reviewer = hand_over(bags[kind])
    before = contents(reviewer.bag)
    assert reviewer.complaints() == []
    assert contents(reviewer.bag) == before
    commands = " ".join(reviewer.commands())
    print(f"{kind}: {len(reviewer.commands())} commands")
    assert ("extract_sig.py" in commands) == (kind.level != "unsigned")
    assert ("sig1.tst" in commands) == kind.level.endswith(("B-T", "B-LT"))
    assert ("dossier.pdf.2.tsr" in commands) == (kind.level != "B-B")
    one_by_one, at_once = commands.count("checkpoint-") >= 2, "data/checkpoint-*.tsr" in commands
    assert one_by_one or at_once, "the earlier states and who witnessed them"


FULLEST = MATRIX if ALL else [Kind("lawyer", Language.EN, "own B-LT"), Kind("plain", Language.ZH_HANS, "B-T")]
"""Those that are judged with every kind of exhibit and event as well, and with everything attached."""


@pytest.fixture
def fullest(
    tmp_path: Path, two_authorities: tuple[LocalAuthority, LocalAuthority], own_certificate: Path
) -> dict[Kind, Path]:
    """Dossiers with long screenshots, turned photos, documents, recordings and text in all scripts."""
    own, made_here = load_pkcs12(own_certificate, PASSPHRASE), own_key("李小明", None)
    witnesses = [each.authority for each in two_authorities]
    made = {}
    for kind in FULLEST:
        path = tmp_path / f"{str(kind).replace(' ', '-')}.pdf"
        case = full_case(tmp_path / kind.language.value, kind.language)
        chosen = replace(options(), profile=kind.profile, language=kind.language)
        write_dossier(case.source(), chosen, path, Silent(), enclosed(case, two_authorities))
        if kind.level != "unsigned":
            key, asked = own if "own" in kind.level else made_here, witnesses if kind.level != "B-B" else []
            signed = sign(path, path, key, asked, long_term=kind.level == "own B-LT")
            assert signed.level.value == kind.level.removeprefix("own ")
        made[kind] = path
    return made


@pytest.mark.conformance("PDF-1", "veraPDF finds PDF/A-3b in every kind of dossier.")
def test_verapdf_finds_pdf_a_3b_in_every_kind(bags: dict[Kind, Path], fullest: dict[Kind, Path]) -> None:
    verapdf.check([*(bag / "data" / "dossier.pdf" for bag in bags.values()), *fullest.values()])
    print(f"{len(bags)} kinds of dossiers are PDF/A-3b: {', '.join(map(str, bags))}")
    print(f"{len(fullest)} with every kind of exhibit: {', '.join(map(str, fullest))}")


def list_anew(bag: Path) -> None:
    """Make the lists fit what lies in the bag, as every forger does."""
    names = sorted(name for name in contents(bag) if name.startswith("data/"))
    lines = [f"{hashlib.sha256((bag / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (bag / "manifest-sha256.txt").write_text("".join(lines))
    tags = sorted(name for name in contents(bag) if "/" not in name and not name.startswith("tagmanifest"))
    lines = [f"{hashlib.sha256((bag / name).read_bytes()).hexdigest()}  {name}\n" for name in tags]
    (bag / "tagmanifest-sha256.txt").write_text("".join(lines))


FORGED = (
    "dossier.pdf",
    "dossier.pdf.tsr",
    "custody.jsonl",
    "checkpoint.txt",
    "checkpoint.txt.tsr",
    "originals/E001.jpg",
)


@pytest.mark.parametrize("name", FORGED)
@pytest.mark.conformance("CHECK-1", "A changed file is noticed even when the lists are made to fit.")
def test_a_changed_file_is_noticed_even_when_the_lists_are_made_to_fit(
    name: str, bags: dict[Kind, Path], hand_over: HandOver
) -> None:
    reviewer = hand_over(bags[SEALED])
    path = reviewer.bag / "data" / name
    data = bytearray(path.read_bytes())
    data[len(data) * 2 // 3] ^= 1
    path.write_bytes(data)
    assert any("FAILED" in complaint for complaint in reviewer.complaints() if "sha256sum" in complaint)
    shutil.rmtree(reviewer.bag.parent / "inside", ignore_errors=True)
    shutil.rmtree(reviewer.bag.parent / "signature", ignore_errors=True)
    list_anew(reviewer.bag)
    complaints = reviewer.complaints()
    assert complaints
    assert not any(complaint.startswith("sha256sum") for complaint in complaints)


@pytest.mark.conformance("CHECK-1", "A log written anew with a checkpoint of its own lacks its witness.")
def test_a_log_written_anew_with_a_checkpoint_of_its_own_lacks_its_witness(
    vault: tuple[Session, str], bags: dict[Kind, Path], hand_over: HandOver
) -> None:
    reviewer = hand_over(bags[SEALED])
    session, dispute_id = vault
    size = len((reviewer.bag / "data/custody.jsonl").read_bytes().splitlines())
    with session.vault.read() as catalog:
        lines = opened(catalog.custody(dispute_id)[:size])
    backdated = rechained([type(line)(line.entry | {"at": "2024-01-01T00:00:00.000Z"}, None, None) for line in lines])
    (reviewer.bag / "data/custody.jsonl").write_bytes(file_of(backdated))
    (reviewer.bag / "data/checkpoint.txt").write_bytes(checkpoint_of(backdated, dispute_id))
    for earlier in (reviewer.bag / "data").glob("checkpoint-*"):
        earlier.unlink()
    list_anew(reviewer.bag)
    alone = reviewer.run("python3 -I data/verify.py data/custody.jsonl data/checkpoint.txt")
    assert "HOLDS" in alone.stdout, "the forger did it right"
    token = "openssl ts -verify -in data/checkpoint.txt.tsr -data data/checkpoint.txt -CAfile ../tsa_roots.pem"
    assert token in reviewer.commands()
    assert "Verification: FAILED" in reviewer.run(token).stdout


@pytest.mark.conformance("CHECK-1", "A revision appended to the PDF is noticed.")
def test_a_revision_appended_by_the_counterparty_is_noticed(bags: dict[Kind, Path], hand_over: HandOver) -> None:
    reviewer = hand_over(bags[SEALED])
    with (reviewer.bag / "data/dossier.pdf").open("ab") as file:
        file.write(b"\n1 0 obj\n<<>>\nendobj\nxref\n0 0\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n")
    list_anew(reviewer.bag)
    complaints = "\n".join(reviewer.complaints())
    assert "PART ONLY" in complaints
    assert "Verification: FAILED" in complaints


@pytest.mark.conformance("CHECK-1", "The PDF alone can be checked in the same way with what it carries.")
def test_the_pdf_alone_can_be_checked_in_the_same_way(bags: dict[Kind, Path], hand_over: HandOver) -> None:
    reviewer = hand_over(bags[SEALED])
    for path in reviewer.bag.iterdir():
        if path.name != "data":
            path.unlink()
    for path in (reviewer.bag / "data").iterdir():
        if not path.name.startswith("dossier.pdf"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    roots = "-CAfile ../tsa_roots.pem"
    for command in (
        f"openssl ts -verify -in data/dossier.pdf.tsr -data data/dossier.pdf {roots}",
        "mkdir ../inside",
        "pdfdetach -saveall -o ../inside data/dossier.pdf",
        f"openssl ts -verify -in ../inside/checkpoint.txt.tsr -data ../inside/checkpoint.txt {roots}",
        "python3 -I ../inside/verify.py ../inside/custody.jsonl ../inside/checkpoint*.txt --files ../inside/E*",
        "python3 -I ../inside/extract_sig.py data/dossier.pdf ../signature",
    ):
        ran = reviewer.run(command)
        assert ran.returncode == 0, ran.stdout + ran.stderr
        assert as_expected(command, ran.stdout, ran.stderr), ran.stdout


@pytest.mark.conformance("CHECK-1", "A second signature, by whoever changed the file, is noticed.")
def test_a_second_signature_by_whoever_changed_the_file_is_noticed(bags: dict[Kind, Path], hand_over: HandOver) -> None:
    reviewer = hand_over(bags[SEALED])
    dossier = reviewer.bag / "data/dossier.pdf"
    dossier.write_bytes(add_signature(dossier.read_bytes(), gap_of(PLAIN)))
    complaint = next(each for each in reviewer.complaints() if each.startswith("python3 -I data/extract_sig.py"))
    assert "sig1  signature" in complaint
    assert "PART ONLY" in complaint
    assert "sig2  signature" in complaint


@pytest.mark.conformance("CHECK-1", "A root that the reader did not fetch vouches for nothing.")
def test_a_root_that_the_reader_did_not_fetch_vouches_for_nothing(
    bags: dict[Kind, Path], hand_over: HandOver, tmp_path_factory: pytest.TempPathFactory
) -> None:
    reviewer = hand_over(bags[SEALED])
    stranger = LocalAuthority(tmp_path_factory.mktemp("stranger"), "stranger")
    shutil.copy(stranger.root_pem, reviewer.bag.parent / "tsa_roots.pem")
    failed = [complaint for complaint in reviewer.complaints() if complaint.startswith("openssl ts")]
    assert len(failed) == sum(command.startswith("openssl ts") for command in reviewer.commands())
