"""Complaints that the timeline shows and nobody recorded are filings, and no more than that."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from evidence_app.day_words import day_words
from evidence_app.domain.disputes import Dispute, DisputeType
from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.happenings import Happening, Origin
from evidence_app.domain.letters import LetterKind
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.phrases import Language
from evidence_app.rules.letters import Matter, letter
from evidence_app.rules.workspace import Stated, Workspace, work_out
from tests.unit.rules.situations import message

TODAY = date(2025, 6, 1)
DISPUTE = Dispute(
    id="d",
    title="t",
    type=DisputeType.POOR_SERVICE,
    institution="速融宝",
    aliases=("示例消费金融有限公司",),
    created_at=datetime(2025, 3, 1, tzinfo=UTC),
    zone_name="Asia/Shanghai",
)


def complained(at: str = "2025-02-28T10:14", **facts: object) -> Happening:
    known = {"direction": Direction.OUT, "body": "12378", "text": "", "number": "", "party": ""} | facts
    return message(at)._replace(kind=EventKind.COMPLAINT, **known)  # type: ignore[arg-type]


def found(*events: Happening, complaints: tuple[Complaint, ...] = (), dispute: Dispute = DISPUTE) -> Workspace:
    return work_out(dispute, events, Stated(complaints=complaints), TODAY)


def filings(told: Workspace) -> list[tuple[str, str, date | None]]:
    return [(each.body, each.reference, each.filed_on) for each in told.stated.complaints]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("12378", "cn-nfra"),
        ("国家金融监督管理总局北京监管局", "cn-nfra"),
        ("National Financial Regulatory Administration (12378)", "cn-nfra"),
        ("人民银行上海分行", "cn-pboc"),
        ("12315平台", "cn-12315"),
        ("示例市金融消费纠纷调解中心", "cn-association"),
        ("派出所", "cn-police"),
        ("速融宝", "cn-institution"),
        ("示例消费金融有限公司", "cn-institution"),
        ("投诉部门", "cn-institution"),
        ("cn-nfra", "cn-nfra"),
        ("黑猫投诉", "cn-platform"),
        ("某某咨询公司", "某某咨询公司"),
        ("第123151号窗口", "第123151号窗口"),
    ],
)
def test_a_complaint_on_the_timeline_stands_on_the_ladder_where_it_went(body: str, expected: str) -> None:
    event = complained(body=body, reference="N-1")
    told = found(event)
    assert filings(told) == [(expected, "N-1", date(2025, 2, 28))]
    [filing] = told.stated.complaints
    assert (filing.event_id, filing.is_only_shown) == (event.event_id, True)


def test_what_goes_next_knows_it_and_without_its_event_it_is_gone() -> None:
    told = found(complained(body="速融宝"))
    assert told.ladder.next_step is not None
    assert told.ladder.next_step.body.id == "cn-nfra"
    gone = found()
    assert gone.ladder.next_step is not None
    assert (gone.ladder.next_step.body.id, filings(gone)) == ("cn-institution", [])


@pytest.mark.parametrize(
    "event",
    [
        complained(direction=Direction.IN),
        complained()._replace(at=None),
        complained(body=""),
        complained(body="速融宝", origin=Origin.PICTURE),
        complained(body="某某商城", origin=Origin.PICTURE),
    ],
    ids=["an answer", "no day", "nowhere", "the respondent of a page", "a name of a page"],
)
def test_what_does_not_show_where_it_was_filed_and_when_is_no_filing(event: Happening) -> None:
    told = found(event)
    assert filings(told) == []
    asked = event.direction is not Direction.IN and event.at is not None
    assert [each.event_id for each in told.unplaced_filings] == [event.event_id] * asked


def test_a_page_that_names_a_body_shows_that_it_was_filed_there() -> None:
    assert filings(found(complained(body="金融消费纠纷调解中心", origin=Origin.PICTURE)))[0][0] == "cn-association"


def test_further_steps_of_a_complaint_are_no_further_filings() -> None:
    first = complained("2025-02-28T10:14", reference="N-1")
    again = complained("2025-03-05T10:00", reference="N-1")
    urged = complained("2025-03-09T10:00")
    other = complained("2025-03-12T10:00", reference="N-2")
    assert [each[1] for each in filings(found(first, again, urged, other))] == ["N-1", "N-2"]


@pytest.mark.parametrize(
    "recorded",
    [
        {"event_id": "e"},
        {"body": "cn-association", "reference": "N-1"},
        {"body": "cn-nfra", "filed_on": date(2025, 2, 28)},
        {"body": "金融监管总局（12378）", "filed_on": date(2025, 2, 28)},
    ],
    ids=["its event", "its number", "its body and day", "its body by name, and day"],
)
def test_what_somebody_recorded_is_not_shown_twice(recorded: dict[str, object]) -> None:
    event = complained(reference="N-1")._replace(event_id="e")
    facts = {"body": "黑猫", "filed_on": date(2025, 3, 3)} | recorded
    filed = Complaint(id="c", dispute_id="d", **facts)  # type: ignore[arg-type]
    assert [each.id for each in found(event, complaints=(filed,)).stated.complaints] == ["c"]


def test_an_unnumbered_step_after_a_recorded_filing_is_no_second_one_and_one_before_it_is() -> None:
    filed = Complaint(id="c", dispute_id="d", body="cn-nfra", filed_on=date(2025, 3, 1))
    urged, earlier = complained("2025-03-09T10:00"), complained("2025-02-20T10:00")
    assert [each.id for each in found(urged, complaints=(filed,)).stated.complaints] == ["c"]
    assert len(found(earlier, complaints=(filed,)).stated.complaints) == 2


def test_nobody_is_late_and_nothing_unanswered_where_nobody_said_what_became_of_it() -> None:
    told = found(complained(body="速融宝"))
    assert [each.rule.id for each in told.findings] == []
    assert told.ladder.periods.last_overdue(TODAY) is None
    assert told.ladder.clocks
    assert told.charts.ladder is not None
    assert (told.charts.ladder.filings[0].is_open, told.charts.ladder.filings[0].days) == (False, 0)
    taken_over = replace(told.stated.complaints[0], id="c")
    late = found(complained(body="速融宝"), complaints=(taken_over,))
    assert "D" in {each.rule.id for each in late.findings}


def test_a_letter_tells_of_it_as_filed_and_says_of_no_answer() -> None:
    event = complained(body="速融宝", reference="N-1")
    told = found(event)
    matter = Matter(DISPUTE, told.happenings, complaints=told.stated.complaints, today=TODAY)
    written = letter(LetterKind.COMPLAINT, matter, Language.ZH_HANS, "cn-nfra")
    [said] = [each for each in written.statements if "N-1" in each.text and event.event_id in each.event_ids][-1:]
    assert "2025年2月28日" in said.text
    assert "未" not in said.text
    open_one = replace(told.stated.complaints[0], id="c", outcome=ComplaintOutcome.OPEN)
    kept = letter(LetterKind.COMPLAINT, replace(matter, complaints=[open_one]), Language.ZH_HANS, "cn-nfra")
    assert kept.plain_text("") != written.plain_text("")


def test_a_letter_tells_of_answers_on_the_way_only_as_long_as_their_entries_are_there() -> None:
    first = message("2025-03-05T10:00", text="已受理")
    second = message("2025-03-09T10:00", text="仍在核实")
    filed = Complaint(
        id="c",
        dispute_id="d",
        body="cn-institution",
        filed_on=date(2025, 3, 1),
        reply_ids=(first.event_id, second.event_id),
    )

    def said(told: Workspace) -> str:
        matter = Matter(DISPUTE, told.happenings, complaints=told.stated.complaints, today=TODAY)
        return letter(LetterKind.COMPLAINT, matter, Language.ZH_HANS, "cn-nfra").plain_text("")

    both = said(found(first, second, complaints=(filed,)))
    assert "2025年3月5日、2025年3月9日有过答复" in both
    assert "没有答复的记录" not in both
    assert f"截至{day_words(TODAY, Language.ZH_HANS)}没有最终答复的记录" in both
    assert "2025年3月5日有过答复" in said(found(first, complaints=(filed,)))
    assert "没有答复的记录" in said(found(complaints=(filed,)))
    ended = replace(filed, replied_on=date(2025, 3, 9), reply="不予退款", outcome=ComplaintOutcome.REFUSED)
    assert "2025年3月5日有过答复。2025年3月9日答复" in said(found(first, second, complaints=(ended,)))
