"""Bytes that pose as timestamps: read or refused in time, never a crash, never another statement than was signed."""

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from evidence_app.domain.anchors import Authority
from evidence_app.errors import InputProblem, JuzhengError
from evidence_app.proof.asking import ask
from evidence_app.proof.authorities import bundled_authorities
from evidence_app.proof.tokens import LARGEST_TOKEN, parse_response, verify_token
from tests.fakes.authorities import LocalAuthority

SOAK = bool(os.environ.get("JUZHENG_SOAK"))
MUTANTS = 20_000 if SOAK else 400
LONGEST_S = 3.0
"""Of the processor, for one of them; usually it is a hundredth of a second."""

REAL = Path(__file__).parents[1] / "real_tokens"
PIECES = (b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\x02\x01\xff", b"\x05\x00", b"\xff" * 9, b"\x06\x00", b"\x18\x00")


def mutant(token: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return a token with bytes changed, cut, doubled or put in from elsewhere."""
    changed = bytearray(token)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(changed))
        match chance.choice((0, 0, 0, 0, 1, 1, 2, 3, 4, 5)):
            case 0:
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                changed[at] = chance.choice((0, 1, 0x7F, 0x80, 0xFF))
            case 2:
                changed[at : at + chance.randrange(1, 40)] = b""
            case 3:
                changed[at:at] = changed[at : at + chance.randrange(1, 40)]
            case 4:
                changed[at : at + chance.randrange(8)] = chance.choice(PIECES)
            case _:
                other = chance.choice(others)
                begin = chance.randrange(len(other))
                changed[at : at + 30] = other[begin : begin + 30]
        if not changed:
            return b""
    return bytes(changed)


def test_no_mutant_of_a_token_crashes_hangs_or_says_something_else(
    two_authorities: tuple[LocalAuthority, LocalAuthority], capsys: pytest.CaptureFixture[str]
) -> None:
    digest, chance, slowest = b"\x5a" * 32, random.Random(7), 0.0
    tokens = [ask(each.authority, digest, deadline_s=60).response for each in two_authorities]
    tokens += [path.read_bytes() for path in sorted(REAL.glob("*.tst"))]
    known: list[Authority] = [*bundled_authorities(), *(each.authority for each in two_authorities)]
    asked = [(parse_response(token), token) for token in tokens]
    told = [verify_token(token, read.digest, known) for read, token in asked]
    codes: Counter[str] = Counter()
    for number in range(MUTANTS):
        which = number % len(tokens)
        read, token = asked[which]
        began = time.process_time()
        try:
            assert verify_token(mutant(token, tokens, chance), read.digest, known) == told[which]
            codes["the same"] += 1
        except JuzhengError as problem:
            codes[problem.code] += 1
        slowest = max(slowest, time.process_time() - began)
    with capsys.disabled():
        print(f"\n{MUTANTS} mutants of {len(tokens)} tokens, at most {slowest:.2f} s of the processor: {dict(codes)}")
    assert slowest < LONGEST_S


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"\x30\x83\x00\xff\xff" + b"\x02\x01\x00" * 20_000,
        lambda: b"\x30\x82\xff\xfb" + b"\x30\x00" * 32_765 + b"\x00",
        lambda: b"\x30" * LARGEST_TOKEN,
        lambda: b"".join(b"\x30\x82" + (60_000 - 4 * depth).to_bytes(2, "big") for depth in range(15_000)),
        lambda: b"\x06\x82\xff\xf0" + b"\x80" * 65_520,
    ],
)
def test_what_is_large_and_deep_is_refused_at_once(make: Callable[[], bytes]) -> None:
    data = make()
    began = time.process_time()
    with pytest.raises(InputProblem):
        parse_response(data)
    assert time.process_time() - began < LONGEST_S
