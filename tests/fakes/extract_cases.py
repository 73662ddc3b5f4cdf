"""Every way in which extract_sig.py has to find, or refuse, what stands in a file as a signature."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tests.fakes.made_signatures import (
    DATA,
    OTHER_ATTRIBUTE,
    PLAIN,
    STAMPED,
    TIME_STAMP,
    TIME_STAMP_TOKEN,
    TOKEN,
    add_signature,
    attribute,
    cms,
    der,
    gap_of,
    oid,
    signed_parts,
    signer,
)
from tests.fakes.script_cases import ScriptCase

HEAD = b"%PDF-1.7\nsome pages\n"
WHOLE = "WHOLE FILE"
NONE = "FAILED: no signature found\n"
NO_SIGNATURE = "is no signature of this file: "


def extract_cases() -> list[ScriptCase]:
    """Return all cases."""
    groups = (_sound, _several, _ranges, _places, _gaps, _structures, _odd_structures, _enclosed, _calls)
    return [case for group in groups for case in group()]


def _case(name: str, pdf: bytes, code: int, *says: str, **fields: Any) -> ScriptCase:  # noqa: ANN401
    never = fields.pop("never", () if code == 0 else (WHOLE,))
    arguments = fields.pop("arguments", ("dossier.pdf", "out"))
    return ScriptCase(name, {"dossier.pdf": pdf} | fields.pop("files", {}), arguments, code, says, never, **fields)


def _refused(name: str, pdf: bytes, why: str) -> ScriptCase:
    absent = ("out/sig1.signed", "out/sig1.der", "out/sig1.tst", "out/sig1.sigval")
    return _case(name, pdf, 1, NO_SIGNATURE + why + "\n", NONE, absent=absent)


def _sound() -> Iterator[ScriptCase]:
    gap = gap_of(PLAIN)
    pdf = add_signature(HEAD, gap)
    start = pdf.index(gap)
    says = f"sig1  signature over bytes 0 to {start} and {start + len(gap)} to {len(pdf)} of {len(pdf)}: WHOLE FILE\n"
    leaves = {"out/sig1.signed": signed_parts(pdf, gap), "out/sig1.der": PLAIN}
    none = ("out/sig1.tst", "out/sig1.sigval", "out/sig2.der")
    written = "      written: sig1.signed, sig1.der\n"
    yield _case("one signature", pdf, 0, says, written, leaves=leaves, absent=none, never=("note", "FAILED"))
    first = add_signature(HEAD, gap, range_first=True)
    leaves = {"out/sig1.signed": signed_parts(first, gap)}
    yield _case("/ByteRange before /Contents", first, 0, WHOLE, leaves=leaves)
    yield _case("no padding", add_signature(HEAD, gap_of(PLAIN, 0)), 0, WHOLE, leaves={"out/sig1.der": PLAIN})
    upper = add_signature(HEAD, b"<" + PLAIN.hex().upper().encode() + b">")
    yield _case("upper-case digits", upper, 0, WHOLE, leaves={"out/sig1.der": PLAIN})
    pdf = add_signature(HEAD, gap_of(STAMPED))
    leaves = {"out/sig1.der": STAMPED, "out/sig1.tst": TOKEN, "out/sig1.sigval": b"signature value"}
    yield _case("signature with a timestamp", pdf, 0, "sig1  signature", "sig1.tst, sig1.sigval\n", leaves=leaves)
    yield _case(
        "document timestamp", add_signature(HEAD, gap_of(TOKEN)), 0, "sig1  document timestamp over", absent=none
    )
    two = signer(b"value", attribute(TIME_STAMP_TOKEN, TOKEN, der(0x30, oid(DATA))), attribute(TIME_STAMP_TOKEN, PLAIN))
    leaves = {"out/sig1.tst": TOKEN, "out/sig1.2.tst": der(0x30, oid(DATA)), "out/sig1.3.tst": PLAIN}
    leaves["out/sig1.sigval"] = b"value"
    yield _case("several timestamps", add_signature(HEAD, gap_of(cms(two))), 0, WHOLE, leaves=leaves)
    stamped_token = cms(signer(b"authority", attribute(TIME_STAMP_TOKEN, TOKEN)), content=TIME_STAMP)
    yield _case("timestamped document timestamp", add_signature(HEAD, gap_of(stamped_token)), 0, WHOLE, absent=none)
    for fill in (90, 127, 128, 200, 255, 256, 300, 70_000):
        large = cms(signer(), fill=fill)
        pdf = add_signature(HEAD, gap_of(large))
        yield _case(f"signature with {fill} bytes of certificates", pdf, 0, WHOLE, leaves={"out/sig1.der": large})
    for blank in (b"", b"\n", b"\r\n\t\0\f "):
        pdf = add_signature(HEAD, gap, key=b"/Contents" + blank)
        yield _case(f"blanks {blank!r} behind /Contents", pdf, 0, WHOLE)
        pdf = add_signature(
            HEAD, gap, form=(b"/ByteRange" + blank + b"[" + blank + b"%d %d\n%d\t%d" + blank + b"]").__mod__
        )
        yield _case(f"blanks {blank!r} in /ByteRange", pdf, 0, WHOLE)
    pdf = add_signature(HEAD, gap, form=(b"/ByteRange [%d %d %d %d" + b" " * 120 + b"]").__mod__)
    yield _case("padded /ByteRange", pdf, 0, WHOLE)
    pdf = add_signature(HEAD, gap, between=b" /Filter" * 200)
    yield _case("many keys between", pdf, 0, WHOLE)


def _several() -> Iterator[ScriptCase]:
    gap, later = gap_of(STAMPED), gap_of(PLAIN)
    first = add_signature(HEAD, gap)
    both = add_signature(first, later)
    says = (f"PART ONLY, {len(both) - len(first)} bytes were added after it\n", "sig2  signature over", WHOLE)
    leaves = {"out/sig1.signed": signed_parts(first, gap), "out/sig2.signed": signed_parts(both, later)}
    leaves |= {"out/sig1.der": STAMPED, "out/sig2.der": PLAIN, "out/sig1.tst": TOKEN}
    yield _case("two signatures", both, 0, *says, leaves=leaves)
    for tail in (b"\n", b"x" * 700):
        says = (f"sig1  signature over bytes 0 to {first.index(gap)} and ", f"PART ONLY, {len(tail)} bytes were added")
        leaves = {"out/sig1.signed": signed_parts(first, gap)}
        yield _case(f"{len(tail)} bytes appended", first + tail, 1, *says, leaves=leaves)
    yield _case("appended to the second", both + b"\0", 1, "PART ONLY, 1 bytes")
    yield _case("the same range twice", _twice(), 0, WHOLE, absent=("out/sig2.der",))
    # What covers more may stand before what covers less.
    crossed = _crossed()
    yield _case("what covers most stands first", crossed, 0, "sig1  document timestamp", "sig2  signature", WHOLE)


def _twice() -> bytes:
    """Return a file in whose signature dictionary the same /ByteRange stands twice."""
    form = b"/ByteRange [%08d %08d %08d %08d]"
    place = b"#" * len(form % (0, 0, 0, 0))
    pdf = add_signature(HEAD, gap_of(PLAIN), form=form.__mod__, tail=b" " + place + b" >> endobj\n")
    start = pdf.index(b"/ByteRange")
    return pdf.replace(place, pdf[start : start + len(place)])


def _crossed() -> bytes:
    """Return a file whose first signature covers all of it, and whose second covers only its beginning."""
    gaps = gap_of(PLAIN), gap_of(TOKEN)

    def build(*ranges: tuple[int, ...]) -> bytes:
        objects = (
            b"<< /Contents %b /ByteRange [0 %08d %08d %08d] >> endobj\n" % (gap, *numbers)
            for gap, numbers in zip(gaps, ranges, strict=True)
        )
        return HEAD + b"".join(objects)

    blank = build((0, 0, 0), (0, 0, 0))
    starts = [blank.index(gap) for gap in gaps]
    ends = [start + len(gap) for start, gap in zip(starts, gaps, strict=True)]
    return build((starts[0], ends[0], len(blank) - ends[0]), (starts[1], ends[1], 3))


def _ranges() -> Iterator[ScriptCase]:
    gap, overlap = gap_of(PLAIN), "the parts overlap, or exceed the file"
    first = "does not begin with the file"
    numbers: dict[str, tuple[tuple[int, int, int, int], str]] = {
        "begins later": ((1, 0, 0, 0), first),
        "one byte beyond the end": ((0, 0, 0, 1), overlap),
        "far beyond the end": ((0, 0, 0, 10**12), overlap),
        "overlapping": ((0, 0, -len(gap) - 20, 0), overlap),
        "no gap": ((0, 0, -len(gap), 0), overlap),
        "gap begins too late": ((0, 1, 0, 0), "the gap is not the value of /Contents"),
        "gap begins too early": ((0, -1, 0, 0), "something else than the signature lies between the parts"),
        "gap begins within the key": ((0, -2, 0, 0), "the gap is not the value of /Contents"),
        "gap ends too late": ((0, 0, 1, -1), "something else than the signature lies between the parts"),
        "gap ends too early": ((0, 0, -1, 1), "something else than the signature lies between the parts"),
    }
    for name, (plus, why) in numbers.items():
        yield _refused(f"range: {name}", add_signature(HEAD, gap, numbers=plus), why)
    short = add_signature(HEAD, gap, numbers=(0, 0, 0, -1))
    yield _case("range: ends before the end", short, 1, "PART ONLY, 1 bytes were added after it\n")
    for count, form in ((3, b"/ByteRange [0 %d %d]"), (5, b"/ByteRange [0 %d %d %d 0]")):
        made = add_signature(HEAD, gap, form=lambda numbers, form=form, count=count: form % numbers[1 : min(count, 4)])
        yield _refused(f"range: {count} numbers", made, "/ByteRange has not four numbers")
    unseen = {
        "negative": b"/ByteRange [%d -%d %d %d]",
        "comment": b"/ByteRange [%d %d %%x\n %d %d]",
        "fraction": b"/ByteRange [%d %d.0 %d %d]",
        "reference": b"/ByteRange 5 0 R %d %d %d %d",
        "other name": b"/ByteRanges [%d %d %d %d]",
        "escaped name": b"/Byte#52ange [%d %d %d %d]",
        "far apart": b"/ByteRange [%d %d %d %d" + b" " * 300 + b"]",
        "huge numbers": b"/ByteRange [%d %d %d %d" + b"0" * 300 + b"]",
    }
    for name, form in unseen.items():
        yield _case(f"range: {name}", add_signature(HEAD, gap, form=form.__mod__), 1, NONE)
    yield _case("no signature", HEAD, 1, NONE)
    yield _case("empty file", b"", 1, NONE)


def _places() -> Iterator[ScriptCase]:
    gap = gap_of(PLAIN)
    for key in (b"/Content ", b"/Contents (", b"/Contents 5 ", b"/Contentsx ", b"Contents ", b""):
        why = "the gap is not the value of /Contents"
        yield _refused(f"key {key!r}", add_signature(HEAD, gap, key=key), why)
    yield _refused(
        "key far away", add_signature(HEAD, gap, key=b"/Contents" + b" " * 92), "the gap is not the value of /Contents"
    )
    yield _case("key at the limit", add_signature(HEAD, gap, key=b"/Contents" + b" " * 91), 0, WHOLE)
    apart, limit = "/ByteRange and /Contents are apart", 64 * 1024
    for range_first in (False, True):
        blank = limit - (len(b"/Contents ") if range_first else 0)
        near = add_signature(HEAD, gap, between=b" " * blank, range_first=range_first)
        yield _case(f"just near enough {range_first}", near, 0, WHOLE)
        far = add_signature(HEAD, gap, between=b" " * (blank + 1), range_first=range_first)
        yield _refused(f"too far apart {range_first}", far, apart)
        other = add_signature(HEAD, gap, between=b" endobj 2 0 obj ", range_first=range_first)
        yield _refused(f"different objects {range_first}", other, "/ByteRange and /Contents are in different objects")
    # /ByteRange inside the gap itself would be unsigned.
    yield _refused("range within the gap", _within_the_gap(), apart)


def _within_the_gap() -> bytes:
    head, form = b"<< /Contents ", b"</ByteRange [0 %08d %08d %08d]>"
    end = len(head) + len(form % (0, 0, 0))
    return head + form % (len(head), end, 4) + b" >>\n"


def _gaps() -> Iterator[ScriptCase]:
    why = "something else than the signature lies between the parts"
    digits = PLAIN.hex().encode()
    gaps = {
        "blank in it": b"<" + digits[:10] + b" " + digits[10:] + b">",
        "blank before it": b" <" + digits + b">",
        "blank behind it": b"<" + digits + b"> ",
        "odd number of digits": b"<" + digits + b"0>",
        "no digits": b"<>",
        "other letters": b"<" + digits[:-2] + b"0g>",
        "a text in brackets": b"(" + digits + b")",
        "a dictionary": b"<<" + digits + b">>",
        "two texts": b"<" + digits[:8] + b"><" + digits[8:] + b">",
        "not closed": b"<" + digits,
        "more behind it": b"<" + digits + b">/Reason(x)",
    }
    for name, gap in gaps.items():
        yield _refused(f"gap: {name}", add_signature(HEAD, gap), why)
    behind = "something lies behind the signature"
    yield _refused("gap: bytes behind the signature", add_signature(HEAD, b"<" + digits + b"0001>"), behind)
    yield _refused("gap: first byte behind it", add_signature(HEAD, b"<" + digits + b"0100>"), behind)
    yield _refused("gap: letters behind it", add_signature(HEAD, b"<" + digits + b"78>"), behind)
    limit = 1 << 20
    room = (limit - 2 - len(digits)) // 2
    yield _case("gap: as large as may be", add_signature(HEAD, gap_of(PLAIN, room)), 0, WHOLE)
    yield _refused(
        "gap: too large", add_signature(HEAD, gap_of(PLAIN, room + 1)), "the gap is too large for a signature"
    )


def _structures() -> Iterator[ScriptCase]:
    cut, lacks, other = (
        "the signature is cut off",
        "the signature lacks a part",
        "a part of the signature is not what it should be",
    )
    short, length = "the signature is cut off", "a length that DER does not know"
    broken: dict[str, tuple[bytes, str]] = {
        "one byte": (b"\x30", cut),
        "cut off": (PLAIN[:-1], cut),
        "longer than there is": (b"\x30\x7f" + PLAIN[2:], cut),
        "endless length": (b"\x30\x80" + PLAIN + b"\0\0", length),
        "length of five bytes": (b"\x30\x85" + b"\0\0\0\0\2" + oid(DATA)[:2], length),
        "length cut off": (b"\x30\x84\0\0", length),
        "long tag": (b"\x3f\x82\x01\x00" + PLAIN, "a tag that signatures do not use"),
        "a set": (b"\x31" + PLAIN[1:], "no CMS structure"),
        "empty": (der(0x30), lacks),
        "no identifier": (der(0x30, der(0x04), der(0xA0)), other),
        "only an identifier": (der(0x30, oid("2a864886f70d010702")), lacks),
        "plain data": (cms(signer(), kind=DATA), "no signed data"),
        "content without a tag": (der(0x30, oid("2a864886f70d010702"), der(0x30)), other),
        "no signed data inside": (der(0x30, oid("2a864886f70d010702"), der(0xA0)), lacks),
        "a text inside": (der(0x30, oid("2a864886f70d010702"), der(0xA0, der(0x04))), other),
        "empty signed data": (der(0x30, oid("2a864886f70d010702"), der(0xA0, der(0x30))), lacks),
        "signers not a set": (_body(der(0x30, signer())), other),
        "no content": (_body(der(0x31, signer()), middle=der(0x04)), other),
        "content without a kind": (_body(der(0x31, signer()), middle=der(0x30)), lacks),
        "no signer": (cms(), "one signer expected"),
        "two signers": (cms(signer(), signer()), "one signer expected"),
        "signer is a set": (_body(der(0x31, der(0x31))), other),
        "part cut off inside": (_body(der(0x31, signer()[:-1] + b"")), cut),
        "only a version": (der(0x30, oid("2a864886f70d010702"), der(0xA0, der(0x30, der(0x02)))), other),
        "nothing, at length": (b"\x30\x81\x00", lacks),
        "trailing byte inside": (_body(der(0x31, signer()), tail=b"\0"), short),
    }
    for name, (signature, why) in broken.items():
        yield _refused(f"structure: {name}", add_signature(HEAD, gap_of(signature, 0)), why)
    stamped = attribute(TIME_STAMP_TOKEN, TOKEN)
    token_parts = {
        "no signature value": (_signer(stamped), "no signature value"),
        "two values": (signer(b"value", stamped, more=der(0x04)), "no signature value"),
        "attribute without a value": (signer(b"value", der(0x30, oid(TIME_STAMP_TOKEN))), lacks),
        "value not in a set": (signer(b"value", der(0x30, oid(TIME_STAMP_TOKEN), der(0x30, TOKEN))), other),
        "attribute without a name": (signer(b"value", der(0x30)), lacks),
        "attribute with another name": (signer(b"value", der(0x30, der(0x04), der(0x31, TOKEN))), other),
    }
    for name, (made, why) in token_parts.items():
        yield _refused(f"timestamp: {name}", add_signature(HEAD, gap_of(cms(made))), why)
    none = ("out/sig1.tst", "out/sig1.sigval")
    others = signer(b"value", attribute(OTHER_ATTRIBUTE, TOKEN))
    yield _case("timestamp: another attribute", add_signature(HEAD, gap_of(cms(others))), 0, WHOLE, absent=none)
    empty = signer(b"value", attribute(TIME_STAMP_TOKEN))
    yield _case("timestamp: none in its attribute", add_signature(HEAD, gap_of(cms(empty))), 0, WHOLE, absent=none)
    signed_only = der(0x30, der(0x02, b"\x01"), der(0x30), der(0xA0, stamped), der(0x30), der(0x04, b"value"))
    yield _case("timestamp: in the signed attributes", add_signature(HEAD, gap_of(cms(signed_only))), 0, absent=none)


def _odd_structures() -> Iterator[ScriptCase]:
    """What is unusual, but can be read in one way only."""
    content = PLAIN[2 + len(oid("2a864886f70d010702")) :]
    inside = content[2:] if content[1] < 0x80 else content[3:]
    more = der(0x30, oid("2a864886f70d010702"), der(0xA0, inside, der(0x04)))
    yield _case("structure: something behind the signed data", add_signature(HEAD, gap_of(more)), 0, WHOLE)
    for count in (1, 2, 3, 4):
        length = len(PLAIN) - 2
        made = bytes([0x30, 0x80 | count]) + length.to_bytes(count, "big") + PLAIN[2:]
        pdf = add_signature(HEAD, gap_of(made))
        yield _case(f"structure: length of {count} bytes", pdf, 0, WHOLE, leaves={"out/sig1.der": made})
    start = b"/Contents "
    gap, form = gap_of(PLAIN), b" /ByteRange [0 %08d %08d %08d]\n"
    rest = len(form % (0, 0, 0))
    pdf = start + gap + form % (len(start), len(start) + len(gap), rest)
    yield _case("structure: nothing before the key", pdf, 0, WHOLE)


def _body(signers: bytes, middle: bytes | None = None, tail: bytes = b"") -> bytes:
    encapsulated = der(0x30, oid(DATA)) if middle is None else middle
    inside = der(0x30, der(0x02, b"\x01"), der(0x31), encapsulated, signers)
    return der(0x30, oid("2a864886f70d010702"), der(0xA0, inside + tail))


def _signer(*unsigned: bytes) -> bytes:
    return der(0x30, der(0x02, b"\x01"), der(0x30), der(0x30), der(0x30), der(0xA1, *unsigned))


def _enclosed() -> Iterator[ScriptCase]:
    inner = add_signature(HEAD, gap_of(TOKEN))
    pdf = add_signature(HEAD + b"stream\n" + inner + b"\nendstream\n", gap_of(PLAIN))
    says = "note  /ByteRange at byte "
    yield _case("enclosed signed PDF", pdf, 0, says, "sig1  signature", WHOLE, leaves={"out/sig1.der": PLAIN})
    hostile = b"/ByteRange [0 1 2 3]\n" * 1500
    pdf = add_signature(HEAD + hostile, gap_of(PLAIN))
    yield _case("thousands of false ones before it", pdf, 0, WHOLE, leaves={"out/sig1.der": PLAIN})
    yield _case("thousands of false ones behind it", add_signature(HEAD, gap_of(PLAIN)) + hostile, 1, NONE)
    pdf = add_signature(HEAD, gap_of(PLAIN), tail=b" >> endobj\n" + b"/ByteRange [0 1 2 3]\n" * 999)
    yield _case("999 false ones behind it", pdf, 0, WHOLE)
    pdf = add_signature(HEAD, gap_of(PLAIN), tail=b" >> endobj\n" + b"/ByteRange [0 1 2 3]\n" * 1000)
    yield _case("1000 false ones behind it", pdf, 1, NONE)


def _calls() -> Iterator[ScriptCase]:
    pdf = add_signature(HEAD, gap_of(PLAIN))
    usage = "usage: python3 -I extract_sig.py dossier.pdf [FOLDER]\n"
    yield _case("no arguments", pdf, 2, usage, arguments=())
    yield _case("too many arguments", pdf, 2, usage, arguments=("dossier.pdf", "out", "more"))
    yield _case("no such file", pdf, 2, "FAILED: ", "other.pdf", arguments=("other.pdf", "out"))
    yield _case("into the current folder", pdf, 0, WHOLE, arguments=("dossier.pdf",), leaves={"sig1.der": PLAIN})
    yield _case("into a folder below", pdf, 0, WHOLE, arguments=("dossier.pdf", "a/b"), leaves={"a/b/sig1.der": PLAIN})
    for name in ("sig1.tst", "sig7.sigval", "sig12.2.tst", "sig1."):
        planted = {f"out/{name}": b"planted"}
        says = f"FAILED: '{name}' is already there: choose an empty folder\n"
        yield _case(f"planted {name}", pdf, 2, says, files=planted, leaves=planted, absent=("out/sig1.der",))
    two = {"out/sig2.tst": b"", "out/sig1.tst": b""}
    yield _case("planted twice", pdf, 2, "FAILED: 'sig1.tst' is already there", files=two)
    beside = {"out/custody.jsonl": b"", "out/sig.txt": b"", "out/sigs1.tst": b"", "out/my sig1.tst": b""}
    yield _case("other files beside", pdf, 0, WHOLE, files=beside)
    yield _case("the folder is a file", pdf, 2, "FAILED: ", files={"out": b""}, leaves={"out": b""})
    odd = _case("console without Chinese letters", pdf, 2, "FAILED: ", "\\u6848", arguments=("案.pdf", "out"))
    yield replace(odd, encoding="latin-1")
