"""The command that says how the pictures of each thread follow each other, and which pictures look the same."""

import argparse
from typing import Any

from evidence_app.actions.alike import alike
from evidence_app.actions.continuity import Join, continuity
from evidence_app.commands import OK, Call, printable
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.threads import Seam
from evidence_app.timeline_command import join_words


def tell(call: Call, given: argparse.Namespace) -> int:
    """Print how the pictures of a dispute follow each other, and the groups of copies."""
    with call.session() as session:
        joins, copies = continuity(session, given.dispute), alike(session, given.dispute)
    call.answer(
        {
            "joins": [_join_document(join) for join in joins],
            "alike": [[exhibit.original.sha256 for exhibit in group] for group in copies],
        }
    )
    for join in joins:
        call.say(printable(join_words(call, join)))
    for group in copies:
        call.say(call.words("continuity.alike", numbers=_numbers(group)))
    if not joins and not copies:
        call.say(call.words("continuity.none"))
    return OK


def _numbers(group: tuple[Exhibit, ...]) -> str:
    return ", ".join(f"#{exhibit.number}" for exhibit in group)


def _join_document(join: Join) -> dict[str, Any]:
    return {
        "kind": join.kind.value,
        "party": join.party or None,
        "before": join.before.original.sha256,
        "after": join.after.original.sha256,
        "before_number": join.before.number,
        "after_number": join.after.number,
        "in_common": join.in_common,
        "joined": join.seam is Seam.JOINED,
        "gap": join.seam is Seam.GAP,
    }
