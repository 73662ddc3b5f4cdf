"""What a person asked last in a filing: it is asked of the institution, too, where nobody stated demands. Pure."""

from collections.abc import Iterable
from datetime import date

from evidence_app.domain.workspace import Complaint


def last_demanding(complaints: Iterable[Complaint]) -> Complaint | None:
    """Return the newest filing in which something was asked, None where nothing was; what has no day counts as old."""
    asking = [each for each in complaints if each.demand.strip()]
    return max(asking, key=lambda each: each.filed_on or each.received_on or date.min, default=None)


def demands_of(complaint: Complaint) -> tuple[str, ...]:
    """Return what a filing asks, line by line, in the person's words."""
    return tuple(filter(None, map(str.strip, complaint.demand.splitlines())))
