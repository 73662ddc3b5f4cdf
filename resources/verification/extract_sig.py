#!/usr/bin/env python3
r"""Take the signatures of a PDF apart, so that openssl can check them.

    python3 -I extract_sig.py dossier.pdf [FOLDER]

Needs nothing but Python 3.8 or newer: no other program, no network, no part of the program that made the dossier.
Writes into FOLDER (made if it is missing; the current one if none is given), for each signature N:

    sigN.signed   the bytes of the PDF that the signature covers: all but the place where the signature itself stands
    sigN.der      the signature: a CMS structure (RFC 5652), for a document timestamp the timestamp token
    sigN.sigval   the signature's bare value, and
    sigN.tst      the timestamp token (RFC 3161) over that value, if there is one

and says of each whether it covers the WHOLE FILE. Exit code 0 if the last one does; 1 if none does, or there is no
signature; 2 if the script was called wrongly or cannot read or write.

The signature itself is then checked with openssl:

    openssl pkcs7 -inform DER -in sig1.der -print_certs -out signer.pem
    openssl cms -verify -cades -binary -inform DER -in sig1.der -content sig1.signed \
        -CAfile signer.pem -partial_chain -purpose any -out copy
    openssl ts -verify -token_in -in sig1.tst -data sig1.sigval -CAfile root-of-the-authority.pem

(a document timestamp with: openssl ts -verify -token_in -in sig2.der -data sig2.signed -CAfile ...)

HOW A PDF IS SIGNED (ISO 32000-2, 12.8.1): the signature stands in the file as a text of hexadecimal digits in angle
brackets, the value of /Contents. Beside it, /ByteRange [0 a b c] says what is signed: a bytes from the beginning, and
c bytes from byte b on. Between the two parts lies exactly that text, and the second part ends where the file ends,
unless something was added later.

Take this script from a source you trust, or read it: a forger could enclose one that lies.
"""

import collections
import os
import re
import sys

BYTE_RANGE = re.compile(rb"/ByteRange[\0\t\n\f\r ]*\[([0-9\0\t\n\f\r ]{7,200})\]")
NUMBER = re.compile(rb"[0-9]+")
BLANKS = b"\0\t\n\f\r "  # white space in a PDF
KEY = b"/Contents"
HEX_TEXT = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")  # nothing else may stand in the gap, not even a blank
OUTPUT = re.compile(r"sig[0-9]+\..*")

MOST_CANDIDATES = 1000  # enclosed PDFs may hold signatures of their own; a hostile file could hold millions
LARGEST_GAP = 1 << 20  # bytes; signatures take 8 to 64 thousand
FARTHEST = 64 * 1024  # bytes between /ByteRange and its gap, which stand in one dictionary

SEQUENCE, SET, OCTETS, OID = 0x30, 0x31, 0x04, 0x06  # tags of DER (ITU-T X.690)
TAGGED_0, TAGGED_1 = 0xA0, 0xA1
SIGNED_DATA = bytes.fromhex("2a864886f70d010702")  # 1.2.840.113549.1.7.2
TIME_STAMP = bytes.fromhex("2a864886f70d0109100104")  # id-ct-TSTInfo, 1.2.840.113549.1.9.16.1.4
TIME_STAMP_TOKEN = bytes.fromhex("2a864886f70d010910020e")  # id-aa-timeStampToken, 1.2.840.113549.1.9.16.2.14


class Unsound(Exception):
    """What looks like a signature is none of this file; says why."""


def require(condition, complaint):
    """Give up unless the condition holds. (Not an assert: "python -O" would switch asserts off.)"""
    if not condition:
        raise Unsound(complaint)


# ---- DER: elements of tag, length, content ---------------------------------------------------------------------


class Element:
    """One DER element inside ``data``: from ``start``, its content from ``content`` up to ``end``."""

    def __init__(self, data, start, limit):
        require(start + 2 <= limit, "the signature is cut off")
        self.data, self.start, self.tag = data, start, data[start]
        require(self.tag & 0x1F != 0x1F, "a tag that signatures do not use")
        length, self.content = data[start + 1], start + 2
        if length & 0x80:
            count = length & 0x7F
            require(1 <= count <= 4 and self.content + count <= limit, "a length that DER does not know")
            length = int.from_bytes(data[self.content : self.content + count], "big")
            self.content += count
        self.end = self.content + length
        require(self.end <= limit, "the signature is cut off")

    def value(self):
        return self.data[self.content : self.end]

    def whole(self):
        return self.data[self.start : self.end]

    def children(self):
        found, position = [], self.content
        while position < self.end:
            found.append(Element(self.data, position, self.end))
            position = found[-1].end
        return found

    def child(self, index, tag):
        """Return one of the children, which has to have a certain tag."""
        children = self.children()
        require(-len(children) <= index < len(children), "the signature lacks a part")
        require(children[index].tag == tag, "a part of the signature is not what it should be")
        return children[index]


# ---- The signature ---------------------------------------------------------------------------------------------


class Signature:
    """A CMS SignedData (RFC 5652 section 5.1) with one signer."""

    def __init__(self, der):
        content_info = Element(der, 0, len(der))
        require(content_info.tag == SEQUENCE, "no CMS structure")
        require(content_info.child(0, OID).value() == SIGNED_DATA, "no signed data")
        signed_data = content_info.child(1, TAGGED_0).child(0, SEQUENCE)
        signers = signed_data.child(-1, SET)
        require(len(signers.children()) == 1, "one signer expected")
        self.der = content_info.whole()
        self.is_time_stamp = signed_data.child(2, SEQUENCE).child(0, OID).value() == TIME_STAMP
        signer = signers.child(0, SEQUENCE)
        self.value = value_of(signer)
        self.time_stamps = time_stamps_of(signer)


def value_of(signer):
    """Return the bare signature value: the only octet string among the signer's parts."""
    found = [part.value() for part in signer.children() if part.tag == OCTETS]
    require(len(found) == 1, "no signature value")
    return found[0]


def time_stamps_of(signer):
    """Return the timestamp tokens over the signature value; they stand in the unsigned attributes, the last part."""
    last = signer.children()[-1]
    attributes = last.children() if last.tag == TAGGED_1 else []
    return [
        token.whole()
        for attribute in attributes
        if attribute.child(0, OID).value() == TIME_STAMP_TOKEN
        for token in attribute.child(1, SET).children()
    ]


class Signed:
    """A signature and the two parts of the file that it covers."""

    def __init__(self, pdf, match):
        numbers = [int(number) for number in NUMBER.findall(match.group(1))]
        require(len(numbers) == 4, "/ByteRange has not four numbers")
        start, self.gap_start, self.gap_end, second = numbers
        self.end = self.gap_end + second
        require(start == 0, "does not begin with the file")
        require(self.gap_start < self.gap_end and self.end <= len(pdf), "the parts overlap, or exceed the file")
        require(self.gap_end - self.gap_start <= LARGEST_GAP, "the gap is too large for a signature")
        check_place(pdf, match, self.gap_start, self.gap_end)
        hexadecimal = HEX_TEXT.fullmatch(pdf, self.gap_start, self.gap_end)
        require(hexadecimal, "something else than the signature lies between the parts")
        filled = bytes.fromhex(hexadecimal.group(1).decode("ascii"))
        self.signature = Signature(filled)
        require(not filled[len(self.signature.der) :].strip(b"\0"), "something lies behind the signature")

    def covered(self, pdf):
        return pdf[: self.gap_start] + pdf[self.gap_end : self.end]


def check_place(pdf, match, gap_start, gap_end):
    """Refuse a gap that is not the value of /Contents beside this /ByteRange."""
    before = pdf[max(0, gap_start - 100) : gap_start].rstrip(BLANKS)
    require(before.endswith(KEY), "the gap is not the value of /Contents")
    first, last = sorted([(match.start(), match.end()), (gap_start, gap_end)])
    require(first[1] <= last[0] <= first[1] + FARTHEST, "/ByteRange and /Contents are apart")
    require(b"endobj" not in pdf[first[1] : last[0]], "/ByteRange and /Contents are in different objects")


def find(pdf):
    """Return the signatures of a file, the one that covers least first."""
    found = {}
    # The last ones of too many: the file's own signatures are written after all that it encloses.
    for match in collections.deque(BYTE_RANGE.finditer(pdf), MOST_CANDIDATES):
        try:
            signed = Signed(pdf, match)
            found[signed.gap_start, signed.gap_end, signed.end] = signed
        except Unsound as reason:
            # Such as the signature of a PDF that is enclosed as an exhibit: its numbers count from another beginning.
            say("note  /ByteRange at byte %d is no signature of this file: %s" % (match.start(), reason))
    return [found[place] for place in sorted(found, key=lambda place: place[2])]


# ---- Output ----------------------------------------------------------------------------------------------------


def say(line):
    print(line, flush=True)


def parts(pdf, number, signed):
    """Return the files to be written for one signature, by name."""
    name, signature = "sig%d" % number, signed.signature
    files = {name + ".signed": signed.covered(pdf), name + ".der": signature.der}
    tokens = [] if signature.is_time_stamp else signature.time_stamps
    for count, token in enumerate(tokens, 1):
        files[name + (".tst" if count == 1 else ".%d.tst" % count)] = token
    if tokens:
        files[name + ".sigval"] = signature.value
    return files


def describe(pdf, number, signed):
    kind = "document timestamp" if signed.signature.is_time_stamp else "signature"
    added = len(pdf) - signed.end
    covers = "WHOLE FILE" if added == 0 else "PART ONLY, %d bytes were added after it" % added
    place = "bytes 0 to %d and %d to %d of %d" % (signed.gap_start, signed.gap_end, signed.end, len(pdf))
    return "sig%d  %s over %s: %s" % (number, kind, place, covers)


def write(folder, files):
    for name, data in files.items():
        with open(os.path.join(folder, name), "xb") as file:
            file.write(data)


def check_folder(folder):
    """Refuse a folder with files of these names: a hostile PDF may bring attachments that are called sig1.tst."""
    os.makedirs(folder, exist_ok=True)
    taken = [name for name in os.listdir(folder) if OUTPUT.fullmatch(name)]
    if taken:
        raise FileExistsError("%r is already there: choose an empty folder" % min(taken))


def extract(path, folder):
    """Return whether the last signature covers the whole file."""
    check_folder(folder)
    with open(path, "rb") as file:
        pdf = file.read()
    found = find(pdf)
    for number, signed in enumerate(found, 1):
        files = parts(pdf, number, signed)
        write(folder, files)
        say(describe(pdf, number, signed))
        say("      written: " + ", ".join(files))
    if not found:
        say("FAILED: no signature found")
    return bool(found) and found[-1].end == len(pdf)


def main():
    if not 2 <= len(sys.argv) <= 3:
        say("usage: python3 -I extract_sig.py dossier.pdf [FOLDER]")
        return 2
    sys.stdout.reconfigure(errors="backslashreplace")
    try:
        return 0 if extract(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ".") else 1
    except OSError as error:
        say("FAILED: %s" % error)
        return 2


if __name__ == "__main__":
    sys.exit(main())
