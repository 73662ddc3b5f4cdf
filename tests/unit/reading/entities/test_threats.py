"""Notices of legal action are told apart from threats: finding C6 complains of threats only."""

import pytest

from evidence_app.reading.entities.threats import is_mere_notice, is_threat


@pytest.mark.parametrize(
    "words",
    [
        "我司将依法向法院起诉。",
        "再不还款将起诉您",
        "本公司將委託律師寄發存證信函，並提起訴訟",
        "如未还款，将向仲裁委员会申请仲裁",
        "请尽快处理您的账户，否则我司将向法院起诉并上报征信黑名单。",
        "已向您寄出律师函，请查收",
        "将采取法律手段追究您的违约责任",
        "We will take legal action and our solicitors will write to you.",
    ],
)
def test_a_notice_of_a_law_suit_arbitration_or_a_lawyers_letter_threatens_with_nothing(words: str) -> None:
    assert is_mere_notice(words)


@pytest.mark.parametrize(
    "words",
    [
        "再不还款将起诉您，并通知您的单位",
        "我司将向法院起诉并查封您名下财产",
        "已移交公安机关立案，追究您的刑事责任",
        "我是法院的，马上派人上门",
        "法院已立案，不还款就等着坐牢",
        "小心你家人",
        "We will go to court and call your employer.",
        "今天天气很好",
    ],
)
def test_a_threat_beside_a_notice_and_what_is_no_notice_are_none(words: str) -> None:
    assert not is_mere_notice(words)


@pytest.mark.parametrize(
    "words",
    [
        "林小姐,再不还钱我们会到你家拜访,让左右邻居都知道。",
        "不还就去你公司堵你",
        "就让你的邻居都知道你欠钱",
        "最后通知:明早9点前没收到3,420元,就把你的照片贴到网路上。",
        "把你的身分证PO上网",
        "大家难看",
    ],
)
def test_to_come_to_somebodys_door_and_to_shame_them_before_others_is_a_threat(words: str) -> None:
    assert is_threat(words)


@pytest.mark.parametrize(
    "words",
    [
        "请将身份证照片上传到网上营业厅",
        "请把照片放大后发给客服",
        "专员会到您家附近的门市等候",
        "感谢您向邻居介绍我们的服务",
        "本公司不会公开您的身份证资料",
    ],
)
def test_what_is_done_for_a_customer_threatens_with_nothing(words: str) -> None:
    assert not is_threat(words)


@pytest.mark.parametrize(
    "words",
    [
        "您的提现申请已被冻结,工号A7719为您服务",
        "您的提现申请被冻结",
        "借款申请已冻结",
        "申请遭冻结",
        "正在进行的提现已被冻结",
        "您的会员账户已被冻结",
    ],
)
def test_that_an_application_is_frozen_threatens_nobody(words: str) -> None:
    assert not is_threat(words)


@pytest.mark.parametrize(
    "words",
    [
        "我司将申请冻结您的银行卡",
        "将向法院申请冻结名下资产",
        "逾期后账户会被冻结",
        "您的支付宝将被冻结",
        "予以冻结处理",
        "将对您已逾期的账户进行冻结",
    ],
)
def test_that_something_will_be_frozen_threatens(words: str) -> None:
    assert is_threat(words)


def test_a_report_to_the_credit_bureau_if_nothing_is_paid_is_announced_and_is_a_mere_notice() -> None:
    words = "请您先还清首期款项586.40元,否则会上报征信"
    assert is_threat(words)
    assert is_mere_notice(words)


@pytest.mark.parametrize("words", ["我们不会上报征信", "已还款,否则也不会上报征信", "请补充资料,否则会影响处理"])
def test_what_is_not_reported_to_the_credit_bureau_is_no_threat(words: str) -> None:
    assert not is_threat(words)


@pytest.mark.parametrize("words", ["已建立案件CS-20261119，将于5个工作天内回覆您", "案件已成立案件编号另行通知"])
def test_a_case_that_service_opens_is_no_threat_with_the_police(words: str) -> None:
    assert not is_threat(words)


@pytest.mark.parametrize(
    ("words", "threatens"),
    [
        ("ClearPath Recovery LLC is a debt collector.", False),
        ("This communication is from a debt collector.", False),
        ("We are a licensed debt collector and will call your employer.", True),
        ("Your account will be passed to debt collectors.", True),
    ],
)
def test_who_has_to_say_that_they_are_a_debt_collector_threatens_with_nothing_by_that(
    words: str, threatens: bool
) -> None:
    assert is_threat(words) is threatens
