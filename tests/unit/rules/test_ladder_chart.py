"""How long complaints waited, as the picture shows it."""

from datetime import date

from evidence_app.domain.disputes import DisputeType
from evidence_app.domain.workspace import Complaint, ComplaintOutcome
from evidence_app.rules.ladder import ladder_of
from evidence_app.rules.ladder_chart import LadderChart, Lateness, ladder_chart
from evidence_app.rules.territories import Territory

TODAY = date(2025, 8, 1)


def complaint(body: str = "cn-institution", **facts: object) -> Complaint:
    facts = {"filed_on": date(2025, 4, 1)} | facts
    return Complaint(id=f"c-{body}", dispute_id="d", body=body, **facts)  # type: ignore[arg-type]


def drawn(*complaints: Complaint, today: date = TODAY) -> LadderChart | None:
    return ladder_chart(ladder_of(Territory.of("CN"), DisputeType.OTHER, complaints, today), complaints, today)


def stretches(chart: LadderChart | None) -> list[tuple[str, str, Lateness]]:
    assert chart is not None
    [filing] = chart.filings
    return [(each.first.isoformat(), each.last.isoformat(), each.lateness) for each in filing.stretches()]


def test_an_unanswered_complaint_waits_in_time_then_longer_then_too_long() -> None:
    assert stretches(drawn(complaint())) == [  # due on 16 April, if complex on 6 May
        ("2025-04-01", "2025-04-16", Lateness.IN_TIME),
        ("2025-04-16", "2025-05-06", Lateness.EXTENDED),
        ("2025-05-06", "2025-08-01", Lateness.LATE),
    ]
    assert stretches(drawn(complaint(extended_on=date(2025, 5, 2)))) == [  # then on 3 June
        ("2025-04-01", "2025-04-16", Lateness.IN_TIME),
        ("2025-04-16", "2025-06-03", Lateness.EXTENDED),
        ("2025-06-03", "2025-08-01", Lateness.LATE),
    ]


def test_an_answer_ends_the_waiting() -> None:
    chart = drawn(complaint(replied_on=date(2025, 4, 10), outcome=ComplaintOutcome.REFUSED))
    assert stretches(chart) == [("2025-04-01", "2025-04-10", Lateness.IN_TIME)]
    assert chart is not None
    assert (chart.filings[0].days, chart.filings[0].is_open) == (9, False)


def test_of_a_complaint_that_ended_on_a_day_nobody_wrote_down_no_waiting_is_claimed() -> None:
    chart = drawn(complaint(outcome=ComplaintOutcome.WITHDRAWN, received_on=date(2025, 4, 3)))
    assert stretches(chart) == [("2025-04-01", "2025-04-03", Lateness.IN_TIME)]
    assert stretches(drawn(complaint(outcome=ComplaintOutcome.WITHDRAWN))) == []


def test_a_body_that_nobody_knows_has_no_periods_and_cites_nothing() -> None:
    chart = drawn(complaint("黑猫投诉"))
    assert stretches(chart) == [("2025-04-01", "2025-08-01", Lateness.IN_TIME)]
    assert chart is not None
    assert (chart.filings[0].name, chart.citations) == ("黑猫投诉", ())


def test_ones_own_time_to_act_is_no_day_by_which_an_answer_was_due() -> None:
    chart = drawn(complaint(replied_on=date(2025, 4, 10)))
    assert chart is not None
    assert chart.filings[0].due == (date(2025, 4, 16), date(2025, 5, 6))


def test_all_days_lie_in_the_picture_in_order() -> None:
    chart = drawn(complaint(), complaint("cn-nfra", filed_on=date(2025, 4, 5)), today=date(2025, 4, 10))
    assert chart is not None
    assert [each.complaint.body for each in chart.filings] == ["cn-institution", "cn-nfra"]
    assert chart.last == date(2025, 5, 6)  # the institution's last day: later than today
    places = [chart.place(day) for each in chart.filings for day in (each.filed, *each.due, each.until)]
    assert 0 < min(places) < max(places) < 1


def test_the_end_of_a_customary_period_is_no_day_by_which_an_answer_was_due() -> None:
    chart = drawn(complaint("cn-nfra"))
    assert stretches(chart) == [("2025-04-01", "2025-08-01", Lateness.IN_TIME)]
    assert chart is not None
    assert (chart.filings[0].due, chart.citations) == ((), ())
    assert chart.filings[0].customary is not None
    assert chart.filings[0].customary.day == date(2025, 4, 23)


def test_what_nobody_answered_says_by_when_it_is_due_next_and_what_has_no_period_says_none() -> None:
    chart = drawn(complaint("Somebody else"), complaint(filed_on=date(2025, 7, 1)), today=date(2025, 7, 20))
    assert chart is not None
    waiting = [(each.days, each.awaited_by(date(2025, 7, 20))) for each in chart.unanswered]
    assert waiting == [(110, None), (19, date(2025, 7, 31))]  # 15 days are over, 30 are not
    assert chart.unanswered[1].awaited_by(TODAY) == date(2025, 7, 31)
    answered = drawn(complaint(replied_on=date(2025, 4, 9)), complaint("cn-nfra", filed_on=TODAY))
    assert answered is not None
    assert answered.unanswered == ()


def test_without_a_day_of_filing_there_is_nothing_to_draw() -> None:
    assert drawn(complaint(filed_on=None)) is None
    assert drawn() is None


def test_a_period_that_something_else_met_is_no_day_by_which_an_answer_was_due() -> None:
    def due(**facts: object) -> tuple[date, ...]:
        chart = drawn(complaint("cn-pboc", **facts))
        assert chart is not None
        return chart.filings[0].due

    assert due() == (date(2025, 4, 11),)  # whether it is passed on
    assert due(transferred_on=date(2025, 4, 8)) == (date(2025, 4, 23),)
    told = {"transferred_on": date(2025, 4, 8), "extended_on": date(2025, 4, 20)}
    assert due(**told) == (date(2025, 4, 23), date(2025, 6, 9))
