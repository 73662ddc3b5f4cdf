"""The outer form of DER (X.690): every length definite and minimal, nothing left over, nesting bounded.

asn1crypto reads BER too, and looks into nothing that it is not asked for, so that bytes could be put where nobody
looks. Tokens are held to the one form, so that whoever reads them later reads the same.
"""

DEEPEST = 32
"""Levels of nesting; a token with its certificates has about fifteen."""

LONGEST_LENGTH = 4
"""Octets of a length: four gigabytes."""

_CLASS, _CONSTRUCTED, _TAG = 0xC0, 0x20, 0x1F
_SEQUENCE, _SET = 0x30, 0x31
_NOT_DER = -1


def is_der(data: bytes) -> bool:
    """Tell whether bytes are exactly one value in the one form. Content of primitive values is not looked at."""
    return len(data) > 0 and _value_end(data, 0, len(data), DEEPEST) == len(data)


def content_start(data: bytes) -> int:
    """Return where the content of the value begins that ``data`` is, if it is one in the one form."""
    return _length(data, 1, len(data))[0]


def _value_end(data: bytes, start: int, limit: int, depth: int) -> int:
    """Return where the value at ``start`` ends; `_NOT_DER` if it is not in the one form or reaches beyond ``limit``."""
    if depth == 0 or start >= limit or not _is_known_tag(data[start]):
        return _NOT_DER
    at, length = _length(data, start + 1, limit)
    end = at + length
    if at == _NOT_DER or end > limit:
        return _NOT_DER
    if data[start] & _CONSTRUCTED:
        while at < end:
            at = _value_end(data, at, end, depth - 1)
            if at == _NOT_DER:
                return _NOT_DER
    return end


def _is_known_tag(octet: int) -> bool:
    """Tell whether a tag is one octet, as all are in tokens, and constructed exactly where DER has it."""
    if octet & _TAG == _TAG:
        return False
    if octet & _CLASS:  # context-specific: its definition says what it holds
        return True
    return bool(octet & _CONSTRUCTED) == (octet | _CONSTRUCTED in (_SEQUENCE, _SET))


def _length(data: bytes, at: int, limit: int) -> tuple[int, int]:
    """Return where the content begins and how long it is; `_NOT_DER` for an indefinite length or a long way round."""
    if at >= limit:
        return _NOT_DER, 0
    count = data[at] & 0x7F
    if data[at] < 0x80:
        return at + 1, count
    octets = data[at + 1 : min(at + 1 + count, limit)]
    if not 1 <= len(octets) == count <= LONGEST_LENGTH or octets[0] == 0:
        return _NOT_DER, 0
    length = int.from_bytes(octets, "big")
    return (at + 1 + count, length) if length >= 0x80 else (_NOT_DER, 0)
