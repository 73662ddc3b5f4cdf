"""Names by which agents call themselves in messages; whom they only speak of is not who wrote."""

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.finding import find
from evidence_app.reading.entities.found import Known
from evidence_app.reading.passages import Passage, Speaker


def names(text: str, speaker: Speaker = Speaker.INSTITUTION) -> list[str]:
    passage = Passage(text, (MachineLine(text, (0, 0, 100, 10), 1.0),), (0,), speaker)
    return [each.value for each in find(passage, Known(speaker=speaker)) if each.kind is SuggestionKind.AGENT_NAME]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("您好，我是王主任，请尽快处理您的欠款", "王主任"),
        ("【速融宝】我是法务部李经理，今天之内请回电", "李经理"),
        ("法务部李经理：您的案件已移交", "李经理"),
        ("【速融宝】法務部李經理提醒您尽快还款", "李經理"),
        ("这里是速融宝贷后管理中心陈专员", "陈专员"),
        ("我是负责您案件的张律师", "张律师"),
        ("我是速融宝客服小李，很高兴为您服务", "小李"),
        ("我是雅婷，工号K208", "雅婷"),
        ("My name is Alice Wong and I will look into it.", "Alice Wong"),
        ("This is Brian from the complaints team.", "Brian"),
    ],
)
def test_who_writes_is_suggested_by_the_name_they_give(text: str, name: str) -> None:
    assert names(text) == [name]
    assert names(text, Speaker.UNKNOWN) == [name]
    assert names(text, Speaker.COMPLAINANT) == []


@pytest.mark.parametrize(
    "text",
    [
        "王女士您好，您的账单已出",
        "尊敬的李先生：您的借款已逾期",
        "请联系法务部李经理",
        "稍后会有法务部李经理与您联系",
        "您可以找我们客服部王主任",
        "法务部李经理会在今天联系您",
        "我是王主任介绍来的",
        "我是受王主任委托联系您的",
        "我是李先生的同事",
        "我是客服，请问有什么可以帮您",
        "我是王主任，旁边是法务部李经理，有事找他",
        "This is your final notice from us.",
        "This is Customer Service speaking",
    ],
)
def test_whom_words_only_address_or_speak_of_is_not_who_writes(text: str) -> None:
    assert names(text) == []
