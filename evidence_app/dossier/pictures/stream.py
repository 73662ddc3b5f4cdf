"""A picture ready to be written into a PDF, and the question whether a file can become one as it is."""

from dataclasses import dataclass

Buffer = bytes | memoryview

MAX_SIDE_PX = 65_535
"""What JPEG can hold; a PNG that claims more is left to the worker, which has limits."""


class NotCarried(Exception):  # an answer, not an error
    """A PDF can't carry this file as it is: it has to be rendered."""


@dataclass(frozen=True, slots=True)
class PictureStream:
    """An image XObject: stored size in pixels, EXIF orientation (1–8), dictionary entries, and the data in parts."""

    width_px: int
    height_px: int
    orientation: int
    entries: str
    parts: tuple[Buffer, ...]

    @property
    def upright_size(self) -> tuple[int, int]:
        """Width and height as seen."""
        turned = self.orientation >= 5
        return (self.height_px, self.width_px) if turned else (self.width_px, self.height_px)


def picture_stream(data: Buffer) -> PictureStream:
    """Return the picture of a JPEG or PNG file. Raises NotCarried for all else and for what is damaged."""
    from evidence_app.dossier.pictures.jpeg import jpeg_stream
    from evidence_app.dossier.pictures.png import png_stream

    view = memoryview(data)
    if bytes(view[:3]) == b"\xff\xd8\xff":
        stream = jpeg_stream(view)
    elif bytes(view[:8]) == b"\x89PNG\r\n\x1a\n":
        stream = png_stream(view)
    else:
        raise NotCarried
    if not (0 < stream.width_px <= MAX_SIDE_PX and 0 < stream.height_px <= MAX_SIDE_PX):
        raise NotCarried
    return stream
