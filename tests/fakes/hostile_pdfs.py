"""PDFs made to keep a reader busy for ever, to fill its memory, or to confuse it: the smallest that could do so."""

import zlib
from collections.abc import Callable, Iterator
from functools import cache

HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R %s >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"


def made(*objects: bytes, catalog: bytes = b"", trailer: bytes = b"", table: bytes = b"") -> bytes:
    """Return a PDF with a catalog, a page and more objects, numbered from 4."""
    data, offsets = HEAD, []
    for number, body in enumerate([CATALOG % catalog, PAGES, PAGE, *objects], 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    entries = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, entries)
    data += (table or xref) + b"trailer\n<< /Size %d /Root 1 0 R %s >>\n" % (len(offsets) + 1, trailer)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)


@cache
def deflated(size: int, times: int = 1) -> bytes:
    """Return so many zeros, compressed over and over."""
    return zlib.compress(deflated(size, times - 1) if times > 1 else bytes(size), 9)


def attached(body: bytes, *more: bytes) -> bytes:
    """Return a PDF with one attachment, whose stream is object 5."""
    spec = b"<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R >> >>"
    names = b"/Names << /EmbeddedFiles << /Names [(a.txt) 4 0 R] >> >>"
    return made(spec, body, *more, catalog=names)


def with_form(*fields: bytes, first: bytes = b"[4 0 R]") -> bytes:
    """Return a PDF with a form of these fields."""
    return made(*fields, catalog=b"/AcroForm << /Fields %s /SigFlags 3 >>" % first)


def with_table_stream(entries: bytes, data: bytes) -> bytes:
    """Return a PDF whose table of objects is a stream."""
    start = len(HEAD)
    body = b"<< /Type /XRef /Root 1 0 R /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries, data)
    return HEAD + b"9 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (body, start)


Cases = Iterator[tuple[str, Callable[[], bytes]]]


def cases() -> Cases:
    """Yield names and makers."""
    for group in (_tables, _streams, _circles, _signatures, _names, _odds):
        yield from group()


def _tables() -> Cases:
    """Yield tables of objects."""
    yield "table of ten billion", lambda: made(table=b"xref\n0 9999999999\n0000000000 65535 f \n")
    yield "negative table", lambda: made(table=b"xref\n-5 9\n0000000000 65535 f \n")
    yield "previous table is itself", lambda: _previous_itself()
    yield "two tables that name each other", lambda: _previous_each_other()
    yield (
        "stream table of entries without bytes",
        lambda: with_table_stream(b"/W [0 0 0] /Index [0 2000000000] /Size 9", b""),
    )
    yield "stream table of wide entries", lambda: with_table_stream(b"/W [9999999 9 9] /Size 9", bytes(100))
    yield (
        "stream table that explodes",
        lambda: with_table_stream(b"/W [1 0 0] /Size 200000000 /Filter /FlateDecode", deflated(200_000_000)),
    )
    yield "stream table that is itself", lambda: with_table_stream(b"/W [1 2 1] /Size 9 /Prev %d" % len(HEAD), b"")
    yield "two tables of objects", lambda: made(trailer=b"/XRefStm 15")
    yield "object streams that are each other", lambda: _object_streams()


def _streams() -> Cases:
    """Yield streams: how they are packed, and how long they say they are."""
    yield "attachment that explodes", lambda: attached(stream(deflated(300_000_000), b"/Filter /FlateDecode"))
    yield (
        "attachment that explodes twice",
        lambda: attached(stream(deflated(300_000_000, 2), b"/Filter [/FlateDecode /FlateDecode]")),
    )
    yield "forty filters", lambda: attached(stream(b"x", b"/Filter [%s]" % (b"/ASCIIHexDecode " * 40)))
    yield "run lengths", lambda: attached(stream(b"\x81\x00" * 4_000_000, b"/Filter /RunLengthDecode"))
    yield "unknown filter", lambda: attached(stream(b"x", b"/Filter /Nonsense"))
    yield "length that lies", lambda: attached(b"<< /Length 999999999 >>\nstream\nx\nendstream")
    yield "negative length", lambda: attached(b"<< /Length -5 >>\nstream\nx\nendstream")
    yield "length that is itself", lambda: attached(b"<< /Length 5 0 R >>\nstream\nx\nendstream")


def _circles() -> Cases:
    """Yield what holds itself, or too much."""
    yield "nested lists", lambda: made(b"[" * 100_000 + b"]" * 100_000, catalog=b"/Names 4 0 R")
    yield "nested dictionaries", lambda: made(b"<</A" * 50_000 + b" 1 " + b">>" * 50_000, catalog=b"/AcroForm 4 0 R")
    yield "an object that is itself", lambda: made(b"4 0 R", catalog=b"/Names 4 0 R /AcroForm 4 0 R")
    yield "two objects that are each other", lambda: made(b"5 0 R", b"4 0 R", catalog=b"/Names 4 0 R")
    yield (
        "a tree of names in a circle",
        lambda: made(b"<< /Kids [4 0 R] >>", catalog=b"/Names << /EmbeddedFiles 4 0 R >>"),
    )
    yield "a tree of names that doubles", lambda: _doubling(b"/Names << /EmbeddedFiles 4 0 R >>", b"")
    yield "a form in a circle", lambda: with_form(b"<< /T (a) /Kids [4 0 R] >>")
    yield "a form that doubles", lambda: _doubling(b"/AcroForm << /Fields [4 0 R] >>", b"/T (a)")
    yield (
        "a million fields",
        lambda: with_form(
            b"<< /FT /Sig /T (a) /V << /ByteRange [0 1 2 3] >> >>", first=b"[%s]" % (b"4 0 R " * 200_000)
        ),
    )


def _signatures() -> Cases:
    """Yield fields and signatures that are something else."""
    yield "fields that are numbers", lambda: with_form(b"7")
    yield "a signature that is a name", lambda: with_form(b"<< /FT /Sig /T (a) /V /Yes >>")
    yield "a signature of nothing", lambda: with_form(b"<< /FT /Sig /T (a) /V << >> >>")
    yield "a range of real numbers", lambda: _signature(b"[0.0 1.5 2.5 3]", b"<30>")
    yield "a range of strings", lambda: _signature(b"[(0) (1) (2) (3)]", b"<30>")
    yield "a range of references", lambda: _signature(b"[4 0 R 4 0 R 4 0 R 4 0 R]", b"<30>")
    yield "a range beyond the file", lambda: _signature(b"[0 9 99 99999999999999999999]", b"<30>")
    yield "a signature of nested lengths", lambda: _signed(b"\x30\x80" * 50_000)
    yield "a signature that claims gigabytes", lambda: _signed(b"\x30\x84\xff\xff\xff\xff")
    yield "a signature of another type", lambda: _signed(b"\x30\x03\x02\x01\x05")


def _names() -> Cases:
    """Yield names and scripts."""
    yield "scripts", lambda: made(b"<< /S /JavaScript /JS (app.alert\\(1\\)) >>", catalog=b"/OpenAction 4 0 R")
    yield "scripts by name", lambda: made(catalog=b"/Names << /JavaScript << /Names [] >> >>")
    yield (
        "names of two kinds",
        lambda: made(
            b"<< /Type /Filespec /F (../../evil) /UF (E001.png) /EF << /F 5 0 R >> >>",
            stream(b"x"),
            catalog=b"/Names << /EmbeddedFiles << /Names [(custody.jsonl) 4 0 R] >> >>",
        ),
    )
    yield (
        "the same name twice",
        lambda: made(
            b"<< /Type /Filespec /F (a.txt) /UF (a.txt) /EF << /F 5 0 R >> >>",
            stream(b"x"),
            catalog=b"/Names << /EmbeddedFiles << /Names [(a.txt) 4 0 R (a.txt) 4 0 R] >> >>",
        ),
    )


def _odds() -> Cases:
    """Yield what is no PDF, or hardly one."""
    yield "encrypted", lambda: made(trailer=b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 >> /ID [<00> <00>]")
    yield "no catalog", lambda: made().replace(b"/Root 1 0 R", b"/Root 9 0 R")
    yield "catalog is a number", lambda: made().replace(CATALOG % b"", b"5" + b" " * (len(CATALOG % b"") - 1))
    yield "a huge number", lambda: made(b"9" * 5_000_000, catalog=b"/Names 4 0 R")
    yield "a huge string", lambda: made(b"(" + b"\\(" * 2_000_000 + b")", catalog=b"/Names 4 0 R")
    yield "a huge name", lambda: made(b"/" + b"#41" * 1_000_000, catalog=b"/Names 4 0 R")
    yield "a comment without end", lambda: HEAD + b"%" * 5_000_000
    yield "spaces without end", lambda: HEAD + b" " * 5_000_000 + b"startxref\n0\n%%EOF"
    yield "nothing but the mark", lambda: b"%PDF-"
    yield "a mark and no version", lambda: b"%PDF-" + b"\n" * 100
    yield "something before the mark", lambda: b"MZ" + made()
    yield "nothing", lambda: b""


def _previous_itself() -> bytes:
    sound = made()
    start = sound.rindex(b"xref\n0")
    return made(trailer=b"/Prev %d" % start)


def _previous_each_other() -> bytes:
    first = made(trailer=b"/Prev 9999999999")
    start = len(first)
    second = b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
    back = b"%010d" % start
    first = first.replace(b"9999999999", back)
    return first + second % (first.rindex(b"xref\n0"), start)


def _doubling(catalog: bytes, entries: bytes) -> bytes:
    levels = [b"<< %s /Kids [%d 0 R %d 0 R] >>" % (entries, number + 1, number + 1) for number in range(4, 64)]
    return made(*levels, b"<< %s >>" % entries, catalog=catalog)


def _signature(span: bytes, contents: bytes) -> bytes:
    value = b"<< /Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange %s /Contents %s >>" % (span, contents)
    return with_form(b"<< /FT /Sig /T (a) /V 5 0 R >>", value)


def _signed(der: bytes) -> bytes:
    """Return a PDF whose signature holds these bytes, its ranges correct."""
    digits = b"<" + der.hex().encode() + b">"
    blank = _signature(b"[0 0000000001 0000000002 0000000003]", digits)
    start = blank.index(digits)
    end = start + len(digits)
    span = b"[0 %010d %010d %010d]" % (start, end, len(blank) - end)
    return blank.replace(b"[0 0000000001 0000000002 0000000003]", span)


def _object_streams() -> bytes:
    entries = b"/W [1 2 1] /Index [1 1 5 2] /Size 9"
    data = b"\x02\x00\x05\x00" + b"\x02\x00\x06\x00" + b"\x02\x00\x05\x00"
    return with_table_stream(entries, data)
