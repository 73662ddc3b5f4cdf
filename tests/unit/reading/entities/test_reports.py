"""What colleagues and family tell of the other side's calls is taken for a report, and nothing else is."""

import pytest

from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.flat import Flat, flat_text
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.reports import find_reports, reports_contact, reports_debt
from evidence_app.reading.passages import Speaker

OF_CONTACT = [
    "他们打电话到我单位",
    "同事说收到催收电话",
    "他们打了三个电话到我们公司找你",
    "今天催收打我电话找你",
    "有人打电话到公司前台找你",
    "你妈说接到网贷的催收短信了",
    "我今天收到贷款公司的短信，问你在不在",
    "有人打嚟我公司搵你",
    "A collector called me asking for you",
]
OF_DEBT = [
    "今天有个什么贷款公司打我电话，说你欠款9500元逾期不还，要起诉你",
    "有人打電話到我們公司，說你欠錢不還",
    "刚才有个自称速融宝的给我打电话，说你借了钱没还",
    "他们联系了我，说你贷款逾期",
    "Your company called me about Wang's debt",
    "Someone from a loan company phoned my office and said you owe 3000",
]
NONE = [
    "他们打电话到我单位了吗？",
    "有没有人打电话给你",
    "要是他们打电话到我单位怎么办",
    "他们没打电话到我单位",
    "你打我电话找我什么事",
    "明天给我打电话",
    "我今天收到贷款公司的短信，不用理",
    "您好，我司给您打过电话，请尽快还款",
    "他说你借的书还没还",
    "Call me about dinner",
    "They did not call me about your loan",
]


@pytest.mark.parametrize("words", [*OF_CONTACT, *OF_DEBT])
def test_what_others_tell_of_a_call_to_them_is_a_report(words: str) -> None:
    assert reports_contact(flat_text(words))
    assert reports_debt(words) is (words in OF_DEBT)


@pytest.mark.parametrize("words", NONE)
def test_what_is_asked_denied_feared_or_of_something_else_is_none(words: str) -> None:
    assert not reports_contact(flat_text(words))


def test_the_complainants_own_words_suggest_nothing_and_a_colleagues_do() -> None:
    said = flat_text(OF_DEBT[0])
    found = [find_reports(Flat(said, said), Known(speaker=each)) for each in (Speaker.SOMEBODY, Speaker.COMPLAINANT)]
    assert [[each.kind for each in one] for one in found] == [[SuggestionKind.THIRD_PARTY], []]
