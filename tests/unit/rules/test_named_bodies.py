"""At which body a complaint counts that somebody recorded by a number or a name."""

from dataclasses import replace
from datetime import date

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.rules.ladder import ladder_of
from evidence_app.rules.named_bodies import body_meant, is_called_as_one, placed
from evidence_app.rules.own_office import OwnOffice
from evidence_app.rules.territories import Territory
from tests.unit.rules.disputes import DISPUTE, TODAY, complaint
from tests.unit.rules.situations import CN

TW = Territory.of("TW")


def place(said: str, territory: Territory | None = CN) -> str:
    [found] = placed([complaint(said, date(2025, 5, 1))], territory)
    return found.body


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("12378", "cn-nfra"),
        ("\uff11\uff12\uff13\uff17\uff18", "cn-nfra"),  # in full width
        ("电话12378", "cn-nfra"),
        ("投诉热线: 12378", "cn-nfra"),
        ("12378 hotline", "cn-nfra"),
        ("国家金融监督管理总局", "cn-nfra"),
        ("國家金融監督管理總局（12378）", "cn-nfra"),
        ("12363", "cn-pboc"),
        ("12345", "cn-association"),
        ("110", "cn-police"),
        ("12315", "cn-12315"),
        ("12321", "cn-12321"),
        ("010-12321", "cn-12321"),
        ("cn-court", "cn-court"),
    ],
)
def test_a_body_is_known_by_its_hotline_and_by_its_whole_name(said: str, body: str) -> None:
    assert place(said) == body


@pytest.mark.parametrize(
    "said",
    [
        "1237",
        "123780",
        "95188",  # a firm's own
        "12378转速融宝客服",
        "国家金融监督管理总局北京监管局",
        "投诉",
        "客户投诉部门",
        "",
    ],
)
def test_what_only_holds_a_number_or_a_name_stays_as_it_was_typed(said: str) -> None:
    assert place(said) == said


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("institution", "cn-institution"),
        ("机构", "cn-institution"),
        ("機構", "cn-institution"),
        ("闪银小额贷款有限公司", "cn-institution"),
        (" 闪银花 ", "cn-institution"),
        ("闪银花客服", "cn-institution"),
        ("机构自己的投诉部门", "cn-institution"),
        ("CN-NFRA", "cn-nfra"),
        ("12378", "cn-nfra"),
        ("闪电银行", "闪电银行"),
        ("闪银花受害者维权群", "闪银花受害者维权群"),
    ],
)
def test_whoever_names_the_institution_of_the_dispute_means_its_own_complaints_office(said: str, body: str) -> None:
    own = OwnOffice.of(replace(DISPUTE, institution="闪银小额贷款有限公司", aliases=("闪银花",)))
    assert body_meant(said, CN, own) == body


def test_a_number_is_that_of_the_place_in_which_it_is_dialled() -> None:
    assert (place("110", TW), place("110", CN), place("12378", TW)) == ("tw-police", "cn-police", "12378")
    assert place("12378", None) == "12378"
    assert place("0800-789-885", TW) == "tw-foi"


def test_a_complaint_that_was_recorded_by_the_hotline_stands_on_the_ladder_with_its_clock() -> None:
    filed = placed([complaint("12378", date(2025, 5, 28))], CN)
    found = ladder_of(CN, DisputeType.OTHER, filed, TODAY)
    [step] = [each for each in found.steps if each.was_tried]
    assert step.body.id == "cn-nfra"
    assert [each.deadline.clock.id for each in step.clocks] == ["answer"]


@pytest.mark.parametrize(
    "said", ["金管局", "香港金融管理局", "HKMA", "hkma", "Hong Kong Monetary Authority", "hk-hkma"]
)
def test_the_monetary_authority_is_not_the_bank_that_it_watches(said: str) -> None:
    hk, own = Territory.of("HK"), OwnOffice.of(replace(DISPUTE, zone_name="Asia/Hong_Kong", institution="雲港銀行"))
    assert body_meant(said, hk, own) == "hk-hkma"
    assert [body_meant(each, hk, own) for each in ("雲港銀行", "FDRC")] == ["hk-institution", "hk-fdrc"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("CFPB", True),
        ("Consumer Financial Protection Bureau", True),
        ("國家金融監督管理總局", True),
        ("妈妈", False),
        ("", False),
    ],
)
def test_a_sender_is_a_body_only_by_its_whole_name(name: str, is_one: bool) -> None:
    assert is_called_as_one(name) is is_one
