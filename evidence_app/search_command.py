"""The command that searches: where words were found, and whether a person wrote them or a machine read them."""

import argparse
from typing import Any

from evidence_app.actions.search import Hit, search
from evidence_app.commands import OK, Call
from evidence_app.domain.events import EventStatus

EVERYWHERE = "all"


def find(call: Call, given: argparse.Namespace) -> int:
    """Print every place where all the words are found."""
    with call.session() as session:
        hits = search(session, None if given.dispute == EVERYWHERE else given.dispute, " ".join(given.words))
    call.answer({"hits": [_document(hit) for hit in hits]})
    for hit in hits:
        number = f"#{hit.exhibit.number}" if hit.exhibit else ""
        facts = {"dispute": hit.dispute_id, "number": number, "text": hit.text.replace("\n", " ")}
        words = call.words(f"search.{hit.found_in.value}", event=hit.event_id, **facts)
        call.say(f"{words}  {call.words('timeline.suggested')}" if hit.status is EventStatus.SUGGESTED else words)
    if not hits:
        call.say(call.words("search.empty"))
    return OK


def _document(hit: Hit) -> dict[str, Any]:
    return {
        "dispute": hit.dispute_id,
        "found_in": hit.found_in.value,
        "event": hit.event_id or None,
        "status": hit.status.value if hit.event_id else None,
        "exhibit": hit.exhibit.original.sha256 if hit.exhibit else None,
        "number": hit.exhibit.number if hit.exhibit else None,
        "page": hit.page_index if hit.region else None,
        "region": list(hit.region) if hit.region else None,
        "text": hit.text,
    }
