"""Notices of legal action are told apart from threats: finding C6 complains of threats only."""

import pytest

from evidence_app.reading.entities.threats import is_mere_notice


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
