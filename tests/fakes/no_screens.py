"""Pictures on which nobody says anything: noise, blanks, drawings, pages of print, screens upside down."""

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont, ImageOps
from PySide6.QtGui import QImage

from tests.fakes.screens import FONTS, random_chat

SIZES = ((720, 1280), (540, 960), (900, 600), (1080, 1920), (640, 640))

Making = Callable[[random.Random, tuple[int, int]], Image.Image]


def _colour(source: random.Random) -> tuple[int, int, int]:
    return source.randrange(256), source.randrange(256), source.randrange(256)


def blank(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return one colour."""
    return Image.new("RGB", size, source.choice(((255, 255, 255), (0, 0, 0), _colour(source))))


def noise(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return noise, fine or in blocks."""
    step = source.choice((1, 2, 8, 24))
    small = size[0] // step, size[1] // step
    return Image.frombytes("RGB", small, source.randbytes(small[0] * small[1] * 3)).resize(size)


def gradient(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return light that fades, as skies do."""
    grey = Image.linear_gradient("L").rotate(source.choice((0, 90, 180))).resize(size)
    return ImageOps.colorize(grey, _colour(source), _colour(source))


def shapes(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return rounded areas like bubbles, lines and discs, with no word on them."""
    picture = Image.new("RGB", size, _colour(source))
    draw = ImageDraw.Draw(picture)
    for _ in range(source.randrange(5, 40)):
        x, y = source.randrange(size[0]), source.randrange(size[1])
        place = (x, y, x + source.randrange(20, 500), y + source.randrange(20, 200))
        kind = source.choice((draw.rectangle, draw.ellipse, draw.rounded_rectangle))
        kind(place, fill=_colour(source))
    return picture


def photograph(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return blurred spots, as photographs are to somebody who looks for letters."""
    return shapes(source, size).filter(ImageFilter.GaussianBlur(source.randrange(2, 30)))


def chart(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return columns with numbers under them."""
    picture = Image.new("RGB", size, "white")
    draw, letters = ImageDraw.Draw(picture), ImageFont.truetype(FONTS / "NotoSansSC-Regular.ttf", 24)
    for index, x in enumerate(range(40, size[0] - 60, 80)):
        height = source.randrange(20, size[1] - 160)
        draw.rectangle((x, size[1] - 80 - height, x + 50, size[1] - 80), fill=_colour(source))
        draw.text((x, size[1] - 70), str(2015 + index), "black", letters)
    return picture


PRINT = (
    "天地玄黄宇宙洪荒日月盈昃辰宿列张",
    "寒来暑往秋收冬藏闰余成岁律吕调阳",
    "The quick brown fox jumps over the lazy dog",
    "床前明月光疑是地上霜举头望明月",
    "第三章 关于茶叶的种植与采摘",
    "2019 annual report, page 47 of 112",
    "def main(argv): return sum(int(x) for x in argv)",
    "材料：面粉300克，鸡蛋2个，盐少许",
)


def printed(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return a page of a book, a recipe or a program."""
    picture = Image.new("RGB", size, source.choice(("white", "#f4ecd8", "#1e1e1e")))
    ink = "#ddd" if picture.getpixel((0, 0)) == (30, 30, 30) else "#222"
    letters = ImageFont.truetype(FONTS / "NotoSansSC-Regular.ttf", source.choice((22, 28, 36)))
    draw = ImageDraw.Draw(picture)
    for y in range(60, size[1] - 60, source.choice((46, 60))):
        draw.text((50, y), source.choice(PRINT), ink, letters)
    return picture


TRAINS = ("北京南", "天津西", "济南西", "徐州东", "南京南", "苏州北", "上海虹桥")
DISHES = ("宫保鸡丁", "麻婆豆腐", "清蒸鲈鱼", "酸辣土豆丝", "米饭", "青岛啤酒", "夫妻肺片", "东坡肉")


def timetable(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return trains with their times, or a menu with its prices: lists of what nobody did."""
    picture = Image.new("RGB", size, "white")
    letters = ImageFont.truetype(FONTS / "NotoSansSC-Regular.ttf", 30)
    draw, menu = ImageDraw.Draw(picture), source.random() < 0.5
    draw.text((size[0] // 3, 40), "菜单" if menu else "列车时刻表", "black", letters)
    for y in range(120, size[1] - 80, 70):
        left = source.choice(DISHES) if menu else f"G{source.randrange(1, 999)} {source.choice(TRAINS)}"
        clock = f"{source.randrange(24):02d}:{source.randrange(60):02d}"
        draw.text((50, y), left, "black", letters)
        draw.text((size[0] - 190, y), f"￥{source.randrange(3, 188)}.00" if menu else clock, "#444", letters)
    return picture


def upside_down(source: random.Random, size: tuple[int, int]) -> Image.Image:
    """Return a chat that stands on its head, or is mirrored."""
    drawn = random_chat(source.randrange(1 << 20), 3).image.convertToFormat(QImage.Format.Format_RGB888)
    stride = drawn.bytesPerLine()
    raw = bytes(drawn.constBits())
    chat = Image.frombytes("RGB", (drawn.width(), drawn.height()), raw, "raw", "RGB", stride)
    return source.choice((ImageOps.flip, ImageOps.mirror, lambda each: each.rotate(180)))(chat)


MAKERS: tuple[Making, ...] = (blank, noise, gradient, shapes, photograph, chart, printed, timetable, upside_down)


def make(number: int, folder: Path, sizes: Sequence[tuple[int, int]] = SIZES) -> Path:
    """Write the picture of a number; which it is, and all of it, depends on the number and the sizes alone."""
    source = random.Random(f"nothing {number}")
    maker = MAKERS[number % len(MAKERS)]
    ending = source.choice(("png", "jpg"))
    path = folder / f"Screenshot_20250310-12{number // 60:02d}{number % 60:02d}_{maker.__name__}.{ending}"
    maker(source, source.choice(sizes)).save(path)
    return path
