"""Letters of what is confirmed: drafted, and written as a file that a person can go on with."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import Workspace, worked_out
from evidence_app.domain.exhibits import Exhibit
from evidence_app.errors import InputProblem
from evidence_app.phrases import Language
from evidence_app.rules.law import body
from evidence_app.rules.letters import LetterKind, LetterText, Matter, letter

DEFAULT_REPLY = timedelta(days=15)
"""Until when an answer is asked for where no body's period is known; a request, no rule."""


def draft(session: Session, dispute_id: str, kind: LetterKind, language: Language, body_id: str = "") -> LetterText:
    """Return a letter to the institution, or to a body by its id.

    Raises InputProblem: ``dispute-unknown``, ``body-unknown``.
    """
    if body_id and body(body_id) is None:
        raise InputProblem("body-unknown", id=body_id)
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        found = worked_out(catalog, dispute, session.now().astimezone(dispute.zone).date())
        exhibits = {exhibit.id: exhibit for exhibit in catalog.exhibits(dispute_id)}
    return letter(kind, _matter(found, exhibits), language, body_id)


def _matter(found: Workspace, exhibits: Mapping[str, Exhibit]) -> Matter:
    numbers = {
        each.event_id: [exhibits[exhibit_id].number for exhibit_id in each.exhibit_ids if exhibit_id in exhibits]
        for each in found.happenings
    }
    return Matter(
        dispute=found.dispute,
        happenings=found.happenings,
        findings=found.told_findings,
        complaints=found.stated.complaints,
        exhibit_numbers=numbers,
        labels={exhibit.number: exhibit.label for exhibit in exhibits.values()},
        reply_by=found.today + DEFAULT_REPLY,
    )


def save_letter(session: Session, written: LetterText, out: Path, language: Language) -> None:
    """Write a letter as DOCX, PDF or text, by the ending of its name; a file that is there is replaced whole.

    Raises InputProblem: ``letter-form-unknown``, ``out-is-folder``, ``out-folder-missing``; EnvironmentProblem (disk).
    """
    from evidence_app.dossier import letter_files

    writers = {".docx": letter_files.write_docx, ".pdf": letter_files.write_pdf, ".txt": letter_files.write_text}
    if out.suffix.lower() not in writers:
        raise InputProblem("letter-form-unknown", name=out.name)
    writers[out.suffix.lower()](written, out, language, session.now())
