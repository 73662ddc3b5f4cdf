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
