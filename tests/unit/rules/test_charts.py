"""Charts say of which days they are."""

from datetime import date

from evidence_app.rules.charts import contacts_over_time
from tests.unit.rules.situations import call, days


def test_contacts_in_periods_of_several_days_end_with_the_last_contacts_own_day() -> None:
    chart = contacts_over_time([call(at) for at in days("2025-01-01", 195, "09:00:00")])
    assert chart is not None
    assert (chart.days, chart.first, chart.last) == (4, date(2025, 1, 1), date(2025, 7, 14))
    assert [sum(each.counts) for each in chart.series] == [195]
