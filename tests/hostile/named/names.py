"""Names made to harm: of members of archives, where anything goes, and of files on a disk."""

import io
import tarfile
import zipfile

from tests.hostile.named.case import CANARY, CANARY_FILE, CANARY_SHARE, Case, case

ESCAPING = {
    "parent": f"../{CANARY}.txt",
    "parents": "../" * 40 + f"{CANARY}.txt",
    "parent in the middle": f"a/../../{CANARY}.txt",
    "parent behind a dot": f"./../{CANARY}.txt",
    "parent with backslash": f"..\\{CANARY}.txt",
    "parent with both slashes": f"..\\../{CANARY}.txt",
    "parent in the middle with backslash": f"a\\..\\..\\{CANARY}.txt",
    "four dots": f"....//{CANARY}.txt",
    "dots and slash in dots": f"..././{CANARY}.txt",
    "percent dots": f"%2e%2e/{CANARY}.txt",
    "percent slash": f"..%2f{CANARY}.txt",
    "percent backslash": f"..%5c{CANARY}.txt",
    "double percent": f"%252e%252e%252f{CANARY}.txt",
    "overlong slash written out": f"..%c0%af{CANARY}.txt",
    "full-width slash": f"..／{CANARY}.txt",
    "division slash": f"..∕{CANARY}.txt",
    "full-width dots": f"．．/{CANARY}.txt",
    "one-dot leaders": f"‥/{CANARY}.txt",
    "absolute": CANARY_FILE,
    "absolute twice": f"/{CANARY_FILE}",
    "etc": f"/etc/{CANARY}",
    "home": f"~/{CANARY}.txt",
    "another's home": f"~root/{CANARY}.txt",
    "variable": f"$HOME/{CANARY}.txt",
    "Windows variable": f"%USERPROFILE%\\{CANARY}.txt",
    "file address": f"file:///{CANARY}/secret",
    "drive": f"C:\\{CANARY}\\secret",
    "drive with slash": f"c:/{CANARY}/secret",
    "drive without slash": f"C:{CANARY}",
    "share": CANARY_SHARE,
    "share with slashes": f"//{CANARY}/share/secret",
    "long path prefix": f"\\\\?\\C:\\{CANARY}",
    "device prefix": f"\\\\.\\C:\\{CANARY}",
    "device prefix share": f"\\\\?\\UNC\\{CANARY}\\share",
    "the vault's catalog": "../catalog.sqlite3",
    "the vault's originals": "../../originals/ab/" + "a" * 64,
    "the vault's lock": "vault.lock",
    "process memory": "/proc/self/mem",
    "ending in a folder": f"../{CANARY}/",
}

ODD = {
    "dot": ".",
    "dots": "..",
    "slash": "/",
    "backslash": "\\",
    "only dots": "." * 200,
    "NUL before an ending": "a\0.png",
    "NUL before parents": f"a\0/../../{CANARY}",
    "newline": "a\nb.txt",
    "carriage return": "a\rb.txt",
    "tab": "a\tb.txt",
    "terminal escape": "\x1b[2J\x1b]0;x\x07.txt",
    "backspace": "evil\b\b\b\bgood.txt",
    "delete": "a\x7fb.txt",
    "C1 control": "a\x9bb.txt",
    "right-to-left override": "\u202egnp.exe",
    "isolates": "\u2066a\u2069\u2068.txt",
    "zero width": "a\u200b\u200d\ufeff.txt",
    "combining marks": "a" + "\u0301" * 200 + ".txt",
    "CON": "CON",
    "PRN": "prn.txt",
    "AUX": "AUX.png",
    "NUL": "NUL.jpg",
    "COM1": "COM1.pdf",
    "LPT9": "lpt9.csv",
    "CONIN$": "CONIN$",
    "stream": "a.txt:hidden",
    "data stream": "a.txt::$DATA",
    "trailing dot": "a.",
    "trailing space": "a ",
    "leading space": " a.txt",
    "leading dash": "--vault=x",
    "wildcards": "*?.txt",
    "pipe": "|sh.txt",
    "redirect": "<a>.txt",
    "script": "<script>alert(1)</script>.txt",
    "picture markup": f'<img src="file:///{CANARY}">.txt',
    "entity": "&amp;&#x202e;.txt",
    "SQL": "'; DROP TABLE exhibit;--.txt",
    "format": "{0}{name}%s%n%x.txt",
    "lookup": "${jndi:ldap://127.0.0.1/a}.txt",
    "formula": "=cmd|' /C calc'!A0.csv",
    "255 characters": "n" * 251 + ".txt",
    "300 characters": "字" * 300 + ".txt",
    "astral": "𠮷😀👩‍👩‍👧.txt",
    "noncharacter": "a\uffff\ufdd0.txt",
    "private use": "\ue000\U0010fffd.txt",
    "dotless I": "İıſK.txt",
}


def zipped(*names: str) -> bytes:
    """A zip whose members have these names, exactly."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number, name in enumerate(names):
            info = zipfile.ZipInfo("x")
            info.filename = info.orig_filename = name
            archive.writestr(info, f"member {number} {name!r}")
    return out.getvalue()


def raw_zip(name: bytes, flags: int = 0) -> bytes:
    """A zip with one member whose name is these bytes."""
    stand_in = "Q" * len(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(stand_in, b"raw name")
    data = bytearray(out.getvalue().replace(stand_in.encode(), name))
    data[6:8] = flags.to_bytes(2, "little")
    central = data.index(b"PK\x01\x02")
    data[central + 8 : central + 10] = flags.to_bytes(2, "little")
    return bytes(data)


def tarred(*names: str) -> bytes:
    """A tar whose members have these names."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name in names:
            info = tarfile.TarInfo(name)
            data = f"tar member {name!r}".encode("utf-8", "backslashreplace")
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def cases() -> dict[str, Case]:
    """Return every case by its name."""
    found: dict[str, Case] = {}
    for number, (what, name) in enumerate((ESCAPING | ODD).items()):
        found[f"zip member: {what}"] = case(f"zip-{number}.zip", lambda name=name: zipped(name))
    for number, (what, name) in enumerate(ESCAPING.items()):
        found[f"tar member: {what}"] = case(f"tar-{number}.tar", lambda name=name: tarred(name))
    for number, (what, name) in enumerate(ODD.items()):
        raw = name.encode().replace(b"/", b"_").replace(b"\0", b"_")[:255]
        if raw not in {b".", b".."}:
            found[f"file name: {what}"] = case(raw, f"file name {number}")
    found |= {
        "file name: not UTF-8": case(b"\xff\xfe\x80.txt", b"not UTF-8"),
        "file name: GBK": case("截图.txt".encode("gbk"), b"GBK name"),
        "file name: NFC": case("caf\u00e9.txt", b"composed"),
        "file name: NFD": case("cafe\u0301.txt", b"decomposed"),
        "file name: upper case": case("SAME.TXT", b"upper"),
        "file name: lower case": case("same.txt", b"lower"),
        "zip members: NFC and NFD": case("nf.zip", lambda: zipped("caf\u00e9.txt", "cafe\u0301.txt")),
        "zip members: cases": case("case.zip", lambda: zipped("A.txt", "a.txt", "a.TXT")),
        "zip members: the same name": case("twice.zip", lambda: zipped("a.txt", "a.txt", "a.txt")),
        "zip members: a file and a folder of one name": case("both.zip", lambda: zipped("a", "a/b", "a/")),
        "zip member: name of bytes that are no text": case("raw.zip", lambda: raw_zip(b"\xff\xfe\x80\x81.txt")),
        "zip member: called UTF-8 and is not": case("false-utf8.zip", lambda: raw_zip(b"\xff\xfe\x80.txt", 0x800)),
        "zip member: overlong slash": case("overlong.zip", lambda: raw_zip(b"..\xc0\xafx.txt", 0x800)),
        "zip member: surrogates": case("surrogate.zip", lambda: raw_zip(b"\xed\xa0\x80.txt", 0x800)),
        "zip member: Shift JIS": case("sjis.zip", lambda: raw_zip("画面.txt".encode("shift_jis"))),
        "zip member: no name": case("no-name.zip", lambda: zipped("")),
        "zip member: 60,000 characters": case("long-name.zip", lambda: zipped("n" * 60_000)),
    }
    return found
