"""The bars around a conversation: the phone's clock, who it is with, and the field for typing. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from evidence_app.domain.machine_text import MachineLine, Region
from evidence_app.reading.clocks import parse_clock
from evidence_app.reading.layout.boxes import apart, bottom, centre, median, region_of, right, rows
from evidence_app.reading.layout.bubble import EVEN
from evidence_app.reading.layout.notices import time_words
from evidence_app.reading.layout.page import Page
from evidence_app.reading.layout.sides import SAME_COLOUR

CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3])[:\uff1a]([0-5]\d)(?![\d:])")

LONGEST_CLOCK = 16
"""Characters of a line in the status bar: it may hold the name of the network too."""

FULL = 0.85
"""Part of the page's width from which an area is a bar or the page itself."""

AT_EDGE = 0.04
"""Of the page's width, at the most, between its edge and a bar: a wide bubble keeps more."""

TALLEST_BAR = 0.36
"""Of the page's width: a bar is flat."""

TITLE_ROWS = 4
"""Of a title bar without a colour of its own, below the clock: an icon's row, the title, what stands below it."""

NEAR_ROW = 3.2
"""Lines' heights from the clock to the title at the most, and from the title to what stands below it half of that."""

LEAST_CHIPS = 3
"""Short questions that stand side by side above the field for typing, at least."""

WIDEST_GAP = 2.0
"""Lines' heights between two rows of a title bar at the most."""

SIGNAL = re.compile(
    r"^[\W_]*(?:(?:[2-6]g\+?|lte|volte|wi-?fi|hd|[\d.]+\s?[km]b?/s|中国(?:移动|联通|电信)|\d{1,3}\s?%)[\W_]*)+\d{0,3}$",
    re.IGNORECASE,
)
"""What stands in the status bar beside the clock."""

ICONS = re.compile(r"^[\W_]*(?:[<くヘ〈へ‹V个+〇①…\u4e28\u4ea0]|[.。·•・]{2,}|三|88)?[\W_]*$")
"""What an arrow, dots, a menu or a telephone is read as."""

BADGE = re.compile(r"^[\W_く]*\(?\d{1,3}\+?\)?$")
"""How many other chats are unread, beside the arrow."""

BUTTONS = re.compile(
    r"^(?:返回|关闭|關閉|编辑|編輯|完成|取消|更多|投[诉訴]|评价|評價|结束|結束|退出|设置|設定|通话|通話|电话|電話|联系人|详情|詳情|"
    r"信息|短信|訊息|消息|聊天|微信|back|edit|done|cancel|more|call|chats|messages|contact)$",
    re.IGNORECASE,
)
"""Words that stand beside a title, and are one only where there is no other."""

STATES = re.compile(
    r"^\W*(?:(?:手机|手機|电脑|電腦)?在[线線]上?(?:\W.*)?|.{0,8}前在[线線]|离线.*|離線.*|online|offline|"
    r"active.*|last (?:seen|active|online).*|typing.*|(?:上次|最近|最[后後])(?:上|在)[线線].*|"
    r"(?:服[务務]|工作|[营營][业業]|接待|在[线線]|客服|上班)[时時][间間段].*|"
    r".*\d{1,2}[:\uff1a]\d\d\s?[-~–—至到]\s?\d{1,2}[:\uff1a]\d\d|"
    r".*(?:正在[输輸]入|[输輸]入中).*|"
    r"\d+\s?(?:位|名|个|個)?(?:成员|成員|members?|人).*|.*(?:最近|曾).{0,3}上[线線]|tap here.*|"
    r"企业认证|官方认证|官方|business account|商业账户|"
    r"服[务務][时時][间間].*|.*[为為]您服[务務]|查看.*[资資]料|@.*)\W*$",
    re.IGNORECASE,
)
"""What stands below a title."""

FIELDS = re.compile(
    r"^\W*(?:aa|i?message\s?(?:信息|訊息)?|text message|type (?:a|your|here).*|write a message.*|"
    r"(?:[发發傳写寫]|[发發傳]送)(?:消息|訊息|信息|短信|簡訊).{0,4}|说点什么.*|說點什麼.*|想[对對]?.{0,6}[说說问問].*|"
    r"(?:(?:请|請).{0,6})?(?:输入|輸入|描述|填写|填寫).{0,16}|按住\s?(?:说话|說話)|"
    r"短信/?彩?信?|信息|消息|訊息|簡訊|短訊|彩信|文字訊息|文字信息|rcs.{0,8}|有(?:什么)?问题.{0,10}|有問題.{0,10}|"
    r"我想[问問].{0,6}|发送|發送|傳送|send|新信息|回复.{0,6})\W*$",
    re.IGNORECASE,
)
"""What stands in an empty field for typing, and on the button beside it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """``body`` are the lines between the bars, in reading order, which begin and end at ``top`` and ``bottom``.

    ``title`` is who the conversation is with, ``beneath`` what stands below it; empty where nothing does.
    ``clock`` is what the status bar shows, ``field`` what stands in the field for typing.
    """

    body: tuple[MachineLine, ...]
    top: int
    bottom: int
    title: str = ""
    beneath: str = ""
    clock: time | None = None
    field: str = ""
    has_bar: bool = False


def framed(page: Page) -> Frame:
    """Return the page with its bars told from what lies between them."""
    lines = list(page.lines)
    status, clock = _status(lines, page)
    head = _head(lines, status, page)
    head = [*head, *_strip(lines, head, page)]
    foot, field = _foot([line for line in lines if line not in head], page)
    bars = {id(line) for line in (*head, *foot)}
    body = tuple(line for line in lines if id(line) not in bars)
    titled = [line for line in head if line not in status]
    title, beneath = _title(titled, page)
    top = max((bottom(line.region) for line in head), default=0)
    end = min((line.region[1] for line in foot), default=page.height_px)
    return Frame(body, _bar_end(head, page, top), end, title, beneath, clock, field, bool(titled))


def _status(lines: Sequence[MachineLine], page: Page) -> tuple[list[MachineLine], time | None]:
    """Return the lines of the status bar and its clock: the first row of all, if it holds one and more than that."""
    found = rows(lines)
    if len(found) > 1 and all(SIGNAL.match(line.text) for line in found[0]):  # on a photograph the bar is tilted
        found = [[*found[0], *found[1]]]
    for line in found[0] if found else ():
        clock = CLOCK.search(line.text)
        aside = abs(centre(line.region)[0] / page.width_px - 0.5) > 0.2
        if clock and len(line.text) <= LONGEST_CLOCK and (aside or len(found[0]) > 1):
            return found[0], parse_clock(line.text) or time(int(clock[1]), int(clock[2]))
    return [], None


def _head(lines: Sequence[MachineLine], status: Sequence[MachineLine], page: Page) -> list[MachineLine]:
    """Return the lines of the bars at the top."""
    rest = [line for line in lines if line not in status]
    bar = _bar_panel([*status, *(rows(rest)[0] if rest else [])], page)
    if bar is not None:
        found = _close([line for line in lines if centre(line.region)[1] < bottom(bar)])
        return [*found, *_same_colour(rest, found)] if found and all(line in status for line in found) else found
    if status:
        return [*status, *_title_rows(rest, region_of(status))]
    first = rows(rest)[0] if rest else []
    if any(ICONS.match(line.text) or BADGE.match(line.text) for line in first) and len(first) > 1:
        return first
    return _window_title(lines, page)


def _window_title(lines: Sequence[MachineLine], page: Page) -> list[MachineLine]:
    """Return the title of a computer's window, which has no bar of its own: alone on the paper, above a time.

    What is said stands on areas there; a name would stand right above one of them.
    """
    found = rows(lines)
    if len(found) < LEAST_ROWS or len(found[0]) != 1 or len(found[1]) != 1 or time_words(found[0][0].text):
        return []
    first, second = found[:2]
    paper, middle = _paper(page), centre(second[0].region)[0]
    centred = abs(middle - paper[0] - paper[2] / 2) <= paper[2] * IN_MIDDLE
    on_paper = all(line.panel is not None and line.panel[2] >= paper[2] * FULL for line in (*first, *second))
    said = [line for row in found[2:] for line in row]
    apart_from_paper = [line for line in said if line.panel is not None and line.panel[2] < paper[2] * FULL]
    told = centred and on_paper and bool(time_words(second[0].text)) and len(apart_from_paper) >= LEAST_SAID * len(said)
    aside = abs(centre(first[0].region)[0] - paper[0] - paper[2] / 2) > paper[2] * IN_MIDDLE
    return first if told and aside and apart_from_paper else []


LEAST_ROWS = 3
"""A title, a time, and something that is said."""

IN_MIDDLE, LEAST_SAID = 0.03, 0.75
"""Of the paper's width: how far a time's middle lies from the paper's; which part of the lines stands on areas."""


def _same_colour(rest: Sequence[MachineLine], status: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the title's rows that have the status bar's colour: a portrait may part the bar's area."""
    found: list[MachineLine] = []
    for row in rows(_title_rows(rest, region_of(status))):
        if any(apart(line.ground, status[0].ground) > EVEN for line in row):
            break
        found += row
    return found


def _strip(lines: Sequence[MachineLine], head: Sequence[MachineLine], page: Page) -> list[MachineLine]:
    """Return the row of a warning in a strip of its own colour right below the title bar, as wide as the page.

    A bubble that wide has no room beside its words.
    """
    rest = [line for line in lines if line not in head]
    row = rows(rest)[0] if rest and head else []
    panel, paper = row[0].panel if row else None, _paper(page)
    if panel is None or panel[2] < paper[2] * FULL or any(line.panel != panel for line in row):
        return []
    alone = not any(line.panel == panel for line in rest if line not in row)
    tall, words = row[0].region[3], region_of(row)
    flat = panel[3] <= tall * FLAT and panel[1] - max(bottom(line.region) for line in head) <= tall * WIDEST_GAP
    return list(row) if alone and flat and words[2] < panel[2] * ROOM else []


FLAT, ROOM = 3.2, 0.8
"""Lines' heights of a strip at the most, and which part of its width its words take at the most."""


def _close(lines: Sequence[MachineLine]) -> list[MachineLine]:
    """Return the lines down to the first gap: on a photograph a bar may run into what has its colour."""
    found: list[MachineLine] = []
    for row in rows(lines):
        if found and region_of(row)[1] - max(bottom(line.region) for line in found) > WIDEST_GAP * row[0].region[3]:
            break
        found += row
    return found


def _bar_panel(lines: Sequence[MachineLine], page: Page) -> Region | None:
    """Return the area of a bar with a colour of its own that one of the first lines stands on."""
    panels = [line.panel for line in lines if line.panel is not None]
    bars = [panel for panel in panels if _is_bar(panel, page) and panel[1] < page.width_px * TALLEST_BAR / 2]
    return max(bars, key=bottom, default=None)


def _is_bar(panel: Region, page: Page) -> bool:
    paper = _paper(page)
    wide = panel[2] >= paper[2] * FULL and panel[0] - paper[0] <= paper[2] * AT_EDGE
    return wide and panel[3] <= min(page.width_px * TALLEST_BAR, page.height_px / 2)


def _paper(page: Page) -> Region:
    """Return the widest area: the screen, which on a photograph of one is less than the picture."""
    panels = [line.panel for line in page.lines if line.panel]
    return max(panels, key=lambda panel: panel[2], default=(0, 0, page.width_px, page.height_px))


def _title_rows(rest: Sequence[MachineLine], above: Region) -> list[MachineLine]:
    """Return the rows right below the status bar that have the look of a title: until one is centred and small."""
    found: list[MachineLine] = []
    reach = bottom(above) + above[3] * NEAR_ROW
    for row in rows([line for line in rest if not SIGNAL.match(line.text)])[:TITLE_ROWS]:
        region = region_of(row)
        if region[1] > reach or (found and region[3] > above[3] * 1.6 and not _only_icons(found)):
            break
        if found and all(time_words(line.text) for line in row):  # of what follows: no title is a time
            break
        if found and all(_is_said(line, found[0]) for line in row):
            break
        found += row
        reach = bottom(region) + above[3] * (NEAR_ROW if _only_icons(row) else NEAR_ROW / 2) / 2
    return found


def _is_said(line: MachineLine, title: MachineLine) -> bool:
    """Tell whether a line stands on an area of its own of another colour, as what is said does."""
    own = line.panel is not None and line.panel != title.panel and line.panel[2] < (title.panel or line.panel)[2] * FULL
    return own and len(line.text) >= LEAST_CHIPS and apart(line.ground, title.ground) > SAME_COLOUR


def _only_icons(row: Sequence[MachineLine]) -> bool:
    return all(ICONS.match(line.text) or BADGE.match(line.text) or len(line.text) == 1 for line in row)


def _bar_end(head: Sequence[MachineLine], page: Page, otherwise: int) -> int:
    bar = _bar_panel(head, page)
    return bottom(bar) if bar else otherwise


def _title(lines: Sequence[MachineLine], page: Page) -> tuple[str, str]:
    """Return the title and what stands below it, among the lines of the title bar."""
    named = [(line, bare_title(line.text)) for line in lines if not SIGNAL.match(line.text)]
    named = [(line, text) for line, text in named if text and not ICONS.match(text)]
    worthy = _worthy(named, page)
    if not worthy:
        return "", ""
    line, title = _foremost(worthy, page)
    beneath = (text for each, text in named if each.region[1] >= centre(line.region)[1] and each is not line)
    return title, next(beneath, "")


def _worthy(named: Sequence[tuple[MachineLine, str]], page: Page) -> list[tuple[MachineLine, str]]:
    """Return what may be a title: no badge; a button, a state or a single letter, a portrait's, only without better."""
    no_badges = [(line, text) for line, text in named if not _is_badge(line, page)]
    worthy = [(line, text) for line, text in no_badges if not BUTTONS.match(text) and not STATES.match(text)]
    worthy = worthy or no_badges
    return [(line, text) for line, text in worthy if len(text) > 1] or worthy


def _foremost(worthy: Sequence[tuple[MachineLine, str]], page: Page) -> tuple[MachineLine, str]:
    """Return the uppermost of the high ones, or what stands beside it and nearer to the page's middle."""
    high = max(line.region[3] for line, _ in worthy) * HIGH_TITLE
    first = min((each for each in worthy if each[0].region[3] >= high), key=lambda each: each[0].region[1])
    top, end = first[0].region[1], bottom(first[0].region)
    beside = [each for each in worthy if each[0].region[1] < end and bottom(each[0].region) > top]
    return min(beside or [first], key=lambda each: abs(centre(each[0].region)[0] - page.width_px / 2))


HIGH_TITLE = 0.75
"""Of the highest line of the bar's: how high a title is at least."""


def _is_badge(line: MachineLine, page: Page) -> bool:
    return bool(BADGE.match(line.text)) and centre(line.region)[0] < page.width_px * 0.3


def bare_title(text: str) -> str:
    """Return a title without the arrow, the number of unread chats and the dots that were read with it.

    Nor is how many members a group has part of its name: 维权互助群(3), and tomorrow (4). A number that is the whole
    title, 106 5900 2233, begins with none.
    """
    text = re.sub(r"^[\s<く〈‹《←＜]+(?:\(?\d{1,3}\+?\)?(?=\s|\D)(?!\d)(?!\s?[\d\s-]{4,}$))?", "", text)
    text = re.sub(r"[\s>›〉＞…・·•.。∨ˇ⌄]+$", "", text)
    return re.sub(r"(?<=\S)\s*[（(]\d{1,3}[)）]$", "", text).strip()


def _foot(lines: Sequence[MachineLine], page: Page) -> tuple[list[MachineLine], str]:
    """Return the lines of the bars at the bottom, and what stands in the field for typing."""
    if not lines:
        return [], ""
    floor = min(page.height_px, _keyboard_top(lines, page)) - page.width_px * TALLEST_BAR
    low = [line for line in lines if centre(line.region)[1] > floor]
    fields = [line for line in low if FIELDS.match(line.text) and not _hugged_at_a_side(line, page)]
    bars = [line for line in low if line.panel and _is_bar(line.panel, page) and line.panel[1] > floor]
    starts = [line.region[1] for line in fields] + [line.panel[1] for line in bars if line.panel]
    if not starts:
        return [], ""
    tall = median(line.region[3] for line in lines)
    start = min(starts) - tall / 4
    for row in reversed(rows([line for line in lines if centre(line.region)[1] <= start])[-2:]):
        if (len(row) >= LEAST_CHIPS or _are_pills(row)) and start - region_of(row)[1] < tall * 4:
            start = region_of(row)[1] - tall / 4
    return [line for line in lines if centre(line.region)[1] > start], fields[0].text if fields else ""


def _are_pills(row: Sequence[MachineLine]) -> bool:
    """Tell whether each of several lines beside each other has an area of its own, of one height: keys, never words."""
    panels = {line.panel for line in row if line.panel}
    heights = [panel[3] for panel in panels]
    return len(row) > 1 and len(panels) == len(row) and max(heights) <= min(heights) * SAME_HEIGHT


SAME_HEIGHT = 1.1


def _keyboard_top(lines: Sequence[MachineLine], page: Page) -> float:
    """Return where an opened keyboard begins, below the page where there is none: its rows are single letters."""
    lower = rows([line for line in lines if line.region[1] > page.height_px / 2])
    of_keys = [row for row in lower if len(row) >= LEAST_KEYS and all(KEY.fullmatch(line.text) for line in row)]
    return region_of(of_keys[0])[1] if len(of_keys) > 1 else float("inf")


LEAST_KEYS = 3
"""Of one row of a keyboard that are read as such."""

KEY = re.compile(r"[A-Za-z\W\d]{1,3}|[A-Za-z]( ?[A-Za-z]){3,9}|ABC|DEF|GHI|JKL|MNO|PQRS|TUV|WXYZ")


def _hugged_at_a_side(line: MachineLine, page: Page) -> bool:
    """Tell whether a line stands in a bubble that is no wider than it needs: 短信 may also be said."""
    if line.panel is None or line.panel[2] > line.region[2] * 2.2:
        return False
    return (
        min(line.panel[0], page.width_px - right(line.panel)) < page.width_px * 0.25
        and line.panel[2] < page.width_px / 2
    )
