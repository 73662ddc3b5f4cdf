"""A timestamp is believed only if everything about it holds."""

import hashlib
import os
import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import cms

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.proof.asking import ask
from evidence_app.proof.tokens import LARGEST_TOKEN, UnknownRoot, parse_response, verify_token
from tests.fakes.authorities import POLICY, LocalAuthority

Two = tuple[LocalAuthority, LocalAuthority]
STEP = 1 if os.environ.get("JUZHENG_SOAK") else 7
DIGEST = hashlib.sha256(b"a checkpoint").digest()


@pytest.fixture(scope="module")
def response(two_authorities: Two) -> bytes:
    return ask(two_authorities[0].authority, DIGEST).response


def test_a_token_names_who_witnessed_and_when(two_authorities: Two, response: bytes) -> None:
    first, second = two_authorities
    token = verify_token(response, DIGEST, [second.authority, first.authority])
    assert token.authority == first.authority
    assert token.root == "first Root, Test"
    assert token.signer == "first Stamping Unit, Test"
    assert token.policy == POLICY
    assert abs(datetime.now(UTC) - token.witnessed_at) < timedelta(minutes=5)


def test_a_bare_token_is_read_too(two_authorities: Two, response: bytes) -> None:
    bare = parse_response(response).signed_data
    der = cms.ContentInfo({"content_type": "signed_data", "content": bare}).dump()
    assert verify_token(der, DIGEST, [two_authorities[0].authority]).policy == POLICY


def test_other_bytes_have_no_witness(two_authorities: Two, response: bytes) -> None:
    with pytest.raises(IntegrityFailure, match="token-other-bytes"):
        verify_token(response, hashlib.sha256(b"another").digest(), [two_authorities[0].authority])


def test_a_whole_token_of_nobody_known_is_told_apart(two_authorities: Two, response: bytes) -> None:
    with pytest.raises(UnknownRoot) as failure:
        verify_token(response, DIGEST, [two_authorities[1].authority])
    assert failure.value.token.signer == "first Stamping Unit, Test"


def test_without_any_authority_nobody_is_known(response: bytes) -> None:
    with pytest.raises(UnknownRoot):
        verify_token(response, DIGEST, [])


def test_a_token_of_another_policy_is_refused(two_authorities: Two, response: bytes) -> None:
    strict: Authority = replace(two_authorities[0].authority, policies=("1.2.3",))
    with pytest.raises(IntegrityFailure, match="token-policy"):
        verify_token(response, DIGEST, [strict])


def test_a_nonce_has_to_come_back(two_authorities: Two, response: bytes) -> None:
    with pytest.raises(IntegrityFailure, match="token-other-nonce"):
        verify_token(response, DIGEST, [two_authorities[0].authority], nonce=secrets.randbits(63))


def test_the_time_has_to_be_possible(two_authorities: Two, response: bytes) -> None:
    for limits in ({"not_after": datetime(2020, 1, 1, tzinfo=UTC)}, {"not_before": datetime(2100, 1, 1, tzinfo=UTC)}):
        with pytest.raises(IntegrityFailure, match="token-clock"):
            verify_token(response, DIGEST, [two_authorities[0].authority], **limits)


@pytest.mark.parametrize(
    "change",
    [
        lambda der: b"",
        lambda der: b"<html>",
        lambda der: der[:-1],
        lambda der: der + b"\0",
        lambda der: b"\x30\x80" + der[4:] + b"\0\0",
        lambda der: der + b"\x30" * LARGEST_TOKEN,
        lambda der: b"\x30" * 500,
        lambda der: b"\x30\x82\x01\xf0" + b"\x30\x80" * 248,
    ],
)
def test_what_is_no_token_is_unreadable(response: bytes, change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(InputProblem, match="token-unreadable"):
        parse_response(change(response))


def test_a_refusal_says_so() -> None:
    with pytest.raises(InputProblem, match="token-rejected"):
        parse_response(bytes.fromhex("30053003020102"))


def test_no_flipped_byte_makes_another_statement(two_authorities: Two, response: bytes) -> None:
    """Bytes that nobody signed may change, such as a certificate that is not needed; what is believed may not."""
    known = [two_authorities[0].authority]
    whole = verify_token(response, DIGEST, known)
    tried, refused = range(0, len(response), STEP), 0
    for index in tried:
        flipped = bytearray(response)
        flipped[index] ^= 1
        try:
            told = verify_token(bytes(flipped), DIGEST, known)
        except (InputProblem, IntegrityFailure):
            refused += 1
        else:
            assert told == whole, index
    print(f"{refused} of {len(tried)} flipped bytes refused, the others said the same")
    assert refused > len(tried) * 0.9


def test_many_at_once_find_the_same(two_authorities: Two, response: bytes) -> None:
    """asn1crypto reads lazily: what several threads shared would be read half."""
    known = [each.authority for each in two_authorities]
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: verify_token(response, DIGEST, known), range(80)))
    assert len(set(map(repr, told))) == 1
