"""The outer form of DER (X.690): every length definite and minimal, nothing left over, nesting bounded.

asn1crypto reads BER too and looks into nothing that it is not asked for, so that bytes could be put where nobody
looks. Tokens are held to the one form, so that whoever reads them later reads the same.
"""

DEEPEST = 32
"""Levels of nesting; a token with its certificates has about fifteen."""

CONSTRUCTED = 0x20
_LONG_TAG = 0x1F


def is_der(data: bytes) -> bool:
    """Tell whether bytes are exactly one value in distinguished form. Content of primitive values is not looked at."""
    return _value_end(data, 0, len(data), DEEPEST) == len(data) > 0


def _value_end(data: bytes, start: int, limit: int, depth: int) -> int:
    """Return where the value at ``start`` ends, -1 if it is not in the one form or reaches beyond ``limit``."""
    content = _after_tag(data, start, limit)
    if content < 0 or depth == 0:
        return -1
    content, length = _length(data, content, limit)
    end = content + length
    if content < 0 or end > limit:
        return -1
    if data[start] & CONSTRUCTED:
        while content < end:
            content = _value_end(data, content, end, depth - 1)
            if content < 0:
                return -1
    return end


def _after_tag(data: bytes, start: int, limit: int) -> int:
    """Return where a value's length stands; certificates and tokens have no tags of more than one byte."""
    return start + 1 if start < limit and data[start] & _LONG_TAG != _LONG_TAG else -1


def _length(data: bytes, at: int, limit: int) -> tuple[int, int]:
    """Return where the content begins and how long it is; -1 for an indefinite length or one written too long."""
    if at >= limit:
        return -1, 0
    first = data[at]
    if first < 0x80:
        return at + 1, first
    octets = data[at + 1 : min(at + 1 + (first & 0x7F), limit)]
    if not 1 <= len(octets) <= 4 or len(octets) < first & 0x7F or octets[0] == 0:
        return -1, 0
    length = int.from_bytes(octets, "big")
    return (at + 1 + len(octets), length) if length >= 0x80 else (-1, 0)
