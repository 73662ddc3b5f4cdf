"""Who is the other side is stated or named so, and people of whom others' names stand in the phone never are."""

import pytest

from evidence_app.domain.events import Outcome
from evidence_app.domain.workspace import Institution
from evidence_app.rules.parties import OtherSide, split_numbers
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import instalment, message
from tests.unit.rules.test_workspace import DISPUTE, TODAY


def side(*numbers: str) -> OtherSide:
    return OtherSide.of(("速融宝",), numbers, "CN")


def test_agents_promises_and_notices_that_the_mother_tells_of_are_not_the_institutions() -> None:
    told = message("2025-03-01T18:00:00", text="有人说你逾期，工号80231，明天答复", number="+8613800138000")
    told = told._replace(party="妈妈", agent_id="80231", promise="明天答复", promise_due=TODAY.replace(day=1, month=3))
    own = message("2025-03-02T09:00:00", text="您好", number="1069 0001")._replace(agent_id="80477")
    of_all = [told, own, instalment("2025-05-01", "100", Outcome.PAID)]
    threats = frozenset({told.event_id})  # accepted as one
    numbers = Institution(id="i", dispute_id="d", numbers=("10690001",))
    for stated in (Stated(threats=threats), Stated(institution=numbers, threats=threats)):
        found = work_out(DISPUTE, of_all, stated, TODAY)
        assert [each.agent_ids for each in found.agents] == [("80477",)]
        assert not found.promises
        assert not {each.rule.id for each in found.findings} & {"C6", "P1", "S2"}


def test_a_bank_is_not_asked_for_its_agents_once_somebody_said_whose_numbers_are_theirs() -> None:
    bank = message("2025-03-01T18:00:00", number="95588")._replace(party="工商银行", agent_id="9")
    assert side().may_speak(bank)
    assert not side("10690001").may_speak(bank)


@pytest.mark.parametrize(
    ("stated", "shown"),
    [
        ("1069 8877 00022", "1069887700022"),
        ("021-5000 1234", "02150001234"),
        ("13800138000", "+86 138-0013-8000"),
        ("1069*", "1069 8877 00022"),
        ("021*", "+862150001234"),
        ("速易*", "速易分期客服"),
    ],
)
def test_a_number_is_the_same_however_it_is_written(stated: str, shown: str) -> None:
    assert side(stated).has("", shown)
    assert not side(stated).has("", "95588")


@pytest.mark.parametrize("stated", ["*", "1*", "10690001,95588*extra"])
def test_what_begins_with_next_to_nothing_is_everybody_and_therefore_nobody(stated: str) -> None:
    assert not side(stated).has("", "1069887700022")


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        (
            "106912340001、1069887700022 95588，021-5000 1234",
            ("106912340001", "1069887700022", "95588", "021-5000 1234"),
        ),
        ("1069 8877 00022;95588\n４００8001234", ("1069 8877 00022", "95588", "4008001234")),
        ("1069* 95588,, ", ("1069*", "95588")),
        ("速易分期 客服，小李", ("速易分期 客服", "小李")),
        ("+86 138 0013 8000", ("+86 138 0013 8000",)),
        (" ", ()),
    ],
)
def test_numbers_on_one_line_are_parted_and_spaces_within_one_stay(typed: str, numbers: tuple[str, ...]) -> None:
    assert split_numbers([typed]) == numbers
