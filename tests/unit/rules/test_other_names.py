"""What an institution signs with is offered as one of its names where it holds its brand, and nobody else's is."""

from datetime import date

import pytest

from evidence_app.domain.workspace import Institution
from evidence_app.rules.other_names import another_name
from evidence_app.rules.parties import OtherSide
from evidence_app.rules.workspace import Stated, work_out
from tests.unit.rules.situations import message
from tests.unit.rules.test_complaint_numbers import DISPUTE


@pytest.mark.parametrize(
    ("shown", "institution", "name"),
    [
        ("速融宝", "速融消费金融有限公司", "速融宝"),
        ("速融宝官方客服", "速融消费金融", "速融宝"),
        ("速融寶客服", "速融消费金融有限公司", "速融寶"),
        ("云惠分期", "上海云惠小额贷款有限公司", "云惠分期"),
        ("星辰分期", "星辰融資股份有限公司", "星辰分期"),
        ("FlashLoan", "Flash Finance Ltd", "FlashLoan"),
        ("速融消费金融", "速融消费金融有限公司", ""),
        ("速融消费金融客服", "速融消费金融有限公司", ""),
        ("招商银行", "速融消费金融有限公司", ""),
        ("平安银行", "平安消费金融有限公司", ""),
        ("消费金融", "速融消费金融有限公司", ""),
        ("小王(同事)", "小王消费金融有限公司", ""),
        ("客服", "速融消费金融有限公司", ""),
        ("", "速融消费金融有限公司", ""),
    ],
)
def test_a_signature_adds_a_name_where_it_holds_the_brand(shown: str, institution: str, name: str) -> None:
    assert another_name(shown, (institution,)) == name


@pytest.mark.parametrize("name", ["小王(同事)", "小王（朋友）", "阿May (colleague)", "妈妈"])
def test_whose_name_says_that_he_is_a_colleague_is_not_the_institution_whatever_number_is_stated(name: str) -> None:
    stated = Institution(id="i", dispute_id="d", numbers=("13800138011",))
    call = message("2025-03-02T09:00:00", text="他们打电话来了", number="13800138011")._replace(party=name)
    found = work_out(DISPUTE, [call], Stated(institution=stated), date(2025, 6, 1))
    assert found.unmatched == ("13800138011",)  # the person is told
    assert work_out(DISPUTE, [call], Stated(), date(2025, 6, 1)).unplaced == ()
    side = OtherSide.of((), (name,), "CN")
    assert side.has(name, "13800138011")  # unless this very name was stated
