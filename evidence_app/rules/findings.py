"""What a dispute's timeline departs from, rule by rule; each finding names the events that it rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from evidence_app.amount_words import amount_words
from evidence_app.day_words import day_words, days_words
from evidence_app.domain.happenings import Happening
from evidence_app.domain.workspace import Exclusion
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language, phrase
from evidence_app.progress import SILENT, Progress
from evidence_app.rules.found import Found, Measure
from evidence_app.rules.law import About, BodyKind, Rule, Whose, rules
from evidence_app.rules.measures import MEASURES
from evidence_app.rules.situation import RunningClock, Situation
from evidence_app.rules.sources import Citation, Source
from evidence_app.rules.words import Words

ONE_DAY = timedelta(days=1)

AMOUNTS = ("amount", "principal")
"""Facts that are amounts, in the currency that stands beside them."""

DAYS = ("day", "busiest", "last", "since", "until", "met", "one_day", "other_day", "from_day", "to_day", "late")
"""Facts that are days, in the international form."""


OF_WORDS = frozenset({"promise_overdue", "contradictions", "tagged", "third_parties"})
"""Measures of what was said."""

OF_CONTACTS = frozenset(
    {"contact_in_hours", "answered_calls_per_day", "unanswered_attempts_per_day", "tagged", "third_parties"}
)
"""Measures of how the other side makes contact: each of a single day, or of a single call or message."""


@dataclass(frozen=True, slots=True)
class RuleFinding:
    """What one rule found once. ``clocks`` are those of a body that it is about, of one complaint; none of other rules.

    ``until`` is the day of the last event behind it, None where none has a day. ``was_before`` says that all of them
    happened before the rule's source came into force: then it is a mere fact.
    """

    rule: Rule
    found: Found
    clocks: tuple[RunningClock, ...] = ()
    until: date | None = None
    was_before: bool = False

    @property
    def id(self) -> str:
        """A name that stays the same while the finding does: the rule, the day and the one thing that it is about.

        Of several days, the last one is named, too: who left out what was found of one has said nothing of the next.
        """
        facts = self.found.facts
        day = ":".join(dict.fromkeys(filter(None, (facts.get("day", ""), facts.get("last", "")))))
        single = self.found.event_ids[0] if len(self.found.event_ids) == 1 else self.found.about
        kind = "before" if self.was_before else "fact" * self.found.is_mere_fact
        return ":".join(each for each in (self.rule.id, kind, day, single) if each)

    @property
    def is_reminder(self) -> bool:
        """Whether it is about the person's own evidence: weak points are for nobody else to read."""
        return self.rule.about is About.EVIDENCE

    @property
    def tells_words(self) -> bool:
        """Whether it repeats or judges what was said: that there was a call does not show it."""
        return self.rule.measure in OF_WORDS

    @property
    def own_word(self) -> str:
        """What of it is known from the person alone, as `Found.own_word`; empty where its events show all of it."""
        return self.found.own_word

    @property
    def is_mere_fact(self) -> bool:
        """Whether it departs from no standard: by when it was, or as far as the timeline shows."""
        return self.was_before or self.found.is_mere_fact

    @property
    def event_ids(self) -> tuple[str, ...]:
        """The events that it rests on."""
        return self.found.event_ids

    def says(self, language: Language) -> str:
        """Return the finding in words. What evidence says stands in it as it is: whoever draws it escapes it."""
        return self._filled(self._words(), language, self._facts(language))

    @property
    def days(self) -> tuple[str, ...]:
        """The days on which each of several periods ended, in order; empty where it is about none, or one."""
        return tuple(each["day"] for each in self.found.parts)

    def _words(self) -> Words:
        """Return the rule's words for a case like this one, the usual ones if it has none for it."""
        rule, facts = self.rule, self.found.facts
        cases = (
            (self.was_before, rule.says_before),
            (self.found.is_mere_fact, rule.says_fact),
            (bool(self.found.parts), rule.says_several),
            ("met" in facts, rule.says_late),
            ("same" in facts, rule.says_same),
            (facts.get("count", "1") != "1", rule.says_again),
            (facts.get("repeats") == "1", rule.says_once),
        )
        return next((words for is_so, words in cases if is_so and words is not None), rule.says)

    def limits(self, language: Language) -> str:
        """Return what the data cannot show."""
        return self._filled(self.rule.limits, language, self._facts(language))

    def formula(self, language: Language) -> str:
        """Return how it is counted, and from what on it is told."""
        numbers = {
            name: day_words(value, language) if isinstance(value, date) else value
            for name, value in self.rule.numbers.items()
        }
        return self._filled(self.rule.formula, language, numbers)

    def _filled(self, words: Words, language: Language, facts: Mapping[str, object]) -> str:
        """Return words of the rule with what was found. Raises EnvironmentProblem("law-field-wrong") for a bad name."""
        try:
            return words[language].format(**facts)
        except (LookupError, ValueError) as error:
            said = words[language]
            raise EnvironmentProblem("law-field-wrong", file="rules.toml", where=self.rule.id, value=said) from error

    def threshold(self, language: Language) -> dict[str, object]:
        """Return what it is counted by and compared with, a rate of interest among it, in forms that JSON has."""
        found: dict[str, object] = {
            name: value.isoformat() if isinstance(value, date) else value for name, value in self.rule.numbers.items()
        }
        reference = self.found.reference
        if reference is not None:
            found |= {"reference": reference.rate.id, "reference_name": reference.rate.name[language]}
            found["per_cent"] = str(reference.per_cent)
        if reference is not None and reference.prime is not None:
            prime = {"per_cent": str(reference.prime.per_cent), "since": reference.prime.since.isoformat()}
            found |= {"times_prime": reference.rate.times_prime, "prime": prime}
        return found

    def advice(self, language: Language) -> str:
        """Return what the person can do, empty where nothing is advised: for nobody else's eyes."""
        return self.rule.advice[language] if self.rule.advice else ""

    def sources(self) -> tuple[Source, ...]:
        """Return what it is measured by, without what came into force later; of a mere fact only a period's source."""
        return tuple(dict.fromkeys(each.source for each in self.citations()))

    def citations(self) -> tuple[Citation, ...]:
        """Return its sources as they stand beside it, with how far what is taken from each can be relied on."""
        if self.is_mere_fact:  # of a period, its source all the same
            return tuple(dict.fromkeys(each.deadline.clock.citation for each in self.clocks))
        rule, reference = self.rule, self.found.reference
        if reference is not None:
            found = [Citation(reference.rate.source, reference.rate.confidence)]
            found += [Citation(reference.prime.source)] if reference.prime else []
            return tuple(found)
        found = [rule.citation] if rule.citation else []
        also = (each for each in rule.also if each.in_force is None or self._is_since(each.in_force))
        found += [Citation(each, rule.also_confidence or rule.confidence) for each in also]
        return tuple(dict.fromkeys([*found, *(each.deadline.clock.citation for each in self.clocks)]))

    def _is_since(self, day: date) -> bool:
        return self.until is None or self.until >= day

    def _facts(self, language: Language) -> dict[str, str]:
        facts = dict(self.found.facts)
        facts |= {key: day_words(date.fromisoformat(facts[key]), language) for key in DAYS if facts.get(key)}
        if "since" in facts and "until" in facts:
            facts["period"] = _period(facts["since"], facts["until"], language)
        days = _period(facts["from_day"], facts["to_day"], language) if "from_day" in facts else ""
        facts["when"] = phrase("dossier", "findings.when", language, days=days) if days else ""
        if "undated" in facts:
            some = facts["undated"] != "0"
            facts["more"] = phrase("dossier", "findings.undated", language, count=facts["undated"]) if some else ""
        if currency := facts.get("currency"):
            facts |= {key: amount_words(currency, Decimal(facts[key]), language) for key in AMOUNTS if key in facts}
        facts |= {
            f"{name}_who": _speaker(facts, name, language) for name in ("one", "other") if f"{name}_said" in facts
        }
        if fate := facts.get("fate"):
            facts["fate"] = _fate(fate, facts, language)
        if self.found.reference is not None:
            rate = self.found.reference.rate
            facts |= {"reference_name": rate.name[language], "note": rate.note[language]}
        if self.clocks:
            first = self.clocks[0]
            facts |= {"body": _late_one(first, language), "what": first.deadline.clock.what[language]}
            facts["longer"] = self.clocks[-1].deadline.clock.what[language]
            facts["days"] = days_words(int(facts["count"]), language)
        if self.found.parts:
            facts["periods"] = phrase("dossier", "findings.between", language).join(self._parts(language))
        return facts

    def _parts(self, language: Language) -> Iterator[str]:
        """Yield in words each of several periods of one complaint."""
        for clock, part in zip(self.clocks, self.found.parts, strict=True):
            words = self.rule.says_each_late if "met" in part else self.rule.says_each
            if words is not None:
                facts = dict(part) | {
                    key: day_words(date.fromisoformat(part[key]), language) for key in DAYS if key in part
                }
                facts["days"] = days_words(int(part["count"]), language)
                facts["what"] = clock.deadline.clock.what[language]
                yield self._filled(words, language, facts)


def _period(first: str, last: str, language: Language) -> str:
    return phrase(
        "dossier", "findings.one_day" if first == last else "findings.days", language, since=first, until=last
    )


def _fate(fate: str, facts: Mapping[str, str], language: Language) -> str:
    """Return what the timeline shows of a promise whose day, or whose days, are over."""
    key = f"findings.promise_{fate}" + "_again" * (facts["count"] != "1" and fate in ("nothing", "broken"))
    days = days_words(int(facts["late_by"]), language) if "late_by" in facts else ""
    return phrase("dossier", key, language, late=facts.get("late", ""), days=days)


def _late_one(running: RunningClock, language: Language) -> str:
    """Return whose period it is: the institution's, too, where a body passed a complaint on to it."""
    name, is_own = running.body.name[language], running.body.kind is BodyKind.INSTITUTION
    if is_own or running.deadline.clock.whose is not Whose.INSTITUTION:
        return name
    return phrase("dossier", "findings.passed_on", language, body=name)


def _speaker(facts: Mapping[str, str], name: str, language: Language) -> str:
    """Return who gave one of two answers, and when: an agent by ID and name, else somebody of the other side."""
    agent, called = facts[f"{name}_agent"], facts[f"{name}_name"]
    key = "named_agent" if agent and called else "agent" if agent else "only_named" if called else "somebody"
    who = phrase("dossier", f"findings.{key}", language, id=agent, name=called)
    day = facts[f"{name}_day"]
    return phrase("dossier", "findings.on_day", language, who=who, day=day) if day else who[:1].upper() + who[1:]


def left_out(found: Iterable[RuleFinding], exclusions: Iterable[Exclusion]) -> Mapping[str, Exclusion]:
    """Return by which exclusion each finding is left out, by its id, and every exclusion by what it names.

    Of several periods of one complaint, each has to be left out: one that ran out later was not spoken of.
    """
    named = {each.finding: each for each in exclusions}
    covered = {each.id: by for each in found if each.id not in named and (by := _covering(each, named)) is not None}
    return {**named, **covered}


def _covering(finding: RuleFinding, named: Mapping[str, Exclusion]) -> Exclusion | None:
    """Return the last exclusion of those that leave out each of a finding's periods, None if one is left."""
    if not finding.clocks:
        return None
    first, *_, single = finding.id.split(":")
    same = [
        (each.split(":")[1:-1], by)
        for each, by in named.items()
        if (each.split(":")[0], each.split(":")[-1]) == (first, single)
    ]
    by_day = [
        [by for days, by in same if days and days[0] <= day <= days[-1]]
        for day in finding.days or (finding.found.facts["day"],)
    ]
    return by_day[-1][-1] if all(by_day) else None


def findings(situation: Situation, progress: Progress = SILENT) -> tuple[RuleFinding, ...]:
    """Return all findings, in the order of the rules. Raises Cancelled."""
    return tuple(_all(situation, progress, rules()))


def departed_before(found: Iterable[RuleFinding], happenings: Iterable[Happening], day: date) -> bool:
    """Tell whether something that the other side did before a day departs from a standard."""
    theirs = (each for each in found if each.rule.about is About.THEM and each.rule.source is not None)
    resting = frozenset(event_id for each in theirs for event_id in each.event_ids)
    return any(each.day < day for each in happenings if each.event_id in resting and each.day is not None)


def findings_on_contacts(situation: Situation) -> tuple[RuleFinding, ...]:
    """Return the findings about how the other side makes contact, without working out all others."""
    return tuple(_all(situation, SILENT, [rule for rule in rules() if rule.measure in OF_CONTACTS]))


def _all(situation: Situation, progress: Progress, asked: Iterable[Rule]) -> Iterator[RuleFinding]:
    for rule in asked:
        progress.check()
        where = situation.territory, situation.kind, situation.circumstances
        if rule.applies(*where):
            yield from found_by(rule, situation)
        elif rule.may_apply(*where) and (because := situation.first_told(rule.also_where)):
            for each in found_by(rule, situation):
                event_ids = tuple(dict.fromkeys((*each.event_ids, because)))
                yield replace(each, found=replace(each.found, event_ids=event_ids))


def found_by(rule: Rule, situation: Situation) -> Iterator[RuleFinding]:
    """Yield what a rule that is asked finds, what was before its source came into force as a mere fact."""
    asked = rule.asked_in(situation.territory)
    begins = asked.source.in_force if asked.source else None
    if begins is None:
        yield from _found(asked, situation, situation.days)
        return
    earlier, since = situation.parted(begins)  # nothing departs from what comes later
    yield from _found(asked, since, situation.days, first=begins)
    if asked.says_before is not None:
        found = _found(asked, earlier, situation.days, last=begins - ONE_DAY)
        yield from (replace(each, was_before=True) for each in found)


def _found(
    rule: Rule, situation: Situation, days: Mapping[str, date | None], first: date = date.min, last: date = date.max
) -> Iterator[RuleFinding]:
    """Yield what a rule finds, with the last of the days from ``first`` to ``last`` on which its events were."""
    for found in _measure(rule)(rule, situation):
        clocks = tuple(situation.clocks[each] for each in found.clocks)
        reference = found.reference
        if reference is not None:  # what a cost is compared with is the rule's source
            rule = replace(rule, source=reference.rate.source, confidence=reference.rate.confidence)
        known = [day for each in found.event_ids if (day := days.get(each)) is not None and first <= day <= last]
        yield RuleFinding(rule, found, clocks, max(known, default=None))


def _measure(rule: Rule) -> Measure:
    """Return a rule's way of counting. Raises EnvironmentProblem("law-field-wrong") where the data names none."""
    measure = MEASURES.get(rule.measure)
    if measure is None:
        where = f"{rule.id}.measure"
        raise EnvironmentProblem("law-field-wrong", file="rules.toml", where=where, value=rule.measure)
    return measure
