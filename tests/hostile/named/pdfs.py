"""PDFs made to harm: what they try to do, and how they try to keep a reader busy for ever."""

import zlib
from collections.abc import Callable

from tests.hostile.named.case import CANARY_FILE, CANARY_SHARE, CANARY_URL, Case, case

Objects = dict[int, str | bytes]


def pdf(objects: Objects | None = None, *, head: bytes = b"%PDF-1.7\n", trailer: str = "/Root 1 0 R") -> bytes:
    """A PDF of one small page; ``objects`` replace its own or come in addition."""
    parts: Objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<<>>>>",
        4: stream("0 0 100 100 re f"),
    } | (objects or {})
    out, offsets = bytearray(head), {}
    for number, body in parts.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n" % number + (body.encode() if isinstance(body, str) else body) + b"\nendobj\n"
    start, size = len(out), max(parts) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 00001 f \n"
    return bytes(out) + f"trailer\n<</Size {size}{trailer}>>\nstartxref\n{start}\n%%EOF\n".encode()


def stream(data: str | bytes, entries: str = "") -> bytes:
    raw = data.encode() if isinstance(data, str) else data
    return f"<<{entries}/Length {len(raw)}>>\nstream\n".encode() + raw + b"\nendstream"


def opening(action: str) -> bytes:
    return pdf({1: f"<</Type/Catalog/Pages 2 0 R/OpenAction<<{action}>>>>"})


def page(entries: str, more: Objects | None = None) -> bytes:
    """A page with other entries; a later key wins or breaks, both is wanted."""
    body = f"<</Type/Page/Parent 2 0 R/Contents 4 0 R{entries}>>"
    return pdf({3: body} | (more or {}))


def boxed(box: str) -> bytes:
    return page(f"/MediaBox{box}/Resources<<>>")


def drawing(content: str, resources: str, more: Objects | None = None) -> bytes:
    return page(f"/MediaBox[0 0 200 200]/Resources<<{resources}>>", {4: stream(content)} | (more or {}))


def image(entries: str, data: bytes = b"\0" * 10) -> bytes:
    body = stream(data, f"/Type/XObject/Subtype/Image{entries}")
    return drawing("200 0 0 200 0 0 cm /I Do", "/XObject<</I 5 0 R>>", {5: body})


def catalog(entries: str, more: Objects | None = None) -> bytes:
    return pdf({1: f"<</Type/Catalog/Pages 2 0 R{entries}>>"} | (more or {}))


def embedded(depth: int) -> bytes:
    """A PDF in a PDF in a PDF."""
    data = pdf()
    for _ in range(depth):
        tree = "/Names<</EmbeddedFiles<</Names[(a.pdf)5 0 R]>>>>"
        data = catalog(tree, {5: "<</Type/Filespec/F(a.pdf)/EF<</F 6 0 R>>>>", 6: stream(data)})
    return data


def filtered(times: int) -> bytes:
    data = b"0 0 100 100 re f"
    for _ in range(times):
        data = zlib.compress(data)
    return pdf({4: stream(data, f"/Filter[{'/FlateDecode' * times}]")})


def inflating(megabytes: int) -> bytes:
    return pdf({4: stream(zlib.compress(b" " * (megabytes << 20)), "/Filter/FlateDecode")})


def many_pages(count: int) -> bytes:
    kids = " ".join(f"{n} 0 R" for n in range(10, 10 + count))
    pages: Objects = {n: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>" for n in range(10, 10 + count)}
    return pdf({2: f"<</Type/Pages/Kids[{kids}]/Count {count}>>"} | pages)


def deep_tree(depth: int) -> bytes:
    tree: Objects = {n: f"<</Type/Pages/Kids[{n + 1} 0 R]/Count 1/Parent {n - 1} 0 R>>" for n in range(10, 10 + depth)}
    last = 10 + depth
    return pdf({2: "<</Type/Pages/Kids[10 0 R]/Count 1>>"} | tree | {last: "<</Type/Page/MediaBox[0 0 9 9]>>"})


def revisions(count: int) -> bytes:
    data = pdf()
    for _ in range(count):
        start = data.rindex(b"startxref")
        previous = int(data[start + 10 :].split()[0])
        at = len(data)
        data += b"xref\n0 0\ntrailer\n<</Size 5/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (previous, at)
    return data


def type3(content: str) -> bytes:
    font = (
        "<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[1 0 0 1 0 0]/FirstChar 97/LastChar 97/Widths[1]"
        "/Encoding<</Differences[97/a]>>/CharProcs<</a 6 0 R>>/Resources<</Font<</F 5 0 R>>>>>>"
    )
    return drawing("BT /F 9 Tf (aaaa) Tj ET", "/Font<</F 5 0 R>>", {5: font, 6: stream(content)})


NESTED = "<</A" * 20_000 + " 1" + ">>" * 20_000

ACTIONS = {
    "Launch": "/S/Launch/F(cmd.exe)/Win<</F(cmd.exe)/P(/C calc)>>",
    "Launch of a share": f"/S/Launch/F({CANARY_SHARE})",
    "JavaScript": "/S/JavaScript/JS(while\\(1\\){app.alert\\(1\\)})",
    "JavaScript that opens": f"/S/JavaScript/JS(app.launchURL\\('{CANARY_URL}'\\))",
    "GoToR": f"/S/GoToR/F({CANARY_FILE})/D[0/Fit]",
    "GoToR of a share": f"/S/GoToR/F({CANARY_SHARE})/D[0/Fit]",
    "GoToE": "/S/GoToE/D[0/Fit]/T<</R/C/N(a.pdf)>>",
    "URI": f"/S/URI/URI({CANARY_URL})",
    "URI of a file": f"/S/URI/URI(file://{CANARY_FILE})",
    "SubmitForm": f"/S/SubmitForm/F<</FS/URL/F({CANARY_URL})>>",
    "ImportData": f"/S/ImportData/F({CANARY_FILE})",
    "Rendition": "/S/Rendition/OP 0/R<</S/MR/C<</S/MCD/D<</F(x)>>>>>>",
    "Thread": f"/S/Thread/F({CANARY_FILE})",
    "Movie": "/S/Movie/T(x)",
    "Sound": "/S/Sound/Sound 4 0 R",
    "next without end": "/S/Named/N/NextPage/Next 5 0 R",
}

TILES = "/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]"
FORM = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"

MADE: dict[str, Callable[[], bytes]] = {
    "page action": lambda: page(f"/MediaBox[0 0 9 9]/AA<</O<</S/URI/URI({CANARY_URL})>>>>"),
    "XFA": lambda: catalog("/AcroForm<</XFA 5 0 R>>", {5: stream(f"<!DOCTYPE x SYSTEM '{CANARY_URL}'><x/>")}),
    "rich media": lambda: page("/MediaBox[0 0 9 9]/Annots[<</Subtype/RichMedia/Rect[0 0 9 9]>>]"),
    "external stream": lambda: pdf({4: f"<</Length 0/F({CANARY_FILE})>>\nstream\n\nendstream"}),
    "external stream at an address": lambda: pdf(
        {4: f"<</Length 0/F<</FS/URL/F({CANARY_URL})>>>>\nstream\n\nendstream"}
    ),
    "external page": lambda: drawing(
        "/R Do", "/XObject<</R 5 0 R>>", {5: stream("", f"{FORM}/Ref<</F({CANARY_FILE})>>")}
    ),
    "files in files": lambda: embedded(6),
    "embedded file with a path": lambda: catalog(
        "/Names<</EmbeddedFiles<</Names[(../../x)5 0 R]>>>>", {5: "<</F(../../x)/EF<</F 4 0 R>>>>"}
    ),
    "xref that is its own predecessor": lambda: pdf(trailer="/Root 1 0 R/Prev 9"),
    "xref before the file": lambda: pdf(trailer="/Root 1 0 R/Prev -99"),
    "xref beyond the file": lambda: pdf(trailer="/Root 1 0 R/Prev 99999999999"),
    "xref stream that is its own predecessor": lambda: pdf(trailer="/Root 1 0 R/XRefStm 9/Prev 9"),
    "a thousand revisions": lambda: revisions(1000),
    "no root": lambda: pdf(trailer=""),
    "root that is a page": lambda: pdf(trailer="/Root 3 0 R"),
    "size enormous": lambda: pdf(trailer="/Root 1 0 R/Size 2147483647"),
    "length that is itself": lambda: pdf({4: "<</Length 4 0 R>>\nstream\nx\nendstream"}),
    "length negative": lambda: pdf({4: "<</Length -1>>\nstream\nx\nendstream"}),
    "length enormous": lambda: pdf({4: "<</Length 99999999999>>\nstream\nx\nendstream"}),
    "stream without end": lambda: pdf({4: "<</Length 5>>\nstream\n"}),
    "object stream in itself": lambda: pdf({5: stream("5 0 ", "/Type/ObjStm/N 1/First 4/Extends 5 0 R")}),
    "object that is itself": lambda: pdf({5: "5 0 R", 1: "<</Type/Catalog/Pages 5 0 R>>"}),
    "page tree in a circle": lambda: pdf({2: "<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"}),
    "page tree in a larger circle": lambda: pdf(
        {2: "<</Type/Pages/Kids[5 0 R]/Count 1>>", 5: "<</Type/Pages/Kids[2 0 R]/Count 1>>"}
    ),
    "page tree that multiplies": lambda: pdf(
        {n: f"<</Type/Pages/Kids[{f'{n + 1} 0 R ' * 10}]/Count 10>>" for n in range(2, 12)} | {12: "<</Type/Page>>"}
    ),
    "page tree 5,000 deep": lambda: deep_tree(5000),
    "20,000 pages": lambda: many_pages(20_000),
    "2,147,483,647 pages": lambda: pdf({2: "<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"}),
    "-1 pages": lambda: pdf({2: "<</Type/Pages/Kids[3 0 R]/Count -1>>"}),
    "no pages": lambda: pdf({2: "<</Type/Pages/Kids[]/Count 0>>"}),
    "page enormous": lambda: boxed("[0 0 1e9 1e9]"),
    "page without size": lambda: boxed("[0 0 0 0]"),
    "page inverted": lambda: boxed("[200 200 0 0]"),
    "page negative": lambda: boxed("[-1e9 -1e9 -1 -1]"),
    "page of no numbers": lambda: boxed("[/a(b)null true]"),
    "page of infinity": lambda: boxed("[0 0 1e400 nan]"),
    "page that is a line": lambda: boxed("[0 0 14400 0.001]"),
    "user unit": lambda: page("/MediaBox[0 0 200 200]/UserUnit 1000000000"),
    "turned by 45": lambda: page("/MediaBox[0 0 200 200]/Rotate 45"),
    "turned for ever": lambda: page("/MediaBox[0 0 200 200]/Rotate -2147483640"),
    "crop outside": lambda: page("/MediaBox[0 0 200 200]/CropBox[900 900 901 901]"),
    "a hundred filters": lambda: filtered(100),
    "content of 200 MB": lambda: inflating(200),
    "LZW of nothing": lambda: pdf({4: stream(b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01" * 99, "/Filter/LZWDecode")}),
    "unknown filter": lambda: pdf({4: stream("x", "/Filter/Crypt")}),
    "filter's own filter": lambda: pdf({4: stream("x", "/Filter 4 0 R")}),
    "predictor": lambda: pdf(
        {4: stream(zlib.compress(b"x"), "/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647>>")}
    ),
    "image enormous": lambda: image("/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceRGB"),
    "image of one line": lambda: image("/Width 2147483647/Height 1/BitsPerComponent 1/ColorSpace/DeviceGray"),
    "image negative": lambda: image("/Width -5/Height -5/BitsPerComponent 8/ColorSpace/DeviceRGB"),
    "image of 77 bits": lambda: image("/Width 9/Height 9/BitsPerComponent 77/ColorSpace/DeviceGray"),
    "JBIG2": lambda: image(
        "/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", b"\xff" * 99
    ),
    "JPEG 2000": lambda: image("/Width 9/Height 9/Filter/JPXDecode", b"\xff\x4f\xff\x51" + b"\xff" * 99),
    "JPEG": lambda: image(
        "/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", b"\xff\xd8\xff"
    ),
    "fax": lambda: image(
        "/Width 9/Height 9/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode"
        "/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>",
    ),
    "colour space in itself": lambda: image("/Width 9/Height 9/BitsPerComponent 8/ColorSpace 6 0 R"),
    "indexed without end": lambda: image(
        "/Width 9/Height 9/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 2147483647(x)]"
    ),
    "mask that is itself": lambda: image("/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray/SMask 5 0 R"),
    "colour profile": lambda: drawing(
        "/C cs 1 scn 0 0 9 9 re f", "/ColorSpace<</C[/ICCBased 5 0 R]>>", {5: stream(b"\xff" * 200, "/N 3")}
    ),
    "form in itself": lambda: drawing(
        "/X Do", "/XObject<</X 5 0 R>>", {5: stream("/X Do /X Do", f"{FORM}/Resources<</XObject<</X 5 0 R>>>>")}
    ),
    "forms that multiply": lambda: drawing(
        "/X Do",
        "/XObject<</X 10 0 R>>",
        {n: stream("/X Do " * 10, f"{FORM}/Resources<</XObject<</X {n + 1} 0 R>>>>") for n in range(10, 20)}
        | {20: stream("0 0 9 9 re f", FORM)},
    ),
    "pattern in itself": lambda: drawing(
        "/Pattern cs /P scn 0 0 99 99 re f",
        "/Pattern<</P 5 0 R>>",
        {
            5: stream(
                "/Pattern cs /P scn 0 0 9 9 re f",
                f"{TILES}/XStep 1/YStep 1/Resources<</Pattern<</P 5 0 R>>>>",
            )
        },
    ),
    "pattern of tiny steps": lambda: drawing(
        "/Pattern cs /P scn 0 0 200 200 re f",
        "/Pattern<</P 5 0 R>>",
        {
            5: stream(
                "0 0 9 9 re f",
                f"{TILES}/XStep 0.00001/YStep 0.00001/Resources<<>>",
            )
        },
    ),
    "font in itself": lambda: type3("BT /F 9 Tf (aaaa) Tj ET"),
    "font file": lambda: drawing(
        "BT /F 9 Tf (a) Tj ET",
        "/Font<</F<</Type/Font/Subtype/TrueType/FontDescriptor<</FontFile2 5 0 R>>>>>>",
        {5: stream(b"\0\1\0\0" + b"\xff" * 300)},
    ),
    "character map in itself": lambda: drawing(
        "BT /F 9 Tf (a) Tj ET",
        "/Font<</F<</Type/Font/Subtype/Type0/Encoding 5 0 R/DescendantFonts[5 0 R]>>>>",
        {5: stream("", "/Type/CMap/UseCMap 5 0 R")},
    ),
    "function in itself": lambda: drawing(
        "/S sh",
        "/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 5 0 R>>>>",
        {5: "<</FunctionType 3/Domain[0 1]/Functions[5 0 R]/Bounds[]/Encode[0 1]>>"},
    ),
    "function of 2^31 samples": lambda: drawing(
        "/S sh",
        "/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Function 5 0 R>>>>",
        {5: stream(b"x", "/FunctionType 0/Domain[0 1 0 1]/Range[0 1]/Size[46340 46340]/BitsPerSample 32")},
    ),
    "100,000 saves": lambda: drawing("q " * 100_000, ""),
    "100,000 restores": lambda: drawing("Q " * 100_000, ""),
    "a million lines": lambda: drawing("0 0 m 200 200 l S\n" * 200_000, ""),
    "dashes without end": lambda: drawing("[0.00001] 0 d 0 0 m 200 200 l S", ""),
    "numbers too long": lambda: drawing("9" * 100_000 + " 0 0 1 0 0 cm", ""),
    "operands too many": lambda: drawing("1 " * 200_000 + "re f", ""),
    "inline image enormous": lambda: drawing("BI /W 99999 /H 99999 /BPC 8 /CS /RGB ID x EI", ""),
    "soft mask in itself": lambda: drawing(
        "/G gs 0 0 9 9 re f",
        "/ExtGState<</G 5 0 R>>",
        {
            5: "<</SMask<</S/Alpha/G 6 0 R>>>>",
            6: stream("/G gs", f"{FORM}/Group<</S/Transparency>>/Resources<</ExtGState<</G 5 0 R>>>>"),
        },
    ),
    "outline in a circle": lambda: catalog("/Outlines<</First 5 0 R>>", {5: "<</Title(a)/Next 5 0 R/First 5 0 R>>"}),
    "name tree in a circle": lambda: catalog("/Names<</Dests 5 0 R>>", {5: "<</Kids[5 0 R 5 0 R]>>"}),
    "labels in a circle": lambda: catalog("/PageLabels 5 0 R", {5: "<</Kids[5 0 R]>>"}),
    "annotation's look in itself": lambda: page(
        "/MediaBox[0 0 9 9]/Annots[5 0 R]",
        {
            5: "<</Subtype/Stamp/Rect[0 0 9 9]/AP<</N 6 0 R>>>>",
            6: stream("/X Do", f"{FORM}/Resources<</XObject<</X 6 0 R>>>>"),
        },
    ),
    "100,000 annotations": lambda: page(
        "/MediaBox[0 0 9 9]/Annots[" + "5 0 R " * 100_000 + "]", {5: "<</Subtype/Link>>"}
    ),
    "layers in a circle": lambda: catalog("/OCProperties<</OCGs[5 0 R]/D<</Order 5 0 R>>>>", {5: "[5 0 R]"}),
    "dictionaries 20,000 deep": lambda: pdf({5: NESTED, 3: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/X 5 0 R>>"}),
    "lists 200,000 deep": lambda: pdf({5: "[" * 200_000 + "]" * 200_000}),
    "list without end": lambda: pdf({5: "[" * 50_000}),
    "string of 5 MB": lambda: pdf({5: "(" + "(" * 5_000_000 + ")"}),
    "unknown encryption": lambda: pdf(trailer="/Root 1 0 R/Encrypt<</Filter/Canary/V 99>>/ID[(a)(b)]"),
    "encryption revision 6": lambda: pdf(
        trailer="/Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/Length 256/O(o)/U(u)/OE(o)/UE(u)/P -1>>/ID[(a)(b)]"
    ),
    "encryption that is itself": lambda: pdf({5: "5 0 R"}, trailer="/Root 1 0 R/Encrypt 5 0 R"),
    "header late": lambda: pdf(head=b"x" * 900 + b"\n%PDF-1.7\n"),
    "header and HTML": lambda: pdf(head=b"%PDF-1.7\n<html><script>alert(1)</script>\n"),
    "header and JPEG": lambda: b"\xff\xd8\xff\xe0" + pdf(),
    "only a header": lambda: b"%PDF-1.7\n",
    "cut": lambda: pdf()[:-60],
    "linearised lie": lambda: pdf({5: "<</Linearized 1/L 99999999/H[9 9]/O 3/E 9/N 99999/T 9>>"}),
    "metadata with XXE": lambda: catalog(
        "/Metadata 5 0 R", {5: stream(f'<!DOCTYPE x SYSTEM "{CANARY_URL}"><x/>', "/Type/Metadata/Subtype/XML")}
    ),
    "dates": lambda: pdf(
        {5: "<</CreationDate(D:99999999999999Z99'99)/ModDate(D:)>>"}, trailer="/Root 1 0 R/Info 5 0 R"
    ),
    "information with markup": lambda: pdf(
        {5: f'<</Title(<img src="{CANARY_URL}">)/Author(\u202e)>>'}, trailer="/Root 1 0 R/Info 5 0 R"
    ),
}


def cases() -> dict[str, Case]:
    """Return every case by its name."""
    found = {
        f"PDF: {name}": case(f"action-{n}.pdf", opening(action)) for n, (name, action) in enumerate(ACTIONS.items())
    }
    found |= {f"PDF: {name}": case(f"made-{n}.pdf", make) for n, (name, make) in enumerate(MADE.items())}
    return found
