"""Screens of phones drawn with Qt, each with the exact truth of what stands on it, for holding the reading to it.

Nothing in `evidence_app.reading` may know how they look: colours, sizes and words are chosen here alone.
"""

import random
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QGuiApplication, QImage, QPainter

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Line:
    """One line of text as drawn, and where: x, y, width, height in pixels."""

    text: str
    box: Box


@dataclass(frozen=True)
class Message:
    """One message of a chat as it was meant: ``side`` is ``in`` or ``out``, ``time`` what the last separator says."""

    side: str
    text: str
    time: str
    box: Box


@dataclass(frozen=True)
class Row:
    """One call, payment, login or due date of a list, as it was meant. What is None is not shown."""

    kind: str
    at: str
    direction: str | None = None
    party: str | None = None
    amount: str | None = None
    reference: str | None = None
    duration_s: int | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class Look:
    """How a screen is drawn; all lengths in pixels."""

    width: int = 1080
    text: int = 40
    small: int = 28
    title: int = 44
    font: str = "NotoSansSC-Regular.ttf"
    page: str = "#ededed"
    bar: str = "#f7f7f7"
    ink: str = "#111111"
    faint: str = "#8a8a8a"
    mine: str = "#95ec69"
    mine_ink: str = "#111111"
    theirs: str = "#ffffff"
    margin: int = 32
    avatar: int = 100
    padding: int = 26
    gap: int = 34


@dataclass
class Screen:
    """A drawn screen and its truth."""

    image: QImage
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    times: list[Line] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)

    def save(self, path: Path, quality: int = -1) -> Path:
        """Write the picture; the ending says which format."""
        assert self.image.save(str(path), None, quality)
        return path


Item = tuple[str, str]
"""What is on a chat page, in order: ``("time", words)``, ``("system", words)``, ``("in", text)``, ``("out", text)``."""


def font(look: Look, size: int) -> QFont:
    """Return one of the bundled fonts, the same on every machine."""
    assert QGuiApplication.instance() is not None, "fonts need an application"
    number = QFontDatabase.addApplicationFont(str(FONTS / look.font))
    made = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    made.setPixelSize(size)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


class Drawing:
    """A screen being drawn."""

    def __init__(self, look: Look, height: int) -> None:
        self.look = look
        self.image = QImage(look.width, height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(look.page))
        self.painter = QPainter(self.image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.screen = Screen(self.image)

    def words(self, text: str, x: int, top: int, size: int, colour: str) -> Box:
        made = font(self.look, size)
        self.painter.setFont(made)
        self.painter.setPen(QColor(colour))
        metrics = QFontMetrics(made)
        place = QRect(x, top, metrics.horizontalAdvance(text) + 4, metrics.height())
        self.painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), text)
        box = (x, top, metrics.horizontalAdvance(text), metrics.height())
        self.screen.lines.append(Line(text, box))
        return box

    def centred(self, text: str, top: int, size: int, colour: str) -> Box:
        width = QFontMetrics(font(self.look, size)).horizontalAdvance(text)
        return self.words(text, (self.look.width - width) // 2, top, size, colour)

    def block(self, place: Box, colour: str, radius: int = 0) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawRoundedRect(QRectF(*place), radius, radius)

    def bubble(self, side: str, text: str, top: int, time: str) -> int:
        """Draw a bubble and return where the next thing may begin."""
        look = self.look
        metrics = QFontMetrics(font(look, look.text))
        rows = wrapped(text, metrics, look.width - 2 * (look.margin * 2 + look.avatar + look.padding) - look.avatar)
        width = max(metrics.horizontalAdvance(row) for row in rows) + 2 * look.padding
        height = len(rows) * metrics.lineSpacing() + 2 * look.padding
        outer = look.margin * 2 + look.avatar
        left = outer if side == "in" else look.width - outer - width
        self.block((left, top, width, height), look.mine if side == "out" else look.theirs, 14)
        if look.avatar:
            portrait = look.margin if side == "in" else look.width - look.margin - look.avatar
            self.block((portrait, top, look.avatar, look.avatar), "#5b7fa6" if side == "in" else "#c08552", 10)
        ink = look.mine_ink if side == "out" else look.ink
        for index, row in enumerate(rows):
            self.words(row, left + look.padding, top + look.padding + index * metrics.lineSpacing(), look.text, ink)
        self.screen.messages.append(Message(side, text, time, (left, top, width, height)))
        return top + max(height, look.avatar) + look.gap


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """Return a text broken anywhere, as phones break Chinese."""
    rows, row = [], ""
    for char in text:
        if row and metrics.horizontalAdvance(row + char) > width:
            rows.append(row)
            row = ""
        row += char
    return [*rows, row]


def chat(title: str, items: list[Item], look: Look = Look(), clock: str = "19:42", height: int = 0) -> Screen:
    """Draw a chat with a status bar, a title bar, what was said, and a field for typing."""
    tallest = height or 400 + sum(200 + len(text) * 8 for _, text in items)
    drawing = Drawing(look, tallest)
    drawing.block((0, 0, look.width, 220), look.bar)
    drawing.words(clock, 60, 24, look.small + 4, look.ink)
    drawing.screen.title = title
    drawing.centred(title, 110, look.title, look.ink)
    top, time = 260, ""
    for kind, text in items:
        if kind in ("in", "out"):
            top = drawing.bubble(kind, text, top, time)
            continue
        box = drawing.centred(text, top, look.small, look.faint)
        if kind == "time":
            time = text
            drawing.screen.times.append(Line(text, box))
        top += box[3] + look.gap
    drawing.block((0, top, look.width, 150), look.bar)
    drawing.painter.end()
    screen = drawing.screen
    screen.image = drawing.image.copy(0, 0, look.width, height or top + 150)
    return screen


def page(rows: list[tuple[str, str]], title: str, look: Look = Look()) -> Screen:
    """Draw a page of labels and values, one below the other, as bills have them."""
    drawing = Drawing(look, 300 + 110 * len(rows))
    drawing.centred(title, 60, look.title, look.ink)
    drawing.screen.title = title
    for index, (label, value) in enumerate(rows):
        top = 200 + 110 * index
        drawing.words(label, look.margin * 2, top, look.text, look.faint)
        width = QFontMetrics(font(look, look.text)).horizontalAdvance(value)
        drawing.words(value, look.width - look.margin * 2 - width, top, look.text, look.ink)
    drawing.painter.end()
    return drawing.screen


PHRASES = (
    "您好，我是速融宝客服，工号80231，请问有什么可以帮您？",
    "你们未经我同意自动下款3000元，现在就要求提现失败也还款",
    "系统显示合同编号JX20250222001234已生效，请按期还款",
    "我没有收到这笔钱，提现一直失败",
    "这边帮您反馈给技术部门，3个工作日内会给您答复",
    "好的",
    "已经第四次联系你们了，每次都换人，请给我投诉编号",
    "您的投诉编号是TS202502220088，请耐心等待",
    "请今日18:00前还款200.00元，否则将上报征信",
    "这是威胁吗？我会向12378投诉",
    "收到，明天上午会有专员用95188联系您",
    "?",
)


def random_chat(seed: int, count: int, look: Look = Look()) -> Screen:
    """Draw a chat of ``count`` messages that depends on nothing but its seed."""
    source = random.Random(seed)
    items: list[Item] = []
    hour = 8
    for index in range(count):
        if index % 5 == 0:
            items.append(("time", f"2月{22 + index // 40}日 {hour % 24:02d}:{source.randrange(60):02d}"))
            hour += 1
        items.append((source.choice(("in", "out")), source.choice(PHRASES)))
    return chat("速融宝客服", items, look)
