"""A place that the program has never heard of: its table, a body and a rule in TOML, and not a line of code."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.phrases import Language
from evidence_app.reading.currencies import meant_currency
from evidence_app.reading.entities.flat import Flat
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.phones import find_phones
from evidence_app.rules.findings import findings
from evidence_app.rules.ladder import ladder_of
from evidence_app.rules.letter_roles import place_of
from evidence_app.rules.named_bodies import body_name, named_body
from evidence_app.rules.territories import Territory, territory_of
from evidence_app.rules.working_days import add_working_days, holiday_on
from tests.unit.rules.conftest import forget
from tests.unit.rules.disputes import complaint
from tests.unit.rules.situations import call, situation

HOME = ZoneInfo("Asia/Singapore")

PLACE = """
[SG]
zones = ["Asia/Singapore", "Singapore"]
calendar = { language = "en_SG" }
currency = "SGD"
paper = "letter"
moved_by = "sg-made-up"
own_numbers = '[3689]\\d{3}\\s?\\d{4}'
mandate = { zh-Hans = "授权信", zh-Hant = "授權信", en = "Made-up authority" }
"""

SOURCE = """
[sg-made-up]
title = { zh-Hans = "虚构的规则", zh-Hant = "虛構的規則", en = "A made-up rule" }
checked = 2026-11-27
read = "unconfirmed"
"""

BODY = """
id = "sg-office"
territory = "SG"
step = 1
kind = "regulator"
name = { zh-Hans = "虚构办公室（6225 5577）", zh-Hant = "虛構辦公室（6225 5577）", en = "Made-up office (6225 5577)" }
route = { zh-Hans = "example.sg", zh-Hant = "example.sg", en = "example.sg" }
for = { zh-Hans = "所有人", zh-Hant = "所有人", en = "Everybody" }
gain = { zh-Hans = "有答复。", zh-Hant = "有答覆。", en = "It answers." }
cost = { zh-Hans = "虚构的。", zh-Hant = "虛構的。", en = "It is made up." }
asks = [{ zh-Hans = "姓名", zh-Hant = "姓名", en = "Name" }]
source = "sg-made-up"

[[clock]]
id = "answer"
whose = "body"
from = "filed"
length = 3
unit = "working_days"
what = { zh-Hans = "答复", zh-Hant = "答覆", en = "Answers" }
source = "sg-made-up"
confidence = "low"

[[clock]]
id = "decide"
whose = "body"
from = "filed"
length = 7
unit = "days"
what = { zh-Hans = "决定", zh-Hant = "決定", en = "Decides" }
source = "sg-made-up"
confidence = "low"
"""

RULE = """
[SG1]
measure = "contact_in_hours"
about = "them"
from = "20:00"
to = "09:00"
territory = "SG"
source = "sg-made-up"
confidence = "low"
title = { zh-Hans = "夜间联系", zh-Hant = "夜間聯絡", en = "Contact at night" }
says = { zh-Hans = "{count}次不一致。", zh-Hant = "{count}次不一致。", en = "{count} at night: departs from a rule." }
formula = { zh-Hans = "算法：{from}至{to}。", zh-Hant = "算法：{from}至{to}。", en = "Counted: from {from} to {to}." }
limits = { zh-Hans = "数据范围：{period}。", zh-Hant = "資料範圍：{period}。", en = "Data: {period}." }
"""


@pytest.fixture
def singapore(folder: Path) -> Territory:
    """The made-up place, as whoever knows its law would add it."""
    for name, added in (("territories.toml", PLACE), ("sources.toml", SOURCE), ("rules.toml", RULE)):
        path = folder / name
        path.write_text(path.read_text("utf-8") + added, "utf-8")
    (folder / "bodies" / "sg-office.toml").write_text(BODY, "utf-8")
    found = territory_of(HOME)
    assert found == Territory.of("SG")
    return found


def test_it_has_a_ladder_whose_clocks_count_by_its_own_days(singapore: Territory) -> None:
    filed = complaint("sg-office", date(2026, 8, 6))
    ladder = ladder_of(singapore, DisputeType.OTHER, [filed], date(2026, 8, 7))
    assert [step.body.id for step in ladder.steps] == ["sg-office"]
    ends = {each.deadline.clock.id: each.deadline.day for each in ladder.clocks}
    # National Day is on Sunday 9 August and taken on Monday 10: the week ends on a Thursday
    assert ends == {"answer": date(2026, 8, 12), "decide": date(2026, 8, 13)}


def test_what_ends_on_its_day_off_ends_on_the_next_working_day(singapore: Territory) -> None:
    filed = complaint("sg-office", date(2026, 8, 3))
    ladder = ladder_of(singapore, DisputeType.OTHER, [filed], date(2026, 8, 4))
    decide = next(each.deadline for each in ladder.clocks if each.deadline.clock.id == "decide")
    assert (decide.counted_to, decide.day) == (date(2026, 8, 10), date(2026, 8, 11))


def test_its_working_days_are_known_and_named(singapore: Territory) -> None:
    counted = add_working_days(date(2026, 8, 7), 1, singapore)
    assert (counted.day, counted.calendar_known) == (date(2026, 8, 11), True)
    holiday = holiday_on(date(2026, 8, 10), singapore)
    assert holiday is not None
    assert "National Day" in holiday.named(Language.EN)


def test_a_bare_amount_is_in_its_currency(singapore: Territory) -> None:
    assert singapore.currency_in(HOME) == meant_currency(["$ 3,000.00"], HOME) == "SGD"


def test_its_own_telephone_numbers_are_seen(singapore: Territory) -> None:
    said = Flat("6225 5577", "6225 5577")
    assert [each.value for each in find_phones(said, Known(territory=singapore))] == ["62255577"]
    assert find_phones(said, Known(territory=None)) == []


def test_its_rule_finds_what_departs_from_it(singapore: Territory) -> None:
    night = situation(call("2026-08-11T20:30:00"), territory=singapore)
    [found] = [each for each in findings(night) if each.rule.id == "SG1"]
    assert found.says(Language.EN) == "1 at night: departs from a rule."
    assert not [each for each in findings(situation(call("2026-08-11T20:30:00"))) if each.rule.id == "SG1"]


def test_its_body_is_known_by_name_and_letters_to_it_are_on_its_paper(singapore: Territory) -> None:
    known = named_body("Made-up office", singapore)
    assert known is not None
    assert known.id == "sg-office"
    place = place_of("sg-office", None)
    assert place is not None
    assert place.paper == "letter"
    assert place.mandate is not None
    assert place.mandate[Language.EN] == "Made-up authority"


def test_a_name_that_bodies_of_several_places_have_means_that_of_the_disputes_own(
    singapore: Territory, folder: Path
) -> None:
    shared = "公安机关（110；96110反诈咨询）"
    (folder / "bodies" / "sg-office.toml").write_text(BODY.replace("虚构办公室（6225 5577）", shared), "utf-8")
    forget()
    told = [body_name(shared, Language.EN, territory) for territory in (Territory.of("CN"), singapore, None)]
    assert [each.partition(" (")[0] for each in told] == ["Police", "Made-up office", "Police"]


def test_without_its_table_a_zone_is_of_no_place(folder: Path) -> None:
    assert (folder / "territories.toml").exists()
    assert territory_of(HOME) is None
    with pytest.raises(ValueError, match="SG"):
        Territory.of("SG")
