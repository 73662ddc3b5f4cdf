"""Open a locked archive that was kept whole, with the password that a person gives."""

from collections.abc import Iterator
from pathlib import Path

from evidence_app.actions.add_evidence import AddReport, Saved, add_found
from evidence_app.actions.exhibits import original_path
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem
from evidence_app.intake.sources import Candidate, Found, unpacked
from evidence_app.progress import Progress

ZIP_MIME = "application/zip"


def unlock_archive(session: Session, exhibit_id: str, password: str, progress: Progress, saved: Saved) -> AddReport:
    """Add what a locked archive holds to its dispute, as `add_evidence` does; the archive itself stays as it is.

    The password is kept nowhere. Raises InputProblem: ``archive-password-wrong`` if nothing opens with it,
    ``exhibit-unknown``, ``exhibit-removed``, ``not-an-archive``; and what `add_evidence` raises.
    """
    with session.vault.read() as catalog:
        exhibit = catalog.exhibit(exhibit_id)
    if exhibit.original.media.mime != ZIP_MIME:
        raise InputProblem("not-an-archive", name=exhibit.label)
    path = original_path(session, exhibit)

    def expand(scratch: Path) -> Iterator[Found]:
        progress.start(1, "file")
        return _members(path, unpacked(_archive(exhibit, path), scratch, progress, [password]))

    return add_found(session, exhibit.dispute_id, expand, progress, saved)


def _archive(exhibit: Exhibit, path: Path) -> Candidate:
    return Candidate(path, exhibit.name, exhibit.came_from, size_bytes=exhibit.original.size_bytes)


def _members(path: Path, found: Iterator[Found]) -> Iterator[Found]:
    """Leave out the archive, which is an exhibit already; say why where it is all that was found."""
    opened = False
    for item in found:
        if not isinstance(item, Candidate) or item.path != path:
            opened = True
            yield item
        elif not opened and item.problem is not None:
            raise item.problem
