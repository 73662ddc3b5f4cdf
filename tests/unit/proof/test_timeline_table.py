"""The dossier's events as a table."""

import csv
import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence_app.domain.events import Event, EventKind, Outcome
from evidence_app.domain.times import ClockReading, Precision, TimeSource, choose
from evidence_app.phrases import Language
from evidence_app.proof.timeline_table import COLUMNS, defused, timeline_csv
from tests.fakes.dossier_case import full_case

ZONE = ZoneInfo("Asia/Shanghai")


def event(**fields: object) -> Event:
    return Event(id="e1", dispute_id="d1", ordinal=1, **{"kind": EventKind.NOTE, **fields})  # type: ignore[arg-type]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", list(Language))
def test_every_event_has_a_row_with_every_column(language: Language, tmp_path: Path) -> None:
    case = full_case(tmp_path, language)
    exhibits = {exhibit.id: exhibit for exhibit in case.exhibits}
    table = rows(timeline_csv(case.events, exhibits, ZONE, language))
    assert len(table) == len(case.events) + 1
    assert {len(row) for row in table} == {len(COLUMNS)}
    assert all(table[0])


def test_a_row_says_what_the_event_says() -> None:
    time = choose([ClockReading(datetime(2025, 2, 22, 8, 15), Precision.MINUTE, TimeSource.SCREEN, 90)])
    paid = event(kind=EventKind.PAYMENT, time=time, amount=Decimal("3128.50"), currency="CNY", outcome=Outcome.DONE)
    row = dict(zip(COLUMNS, rows(timeline_csv([paid], {}, ZONE, Language.EN))[1], strict=True))
    assert (row["time"], row["amount"], row["currency"]) == ("2025-02-22 08:15", "3128.50", "CNY")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "  ="])
def test_no_cell_begins_like_a_formula(start: str) -> None:
    table = rows(timeline_csv([event(text=f"{start}cmd|' /C calc'!A0")], {}, ZONE, Language.EN))
    assert table[1][COLUMNS.index("text")].startswith("'")


@given(st.text())
def test_whatever_a_message_says_the_table_reads_back(text: str) -> None:
    data = timeline_csv([event(text=text, party=text)], {}, ZONE, Language.ZH_HANS)
    row = rows(data)[1]
    assert row[COLUMNS.index("text")] == row[COLUMNS.index("party")] == defused(text)


def test_half_a_character_does_not_stop_it() -> None:
    assert timeline_csv([event(text="\ud83d broken")], {}, ZONE, Language.EN)
