"""Numbers of complaints and tickets that messages name are offered, and no others."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.workspace import Complaint, Institution
from evidence_app.rules.complaint_numbers import ComplaintNumber, complaint_numbers, events_with, for_body
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import message

DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.POOR_SERVICE,
    institution="速融宝",
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)
STATED = Stated(institution=Institution(id="i", dispute_id="d", numbers=("95500",)))


def named(*happenings: Happening, stated: Stated = STATED) -> tuple[ComplaintNumber, ...]:
    return complaint_numbers(work_out(DISPUTE, happenings, stated, date(2025, 6, 1)))


def said(text: str, number: str = "95500", origin: Origin = Origin.EXPORT) -> Happening:
    return message("2025-03-02T09:00:00", text=text, number=number)._replace(origin=origin, party=number)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("您的投诉编号：TS20250302-0088，请留存", "TS20250302-0088"),
        ("您好，工单号是GD88231，3个工作日内回复", "GD88231"),
        ("已为您登记，受理编号 HT-TS-20261110-0088", "HT-TS-20261110-0088"),
        ("您的投訴編號為ＴＳ８８２３１", "TS88231"),
        ("工单88231已升级", "88231"),
        ("案件編號：A-88120", "A-88120"),
        ("您反映速融宝的投诉已收到，编号JR202611090318，我局将告知受理情况", "JR202611090318"),
        ("您的投訴已登記，編號：TS88231", "TS88231"),
        ("您编号JR202611090318的投诉已转该机构处理", "JR202611090318"),
        ("Your ticket number is 88120.", "88120"),
        ("Complaint reference: FC/2025/0881", "FC/2025/0881"),
    ],
)
def test_a_number_that_is_called_a_complaints_or_a_tickets_is_offered_with_its_event(text: str, value: str) -> None:
    event = said(text)
    [number] = named(event)
    assert (number.value, number.event_id, number.day) == (value, event.event_id, date(2025, 3, 2))
    assert (number.shown, number.is_theirs) == ("95500", True)
    assert value.lower()[-3:] in number.quote.lower() or "８８２３１" in number.quote


@pytest.mark.parametrize(
    "text",
    [
        "您的订单编号：20250302889900",
        "您的投诉已收到，订单编号20250302889900",
        "投诉请回复编号JR20250302",
        "您的还款已收到，编号JR20250302",
        "您编号JR20250302的借款合同已生效",
        "贷款受理编号：DK20250302001",
        "快递投诉编号：KD20250302001",
        "请提供您的工单号88231",
        "投诉编号见附件",
        "如需投诉请拨打95500",
        "您的投诉请致电13800138000",
        "投诉受理号：2025-03-02",
        "您的投诉热线：400-800-1234",
        "工单号 12",
        "Your order number is 8812045",
    ],
)
def test_other_numbers_and_what_is_asked_for_are_not(text: str) -> None:
    assert named(said(text)) == ()


def test_only_the_other_side_a_body_and_the_person_are_listened_to() -> None:
    text = "投诉编号：TS20250302-0088"
    assert named(said(text, number="13900139000")) == ()
    assert named(said(text, number="95588")) == ()
    assert [each.body for each in named(said(text, number="12378"))] == ["cn-nfra"]
    noted = message("2025-03-02", text=text, direction=Direction.NONE, number="")
    assert [each.value for each in named(noted)] == ["TS20250302-0088"]


def test_each_number_is_offered_once_and_none_that_a_complaint_has() -> None:
    first, again = said("工单号GD88231"), said("工单号：gd88231 已处理")._replace(event_id="again")
    assert [each.event_id for each in named(first, again)] == [first.event_id]
    filed = Complaint(id="c", dispute_id="d", body="cn-institution", reference="GD88231")
    assert named(first, again, stated=replace(STATED, complaints=[filed])) == ()


def test_a_number_goes_with_its_message() -> None:
    one, other = said("工单号GD88231"), said("投诉编号TS99120")
    assert {each.value for each in named(one, other)} == {"GD88231", "TS99120"}
    assert {each.value for each in named(other)} == {"TS99120"}


def test_whoever_is_complained_to_gave_the_number_that_comes_first() -> None:
    numbers = named(said("工单号GD88231"), said("投诉编号TS99120", number="12378"))
    assert [each.value for each in for_body(numbers, "cn-nfra")] == ["TS99120", "GD88231"]
    assert [each.value for each in for_body(numbers, "cn-institution")] == ["GD88231", "TS99120"]


def test_an_event_shows_a_number_as_its_own_or_as_a_whole_number_in_its_words() -> None:
    events = [
        said("您的投诉TS20250302-0088已受理")._replace(event_id="said"),
        said("您的投诉TS20250302已受理")._replace(event_id="another"),
        said("已转办")._replace(event_id="own", reference="ts20250302-0088"),
    ]
    assert events_with(" TS20250302-0088", events) == ("said", "own")
    assert events_with("ＴＳ20250302", events) == ("another",)
    assert events_with("088", events) == events_with("", events) == ()
