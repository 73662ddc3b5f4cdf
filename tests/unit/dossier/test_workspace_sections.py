"""What a dispute amounts to, in the dossier: with its exhibits, and only as far as the dossier shows its events."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.events import Direction, Event, EventKind, Outcome
from evidence_app.domain.exhibits import Exhibit, Media, MediaKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.machine_text import UNSEEN, Place
from evidence_app.domain.review import ExhibitReview, PlacedEvent
from evidence_app.domain.timeline import Period
from evidence_app.domain.times import ClockReading, EventTime, Precision, TimeSource, choose, instant
from evidence_app.domain.workspace import (
    LEAVABLE_SECTIONS,
    AgentCard,
    Complaint,
    EventMark,
    Exclusion,
    Institution,
    InstitutionType,
    LoanTerms,
    PromiseRecord,
    PromiseState,
)
from evidence_app.dossier.blocks import Typesetter
from evidence_app.dossier.content import Content, span_of_events
from evidence_app.dossier.gathering import expected
from evidence_app.dossier.layout import lay_out
from evidence_app.dossier.page import PAPERS, PageLink, Text
from evidence_app.dossier.profiles import load_profile
from evidence_app.dossier.selecting import select
from evidence_app.dossier.source import DossierSource
from evidence_app.dossier.wording import Wording
from evidence_app.phrases import Language, name_of, phrase
from evidence_app.progress import Silent
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case, encoded, image_media, new_case, options, picture


def happening(event: Event, case: Case) -> Happening:
    """Return an event as rules look at it."""
    reading = event.time.happened
    at = instant(reading, case.dispute.zone) if reading else None
    names = ("direction", "party", "number", "agent_id", "agent_name", "text", "amount", "currency", "reference")
    rest = ("duration_s", "outcome", "promise", "promise_due", "body", "exhibit_ids")
    return Happening(
        event.id, event.kind, at, event.time.precision, **{name: getattr(event, name) for name in names + rest}
    )


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return new_case(tmp_path)


@pytest.fixture
def shot(case: Case) -> Exhibit:
    image = picture(40, 80)
    return case.add("shot.png", encoded(image, "PNG"), image_media(image, "image/png"))


@pytest.fixture
def source(case: Case, shot: Exhibit) -> DossierSource:
    case.happen(
        EventKind.CALL,
        direction=Direction.IN,
        agent_id="80231",
        agent_name="小王",
        duration_s=60,
        text="要求还款",
        promise="三天内撤销",
        promise_due=date(2025, 2, 25),
        exhibit_ids=(shot.id,),
    )
    case.happen(
        EventKind.PAYMENT,
        direction=Direction.IN,
        party="速融宝",
        amount=Decimal(3000),
        outcome=Outcome.DONE,
        exhibit_ids=(shot.id,),
    )
    filed = Complaint(
        id="c",
        dispute_id=case.dispute.id,
        body="cn-nfra",
        filed_on=date(2025, 2, 24),
        reference="NF-1",
        event_id="ev00002",
    )
    marked = EventMark(id="m", dispute_id=case.dispute.id, event_id="ev00002", tags=("threat",))
    stated = Stated(complaints=[filed], marks=[marked])
    return replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)


def content(source: DossierSource, language: Language = Language.ZH_HANS, **choices: object) -> Content:
    return select(source, options("lawyer", language, **choices), load_profile("lawyer"))


def on(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def words_of(chosen: Content, language: Language = Language.ZH_HANS) -> dict[str, str]:
    """Return what stands in each section that is there."""
    setter = Typesetter(language, PAPERS["a4"])
    pictures = {each.id: expected(each, 1) for each in chosen.exhibits}
    flow = lay_out(chosen, Wording(language, chosen.dispute.zone), setter, pictures, Silent())
    starts = {name: anchor.page_index for name, anchor in flow.anchors.items() if name.startswith("section-")}
    ends = sorted({*starts.values(), len(flow.pages)})
    said: dict[str, str] = {}
    for name, first in starts.items():
        last = next(end for end in ends if end > first)
        placed = [
            operation for page in flow.pages[first:last] for _, operations in page.placed for operation in operations
        ]
        texts = [each.text for each in placed if isinstance(each, Text)]
        said[name.removeprefix("section-")] = "".join(
            [*texts, *(each.pattern for each in placed if isinstance(each, PageLink))]
        )
    return said


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
    for section in LEAVABLE_SECTIONS - {"charts"}:
        assert "{{page}}" in said[section] or "{page}" in said[section], section
        assert "None" not in said[section]


def test_a_filing_of_which_nobody_said_the_day_is_told_as_such(source: DossierSource) -> None:
    assert source.stated is not None
    undated = [replace(each, filed_on=None) for each in source.stated.complaints]
    said = words_of(content(replace(source, stated=replace(source.stated, complaints=undated))))
    assert "未填写" in said["complaints"]
    assert "未填写" not in words_of(content(source))["complaints"]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 3, 10), ""),
        (date(2025, 3, 20), "有几个期限，最早的2025-03-11已过，最晚的至2025-04-25"),
        (date(2025, 5, 20), "答复期限2025-04-25已过"),
    ],
)
def test_the_summary_says_of_an_answer_that_it_is_late_once_the_last_of_its_periods_is_over(
    source: DossierSource, today: date, said: str
) -> None:
    assert source.stated is not None
    filed = [replace(each, body="cn-institution") for each in source.stated.complaints]
    late = replace(source, stated=replace(source.stated, complaints=filed))
    told = words_of(content(late, generated_at=on(today)))["summary"]
    assert said in told
    assert ("答复期限" in told) == said.startswith("答复期限")
    assert ("有几个期限" in told) == said.startswith("有几个期限")


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
    nothing = words_of(content(replace(source, happenings=(), stated=Stated())))
    assert not LEAVABLE_SECTIONS & nothing.keys()


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


def test_the_summary_tells_of_promises_threats_and_the_institutions_money_and_of_no_plan_for_later(
    case: Case, shot: Exhibit
) -> None:
    done = {"outcome": Outcome.DONE, "exhibit_ids": (shot.id,)}
    shop = case.happen(EventKind.PAYMENT, direction=Direction.OUT, party="某商城", amount=Decimal("35.90"), **done)
    paid_out = case.happen(
        EventKind.PAYMENT, direction=Direction.IN, party="速融宝科技有限公司", amount=Decimal(9500), **done
    )
    threat = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="通知你单位")
    promise = {"direction": Direction.IN, "party": "速融宝", "text": "三日内注销", "promise": "三日内注销"}
    promised = case.happen(EventKind.MESSAGE, **promise)
    again = case.happen(EventKind.MESSAGE, **promise)
    refused = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="速融宝", text="无法注销")
    mother = case.happen(EventKind.MESSAGE, direction=Direction.IN, party="妈妈", text="我无法接听")
    plan = ClockReading(datetime(2027, 1, 12), Precision.DAY, TimeSource.SCREEN, 80)
    planned = case.happen(EventKind.REPAYMENT, choose([plan]), amount=Decimal(900), outcome=Outcome.DUE)
    stated = Stated(marks=[EventMark(id="m", dispute_id=case.dispute.id, event_id=threat.id, tags=("threat",))])
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)
    chosen = content(source)
    assert list(chosen.key_events[:4]) == [paid_out, threat, promised, refused]
    assert not {shop.id, again.id, planned.id} & {each.id for each in chosen.key_events}
    assert mother.id not in {each.id for each in chosen.key_events[:4]}
    ends = span_of_events(chosen)
    assert ends is not None
    assert ends[1] is not planned
    assert planned in chosen.events


def test_the_matters_days_end_with_what_is_of_the_matter_and_not_with_a_bills_last_purchase(case: Case) -> None:
    def at(day: int) -> EventTime:
        return choose([ClockReading(datetime(2025, 2, day), Precision.DAY, TimeSource.PLATFORM, 80)])

    row = {"direction": Direction.OUT, "outcome": Outcome.DONE, "amount": Decimal("35.90"), "place": "row:3"}
    case.happen(EventKind.PAYMENT, at(1), party="某商城", **row)
    paid = case.happen(EventKind.PAYMENT, at(3), party="速融宝", **row)
    for kind in (EventKind.CALL, EventKind.MESSAGE, EventKind.LOGIN, EventKind.COMPLAINT):
        case.happen(kind, at(4), direction=Direction.IN, party="速融宝", text="无法注销")
    noted = case.happen(EventKind.NOTE, at(5), text="到单位找我")
    shop = case.happen(EventKind.PAYMENT, at(7), party="某商城", **row)

    def ends(**said: object) -> tuple[str, str]:
        happenings = tuple(happening(each, case) for each in case.events)
        found = span_of_events(content(replace(case.source(), happenings=happenings, stated=Stated(**said))))  # type: ignore[arg-type]
        assert found is not None
        return found[0].id, found[1].id

    assert ends() == (paid.id, noted.id)
    mark = EventMark(id="m", dispute_id=case.dispute.id, event_id=shop.id, note="只收了这笔货款")
    assert ends(marks=[mark]) == (paid.id, shop.id)


def test_an_instalment_that_the_banks_row_pays_is_the_same_money_in_the_table(case: Case) -> None:
    def at(day: int) -> EventTime:
        return choose([ClockReading(datetime(2025, 3, day), Precision.DAY, TimeSource.SCREEN, 80)])

    known = {"party": "速融宝", "amount": Decimal(3420)}
    case.happen(EventKind.PAYMENT, at(12), direction=Direction.OUT, outcome=Outcome.DONE, **known)
    case.happen(EventKind.REPAYMENT, at(10), outcome=Outcome.PAID, **known)
    happenings = tuple(happening(each, case) for each in case.events)
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
    assert "365r" in told
    assert "12r" not in told
    assert squeezed(words("money.basis", paid=0, to_come=1)) in told
    assert ">10000%" in told, "12,000 for 9,500 within ten days is a rate that nobody can read"


def test_the_summary_tells_when_the_loan_came_however_much_was_promised_and_threatened(case: Case) -> None:
    loan = case.happen(EventKind.PAYMENT, direction=Direction.IN, amount=Decimal(9500), outcome=Outcome.DONE)
    wages = case.happen(EventKind.PAYMENT, direction=Direction.IN, amount=Decimal(8000), outcome=Outcome.DONE)
    said = {"direction": Direction.IN, "party": "速融宝", "agent_id": "80231"}
    threats = [case.happen(EventKind.MESSAGE, text=f"通知你单位 {number}", **said) for number in range(3)]
    for number in range(3):
        case.happen(EventKind.MESSAGE, text=f"{number}日内注销", promise=f"{number}日内注销", **said)
    marks = [EventMark(id=each.id, dispute_id=case.dispute.id, event_id=each.id, tags=("threat",)) for each in threats]
    stated = Stated(marks=marks, loan=LoanTerms(id="l", dispute_id=case.dispute.id, paid_out=(loan.id,)))
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events), stated=stated)
    chosen = content(source)
    assert chosen.key_events[0] is loan
    assert wages not in chosen.key_events


@pytest.mark.parametrize(
    "by",
    [{"party": "速融宝科技有限公司"}, {"party": "XX信托", "number": "1100 2233 9988"}, {"text": "速融宝放款"}],
    ids=["name", "account", "words"],
)
def test_the_loan_came_with_the_institutions_first_payment_where_nobody_stated_it(
    case: Case, by: dict[str, str]
) -> None:
    money = {"direction": Direction.IN, "outcome": Outcome.DONE}
    case.happen(EventKind.PAYMENT, party="某单位", text="工资", amount=Decimal(8000), **money)
    loan = case.happen(EventKind.PAYMENT, amount=Decimal(9500), **money, **by)
    said = {"direction": Direction.IN, "party": "速融宝", "agent_id": "80231"}
    threats = [case.happen(EventKind.MESSAGE, text=f"通知你单位 {number}", **said) for number in range(3)]
    for number in range(3):
        case.happen(EventKind.MESSAGE, text=f"{number}日内注销", promise=f"{number}日内注销", **said)
    marks = [EventMark(id=each.id, dispute_id=case.dispute.id, event_id=each.id, tags=("threat",)) for each in threats]
    known = Institution(id="i", dispute_id=case.dispute.id, numbers=("110022339988",))
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events))
    chosen = content(replace(source, stated=Stated(institution=known, marks=marks)))
    assert chosen.key_events[0] is loan


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
    assert told.count("The same call as at") == 1
    assert f"in exhibit {log.number}; it counts once." in told


def test_the_summary_tells_of_freeze_refusal_complaint_and_of_broken_promises_before_those_that_are_open(
    case: Case,
) -> None:
    said = {"direction": Direction.IN, "party": "速融宝"}
    broken = [case.happen(EventKind.MESSAGE, text=f"{n}日内解冻", promise=f"{n}日内解冻", **said) for n in (3, 5)]
    for number in range(3):
        text = f"{number}日内答复"
        case.happen(EventKind.MESSAGE, text=text, promise=text, agent_id="80231", amount=Decimal(1), **said)
    case.happen(EventKind.MESSAGE, text="我的钱为什么被冻结", direction=Direction.OUT, party="速融宝")
    frozen = case.happen(EventKind.MESSAGE, text="您的账户已被限制提现", **said)
    refused = case.happen(EventKind.MESSAGE, text="您的申请无法通过", **said)
    filed = case.happen(EventKind.COMPLAINT, direction=Direction.OUT, body="速融宝")
    records = [
        PromiseRecord(id=each.id, dispute_id=case.dispute.id, event_id=each.id, state=PromiseState.BROKEN)
        for each in broken
    ]
    source = replace(case.source(), happenings=tuple(happening(each, case) for each in case.events))
    blocked = replace(source.dispute, type=DisputeType.WITHDRAWAL_BLOCKED)
    chosen = content(replace(source, dispute=blocked, stated=Stated(promises=records)))
    assert {*broken, frozen, refused, filed} <= {*chosen.key_events}
    assert words_of(chosen, Language.ZH_HANS)["summary"].count("未兑现") == len(broken)


def test_a_filing_on_no_timeline_is_told_by_who_first_confirmed_its_number(case: Case) -> None:
    said = {"direction": Direction.IN, "party": "速融宝"}
    taken = case.happen(EventKind.MESSAGE, text="您的投诉已受理，编号HT-88-0088", **said)
    for number in range(20):
        case.happen(EventKind.MESSAGE, text=f"请尽快还款{number}", **said)
    filing = Complaint(id="c", dispute_id=case.dispute.id, body="cn-nfra", reference="HT-88-0088")
    known = tuple(happening(each, case) for each in case.events)
    stated = Stated(complaints=[replace(filing, filed_on=date(2025, 3, 1))])
    assert taken in content(replace(case.source(), happenings=known, stated=stated)).key_events


def test_the_summary_says_since_when_it_is_in_dispute_and_what_is_still_open(case: Case, shot: Exhibit) -> None:
    said = {"direction": Direction.IN, "party": case.dispute.institution}
    case.happen(EventKind.MESSAGE, text="您的账户已被限制提现", exhibit_ids=(shot.id,), **said)
    back = {"amount": Decimal(1000), "currency": "CNY", "outcome": Outcome.REFUNDED, "exhibit_ids": (shot.id,)}
    case.happen(EventKind.PAYMENT, **back, **said)
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated())
    blocked = replace(source.dispute, type=DisputeType.WITHDRAWAL_BLOCKED, amount=Decimal(3000))
    told = words_of(content(replace(source, dispute=blocked)), Language.ZH_HANS)["summary"]
    assert "最早显示问题的事件" in told
    assert "已追回 人民币 1,000.00 元 · 尚未追回 人民币 2,000.00 元" in told
    stated = replace(blocked, disputed_since=date(2025, 2, 1))
    told = words_of(content(replace(source, dispute=stated)), Language.ZH_HANS)["summary"]
    assert "2025-02-01（投诉人说明）" in told


@pytest.mark.parametrize("language", Language)
def test_the_summary_says_where_it_was_taken_what_is_overdue_and_what_was_found(case: Case, language: Language) -> None:
    said = {"direction": Direction.IN, "party": case.dispute.institution}
    night = ClockReading(datetime(2026, 3, 1, 23, 10), Precision.MINUTE, TimeSource.SCREEN, 80)
    case.happen(EventKind.CALL, choose([night]), duration_s=60, **said)
    filed = {"dispute_id": case.dispute.id, "filed_on": date(2026, 3, 2)}
    complaints = [
        Complaint(id="a", body="cn-institution", reference="TS-1", **filed),
        *(Complaint(id=f"{number}", body="cn-nfra", reference=f"N-{number}", **filed) for number in range(5)),
    ]
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated(complaints=complaints))
    later = {"generated_at": datetime(2026, 5, 1, tzinfo=UTC)}
    found = content(source, language, **later)
    told = words_of(found, language)["summary"]
    assert "TS-1" in told
    assert "2026-03-17" in told  # fifteen days for a simple case
    assert "N-4" not in told
    assert "+ 2" in told
    waited = {Language.EN: "not answered for 60 days", Language.ZH_HANS: "已60天未答复"}
    assert squeezed(waited.get(language, "已60天未獲答覆")) in squeezed(told)
    assert "days:" not in told
    assert "since then" not in told
    assert phrase("dossier", "summary.departures", language)[:8] in told
    assert found.workspace is not None
    assert any(each.rule.title[language] in told for each in found.workspace.told_findings)
    assert phrase("dossier", "summary.since", language) not in told  # a call at night came before the complaint
    left_out = content(source, language, without=frozenset({"findings", "complaints"}), **later)
    told = words_of(left_out, language)["summary"]
    assert "TS-1" not in told
    assert phrase("dossier", "summary.departures", language)[:8] not in told


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (date(2026, 3, 24), "answered 2026-03-24 after 22 days"),
        (date(2026, 3, 3), "answered 2026-03-03 after 1 day"),
        (date(2026, 3, 2), "answered the same day"),
    ],
)
def test_how_long_an_answer_took_is_said_in_proper_words(case: Case, answered: date, told: str) -> None:
    filed = Complaint(
        id="a", dispute_id=case.dispute.id, body="cn-nfra", filed_on=date(2026, 3, 2), replied_on=answered
    )
    source = replace(case.source(), stated=Stated(complaints=[filed]))
    found = content(source, Language.EN, generated_at=datetime(2026, 5, 1, tzinfo=UTC))
    assert squeezed(told) in squeezed(words_of(found, Language.EN)["summary"])


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


def test_the_summary_tells_of_refunds_and_failed_withdrawals_and_of_no_instalments_to_come(case: Case) -> None:
    money = {"party": case.dispute.institution, "amount": Decimal(500)}
    back = case.happen(EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.REFUNDED, **money)
    failed = case.happen(EventKind.PAYMENT, direction=Direction.IN, outcome=Outcome.FAILED, **money)
    for month in (10, 11, 12):
        day = ClockReading(datetime(2026, month, 22), Precision.DAY, TimeSource.SCREEN, 80)
        case.happen(EventKind.REPAYMENT, choose([day]), outcome=Outcome.DUE, **money)
    known = tuple(happening(each, case) for each in case.events)
    chosen = content(replace(case.source(), happenings=known, stated=Stated()))
    assert list(chosen.key_events) == [back, failed]


def test_a_filing_is_not_called_an_event_that_shows_the_trouble(case: Case) -> None:
    case.happen(EventKind.LOGIN, text="异地登录")
    filed = Complaint(id="a", dispute_id=case.dispute.id, body="cn-pboc", filed_on=date(2026, 3, 2))
    known = tuple(happening(each, case) for each in case.events)
    stolen = replace(case.source(), happenings=known, stated=Stated(complaints=[filed]))
    told = words_of(content(replace(stolen, dispute=replace(stolen.dispute, type=DisputeType.ACCOUNT_STOLEN))))
    assert "2026-03-02（首次投诉）" in told["summary"]


def test_a_name_in_traditional_and_simplified_characters_is_one_contact(case: Case) -> None:
    for party in ("海豚錢包客服", "海豚钱包客服"):
        case.happen(EventKind.MESSAGE, party=party, direction=Direction.IN)
    assert [(each.name, each.event_count) for each in content(case.source()).parties] == [("海豚錢包客服", 2)]


def test_the_institution_is_one_line_that_says_of_each_of_its_names_why_it_is_its_own(case: Case) -> None:
    aliased = replace(case.dispute, institution="海豚錢包", aliases=("海豚支付",))
    for party, number in (
        ("海豚錢包客服", ""),
        ("海豚钱包客服", ""),
        ("海豚錢包官方帳號", ""),
        ("海豚支付", ""),
        ("小李", "10690001"),
        ("海豚錢包維權群", ""),
        ("海豚", ""),
    ):
        case.happen(EventKind.MESSAGE, party=party, number=number, direction=Direction.IN)
    known = Institution(id="i", dispute_id=case.dispute.id, numbers=("10690001",))
    source = replace(case.source(), dispute=aliased, stated=Stated(institution=known))
    chosen = content(source)
    first, *others = chosen.parties
    assert (first.name, first.numbers, first.event_count) == ("海豚錢包", ("10690001",), 5)
    assert [(each.name, each.event_count, each.joined.value) for each in first.shown_as] == [
        ("海豚錢包客服", 2, "by_name"),
        ("海豚錢包官方帳號", 1, "by_name"),
        ("海豚支付", 1, "stated"),
        ("小李", 1, "stated"),
    ]
    assert {"海豚錢包維權群", "海豚"} <= {each.name for each in others}
    for language, told in ((Language.ZH_HANS, "按名称归入"), (Language.EN, "by its name")):
        assert told in words_of(content(source, language), language)["parties"]


@pytest.mark.parametrize("language", Language)
def test_a_collection_agency_is_said_to_be_one_with_the_parties_and_above_its_agents(
    case: Case, language: Language
) -> None:
    case.happen(EventKind.CALL, direction=Direction.IN, agent_id="3017", party=case.dispute.institution)
    known = tuple(happening(each, case) for each in case.events)
    agency = Institution(id="i", dispute_id=case.dispute.id, circumstances=("debt_collector",))
    source = replace(case.source(), happenings=known, stated=Stated(institution=agency))
    words = squeezed(name_of(InstitutionType.DEBT_COLLECTOR, language))
    told = words_of(content(source, language), language)
    assert all(words in squeezed(told[section]) for section in ("parties", "agents"))
    unsaid = words_of(content(replace(source, stated=Stated()), language), language)
    assert not any(words in squeezed(unsaid[section]) for section in ("parties", "agents"))


def test_an_agent_who_was_joined_is_one_line_with_all_ids_and_names(case: Case) -> None:
    for agent_id, name in (("3017", "小李"), ("5520", ""), ("3017", "李明"), ("4488", "")):
        case.happen(EventKind.CALL, direction=Direction.IN, agent_id=agent_id, agent_name=name, party="客服")
    known = tuple(happening(each, case) for each in case.events)
    card = AgentCard(id="a", dispute_id=case.dispute.id, agent_ids=("3017", "5520"), names=("李主管",))
    source = replace(case.source(), happenings=known, stated=Stated(agents=[card]))
    chosen = content(source)
    found = [(each.agent_ids, each.names, each.parties, each.event_count) for each in chosen.agents]
    assert (("3017", "5520"), ("小李", "李明", "李主管"), ("客服",), 3) in found
    assert (("4488",), (), ("客服",), 1) in found
    told = words_of(chosen)["parties"]
    assert "李主管" in told
    one = next(each for each in chosen.agents if "3017" in each.agent_ids)
    assert one.first.ordinal < one.last.ordinal


def test_what_was_said_after_an_id_was_given_and_contradictions_stand_with_the_agents(case: Case) -> None:
    day = datetime(2025, 2, 22, 10)
    said = (("工号3017为您服务", "3017"), ("三天内解冻", ""), ("没有时限", "4488"))
    for minute, (text, agent_id) in enumerate(said):
        at = choose([ClockReading(day.replace(minute=minute), Precision.MINUTE, TimeSource.TYPED, 100)])
        case.happen(EventKind.MESSAGE, at, direction=Direction.IN, party="客服", text=text, agent_id=agent_id)
    known = tuple(happening(each, case) for each in case.events)
    marked = [
        EventMark(id=each.event_id, dispute_id=case.dispute.id, event_id=each.event_id, tags=("contradicts",))
        for each in known
        if each.text in ("三天内解冻", "没有时限")
    ]
    source = replace(case.source(), happenings=known, stated=Stated(marks=marked))
    told = words_of(content(source))["agents"]
    before = "工号 3017 是此前在同一对话中报的"
    assert told.count(before) == 2  # in the agent's table, and among the contradictions
    assert told.count("已标注：与其他说法矛盾") == 2
    assert "互相矛盾的说法" in told
    without = replace(source, happenings=[each for each in known if "3017为您" not in each.text])
    assert before not in words_of(content(without))["agents"]


def test_contacts_from_a_stated_number_are_the_institutions_and_a_recording_is_no_further_one(case: Case) -> None:
    at = ClockReading(datetime(2025, 2, 22, 9, 0), Precision.SECOND, TimeSource.TYPED, 100)
    call = case.happen(EventKind.CALL, choose([at]), number="02150001234", direction=Direction.IN, duration_s=60)
    media = Media(MediaKind.AUDIO, "audio/mpeg", duration_ms=60_000)
    taped = case.add("call.mp3", b"sound", media)
    [file] = [each for each in case.events if each.exhibit_ids == (taped.id,)]
    case.events[case.events.index(file)] = replace(file, time=call.time, number="02150001234", duration_s=60)
    known = Institution(id="i", dispute_id=case.dispute.id, numbers=("021-5000 1234",))
    chosen = content(replace(case.source(), stated=Stated(institution=known)))
    assert [(each.name, each.numbers, each.event_count) for each in chosen.parties] == [
        (case.dispute.institution, ("02150001234",), 1)
    ]


def test_a_sender_of_sms_that_has_a_name_for_its_number_is_known_by_it(case: Case) -> None:
    case.happen(EventKind.MESSAGE, number=case.dispute.institution, direction=Direction.IN, text="您的账单已逾期")
    case.happen(EventKind.MESSAGE, number="示例银行", direction=Direction.IN, text="您的验证码")
    found = content(case.source()).parties
    assert [(each.name, each.numbers) for each in found] == [
        (case.dispute.institution, (case.dispute.institution,)),
        ("", ("示例银行",)),
    ]


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


def squeezed(words: str) -> str:
    return "".join(words.split())
