"""The data about law and bodies: nothing without source and date, nothing that only one language has."""

import re
import tomllib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.domain.workspace import AccountFact, Lender
from evidence_app.phrases import Language, phrase, section
from evidence_app.resources import resource
from evidence_app.rules.checklists import checklists
from evidence_app.rules.cost_of_credit import cost_of_credit
from evidence_app.rules.data_requests import law_of_data
from evidence_app.rules.law import About, Rule, bodies, moving_source, rules, sources
from evidence_app.rules.letter_scope import OF_DATA
from evidence_app.rules.measures import MEASURES
from evidence_app.rules.rates import prime_rate, reference_rates
from tests.figures import figures, words_in


def test_every_source_says_when_it_was_checked_and_how() -> None:
    for each in sources().values():
        assert each.checked >= date(2026, 1, 1), each.id


@pytest.mark.parametrize(
    "text",
    [
        "a fine of CNY 5,000 within 48 hours, seven days",
        "罚款5,000元，48小时内，七天，三个月",
        "罰款新台幣5,000元，四十八小時內，七日，三個月",
        "above 48 per cent, three times the rate, at 22:00",
        "年利率超过百分之二十四，或24%，或4倍，十点以后",
    ],
)
def test_a_figure_is_known_in_digits_and_in_words(text: str) -> None:
    assert len(figures(text)) >= 3


@pytest.mark.parametrize(
    "text", ["In force since 2020-08-20, 2020年8月20日.", "{count} days, 一次, one is enough, 第3条"]
)
def test_a_day_of_the_calendar_and_a_placeholder_are_no_figures(text: str) -> None:
    assert figures(text) == []


def unsourced(rule: Rule) -> list[str]:
    """Return the figures of a rule for which it names no source."""
    if rule.source is not None:
        return []
    told = [found for words in words_in(rule) for language in Language for found in figures(words[language])]
    return told + [name for name, value in rule.numbers.items() if isinstance(value, (int, date)) or ":" in value]


def test_every_rule_with_a_figure_has_a_source() -> None:
    assert {rule.id: bare for rule in rules() if (bare := unsourced(rule))} == {}


def test_a_rule_without_a_source_is_caught_with_its_figures() -> None:
    fact = next(rule for rule in rules() if rule.id == "F1")
    fine = replace(fact.says, en="a fine of CNY 5,000 within 48 hours, seven days")
    assert len(unsourced(replace(fact, says=fine))) == 3
    assert unsourced(replace(fact, numbers={**fact.numbers, "least": 3})) == ["least"]


def test_what_has_no_source_of_its_own_holds_no_figure() -> None:
    """Checklists, letters and the questions for a call: figures stand beside them, with their sources."""
    said = [words for each in checklists().values() for words in words_in(each)]
    bare = {words.en: found for words in said for each in Language if (found := figures(words[each]))}
    assert bare == {}
    for each in Language:
        assert {key: found for key, text in section("letters", each).items() if (found := figures(text))} == {}


def test_a_source_that_is_cited_beside_another_is_relied_on_no_more_than_where_it_stands_alone() -> None:
    alone = {rule.source: rule.confidence for rule in rules() if rule.source is not None}
    beside = [(rule, source) for rule in rules() for source in rule.also if source in alone]
    assert beside
    assert [rule.id for rule, source in beside if rule.also_confidence != alone[source]] == []


def test_every_source_that_is_named_is_used() -> None:
    assert all(clock.source.checked for body in bodies() for clock in body.clocks)
    used = {clock.source.id for body in bodies() for clock in body.clocks}
    used |= {body.source.id for body in bodies()} | {rate.source.id for rate in reference_rates()}
    used |= {each.id for rule in rules() for each in (rule.source, *rule.also) if each} | {"lpr"}
    places = {body.territory for body in bodies()}
    used |= {each.id for place in places for kind in OF_DATA for each in law_of_data(place, kind)}
    used |= {by.id for place in places if (by := moving_source(place)) is not None}
    assert set(sources()) - used == set()


def test_what_waits_for_another_body_names_one_of_its_place_and_its_clock() -> None:
    by_id = {each.id: each for each in bodies()}
    for each in bodies():
        waits = [(each.waits_for, each.waits_until), *((clock.of, clock.or_after) for clock in each.clocks)]
        for below, clock_id in waits:
            known = by_id.get(below)
            assert bool(below) == (known is not None), (each.id, below)
            assert known is None or known.territory == each.territory
            assert not clock_id or (known is not None and known.clock(clock_id))


def test_what_makes_a_period_longer_can_be_stated() -> None:
    asked = {each for body in bodies() for clock in body.clocks for each in clock.when | clock.unless}
    assert asked - set(Lender) == {each.value for each in AccountFact}


def test_every_rule_has_a_measure_and_every_measure_a_rule() -> None:
    assert {rule.measure for rule in rules()} == set(MEASURES)


@pytest.mark.parametrize("language", Language)
def test_all_words_are_there_in_every_language(language: Language) -> None:
    for body in bodies():
        words = [body.name, body.route, body.meant_for, body.gain, body.cost, *body.asks]
        assert all(each[language] for each in [*words, *(clock.what for clock in body.clocks)])
    for rule in rules():
        assert rule.title[language]
        assert rule.says[language]
        assert rule.limits[language]


def test_what_a_finding_says_never_tells_the_person_what_to_do() -> None:
    """Letters and dossiers quote it: advice has a place of its own."""
    said = " ".join(rule.says[each] for rule in rules() for each in Language)
    assert not re.search("请|請|建议你|你应|please|Report |you should", said)


@pytest.mark.parametrize(
    ("language", "by_hand", "accepted"),
    [(Language.ZH_HANS, "由人工", "采纳"), (Language.ZH_HANT, "由人工", "採納"), (Language.EN, "by hand", "accept")],
)
@pytest.mark.parametrize("tag", ["threat", "disclosed", "third_party"])
def test_what_may_be_marked_by_accepting_a_suggestion_is_not_said_to_be_marked_by_hand_only(
    tag: str, language: Language, by_hand: str, accepted: str
) -> None:
    tagged = [rule for rule in rules() if rule.numbers.get("tag") == tag]
    said = [words[language] for rule in tagged for words in (rule.formula, rule.limits)]
    assert any(by_hand in each for each in said)
    assert [each for each in said if by_hand in each and accepted not in each] == []


MERE_COUNTS = {"S1", "S3", "F1", "F2", "F3", *(rule.id for rule in rules() if rule.about is About.EVIDENCE)}
"""A count, facts that are compared with nothing, and reminders about one's own evidence."""


@pytest.mark.parametrize(
    ("language", "departs"), [(Language.EN, "depart"), (Language.ZH_HANS, "不一致"), (Language.ZH_HANT, "不一致")]
)
def test_what_is_compared_departs_from_something(language: Language, departs: str) -> None:
    compared = [rule for rule in rules() if rule.id not in MERE_COUNTS]
    said = [
        (rule.id, words[language])
        for rule in compared
        for words in (rule.says, rule.says_again, rule.says_late, rule.says_several)
        if words
    ]
    fates = [
        phrase("dossier", f"findings.promise_{fate}", language, late="", days="")
        for fate in ("nothing", "nothing_again", "late", "perhaps_late", "broken", "broken_again")
    ]
    told = [(rule, words.replace("{fate}", fate)) for rule, words in said for fate in fates]
    assert [rule for rule, words in told if departs not in words] == []


@pytest.mark.parametrize("language", Language)
def test_every_rule_says_how_it_is_counted_and_by_which_numbers(language: Language) -> None:
    for rule in rules():
        assert rule.formula[language]
        named = {name for name in ("most", "days", "from", "to", "since") if name in rule.numbers}
        assert named <= set(re.findall(r"\{(\w+)\}", rule.formula[language])), rule.id


def test_findings_never_say_illegal() -> None:
    said = " ".join(rule.says[each] + rule.title[each] for rule in rules() for each in Language)
    assert not re.search("违法|違法|非法|illegal", said)


def test_no_code_names_a_law() -> None:
    """Articles and orders are data: whoever adds one needs no code."""
    for path in resource().parent.joinpath("evidence_app", "rules").glob("*.py"):
        code = re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not re.search(r"第\d+条|条例|办法|GB/T|CFR", code), path.name


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2019, 8, 19), None),
        (date(2019, 8, 20), "4.25"),
        (date(2020, 1, 5), "4.15"),
        (date(2026, 7, 1), "3.00"),
        (date(2026, 8, 31), "3.00"),
        (date(2026, 9, 1), None),
        (date(2027, 1, 1), None),
    ],
)
def test_the_prime_rate_is_known_for_the_tables_days_only(day: date, rate: str | None) -> None:
    found = prime_rate(day)
    assert (str(found.per_cent) if found else None) == rate


def test_the_prime_rates_are_in_order() -> None:
    rows = resource("law", "lpr.csv").read_text("utf-8").splitlines()[1:]
    assert rows == sorted(rows)
    assert len(rows) == 85


@pytest.mark.parametrize(
    ("received", "nominal", "effective"), [("10000", "24.00", "26.82"), ("9500", "34.14", "40.03")]
)
def test_the_cost_of_a_loan_is_that_of_the_worked_examples(received: str, nominal: str, effective: str) -> None:
    cost = cost_of_credit(Decimal(received), [(month, Decimal("945.596")) for month in range(1, 13)])
    assert cost is not None
    assert (str(cost.nominal), str(cost.effective)) == (nominal, effective)


def test_a_loan_that_is_not_paid_back_in_full_has_no_rate() -> None:
    assert cost_of_credit(Decimal(1000), [(1, Decimal(500))]) is None
    assert cost_of_credit(Decimal(0), [(1, Decimal(500))]) is None
    assert cost_of_credit(Decimal(1000), []) is None


def test_the_data_is_written_in_toml_that_names_its_day() -> None:
    facts = tomllib.loads(resource("law", "sources.toml").read_text("utf-8"))
    assert all(isinstance(each["checked"], date) for each in facts.values())
