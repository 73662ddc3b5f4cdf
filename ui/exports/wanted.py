"""Exports that wait, and what of them is wanted."""

from dataclasses import dataclass

from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.exports import EVERYTHING, Choice, ColumnProposal, Hints, Survey


@dataclass(frozen=True)
class Offered:
    """An export that waits: what it holds, or what its columns may mean; ``known`` are columns named before.

    ``before`` is what was chosen of the last export of its kind.
    """

    exhibit: Exhibit
    survey: Survey | None = None
    proposal: ColumnProposal | None = None
    known: tuple[tuple[str, str], ...] = ()
    before: Choice = EVERYTHING


@dataclass(frozen=True)
class Wanted:
    """What of one export is to be imported."""

    exhibit_id: str
    choice: Choice
    hints: Hints
    fingerprint: str = ""


@dataclass(frozen=True)
class Named:
    """A table as its columns were named last, and what of it was chosen; ``hints`` is None before any import."""

    exhibit: Exhibit
    proposal: ColumnProposal | None
    hints: Hints | None = None
    choice: Choice = EVERYTHING
