"""A file of the law's data that somebody broke is told by its name and the field, whatever is wrong in it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evidence_app.__main__ import main
from evidence_app.errors import EnvironmentProblem
from evidence_app.phrases import Language, error_words
from evidence_app.rules import checklists, data_requests, evidence_words, law, rates, territories
from evidence_app.rules.deadlines import deadline
from evidence_app.rules.findings import findings
from tests.unit.rules.conftest import READERS
from tests.unit.rules.situations import call, situation


def broken(reader: Callable[[], object]) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        reader()
    for language in Language:
        assert all(error_words(caught.value, language))
    return caught.value


BODY, RATES, RULES = "bodies/tw-foi.toml", "reference_rates.toml", "rules.toml"
PLACES = "territories.toml"


@pytest.mark.parametrize(
    ("file", "before", "after", "code", "where"),
    [
        (BODY, 'source = "tw-fcpa"', "", "law-field-missing", "source"),
        (BODY, 'source = "tw-fcpa"', 'source = "tw-fpca"', "law-field-wrong", "source"),
        (BODY, 'kind = "mediation"', 'kind = "medation"', "law-field-wrong", "kind"),
        (BODY, "step = 2", 'step = "2"', "law-field-wrong", "step"),
        (BODY, "wants_identity = true", "wants_idenity = true", "law-field-unknown", "wants_idenity"),
        (BODY, 'from = "reply"', 'from = "filed_or_reply"', "law-field-wrong", "clock[1].from"),
        (BODY, "length = 60", "length = 0", "law-field-wrong", "clock[1].length"),
        (BODY, "length = 60", "length = true", "law-field-wrong", "clock[1].length"),
        (BODY, 'extends = "decide"', 'extends = "decides"', "law-field-wrong", "clock[3].extends"),
        (BODY, 'gain = { zh-Hans = "中立的评议机构。", ', "gain = { ", "law-field-missing", "gain.zh-Hans"),
        (BODY, 'id = "tw-foi"', 'id = "tw-foi', "law-file-broken", ""),
        ("sources.toml", "checked = 2026-11-22", 'checked = "yesterday"', "law-field-wrong", "cbirc-2020-3.checked"),
        ("sources.toml", 'read = "secondary"', 'read = "heard"', "law-field-wrong", "cbirc-2020-3.read"),
        (RULES, 'about = "them"', 'about = "they"', "law-field-wrong", "C1.about"),
        (RULES, "formula = ", "formulae = ", "law-field-missing", "C1.formula"),
        (RULES, "says_before = ", "says_befor = ", "law-field-wrong", "C4.says_befor"),
        (RATES, "per_cent = 24", 'per_cent = "a quarter"', "law-field-wrong", "cn-licensed.per_cent"),
        (RATES, 'lenders = ["licensed", ', 'lenders = ["bank", ', "law-field-wrong", "cn-licensed.lenders"),
        (RATES, "target = 2027-12-31", "target = 2027", "law-field-wrong", "cn-micro-target.target"),
        (RATES, "times_prime = 4", "", "law-field-missing", "cn-unlicensed.times_prime"),
        (BODY, 'territory = "TW"', 'territory = "TV"', "law-field-wrong", "territory"),
        (RULES, 'territory = "CN"', 'territory = "China"', "law-field-wrong", "C1.territory"),
        (RATES, 'territory = "CN"', 'territory = ""', "law-field-wrong", "cn-unlicensed.territory"),
        ("data_requests.toml", "[law.CN]", "[law.CH]", "law-field-wrong", "law.CH"),
        (PLACES, 'paper = "letter"', 'paper = "legal"', "law-field-wrong", "US.paper"),
        (PLACES, 'currency = "TWD"', 'currency = "NT$"', "law-field-wrong", "TW.currency"),
        (PLACES, '"Poland" = "PLN"', '"Polonia" = "PLN"', "law-field-wrong", "EU.currencies.Polonia"),
        (PLACES, "own_numbers = '[2-9]", "own_numbers = '([2-9]", "law-field-wrong", "HK.own_numbers"),
        (PLACES, '"ROC"', '"Asia/Shanghai"', "law-field-wrong", "TW.zones"),
        (PLACES, 'home = "Asia/Macau"', 'home = "Asia/Taipei"', "law-field-wrong", "elsewhere.MO.home"),
        (PLACES, '"Eire" = "IE"', '"Eire" = "Ireland"', "law-field-wrong", "EU.regions.Eire"),
        (PLACES, '"Eire" = "IE"', '"Eire" = "XX"', "law-field-wrong", "EU.regions.Eire"),
        (PLACES, 'currency = "GBP"', 'currency = "CNY"', "law-field-wrong", "GB.home"),
        (PLACES, 'currency = "SGD"', 'currency = "MOP"', "law-field-wrong", "elsewhere.SG.home"),
        (PLACES, 'currency = "MOP"', 'currency = "HKD"', "law-field-wrong", "elsewhere.MO.home"),
        (PLACES, '"Asia/Kuching"', '"Singapore"', "law-field-wrong", "elsewhere.MY.zones"),
        (PLACES, "announced = true }", "anounced = true }", "law-field-unknown", "CN.calendar.anounced"),
        (PLACES, 'zones = ["Asia/Taipei", "ROC"]', "", "law-field-missing", "TW.zones"),
        ("lpr.csv", "2019-09-20,4.20", "2019-09-20,four", "law-field-wrong", "3"),
        ("lpr.csv", "2019-09-20", "2018-09-20", "law-field-wrong", "3"),
        ("checklists/other.toml", "decisive = ", "decisiv = ", "law-field-missing", "item[1].decisive"),
        ("evidence_words.toml", "says = [", "says = [ '(', ", "law-field-wrong", ""),
    ],
)
def test_what_is_wrong_in_a_file_is_told_by_its_name_and_the_field(
    folder: Path, file: str, before: str, after: str, code: str, where: str
) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")
    reads = {"bodies": law.bodies, "sources": law.sources, "rules": law.rules, "reference_rates": rates.reference_rates}
    reads |= {"lpr": rates._prime_rates, "checklists": checklists.checklists}  # noqa: SLF001
    reads |= {"territories": territories.territories, "data_requests": data_requests._data_requests}  # noqa: SLF001
    problem = broken(reads.get(file.split("/")[0].split(".")[0], evidence_words.recognisers))
    assert (problem.code, problem.facts["file"]) == (code, file)
    assert problem.facts.get("where", "").startswith(where)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        ('moved_by = "civil-code"', 'moved_by = "civil-law"', "CN.moved_by"),
        ("calendar = {", 'calendar = { country = "Cathay",', "CN.calendar"),
        ("announced = true }", 'categories = ["banks"] }', "CN.calendar"),
    ],
)
def test_what_shows_only_where_days_are_counted_is_told_there(
    folder: Path, before: str, after: str, where: str
) -> None:
    path = folder / PLACES
    path.write_text(path.read_text("utf-8").replace(before, after, 1), "utf-8")
    clock = next(each for body in law.bodies() for each in body.clocks if each.unit is law.Unit.DAYS)
    problem = broken(lambda: deadline(clock, date(2026, 5, 1), territories.Territory.of("CN")))
    assert (problem.code, problem.facts["file"], problem.facts["where"]) == ("law-field-wrong", PLACES, where)


def test_a_way_of_counting_that_there_is_not_is_named(folder: Path) -> None:
    path = folder / RULES
    path.write_text(path.read_text("utf-8").replace('measure = "contact_in_hours"', 'measure = "hours"', 1), "utf-8")
    problem = broken(lambda: findings(situation(call("2025-03-01T23:00:00"))))
    assert (problem.code, problem.facts["where"]) == ("law-field-wrong", "C1.measure")


@pytest.mark.parametrize("slip", ["{cuont}次由对方", "{count次由对方", "{}次由对方"])
def test_words_with_a_name_that_nobody_fills_are_told_by_their_rule(folder: Path, slip: str) -> None:
    path = folder / RULES
    path.write_text(path.read_text("utf-8").replace("{count}次由对方", slip, 1), "utf-8")
    [night] = [each for each in findings(situation(call("2025-03-01T23:00:00"))) if each.rule.id == "C1"]
    problem = broken(lambda: night.says(Language.ZH_HANS))
    assert (problem.code, problem.facts["where"]) == ("law-field-wrong", "C1")


def test_the_command_line_says_which_file_is_broken(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = ["--vault", str(tmp_path / "vault"), "--lang", "en"]
    assert main([*vault, "new", "t", "--type", "other", "--institution", "i"]) == 0
    dispute = capsys.readouterr().out.split()[-1]
    path = folder / BODY
    path.write_text(path.read_text("utf-8").replace('source = "tw-fcpa"', "", 1), "utf-8")
    assert main([*vault, "findings", dispute]) == 2
    said = capsys.readouterr().err
    assert "bodies/tw-foi.toml" in said
    assert "source is missing" in said


def test_a_file_that_is_gone_is_named(folder: Path) -> None:
    (folder / "sources.toml").unlink()
    problem = broken(law.sources)
    assert (problem.code, problem.facts["file"]) == ("law-file-broken", "sources.toml")


def test_the_data_as_it_comes_is_read_without_a_fault(folder: Path) -> None:
    for reader in READERS:
        assert reader()
