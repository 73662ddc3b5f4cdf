"""What a dispute's timeline departs from, rule by rule; each finding names the events that it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidence_app.amount_words import amount_words
from evidence_app.phrases import Language
from evidence_app.rules.law import Rule, Source, rules
from evidence_app.rules.measures import MEASURES, Found
from evidence_app.rules.situation import RunningClock, Situation

AMOUNTS = ("amount", "principal")
"""Facts that are amounts, in the currency that stands beside them."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """What one rule found once. ``clock`` is the body's clock that it is about, None for other rules."""

    rule: Rule
    found: Found
    clock: RunningClock | None = None

    @property
    def id(self) -> str:
        """A name that stays the same while the finding does: the rule, the day and the one thing that it is about."""
        day = self.found.facts.get("day", "")
        single = self.found.event_ids[0] if len(self.found.event_ids) == 1 else self.found.about
        return ":".join(each for each in (self.rule.id, day, single) if each)

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that it rests on."""
        return self.found.event_ids

    def says(self, language: Language) -> str:
        """Return the finding in words. What evidence says stands in it as it is: whoever draws it escapes it."""
        once = self.rule.says_once if self.found.facts.get("repeats") == "1" else None
        return (once or self.rule.says)[language].format(**self._facts(language))

    def limits(self, language: Language) -> str:
        """Return what the data cannot show."""
        return self.rule.limits[language].format(**self._facts(language))

    def advice(self, language: Language) -> str:
        """Return what the person can do, empty where nothing is advised: for nobody else's eyes."""
        return self.rule.advice[language] if self.rule.advice else ""

    def sources(self) -> tuple[Source, ...]:
        """Return what it is measured by; empty for a fact that is no law."""
        found = [self.rule.source] if self.rule.source else []
        found += self.rule.also
        if self.clock is not None:
            found.append(self.clock.deadline.clock.source)
        if self.found.reference is not None:
            found = [self.found.reference.rate.source]
            found += [self.found.reference.prime.source] if self.found.reference.prime else []
        return tuple(dict.fromkeys(found))

    def _facts(self, language: Language) -> dict[str, str]:
        facts = dict(self.found.facts)
        if currency := facts.get("currency"):
            facts |= {key: amount_words(currency, Decimal(facts[key]), language) for key in AMOUNTS if key in facts}
        if self.found.reference is not None:
            facts["reference_name"] = self.found.reference.rate.name[language]
        if self.clock is not None:
            facts |= {"body": self.clock.body.name[language], "what": self.clock.deadline.clock.what[language]}
        return facts


def findings(situation: Situation) -> tuple[RuleFinding, ...]:
    """Return all findings, in the order of the rules."""
    return tuple(_all(situation))


def _all(situation: Situation) -> Iterator[RuleFinding]:
    for rule in rules():
        if rule.applies(situation.territory, situation.kind, situation.circumstances):
            for found in MEASURES[rule.measure](rule, situation):
                clock = None if found.clock is None else situation.clocks[found.clock]
                yield RuleFinding(rule, found, clock)
