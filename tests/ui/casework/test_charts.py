"""Charts name their days where they are."""

from datetime import date

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from evidence_app.domain.events import EventKind
from evidence_app.rules.charts import ContactsOverTime, Series
from ui.casework.charts import FEWEST_BARS, BarChart
from ui.tokens import font


@pytest.mark.parametrize("days", [6, 20])
def test_the_last_day_is_named_under_its_bar(qtbot: QtBot, days: int) -> None:
    series = Series("10690000", EventKind.MESSAGE, (1,) * days)
    chart = BarChart(ContactsOverTime(date(2026, 8, 1), 1, (series,), date(2026, 8, days)), series, 1, lambda *_: "")
    qtbot.addWidget(chart)
    chart.resize(560, 80)
    end = chart.reach(QFontMetricsF(font("caption")))
    assert end == pytest.approx(560 * min(1, days / FEWEST_BARS))
