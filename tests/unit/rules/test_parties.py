"""Who is the other side is stated or named so, and people of whom others' names stand in the phone never are."""

import pytest

from evidence_app.domain.events import Direction, Outcome
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import AgentCard, Institution
from evidence_app.rules.parties import OtherSide, split_numbers
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.disputes import DISPUTE, TODAY
from tests.unit.rules.situations import instalment, message, payment


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


@pytest.mark.parametrize(("party", "threatens"), [("小王(同事)", False), ("媽媽", False), ("催收小王", True)])
def test_what_a_colleague_tells_of_a_threat_is_none_of_the_institutions(party: str, threatens: bool) -> None:
    told = message("2025-03-01T18:00:00", text="说要上门找你领导")._replace(party=party)
    found = work_out(DISPUTE, [told], Stated(threats=frozenset({told.event_id})), TODAY)
    assert ("C6" in {each.rule.id for each in found.findings}) is threatens


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


# -- a bill and chats: whom the page of the institution's people lists -------------------------------------------------


def bill_row(title: str, **facts: object) -> Happening:
    """Return a payment as a reader or an import makes it, with what somebody accepted of its title."""
    return payment("2025-03-01", "30", Direction.OUT)._replace(
        text=title, party="小李理发店", origin=Origin.PICTURE, **facts
    )


def in_chat(party: str, text: str, **facts: object) -> Happening:
    return message("2025-03-02T09:00:00", text=text, number="")._replace(party=party, origin=Origin.EXPORT, **facts)


ROWS = (
    bill_row("客服工号80231承诺同事说三天内退款", agent_id="80231"),
    bill_row("工号3017小李为您服务", agent_id="3017", agent_name="小李"),
    bill_row("王师傅上门维修", agent_name="王师傅"),
    instalment("2025-05-01", "100", Outcome.PAID)._replace(text="第1期 客服5520", agent_id="5520"),
)
GROUP = (
    in_chat("速融宝维权群", "我也是", agent_name="李姐"),
    in_chat("速融宝维权群", "客服工号80567承诺同事说三天内退款", agent_id="80567", agent_name="张三"),
)
OFFICE = (
    in_chat("速融宝客服", "工号3017为您服务", agent_id="3017", agent_name="客服小李"),
    in_chat("速融宝", "请稍候", agent_name="阿敏"),
    in_chat("在线客服中心", "请稍候", agent_name="小张"),
    in_chat("还款沟通", "今天必须还", agent_name="催收王经理"),
)


def test_no_row_of_a_bill_and_nobody_of_a_group_of_complainants_is_one_of_their_people() -> None:
    found = work_out(DISPUTE, [*ROWS, *GROUP, *OFFICE], Stated(), TODAY)
    assert [(each.agent_ids, each.names) for each in found.agents] == [
        (("80567",), ()),  # of whom 张三 only tells
        (("3017",), ("客服小李",)),
        ((), ("阿敏",)),
        ((), ("小张",)),
        ((), ("催收王经理",)),
    ]
    [told, *_] = found.agents
    assert told.mentioned == {GROUP[1].event_id}
    assert not found.mix_ups
    assert not work_out(DISPUTE, ROWS, Stated(), TODAY).agents


def test_whom_a_person_joined_or_typed_is_an_agent_wherever_they_stand() -> None:
    joined = AgentCard(id="a", dispute_id="d", agent_ids=("3017",), names=("李姐",))
    [agent] = work_out(DISPUTE, [*ROWS, *GROUP[:1]], Stated(agents=[joined]), TODAY).agents
    assert [each.event_id for each in agent.contacts] == [GROUP[0].event_id]
    typed = GROUP[0]._replace(origin=Origin.PERSON)
    assert [each.names for each in work_out(DISPUTE, [typed], Stated(), TODAY).agents] == [("李姐",)]
