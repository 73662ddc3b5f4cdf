"""How far the time of a dispute's log is witnessed, for showing it."""

import hashlib
import ssl
from dataclasses import dataclass

from evidence_app.actions.anchor import anchors, awaiting_witness
from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Anchor, Authority


@dataclass(frozen=True, slots=True, kw_only=True)
class WitnessState:
    """A dispute's anchors, by size, and whether something in its log waits for one."""

    dispute_id: str
    anchors: tuple[Anchor, ...]
    awaiting: bool


def witness_state(session: Session, dispute_id: str) -> WitnessState:
    """Return how far a dispute's log is witnessed."""
    found = tuple(anchors(session, dispute_id))
    return WitnessState(dispute_id=dispute_id, anchors=found, awaiting=dispute_id in awaiting_witness(session))


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityFacts:
    """What a person compares an authority's roots by: their SHA-256, in lower-case hex."""

    fingerprints: tuple[str, ...]


def authority_facts(authority: Authority) -> AuthorityFacts:
    """Return the fingerprints of an authority's roots."""
    ders = (ssl.PEM_cert_to_DER_cert(root) for root in authority.roots)
    return AuthorityFacts(fingerprints=tuple(hashlib.sha256(der).hexdigest() for der in ders))
