"""Pictures, sounds and films made to harm: what leads elsewhere, what never ends, what lies about its size."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image

from tests.hostile.named.case import CANARY_FILE, CANARY_SHARE, CANARY_URL, Case, case


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 9, height: int = 9, *more: bytes, colour: int = 2, packed: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, 0))
    rows = packed or zlib.compress(b"\0" * 9 * 28)
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def encoded(format: str, size: tuple[int, int] = (40, 60), **options: object) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, format, **options)  # type: ignore[arg-type]
    return out.getvalue()


def changed(format: str, at: int, value: bytes, find: bytes = b"") -> bytes:
    """A picture with some bytes overwritten, counted from where something is found."""
    data = bytearray(encoded(format))
    start = (data.index(find) if find else 0) + at
    data[start : start + len(value)] = value
    return bytes(data)


def jpeg_with(marker: int, payload: bytes) -> bytes:
    data = encoded("JPEG")
    return data[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(payload) + 2) + payload + data[2:]


def exif(entries: bytes, count: int = 1) -> bytes:
    return jpeg_with(0xE1, b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", count) + entries)


def tag(number: int, kind: int, count: int, value: int) -> bytes:
    return struct.pack("<HHII", number, kind, count, value)


def gif_frames(count: int) -> bytes:
    frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
    return b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff" + frame * count + b"\x3b"


def tiff(*entries: bytes, following: int = 0) -> bytes:
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(entries)) + b"".join(entries) + struct.pack("<I", following)


def atom(kind: bytes, data: bytes = b"", size: int | None = None) -> bytes:
    return struct.pack(">I", len(data) + 8 if size is None else size) + kind + data


FTYP = atom(b"ftyp", b"isom\0\0\2\0isomiso2mp41")


def atoms_in_atoms(depth: int) -> bytes:
    data = b""
    for _ in range(depth):
        data = atom(b"moov", data)
    return FTYP + data


def film_elsewhere(kind: bytes, target: bytes) -> bytes:
    """A QuickTime film whose samples lie in another file: the oldest way to read what is not yours."""
    reference = atom(b"dref", struct.pack(">II", 0, 1) + atom(kind, struct.pack(">I", 0) + target))
    table = atom(b"stbl", atom(b"stsd", struct.pack(">II", 0, 1) + atom(b"jpeg", bytes(6) + b"\0\1" + bytes(70))))
    info = atom(b"minf", atom(b"dinf", reference) + table)
    handler = atom(b"hdlr", bytes(4) + b"mhlrvide" + bytes(13))
    timing = atom(b"mdhd", bytes(12) + struct.pack(">II", 1000, 1000) + bytes(4))
    track = atom(b"trak", atom(b"tkhd", bytes(84)) + atom(b"mdia", timing + handler + info))
    return FTYP + atom(b"moov", atom(b"mvhd", bytes(12) + struct.pack(">II", 1000, 1000) + bytes(80)) + track)


def wav(data_size: int, rate: int = 16_000, channels: int = 1, bits: int = 16) -> bytes:
    head = struct.pack("<HHIIHH", 1, channels, rate, rate * 2, 2, bits)
    return b"RIFF\xff\xff\xff\xffWAVEfmt \x10\0\0\0" + head + b"data" + struct.pack("<I", data_size) + bytes(999)


def playlist(*lines: str) -> str:
    return "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n" + "".join(f"#EXTINF:10.0,\n{line}\n" for line in lines)


XMP = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{CANARY_URL}">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&e;</x:xmpmeta>'

PICTURES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "PNG of 3.6 gigapixels": ("bomb.png", lambda: png(60_000, 60_000)),
    "PNG of 2^31 pixels in a row": ("row.png", lambda: png(2**31 - 1, 1)),
    "PNG without pixels": ("none.png", lambda: png(0, 0)),
    "PNG text that inflates": (
        "text.png",
        lambda: png(9, 9, chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(99 << 20)))),
    ),
    "PNG profile that inflates": (
        "icc.png",
        lambda: png(9, 9, chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(99 << 20)))),
    ),
    "PNG chunk of 2 GB": ("chunk.png", lambda: png()[:33] + b"\x7f\xff\xff\xfftEXt" + bytes(99)),
    "PNG of 10,000 chunks": ("chunks.png", lambda: png(9, 9, chunk(b"tEXt", b"a\0b") * 10_000)),
    "PNG with markup": ("markup.png", lambda: png(9, 9, chunk(b"tEXt", f'Title\0<img src="{CANARY_URL}">'.encode()))),
    "PNG without an end": ("no-end.png", lambda: png()[:-12]),
    "PNG unknown colour": ("colour.png", lambda: png(colour=5)),
    "PNG animation of 2^32 frames": ("apng.png", lambda: png(9, 9, chunk(b"acTL", b"\xff\xff\xff\xff\0\0\0\0"))),
    "PNG that inflates beyond its size": ("over.png", lambda: png(9, 9, packed=zlib.compress(bytes(99 << 20)))),
    "JPEG of 65,535 by 65,535": ("huge.jpg", lambda: changed("JPEG", 5, b"\xff\xff\xff\xff", b"\xff\xc0")),
    "JPEG without height": ("flat.jpg", lambda: changed("JPEG", 5, b"\0\0", b"\xff\xc0")),
    "JPEG cut": ("cut.jpg", lambda: encoded("JPEG")[:200]),
    "JPEG twice": ("twice.jpg", lambda: encoded("JPEG") * 2),
    "JPEG with a comment of markup": ("comment.jpg", lambda: jpeg_with(0xFE, b"<script>alert(1)</script>")),
    "JPEG with XXE in XMP": (
        "xmp.jpg",
        lambda: jpeg_with(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP.encode()),
    ),
    "EXIF in a circle": ("exif.jpg", lambda: exif(tag(0x8769, 4, 1, 8) + struct.pack("<I", 8))),
    "EXIF of 65,535 entries": ("entries.jpg", lambda: exif(tag(0x010F, 2, 99, 8), 65_535)),
    "EXIF value of 4 GB": ("value.jpg", lambda: exif(tag(0x010F, 2, 0xFFFFFFFF, 0))),
    "EXIF place of infinity": (
        "place.jpg",
        lambda: exif(tag(0x8825, 4, 1, 26) + bytes(4) + b"\1\0" + tag(2, 5, 3, 50)),
    ),
    "EXIF time without digits": (
        "time.jpg",
        lambda: exif(tag(0x0132, 2, 20, 26) + bytes(4) + b"9999:99:99 99:99:99\0"),
    ),
    "EXIF turned by 99": ("turn.jpg", lambda: exif(tag(0x0112, 3, 1, 99))),
    "GIF of 30,000 frames": ("frames.gif", lambda: gif_frames(30_000)),
    "GIF cut in a code": ("cut.gif", lambda: encoded("GIF")[:300]),
    "BMP upside down and huge": ("huge.bmp", lambda: changed("BMP", 18, struct.pack("<ii", 2**31 - 1, -(2**31)))),
    "BMP of 65,535 bits": ("bits.bmp", lambda: changed("BMP", 28, b"\xff\xff")),
    "ICO in a circle": ("circle.ico", lambda: b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0\xff\xff\0\0\0\0\0\0"),
    "ICO of 65,535 pictures": ("many.ico", lambda: b"\0\0\1\0\xff\xff" + bytes(99)),
    "TIFF in a circle": ("circle.tif", lambda: tiff(tag(256, 4, 1, 9), following=8)),
    "TIFF strips of 4 GB": (
        "strips.tif",
        lambda: tiff(tag(256, 4, 1, 9), tag(257, 4, 1, 9), tag(279, 4, 2**32 - 1, 8)),
    ),
    "TIFF huge": ("huge.tif", lambda: tiff(tag(256, 4, 1, 2**31 - 1), tag(257, 4, 1, 2**31 - 1), tag(273, 4, 1, 8))),
    "TIFF unknown compression": (
        "packed.tif",
        lambda: tiff(tag(256, 4, 1, 9), tag(257, 4, 1, 9), tag(259, 3, 1, 9999)),
    ),
    "TIFF of a vast file": ("big.tif", lambda: b"II+\0\x08\0\0\0" + b"\xff" * 8),
    "WebP lies about its size": ("size.webp", lambda: changed("WEBP", 4, b"\xff\xff\xff\x7f")),
    "WebP cut": ("cut.webp", lambda: encoded("WEBP")[:100]),
    "HEIC of nothing": ("none.heic", lambda: atom(b"ftyp", b"heic\0\0\0\0mif1heic") + atom(b"meta", b"\xff" * 99)),
    "HEIC atom of 2^63": (
        "atom.heic",
        lambda: atom(b"ftyp", b"heic\0\0\0\0heic") + atom(b"meta", b"\x7f" + b"\xff" * 7, 1),
    ),
    "AVIF cut": ("cut.avif", lambda: encoded("AVIF")[:150]),
    "PSD": (
        "a.psd",
        lambda: b"8BPS\0\1" + bytes(6) + b"\0\x03\xff\xff\xff\xff\xff\xff\xff\xff\0\x08\0\x03" + bytes(99),
    ),
    "PCX": ("a.pcx", lambda: b"\x0a\x05\x01\x08\0\0\0\0\xff\xff\xff\xff" + bytes(200)),
    "TGA": ("a.tga", lambda: b"\0\0\x0a\0\0\0\0\0\0\0\0\0\xff\xff\xff\xff\x20\0" + b"\xff" * 99),
    "FLI": ("a.fli", lambda: b"\xff\xff\xff\x7f\x11\xaf\xff\xff\xff\xff\xff\xff" + bytes(200)),
    "WMF": ("a.wmf", lambda: b"\xd7\xcd\xc6\x9a" + b"\xff" * 99),
    "EMF": ("a.emf", lambda: b"\1\0\0\0" + b"\xff" * 36 + b" EMF" + bytes(99)),
    "DDS": ("a.dds", lambda: b"DDS \x7c\0\0\0" + b"\xff" * 120),
    "ICNS": ("a.icns", lambda: b"icns\xff\xff\xff\xffic10\0\0\0\0"),
    "FITS": ("a.fits", lambda: b"SIMPLE  = T".ljust(80) + b"NAXIS   = 999999999".ljust(80) + b"END".ljust(80)),
    "XPM": ("a.xpm", lambda: b'/* XPM */\nstatic char *a[]={"99999 99999 2 1",'),
    "PPM": ("a.ppm", lambda: b"P6 99999999999 99999999999 255\n"),
    "Sun raster": ("a.ras", lambda: b"\x59\xa6\x6a\x95" + b"\xff" * 28),
    "DICOM": ("a.dcm", lambda: bytes(128) + b"DICM" + b"\xff" * 99),
    "IM": (
        "a.im",
        lambda: b"Image type: L\r\nName: ../../x\r\nImage size (x*y): 99999*99999\r\n".ljust(511, b"\0") + b"\x1a",
    ),
    "SPIDER": ("a.spi", lambda: struct.pack(">27f", *[1e38] * 27)),
    "EPS in disguise": (
        "eps.jpg",
        lambda: f"%!PS-Adobe-3.0 EPSF\n%%BoundingBox: 0 0 9 9\n({CANARY_FILE}) run".encode(),
    ),
    "program": ("program.png", lambda: b"MZ" + bytes(58) + b"\x80\0\0\0" + bytes(64) + b"PE\0\0"),
    "ELF": ("elf.jpg", lambda: b"\x7fELF\2\1\1" + bytes(99)),
    "script": ("script.png", lambda: b"#!/bin/sh\nid\n"),
}

SOUNDS_AND_FILMS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "playlist of a file": ("file.m3u8", lambda: playlist(f"file://{CANARY_FILE}").encode()),
    "playlist of an address": ("address.m3u8", lambda: playlist(CANARY_URL).encode()),
    "playlist called a film": ("list.mp4", lambda: playlist(CANARY_URL).encode()),
    "playlist called AVI": ("list.avi", lambda: playlist(f"concat:{CANARY_URL}|file://{CANARY_FILE}").encode()),
    "playlist called MP3": ("list.mp3", lambda: playlist(f"subfile,,start,0,end,64,,:{CANARY_FILE}").encode()),
    "playlist with a key": (
        "key.m3u8",
        lambda: f'#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI="{CANARY_URL}"\n#EXTINF:1,\ncrypto:{CANARY_URL}\n'.encode(),
    ),
    "playlist of itself": ("itself.m3u8", lambda: playlist("itself.m3u8").encode()),
    "playlist of a share": ("share.m3u", lambda: f"#EXTM3U\n{CANARY_SHARE}\n".encode()),
    "list of parts": ("parts.ffconcat", lambda: f"ffconcat version 1.0\nfile '{CANARY_FILE}'\n".encode()),
    "list of parts called a film": ("parts.mov", lambda: f"ffconcat version 1.0\nfile '{CANARY_URL}'\n".encode()),
    "session description": (
        "a.sdp",
        lambda: b"v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 9 RTP/AVP 0\nc=IN IP4 127.0.0.1\n",
    ),
    "ASX": ("a.asx", lambda: f'<asx><entry><ref href="{CANARY_URL}"/></entry></asx>'.encode()),
    "XSPF": (
        "a.xspf",
        lambda: (
            f"<playlist><trackList><track><location>{CANARY_URL}</location></track></trackList></playlist>".encode()
        ),
    ),
    "DASH": (
        "a.mpd",
        lambda: f'<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>{CANARY_URL}</BaseURL></MPD>'.encode(),
    ),
    "smooth streaming": ("a.ism", lambda: b"<SmoothStreamingMedia/>"),
    "subtitles": ("a.ass", lambda: f"[Script Info]\n[Fonts]\nfontname: {CANARY_FILE}\n".encode()),
    "image list": ("a%03d.png", lambda: b"not a picture"),
    "film whose samples lie in a file": ("alis.mov", lambda: film_elsewhere(b"alis", CANARY_FILE.encode())),
    "film whose samples lie at an address": ("url.mov", lambda: film_elsewhere(b"url ", CANARY_URL.encode() + b"\0")),
    "film with a resource": ("rsrc.mov", lambda: film_elsewhere(b"rsrc", CANARY_FILE.encode())),
    "film of atoms 5,000 deep": ("deep.mp4", lambda: atoms_in_atoms(5000)),
    "film with an atom of no size": ("zero.mp4", lambda: FTYP + atom(b"moov", b"", 0) + bytes(99)),
    "film with an atom of one byte": ("one.mp4", lambda: FTYP + atom(b"moov", b"", 1) + bytes(99)),
    "film with an atom of 4 GB": ("atom.mp4", lambda: FTYP + atom(b"moov", b"x" * 99, 2**32 - 1)),
    "film with a table of 2^32": (
        "table.mp4",
        lambda: (
            FTYP
            + atom(b"moov", atom(b"trak", atom(b"mdia", atom(b"minf", atom(b"stbl", atom(b"stsz", b"\xff" * 12))))))
        ),
    ),
    "film of nothing": ("none.mp4", lambda: FTYP),
    "packed header": (
        "cmov.mov",
        lambda: FTYP + atom(b"moov", atom(b"cmov", atom(b"cmvd", b"\xff" * 4 + zlib.compress(bytes(9 << 20))))),
    ),
    "WAV of 4 GB": ("size.wav", lambda: wav(2**32 - 1)),
    "WAV of no rate": ("rate.wav", lambda: wav(999, rate=0)),
    "WAV of 65,535 channels": ("channels.wav", lambda: wav(999, channels=65_535)),
    "WAV of no bits": ("bits.wav", lambda: wav(999, bits=0)),
    "MP3 with a tag of 256 MB": ("tag.mp3", lambda: b"ID3\4\0\0\x7f\x7f\x7f\x7f" + bytes(999)),
    "MP3 with a link": (
        "link.mp3",
        lambda: b"ID3\3\0\0\0\0\0\x30WXXX\0\0\0\x20\0\0\0\0" + CANARY_URL.encode() + bytes(999),
    ),
    "MP3 with a picture elsewhere": (
        "picture.mp3",
        lambda: b"ID3\3\0\0\0\0\0\x50APIC\0\0\0\x40\0\0\0-->\0\3\0" + CANARY_URL.encode() + bytes(999),
    ),
    "Ogg pages in a circle": ("pages.ogg", lambda: (b"OggS\0\2" + bytes(20) + b"\1\0") * 500),
    "FLAC with a picture of 4 GB": ("picture.flac", lambda: b"fLaC\x86\xff\xff\xff" + bytes(99)),
    "Matroska of unknown size": ("size.mkv", lambda: b"\x1a\x45\xdf\xa3\x01\xff\xff\xff\xff\xff\xff\xff" + bytes(99)),
    "Matroska in Matroska": (
        "deep.mkv",
        lambda: b"\x1a\x45\xdf\xa3\x80" + b"\x18\x53\x80\x67\x01\xff\xff\xff\xff\xff\xff\xff" * 500,
    ),
    "AVI list of 4 GB": ("list.riff.avi", lambda: b"RIFF\xff\xff\xff\xffAVI LIST\xff\xff\xff\xffhdrl" + bytes(99)),
    "Flash": ("a.swf", lambda: b"CWS\x08\xff\xff\xff\xff" + zlib.compress(bytes(999))),
    "AMR": ("a.amr", lambda: b"#!AMR\n" + b"\xff" * 999),
    "SILK of a chat": ("a.silk", lambda: b"\x02#!SILK_V3" + b"\xff" * 999),
    "SILK with a frame of 32 KB": ("long.silk", lambda: b"\x02#!SILK_V3" + b"\xff\x7f" + b"\x55" * 32_767),
    "SILK with a frame of less than nothing": ("less.silk", lambda: b"\x02#!SILK_V3" + b"\x05\x80" + b"\x55" * 99),
    "SILK of a million frames": ("many.silk", lambda: b"\x02#!SILK_V3" + b"\x01\0\x55" * 1_000_000),
    "MIDI": ("a.mid", lambda: b"MThd\0\0\0\6\0\1\xff\xff\0\x60MTrk\xff\xff\xff\xff"),
    "transport stream": ("a.ts", lambda: (b"\x47\x40\0\x10" + b"\xff" * 184) * 50),
}


def cases() -> dict[str, Case]:
    """Return every case by its name."""
    found = {f"picture: {what}": case(name, make) for what, (name, make) in PICTURES.items()}
    return found | {f"recording: {what}": case(name, make) for what, (name, make) in SOUNDS_AND_FILMS.items()}
