"""Correcting a line that a machine read: the machine's text stays, a person's is kept beside it."""

from evidence_app.actions.session import Session


def correct_line(session: Session, exhibit_id: str, line_index: int, words: str) -> int | None:
    """Keep how a person reads a line of an exhibit's last reading; empty words take that away again.

    ``line_index`` counts the reading's lines from 0. Searching finds the corrected words; `read_again` without
    ``fresh`` makes events and suggestions of them. Returns the custody entry's number, None if nothing changes;
    `take_back` undoes it. Raises InputProblem: ``line-unknown``, ``field-unreadable``.
    """
    with session.vault.change() as tx:
        return tx.correct_line(exhibit_id, line_index, words)
