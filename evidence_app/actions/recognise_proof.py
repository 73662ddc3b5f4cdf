"""Does something that arrives look like a dossier, a bag or a vault of this program? A guess from names and marks.

Nothing is decoded and nothing believed: it only decides whether checking is offered beside adding.
"""

from contextlib import suppress
from pathlib import Path

from evidence_app.actions.session import is_vault
from evidence_app.domain.verification import CheckedKind

MARK = b"Juzheng"
"""Stands, uncompressed, in the metadata of every dossier."""
MOST_READ = 512 * 1024 * 1024
CHUNK_BYTES = 1 << 20
BAG_NAMES = (b"bagit.txt", b"dossier.pdf")
DIRECTORY_BYTES = 1 << 20
"""Of a ZIP file's end: room for the names of some thousand files (APPNOTE 4.3.12)."""
FOLDER_MARK = "bagit.txt"


def recognise_proof(path: Path) -> CheckedKind | None:
    """Return what something could be, None for what is only evidence, or cannot be read. Reads a PDF to its end."""
    with suppress(OSError):
        if path.is_dir():
            return _folder(path)
        if path.is_file():
            return _file(path)
    return None


def _folder(path: Path) -> CheckedKind | None:
    if is_vault(path):
        return CheckedKind.VAULT
    bag = (path / FOLDER_MARK).is_file() and (path / "data" / "dossier.pdf").is_file()
    return CheckedKind.BAG if bag else None


def _file(path: Path) -> CheckedKind | None:
    with path.open("rb") as file:
        begin = file.read(5)
        file.seek(0)
        if begin == b"%PDF-":
            before = b""
            while (chunk := file.read(CHUNK_BYTES)) and file.tell() <= MOST_READ:
                if MARK in before + chunk:
                    return CheckedKind.DOSSIER
                before = chunk[-len(MARK) :]
        elif begin[:4] == b"PK\x03\x04":
            file.seek(max(0, path.stat().st_size - DIRECTORY_BYTES))
            end = file.read(DIRECTORY_BYTES)
            return CheckedKind.BAG if all(name in end for name in BAG_NAMES) else None
    return None
