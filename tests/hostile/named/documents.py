"""Texts made to harm: XML, HTML, mail, tables, JSON."""

import io
import os
import zipfile

from tests.hostile.named.case import CANARY_FILE, CANARY_SHARE, CANARY_URL, Case, case

LINE_BYTES = 1 << 30 if os.environ.get("JUZHENG_SOAK") else 8 << 20

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DTD = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>',
    "quadratic blow-up": f'<!DOCTYPE x [<!ENTITY a "{"a" * 50_000}">]><x>{"&a;" * 20_000}</x>',
    "entity that is itself": '<!DOCTYPE x [<!ENTITY a "&b;"><!ENTITY b "&a;">]><x>&a;</x>',
    "XXE file": f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{CANARY_FILE}">]><x>&e;</x>',
    "XXE address": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY_URL}">]><x>&e;</x>',
    "XXE share": f'<!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY_SHARE}">]><x>&e;</x>',
    "XXE PUBLIC": f'<!DOCTYPE x [<!ENTITY e PUBLIC "-//x" "{CANARY_URL}">]><x>&e;</x>',
    "parameter entity": f'<!DOCTYPE x [<!ENTITY % p SYSTEM "{CANARY_URL}">%p;]><x/>',
    "external DTD": f'<!DOCTYPE x SYSTEM "{CANARY_URL}"><x/>',
    "attribute default": f'<!DOCTYPE x [<!ATTLIST x a CDATA "{"a" * 99_999}">]><x/>',
    "notation": f'<!DOCTYPE x [<!NOTATION n SYSTEM "{CANARY_FILE}"><!ENTITY e SYSTEM "x" NDATA n>]><x/>',
}
XML = {
    "XInclude": f'<x xmlns:i="http://www.w3.org/2001/XInclude"><i:include href="file://{CANARY_FILE}"/></x>',
    "style sheet": f'<?xml-stylesheet type="text/xsl" href="{CANARY_URL}"?><x/>',
    "XSLT document()": '<xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0">'
    f'<xsl:variable name="a" select="document(\'{CANARY_URL}\')"/></xsl:stylesheet>',
    "schema location": f'<x xmlns:s="http://www.w3.org/2001/XMLSchema-instance" s:schemaLocation="a {CANARY_URL}"/>',
    "deep": "<a>" * 100_000 + "</a>" * 100_000,
    "never closed": "<a>" * 100_000,
    "many attributes": "<x " + " ".join(f'a{n}=""' for n in range(50_000)) + "/>",
    "many namespaces": "<x " + " ".join(f'xmlns:a{n}="u"' for n in range(20_000)) + "/>",
    "long attribute": f'<x a="{"a" * 5_000_000}"/>',
    "NUL": "<x>\0</x>",
    "character references": "<x>" + "&#0;&#xFFFFFFFF;&#xD800;&#-1;" * 100 + "</x>",
    "false encoding": '<?xml version="1.0" encoding="UTF-7"?><x>+ADw-</x>',
    "unknown encoding": '<?xml version="1.0" encoding="../../x"?><x/>',
    "SMS backup with markup": '<smses count="1"><sms address="&lt;img src=x&gt;" date="99999999999999999999" '
    f'body="&lt;b&gt;=HYPERLINK(&quot;{CANARY_URL}&quot;)" type="-1"/></smses>',
    "property list": f'<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "{CANARY_URL}"><plist><dict/></plist>',
    "KML network link": f"<kml><NetworkLink><Link><href>{CANARY_URL}</href></Link></NetworkLink></kml>",
    "SOAP": f'<s:Envelope xmlns:s="x"><s:Body href="{CANARY_URL}"/></s:Envelope>',
}
SVG = {
    "script": "<script>while(1){}</script>",
    "image of a file": f'<image href="file://{CANARY_FILE}" width="9" height="9"/>',
    "image of an address": f'<image xlink:href="{CANARY_URL}" width="9" height="9"/>',
    "use of itself": '<g id="a"><use href="#a"/></g>',
    "uses that multiply": "".join('<g id="g%d">%s</g>' % (n, f'<use href="#g{n - 1}"/>' * 10) for n in range(1, 12)),  # noqa: UP031
    "foreign object": f'<foreignObject><iframe src="{CANARY_URL}"/></foreignObject>',
    "style": f"<style>@import url({CANARY_URL});*{{background:url(file://{CANARY_FILE})}}</style>",
    "huge": '<rect width="1e308" height="1e308"/>',
    "filter": '<filter id="f"><feTurbulence numOctaves="999999999"/></filter><rect filter="url(#f)"/>',
}
HTML = {
    "picture": f'<img src="{CANARY_URL}"><img src="file://{CANARY_FILE}"><img src="{CANARY_SHARE}">',
    "script": f'<script src="{CANARY_URL}"></script><script>while(1);</script>',
    "frame": f'<iframe src="file://{CANARY_FILE}"></iframe>',
    "style": f'<link rel="stylesheet" href="{CANARY_URL}"><style>body{{background:url({CANARY_URL})}}</style>',
    "refresh": f'<meta http-equiv="refresh" content="0;url={CANARY_URL}">',
    "base": f'<base href="{CANARY_URL}/"><img src="a">',
    "object": f'<object data="{CANARY_URL}"></object><embed src="file://{CANARY_FILE}">',
    "form": f'<form action="{CANARY_URL}"><input autofocus onfocus="form.submit()"></form>',
    "deep": "<div>" * 200_000,
}
MAIL = {
    "external body": "Content-Type: message/external-body; access-type=URL;\n"
    f' URL="{CANARY_URL}"\n\nContent-Type: text/plain\n\n',
    "nested parts": "".join(f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000)),
    "endless header": "Subject: " + "a" * 4_000_000 + "\n\nx",
    "encoded words": "Subject: " + "=?utf-8?b?" * 20_000 + "\n\nx",
    "attachment's name": 'Content-Disposition: attachment; filename="../../x"\n\nx',
}
TABLES = {
    "formula =": f'=HYPERLINK("{CANARY_URL}";"x"),1',
    "formula +": "+1+cmd|' /C calc'!A0",
    "formula -": "-2+3+cmd|' /C calc'!A0",
    "formula @": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula behind a tab": "\t=1+1",
    "formula behind a return": "\r=1+1",
    "formula in quotes": '"=1+1","\n=1+1"',
    "full-width formula": "＝1+1,＋1,－1,＠1",
    "DDE": '=DDE("cmd";"/C calc";"x")',
    "IMPORTXML": f'=IMPORTXML("{CANARY_URL}";"//a")',
    "WEBSERVICE": f'=WEBSERVICE("{CANARY_URL}")',
    "open quote": '"' + "a," * 200_000,
    "only commas": "," * 500_000,
    "only newlines": "\n" * 500_000,
    "direction": "\u202e1,\u20662\u2069",
    "terminal": "\x1b[2J\x1b]52;c;eA==\x07,1",
    "NUL": "a\0b,c",
    "separators": "a;b\tc|d\x1fe\u2028f\u0085g",
}
ENCODED = {
    "BOM": b"\xef\xbb\xbf" + "时间,金额".encode(),
    "BOM twice": b"\xef\xbb\xbf\xef\xbb\xbfa",
    "UTF-16 LE": "时间,金额".encode("utf-16"),
    "UTF-16 BE": b"\xfe\xff" + "时间,金额".encode("utf-16-be"),
    "UTF-16 cut": "时间".encode("utf-16")[:-1],
    "UTF-16 surrogates": b"\xff\xfe\x00\xd8\x00\xd8",
    "UTF-32": "时间".encode("utf-32"),
    "GBK": "时间,金额".encode("gbk") * 50,
    "GBK cut": "时间".encode("gbk")[:-1],
    "Big5": "時間,金額".encode("big5") * 50,
    "mixed": "时间".encode("gbk") + "金额".encode(),
    "overlong": b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf",
    "surrogates": b"\xed\xa0\x80\xed\xb0\x80",
    "beyond Unicode": b"\xf4\x90\x80\x80\xf8\x88\x80\x80\x80",
    "UTF-7": b"+AD0-1+AC0-1",
    "control": bytes(range(32)) * 100,
    "EBCDIC": "time,amount".encode("cp037"),
}
JSON = {
    "deep lists": "[" * 200_000 + "]" * 200_000,
    "deep objects": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "huge number": "[1e999999999, " + "9" * 100_000 + "]",
    "same keys": "{" + ",".join('"a":1' for _ in range(100_000)) + "}",
    "surrogate": '{"a":"\\ud800"}',
    "not a number": "[NaN, Infinity, -Infinity]",
}
PLAIN = {
    "card with a photo": ("a.vcf", f"BEGIN:VCARD\nPHOTO;VALUE=URI:{CANARY_URL}\nEND:VCARD"),
    "calendar": ("a.ics", f"BEGIN:VCALENDAR\nATTACH:{CANARY_URL}\nRRULE:FREQ=SECONDLY\nEND:VCALENDAR"),
    "shortcut": ("a.url", f"[InternetShortcut]\nURL={CANARY_URL}\nIconFile={CANARY_SHARE}"),
    "desktop entry": ("a.desktop", f"[Desktop Entry]\nExec=/bin/sh -c id\nIcon={CANARY_FILE}"),
    "library": ("a.scf", f"[Shell]\nIconFile={CANARY_SHARE}"),
    "RTF": ("a.rtf", r"{\rtf1{\object\objautlink{\*\objclass x}{\*\objdata 00}}" + "{" * 100_000),
    "PostScript": ("a.eps", f"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n({CANARY_FILE}) (r) file\n%%EOF"),
    "PostScript pipe": ("a.ps", "%!PS\n(%pipe%id) (w) file\n"),
    "LaTeX": ("a.tex", r"\input{/canary-juzheng}\write18{id}"),
    "YAML": ("a.yaml", "!!python/object/apply:os.system ['id']"),
    "pickle": ("a.pkl", "cos\nsystem\n(S'id'\ntR."),
    "byte code": ("a.pyc", "\x00\x00"),
}


def office(kind: str, members: dict[str, str]) -> bytes:
    """A document of Office Open XML as far as a listing goes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(f"{kind}/document.xml", f"<{kind}/>")
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def link_to(target: str) -> str:
    return f'<Relationships><Relationship Id="r" TargetMode="External" Target="{target}"/></Relationships>'


def line_without_end() -> bytes:
    """One line of a gigabyte in the long campaign, of some megabytes otherwise."""
    return b"a" * LINE_BYTES


def cases() -> dict[str, Case]:
    """Return every case by its name."""
    found = {f"XML: {name}": case(f"xml-{n}.xml", text) for n, (name, text) in enumerate((DTD | XML).items())}
    for number, (name, text) in enumerate(DTD.items()):
        coded = text.encode("utf-16") if len(text) < 10_000 else text.encode()
        found[f"XML in UTF-16: {name}"] = case(f"utf16-{number}.xml", coded)
    for number, (name, text) in enumerate(SVG.items()):
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{text}</svg>'
        found[f"SVG: {name}"] = case(f"{number}.svg", svg)
    found |= {f"HTML: {name}": case(f"html-{n}.html", f"<html>{text}") for n, (name, text) in enumerate(HTML.items())}
    found |= {f"mail: {name}": case(f"mail-{n}.eml", text) for n, (name, text) in enumerate(MAIL.items())}
    found |= {f"CSV: {name}": case(f"csv-{n}.csv", text) for n, (name, text) in enumerate(TABLES.items())}
    found |= {f"text: {name}": case(f"text-{n}.csv", data) for n, (name, data) in enumerate(ENCODED.items())}
    found |= {f"JSON: {name}": case(f"json-{n}.json", text) for n, (name, text) in enumerate(JSON.items())}
    found |= {f"plain: {name}": case(file_name, text) for name, (file_name, text) in PLAIN.items()}
    found |= {
        "text: a line without end": case("line.txt", line_without_end),
        "docx: billion laughs": case("laughs.docx", lambda: office("word", {"a.xml": DTD["billion laughs"]})),
        "docx: XXE": case("xxe.docx", lambda: office("word", {"a.xml": DTD["XXE file"]})),
        "docx: template elsewhere": case(
            "template.docx", lambda: office("word", {"word/_rels/a.rels": link_to(CANARY_URL)})
        ),
        "xlsx: link to a share": case("share.xlsx", lambda: office("xl", {"xl/_rels/a.rels": link_to(CANARY_SHARE)})),
        "pptx: film of a file": case(
            "film.pptx", lambda: office("ppt", {"ppt/_rels/a.rels": link_to("file://" + CANARY_FILE)})
        ),
        "docx: macros": case("macros.docm", lambda: office("word", {"word/vbaProject.bin": "x"})),
    }
    return found
