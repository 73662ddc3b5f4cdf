"""Saved views: choices of what the timeline shows, kept in the vault under a name."""

from evidence_app.actions.session import Session
from evidence_app.domain.fields import MAX_TEXT, clean
from evidence_app.domain.identifiers import new_id
from evidence_app.domain.views import SavedView
from evidence_app.errors import InputProblem

LONGEST_NAME = 100
"""Characters: a name must fit into a menu."""


def list_views(session: Session, dispute_id: str) -> list[SavedView]:
    """Return a dispute's saved views, the first saved first."""
    with session.vault.read() as catalog:
        return catalog.views(dispute_id)


def save_view(session: Session, dispute_id: str, name: str, criteria: str) -> SavedView:
    """Keep a view under a name, in place of the one that has it.

    Raises InputProblem: ``field-empty``, ``field-unreadable`` for a name or criteria too long; ``dispute-unknown``.
    """
    view = SavedView(new_id(), dispute_id, clean(name).strip(), clean(criteria))
    if not view.name:
        raise InputProblem("field-empty", field="view")
    if len(view.name) > LONGEST_NAME or len(view.criteria) > MAX_TEXT:
        raise InputProblem("field-unreadable", field="view")
    with session.vault.change() as tx:
        tx.keep_view(SavedView(view.id, tx.dispute(dispute_id).id, view.name, view.criteria))
    return view


def delete_view(session: Session, view_id: str) -> None:
    """Delete a saved view; one that is gone already is no problem."""
    with session.vault.change() as tx:
        tx.forget_view(view_id)


__all__ = ["SavedView", "delete_view", "list_views", "save_view"]
