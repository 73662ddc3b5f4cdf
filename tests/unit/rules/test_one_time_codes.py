"""Which messages bring a one-time code, and which only speak of codes."""

import pytest

from evidence_app.rules.one_time_codes import is_one_time_code, without_code


@pytest.mark.parametrize(
    ("text", "is_code"),
    [
        ("【成都银行】验证码 482913，您正在登录手机银行，请勿告诉他人。", True),
        ("您的动态密码为：20481，5分钟内有效", True),
        ("【台新】驗證碼：998231", True),
        ("482913（登录验证码），请勿转发", True),
        ("482913 is your verification code", True),
        ("Your OTP is 0042", True),
        ("code 482910", True),
        ("G-482910 is your Google verification code.", True),
        ("请勿将验证码告诉他人", False),
        ("Your parcel is at the gate, postal code 610000", False),
        ("Never share your verification code. Call 4008001234.", False),
        ("您尾号3321的账户支出1200.00元", False),
    ],
)
def test_a_message_with_a_code_is_known(text: str, is_code: bool) -> None:
    assert is_one_time_code(text) == is_code


def test_a_code_is_starred_and_other_figures_stay() -> None:
    assert without_code("閣下的一次性驗證碼為 482913，10分鐘內有效。") == "閣下的一次性驗證碼為 ******，10分鐘內有效。"
    assert without_code("已扣款2350元，貸款編號7781") == "已扣款2350元，貸款編號7781"
