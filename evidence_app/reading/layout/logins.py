"""Records of where and with which device an account was used. Pure."""

import re
from datetime import datetime

from evidence_app.characters import folded
from evidence_app.domain.events import EventFacts, EventKind, EventStatus
from evidence_app.domain.machine_text import MachineLine
from evidence_app.domain.suggestions import PageKind
from evidence_app.domain.times import Precision
from evidence_app.reading.layout.content import content
from evidence_app.reading.layout.figures import amounts
from evidence_app.reading.layout.headings import is_furniture, is_headed
from evidence_app.reading.layout.moments import best_time, day_headings, event_time, page_near, taken, time_words
from evidence_app.reading.layout.page import Page, Recognised
from evidence_app.reading.layout.records import Record, cards, headed_cells, page_record, record_of, table, understood
from evidence_app.reading.layout.rows import Lines, column_of, ems
from evidence_app.reading.layout.talk import looks_like_talk

MOST_LINES = 9
"""Lines of an entry: what has more is no list of logins."""

LONGEST_LINE = 48
"""Ems of a line in a list of logins: what is longer is an article."""

_DEVICE = re.compile(
    r"iphone|ipad|android|安卓|windows|mac|chrome|safari|edge|firefox|小米|红米|redmi|xiaomi|huawei|华为|oppo|vivo|honor|荣耀"
    r"|samsung|三星|galaxy|realme|一加|oneplus|pixel|手机|电脑|网页|浏览器|小程序|设备|装置|harmony|鸿蒙|魅族|meizu|中兴|zte|mi\d|平板|pc"
)
_ADDRESS = re.compile(r"\d{1,3}\.\d{1,3}\.(?:\d{1,3}|\*+)\.(?:\d{1,3}|\*+)|[0-9a-f]{1,4}(?::[0-9a-f*]{0,4}){3,7}")
"""``117.136.*.*``, ``2408:8456:3a::1``."""

_LOGIN = re.compile(r"登录|登入|登陆|login|signin|signedin|loggedin")


def recognise_logins(page: Page) -> Recognised | None:
    """Return the logins that a page lists."""
    lines = content(page)
    if looks_like_talk(page, lines):
        return None
    headed = is_headed(page, lines, "logins")
    near = page_near(lines, taken(page))
    for records in (table(lines), cards(lines), _only(lines, headed), _listed(page, lines, near)):
        found = [(facts, record.lines) for record in records if (facts := _login(record, near))]
        telling = sum(_is_telling(record) for record in records)
        labelled = any(record.has("ip", "device") and _LOGIN.search(folded(record.text)) for record in records)
        if not (headed or labelled) or not found or len(found) < 0.8 * len(records) or telling < 0.6 * len(records):
            continue
        return understood(PageKind.LOGINS, page, found)
    return None


def _only(lines: Lines, headed: bool) -> list[Record]:
    """Return a page as one record where it shows the details of one login."""
    record = page_record(lines)
    return [record] if headed and len(record.values("time")) == 1 and record.has("ip", "device", "place") else []


def _listed(page: Page, lines: Lines, near: datetime) -> list[Record]:
    timed = [line for line in lines if _says_when(line.text, near)]
    headings = [line for line in day_headings(lines, near) if not _has_clock(line.text, near)]
    clocked = [line for line in timed if _has_clock(line.text, near)]
    anchors = column_of(clocked or timed, page.width_px)
    if not anchors:
        return []
    headings = headings if clocked else []
    body = tuple(line for line in lines if not is_furniture(line.text))
    cells = headed_cells(anchors, body, headings)
    fits = all(len(each) <= MOST_LINES and max(ems(line.text) for line in each) <= LONGEST_LINE for each, _ in cells)
    return [record_of(*each) for each in cells] if fits else []


def _says_when(text: str, near: datetime) -> bool:
    said = time_words(text, near)
    return bool(said) and ems(text) <= LONGEST_LINE


def _has_clock(text: str, near: datetime) -> bool:
    found = best_time([text], near)
    return found is not None and found.precision in (Precision.MINUTE, Precision.SECOND)


def _login(record: Record, near: datetime) -> EventFacts | None:
    """Return a login with its own words but for its time; None without a time."""
    texts = [record.value("time")] if record.has("time") else []
    when = best_time([*texts, *_timed(record, near)], near, record.day)
    others = [line for line in record.lines if not _DEVICE.search(folded(line.text))]  # vivo Y78 costs nothing
    if when is None or any(amount.sure and amount.currency for line in others for amount in amounts(line.text)):
        return None
    return EventFacts(
        kind=EventKind.LOGIN,
        time=event_time(when),
        text=" ".join(line.text for line in record.lines if not _only_time(line, near)),
        status=EventStatus.SUGGESTED,
    )


def _timed(record: Record, near: datetime) -> list[str]:
    return [
        line.text for line in record.lines if time_words(line.text, near) and not _ADDRESS.fullmatch(folded(line.text))
    ]


def _only_time(line: MachineLine, near: datetime) -> bool:
    said = time_words(line.text, near)
    return bool(said) and not any(char.isalnum() for char in line.text.replace(said, ""))


def _is_telling(record: Record) -> bool:
    plain = folded(record.text)
    return bool(
        _DEVICE.search(plain) or _ADDRESS.search(plain) or record.has("place", "device", "ip") or _LOGIN.search(plain)
    )
