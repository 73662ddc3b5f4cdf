"""Archives made to harm by their structure, not by their names."""

import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable

import pyzipper

from tests.hostile.named.case import CANARY, CANARY_FILE, Case, case

MEGABYTES = 300
"""Of zeros in a bomb: more than what an archive may unpack to at its size."""


def plain_zip(**members: bytes) -> bytearray:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (members or {"a.txt": b"words" * 50}).items():
            archive.writestr(name, data)
    return bytearray(out.getvalue())


def patched(offset_in: bytes, offset: int, value: bytes) -> bytes:
    """A zip in which something stands wrong after the first record of a kind."""
    data = plain_zip()
    at = data.index(offset_in) + offset
    data[at : at + len(value)] = value
    return bytes(data)


LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"

PATCHES: dict[str, tuple[bytes, int, bytes]] = {
    "local name differs": (LOCAL, 30, b"../b."),
    "local size differs": (LOCAL, 22, b"\xff\xff\xff\x7f"),
    "local checksum differs": (LOCAL, 14, b"\0\0\0\0"),
    "local method differs": (LOCAL, 8, b"\0\0"),
    "local flags differ": (LOCAL, 6, b"\xff\xff"),
    "local name too long": (LOCAL, 26, b"\xff\xff"),
    "local extra too long": (LOCAL, 28, b"\xff\xff"),
    "no local header": (LOCAL, 0, b"XXXX"),
    "size 4 GB": (CENTRAL, 24, b"\xff\xff\xff\xff"),
    "packed size 4 GB": (CENTRAL, 20, b"\xff\xff\xff\xff"),
    "packed size 0": (CENTRAL, 20, b"\0\0\0\0"),
    "checksum differs": (CENTRAL, 16, b"\0\0\0\0"),
    "method unknown": (CENTRAL, 10, b"\x63\0"),
    "method Deflate64": (CENTRAL, 10, b"\x09\0"),
    "method AES": (CENTRAL, 10, b"\x63\0"),
    "encrypted": (CENTRAL, 8, b"\1\0"),
    "strongly encrypted": (CENTRAL, 8, b"\x41\0"),
    "directory encrypted": (CENTRAL, 8, b"\0\x20"),
    "patch data": (CENTRAL, 8, b"\x20\0"),
    "version of the future": (CENTRAL, 6, b"\xff\xff"),
    "impossible date": (CENTRAL, 12, b"\xff\xff\xff\xff"),
    "date zero": (CENTRAL, 12, b"\0\0\0\0"),
    "name too long": (CENTRAL, 28, b"\xff\xff"),
    "extra too long": (CENTRAL, 30, b"\xff\xff"),
    "comment too long": (CENTRAL, 32, b"\xff\xff"),
    "other disk": (CENTRAL, 34, b"\x07\0"),
    "header beyond the end": (CENTRAL, 42, b"\xff\xff\xff\x7f"),
    "link": (CENTRAL, 38, struct.pack("<I", 0o120777 << 16)),
    "device": (CENTRAL, 38, struct.pack("<I", 0o020666 << 16)),
    "pipe": (CENTRAL, 38, struct.pack("<I", 0o010666 << 16)),
    "set user id": (CENTRAL, 38, struct.pack("<I", 0o104777 << 16)),
    "65,535 members claimed": (END, 8, b"\xff\xff\xff\xff"),
    "no members claimed": (END, 8, b"\0\0\0\0"),
    "directory of 4 GB": (END, 12, b"\xff\xff\xff\xff"),
    "directory beyond the end": (END, 16, b"\xff\xff\xff\x7f"),
    "directory at itself": (END, 16, b"\0\0\0\0"),
    "second disk": (END, 4, b"\x01\0\x01\0"),
    "comment cut": (END, 20, b"\xff\xff"),
}


def aes(offset: int, value: int) -> bytes:
    """A locked zip in whose field about the encryption a byte is wrong, in its directory and before the member."""
    out = io.BytesIO()
    with pyzipper.AESZipFile(out, "w", encryption=pyzipper.WZ_AES) as archive:
        archive.setpassword(b"123456")
        archive.writestr("a.txt", b"words" * 50)
    data = bytearray(out.getvalue())
    at = -1
    while (at := data.find(b"\x01\x99", at + 1)) >= 0:
        data[at + offset] = value
    return bytes(data)


def zeros(level: int = 9) -> bytes:
    """A deflate bomb."""
    packer = zlib.compressobj(level)
    part = bytes(1 << 20)
    return b"".join(packer.compress(part) for _ in range(MEGABYTES)) + packer.flush()


def bomb(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive, archive.open("zeros.bin", "w") as member:
        for _ in range(MEGABYTES):
            member.write(bytes(1 << 20))
    return out.getvalue()


def overlapping(count: int) -> bytes:
    """Many names in the directory for one member's bytes, as in the better bombs."""
    data = plain_zip(a=bytes(1 << 20))
    central = data.index(CENTRAL)
    end = data.index(END)
    entry = bytes(data[central:end])
    directory = b"".join(entry[:46] + f"{n:04}"[-1:].encode() + entry[47:] for n in range(count))
    tail = bytearray(data[end:])
    tail[8:12] = struct.pack("<HH", count, count)
    tail[12:16] = struct.pack("<I", len(directory))
    return bytes(data[:central]) + directory + bytes(tail)


def containing_itself() -> bytes:
    """A stored member whose bytes are the whole archive, as far as one can without a fixed point of CRC-32."""
    data = plain_zip()
    central = data.index(CENTRAL)
    data[central + 10 : central + 12] = b"\0\0"
    data[central + 20 : central + 28] = struct.pack("<II", len(data), len(data))
    return bytes(data)


def nested(depth: int, wrap: Callable[[bytes], bytes]) -> bytes:
    data = b"the innermost"
    for _ in range(depth):
        data = wrap(data)
    return data


def in_zip(data: bytes) -> bytes:
    return bytes(plain_zip(**{"inner.zip": data}))


def fan_of_zips() -> bytes:
    """Sixteen archives, each with sixteen: 42.zip on a small scale."""
    inner = bytes(plain_zip(**{f"{n}.bin": bytes(1 << 20) for n in range(16)}))
    return bytes(plain_zip(**{f"{n}.zip": inner for n in range(16)}))


def zip64(record: bytes) -> bytes:
    data = plain_zip()
    end = data.index(END)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, end, 1)
    data[end:end] = record + locator
    return bytes(data)


def zip64_record(entries: int, size: int, offset: int) -> bytes:
    return b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, entries, entries, size, offset)


def with_extra(extra: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("a.txt")
        info.extra = extra
        archive.writestr(info, f"extra {extra!r}")
    return out.getvalue()


def tar_of(*infos: tuple[tarfile.TarInfo, bytes], mode: str = "w") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for info, data in infos:
            info.size = len(data) if info.isreg() else 0
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def info(name: str, kind: bytes = tarfile.REGTYPE, target: str = "", **more: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, target
    for key, value in more.items():
        setattr(made, key, value)
    return made


def tar_header(name: str, size_field: bytes, kind: bytes = b"0") -> bytes:
    """A header whose size is written as somebody likes, with a right checksum."""
    header = bytearray(tarfile.TarInfo(name).tobuf())
    header[124:136] = size_field.ljust(12, b"\0")[:12]
    header[156:157] = kind
    header[148:156] = b" " * 8
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


TARS: dict[str, Callable[[], bytes]] = {
    "link upwards": lambda: tar_of((info("a", tarfile.SYMTYPE, f"../../{CANARY}"), b"")),
    "link to a file": lambda: tar_of((info("a", tarfile.SYMTYPE, CANARY_FILE), b"")),
    "through a link": lambda: tar_of((info("d", tarfile.SYMTYPE, "/tmp"), b""), (info(f"d/{CANARY}"), b"x")),
    "hard link": lambda: tar_of((info("a", tarfile.LNKTYPE, CANARY_FILE), b"")),
    "hard link upwards": lambda: tar_of((info("a", tarfile.LNKTYPE, "../../../etc/passwd"), b"")),
    "hard link to itself": lambda: tar_of((info("a", tarfile.LNKTYPE, "a"), b"")),
    "links in a circle": lambda: tar_of((info("a", tarfile.LNKTYPE, "b"), b""), (info("b", tarfile.LNKTYPE, "a"), b"")),
    "device": lambda: tar_of((info("a", tarfile.CHRTYPE, devmajor=1, devminor=5), b"")),
    "block device": lambda: tar_of((info("a", tarfile.BLKTYPE, devmajor=8), b"")),
    "pipe": lambda: tar_of((info("a", tarfile.FIFOTYPE), b"")),
    "set user id": lambda: tar_of((info("a.sh", mode=0o6777, uid=0), b"#!/bin/sh\n")),
    "folder nobody may enter": lambda: tar_of((info("d", tarfile.DIRTYPE, mode=0), b""), (info("d/a"), b"in it")),
    "path in a PAX header": lambda: tar_of((info("a", pax_headers={"path": f"../../{CANARY}"}), b"pax path")),
    "size in a PAX header": lambda: tar_of((info("a", pax_headers={"size": "99999999999"}), b"pax size")),
    "no size in a PAX header": lambda: tar_of((info("a", pax_headers={"size": "-1"}), b"pax minus")),
    "time in a PAX header": lambda: tar_of((info("a", pax_headers={"mtime": "nan"}), b"pax nan")),
    "sparse": lambda: tar_of((info("a", pax_headers={"GNU.sparse.size": "9" * 15, "GNU.sparse.map": "0,9"}), b"map")),
    "time far off": lambda: tar_of((info("a", mtime=2**60), b"far")),
    "time before time": lambda: tar_of((info("a", mtime=-(2**60)), b"before")),
    "owner": lambda: tar_of((info("a", uname="\u202e", uid=2**40), b"owner")),
    "size negative": lambda: tar_header("a", b"\xff" * 12) + bytes(1024),
    "size enormous": lambda: tar_header("a", b"\x80" + b"\0" * 3 + b"\x7f" + b"\xff" * 7) + bytes(1024),
    "size no number": lambda: tar_header("a", b"zzzzzzzz") + bytes(1024),
    "unknown kind": lambda: tar_header("a", b"00000000001", b"Z") + b"x".ljust(512, b"\0") + bytes(1024),
    "long name without end": lambda: tar_header("././@LongLink", b"77777777777", b"L") + b"a" * 4096,
    "old sparse": lambda: tar_header("a", b"00000000001", b"S") + bytes(1024),
    "volume": lambda: tar_header("a", b"00000000001", b"M") + bytes(1024),
    "deep path": lambda: tar_of((info("d/" * 2000 + "a"), b"deep")),
    "bomb": lambda: tar_of((info("zeros"), bytes(200 << 20)), mode="w:xz"),
}

SQUEEZED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "gzip bomb": ("bomb.gz", lambda: b"\x1f\x8b\x08\0\0\0\0\0\2\xff" + zeros()[2:-4] + bytes(8)),
    "gzip of a tar bomb": ("bomb.tgz", lambda: gzip.compress(tar_header("a", b"77777777777") + bytes(64 << 20))),
    "gzip with a path": ("path.gz", lambda: b"\x1f\x8b\x08\x08\0\0\0\0\2\xff../../x\0" + zlib.compress(b"a")[2:-4]),
    "gzip cut": ("cut.gz", lambda: gzip.compress(os.urandom(999))[:500]),
    "gzip with a false checksum": ("sum.gz", lambda: gzip.compress(b"words" * 99)[:-8] + bytes(8)),
    "gzip in gzip": ("nested.gz", lambda: nested(200, gzip.compress)),
    "gzip a thousand times": ("many.gz", lambda: gzip.compress(b"") * 1000),
    "bzip2 bomb": ("bomb.bz2", lambda: bz2.compress(bytes(100 << 20))),
    "bzip2 cut": ("cut.bz2", lambda: bz2.compress(os.urandom(999))[:500]),
    "xz bomb": ("bomb.xz", lambda: lzma.compress(bytes(100 << 20), preset=0)),
    "xz with an enormous dictionary": ("dictionary.xz", lambda: b"\x5d\xff\xff\xff\xff" + b"\xff" * 8 + bytes(99)),
    "xz cut": ("cut.xz", lambda: lzma.compress(os.urandom(999))[:500]),
    "tar in xz with a filter": ("bomb.txz", lambda: lzma.compress(tar_header("a", b"77777777777") + bytes(32 << 20))),
    "7z header": ("a.7z", lambda: b"7z\xbc\xaf\x27\x1c" + bytes(99)),
    "rar header": ("a.rar", lambda: b"Rar!\x1a\x07\x01\0" + bytes(99)),
    "cab header": ("a.cab", lambda: b"MSCF" + b"\xff" * 99),
    "cpio header": ("a.cpio", lambda: b"070701" + b"F" * 104 + f"../../{CANARY}".encode()),
    "ar header": ("a.deb", lambda: b"!<arch>\n" + b"9" * 60),
    "compress": ("a.Z", lambda: b"\x1f\x9d\x90" + b"\xff" * 99),
    "zstd header": ("a.zst", lambda: b"\x28\xb5\x2f\xfd" + b"\xff" * 99),
    "ISO": ("a.iso", lambda: bytes(32769) + b"CD001" + bytes(2048)),
}


def cases() -> dict[str, Case]:
    """Return every case by its name."""
    found = {
        f"zip: {what}": case(f"patched-{n}.zip", lambda patch=patch: patched(*patch))
        for n, (what, patch) in enumerate(PATCHES.items())
    }
    whole = plain_zip()
    found |= {
        "zip: AES of unknown strength": case("aes-strength.zip", lambda: aes(8, 9)),
        "zip: AES of unknown compression": case("aes-method.zip", lambda: aes(9, 0x4D)),
        "zip: AES field too short": case("aes-short.zip", lambda: aes(2, 3)),
        "zip: deflate bomb": case("bomb.zip", lambda: bomb(zipfile.ZIP_DEFLATED)),
        "zip: bzip2 bomb": case("bomb-bz2.zip", lambda: bomb(zipfile.ZIP_BZIP2)),
        "zip: LZMA bomb": case("bomb-lzma.zip", lambda: bomb(zipfile.ZIP_LZMA)),
        "zip: members that share their bytes": case("overlap.zip", lambda: overlapping(500)),
        "zip: sharing bomb": case("overlap-bomb.zip", lambda: overlapping(60_000)),
        "zip: contains itself": case("itself.zip", containing_itself),
        "zip: ten deep": case("ten.zip", lambda: nested(10, in_zip)),
        "zip: a hundred deep": case("hundred.zip", lambda: nested(100, in_zip)),
        "zip: sixteen times sixteen": case("fan.zip", fan_of_zips),
        "zip: empty": case("empty.zip", END + bytes(18)),
        "zip: only a directory": case("only.zip", bytes(whole[whole.index(CENTRAL) :])),
        "zip: two ends": case("two.zip", bytes(whole + whole[whole.index(END) :])),
        "zip: an end in its comment": case("in-comment.zip", bytes(whole[:-2] + b"\x16\0" + END + bytes(18))),
        "zip: behind a program": case("program.zip", b"MZ" + bytes(998) + bytes(whole)),
        "zip: before garbage": case("garbage.zip", bytes(whole) + os.urandom(500)),
        "zip: and a PDF": case("both.pdf.zip", b"%PDF-1.4\n" + bytes(whole)),
        "zip: cut at a quarter": case("quarter.zip", bytes(whole[: len(whole) // 4])),
        "zip: cut at the half": case("half.zip", bytes(whole[: len(whole) // 2])),
        "zip: cut at the end": case("end.zip", bytes(whole[:-1])),
        "zip: 15,000 members": case("many.zip", lambda: bytes(plain_zip(**{f"._{n}": b"" for n in range(15_000)}))),
        "zip: 70,000 members": case("more.zip", lambda: bytes(plain_zip(**{f"{n}": b"" for n in range(70_000)}))),
        "zip64: 2^63 members": case("64-count.zip", lambda: zip64(zip64_record(2**63, 0, 0))),
        "zip64: directory of 2^63": case("64-size.zip", lambda: zip64(zip64_record(1, 2**63 - 1, 0))),
        "zip64: directory at 2^63": case("64-place.zip", lambda: zip64(zip64_record(1, 46, 2**63 - 1))),
        "zip64: record cut": case("64-cut.zip", lambda: zip64(b"PK\x06\x06\xff")),
        "zip: extra field cut": case("extra-cut.zip", lambda: with_extra(b"\x55\x54\xff\xff\x01")),
        "zip: time before time": case("time-0.zip", lambda: with_extra(b"\x55\x54\x05\0\x01\0\0\0\x80")),
        "zip: time far off": case("time-1.zip", lambda: with_extra(b"\x55\x54\x05\0\x01\xff\xff\xff\x7f")),
        "zip: unicode path field": case("unicode.zip", lambda: with_extra(b"\x75\x70\x0a\0\x01\0\0\0\0../x\0")),
        "zip: extra of 65,000 bytes": case("extra.zip", lambda: with_extra(b"\x99\x99\xe8\xfd" + bytes(65_000))),
    }
    found |= {f"tar: {what}": case(f"made-{n}.tar", make) for n, (what, make) in enumerate(TARS.items())}
    found |= {f"packed: {what}": case(name, make) for what, (name, make) in SQUEEZED.items()}
    return found
