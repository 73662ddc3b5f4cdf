"""Lists of complaints."""

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.tickets import recognise_tickets
from tests.unit.reading.drawn_lines import Sheet

ENTRIES = (
    ("征信异议", "GD9869891462", "46057", "2025-02-03 10:57", "已受理"),
    ("退款纠纷", "GD8697404746", "80995", "2025-01-24 14:05", "已办结"),
    ("催收投诉", "GD9109134624", "68345", "2025-01-17 10:04", "处理中"),
)


def a_list(*entries: tuple[str, str, str, str, str]) -> Sheet:
    sheet = Sheet().centred("我的投诉", 44)
    for title, number, agent, filed, state in entries:
        sheet.row(title, gap=0.3).row(f"工单号：{number}", state, size=30, gap=0.3)
        sheet.row(f"经办工号{agent}", size=30, gap=0.3).row(filed, size=30, gap=1.6)
    return sheet


def test_each_entry_is_a_complaint_that_was_filed_then() -> None:
    found = recognised(a_list(*ENTRIES).page())
    assert found.kind is PageKind.TICKET
    facts = [event.facts for event in found.events]
    assert [(each.kind, each.direction) for each in facts] == [(EventKind.COMPLAINT, Direction.OUT)] * 3
    assert [each.reference for each in facts] == [number for _, number, *_ in ENTRIES]
    walls = [each.time.reading.wall.isoformat(" ", "minutes") for each in facts if each.time.reading]
    assert walls == [filed for *_, filed, _ in ENTRIES]
    assert [state in each.text for each, (*_, state) in zip(facts, ENTRIES, strict=True)] == [True] * 3


def test_one_complaint_with_its_steps_is_no_list() -> None:
    sheet = a_list(ENTRIES[0]).row("客服已回复", gap=0.3).row("2025-02-04 09:12", size=30, gap=0.8)
    assert recognise_tickets(sheet.page()) is None


def test_entries_without_a_time_are_no_list() -> None:
    assert recognise_tickets(a_list(*((*entry[:3], "", entry[4]) for entry in ENTRIES)).page()) is None


def test_steps_whose_titles_were_read_with_their_times_are_told_and_a_day_by_which_is_no_step() -> None:
    sheet = Sheet(zone="Asia/Taipei").centred("申訴詳情", 44).row("案件編號", "20250206212218", gap=0.5)
    sheet.row("送出時間", "2025-02-06 11:15", gap=0.5).row("處理狀態", "處理中", gap=1.5).row("處理進度", gap=0.8)
    sheet.row("客服回覆02-08 22:02", gap=0.3).at("我們會在3月20日前以書面回覆您。", 60, sheet.top)
    sheet.space(2.2).row("案件受理02-07 06:50", gap=1.2).row("申訴送出02-06 11:15")
    facts = [event.facts for event in recognised(sheet.page()).events]
    steps = [(f"{each.time.reading.wall:%m-%d %H:%M}", each.text) for each in facts if each.time.reading]
    assert [when for when, _ in steps] == ["02-06 11:15", "02-08 22:02", "02-07 06:50"]
    assert steps[1][1] == "客服回覆\n我們會在3月20日前以書面回覆您。"


def test_a_complaint_closed_by_the_institution_is_its_answer() -> None:
    sheet = (
        Sheet().centred("投诉进度", 44).row("投诉编号", "TS20250218-0456", gap=0.6).row("当前状态", "已关闭", gap=0.6)
    )
    sheet.row("处理结果", "经核实为本人操作，投诉不成立", gap=0.6).row("关闭时间", "2025-02-20 17:58", gap=0.6)
    (event,) = recognised(sheet.page()).events
    assert event.facts.direction is Direction.IN
    assert event.facts.text == "已关闭\n经核实为本人操作，投诉不成立"


def test_an_answer_expected_by_a_day_did_not_happen_then() -> None:
    sheet = Sheet().centred("投诉进度", 44).row("投诉编号", "TS20250218-0456", gap=0.6)
    sheet.row("提交时间", "2025-02-18 15:24", gap=0.6).row("当前状态", "处理中", gap=0.6)
    sheet.row("预计答复", "2025-02-25前", gap=1.6)
    sheet.row("2025-02-18 15:24 投诉已提交", size=30, gap=0.4).row(
        "2025-02-18 16:02 已受理，将在5个工作日内答复", size=30
    )
    facts = [event.facts for event in recognised(sheet.page()).events]
    steps = [(f"{each.time.reading.wall:%d %H:%M}", each.direction) for each in facts if each.time.reading]
    assert steps == [("18 15:24", Direction.OUT), ("18 16:02", Direction.IN)]


def test_a_complaint_filed_and_closed_is_both() -> None:
    sheet = Sheet().centred("投诉详情", 44).row("投诉编号", "TS20250218-0456", gap=0.6)
    sheet.row("提交时间", "2025-02-18 15:24", gap=0.6).row("当前状态", "已办结", gap=0.6)
    sheet.row("处理结果", "已退还手续费", gap=0.6).row("办结时间", "2025-02-20 17:58", gap=0.6)
    facts = [event.facts for event in recognised(sheet.page()).events]
    told = [(f"{each.time.reading.wall:%d %H:%M}", each.direction) for each in facts if each.time.reading]
    assert told == [("18 15:24", Direction.OUT), ("20 17:58", Direction.IN)]
    assert "已退还手续费" in facts[1].text


def a_receipt(said: str, label: str) -> Sheet:
    sheet = Sheet().centred("提交成功", 44, gap=4).centred(said, 44, gap=0.6)
    sheet.centred("工作人员将在5个工作日内与您联系。", 32, gap=3)
    return sheet.row(label, "TS2025022000417730", gap=1.0).row("提交时间", "2025-02-20 10:22:07")


def test_what_says_that_a_complaint_was_handed_in_is_one() -> None:
    for said in ("您的投诉已提交", "投诉提交成功", "您的申诉案件已送出"):
        (event,) = recognised(a_receipt(said, "受理编号").page()).events
        assert (event.facts.kind, event.facts.reference) == (EventKind.COMPLAINT, "TS2025022000417730")
        assert event.facts.time.reading
        assert f"{event.facts.time.reading.wall}" == "2025-02-20 10:22:07"


def test_what_was_applied_for_is_no_complaint() -> None:
    for said in ("您的申请已提交", "您的提现申请已提交", "您的借款申请已受理", "投诉提交失败"):
        for label in ("受理编号", "申请编号"):
            found = recognised(a_receipt(said, label).page())
            assert all(event.facts.kind is not EventKind.COMPLAINT for event in found.events)
