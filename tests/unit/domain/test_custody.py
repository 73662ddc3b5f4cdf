"""The custody log's arithmetic against published vectors."""

import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.custody import (
    Checkpoint,
    CustodyKind,
    canonical,
    commitment,
    entry_bytes,
    leaf_hash,
    merkle_root,
    merkle_roots,
    node_hash,
    timestamp,
)

# The eight inputs and tree heads of Google's certificate-transparency tests, used by every RFC 6962 implementation.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
HEADS = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


@pytest.mark.parametrize("size", range(1, 9))
def test_the_root_is_that_of_rfc_6962(size: int) -> None:
    assert merkle_root(leaf_hash(data) for data in INPUTS[:size]).hex() == HEADS[size - 1]


def test_an_empty_log_has_the_hash_of_nothing() -> None:
    assert merkle_root([]) == hashlib.sha256(b"").digest()


def definition(leaves: list[bytes]) -> bytes:
    """The recursive definition of RFC 6962 section 2.1, word for word."""
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(definition(leaves[:split]), definition(leaves[split:]))


@given(st.lists(st.binary(min_size=32, max_size=32), min_size=1, max_size=70))
def test_the_root_agrees_with_the_definition(leaves: list[bytes]) -> None:
    assert merkle_root(leaves) == definition(leaves)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        ({"b": 1, "a": "é"}, '{"a":"é","b":1}'),
        # the sorting example of RFC 8785 section 3.2.3
        (
            {"\u20ac": "", "\r": "", "\ufb33": "", "1": "", "\U0001f600": "", "\u0080": "", "\u00f6": ""},
            '{"\\r":"","1":"","\u0080":"","ö":"","€":"","\U0001f600":"","\ufb33":""}',
        ),
        (['\x0f\n"\\</script>'], '["\\u000f\\n\\"\\\\</script>"]'),
    ],
)
def test_payloads_are_written_as_rfc_8785_says(value: object, form: str) -> None:
    assert canonical(value).decode() == form  # type: ignore[arg-type]


def test_an_entry_holds_exactly_the_fields_of_the_format() -> None:
    entry = entry_bytes(
        dispute_id="abc",
        seq=0,
        kind=CustodyKind.ADD,
        at=datetime(2025, 2, 22, 0, 15, 3, 7000, tzinfo=UTC),
        prev="0" * 64,
        commit="f" * 64,
    )
    assert entry.decode() == (
        '{"at":"2025-02-22T00:15:03.007Z","dispute":"abc","kind":"add","payload":"'
        + "f" * 64
        + '","prev":"'
        + "0" * 64
        + '","seq":0,"v":1}'
    )


def test_a_commitment_needs_its_salt() -> None:
    expected = hashlib.sha256(b"juzheng-payload-v1\0" + b"s" * 16 + b"{}").hexdigest()
    assert commitment(b"{}", b"s" * 16) == expected
    assert commitment(b"{}", b"t" * 16) != expected


def test_a_checkpoint_is_a_c2sp_body() -> None:
    body = Checkpoint("abc", 3, bytes(32)).body().decode()
    assert body == "juzheng.local/dispute/abc\n3\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n"


def test_timestamps_always_have_milliseconds_and_z() -> None:
    assert timestamp(datetime(2025, 1, 1, tzinfo=UTC)) == "2025-01-01T00:00:00.000Z"


def test_all_heads_are_found_in_one_pass() -> None:
    leaves = [leaf_hash(data) for data in INPUTS]
    roots = merkle_roots(leaves, {1, 3, 8, 9})
    assert {size: root.hex() for size, root in roots.items()} == {size: HEADS[size - 1] for size in (1, 3, 8)}
