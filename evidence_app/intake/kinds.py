"""What a file is, by its first bytes: the visible list of formats. A name is asked only to tell texts apart.

Pure byte comparison, safe in the app's own process; whether the rest of the file keeps the promise of its
first bytes is found out by the readers, in a worker process.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from evidence_app.domain.exhibits import MediaKind
from evidence_app.intake.wide_text import wide_encoding

HEAD_BYTES = 4096
"""How much of a file is looked at; the farthest mark, a tar header's, lies at byte 257."""

UNKNOWN_MIME = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Format:
    """One format: how it can be shown, its MIME type and usual extension, and FFmpeg's demuxer for recordings."""

    kind: MediaKind
    mime: str
    extension: str
    demuxer: str = ""


UNKNOWN = Format(MediaKind.OTHER, UNKNOWN_MIME, "")
ZIP = Format(MediaKind.OTHER, "application/zip", ".zip")
TAR = Format(MediaKind.OTHER, "application/x-tar", ".tar")
GZIP = Format(MediaKind.OTHER, "application/gzip", ".gz")
BZIP2 = Format(MediaKind.OTHER, "application/x-bzip2", ".bz2")
XZ = Format(MediaKind.OTHER, "application/x-xz", ".xz")
ARCHIVES = (ZIP, TAR, GZIP, BZIP2, XZ)
TEXT = Format(MediaKind.OTHER, "text/plain", ".txt")
MP4 = Format(MediaKind.VIDEO, "video/mp4", ".mp4", "mov")
SILK = Format(MediaKind.AUDIO, "audio/silk", ".silk")
WAV = Format(MediaKind.AUDIO, "audio/wav", ".wav", "wav")
AVIF = Format(MediaKind.IMAGE, "image/avif", ".avif")
HEIC = Format(MediaKind.IMAGE, "image/heic", ".heic")

MARKS: tuple[tuple[int, bytes, Format], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", Format(MediaKind.IMAGE, "image/png", ".png")),
    (0, b"\xff\xd8\xff", Format(MediaKind.IMAGE, "image/jpeg", ".jpg")),
    (0, b"GIF87a", Format(MediaKind.IMAGE, "image/gif", ".gif")),
    (0, b"GIF89a", Format(MediaKind.IMAGE, "image/gif", ".gif")),
    (0, b"II*\0", Format(MediaKind.IMAGE, "image/tiff", ".tif")),
    (0, b"MM\0*", Format(MediaKind.IMAGE, "image/tiff", ".tif")),
    (8, b"WEBP", Format(MediaKind.IMAGE, "image/webp", ".webp")),
    (0, b"%PDF-", Format(MediaKind.PDF, "application/pdf", ".pdf")),
    (0, b"\x02#!SILK_V3", SILK),  # as WeChat stores voice messages
    (0, b"#!SILK_V3", SILK),
    (0, b"#!AMR-WB\n", Format(MediaKind.AUDIO, "audio/amr-wb", ".awb", "amr")),
    (0, b"#!AMR\n", Format(MediaKind.AUDIO, "audio/amr", ".amr", "amr")),
    (8, b"WAVE", WAV),
    (8, b"AVI ", Format(MediaKind.VIDEO, "video/x-msvideo", ".avi", "avi")),
    (0, b"OggS", Format(MediaKind.AUDIO, "audio/ogg", ".ogg", "ogg")),
    (0, b"fLaC", Format(MediaKind.AUDIO, "audio/flac", ".flac", "flac")),
    (0, b"caff", Format(MediaKind.AUDIO, "audio/x-caf", ".caf", "caf")),
    (0, b"ID3", Format(MediaKind.AUDIO, "audio/mpeg", ".mp3", "mp3")),
    (0, b"FLV\x01", Format(MediaKind.VIDEO, "video/x-flv", ".flv", "flv")),
    (0, b"\0\0\x01\xba", Format(MediaKind.VIDEO, "video/mpeg", ".mpg", "mpeg")),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", Format(MediaKind.VIDEO, "video/x-ms-asf", ".wmv", "asf")),
    (0, b"PK\x03\x04", ZIP),
    (0, b"PK\x05\x06", ZIP),
    (257, b"ustar", TAR),
    (0, b"\x1f\x8b\x08", GZIP),
    (0, b"BZh", BZIP2),
    (0, b"\xfd7zXZ\0", XZ),
    (0, b"Rar!\x1a\x07", Format(MediaKind.OTHER, "application/vnd.rar", ".rar")),
    (0, b"7z\xbc\xaf\x27\x1c", Format(MediaKind.OTHER, "application/x-7z-compressed", ".7z")),
    (0, b"SQLite format 3\0", Format(MediaKind.OTHER, "application/vnd.sqlite3", ".sqlite")),
    (0, b"{\\rtf", Format(MediaKind.OTHER, "application/rtf", ".rtf")),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Format(MediaKind.OTHER, "application/x-ole-storage", "")),
)

BRANDS: dict[bytes, Format] = {
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"), HEIC),
    **dict.fromkeys((b"mif1", b"msf1"), Format(MediaKind.IMAGE, "image/heif", ".heif")),
    **dict.fromkeys((b"avif", b"avis"), AVIF),
    **dict.fromkeys((b"M4A ", b"M4B "), Format(MediaKind.AUDIO, "audio/mp4", ".m4a", "mov")),
    **dict.fromkeys((b"3gp4", b"3gp5", b"3gp6", b"3gp7"), Format(MediaKind.VIDEO, "video/3gpp", ".3gp", "mov")),
    **dict.fromkeys((b"3g2a", b"3g2b", b"3g2c"), Format(MediaKind.VIDEO, "video/3gpp2", ".3g2", "mov")),
    b"qt  ": Format(MediaKind.VIDEO, "video/quicktime", ".mov", "mov"),
}
"""Major brands of ISO base media files (ISO/IEC 14496-12, 4.3); any other brand is taken for MP4."""

AUDIO_ONLY: dict[str, Format] = {
    "video/mp4": Format(MediaKind.AUDIO, "audio/mp4", ".m4a"),
    "video/quicktime": Format(MediaKind.AUDIO, "audio/mp4", ".m4a"),
    "video/3gpp": Format(MediaKind.AUDIO, "audio/3gpp", ".3gp"),
    "video/3gpp2": Format(MediaKind.AUDIO, "audio/3gpp2", ".3g2"),
    "video/webm": Format(MediaKind.AUDIO, "audio/webm", ".weba"),
    "video/x-matroska": Format(MediaKind.AUDIO, "audio/x-matroska", ".mka"),
    "video/x-ms-asf": Format(MediaKind.AUDIO, "audio/x-ms-wma", ".wma"),
}
"""What a container is called once it turns out to hold no moving picture."""

PACKAGES: tuple[tuple[str, Format], ...] = (
    ("word/", Format(
        MediaKind.OTHER, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx")),
    ("xl/", Format(MediaKind.OTHER, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx")),
    ("ppt/", Format(
        MediaKind.OTHER, "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx")),
    ("OFD.xml", Format(MediaKind.OTHER, "application/ofd", ".ofd")),  # GB/T 33190: Chinese invoices and statements
    ("AndroidManifest.xml", Format(MediaKind.OTHER, "application/vnd.android.package-archive", ".apk")),
    ("META-INF/container.xml", Format(MediaKind.OTHER, "application/epub+zip", ".epub")),
    ("META-INF/manifest.xml", Format(MediaKind.OTHER, "application/vnd.oasis.opendocument", "")),
    ("META-INF/MANIFEST.MF", Format(MediaKind.OTHER, "application/java-archive", ".jar")),
    ("Index/Document.iwa", Format(MediaKind.OTHER, "application/vnd.apple.pages", ".pages")),
)  # fmt: skip
"""Documents that are zip files inside, told by a member or folder they hold. They are never unpacked."""

OFFICE_CONTENTS = "[Content_Types].xml"
"""Every Office Open XML document holds it (ECMA-376 part 2, 10.1.2)."""

TEXTS: dict[str, str] = {
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
    ".htm": "text/html",
    ".html": "text/html",
    ".xml": "application/xml",
    ".json": "application/json",
    ".eml": "message/rfc822",
    ".vcf": "text/vcard",
    ".ics": "text/calendar",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
}
"""Texts look alike in their first bytes: here, and only here, the name says which text it is."""

READABLE_EXTENSIONS = frozenset(
    {format.extension for _, _, format in MARKS if format.kind is not MediaKind.OTHER}
    | {format.extension for format in BRANDS.values()}
    | {".jpeg", ".tiff", ".bmp", ".mp4", ".mkv", ".webm", ".aac", ".opus"}
)
"""Endings that promise a picture, a PDF or a recording; if the bytes are none, the file is damaged."""


def format_of(path: Path, name: str) -> Format:
    """Return what a file is. Reads its first bytes, and a zip's list of members. Raises OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    found = format_of_head(head, name)
    return _package(path) if found is ZIP else found


def format_of_head(head: bytes, name: str) -> Format:
    """Return what a file that begins with ``head`` is; UNKNOWN if nothing fits."""
    for offset, mark, format in MARKS:
        if head.startswith(mark, offset) and (offset != 8 or head.startswith(b"RIFF")):
            return format
    for guess in _GUESSES:
        if found := guess(head):
            return found
    return _text(head, name) or UNKNOWN


def is_archive(data: bytes, name: str) -> bool:
    """Tell whether bytes begin as an archive does; documents that are zip files inside begin so, too."""
    return format_of_head(data[:HEAD_BYTES], name) in ARCHIVES


def claims_to_be_readable(name: str) -> bool:
    """Tell whether the name promises something that can be shown."""
    return PurePosixPath(name.lower()).suffix in READABLE_EXTENSIONS


def _iso_media(head: bytes) -> Format | None:
    """Read the file type box, or the older QuickTime form without one."""
    if head[4:8] != b"ftyp":
        return BRANDS[b"qt  "] if head[4:8] in (b"moov", b"mdat", b"wide") and head[:2] == b"\0\0" else None
    size = min(int.from_bytes(head[:4], "big"), len(head))
    compatible = {head[at : at + 4] for at in range(16, size - 3, 4)}
    found = BRANDS.get(head[8:12], MP4)
    if found.extension == ".heif" and compatible & {b"avif", b"avis"}:
        return AVIF
    return HEIC if found.extension == ".heif" and b"heic" in compatible else found


def _matroska(head: bytes) -> Format | None:
    if not head.startswith(b"\x1a\x45\xdf\xa3"):
        return None
    if b"webm" in head[:64]:
        return Format(MediaKind.VIDEO, "video/webm", ".webm", "matroska")
    return Format(MediaKind.VIDEO, "video/x-matroska", ".mkv", "matroska")


def _bitmap(head: bytes) -> Format | None:
    """Two letters are too few to tell a Windows bitmap by: the header's length must fit as well."""
    if head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in (12, 40, 52, 56, 64, 108, 124):
        return Format(MediaKind.IMAGE, "image/bmp", ".bmp")
    return None


def _audio_frames(head: bytes) -> Format | None:
    """Recognise bare MPEG audio frames (ISO/IEC 11172-3, 2.4.1.3) and AAC in ADTS."""
    if len(head) < 4 or head[0] != 0xFF:
        return None
    if head[1] in (0xF1, 0xF9, 0xF0, 0xF8) and head[2] >> 2 & 0xF < 13:
        return Format(MediaKind.AUDIO, "audio/aac", ".aac", "aac")
    if head[1] in (0xFB, 0xFA, 0xF3, 0xF2, 0xE3, 0xE2) and head[2] >> 4 not in (0, 15) and head[2] >> 2 & 3 != 3:
        return Format(MediaKind.AUDIO, "audio/mpeg", ".mp3", "mp3")
    return None


def _transport_stream(head: bytes) -> Format | None:
    if len(head) > 564 and all(head[at] == 0x47 for at in (0, 188, 376, 564)):
        return Format(MediaKind.VIDEO, "video/mp2t", ".ts", "mpegts")
    return None


def _late_pdf(head: bytes) -> Format | None:
    """Readers accept a PDF header within the first 1,024 bytes (ISO 32000-1, Annex H, note 13)."""
    return Format(MediaKind.PDF, "application/pdf", ".pdf") if b"%PDF-" in head[:1024] else None


_GUESSES: tuple[Callable[[bytes], Format | None], ...] = (
    _iso_media,
    _matroska,
    _bitmap,
    _audio_frames,
    _transport_stream,
    _late_pdf,
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _text(head: bytes, name: str) -> Format | None:
    """Return the kind of text, None for bytes that are no text in any encoding in use."""
    if not head or not any(_decodes(head, encoding) for encoding in _encodings(head)):
        return None
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return Format(MediaKind.OTHER, "text/html", ".html")
    extension = PurePosixPath(name.lower()).suffix
    if extension in TEXTS:
        return Format(MediaKind.OTHER, TEXTS[extension], extension)
    return Format(MediaKind.OTHER, "application/xml", ".xml") if start.startswith(b"<?xml") else TEXT


def _encodings(head: bytes) -> tuple[str, ...]:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ("utf-16",)
    if wide := wide_encoding(head):
        return (wide,)
    return ("utf-8", "gb18030", "big5")


def _decodes(head: bytes, encoding: str) -> bool:
    """Tell whether the bytes are text; the last character may be cut in two."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head, final=len(head) < HEAD_BYTES)
    except (UnicodeDecodeError, LookupError):  # LookupError: no memory to load that encoding
        return False
    return not _CONTROLS.search(text)


def _package(path: Path) -> Format:
    """Tell documents that are zip files inside from zip files meant to be opened."""
    from evidence_app.intake.archives import package_names

    names = package_names(path)
    for mark, format in PACKAGES:
        if mark.endswith("/") and OFFICE_CONTENTS not in names:
            continue  # a folder that happens to be called so
        if any(name == mark or (mark.endswith("/") and name.startswith(mark)) for name in names):
            return format
    return ZIP
