"""Signed files made by hand: just enough PDF and CMS for taking them apart, in every wrong form, too."""

from collections.abc import Callable

SIGNED_DATA = "2a864886f70d010702"
DATA = "2a864886f70d010701"
TIME_STAMP = "2a864886f70d0109100104"
TIME_STAMP_TOKEN = "2a864886f70d010910020e"
OTHER_ATTRIBUTE = "2a864886f70d0109100215"


def der(tag: int, *parts: bytes) -> bytes:
    """Return one DER element."""
    content = b"".join(parts)
    if len(content) < 0x80:
        return bytes([tag, len(content)]) + content
    length = len(content).to_bytes((len(content).bit_length() + 7) // 8)
    return bytes([tag, 0x80 | len(length)]) + length + content


def oid(text: str) -> bytes:
    """Return an object identifier given in hex."""
    return der(0x06, bytes.fromhex(text))


def attribute(kind: str, *values: bytes) -> bytes:
    """Return an attribute with its values."""
    return der(0x30, oid(kind), der(0x31, *values))


def signer(value: bytes = b"signature value", *unsigned: bytes, more: bytes = b"") -> bytes:
    """Return a SignerInfo."""
    signed = der(0xA0, attribute(OTHER_ATTRIBUTE, der(0x05)))
    parts = [der(0x02, b"\x01"), der(0x30), der(0x30), signed, der(0x30), der(0x04, value), more]
    return der(0x30, *parts, *([der(0xA1, *unsigned)] if unsigned else []))


def cms(*signers: bytes, content: str = DATA, kind: str = SIGNED_DATA, fill: int = 0) -> bytes:
    """Return a CMS SignedData with certificates of ``fill`` bytes."""
    within = [der(0xA0, der(0x04, b"stamped"))] if content == TIME_STAMP else []
    encapsulated = der(0x30, oid(content), *within)
    certificates = der(0xA0, der(0x04, b"c" * fill))
    signed_data = der(0x30, der(0x02, b"\x01"), der(0x31), encapsulated, certificates, der(0x31, *signers))
    return der(0x30, oid(kind), der(0xA0, signed_data))


TOKEN = cms(signer(b"authority"), content=TIME_STAMP)
PLAIN = cms(signer())
STAMPED = cms(signer(b"signature value", attribute(OTHER_ATTRIBUTE, der(0x05)), attribute(TIME_STAMP_TOKEN, TOKEN)))


def gap_of(signature: bytes, padding: int = 40) -> bytes:
    """Return what stands in /Contents."""
    return b"<" + signature.hex().encode() + b"00" * padding + b">"


def add_signature(
    before: bytes,
    gap: bytes,
    *,
    range_first: bool = False,
    key: bytes = b"/Contents ",
    between: bytes = b" ",
    numbers: tuple[int, int, int, int] | None = None,
    form: Callable[..., bytes] = b"/ByteRange [%d %d %d %d]".__mod__,
    tail: bytes = b" >> endobj\n%%EOF\n",
) -> bytes:
    """Return a file with a signature dictionary added to it; ``numbers`` are added to those of its /ByteRange."""
    more = numbers or (0, 0, 0, 0)
    head = before + b"1 0 obj << "
    length = -1
    while True:  # the numbers' own length moves what they count
        start = len(head) + (length + len(between) if range_first else 0) + len(key)
        end = start + len(gap)
        rest = len(tail) + (0 if range_first else len(between) + length)
        text = form(tuple(number + plus for number, plus in zip((0, start, end, rest), more, strict=True)))
        if len(text) == length:
            break
        length = len(text)
    middle = text + between + key + gap if range_first else key + gap + between + text
    return head + middle + tail


def signed_parts(pdf: bytes, gap: bytes, end: int | None = None) -> bytes:
    """Return what a signature with this gap covers."""
    start = pdf.index(gap)
    return pdf[:start] + pdf[start + len(gap) : end]
