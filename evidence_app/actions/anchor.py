"""Anchoring: having strangers witness a dispute's log, and keeping what they said; tokens made elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evidence_app.actions.session import Session
from evidence_app.domain.anchors import Anchor, Authority, ExhibitToken
from evidence_app.errors import JuzhengError
from evidence_app.progress import Progress


@dataclass(frozen=True, slots=True)
class AuthorityFailure:
    """An authority that did not witness, and why."""

    authority: Authority
    problem: JuzhengError


@dataclass(frozen=True, slots=True)
class AnchorOutcome:
    """What came of asking: the anchors over the log as it was, and the authorities that did not give one."""

    anchors: tuple[Anchor, ...]
    failures: tuple[AuthorityFailure, ...]


def anchor_dispute(
    session: Session, dispute_id: str, authorities: Sequence[Authority], progress: Progress
) -> AnchorOutcome:
    """Have the whole log of a dispute, as it is now, witnessed by all authorities side by side.

    Every token that holds is kept with its custody entry; one that is there already for exactly this size is used
    again. No authority's failure stops the others, or raises. Takes at most the deadline of one authority. Raises
    InputProblem("dispute-unknown"), EnvironmentProblem (``vault-read-only``, disk), Cancelled.
    """
    raise NotImplementedError


def awaiting_witness(session: Session) -> list[str]:
    """Return the ids of disputes in use with something in their logs that no anchor covers yet.

    That there was an export, or an anchor, needs no witness of its own.
    """
    raise NotImplementedError


def attach_token(session: Session, exhibit_id: str, path: Path, authorities: Sequence[Authority] = ()) -> ExhibitToken:
    """Keep a token that was made elsewhere over an exhibit's original, a ``.tsa`` or ``.tsr`` file for example.

    It has to be whole, and over exactly the original's bytes. Where it leads to no root of the authorities that come
    with the program, or of ``authorities``, it is kept as what it claims to be, with no authority named.

    Raises InputProblem: ``exhibit-unknown``, ``exhibit-removed``, ``token-unreadable``, ``token-rejected``,
    ``token-there``; IntegrityFailure as `evidence_app.proof.tokens.verify_token`; EnvironmentProblem.
    """
    raise NotImplementedError


def list_tokens(session: Session, dispute_id: str) -> list[ExhibitToken]:
    """Return the tokens made elsewhere over exhibits of a dispute, in the order in which they were attached."""
    raise NotImplementedError


def anchors(session: Session, dispute_id: str) -> list[Anchor]:
    """Return a dispute's anchors, by size, then authority. Raises InputProblem("dispute-unknown")."""
    raise NotImplementedError
