"""Is this file a dossier as it was exported? Its SHA-256 against those in the custody log; nothing in it is read."""

import errno
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.export_dossier import PastExport, exports
from evidence_app.actions.session import Session
from evidence_app.errors import InputProblem
from evidence_app.progress import Progress

CHUNK_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the log knows of a file: the export it is, byte for byte, None if none of the dispute's is."""

    path: Path
    sha256: str
    export: PastExport | None


def recognise_dossier(session: Session, dispute_id: str, path: Path, progress: Progress) -> Recognised:
    """Return which export of a dispute a file is. Units of progress are bytes.

    Raises InputProblem("dispute-unknown" | "dossier-unreadable"), Cancelled.
    """
    known = {export.sha256: export for export in exports(session, dispute_id)}
    sha256 = _hashed(path, progress)
    return Recognised(path, sha256, known.get(sha256))


def _hashed(path: Path, progress: Progress) -> str:
    digest = hashlib.sha256()
    try:
        if path.exists() and not path.is_file():  # a pipe would be waited for for ever
            raise OSError(errno.EISDIR if path.is_dir() else errno.EINVAL, "")
        with path.open("rb") as file:
            progress.start(path.stat().st_size, "byte")
            while chunk := file.read(CHUNK_BYTES):
                progress.check()
                digest.update(chunk)
                progress.advance(len(chunk))
    except OSError as error:
        reason = os.strerror(error.errno or errno.EIO)
        raise InputProblem("dossier-unreadable", name=path.name, reason=reason) from error
    return digest.hexdigest()
