"""The custody log's arithmetic: commitments, entries, RFC 6962 tree, checkpoints. Pure; see docs/integrity.

Exact bytes are stored and hashed; nothing is re-serialised to be verified. Constants are fixed for ever:
a dossier made today must verify in twenty years.
"""

import base64
import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import rfc8785

FORMAT_VERSION = 1
PAYLOAD_CONTEXT = b"juzheng-payload-v1\0"
SALT_BYTES = 16
NO_PREVIOUS = "0" * 64

Plain = str | int | Sequence["Plain"] | Mapping[str, "Plain"]
"""What payloads are made of: texts and integers, in lists and objects. No floats, booleans or nulls, because
their JSON forms are where canonicalisers differ."""


class CustodyKind(StrEnum):
    """What was done to the evidence."""

    OPEN = "open"
    ADD = "add"
    DERIVE = "derive"
    READ = "read"
    IMPORT = "import"
    ACCEPT = "accept"
    DISMISS = "dismiss"
    EDIT = "edit"
    REDACT = "redact"
    NOTE = "note"
    COMPLAINT = "complaint"
    EXPORT = "export"
    ANCHOR = "anchor"
    RESTORE = "restore"
    MIGRATE = "migrate"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One stored entry: exact ``entry`` bytes, and the payload and salt unless they were withheld or erased.

    ``about`` are the ids of the exhibits the payload speaks of; ``private`` payloads (private notes) are never
    disclosed, whatever they are about.
    """

    seq: int
    kind: CustodyKind
    at: datetime
    entry: bytes
    payload: bytes | None
    salt: bytes | None
    about: tuple[str, ...] = ()
    private: bool = False


def canonical(value: Plain) -> bytes:
    """Return the RFC 8785 form of a payload."""
    return rfc8785.dumps(value)


def commitment(payload: bytes, salt: bytes) -> str:
    """Return the salted commitment to a payload in lower-case hex: without the salt it cannot be guessed."""
    return hashlib.sha256(PAYLOAD_CONTEXT + salt + payload).hexdigest()


def entry_bytes(*, dispute_id: str, seq: int, kind: CustodyKind, at: datetime, prev: str, commit: str) -> bytes:
    """Return the exact bytes of an entry. ``prev`` is the hex of the previous leaf, 64 zeros for the first."""
    return canonical(
        {
            "v": FORMAT_VERSION,
            "dispute": dispute_id,
            "seq": seq,
            "kind": kind.value,
            "at": timestamp(at),
            "prev": prev,
            "payload": commit,
        }
    )


def timestamp(at: datetime) -> str:
    """Return RFC 3339 UTC with milliseconds, ``2025-02-22T00:15:03.000Z``."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def leaf_hash(entry: bytes) -> bytes:
    """Return the leaf hash of RFC 6962 section 2.1."""
    return hashlib.sha256(b"\x00" + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the interior node hash of RFC 6962 section 2.1."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle_root(leaves: Iterable[bytes]) -> bytes:
    """Return the RFC 6962 tree head over leaf hashes; the hash of nothing for an empty log."""
    peaks: list[bytes] = []
    for size, leaf in enumerate(leaves):
        _grow(peaks, size, leaf)
    return _joined(peaks) if peaks else hashlib.sha256(b"").digest()


def merkle_roots(leaves: Iterable[bytes], sizes: Collection[int]) -> dict[int, bytes]:
    """Return the tree heads over the first so many leaves in one pass; a size that the log does not have is left out.

    What a dozen anchors over a long log cover is worked out in the time of one.
    """
    peaks: list[bytes] = []
    roots: dict[int, bytes] = {}
    for size, leaf in enumerate(leaves):
        _grow(peaks, size, leaf)
        if size + 1 in sizes:
            roots[size + 1] = _joined(peaks)
    return roots


def _grow(peaks: list[bytes], size: int, leaf: bytes) -> None:
    """Add a leaf to the heads of the whole trees that ``size`` leaves make up, the largest first."""
    height, node = 0, leaf
    while size >> height & 1:
        node = node_hash(peaks.pop(), node)
        height += 1
    peaks.append(node)


def _joined(peaks: Sequence[bytes]) -> bytes:
    root = peaks[-1]
    for peak in reversed(peaks[:-1]):
        root = node_hash(peak, root)
    return root


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The log's size and root at one moment."""

    dispute_id: str
    size: int
    root: bytes

    def body(self) -> bytes:
        """Return the C2SP tlog-checkpoint body."""
        root = base64.b64encode(self.root).decode()
        return f"juzheng.local/dispute/{self.dispute_id}\n{self.size}\n{root}\n".encode()


def checkpoint(dispute_id: str, entries: Sequence[CustodyEntry]) -> Checkpoint:
    """Return the checkpoint over all entries of a dispute's log, given in order."""
    return Checkpoint(dispute_id, len(entries), merkle_root(leaf_hash(entry.entry) for entry in entries))
