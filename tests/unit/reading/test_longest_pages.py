from datetime import datetime
from zoneinfo import ZoneInfo

from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.reading.layout.kinds import MOST_LINES, recognised
from evidence_app.reading.layout.page import Around, Page

AROUND = Around(ZoneInfo("Asia/Shanghai"), datetime(2025, 3, 1, 9, 0))


def calls(count: int) -> Page:
    lines = []
    for each in range(count):
        lines.append(MachineLine(f"139{each:08d}", (40, 120 * each, 240, 40), 0.97))
        lines.append(MachineLine(f"2月{each % 28 + 1}日 08:15", (700, 120 * each, 240, 40), 0.97))
        lines.append(MachineLine("呼入 3分12秒", (40, 120 * each + 50, 200, 34), 0.97))
    return Page(tuple(lines), 1080, 120 * count, AROUND)


def test_every_row_of_a_long_page_is_an_event() -> None:
    found = recognised(calls(100))
    assert (found.kind, len(found.events)) == (PageKind.CALLS, 100)


def test_a_page_longer_than_anybody_scrolls_gives_its_text() -> None:
    page = calls(MOST_LINES // 3 + 1)
    found = recognised(page)
    assert (found.kind, found.events) == (PageKind.TEXT, ())
    assert [passage.text for passage in found.passages] == [line.text for line in page.lines]
