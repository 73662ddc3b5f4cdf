"""What is drawn of a dispute: contacts, money, and how long complaints waited. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidence_app.domain.happenings import Happening
from evidence_app.rules.charts import (
    ContactsOverTime,
    HeatMap,
    MoneyOverTime,
    contacts_over_time,
    heat_map,
    money_over_time,
)
from evidence_app.rules.ladder_chart import LadderChart
from evidence_app.rules.law import Rule, rules
from evidence_app.rules.situation import Situation


@dataclass(frozen=True, slots=True)
class Charts:
    """What is drawn; None where there is nothing to draw."""

    contacts: HeatMap | None
    contacts_over_time: ContactsOverTime | None
    money: MoneyOverTime | None
    ladder: LadderChart | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any((self.contacts, self.contacts_over_time, self.money, self.ladder))


def charts_of(situation: Situation, twins: frozenset[str], ladder: LadderChart | None) -> Charts:
    """Return the pictures of a dispute; ``twins`` are payments that another event shows already."""
    theirs = situation.theirs
    quiet = next(
        (
            rule
            for rule in rules()
            if rule.measure == "contact_in_hours"
            and rule.applies(situation.territory, situation.kind, situation.circumstances)
            and _is_in_force(rule, theirs)
        ),
        None,
    )
    money = [each for each in situation.happenings if situation.is_money_with_other_side(each)]
    contacts = contacts_over_time(theirs, situation.region)
    return Charts(heat_map(theirs, quiet), contacts, money_over_time(money, twins), ladder)


def _is_in_force(rule: Rule, theirs: Sequence[Happening]) -> bool:
    """Tell whether a rule's source was in force when the last of some events happened."""
    since = rule.source.in_force if rule.source else None
    return since is None or any(each.day is not None and each.day >= since for each in theirs)
