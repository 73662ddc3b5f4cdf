"""What a dossier carries besides its pages: originals, custody log, checkpoints with tokens, and scripts to check them.

The same files lie inside the PDF and in the bag, under the same names.
"""

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.custody import CustodyEntry, canonical, checkpoint
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import IntegrityFailure
from evidence_app.resources import resource

CUSTODY_LOG = "custody.jsonl"
CHECKPOINT = "checkpoint.txt"
TIMELINE = "timeline.csv"
SCRIPTS = ("verify.py", "extract_sig.py")

BESIDE_KEY = "/Beside"
"""Where in a PDF's information dictionary the files beside it are named, as `named_beside` writes them."""

LOG_MIME = "application/x-ndjson"
TEXT_MIME = "text/plain"
TABLE_MIME = "text/csv"
TOKEN_MIME = "application/timestamp-reply"  # RFC 3161 section 3.4
SCRIPT_MIME = "text/x-python"

SAFE_EXTENSION = re.compile(r"\.[a-z0-9]{1,8}")
"""What may follow an exhibit's number in a file name: nothing that a shell, a ZIP or a file system reads otherwise."""

UNKNOWN_EXTENSION = ".bin"

TOKEN_EXTENSIONS = frozenset({".tsr", ".tsa", ".tst"})
EXHIBIT_TOKEN = re.compile(r"E(?P<number>\d{3,9})(\.[1-9]\d{0,3})?\.(tsr|tsa|tst)")
"""The name of a timestamp that was made elsewhere over an exhibit's original."""


class Relationship(StrEnum):
    """How an enclosed file relates to the dossier (``/AFRelationship``, ISO 32000-2 table 43)."""

    SOURCE = "Source"
    DATA = "Data"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One enclosed file: small ones as ``data``, originals as the ``path`` where they lie; never both.

    ``name`` is a bare ASCII file name, safe on every platform. ``sha256`` and ``size`` are what was recorded; whoever
    copies the bytes compares them.
    """

    name: str
    mime: str
    relationship: Relationship
    description: str
    sha256: str
    size: int
    data: bytes | None = None
    path: Path | None = None

    def content(self) -> bytes:
        """Return the bytes, read from the disk where they lie there. Raises OSError."""
        if self.data is not None:
            return self.data
        if self.path is None:
            raise ValueError(f"nothing enclosed as {self.name}")
        return self.path.read_bytes()


def custody_file(entries: Iterable[CustodyEntry], disclosed: Callable[[CustodyEntry], bool]) -> bytes:
    """Return the log as text lines: every entry, and payload and salt of those that are ``disclosed``.

    A line is RFC 8785 JSON, ``{"e": entry, "p": payload, "s": salt}`` or ``{"e": entry}``; the texts in it are the
    exact bytes that were hashed.
    """
    return b"".join(_line(entry, disclosed) + b"\n" for entry in entries)


def _line(entry: CustodyEntry, disclosed: Callable[[CustodyEntry], bool]) -> bytes:
    line = {"e": entry.entry.decode()}
    if entry.payload is not None and entry.salt is not None and disclosed(entry):
        line |= {"p": entry.payload.decode(), "s": entry.salt.hex()}
    return canonical(line)


def log_enclosures(
    dispute_id: str,
    entries: Sequence[CustodyEntry],
    anchors: Iterable[Anchor],
    disclosed: Callable[[CustodyEntry], bool],
) -> list[Enclosure]:
    """Return the log, the checkpoint over all of it, and every anchor of it or of its beginnings.

    ``checkpoint.txt`` ends exactly with the log; ``checkpoint-<size>.txt`` are earlier anchored states. The first
    token over a checkpoint is its name with ``.tsr``, further witnesses are ``.2.tsr`` and so on. Anchors of a log
    longer than ``entries`` are left out. Raises IntegrityFailure("custody-broken") for an anchor of another log.
    """
    head = checkpoint(dispute_id, entries)
    anchored: dict[int, list[Anchor]] = {head.size: []}
    for anchor in sorted(anchors, key=lambda each: (each.size, each.seq)):
        if anchor.size <= head.size:
            anchored.setdefault(anchor.size, []).append(anchor)
    files = [_data(CUSTODY_LOG, LOG_MIME, custody_file(entries, disclosed))]
    files += _anchored(CHECKPOINT, head.body(), anchored.pop(head.size))
    for size, group in sorted(anchored.items()):
        files += _anchored(f"checkpoint-{size}.txt", group[0].checkpoint, group)
    return files


def _anchored(name: str, body: bytes, anchors: Sequence[Anchor]) -> Iterator[Enclosure]:
    """Yield a checkpoint and the tokens over it."""
    yield _data(name, TEXT_MIME, body)
    for count, anchor in enumerate(anchors, start=1):
        if anchor.checkpoint != body:
            raise IntegrityFailure("custody-broken", item=f"{anchor.dispute_id} #{anchor.size}")
        yield _data(token_name(name, count), TOKEN_MIME, anchor.response)


def named_beside(files: Iterable[tuple[str, str]]) -> str:
    """Return names and SHA-256 of files as one text of ASCII characters."""
    return "; ".join(f"{name} sha256:{sha256}" for name, sha256 in sorted(files))


def token_name(name: str, count: int) -> str:
    """Return the name of the ``count``-th token over a file: ``x.tsr``, then ``x.2.tsr``."""
    return f"{name}.tsr" if count == 1 else f"{name}.{count}.tsr"


def script_enclosures() -> list[Enclosure]:
    """Return the stand-alone scripts with which the log and the signatures can be checked without this program."""
    return [
        _enclosed(name, SCRIPT_MIME, Relationship.SUPPLEMENT, resource("verification", name).read_bytes())
        for name in SCRIPTS
    ]


def original_enclosures(exhibits: Iterable[Exhibit], original: Callable[[str], Path]) -> list[Enclosure]:
    """Return the originals of exhibits. ``original`` gives the path of an original by its SHA-256."""
    return [
        Enclosure(
            name=original_name(exhibit),
            mime=exhibit.original.media.mime,
            relationship=Relationship.SOURCE,
            description=_description(exhibit.original.sha256),
            sha256=exhibit.original.sha256,
            size=exhibit.original.size_bytes,
            path=original(exhibit.original.sha256),
        )
        for exhibit in exhibits
    ]


def original_name(exhibit: Exhibit) -> str:
    """Return the name under which an original leaves the vault: its number, and what it was found to be."""
    extension = exhibit.original.media.extension.lower()
    return f"E{exhibit.number:03d}{extension if SAFE_EXTENSION.fullmatch(extension) else UNKNOWN_EXTENSION}"


def token_enclosures(exhibits: Iterable[Exhibit], tokens: Sequence[ExhibitToken]) -> dict[ExhibitToken, Enclosure]:
    """Return the timestamps made elsewhere over the originals of exhibits, each named like the original it is over.

    They keep their endings: ``E001.tsa``, the next one of the same exhibit ``E001.2.tsr``.
    """
    return {token: enclosure for exhibit in exhibits for token, enclosure in _tokens_of(exhibit, tokens)}


def _tokens_of(exhibit: Exhibit, tokens: Iterable[ExhibitToken]) -> Iterator[tuple[ExhibitToken, Enclosure]]:
    count = 0
    for token in (each for each in tokens if each.exhibit_id == exhibit.id):
        ending = Path(token.file_name).suffix.lower()
        ending = ending if ending in TOKEN_EXTENSIONS else ".tsr"
        count += 1
        if count == 1 and original_name(exhibit) == f"E{exhibit.number:03d}{ending}":  # a timestamp over a timestamp
            count += 1
        name = f"E{exhibit.number:03d}{'' if count == 1 else f'.{count}'}{ending}"
        yield token, _data(name, TOKEN_MIME, token.file)


def table_enclosure(csv: bytes) -> Enclosure:
    """Return the events as a table."""
    return _data(TIMELINE, TABLE_MIME, csv)


def _data(name: str, mime: str, data: bytes) -> Enclosure:
    return _enclosed(name, mime, Relationship.DATA, data)


def _enclosed(name: str, mime: str, relationship: Relationship, data: bytes) -> Enclosure:
    digest = hashlib.sha256(data).hexdigest()
    return Enclosure(
        name=name,
        mime=mime,
        relationship=relationship,
        description=_description(digest),
        sha256=digest,
        size=len(data),
        data=data,
    )


def _description(sha256: str) -> str:
    return f"sha256:{sha256}"
