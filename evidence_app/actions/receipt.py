"""A receipt: a witnessed state of a dispute's log, small enough to send oneself by mail or chat.

Whoever keeps it elsewhere can prove later that the log was exactly so at that time, even if the vault is lost. It
holds sums and a time, and nothing of the evidence.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

from evidence_app.actions.anchor import anchors
from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Anchor
from evidence_app.domain.custody import timestamp
from evidence_app.dossier.workplace import workplace
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language, phrase
from evidence_app.proof.enclosures import CHECKPOINT, token_name
from evidence_app.vault.storage import storage_problems

FIRST_TIME = (1980, 1, 1, 0, 0, 0)
"""Of all files inside: the witnessed time stands in the token, and equal receipts are equal files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The largest witnessed state of a log: one checkpoint, and a token of each witness, the first one first."""

    dispute_id: str
    checkpoint: bytes
    tokens: tuple[Anchor, ...]

    @property
    def size(self) -> int:
        """How many entries it covers."""
        return self.tokens[0].size

    @property
    def suggested_name(self) -> str:
        """A name that tells the state apart from others, and nothing of the dispute."""
        witnessed = min(token.witnessed_at for token in self.tokens).astimezone(UTC)
        return f"juzheng-receipt-{witnessed:%Y%m%d-%H%M}-{self.size}.zip"


def latest_receipt(session: Session, dispute_id: str) -> Receipt:
    """Return the receipt of the largest state that somebody witnessed. Raises InputProblem("receipt-nothing")."""
    found = anchors(session, dispute_id)
    size = max((anchor.size for anchor in found), default=0)
    latest = tuple(sorted((anchor for anchor in found if anchor.size == size), key=lambda anchor: anchor.seq))
    if not latest:
        raise InputProblem("receipt-nothing")
    return Receipt(dispute_id=dispute_id, checkpoint=latest[0].checkpoint, tokens=latest)


def receipt_text(receipt: Receipt) -> str:
    """Return the checkpoint, by whom it was witnessed and when, and the tokens' sums; the same in all languages.

    It is what the QR code holds too: whoever is sent it, or photographs it, is a further witness of the sum.
    """
    lines = [receipt.checkpoint.decode("ascii").rstrip("\n"), f"SHA-256 {_sha256(receipt.checkpoint)}"]
    for token in receipt.tokens:
        lines.append(f"{timestamp(token.witnessed_at)} {token.authority}")
        lines.append(f"SHA-256 {_sha256(token.response)}")
    return "\n".join(lines) + "\n"


def qr_code(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code (ISO/IEC 18004, level M) row by row, dark ones true, without a quiet zone."""
    import segno

    return tuple(tuple(bool(module) for module in row) for row in segno.make(text, error="m", micro=False).matrix)


def write_receipt(receipt: Receipt, out: Path, language: Language) -> Path:
    """Write the checkpoint, its tokens and how to check them as a small ZIP file; ``out`` is replaced at once.

    Raises EnvironmentProblem (``disk-…``).
    """
    files = {CHECKPOINT: receipt.checkpoint}
    for number, token in enumerate(receipt.tokens, 1):
        files[token_name(CHECKPOINT, number)] = token.response
    files["README.txt"] = _instructions(receipt, language).encode()
    with storage_problems(out), workplace(out.parent) as folder:
        made = folder / "receipt.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(zipfile.ZipInfo(name, FIRST_TIME), data, zipfile.ZIP_DEFLATED)
        made.replace(out)
    return out


def _instructions(receipt: Receipt, language: Language) -> str:
    names = ", ".join(f"{token.name} ({timestamp(token.witnessed_at)})" for token in receipt.tokens)
    facts = {"size": receipt.size, "witnesses": names, "text": receipt_text(receipt)}
    return phrase("receipt", "readme", language, commands="\n".join(_commands(receipt)), **facts)


def _commands(receipt: Receipt) -> Iterator[str]:
    for number in range(1, len(receipt.tokens) + 1):
        yield f"  openssl ts -verify -in {token_name(CHECKPOINT, number)} -data {CHECKPOINT} -CAfile tsa_roots.pem"


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


__all__ = ["Receipt", "latest_receipt", "qr_code", "receipt_text", "write_receipt"]
