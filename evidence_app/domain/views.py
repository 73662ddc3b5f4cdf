"""Saved views: a choice of what the timeline shows, under a name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SavedView:
    """A named choice. ``criteria`` is the window's own text; nothing here looks into it.

    Kept in the vault, because it may name people; not in the custody log, because it is no evidence.
    """

    id: str
    dispute_id: str
    name: str
    criteria: str
