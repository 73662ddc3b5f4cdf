"""Things on paper: the scanned contract and a photo of the letter on a table."""

import math
from collections.abc import Sequence
from typing import Any

from PIL import Image, ImageChops, ImageFilter

from evidence_app.sample.canvas import Canvas, Type
from evidence_app.sample.pages import round_stamp

INK = "#20222a"
PAGE = (595.0, 842.0)
"""A4 in points of 1/72 inch."""

SCAN_SCALE = 2.0  # 144 dots per inch: what a lender's server typically sends


def contract_pages(words: dict[str, Any]) -> list[Image.Image]:
    """Return the pages of the contract, without ink on paper: this contract never was on any."""
    return [_contract_page(words, index) for index in range(len(words["pages"]))]


def _contract_page(words: dict[str, Any], page_index: int) -> Image.Image:
    canvas = Canvas(*PAGE, "#ffffff", scale=SCAN_SCALE)
    top = 64.0
    if page_index == 0:
        canvas.centred(PAGE[0] / 2, top, words["title"], Type(22, INK, bold=True))
        canvas.right_aligned(PAGE[0] - 72, top + 44, words["number"], Type(10.5, INK))
        top += 82
    for line in words["pages"][page_index]:
        is_heading = line.startswith("第") and "　" in line
        look = Type(13.5 if is_heading else 13, INK, bold=is_heading)
        indent = 0 if is_heading or "：" in line[:9] else 26
        top += canvas.paragraph(72 + indent, top, PAGE[0] - 144 - indent, line, look, leading=1.95) + 15
    if page_index == len(words["pages"]) - 1:
        _signatures(canvas, top + 40, words["stamp"])
    canvas.centred(
        PAGE[0] / 2, PAGE[1] - 46, f"第 {page_index + 1} 页 / 共 {len(words['pages'])} 页", Type(9.5, "#777")
    )
    return canvas.image


def _signatures(canvas: Canvas, top: float, institution: str) -> None:
    canvas.text(72, top, "甲方（盖章）：", Type(11.5, INK))
    round_stamp(canvas, 190, top + 22, 52, institution, "#d0353f")
    canvas.text(330, top, "乙方（电子签名）：", Type(11.5, INK))
    canvas.text(438, top - 5, "林晓安", Type(17, "#5a6070"))
    canvas.text(330, top + 34, "2025年2月21日", Type(11.5, INK))


def letter_photo(words: dict[str, Any]) -> Image.Image:
    """Return a photo of the letter lying on a wooden table, taken a little aslant by lamplight."""
    table = _wood((1536, 2048))
    paper = _letter(words)
    corners = [(190, 250), (1330, 190), (1404, 1846), (118, 1790)]
    laid = paper.transform(
        table.size, Image.Transform.PERSPECTIVE, _onto(corners, paper.size), Image.Resampling.BICUBIC
    )
    shape = Image.new("L", paper.size, 255).transform(
        table.size, Image.Transform.PERSPECTIVE, _onto(corners, paper.size), Image.Resampling.BICUBIC
    )
    shadow = ImageChops.offset(shape, 10, 16).filter(ImageFilter.GaussianBlur(18)).point(lambda value: value * 0.55)
    table.paste("#1c120b", (0, 0), shadow)
    table.paste(laid, (0, 0), shape.filter(ImageFilter.GaussianBlur(0.8)))
    return ImageChops.multiply(table, _lamplight(table.size)).filter(ImageFilter.GaussianBlur(0.7))


def _letter(words: dict[str, Any]) -> Image.Image:
    canvas = Canvas(*PAGE, "#fbf9f4", scale=2.4)
    canvas.centred(PAGE[0] / 2, 92, words["heading"], Type(26, INK, bold=True))
    canvas.centred(PAGE[0] / 2, 140, words["number"], Type(12, INK))
    top = 196.0
    for line in words["body"]:
        top += canvas.paragraph(80, top, PAGE[0] - 160, line, Type(14, INK), leading=1.9) + 16
    top += 60
    for line in words["signature"]:
        canvas.right_aligned(PAGE[0] - 90, top, line, Type(14, INK))
        top += 30
    round_stamp(canvas, PAGE[0] - 160, top - 48, 62, words["stamp"], "#cf3038")
    for third in (1, 2):  # the folds of a letter that came in an envelope
        canvas.line((0, PAGE[1] * third / 3), (PAGE[0], PAGE[1] * third / 3), "#e6e2d8", 1.4)
    return canvas.image


def _onto(corners: Sequence[tuple[int, int]], size: tuple[int, int]) -> tuple[float, ...]:
    """Return Pillow's eight coefficients that lay a picture onto four corners, clockwise from the upper left."""
    width, height = size
    rows: list[list[float]] = []
    for (x, y), (u, v) in zip(corners, [(0, 0), (width, 0), (width, height), (0, height)], strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    return tuple(_solved(rows))


def _solved(rows: list[list[float]]) -> list[float]:
    """Solve linear equations, each row the coefficients and then the right side (Gauss-Jordan with pivots)."""
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda index: abs(rows[index][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        rows[column] = [value / rows[column][column] for value in rows[column]]
        for index in range(size):
            if index != column:
                factor = rows[index][column]
                rows[index] = [a - factor * b for a, b in zip(rows[index], rows[column], strict=True)]
    return [row[-1] for row in rows]


def _wood(size: tuple[int, int]) -> Image.Image:
    width, height = 192, 256
    grain = Image.new("L", (width, height))
    grain.putdata([_grain(x / width, y / height) for y in range(height) for x in range(width)])
    large = grain.resize(size, Image.Resampling.BICUBIC)
    return Image.merge("RGB", [large.point(_tint(channel)) for channel in (0.80, 0.56, 0.36)])


def _tint(share: float) -> list[int]:
    return [round(value * share) for value in range(256)]


def _grain(x: float, y: float) -> int:
    warp = 0.12 * math.sin(5.1 * y) + 0.05 * math.sin(13 * y + 2) + 0.02 * math.sin(37 * y)
    rings = (
        math.sin(46 * (x + warp)) + 0.5 * math.sin(121 * (x + 0.6 * warp) + 9 * y) + 0.25 * math.sin(310 * x + 3 * y)
    )
    return round(186 + 20 * rings)


def _lamplight(size: tuple[int, int]) -> Image.Image:
    small = Image.new("RGB", (48, 64))
    small.putdata([_light(x / 48, y / 64) for y in range(64) for x in range(48)])
    return small.resize(size, Image.Resampling.BICUBIC)


def _light(x: float, y: float) -> tuple[int, int, int]:
    level = max(0.5, 1.05 - 0.55 * math.hypot(x - 0.36, (y - 0.34) * 1.15))
    return min(255, round(255 * level)), min(255, round(250 * level)), min(255, round(236 * level))
