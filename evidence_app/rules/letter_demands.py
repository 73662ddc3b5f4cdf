"""What a complaint asks for: what the person says, or asked before, else what is usual in such disputes. Pure."""

from collections.abc import Iterator

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.workspace import PromiseState
from evidence_app.rules.law import BodyKind, body
from evidence_app.rules.letter_text import Statement
from evidence_app.rules.letter_writing import Writing


def demands(to: Writing) -> Iterator[Statement]:
    """Yield what is asked of the institution, whoever reads it."""
    dispute = to.matter.dispute
    if not to.role.wants_demands:
        return
    filed = [Statement(to.say("line.own_demand", demand=each)) for each in _demanded_before(to)]
    if to.body is not None and to.body.respondent is not None:  # what was asked was asked of somebody else
        yield from filed or [Statement(to.blank("demand"))]
    elif filed and not dispute.demands:
        yield from filed
    else:
        yield from (Statement(each) for each in dispute.demands or _usual_demands(to, dispute.type))


def _demanded_before(to: Writing) -> list[str]:
    """Return what the person asked in filings to whoever reads this, in their own words."""
    to_reader = (each for each in to.matter.complaints if _is_to_reader(to, each.body))
    return list(dict.fromkeys(demand for each in to_reader if (demand := each.demand.strip())))


def _is_to_reader(to: Writing, body_id: str) -> bool:
    known = body(body_id)
    is_institution = known is not None and known.kind is BodyKind.INSTITUTION
    return is_institution if to.body is None else body_id == to.body_id


def _usual_demands(to: Writing, kind: DisputeType) -> list[str]:
    """Return what is usually asked; nobody asks for promises to be kept where there is none to keep."""
    pending = any(each.state in (PromiseState.OPEN, PromiseState.BROKEN) for each in to.matter.promises)
    promised = "_promised" if pending and kind is DisputeType.POOR_SERVICE else ""
    return to.say(f"demand.{kind.value}{promised}").split("|")
