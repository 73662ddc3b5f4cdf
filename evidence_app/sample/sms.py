"""Screenshots of text messages: the list of senders, and one sender's messages."""

from collections.abc import Sequence

from evidence_app.sample.canvas import Canvas, Type
from evidence_app.sample.phone import Phone, chevron, dots, foot, person, plus, screen, status_bar

Row = Sequence[str]


def sms_list(phone: Phone, clock: str, rows: Sequence[Row]) -> Canvas:
    """Return a screenshot of a phone's list of text messages: sender, beginning, date, ``new`` for an unread one."""
    canvas = screen(phone, clock, "#ffffff")
    canvas.text(20, phone.status_height + 20, "信息", Type(27, bold=True))
    dots(canvas, canvas.width - 40, phone.status_height + 37, "#191919")
    top = phone.status_height + 68
    canvas.rectangle((16, top, canvas.width - 32, 36), "#f2f3f5", radius=18)
    canvas.text(40, top + 9.5, "搜索", Type(14, "#9aa0a8"))
    top += 50
    for index, row in enumerate(rows):
        _sms_row(canvas, top, row, ("#5b8def", "#f29c4b", "#57b894", "#9b8afb")[index % 4])
        top += 74
    foot(canvas, phone, "#151515", "#ffffff")
    return canvas


def _sms_row(canvas: Canvas, top: float, row: Row, ground: str) -> None:
    sender, words, date = row[0], row[1], row[2]
    person(canvas, 16, top + 13, 44, ground, radius=22)
    canvas.text(72, top + 12, sender, Type(15.5, bold=len(row) > 3))
    canvas.right_aligned(canvas.width - 16, top + 14, date, Type(11.5, "#8b9097"))
    look = Type(12.8, "#6d737b")
    lines = canvas.broken(words, look, canvas.width - 72 - 34)[:2]
    if len(lines) == 2 and len("".join(lines)) < len(words):
        lines[1] = lines[1][:-2] + "…"
    for index, line in enumerate(lines):
        canvas.text(72, top + 34 + index * 17.5, line, look)
    if len(row) > 3:
        canvas.rectangle((canvas.width - 25, top + 42, 9, 9), "#e64340", radius=4.5)
    canvas.line((72, top + 73.5), (canvas.width - 16, top + 73.5), "#e9ebee")


def sms_thread(phone: Phone, clock: str, sender: str, messages: Sequence[Row]) -> Canvas:
    """Return a screenshot of the text messages from one sender: pairs of a time and the words."""
    canvas = screen(phone, clock, "#ffffff")
    top = phone.status_height + 46 + 14.0
    look = Type(15)
    for time, words in messages:
        canvas.centred(canvas.width / 2, top, time, Type(11.5, "#8b9097"))
        top += 24
        lines = canvas.broken(words, look, canvas.width - 120)
        height = Canvas.paragraph_height(len(lines), look, 1.42) + 22
        width = max(canvas.length(line, look) for line in lines) + 28
        canvas.rectangle((16, top, width, height), "#f0f1f4", radius=16)
        canvas.paragraph(30, top + 11, canvas.width - 120, words, look, 1.42)
        top += height + 18
    _sms_frame(canvas, phone, clock, sender)
    return canvas


def _sms_frame(canvas: Canvas, phone: Phone, clock: str, sender: str) -> None:
    canvas.rectangle((0, 0, canvas.width, phone.status_height + 46), "#ffffff")
    status_bar(canvas, phone, clock, "#191919")
    middle = phone.status_height + 23
    chevron(canvas, 14, middle, "#191919")
    canvas.text(44, middle - 11, sender, Type(17.5, bold=True))
    dots(canvas, canvas.width - 40, middle, "#191919")
    field = canvas.height - phone.foot_height - 58
    canvas.rectangle((0, field, canvas.width, canvas.height - field), "#ffffff")
    plus(canvas, 16, field + 29, "#3a3f45")
    canvas.rectangle((54, field + 10, canvas.width - 70, 38), "#f2f3f5", radius=19)
    canvas.text(72, field + 20, "短信/彩信", Type(14, "#9aa0a8"))
    foot(canvas, phone, "#151515")
