"""Appending to the custody logs inside the transaction that does what the entry says."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from evidence_app.domain.custody import (
    NO_PREVIOUS,
    SALT_BYTES,
    CustodyKind,
    Plain,
    canonical,
    commitment,
    entry_bytes,
    leaf_hash,
    timestamp,
)
from evidence_app.vault.schema import CustodyRow, PayloadRow
from evidence_app.vault.statements import table_of


@dataclass(frozen=True, slots=True)
class Subject:
    """What a payload speaks of: decides which dossiers disclose it and which removal erases it."""

    exhibit_id: str | None = None
    event_id: str | None = None
    private: bool = False


WHOLE_DISPUTE = Subject()


class Ledger:
    """The custody logs as one write transaction sees them; remembers each log's end, so it must not outlive it.

    Entries are gathered until `write_down`: two statements for thousands of them.
    """

    def __init__(self, session: Session, at: datetime) -> None:
        self._session = session
        self._at = at
        self._ends: dict[str, tuple[int, str]] = {}
        self._entries: list[dict[str, Any]] = []
        self._payloads: list[dict[str, Any]] = []

    def append(self, dispute_id: str, kind: CustodyKind, payload: Plain, subject: Subject = WHOLE_DISPUTE) -> int:
        """Append one entry to a dispute's log and return its sequence number, from 0."""
        seq, prev = self._ends.get(dispute_id) or self._end_of(dispute_id)
        shape, salt = canonical(payload), secrets.token_bytes(SALT_BYTES)
        commit = commitment(shape, salt)
        entry = entry_bytes(dispute_id=dispute_id, seq=seq, kind=kind, at=self._at, prev=prev, commit=commit)
        leaf = leaf_hash(entry)
        self._entries.append(
            {
                "dispute_id": dispute_id,
                "seq": seq,
                "kind": kind.value,
                "at": timestamp(self._at),
                "entry": entry,
                "leaf": leaf,
            }
        )
        self._payloads.append(
            {
                "dispute_id": dispute_id,
                "seq": seq,
                "payload": shape,
                "salt": salt,
                "exhibit_id": subject.exhibit_id,
                "event_id": subject.event_id,
                "private": subject.private,
            }
        )
        self._ends[dispute_id] = (seq + 1, leaf.hex())
        return seq

    def write_down(self) -> None:
        """Write the entries that were gathered."""
        if self._entries:
            entries, payloads = self._entries, self._payloads
            self._entries, self._payloads = [], []
            self._session.execute(insert(table_of(CustodyRow)), entries)
            self._session.execute(insert(table_of(PayloadRow)), payloads)

    def _end_of(self, dispute_id: str) -> tuple[int, str]:
        """Return the next sequence number and the hex of the last leaf."""
        last = self._session.execute(
            select(CustodyRow.seq, CustodyRow.leaf)
            .where(CustodyRow.dispute_id == dispute_id)
            .order_by(CustodyRow.seq.desc())
            .limit(1)
        ).first()
        return (last.seq + 1, last.leaf.hex()) if last else (0, NO_PREVIOUS)
