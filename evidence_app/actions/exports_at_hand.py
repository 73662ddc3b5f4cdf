"""Which exhibits of a dispute are exports, and which of them were imported."""

from collections.abc import Collection, Sequence

from evidence_app.actions.exhibits import original_path
from evidence_app.actions.session import Session
from evidence_app.actions.unlock_archive import ZIP_MIME, came_out_of
from evidence_app.domain.exhibits import Exhibit, MediaKind
from evidence_app.domain.exports import Choice
from evidence_app.domain.imports import Selection
from evidence_app.errors import InputProblem, IntegrityFailure


def exports(session: Session, dispute_id: str) -> list[Exhibit]:
    """Return the exhibits in use that are exports, by number. Raises InputProblem("dispute-unknown")."""
    _ask_formats(session, dispute_id)
    return [each for each in _in_use(session, dispute_id) if each.original.media.export]


def unimported(session: Session, dispute_id: str) -> list[Exhibit]:
    """Return the exports of a dispute of which nothing was imported yet, by number.

    One that was imported in part counts as imported: somebody chose. Raises InputProblem("dispute-unknown").
    """
    found = exports(session, dispute_id)
    with session.vault.read() as catalog:
        imported = catalog.imported_exhibits(dispute_id)
    return [each for each in found if each.id not in imported]


def unknown_files(session: Session, dispute_id: str, among: Collection[str]) -> list[Exhibit]:
    """Return those of the given exhibits that no importer knows: they may be tables whose columns a person names."""
    return [each for each in _in_use(session, dispute_id) if each.id in among and _is_unknown(each)]


def _is_unknown(exhibit: Exhibit) -> bool:
    return exhibit.original.media.kind is MediaKind.OTHER and not exhibit.original.media.export


def given_with(exhibits: Sequence[Exhibit], ids: Collection[str]) -> set[str]:
    """Return these ids, and those of the exhibits that came out of archives among them, which lie there as exhibits."""
    archives = [each for each in exhibits if each.id in ids and each.original.media.mime == ZIP_MIME]
    return {*ids, *(each.id for archive in archives for each in came_out_of(archive, exhibits))}


def not_imported(session: Session, dispute_id: str, among: Sequence[Exhibit]) -> list[Exhibit]:
    """Return those of a dispute's exhibits that `unimported` would, as far as it is known what they are; quick.

    Those with a problem are left out: they are told of as unread.
    """
    waiting = [each for each in among if each.removed_at is None and each.original.media.export]
    if not waiting:
        return []
    with session.vault.read() as catalog:
        imported = catalog.imported_exhibits(dispute_id)
    return [each for each in waiting if each.id not in imported and not each.original.media.problem]


def selections(session: Session, dispute_id: str) -> list[Selection]:
    """Return how much of each imported export stands on the timeline. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        return catalog.selections(catalog.dispute(dispute_id).id)


def last_choices(session: Session, dispute_id: str) -> dict[str, Choice]:
    """Return what was chosen of the last export of each format. Raises InputProblem("dispute-unknown")."""
    with session.vault.read() as catalog:
        entries = catalog.import_entries(catalog.dispute(dispute_id).id)
    return {entry.format: entry.choice for _, entry in entries if not entry.carried}


def exhibit_in_use(session: Session, exhibit_id: str) -> Exhibit:
    """Return an exhibit. Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``."""
    with session.vault.read() as catalog:
        exhibit = catalog.exhibit(exhibit_id)
    if exhibit.removed_at is not None:
        raise InputProblem("exhibit-removed", number=exhibit.number)
    return exhibit


def _in_use(session: Session, dispute_id: str) -> list[Exhibit]:
    with session.vault.read() as catalog:
        return [each for each in catalog.exhibits(catalog.dispute(dispute_id).id) if each.removed_at is None]


def _ask_formats(session: Session, dispute_id: str) -> None:
    """Ask which importer reads originals that were added before anybody asked; without a writable vault, wait."""
    unasked = [each for each in _in_use(session, dispute_id) if _is_unasked(each)]
    if session.read_only or not unasked:
        return
    for exhibit in unasked:
        try:
            found = session.import_decoders.inspect(original_path(session, exhibit), exhibit.name).result()
        except (InputProblem, IntegrityFailure):
            continue  # its bytes are gone: verifying says so
        with session.vault.change() as tx:
            tx.know_export(exhibit.original.sha256, found.media.export or "")


def _is_unasked(exhibit: Exhibit) -> bool:
    media = exhibit.original.media
    return media.export is None and media.kind is MediaKind.OTHER
