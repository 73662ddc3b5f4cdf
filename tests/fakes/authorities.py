"""Timestamp authorities for tests, benchmarks and the demo: openssl on loopback, each with a root of its own.

with LocalAuthority(tmp_path, "first") as first, LocalAuthority(tmp_path, "second") as second:
    anchor_dispute(session, dispute.id, [first.authority, second.authority], Silent())
"""

import re
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence_app.domain.anchors import Authority
from evidence_app.proof.authorities import root_sha256
from tests.fakes.authority_papers import Paper, issuing, root, signer
from tests.fakes.authority_server import reply

POLICY = "1.3.6.1.4.1.55555.1"

CONFIGURATION = f"""
[tsa]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = {POLICY}
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class LocalAuthority:
    """An authority that runs while its context is entered; it may be entered again.

    ``folder`` gets its keys and certificates, which are made once and used again by the next one of that name in it.
    ``behaviour`` is what it does when it is asked, ``good`` or one of `tests.fakes.hostile_authorities`.
    """

    def __init__(self, folder: Path, name: str = "local", behaviour: str = "good") -> None:
        self.name = name
        self.behaviour = behaviour
        self.folder = folder / f"authority-{re.sub('[^a-z0-9]+', '-', name.lower())}"
        if not (self.folder / "tsa.cnf").exists():
            _prepare(self.folder, name)
        self._process: subprocess.Popen[str] | None = None
        self._port = self.tls_port = 0

    @property
    def root_pem(self) -> Path:
        """The root's certificate, as openssl's ``-CAfile`` takes it."""
        return self.folder / "root.pem"

    @property
    def url(self) -> str:
        """Where it listens, empty while it does not run."""
        return self.url_of(self.behaviour)

    def url_of(self, behaviour: str) -> str:
        """Return the address under which the same authority behaves otherwise."""
        return f"http://127.0.0.1:{self._port}/{behaviour}" if self._port else ""

    @property
    def authority(self) -> Authority:
        """The authority as the program knows it, with its root pinned."""
        return self.acting(self.behaviour)

    def acting(self, behaviour: str) -> Authority:
        """Return the authority at the address under which it behaves like this."""
        root_pem = self.root_pem.read_text()
        return Authority(
            code=f"own-{root_sha256(root_pem)[:8]}",
            name=self.name,
            operator=f"operator of {self.name}",
            url=self.url_of(behaviour),
            roots=(root_pem,),
            policies=(POLICY,),
        )

    def reply(self, query: bytes) -> bytes:
        """Return openssl's answer to a query, without the network."""
        return reply(self.folder, query)

    def start(self) -> None:
        """Run, in a process of its own."""
        command = [sys.executable, "-m", "tests.fakes.authority_server", str(self.folder)]
        self._process = subprocess.Popen(
            command, cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        self._port, self.tls_port = map(int, self._process.stdout.readline().split())

    def stop(self) -> None:
        """End the process: whoever asks now finds nobody."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.stop()


def _prepare(folder: Path, name: str) -> None:
    """Write keys, certificates and openssl's configuration; the configuration last, as a sign that all is there."""
    folder.mkdir(parents=True, exist_ok=True)
    top = root(name)
    middle = issuing(name, top)
    _write(folder, "root", top)
    _write(folder, "issuing", middle)
    _write(folder, "signer", signer(name, middle))
    (folder / "serial").write_text("01\n")
    (folder / "tsa.cnf").write_text(CONFIGURATION)


def _write(folder: Path, name: str, paper: Paper) -> None:
    (folder / f"{name}.pem").write_bytes(paper.pem)
    (folder / f"{name}.key").write_bytes(paper.key_pem)
