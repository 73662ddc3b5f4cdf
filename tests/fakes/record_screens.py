"""Lists as phones show them, drawn with Qt: calls, bills, repayment plans, logins, and threads of short messages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QFontMetrics

from tests.fakes.screens import Drawing, Item, Look, Message, Row, Screen, font, page, wrapped

ROW_PX = 190
PLAIN = Look()


@dataclass(frozen=True)
class Entry:
    """One row: two lines at the left, two at the right, and what is meant by them."""

    row: Row
    main: str
    below: str = ""
    end: str = ""
    end_below: str = ""


def listing(title: str, entries: Sequence[Entry], look: Look = PLAIN, clock: str = "19:42") -> Screen:
    """Draw a list under a title."""
    drawing = Drawing(look, 300 + ROW_PX * len(entries))
    drawing.block((0, 0, look.width, 220), look.bar)
    drawing.words(clock, 60, 24, look.small + 4, look.ink)
    drawing.centred(title, 110, look.title, look.ink)
    drawing.screen.title = title
    for index, entry in enumerate(entries):
        _entry(drawing, entry, 230 + ROW_PX * index)
    drawing.painter.end()
    return drawing.screen


def _entry(drawing: Drawing, entry: Entry, top: int) -> None:
    look = drawing.look
    drawing.block((0, top, look.width, ROW_PX - 2), look.theirs)
    at = (
        (entry.main, entry.end, 34, look.text, look.ink),
        (entry.below, entry.end_below, 104, look.small + 6, look.faint),
    )
    for left, right, down, size, colour in at:
        if left:
            drawing.words(left, 2 * look.margin, top + down, size, colour)
        if right:
            width = QFontMetrics(font(look, size)).horizontalAdvance(right)
            drawing.words(right, look.width - 2 * look.margin - width, top + down, size, colour)
    drawing.screen.rows.append(entry.row)


def call_list(look: Look = PLAIN) -> Screen:
    """Draw a list of calls."""
    entries = [
        Entry(Row("call", "2025-03-10T18:03", "missed", "13912345678"), "13912345678", "未接来电", "18:03"),
        Entry(
            Row("call", "2025-03-10T11:25", "in", "02160129981", duration_s=95), "02160129981", "呼入 1分35秒", "11:25"
        ),
        Entry(Row("call", "2025-03-09T20:41", "out", "95188", duration_s=228), "95188", "呼出 3分48秒", "昨天 20:41"),
        Entry(Row("call", "2025-03-07T09:12", "missed", "02160129981"), "02160129981", "未接来电", "3月7日 09:12"),
        Entry(Row("call", "2025-03-06T17:30", "rejected", "17098761234"), "17098761234", "已拒接", "3月6日 17:30"),
    ]
    return listing("通话记录", entries, look)


def bill_list(look: Look = PLAIN) -> Screen:
    """Draw a list of payments."""
    entries = [
        Entry(_paid("2025-03-10T09:12", "out", "美团外卖", "36.80"), "美团外卖", "今天 09:12", "-36.80"),
        Entry(_paid("2025-03-09T15:02", "in", "速融宝", "3000.00"), "速融宝", "昨天 15:02", "+3,000.00"),
        Entry(_paid("2025-03-08T10:44", "out", "中国移动", "99.00"), "中国移动", "3月8日 10:44", "-99.00"),
        Entry(
            _paid("2025-03-05T21:36", "out", "沃尔玛", "128.50", "refunded"),
            "沃尔玛",
            "3月5日 21:36",
            "-128.50",
            "已全额退款",
        ),
    ]
    return listing("账单", entries, look)


def _paid(at: str, direction: str, party: str, amount: str, outcome: str = "done") -> Row:
    return Row("payment", at, direction, party, amount, outcome=outcome)


def bill(look: Look = PLAIN) -> Screen:
    """Draw the details of one payment."""
    drawn = page(
        [
            ("收款方", "速融宝科技有限公司"),
            ("支付金额", "￥3,000.00"),
            ("当前状态", "支付成功"),
            ("支付时间", "2025-02-22 08:15:03"),
            ("交易单号", "4200002345202502221234567890"),
        ],
        "账单详情",
        look,
    )
    number = "4200002345202502221234567890"
    paid = Row("payment", "2025-02-22T08:15:03", "out", "速融宝科技有限公司", "3000.00", number, outcome="done")
    drawn.rows.append(paid)
    return drawn


def plan(look: Look = PLAIN) -> Screen:
    """Draw a repayment plan in traditional characters."""
    states = {"paid": "已繳清", "overdue": "已逾期12天", "due": "待繳款"}
    dues = [("2025-01-26", "paid"), ("2025-02-26", "overdue"), ("2025-03-26", "due"), ("2025-04-26", "due")]
    entries = [
        Entry(
            Row("repayment", day, amount="1200.50", outcome=outcome),
            f"第{index + 1}期",
            f"繳款日 {day}",
            "HK$1,200.50",
            states[outcome],
        )
        for index, (day, outcome) in enumerate(dues)
    ]
    return listing("還款計畫", entries, look)


def logins(look: Look = PLAIN) -> Screen:
    """Draw a list of logins."""
    seen = [
        ("iPhone 13", "广东 深圳", "2025-03-10 08:12:44"),
        ("HUAWEI Mate 60", "四川 成都", "2025-03-09 03:05:10"),
        ("Xiaomi 14", "北京", "2025-03-08 22:47:31"),
    ]
    entries = [
        Entry(Row("login", when.replace(" ", "T")), device, when, place, "登录成功") for device, place, when in seen
    ]
    return listing("登录记录", entries, look)


TEXTS: tuple[Item, ...] = (
    ("time", "3月8日 14:20"),
    ("in", "【速融宝】您于2025-03-08申请的借款3000元已放款成功，合同号JX20250308001234，详询95188。"),
    ("time", "昨天 09:05"),
    ("in", "【速融宝】您的投诉(编号TS202503090088)已受理，我们将在3个工作日内回复您。"),
    ("time", "今天 18:30"),
    ("in", "【速融宝】您本期账单200.00元已逾期3天，请尽快还款。"),
)


def thread(look: Look = PLAIN, sender: str = "10690123456789") -> Screen:
    """Draw a thread of short messages: the sender's number in the title bar, times above, no portraits."""
    drawing = Drawing(look, 1700)
    drawing.block((0, 0, look.width, 220), look.bar)
    drawing.words("19:42", 60, 24, look.small + 4, look.ink)
    drawing.words(sender, 140, 110, look.title, look.ink)
    drawing.screen.title = sender
    top, time = 260, ""
    for kind, text in TEXTS:
        if kind == "time":
            time = text
            top += drawing.centred(text, top, look.small, look.faint)[3] + look.gap
        else:
            top = _text(drawing, text, top, time)
    drawing.painter.end()
    drawing.screen.image = drawing.image.copy(0, 0, look.width, top + 300)
    return drawing.screen


def _text(drawing: Drawing, text: str, top: int, time: str) -> int:
    look = drawing.look
    metrics = QFontMetrics(font(look, look.text))
    rows = wrapped(text, metrics, round(look.width * 0.72))
    width = max(metrics.horizontalAdvance(row) for row in rows) + 2 * look.padding
    place = (look.margin, top, width, len(rows) * metrics.lineSpacing() + 2 * look.padding)
    drawing.block(place, look.theirs, 24)
    for index, row in enumerate(rows):
        down = top + look.padding + index * metrics.lineSpacing()
        drawing.words(row, look.margin + look.padding, down, look.text, look.ink)
    drawing.screen.messages.append(Message("in", text, time, place))
    return top + place[3] + look.gap
