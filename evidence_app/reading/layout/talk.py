"""Whether a page is a chat, by how its lines stand: for recognisers of everything else. Pure."""

from collections.abc import Sequence
from datetime import datetime

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.layout.once import once
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.rows import centre, height, left, right, rows_of
from evidence_app.reading.when import parse_when

MIDDLE = 0.04
"""Part of a page's width by which a centred line may miss the middle."""

ASIDE = 0.3
"""Part of a page's width that the bubbles of the other side leave free."""

ANY_DAY = datetime(2000, 1, 1)
"""What times are relative to where only their form matters."""

WIDEST_BUBBLE = 0.85
"""Part of a page's width that a bubble has at most."""

BUBBLES_DIFFER = 0.06
"""Part of a page's width by which the widths of bubbles differ, and those of cards do not."""

PADDING = 3.0
"""Heights of a line that a bubble is at most wider than its text."""


@once
def looks_like_talk(page: Page, lines: Sequence[MachineLine]) -> bool:
    """Tell whether a page is a chat: times alone in the middle, and what is said alone on either side.

    In records, what stands on the right has something on its left in its row.
    """
    alone = [row[0] for row in rows_of(lines) if len(row) == 1]
    middles = [line for line in alone if abs(centre(line) - page.width_px / 2) <= MIDDLE * page.width_px]
    centred = set(middles)
    times = [line for line in middles if parse_when(line.text, page.around.captured or ANY_DAY)]
    said = [line for line in alone if line not in centred]
    mine = [line for line in said if centre(line) > page.width_px / 2 and left(line) > ASIDE * page.width_px]
    theirs = [line for line in said if centre(line) <= page.width_px / 2]
    return (bool(times) and bool(mine) and len(theirs) >= 2) or _stands_in_bubbles(page, lines)


def _stands_in_bubbles(page: Page, lines: Sequence[MachineLine]) -> bool:
    """Tell whether most lines stand in areas of many widths that are just large enough for them."""
    alone = [row[0] for row in rows_of(lines) if len(row) == 1]
    inside: dict[Region | None, list[MachineLine]] = {}
    for line in lines:
        inside.setdefault(line.panel, []).append(line)
    filled = [
        line.panel for line in alone if line.panel and _fills(line, line.panel, page.width_px, inside[line.panel])
    ]
    widths = {round(panel[2] / (BUBBLES_DIFFER * page.width_px)) for panel in filled}
    return len(set(filled)) >= 3 and len(widths) >= 2 and len(filled) >= 0.5 * len(lines)


def _fills(line: MachineLine, panel: Region, width_px: int, inside: Sequence[MachineLine]) -> bool:
    used = max(map(right, inside)) - min(map(left, inside))
    return panel[2] < WIDEST_BUBBLE * width_px and panel[2] - used <= PADDING * height(line)
