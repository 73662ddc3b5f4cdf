"""Custody logs made up for tests, and the stand-alone scripts as others run them."""

import base64
import hashlib
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import (
    NO_PREVIOUS,
    CustodyEntry,
    CustodyKind,
    Plain,
    canonical,
    checkpoint,
    commitment,
    entry_bytes,
    leaf_hash,
)
from evidence_app.resources import resource

DISPUTE = "d1sp0te00001"
START = datetime(2025, 2, 22, 8, 15, 3, tzinfo=UTC)
VERIFY = resource("verification", "verify.py")
EXTRACT = resource("verification", "extract_sig.py")


def chained(said: Iterable[tuple[CustodyKind, Plain]], dispute_id: str = DISPUTE) -> list[CustodyEntry]:
    """Return a sound log in which the given payloads were logged, a second apart."""
    log: list[CustodyEntry] = []
    for seq, (kind, payload) in enumerate(said):
        at, salt, plain = START + timedelta(seconds=seq), hashlib.sha256(b"%d" % seq).digest()[:16], canonical(payload)
        prev = leaf_hash(log[-1].entry).hex() if log else NO_PREVIOUS
        commit = commitment(plain, salt)
        entry = entry_bytes(dispute_id=dispute_id, seq=seq, kind=kind, at=at, prev=prev, commit=commit)
        log.append(CustodyEntry(seq, kind, at, entry, plain, salt))
    return log


def original_of(number: int) -> bytes:
    """Return the bytes of an exhibit of `log_of`."""
    return f"exhibit {number}".encode()


def log_of(count: int) -> list[CustodyEntry]:
    """Return a sound log of ``count`` entries: an opening, then exhibits with an edit after each."""
    said: list[tuple[CustodyKind, Plain]] = [(CustodyKind.OPEN, {"fields": {"title": "自动下款"}})]
    number = 0
    while len(said) < count:
        number += 1
        data = original_of(number)
        said.append((CustodyKind.ADD, added(number, data, f"截图 {number}.png")))
        change = {"field": "title", "before": "", "after": f"还款提醒 {number} “\\n”"}
        said.append((CustodyKind.EDIT, {"what": "exhibit", "id": f"ex{number}", "changes": [change]}))
    return chained(said[:count])


def added(number: int, data: bytes, name: str) -> dict[str, Plain]:
    """Return what the log says of an exhibit that was added."""
    return {
        "exhibit": f"ex{number}",
        "number": number,
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "name": name,
        "media": {"kind": "image", "mime": "image/png"},
        "fields": {},
        "event": f"ev{number}",
        "ordinal": number,
        "event_fields": {"kind": "document"},
    }


def anchor_of(log: Sequence[CustodyEntry], size: int, authority: str = "one", dispute_id: str = DISPUTE) -> Anchor:
    """Return an anchor with bytes in place of a token."""
    body = checkpoint(dispute_id, log[:size]).body()
    return Anchor(
        dispute_id=dispute_id,
        size=size,
        checkpoint=body,
        response=b"token of " + authority.encode() + b" over " + base64.b64encode(body),
        authority=authority,
        name=authority.title(),
        witnessed_at=START,
        seq=size,
    )


@dataclass(frozen=True)
class Ran:
    """How a script ended."""

    code: int
    output: str


def run_script(script: Path, *arguments: str | Path, cwd: Path | None = None, python: str = sys.executable) -> Ran:
    """Run a stand-alone script as `python3 -I` does."""
    command = [python, "-I", "-W", "error", script, *arguments]
    ran = subprocess.run(command, cwd=cwd, capture_output=True, timeout=60, check=False)
    assert not ran.stderr or ran.returncode == 2, ran.stderr.decode()
    return Ran(ran.returncode, ran.stdout.decode())
