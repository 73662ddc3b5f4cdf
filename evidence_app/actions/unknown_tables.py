"""Tables that no importer knows: which wait for a person to name their columns, and what those probably are."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from evidence_app.actions.exhibits import original_path
from evidence_app.actions.exports_at_hand import exhibit_in_use, unknown_files
from evidence_app.actions.session import Session
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import TABLE_ENDINGS, ColumnProposal
from evidence_app.errors import InputProblem, IntegrityFailure
from evidence_app.progress import SILENT, Progress


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """A table of which nothing is on the timeline, and what its columns probably are."""

    exhibit: Exhibit
    proposal: ColumnProposal


def propose_columns(session: Session, exhibit_id: str) -> ColumnProposal | None:
    """Return what the columns of a table that no importer knows probably are, None for a file without such a table.

    What a person makes of it goes into `Hints.columns`, with which `survey_export` and `import_export` take any table.
    Raises InputProblem (exhibit-unknown, exhibit-removed, decoder-crashed, …).
    """
    exhibit = exhibit_in_use(session, exhibit_id)
    return session.export_decoders.columns(original_path(session, exhibit), exhibit.name).result()


def possible_tables(session: Session, dispute_id: str, among: Collection[str]) -> list[Exhibit]:
    """Return those of the given exhibits that may be tables of which nothing was imported yet; quick.

    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        imported = catalog.imported_exhibits(dispute_id)
    files = unknown_files(session, dispute_id, among)
    return [each for each in files if each.id not in imported and each.name.lower().endswith(TABLE_ENDINGS)]


def unknown_tables(session: Session, files: Sequence[Exhibit], progress: Progress = SILENT) -> list[UnknownTable]:
    """Return those of the files that hold a table with a day and an amount. Raises Cancelled."""
    found: list[UnknownTable] = []
    for exhibit in files:
        progress.check()
        try:
            proposal = propose_columns(session, exhibit.id)
        except (InputProblem, IntegrityFailure):
            continue  # damaged, or no table after all
        if proposal is not None:
            found.append(UnknownTable(exhibit, proposal))
    return found
