"""Contact with others that has happened is told apart from a threat of it."""

import pytest

from evidence_app.reading.entities.flat import flat_text
from evidence_app.reading.entities.third_parties import tells_of_contact, tells_of_debt
from evidence_app.reading.entities.threats import is_threat

HAPPENED = [
    "已电话告知您单位人事",
    "已電話告知您公司人資部門主管",
    "我们刚刚联系了您的家人",
    "已与您母亲取得联系",
    "我司此前已向您单位发函",
    "昨天给您领导打过电话",
    "已将您的欠款情况告知您的紧急联系人",
    "已通知您的同事转告",
    "您母亲李女士的电话我们已经打过了，她知道您欠钱",
    "We have already informed your employer",
    "We've called your HR department",
]


@pytest.mark.parametrize("words", HAPPENED)
def test_contact_with_others_that_has_happened_is_what_it_is_and_no_threat(words: str) -> None:
    said = flat_text(words)
    assert tells_of_contact(said)
    assert not is_threat(said)


@pytest.mark.parametrize(
    "words",
    [
        "再不还款将电话告知您单位人事",
        "明天会联系您的家人",
        "否则我们已准备通知您的单位",
        "如今天不处理，已安排专人联系您单位",
        "We will inform your employer",
    ],
)
def test_contact_that_is_announced_is_a_threat_and_has_not_happened(words: str) -> None:
    assert not tells_of_contact(flat_text(words))
    assert is_threat(flat_text(words))


@pytest.mark.parametrize(
    "words",
    [
        "已备注不再拨打您的紧急联系人",
        "我们已要求外包团队立即停止联系您的紧急联系人。",
        "我们没有联系您的家人",
        "已登记您的紧急联系人",
        "已核实您的工作单位",
        "已通知公司财务退款",
        "已联系您本人",
        "已按您的要求通知您的家人",
        "您已通知您的单位",
        "请告知您的工作单位",
        "We have not contacted your family",
        "已转告我们领导",
    ],
)
def test_what_is_no_contact_with_others_is_neither(words: str) -> None:
    assert not tells_of_contact(flat_text(words))


def test_a_threat_beside_it_stays_a_threat() -> None:
    said = flat_text("已电话告知您单位人事，再不还款就上门找你")
    assert tells_of_contact(said)
    assert is_threat(said)


def test_the_debt_was_told_only_where_the_same_breath_says_so() -> None:
    assert tells_of_debt("已将您的欠款情况告知您单位人事")
    assert tells_of_debt("已电话告知您单位人事您的逾期情况")
    assert not tells_of_debt("已电话告知您单位人事，请尽快处理欠款")
    assert not tells_of_debt("已电话告知您单位人事")
    assert not tells_of_debt("再不还款将把您的欠款告知您单位")


@pytest.mark.parametrize("words", ["您的电话我们已经打过了", "您母亲的电话我们没有打过", "您母亲的电话已经登记了"])
def test_a_call_to_the_person_and_a_number_that_nobody_called_are_no_contact_with_others(words: str) -> None:
    assert not tells_of_contact(flat_text(words))
