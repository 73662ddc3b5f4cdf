"""Screenshots of conversations, in the manner of a messenger, of a lender's own app and of a Taiwanese messenger."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import ImageDraw

from evidence_app.sample.canvas import Canvas, Type
from evidence_app.sample.phone import (
    Phone,
    foot,
    person,
    plus,
    screen,
    smile,
    sound,
    status_bar,
    title_bar,
)

Message = Sequence[str]
"""Who or what (``them``, ``me``, ``time``, ``note``, ``file``, ``voice``), the words, and sometimes the time shown."""

EDGE = 12.0
GAP = 16.0


@dataclass(frozen=True, slots=True)
class Manner:
    """The colours and measures of one kind of chat."""

    ground: str
    bar: str
    bar_text: str
    theirs: str
    mine: str
    text_size: float
    bubble_radius: float
    portrait: float
    portrait_radius: float
    their_portrait: str
    my_portrait: str
    faint: str
    times_beside: bool = False
    own_portrait: bool = True
    face: str = "SC"


MANNERS = {
    "messenger": Manner(
        "#ededed", "#ededed", "#191919", "#ffffff", "#95ec69", 16.5, 5, 40, 5, "#4a7ebb", "#c9a27a", "#9a9a9a"
    ),
    "app": Manner(
        "#f3f5f9", "#2f6bf2", "#ffffff", "#ffffff", "#d5e3ff", 15, 10, 36, 18, "#2f6bf2", "#9db2d8", "#9aa3b2"
    ),
    "line": Manner(
        "#8cabd8",
        "#8cabd8",
        "#111111",
        "#ffffff",
        "#8de055",
        15.5,
        17,
        36,
        18,
        "#e0a3b4",
        "#ffffff",
        "#47597a",
        times_beside=True,
        own_portrait=False,
        face="TC",
    ),
}


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the conversation with its height; ``paint`` draws it at a distance from the top."""

    height: float
    paint: Callable[[float], None]


def chat(phone: Phone, clock: str, manner_name: str, title: str, messages: Sequence[Message]) -> Canvas:
    """Return a screenshot of the end of a conversation: what does not fit has scrolled out at the top."""
    manner = MANNERS[manner_name]
    canvas = screen(phone, clock, manner.ground, face=manner.face)
    blocks = _blocks(canvas, manner, messages)
    field_top = phone.height - phone.foot_height - 56
    top = phone.status_height + 46 + GAP
    length = sum(block.height for block in blocks)
    _paint(blocks, min(top, field_top - length))
    _frame(canvas, phone, clock, manner, title, field_top)
    return canvas


def long_chat(phone: Phone, clock: str, manner_name: str, title: str, messages: Sequence[Message]) -> Canvas:
    """Return a scrolled screenshot of a whole conversation, as phones stitch it together."""
    manner = MANNERS[manner_name]
    measuring = Canvas(phone.width, 1, manner.ground, scale=phone.scale, face=manner.face)
    length = sum(block.height for block in _blocks(measuring, manner, messages))
    top = phone.status_height + 46 + GAP
    field_top = top + length
    canvas = screen(phone, clock, manner.ground, height=field_top + 56 + phone.foot_height, face=manner.face)
    _paint(_blocks(canvas, manner, messages), top)
    _frame(canvas, phone, clock, manner, title, field_top)
    return canvas


def _paint(blocks: Sequence[Block], top: float) -> None:
    for block in blocks:
        if top + block.height > 0:
            block.paint(top)
        top += block.height


def _frame(canvas: Canvas, phone: Phone, clock: str, manner: Manner, title: str, field_top: float) -> None:
    title_bar(canvas, phone, title, ground=manner.bar, color=manner.bar_text)
    status_bar(canvas, phone, clock, manner.bar_text)
    ground = "#ffffff" if manner.times_beside else "#f7f7f7"
    canvas.rectangle((0, field_top, canvas.width, canvas.height - field_top), ground)
    canvas.line((0, field_top), (canvas.width, field_top), "#dcdcdc")
    middle = field_top + 28
    sound(canvas, 10, middle, "#202020")
    canvas.rectangle((46, field_top + 9, canvas.width - 128, 38), "#f2f2f4" if manner.times_beside else "#ffffff", 6)
    smile(canvas, canvas.width - 74, middle, "#202020")
    plus(canvas, canvas.width - 38, middle, "#202020")
    foot(canvas, phone, "#151515")


def _blocks(canvas: Canvas, manner: Manner, messages: Sequence[Message]) -> list[Block]:
    builders = {"time": _separator, "note": _separator, "day": _day}
    return [builders.get(message[0], _bubble)(canvas, manner, message) for message in messages]


def _separator(canvas: Canvas, manner: Manner, message: Message) -> Block:
    look = Type(12.5, manner.faint)
    lines = canvas.broken(message[1], look, canvas.width - 90)

    def paint(top: float) -> None:
        for index, line in enumerate(lines):
            canvas.centred(canvas.width / 2, top + 2 + index * 17, line, look)

    return Block(len(lines) * 17 + GAP, paint)


def _day(canvas: Canvas, manner: Manner, message: Message) -> Block:
    look = Type(11.5, "#ffffff")

    def paint(top: float) -> None:
        width = canvas.length(message[1], look) + 22
        canvas.rectangle(((canvas.width - width) / 2, top, width, 22), "#6f8cb8", radius=11)
        canvas.centred(canvas.width / 2, top + 4, message[1], look)

    return Block(22 + GAP, paint)


def _bubble(canvas: Canvas, manner: Manner, message: Message) -> Block:
    kind, words = message[0], message[1]
    mine = kind.startswith("me")
    aside = EDGE + (manner.portrait + 9 if manner.own_portrait or not mine else 2)
    room = canvas.width - 2 * aside - 22 if manner.own_portrait else canvas.width - aside - 110
    content = _content(canvas, manner, kind, words, room)
    height = max(content.height + 20, manner.portrait if not manner.times_beside else 36)

    def paint(top: float) -> None:
        width = content.width + 24
        left = canvas.width - aside - width if mine else aside
        color = "#ffffff" if content.is_card else manner.mine if mine else manner.theirs
        canvas.rectangle((left, top, width, height), color, radius=manner.bubble_radius)
        _tail(canvas, manner, left if not mine else left + width, top, color, mine=mine)
        content.paint(left + 12, top + (height - content.height) / 2)
        if manner.own_portrait or not mine:
            portrait_left = canvas.width - EDGE - manner.portrait if mine else EDGE
            ground = manner.my_portrait if mine else manner.their_portrait
            person(canvas, portrait_left, top, manner.portrait, ground, radius=manner.portrait_radius)
        if len(message) > 2:
            _time_beside(canvas, manner, message[2:], left if mine else left + width, top + height, mine=mine)

    return Block(height + GAP, paint)


@dataclass(frozen=True, slots=True)
class _Content:
    width: float
    height: float
    paint: Callable[[float, float], None]
    is_card: bool = False


def _content(canvas: Canvas, manner: Manner, kind: str, words: str, room: float) -> _Content:
    if kind.endswith("file"):
        return _file_card(canvas, words)
    if kind.endswith("voice"):
        return _voice(canvas, manner, words)
    look = Type(manner.text_size)
    lines = canvas.broken(words, look, room)
    width = max(canvas.length(line, look) for line in lines)
    height = Canvas.paragraph_height(len(lines), look)

    def paint(left: float, top: float) -> None:
        canvas.paragraph(left, top, room, words, look)

    return _Content(width, height, paint)


def _file_card(canvas: Canvas, words: str) -> _Content:
    name, size = words.split("|")

    def paint(left: float, top: float) -> None:
        canvas.paragraph(left, top, 150, name, Type(15), leading=1.35)
        canvas.text(left, top + 44, size, Type(11.5, "#9a9a9a"))
        canvas.rectangle((left + 164, top + 3, 40, 50), "#e8533f", radius=4)
        canvas.centred(left + 184, top + 21, "PDF", Type(12, "#ffffff", bold=True))

    return _Content(206, 58, paint, is_card=True)


def _voice(canvas: Canvas, manner: Manner, words: str) -> _Content:
    def paint(left: float, top: float) -> None:
        def waves(mask: ImageDraw.ImageDraw, unit: float) -> None:
            for radius in (2.5, 6.5, 10.5):
                box = (unit * (1 - radius), unit * (10 - radius), unit * (1 + radius), unit * (10 + radius))
                mask.arc(box, -42, 42, fill=255, width=round(1.8 * unit))

        canvas.shape((left, top, 14, 20), "#191919", waves)
        canvas.text(left + 20, top, words, Type(manner.text_size))

    return _Content(118, 20, paint)


def _tail(canvas: Canvas, manner: Manner, edge: float, top: float, color: str, *, mine: bool) -> None:
    if manner.times_beside:
        box = (edge - 8, top - 1, 14, 16) if mine else (edge - 6, top - 1, 14, 16)
        canvas.shape(box, color, lambda mask, unit: _curved_tail(mask, unit, mine=mine))
        return
    box = (edge - 1, top + 13, 6, 12) if mine else (edge - 5, top + 13, 6, 12)
    points = [(0.0, 0.0), (6.0, 6.0), (0.0, 12.0)] if mine else [(6.0, 0.0), (0.0, 6.0), (6.0, 12.0)]
    canvas.shape(box, color, lambda mask, unit: mask.polygon([(x * unit, y * unit) for x, y in points], fill=255))


def _curved_tail(mask: ImageDraw.ImageDraw, unit: float, *, mine: bool) -> None:
    points = [(0, 4), (14, 0), (6, 14)] if mine else [(14, 4), (0, 0), (8, 14)]
    mask.polygon([(x * unit, y * unit) for x, y in points], fill=255)


def _time_beside(canvas: Canvas, manner: Manner, words: Message, edge: float, bottom: float, *, mine: bool) -> None:
    look = Type(10.5, "#3c4f73")
    for index, line in enumerate(reversed(words)):
        top = bottom - 15 - 14 * index
        if mine:
            canvas.right_aligned(edge - 5, top, line, look)
        else:
            canvas.text(edge + 5, top, line, look)
