"""The authorities that the tests use are real ones, judged by openssl."""

import subprocess
import urllib.request
from pathlib import Path

from tests.fakes.authorities import LocalAuthority


def stamped(authority: LocalAuthority, data: Path) -> Path:
    """Ask with openssl's own query; return the file with the answer."""
    query, answer = data.with_suffix(".tsq"), data.with_suffix(".tsr")
    subprocess.run(["openssl", "ts", "-query", "-data", data, "-sha256", "-cert", "-out", query], check=True)
    request = urllib.request.Request(authority.url, query.read_bytes())
    with urllib.request.urlopen(request, timeout=20) as response:
        answer.write_bytes(response.read())
    return answer


def holds(answer: Path, data: Path, root: Path) -> bool:
    """Tell what openssl makes of a token."""
    command = ["openssl", "ts", "-verify", "-in", answer, "-data", data, "-CAfile", root]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def test_openssl_accepts_a_local_token_under_its_own_root_only(
    two_authorities: tuple[LocalAuthority, LocalAuthority], tmp_path: Path
) -> None:
    first, second = two_authorities
    data = tmp_path / "data"
    data.write_bytes(b"something")
    answer = stamped(first, data)
    assert holds(answer, data, first.root_pem)
    assert not holds(answer, data, second.root_pem)


def test_a_stopped_authority_leaves_no_process(tmp_path: Path) -> None:
    authority = LocalAuthority(tmp_path, "short lived")
    with authority:
        address = authority.url
        assert address.startswith("http://127.0.0.1:")
    process = subprocess.run(["pgrep", "-f", str(authority.folder)], check=False, capture_output=True)
    assert process.stdout == b""
