"""PNG into PDF without touching a pixel: the compressed rows as they are (ISO 32000-1 7.4.4.4, predictor 15)."""

import zlib

from evidence_app.dossier.pictures.orientation import UPRIGHT, exif_orientation
from evidence_app.dossier.pictures.stream import Buffer, NotCarried, PictureStream

SIGNATURE_BYTES = 8
GREY, RGB, PALETTE = 0, 2, 3
COMPONENTS = {GREY: 1, RGB: 3, PALETTE: 1}
DEPTHS = {GREY: (1, 2, 4, 8), RGB: (8,), PALETTE: (1, 2, 4, 8)}
TELLING = (b"IHDR", b"PLTE", b"tRNS", b"eXIf", b"IDAT")


def png_stream(data: memoryview) -> PictureStream:
    """Return the picture of a PNG without transparency and interlacing. Raises NotCarried."""
    chunks = _chunks(data)
    header, palette = bytes(_only(chunks, b"IHDR")), bytes(b"".join(chunks.get(b"PLTE", ())))
    if b"tRNS" in chunks or b"IDAT" not in chunks or len(header) != 13:
        raise NotCarried
    width, height = int.from_bytes(header[:4]), int.from_bytes(header[4:8])
    depth, colour, compression, filtering, interlaced = header[8:]
    if depth not in DEPTHS.get(colour, ()) or compression or filtering or interlaced:
        raise NotCarried
    components = COMPONENTS[colour]
    entries = (
        f"/ColorSpace {_colour_space(colour, palette, depth)} /BitsPerComponent {depth} /Filter /FlateDecode "
        f"/DecodeParms << /Predictor 15 /Colors {components} /BitsPerComponent {depth} /Columns {width} >>"
    )
    orientation = exif_orientation(_only(chunks, b"eXIf")) if b"eXIf" in chunks else UPRIGHT
    return PictureStream(width, height, orientation, entries, tuple(chunks[b"IDAT"]))


def _chunks(data: memoryview) -> dict[bytes, list[Buffer]]:
    """Return the chunks that matter, by type. A wrong checksum or a missing end raises NotCarried."""
    chunks: dict[bytes, list[Buffer]] = {}
    at = SIGNATURE_BYTES
    while True:
        length, kind = int.from_bytes(data[at : at + 4]), bytes(data[at + 4 : at + 8])
        end = at + 8 + length
        if len(kind) < 4 or end + 4 > len(data):
            raise NotCarried
        if kind == b"IEND":
            return chunks
        if kind in TELLING:
            if zlib.crc32(data[at + 4 : end]) != int.from_bytes(data[end : end + 4]):
                raise NotCarried
            chunks.setdefault(kind, []).append(data[at + 8 : end])
        at = end + 4


def _only(chunks: dict[bytes, list[Buffer]], kind: bytes) -> Buffer:
    found = chunks.get(kind, [])
    if len(found) != 1:
        raise NotCarried
    return found[0]


def _colour_space(colour: int, palette: bytes, depth: int) -> str:
    if colour == GREY:
        return "/DeviceGray"
    if colour == RGB:
        return "/DeviceRGB"
    count, rest = divmod(len(palette), 3)
    if rest or not 0 < count <= 1 << depth:
        raise NotCarried
    return f"[/Indexed /DeviceRGB {count - 1} <{palette.hex()}>]"
