"""Where a dispute can be taken, from below: the bodies of its place, in the order in which they come. Pure."""

from collections.abc import Callable, Set

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.workspace import Lender
from evidence_app.rules.law import KIND_ORDER, Body, bodies
from evidence_app.rules.territories import Territory


def nothing_told(_recogniser: str) -> bool:
    """Say of each recogniser that the other side says nothing of it."""
    return False


def ladder(
    territory: Territory | None,
    kind: DisputeType,
    is_told: Callable[[str], bool] = nothing_told,
    lender: Lender = Lender.NOT_SAID,
    circumstances: Set[str] = frozenset(),
) -> tuple[Body, ...]:
    """Return where a dispute can be taken, from below; empty where no body of the territory is known.

    Of one step, those come first that are for the lender, then those that lead. ``circumstances`` are those of the
    other side, as a person states them.
    """
    here = [each.given(circumstances) for each in bodies() if each.territory == territory]
    found = [each.about(lender, kind).where(kind, is_told) for each in here if each.takes(kind)]
    return tuple(sorted(found, key=lambda each: _place(each, kind, lender)))


def _place(each: Body, kind: DisputeType, lender: Lender) -> tuple[int, bool, bool, int]:
    return each.step_in(kind), lender not in each.lenders, kind not in each.leads, KIND_ORDER.index(each.kind)
