"""How a question about the loan is answered on the command line."""

from typing import TYPE_CHECKING

from evidence_app.phrases import Language, phrase

if TYPE_CHECKING:
    from evidence_app.actions.workspace import LoanQuestion, Workspace

MOST_EVENTS_NAMED = 20
"""Events that a line for a person names; the JSON has all."""


def how_to_answer(language: Language, found: "Workspace", question: "LoanQuestion") -> str:
    """Return with which command a question about the loan is answered."""
    events = " ".join((*question.event_ids[:MOST_EVENTS_NAMED], *["…"] * (len(question.event_ids) > MOST_EVENTS_NAMED)))
    key = f"overview.loan_do_{question.asked.value}"
    return phrase("commands", key, language, dispute=found.dispute.id, events=events or "EVENT")
