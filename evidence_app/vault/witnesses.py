"""What independent authorities witnessed: anchors over the custody logs, tokens made elsewhere over originals."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, func, select

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.custody import (
    Checkpoint,
    CustodyEntry,
    CustodyKind,
    Plain,
    merkle_roots,
    timestamp,
)
from evidence_app.domain.fields import plain
from evidence_app.domain.witnessed import NEEDS_NO_WITNESS
from evidence_app.vault.records import entry_from, instant, stored_time
from evidence_app.vault.schema import AnchorRow, CustodyRow, DisputeRow, ExhibitRow, ExhibitTokenRow, PayloadRow
from evidence_app.vault.statements import ENTRIES
from evidence_app.vault.transaction import Transaction


class Witnesses(Transaction):
    """The part of one transaction that answers who witnessed what."""

    def anchors(self, dispute_id: str) -> list[Anchor]:
        """Return a dispute's anchors, by size, then authority; of a removed dispute too: its log stays."""
        query = select(AnchorRow).where(AnchorRow.dispute_id == dispute_id)
        rows = self._session.scalars(query.order_by(AnchorRow.size, AnchorRow.authority))
        return [_anchor_from(row) for row in rows]

    def awaiting_witness(self) -> list[str]:
        """Return the ids of disputes in use whose log has something that no anchor covers, the oldest first."""
        attached = select(PayloadRow.seq).where(
            PayloadRow.dispute_id == CustodyRow.dispute_id,
            PayloadRow.seq == CustodyRow.seq,
            PayloadRow.exhibit_id.is_not(None),
        )
        last = select(func.max(CustodyRow.seq)).where(
            CustodyRow.dispute_id == DisputeRow.id,
            CustodyRow.kind.not_in([kind.value for kind in NEEDS_NO_WITNESS]) | attached.exists(),
        )
        covered = select(func.max(AnchorRow.size)).where(AnchorRow.dispute_id == DisputeRow.id)
        query = select(DisputeRow.id).where(
            DisputeRow.removed_at.is_(None),
            DisputeRow.set_aside == "",
            last.scalar_subquery() >= func.coalesce(covered.scalar_subquery(), 0),
        )
        return list(self._session.scalars(query.order_by(DisputeRow.created_at, DisputeRow.id)))

    def witness_entries(self, dispute_id: str) -> dict[int, CustodyEntry]:
        """Return the entries of a dispute's log about anchors and tokens, by number."""
        query = ENTRIES.where(CustodyRow.dispute_id == dispute_id, CustodyRow.kind == CustodyKind.ANCHOR.value)
        rows = self._session.execute(query.order_by(CustodyRow.seq)).tuples()
        return {row.seq: entry_from(row, payload) for row, payload in rows}

    def exhibit_tokens(self, dispute_id: str) -> list[ExhibitToken]:
        """Return the tokens made elsewhere over exhibits in use, in the order in which they were attached."""
        return self._tokens(ExhibitTokenRow.dispute_id == dispute_id, ExhibitRow.set_aside == "")

    def kept_exhibit_tokens(self, dispute_id: str) -> list[ExhibitToken]:
        """Return the tokens of a dispute's exhibits, of those set aside too."""
        return self._tokens(ExhibitTokenRow.dispute_id == dispute_id)

    def _tokens(self, *conditions: ColumnElement[bool]) -> list[ExhibitToken]:
        query = select(ExhibitTokenRow).join(ExhibitRow, ExhibitRow.id == ExhibitTokenRow.exhibit_id)
        rows = self._session.scalars(query.where(*conditions).order_by(ExhibitTokenRow.seq))
        return [_token_from(row) for row in rows]


def _anchor_from(row: AnchorRow) -> Anchor:
    return Anchor(
        dispute_id=row.dispute_id,
        size=row.size,
        checkpoint=row.checkpoint,
        response=row.response,
        authority=row.authority,
        name=row.name,
        witnessed_at=instant(row.witnessed_at),
        seq=row.seq,
    )


def _token_from(row: ExhibitTokenRow) -> ExhibitToken:
    return ExhibitToken(
        exhibit_id=row.exhibit_id,
        file=row.file,
        file_name=row.file_name,
        authority=row.authority,
        name=row.name,
        witnessed_at=instant(row.witnessed_at),
        seq=row.seq,
    )


def anchor_facts(anchor: Anchor) -> dict[str, Plain]:
    """Return what the log says of an anchor."""
    return {
        "size": anchor.size,
        "checkpoint": hashlib.sha256(anchor.checkpoint).hexdigest(),
        "token": hashlib.sha256(anchor.response).hexdigest(),
        "authority": anchor.authority,
        "name": str(plain(anchor.name)),
        "witnessed_at": timestamp(anchor.witnessed_at),
    }


def token_facts(token: ExhibitToken) -> dict[str, Plain]:
    """Return what the log says of a token made elsewhere."""
    return {
        "exhibit": token.exhibit_id,
        "token": hashlib.sha256(token.file).hexdigest(),
        "file_name": str(plain(token.file_name)),
        "authority": token.authority,
        "name": str(plain(token.name)),
        "witnessed_at": timestamp(token.witnessed_at),
    }


def anchor_columns(anchor: Anchor, seq: int) -> dict[str, Any]:
    """Return the columns of an anchor's row."""
    return {
        "dispute_id": anchor.dispute_id,
        "size": anchor.size,
        "authority": anchor.authority,
        "name": str(plain(anchor.name)),
        "checkpoint": anchor.checkpoint,
        "response": anchor.response,
        "witnessed_at": stored_time(anchor.witnessed_at),
        "seq": seq,
    }


def token_columns(token: ExhibitToken, dispute_id: str, seq: int) -> dict[str, Any]:
    """Return the columns of a token's row."""
    return {
        "dispute_id": dispute_id,
        "seq": seq,
        "exhibit_id": token.exhibit_id,
        "file": token.file,
        "file_name": str(plain(token.file_name)),
        "authority": token.authority,
        "name": str(plain(token.name)),
        "witnessed_at": stored_time(token.witnessed_at),
    }


# -- held against the log ----------------------------------------------------------------------------------------------


def anchors_astray(
    dispute_id: str, leaves: Sequence[bytes], logged: Mapping[int, CustodyEntry], anchors: Sequence[Anchor]
) -> list[int]:
    """Return the sizes of anchors that are not over the log's beginning, or of which the log says something else.

    ``logged`` are the log's entries about witnesses, by number.
    """
    roots = merkle_roots(leaves, {anchor.size for anchor in anchors})
    return sorted({anchor.size for anchor in anchors if not _is_over(anchor, dispute_id, roots, logged)})


def _is_over(anchor: Anchor, dispute_id: str, roots: Mapping[int, bytes], logged: Mapping[int, CustodyEntry]) -> bool:
    if anchor.size not in roots or anchor.seq not in logged or anchor.seq < anchor.size:
        return False
    body = Checkpoint(dispute_id, anchor.size, roots[anchor.size]).body()
    return anchor.checkpoint == body and _says(logged[anchor.seq], anchor_facts(anchor))


def tokens_astray(logged: Mapping[int, CustodyEntry], tokens: Iterable[ExhibitToken]) -> list[ExhibitToken]:
    """Return the tokens made elsewhere of which the log says something else."""
    return [token for token in tokens if token.seq not in logged or not _says(logged[token.seq], token_facts(token))]


def witnesses_missing(logged: Mapping[int, CustodyEntry], there: set[int]) -> list[int]:
    """Return the numbers of the log's entries about witnesses that are not ``there``."""
    return [seq for seq, entry in logged.items() if entry.payload is not None and seq not in there]


def _says(entry: CustodyEntry, facts: Mapping[str, Plain]) -> bool:
    """Tell whether an entry records this; one whose payload was erased says nothing against it."""
    return entry.payload is None or json.loads(entry.payload) == facts
