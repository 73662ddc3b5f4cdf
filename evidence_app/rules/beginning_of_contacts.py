"""Since when contacts are in dispute: since the first that departs from a standard, if nothing does before. Pure."""

from collections.abc import Iterable

from evidence_app.domain.disputes import Basis, Beginning, Dispute, DisputeType
from evidence_app.domain.happenings import Happening
from evidence_app.rules.findings import OF_CONTACTS, RuleFinding
from evidence_app.rules.law import About

ABOUT_CONTACTS = frozenset({DisputeType.HARASSMENT, DisputeType.MISDIRECTED_SMS})
"""Disputes of which any contact by the other side is a part."""


def with_contacts(
    dispute: Dispute, began: Beginning | None, found: Iterable[RuleFinding], happenings: Iterable[Happening]
) -> Beginning | None:
    """Return since when it is in dispute, by what departs from a standard, too; ``found`` are findings nobody left out.

    What a person states stays, and so does all else in disputes about other things: a collector's late call is no
    beginning of a refund that was refused.
    """
    if began is None or began.basis is Basis.STATED or dispute.type not in ABOUT_CONTACTS:
        return began
    on_contacts = [
        each
        for each in found
        if each.rule.about is About.THEM and each.rule.source is not None and each.rule.measure in OF_CONTACTS
    ]
    named = frozenset(event_id for each in on_contacts for event_id in each.event_ids)
    dated = [each for each in happenings if each.event_id in named and each.day is not None and each.day < began.day]
    if not dated:
        return began
    first = min(dated, key=lambda each: (each.day, each.at is None))
    of_day = {each.event_id for each in dated if each.day == first.day}
    # a day's calls are too many only together: of the first finding, all of that day show it
    shown = next(each.event_ids for each in on_contacts if first.event_id in each.event_ids)
    others = tuple(each for each in shown if each in of_day and each != first.event_id)
    return Beginning(first.day or began.day, Basis.DEPARTED, first.event_id, others)
