"""Open a locked archive that was kept whole, with the password that a person gives."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from evidence_app.actions.add_evidence import AddReport, Saved, add_found
from evidence_app.actions.exhibits import original_path
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem
from evidence_app.intake.sources import Candidate, Found, joined_place, unpacked
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


def came_out_of(archive: Exhibit, exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Return the exhibits that were found in an archive which lies among them whole."""
    inside = f"{joined_place(archive.came_from, archive.name)}/"
    return [each for each in exhibits if f"{each.came_from}/".startswith(inside)]


def unopened_archives(exhibits: Sequence[Exhibit]) -> list[Exhibit]:
    """Return the archives of which nothing was added: mostly locked ones whose password nobody gave yet.

    One beside which lies another file of its name counts as opened: somebody unpacked it elsewhere.
    """
    in_use = [each for each in exhibits if each.removed_at is None]
    archives = [each for each in in_use if each.original.media.mime == ZIP_MIME]
    unpacked_elsewhere = {PurePath(each.name).stem for each in in_use if each.original.media.mime != ZIP_MIME}
    return [
        each
        for each in archives
        if PurePath(each.name).stem not in unpacked_elsewhere and not came_out_of(each, in_use)
    ]


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
