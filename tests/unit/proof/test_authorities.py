"""Who may witness: authorities that come with the program, and those that a person adds."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from evidence_app.actions.authorities import add_authority, forget_authority, known_authorities, list_authorities
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.proof import authorities as module
from evidence_app.proof.authorities import (
    authority_from,
    bundled_authorities,
    default_authorities,
    root_sha256,
    usable_address,
)
from evidence_app.resources import resource
from tests.fakes.authorities import LocalAuthority

APPLE = "b0b1730ecbc7ff4505142c49f1295e6eda6bcaed7e2c68c5be91b5a11001f024"

Two = tuple[LocalAuthority, LocalAuthority]


def test_two_authorities_of_different_operators_are_asked_unless_others_were_chosen() -> None:
    asked = default_authorities()
    assert len(asked) == 2
    assert len({authority.operator for authority in asked}) == 2
    assert bundled_authorities()[:2] == asked


def test_every_authority_that_comes_along_has_an_address_a_policy_and_a_root() -> None:
    found = bundled_authorities()
    assert len({authority.code for authority in found}) == len(found) >= 5
    for authority in found:
        assert usable_address(authority.url) == authority.url
        assert authority.policy_url.startswith("https://")
        assert authority.roots


@pytest.mark.parametrize("root", sorted(resource("authorities").glob("*.pem")), ids=lambda path: path.stem)
def test_openssl_finds_every_root_self_signed_and_of_the_fingerprint_that_is_written_down(root: Path) -> None:
    command = ["openssl", "x509", "-in", str(root), "-noout", "-fingerprint", "-sha256"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    fingerprint = told.strip().split("=")[1].replace(":", "").lower()
    assert fingerprint == root_sha256(root.read_text())
    assert any(fingerprint in path.read_text() for path in resource("authorities").glob("*.toml"))
    verify = ["openssl", "verify", "-CAfile", str(root), "-check_ss_sig", str(root)]
    assert subprocess.run(verify, check=False, capture_output=True).returncode == 0


def test_apples_root_is_apples() -> None:
    apple = next(authority for authority in bundled_authorities() if authority.code == "apple")
    assert [root_sha256(root) for root in apple.roots] == [APPLE]


def test_a_root_that_was_exchanged_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "authorities"
    shutil.copytree(resource("authorities"), folder)
    shutil.copy(folder / "apple-root.pem", folder / "usertrust-rsa.pem")
    monkeypatch.setattr(module, "resource", lambda *parts: tmp_path.joinpath(*parts))
    bundled_authorities.cache_clear()
    with pytest.raises(IntegrityFailure, match="authority-root-changed"):
        bundled_authorities()
    bundled_authorities.cache_clear()


def test_an_authority_of_ones_own_is_listed_until_it_is_forgotten(two_authorities: Two, tmp_path: Path) -> None:
    real = two_authorities[0]
    added = add_authority("My court's own", real.url, real.root_pem, tmp_path)
    expected = replace(real.authority, name="My court's own", operator="127.0.0.1", policies=())
    assert added == expected
    listed = [each for each in list_authorities(tmp_path) if each.own]
    assert [each.authority for each in listed] == [added]
    assert added in known_authorities(tmp_path)
    add_authority("Another name", real.url, real.root_pem, tmp_path)
    assert [each.authority.name for each in list_authorities(tmp_path) if each.own] == ["Another name"]
    forget_authority(added.code, tmp_path)
    assert not any(each.own for each in list_authorities(tmp_path))


def test_a_damaged_file_among_ones_own_hides_no_other(two_authorities: Two, tmp_path: Path) -> None:
    real = two_authorities[0]
    add_authority("whole", real.url, real.root_pem, tmp_path)
    (tmp_path / "own-00000000.json").write_bytes(b"\xff{")
    (tmp_path / "own-11111111.json").write_text('{"name": 1, "url": "ftp://x", "roots": []}')
    assert [each.authority.name for each in list_authorities(tmp_path) if each.own] == ["whole"]


def test_several_roots_in_one_file_are_taken_each(two_authorities: Two) -> None:
    pem = "".join(each.root_pem.read_text() for each in two_authorities)
    assert len(authority_from("", "https://example.org/tsa", f"subject=/CN=x\n{pem}").roots) == 2


def test_a_signers_certificate_is_no_root(two_authorities: Two) -> None:
    pem = (two_authorities[0].folder / "signer.pem").read_text()
    with pytest.raises(InputProblem, match="authority-root"):
        authority_from("", "https://example.org/tsa", pem)


@pytest.mark.parametrize(
    "pem",
    [
        "",
        "hello",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN CERTIFICATE-----\n证\n",
    ],
)
def test_what_holds_no_certificate_is_no_root(pem: str) -> None:
    with pytest.raises(InputProblem, match="authority-root"):
        authority_from("", "https://example.org/tsa", pem)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org",
        "file:///etc/passwd",
        "http://",
        "http://user:word@example.org",
        "http://user@example.org",
        "http://example.org/\r\nX: y",
        "http://exa mple.org/",
        "http://[::1",
        "http://example.org:99999/",
        "http://example.org/#part",
        "http://例子.中国/",
        "http://example.org/" + "x" * 600,
    ],
)
def test_what_cannot_be_asked_is_no_address(url: str) -> None:
    with pytest.raises(InputProblem, match="authority-address"):
        usable_address(url)
