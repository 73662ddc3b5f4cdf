"""Whatever stands on a page, nobody stumbles: pages of words of records in any order, anywhere."""

import random
import tomllib
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from evidence_app.domain.machine_text import MachineLine
from evidence_app.reading.layout.kinds import recognised
from evidence_app.reading.layout.page import Around, Page
from evidence_app.resources import resource

ODD = (
    "-35.50",
    "¥",
    "2月29日",
    "02.22",
    "99:99",
    "第1期",
    "呼入3分12秒",
    "：",
    "一",
    "12306",
    "交易单号：",
    "2025年2月",
    "+86",
    "（",
)


def words() -> list[str]:
    tables = tomllib.loads(resource("reading", "records.toml").read_text("utf-8"))
    return [word for lists in tables.values() for listed in lists.values() for word in listed]


@pytest.mark.parametrize("seed", range(60))
def test_pages_of_records_words_in_any_order_are_read_or_left_alone(seed: int) -> None:
    source = random.Random(seed)
    vocabulary = words()
    width, height = source.choice(((1, 1), (50, 100), (720, 1600), (1080, 2340)))
    lines = []
    for _ in range(source.choice((0, 1, 5, 25))):
        text = source.choice(vocabulary if source.random() < 0.4 else ODD)
        place = (
            source.randrange(width),
            source.randrange(height),
            source.randrange(1, width + 1),
            source.choice((1, 40, 80)),
        )
        lines.append(MachineLine(text, place, source.random()))
    taken = source.choice((None, datetime(2024, 2, 29, 12), datetime(2025, 2, 24, 19, 42)))
    found = recognised(Page(tuple(lines), width, height, Around(ZoneInfo("Asia/Shanghai"), taken)))
    assert len(found.passages) >= len(found.events)
