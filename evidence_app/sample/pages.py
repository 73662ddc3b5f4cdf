"""Screenshots of single pages: a loan, a failed withdrawal, a list of calls, a bank's receipt, a web page."""

import math
from collections.abc import Sequence

from PIL import Image, ImageChops, ImageDraw

from evidence_app.sample.canvas import Canvas, Type, font
from evidence_app.sample.phone import Phone, chevron, foot, person, screen, status_bar, title_bar

Row = Sequence[str]

MUTED = Type(14, "#8a9099")
PLAIN = Type(14, "#23272e")
STAMP_INK = 190  # of 255: a stamp lets the paper through
STAR = [
    (radius * math.sin(index * math.pi / 5), -radius * math.cos(index * math.pi / 5))
    for index, radius in enumerate((0.3, 0.12) * 5)
]
GREEN, RED, BLUE = "#21a366", "#e64340", "#2f6bf2"


def loan_page(phone: Phone, clock: str, title: str, owed: str, rows: Sequence[Row]) -> Canvas:
    """Return the lender's page about one loan, with what is said to be owed."""
    canvas = screen(phone, clock, "#f3f5f9")
    bottom = title_bar(canvas, phone, title, ground=BLUE, color="#ffffff")
    status_bar(canvas, phone, clock, "#ffffff")
    canvas.rectangle((0, bottom - 1, canvas.width, 92), BLUE)
    canvas.centred(canvas.width / 2, bottom + 12, "剩余待还（元）", Type(13, "#cfdcff"))
    canvas.centred(canvas.width / 2, bottom + 34, owed, Type(34, "#ffffff", bold=True))
    top = bottom + 108
    _table(canvas, 12, top, canvas.width - 24, rows)
    _button(canvas, canvas.height - phone.foot_height - 62, "提前结清", BLUE, "#ffffff")
    canvas.centred(
        canvas.width / 2, canvas.height - phone.foot_height - 90, "示例消费金融有限公司提供资金", Type(11.5, "#a3a9b3")
    )
    foot(canvas, phone, "#151515")
    return canvas


def withdrawal_page(phone: Phone, clock: str, words: dict[str, str], rows: Sequence[Row]) -> Canvas:
    """Return the wallet's page that says a withdrawal failed."""
    canvas = screen(phone, clock, "#ffffff")
    bottom = title_bar(canvas, phone, words["title"], ground="#ffffff", color="#191919", menu=False)
    status_bar(canvas, phone, clock, "#191919")
    middle = canvas.width / 2
    canvas.shape((middle - 34, bottom + 34, 68, 68), RED, _exclamation)
    canvas.centred(middle, bottom + 118, words["headline"], Type(20, bold=True))
    canvas.centred(middle, bottom + 152, words["amount"], Type(32, bold=True))
    _table(canvas, 16, bottom + 222, canvas.width - 32, rows, ground="#f7f8fa")
    _button(canvas, canvas.height - phone.foot_height - 128, "重新提现", BLUE, "#ffffff")
    _button(canvas, canvas.height - phone.foot_height - 70, "联系客服", "#eef1f6", "#23272e")
    foot(canvas, phone, "#000000")
    return canvas


def _exclamation(mask: ImageDraw.ImageDraw, unit: float) -> None:
    mask.ellipse((0, 0, 68 * unit, 68 * unit), fill=255)
    mask.rounded_rectangle((31 * unit, 16 * unit, 37 * unit, 42 * unit), radius=3 * unit, fill=0)
    mask.ellipse((30.5 * unit, 47 * unit, 37.5 * unit, 54 * unit), fill=0)


def _table(
    canvas: Canvas, left: float, top: float, width: float, rows: Sequence[Row], *, ground: str = "#ffffff"
) -> None:
    layouts = [(name, canvas.broken(value, PLAIN, width - 130)) for name, value in rows]
    heights = [26 + 20.0 * len(lines) for _, lines in layouts]
    bottom = top + sum(heights)
    canvas.rectangle((left, top, width, bottom - top), ground, radius=10)
    for (name, lines), height in zip(layouts, heights, strict=True):
        canvas.text(left + 16, top + 14, name, MUTED)
        for index, line in enumerate(lines):
            canvas.right_aligned(left + width - 16, top + 14 + 20 * index, line, PLAIN)
        top += height
        if top < bottom:
            canvas.line((left + 16, top), (left + width - 16, top), "#e8ebf0")


def _button(canvas: Canvas, top: float, words: str, ground: str, color: str) -> None:
    canvas.rectangle((20, top, canvas.width - 40, 48), ground, radius=24)
    canvas.centred(canvas.width / 2, top + 13.5, words, Type(16.5, color, bold=True))


def call_list(phone: Phone, clock: str, rows: Sequence[Row]) -> Canvas:
    """Return a phone's list of calls: direction, number, name, time, duration; ``day`` starts another day."""
    canvas = screen(phone, clock, "#ffffff")
    canvas.text(20, phone.status_height + 16, "通话", Type(26, bold=True))
    top = phone.status_height + 62
    canvas.text(20, top, "全部", Type(15, BLUE, bold=True))
    canvas.rectangle((24, top + 24, 22, 3), BLUE, radius=1.5)
    canvas.text(76, top, "未接来电", Type(15, "#8a9099"))
    canvas.line((0, top + 34), (canvas.width, top + 34), "#eceef1")
    top += 46
    canvas.text(20, top, "今天", Type(12.5, "#8a9099"))
    top += 24
    for row in rows:
        top += _day_row(canvas, top, row) if row[0] == "day" else _call_row(canvas, top, row)
    _tabs(canvas, phone)
    return canvas


def _day_row(canvas: Canvas, top: float, row: Row) -> float:
    canvas.text(20, top + 4, row[1], Type(12.5, "#8a9099"))
    return 26


def _call_row(canvas: Canvas, top: float, row: Row) -> float:
    kind, number, name, time, duration = row
    color = RED if kind == "missed" else "#23272e"
    _arrow(canvas, 20, top + 16, kind)
    canvas.text(46, top + 6, number, Type(16, color))
    canvas.text(46, top + 29, name, Type(12, "#8a9099"))
    canvas.right_aligned(canvas.width - 20, top + 8, time, Type(13, "#8a9099"))
    canvas.right_aligned(canvas.width - 20, top + 29, duration, Type(12, "#8a9099"))
    canvas.line((46, top + 52), (canvas.width - 20, top + 52), "#eceef1")
    return 54


def _arrow(canvas: Canvas, left: float, top: float, kind: str) -> None:
    def draw(mask: ImageDraw.ImageDraw, unit: float) -> None:
        if kind == "missed":
            points, head = [(2, 5), (8, 11), (15, 4)], [(10, 4), (15, 4), (15, 9)]
        elif kind == "out":
            points, head = [(3, 14), (14, 3)], [(6, 3), (14, 3), (14, 11)]
        else:
            points, head = [(14, 3), (3, 14)], [(3, 6), (3, 14), (11, 14)]
        for line in (points, head):
            mask.line([(x * unit, y * unit) for x, y in line], fill=255, width=round(1.7 * unit), joint="curve")

    color = {"missed": RED, "out": GREEN}.get(kind, BLUE)
    canvas.shape((left, top, 18, 18), color, draw)


def _tabs(canvas: Canvas, phone: Phone) -> None:
    top = canvas.height - phone.foot_height - 54
    canvas.rectangle((0, top, canvas.width, canvas.height - top), "#fafbfc")
    canvas.line((0, top), (canvas.width, top), "#e3e6ea")
    for index, (name, color) in enumerate((("通话", BLUE), ("联系人", "#8a9099"), ("收藏", "#8a9099"))):
        middle = canvas.width * (2 * index + 1) / 6
        person(canvas, middle - 10, top + 8, 20, color, radius=10)
        canvas.centred(middle, top + 31, name, Type(11, color))
    foot(canvas, phone, "#151515")


def bank_receipt(words: dict[str, str], rows: Sequence[Row]) -> Canvas:
    """Return a bank's receipt as its app saves it: a picture without a phone around it."""
    canvas = Canvas(360, 560, "#f4efe6")
    canvas.rectangle((16, 16, 328, 528), "#ffffff", radius=10)
    canvas.rectangle((16, 16, 328, 60), "#8c2f39", radius=10)
    canvas.rectangle((16, 46, 328, 30), "#8c2f39")
    canvas.text(34, 33, words["bank"], Type(19, "#ffffff", bold=True))
    canvas.right_aligned(326, 37, words["title"], Type(14, "#f3d9dc"))
    canvas.centred(180, 98, words["amount"], Type(32, bold=True))
    canvas.centred(180, 138, "交易成功", Type(14, GREEN))
    top = 172.0
    for name, value in rows:
        canvas.text(34, top, name, MUTED)
        canvas.right_aligned(326, top, value, Type(13.5, "#23272e"))
        top += 36
    canvas.line((34, top + 4), (326, top + 4), "#e4ddd0")
    canvas.centred(180, top + 18, "本回单仅供参考，以银行入账记录为准", Type(11, "#a39b8b"))
    round_stamp(canvas, 262, 352, 41, words["bank"] + "电子回单专用章", "#c8323c")
    return canvas


def round_stamp(canvas: Canvas, middle: float, height: float, radius: float, words: str, color: str) -> None:
    """Stamp a round seal: a ring, a star and the words around it, centred at ``middle``, ``height``."""
    size = round(radius * 4 * canvas.scale)  # twice the final size, to be smooth
    mask = Image.new("L", (size, size), 0)
    draw = ImageDraw.Draw(mask)
    draw.ellipse((1, 1, size - 2, size - 2), outline=STAMP_INK, width=size // 42)
    draw.polygon([(size / 2 * (1 + x), size / 2 * (1 + y)) for x, y in STAR], fill=STAMP_INK)
    letter = font("SC", size * 0.125, bold=True)
    step = min(5.0 / len(words), 0.45)
    for index, character in enumerate(words):
        cell = Image.new("L", (size, size), 0)
        ImageDraw.Draw(cell).text((size / 2, size * 0.14), character, fill=STAMP_INK, font=letter, anchor="mm")
        angle = math.degrees(step * (index - (len(words) - 1) / 2))
        mask = ImageChops.lighter(mask, cell.rotate(-angle, resample=Image.Resampling.BICUBIC))
    place = (round((middle - radius) * canvas.scale), round((height - radius) * canvas.scale))
    canvas.image.paste(color, place, mask.resize((size // 2, size // 2), Image.Resampling.LANCZOS))


def web_page(words: dict[str, str], rows: Sequence[Row]) -> Canvas:
    """Return a screenshot of a browser on a computer that shows a body's confirmation of a complaint."""
    canvas = Canvas(1280, 720, "#ffffff", scale=1.5)
    canvas.rectangle((0, 0, 1280, 40), "#dfe3ea")
    canvas.rectangle((12, 8, 260, 32), "#ffffff", radius=8)
    canvas.text(28, 16, words["site"], Type(13, "#3a3f45"))
    canvas.text(1244, 12, "×", Type(15, "#3a3f45"))
    canvas.rectangle((1204, 20, 11, 1), "#3a3f45")
    canvas.rectangle((0, 40, 1280, 44), "#ffffff")
    chevron(canvas, 18, 62, "#5a616b")
    canvas.rectangle((84, 47, 1130, 30), "#f0f2f5", radius=15)
    canvas.text(104, 53.5, words["address"], Type(13.5, "#3a3f45"))
    canvas.line((0, 84), (1280, 84), "#d5d9df", 0.8)
    canvas.rectangle((0, 85, 1280, 74), "#1d4f7c")
    canvas.text(200, 108, words["site"], Type(22, "#ffffff", bold=True))
    canvas.text(200, 186, words["headline"], Type(24, GREEN, bold=True))
    canvas.text(200, 226, "请妥善保存受理编号，可凭编号查询办理进度。", Type(14, "#6b7178"))
    top = 266.0
    for index, (name, value) in enumerate(rows):
        canvas.rectangle((200, top, 880, 44), "#f6f8fa" if index % 2 == 0 else "#ffffff")
        canvas.text(220, top + 13, name, Type(15, "#6b7178"))
        canvas.text(380, top + 13, value, Type(15))
        top += 44
    canvas.rectangle((200, top + 26, 136, 40), "#1d4f7c", radius=4)
    canvas.text(236, top + 37, "打印回执", Type(15, "#ffffff"))
    canvas.rectangle((0, 682, 1280, 38), "#e9edf2")
    canvas.right_aligned(1262, 686, "10:15", Type(11.5, "#23272e"))
    canvas.right_aligned(1262, 700, "2025/2/28", Type(11.5, "#23272e"))
    for index, color in enumerate(("#3a7bd5", "#e9a23b", "#57b894", "#8f96a3")):
        canvas.rectangle((560 + 40 * index, 689, 24, 24), color, radius=5)
    return canvas
