"""Whatever a timestamp authority or a network does: no bad token is kept, nothing waits longer than its deadline."""

import os
import socket
import subprocess
import time
import urllib.request
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
import rfc3161_client
from asn1crypto import tsp
from cryptography import x509

from evidence_app.actions.anchor import anchor_dispute, anchors
from evidence_app.actions.session import Session
from evidence_app.actions.verify import verify_vault
from evidence_app.domain.anchors import Authority
from evidence_app.domain.disputes import Dispute
from evidence_app.errors import EnvironmentProblem, JuzhengError
from evidence_app.phrases import Language, error_words
from evidence_app.progress import Silent
from evidence_app.proof.asking import DEADLINE_S, ask
from tests.fakes.authorities import LocalAuthority
from tests.fakes.hostile_authorities import BEHAVIOURS, SILENT, UNREACHABLE, paper
from tests.fakes.token_maker import Shape, make

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
DEADLINES_S = {True: DEADLINE_S, False: DEADLINE_S} if SOAK else {True: 1.0, False: 30.0}
"""By whether it is the deadline that ends the asking. Those that answer may be slow on a busy machine."""

LESS_STRICT = {
    *("a-day-ahead", "twenty-minutes-behind", "years-behind"),  # it does not know when it was asked
    *("two-usages", "other-policy", "certificate-not-named", "other-certificate-named", "crowd-of-certificates"),
    *("sha1-signature", "short-key", "no-signed-attributes"),
}
"""What the second judge may take."""

SLACK_S = 3.0
"""What a busy machine adds to a deadline before a thread is woken; the asking itself adds nothing."""

Two = tuple[LocalAuthority, LocalAuthority]
DIGEST = b"\x5a" * 32


def refusal(authority: Authority, deadline_s: float) -> str:
    """Ask, and return the code of why nothing was believed, empty if something was."""
    try:
        ask(authority, DIGEST, deadline_s=deadline_s)
    except JuzhengError as problem:
        words = [error_words(problem, language) for language in Language]
        return problem.code if all(map(all, words)) else "no words"
    return ""


def test_no_bad_answer_is_kept_and_the_other_authority_still_witnesses(
    session: Session, dispute: Dispute, two_authorities: Two, capsys: pytest.CaptureFixture[str]
) -> None:
    bad, good = two_authorities
    outcomes: Counter[str] = Counter()
    wrong: list[str] = []
    for name, (_, expected) in BEHAVIOURS.items():
        deadline_s = DEADLINES_S[expected == SILENT]
        kept = len(anchors(session, dispute.id))
        outcome = anchor_dispute(session, dispute.id, [bad.acting(name)], Silent(), deadline_s=deadline_s)
        codes = [failure.problem.code for failure in outcome.failures]
        outcomes.update(codes or ["ACCEPTED"])
        if outcome.anchors or codes != [expected] or len(anchors(session, dispute.id)) != kept:
            wrong.append(f"{name}: {codes or 'accepted'}, should be {expected}")
    both = anchor_dispute(session, dispute.id, [bad.acting("captive-portal"), good.authority], Silent())
    session.close()
    with capsys.disabled():
        print(f"\n{len(BEHAVIOURS)} hostile behaviours, {outcomes['ACCEPTED']} bad tokens accepted: {dict(outcomes)}")
    assert wrong == []
    assert ([each.name for each in both.anchors], len(both.failures)) == (["second"], 1)
    assert verify_vault(session.folder, Silent()).holds


def test_what_is_made_by_hand_is_good_where_nothing_is_wrong(two_authorities: Two, tmp_path: Path) -> None:
    """Else the campaign would be refused for another reason than the one it is about."""
    folder = two_authorities[0].folder
    query, data = tmp_path / "query", tmp_path / "data"
    data.write_bytes(b"data")
    command = ["openssl", "ts", "-query", "-data", str(data), "-sha256", "-cert", "-out", str(query)]
    subprocess.run(command, check=True, capture_output=True)
    chain = [paper(folder, "signer"), paper(folder, "issuing")]
    (tmp_path / "reply").write_bytes(make(query.read_bytes(), chain[0], chain, Shape(policy="1.2.3")))
    check = ["openssl", "ts", "-verify", "-in", tmp_path / "reply", "-data", data, "-CAfile", folder / "root.pem"]
    judged = subprocess.run(check, check=False, capture_output=True, text=True)
    assert judged.returncode == 0, judged.stderr


def in_order(response: bytes) -> bytes:
    """Return a response with its certificates in DER's order, which openssl does not keep and this judge insists on."""
    answer = tsp.TimeStampResp.load(response)
    certificates = answer["time_stamp_token"]["content"]["certificates"]
    if len(certificates):
        in_turn = sorted((each.chosen for each in certificates), key=lambda each: each.dump())
        answer["time_stamp_token"]["content"]["certificates"] = in_turn
    return answer.dump()


def test_a_second_judge_believes_nothing_that_matters_either(
    two_authorities: Two, capsys: pytest.CaptureFixture[str]
) -> None:
    """rfc3161-client asks for less: what it would take, although we do not, is printed."""
    bad = two_authorities[0]
    asked = rfc3161_client.TimestampRequestBuilder().data(b"data").nonce(nonce=True)
    query = asked.cert_request(cert_request=True).hash_algorithm(rfc3161_client.HashAlgorithm.SHA256).build()
    top = x509.load_pem_x509_certificate(bad.root_pem.read_bytes())
    judge = rfc3161_client.VerifierBuilder.from_request(query).add_root_certificate(top).build()

    def believed(name: str) -> bool:
        try:
            with urllib.request.urlopen(bad.url_of(name), query.as_bytes(), timeout=60) as response:
                answer = rfc3161_client.decode_timestamp_response(in_order(response.read()))
            return judge.verify_message(answer, b"data")
        except (ValueError, rfc3161_client.VerificationError):
            return False

    tokens = [name for name, (_, code) in BEHAVIOURS.items() if code.startswith("token-")]
    taken = [name for name in tokens if believed(name)]
    with capsys.disabled():
        print(f"\na second judge would take {len(taken)} of {len(tokens)}: {', '.join(taken)}")
    assert believed("good")
    assert set(taken) <= LESS_STRICT


def test_ten_seconds_are_ten_seconds(two_authorities: Two) -> None:
    began = time.monotonic()
    assert refusal(two_authorities[0].acting("drip-body"), DEADLINE_S) == SILENT
    assert DEADLINE_S - 0.1 <= time.monotonic() - began < DEADLINE_S + SLACK_S


def test_nobody_there_a_name_that_leads_nowhere_and_tls_that_nobody_vouches_for(two_authorities: Two) -> None:
    good = two_authorities[0]
    addresses = {
        "http://127.0.0.1:1/": UNREACHABLE,
        "http://nobody.invalid/": UNREACHABLE,
        f"https://127.0.0.1:{good.tls_port}/good": UNREACHABLE,
        good.url.replace("http://", "https://"): UNREACHABLE,
        f"http://127.0.0.1:{good.tls_port}/good": UNREACHABLE,
        "ftp://127.0.0.1/": "authority-address",
        "file:///etc/passwd": "authority-address",
        "http://user:secret@127.0.0.1/": "authority-address",
        "http://127.0.0.1:99999/": "authority-address",
        "": "authority-address",
    }
    for address, code in addresses.items():
        assert refusal(replace(good.authority, url=address), 30.0) == code, address


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_port_that_takes_the_connection_and_says_nothing_ends_at_the_deadline(
    scheme: str, two_authorities: Two
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        began = time.monotonic()
        authority = replace(two_authorities[0].authority, url=f"{scheme}://127.0.0.1:{port}/")
        assert refusal(authority, 1.0) == SILENT
        assert time.monotonic() - began < 1.0 + SLACK_S


def test_a_name_server_that_does_not_answer_ends_at_the_deadline(
    two_authorities: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*asked: object, **more: object) -> None:
        time.sleep(5)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    began = time.monotonic()
    assert refusal(two_authorities[0].authority, 0.5) == SILENT
    assert time.monotonic() - began < 0.5 + SLACK_S


def test_a_proxy_in_the_environment_is_not_used(two_authorities: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    assert ask(two_authorities[0].authority, DIGEST, deadline_s=30.0).token.authority.name == "first"


def test_nothing_but_a_hash_and_a_number_is_sent(two_authorities: Two) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        authority = replace(two_authorities[0].authority, url=f"http://127.0.0.1:{listener.getsockname()[1]}/tsa")
        with pytest.raises(EnvironmentProblem):
            ask(authority, DIGEST, deadline_s=0.5)
        connection, _ = listener.accept()
        connection.settimeout(5)
        sent = connection.recv(10_000)
        connection.close()
    head, _, body = sent.partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0] == b"POST /tsa HTTP/1.1"
    assert DIGEST in body
    assert len(body) < 80
    names = {line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]}
    expected = {
        b"host",
        b"accept-encoding",
        b"content-length",
        b"content-type",
        b"accept",
        b"user-agent",
        b"connection",
    }
    assert names == expected
