"""Text pages and stored pictures become the finished file: links, bookmarks, page labels, metadata."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedWriter, BytesIO, RawIOBase
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

import pikepdf
from pikepdf import AccessMode, Array, Dictionary, Name, OutlineItem, Pdf, String

from evidence_app.domain.custody import timestamp
from evidence_app.dossier.attachments import StoredFile, attach
from evidence_app.dossier.drawing import Drawn, picture_name
from evidence_app.dossier.page import Bookmark, Flow
from evidence_app.phrases import Language
from evidence_app.progress import Progress
from evidence_app.proof.enclosures import BESIDE_KEY, named_beside

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Pages = Sequence[pikepdf.Object]

PRODUCER = "Juzheng"
CHECKED_AFTER_BYTES = 1 << 20
PRINTED = 4
"""Annotation flag: shown on paper too (PDF/A demands it)."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says about itself. ``generated_at`` is aware; ``beside`` are names and SHA-256 of other files."""

    title: str
    language: Language
    generated_at: datetime
    author: str
    beside: Sequence[tuple[str, str]] = ()

    @property
    def stamp(self) -> str:
        """The moment as a PDF date, in UTC, so that the computer's zone doesn't matter."""
        return f"D:{self.generated_at.astimezone(UTC):%Y%m%d%H%M%S}+00'00'"


@dataclass(frozen=True, slots=True)
class Stored:
    """What lies in the store: its file, and the enclosed files by their keys; pictures are named by the pages."""

    path: Path
    files: Sequence[StoredFile] = ()


def assemble(drawn: Drawn, flow: Flow, store: Stored, out: Path, metadata: Metadata, progress: Progress) -> None:
    """Write the finished PDF/A-3b to ``out``; streams go from file to file without being loaded or compressed again.

    The text pages are copied into the file of pictures and not the other way round, because pikepdf loads what it
    copies into memory, but leaves on disk what it opened.
    """
    with Pdf.open(store.path, access_mode=AccessMode.stream) as pdf, Pdf.open(BytesIO(drawn.pdf)) as texts:
        pdf.pages.extend(texts.pages)
        _name_pictures(pdf, drawn)
        _mend_unicode(pdf)
        pages = [page.obj for page in pdf.pages]  # asking a document for its hundredth page counts to a hundred
        _link(pdf, pages, drawn, flow)
        _bookmark(pdf, pages, flow)
        attach(pdf, store.files)
        _describe(pdf, metadata)
        _archive(pdf, metadata)
        _save(pdf, out, progress)


class _Sharing(RawIOBase):
    """A file written by way of Python code, between whose steps other threads run.

    qpdf writing to a file of its own keeps the interpreter, and with it the window, until the whole dossier is on disk,
    which takes long on a slow stick; so it can be stopped there, too.
    """

    def __init__(self, file: BufferedWriter, progress: Progress) -> None:
        self._file, self._progress = file, progress
        self._unchecked = 0

    def writable(self) -> bool:
        """Tell that it can be written."""
        return True

    def write(self, data: "ReadableBuffer") -> int:
        """Write everything. Raises Cancelled."""
        self._unchecked += memoryview(data).nbytes
        if self._unchecked > CHECKED_AFTER_BYTES:
            self._unchecked = 0
            self._progress.check()
        return self._file.write(data)


def _save(pdf: Pdf, out: Path, progress: Progress) -> None:
    with out.open("wb") as file:
        pdf.save(
            cast("BinaryIO", _Sharing(file, progress)),
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            min_version="1.7",
        )


def _name_pictures(pdf: Pdf, drawn: Drawn) -> None:
    for page, keys in zip(pdf.pages, drawn.pictures, strict=True):
        del page.obj.Trans  # ReportLab's empty page transition, of no use on paper and unknown to PDF/A
        if keys:
            named = Dictionary({f"/{picture_name(key)}": pdf.get_object(key, 0) for key in sorted(keys)})
            page.obj.Resources = Dictionary({**dict(page.obj.Resources.items()), "/XObject": named})


_ASTRAL = re.compile(rb"<([0-9A-F]{5,6})>")


def _mend_unicode(pdf: Pdf) -> None:
    """Write characters beyond U+FFFF as UTF-16, as ISO 32000-1 9.10.3 demands; ReportLab writes the bare number.

    Otherwise emoji and rare Chinese characters are drawn, but cannot be searched or copied.
    """
    for font in pdf.pages[0].obj.Resources.Font.values():
        table = font.ToUnicode.read_bytes()
        if _ASTRAL.search(table):
            mended = _ASTRAL.sub(lambda code: b"<%s>" % chr(int(code[1], 16)).encode("utf-16-be").hex().encode(), table)
            font.ToUnicode.write(zlib.compress(mended), filter=Name.FlateDecode)


def _destination(pages: Pages, flow: Flow, target: str) -> Array:
    anchor = flow.anchors[target]
    return Array([pages[anchor.page_index], Name.XYZ, 0, round(flow.sheet.height - anchor.top + 6, 2), 0])


def _link(pdf: Pdf, pages: Pages, drawn: Drawn, flow: Flow) -> None:
    by_page: dict[int, list[pikepdf.Object]] = {}
    for link in drawn.links:
        if flow.anchors[link.target].page_index >= len(pages):
            continue  # of a beginning: what follows is not there
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=[round(value, 2) for value in link.rectangle],
            Border=[0, 0, 0],
            F=PRINTED,
            Dest=_destination(pages, flow, link.target),
        )
        by_page.setdefault(link.page_index, []).append(pdf.make_indirect(annotation))
    for page_index, annotations in by_page.items():
        pages[page_index].Annots = Array(annotations)


def _bookmark(pdf: Pdf, pages: Pages, flow: Flow) -> None:
    with pdf.open_outline() as outline:
        for bookmark in flow.bookmarks:
            if flow.anchors[bookmark.target].page_index >= len(pages):
                continue
            siblings = outline.root if bookmark.level == 0 or not outline.root else outline.root[-1].children
            siblings.append(_outline_item(pages, flow, bookmark))
    pdf.Root.PageMode = Name.UseOutlines


def _outline_item(pages: Pages, flow: Flow, bookmark: Bookmark) -> OutlineItem:
    item = OutlineItem(bookmark.title, _destination(pages, flow, bookmark.target))
    item.is_closed = True
    return item


def _describe(pdf: Pdf, metadata: Metadata) -> None:
    """Set labels, language and metadata."""
    pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.D)])
    pdf.Root.Lang = String(metadata.language.value)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    _state(pdf, metadata)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp.load_from_docinfo(pdf.docinfo)
        xmp["dc:language"] = {metadata.language.value}


def _state(pdf: Pdf, metadata: Metadata) -> None:
    facts = {"/Title": metadata.title, "/Producer": PRODUCER, "/Creator": PRODUCER}
    facts |= {"/CreationDate": metadata.stamp, "/ModDate": metadata.stamp}
    facts |= {"/Author": metadata.author} if metadata.author else {}
    for key, value in facts.items():
        pdf.docinfo[key] = String(value)


def _archive(pdf: Pdf, metadata: Metadata) -> None:
    """Make it PDF/A-3b: colours that mean the same on every screen, and the declaration.

    pikepdf names itself and the present moment then, which equal dossiers must not depend on.
    """
    from pikepdf.pdfa import prepare

    prepare(pdf, "3b")
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp["pdf:Producer"] = PRODUCER
        xmp["xmp:MetadataDate"] = timestamp(metadata.generated_at)
    _state(pdf, metadata)
    if metadata.beside:
        pdf.docinfo[BESIDE_KEY] = String(named_beside(metadata.beside))  # now: XMP has no field of this kind
