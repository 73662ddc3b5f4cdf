"""Who is who in the dossier: contacts, agents, under all their names."""

from dataclasses import replace
from datetime import datetime

import pytest

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exhibits import Media, MediaKind
from evidence_app.domain.times import UNKNOWN_TIME, ClockReading, Precision, TimeSource, choose
from evidence_app.domain.workspace import AgentCard, EventMark, Institution, InstitutionType
from evidence_app.phrases import Language, name_of
from evidence_app.rules.law import body
from evidence_app.rules.workspace import Stated
from tests.fakes.dossier_case import Case
from tests.unit.dossier.told import content, happening, squeezed, words_of


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


@pytest.mark.parametrize("body", ["机构自己的投诉部门", "機構自己的投訴部門", "The institution's complaints office"])
def test_the_institutions_own_complaints_office_is_no_party_of_its_own(case: Case, body: str) -> None:
    case.happen(EventKind.COMPLAINT, body=body, direction=Direction.OUT)
    case.happen(EventKind.COMPLAINT, body="12378", direction=Direction.OUT)
    parties = content(case.source()).parties
    assert [each.name for each in parties if each.name in {body, "12378"}] == ["12378"]
    assert (parties[0].name, parties[0].shown_as) == (case.dispute.institution, ())


@pytest.mark.parametrize("language", Language)
def test_a_body_has_its_name_in_the_dossiers_language(case: Case, language: Language) -> None:
    case.happen(EventKind.COMPLAINT, body="中国人民银行（12363）", direction=Direction.OUT)
    told = words_of(content(case.source(), language), language)["parties"]
    names = body("cn-pboc").name  # type: ignore[union-attr]
    assert {each for each in Language if squeezed(names[each]) in squeezed(told)} == {language}


@pytest.mark.parametrize("shown", ["示例工作室", "示例公司"])
def test_what_is_stated_of_the_institution_and_its_app_stands_with_the_parties(case: Case, shown: str) -> None:
    case.happen(EventKind.NOTE, text="一")
    stated = Institution(
        id="i", dispute_id=case.dispute.id, app="示例贷", publisher="示例公司", shown_publisher=shown, licence="A1"
    )
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated(institution=stated))
    told = words_of(content(source))["parties"]
    assert all(each in told for each in ("示例贷", "A1", "以上由投诉人填写"))
    assert ("应用商店显示的发行方" in told) is (shown != "示例公司")
    assert "以上由投诉人填写" not in words_of(content(replace(source, stated=Stated())))["parties"]


def test_a_contact_without_a_time_is_neither_the_first_nor_the_last_while_another_has_one(case: Case) -> None:
    whole = {"party": "催收员", "agent_id": "3017", "direction": Direction.IN}
    early, late = (case.happen(EventKind.CALL, **whole) for _ in range(2))
    case.happen(EventKind.CALL, UNKNOWN_TIME, **whole)
    case.happen(EventKind.MESSAGE, UNKNOWN_TIME, party="小周")
    known = tuple(happening(each, case) for each in case.events)
    source = replace(case.source(), happenings=known, stated=Stated())
    chosen = content(source)
    line, never = chosen.parties
    [agent] = chosen.agents
    for each in (line, agent):
        assert (each.first.id, each.last.id, each.event_count) == (early.id, late.id, 3)
    assert (never.name, never.last.time.happened) == ("小周", None)


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
    alone = replace(source, happenings=[each for each in known if "没有时限" not in each.text])
    assert "未注明是哪一处" in words_of(content(alone))["agents"]
    assert "未注明是哪一处" not in told
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


def test_a_colleague_whose_number_was_stated_by_mistake_is_none_of_the_institutions_names(case: Case) -> None:
    case.happen(EventKind.MESSAGE, party="小王(同事)", number="13800138011", direction=Direction.IN, text="有人找你")
    known = Institution(id="i", dispute_id=case.dispute.id, numbers=("13800138011",))
    [found] = content(replace(case.source(), stated=Stated(institution=known))).parties
    assert (found.name, found.shown_as) == ("小王(同事)", ())


def test_a_sender_of_sms_that_has_a_name_for_its_number_is_known_by_it(case: Case) -> None:
    case.happen(EventKind.MESSAGE, number=case.dispute.institution, direction=Direction.IN, text="您的账单已逾期")
    case.happen(EventKind.MESSAGE, number="示例银行", direction=Direction.IN, text="您的验证码")
    found = content(case.source()).parties
    assert [(each.name, each.numbers) for each in found] == [
        (case.dispute.institution, (case.dispute.institution,)),
        ("", ("示例银行",)),
    ]
