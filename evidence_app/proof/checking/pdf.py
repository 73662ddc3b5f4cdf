"""A dossier's PDF as a foreign file: read strictly, in one way only, within bounds of time, memory and depth.

pyHanko's reader is pure Python: whatever a file does to it ends as an exception, and `watched` ends what does not end.
Nothing in the file is run, drawn, or followed to outside of it.
"""

import errno
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from evidence_app.domain.verification import Finding, StepOutcome
from evidence_app.progress import Cancelled, Progress
from evidence_app.proof.checking.exhibits import STAMP
from evidence_app.proof.checking.packages import is_safe
from evidence_app.proof.checking.signatures import Signature, signatures, value_of
from evidence_app.proof.checking.watch import Exceeded, bounds_for, watched

if TYPE_CHECKING:
    from pyhanko.pdf_utils.generic import DictionaryObject
    from pyhanko.pdf_utils.reader import PdfFileReader

LARGEST_PDF_BYTES = 4 << 30
LARGEST_ENCLOSURE_BYTES = 256 << 20
"""Larger originals lie in the bag, not in the PDF (which stays under some tens of megabytes)."""

ALLOWED_BYTES = 512 << 20
ALLOWED_EXPANSION = 4
"""What all streams may expand to: originals are compressed already, logs and scripts are small."""

LARGEST_TABLE_BYTES = 16 << 20
"""A cross-reference stream of a million objects."""

MOST_ENCLOSURES = 100_000
"""As many as files in a bag: 10,000 short notes, each an exhibit, fit into a dossier with their log."""

DEEPEST_TREE = 32
KEPT_BYTES = 256 << 20
"""What is kept of the enclosures besides their digests: log, checkpoints, tokens; originals are only hashed."""

PRODUCER = "Juzheng"
"""What every dossier has named as its producer since the first version. Anybody can write it: it proves nothing."""

RUNNING = frozenset({"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/GoToR", "/URI"})


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside the PDF. ``data`` are its bytes, None for an original, of which only the digest is needed.

    ``digests`` are those by other algorithms than SHA-256, where a timestamp is there that may name one.
    """

    name: str
    sha256: str
    size: int
    data: bytes | None
    digests: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(slots=True)
class ReadPdf:
    """What was found in a PDF; nothing of it is trusted. ``is_read`` is False where it could not be read to its end.

    ``beside`` are names and SHA-256 of files that it does not enclose, but names. ``is_dossier`` tells whether it says
    that this program wrote it.
    """

    findings: list[Finding] = field(default_factory=list)
    signatures: list[Signature] = field(default_factory=list)
    enclosed: dict[str, Enclosed] = field(default_factory=dict)
    enclosure_findings: list[Finding] = field(default_factory=list)
    beside: dict[str, str] = field(default_factory=dict)
    revisions: int = 0
    is_dossier: bool = False
    is_read: bool = False


def read_pdf(file: BinaryIO, name: str, progress: Progress) -> ReadPdf:
    """Read a PDF with its signatures and attachments. Never raises for its content. Raises OSError, Cancelled."""
    import pyhanko.sign.validation.generic_cms  # noqa: F401 - before the watch begins, which slows importing

    found = ReadPdf()
    size = file.seek(0, 2)
    file.seek(0)
    if size > LARGEST_PDF_BYTES:
        found.findings.append(Finding("pdf-exceeds", name, StepOutcome.UNCHECKED))
        return found
    try:
        with watched(progress, bounds_for(size)):
            _read(found, file, name)
    except Exceeded:
        found.findings.append(Finding("pdf-exceeds", name, StepOutcome.UNCHECKED))
    except Cancelled:
        raise
    except OSError as error:
        if error.errno != errno.EINVAL:  # the file sent the reader to a place before its beginning
            raise
        found.findings.append(Finding("pdf-damaged", name))
    except Exception:  # whatever a hostile file makes of the library is a finding about the file
        found.findings.append(Finding("pdf-damaged", name))
    return found


def _read(found: ReadPdf, file: BinaryIO, name: str) -> None:
    if file.read(5) != b"%PDF-":  # what comes before a PDF is read by some programs and not by others
        raise ValueError(name)
    reader = _reader(file)
    found.revisions = reader.total_revisions
    if reader.encrypted:
        found.findings.append(Finding("pdf-encrypted", name, StepOutcome.UNCHECKED))
        return
    if reader.xrefs.hybrid_xrefs_present:  # two tables of contents, and every program reads the one it likes
        found.findings.append(Finding("pdf-ambiguous", name))
    if _runs_something(reader):
        found.findings.append(Finding("pdf-active", name))
    found.signatures = signatures(reader, file)
    _enclosures(found, reader)
    found.beside = _beside(reader)
    found.is_dossier = PRODUCER in str(value_of(_about(reader), "/Producer", ""))  # others name themselves beside it
    if not found.is_dossier:
        found.findings.append(Finding("pdf-foreign", name, StepOutcome.HOLDS))
    found.is_read = True


def _reader(file: BinaryIO) -> "PdfFileReader":
    from pyhanko.pdf_utils.decode_limits import (
        DEFAULT_PURPOSE_LIMITS,
        DecodeLimits,
        DecodePurpose,
        DocumentDecodeBudget,
        StreamDecodeLimits,
    )
    from pyhanko.pdf_utils.reader import PdfFileReader

    limits = DecodeLimits(
        per_stream=StreamDecodeLimits(max_output_size=LARGEST_ENCLOSURE_BYTES),
        per_purpose={
            **DEFAULT_PURPOSE_LIMITS,
            DecodePurpose.XREF_STREAM: StreamDecodeLimits(max_output_size=LARGEST_TABLE_BYTES),
        },
        document_budget=DocumentDecodeBudget(base_allowance=ALLOWED_BYTES, max_ratio=ALLOWED_EXPANSION),
    )
    return PdfFileReader(file, strict=True, decode_limits=limits)


def _runs_something(reader: "PdfFileReader") -> bool:
    """Tell whether opening the file would do more than show it. No dossier does; PDF/A forbids it."""
    root = reader.root
    names, form = value_of(root, "/Names", {}), value_of(root, "/AcroForm", {})
    if "/JavaScript" in names or "/AA" in root or "/XFA" in form:
        return True
    action = value_of(root, "/OpenAction")
    return isinstance(action, dict) and value_of(action, "/S") in RUNNING


# -- attachments ------------------------------------------------------------------------------------------------------


def _enclosures(found: ReadPdf, reader: "PdfFileReader") -> None:
    kept_bytes = 0
    tree = value_of(value_of(reader.root, "/Names", {}), "/EmbeddedFiles")
    leaves = list(islice(_leaves(tree, DEEPEST_TREE, set()), MOST_ENCLOSURES + 1))
    algorithms = OTHER_IMPRINTS if any(STAMP.fullmatch(key) for key, _ in leaves) else ()
    for count, (key, spec) in enumerate(leaves):
        name = str(value_of(spec, "/UF", key))
        names = {key, name, str(value_of(spec, "/F", key))}
        unclear = len(names) > 1 or name in found.enclosed or _has_two_contents(spec["/EF"])
        if count >= MOST_ENCLOSURES or unclear or not is_safe(name) or "/" in name:
            # what two programs read differently, or what would lead out of a folder
            found.enclosure_findings.append(Finding("enclosure-ambiguous", name[:80]))
            return
        data = spec["/EF"]["/F"].data
        kept = data if name.endswith(KEPT_SUFFIXES) and kept_bytes + len(data) <= KEPT_BYTES else None
        kept_bytes += len(kept or b"")
        digests = {algorithm: hashlib.new(algorithm, data).digest() for algorithm in algorithms}
        found.enclosed[name] = Enclosed(name, hashlib.sha256(data).hexdigest(), len(data), kept, digests)


def _has_two_contents(embedded: "DictionaryObject") -> bool:
    """Tell whether a file's bytes are given twice, for its two names: programs take those that they like."""
    return any(embedded.raw_get(key) != embedded.raw_get("/F") for key in embedded)


KEPT_SUFFIXES = (".jsonl", ".txt", ".tsr", ".tsa", ".tst")
OTHER_IMPRINTS = ("sha384", "sha512")


BESIDE = re.compile(r"(?P<name>[A-Za-z0-9._-]{1,80}) sha256:(?P<sha256>[0-9a-f]{64})(?:; |$)")
LONGEST_BESIDE = 64 * 1024
"""Characters. Each anchored state of the log and each token takes a hundred."""


def _about(reader: "PdfFileReader") -> "DictionaryObject | dict[str, Any]":
    """Return what the PDF says of itself."""
    about: DictionaryObject | dict[str, Any] = value_of(reader.trailer_view, "/Info", {})
    return about


def _beside(reader: "PdfFileReader") -> dict[str, str]:
    """Return the sums of files beside the PDF that it names."""
    named = str(value_of(_about(reader), "/Beside", ""))[:LONGEST_BESIDE]
    return {each["name"]: each["sha256"] for each in BESIDE.finditer(named)}


def _leaves(node: "DictionaryObject | None", depth: int, seen: set[int]) -> Iterator[tuple[str, Any]]:
    """Yield names and values of a name tree (ISO 32000-2, 7.9.6), each node once."""
    if node is None:
        return
    if depth == 0 or id(node) in seen:
        raise ValueError("name tree")
    seen.add(id(node))
    names = value_of(node, "/Names", [])
    for position in range(0, len(names) - 1, 2):
        yield str(names[position]), names[position + 1]
    for child in value_of(node, "/Kids", []):
        yield from _leaves(child.get_object(), depth - 1, seen)
