from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.events import Direction, EventFacts, EventKind
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind, ReadEvent, Suggested, SuggestionKind
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource
from evidence_app.reading.entities.gathering import gathered
from evidence_app.reading.entities.institutions import house
from evidence_app.reading.interpreting import interpret
from evidence_app.reading.layout.page import Around, Page, Recognised
from evidence_app.reading.passages import joined

HOME = ZoneInfo("Asia/Shanghai")
SENT = datetime(2025, 2, 25, 10, 12)


def page(*lines: MachineLine) -> Page:
    return Page(lines, 1080, 2340, Around(HOME, datetime(2025, 3, 1, 9, 0), ("速融宝",)))


def line(text: str, top: int = 0) -> MachineLine:
    return MachineLine(text, (100, top, 20 * len(text), 40), 0.98)


def message(text: str, direction: Direction = Direction.IN) -> ReadEvent:
    reading = ClockReading(SENT, Precision.MINUTE, TimeSource.SCREEN, 90)
    facts = EventFacts(kind=EventKind.MESSAGE, time=EventTime((reading,), 0), direction=direction, text=text)
    return ReadEvent(facts, joined([line(text)]).place_of(0, len(text)), 0.9)


def of(
    *events: ReadEvent, kind: PageKind = PageKind.CHAT, party: str = ""
) -> tuple[tuple[ReadEvent, ...], tuple[Suggested, ...]]:
    passages = tuple(joined([line(event.facts.text)]) for event in events)
    return gathered([page()], [Recognised(kind, events, passages, party)])


def test_a_promise_is_due_by_when_it_was_sent() -> None:
    _, suggestions = of(message("您好，3个工作日内给您退款。"))
    promise = next(each for each in suggestions if each.kind is SuggestionKind.PROMISE)
    assert (promise.due, promise.event_index) == (date(2025, 2, 28), 0)


def test_a_rows_own_time_is_no_suggestion_and_yesterday_beside_it_is_that_of_the_picture() -> None:
    reading = ClockReading(datetime(2025, 2, 28, 9, 30), Precision.MINUTE, TimeSource.SCREEN, 90)
    row = message("4008001234 呼出 09:30 昨天 10:15")  # 09:30 alone was taken for the picture's day
    row = replace(row, facts=replace(row.facts, kind=EventKind.CALL, time=EventTime((reading,), 0)))
    _, suggestions = of(row, kind=PageKind.CALLS)
    assert [each.value for each in suggestions if each.kind is SuggestionKind.TIME] == ["2025-02-28T10:15"]


def test_what_the_complainant_writes_is_no_promise() -> None:
    _, suggestions = of(message("你们说3个工作日内会给您退款", Direction.OUT))
    assert not [each for each in suggestions if each.kind is SuggestionKind.PROMISE]


def test_a_message_has_the_amount_and_agent_that_it_names_once() -> None:
    (event,), _ = of(message("工号80231为您服务，您有一笔3000元的借款，编号SRB20250221234807"))
    assert (event.facts.agent_id, event.facts.amount, event.facts.currency) == ("80231", Decimal("3000.00"), "CNY")
    assert event.facts.reference == "SRB20250221234807"


def test_a_message_with_two_amounts_has_none() -> None:
    (event,), _ = of(message("本金3000元，利息126.5元"))
    assert event.facts.amount is None


def test_who_the_agent_is_only_the_agent_says() -> None:
    (event,), _ = of(message("工号80231登记的", Direction.OUT))
    assert event.facts.agent_id == ""


@pytest.mark.parametrize(
    ("name", "agent"),
    [("速融宝客服-工号80231", "80231"), ("客服80231", "80231"), ("客服小李", ""), ("客服95118", ""), ("张经理2", "")],
)
def test_a_senders_name_that_holds_an_agents_number_says_who_the_agent_is(name: str, agent: str) -> None:
    sent, answered = message("您好，已经登记"), message("谢谢", Direction.OUT)
    named = [replace(each, facts=replace(each.facts, party=name)) for each in (sent, sent, answered)]
    events, suggestions = of(*named)
    assert [event.facts.agent_id for event in events] == [agent, agent, ""]
    told = [each for each in suggestions if each.kind is SuggestionKind.AGENT_ID]
    assert [(each.value, each.event_index) for each in told] == ([(agent, 0)] if agent else [])


def test_the_fields_of_a_row_are_suggested_once_with_the_rows_place() -> None:
    call = message("昨天 14:20")
    call = replace(call, facts=replace(call.facts, kind=EventKind.CALL, number="400-000-0231", text="昨天 14:20"))
    _, suggestions = of(call, kind=PageKind.CALLS)
    phones = [each for each in suggestions if each.kind is SuggestionKind.PHONE]
    assert [(each.value, each.place, each.event_index) for each in phones] == [("4000000231", call.place, 0)]


def test_what_a_field_carries_stands_where_its_words_do() -> None:
    paid = message("速融信贷 收款", Direction.OUT)
    paid = replace(paid, facts=replace(paid.facts, kind=EventKind.PAYMENT, party="速融信贷"))
    _, suggestions = of(paid, kind=PageKind.BILL)
    named = next(each for each in suggestions if each.value == "速融信贷")
    assert named.place == joined([line("速融信贷 收款")]).place_of(0, 4)


def test_an_amount_without_a_currency_has_that_of_its_row() -> None:
    row = message("第1期 1200.50元")
    facts = replace(row.facts, kind=EventKind.REPAYMENT, amount=Decimal("1200.50"), currency="HKD")
    _, suggestions = of(replace(row, facts=facts), kind=PageKind.PLAN)
    assert [each.value for each in suggestions if each.kind is SuggestionKind.AMOUNT] == ["1200.50 HKD"]


def test_a_title_names_the_agent_the_promise_and_its_day() -> None:
    _, suggestions = of(message("您好，工号80231为您服务。"), message("这边3个工作日内会给您核实。"))
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert titled.value == "客服工号80231承诺3个工作日内核实"
    assert titled.due == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("before", "direction"),
    [("客服工号80231说已经登记了", Direction.IN), ("你们客服工号80231好像在忙", Direction.OUT)],
)
def test_a_title_names_nobody_who_is_only_told_of(before: str, direction: Direction) -> None:
    _, suggestions = of(message(before, direction), message("我们同事说3个工作日内会给您核实。"), party="速融宝客服")
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert titled.value == "速融宝客服承诺3个工作日内核实"


@pytest.mark.parametrize("kind", [EventKind.PAYMENT, EventKind.REPAYMENT])
@pytest.mark.parametrize("title", ["客服工号80231承诺同事说三天内退款", "工号80231工资代发", "京东客服80231"])
def test_the_title_of_a_row_of_a_bill_names_no_agent(title: str, kind: EventKind) -> None:
    row = message(title, Direction.OUT)
    row = replace(row, facts=replace(row.facts, kind=kind, amount=Decimal(10), currency="CNY"))
    _, suggestions = of(row, kind=PageKind.BILL)
    assert not [each for each in suggestions if each.kind is SuggestionKind.AGENT_ID]
    assert not [each for each in suggestions if each.kind is SuggestionKind.TITLE and "80231" in each.value]


def test_a_title_that_leaves_out_to_whom_leaves_out_the_word_before_it() -> None:
    _, suggestions = of(message("您好，工号80231为您服务。"), message("3个工作日内会有专员与您联系核实。"))
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert titled.value == "客服工号80231承诺3个工作日内有专员联系核实"


def test_a_title_still_says_whom_they_promise_to_leave_alone() -> None:
    _, suggestions = of(message("工號C317，我們3天內不會再打電話給你家人"))
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert titled.value == "客服工號C317承諾3天內不會再打電話給家人"


def test_a_title_rests_on_the_words_that_name_the_other_side() -> None:
    bar, said = line("速融宝客服"), message("好的", Direction.OUT)
    passages = (joined([line("好的", 300)]), joined([bar]))
    _, suggestions = gathered([page(bar)], [Recognised(PageKind.CHAT, (said,), passages, "速融宝客服")])
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert (titled.quote, titled.place.region) == (bar.text, bar.region)


def test_a_title_without_another_side_rests_on_the_first_event() -> None:
    row = message("第1期 1200.00元")
    row = replace(row, facts=replace(row.facts, kind=EventKind.REPAYMENT, direction=Direction.NONE))
    _, suggestions = of(row, kind=PageKind.PLAN)
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert (titled.quote, titled.place) == (row.facts.text, row.place)


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("ClearPath: pay today or we will sue you.", "ClearPath: pay today or we will sue you"),
        ("ClearPath LLC will sue you.", "ClearPath LLC will sue you"),
        ("We will sue you.", "ClearPath: We will sue you"),
    ],
)
def test_a_title_names_who_threatens_once(said: str, named: str) -> None:
    _, suggestions = of(message(said), party="ClearPath")
    assert [each.value for each in suggestions if each.kind is SuggestionKind.TITLE] == [named]


def test_a_title_is_in_the_script_of_the_exhibit() -> None:
    _, suggestions = of(message("您好，工號A1023為您服務。"), message("我們會在三個工作天內回覆您。"))
    titled = next(each for each in suggestions if each.kind is SuggestionKind.TITLE)
    assert titled.value == "客服工號A1023承諾三個工作天內回覆"


def test_a_page_that_is_not_understood_still_names_what_stands_on_it() -> None:
    found = interpret([page(line("借款合同编号：SRB20250221234807"), line("联系电话：010-12345678", 60))])
    assert {(each.kind, each.value) for each in found.suggestions} == {
        (SuggestionKind.REFERENCE, "SRB20250221234807"),
        (SuggestionKind.PHONE, "01012345678"),
    }


def test_a_number_broken_over_two_lines_is_one() -> None:
    lines = [line("您的订单号SRB20250221"), line("234807已生成", 60)]
    text = joined(lines)
    _, suggestions = gathered([page(*lines)], [Recognised(PageKind.TEXT, (), (text,))])
    (reference,) = [each for each in suggestions if each.kind is SuggestionKind.REFERENCE]
    assert reference.value == "SRB20250221234807"
    assert reference.place.region[3] == 100


def test_the_number_of_a_complaint_is_suggested_where_it_is_shown_and_not_for_each_step() -> None:
    filed, answered = message("工单编号 GD202502240011"), message("处理中，请等待结果")
    steps = [
        replace(each, facts=replace(each.facts, kind=EventKind.COMPLAINT, reference="GD202502240011"))
        for each in (filed, answered)
    ]
    _, suggestions = of(*steps, kind=PageKind.TICKET)
    assert [each.event_index for each in suggestions if each.kind is SuggestionKind.REFERENCE] == [0]


def test_the_same_amount_in_two_rows_is_suggested_for_each() -> None:
    rows = [message("1期 285.50"), message("2期 285.50")]
    rows = [
        replace(each, facts=replace(each.facts, kind=EventKind.REPAYMENT, amount=Decimal("285.50"))) for each in rows
    ]
    _, suggestions = of(*rows, kind=PageKind.PLAN)
    assert [each.event_index for each in suggestions if each.kind is SuggestionKind.AMOUNT] == [0, 1]


def test_an_agent_who_gives_a_name_is_known_by_it() -> None:
    (event,), _ = of(message("您好，我係客戶服務專員陳小姐，職員編號HK3021"))
    assert (event.facts.agent_name, event.facts.agent_id) == ("陳小姐", "HK3021")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("您好，客服工號3017小李為您服務，正在為您查詢。", "小李"),
        ("您好，工号4488阿敏为您服务。", "阿敏"),
        ("工号80231号客服王芳为您服务", "王芳"),
        ("工号80231（陈小姐）为您服务", "陈小姐"),
        ("工号3017马上为您服务", ""),
        ("工号3017高兴为您服务", ""),
        ("工号3017高级专员为您服务", ""),
        ("工号3017为您服务", ""),
    ],
)
def test_a_name_between_an_agents_number_and_the_service_is_the_agents(said: str, name: str) -> None:
    (event,), _ = of(message(said))
    assert event.facts.agent_name == name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("您好，我是雅婷，工號K208", "雅婷"),
        ("您好，我是客服，工號80231", ""),
        ("我是您的專屬顧問，工號80231", ""),
        ("我是負責人，工號80231", ""),
        ("我是審核員，工號80231", ""),
    ],
)
def test_a_bare_name_just_before_the_number_is_the_agents(said: str, name: str) -> None:
    (event,), _ = of(message(said))
    assert event.facts.agent_name == name


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("客服小雅工號K208", "小雅"),
        ("客服雅婷 工號K208", "雅婷"),
        ("在線客服（王小明）工號：80231", "王小明"),
        ("樂分期客服 工號K208", ""),
        ("客服專員 工號80231", ""),
    ],
)
def test_a_sender_called_by_name_and_number_is_known_by_both(sender: str, name: str) -> None:
    said = message("明天18:00前回電給您")
    (event,), _ = of(replace(said, facts=replace(said.facts, party=sender)))
    assert event.facts.agent_id
    assert event.facts.agent_name == name


def test_an_institution_that_introduces_itself_is_found_elsewhere_too() -> None:
    _, suggestions = of(message("您好，我是快易借客服"), message("我要投诉你们快易借", Direction.OUT))
    named = [(each.value, each.event_index) for each in suggestions if each.kind is SuggestionKind.INSTITUTION]
    assert named == [("快易借", 0), ("快易借", 1)]


@pytest.mark.parametrize("party", ["", "速融宝客服", "小王(同事)"])
def test_a_number_that_a_message_names_is_not_the_one_it_was_sent_from(party: str) -> None:
    named = message("刚才有个17012345678打到公司前台")
    (event,), suggestions = of(replace(named, facts=replace(named.facts, party=party)))
    assert event.facts.number == ""
    assert [each.value for each in suggestions if each.kind is SuggestionKind.PHONE] == ["17012345678"]


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("您的案件已由客訴組江組長接手，工號 B2290", ""),
        ("您的案件已由B2290接手", ""),
        ("您的案件已由主管接手。我是工號B2290", "B2290"),
        ("我是客戶服務主任 Ken（編號 5521），請問有甚麼可以幫到你", "5521"),
    ],
)
def test_an_agent_who_takes_over_is_offered_and_did_not_write_it(said: str, own: str) -> None:
    (event,), suggestions = of(message(said))
    assert event.facts.agent_id == own
    assert [each.value for each in suggestions if each.kind is SuggestionKind.AGENT_ID] == [own or "B2290"]
    assert not [each for each in suggestions if each.kind is SuggestionKind.REFERENCE]


@pytest.mark.parametrize("title", ["法務部陳專員", "薪資"])
def test_neither_a_department_nor_an_employer_is_the_institution(title: str) -> None:
    paid = message("薪資 大方設計有限公司")
    paid = replace(paid, facts=replace(paid.facts, kind=EventKind.PAYMENT, party="大方設計有限公司"))
    found = (
        Recognised(PageKind.BILL, (paid,), (joined([line("薪資", 40)]),), ""),
        Recognised(PageKind.CHAT, (), (joined([line(title, 40)]),), title),
    )
    suggestions = [each for one in found for each in gathered([page()], [one])[1]]
    assert not [each for each in suggestions if each.kind is SuggestionKind.INSTITUTION]


def test_how_somebody_is_called_in_a_title_is_no_threat_of_theirs() -> None:
    header = joined([line("收數強哥+852 6123 4478", 40)])
    _, suggestions = gathered([page()], [Recognised(PageKind.CHAT, (), (header,), "收數強哥")])
    assert not [each for each in suggestions if each.kind is SuggestionKind.THREAT]


def test_a_time_that_stands_alone_is_seen_from_the_picture_and_not_from_itself() -> None:
    separator = joined([line("昨天下午6:21", 400)])
    said = Recognised(PageKind.CHAT, (), (separator,), "")
    _, suggestions = gathered([page()], [said])
    assert [each.value for each in suggestions if each.kind is SuggestionKind.TIME] == ["2025-02-28T18:21"]


def test_a_company_with_its_place_in_brackets_is_one_name_or_that_of_the_dispute() -> None:
    for text, name in (
        ("京诚（重庆）小额贷款有限公司放款", "京诚(重庆)小额贷款有限公司"),
        ("速融宝（上海）小额贷款有限公司", "速融宝"),
    ):
        _, suggestions = of(message(text))
        found = [each.value for each in suggestions if each.kind is SuggestionKind.INSTITUTION]
        assert [each.replace("（", "(").replace("）", ")") for each in found] == [name]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("优信花", "优信花"),
        ("蓝鲸消费金融-还款专员", "蓝鲸消费金融"),
        ("快易借放款", "快易借"),
        ("富速貸客服", "富速貸"),
        ("反月光分期维权群(113)", "月光分期"),
        ("橙子借钱受害者互助", "橙子借钱"),
        ("万卡小贷维权交流", "万卡小贷"),
        ("匯盈財務人工通道", "匯盈財務"),
        ("邦通信貸 CS", "邦通信貸"),
        ("橙子借钱管家", "橙子借钱"),
        ("小云智能客服", ""),
        ("A富邦通融資小张", "富邦通融資"),
        ("邦通信貸", "邦通信貸"),
        ("深圳市金融监督管理局", ""),
        ("王芳", ""),
        ("信用卡", ""),
    ],
)
def test_titles_and_payments_name_institutions_by_their_trade(title: str, name: str) -> None:
    assert house(title) == name


@pytest.mark.parametrize(
    ("question", "answer", "known"),
    [
        ("你工号多少？", "XR5526，随便投诉", ["XR5526"]),
        ("上次是哪位同事接待您的呢？", "60087", ["60087"]),
        ("座机号多少？", "60087", []),
        ("你工号多少？", "0571-60087115", []),
        ("你工号多少？", "欠款60087元", []),
    ],
)
def test_a_bare_number_that_answers_the_question_for_an_agents_is_one(
    question: str, answer: str, known: list[str]
) -> None:
    _, found = of(message(question, Direction.OUT), message(answer))
    assert [each.value for each in found if each.kind is SuggestionKind.AGENT_ID] == known


@pytest.mark.parametrize(
    "words",
    [
        "您尾号2231的储蓄卡账户2月25日10时12分向鑫汇融资担保有限公司支出人民币88.00元（担保服务费）。[建设银行]",
        "您的账户2月25日支出担保费88.00元",
        "您的担保贷款2月25日支出88.00元",
        "您的帳戶2月25日支出履約保證保險費88元",
    ],
)
def test_a_word_of_promise_within_a_companys_or_a_fees_name_promises_nothing(words: str) -> None:
    _, suggestions = of(message(words))
    assert not [each for each in suggestions if each.kind is SuggestionKind.PROMISE or "承诺" in each.value]


@pytest.mark.parametrize("words", ["我们担保3个工作日内退款", "我保证3天内给您处理", "您的保证金3个工作日内退还给您"])
def test_what_is_warranted_is_promised(words: str) -> None:
    _, suggestions = of(message(words))
    assert [each.value for each in suggestions if each.kind is SuggestionKind.PROMISE] == [words]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("我局将在15个工作日内告知受理情况。", "客服承诺15个工作日内告知受理情况"),
        ("我局將在15個工作天內告知您受理情形。", "客服承諾15個工作天內告知受理情形"),
        ("我方将于3个工作日内回复您", "客服承诺3个工作日内回复"),
        ("我们会在3个工作日内回复您", "客服承诺3个工作日内回复"),
        ("我委托专员3个工作日内回复您", "客服承诺委托专员3个工作日内回复"),
    ],
)
def test_a_title_leaves_out_the_whole_word_of_who_promises(words: str, value: str) -> None:
    _, suggestions = of(message(words))
    assert [each.value for each in suggestions if each.kind is SuggestionKind.TITLE] == [value]


@pytest.mark.parametrize("words", ["好的，我们承诺处理期间不会安排催收", "核实期间我们不会安排上门"])
def test_that_no_collector_is_sent_meanwhile_is_promised_without_a_day(words: str) -> None:
    _, suggestions = of(message(words))
    assert [(each.value, each.due) for each in suggestions if each.kind is SuggestionKind.PROMISE] == [(words, None)]


@pytest.mark.parametrize("words", ["我们不会安排专员给您处理", "逾期期间不会停止催收"])
def test_what_is_refused_is_no_promise(words: str) -> None:
    _, suggestions = of(message(words))
    assert not [each for each in suggestions if each.kind is SuggestionKind.PROMISE]
