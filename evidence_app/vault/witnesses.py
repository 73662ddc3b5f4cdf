"""What independent authorities witnessed: anchors over the custody logs, tokens made elsewhere over originals."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select

from evidence_app.domain.anchors import Anchor, ExhibitToken
from evidence_app.domain.custody import (
    Checkpoint,
    CustodyEntry,
    CustodyKind,
    Plain,
    leaf_hash,
    merkle_root,
    timestamp,
)
from evidence_app.domain.fields import plain
from evidence_app.vault.records import instant, stored_time
from evidence_app.vault.schema import AnchorRow, CustodyRow, DisputeRow, ExhibitRow, ExhibitTokenRow
from evidence_app.vault.transaction import Transaction

NEED_NO_WITNESS = (CustodyKind.ANCHOR.value, CustodyKind.EXPORT.value)
"""Kinds of entries that change nothing of the evidence: else every anchor would call for the next one."""


class Witnesses(Transaction):
    """The part of one transaction that answers who witnessed what."""

    def anchors(self, dispute_id: str) -> list[Anchor]:
        """Return a dispute's anchors, by size, then authority; of a removed dispute too: its log stays."""
        query = select(AnchorRow).where(AnchorRow.dispute_id == dispute_id)
        rows = self._session.scalars(query.order_by(AnchorRow.size, AnchorRow.authority))
        return [_anchor_from(row) for row in rows]

    def awaiting_witness(self) -> list[str]:
        """Return the ids of disputes in use whose log has something that no anchor covers, the oldest first."""
        last = select(func.max(CustodyRow.seq)).where(
            CustodyRow.dispute_id == DisputeRow.id, CustodyRow.kind.not_in(NEED_NO_WITNESS)
        )
        covered = select(func.max(AnchorRow.size)).where(AnchorRow.dispute_id == DisputeRow.id)
        query = select(DisputeRow.id).where(
            DisputeRow.removed_at.is_(None),
            DisputeRow.set_aside == "",
            last.scalar_subquery() >= func.coalesce(covered.scalar_subquery(), 0),
        )
        return list(self._session.scalars(query.order_by(DisputeRow.created_at, DisputeRow.id)))

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


def anchors_astray(dispute_id: str, entries: list[CustodyEntry], anchors: Iterable[Anchor]) -> list[int]:
    """Return the sizes of anchors that are not over the log's beginning, or of which the log says something else."""
    leaves = [leaf_hash(entry.entry) for entry in entries]
    astray = set()
    for anchor in anchors:
        covered = 0 < anchor.size <= anchor.seq < len(entries)
        body = Checkpoint(dispute_id, anchor.size, merkle_root(leaves[: anchor.size])).body() if covered else b""
        if anchor.checkpoint != body or not _says(entries[anchor.seq], anchor_facts(anchor)):
            astray.add(anchor.size)
    return sorted(astray)


def tokens_astray(entries: list[CustodyEntry], tokens: Iterable[ExhibitToken]) -> list[ExhibitToken]:
    """Return the tokens made elsewhere of which the log says something else."""
    return [
        token
        for token in tokens
        if not (0 <= token.seq < len(entries) and _says(entries[token.seq], token_facts(token)))
    ]


def witnesses_missing(entries: list[CustodyEntry], there: set[int]) -> list[int]:
    """Return the numbers of the log's anchors that are not ``there``."""
    logged = (entry.seq for entry in entries if entry.kind is CustodyKind.ANCHOR and entry.payload is not None)
    return [seq for seq in logged if seq not in there]


def _says(entry: CustodyEntry, facts: Mapping[str, Plain]) -> bool:
    """Tell whether an entry records this; one whose payload was erased says nothing against it."""
    if entry.kind is not CustodyKind.ANCHOR:
        return False
    return entry.payload is None or json.loads(entry.payload) == facts
