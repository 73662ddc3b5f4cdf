import time
from datetime import date, datetime
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import SuggestionKind
from evidence_app.reading.entities.finding import find
from evidence_app.reading.entities.found import Known
from evidence_app.reading.entities.institutions import house
from evidence_app.reading.passages import Passage, Speaker, joined
from tests.unit.reading.entities.sentences import lines_of

KNOWN = Known(datetime(2025, 2, 24, 10, 0), ("速融宝",), speaker=Speaker.INSTITUTION)
BESIDE = {SuggestionKind.INSTITUTION, SuggestionKind.PROMISE, SuggestionKind.THREAT}
PIECES = [
    "工号",
    "80231",
    "￥3,000.00",
    "元",
    "编号",
    "FB2025",
    "0417",
    "会",
    "3个工作日内",
    "退款",
    "2月28日",
    "前",
    "。",
    "，",
    " ",
    "138",
]
PIECES += [
    "0013",
    "8000",
    "【",
    "】",
    "http://",
    "a.cn",
    "/",
    "-",
    "O",
    "l",
    "一万",
    "块",
    "#",
    "(",
    ")",
    "您",
    "\n",
    "*",
    "：",
    "１２",
    "號",
    "95118",
    "转",
]


def one_line(text: str) -> Passage:
    return joined([MachineLine(text, (0, 0, 10 * len(text), 20), 0.99)], Speaker.INSTITUTION)


def of_kind(kind: SuggestionKind, *rows: str) -> list[str]:
    lines = [MachineLine(row, (0, 40 * index, 10 * len(row), 20), 0.99) for index, row in enumerate(rows)]
    return [each.value for each in find(joined(lines, Speaker.INSTITUTION), KNOWN) if each.kind is kind]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_quotes_are_verbatim_and_no_place_is_named_twice(text: str) -> None:
    found = find(one_line(text), KNOWN)
    assert all(each.quote in text for each in found)
    taken = [each.place.region for each in found if each.kind not in BESIDE]
    for first, second in combinations(taken, 2):
        assert first[0] + first[2] <= second[0] or second[0] + second[2] <= first[0]


@pytest.mark.parametrize("count", ["0", "999999999999", "99999", "九千九百九十九万"])
@pytest.mark.parametrize("unit", ["个工作日", "小时", "天", "周", "个月", "分钟", "月底前", "号前", "月99日前"])
def test_absurd_deadlines_do_no_harm(count: str, unit: str) -> None:
    (promise,) = [each for each in find(one_line(f"我们会在{count}{unit}给您退款"), KNOWN) if each.due is not None] or [
        None
    ]
    assert promise is None or promise.due.year < 2030


@pytest.mark.parametrize(
    "piece", ["1", "1,", "A1", "一万", "编号", "【", "a.", "我们会在3天内答复，", "10个工作日", "有限公司"]
)
def test_hostile_text_costs_no_time(piece: str) -> None:
    began = time.thread_time()
    find(one_line(piece * 20_000), KNOWN)
    assert time.thread_time() - began < 5


def test_a_hundred_bubbles_are_read_in_a_blink() -> None:
    passages = [line.passage for line in lines_of("tune.txt")[:100]]
    find(passages[0], KNOWN)
    began = time.process_time()
    for passage in passages:
        find(passage, KNOWN)
    assert time.process_time() - began < 0.5  # 0.03 s on an idle computer; a busy one must not fail


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("我们会在晚上10点前联络", "2025-02-24T22:00"),
        ("昨天18:00前没有收到", "2025-02-23T18:00"),
        ("您1月3日前的账单", "2025-01-03"),
        ("行政費 HK$1,800，2月26日前入數", "2025-02-26"),  # 26日 alone was taken for January's
        ("昨晚10点给您打过电话", "2025-02-23T22:00"),
    ],
)
def test_an_hour_by_which_something_is_to_be_is_the_coming_one(said: str, at: str) -> None:
    passage = joined([MachineLine(said, (0, 0, 100, 20), 0.99)], Speaker.INSTITUTION)
    assert [each.value for each in find(passage, KNOWN) if each.kind is SuggestionKind.TIME] == [at]


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("请拨打95511转3咨询", "95511"),
        ("95511转3人工", "95511"),
        ("客服热线400-812-3456转3。", "4008123456"),
        ("95511轉1", "95511"),
        ("95511转8023", "95511转8023"),
        ("95511转3个月前的工单", "95511"),
        ("95511转2人", "95511"),
    ],
)
def test_an_extension_belongs_to_its_number_and_a_key_that_is_pressed_does_not(said: str, number: str) -> None:
    found = [each.value for each in find(one_line(said), Known()) if each.kind is SuggestionKind.PHONE]
    assert found == [number]


@pytest.mark.parametrize(
    ("said", "kind", "value", "due"),
    [
        ("请登录 https://速融宝-kf.com/pay 还款", SuggestionKind.URL, "https://速融宝-kf.com/pay", None),
        ("請登入https://速融寶.中国/pay 還款", SuggestionKind.URL, "https://速融寶.中国/pay", None),
        ("详见https://pay.example.cn请尽快", SuggestionKind.URL, "https://pay.example.cn", None),
        ("退款也會在3/5入帳", SuggestionKind.PROMISE, "退款也會在3/5入帳", date(2025, 3, 5)),
        (
            "再不还就把你的情况告诉你家人和单位领导。",
            SuggestionKind.THREAT,
            "再不还就把你的情况告诉你家人和单位领导。",
            None,
        ),
    ],
)
def test_what_was_missed_in_peoples_messages_is_found(
    said: str, kind: SuggestionKind, value: str, due: date | None
) -> None:
    found = find(joined([MachineLine(said, (0, 0, 100, 20), 0.99)], Speaker.INSTITUTION), KNOWN)
    assert [(each.value, each.due) for each in found if each.kind is kind] == [(value, due)]


@pytest.mark.parametrize("cut", ["…还钱就去你单位找你领导", "再不还钱就去你单位…"])
def test_a_threat_of_which_the_edge_of_a_picture_cut_a_part_is_quoted_with_the_mark_of_it(cut: str) -> None:
    assert [each.quote for each in find(one_line(cut), KNOWN) if each.kind is SuggestionKind.THREAT] == [cut]


@pytest.mark.parametrize(
    "told",
    [
        "您尾号3321账户09月12日10:31入账人民币6,800.00元，对方：闪银小额贷款有限公司，余额9,112.45元。",
        "您尾號3321之帳戶於09/12 10:31入帳NT$52,000，餘額NT$60,000。",
        "您尾号3321账户10月12日08:00支出人民币780.00元，余额3,120.10元。",
        "我们联系了您母亲，她会替您还",
        "我们已经联系您的家人，您父亲答应明天帮您还款。",
        "We spoke to your mother, she will repay your loan by Friday.",
    ],
)
def test_what_happened_on_an_account_and_what_somebody_else_will_pay_is_no_promise(told: str) -> None:
    assert SuggestionKind.PROMISE not in {each.kind for each in find(one_line(told), KNOWN)}


@pytest.mark.parametrize(
    "told",
    [
        "款项将于9月15日入账您尾号3321的账户，金额6,800.00元。",
        "您尾号3321账户9月15日前会入账人民币6,800.00元。",
        "我们联系了您母亲，明天给您退款。",
        "我们公司会在3个工作日内替您还清并退款给您。",
    ],
)
def test_what_the_institution_will_do_stays_a_promise_beside_such_words(told: str) -> None:
    assert SuggestionKind.PROMISE in {each.kind for each in find(one_line(told), KNOWN)}


@pytest.mark.parametrize(
    ("said", "threatens"),
    [
        ("没事，你小心点", False),
        ("別擔心，你自己小心點", False),
        ("你小心点别被他们骗了", False),
        ("你小心点", True),
        ("你给我小心点！", True),
        ("没钱是吧，你小心点", True),
        ("没事，你小心点，我们知道你家在哪，上门找你家人", True),
    ],
)
def test_comfort_is_no_threat(said: str, threatens: bool) -> None:
    assert (SuggestionKind.THREAT in {each.kind for each in find(one_line(said), KNOWN)}) is threatens


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        (["錯誤代碼：W-4031", "2026/08/20 14:32:05"], []),
        (["錯誤代碼：W-4031", "2026/08/2014:32:05"], []),
        (["申訴案號 W-4031", "2026/08/20 14:32:05"], ["W-4031"]),
        (["案號 FB2025", "0417001234"], ["FB20250417001234"]),
        (["complaint C-20260904-3"], ["C-20260904-3"]),
        (["This is our final response to your complaint CMP-88123. We do not uphold it."], ["CMP-88123"]),
        (["Thank you for your complaint reference CMP-88123."], ["CMP-88123"]),
        (["Your complaint 88123 was received"], []),
        (["Your complaint 261107-5550001 was received on November 7, 2026"], ["261107-5550001"]),
        (["Your order 202611-07 was received"], []),
    ],
)
def test_a_reference_ends_before_a_day_and_is_neither_cut_nor_too_short(rows: list[str], numbers: list[str]) -> None:
    assert of_kind(SuggestionKind.REFERENCE, *rows) == numbers


@pytest.mark.parametrize(
    ("rows", "address"),
    [
        (["https://shanyinhua-kf.com", "2026-10-21"], "https://shanyinhua-kf.com"),
        (["https://shanyinhua-kf.com2026-10-21"], "https://shanyinhua-kf.com"),
        (["https://a.example/refund", "2026-10-21"], "https://a.example/refund"),
        (["https://a.example/2026-10-21/x"], "https://a.example/2026-10-21/x"),
        (["https://a.example/news/", "2026/10/21/refund"], "https://a.example/news/2026/10/21/refund"),
    ],
)
def test_an_address_ends_before_the_day_below_it(rows: list[str], address: str) -> None:
    assert of_kind(SuggestionKind.URL, *rows) == [address]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("Hi Jane, this is Tom, agent ID BP214. We will close it.", ["Tom"]),
        ("Hello, this is Tom.", ["Tom"]),
        ("My name is Tom and I am with the complaints team.", ["Tom"]),
        ("Hi, Tom here from QuickPay. How can I help?", ["Tom"]),
        ("I'm Tom from QuickPay", ["Tom"]),
        ("This is Final. Pay now.", []),
        ("This is Urgent!", []),
        ("We told you this is Tom.", []),
        ("Click here from Monday", []),
        ("Same here, from our side.", []),
        ("Hello, is Anyone here? Wait here.", []),
    ],
)
def test_english_agents_are_known_by_how_they_begin(said: str, names: list[str]) -> None:
    assert of_kind(SuggestionKind.AGENT_NAME, said) == names


@pytest.mark.parametrize("paid", ["信用卡款", "台新銀行信用卡款", "信用卡費", "消費貸款"])
def test_what_a_payment_was_for_is_no_institution(paid: str) -> None:
    assert house(paid) == ""
