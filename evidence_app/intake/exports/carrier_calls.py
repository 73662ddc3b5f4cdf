"""Call details of mainland carriers (China Mobile, Unicom, Telecom): tables whose rows are calls or short messages.

Carriers and provinces differ in everything but the words of their headings, so that those decide: a table with a
time, the other side's number and a duration holds calls; one with a time, a number and a kind of message holds
messages, of which carriers list that they were sent, never what they said. Tables of data traffic and fees, rows of
fees and totals are no records. Times are those of the network, which does not state its zone.

The year may be missing from times and stand above the table, in a row of it, or only in the file's name
(``year-from-name``).
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from evidence_app.domain.events import Direction, EventKind
from evidence_app.domain.exports import Read, Record, Unread
from evidence_app.domain.times import ClockReading
from evidence_app.intake.exports.durations import seconds_of
from evidence_app.intake.exports.moments import Moment, asks_of, day_order_of, moment_of, reading_of
from evidence_app.intake.exports.source import Source
from evidence_app.intake.exports.tables import Row, cells_below, columns_of, heading, indices_of, is_rounded, rows
from evidence_app.intake.exports.values import known

_COLUMNS = {
    "time": (
        *("通话起始时间", "通话开始时间", "起始时间", "开始时间", "通话时间", "通信时间", "发生时间", "呼叫时间"),
        *("发送时间", "短信时间", "时间", "日期时间", "date/time", "date time", "call time", "start time", "time"),
    ),
    "day": ("通话日期", "通信日期", "起始日期", "开始日期", "发送日期", "呼叫日期", "日期", "date", "call date"),
    "number": ("对方号码", "对端号码", "对方电话号码", "对方电话", "对方通信号码", "通话号码", "通信号码"),
    "caller": ("主叫号码", "计费号码", "发送方号码", "发送号码"),
    "callee": ("被叫号码", "接收方号码", "接收号码"),
    "duration": (
        *("通话时长", "通信时长", "通话时长(秒)", "通信时长(秒)", "通话时长(s)", "通话秒数", "拨打秒数"),
        *("时长", "时长(秒)", "持续时间", "持续时长", "通话时长(分钟)", "时长(分钟)"),
        *("duration", "call duration", "duration(s)", "duration(sec)", "duration(seconds)", "duration(minutes)"),
    ),
    "kind": ("通话类型", "通信类型"),
    "place": ("对方归属地", "对方号码归属地", "对方通话地", "对方地点"),
    "phone": ("号码", "电话号码", "號碼", "電話號碼", "number", "phone number", "phone"),
    "name": ("对方姓名", "姓名", "联系人", "聯絡人", "name", "contact", "contact name"),
    "own": ("用户号码", "业务号码", "本机号码", "己方号码", "手机号码"),
}
"""The headings of each field, the best first; a mere ``phone`` is the other side's in a phone's own list of calls."""

_WAY = (
    *("呼叫类型", "通信方式", "通话方式", "主叫/被叫", "主/被叫", "主被叫", "主被叫标识", "呼叫方式", "呼叫方向"),
    *("话单方向", "通话方向", "通信方向", "传送方式", "收发类型", "收发方式", "发送/接收", "收发", "方向"),
    *("通话类型", "通信类型", "业务类型", "信息类型", "短信类型", "类型", "類型", "call type", "direction", "type"),
    *("通话状态", "呼叫状态", "状态"),
)
"""Headings of columns that may say which way it went: the first whose cell does."""

_WAYS = tuple(map(heading, _WAY))

_OUT = re.compile(
    r"主叫|呼出|拨出|撥出|去电|去電|外呼|发送|发出|上行|outgoing|dialled|dialed|^[发出主]$", re.IGNORECASE
)
_IN = re.compile(r"被叫|呼入|拨入|来电|來電|接听|接聽|接收|收到|收取|下行|incoming|received|^[收入被]$", re.IGNORECASE)
_MISSED = re.compile(r"未接|missed", re.IGNORECASE)
_REJECTED = re.compile(r"拒接|拒绝|拒絕|rejected|declined", re.IGNORECASE)
_TOTAL = re.compile(r"\s*(?:合计|总计|小计|共计|总共|本页|费用合计|以下空白|备注|说明|温馨提示|注[:：])")
_FEE = re.compile(r"费|套餐|月租|功能|增值|流量")
_BEGINS_LIKE_TIME = re.compile(r"\d{1,4}\s*[-/.年月]\s*\d{1,2}|\d{1,2}:\d")
_DIGITS = re.compile(r"(20\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})")
_WITHOUT_YEAR = re.compile(r"\d{1,2}\s*[-/月]\s*\d{1,2}(?!\d|\s*[-/.月])")
_OWN_NUMBER = re.compile(r"(?:号码|手机号|手机|用户|客户)[^\d+]{0,8}(\+?\d[\d*]{6,14})(?!\d)")
_MONTH = re.compile(r"(?<!\d)(20\d{2})\s*[年\-/.]?\s*(1[0-2]|0?[1-9])(?!\d{3})")
_YEAR = re.compile(r"(?<!\d)(20\d{2})\s*年(?!\s*\d)|(?:年[份度]|[账帳]期|周期)\s*[:：]?\s*(20\d{2})(?!\d|\s*[-./年])")
"""``2024年通话详单``, ``账期: 2024``."""

_YEAR_OF_NAME = re.compile(r"(?<!\d)(20\d{2})(?!\d)")
_PRINTED = re.compile(r"打印|下载|导出|生成|制表|申请|受理")
"""A line that says when the list was made, which may be years later."""

_STAMP = re.compile(r"(?:\d{4}\s*[-/.年])?\d{1,2}\s*[-/.月]\s*\d{1,2}日?\s*\d{1,2}:\d{2}")
_CALLED = re.compile("主叫|被叫|呼出|呼入|拨出|来电")
_LABEL = re.compile(r"号码|时间|日期|姓名|名称|查询|客户")
_NUMBER = re.compile(r"\+?\d{5,14}")
_NO_HEADING = re.compile(r"\d{3,}")
_JOINT = " · "
_OTHERS = frozenset(
    (
        *_COLUMNS["time"],
        *(
            "上网方式",
            "总流量",
            "流量",
            "上网流量",
            "费用项目",
            "费用名称",
            "费用类型",
            "套餐名称",
            "业务名称",
            "计费类型",
        ),
    )
)
_ROWS_TO_COUNT = 5_000


def recognises(source: Source) -> bool:
    """Tell whether the file holds such a table."""
    return any(_table_of(row) for row in source.first_rows)


def asks(source: Source) -> tuple[str, ...]:
    """Return whether somebody has to say which way round the days are."""
    return asks_of(_days(source), source.hints.day_first)


def _days(source: Source) -> list[str]:
    """Return the days of the first rows: a spreadsheet that saved them anew wrote them as in its own country."""
    head = next((row for row in source.first_rows if _table_of(row)), None)
    table = _table_of(head) if head else None
    places = [table.columns[name] for name in ("time", "day") if name in table.columns] if table else []
    return cells_below(source, head, places) if head else []


def read(source: Source) -> Iterator[Read]:
    """Yield every call and short message. Raises Unreadable, OSError."""
    page = _Page(source)
    for row in rows(source):
        found = page.read(row)
        if found is not None:
            yield found


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the columns of a table are, and what its rows are."""

    kind: EventKind
    columns: Mapping[str, int]
    ways: tuple[int, ...]
    unit_s: int

    def cell(self, row: Row, name: str) -> str:
        """Return a row's cell of a field, empty for a field that the table does not have."""
        return known(row.cell(self.columns.get(name)))


def _table_of(row: Row) -> _Table | None:
    """Return the table that a heading begins, None for a row that is none."""
    columns = columns_of(row, _COLUMNS)
    headings = [heading(cell) for cell in row.cells]
    ways = indices_of(headings, _WAYS)
    if "phone" in columns and "duration" in columns and ways and not {"caller", "callee"} <= columns.keys():
        columns.setdefault("number", columns["phone"])
    has_sides = "number" in columns or {"caller", "callee"} <= columns.keys()
    if not has_sides or not {"time", "day"} & columns.keys():
        return None
    if "duration" in columns:
        unit_s = 60 if re.search("分钟|minute", row.cell(columns["duration"]), re.IGNORECASE) else 1
        return _Table(EventKind.CALL, columns, ways, unit_s)
    return _Table(EventKind.MESSAGE, columns, ways, 1) if ways else None


class _Page:
    """What was read of a file so far: the table, and what stood above it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._table: _Table | None = None
        self._account = ""
        self._period: tuple[int, int] | None = None
        self._printed: tuple[int, int] | None = None
        self._month_of_name = _month_of_name(source.file_name)
        self._day: date | None = None
        self._has_begun = False
        told = source.hints.day_first
        self._day_first = day_order_of(_days(source)) if told is None else told

    def read(self, row: Row) -> Read | None:
        """Return what a row is, None for one that is no record."""
        table = _table_of(row)
        if table or _is_other_heading(row):
            self._table, self._day, self._has_begun = table, None, True
            return None
        if self._table is None:
            self._look_around(row)
            return _lost(row, is_other=self._has_begun)
        return self._record(row, self._table)

    def _look_around(self, row: Row) -> None:
        line = " ".join(row.cells)
        self._look_for_month(line)
        if not self._account and (found := _OWN_NUMBER.search(line)):
            self._account = found[1]

    def _look_for_month(self, line: str) -> None:
        if _PRINTED.search(line):
            self._printed = _month_of(line) or self._printed
        else:
            self._period = _month_of(line) or self._period

    @property
    def _month(self) -> tuple[int, int] | None:
        return self._period or self._printed

    def _record(self, row: Row, table: _Table) -> Read | None:
        shown = [cell for cell in row.cells if cell]
        if len(shown) == 1 or _TOTAL.match(shown[0]):
            self._day = moment_of(shown[0]).day or self._day
            self._look_for_month(shown[0])
            return None
        number, direction = self._other_side(row, table)
        duration_s = seconds_of(table.cell(row, "duration"), table.unit_s)
        is_one = bool(number) or duration_s is not None
        if not is_one and (any(map(_FEE.search, shown)) or not any(map(_BEGINS_LIKE_TIME.match, shown))):
            return None
        time, warning = self._time(row, table)
        if time is None or not is_one:
            return Unread(row.place, warning or "record-incomplete", _JOINT.join(shown))
        return Record(
            row.place,
            table.kind,
            time,
            direction,
            party=table.cell(row, "name"),
            number=number,
            text=_JOINT.join(filter(None, (table.cell(row, "kind"), table.cell(row, "place")))),
            duration_s=duration_s,
            account=table.cell(row, "own") or self._account,
            warning=warning or _doubt(table, number, direction, duration_s),
        )

    def _time(self, row: Row, table: _Table) -> tuple[ClockReading | None, str]:
        """Return when it was, and the code of what is doubtful or missing about that."""
        clock_cell, day_cell = _spread(table.cell(row, "time")), _spread(table.cell(row, "day"))
        month = self._month or self._month_of_name
        first, second = (
            moment_of(cell, day_first=self._day_first, year_month=month) for cell in (clock_cell, day_cell)
        )
        moment = Moment(
            first.day or second.day or (self._day if first.clock else None),
            first.clock or second.clock,
            first.seconds or second.seconds,
        )
        has_no_year = any(map(_WITHOUT_YEAR.match, (clock_cell, day_cell)))
        if has_no_year and month is None:
            return None, "year-missing"
        words = " ".join(filter(None, (day_cell, clock_cell)))
        return reading_of(moment, words, "carrier"), "year-from-name" if has_no_year and not self._month else ""

    def _other_side(self, row: Row, table: _Table) -> tuple[str, Direction]:
        direction = next(filter(None, (_direction_of(row.cell(index)) for index in table.ways)), Direction.NONE)
        if "number" in table.columns:
            return table.cell(row, "number"), direction
        caller, callee = table.cell(row, "caller"), table.cell(row, "callee")
        own = table.cell(row, "own") or self._account or self._usual
        if _is_same(caller, own) != _is_same(callee, own):
            direction = Direction.OUT if _is_same(caller, own) else direction or Direction.IN
        return (callee if direction is Direction.OUT else caller), direction

    @cached_property
    def _usual(self) -> str:
        """The number that is on one side of nearly every row: the complainant's."""
        counts: Counter[str] = Counter()
        table: _Table | None = None
        for row in islice(rows(self._source), _ROWS_TO_COUNT):
            table = _table_of(row) or table
            if table is not None:
                counts.update({table.cell(row, "caller"), table.cell(row, "callee")} - {""})
        often = counts.most_common(2)
        is_told = len(often) == 1 or (len(often) == 2 and often[0][1] > often[1][1])
        return often[0][0] if is_told else ""


def _spread(cell: str) -> str:
    """Return a time that is written as fourteen digits with signs between them, any other as it is."""
    return "{}-{}-{} {}:{}:{}".format(*found.groups()) if (found := _DIGITS.fullmatch(cell)) else cell


def _direction_of(cell: str) -> Direction:
    is_out, is_in = bool(_OUT.search(cell)), bool(_IN.search(cell))
    if not is_out and _MISSED.search(cell):  # 主叫未接通 was made
        return Direction.MISSED
    if not is_out and _REJECTED.search(cell):
        return Direction.REJECTED
    if is_out == is_in:
        return Direction.NONE
    return Direction.OUT if is_out else Direction.IN


def _is_other_heading(row: Row) -> bool:
    """Tell whether a table of something else begins: of data traffic, of fees."""
    shown = [heading(cell) for cell in row.cells if cell]
    return len(shown) >= 3 and not any(map(_NO_HEADING.search, shown)) and not _OTHERS.isdisjoint(shown)


def _lost(row: Row, *, is_other: bool) -> Unread | None:
    """Return a row without a heading that is known as unread if it looks like a call.

    ``is_other`` says that it stands in a table of something else, as it seems: of data traffic, of fees.
    """
    shown = [cell for cell in row.cells if cell]
    says_what = any(map(_LABEL.search, shown))
    if is_other and not any(map(_CALLED.fullmatch, shown)):
        return None
    if len(shown) < 5 or says_what or not (any(map(_STAMP.match, shown)) and any(map(_NUMBER.fullmatch, shown))):
        return None
    return Unread(row.place, "heading-unknown", _JOINT.join(shown))


def _doubt(table: _Table, number: str, direction: Direction, duration_s: int | None) -> str:
    if is_rounded(number):
        return "id-damaged"
    if table.kind is EventKind.MESSAGE:
        return "content-unlisted"
    if direction is Direction.OUT and duration_s == 0:
        return "call-unanswered"
    return "" if number else "number-hidden"


def _month_of(text: str) -> tuple[int, int] | None:
    """Return the last month that a text names, the last of its year for one that names only that."""
    if found := _MONTH.findall(text):
        return int(found[-1][0]), int(found[-1][1])
    years = [int(one or other) for one, other in _YEAR.findall(text)]
    return (years[-1], 12) if years else None


def _month_of_name(name: str) -> tuple[int, int] | None:
    years = _YEAR_OF_NAME.findall(name)
    return _month_of(name) or ((int(years[-1]), 12) if years else None)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two numbers are the same but for the country's."""
    first, second = ("".join(filter(str.isdigit, each))[-11:] for each in (one, other))
    return bool(first) and first == second
