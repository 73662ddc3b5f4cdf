"""The data about law and bodies: nothing without source and date, nothing that only one language has."""

import re
import tomllib
from datetime import date
from decimal import Decimal

import pytest

from evidence_app.phrases import Language
from evidence_app.resources import resource
from evidence_app.rules.cost_of_credit import cost_of_credit
from evidence_app.rules.law import bodies, prime_rate, reference_rates, rules, sources
from evidence_app.rules.measures import MEASURES

FIGURE = re.compile(r"\d+(?::\d\d)?\s*(?:%|个月|個月|工作日|日|天|次|年|months|days|weeks)")


def test_every_source_says_when_it_was_checked_and_how() -> None:
    for each in sources().values():
        assert each.checked >= date(2026, 1, 1), each.id


def test_every_clock_rate_and_rule_with_a_figure_has_a_source() -> None:
    for body in bodies():
        assert all(clock.source.checked for clock in body.clocks)
    assert all(rate.source.checked for rate in reference_rates())
    for rule in rules():
        figures = FIGURE.findall(re.sub(r"\{\w+\}", "", "".join(rule.says[each] for each in Language)))
        assert rule.source or not figures, (rule.id, figures)
        assert rule.source or not {"most", "from", "to", "days", "since"} & rule.numbers.keys(), rule.id


def test_every_source_that_is_named_is_used() -> None:
    used = {clock.source.id for body in bodies() for clock in body.clocks}
    used |= {body.source.id for body in bodies()} | {rate.source.id for rate in reference_rates()}
    used |= {each.id for rule in rules() for each in (rule.source, *rule.also) if each} | {"lpr"}
    assert set(sources()) - used <= {"psd-refund"}


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
        (date(2026, 9, 19), "3.00"),
        (date(2026, 9, 20), None),
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
