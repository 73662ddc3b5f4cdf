"""Pictures and enclosed files on disk while a dossier is built: a PDF of bare streams, written as they come.

So no more than a few pictures are in memory at once, however many a dossier has; the finished dossier takes the
streams out of this file without loading them.
"""

from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from evidence_app.dossier.pictures.stream import Buffer, PictureStream

CATALOG, PAGES = 1, 2


class PictureStore:
    """The file and what lies where in it. What is stored is known by its object number."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("xb")
        self._offsets: list[int] = []
        self._file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._object(f"<< /Type /Catalog /Pages {PAGES} 0 R >>")
        self._object("<< /Type /Pages /Kids [] /Count 0 >>")

    def __enter__(self) -> Self:
        """Use as a context: the file is closed at its end."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._file.close()

    def add(self, picture: PictureStream) -> int:
        """Write one picture and return its key."""
        sides = f"/Width {picture.width_px} /Height {picture.height_px}"
        about = f"/Type /XObject /Subtype /Image {sides} {picture.entries}"
        return self.add_stream(about, sum(len(part) for part in picture.parts), picture.parts)

    def add_stream(self, entries: str, size: int, parts: Iterable[Buffer]) -> int:
        """Write ``size`` bytes with their dictionary's entries and return the key."""
        self._begin()
        self._file.write(f"<< {entries} /Length {size} >>\nstream\n".encode("ascii"))
        for part in parts:
            self._file.write(part)
        self._file.write(b"\nendstream\nendobj\n")
        return len(self._offsets)

    def _begin(self) -> None:
        self._offsets.append(self._file.tell())
        self._file.write(f"{len(self._offsets)} 0 obj\n".encode("ascii"))

    def _object(self, body: str) -> None:
        self._begin()
        self._file.write(f"{body}\nendobj\n".encode("ascii"))

    def finish(self) -> None:
        """Write the table of contents, after which the file is a whole PDF."""
        start, count = self._file.tell(), len(self._offsets) + 1
        rows = "".join(f"{offset:010d} 00000 n \n" for offset in self._offsets)
        self._file.write(f"xref\n0 {count}\n0000000000 65535 f \n{rows}".encode("ascii"))
        self._file.write(
            f"trailer\n<< /Size {count} /Root {CATALOG} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode("ascii")
        )
        self._file.close()
