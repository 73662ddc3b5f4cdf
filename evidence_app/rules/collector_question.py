"""Whether the other side collects for somebody else, as its words or names suggest: asked, never taken for so. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from evidence_app.domain.contacts import signature
from evidence_app.domain.events import EventKind
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import InstitutionType
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.rules.contacts_promised import FROM_THEM
from evidence_app.rules.evidence_words import is_said
from evidence_app.rules.findings import RuleFinding, found_by
from evidence_app.rules.law import Rule, rules
from evidence_app.rules.situation import Situation

MOST_SHOWN = 20
"""Events that are named as the reason for asking."""


@dataclass(frozen=True, slots=True)
class CollectorQuestion:
    """Whether the other side is of a type, and what would be found if it is: nothing of it is told as found before.

    ``event_ids`` are the first in which its words or a name suggest it; empty where only the institution's name does.
    """

    asked: InstitutionType
    would_find: tuple[RuleFinding, ...]
    event_ids: tuple[str, ...] = ()

    def says(self, language: Language) -> str:
        """Return the question, with what depends on the answer."""
        between = phrase("dossier", "findings.between", language)
        titles = between.join(dict.fromkeys(each.rule.title[language] for each in self.would_find))
        return phrase("names", "collector_asks.says", language, type=name_of(self.asked, language), titles=titles)


def collector_question(situation: Situation) -> CollectorQuestion | None:
    """Return what a person is asked; None where they said what the other side is, or nothing depends on it."""
    if situation.circumstances & {each.value for each in InstitutionType if each}:
        return None
    asked = [each for each in rules() if each.may_be_asked(situation.territory, situation.kind)]
    found = tuple(each for rule in asked for each in found_by(rule, situation))
    if not found:
        return None
    because = tuple(dict.fromkeys(each for rule in _rules_of(found) for each in _suggesting(rule, situation)))
    if not because and not any(_is_named_so(rule, situation) for rule in _rules_of(found)):
        return None
    return CollectorQuestion(_type_of(found), found, because[:MOST_SHOWN])


def _rules_of(found: tuple[RuleFinding, ...]) -> list[Rule]:
    """Return the first rule of each pair of recognisers."""
    return list({(each.rule.ask_where, each.rule.ask_named): each.rule for each in reversed(found)}.values())


def _type_of(found: tuple[RuleFinding, ...]) -> InstitutionType:
    """Return the type that all rules ask about, the most particular one."""
    named = frozenset(one for each in found for one in each.rule.circumstances)
    types = (InstitutionType.OUTSOURCED_COLLECTOR, InstitutionType.DEBT_COLLECTOR)
    return next(each for each in types if each.value in named)


def _suggesting(rule: Rule, situation: Situation) -> Iterator[str]:
    """Yield the events of the other side whose words or names suggest it; notes on its calls say what it said."""
    for each in situation.theirs:
        came = each.direction in FROM_THEM or (each.kind is EventKind.CALL and each.has_talk)
        if came and (is_said(rule.ask_where, each.words) or _carries_name(rule, situation, each)):
            yield each.event_id


def _carries_name(rule: Rule, situation: Situation, each: Happening) -> bool:
    """Tell whether it comes under another company's name than the institution's."""
    names = {each.party, signature(each.text)} - {"", each.number}
    return any(is_said(rule.ask_named, name) and not situation.other_side.takes_money(name, "") for name in names)


def _is_named_so(rule: Rule, situation: Situation) -> bool:
    return any(is_said(rule.ask_named, name) for name in situation.names)
