"""With which body something is filed: by its id, its number, its name, or a name of the institution itself."""

import re
from collections.abc import Sequence

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import workspace
from evidence_app.domain.disputes import Dispute
from evidence_app.errors import InputProblem
from evidence_app.rules.law import Body, body
from evidence_app.rules.named_bodies import body_meant
from evidence_app.rules.own_office import OwnOffice
from evidence_app.rules.territories import home_of, territory_of

_LIKE_AN_ID = re.compile(r"[!-~]+")
"""One word without a letter of another script: an id that was guessed, or a hotline that was mistyped."""


def meant_in(dispute: Dispute, said: str) -> str:
    """Return the id of the body that is meant in a dispute, else what was said."""
    return body_meant(said, territory_of(home_of(dispute)), OwnOffice.of(dispute))


def body_of(session: Session, dispute_id: str, said: str, *, as_named: bool = False) -> str:
    """Return the id of the body that is meant, or the name of one that is not known.

    ``as_named`` keeps a word that looks like an id and is none.
    Raises InputProblem: ``dispute-unknown``, ``body-questioned``.
    """
    with session.vault.read() as catalog:
        meant = meant_in(catalog.dispute(dispute_id), said)
    if body(meant) is None and not as_named and _LIKE_AN_ID.fullmatch(meant.strip()):
        raise InputProblem("body-questioned", name=said.strip())
    return meant


def bodies_of(session: Session, dispute_id: str) -> Sequence[Body]:
    """Return the bodies of a dispute's ladder, from below. Raises InputProblem("dispute-unknown")."""
    return [step.body for step in workspace(session, dispute_id).ladder.steps]
