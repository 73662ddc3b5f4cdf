"""A person's text for a line that a machine read, kept beside the machine's, with an entry that has both."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete

from evidence_app.domain.custody import CustodyKind, Plain
from evidence_app.domain.fields import clean
from evidence_app.errors import InputProblem
from evidence_app.vault.deciding import Deciding
from evidence_app.vault.ledger import Subject
from evidence_app.vault.read_rows import correction_rows
from evidence_app.vault.schema import LineCorrectionRow

LINE = "line"
"""What the entry of such a correction calls itself an edit of."""

MOST_CHARACTERS = 10_000
"""Of a line; more is a paste gone wrong."""


class Correcting(Deciding):
    """The part of a write transaction that corrects machine-read text."""

    def correct_line(self, exhibit_id: str, line_index: int, words: str, *, undoes: int | None = None) -> int | None:
        """Keep how a person reads a line of the last reading; empty words, or the machine's, take that away again.

        Returns the entry, None if nothing changes. Raises InputProblem: ``line-unknown``, ``field-unreadable``.
        """
        text = self.machine_text(exhibit_id)
        if text is None or not 0 <= line_index < len(text.lines):
            raise InputProblem("line-unknown", line=line_index + 1)
        if len(words) > MOST_CHARACTERS:
            raise InputProblem("field-unreadable", field="text")
        line, after = text.lines[line_index], " ".join(clean(words).split())
        after = "" if after == line.text else after
        if after == line.corrected:
            return None
        exhibit, row = self.exhibit(exhibit_id), LineCorrectionRow
        here = (row.dispute_id == exhibit.dispute_id, row.seq == text.seq, row.line_index == line_index)
        self._session.execute(delete(row).where(*here), execution_options={"synchronize_session": False})
        self._session.expire_all()
        self._insert_all(row, correction_rows(exhibit, text.seq, {line_index: after} if after else {}))
        change: Plain = {"field": "text", "before": line.corrected, "after": after}
        payload: dict[str, Plain] = {"what": LINE, "id": exhibit_id, "reading": text.seq, "line": line_index}
        payload |= {"read": line.text, "changes": [change]}
        if undoes is not None:
            payload["undoes"] = undoes
        return self._log(exhibit.dispute_id, CustodyKind.EDIT, payload, Subject(exhibit_id))

    def take_back_correction(self, edit: Mapping[str, Any], seq: int) -> int | None:
        """Undo a correction by another. Raises InputProblem("changed-since"), also where a later reading followed."""
        text, (change,) = self.machine_text(edit["id"]), edit["changes"]
        if text is None or text.seq != edit["reading"] or text.lines[edit["line"]].corrected != change["after"]:
            raise InputProblem("changed-since", seq=seq)
        return self.correct_line(edit["id"], edit["line"], change["before"], undoes=seq)
