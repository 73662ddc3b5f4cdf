"""Since when a matter is in dispute, without working out all else that a large one amounts to."""

from evidence_app.actions.session import Session
from evidence_app.actions.workspace import stated_in
from evidence_app.domain.disputes import Basis, Beginning
from evidence_app.domain.pairs_of_payments import twins_among
from evidence_app.rules.parties import other_side_of
from evidence_app.rules.stated import Stated
from evidence_app.rules.working_out import beginning_among
from evidence_app.vault.reading import Catalog

AT_FIRST = 3_000
"""Events that are looked at first: most disputes show what they are about early, and these take a moment."""

AT_MOST = 10_000
"""Events that are looked at altogether: what shows it later is found once all is worked out."""


def began(session: Session, dispute_id: str) -> Beginning | None:
    """Return since when a matter is in dispute, None where nothing shows it early. As `workspace` has it.

    Raises InputProblem("dispute-unknown").
    """
    with session.vault.read() as catalog:
        dispute = catalog.dispute(dispute_id)
        if dispute.disputed_since is not None:
            return Beginning(dispute.disputed_since, Basis.STATED)
        stated = stated_in(catalog, dispute_id)
        found, is_certain = _among(catalog, dispute_id, stated, AT_FIRST)
        return found if is_certain else _among(catalog, dispute_id, stated, AT_MOST)[0]


def _among(catalog: Catalog, dispute_id: str, stated: Stated, most: int) -> tuple[Beginning | None, bool]:
    """Return since when by the first events alone, and whether no later one can tell otherwise."""
    dispute = catalog.dispute(dispute_id)
    side = other_side_of(dispute, stated.institution)
    theirs = [each for each in catalog.parties(dispute_id) if side.has(*each)]
    happenings = catalog.first_happenings(dispute_id, theirs, most)
    twins = twins_among(happenings, catalog.payment_records(dispute_id))
    found = beginning_among(dispute, happenings, stated, twins)
    if len(happenings) < most:
        return found, True
    last = next((day for each in reversed(happenings) if (day := each.day) is not None), None)
    is_shown = found is not None and found.basis in (Basis.SHOWN, Basis.FILED, Basis.DEPARTED)
    return found, is_shown and found is not None and last is not None and found.day <= last
