"""What a dispute amounts to, in the dossier: with its exhibits, and only as far as the dossier shows its events."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit
from evidence_app.domain.happenings import Origin
from evidence_app.domain.machine_text import UNSEEN, Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent
from evidence_app.domain.timeline import Period
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose
from evidence_app.domain.workspace import (
    LEAVABLE_SECTIONS,
    Channel,
    ChannelKind,
    Complaint,
    Exclusion,
    Institution,
    KnownFrom,
    LoanTerms,
)
from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.gathering import expected
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, PageLink, Text
from evidence_app.dossier.source import DossierSource
from evidence_app.dossier.wording import Wording
from evidence_app.phrases import Language
from evidence_app.progress import Silent
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case, encoded, image_media, picture
from tests.unit.dossier.told import content, happening, on, squeezed, words_of


@pytest.mark.parametrize("language", Language)
def test_every_section_stands_there_with_its_exhibits_in_every_language(
    source: DossierSource, language: Language
) -> None:
    assert source.stated is not None
    late = [replace(each, body="cn-pboc") for each in source.stated.complaints]  # its period is the law's
    source = replace(source, stated=replace(source.stated, complaints=late))
    said = words_of(content(source, language), language)
    assert said.keys() >= LEAVABLE_SECTIONS
    assert "三天内撤销" in said["promises"]
    assert "80231" in said["agents"]
    assert "NF-1" in said["complaints"]
    assert "3,000" in said["money"]
    assert "2026-11-22" in said["findings"]
    for section in LEAVABLE_SECTIONS:
        assert "{{page}}" in said[section] or "{page}" in said[section], section
        assert "None" not in said[section]


def test_the_ways_to_reach_the_institution_say_how_each_was_found_genuine_and_what_is_doubtful(
    source: DossierSource, shot: Exhibit
) -> None:
    said = replace(source.stated or Stated(), institution=Institution(id="i", dispute_id="d", domains=("su.example",)))
    official = Channel(id="1", dispute_id="d", kind=ChannelKind.HOTLINE, value="95188", known_from=KnownFrom.CONTRACT)
    checked = replace(official, verified_by="合同第9页", verified_on=date(2025, 3, 2), exhibit_id=shot.id)
    likeness = replace(official, id="2", kind=ChannelKind.WEBSITE, value="su-kf.example", known_from=KnownFrom.SMS)
    told = replace(source, stated=replace(said, channels=(checked, replace(likeness, doubt="冒充"))))
    parties = words_of(content(told))["parties"]
    found = [parties.index(each) for each in ("95188", "合同第9页", "2025-03-02", "su-kf.example", "投诉人存疑：冒充")]
    assert found == sorted(found)
    assert "又加了别的字" in parties
    assert parties.index("2025-03-02") < parties.index("su-kf.example")
    assert words_of(content(source))["parties"].count("95188") == 0


def test_a_filing_of_which_nobody_said_the_day_is_told_as_such(source: DossierSource) -> None:
    assert source.stated is not None
    undated = [replace(each, filed_on=None) for each in source.stated.complaints]
    said = words_of(content(replace(source, stated=replace(source.stated, complaints=undated))))
    assert "未填写" in said["complaints"]
    assert "未填写" not in words_of(content(source))["complaints"]


def test_that_no_period_of_banks_is_known_to_hold_is_said_once_and_their_articles_are_not_cited(
    source: DossierSource,
) -> None:
    assert source.stated is not None
    at_once = [replace(each, id=one, body="cn-institution") for each in source.stated.complaints for one in ("1", "2")]
    topped_up = replace(source.dispute, type=DisputeType.TOPUP_FAILED)
    told = replace(source, dispute=topped_up, stated=replace(source.stated, complaints=at_once))
    said = words_of(content(told))["complaints"]
    assert said.count("此处不计算答复期限") == 1
    assert "2020年第3号" not in said


def test_a_time_that_an_answer_of_elsewhere_started_is_told_at_its_own_body(source: DossierSource) -> None:
    assert source.stated is not None
    [filed] = (replace(each, body="tw-institution") for each in source.stated.complaints)
    answered = replace(filed, replied_on=date(2025, 3, 3))
    applied = replace(answered, id="c2", body="tw-foi", filed_on=date(2025, 3, 10), replied_on=None, reference="A-2")

    def told(today: date, *complaints: Complaint) -> str:
        stated = replace(source.stated or Stated(), complaints=complaints)
        home = replace(source.dispute, zone_name="Asia/Taipei", currency="TWD")
        return words_of(content(replace(source, dispute=home, stated=stated), generated_at=on(today)))["complaints"]

    assert "期限至2025-05-02" in told(date(2025, 3, 20), answered)
    assert "2025-05-02" not in told(date(2025, 6, 20), answered)  # what ended unused concerns the writer alone
    assert "期限至2025-05-02（含当日）；已于2025-03-10提交" in told(date(2025, 6, 20), answered, applied)


def test_sections_are_left_out_by_choice_and_where_there_is_nothing_to_say(source: DossierSource) -> None:
    without = words_of(content(source, without=LEAVABLE_SECTIONS))
    assert not LEAVABLE_SECTIONS & without.keys()
    told = squeezed(without["cover"]).partition("按选择未收入：")[2]
    assert all(each in told for each in ("承诺", "图表"))
    nothing = words_of(content(replace(source, happenings=(), stated=Stated()), without=LEAVABLE_SECTIONS))
    assert not LEAVABLE_SECTIONS & nothing.keys()
    assert "未收入" not in nothing["cover"] + words_of(content(source))["cover"]


@pytest.mark.parametrize("left_out", [LEAVABLE_SECTIONS, frozenset()])
def test_no_link_leads_to_a_section_that_is_not_there(source: DossierSource, left_out: frozenset[str]) -> None:
    chosen = content(source if left_out else replace(source, happenings=(), stated=Stated()), without=left_out)
    pictures = {each.id: expected(each, 1) for each in chosen.exhibits}
    wording = Wording(Language.ZH_HANS, chosen.dispute.zone)
    flow = lay_out(chosen, wording, Typesetter(Language.ZH_HANS, PAPERS["a4"]), pictures, Silent())
    placed = [each for page in flow.pages for _, operations in page.placed for each in operations]
    assert {each.target for each in placed if isinstance(each, PageLink)} <= flow.anchors.keys()


def test_what_the_dossier_does_not_show_counts_for_nothing_in_it(source: DossierSource) -> None:
    outside = content(source, period=Period(date(2030, 1, 1), date(2030, 2, 1)))
    assert outside.workspace is not None
    assert outside.workspace.happenings == []
    assert outside.workspace.findings == ()
    assert not {"promises", "agents", "money"} & words_of(outside).keys()
    assert outside.workspace.charts.contacts is None


def test_no_page_ends_with_the_name_of_a_body_whose_filing_is_on_the_next(case: Case, source: DossierSource) -> None:
    setter, body = Typesetter(Language.ZH_HANS, PAPERS["a4"]), "国家金融监督管理总局（12378）"
    seen = 0
    for _ in range(24):
        case.happen(EventKind.NOTE, text="记下")
        events = tuple(case.events)
        chosen = content(replace(source, events=events, happenings=tuple(happening(each, case) for each in events)))
        pictures = {each.id: expected(each, 1) for each in chosen.exhibits}
        flow = lay_out(chosen, Wording(Language.ZH_HANS, chosen.dispute.zone), setter, pictures, Silent())
        for page in flow.pages:
            words = [each.text for _, placed in page.placed for each in placed if isinstance(each, Text)]
            if body in words:
                seen += 1
                assert words.index("提交") > words.index(body)
                break
    assert seen == 24


def test_charts_say_for_how_much_their_darkest_field_and_tallest_bar_stand_and_when_answers_were_due(
    case: Case,
) -> None:
    for day, hour, minute in ((1, 9, 0), (1, 9, 20), (1, 11, 0), (4, 9, 0)):
        at = ClockReading(datetime(2025, 3, day, hour, minute), Precision.MINUTE, TimeSource.TYPED, 100)
        case.happen(EventKind.CALL, choose([at]), party=case.dispute.institution, direction=Direction.IN, duration_s=9)
    filed = Complaint(id="c", dispute_id=case.dispute.id, body="cn-institution", filed_on=date(2025, 3, 10))
    filed = replace(filed, extended_on=date(2025, 4, 1))
    known = tuple(happening(each, case) for each in case.events)
    told = replace(case.source(), happenings=known, stated=Stated(complaints=(filed,)))
    said = squeezed(words_of(content(told))["charts"]).rpartition("图表")[2]
    assert all(each in said for each in ("最深的一格：2次", "通话共4次（一天最多3）"))
    assert all(said.count(day) == 1 for day in ("2025-03-25", "2025-04-09", "2025-05-09"))  # 15, 30 and 60 days


def test_a_chart_tells_how_many_exhibits_it_does_not_name_and_how_many_events_none_shows(case: Case) -> None:
    at = choose([ClockReading(datetime(2025, 3, 1, 9, 0), Precision.MINUTE, TimeSource.TYPED, 100)])
    image = picture(41, 80)
    for index in range(14):
        shown = (case.add(f"{index}.png", encoded(image, "PNG"), image_media(image, "image/png")).id,) if index else ()
        case.happen(
            EventKind.CALL, at, party=case.dispute.institution, direction=Direction.IN, duration_s=9, exhibit_ids=shown
        )
    known = tuple(happening(each, case) for each in case.events)
    said = squeezed(words_of(content(replace(case.source(), happenings=known, stated=Stated())))["charts"])
    heat = said.rpartition("图表")[2].partition("通话共")[0]
    assert all(told in heat for told in ("+1", "另1项为陈述，无附件"))


def test_the_title_of_the_charts_stands_on_the_page_of_the_first_one_however_tall_that_is(case: Case) -> None:
    for month in (3, 6):
        at = ClockReading(datetime(2025, month, 1, 9, 0), Precision.MINUTE, TimeSource.TYPED, 100)
        case.happen(EventKind.MESSAGE, choose([at]), party=case.dispute.institution, direction=Direction.IN, text="催")
    setter, seen = Typesetter(Language.ZH_HANS, PAPERS["a4"]), 0
    for _ in range(5):
        for _ in range(6):
            case.happen(EventKind.NOTE, text="记下")
        known = tuple(happening(each, case) for each in case.events)
        chosen = content(replace(case.source(), happenings=known, stated=Stated()))
        flow = lay_out(chosen, Wording(Language.ZH_HANS, case.dispute.zone), setter, {}, Silent())
        for page in flow.pages:
            words = [each.text for _, placed in page.placed for each in placed if isinstance(each, Text)]
            if "图表" in words and "目次" not in words:
                seen += 1
                assert any(each.startswith("对方何时联系") for each in words)
    assert seen == 5


def test_a_finding_that_is_left_out_is_counted_and_not_told(source: DossierSource) -> None:
    found = content(source).workspace
    assert found is not None
    threat = next(each for each in found.findings if each.rule.id == "C6" or each.rule.id == "P1")
    assert source.stated is not None
    left_out = Exclusion(id="x", dispute_id=source.dispute.id, finding=threat.id, reason="误会")
    said = words_of(content(replace(source, stated=replace(source.stated, exclusions=[left_out]))))
    assert "1项发现" in said["findings"]
    assert "误会" not in said["findings"]


def with_reminder(source: DossierSource) -> DossierSource:
    [first, *_] = [each.id for each in source.events if each.kind is EventKind.DOCUMENT]
    return replace(source, documents=replace(source.documents, unsourced=[first]))


@pytest.mark.parametrize("language", Language)
def test_what_ones_own_evidence_lacks_is_told_to_nobody_else(source: DossierSource, language: Language) -> None:
    reminded = content(with_reminder(source), language)
    assert reminded.workspace is not None
    [reminder] = [each for each in reminded.workspace.told_findings if each.rule.id == "E1"]
    for words in words_of(reminded, language).values():
        assert reminder.rule.title[language] not in words
        assert squeezed(reminder.says(language)) not in squeezed(words)


def test_a_dossier_with_reminders_alone_has_no_findings_and_none_that_were_left_out(source: DossierSource) -> None:
    alone = with_reminder(replace(source, happenings=(), stated=Stated()))
    assert "findings" not in words_of(content(alone))
    assert source.stated is not None
    left_out = Exclusion(id="x", dispute_id=source.dispute.id, finding="E1", reason="不需要")
    stated = replace(source.stated, exclusions=[left_out])
    words = words_of(content(with_reminder(replace(source, stated=stated))))["findings"]
    assert words == words_of(content(source))["findings"]


def test_an_instalment_that_the_banks_row_pays_is_the_same_money_in_the_table(case: Case) -> None:
    def at(day: int) -> EventTime:
        return choose([ClockReading(datetime(2025, 3, day), Precision.DAY, TimeSource.SCREEN, 80)])

    known = {"party": "速融宝", "amount": Decimal(3420)}
    case.happen(EventKind.PAYMENT, at(12), direction=Direction.OUT, outcome=Outcome.DONE, **known)
    case.happen(EventKind.REPAYMENT, at(10), outcome=Outcome.PAID, **known)
    origins = (Origin.EXPORT, Origin.PICTURE)  # what a person types twice is two
    happenings = tuple(
        happening(each, case)._replace(origin=origin) for each, origin in zip(case.events, origins, strict=True)
    )
    told = words_of(content(replace(case.source(), happenings=happenings, stated=Stated())))["money"]
    assert "另一行是同一笔钱" in told
    assert "6,840.00" not in told


@pytest.mark.parametrize("language", Language)
def test_the_money_tells_what_was_stated_beside_what_came_what_it_cost_by_which_rows_and_what_is_overdue(
    case: Case, language: Language
) -> None:
    money = {"party": case.dispute.institution}
    out = case.happen(EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.DONE, amount=Decimal(9500), **money)
    due = case.happen(EventKind.REPAYMENT, outcome=Outcome.DUE, amount=Decimal(12000), **money)
    fee = case.happen(
        EventKind.PAYMENT, direction=Direction.OUT, outcome=Outcome.DONE, amount=Decimal(321), text="担保费", **money
    )
    day = {out.id: "2025-01-10", due.id: "2025-01-20", fee.id: "2025-01-10"}
    zone = case.dispute.zone
    happenings = tuple(
        happening(each, case)._replace(at=datetime.fromisoformat(day[each.id]).replace(tzinfo=zone))
        for each in case.events
    )
    terms = LoanTerms(id="l", dispute_id="d", principal=Decimal(10000), paid_out=(out.id,), payments=(due.id, "gone"))
    source = replace(case.source(), happenings=happenings, stated=Stated(loan=terms))
    told = squeezed("".join(words_of(content(source, language), language).values()))
    words = Wording(language, zone)
    for amount in ("10,000", "9,500", "500", "12,000", "321"):
        assert amount in told
    for key in ("principal", "paid_out", "held_back", "overdue", "fees"):
        assert squeezed(words(f"money.{key}")) in told
    none = squeezed(words("link.none"))
    for key, amount in (("principal", "10,000"), ("held_back", "500")):
        cell = told.split(squeezed(words(f"money.{key}")))[1].split(amount)[1]
        assert cell.removeprefix(".00").removeprefix("元").startswith(none), "what a person typed and nothing shows"
    assert "365r" in told
    assert "12r" not in told
    assert squeezed(words("money.basis", paid=0, to_come=1)) in told
    assert ">10000%" in told, "12,000 for 9,500 within ten days is a rate that nobody can read"
    without = replace(source, stated=Stated(loan=replace(terms, payments=(fee.id,))))
    lacking = squeezed(words_of(content(without), language)["money"])
    said = {Language.EN: "aremissing", Language.ZH_HANS: "还缺以后各期", Language.ZH_HANT: "還缺以後各期"}
    assert said[language] in lacking
    assert squeezed(words("money.cost")) in lacking


@pytest.mark.parametrize("language", Language)
def test_the_fees_of_the_loan_and_what_another_company_got_stand_apart_in_the_money(
    case: Case, language: Language
) -> None:
    money = {"party": case.dispute.institution}
    paid = case.happen(EventKind.PAYMENT, direction=Direction.OUT, outcome=Outcome.DONE, amount=Decimal(321), **money)
    due = case.happen(EventKind.REPAYMENT, outcome=Outcome.DUE, amount=Decimal(45), **money)
    moved = {"direction": Direction.OUT, "outcome": Outcome.DONE, "amount": Decimal(88)}
    vouched = case.happen(EventKind.PAYMENT, party="鑫汇融资担保有限公司", **moved)
    happenings = tuple(happening(each, case) for each in case.events)
    terms = LoanTerms(id="l", dispute_id="d", payments=(paid.id, due.id, vouched.id))

    def told(loan: LoanTerms) -> str:
        source = replace(case.source(), happenings=happenings, stated=Stated(loan=loan))
        return squeezed("".join(words_of(content(source, language), language).values()))

    words = Wording(language, case.dispute.zone)
    shown = told(replace(terms, fees=(paid.id, due.id)))
    for key, amount in (("fees_paid", 321), ("fees_to_come", 45)):
        assert squeezed(words(f"money.{key}", amount=words.amount("CNY", Decimal(amount)))) in shown
    assert squeezed(words("money.loan_fees")) in shown
    amount = words.amount("CNY", Decimal(88))
    assert squeezed(words("money.elsewhere_to", name="鑫汇融资担保有限公司", amount=amount)) in shown
    assert squeezed(words("money.elsewhere_row")) in shown
    assert squeezed(words("money.loan_fees")) not in told(terms)


def test_a_call_that_a_log_and_a_picture_show_is_said_to_be_one(case: Case, shot: Exhibit) -> None:
    image = picture(41, 80)
    log = case.add("calls.png", encoded(image, "PNG"), image_media(image, "image/png"))  # stands for a log of calls
    at = choose([ClockReading(datetime(2025, 2, 26, 10, 2), Precision.MINUTE, TimeSource.TYPED, 100)])
    said = {"direction": Direction.OUT, "number": "4008887766"}
    logged = case.happen(EventKind.CALL, at, exhibit_ids=(log.id,), duration_s=184, **said)
    read = case.happen(EventKind.CALL, at, exhibit_ids=(shot.id,), **said)
    origins = {logged.id: Origin.EXPORT, read.id: Origin.PICTURE}
    known = tuple(happening(each, case)._replace(origin=origins[each.id]) for each in (logged, read))
    chosen = content(replace(case.source(), happenings=known, stated=Stated()), Language.EN)
    told = words_of(chosen, Language.EN)["chronology"]
    assert told.count("Call; outgoing") == 1
    assert f"Also in exhibit {shot.number}, there: 2025-02-26 10:02" in told
    assert f"Exhibit {log.number} →" in told


def test_each_filing_stands_apart_with_its_own_periods(case: Case) -> None:
    filed = {"dispute_id": case.dispute.id, "body": "cn-institution"}
    complaints = [
        Complaint(id="a", reference="TS-1", filed_on=date(2026, 3, 2), **filed),
        Complaint(id="b", reference="TS-2", filed_on=date(2026, 4, 2), **filed),
    ]
    source = replace(case.source(), stated=Stated(complaints=complaints))
    found = content(source, Language.EN, generated_at=datetime(2026, 4, 10, tzinfo=UTC))
    told = words_of(found, Language.EN)["complaints"]
    first, second = told.index("TS-1"), told.index("TS-2")
    assert first < told.index("2026-03-17") < second < told.index("2026-04-17")


def test_an_export_of_messages_has_no_words_read_off_a_picture(case: Case, shot: Exhibit) -> None:
    said = {"direction": Direction.IN, "party": "速融宝", "exhibit_ids": (shot.id,)}
    read, imported = (case.happen(EventKind.MESSAGE, text=text, **said) for text in ("读出的字", "导入的字"))
    placed = (PlacedEvent(read, Place((1, 1, 9, 9))), PlacedEvent(imported, UNSEEN))
    case.readings.append(ExhibitReview(shot, events=placed))
    said_there = words_of(content(case.source()))["exhibits"]
    assert said_there.count("读出的字") == 1
    assert "导入的字" not in said_there


@pytest.mark.parametrize(("lines", "pages"), [(0, 1), (2, 1), (20, 2)])
def test_a_wide_picture_makes_room_for_a_few_words_below_it(case: Case, lines: int, pages: int) -> None:
    image = picture(800, 1100)  # as high as its page lets it be, and too wide for words beside it
    receipt = case.add("receipt.png", encoded(image, "PNG"), image_media(image, "image/png"))
    said = {"direction": Direction.IN, "party": "速融宝", "exhibit_ids": (receipt.id,)}
    read = [case.happen(EventKind.MESSAGE, text=f"第{line}行", **said) for line in range(lines)]
    case.readings.append(ExhibitReview(receipt, events=tuple(PlacedEvent(each, Place((1, 1, 9, 9))) for each in read)))
    chosen = content(case.source())
    shown = {each.id: expected(each, 1) for each in chosen.exhibits}
    flow = lay_out(
        chosen,
        Wording(Language.ZH_HANS, chosen.dispute.zone),
        Typesetter(Language.ZH_HANS, PAPERS["a4"]),
        shown,
        Silent(),
    )
    assert sum(page.tab == str(receipt.number) for page in flow.pages) == pages


def test_a_promise_said_again_in_other_words_stands_there_in_all_of_them(case: Case) -> None:
    for words in ("3个工作日内核实并回复", "三个工作日之内给您答复", "三个工作日之内给您答复"):
        made = {"promise": words, "promise_due": date(2025, 2, 25), "text": words, "party": "速融宝"}
        case.happen(EventKind.MESSAGE, direction=Direction.IN, **made)
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=Stated())
    said = words_of(content(source, without=LEAVABLE_SECTIONS - {"promises"}))["promises"]
    assert "承诺1项，见于3条记录" in said
    assert said.count("3个工作日内核实并回复") == said.count("三个工作日之内给您答复") == 1


@pytest.mark.parametrize("typed", [frozenset({"promise"}), frozenset()])
def test_a_list_of_calls_is_said_to_show_the_call_and_not_what_somebody_typed_of_it(
    case: Case, typed: frozenset[str]
) -> None:
    log = case.add("calls.png", encoded(picture(40, 80), "PNG"), image_media(picture(40, 80), "image/png"))
    made = {"promise": "三天内回电", "promise_due": date(2025, 2, 25), "agent_id": "3107", "exhibit_ids": (log.id,)}
    case.happen(EventKind.CALL, direction=Direction.OUT, party="速融宝", **made)
    happened = [happening(each, case) for each in case.events]
    known = tuple(each._replace(typed=typed) if each.promise else each for each in happened)
    said = words_of(content(replace(case.source(), happenings=known, stated=Stated())))
    for section in ("promises", "agents"):
        assert ("所述内容：投诉人陈述" in said[section]) == bool(typed), section


@pytest.mark.parametrize(
    ("language", "counted", "again"),
    [
        (Language.ZH_HANS, "承诺1项，见于4条记录", "再次作出（第2次，共3次）"),
        (Language.ZH_HANT, "承諾1項，見於4筆紀錄", "再次作出（第2次，共3次）"),
        (Language.EN, "Promises: 1; entries that show them: 4.", "made again (no. 2 of 3)"),
    ],
)
def test_the_same_promise_said_again_is_one_with_a_row_for_each_of_its_days_and_all_its_exhibits(
    case: Case, language: Language, counted: str, again: str
) -> None:
    shots = [
        case.add(f"shot{number}.png", encoded(image, "PNG"), image_media(image, "image/png"))
        for number, image in enumerate(picture(40, 80 + each) for each in range(4))
    ]
    for shot, due in zip(shots, (25, 25, 27, 28), strict=True):
        case.happen(
            EventKind.MESSAGE,
            direction=Direction.IN,
            party="速融宝",
            text="三天内撤销",
            promise="三天内撤销",
            promise_due=date(2025, 2, due),
            exhibit_ids=(shot.id,),
        )
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=Stated())
    others = LEAVABLE_SECTIONS - {"promises"}
    said = words_of(content(source, language, without=others), language)["promises"]
    assert squeezed(counted) in squeezed(said)
    assert said.count("三天内撤销") == 1
    assert squeezed(again) in squeezed(said)
    assert all(f"2025-02-{day}" in said for day in (25, 27, 28))
    links = said.count("{page}") + said.count("{{page}}")
    assert links == 2 * len(shots)  # the list of exhibits follows on the page
